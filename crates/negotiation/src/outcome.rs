//! Outcomes (one choice per issue) and the space of them, walked lazily in a fixed order.
//!
//! The order is mixed radix over the choices on the table, first issue
//! slowest: index 0 is the first choice everywhere. Indices count the raw
//! product, so that an index means the same whether or not links forbid some
//! outcomes; those are stepped over.
use std::ops::Range;

use crate::agenda::{Issue, Link, Part};
use crate::error::{Error, Result};

/// One choice per issue, as indices into the agenda's lists of choices.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Outcome(Vec<u32>);

impl Outcome {
    /// An outcome with these choice indices, in agenda order.
    #[must_use]
    pub fn new(choices: Vec<u32>) -> Self {
        Outcome(choices)
    }

    /// Choice index by issue.
    #[must_use]
    pub fn choices(&self) -> &[u32] {
        &self.0
    }
}

/// The outcomes an agenda admits, or a part of them with some issues fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Choices on the table by issue, ascending.
    tables: Vec<Vec<u32>>,
    links: Vec<Link>,
}

impl Space {
    pub(crate) fn of(issues: &[Issue], links: &[Link]) -> Self {
        Space { tables: issues.iter().map(Issue::on_the_table).collect(), links: links.to_vec() }
    }

    /// Choices on the table by issue, ascending.
    #[must_use]
    pub fn tables(&self) -> &[Vec<u32>] {
        &self.tables
    }

    /// The product of the choices on the table, links not heeded; `u128::MAX` stands for more.
    #[must_use]
    pub fn size(&self) -> u128 {
        self.tables.iter().map(|t| u128::try_from(t.len()).unwrap_or(u128::MAX)).fold(1, u128::saturating_mul)
    }

    /// The size as an index bound, if the outcomes are few enough to enumerate.
    ///
    /// # Errors
    /// More than `limit` outcomes.
    pub fn indices(&self, limit: u64) -> Result<Range<u64>> {
        let size = self.size();
        match u64::try_from(size) {
            Ok(n) if n <= limit => Ok(0..n),
            _ => Err(Error::TooMany { outcomes: spell_size(size), limit }),
        }
    }

    /// Number of outcomes the links admit. Counts them one by one where there are links.
    ///
    /// # Errors
    /// There are links, and more than `limit` outcomes to check.
    pub fn count(&self, limit: u64) -> Result<u128> {
        if self.links.is_empty() {
            return Ok(self.size());
        }
        let mut found = 0u128;
        self.walk(self.indices(limit)?, |_| found += 1);
        Ok(found)
    }

    /// Whether links forbid some combinations.
    #[must_use]
    pub fn has_links(&self) -> bool {
        !self.links.is_empty()
    }

    /// The same space with one issue confined to some of its choices.
    ///
    /// # Errors
    /// None of these choices is on the table.
    pub fn confined(&self, part: &Part) -> Result<Self> {
        let mut space = self.clone();
        let table = space
            .tables
            .get_mut(part.issue)
            .ok_or_else(|| Error::Question(format!("there is no issue number {}", part.issue)))?;
        table.retain(|c| part.choices.contains(c));
        if table.is_empty() {
            return Err(Error::Question("none of these choices is on the table".to_owned()));
        }
        Ok(space)
    }

    /// The outcome at an index; indices from the size on wrap around.
    #[must_use]
    pub fn outcome_at(&self, index: u64) -> Outcome {
        let mut rest = index;
        let mut choices = vec![0; self.tables.len()];
        for (slot, table) in choices.iter_mut().zip(&self.tables).rev() {
            let radix = u64::try_from(table.len()).unwrap_or(u64::MAX).max(1);
            let digit = usize::try_from(rest % radix).unwrap_or(0);
            *slot = table.get(digit).copied().unwrap_or(0);
            rest /= radix;
        }
        Outcome(choices)
    }

    /// The index of an outcome, if it is in the space (links not heeded) and its index fits.
    #[must_use]
    pub fn index_of(&self, outcome: &Outcome) -> Option<u64> {
        if outcome.0.len() != self.tables.len() {
            return None;
        }
        let mut index = 0u64;
        for (choice, table) in outcome.0.iter().zip(&self.tables) {
            let digit = u64::try_from(table.binary_search(choice).ok()?).ok()?;
            let radix = u64::try_from(table.len()).ok()?;
            index = index.checked_mul(radix)?.checked_add(digit)?;
        }
        Some(index)
    }

    /// Whether the outcome is in the space and every link holds.
    #[must_use]
    pub fn admits(&self, outcome: &Outcome) -> bool {
        outcome.0.len() == self.tables.len()
            && outcome.0.iter().zip(&self.tables).all(|(c, table)| table.binary_search(c).is_ok())
            && self.linked(&outcome.0)
    }

