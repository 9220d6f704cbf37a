//! What is asked about: the whole agenda, a part of it with issues confined, or named packages.
use std::collections::BTreeSet;
use std::ops::Range;

use crate::agenda::{Agenda, Part};
use crate::error::{Error, Result};
use crate::outcome::{Outcome, Space, Step};

/// The outcomes a question ranges over, in a fixed order with fixed indices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    source: Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    Space(Space),
    Packages(Vec<(String, Outcome)>),
}

impl Question {
    /// A question as it is asked: about named packages or, with `None`, about
    /// every outcome; and each issue of `only` confined to one choice.
    ///
    /// # Errors
    /// As for [`Question::packages`] and [`Question::only`].
    pub fn of(agenda: &Agenda, packages: Option<&[String]>, only: &[(String, String)]) -> Result<Self> {
        let asked = match packages {
            None => Question::whole(agenda),
            Some(names) => Question::packages(agenda, names)?,
        };
        only.iter().try_fold(asked, |question, (issue, choice)| question.only(agenda, issue, choice))
    }

    /// Every outcome the agenda admits, in agenda order.
    #[must_use]
    pub fn whole(agenda: &Agenda) -> Self {
        Question { source: Source::Space(agenda.space().clone()) }
    }

    /// Named packages, in the order of the agenda; an outcome with two names counts once.
    ///
    /// # Errors
    /// An unknown name (the known ones are listed), or none.
    pub fn packages<S: AsRef<str>>(agenda: &Agenda, names: &[S]) -> Result<Self> {
        for name in names {
            agenda.package(name.as_ref())?;
        }
        let mut seen = BTreeSet::new();
        let mut packages = Vec::new();
        for package in agenda.packages() {
            if names.iter().any(|n| n.as_ref() == package.name) {
                let outcome = agenda.package(&package.name)?;
                if seen.insert(outcome.clone()) {
                    packages.push((package.name.clone(), outcome));
                }
            }
        }
        if packages.is_empty() {
            return Err(Error::Question("name at least one package".to_owned()));
        }
        Ok(Question { source: Source::Packages(packages) })
    }

    /// The same question with one issue confined to one of its choices, both by name.
    ///
    /// # Errors
    /// Unknown names, a choice off the table, or no outcome left.
    pub fn only(&self, agenda: &Agenda, issue: &str, choice: &str) -> Result<Self> {
        let at = agenda.issue_index(issue)?;
        let part = Part { issue: at, choices: vec![agenda.choice_index(at, choice)?] };
        let source = match &self.source {
            Source::Space(space) => Source::Space(space.confined(&part).map_err(|_| {
                Error::Question(format!(
                    "`{choice}` of issue `{issue}` is off the table, or another choice was asked for already"
                ))
            })?),
            Source::Packages(packages) => {
                let mut left = packages.clone();
                left.retain(|(_, outcome)| part.holds(outcome.choices()));
                if left.is_empty() {
                    return Err(Error::Question(format!(
                        "none of the packages asked about has `{choice}` for issue `{issue}`"
                    )));
                }
                Source::Packages(left)
            }
        };
        Ok(Question { source })
    }

    /// The packages asked about by name, or `None` where the question is about the agenda.
    pub fn package_names(&self) -> Option<impl Iterator<Item = &str>> {
        match &self.source {
            Source::Space(_) => None,
            Source::Packages(packages) => Some(packages.iter().map(|(name, _)| name.as_str())),
        }
    }

    /// Bound of the indices: the raw product, or the number of packages; saturates.
    #[must_use]
    pub fn size(&self) -> u128 {
        match &self.source {
            Source::Space(space) => space.size(),
            Source::Packages(packages) => u128::try_from(packages.len()).unwrap_or(u128::MAX),
        }
    }

    /// The indices, if there are at most `limit`.
    ///
    /// # Errors
    /// More than `limit` outcomes.
    pub fn indices(&self, limit: u64) -> Result<Range<u64>> {
        match &self.source {
            Source::Space(space) => space.indices(limit),
            Source::Packages(packages) => Ok(0..u64::try_from(packages.len()).unwrap_or(limit)),
        }
    }

    /// The outcome at an index.
    #[must_use]
    pub fn outcome_at(&self, index: u64) -> Option<Outcome> {
        match &self.source {
            Source::Space(space) => (u128::from(index) < space.size()).then(|| space.outcome_at(index)),
            Source::Packages(packages) => {
                let at = usize::try_from(index).ok()?;
                packages.get(at).map(|(_, outcome)| outcome.clone())
            }
        }
    }

    /// Visits the outcomes of a range of indices in order; those that links forbid are stepped over.
    pub fn walk(&self, range: Range<u64>, mut visit: impl FnMut(Step<'_>)) {
        match &self.source {
            Source::Space(space) => space.walk(range, visit),
            Source::Packages(packages) => {
                let all = (0u64..).zip(packages);
                for (index, (_, outcome)) in all.filter(|(index, _)| range.contains(index)) {
                    visit(Step { index, choices: outcome.choices(), changed: 0 });
                }
            }
        }
    }

    /// The outcomes of a range of indices, lazily; those that links forbid are stepped over.
    pub fn outcomes(&self, range: Range<u64>) -> impl Iterator<Item = (u64, Outcome)> + '_ {
        range.filter_map(|index| {
            let outcome = self.outcome_at(index)?;
            let admitted = match &self.source {
                Source::Space(space) => space.admits(&outcome),
                Source::Packages(_) => true,
            };
            admitted.then_some((index, outcome))
        })
    }
}
