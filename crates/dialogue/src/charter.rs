//! What all agree to before anything else: purpose, who may ask, and how much may be asked at all.
use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// The charter of a dialogue; it comes with its first event and does not change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Charter {
    /// What the dialogue is for, in a sentence or two.
    pub purpose: String,
    /// How what is said may be passed on, unless a speaker decides otherwise.
    pub attribution: Attribution,
    /// Who may call a question.
    pub callers: Callers,
    /// No question about fewer packages is admitted; 1 admits all.
    pub least_packages: u64,
    /// What all questions together may tell at most, in bits (log₂ of the number of possible answers, summed).
    pub budget_bits: f64,
    /// How long members keep the dialogue after its end, in days; honest clients carry it out. An end that all agree to
    /// is carried out at once; this is for who left, was removed, or is told by the relay that there is no dialogue more.
    pub retention_days: u32,
}

/// The ladder of attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attribution {
    /// With the speaker's name.
    OnRecord,
    /// With a description of the speaker.
    Background,
    /// Without any description.
    DeepBackground,
    /// Not at all.
    OffRecord,
    /// What was said, never by whom nor from which side.
    ChathamHouse,
}

/// Who may call a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Callers {
    /// Every member.
    Everyone,
    /// Members of a side.
    Sides,
    /// The convener alone.
    Convener,
}

impl Attribution {
    /// How much it withholds, from 0: who loosens it lowers this.
    #[must_use]
    pub fn strictness(self) -> u8 {
        match self {
            Self::OnRecord => 0,
            Self::Background => 1,
            Self::ChathamHouse => 2,
            Self::DeepBackground => 3,
            Self::OffRecord => 4,
        }
    }

    /// As people write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnRecord => "on record",
            Self::Background => "background",
            Self::ChathamHouse => "Chatham House Rule",
            Self::DeepBackground => "deep background",
            Self::OffRecord => "off record",
        }
    }
}

impl Default for Charter {
    fn default() -> Self {
        Self {
            purpose: String::new(),
            attribution: Attribution::ChathamHouse,
            callers: Callers::Everyone,
            least_packages: 1,
            budget_bits: 64.0,
            retention_days: 90,
        }
    }
}

impl Charter {
    /// Whether its numbers can be meant.
    ///
    /// # Errors
    /// [`Refusal::Charter`].
    pub fn check(&self) -> Result<(), Refusal> {
        let wrong = |what: &str| Err(Refusal::Charter(what.to_owned()));
        if self.least_packages == 0 {
            return wrong("the least number of packages must be at least 1");
        }
        if !self.budget_bits.is_finite() || self.budget_bits <= 0.0 {
            return wrong("the budget must be a number of bits above 0");
        }
        if self.purpose.len() > crate::event::MOST_TEXT_BYTES {
            return wrong("the purpose is too long");
        }
        Ok(())
    }
}
