//! What can go wrong, in three families: misuse, misbehaviour, trouble.

use crate::channel::ChannelError;
use crate::phase::Phase;

/// An error of the engine. Every error ends the run; nothing of it may be used again.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The caller asked for something impossible.
    #[error("misuse: {0}")]
    Misuse(String),
    /// A check failed: this party rejected a message.
    #[error("{}", rejection(*.accuser, .culprits, *.phase, .what))]
    Misbehaviour {
        /// The party that found it: this one.
        accuser: usize,
        /// Who may have sent it; more than one where the check cannot tell.
        culprits: Vec<usize>,
        /// Where in the protocol.
        phase: Phase,
        /// What was wrong with it.
        what: String,
    },
    /// Another party stopped the run and said why.
    #[error("party {by} stopped the run in {phase}: {}", accusation(.accused))]
    Aborted {
        /// Who stopped.
        by: usize,
        /// Where in the protocol, as that party says.
        phase: Phase,
        /// Whom it accuses; empty where it had trouble of its own.
        accused: Vec<usize>,
    },
    /// A link broke or fell silent.
    #[error("the link to party {peer} failed in {phase}: {cause}")]
    Link {
        /// At the other end.
        peer: usize,
        /// Where in the protocol.
        phase: Phase,
        /// What happened to the link.
        cause: ChannelError,
    },
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness: {cause}")]
    Randomness {
        /// As the system says.
        cause: String,
    },
}

fn rejection(accuser: usize, culprits: &[usize], phase: Phase, what: &str) -> String {
    match culprits {
        [one] => format!("party {accuser} rejected party {one}'s message in {phase}: {what}"),
        many => format!("party {accuser} rejected a message in {phase}, sent by one of the parties {many:?}: {what}"),
    }
}

fn accusation(accused: &[usize]) -> String {
    match accused {
        [] => "trouble of its own".to_owned(),
        [one] => format!("it names party {one} as the reason"),
        many => format!("it names one of the parties {many:?} as the reason"),
    }
}
