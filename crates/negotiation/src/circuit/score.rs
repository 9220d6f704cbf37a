//! Scores: a side's gains rounded to whole numbers, wide enough for the precision promised.

use super::Rule;

/// How one side judges one package, in the clear.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// Whether it is tolerable to the side; exact.
    pub acceptable: bool,
    /// Utility less the reservation value; meaningful where acceptable.
    pub gain: f64,
}

/// `nash` opens a package whose product of gains is at least `1 − NASH_PRECISION` of the greatest, where every
/// positive gain below a millionth of its side's best counts as that millionth.
pub const NASH_PRECISION: f64 = 0.001;
/// Smaller positive gains count as this share of the side's best.
const LEAST_SHARE: f64 = 1e-6;
/// Bits of an egalitarian score: gains are told apart down to the agenda's scale / 65,535.
const EGALITARIAN_BITS: usize = 16;
/// A gain below this share of the side's best is a rounding error of zero.
const ZERO_SHARE: f64 = 1e-12;

/// Steps of the logarithm between the least share and the best gain. Rounding moves each of the two packages
/// compared by at most half a step for each side, so the product by a factor of at most e^(sides · step).
fn steps(parties: usize) -> u64 {
    let step = NASH_PRECISION / parties as f64;
    (-LEAST_SHARE.ln() / step).ceil() as u64
}

/// The score of the least positive gain: so high that no package with a zero gain, whatever its other gains,
/// reaches one in which all gain.
fn floor_of_gain(parties: usize) -> u64 {
    (parties as u64 - 1) * steps(parties) + 1
}

/// Bits of one side's score.
pub(super) fn bits(rule: Rule, parties: usize) -> usize {
    match rule {
        Rule::Exists | Rule::Draw => 0,
        Rule::Egalitarian => EGALITARIAN_BITS,
        Rule::Nash => (u64::BITS - (floor_of_gain(parties) + steps(parties)).leading_zeros()) as usize,
    }
}

/// One side's scores; 0 for a package it does not tolerate.
pub(super) fn scores(rule: Rule, parties: usize, judgements: &[Judgement], scale: f64) -> Vec<u64> {
    let best = judgements.iter().filter(|judgement| judgement.acceptable).map(|j| j.gain).fold(0.0, f64::max);
    let score = |judgement: &Judgement| match rule {
        _ if !judgement.acceptable => 0,
        Rule::Exists | Rule::Draw => 0,
        Rule::Egalitarian => linear(judgement.gain, scale),
        Rule::Nash => logarithmic(judgement.gain, best, parties),
    };
    judgements.iter().map(score).collect()
}

fn linear(gain: f64, scale: f64) -> u64 {
    let top = (1u64 << EGALITARIAN_BITS) - 1;
    let share = if scale > 0.0 { (gain / scale).clamp(0.0, 1.0) } else { 0.0 };
    (share * top as f64).round() as u64
}

fn logarithmic(gain: f64, best: f64, parties: usize) -> u64 {
    // Also false where a gain is not a number.
    if !(gain > best * ZERO_SHARE && best.is_finite()) {
        return 0;
    }
    let steps = steps(parties);
    let below = -(gain / best).clamp(LEAST_SHARE, 1.0).ln() / -LEAST_SHARE.ln() * steps as f64;
    floor_of_gain(parties) + (steps - (below.round() as u64).min(steps))
}
