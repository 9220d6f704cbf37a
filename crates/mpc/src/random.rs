//! Randomness: from the operating system, expanded; a seeded kind exists in this crate's tests alone.

use crate::block::{BLOCK_BYTES, Block};
use crate::error::Error;
use crate::prg::Prg;

/// A party's private coins for one run: an AES-CTR stream under a key from the operating system.
pub struct Entropy {
    stream: Prg,
}

impl Entropy {
    /// Draws a key from the operating system.
    ///
    /// # Errors
    /// [`Error::Randomness`] when the operating system gives none.
    pub fn from_os() -> Result<Self, Error> {
        let mut seed = [0; BLOCK_BYTES];
        getrandom::fill(&mut seed).map_err(|cause| Error::Randomness { cause: cause.to_string() })?;
        Ok(Self { stream: Prg::new(Block::from_le_bytes(seed)) })
    }

    /// A repeatable stream, for tests of this crate.
    #[cfg(test)]
    pub(crate) fn seeded(seed: u128) -> Self {
        Self { stream: Prg::new(seed) }
    }

    pub(crate) fn block(&mut self) -> Block {
        let mut block = [0];
        self.stream.fill(&mut block);
        block[0]
    }

    pub(crate) fn blocks(&mut self, count: usize) -> Vec<Block> {
        let mut blocks = vec![0; count];
        self.stream.fill(&mut blocks);
        blocks
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        for chunk in bytes.chunks_mut(BLOCK_BYTES) {
            let length = chunk.len();
            chunk.copy_from_slice(&self.block().to_le_bytes()[..length]);
        }
        bytes
    }
}

impl std::fmt::Debug for Entropy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Entropy(..)")
    }
}
