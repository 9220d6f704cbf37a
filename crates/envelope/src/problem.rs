//! Refusals of the relay as problem documents (RFC 9457).
use serde::{Deserialize, Serialize};

use crate::{Error, Sequence};

/// The longest problem document that is read.
pub const PROBLEM_BYTES: usize = 8_192;

/// What went wrong, as a URN that does not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The request is not one of the interface.
    #[serde(rename = "urn:backchannel:problem:malformed")]
    Malformed,
    /// No token, or one that is unknown, revoked or expired.
    #[serde(rename = "urn:backchannel:problem:not-authorised")]
    NotAuthorised,
    /// Only the owner of the log may do this.
    #[serde(rename = "urn:backchannel:problem:owner-only")]
    OwnerOnly,
    /// There is nothing at this address.
    #[serde(rename = "urn:backchannel:problem:no-such-resource")]
    NoSuchResource,
    /// There is no such log.
    #[serde(rename = "urn:backchannel:problem:no-such-log")]
    NoSuchLog,
    /// The log was deleted by its owner.
    #[serde(rename = "urn:backchannel:problem:deleted")]
    Deleted,
    /// The blocks asked for are no longer held; `first` is the first that is.
    #[serde(rename = "urn:backchannel:problem:expired")]
    Expired,
    /// A log of this id belongs to another owner.
    #[serde(rename = "urn:backchannel:problem:log-exists")]
    LogExists,
    /// The block would not have got the sequence number that was expected; `head` is the newest there is.
    #[serde(rename = "urn:backchannel:problem:sequence-conflict")]
    SequenceConflict,
    /// An append of this id brought other bytes before.
    #[serde(rename = "urn:backchannel:problem:append-differs")]
    AppendDiffers,
    /// The stream has its two ends already.
    #[serde(rename = "urn:backchannel:problem:stream-taken")]
    StreamTaken,
    /// The log, or the relay, holds as much as it may.
    #[serde(rename = "urn:backchannel:problem:quota-full")]
    QuotaFull,
    /// Too much in too short a time.
    #[serde(rename = "urn:backchannel:problem:too-many-requests")]
    TooManyRequests,
    /// The body is longer than is ever accepted.
    #[serde(rename = "urn:backchannel:problem:too-large")]
    TooLarge,
    /// The relay is too busy or about to stop; the same request may succeed later.
    #[serde(rename = "urn:backchannel:problem:unavailable")]
    Unavailable,
    /// The relay's own trouble: its disk or its database.
    #[serde(rename = "urn:backchannel:problem:trouble")]
    Trouble,
    /// A kind of problem that this version does not know.
    #[serde(rename = "urn:backchannel:problem:unknown", other)]
    Unknown,
}

impl ProblemKind {
    /// Every kind that this version writes.
    pub const ALL: [Self; 16] = [
        Self::Malformed,
        Self::NotAuthorised,
        Self::OwnerOnly,
        Self::NoSuchResource,
        Self::NoSuchLog,
        Self::Deleted,
        Self::Expired,
        Self::LogExists,
        Self::SequenceConflict,
        Self::AppendDiffers,
        Self::StreamTaken,
        Self::QuotaFull,
        Self::TooManyRequests,
        Self::TooLarge,
        Self::Unavailable,
        Self::Trouble,
    ];

    /// The status code that goes with it, and the title.
    pub const fn status_and_title(self) -> (u16, &'static str) {
        match self {
            Self::Malformed => (400, "The request is not one that this relay knows"),
            Self::NotAuthorised => (401, "The token is not valid here"),
            Self::OwnerOnly => (403, "Only the owner of the log may do this"),
            Self::NoSuchResource => (404, "There is nothing at this address"),
            Self::NoSuchLog => (404, "There is no such log"),
            Self::Deleted => (410, "The log was deleted"),
            Self::Expired => (410, "These blocks are no longer held"),
            Self::LogExists => (409, "A log of this id belongs to another owner"),
            Self::SequenceConflict => (409, "Another block was appended first"),
            Self::AppendDiffers => (409, "An append of this id brought other bytes before"),
            Self::StreamTaken => (409, "The stream has its two ends already"),
            Self::QuotaFull => (507, "The quota is full"),
            Self::TooManyRequests => (429, "Too many requests"),
            Self::TooLarge => (413, "The body is too large"),
            Self::Unavailable => (503, "The relay cannot take this now"),
            Self::Trouble | Self::Unknown => (500, "The relay is in trouble"),
        }
    }
}

/// A refusal. `detail` says what to do next; it never repeats an id or a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What went wrong.
    #[serde(rename = "type")]
    pub kind: ProblemKind,
    /// The same in words that do not change.
    pub title: String,
    /// The HTTP status code.
    pub status: u16,
    /// This occurrence, and what to do next.
    pub detail: String,
    /// The newest sequence number, where that helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Sequence>,
    /// The first sequence number still held, where that helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Sequence>,
}

impl Problem {
    /// A refusal of this kind.
    pub fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        let (status, title) = kind.status_and_title();
        Self { kind, title: title.to_owned(), status, detail: detail.into(), head: None, first: None }
    }

    /// The same, telling the newest sequence number.
    #[must_use]
    pub fn with_head(mut self, head: Sequence) -> Self {
        self.head = Some(head);
        self
    }

    /// The same, telling the first sequence number still held.
    #[must_use]
    pub fn with_first(mut self, first: Sequence) -> Self {
        self.first = Some(first);
        self
    }

    /// The document.
    pub fn encode(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads a document of at most [`PROBLEM_BYTES`]. Its texts come from the relay: show them as such, never as
    /// one's own words.
    pub fn decode(document: &[u8]) -> Result<Self, Error> {
        if document.len() > PROBLEM_BYTES {
            return Err(Error::Problem(format!("{} bytes, more than {PROBLEM_BYTES}", document.len())));
        }
        serde_json::from_slice(document).map_err(|error| Error::Problem(error.to_string()))
    }
}
