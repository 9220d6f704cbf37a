//! A pseudorandom generator: AES-128 in counter mode, keyed by a seed.

use aes::Aes128;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};

use crate::block::Block;

/// Blocks encrypted per call, so that the processor works on several at once.
const BATCH: usize = 8;

/// A stream of blocks under one seed; each block is used once.
#[cfg_attr(test, derive(Clone))]
pub(crate) struct Prg {
    cipher: Aes128,
    counter: Block,
}

impl Prg {
    /// A stream keyed by `seed`.
    pub(crate) fn new(seed: Block) -> Self {
        Self { cipher: Aes128::new(&Array::from(seed.to_le_bytes())), counter: 0 }
    }

    /// Fills `blocks` with the next blocks of the stream.
    pub(crate) fn fill(&mut self, blocks: &mut [Block]) {
        for chunk in blocks.chunks_mut(BATCH) {
            let mut batch = [Array::from([0; 16]); BATCH];
            for slot in &mut batch {
                *slot = Array::from(self.counter.to_le_bytes());
                self.counter = self.counter.wrapping_add(1);
            }
            // A short last chunk spends the whole batch of counters: none is used twice.
            self.cipher.encrypt_blocks(&mut batch);
            for (block, out) in chunk.iter_mut().zip(&batch) {
                *block = Block::from_le_bytes((*out).into());
            }
        }
    }

    /// Goes on from a block far away, so that a test may spend one setup on many runs.
    #[cfg(test)]
    pub(crate) fn jump(&mut self, run: u64) {
        self.counter = Block::from(run + 1) << 64;
    }
}
