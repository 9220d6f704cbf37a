//! What can go wrong between a form and the vault; said on a page: what happened, what it means, what to do.

/// An error of the pages.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The participant's client.
    #[error(transparent)]
    Client(#[from] client::Error),
    /// What was typed cannot be used.
    #[error("{0}")]
    Form(String),
    /// What was entered reached the log after something that made it impossible.
    #[error("it counts for nothing: {0}")]
    Overtaken(String),
    /// What cannot be done without the relay.
    #[error(transparent)]
    NeedsRelay(client::Error),
    /// There is no such page.
    #[error("there is no such page")]
    Missing,
    /// The vault is locked.
    #[error("the vault is locked")]
    Locked,
    /// The world: a thread, a port.
    #[error("{0}")]
    Trouble(String),
}

/// Results of the pages.
pub type Result<T> = std::result::Result<T, Error>;

impl From<client::vault::Error> for Error {
    fn from(error: client::vault::Error) -> Self {
        Self::Client(error.into())
    }
}

impl From<dialogue::Refusal> for Error {
    fn from(error: dialogue::Refusal) -> Self {
        Self::Client(error.into())
    }
}

impl From<negotiation::Error> for Error {
    fn from(error: negotiation::Error) -> Self {
        Self::Client(error.into())
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Trouble(format!("the page could not be made: {error}"))
    }
}

impl Error {
    /// The family by which the page says what it means: the end of a text's name.
    pub(crate) fn family(&self) -> &'static str {
        match self {
            Self::Form(_) => "form",
            Self::Overtaken(_) => "overtaken",
            Self::NeedsRelay(client::Error::Courier(_)) => "relay-now",
            Self::NeedsRelay(error) => family(error),
            Self::Missing => "missing",
            Self::Locked => "locked",
            Self::Trouble(_) => "trouble",
            Self::Client(error) => family(error),
        }
    }
}

fn family(error: &client::Error) -> &'static str {
    match error {
        client::Error::Vault(client::vault::Error::WrongPassphrase) => "passphrase",
        client::Error::Vault(_) => "vault",
        client::Error::Courier(_) => "relay",
        client::Error::TokenRefused(_) => "shut-out",
        client::Error::LogDeleted(_) => "deleted",
        client::Error::Refused(_) | client::Error::RefusedOf { .. } => "refused",
        client::Error::Negotiation(_) => "document",
        client::Error::Run(_) => "run",
        client::Error::Misuse(_) => "form",
        client::Error::Misbehaviour(_) | client::Error::Group(_) => "misbehaviour",
        _ => "trouble",
    }
}
