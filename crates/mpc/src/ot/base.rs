//! Base oblivious transfer of Masny and Rindal (CCS 2019, "Endemic Oblivious Transfer", the protocol from
//! key agreement) over ristretto255: one round, both directions at once.

use curve25519_dalek::ristretto::{CompressedRistretto, RistrettoPoint};
use curve25519_dalek::scalar::Scalar;
use subtle::{Choice, ConditionallySelectable};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::block::Block;
use crate::hash::{first_block, oracle};
use crate::random::Entropy;

/// Transfers in each direction: one for each level of each tree.
pub(crate) const COUNT: usize = 128;
const POINT_BYTES: usize = 32;
/// Two points for each transfer.
pub(crate) const POINTS_BYTES: usize = COUNT * 2 * POINT_BYTES;

/// Whose transfers these are.
pub(crate) struct Pair {
    pub(crate) run_id: [u8; 32],
    pub(crate) sender: usize,
    pub(crate) receiver: usize,
}

impl Pair {
    fn oracle(&self, domain: &str, index: usize, side: u8) -> blake3::Hasher {
        let mut hasher = oracle(&self.run_id, domain);
        for number in [self.sender as u64, self.receiver as u64, index as u64, u64::from(side)] {
            hasher.update(&number.to_le_bytes());
        }
        hasher
    }

    /// The random oracle into the group, `H_side(other)`.
    fn point(&self, index: usize, side: u8, other: &[u8]) -> RistrettoPoint {
        let mut hasher = self.oracle("base: point", index, side);
        hasher.update(other);
        let mut bytes = [0; 64];
        hasher.finalize_xof().fill(&mut bytes);
        RistrettoPoint::from_uniform_bytes(&bytes)
    }

    fn key(&self, index: usize, side: u8, shared: &RistrettoPoint, points: &[u8], answer: &[u8]) -> Block {
        let mut hasher = self.oracle("base: key", index, side);
        hasher.update(shared.compress().as_bytes());
        hasher.update(points);
        hasher.update(answer);
        first_block(&hasher)
    }
}

fn scalar(entropy: &mut Entropy) -> Scalar {
    Scalar::from_bytes_mod_order_wide(&entropy.bytes())
}

fn decompress(bytes: &[u8]) -> Option<RistrettoPoint> {
    CompressedRistretto::from_slice(bytes).ok()?.decompress()
}

fn point_at(points: &[u8], index: usize, side: usize) -> &[u8] {
    &points[(2 * index + side) * POINT_BYTES..][..POINT_BYTES]
}

fn choice(choices: Block, index: usize) -> u8 {
    ((choices >> index) & 1) as u8
}

/// The receiver's coins; its choice bits make the global key.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Receiver {
    exponents: Vec<Scalar>,
    decoys: Vec<[u8; 64]>,
}

impl Receiver {
    pub(crate) fn new(entropy: &mut Entropy) -> Self {
        Self {
            exponents: (0..COUNT).map(|_| scalar(entropy)).collect(),
            decoys: (0..COUNT).map(|_| entropy.bytes()).collect(),
        }
    }

    /// The message `(r_0, r_1)` of each transfer: `r_b = g^a − H_b(r_{1−b})`, `r_{1−b}` uniform.
    pub(crate) fn points(&self, pair: &Pair, choices: Block) -> Vec<u8> {
        let mut message = Vec::with_capacity(POINTS_BYTES);
        for (index, (exponent, decoy)) in self.exponents.iter().zip(&self.decoys).enumerate() {
            let bit = choice(choices, index);
            let other = RistrettoPoint::from_uniform_bytes(decoy);
            let own = RistrettoPoint::mul_base(exponent) - pair.point(index, bit, other.compress().as_bytes());
            let selector = Choice::from(bit);
            let first = RistrettoPoint::conditional_select(&own, &other, selector);
            let second = RistrettoPoint::conditional_select(&other, &own, selector);
            message.extend_from_slice(first.compress().as_bytes());
            message.extend_from_slice(second.compress().as_bytes());
        }
        message
    }

