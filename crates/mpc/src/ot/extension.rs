//! Correlated oblivious transfer from the trees: this party's random bits with MACs under every peer's global
//! key, and the keys of every peer's bits (SoftSpokenOT's subspace VOLE with the repetition code, whose
//! consistency check hashes each column).

use polyval::Polyval;
use polyval::universal_hash::UniversalHash;

use super::{LEAVES, PairSeeds, TREE_DEPTH, TREES};
use crate::bits::Bits;
use crate::block::{self, BLOCK_BYTES, Block, mask, transpose};
use crate::channel::Stream;
use crate::error::Error;
use crate::net::{Net, Piece};
use crate::prg::Prg;
use crate::random::Entropy;
use crate::shares::Shares;

/// Blocks taken from each leaf at once; a tile is that many blocks of each of 128 columns.
const TILE_BLOCKS: usize = 8;
const TILE_ROWS: usize = 128 * TILE_BLOCKS;
/// One correction block row per tree.
const TILE_BYTES: usize = TREES * TILE_BLOCKS * BLOCK_BYTES;
/// Tiles per message: 1 MiB.
const TILES_PER_MESSAGE: usize = (1 << 20) / TILE_BYTES;
/// Random bits given up so that the hash of the rest tells nothing.
const SPARE_ROWS: usize = 128;

type Column = [Block; TILE_BLOCKS];
type Tile = [Column; 128];

/// One tree's part of a tile: the sum of all leaves, and the four columns.
fn fold(leaves: &mut [Prg; LEAVES]) -> (Column, [Column; TREE_DEPTH]) {
    let mut sums = [[0; TILE_BLOCKS]; LEAVES];
    for (sum, leaf) in sums.iter_mut().zip(leaves) {
        leaf.fill(sum);
    }
    let mut columns = [[0; TILE_BLOCKS]; TREE_DEPTH];
    let mut width = LEAVES;
    for column in &mut columns {
        width /= 2;
        for at in 0..width {
            let (even, odd) = (sums[2 * at], sums[2 * at + 1]);
            for block in 0..TILE_BLOCKS {
                column[block] ^= odd[block];
                sums[at][block] = even[block] ^ odd[block];
            }
        }
    }
    (sums[0], columns)
}

/// All columns of one pair in one direction, tile by tile.
struct Columns {
    tiles: Vec<Tile>,
}

impl Columns {
    /// Hashes every column, `Σ h^(n−i) · block_i`.
    fn hash(&self, hash: &Polyval) -> [Block; 128] {
        let mut states = vec![hash.clone(); 128];
        for tile in &self.tiles {
            for (state, column) in states.iter_mut().zip(tile) {
                absorb(state, column);
            }
        }
        let mut hashes = [0; 128];
        for (out, state) in hashes.iter_mut().zip(states) {
            *out = Block::from_le_bytes(state.finalize().into());
        }
        hashes
    }

    /// The first `count` rows.
    fn into_rows(self, count: usize) -> Vec<Block> {
        let mut rows = Vec::with_capacity(self.tiles.len() * TILE_ROWS);
        for tile in &self.tiles {
            for part in 0..TILE_BLOCKS {
                let mut square = tile.map(|column| column[part]);
                transpose(&mut square);
                rows.extend_from_slice(&square);
            }
        }
        rows.truncate(count);
        rows
    }
}

fn absorb(state: &mut Polyval, blocks: &[Block]) {
    for chunk in blocks.chunks(TILE_BLOCKS) {
        let mut batch = [polyval::Block::default(); TILE_BLOCKS];
        for (out, block) in batch.iter_mut().zip(chunk) {
            *out = block.to_le_bytes().into();
        }
        state.update(&batch[..chunk.len()]);
    }
}

/// A universal hash of blocks under a key that was not known when they were fixed.
pub(crate) fn universal_hash(key: &[u8; 32], blocks: impl Iterator<Item = Block>) -> Block {
    let mut state = Polyval::new(&hash_key(key));
    let mut batch = [0; TILE_BLOCKS];
    let mut filled = 0;
    for block in blocks {
        batch[filled] = block;
        filled += 1;
        if filled == TILE_BLOCKS {
            absorb(&mut state, &batch);
            filled = 0;
        }
    }
    absorb(&mut state, &batch[..filled]);
    Block::from_le_bytes(state.finalize().into())
}

fn hash_key(coins: &[u8; 32]) -> polyval::Key {
    let mut key = polyval::Key::default();
    key.copy_from_slice(&coins[..BLOCK_BYTES]);
    key
}

/// Makes `count` random bits of this party, each with a MAC for every peer, and likewise theirs.
///
/// Every party calls this at once with the same `count` (docs/PROTOCOL.md, phase `bits`).
pub(crate) fn extend(
    net: &mut Net,
    seeds: &mut [Option<PairSeeds>],
    delta: Block,
    count: usize,
    entropy: &mut Entropy,
) -> Result<Shares, Error> {
    let tiles = (count + SPARE_ROWS).div_ceil(TILE_ROWS);
    let choice: Vec<Block> = entropy.blocks(tiles * TILE_BLOCKS);
    let (macs, keys) = expand(net, seeds, delta, &choice)?;
    let coins = net.coins(2, entropy)?;
    check(net, &coins, delta, &choice, &macs, &keys)?;

    let mut bits = Bits::zeros(count);
    for index in 0..count {
        bits.flip(index, (choice[index / 128] >> (index % 128)) & 1 == 1);
    }
    let rows = |columns: Vec<Columns>| columns.into_iter().map(|columns| columns.into_rows(count)).collect();
    Ok(Shares { bits, macs: rows(macs), keys: rows(keys) })
}

