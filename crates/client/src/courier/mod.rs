//! The courier: carries saved bytes to the relay and fetches what others left there. It knows blocks, not contents.
//!
//! Everything that a relay answers is checked for its shape before it goes further: sizes, numbers that follow one
//! another, a head that is not below what was sent. What a relay cannot be caught at here (forks, withholding the
//! newest) is caught by the members' own messages.
mod address;
mod certificate;
mod clock;
mod connection;
mod error;
mod exchange;
mod pool;
mod record;
mod stream;
#[cfg(test)]
mod tests;

use envelope::{LogId, Token};

pub use address::{RelayAddress, Socks5};
pub use certificate::fetch_pin;
pub use clock::MOST_SKEW_SECONDS;
pub use error::Error;
pub use record::Page;
pub use stream::RelayStream;

use connection::Route;
use pool::Pool;

/// The longest that [`Courier::fetch`] asks the relay to wait for something new.
pub const LONGEST_WAIT: std::time::Duration = std::time::Duration::from_secs(55);

/// One log at one relay, as the holder of one token reaches it. Cheap to keep; connections are opened when needed
/// and used again.
pub struct Courier {
    route: Route,
    log: LogId,
    token: Token,
    pool: Pool,
}

impl Courier {
    /// Prepares the way; nothing is sent yet.
    ///
    /// # Errors
    /// [`Error::Misuse`] where the host is no host name.
    pub fn new(relay: &RelayAddress, socks: Option<&Socks5>, log: LogId, token: Token) -> Result<Self, Error> {
        Ok(Self { route: Route::new(relay, socks)?, log, token, pool: Pool::default() })
    }
}
