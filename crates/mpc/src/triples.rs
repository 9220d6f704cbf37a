//! Authenticated ANDs: leaky ones, checked, then combined in buckets until none leaks.
//!
//! Leaky ANDs after Katz–Ranellucci–Rosulek–Wang (CRYPTO 2018) for two parties and Yang–Wang–Zhang (CCS 2020)
//! for many: the lowest bit of the hashed product is the product of the bits, since the lowest bit of the sum
//! of all global keys is one. Bucketing after Wang–Ranellucci–Katz (CCS 2017b).

use crate::bits::Bits;
use crate::block::{self, BLOCK_BYTES, Block, mask};
use crate::channel::Stream;
use crate::error::Error;
use crate::hash::{TMMO_BATCH, Tmmo};
use crate::net::{Net, Piece};
use crate::ot::extension::universal_hash;
use crate::phase::Phase;
use crate::prg::Prg;
use crate::random::Entropy;
use crate::shares::Shares;

/// Rows of shares with `z = x ∧ y`.
pub(crate) struct Triples {
    pub(crate) x: Shares,
    pub(crate) y: Shares,
    pub(crate) z: Shares,
}

/// Triples per message: 1 MiB.
const CHUNK: usize = (1 << 20) / BLOCK_BYTES;

/// Leaky ANDs in one row of shares: `x` in the first third, `y` in the second, `z` in the last.
struct Leaky {
    rows: Shares,
    count: usize,
}

/// The hashes of all ordered pairs this party is in.
pub(crate) struct PairHashes {
    holder: Vec<Tmmo>,
    owner: Vec<Tmmo>,
}

impl PairHashes {
    /// The hashes between `me` and each party.
    pub(crate) fn new(net: &Net) -> Self {
        let (run_id, me) = (net.run_id(), net.me());
        Self {
            holder: (0..net.parties()).map(|peer| Tmmo::new(run_id, me, peer)).collect(),
            owner: (0..net.parties()).map(|peer| Tmmo::new(run_id, peer, me)).collect(),
        }
    }
}

/// Turns `3 · triples · bucket` random shares into `triples` ANDs.
///
/// `spent` numbers the leaky ANDs made earlier in the run, so that no hash tweak occurs twice.
pub(crate) fn make(
    net: &mut Net,
    hashes: &PairHashes,
    delta: Block,
    random: Shares,
    bucket: usize,
    spent: u64,
    entropy: &mut Entropy,
) -> Result<Triples, Error> {
    net.enter(Phase::Triples);
    let count = random.len() / 3;
    let mut leaky = Leaky { rows: random, count };
    let products = leaky.multiply(net, hashes, delta, spent)?;
    leaky.check(net, delta, products, entropy)?;
    net.enter(Phase::Buckets);
    leaky.combine(net, delta, bucket, entropy)
}

impl Leaky {
    /// The hashed products `S_i`, whose sum is `x·y·Δ`.
    fn multiply(&self, net: &mut Net, hashes: &PairHashes, delta: Block, spent: u64) -> Result<Vec<Block>, Error> {
        let mut products = vec![0; self.count];
        let range = |piece: usize| (piece * CHUNK, ((piece + 1) * CHUNK).min(self.count));
        net.in_pieces(self.count.div_ceil(CHUNK), |net, piece| match piece {
            Piece::Send(piece) => {
                let (from, to) = range(piece);
                self.send_rows(net, hashes, delta, spent, from, &mut products[from..to])
            }
            Piece::Take(piece) => {
                let (from, to) = range(piece);
                self.take_rows(net, hashes, spent, from, &mut products[from..to])
            }
        })?;
        Ok(products)
    }

    /// Sends `U` for the ANDs from `from` on to every peer; the products get all that is known without theirs.
    fn send_rows(
        &self,
        net: &mut Net,
        hashes: &PairHashes,
        delta: Block,
        spent: u64,
        from: usize,
        products: &mut [Block],
    ) -> Result<(), Error> {
        let to = from + products.len();
        let spread = self.spread(net, delta, from, to);
        for (index, (product, spread)) in products.iter_mut().zip(&spread).enumerate() {
            *product = spread & mask(self.rows.bits.bit(from + index));
        }
        for peer in net.peers() {
            let keys = &self.rows.keys[peer][from..to];
            let rows = sealed_rows(&hashes.holder[peer], delta, keys, &spread, spent + from as u64, products);
            let mut message = Vec::new();
            block::put(&rows, &mut message);
            net.send(peer, Stream::Rounds, 1, &message)?;
        }
        Ok(())
    }

