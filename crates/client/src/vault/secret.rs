//! Secrets in memory: wiped when dropped, without `Clone`, `Display` or a telling `Debug`.

use std::fmt;

use zeroize::Zeroizing;

use super::Error;

/// Bytes of a key.
pub(super) const KEY_BYTES: usize = 32;

/// The least number of characters of a passphrase for a new slot.
const LEAST_CHARACTERS: usize = 8;

/// A passphrase as it was typed: bytes of UTF-8, compared exactly.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes over what was typed.
    #[must_use]
    pub fn new(typed: String) -> Self {
        Self(Zeroizing::new(typed))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Whether it may guard something new.
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.0.chars().count() < LEAST_CHARACTERS {
            return Err(Error::PassphraseTooShort { least: LEAST_CHARACTERS });
        }
        Ok(())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// A 256-bit key.
pub(super) struct Key(Zeroizing<[u8; KEY_BYTES]>);

impl Key {
    /// A fresh key from the operating system.
    pub(super) fn random() -> Result<Self, Error> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        fill(key.as_mut_slice())?;
        Ok(Self(key))
    }

    pub(super) fn from_bytes(bytes: Zeroizing<[u8; KEY_BYTES]>) -> Self {
        Self(bytes)
    }

    /// From exactly 32 bytes.
    pub(super) fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        if bytes.len() != KEY_BYTES {
            return None;
        }
        key.copy_from_slice(bytes);
        Some(Self(key))
    }

    /// A key for another purpose, from which this one does not follow (BLAKE3 in its key-derivation mode).
    pub(super) fn derive(&self, purpose: &str) -> Self {
        Self(Zeroizing::new(blake3::derive_key(purpose, self.0.as_slice())))
    }

    pub(super) fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Fills `bytes` from the operating system.
pub(super) fn fill(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|cause| Error::Randomness { cause: cause.to_string() })
}

/// Random bytes that are no secret: salts, nonces, names.
pub(super) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}
