//! Records in blocks: what the relay carries. Every block is sealed by itself under a key that only members can
//! derive; all are of one size, and nothing of a record but the number of its blocks can be seen from outside.
//!
//! Block: 24 bytes of random nonce; 96 bytes of the writer's [`Stamp`] under the members' [`StampKey`], or random ones
//! of those who have no such key yet; then XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) over `record (8) ‖ index (2) ‖
//! total (2) ‖ length (2) ‖ payload ‖ zeros`, with the log's id and those 96 bytes as associated data. Numbers are
//! big-endian.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use envelope::{BLOCK_BYTES, Block, LogId, MOST_BLOCKS_PER_APPEND};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::random;
use crate::stamp::{SEALED_STAMP_BYTES, Stamp, StampKey};

const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;
const HEADER_BYTES: usize = 14;
const PLAIN_BYTES: usize = BLOCK_BYTES - NONCE_BYTES - SEALED_STAMP_BYTES - TAG_BYTES;
/// Bytes of a record that one block carries.
pub(crate) const PAYLOAD_BYTES: usize = PLAIN_BYTES - HEADER_BYTES;
/// No record is longer.
pub(crate) const MOST_RECORD_BYTES: usize = PAYLOAD_BYTES * MOST_BLOCKS_PER_APPEND;

/// A piece of a record.
pub(crate) struct Fragment {
    /// Random, the same in all pieces of one record.
    pub(crate) record: [u8; 8],
    /// Which piece this is, from 0.
    pub(crate) index: u16,
    /// How many there are.
    pub(crate) total: u16,
    /// Its bytes.
    pub(crate) payload: Zeroizing<Vec<u8>>,
}

/// Seals a record into as few blocks as hold it, each with the writer's stamp if it is a member.
pub(crate) fn seal(key: &[u8; 32], log: LogId, stamp: Option<&(StampKey, Stamp)>, record: &[u8]) -> Result<Vec<Block>> {
    if record.len() > MOST_RECORD_BYTES {
        return Err(Error::Misuse(format!("{} bytes are too many for one message", record.len())));
    }
    let name: [u8; 8] = random()?;
    let total = record.len().div_ceil(PAYLOAD_BYTES).max(1);
    (0..total)
        .map(|index| {
            let piece = record.get(index * PAYLOAD_BYTES..).unwrap_or_default();
            let piece = piece.get(..PAYLOAD_BYTES).unwrap_or(piece);
            let mut plain = Zeroizing::new(Vec::with_capacity(PLAIN_BYTES));
            plain.extend_from_slice(&name);
            for number in [index, total, piece.len()] {
                plain.extend_from_slice(&u16::try_from(number).unwrap_or(u16::MAX).to_be_bytes());
            }
            plain.extend_from_slice(piece);
            plain.resize(PLAIN_BYTES, 0);
            seal_block(key, log, stamp, &plain)
        })
        .collect()
}

fn seal_block(key: &[u8; 32], log: LogId, stamp: Option<&(StampKey, Stamp)>, plain: &[u8]) -> Result<Block> {
    let nonce: [u8; NONCE_BYTES] = random()?;
    let stamp = match stamp {
        Some((key, stamp)) => key.seal(log, &nonce, stamp)?,
        None => random()?,
    };
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: &bound(log, &stamp) });
    let sealed = sealed.map_err(|_| Error::Trouble("a block could not be sealed".to_owned()))?;
    let mut bytes = Vec::with_capacity(BLOCK_BYTES);
    bytes.extend_from_slice(&nonce);
    bytes.extend_from_slice(&stamp);
    bytes.extend_from_slice(&sealed);
    Block::new(&bytes).map_err(|error| Error::Trouble(error.to_string()))
}

/// A block's contents are bound to its log and to the stamp that stands on it.
fn bound(log: LogId, stamp: &[u8; SEALED_STAMP_BYTES]) -> Vec<u8> {
    [log.0.as_slice(), stamp].concat()
}

/// The stamp on a block, whether or not the block can be opened; none where no member made it.
pub(crate) fn stamp(key: &StampKey, log: LogId, block: &Block) -> Option<Stamp> {
    let (nonce, rest) = block.bytes().split_first_chunk::<NONCE_BYTES>()?;
    let (stamp, _) = rest.split_first_chunk::<SEALED_STAMP_BYTES>()?;
    key.open(log, nonce, stamp)
}

