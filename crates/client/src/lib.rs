//! Floor 3: every side effect a participant has: vault, group, courier, runs.
pub mod archive;
mod brief;
pub mod calendar;
pub mod case;
pub mod courier;
#[cfg(test)]
mod damaged;
pub mod debrief;
mod error;
pub mod group;
pub mod handover;
pub mod invitation;
mod layer;
pub mod participant;
mod sealing;
pub mod sounding;
mod stamp;
mod tables;
pub mod vault;
pub mod words;

pub use error::{Error, Result};
pub use participant::Participant;
pub use tables::{AnswerRow, Entry};

/// Bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::Trouble(format!("no randomness: {error}")))?;
    Ok(bytes)
}
