//! All-but-one oblivious transfer from punctured trees with a checksum against a malicious owner
//! (Boyle et al. CCS 2019; the consistency check of Roy, CRYPTO 2022, for small-field VOLE).

use subtle::ConstantTimeEq;

use super::{LEAVES, TREE_DEPTH, TREES};
use crate::block::{self, BLOCK_BYTES, Block, mask};
use crate::hash::{DIGEST_BYTES, oracle};
use crate::prg::Prg;
use crate::random::Entropy;

/// Bytes of a leaf's share of the checksum.
const CHECK_BYTES: usize = 32;
const LEVELS_BYTES: usize = TREE_DEPTH * 2 * BLOCK_BYTES;
const TREE_BYTES: usize = LEVELS_BYTES + CHECK_BYTES + DIGEST_BYTES;
/// What the owner sends for all its trees towards one holder.
pub(crate) const MESSAGE_BYTES: usize = TREES * TREE_BYTES;

/// Whose trees these are: the owner of the bits grows them, the holder of the global key gets them punctured.
pub(crate) struct Pair {
    pub(crate) run_id: [u8; 32],
    pub(crate) owner: usize,
    pub(crate) holder: usize,
}

impl Pair {
    fn oracle(&self, domain: &str, tree: usize) -> blake3::Hasher {
        let mut hasher = oracle(&self.run_id, domain);
        for number in [self.owner as u64, self.holder as u64, tree as u64] {
            hasher.update(&number.to_le_bytes());
        }
        hasher
    }

    /// Both children of a node.
    fn children(&self, tree: usize, node: Block) -> [Block; 2] {
        let mut hasher = self.oracle("trees: children", tree);
        hasher.update(&node.to_le_bytes());
        let mut bytes = [0; 2 * BLOCK_BYTES];
        hasher.finalize_xof().fill(&mut bytes);
        let mut blocks = block::iter(&bytes);
        [blocks.next().unwrap_or(0), blocks.next().unwrap_or(0)]
    }

    /// A leaf's seed, and its share of the checksum.
    fn leaf(&self, tree: usize, node: Block) -> (Block, [u8; CHECK_BYTES]) {
        let mut hasher = self.oracle("trees: leaf", tree);
        hasher.update(&node.to_le_bytes());
        let mut bytes = [0; BLOCK_BYTES + CHECK_BYTES];
        hasher.finalize_xof().fill(&mut bytes);
        let mut check = [0; CHECK_BYTES];
        check.copy_from_slice(&bytes[BLOCK_BYTES..]);
        (block::iter(&bytes).next().unwrap_or(0), check)
    }

    fn checksum(&self, tree: usize, checks: &[[u8; CHECK_BYTES]; LEAVES]) -> [u8; DIGEST_BYTES] {
        let mut hasher = self.oracle("trees: checksum", tree);
        for check in checks {
            hasher.update(check);
        }
        *hasher.finalize().as_bytes()
    }
}

fn xor_into(sum: &mut [u8; CHECK_BYTES], check: &[u8; CHECK_BYTES]) {
    for (out, byte) in sum.iter_mut().zip(check) {
        *out ^= byte;
    }
}

/// The owner's trees: every leaf is a generator.
#[cfg_attr(test, derive(Clone))]
pub(crate) struct FullTrees {
    pub(crate) leaves: Vec<[Prg; LEAVES]>,
}

impl FullTrees {
    /// Grows all trees, and the message that lets the holder grow them but for one leaf each.
    ///
    /// `keys` are the sender's keys of the base transfers, four for each tree, root level first.
    pub(crate) fn grow(pair: &Pair, keys: &[[Block; 2]], entropy: &mut Entropy) -> (Self, Vec<u8>) {
        let mut message = Vec::with_capacity(MESSAGE_BYTES);
        let mut leaves = Vec::with_capacity(TREES);
        for (tree, level_keys) in keys.chunks_exact(TREE_DEPTH).enumerate() {
            let mut nodes = [0; LEAVES];
            nodes[0] = entropy.block();
            for (level, key) in level_keys.iter().enumerate() {
                let mut sums = *key;
                for index in (0..1 << level).rev() {
                    let [left, right] = pair.children(tree, nodes[index]);
                    (nodes[2 * index], nodes[2 * index + 1]) = (left, right);
                    sums[0] ^= left;
                    sums[1] ^= right;
                }
                block::put(&sums, &mut message);
            }
            let grown = nodes.map(|node| pair.leaf(tree, node));
            let mut sum = [0; CHECK_BYTES];
            grown.iter().for_each(|(_, check)| xor_into(&mut sum, check));
            message.extend_from_slice(&sum);
            message.extend_from_slice(&pair.checksum(tree, &grown.map(|(_, check)| check)));
            leaves.push(grown.map(|(seed, _)| Prg::new(seed)));
        }
        (Self { leaves }, message)
    }
}

/// The holder's trees: leaf `x` stands at `x ⊕ α`, where α is the hidden one; so place 0 is empty.
#[cfg_attr(test, derive(Clone))]
pub(crate) struct PuncturedTrees {
    pub(crate) leaves: Vec<[Prg; LEAVES]>,
}

