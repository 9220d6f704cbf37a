//! 128-bit blocks: the unit of keys, MACs and wire labels.

/// A 128-bit string; addition in GF(2)^128 is `^`.
pub(crate) type Block = u128;

/// Length of a block in bytes.
pub(crate) const BLOCK_BYTES: usize = 16;

/// All ones when `bit` is set, else zero; selects without branching.
pub(crate) const fn mask(bit: bool) -> Block {
    (bit as u128).wrapping_neg()
}

/// Multiplication by X in GF(2)[X]/(X^128 + X^7 + X^2 + X + 1).
pub(crate) const fn double(block: Block) -> Block {
    (block << 1) ^ (((block >> 127).wrapping_neg()) & 0x87)
}

/// Appends blocks to a byte string, little-endian.
pub(crate) fn put(blocks: &[Block], bytes: &mut Vec<u8>) {
    bytes.reserve(blocks.len() * BLOCK_BYTES);
    for block in blocks {
        bytes.extend_from_slice(&block.to_le_bytes());
    }
}

/// Reads the blocks of a byte string; a trailing part of a block is ignored.
pub(crate) fn iter(bytes: &[u8]) -> impl ExactSizeIterator<Item = Block> + '_ {
    bytes.as_chunks::<BLOCK_BYTES>().0.iter().map(|chunk| Block::from_le_bytes(*chunk))
}

/// Transposes a 128 × 128 bit matrix in place; row `i`, column `j` is bit `j` of `rows[i]`.
pub(crate) fn transpose(rows: &mut [Block; 128]) {
    // Swap ever smaller off-diagonal squares (Hacker's Delight, section 7-3).
    let mut width = 64;
    let mut keep: Block = u128::MAX >> 64;
    while width != 0 {
        let mut row = 0;
        while row < 128 {
            for low in row..row + width {
                let swap = ((rows[low] >> width) ^ rows[low + width]) & keep;
                rows[low + width] ^= swap;
                rows[low] ^= swap << width;
            }
            row += 2 * width;
        }
        width /= 2;
        keep ^= keep << width;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transpose_moves_every_bit() {
        let mut state = 1u128;
        let mut rows = [0; 128];
        for row in &mut rows {
            state = state.wrapping_mul(0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645).wrapping_add(11);
            *row = state ^ (state >> 61);
        }
        let before = rows;
        transpose(&mut rows);
        for (i, row) in before.iter().enumerate() {
            for (j, column) in rows.iter().enumerate() {
                assert_eq!((row >> j) & 1, (column >> i) & 1);
            }
        }
    }

    #[test]
    fn doubling_reduces_by_the_field_polynomial() {
        assert_eq!(double(1), 2);
        assert_eq!(double(1 << 127), 0x87);
    }
}