    /// Receives every peer's `U` for the ANDs from `from` on.
    fn take_rows(
        &self,
        net: &mut Net,
        hashes: &PairHashes,
        spent: u64,
        from: usize,
        products: &mut [Block],
    ) -> Result<(), Error> {
        let to = from + products.len();
        for peer in net.peers() {
            let message = net.receive(peer, Stream::Rounds, 1, products.len() * BLOCK_BYTES)?;
            let mut pads = self.rows.macs[peer][from..to].to_vec();
            hash_all(&hashes.owner[peer], &mut pads, spent + from as u64);
            let rows = pads.iter().zip(block::iter(&message));
            for (index, (product, (pad, row))) in products.iter_mut().zip(rows).enumerate() {
                *product ^= pad ^ (row & mask(self.rows.bits.bit(from + index)));
            }
        }
        Ok(())
    }

    /// `Φ_i`: shares of `y·Δ` for the ANDs `from..to`.
    fn spread(&self, net: &Net, delta: Block, from: usize, to: usize) -> Vec<Block> {
        let first = self.count + from;
        let mut spread: Vec<Block> =
            (from..to).map(|index| delta & mask(self.rows.bits.bit(self.count + index))).collect();
        for peer in net.peers() {
            let keys = &self.rows.keys[peer][first..];
            let macs = &self.rows.macs[peer][first..];
            for ((sum, key), mac) in spread.iter_mut().zip(keys).zip(macs) {
                *sum ^= key ^ mac;
            }
        }
        spread
    }

    /// Fixes `z` to the lowest bits of the products, then checks every AND at once.
    fn check(
        &mut self,
        net: &mut Net,
        delta: Block,
        mut products: Vec<Block>,
        entropy: &mut Entropy,
    ) -> Result<(), Error> {
        let z = 2 * self.count;
        let own: Bits = products
            .iter()
            .enumerate()
            .map(|(index, product)| (product & 1 == 1) ^ self.rows.bits.bit(z + index))
            .collect();
        let packed = net.broadcast(2, own.to_bytes())?;
        for (index, product) in products.iter_mut().enumerate() {
            self.rows.bits.flip(z + index, own.bit(index));
            *product ^= delta & mask(self.rows.bits.bit(z + index));
        }
        for peer in net.peers() {
            let shift = net.bits(peer, &packed[peer], self.count)?;
            let keys = &mut self.rows.keys[peer][z..];
            let macs = &self.rows.macs[peer][z..];
            for (index, ((product, key), mac)) in products.iter_mut().zip(keys).zip(macs).enumerate() {
                *key ^= delta & mask(shift.bit(index));
                *product ^= *key ^ mac;
            }
        }
        // The sum over all parties is zero at every AND that is right.
        let coins = net.coins(3, entropy)?;
        let own = universal_hash(&coins, products.into_iter());
        let sums = net.reveal(5, &own.to_le_bytes(), entropy.bytes())?;
        let sum = sums.iter().flat_map(|bytes| block::iter(bytes)).fold(0, |sum, block| sum ^ block);
        if sum != 0 {
            return net.reject_someone("an AND that does not check");
        }
        Ok(())
    }

    /// Combines `bucket` leaky ANDs, picked by joint coins, into each sound one.
    fn combine(self, net: &mut Net, delta: Block, bucket: usize, entropy: &mut Entropy) -> Result<Triples, Error> {
        let coins = net.coins(1, entropy)?;
        let order = shuffle(self.count, &coins);
        let buckets: Vec<&[u32]> = order.chunks_exact(bucket).collect();
        let differences = self.differences(net, &buckets, bucket);
        let opened = differences.open(net, 3, delta)?;
        drop(differences);

        let buckets = Buckets { count: self.count, members: buckets, opened };
        let row = |which: Row| Shares {
            bits: buckets.bits(which, &self.rows.bits),
            macs: self.rows.macs.iter().map(|lane| buckets.lane(which, lane)).collect(),
            keys: self.rows.keys.iter().map(|lane| buckets.lane(which, lane)).collect(),
        };
        Ok(Triples { x: row(Row::X), y: row(Row::Y), z: row(Row::Z) })
    }

    /// `y_0 ⊕ y_k` for every further member `k` of every bucket.
    fn differences(&self, net: &Net, buckets: &[&[u32]], bucket: usize) -> Shares {
        let mut row = Shares::with_capacity(net, buckets.len() * (bucket - 1));
        let (from, y) = (&self.rows, self.count);
        for members in buckets {
            let first = y + members[0] as usize;
            for member in &members[1..] {
                let other = y + *member as usize;
                row.bits.push(from.bits.bit(first) ^ from.bits.bit(other));
                for peer in net.peers() {
                    row.macs[peer].push(from.macs[peer][first] ^ from.macs[peer][other]);
                    row.keys[peer].push(from.keys[peer][first] ^ from.keys[peer][other]);
                }
            }
        }
        row
    }
}

