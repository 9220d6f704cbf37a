//! What is wrong with the log, once something is: found as soon as two members exchange a message that depends on it.

use dialogue::MemberId;
use serde::{Deserialize, Serialize};

use crate::brief::Brief;
use crate::error::Result;
use crate::participant::desk::Desk;
use crate::tables::{self, Setting};

/// A fault of the log. It stays until its member looks after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A member had seen another log up to a block than this one has.
    OtherLog {
        /// Who.
        author: MemberId,
        /// Its message.
        sequence: u64,
        /// The block up to which the logs should be the same.
        seen: u64,
    },
    /// A member is in another group than this one: another commit was shown to it.
    OtherGroup {
        /// Who.
        author: MemberId,
        /// Its message.
        sequence: u64,
    },
    /// A member claims to have seen what comes after its own message.
    Ahead {
        /// Who.
        author: MemberId,
        /// Its message.
        sequence: u64,
    },
    /// A block that cannot be opened here was written by a member who had seen another log, or is in another state of
    /// the group; who, only those who can open it know.
    OtherBranch {
        /// The block.
        sequence: u64,
        /// The block up to which the logs should be the same.
        seen: u64,
    },
    /// The relay shows a block a second time.
    Repeated {
        /// Where.
        sequence: u64,
        /// Where it stood first.
        before: u64,
    },
    /// The relay has said that it stored one's own block, and shows another in its place, or none.
    NotStored {
        /// Where.
        sequence: u64,
    },
    /// The relay shows a log that ends before what it showed earlier.
    RolledBack {
        /// What was seen.
        seen: u64,
        /// What it shows.
        head: u64,
    },
    /// A member introduced another with a state that is not the state.
    OtherState {
        /// Who introduced.
        author: MemberId,
        /// Whom.
        member: MemberId,
    },
    /// An answer that was told to all differs from the one that was opened here.
    OtherAnswer {
        /// Who told it.
        author: MemberId,
        /// Of which question.
        question: String,
    },
}

/// Notes a fault; the first stays.
pub(crate) fn raise(desk: &Desk<'_>, fault: Fault) -> Result<()> {
    if tables::read::<Fault>(desk.tx, Setting::Fault)?.is_none() {
        tables::put(desk.tx, Setting::Fault, &fault)?;
    }
    tracing::warn!(log = %Brief(&desk.log.0), fault = fault.kind(), at = desk.cursor, "a fault of the log");
    Ok(())
}

impl Fault {
    /// Its kind, for a log and for the names of texts.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::OtherLog { .. } => "other-log",
            Self::OtherGroup { .. } => "other-group",
            Self::Ahead { .. } => "ahead",
            Self::RolledBack { .. } => "rolled-back",
            Self::OtherState { .. } => "other-state",
            Self::OtherAnswer { .. } => "other-answer",
            Self::OtherBranch { .. } => "other-branch",
            Self::Repeated { .. } => "repeated",
            Self::NotStored { .. } => "not-stored",
        }
    }

    /// What it is, in words.
    #[must_use]
    pub fn describe(&self, name: impl Fn(&MemberId) -> String) -> String {
        match self {
            Self::OtherLog { author, sequence, seen } => format!(
                "the message of {} at {sequence} was written over another log: up to block {seen} the relay has shown \
                 the two of you different things, or that member's program is not honest",
                name(author)
            ),
            Self::OtherGroup { author, sequence } => format!(
                "the message of {} at {sequence} comes from another state of the group: the relay has shown the two of \
                 you different changes of members, or that member's program is not honest",
                name(author)
            ),
            Self::Ahead { author, sequence } => format!(
                "the message of {} at {sequence} speaks of blocks that come after it; the relay has reordered the log, \
                 or that member's program is not honest",
                name(author)
            ),
            Self::OtherBranch { sequence, seen } => format!(
                "block {sequence} comes from a member who had seen another log up to block {seen}, or is in another \
                 state of the group than you; it cannot be opened here, so its author is not known: the relay has shown \
                 the two of you different things, or that member's program is not honest"
            ),
            Self::Repeated { sequence, before } => {
                format!("the relay has shown block {before} again as block {sequence}; no member writes a block twice")
            }
            Self::NotStored { sequence } => format!(
                "the relay has said that it stored what you sent as block {sequence}, and does not show it there; what \
                 you sent is kept here"
            ),
            Self::RolledBack { seen, head } => format!(
                "the relay has lost or hidden part of the log: it ends at block {head}, and it has shown block {seen} before"
            ),
            Self::OtherState { author, member } => format!(
                "{} introduced {} with a state that differs from yours; that member's program is not honest, or faulty",
                name(author),
                name(member)
            ),
            Self::OtherAnswer { author, question } => {
                format!("{} told an answer to question {question} that is not the one opened here", name(author))
            }
        }
    }
}
