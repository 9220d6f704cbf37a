//! Those the talks concern who are not in the room: governments, organisations, whoever is spoken about.
use serde::{Deserialize, Serialize};

use crate::event::{check_name, check_text};
use crate::refusal::Refusal;

/// Somebody outside the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outside {
    /// What they have to do with the talks, in words.
    pub part: String,
    /// Where it is reported; none where a member entered it from own knowledge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Somebody outside the room, with the meetings at which a seat of theirs was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party<'a> {
    /// Their name.
    pub name: &'a str,
    /// What is known of them.
    pub facts: &'a Outside,
    /// Meetings held at which a seat of theirs was.
    pub meetings: Vec<String>,
}

impl Outside {
    /// Whether it can be entered.
    ///
    /// # Errors
    /// Texts that cannot be used.
    pub fn check(&self) -> Result<(), Refusal> {
        check_text("their part", &self.part)?;
        self.source.as_ref().map_or(Ok(()), |source| check_name("the source", source))
    }
}

impl Party<'_> {
    /// Whether they were at a meeting, in words: what is not reported is not said to be absent.
    #[must_use]
    pub fn at_a_meeting(&self) -> String {
        if self.meetings.is_empty() { "not reported".to_owned() } else { self.meetings.join(", ") }
    }
}
