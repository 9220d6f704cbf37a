//! Why links do not come to stand. What breaks them later, the engine is told as a `ChannelError`.
use std::io::{self, ErrorKind};

/// Errors of this crate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// *Misuse*: what the caller brought does not fit together.
    #[error("{0}")]
    Misuse(String),
    /// There is no link to this party: it did not come, or came with another key or for another run.
    #[error("party {peer}: {cause}")]
    Missed {
        /// Its index.
        peer: usize,
        /// What happened.
        cause: String,
    },
    /// *Trouble* of this machine.
    #[error("{0}")]
    Trouble(String),
}

impl Error {
    pub(crate) fn trouble(cause: impl ToString) -> Self {
        Self::Trouble(cause.to_string())
    }

    /// A party with whom a connection or a handshake failed.
    pub(crate) fn missed(peer: usize, error: &io::Error) -> Self {
        let cause = match error.kind() {
            ErrorKind::ConnectionRefused => "nothing listens there any more".to_owned(),
            ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe => {
                "the other end closed the connection: it ended, or holds another key or another question".to_owned()
            }
            ErrorKind::WouldBlock | ErrorKind::TimedOut => "it did not answer in time".to_owned(),
            _ => error.to_string(),
        };
        Self::Missed { peer, cause }
    }
}
