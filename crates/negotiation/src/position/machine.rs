//! Sums of whole steps: the common arithmetic of words and additive utilities, fast and exact.
//!
//! Every contribution is a whole number of steps of `1/unit`. Where the
//! contributions have a common denominator of moderate size, the steps are
//! exact. Else they are rounded down, the error of a sum is bounded by
//! `slack` steps, and a sum that close to the red line is decided by the
//! exact fractions instead.
use crate::agenda::Link;

use super::Verdict;

/// The tables of one position.
#[derive(Debug, Clone, Default)]
pub(crate) struct Machine {
    /// Steps by issue and choice.
    pub(crate) values: Vec<Vec<i128>>,
    /// Choices never acceptable, by issue and choice.
    pub(crate) vetoes: Vec<Vec<bool>>,
    /// Conditions: *only if*.
    pub(crate) rules: Vec<Link>,
    /// Steps added to every sum.
    pub(crate) bias: i128,
    /// Steps above which the sum counts no further.
    pub(crate) clip: Option<i128>,
    /// A sum below this is not acceptable.
    pub(crate) threshold: i128,
    /// Where gains begin.
    pub(crate) gain_from: i128,
    /// Where utilities begin.
    pub(crate) utility_from: i128,
    /// Steps in one unit of utility.
    pub(crate) unit: f64,
    /// Greatest error of a sum against the threshold, in steps; 0 where steps are exact.
    pub(crate) slack: i128,
}

/// Sum and vetoes over the first issues of an outcome.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Partial {
    sum: i128,
    vetoed: bool,
}

impl Machine {
    pub(crate) fn issues(&self) -> usize {
        self.values.len()
    }

    /// Brings the partial sums up to date from issue `changed` on.
    pub(crate) fn advance(&self, partial: &mut [Partial], choices: &[u32], changed: usize) {
        let mut at = match changed {
            0 => Partial { sum: self.bias, vetoed: false },
            n => partial.get(n).copied().unwrap_or_default(),
        };
        let issues = self.values.iter().zip(&self.vetoes).zip(choices);
        let slots = partial.iter_mut().skip(1);
        for (((values, vetoes), choice), slot) in issues.zip(slots).skip(changed) {
            let choice = usize::try_from(*choice).unwrap_or(usize::MAX);
            at.sum += values.get(choice).copied().unwrap_or(0);
            // A choice the tables do not know is never acceptable.
            at.vetoed |= vetoes.get(choice).copied().unwrap_or(true);
            *slot = at;
        }
    }

    /// The verdict on the outcome whose partial sums are complete.
    pub(crate) fn verdict(&self, partial: &[Partial], choices: &[u32], exact: impl FnOnce() -> bool) -> Verdict {
        let last = partial.last().copied().unwrap_or_default();
        let sum = self.clip.map_or(last.sum, |clip| last.sum.min(clip));
        let tolerable = !last.vetoed && self.rules.iter().all(|rule| rule.holds(choices));
        let distance = sum - self.threshold;
        let enough = if distance.abs() <= self.slack && self.slack > 0 { tolerable && exact() } else { distance >= 0 };
        // Ruled out: worth no more than no agreement, whatever the points say.
        let counted = if tolerable { sum } else { sum.min(self.gain_from) };
        let gain = (counted - self.gain_from) as f64 / self.unit;
        let acceptable = tolerable && enough;
        Verdict {
            acceptable,
            utility: (counted - self.utility_from) as f64 / self.unit,
            gain: if acceptable { gain.max(0.0) } else { gain },
        }
    }
}
