//! A question put to sides: called, consented to by every side taking part, run, recorded.
use std::collections::BTreeMap;

use negotiation::circuit::Rule;
use negotiation::{Agenda, Choice, Issue};
use serde::{Deserialize, Serialize};

use crate::id::{MemberId, bytes32};
use crate::refusal::Refusal;
use crate::run::{Attempt, End};

/// Slots that a question for a date may have.
pub const MOST_SLOTS: usize = 1_000;

/// What a caller asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// What it is about.
    pub subject: Subject,
    /// The sides that take part.
    pub sides: Vec<String>,
    /// The rule.
    pub rule: Rule,
    /// How many must accept, where not all must.
    pub quorum: Option<usize>,
    /// Sides that must be among them.
    pub vetoes: Vec<String>,
    /// Whether the answer is told to all members, or to the sides taking part alone.
    pub told_to_all: bool,
}

/// What a question is about: one mechanism, different agendas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The agenda, named packages of it, or a part of it.
    Agenda {
        /// Its version.
        version: u32,
        /// Named packages, or all.
        packages: Option<Vec<String>>,
        /// Issues confined to one option.
        only: Vec<(String, String)>,
    },
    /// A package better for every side than a given one.
    Improve {
        /// The agenda's version.
        version: u32,
        /// The package that already stands, by name.
        than: String,
        /// Named packages to look among, or all.
        packages: Option<Vec<String>>,
    },
    /// Whether a text is adopted: only if all accept.
    Adopt {
        /// What the text is called.
        title: String,
        /// The text.
        text: String,
        /// The issues that it is about: whom it concerns follows from them. One of an older program names none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        issues: Vec<String>,
    },
    /// A slot that is free for all.
    Date {
        /// The slots, each as `2026-12-01T09:00Z/2026-12-01T12:00Z`.
        slots: Vec<String>,
    },
}

/// A side's agreement to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The member whose machine will enter the side's bits.
    pub holder: MemberId,
    /// A salted hash over these bits and coins.
    #[serde(with = "bytes32")]
    pub seal: [u8; 32],
}

/// A question on the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name.
    pub id: String,
    /// Its number in the record, from 1.
    pub number: u32,
    /// Who called it.
    pub caller: MemberId,
    /// When, by the caller's clock.
    pub at: i64,
    /// What was asked.
    pub asking: Asking,
    /// The most that its answer can tell, in bits.
    pub bits: Bits,
    /// Packages it is about.
    pub packages: u64,
    /// The sides that have agreed.
    pub consents: BTreeMap<String, Consent>,
    /// The side that did not agree.
    pub refused_by: Option<String>,
    /// Whether its caller took it back.
    pub withdrawn: bool,
    /// Attempts at a run, in order.
    pub attempts: Vec<Attempt>,
}

/// A number of bits, in thousandths, so that equal states are equal to the byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Bits(pub u64);

impl Bits {
    /// Rounded up to thousandths.
    #[must_use]
    pub fn of(bits: f64) -> Self {
        Self((bits * 1_000.0).ceil() as u64)
    }

    /// As a number of bits.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0 as f64 / 1_000.0
    }
}

/// Where a question stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Sides have still to agree.
    Called {
        /// They.
        waiting: Vec<String>,
    },
    /// All have agreed; machines have still to be ready.
    Consented {
        /// The attempt to be ready for.
        attempt: u32,
        /// The sides whose machines are not.
        waiting: Vec<String>,
    },
    /// All machines are ready; some have not said how it ended.
    Running {
        /// The attempt.
        attempt: u32,
        /// The sides whose machines have not ended.
        waiting: Vec<String>,
    },
    /// Every side taking part has the answer.
    Answered,
    /// Broken after an answer could have been opened: it counts, and nothing starts again.
    Spent,
    /// A side did not agree.
    Refused {
        /// It.
        by: String,
    },
    /// Taken back.
    Withdrawn,
}

