//! Why a relay does not start, or stopped.
use crate::store::Trouble;

/// Why a relay does not start. Requests are answered with problems instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The configuration asks for what cannot be.
    #[error("{0}")]
    Misuse(String),
    /// A file that was named cannot be used.
    #[error("{path}: {what}")]
    Input {
        /// The file.
        path: String,
        /// What is wrong with it.
        what: String,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] Trouble),
    /// The network.
    #[error("cannot listen on {address}: {error}")]
    Listen {
        /// Where.
        address: std::net::SocketAddr,
        /// Why not.
        error: std::io::Error,
    },
    /// The certificate cannot be made or kept.
    #[error("the relay's own certificate: {0}")]
    Certificate(String),
}
