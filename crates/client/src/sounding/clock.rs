//! How long the phases of a run took, for the log. A phase's messages follow from the question alone, and so, as far as
//! the engine keeps its word, does its duration. What looks at a position (the ballot) is over before the first phase.

use std::time::Instant;

use mpc::Phase;

use crate::brief::millis;

/// The phase that is under way, and since when.
pub(super) struct Clock<'q> {
    question: &'q str,
    phase: Option<(Phase, Instant)>,
}

impl<'q> Clock<'q> {
    /// Of a run of this question, before its first phase.
    pub(super) fn of(question: &'q str) -> Self {
        Self { question, phase: None }
    }

    /// A phase begins, and the one before has ended.
    pub(super) fn enters(&mut self, phase: Phase) {
        self.ends();
        self.phase = Some((phase, Instant::now()));
        tracing::debug!(question = self.question, phase = phase.name(), "a phase begins");
    }

    /// The phase under way has ended.
    pub(super) fn ends(&mut self) {
        if let Some((phase, since)) = self.phase.take() {
            let phase = phase.name();
            tracing::debug!(question = self.question, phase, millis = millis(since), "a phase ended");
        }
    }
}