impl Question {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if let Some(by) = &self.refused_by {
            return Stage::Refused { by: by.clone() };
        }
        if self.withdrawn {
            return Stage::Withdrawn;
        }
        let missing = |has: &dyn Fn(&str) -> bool| -> Vec<String> {
            self.asking.sides.iter().filter(|side| !has(side)).cloned().collect()
        };
        let waiting = missing(&|side| self.consents.contains_key(side));
        if !waiting.is_empty() {
            return Stage::Called { waiting };
        }
        let number = u32::try_from(self.attempts.len()).unwrap_or(u32::MAX);
        match self.attempts.last() {
            None => Stage::Consented { attempt: 1, waiting: self.asking.sides.clone() },
            Some(last) if last.broke_unopened() => {
                Stage::Consented { attempt: number.saturating_add(1), waiting: self.asking.sides.clone() }
            }
            Some(last) => {
                let unready = missing(&|side| last.cards.contains_key(side));
                if !unready.is_empty() && !last.may_have_opened() {
                    return Stage::Consented { attempt: number, waiting: unready };
                }
                let broken = last.ends.values().any(|end| matches!(end, End::Broke { .. }));
                let waiting = missing(&|side| last.ends.contains_key(side));
                match (broken && last.may_have_opened(), waiting.is_empty()) {
                    (true, _) => Stage::Spent,
                    (false, true) => Stage::Answered,
                    (false, false) => Stage::Running { attempt: number, waiting },
                }
            }
        }
    }

    /// Whether it counts against the budget: it may still be answered, or was, or could have been.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.refused_by.is_none() && !self.withdrawn
    }

    /// Whether a side takes part.
    #[must_use]
    pub fn asks(&self, side: &str) -> bool {
        self.asking.sides.iter().any(|name| name == side)
    }
}

impl Subject {
    /// The agenda's version that it is about, where it is about the agenda.
    #[must_use]
    pub fn version(&self) -> Option<u32> {
        match self {
            Self::Agenda { version, .. } | Self::Improve { version, .. } => Some(*version),
            Self::Adopt { .. } | Self::Date { .. } => None,
        }
    }

    /// Bytes of the texts and slots that it brings.
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        match self {
            Self::Agenda { .. } | Self::Improve { .. } => 0,
            Self::Adopt { title, text, issues } => {
                title.len() + text.len() + issues.iter().map(String::len).sum::<usize>()
            }
            Self::Date { slots } => slots.iter().map(String::len).sum(),
        }
    }

    /// The kind in one word.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Agenda { packages: None, .. } => "agenda",
            Self::Agenda { .. } => "packages",
            Self::Improve { .. } => "improve",
            Self::Adopt { .. } => "adopt",
            Self::Date { .. } => "date",
        }
    }

    /// The small agenda that a text or a date brings with it; none where the question is about the agenda.
    ///
    /// A text has one package, called `adopt`; a date one for each slot.
    ///
    /// # Errors
    /// No slots, too many, or the same one twice.
    pub fn own_agenda(&self) -> Result<Option<Agenda>, Refusal> {
        let (name, issue, mut choices) = match self {
            Self::Agenda { .. } | Self::Improve { .. } => return Ok(None),
            Self::Adopt { title, .. } => {
                (title, "text", vec![Choice { title: Some(title.clone()), ..Choice::plain("adopt") }])
            }
            Self::Date { slots } => {
                if slots.is_empty() || slots.len() > MOST_SLOTS {
                    return Err(Refusal::Question(format!("a date needs 1 to {MOST_SLOTS} slots")));
                }
                (&"Date".to_owned(), "date", slots.iter().map(Choice::plain).collect())
            }
        };
        // Leaving all as it is comes first and enters no package of the question.
        choices.insert(0, Choice::plain("none"));
        let packages: Vec<negotiation::Package> = choices
            .iter()
            .skip(1)
            .map(|choice| negotiation::Package {
                name: choice.name.clone(),
                choices: BTreeMap::from([(issue.to_owned(), choice.name.clone())]),
                note: None,
            })
            .collect();
        let scale = negotiation::number::whole(negotiation::agenda::SCALE_OF_WORDS);
        let agenda = Agenda::new(name.as_str(), vec![Issue::plain(issue, choices)], Vec::new(), packages, scale);
        agenda.map(Some).map_err(|error| Refusal::Question(error.to_string()))
    }
}
