//! Packed bit strings, with an exact byte encoding.

/// A string of bits, packed into 64-bit words; unused high bits of the last word are zero.
#[derive(Clone, Default, PartialEq, Eq, zeroize::Zeroize)]
pub(crate) struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// `len` zero bits.
    pub(crate) fn zeros(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// `len` one bits.
    pub(crate) fn ones(len: usize) -> Self {
        let mut bits = Self { words: vec![u64::MAX; len.div_ceil(64)], len };
        if let Some(last) = bits.words.last_mut() {
            *last >>= (64 - len % 64) % 64;
        }
        bits
    }

    /// The number of bits.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Bit `index`, which must be below `len`.
    pub(crate) fn bit(&self, index: usize) -> bool {
        (self.words[index / 64] >> (index % 64)) & 1 == 1
    }

    /// Adds `bit` to bit `index` in GF(2), without branching on it.
    pub(crate) fn flip(&mut self, index: usize, bit: bool) {
        self.words[index / 64] ^= u64::from(bit) << (index % 64);
    }

    /// Appends a bit.
    pub(crate) fn push(&mut self, bit: bool) {
        if self.len.is_multiple_of(64) {
            self.words.push(0);
        }
        self.len += 1;
        self.flip(self.len - 1, bit);
    }

    /// Bytes that `len` bits take when sent.
    pub(crate) const fn byte_len(len: usize) -> usize {
        len.div_ceil(8)
    }

    /// The packed bytes, least significant bit first.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.words.iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.truncate(Self::byte_len(self.len));
        bytes
    }

    /// Reads `len` bits; `None` unless the length fits exactly and the padding is zero.
    pub(crate) fn from_bytes(bytes: &[u8], len: usize) -> Option<Self> {
        if bytes.len() != Self::byte_len(len) {
            return None;
        }
        let spare = bytes.len() * 8 - len;
        if spare > 0 && bytes.last().is_some_and(|last| last >> (8 - spare) != 0) {
            return None;
        }
        let words = bytes
            .chunks(8)
            .map(|chunk| {
                let mut word = [0; 8];
                word[..chunk.len()].copy_from_slice(chunk);
                u64::from_le_bytes(word)
            })
            .collect();
        Some(Self { words, len })
    }
}

impl FromIterator<bool> for Bits {
    fn from_iter<I: IntoIterator<Item = bool>>(iter: I) -> Self {
        let mut bits = Self::default();
        for bit in iter {
            bits.push(bit);
        }
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_round_trip_and_padding_must_be_zero() {
        for len in [0, 1, 7, 8, 9, 63, 64, 65, 130] {
            let bits: Bits = (0..len).map(|i| i % 3 == 1).collect();
            let bytes = bits.to_bytes();
            assert!(Bits::from_bytes(&bytes, len).is_some_and(|back| back == bits));
            assert!(Bits::from_bytes(&bytes, len + 8).is_none());
            if len % 8 != 0 {
                let mut dirty = bytes.clone();
                if let Some(last) = dirty.last_mut() {
                    *last |= 0x80;
                }
                assert!(Bits::from_bytes(&dirty, len).is_none());
            }
        }
    }
}
