//! What a mandate is for: acts, and the subjects they may be about.
use std::fmt;

use super::document::Draft;

/// What an envoy may be mandated to do. None includes another; a mandate lists each that it allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Talk, ask and listen.
    Explore,
    /// Carry the principal's messages.
    Convey,
    /// State the principal's position in its name.
    SpeakFor,
}

impl Act {
    /// All, in the order in which documents list them.
    pub const ALL: [Self; 3] = [Self::Explore, Self::Convey, Self::SpeakFor];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Convey => "convey",
            Self::SpeakFor => "speak-for",
        }
    }

    /// What it means, in the words that stand in every document and are signed with it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Explore => "talk, ask and listen; the principal is not bound",
            Self::Convey => "carry the principal's messages as given, and answers back",
            Self::SpeakFor => "state the principal's position in the principal's name",
        }
    }

    /// The name and what it means, as a document has them.
    pub(super) fn written(self) -> String {
        format!("{} ({})", self.name(), self.meaning())
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.written() == text)
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why an act is beyond a mandate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Uncovered {
    /// The act is not in its scope.
    #[error("the mandate does not say `{act}`; it says {allowed}")]
    Act {
        /// What was to be done.
        act: Act,
        /// What the mandate says.
        allowed: String,
    },
    /// The subject is not among its subjects.
    #[error("the mandate does not extend to the subject `{subject}`; it is for {allowed}")]
    Subject {
        /// What it was to be done on.
        subject: String,
        /// What the mandate is for.
        allowed: String,
    },
    /// It names subjects, and the act is on the whole.
    #[error("the mandate is for {allowed} alone, not for the agenda as a whole")]
    Whole {
        /// What the mandate is for.
        allowed: String,
    },
}

impl Draft {
    /// Whether an act is within scope; `subject` is an issue's name, or none for the agenda as a whole. Answers the
    /// conditions under which it is: they are the principal's words, and for people to judge.
    ///
    /// # Errors
    /// [`Uncovered`].
    pub fn covers(&self, act: Act, subject: Option<&str>) -> Result<&[String], Uncovered> {
        if !self.acts.contains(&act) {
            let names: Vec<&str> = self.acts.iter().map(|act| act.name()).collect();
            return Err(Uncovered::Act { act, allowed: names.join(", ") });
        }
        let allowed = || self.subjects.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        match subject {
            _ if self.subjects.is_empty() => Ok(&self.conditions),
            Some(subject) if self.subjects.contains(subject) => Ok(&self.conditions),
            Some(subject) => Err(Uncovered::Subject { subject: subject.to_owned(), allowed: allowed() }),
            None => Err(Uncovered::Whole { allowed: allowed() }),
        }
    }
}
