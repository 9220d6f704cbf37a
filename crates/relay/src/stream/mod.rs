//! The run lane: two ends with the same stream id are piped to one another, and nothing is kept.
//!
//! Ends meet on one relay only: where several share a database, the members of a run must use the same one.
mod end;
mod pipe;
mod places;

use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;

pub(crate) use end::attend;
pub(crate) use places::Streams;

/// The bytes of one end.
pub(crate) type Io = TokioIo<Upgraded>;
