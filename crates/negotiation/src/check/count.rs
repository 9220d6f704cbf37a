//! Counting acceptable outcomes exactly without going through all of them.
//!
//! Issues tied by conditions or links form groups; inside a group outcomes are
//! gone through one by one, giving how many there are for each sum of points.
//! Groups are independent, so their tables combine by convolution.
use num_bigint::BigUint;
use num_traits::{One, Zero};

use super::MOST_COUNTED;
use crate::agenda::{Agenda, Link};
use crate::position::Position;
use crate::position::points::POINTS;

/// A counting problem: choices allowed by issue with their points, rules, and points needed.
#[derive(Clone)]
pub(super) struct Problem {
    pub(super) domains: Vec<Vec<(u32, u32)>>,
    pub(super) rules: Vec<Link>,
    pub(super) needed: u32,
}

impl Problem {
    /// How many outcomes satisfy everything; `None` where a group is too large.
    pub(super) fn count(&self) -> Option<BigUint> {
        Some(self.spread()?.iter().sum())
    }

    /// The same by sum of points; empty below the points needed.
    pub(super) fn spread(&self) -> Option<Vec<BigUint>> {
        if self.domains.iter().any(Vec::is_empty) {
            return Some(Vec::new());
        }
        let mut table = vec![BigUint::one()];
        for group in self.groups() {
            table = combine(&table, &self.table_of(&group)?);
        }
        let needed = usize::try_from(self.needed).unwrap_or(usize::MAX);
        table.iter_mut().take(needed).for_each(|slot| *slot = BigUint::zero());
        Some(table)
    }

    /// Issues by group, each in agenda order.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut leader: Vec<usize> = (0..self.domains.len()).collect();
        for rule in &self.rules {
            let mut members = rule.when.iter().chain(&rule.then).map(|p| p.issue);
            let Some(first) = members.next().and_then(|i| leader.get(i).copied()) else {
                continue;
            };
            for issue in members {
                let Some(other) = leader.get(issue).copied() else {
                    continue;
                };
                for slot in leader.iter_mut().filter(|l| **l == other) {
                    *slot = first;
                }
            }
        }
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.domains.len()];
        for (issue, leader) in leader.iter().enumerate() {
            if let Some(group) = groups.get_mut(*leader) {
                group.push(issue);
            }
        }
        groups.retain(|g| !g.is_empty());
        groups
    }

    /// Outcomes of a group by sum of points.
    fn table_of(&self, group: &[usize]) -> Option<Vec<BigUint>> {
        let domains: Vec<&[(u32, u32)]> =
            group.iter().filter_map(|i| self.domains.get(*i).map(Vec::as_slice)).collect();
        let size = domains.iter().try_fold(1u64, |n, d| n.checked_mul(u64::try_from(d.len()).ok()?))?;
        if size > MOST_COUNTED {
            return None;
        }
        let rules: Vec<&Link> =
            self.rules.iter().filter(|r| r.when.iter().chain(&r.then).any(|p| group.contains(&p.issue))).collect();
        let mut counts = vec![0u64; usize::try_from(POINTS).unwrap_or(100) + 1];
        let mut digits = vec![0usize; group.len()];
        let mut choices = vec![u32::MAX; self.domains.len()];
        for _ in 0..size {
            let mut points = 0;
            for ((issue, domain), digit) in group.iter().zip(&domains).zip(&digits) {
                if let (Some((choice, worth)), Some(slot)) = (domain.get(*digit), choices.get_mut(*issue)) {
                    *slot = *choice;
                    points += *worth;
                }
            }
            if rules.iter().all(|rule| rule.holds(&choices)) {
                let at = usize::try_from(points).unwrap_or(usize::MAX).min(counts.len() - 1);
                if let Some(count) = counts.get_mut(at) {
                    *count += 1;
                }
            }
            advance(&mut digits, &domains);
        }
        let used = counts.iter().rposition(|n| *n > 0).map_or(0, |at| at + 1);
        Some(counts.into_iter().take(used).map(BigUint::from).collect())
    }
}

fn advance(digits: &mut [usize], domains: &[&[(u32, u32)]]) {
    for (digit, domain) in digits.iter_mut().zip(domains).rev() {
        *digit += 1;
        if *digit < domain.len() {
            return;
        }
        *digit = 0;
    }
}

fn combine(a: &[BigUint], b: &[BigUint]) -> Vec<BigUint> {
    if a.is_empty() || b.is_empty() {
        return Vec::new();
    }
    let mut out = vec![BigUint::zero(); a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate().filter(|(_, x)| !x.is_zero()) {
        for (slot, y) in out.iter_mut().skip(i).zip(b) {
            *slot += x * y;
        }
    }
    out
}

/// Outcomes of the agenda, links heeded.
pub(super) fn agenda(agenda: &Agenda) -> Option<BigUint> {
    let domains = agenda.space().tables().iter();
    let problem = Problem {
        domains: domains.map(|t| t.iter().map(|c| (*c, 0)).collect()).collect(),
        rules: agenda.links().to_vec(),
        needed: 0,
    };
    problem.count()
}

/// Acceptable outcomes of any position, gone through one by one.
pub(super) fn one_by_one(agenda: &Agenda, position: &Position) -> Option<BigUint> {
    let space = agenda.space();
    if let Position::Listed(listed) = position {
        let rows = listed.rows().iter().filter(|r| r.acceptable);
        return Some(BigUint::from(rows.count()));
    }
    let range = space.indices(MOST_COUNTED).ok()?;
    let mut scorer = position.scorer();
    let mut found = 0u64;
    space.walk(range, |step| found += u64::from(scorer.step(&step).acceptable));
    Some(BigUint::from(found))
}
