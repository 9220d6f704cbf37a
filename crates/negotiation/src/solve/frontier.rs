//! The Pareto frontier, kept compact while outcomes stream by.
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Utilities are compared after rounding to this part of one.
const GRAIN: f64 = 1e9;

/// Undominated utility vectors, each with its first index and the number of outcomes that have it.
pub(super) enum Frontier {
    /// Two sides: a staircase, sorted by the first side's utility.
    Stairs(BTreeMap<Key, Step>),
    /// Any other number of sides.
    Rows(Rows),
}

/// A rounded utility in the order of the numbers.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Key(f64);

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// A step of the staircase.
#[derive(Clone, Copy)]
pub(super) struct Step {
    second: f64,
    mark: Mark,
}

/// Where a utility vector was met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    pub(super) index: u64,
    pub(super) count: u64,
}

impl Mark {
    fn add(&mut self, other: Mark) {
        self.index = self.index.min(other.index);
        self.count += other.count;
    }
}

/// Rows of rounded utilities, `width` numbers each.
pub(super) struct Rows {
    width: usize,
    keys: Vec<f64>,
    marks: Vec<Mark>,
}

/// The rounded value; adding zero turns -0 into 0, so that equal numbers are equal keys.
fn round(utility: f64) -> f64 {
    (utility * GRAIN).round_ties_even() + 0.0
}

impl Frontier {
    pub(super) fn new(sides: usize) -> Self {
        if sides == 2 {
            Frontier::Stairs(BTreeMap::new())
        } else {
            Frontier::Rows(Rows { width: sides.max(1), keys: Vec::new(), marks: Vec::new() })
        }
    }

    /// Takes an outcome's utilities.
    pub(super) fn insert(&mut self, utilities: &[f64], index: u64) {
        let mark = Mark { index, count: 1 };
        match (self, utilities) {
            (Frontier::Stairs(stairs), [first, second]) => {
                climb(stairs, Key(round(*first)), round(*second), mark);
            }
            (Frontier::Stairs(_), _) => {}
            (Frontier::Rows(rows), _) => {
                // No allocation for the great majority, which is dominated at once.
                let mut key = [0.0; 32];
                match key.get_mut(..utilities.len()) {
                    Some(key) => {
                        for (slot, utility) in key.iter_mut().zip(utilities) {
                            *slot = round(*utility);
                        }
                        rows.insert(key, mark);
                    }
                    None => {
                        let key: Vec<f64> = utilities.iter().map(|u| round(*u)).collect();
                        rows.insert(&key, mark);
                    }
                }
            }
        }
    }

    pub(super) fn merge(&mut self, other: Frontier) {
        match (self, other) {
            (Frontier::Stairs(stairs), Frontier::Stairs(more)) => {
                for (first, step) in more {
                    climb(stairs, first, step.second, step.mark);
                }
            }
            (Frontier::Rows(rows), Frontier::Rows(more)) => {
                for (key, mark) in more.keys.chunks(more.width).zip(&more.marks) {
                    rows.insert(key, *mark);
                }
            }
            _ => {}
        }
    }

    /// Where each undominated vector was met, in the order of first indices.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = match self {
            Frontier::Stairs(stairs) => stairs.values().map(|s| s.mark).collect(),
            Frontier::Rows(rows) => rows.marks.clone(),
        };
        marks.sort_by_key(|mark| mark.index);
        marks
    }
}

/// Along the stairs the first utility rises and the second falls.
fn climb(stairs: &mut BTreeMap<Key, Step>, first: Key, second: f64, mark: Mark) {
    if let Some((at, step)) = stairs.range_mut(first..).next()
        && step.second >= second
    {
        if *at == first && step.second == second {
            step.mark.add(mark);
        }
        return;
    }
    while let Some((below, step)) = stairs.range(..=first).next_back() {
        if step.second > second {
            break;
        }
        let below = *below;
        stairs.remove(&below);
    }
    stairs.insert(first, Step { second, mark });
}

