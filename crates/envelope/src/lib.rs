//! Floor 0: exactly what the relay may see: ids, sequence numbers, fixed blocks of ciphertext.
//!
//! The words of the interface between the relay and its clients, and nothing else: no sockets, no storage, no
//! cryptography beyond hashing a token. Whoever decodes what came from outside gets a value or an [`Error`], never
//! a panic.

mod block;
pub mod header;
mod hexadecimal;
mod identity;
mod page;
mod problem;
mod sequence;
mod token;

pub use block::{BLOCK_BYTES, Block, MOST_BLOCKS_PER_APPEND};
pub use identity::{AppendId, LogId, StreamId};
pub use page::{MOST_BLOCKS_PER_PAGE, PAGE_BYTES, RECORD_BYTES, decode_page, encode_record};
pub use problem::{PROBLEM_BYTES, Problem, ProblemKind};
pub use sequence::Sequence;
pub use token::{Token, TokenHash};

/// Why bytes or text from outside are no value of the interface.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Text that should have been an id, a hash or a token. What was read is not repeated: it may be a secret.
    #[error("expected {} lowercase hexadecimal digits for {what}", digits)]
    Hexadecimal {
        /// What should have been read.
        what: &'static str,
        /// How many digits it has.
        digits: usize,
    },
    /// Blocks are 16384 bytes each, no fewer and no more.
    #[error("{bytes} bytes are no whole number of blocks of {BLOCK_BYTES} bytes, between one and {most} of them")]
    Blocks {
        /// How many bytes there were.
        bytes: usize,
        /// How many blocks may come together.
        most: usize,
    },
    /// A page of fetched blocks is a whole number of records.
    #[error(
        "a page of {bytes} bytes is no whole number of records of {RECORD_BYTES} bytes, at most {MOST_BLOCKS_PER_PAGE}"
    )]
    Page {
        /// How many bytes there were.
        bytes: usize,
    },
    /// A refusal that cannot be read.
    #[error("no problem document of RFC 9457: {0}")]
    Problem(String),
    /// A sequence number that is no number.
    #[error("expected a sequence number between 0 and {}", i64::MAX)]
    Sequence,
}
