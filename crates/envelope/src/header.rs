//! Names of the interface: headers, media types, the upgrade of a stream.

/// On an append: the client's id of it ([`AppendId`](crate::AppendId)), so that sending it again stores it once.
pub const APPEND: &str = "backchannel-append";

/// On the answer to a fetch: the sequence number of the newest block.
pub const HEAD: &str = "backchannel-head";

/// On the creation of a log, where the operator restricts it: a token of the operator's, as `Bearer <hex>`.
pub const CREATION: &str = "backchannel-creation";

/// What an end of a stream asks to be upgraded to.
pub const STREAM_UPGRADE: &str = "backchannel-stream";

/// Blocks and pages.
pub const BLOCKS_TYPE: &str = "application/octet-stream";

/// Refusals.
pub const PROBLEM_TYPE: &str = "application/problem+json";
