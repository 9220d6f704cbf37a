//! What can go wrong for a participant, in three families: misuse, misbehaviour of others, trouble of the world.

use crate::{courier, group, vault};

/// An error of the client. Its text says what happened and, where there is one, the next step.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The vault.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// The group's cryptography.
    #[error(transparent)]
    Group(#[from] group::Error),
    /// The relay, or the way to it.
    #[error(transparent)]
    Courier(#[from] courier::Error),
    /// The relay takes this participant's token no more.
    #[error(
        "your token is not valid any more: most likely you were removed, or the convener closed it ({0}). Nothing can be \
         fetched or sent; `export` still gives you what you had"
    )]
    TokenRefused(courier::Error),
    /// The relay says that the dialogue was deleted there.
    #[error(
        "the relay says that the dialogue was deleted there, which only the convener's machine can do; that is the \
         relay's word alone, and no member's message says so here ({0}). Nothing can be fetched or sent any more, and what \
         is here is kept: `export` writes it to a file, `destroy --here` destroys it on this machine"
    )]
    LogDeleted(courier::Error),
    /// The dialogue's rules refuse it.
    #[error(transparent)]
    Refused(#[from] dialogue::Refusal),
    /// The dialogue's rules refuse one of several things that are entered together or not at all.
    #[error("entry {at} of {all} is refused, and nothing of them was entered: {refusal}")]
    RefusedOf {
        /// Which, from 1.
        at: usize,
        /// Of how many.
        all: usize,
        /// Why.
        refusal: dialogue::Refusal,
    },
    /// A document or a question that cannot be used.
    #[error(transparent)]
    Negotiation(#[from] negotiation::Error),
    /// A link of a run.
    #[error(transparent)]
    Run(#[from] crate::sounding::Broken),
    /// The caller asked for something that cannot be.
    #[error("{0}")]
    Misuse(String),
    /// Somebody else, or the relay, does not do what it must.
    #[error("{0}")]
    Misbehaviour(String),
    /// The world: a clock, a thread, a damaged row.
    #[error("{0}")]
    Trouble(String),
}

/// Results of the client.
pub type Result<T> = std::result::Result<T, Error>;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Vault(error.into())
    }
}

impl From<serde_json::Error> for Error {
    /// A row that this program wrote and cannot read again; its content is not repeated.
    fn from(error: serde_json::Error) -> Self {
        Self::Trouble(format!("a row of the vault cannot be read (line {}, column {})", error.line(), error.column()))
    }
}
