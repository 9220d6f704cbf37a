//! Going through all outcomes on several threads; what is gathered must not depend on how many.
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::panel::{Panel, Passed};
use crate::outcome::Step;
use crate::question::Question;

/// Outcomes handed to a thread at a time.
const CHUNK: u64 = 1 << 14;

/// What to go through, and by whose judgement.
pub(super) struct Scan<'s> {
    pub(super) question: &'s Question,
    pub(super) panel: &'s Panel<'s>,
    pub(super) threads: usize,
    pub(super) source: Source,
}

/// The outcomes to go through.
#[derive(Clone)]
pub(super) enum Source {
    /// All of a range of indices.
    Range(Range<u64>),
    /// These indices, ascending: a handful left over by an earlier pass.
    Indices(Vec<u64>),
}

/// Something gathered over outcomes, in any order and in parts.
pub(super) trait Gather: Send {
    /// Takes note that an outcome exists, acceptable or not.
    fn seen(&mut self) {}
    /// Takes an outcome that passed.
    fn take(&mut self, passed: Passed<'_>);
    /// Takes over what another part gathered; must be commutative.
    fn merge(&mut self, other: Self);
}

impl Scan<'_> {
    /// Gathers over the whole source.
    pub(super) fn gather<G: Gather>(&self, empty: impl Fn() -> G + Sync) -> G {
        let next = AtomicU64::new(0);
        let work = || {
            let mut gathered = empty();
            loop {
                let chunk = next.fetch_add(1, Ordering::Relaxed);
                if !self.chunk(chunk, &mut gathered) {
                    return gathered;
                }
            }
        };
        let threads = self.threads.clamp(1, 64);
        if threads == 1 {
            return work();
        }
        std::thread::scope(|scope| {
            let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let mut all = empty();
            for handle in handles {
                match handle.join() {
                    Ok(part) => all.merge(part),
                    // A defect of ours, told as it would be on one thread.
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            all
        })
    }

    /// Goes through one chunk; false when there is none with this number.
    fn chunk<G: Gather>(&self, chunk: u64, gathered: &mut G) -> bool {
        let mut judge = self.panel.judge();
        let mut visit = |step: Step<'_>| {
            gathered.seen();
            if let Some(passed) = judge.pass(&step) {
                gathered.take(passed);
            }
        };
        let from = chunk.saturating_mul(CHUNK);
        match &self.source {
            Source::Range(range) => {
                let start = range.start.saturating_add(from);
                if start >= range.end {
                    return false;
                }
                let end = start.saturating_add(CHUNK).min(range.end);
                self.question.walk(start..end, visit);
            }
            Source::Indices(indices) => {
                let part = usize::try_from(chunk).ok();
                let size = usize::try_from(CHUNK).unwrap_or(usize::MAX);
                let Some(part) = part.and_then(|n| indices.chunks(size).nth(n)) else {
                    return false;
                };
                for index in part {
                    // Each index stands alone, so every walk starts afresh.
                    self.question.walk(*index..index + 1, &mut visit);
                }
            }
        }
        true
    }
}
