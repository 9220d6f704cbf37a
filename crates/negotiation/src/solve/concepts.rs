//! The concepts over a scan: first the optima, then who attains them.
use super::frontier::Frontier;
use super::panel::Passed;
use super::scan::{Gather, Scan};
use super::{FrontierPoint, Selected, Solution, leximin};

/// Outcomes this close to the optimum, relative to it, tie.
const TOLERANCE: f64 = 1e-9;

/// A number to be made as large as possible.
#[derive(Clone)]
pub(super) enum Objective {
    Product,
    Least,
    Sum,
    /// Least share of these best gains.
    Share(Vec<f64>),
}

impl Objective {
    fn of(&self, passed: &Passed<'_>) -> f64 {
        match self {
            Objective::Product => passed.gains.iter().product(),
            Objective::Least => passed.gains.iter().copied().fold(f64::INFINITY, f64::min),
            Objective::Sum => passed.utilities.iter().sum(),
            Objective::Share(best) => passed
                .gains
                .iter()
                .zip(best)
                .map(|(gain, best)| if *best > 0.0 { gain / best } else { 1.0 })
                .fold(f64::INFINITY, f64::min),
        }
    }
}

/// Whether a value ties with the optimum.
pub(super) fn ties(value: f64, optimum: f64) -> bool {
    value >= optimum - TOLERANCE * optimum.abs()
}

/// First pass: counts, frontier, ideal gains, optima.
struct Optima<'o> {
    outcomes: u64,
    acceptable: u64,
    frontier: Frontier,
    ideal: Vec<f64>,
    objectives: &'o [Objective],
    best: Vec<f64>,
}

impl Gather for Optima<'_> {
    fn seen(&mut self) {
        self.outcomes += 1;
    }

    fn take(&mut self, passed: Passed<'_>) {
        self.acceptable += 1;
        self.frontier.insert(passed.utilities, passed.index);
        for (ideal, gain) in self.ideal.iter_mut().zip(passed.gains) {
            *ideal = ideal.max(*gain);
        }
        for (best, objective) in self.best.iter_mut().zip(self.objectives) {
            *best = best.max(objective.of(&passed));
        }
    }

    fn merge(&mut self, other: Self) {
        self.outcomes += other.outcomes;
        self.acceptable += other.acceptable;
        self.frontier.merge(other.frontier);
        for (mine, more) in [(&mut self.ideal, other.ideal), (&mut self.best, other.best)] {
            for (slot, value) in mine.iter_mut().zip(more) {
                *slot = slot.max(value);
            }
        }
    }
}

/// Later passes: who attains known optima, and one more optimum.
struct Attained<'o> {
    known: &'o [(Objective, f64)],
    hits: Vec<Hits>,
    sought: Option<&'o Objective>,
    best: f64,
}

/// How many outcomes attain an optimum, and the first.
#[derive(Clone, Copy)]
pub(super) struct Hits {
    pub(super) count: u64,
    pub(super) first: u64,
}

impl Hits {
    pub(super) const NONE: Hits = Hits { count: 0, first: u64::MAX };

    pub(super) fn add(&mut self, other: Hits) {
        self.count += other.count;
        self.first = self.first.min(other.first);
    }
}

impl Gather for Attained<'_> {
    fn take(&mut self, passed: Passed<'_>) {
        for (hits, (objective, optimum)) in self.hits.iter_mut().zip(self.known) {
            if ties(objective.of(&passed), *optimum) {
                hits.add(Hits { count: 1, first: passed.index });
            }
        }
        if let Some(objective) = self.sought {
            self.best = self.best.max(objective.of(&passed));
        }
    }

    fn merge(&mut self, other: Self) {
        for (mine, more) in self.hits.iter_mut().zip(other.hits) {
            mine.add(more);
        }
        self.best = self.best.max(other.best);
    }
}

pub(super) fn solve(scan: &Scan<'_>) -> Solution {
    let objectives = [Objective::Product, Objective::Least, Objective::Sum];
    let sides = scan.panel.sides();
    let optima = scan.gather(|| Optima {
        outcomes: 0,
        acceptable: 0,
        frontier: Frontier::new(sides),
        ideal: vec![f64::NEG_INFINITY; sides],
        objectives: &objectives,
        best: vec![f64::NEG_INFINITY; objectives.len()],
    });
    let mut solution = Solution {
        outcomes: optima.outcomes,
        acceptable: optima.acceptable,
        frontier: Vec::new(),
        nash: None,
        egalitarian: None,
        leximin: None,
        utilitarian: None,
        kalai_smorodinsky: None,
    };
    if optima.acceptable == 0 {
        return solution;
    }
    solution.frontier = frontier(scan, &optima.frontier);
    let share = Objective::Share(optima.ideal);
    let known: Vec<(Objective, f64)> = objectives.iter().cloned().zip(optima.best).collect();
    let first = attained(scan, &known, Some(&share));
    let chosen = |at: usize, attained: &Attained<'_>| {
        let (_, value) = attained.known.get(at)?;
        select(scan, *attained.hits.get(at)?, *value)
    };
    solution.egalitarian = chosen(1, &first);
    solution.utilitarian = chosen(2, &first);
    if let Some(egalitarian) = &solution.egalitarian {
        solution.leximin = leximin::solve(scan, egalitarian);
    }
    if scan.panel.is_unanimous() {
        solution.nash = chosen(0, &first);
        let known = [(share.clone(), first.best)];
        solution.kalai_smorodinsky = chosen(0, &attained(scan, &known, None));
    }
    solution
}

fn attained<'o>(scan: &Scan<'_>, known: &'o [(Objective, f64)], sought: Option<&'o Objective>) -> Attained<'o> {
    scan.gather(|| Attained { known, hits: vec![Hits::NONE; known.len()], sought, best: f64::NEG_INFINITY })
}

/// The outcome that was hit first, with its utilities.
pub(super) fn select(scan: &Scan<'_>, hits: Hits, value: f64) -> Option<Selected> {
    let outcome = scan.question.outcome_at(hits.first)?;
    let verdicts = scan.panel.verdicts(&outcome);
    Some(Selected {
        outcome,
        index: hits.first,
        utilities: verdicts.iter().map(|v| v.utility).collect(),
        gains: verdicts.iter().map(|v| v.gain).collect(),
        value,
        ties: hits.count,
    })
}

fn frontier(scan: &Scan<'_>, frontier: &Frontier) -> Vec<FrontierPoint> {
    let marks = frontier.marks();
    let points = marks.iter().filter_map(|mark| {
        let outcome = scan.question.outcome_at(mark.index)?;
        let verdicts = scan.panel.verdicts(&outcome);
        Some(FrontierPoint {
            outcome,
            index: mark.index,
            utilities: verdicts.iter().map(|v| v.utility).collect(),
            ties: mark.count,
        })
    });
    points.collect()
}
