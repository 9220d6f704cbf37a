//! What can go wrong with a group, in three families: misuse, misbehaviour, trouble.

use super::MemberId;
use crate::vault::{self, Family};

/// An error of a group. After one of the family *trouble* the transaction must be dropped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No identity was made in this dialogue.
    #[error("this dialogue has no identity yet")]
    NoIdentity,
    /// There is one already.
    #[error("this dialogue has an identity already")]
    IdentityExists,
    /// The bytes are no identity.
    #[error("these bytes are no identity")]
    NotAnIdentity,
    /// A group of this id is there already.
    #[error("there is a group of this id already; delete it first")]
    GroupExists,
    /// Another commit of one's own waits to be merged or cleared.
    #[error("a commit of one's own is pending; merge or clear it first")]
    Pending,
    /// No commit of one's own is pending.
    #[error("no commit of one's own is pending")]
    NothingPending,
    /// One was removed from the group, or is not part of it yet.
    #[error("this machine is no longer a member of the group; it can be added again with a fresh key package")]
    Removed,
    /// Nobody in the group has this name.
    #[error("no member of the group is named {name}")]
    NoSuchMember {
        /// Whom it was looked for.
        name: MemberId,
    },
    /// A member of this name is in the group already.
    #[error("{name} is a member of the group already")]
    AlreadyMember {
        /// Who.
        name: MemberId,
    },
    /// The inspected commit belongs to another group or epoch.
    #[error("the commit was inspected for another state of the group; open it again")]
    OtherState,
    /// A call that can do nothing.
    #[error("{what}")]
    Misuse {
        /// What would have to be different.
        what: &'static str,
    },
    /// This message was opened before.
    #[error("this message was opened before")]
    Replay,
    /// The message belongs to an epoch whose secrets are gone.
    #[error("the message belongs to epoch {epoch}, and the group is in epoch {current}: it is too late to open it")]
    Stale {
        /// Of the message.
        epoch: u64,
        /// Of the group.
        current: u64,
    },
    /// The message belongs to an epoch that this machine has not reached.
    #[error(
        "the message belongs to epoch {epoch}, and the group is in epoch {current}: commits in between are missing"
    )]
    Ahead {
        /// Of the message.
        epoch: u64,
        /// Of the group.
        current: u64,
    },
    /// The message belongs to another group.
    #[error("the message belongs to another group")]
    OtherGroup,
    /// The bytes are not what they should be.
    #[error("these bytes are no {expected}")]
    NotReadable {
        /// What was looked for.
        expected: &'static str,
    },
    /// A welcome to somebody else, or to a key package that was used.
    #[error("this welcome is not for this machine, or its key package was used before")]
    NotForUs,
    /// A peer's message breaks a rule.
    #[error("{}: {what}", refused(.culprit.as_ref()))]
    Misbehaviour {
        /// The member who authenticated the message, where that is known.
        culprit: Option<MemberId>,
        /// The rule.
        what: String,
    },
    /// The store failed.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// What is stored cannot be read, or OpenMLS met a state that it calls impossible.
    #[error("the state of the group is damaged: {what}; rejoin the group")]
    Damaged {
        /// Where.
        what: String,
    },
}

fn refused(culprit: Option<&MemberId>) -> String {
    culprit.map_or_else(|| "a message was refused".to_owned(), |name| format!("a message of {name} was refused"))
}

impl Error {
    /// Whose doing this is.
    #[must_use]
    pub fn family(&self) -> Family {
        match self {
            Self::NoIdentity
            | Self::IdentityExists
            | Self::NotAnIdentity
            | Self::GroupExists
            | Self::Pending
            | Self::NothingPending
            | Self::Removed
            | Self::NoSuchMember { .. }
            | Self::AlreadyMember { .. }
            | Self::OtherState
            | Self::Misuse { .. } => Family::Misuse,
            Self::Replay
            | Self::Stale { .. }
            | Self::Ahead { .. }
            | Self::OtherGroup
            | Self::NotReadable { .. }
            | Self::NotForUs
            | Self::Misbehaviour { .. } => Family::Misbehaviour,
            Self::Vault(error) => error.family(),
            Self::Damaged { .. } => Family::Trouble,
        }
    }

    /// A rule that a known member broke.
    pub(super) fn rule(culprit: MemberId, what: &str) -> Self {
        Self::Misbehaviour { culprit: Some(culprit), what: what.to_owned() }
    }

    /// A refusal of OpenMLS whose author is not known.
    pub(super) fn refused(what: impl ToString) -> Self {
        Self::Misbehaviour { culprit: None, what: what.to_string() }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Vault(error.into())
    }
}
