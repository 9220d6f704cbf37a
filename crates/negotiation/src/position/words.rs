//! A position in words: prefer, welcome, could live with, could not, and *only if*.
use num_rational::BigRational;
use num_traits::One;

use super::machine::Machine;
use super::points::{POINTS, Points, points};
use crate::agenda::{Agenda, Link, Part};
use crate::error::{Error, Result};
use crate::number::{self, Decimal};
use crate::outcome::Outcome;

/// What a side says of one choice; later is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// A red line.
    CouldNot,
    /// Tolerable, no more.
    CouldLiveWith,
    /// Good.
    Welcome,
    /// Best.
    Prefer,
}

/// How much an issue matters to a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Importance {
    /// Counts nothing.
    None,
    /// Counts 1.
    Minor,
    /// Counts 2.
    Important,
    /// Counts 4.
    Decisive,
}

/// A side's words on one issue.
#[derive(Clone, PartialEq, Eq)]
pub struct Stance {
    /// How much the issue matters.
    pub importance: Importance,
    /// Word by choice; `None` only for choices off the table.
    pub words: Vec<Option<Word>>,
    /// Points by choice where the owner changed what the rule gives.
    pub own_points: Option<Vec<u32>>,
}

/// A whole position in words.
#[derive(Clone)]
pub struct Words {
    stances: Vec<Stance>,
    only_ifs: Vec<Link>,
    reference: Option<Reference>,
    points: Points,
    machine: Machine,
}

/// The package a side measures others against.
#[derive(Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its name in the agenda, if it was given by name.
    pub name: Option<String>,
    /// The package.
    pub outcome: Outcome,
}

impl Words {
    /// A position from its stances (one per issue, in agenda order).
    ///
    /// An *only if* is a link whose `when` part is the choice in question.
    ///
    /// # Errors
    /// A choice on the table without a word, a wrong number of issues or
    /// choices, own points that add up to more than 100, or a reference that
    /// the agenda does not admit.
    pub fn new(
        agenda: &Agenda,
        stances: Vec<Stance>,
        only_ifs: Vec<Link>,
        reference: Option<Reference>,
    ) -> Result<Self> {
        check(agenda, &stances)?;
        if let Some(reference) = &reference
            && !agenda.space().admits(&reference.outcome)
        {
            return Err(Error::Question(
                "the reference package is not on the agenda: a choice is off the table, or a link is broken".to_owned(),
            ));
        }
        let points = points(agenda, &stances);
        let greatest: u32 = points.by_choice.iter().filter_map(|p| p.iter().max()).sum();
        if greatest > POINTS {
            return Err(Error::Question(format!(
                "the best choices add up to {greatest} points; at most {POINTS} can be given in all"
            )));
        }
        let machine = machine(&stances, &only_ifs, reference.as_ref(), &points);
        Ok(Words { stances, only_ifs, reference, points, machine })
    }

    /// The words, by issue in agenda order.
    #[must_use]
    pub fn stances(&self) -> &[Stance] {
        &self.stances
    }

    /// The conditions.
    #[must_use]
    pub fn only_ifs(&self) -> &[Link] {
        &self.only_ifs
    }

    /// The package that others are measured against.
    #[must_use]
    pub fn reference(&self) -> Option<&Reference> {
        self.reference.as_ref()
    }

    /// Shares and points: what the owner sees and may change.
    #[must_use]
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// Points of an outcome, tolerable or not.
    #[must_use]
    pub fn points_of(&self, outcome: &Outcome) -> u32 {
        points_of(&self.points, outcome)
    }

    /// The points a tolerable package needs at least.
    #[must_use]
    pub fn needed(&self) -> u32 {
        self.reference.as_ref().map_or(0, |r| points_of(&self.points, &r.outcome))
    }

    pub(super) fn machine(&self) -> &Machine {
        &self.machine
    }

    pub(super) fn shape(&self) -> Vec<usize> {
        self.stances.iter().map(|s| s.words.len()).collect()
    }

    pub(super) fn greatest_gain(&self) -> Decimal {
        let best: u32 = self.points.by_choice.iter().filter_map(|p| p.iter().max()).sum();
        number::whole(i64::from(best)) + BigRational::one() - number::whole(i64::from(self.needed()))
    }
}

