//! The public document: issues, choices, links, named packages. It knows nobody's stance.
use std::collections::BTreeMap;

use num_traits::Signed;

use crate::error::{Error, Result};
use crate::number::{self, Decimal};
use crate::outcome::{Outcome, Space};

use check::bad;

mod check;
mod read;
mod write;

pub(crate) use read::parts as read_parts;
pub(crate) use write::parts as write_parts;

/// Most issues an agenda may have.
pub const MOST_ISSUES: usize = 1_000;
/// Most choices one issue may have.
pub const MOST_CHOICES: usize = 100_000;
/// Most choices all issues together may have.
pub const MOST_CHOICES_IN_ALL: usize = 1_000_000;
/// The scale of positions in words: 100 points and the one that lifts any tolerable package above none.
pub const SCALE_OF_WORDS: i64 = 101;

/// What is negotiated: public to every side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    name: String,
    note: Option<String>,
    issues: Vec<Issue>,
    links: Vec<Link>,
    packages: Vec<Package>,
    scale: Decimal,
    space: Space,
}

/// One issue with its choices in agenda order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Short name, unique in the agenda.
    pub name: String,
    /// What the name stands for.
    pub title: Option<String>,
    /// The choices in agenda order, those off the table included.
    pub choices: Vec<Choice>,
    /// Index of the "not addressed" choice: packages that leave the issue out mean this one.
    pub default: u32,
    /// Whether the choices are numbers in order (a price, a date), made from a range.
    pub ordered: bool,
    /// Sides that this issue affects, whether or not they sit at the table.
    pub affected: Vec<String>,
    /// An escalation flag on a threatened *act*; the act is no choice and the choices stay.
    pub flag: Option<String>,
    /// Anything a reader should know.
    pub note: Option<String>,
}

/// One choice of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Short name, unique in its issue.
    pub name: String,
    /// What the name stands for.
    pub title: Option<String>,
    /// Why the choice is off the table; such a choice never enters an outcome.
    pub off_the_table: Option<String>,
    /// Anything a reader should know: that it was tried, and the answer given.
    pub note: Option<String>,
}

/// A public rule between issues: where every `when` part holds, every `then` part must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The rule applies where each of these issues takes one of these choices.
    pub when: Vec<Part>,
    /// What must hold then.
    pub then: Vec<Part>,
    /// Why.
    pub note: Option<String>,
}

/// An issue taking one of some choices, by index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Index of the issue.
    pub issue: usize,
    /// Indices of its choices, ascending.
    pub choices: Vec<u32>,
}

/// A named outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The name, unique in the agenda.
    pub name: String,
    /// Choice by issue; issues left out take their default.
    pub choices: BTreeMap<String, String>,
    /// Anything a reader should know.
    pub note: Option<String>,
}

impl Agenda {
    /// An agenda from its parts; everything that [`Agenda::from_toml`] checks is checked.
    ///
    /// `scale` is the greatest gain any side can have, positive and public.
    ///
    /// # Errors
    /// No issues, doubled names, an issue with no choice on the table, a link
    /// or package that names what is not there or off the table, a package
    /// that breaks a link, a scale that is not positive, or too many issues
    /// or choices.
    pub fn new(
        name: impl Into<String>,
        issues: Vec<Issue>,
        links: Vec<Link>,
        packages: Vec<Package>,
        scale: Decimal,
    ) -> Result<Self> {
        let name = name.into();
        check::issues(&name, &issues)?;
        if !scale.is_positive() {
            return Err(bad(&name, "scale", "the scale must be above 0"));
        }
        for link in &links {
            check::link(&name, &issues, link)?;
        }
        let space = Space::of(&issues, &links);
        let agenda = Agenda { name, note: None, issues, links, packages, scale, space };
        agenda.check_packages()?;
        Ok(agenda)
    }

    /// The same agenda with a note for its readers.
    #[must_use]
    pub fn with_note(mut self, note: Option<String>) -> Self {
        self.note = note;
        self
    }

    /// Reads an agenda document; `origin` names it in errors.
    ///
    /// # Errors
    /// Text that is not TOML, unknown or missing entries, and all that
    /// [`Agenda::new`] refuses; with the line.
    pub fn from_toml(text: &str, origin: &str) -> Result<Self> {
        read::agenda(text, origin)
    }

    /// The canonical spelling: reading it gives an equal agenda, and equal agendas are spelt alike.
    #[must_use]
    pub fn to_toml(&self) -> String {
        write::agenda(self)
    }

