//! What the engine asks of whoever carries its messages, and a carrier within one process.

mod in_process;

pub use in_process::{InProcess, in_process};

/// A logical stream between two parties; each is ordered, and they do not wait for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Stream {
    /// The rounds of the protocol.
    Rounds = 0,
    /// Garbled tables, which flow from each garbler to the evaluator.
    Tables = 1,
}

/// Carries whole messages between this party and each other one.
///
/// The carrier must be private and authenticated per pair, ordered per stream, and must buffer:
/// `send` may block only while more than [`IN_FLIGHT_BYTES`] of one stream are under way, since
/// in a round all parties send before they receive.
pub trait Channel: Send {
    /// Queues one message. Blocks while too much is under way.
    ///
    /// # Errors
    /// When the link is closed or fell silent.
    fn send(&mut self, to: usize, stream: Stream, message: Vec<u8>) -> Result<(), ChannelError>;

    /// Waits for the next message of `from` on `stream`.
    ///
    /// # Errors
    /// When the link is closed or fell silent.
    fn receive(&mut self, from: usize, stream: Stream) -> Result<Vec<u8>, ChannelError>;
}

/// The engine never has more than this under way in one direction of a stream before it reads.
pub const IN_FLIGHT_BYTES: usize = 8 << 20;

/// No message of the engine is longer.
pub const MESSAGE_BYTES: usize = 4 << 20;

/// Why a link failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChannelError {
    /// The other end closed it or its process ended.
    #[error("the other end closed the link")]
    Closed,
    /// Nothing arrived in time.
    #[error("nothing arrived in time")]
    TimedOut,
    /// The carrier rejected what arrived, or could not send.
    #[error("{0}")]
    Broken(String),
}
