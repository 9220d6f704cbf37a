//! The envoy in a mandate: a salted hash of the key by which a member signs in this dialogue. Whoever finds the
//! document without the salt cannot tell whose it is, although all members know all keys.
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::{bytes32, hex, unhex};

/// 32 random bytes, made by the envoy's machine and kept with the mandate; shown to those to whom it is presented.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Salt(#[serde(with = "bytes32")] [u8; 32]);

impl Salt {
    /// A salt of bytes that must be random and used for one mandate only.
    #[must_use]
    pub fn of(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// Its bytes, to be kept by the holder.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

/// The envoy as a mandate names it: BLAKE3 (key derivation, context `backchannel mandate envoy v1`) over salt ‖ key.
/// It hides the key from whoever lacks the salt, and fits no other key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envoy(pub [u8; 32]);

impl Envoy {
    /// The member with this Ed25519 key in one dialogue.
    #[must_use]
    pub fn of(key: &[u8; 32], salt: &Salt) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("backchannel mandate envoy v1");
        hasher.update(&salt.0);
        hasher.update(key);
        Self(*hasher.finalize().as_bytes())
    }

    /// Whether it is the member with this key, by this salt.
    #[must_use]
    pub fn is(&self, key: &[u8; 32], salt: &Salt) -> bool {
        *self == Self::of(key, salt)
    }
}

impl fmt::Display for Envoy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// Bytes from hexadecimal digits in lower case alone.
pub(super) fn lower_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    unhex(text).filter(|bytes| hex(bytes) == text)
}