/// Expands the trees tile by tile and exchanges the corrections.
fn expand(
    net: &mut Net,
    seeds: &mut [Option<PairSeeds>],
    delta: Block,
    choice: &[Block],
) -> Result<(Vec<Columns>, Vec<Columns>), Error> {
    let tiles = choice.len() / TILE_BLOCKS;
    let empty = |peer: usize, me: usize| Columns { tiles: Vec::with_capacity(if peer == me { 0 } else { tiles }) };
    let (parties, me) = (net.parties(), net.me());
    let mut macs: Vec<Columns> = (0..parties).map(|peer| empty(peer, me)).collect();
    let mut keys: Vec<Columns> = (0..parties).map(|peer| empty(peer, me)).collect();
    let messages: Vec<&[Block]> = choice.chunks(TILES_PER_MESSAGE * TILE_BLOCKS).collect();
    net.in_pieces(messages.len(), |net, piece| {
        for peer in net.peers() {
            let Some(pair) = seeds[peer].as_mut() else { continue };
            match piece {
                Piece::Send(piece) => {
                    let mut corrections = Vec::with_capacity(messages[piece].len() * TREES * BLOCK_BYTES);
                    for choice in messages[piece].as_chunks::<TILE_BLOCKS>().0 {
                        macs[peer].tiles.push(owner_tile(pair, choice, &mut corrections));
                    }
                    net.send(peer, Stream::Rounds, 1, &corrections)?;
                }
                Piece::Take(piece) => {
                    let length = messages[piece].len() * TREES * BLOCK_BYTES;
                    let corrections = net.receive(peer, Stream::Rounds, 1, length)?;
                    keys[peer].tiles.extend(corrections.chunks(TILE_BYTES).map(|tile| holder_tile(pair, delta, tile)));
                }
            }
        }
        Ok(())
    })?;
    Ok((macs, keys))
}

fn owner_tile(pair: &mut PairSeeds, choice: &Column, corrections: &mut Vec<u8>) -> Tile {
    let mut tile = [[0; TILE_BLOCKS]; 128];
    for (leaves, columns) in pair.as_owner.leaves.iter_mut().zip(tile.chunks_mut(TREE_DEPTH)) {
        let (mut sum, folded) = fold(leaves);
        columns.copy_from_slice(&folded);
        for (sum, choice) in sum.iter_mut().zip(choice) {
            *sum ^= choice;
        }
        block::put(&sum, corrections);
    }
    tile
}

fn holder_tile(pair: &mut PairSeeds, delta: Block, corrections: &[u8]) -> Tile {
    let mut tile = [[0; TILE_BLOCKS]; 128];
    let parts = corrections.chunks(TILE_BLOCKS * BLOCK_BYTES);
    let trees = pair.as_holder.leaves.iter_mut().zip(parts).zip(tile.chunks_mut(TREE_DEPTH));
    for (tree, ((leaves, correction), columns)) in trees.enumerate() {
        let (_, folded) = fold(leaves);
        for (bit, (column, folded)) in columns.iter_mut().zip(folded).enumerate() {
            let selected = mask((delta >> (TREE_DEPTH * tree + bit)) & 1 == 1);
            for ((out, block), correction) in column.iter_mut().zip(folded).zip(block::iter(correction)) {
                *out = block ^ (correction & selected);
            }
        }
    }
    tile
}

/// The consistency check: every column of keys must be the column of MACs plus the bits times its key bit,
/// tested on a universal hash whose key is tossed only now; the hash of the bits is the same to all peers,
/// so the bits are.
fn check(
    net: &mut Net,
    coins: &[u8; 32],
    delta: Block,
    choice: &[Block],
    macs: &[Columns],
    keys: &[Columns],
) -> Result<(), Error> {
    let hash = Polyval::new(&hash_key(coins));
    let own_bits = universal_hash(coins, choice.iter().copied());
    let all_bits = net.broadcast(4, own_bits.to_le_bytes().to_vec())?;
    let columns: Vec<Vec<u8>> = macs
        .iter()
        .map(|columns| {
            let mut bytes = Vec::new();
            block::put(&columns.hash(&hash), &mut bytes);
            bytes
        })
        .collect();
    let answers = net.exchange(5, |_| 128 * BLOCK_BYTES, |peer| columns[peer].clone())?;
    for peer in net.peers() {
        let bits = block::iter(&all_bits[peer]).next().unwrap_or(0);
        let mut difference = 0;
        for (index, (key, mac)) in keys[peer].hash(&hash).iter().zip(block::iter(&answers[peer])).enumerate() {
            difference |= key ^ mac ^ (bits & mask((delta >> index) & 1 == 1));
        }
        if difference != 0 {
            return net.reject(vec![peer], "bits that are not the same in all columns or towards all parties");
        }
    }
    Ok(())
}