/// Opens a block; `None` where the key is another's, or the block is none of ours.
pub(crate) fn open(key: &[u8; 32], log: LogId, block: &Block) -> Option<Fragment> {
    let (nonce, rest) = block.bytes().split_first_chunk::<NONCE_BYTES>()?;
    let (stamp, sealed) = rest.split_first_chunk::<SEALED_STAMP_BYTES>()?;
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    let plain = cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &bound(log, stamp) });
    let plain = Zeroizing::new(plain.ok()?);
    let (record, rest) = plain.split_first_chunk::<8>()?;
    let (index, rest) = rest.split_first_chunk::<2>()?;
    let (total, rest) = rest.split_first_chunk::<2>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let [index, total, length] = [index, total, length].map(|bytes| u16::from_be_bytes(*bytes));
    let payload = rest.get(..usize::from(length))?;
    let fits = index < total && usize::from(total) <= MOST_BLOCKS_PER_APPEND;
    fits.then(|| Fragment { record: *record, index, total, payload: Zeroizing::new(payload.to_vec()) })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn records_of_every_length_around_a_block_come_back_and_all_blocks_are_alike_in_size() {
        let (key, log) = ([7; 32], LogId([1; 16]));
        for length in [0, 1, PAYLOAD_BYTES - 1, PAYLOAD_BYTES, PAYLOAD_BYTES + 1, 3 * PAYLOAD_BYTES] {
            let record: Vec<u8> = (0..length).map(|at| at as u8).collect();
            let blocks = seal(&key, log, None, &record).unwrap();
            assert_eq!(blocks.len(), length.div_ceil(PAYLOAD_BYTES).max(1));
            let mut back = Vec::new();
            for (at, block) in blocks.iter().enumerate() {
                let fragment = open(&key, log, block).unwrap();
                assert_eq!((usize::from(fragment.index), usize::from(fragment.total)), (at, blocks.len()));
                back.extend_from_slice(&fragment.payload);
            }
            assert!(back == record);
        }
        assert!(seal(&key, log, None, &vec![0; MOST_RECORD_BYTES + 1]).is_err());
    }

    #[test]
    fn another_key_another_log_or_a_changed_byte_opens_nothing() {
        let (key, log) = ([7; 32], LogId([1; 16]));
        let block = seal(&key, log, None, b"a record").unwrap().remove(0);
        assert!(open(&[8; 32], log, &block).is_none());
        assert!(open(&key, LogId([2; 16]), &block).is_none());
        for at in [0, 23, 24, 119, 120, 200, BLOCK_BYTES - 1] {
            let mut bytes = block.bytes().to_vec();
            bytes[at] ^= 1;
            assert!(open(&key, log, &Block::new(&bytes).unwrap()).is_none(), "byte {at}");
        }
    }

    #[test]
    fn a_stamp_is_read_by_all_members_and_by_nobody_else_whoever_can_open_the_block() {
        let (lobby, log) = ([5; 32], LogId([1; 16]));
        let stamp = Stamp { seen: 7, log_hash: [1; 32], epoch: 3, authenticator: [2; 32] };
        let stamped = (StampKey::new(&lobby, log), stamp.clone());
        // The lobby key seals blocks too: the one must not stand for the other.
        for key in [[7; 32], lobby] {
            let block = seal(&key, log, Some(&stamped), b"a record").unwrap().remove(0);
            assert_eq!(super::stamp(&stamped.0, log, &block), Some(stamp.clone()));
            assert_eq!(open(&key, log, &block).unwrap().payload.as_slice(), b"a record");
            assert_eq!(super::stamp(&StampKey::new(&[6; 32], log), log, &block), None);
            assert_eq!(super::stamp(&stamped.0, LogId([2; 16]), &block), None);
            for at in [0, 24, 119] {
                let mut bytes = block.bytes().to_vec();
                bytes[at] ^= 1;
                assert_eq!(super::stamp(&stamped.0, log, &Block::new(&bytes).unwrap()), None, "byte {at}");
            }
        }
        let stranger = seal(&[7; 32], log, None, b"a knock").unwrap().remove(0);
        assert_eq!(super::stamp(&stamped.0, log, &stranger), None);
    }
}
