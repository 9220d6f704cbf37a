//! One tolerable package, uniformly, from joint coins; its order and the number of others stay closed.
//!
//! The packages stand in order on a full binary search tree. Going up, each node counts the tolerable ones
//! below it, its own as the carry of the sum: one AND for each package. Going down, a joint random rank below
//! the total picks left, itself or right, and the data of the side not taken is dropped: about 1.6 ANDs
//! for each, 2.4 where the tree is far from full. What opens is the number of the node reached, and 0 where there is none.

use mpc::circuit::{Builder, Number, Wire};

use super::{Terms, accept};

/// The draw is uniform up to a statistical distance of 2^-40.
const CLOSENESS_BITS: usize = 40;

/// The least height of a tree with room for `outcomes`: 2^height − 1 nodes.
fn height(outcomes: usize) -> usize {
    (usize::BITS - outcomes.leading_zeros()) as usize
}

/// Whether the tree's node `number` (in order, from 1) stands for a package. All inner nodes do; leaves that
/// are left over are spread evenly, so that the two sides of every node are nearly alike and the choice
/// between them costs nothing where both are empty.
fn is_taken(number: usize, outcomes: usize) -> bool {
    let height = height(outcomes);
    let leaves = outcomes + 1 - (1 << (height - 1));
    let leaf = number / 2;
    let spread = if height == 1 { 0 } else { leaf.reverse_bits() >> (usize::BITS as usize + 1 - height) };
    number.is_multiple_of(2) || spread < leaves
}

/// The package that node `number` stands for; numbers are public once opened.
pub(super) fn package_at(number: usize, outcomes: usize) -> usize {
    (1..number).filter(|before| is_taken(*before, outcomes)).count()
}

/// Coins of each side: with `t` bits a rank `⌊R·c / 2^t⌋` is off uniform by less than `c / 2^t`.
pub(super) fn coin_bits(outcomes: usize) -> usize {
    height(outcomes) + CLOSENESS_BITS
}

/// What the way down needs of a subtree, in a fixed order: the count on the left, the node's own bit, then
/// both subtrees. A node without subtrees needs nothing: who arrives there has found it.
struct Subtree {
    count: Number,
    data: Vec<Wire>,
}

/// How many wires `Subtree::data` has at a height.
fn data_len(height: usize) -> usize {
    (2..=height).fold(0, |below, height| height + 2 * below)
}

pub(super) fn build(builder: &mut Builder<'_>, terms: &Terms) {
    let height = height(terms.outcomes);
    let coins: Vec<Wire> =
        (0..coin_bits(terms.outcomes)).map(|_| builder.scope_one(|builder| joint(builder, terms.parties))).collect();
    let mut number = 1;
    let tree = grow(builder, terms, height, &mut number);
    let coins = Number(coins);
    let rank = builder.scope(|builder| {
        let product = builder.multiply(&coins, &tree.count);
        product.0.into_iter().skip(coins.width()).take(height).collect()
    });
    let found = builder.scope_one(|builder| builder.any(&tree.count.0));
    descend(builder, height, tree.data, Number(rank), found);
}

/// Every side enters one coin; their sum is random if one side's is. Coins are entered bit by bit in turn.
fn joint(builder: &mut Builder<'_>, parties: usize) -> Wire {
    (0..parties).fold(Wire::ZERO, |sum, party| {
        let coin = builder.input(party);
        builder.xor(sum, coin)
    })
}

/// Reads the packages in order and counts; `number` is that of the subtree's first node, then of the next one's.
fn grow(builder: &mut Builder<'_>, terms: &Terms, height: usize, number: &mut usize) -> Subtree {
    if height == 0 {
        return Subtree { count: Number(Vec::new()), data: Vec::new() };
    }
    let left = grow(builder, terms, height - 1, number);
    let own = if is_taken(*number, terms.outcomes) { accept::next(builder, terms) } else { Wire::ZERO };
    *number += 1;
    let right = grow(builder, terms, height - 1, number);
    let mut count = builder.scope(|builder| builder.add(&left.count, &right.count, own).0);
    count.resize(height, Wire::ZERO);
    let mut data = Vec::with_capacity(data_len(height));
    if height > 1 {
        data.extend_from_slice(&left.count.0);
        // With nothing on its right, who is not sent left has arrived: the node's own bit is not asked.
        let alone = right.count.0.iter().all(|wire| *wire == Wire::ZERO);
        data.push(if alone { Wire::ONE } else { own });
        data.extend(left.data);
        data.extend(right.data);
    }
    Subtree { count: Number(count), data }
}

/// Follows the rank down and opens the number of the node reached.
fn descend(builder: &mut Builder<'_>, height: usize, mut data: Vec<Wire>, mut rank: Number, mut seeking: Wire) {
    let mut number = vec![Wire::ZERO; height];
    for height in (1..=height).rev() {
        if height == 1 {
            number[0] = seeking;
            break;
        }
        let (count, rest) = data.split_at(height - 1);
        let (own, below) = (rest.first().copied().unwrap_or(Wire::ZERO), rest.get(1..).unwrap_or_default());
        let (left, right) = below.split_at(below.len() / 2);
        let (count, width) = (Number(count.to_vec()), rank.width());
        let kept = builder.scope(|builder| {
            let to_left = builder.less(&rank, &count);
            let past_left = builder.subtract(&rank, &count);
            let nonzero = builder.any(&past_left.0);
            let past_own = builder.subtract(&past_left, &Number(vec![own]));
            // Neither left, nor past the node itself: the rank is its own.
            let not_left = builder.not(to_left);
            let first = builder.not(nonzero);
            let here = builder.and(own, first);
            let here = builder.and(here, not_left);
            let not_here = builder.not(here);
            let mut kept = vec![builder.and(seeking, not_left), builder.and(seeking, not_here)];
            kept.extend(builder.select_number(to_left, &rank, &past_own).0);
            kept.extend(left.iter().zip(right).map(|(left, right)| builder.select(to_left, *left, *right)));
            kept
        });
        let mut kept = kept.into_iter();
        number[height - 1] = kept.next().unwrap_or(Wire::ZERO);
        seeking = kept.next().unwrap_or(Wire::ZERO);
        rank = Number(kept.by_ref().take(width).collect());
        // Below, the rank is smaller than the subtree.
        rank.0.truncate(height - 1);
        data = kept.collect();
    }
    builder.output_number(&Number(number));
}