#[derive(Clone, Copy)]
enum Row {
    X,
    Y,
    Z,
}

/// Which leaky ANDs make each sound one, and the opened differences of their `y`.
struct Buckets<'a> {
    /// Leaky ANDs: where the rows of `y` and `z` begin.
    count: usize,
    members: Vec<&'a [u32]>,
    opened: Bits,
}

impl Buckets<'_> {
    /// One row of the sound ANDs, from the values that `at` gives for the leaky ones.
    ///
    /// `x = ⊕ x_k`, `y = y_0`, `z = z_0 ⊕ ⊕ (z_k ⊕ (y_0 ⊕ y_k)·x_k)`.
    fn combine(&self, which: Row, at: impl Fn(usize) -> Block) -> impl Iterator<Item = Block> {
        self.members.iter().enumerate().map(move |(number, members)| {
            let place = |member: &u32| *member as usize;
            let first = members.first().map_or(0, place);
            let rest = || members.iter().skip(1).map(place);
            match which {
                Row::X => rest().fold(at(first), |sum, member| sum ^ at(member)),
                Row::Y => at(self.count + first),
                Row::Z => rest().enumerate().fold(at(2 * self.count + first), |sum, (index, member)| {
                    let opened = mask(self.opened.bit(number * (members.len() - 1) + index));
                    sum ^ at(2 * self.count + member) ^ (at(member) & opened)
                }),
            }
        })
    }

    fn bits(&self, which: Row, bits: &Bits) -> Bits {
        self.combine(which, |index| Block::from(bits.bit(index))).map(|bit| bit == 1).collect()
    }

    fn lane(&self, which: Row, lane: &[Block]) -> Vec<Block> {
        if lane.is_empty() { Vec::new() } else { self.combine(which, |index| lane[index]).collect() }
    }
}

/// Replaces every block by its hash; the tweaks count up from `first`.
fn hash_all(hash: &Tmmo, blocks: &mut [Block], first: u64) {
    let mut tweak = Block::from(first);
    for chunk in blocks.chunks_mut(TMMO_BATCH) {
        let mut batch = [0; TMMO_BATCH];
        batch[..chunk.len()].copy_from_slice(chunk);
        let tweaks = std::array::from_fn(|index| tweak + index as Block);
        hash.hash(&mut batch, &tweaks);
        chunk.copy_from_slice(&batch[..chunk.len()]);
        tweak += TMMO_BATCH as Block;
    }
}

/// `U = H(K) ⊕ H(K ⊕ Δ) ⊕ Φ` for each key; adds `H(K)` to the products.
fn sealed_rows(
    hash: &Tmmo,
    delta: Block,
    keys: &[Block],
    spread: &[Block],
    first: u64,
    products: &mut [Block],
) -> Vec<Block> {
    let mut zeros = keys.to_vec();
    hash_all(hash, &mut zeros, first);
    let mut rows: Vec<Block> = keys.iter().map(|key| key ^ delta).collect();
    hash_all(hash, &mut rows, first);
    for (((row, zero), spread), product) in rows.iter_mut().zip(zeros).zip(spread).zip(products) {
        *row ^= zero ^ spread;
        *product ^= zero;
    }
    rows
}

/// A permutation of `0..count` from joint coins (Fisher–Yates; each step's bias is below `count`/2^64, a
/// factor of at most 1 + 2^-20 on any probability at the sizes in use).
pub(crate) fn shuffle(count: usize, coins: &[u8; 32]) -> Vec<u32> {
    let mut prg = Prg::new(block::iter(coins).next().unwrap_or(0));
    let mut order: Vec<u32> = (0..count as u32).collect();
    let mut random = [0; 8];
    for last in (1..count).rev() {
        if (count - 1 - last).is_multiple_of(random.len()) {
            prg.fill(&mut random);
        }
        let draw = random[(count - 1 - last) % random.len()] as u64;
        let other = ((u128::from(draw) * (last as u128 + 1)) >> 64) as usize;
        order.swap(last, other);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shuffle_is_a_permutation_and_moves() {
        let order = shuffle(1000, &[3; 32]);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert!(sorted.iter().copied().eq(0..1000));
        assert!(order.iter().enumerate().filter(|(at, value)| *at == **value as usize).count() < 20);
    }
}
