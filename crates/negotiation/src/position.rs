//! The private document of one side: what it accepts, and how it ranks what it accepts.
use num_rational::BigRational;

use crate::agenda::Agenda;
use crate::error::{Error, Result};
use crate::number::Decimal;
use crate::outcome::{Outcome, Step};

pub mod additive;
pub mod listed;
mod machine;
pub mod points;
mod read;
mod unfinished;
pub mod words;
mod write;

pub use additive::Additive;
pub use listed::Listed;
pub use unfinished::{Begun, Unfinished};
pub use words::{Importance, Stance, Word, Words};

use machine::Machine;

/// One side's private stances over one agenda.
///
/// `Debug` tells the kind only: a position must not slip into a log.
pub enum Position {
    /// In words, by the rule that turns words into points.
    Words(Words),
    /// Additive utilities with a reservation value.
    Additive(Additive),
    /// A list of packages with verdicts.
    Listed(Listed),
}

/// What a position says of one outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// Decided in exact arithmetic, never rounded.
    pub acceptable: bool,
    /// Nearest float to the exact utility. An outcome that a veto or a broken
    /// *only if* rules out never shows more than the reservation value.
    pub utility: f64,
    /// Utility less the reservation value; nearest float. At least 0 where acceptable.
    pub gain: f64,
}

impl Position {
    /// Reads a position document in TOML, in words or additive.
    ///
    /// # Errors
    /// Text that is not TOML, unknown or missing entries, an option on the
    /// table of which nothing is said, another agenda's digest; with the line.
    pub fn from_toml(agenda: &Agenda, text: &str, origin: &str) -> Result<Self> {
        read::position(agenda, text, origin)
    }

    /// Reads a list of packages in CSV; see [`listed`].
    ///
    /// # Errors
    /// A missing column, an unknown name, a doubled outcome; with the line.
    pub fn from_csv(agenda: &Agenda, text: &str, origin: &str) -> Result<Self> {
        Listed::from_csv(agenda, text, origin).map(Position::Listed)
    }

    /// The position as a document: TOML, or CSV for a list.
    #[must_use]
    pub fn to_text(&self, agenda: &Agenda) -> String {
        match self {
            Position::Words(words) => write::words(agenda, words),
            Position::Additive(additive) => write::additive(agenda, additive),
            Position::Listed(listed) => listed.to_csv(agenda),
        }
    }

    /// How a file with [`Position::to_text`] is named at its end.
    #[must_use]
    pub fn extension(&self) -> &'static str {
        match self {
            Position::Listed(_) => "csv",
            _ => "toml",
        }
    }

    /// What the position says of an outcome of its agenda.
    #[must_use]
    pub fn verdict(&self, outcome: &Outcome) -> Verdict {
        self.scorer().verdict(outcome.choices(), 0)
    }

    /// A fast evaluator for walking over many outcomes.
    #[must_use]
    pub fn scorer(&self) -> Scorer<'_> {
        let kind = match self {
            Position::Words(words) => Kind::Machine(words.machine(), None),
            Position::Additive(additive) => Kind::Machine(additive.machine(), Some(additive)),
            Position::Listed(listed) => Kind::Listed(listed),
        };
        let issues = match &kind {
            Kind::Machine(machine, _) => machine.issues(),
            Kind::Listed(_) => 0,
        };
        Scorer { kind, partial: vec![machine::Partial::default(); issues + 1] }
    }

    /// The utility of having no agreement, exactly.
    #[must_use]
    pub fn reservation(&self) -> Decimal {
        match self {
            Position::Words(_) | Position::Listed(_) => BigRational::from_integer(0.into()),
            Position::Additive(additive) => additive.reservation().clone(),
        }
    }

    /// A bound that no gain of this position exceeds; to be held against [`Agenda::scale`].
    #[must_use]
    pub fn greatest_gain(&self, agenda: &Agenda) -> Decimal {
        match self {
            Position::Words(words) => words.greatest_gain(),
            Position::Additive(additive) => additive.greatest_gain(agenda.space()),
            Position::Listed(listed) => listed.greatest_score(),
        }
    }

    /// The reservation value as the nearest float.
    #[must_use]
    pub fn reservation_value(&self) -> f64 {
        crate::number::approximate(&self.reservation())
    }

    /// Checks that the position speaks of this agenda's issues and choices.
    ///
    /// # Errors
    /// Another number of issues or choices.
    pub fn fits(&self, agenda: &Agenda) -> Result<()> {
        let shape = |sizes: Vec<usize>| {
            let wanted: Vec<usize> = agenda.issues().iter().map(|i| i.choices.len()).collect();
            if sizes == wanted {
                Ok(())
            } else {
                Err(Error::Question("this position was made for an agenda with other issues or choices".to_owned()))
            }
        };
        match self {
            Position::Words(words) => shape(words.shape()),
            Position::Additive(additive) => shape(additive.shape()),
            Position::Listed(_) => Ok(()),
        }
    }
}

impl std::fmt::Debug for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Position::Words(_) => "Position::Words(..)",
            Position::Additive(_) => "Position::Additive(..)",
            Position::Listed(_) => "Position::Listed(..)",
        })
    }
}

/// Evaluates one position along a walk, keeping partial sums issue by issue.
pub struct Scorer<'p> {
    kind: Kind<'p>,
    partial: Vec<machine::Partial>,
}

enum Kind<'p> {
    Machine(&'p Machine, Option<&'p Additive>),
    Listed(&'p Listed),
}

impl Scorer<'_> {
    /// The verdict on the outcome with these choices. Issues before `changed`
    /// must be as in the call before; 0 is always right.
    pub fn verdict(&mut self, choices: &[u32], changed: usize) -> Verdict {
        match &self.kind {
            Kind::Machine(machine, additive) => {
                machine.advance(&mut self.partial, choices, changed);
                let exact = || additive.is_some_and(|a| a.accepts_exactly(choices));
                machine.verdict(&self.partial, choices, exact)
            }
            Kind::Listed(listed) => listed.verdict(choices),
        }
    }

    /// The verdict on a step of a walk; every step of the walk must be passed.
    pub fn step(&mut self, step: &Step<'_>) -> Verdict {
        self.verdict(step.choices, step.changed)
    }
}
