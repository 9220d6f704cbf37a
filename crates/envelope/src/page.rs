//! A page of fetched blocks: for each, its sequence number (8 bytes, big-endian) and its bytes.
use crate::{BLOCK_BYTES, Block, Error, Sequence};

/// Blocks that one fetch may bring.
pub const MOST_BLOCKS_PER_PAGE: usize = 64;

/// Bytes of one block with its number.
pub const RECORD_BYTES: usize = 8 + BLOCK_BYTES;

/// Bytes of the longest page.
pub const PAGE_BYTES: usize = MOST_BLOCKS_PER_PAGE * RECORD_BYTES;

/// Adds one block, exactly [`BLOCK_BYTES`] bytes, to a page.
pub fn encode_record(page: &mut Vec<u8>, sequence: Sequence, block: &[u8]) -> Result<(), Error> {
    Block::count(block.len())?;
    if block.len() != BLOCK_BYTES || page.len() + RECORD_BYTES > PAGE_BYTES {
        return Err(Error::Blocks { bytes: block.len(), most: 1 });
    }
    page.extend_from_slice(&sequence.number().to_be_bytes());
    page.extend_from_slice(block);
    Ok(())
}

/// Reads a page. Whether the numbers follow one another is for the reader to judge.
pub fn decode_page(page: &[u8]) -> Result<Vec<(Sequence, Block)>, Error> {
    if page.len() > PAGE_BYTES || !page.len().is_multiple_of(RECORD_BYTES) {
        return Err(Error::Page { bytes: page.len() });
    }
    page.chunks_exact(RECORD_BYTES).map(decode_record).collect()
}

fn decode_record(record: &[u8]) -> Result<(Sequence, Block), Error> {
    let (number, block) = record.split_first_chunk::<8>().ok_or(Error::Page { bytes: record.len() })?;
    Ok((Sequence::new(u64::from_be_bytes(*number))?, Block::new(block)?))
}
