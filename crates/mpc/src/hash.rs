//! Tweakable correlation-robust hashes: one under a fixed key for the triples, one re-keyed per gate for garbling.

use aes::Aes128;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};

use crate::block::{Block, double};

/// Length of every digest that is sent.
pub(crate) const DIGEST_BYTES: usize = 32;

/// A domain-separated hash for commitments, views and key derivation (a random oracle in the proofs).
pub(crate) fn oracle(run_id: &[u8; 32], domain: &str) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new_keyed(run_id);
    hasher.update(&(domain.len() as u64).to_le_bytes());
    hasher.update(domain.as_bytes());
    hasher
}

/// The first block of a finished hash.
pub(crate) fn first_block(hasher: &blake3::Hasher) -> Block {
    let mut bytes = [0; 16];
    hasher.finalize_xof().fill(&mut bytes);
    Block::from_le_bytes(bytes)
}

/// `H(x, i) = π(π(x) ⊕ i) ⊕ π(x)` (TMMO; Guo, Katz, Wang, Yu, IEEE S&P 2020): tweakable circular
/// correlation robust for a random permutation π. Each ordered pair of parties has its own π.
pub(crate) struct Tmmo {
    permutation: Aes128,
}

/// Inputs hashed at once.
pub(crate) const TMMO_BATCH: usize = 8;

impl Tmmo {
    /// The hash of the ordered pair (`holder` of the key, `owner` of the bit) in this run.
    pub(crate) fn new(run_id: &[u8; 32], holder: usize, owner: usize) -> Self {
        let mut hasher = oracle(run_id, "triples: permutation");
        hasher.update(&(holder as u64).to_le_bytes());
        hasher.update(&(owner as u64).to_le_bytes());
        Self { permutation: Aes128::new(&Array::from(first_block(&hasher).to_le_bytes())) }
    }

    fn permute(&self, blocks: &mut [Block; TMMO_BATCH]) {
        let mut batch = blocks.map(|block| Array::from(block.to_le_bytes()));
        self.permutation.encrypt_blocks(&mut batch);
        for (block, out) in blocks.iter_mut().zip(&batch) {
            *block = Block::from_le_bytes((*out).into());
        }
    }

    /// Replaces each input by its hash under the tweak beside it.
    pub(crate) fn hash(&self, inputs: &mut [Block; TMMO_BATCH], tweaks: &[Block; TMMO_BATCH]) {
        self.permute(inputs);
        let mut outer = *inputs;
        for (block, tweak) in outer.iter_mut().zip(tweaks) {
            *block ^= tweak;
        }
        self.permute(&mut outer);
        for (input, out) in inputs.iter_mut().zip(outer) {
            *input ^= out;
        }
    }
}

/// The garbling hash of one garbler: AES re-keyed by the gate number, Davies–Meyer on
/// `2A ⊕ 4B ⊕ b` for output block `b` (Guo, Katz, Wang, Weng, Yu, CRYPTO 2020: re-keying keeps the
/// concrete security of many gates).
pub(crate) struct GateHash {
    base: Block,
}

impl GateHash {
    /// The hash that `garbler` uses in this run.
    pub(crate) fn new(run_id: &[u8; 32], garbler: usize) -> Self {
        let mut hasher = oracle(run_id, "tables: key");
        hasher.update(&(garbler as u64).to_le_bytes());
        Self { base: first_block(&hasher) }
    }

    /// Fixes the gate; one key schedule.
    pub(crate) fn gate(&self, gate: u64) -> GateKey {
        let key = self.base ^ Block::from(gate);
        GateKey { cipher: Aes128::new(&Array::from(key.to_le_bytes())) }
    }
}

/// The garbling hash at one gate.
pub(crate) struct GateKey {
    cipher: Aes128,
}

impl GateKey {
    /// The pad of one row: `pad.len()` blocks from the labels of both inputs.
    pub(crate) fn pad(&self, left: Block, right: Block, pad: &mut [Block]) {
        let base = double(left) ^ double(double(right));
        let mut first = 0;
        for chunk in pad.chunks_mut(4) {
            let mut inputs = [0; 4];
            for (input, number) in inputs.iter_mut().zip(first..) {
                *input = base ^ number;
            }
            let mut batch = inputs.map(|input: Block| Array::from(input.to_le_bytes()));
            self.cipher.encrypt_blocks(&mut batch);
            for ((out, cipher), input) in chunk.iter_mut().zip(&batch).zip(inputs) {
                *out = Block::from_le_bytes((*cipher).into()) ^ input;
            }
            first += 4;
        }
    }
}