impl Rows {
    fn insert(&mut self, key: &[f64], mark: Mark) {
        let mut at = 0;
        while at < self.marks.len() {
            match self.compare(at, key) {
                Relation::Equal => {
                    if let Some(found) = self.marks.get_mut(at) {
                        found.add(mark);
                    }
                    return;
                }
                Relation::Dominates => {
                    // What dominated one will dominate many: let it move forward.
                    self.swap(at, at / 2);
                    return;
                }
                Relation::Dominated => self.remove(at),
                Relation::Neither => at += 1,
            }
        }
        self.keys.extend_from_slice(key);
        self.marks.push(mark);
    }

    fn row(&self, at: usize) -> &[f64] {
        self.keys.get(at * self.width..(at + 1) * self.width).unwrap_or_default()
    }

    fn compare(&self, at: usize, key: &[f64]) -> Relation {
        let (mut above, mut below) = (false, false);
        for (mine, other) in self.row(at).iter().zip(key) {
            above |= mine > other;
            below |= mine < other;
            if above && below {
                return Relation::Neither;
            }
        }
        match (above, below) {
            (false, false) => Relation::Equal,
            (true, _) => Relation::Dominates,
            (false, true) => Relation::Dominated,
        }
    }

    fn swap(&mut self, a: usize, b: usize) {
        if a != b {
            self.marks.swap(a, b);
            for i in 0..self.width {
                self.keys.swap(a * self.width + i, b * self.width + i);
            }
        }
    }

    fn remove(&mut self, at: usize) {
        let last = self.marks.len().saturating_sub(1);
        self.swap(at, last);
        self.marks.truncate(last);
        self.keys.truncate(last * self.width);
    }
}

enum Relation {
    Equal,
    Dominates,
    Dominated,
    Neither,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The definition, word for word.
    fn by_definition(points: &[Vec<i32>]) -> Vec<(u64, u64)> {
        let dominated = |p: &Vec<i32>| points.iter().any(|q| q != p && q.iter().zip(p).all(|(a, b)| a >= b));
        let mut found: Vec<(u64, u64)> = Vec::new();
        for (index, p) in (0u64..).zip(points) {
            let first = points.iter().position(|q| q == p);
            if !dominated(p) && first == usize::try_from(index).ok() {
                let count = points.iter().filter(|q| *q == p).count();
                found.push((index, u64::try_from(count).unwrap_or(0)));
            }
        }
        found
    }

    proptest! {
        #[test]
        fn streaming_gives_what_the_definition_gives(
            (width, flat, cut) in (1usize..5).prop_flat_map(|w| {
                (Just(w), prop::collection::vec(-3i32..6, 0..40 * w), 0usize..40)
            })
        ) {
            let points: Vec<Vec<i32>> = flat.chunks_exact(width).map(<[i32]>::to_vec).collect();
            let (mut one, mut two) = (Frontier::new(width), Frontier::new(width));
            for (index, point) in (0u64..).zip(&points) {
                let utilities: Vec<f64> = point.iter().map(|x| f64::from(*x) / 7.0).collect();
                let part = if usize::try_from(index).is_ok_and(|i| i < cut) { &mut one } else { &mut two };
                part.insert(&utilities, index);
            }
            // Either order of merging gives the same.
            two.merge(one);
            let found: Vec<(u64, u64)> = two.marks().iter().map(|m| (m.index, m.count)).collect();
            prop_assert_eq!(found, by_definition(&points));
        }
    }

    #[test]
    fn utilities_closer_than_a_billionth_are_one() {
        let mut frontier = Frontier::new(2);
        frontier.insert(&[0.5, 0.5], 7);
        frontier.insert(&[0.5 + 1e-12, 0.5 - 1e-12], 3);
        assert_eq!(frontier.marks(), [Mark { index: 3, count: 2 }]);
    }
}
