//! A question as far as it matters for what its answer tells: who takes part, about what, by which rule.
use std::collections::{BTreeMap, BTreeSet};

use crate::circuit::{Rule, Sounding, Terms};
use crate::error::{Error, Result};

/// How a package that is not known before the answer is spoken of.
pub const PACKAGE_SHOWN: &str = "the package shown";

/// A question that has been, or is about to be, asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// How it is called in the record, such as `1`.
    pub id: String,
    /// The sides that take part; each enters its position and is told the answer.
    pub sides: Vec<String>,
    /// Further sides that are told the answer without taking part.
    pub told: Vec<String>,
    /// What is asked about.
    pub scope: Scope,
    /// How a package is chosen, or only whether there is one.
    pub rule: Rule,
    /// Who must tolerate a package, where not all must.
    pub quorum: Option<Quorum>,
}

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// These packages, in the order that also decides between equals.
    Packages(Vec<String>),
    /// Every outcome of the agenda, and so every package named anywhere.
    Agenda {
        /// How many outcomes it has.
        outcomes: u128,
    },
    /// A part of the agenda, such as the outcomes with one option fixed.
    Part {
        /// How many outcomes it has.
        outcomes: u128,
        /// Those that have a name in any question.
        packages: Vec<String>,
    },
}

/// Who must tolerate a package, where not all must.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quorum {
    /// How many sides at least, those with a veto included.
    pub accept: usize,
    /// Sides that must be among them.
    pub vetoes: Vec<String>,
}

/// What was, or may be, opened.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// No package of the question is tolerable to all (or to the quorum).
    None,
    /// Some package is; which, is not opened.
    Exists,
    /// This package.
    Package(String),
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// What was opened; none, where the run broke off before.
    pub answer: Option<Answer>,
}

/// One side's own sealed verdicts. They turn *if you tolerate it* into what that side really learns, and must
/// never be shown to another side.
#[derive(Debug, Clone, Default)]
pub struct OwnVerdicts {
    /// The side.
    pub side: String,
    /// Whether it tolerates each package, by name; packages left out stay open.
    pub tolerates: BTreeMap<String, bool>,
    /// What it gains by each package, by name (utility less the reservation value), for the rules that rank.
    pub gains: BTreeMap<String, f64>,
    /// The agenda's greatest possible gain, by which the egalitarian rule rounds.
    pub scale: f64,
}

impl Question {
    /// A question without a quorum, whose answer is told to those taking part.
    #[must_use]
    pub fn new(id: impl Into<String>, sides: &[&str], scope: Scope, rule: Rule) -> Self {
        let sides = sides.iter().map(|side| (*side).to_owned()).collect();
        Self { id: id.into(), sides, told: Vec::new(), scope, rule, quorum: None }
    }

    /// Whether a side is told the answer.
    #[must_use]
    pub fn tells(&self, side: &str) -> bool {
        self.sides.iter().chain(&self.told).any(|told| told == side)
    }

    /// How many answers are possible.
    #[must_use]
    pub fn answers(&self) -> u128 {
        match self.rule {
            Rule::Exists => 2,
            Rule::Draw | Rule::Nash | Rule::Egalitarian => self.scope.outcomes().saturating_add(1),
        }
    }

    /// The most that the answer can tell, in bits: log₂ of [`Self::answers`].
    #[must_use]
    pub fn bits(&self) -> f64 {
        (self.answers() as f64).log2()
    }

    /// Whether this answer can be opened at all by this question.
    #[must_use]
    pub fn admits(&self, answer: &Answer) -> bool {
        match (answer, &self.scope) {
            (Answer::None, _) => true,
            (Answer::Exists, _) => self.rule == Rule::Exists,
            (Answer::Package(_), _) if self.rule == Rule::Exists => false,
            (Answer::Package(name), Scope::Packages(names)) => names.contains(name),
            (Answer::Package(_), Scope::Agenda { .. } | Scope::Part { .. }) => true,
        }
    }

    /// Whether both ask the same of the same sides, so that the answers must be the same unless one is drawn.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        let sorted = |names: &[String]| names.iter().cloned().collect::<BTreeSet<String>>();
        sorted(&self.sides) == sorted(&other.sides)
            && self.rule == other.rule
            && self.quorum == other.quorum
            && match (&self.scope, &other.scope) {
                (Scope::Packages(mine), Scope::Packages(theirs)) => mine == theirs,
                (Scope::Agenda { .. }, Scope::Agenda { .. }) => true,
                _ => false,
            }
    }

    /// Whether the question can be asked.
    ///
    /// # Errors
    /// No sides or packages, too many, the same one twice, a quorum that cannot be or that goes with a rule
    /// that ranks.
    pub fn check(&self) -> Result<()> {
        let wrong = |problem: String| Err(Error::Question(format!("question {}: {problem}", self.id)));
        if let Some(twice) = repeated(&self.sides) {
            return wrong(format!("side `{twice}` is named twice"));
        }
        if let Scope::Packages(names) = &self.scope
            && let Some(twice) = repeated(names)
        {
            return wrong(format!("package `{twice}` is named twice"));
        }
        // The number of packages of an agenda is bounded where it is run, not here.
        let outcomes = usize::try_from(self.scope.outcomes().min(1 << 20)).unwrap_or(0);
        let mut quorum = None;
        if let Some(named) = &self.quorum {
            let mut vetoes = Vec::new();
            for veto in &named.vetoes {
                match self.sides.iter().position(|side| side == veto) {
                    Some(at) => vetoes.push(at),
                    None => return wrong(format!("`{veto}` has a veto but takes no part")),
                }
            }
            quorum = Some(crate::circuit::Quorum { accept: named.accept, vetoes });
        }
        match Sounding::new(Terms { rule: self.rule, parties: self.sides.len(), outcomes, quorum }) {
            Ok(_) => Ok(()),
            Err(problem) => wrong(problem.to_string()),
        }
    }
}

impl Scope {
    /// Named packages.
    #[must_use]
    pub fn packages(names: &[&str]) -> Self {
        Self::Packages(names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// How many outcomes it holds.
    #[must_use]
    pub fn outcomes(&self) -> u128 {
        match self {
            Self::Packages(names) => names.len() as u128,
            Self::Agenda { outcomes } | Self::Part { outcomes, .. } => *outcomes,
        }
    }

    /// The packages it names.
    #[must_use]
    pub fn named(&self) -> &[String] {
        match self {
            Self::Packages(names) | Self::Part { packages: names, .. } => names,
            Self::Agenda { .. } => &[],
        }
    }
}

impl Asked {
    /// Whether question and answer go together.
    ///
    /// # Errors
    /// As [`Question::check`], and an answer that the question cannot have.
    pub fn check(&self) -> Result<()> {
        self.question.check()?;
        match &self.answer {
            Some(answer) if !self.question.admits(answer) => Err(Error::Question(format!(
                "question {}: {} cannot be its answer",
                self.question.id,
                match answer {
                    Answer::None => "`none`".to_owned(),
                    Answer::Exists => "`exists`".to_owned(),
                    Answer::Package(name) => format!("package `{name}`"),
                }
            ))),
            _ => Ok(()),
        }
    }
}

fn repeated(names: &[String]) -> Option<&String> {
    let mut seen = BTreeSet::new();
    names.iter().find(|name| !seen.insert(*name))
}
