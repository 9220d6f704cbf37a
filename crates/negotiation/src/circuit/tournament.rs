//! The best tolerable package by score: a knock-out tournament in the order of the question.
//!
//! Safe for every input: a package that is not tolerable loses to any that is, whatever bits stand for its
//! score; sums have room for the greatest scores; a number beyond the last package cannot arise.

use mpc::circuit::{Builder, Number, Wire};

use super::{Rule, Terms, accept, score};

/// A package still in the tournament: the number of the block's best, below its score and its bit.
struct Entry {
    number: Number,
    score: Number,
    tolerable: Wire,
}

impl Entry {
    fn into_wires(self) -> Vec<Wire> {
        let mut wires = vec![self.tolerable];
        wires.extend(self.score.0);
        wires.extend(self.number.0);
        wires
    }

    fn from_wires(wires: Vec<Wire>, score_bits: usize) -> Self {
        let mut wires = wires.into_iter();
        let tolerable = wires.next().unwrap_or(Wire::ZERO);
        let score = Number(wires.by_ref().take(score_bits).collect());
        Self { number: Number(wires.collect()), score, tolerable }
    }

    /// The score with the tolerable bit above it.
    fn rank(&self) -> Number {
        let mut rank = self.score.clone();
        rank.0.push(self.tolerable);
        rank
    }
}

pub(super) fn build(builder: &mut Builder<'_>, terms: &Terms) {
    let best = play(builder, terms, terms.outcomes);
    let number = builder.keep_number(best.tolerable, &best.number);
    builder.output(best.tolerable);
    builder.output_number(&number);
}

/// The best of the next `outcomes` packages, numbered from the first of them.
fn play(builder: &mut Builder<'_>, terms: &Terms, outcomes: usize) -> Entry {
    let width = joint_bits(terms);
    let wires = builder.scope(|builder| {
        if outcomes == 1 {
            return enter(builder, terms).into_wires();
        }
        // Full blocks on the left, so that the choice is the number's next bit.
        let block = outcomes.next_power_of_two() / 2;
        let left = play(builder, terms, block);
        let right = play(builder, terms, outcomes - block);
        meet(builder, left, right, block).into_wires()
    });
    Entry::from_wires(wires, width)
}

/// The first wins unless the second is strictly better.
fn meet(builder: &mut Builder<'_>, left: Entry, right: Entry, block: usize) -> Entry {
    let second = builder.less(&left.rank(), &right.rank());
    let rank = builder.select_number(second, &right.rank(), &left.rank());
    let mut number = builder.select_number(second, &right.number, &left.number);
    number.0.resize(block.trailing_zeros() as usize, Wire::ZERO);
    number.0.push(second);
    let mut score = rank.0;
    let tolerable = score.pop().unwrap_or(Wire::ZERO);
    Entry { number, score: Number(score), tolerable }
}

/// Reads the next package: every side's bit and score.
fn enter(builder: &mut Builder<'_>, terms: &Terms) -> Entry {
    let bits = score::bits(terms.rule, terms.parties);
    let mut votes = Vec::with_capacity(terms.parties);
    let mut scores = Vec::with_capacity(terms.parties);
    for party in 0..terms.parties {
        votes.push(builder.input(party));
        scores.push(Number(builder.inputs(party, bits)));
    }
    let mut score = match terms.rule {
        Rule::Egalitarian => least(builder, &scores),
        _ => sum(builder, &scores),
    };
    score.0.resize(joint_bits(terms), Wire::ZERO);
    let tolerable = accept::passes(builder, terms, &votes);
    Entry { number: Number(Vec::new()), score, tolerable }
}

/// Bits of the joint score: the sum of all, or the least of them.
fn joint_bits(terms: &Terms) -> usize {
    let bits = score::bits(terms.rule, terms.parties);
    let carries = (usize::BITS - (terms.parties - 1).leading_zeros()) as usize;
    if terms.rule == Rule::Egalitarian { bits } else { bits + carries }
}

fn sum(builder: &mut Builder<'_>, scores: &[Number]) -> Number {
    match scores {
        [] => Number(Vec::new()),
        [score] => score.clone(),
        _ => {
            let (left, right) = scores.split_at(scores.len() / 2);
            let (left, right) = (sum(builder, left), sum(builder, right));
            builder.add(&left, &right, Wire::ZERO)
        }
    }
}

fn least(builder: &mut Builder<'_>, scores: &[Number]) -> Number {
    let mut scores = scores.iter();
    let first = scores.next().cloned().unwrap_or(Number(Vec::new()));
    scores.fold(first, |least, score| {
        let smaller = builder.less(score, &least);
        builder.select_number(smaller, score, &least)
    })
}