    /// The chosen key of each transfer; `None` when a point of the sender is not in the group.
    pub(crate) fn keys(&self, pair: &Pair, own: &[u8], answers: &[u8], choices: Block) -> Option<Vec<Block>> {
        let mut keys = Vec::with_capacity(COUNT);
        for (index, exponent) in self.exponents.iter().enumerate() {
            let bit = choice(choices, index);
            let selector = Choice::from(bit);
            let (first, second) = (point_at(answers, index, 0), point_at(answers, index, 1));
            let chosen = RistrettoPoint::conditional_select(&decompress(first)?, &decompress(second)?, selector);
            let mut answer = [0; POINT_BYTES];
            for (out, (a, b)) in answer.iter_mut().zip(first.iter().zip(second)) {
                *out = u8::conditional_select(a, b, selector);
            }
            let points = &own[2 * index * POINT_BYTES..][..2 * POINT_BYTES];
            keys.push(pair.key(index, bit, &(chosen * exponent), points, &answer));
        }
        Some(keys)
    }
}

/// The sender's coins.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Sender {
    exponents: Vec<[Scalar; 2]>,
    points: Vec<u8>,
}

impl Sender {
    pub(crate) fn new(entropy: &mut Entropy) -> Self {
        let exponents: Vec<[Scalar; 2]> = (0..COUNT).map(|_| [scalar(entropy), scalar(entropy)]).collect();
        let powers = exponents.iter().flatten().map(RistrettoPoint::mul_base);
        let points = powers.flat_map(|point| point.compress().to_bytes()).collect();
        Self { exponents, points }
    }

    /// The message `(g^{b_0}, g^{b_1})` of each transfer; it does not depend on the receiver's.
    pub(crate) fn points(&self) -> &[u8] {
        &self.points
    }

    /// Both keys of each transfer; `None` when a point of the receiver is not in the group.
    pub(crate) fn keys(&self, pair: &Pair, theirs: &[u8]) -> Option<Vec<[Block; 2]>> {
        let mut keys = Vec::with_capacity(COUNT);
        for (index, exponents) in self.exponents.iter().enumerate() {
            let mut both = [0; 2];
            for side in 0..2 {
                let agreement = decompress(point_at(theirs, index, side))?
                    + pair.point(index, side as u8, point_at(theirs, index, 1 - side));
                let answer = point_at(&self.points, index, side);
                let points = &theirs[2 * index * POINT_BYTES..][..2 * POINT_BYTES];
                both[side] = pair.key(index, side as u8, &(agreement * exponents[side]), points, answer);
            }
            keys.push(both);
        }
        Some(keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receiver_learns_the_chosen_key_and_no_other() {
        let mut entropy = Entropy::seeded(5);
        let delta = entropy.block();
        let pair = Pair { run_id: [7; 32], sender: 0, receiver: 1 };
        let (receiver, sender) = (Receiver::new(&mut entropy), Sender::new(&mut entropy));
        let points = receiver.points(&pair, delta);
        let both = sender.keys(&pair, &points).unwrap_or_default();
        let chosen = receiver.keys(&pair, &points, sender.points(), delta).unwrap_or_default();
        assert_eq!((both.len(), chosen.len()), (COUNT, COUNT));
        for (index, key) in chosen.iter().enumerate() {
            let bit = usize::from(choice(delta, index));
            assert_eq!(*key, both[index][bit]);
            assert_ne!(*key, both[index][1 - bit]);
        }
    }

    #[test]
    fn a_point_outside_the_group_is_refused() {
        let mut entropy = Entropy::seeded(6);
        let pair = Pair { run_id: [7; 32], sender: 0, receiver: 1 };
        let sender = Sender::new(&mut entropy);
        assert!(sender.keys(&pair, &[0xff; POINTS_BYTES]).is_none());
    }
}