    /// BLAKE3 of the canonical spelling: the name under which positions are sealed for this agenda.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        *blake3::hash(self.to_toml().as_bytes()).as_bytes()
    }

    /// The digest as 64 hexadecimal digits.
    #[must_use]
    pub fn digest_text(&self) -> String {
        blake3::Hash::from_bytes(self.digest()).to_hex().to_string()
    }

    /// The name of the agenda.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A note for its readers.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// The issues in agenda order.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// The links between issues.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The named packages.
    #[must_use]
    pub fn packages(&self) -> &[Package] {
        &self.packages
    }

    /// The greatest gain any side can have.
    #[must_use]
    pub fn scale(&self) -> &Decimal {
        &self.scale
    }

    /// All outcomes the agenda admits.
    #[must_use]
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// Index of an issue by name.
    ///
    /// # Errors
    /// An unknown name; the known ones are listed.
    pub fn issue_index(&self, name: &str) -> Result<usize> {
        self.issues
            .iter()
            .position(|issue| issue.name == name)
            .ok_or_else(|| Error::unknown("issue", name, self.issues.iter().map(|i| i.name.as_str())))
    }

    /// Index of a choice by name.
    ///
    /// # Errors
    /// An unknown name; the known ones are listed.
    pub fn choice_index(&self, issue: usize, name: &str) -> Result<u32> {
        let choices = self.issues.get(issue).map_or(&[][..], |i| &i.choices);
        choices
            .iter()
            .position(|choice| choice.name == name)
            .and_then(|i| u32::try_from(i).ok())
            .ok_or_else(|| Error::unknown("choice", name, choices.iter().map(|c| c.name.as_str())))
    }

    /// The name of a choice, or `?` for an index that is not there.
    #[must_use]
    pub fn choice_name(&self, issue: usize, choice: u32) -> &str {
        self.issues
            .get(issue)
            .and_then(|i| i.choices.get(usize::try_from(choice).ok()?))
            .map_or("?", |c| c.name.as_str())
    }

    /// A named package as an outcome.
    ///
    /// # Errors
    /// An unknown name; the known ones are listed.
    pub fn package(&self, name: &str) -> Result<Outcome> {
        let package = self
            .packages
            .iter()
            .find(|p| p.name == name)
            .ok_or_else(|| Error::unknown("package", name, self.packages.iter().map(|p| p.name.as_str())))?;
        self.outcome(&package.choices)
    }

    /// The name of a package that is this outcome, the first in agenda order.
    #[must_use]
    pub fn package_name(&self, outcome: &Outcome) -> Option<&str> {
        self.packages.iter().find(|p| self.outcome(&p.choices).is_ok_and(|o| o == *outcome)).map(|p| p.name.as_str())
    }

    /// The outcome with these choices by name; issues left out take their default.
    ///
    /// # Errors
    /// Unknown names, a choice off the table, or a broken link.
    pub fn outcome(&self, choices: &BTreeMap<String, String>) -> Result<Outcome> {
        let mut picked: Vec<u32> = self.issues.iter().map(|i| i.default).collect();
        for (issue, choice) in choices {
            let at = self.issue_index(issue)?;
            let index = self.choice_index(at, choice)?;
            if let Some(slot) = picked.get_mut(at) {
                *slot = index;
            }
        }
        let outcome = Outcome::new(picked);
        self.admits(&outcome)?;
        Ok(outcome)
    }

    /// Choice by issue, in agenda order.
    pub fn names<'a>(&'a self, outcome: &'a Outcome) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.issues
            .iter()
            .zip(outcome.choices())
            .enumerate()
            .map(|(i, (issue, choice))| (issue.name.as_str(), self.choice_name(i, *choice)))
    }

    /// Checks that an outcome may be entered, and says why it may not.
    fn admits(&self, outcome: &Outcome) -> Result<()> {
        for ((at, issue), choice) in self.issues.iter().enumerate().zip(outcome.choices()) {
            let found = usize::try_from(*choice).ok().and_then(|c| issue.choices.get(c));
            if let Some(reason) = found.and_then(|c| c.off_the_table.as_ref()) {
                return Err(Error::Question(format!(
                    "`{}` of issue `{}` is off the table: {reason}",
                    self.choice_name(at, *choice),
                    issue.name
                )));
            }
        }
        match self.links.iter().find(|l| !l.holds(outcome.choices())) {
            None => Ok(()),
            Some(link) => Err(Error::Question(format!("the link “{}” does not hold", self.describe_link(link)))),
        }
    }

    /// A link in words: "S is S1 or S2 whenever T is T2".
    #[must_use]
    pub fn describe_link(&self, link: &Link) -> String {
        format!("{} whenever {}", self.describe_parts(&link.then), self.describe_parts(&link.when))
    }

    /// Parts in words: "T is T1 or T2 and S is S3".
    #[must_use]
    pub fn describe_parts(&self, parts: &[Part]) -> String {
        let all: Vec<String> = parts.iter().map(|part| self.describe_part(part)).collect();
        all.join(" and ")
    }

    fn describe_part(&self, part: &Part) -> String {
        let issue = self.issues.get(part.issue).map_or("?", |i| i.name.as_str());
        let names: Vec<&str> = part.choices.iter().map(|c| self.choice_name(part.issue, *c)).collect();
        format!("{issue} is {}", either(&names))
    }

    /// The sides that an outcome affects and that are none of `sides`, each with the issues.
    ///
    /// An issue counts where the outcome takes another choice than "not addressed".
    #[must_use]
    pub fn absent_affected(&self, outcome: &Outcome, sides: &[String]) -> Vec<(&str, Vec<&str>)> {
        let mut absent: Vec<(&str, Vec<&str>)> = Vec::new();
        let addressed = self.issues.iter().zip(outcome.choices()).filter(|(issue, choice)| **choice != issue.default);
        for (issue, _) in addressed {
            for side in issue.affected.iter().filter(|side| !sides.contains(side)) {
                match absent.iter_mut().find(|(name, _)| name == side) {
                    Some((_, issues)) => issues.push(&issue.name),
                    None => absent.push((side, vec![&issue.name])),
                }
            }
        }
        absent
    }

    fn check_packages(&self) -> Result<()> {
        let mut seen = std::collections::BTreeSet::new();
        for package in &self.packages {
            let place = format!("package `{}`", package.name);
            if !seen.insert(package.name.as_str()) {
                return Err(bad(&self.name, &place, "the name is used twice"));
            }
            self.outcome(&package.choices).map_err(|e| bad(&self.name, &place, e.to_string()))?;
        }
        Ok(())
    }
}

