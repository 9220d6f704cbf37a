//! The solution concepts, exactly, over all outcomes of a question, with everything in the clear.
//!
//! Notation: `u` utility, `r` reservation value, `g = u - r` gain, `A` the
//! acceptable outcomes. Acceptance is exact; rankings use the nearest floats
//! to exact utilities, and outcomes within 1e-9 (relative) of the optimum tie.
//! Among ties the outcome reported is the first in agenda order.
//!
//! | concept | chooses from A |
//! |---|---|
//! | Nash | greatest product of gains |
//! | egalitarian | greatest least gain |
//! | leximin | as egalitarian; then the greatest second least gain, and so on |
//! | utilitarian | greatest sum of utilities |
//! | Kalai–Smorodinsky | greatest least `g / b`, with `b` the side's best gain in A |
//! | Pareto frontier | outcomes of A that no other outcome of A dominates, utilities rounded to 1e-9 |
//!
//! A side whose best gain in A is 0 gains nothing anywhere in A; its share in
//! the Kalai–Smorodinsky rule counts as 1 everywhere, so it does not decide.
//! Under a quorum below unanimity some sides may be left below their red line:
//! then a product of gains and shares of best gains mean nothing, and Nash and
//! Kalai–Smorodinsky are not computed; the other concepts weigh all sides.
use std::num::NonZeroUsize;

use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::question::Question;
use crate::scenario::Side;

mod concepts;
mod frontier;
mod leximin;
mod panel;
mod scan;

use panel::Panel;

/// Most outcomes that are enumerated one by one.
pub const MOST_OUTCOMES: u64 = 10_000_000_000;

/// Who must accept, and how the work is done.
#[derive(Debug, Clone)]
pub struct Options {
    /// Least number of sides that must accept; `None` means all.
    pub quorum: Option<usize>,
    /// Names of sides that must accept in any case.
    pub vetoes: Vec<String>,
    /// Threads to use; the result does not depend on it.
    pub threads: NonZeroUsize,
}

impl Default for Options {
    /// Unanimity, on as many threads as the machine offers.
    fn default() -> Self {
        Options {
            quorum: None,
            vetoes: Vec::new(),
            threads: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
        }
    }
}

/// What a concept chose.
#[derive(Debug, Clone, PartialEq)]
pub struct Selected {
    /// The outcome, the first in agenda order among the ties.
    pub outcome: Outcome,
    /// Its index in the question.
    pub index: u64,
    /// Utility by side.
    pub utilities: Vec<f64>,
    /// Gain by side.
    pub gains: Vec<f64>,
    /// The optimum of the concept: product, least gain, sum, or share.
    pub value: f64,
    /// Number of outcomes that tie, this one included.
    pub ties: u64,
}

/// A point of the Pareto frontier.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontierPoint {
    /// The first outcome with these utilities, in agenda order.
    pub outcome: Outcome,
    /// Its index in the question.
    pub index: u64,
    /// Utility by side.
    pub utilities: Vec<f64>,
    /// Number of outcomes with these utilities (rounded to 1e-9).
    pub ties: u64,
}

/// The answers of all concepts.
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// Outcomes of the question that the links admit.
    pub outcomes: u64,
    /// How many of them are acceptable to all, or to the quorum.
    pub acceptable: u64,
    /// The Pareto frontier of the acceptable outcomes, in agenda order.
    pub frontier: Vec<FrontierPoint>,
    /// Nash bargaining solution.
    pub nash: Option<Selected>,
    /// Egalitarian solution.
    pub egalitarian: Option<Selected>,
    /// Leximin solution.
    pub leximin: Option<Selected>,
    /// Utilitarian solution.
    pub utilitarian: Option<Selected>,
    /// Kalai–Smorodinsky solution.
    pub kalai_smorodinsky: Option<Selected>,
}

/// Solves a question for these sides.
///
/// Streams over the outcomes a few times, in memory that does not grow with
/// their number (the frontier itself aside).
///
/// # Errors
/// No sides, a quorum of 0 or above the number of sides, an unknown veto
/// holder, or more than [`MOST_OUTCOMES`] outcomes.
pub fn solve(sides: &[Side], question: &Question, options: &Options) -> Result<Solution> {
    let panel = panel_of(sides, options)?;
    let all = question.indices(MOST_OUTCOMES)?;
    let scan = scan::Scan { question, panel: &panel, threads: options.threads.get(), source: scan::Source::Range(all) };
    Ok(concepts::solve(&scan))
}

fn panel_of<'s>(sides: &'s [Side], options: &Options) -> Result<Panel<'s>> {
    let count = sides.len();
    if count == 0 {
        return Err(Error::Question("there is no side to ask".to_owned()));
    }
    let quorum = options.quorum.unwrap_or(count);
    if quorum == 0 || quorum > count {
        return Err(Error::Question(format!(
            "a quorum of {quorum} among {count} sides; from 1 to {count} was expected"
        )));
    }
    let mut vetoes = vec![false; count];
    for name in &options.vetoes {
        let at = sides.iter().position(|s| s.name == *name);
        let slot = at
            .and_then(|at| vetoes.get_mut(at))
            .ok_or_else(|| Error::unknown("side", name, sides.iter().map(|s| s.name.as_str())))?;
        *slot = true;
    }
    Ok(Panel::new(sides.iter().map(|s| &s.position).collect(), quorum, vetoes))
}
