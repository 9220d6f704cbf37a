//! The recovery phrase: 128 random bits as twelve words with a checksum (BIP 39, its English list). It opens the vault
//! like the passphrase does and is meant for paper.

use std::fmt;

use bip39::{ErrorKind, Language, Mnemonic};
use zeroize::Zeroizing;

use super::secret::{Key, fill};
use super::{Error, secret};

const WORDS: usize = 12;
const PURPOSE: &str = "backchannel 2026-11 recovery phrase: key that wraps the master key";

/// Twelve words. Shown once, when they are made.
pub struct RecoveryPhrase(Mnemonic);

impl RecoveryPhrase {
    /// A fresh phrase from the operating system.
    pub(super) fn random() -> Result<Self, Error> {
        let mut entropy = Zeroizing::new([0; 16]);
        fill(entropy.as_mut_slice())?;
        let mnemonic = Mnemonic::from_entropy(entropy.as_slice(), Language::English)
            .map_err(|_| Error::NotAPhrase { cause: "it does not have 128 bits" })?;
        Ok(Self(mnemonic))
    }

    /// Reads a phrase as a person types it: any spacing, any case.
    ///
    /// # Errors
    /// [`Error::NotAPhrase`] saying what is wrong, without repeating what was typed.
    pub fn read(typed: &str) -> Result<Self, Error> {
        let mut plain = Zeroizing::new(String::with_capacity(typed.len()));
        for word in typed.split_whitespace() {
            if !plain.is_empty() {
                plain.push(' ');
            }
            plain.extend(word.chars().flat_map(char::to_lowercase));
        }
        if plain.split(' ').filter(|word| !word.is_empty()).count() != WORDS {
            return Err(Error::NotAPhrase { cause: "it does not have twelve words" });
        }
        let mnemonic = Mnemonic::from_phrase(&plain, Language::English).map_err(|cause| Error::NotAPhrase {
            cause: match cause {
                ErrorKind::InvalidWord(_) => "a word is not on the list",
                ErrorKind::InvalidChecksum => "the words do not belong together in this order",
                _ => "it cannot be read",
            },
        })?;
        Ok(Self(mnemonic))
    }

    /// The words, to be shown to their owner.
    #[must_use]
    pub fn words(&self) -> &str {
        self.0.phrase()
    }

    /// The key of the phrase under a salt. No slow hash: 128 random bits are out of reach of guessing.
    pub(super) fn key(&self, salt: &[u8]) -> Key {
        let mut hasher = blake3::Hasher::new_derive_key(PURPOSE);
        hasher.update(self.0.entropy());
        hasher.update(salt);
        Key::from_bytes(Zeroizing::new(*hasher.finalize().as_bytes())) // `secret::KEY_BYTES` of them
    }
}

impl fmt::Debug for RecoveryPhrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryPhrase(..)")
    }
}

const _: () = assert!(secret::KEY_BYTES == blake3::OUT_LEN);