/// "a", "a or b", "a, b or c".
pub(crate) fn either(names: &[&str]) -> String {
    match names.split_last() {
        None => "none".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

impl Issue {
    /// An issue with these choices: the first is the default, nothing else is said.
    #[must_use]
    pub fn plain(name: impl Into<String>, choices: Vec<Choice>) -> Self {
        Issue {
            name: name.into(),
            title: None,
            choices,
            default: 0,
            ordered: false,
            affected: Vec::new(),
            flag: None,
            note: None,
        }
    }

    /// Whether the choices are ordered: a range, or numbers that only rise or only fall, as in a list of prices.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        let values: Option<Vec<Decimal>> = self.choices.iter().map(|choice| number::parse(&choice.name).ok()).collect();
        self.ordered
            || values.is_some_and(|values| values.len() > 1 && (values.is_sorted() || values.iter().rev().is_sorted()))
    }

    /// An ordered issue whose choices are the numbers `from`, `from + step`, … up to `to`.
    ///
    /// # Errors
    /// A step that is not positive, bounds in the wrong order, or more than
    /// [`MOST_CHOICES`] values; the text says which.
    pub fn range(
        name: impl Into<String>,
        from: &Decimal,
        to: &Decimal,
        step: &Decimal,
    ) -> std::result::Result<Self, String> {
        if !step.is_positive() {
            return Err("the step of a range must be above 0".to_owned());
        }
        if to < from {
            return Err("the range ends before it begins".to_owned());
        }
        let steps = ((to - from) / step).floor().to_integer();
        let count = usize::try_from(steps)
            .ok()
            .filter(|n| *n < MOST_CHOICES)
            .ok_or_else(|| format!("the range holds more than {MOST_CHOICES} values"))?;
        let mut at = from.clone();
        let mut choices = Vec::with_capacity(count + 1);
        for _ in 0..=count {
            choices.push(Choice::plain(number::write(&at)));
            at += step;
        }
        Ok(Issue { ordered: true, ..Issue::plain(name, choices) })
    }

    /// Indices of the choices on the table, ascending.
    #[must_use]
    pub fn on_the_table(&self) -> Vec<u32> {
        (0u32..).zip(&self.choices).filter(|(_, c)| c.off_the_table.is_none()).map(|(i, _)| i).collect()
    }
}

impl Choice {
    /// A choice on the table about which nothing else is said.
    #[must_use]
    pub fn plain(name: impl Into<String>) -> Self {
        Choice { name: name.into(), title: None, off_the_table: None, note: None }
    }
}

impl Link {
    /// Whether an outcome (choice index by issue) respects the link.
    #[must_use]
    pub fn holds(&self, choices: &[u32]) -> bool {
        !self.when.iter().all(|p| p.holds(choices)) || self.then.iter().all(|p| p.holds(choices))
    }
}

impl Part {
    /// Whether an outcome takes one of the choices.
    #[must_use]
    pub fn holds(&self, choices: &[u32]) -> bool {
        choices.get(self.issue).is_some_and(|c| self.choices.binary_search(c).is_ok())
    }
}