impl PuncturedTrees {
    /// Grows all trees but for the hidden leaves; `None` when a checksum does not fit.
    ///
    /// `chosen` are the receiver's keys of the base transfers, chosen by the bits of `choices`.
    pub(crate) fn grow(pair: &Pair, chosen: &[Block], choices: Block, message: &[u8]) -> Option<Self> {
        let mut leaves = Vec::with_capacity(TREES);
        let mut fits = true;
        for (tree, (keys, part)) in chosen.chunks_exact(TREE_DEPTH).zip(message.chunks_exact(TREE_BYTES)).enumerate() {
            let hidden = hidden_leaf(choices, tree);
            let (levels, rest) = part.split_at(LEVELS_BYTES);
            let nodes = grow_but_one(pair, tree, keys, levels, hidden);
            let mut grown = nodes.map(|node| pair.leaf(tree, node));
            // The hidden leaf's share follows from the sum of all.
            let mut missing = [0; CHECK_BYTES];
            missing.copy_from_slice(&rest[..CHECK_BYTES]);
            for (leaf, (_, check)) in grown.iter().enumerate() {
                let mut other = *check;
                other.iter_mut().for_each(|byte| *byte &= mask(leaf != hidden) as u8);
                xor_into(&mut missing, &other);
            }
            for (leaf, (_, check)) in grown.iter_mut().enumerate() {
                for (byte, other) in check.iter_mut().zip(missing) {
                    *byte ^= (*byte ^ other) & mask(leaf == hidden) as u8;
                }
            }
            let checksum = pair.checksum(tree, &grown.map(|(_, check)| check));
            fits &= bool::from(checksum.ct_eq(&rest[CHECK_BYTES..]));
            leaves.push(moved_by(grown.map(|(seed, _)| seed), hidden).map(Prg::new));
        }
        fits.then_some(Self { leaves })
    }
}

/// The leaf of `tree` that the holder's choices hide from it.
///
/// A base transfer opens the key of the level's *chosen* side, so the path to the hidden leaf takes the
/// complement of the choices; bit `b` of the leaf belongs to level `TREE_DEPTH − 1 − b`.
fn hidden_leaf(choices: Block, tree: usize) -> usize {
    (0..TREE_DEPTH).fold(0, |path, level| {
        let bit = (choices >> (TREE_DEPTH * tree + level)) & 1;
        2 * path + (1 - bit as usize)
    })
}

/// The global key that these choices make: the hidden leaves of all trees, side by side.
pub(crate) fn global_key(choices: Block) -> Block {
    (0..TREES).fold(0, |sum, tree| sum | ((hidden_leaf(choices, tree) as Block) << (TREE_DEPTH * tree)))
}

/// Moves the seed at `x` to `x ⊕ hidden` by conditional swaps, so that no address depends on the key.
fn moved_by(mut seeds: [Block; LEAVES], hidden: usize) -> [Block; LEAVES] {
    for level in 0..TREE_DEPTH {
        let width = 1 << level;
        let swapping = mask(hidden & width != 0);
        for low in (0..LEAVES).filter(|place| place & width == 0) {
            let swap = (seeds[low] ^ seeds[low | width]) & swapping;
            seeds[low] ^= swap;
            seeds[low | width] ^= swap;
        }
    }
    seeds
}

fn grow_but_one(pair: &Pair, tree: usize, keys: &[Block], levels: &[u8], hidden: usize) -> [Block; LEAVES] {
    let mut nodes = [0; LEAVES];
    let sums: Vec<Block> = block::iter(levels).collect();
    for (level, key) in keys.iter().enumerate() {
        // The parent on the hidden path is unknown; all its brothers' children are grown from them.
        let parent = hidden >> (TREE_DEPTH - level);
        let side = 1 - ((hidden >> (TREE_DEPTH - 1 - level)) & 1);
        let mut sum = sums[2 * level] & mask(side == 0) | sums[2 * level + 1] & mask(side == 1);
        sum ^= key;
        for index in (0..1 << level).rev() {
            let grown = pair.children(tree, nodes[index]);
            let known = mask(level > 0 && index != parent);
            (nodes[2 * index], nodes[2 * index + 1]) = (grown[0] & known, grown[1] & known);
            sum ^= (grown[0] & mask(side == 0) ^ grown[1] & mask(side == 1)) & known;
        }
        for (index, node) in nodes.iter_mut().enumerate().take(2 << level) {
            *node ^= sum & mask(index == 2 * parent + side);
        }
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ot::base;

    fn grown(tamper: impl Fn(&mut [u8])) -> (FullTrees, Option<PuncturedTrees>, Block) {
        let mut entropy = Entropy::seeded(9);
        let delta = entropy.block();
        let keys: Vec<[Block; 2]> = (0..base::COUNT).map(|_| [entropy.block(), entropy.block()]).collect();
        let chosen: Vec<Block> = keys.iter().enumerate().map(|(i, both)| both[((delta >> i) & 1) as usize]).collect();
        let pair = Pair { run_id: [1; 32], owner: 0, holder: 1 };
        let (full, mut message) = FullTrees::grow(&pair, &keys, &mut entropy);
        assert_eq!(message.len(), MESSAGE_BYTES);
        tamper(&mut message);
        (full, PuncturedTrees::grow(&pair, &chosen, delta, &message), delta)
    }

    #[test]
    fn holder_grows_all_leaves_but_the_hidden_one() {
        let (full, punctured, delta) = grown(|_| ());
        let mut punctured = punctured.map(|trees| trees.leaves).unwrap_or_default();
        assert_eq!(punctured.len(), TREES);
        for (tree, mut leaves) in full.leaves.into_iter().enumerate() {
            let hidden = hidden_leaf(delta, tree);
            for (leaf, prg) in leaves.iter_mut().enumerate() {
                let (mut ours, mut theirs) = ([0; 2], [0; 2]);
                prg.fill(&mut ours);
                punctured[tree][leaf ^ hidden].fill(&mut theirs);
                assert_eq!(ours == theirs, leaf != hidden, "tree {tree}, leaf {leaf}");
            }
        }
    }

    #[test]
    fn a_tampered_checksum_is_caught() {
        assert!(grown(|message| message[LEVELS_BYTES] ^= 1).1.is_none());
        assert!(grown(|message| message[LEVELS_BYTES + CHECK_BYTES] ^= 1).1.is_none());
    }
}