fn points_of(points: &Points, outcome: &Outcome) -> u32 {
    points
        .by_choice
        .iter()
        .zip(outcome.choices())
        .filter_map(|(row, choice)| row.get(usize::try_from(*choice).ok()?))
        .sum()
}

fn machine(stances: &[Stance], only_ifs: &[Link], reference: Option<&Reference>, points: &Points) -> Machine {
    let needed = reference.map_or(0, |r| i128::from(points_of(points, &r.outcome)));
    let steps = |row: &Vec<u32>| row.iter().map(|p| i128::from(*p)).collect();
    let vetoed = |stance: &Stance| stance.words.iter().map(|word| word.is_none_or(|w| w == Word::CouldNot)).collect();
    Machine {
        values: points.by_choice.iter().map(steps).collect(),
        vetoes: stances.iter().map(vetoed).collect(),
        rules: only_ifs.to_vec(),
        threshold: needed,
        gain_from: needed - 1,
        utility_from: needed - 1,
        unit: 1.0,
        ..Machine::default()
    }
}

fn check(agenda: &Agenda, stances: &[Stance]) -> Result<()> {
    if stances.len() != agenda.issues().len() {
        return Err(Error::Question(format!(
            "words on {} issues; the agenda has {}",
            stances.len(),
            agenda.issues().len()
        )));
    }
    for (issue, stance) in agenda.issues().iter().zip(stances) {
        let points = stance.own_points.as_ref().map_or(issue.choices.len(), Vec::len);
        if stance.words.len() != issue.choices.len() || points != issue.choices.len() {
            return Err(Error::Question(format!(
                "issue `{}` has {} choices; the position speaks of another number",
                issue.name,
                issue.choices.len()
            )));
        }
        for choice in issue.on_the_table() {
            if stance.word(choice).is_none() {
                let name = usize::try_from(choice).ok().and_then(|c| issue.choices.get(c));
                return Err(Error::Question(format!(
                    "nothing is said of `{}` in issue `{}`; give it a word, or one for `all_others`",
                    name.map_or("?", |c| c.name.as_str()),
                    issue.name
                )));
            }
        }
    }
    Ok(())
}

impl Stance {
    /// The word on a choice.
    #[must_use]
    pub fn word(&self, choice: u32) -> Option<Word> {
        self.words.get(usize::try_from(choice).ok()?).copied().flatten()
    }
}

impl Word {
    /// All words, worst first.
    pub const ALL: [Word; 4] = [Word::CouldNot, Word::CouldLiveWith, Word::Welcome, Word::Prefer];

    /// The word as written.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Word::CouldNot => "could not",
            Word::CouldLiveWith => "could live with",
            Word::Welcome => "welcome",
            Word::Prefer => "prefer",
        }
    }

    /// Reads a word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Word> {
        Word::ALL.into_iter().find(|w| w.text() == text.trim())
    }

    /// The next better word.
    #[must_use]
    pub fn raised(self) -> Option<Word> {
        Word::ALL.into_iter().find(|w| *w > self)
    }

    /// The next worse word.
    #[must_use]
    pub fn lowered(self) -> Option<Word> {
        Word::ALL.into_iter().rev().find(|w| *w < self)
    }
}

impl Importance {
    /// All degrees, least first.
    pub const ALL: [Importance; 4] = [Importance::None, Importance::Minor, Importance::Important, Importance::Decisive];

    /// The degree as written.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Importance::None => "none",
            Importance::Minor => "minor",
            Importance::Important => "important",
            Importance::Decisive => "decisive",
        }
    }

    /// Reads a degree.
    #[must_use]
    pub fn parse(text: &str) -> Option<Importance> {
        Importance::ALL.into_iter().find(|i| i.text() == text.trim())
    }

    /// What the degree counts when the points are split.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Importance::None => 0,
            Importance::Minor => 1,
            Importance::Important => 2,
            Importance::Decisive => 4,
        }
    }
}

/// An *only if* in words: "N1 only if T is T1 or T2".
#[must_use]
pub fn describe_only_if(agenda: &Agenda, rule: &Link) -> String {
    let heads: Vec<String> = rule
        .when
        .iter()
        .map(|part: &Part| {
            let names: Vec<&str> = part.choices.iter().map(|c| agenda.choice_name(part.issue, *c)).collect();
            crate::agenda::either(&names)
        })
        .collect();
    format!("{} only if {}", heads.join(" with "), agenda.describe_parts(&rule.then))
}
