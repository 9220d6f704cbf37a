//! Blocks: all of one size, so that their size says nothing.
use std::fmt;

use crate::Error;

/// Bytes of every block.
pub const BLOCK_BYTES: usize = 16_384;

/// Blocks that one append may carry: 2 MiB.
pub const MOST_BLOCKS_PER_APPEND: usize = 128;

/// One block of ciphertext.
#[derive(Clone, PartialEq, Eq)]
pub struct Block(Box<[u8; BLOCK_BYTES]>);

impl Block {
    /// Takes exactly [`BLOCK_BYTES`] bytes.
    pub fn new(bytes: &[u8]) -> Result<Self, Error> {
        let wrong = Error::Blocks { bytes: bytes.len(), most: 1 };
        Box::<[u8; BLOCK_BYTES]>::try_from(bytes.to_vec().into_boxed_slice()).map(Self).map_err(|_| wrong)
    }

    /// Cuts the body of an append into its blocks, 1 to [`MOST_BLOCKS_PER_APPEND`].
    pub fn split(body: &[u8]) -> Result<Vec<Self>, Error> {
        Self::count(body.len())?;
        body.chunks_exact(BLOCK_BYTES).map(Self::new).collect()
    }

    /// How many blocks a body of so many bytes holds.
    pub fn count(bytes: usize) -> Result<usize, Error> {
        let count = bytes / BLOCK_BYTES;
        let whole = bytes.is_multiple_of(BLOCK_BYTES) && (1..=MOST_BLOCKS_PER_APPEND).contains(&count);
        whole.then_some(count).ok_or(Error::Blocks { bytes, most: MOST_BLOCKS_PER_APPEND })
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; BLOCK_BYTES] {
        &self.0
    }
}

impl From<Box<[u8; BLOCK_BYTES]>> for Block {
    fn from(bytes: Box<[u8; BLOCK_BYTES]>) -> Self {
        Self(bytes)
    }
}

impl AsRef<[u8]> for Block {
    fn as_ref(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl fmt::Debug for Block {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Block({BLOCK_BYTES} bytes)")
    }
}