    fn linked(&self, choices: &[u32]) -> bool {
        self.links.iter().all(|link| link.holds(choices))
    }

    /// The outcomes in a range of indices, with their indices, lazily; forbidden ones are stepped over.
    pub fn outcomes(&self, range: Range<u64>) -> impl Iterator<Item = (u64, Outcome)> + '_ {
        range.map(|index| (index, self.outcome_at(index))).filter(|(_, outcome)| self.linked(&outcome.0))
    }

    /// As [`Space::outcomes`], without an allocation per outcome: for scanning millions.
    pub fn walk(&self, range: Range<u64>, mut visit: impl FnMut(Step<'_>)) {
        if range.is_empty() {
            return;
        }
        let mut choices = self.outcome_at(range.start).0;
        let mut digits = self.digits(&choices);
        let mut changed = 0;
        for index in range {
            if self.linked(&choices) {
                visit(Step { index, choices: &choices, changed });
                changed = choices.len();
            }
            changed = changed.min(self.advance(&mut digits, &mut choices));
        }
    }

    fn digits(&self, choices: &[u32]) -> Vec<usize> {
        choices.iter().zip(&self.tables).map(|(c, table)| table.binary_search(c).unwrap_or(0)).collect()
    }

    /// Steps to the next outcome and returns the first issue that changed.
    fn advance(&self, digits: &mut [usize], choices: &mut [u32]) -> usize {
        let wheels = digits.iter_mut().zip(choices.iter_mut()).zip(&self.tables);
        for (at, ((digit, choice), table)) in wheels.enumerate().rev() {
            *digit += 1;
            if let Some(next) = table.get(*digit) {
                *choice = *next;
                return at;
            }
            *digit = 0;
            *choice = table.first().copied().unwrap_or(0);
        }
        0
    }
}

/// One step of a walk.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// Index of the outcome.
    pub index: u64,
    /// Choice index by issue.
    pub choices: &'a [u32],
    /// First issue whose choice may differ from the step visited before; 0 at the start.
    pub changed: usize,
}

/// A size in digits, or a bound where it was too large to hold.
#[must_use]
pub fn spell_size(size: u128) -> String {
    if size == u128::MAX { "more than 3.4e38".to_owned() } else { size.to_string() }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;
    use crate::agenda::Choice;
    use proptest::prelude::*;

    fn issues(sizes: &[usize]) -> Vec<Issue> {
        sizes
            .iter()
            .enumerate()
            .map(|(i, n)| {
                let choices = (0..*n).map(|c| Choice::plain(format!("c{c}"))).collect();
                Issue::plain(format!("i{i}"), choices)
            })
            .collect()
    }

    proptest! {
        #[test]
        fn walking_is_counting(sizes in prop::collection::vec(1usize..5, 1..5), from in 0u64..40, cut in 0usize..3) {
            let mut issues = issues(&sizes);
            if let Some(choice) = issues.first_mut().and_then(|i| i.choices.get_mut(cut)) {
                choice.off_the_table = Some("a reason".to_owned());
            }
            prop_assume!(!issues.iter().any(|i| i.on_the_table().is_empty()));
            let links = if sizes.len() > 1 {
                vec![Link {
                    when: vec![Part { issue: 0, choices: vec![1] }],
                    then: vec![Part { issue: 1, choices: vec![0] }],
                    note: None,
                }]
            } else { vec![] };
            let space = Space::of(&issues, &links);
            let size = u64::try_from(space.size()).unwrap();
            let range = from.min(size)..size;
            let lazy: Vec<(u64, Outcome)> = space.outcomes(range.clone()).collect();
            let mut walked = Vec::new();
            let mut before: Option<Vec<u32>> = None;
            let mut honest = true;
            space.walk(range, |step| {
                if let Some(before) = &before {
                    honest &= before[..step.changed.min(before.len())] == step.choices[..step.changed.min(before.len())];
                } else {
                    honest &= step.changed == 0;
                }
                before = Some(step.choices.to_vec());
                walked.push((step.index, Outcome::new(step.choices.to_vec())));
            });
            prop_assert!(honest);
            prop_assert_eq!(&lazy, &walked);
            for (index, outcome) in &lazy {
                prop_assert_eq!(space.index_of(outcome), Some(*index));
                prop_assert!(space.admits(outcome));
            }
            let sorted = lazy.windows(2).all(|w| w[0].1 < w[1].1);
            prop_assert!(sorted);
        }
    }

    #[test]
    fn sizes_beyond_every_integer_saturate() {
        let space = Space::of(&issues(&[1000; 50]), &[]);
        assert_eq!(space.size(), u128::MAX);
        assert!(space.indices(u64::MAX).unwrap_err().to_string().contains("more than"));
        let space = Space::of(&issues(&[10; 38]), &[]);
        assert_eq!(space.size(), 10u128.pow(38));
    }
}
