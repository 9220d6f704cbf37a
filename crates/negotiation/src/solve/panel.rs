//! All sides judging one outcome after another: who accepts, and the gains of those that pass.
use crate::outcome::{Outcome, Step};
use crate::position::{Position, Scorer, Verdict};

/// The sides and the rule by which an outcome passes.
pub(super) struct Panel<'s> {
    positions: Vec<&'s Position>,
    quorum: usize,
    vetoes: Vec<bool>,
}

impl<'s> Panel<'s> {
    pub(super) fn new(positions: Vec<&'s Position>, quorum: usize, vetoes: Vec<bool>) -> Self {
        Panel { positions, quorum, vetoes }
    }

    pub(super) fn sides(&self) -> usize {
        self.positions.len()
    }

    /// Whether every side must accept.
    pub(super) fn is_unanimous(&self) -> bool {
        self.quorum == self.positions.len()
    }

    /// What every side says of one outcome.
    pub(super) fn verdicts(&self, outcome: &Outcome) -> Vec<Verdict> {
        self.positions.iter().map(|p| p.verdict(outcome)).collect()
    }

    /// A judge for one walk on one thread.
    pub(super) fn judge(&self) -> Judge<'_> {
        let sides = self.positions.iter().zip(&self.vetoes).map(|(position, veto)| Judging {
            scorer: position.scorer(),
            stale_from: 0,
            veto: *veto,
        });
        Judge {
            sides: sides.collect(),
            refusals_allowed: self.positions.len() - self.quorum,
            utilities: vec![0.0; self.positions.len()],
            gains: vec![0.0; self.positions.len()],
        }
    }
}

/// One side at its judging.
struct Judging<'s> {
    scorer: Scorer<'s>,
    /// First issue that may have changed since this side's last verdict.
    stale_from: usize,
    veto: bool,
}

/// Judges the steps of a walk.
pub(super) struct Judge<'s> {
    sides: Vec<Judging<'s>>,
    refusals_allowed: usize,
    utilities: Vec<f64>,
    gains: Vec<f64>,
}

/// An outcome that passed.
#[derive(Clone, Copy)]
pub(super) struct Passed<'j> {
    pub(super) index: u64,
    pub(super) utilities: &'j [f64],
    pub(super) gains: &'j [f64],
}

impl Judge<'_> {
    /// The utilities and gains of an outcome that passes. Sides after the
    /// decisive refusal are not asked.
    pub(super) fn pass(&mut self, step: &Step<'_>) -> Option<Passed<'_>> {
        for side in &mut self.sides {
            side.stale_from = side.stale_from.min(step.changed);
        }
        let mut refusals = 0;
        let slots = self.utilities.iter_mut().zip(&mut self.gains);
        for (side, (utility, gain)) in self.sides.iter_mut().zip(slots) {
            let verdict = side.scorer.verdict(step.choices, side.stale_from);
            side.stale_from = step.choices.len();
            if !verdict.acceptable {
                refusals += 1;
                if side.veto || refusals > self.refusals_allowed {
                    return None;
                }
            }
            *utility = verdict.utility;
            *gain = verdict.gain;
        }
        Some(Passed { index: step.index, utilities: &self.utilities, gains: &self.gains })
    }
}
