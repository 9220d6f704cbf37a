//! The document: what a mandate says, and the one form in which it is written.
use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::envoy::Envoy;
use super::error::Error;
use super::scope::Act;
use super::text::{MOST_VALUE_BYTES, check};
use super::{moment, read};
use crate::id::{bytes32, hex};

/// No document is longer.
pub const MOST_DOCUMENT_BYTES: usize = 32 << 10;
/// Conditions that a mandate may have.
pub const MOST_CONDITIONS: usize = 32;
/// Subjects that a mandate may name.
pub const MOST_SUBJECTS: usize = 64;

/// The first line of every mandate.
pub(super) const FIRST: &str = "backchannel mandate v1";
/// The last.
pub(super) const LAST: &str = "end: holds from the moment in from until just before the moment in until, unless revoked; no legal advice is given here";

/// What a mandate is to say, before it has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Who gives the mandate, in its own words; at most 400 bytes on one line.
    pub principal: String,
    /// Who is given it.
    pub envoy: Envoy,
    /// The dialogue, by the id of its log.
    pub dialogue: [u8; 16],
    /// What for; at least one.
    pub acts: BTreeSet<Act>,
    /// The issues it is for, by the names in the agenda, at most 80 bytes each; empty means all.
    pub subjects: BTreeSet<String>,
    /// The first second of its validity, since 1970.
    pub from: i64,
    /// The first second after it.
    pub until: i64,
    /// The principal's conditions, in its own words and order.
    pub conditions: Vec<String>,
    /// Counsel's sign-off, where there was one.
    pub counsel: Option<Counsel>,
}

/// That counsel has signed a mandate off: the principal's word, recorded and not checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counsel {
    /// Who signed off.
    pub name: String,
    /// The day, as `2026-05-01`.
    pub day: String,
    /// Under which reference, where there is one.
    pub reference: Option<String>,
}

/// A mandate as it can be signed: checked, with one written form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate(Draft);

impl Draft {
    /// The mandate that says this.
    ///
    /// # Errors
    /// [`Error::Draft`] names the field and what is wrong with it.
    pub fn complete(self) -> Result<Mandate, Error> {
        let wrong = |field, problem: String| Err(Error::Draft { field, problem });
        let text = |field, value: &str, most| check(value, most).map_err(|problem| Error::Draft { field, problem });
        text("the principal's name", &self.principal, MOST_VALUE_BYTES)?;
        if self.acts.is_empty() {
            return wrong("the scope", "is empty; say at least one of explore, convey, speak-for".to_owned());
        }
        if self.subjects.len() > MOST_SUBJECTS {
            return wrong("the list of subjects", format!("has more than {MOST_SUBJECTS}"));
        }
        for subject in &self.subjects {
            text("a subject", subject, crate::event::MOST_NAME_BYTES)?;
        }
        for (field, at) in [("the first moment", self.from), ("the last moment", self.until)] {
            if moment::write(at).is_none() {
                return wrong(field, "is not between the years 1970 and 9999".to_owned());
            }
        }
        if self.until <= self.from {
            return wrong("the last moment", "is not after the first".to_owned());
        }
        if self.conditions.len() > MOST_CONDITIONS {
            return wrong("the list of conditions", format!("has more than {MOST_CONDITIONS}"));
        }
        for condition in &self.conditions {
            text("a condition", condition, MOST_VALUE_BYTES)?;
        }
        if let Some(counsel) = &self.counsel {
            text("counsel's name", &counsel.name, MOST_VALUE_BYTES)?;
            if !moment::is_day(&counsel.day) {
                return wrong("the day of counsel's sign-off", "is no day as 2026-05-01 is one".to_owned());
            }
            if let Some(reference) = &counsel.reference {
                text("counsel's reference", reference, MOST_VALUE_BYTES)?;
            }
        }
        Ok(Mandate(self))
    }
}

impl Mandate {
    /// Reads a document in its one form.
    ///
    /// # Errors
    /// [`Error::Unreadable`], or [`Error::NotCanonical`] with the line and what was expected there.
    pub fn read(document: &[u8]) -> Result<Self, Error> {
        read::mandate(document)
    }

    /// What it says.
    #[must_use]
    pub fn terms(&self) -> &Draft {
        &self.0
    }

    /// The document: the bytes that are signed.
    #[must_use]
    pub fn to_text(&self) -> String {
        let draft = &self.0;
        let mut lines = vec![
            FIRST.to_owned(),
            format!("principal: {}", draft.principal),
            format!("envoy: {}", draft.envoy),
            format!("dialogue: {}", hex(&draft.dialogue)),
        ];
        lines.extend(draft.acts.iter().map(|act| format!("scope: {}", act.written())));
        if draft.subjects.is_empty() {
            lines.push("subjects: all".to_owned());
        }
        lines.extend(draft.subjects.iter().map(|subject| format!("subject: {subject}")));
        lines.push(format!("from: {}", moment::shown(draft.from)));
        lines.push(format!("until: {}", moment::shown(draft.until)));
        if draft.conditions.is_empty() {
            lines.push("conditions: none".to_owned());
        }
        lines.extend(draft.conditions.iter().map(|condition| format!("condition: {condition}")));
        match &draft.counsel {
            None => lines.push("counsel: none".to_owned()),
            Some(counsel) => {
                lines.push(format!("counsel-name: {}", counsel.name));
                lines.push(format!("counsel-day: {}", counsel.day));
                lines.extend(counsel.reference.iter().map(|reference| format!("counsel-reference: {reference}")));
            }
        }
        lines.push(LAST.to_owned());
        lines.join("\n") + "\n"
    }

    /// The digest by which a revocation names it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(self.to_text().as_bytes())
    }
}

/// SHA-256 over a document: what `sha256sum` says of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest(#[serde(with = "bytes32")] pub [u8; 32]);

impl Digest {
    pub(super) fn of(document: &[u8]) -> Self {
        Self(Sha256::digest(document).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}
