//! What one guess at a passphrase costs: Argon2id (RFC 9106), its parameters stored beside what they guard.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Error;
use super::secret::{KEY_BYTES, Key, Passphrase};

/// Parameters of Argon2id version 1.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// What production uses: the second recommended option of RFC 9106, section 4 (64 MiB, three passes, four lanes);
    /// about a fifth of a second on the machine of `docs/BENCHMARKS.md`.
    pub const STANDARD: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// Other parameters, for stronger machines, and weaker ones for tests: the program itself passes
    /// [`Cost::STANDARD`] only, but for the vaults of its demo, which hold an exercise under a printed passphrase; it
    /// reads no setting that lowers it.
    ///
    /// # Errors
    /// [`Error::Cost`] outside of 8 KiB per lane to 4 GiB, 1 to 64 passes, 1 to 16 lanes.
    pub fn custom(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, Error> {
        let cost = Self { memory_kib, passes, lanes };
        cost.check()?;
        Ok(cost)
    }

    /// A stored cost is checked too: an altered file shall not take all memory or the rest of the day.
    fn check(self) -> Result<(), Error> {
        let what = match self {
            Self { lanes, .. } if !(1..=16).contains(&lanes) => "lanes must be 1 to 16",
            Self { passes, .. } if !(1..=64).contains(&passes) => "passes must be 1 to 64",
            Self { memory_kib, lanes, .. } if memory_kib < 8 * lanes || memory_kib > 4 * 1024 * 1024 => {
                "memory must be 8 KiB per lane to 4 GiB"
            }
            _ => return Ok(()),
        };
        Err(Error::Cost { what })
    }

    /// Memory in KiB, passes, lanes.
    pub(super) fn numbers(self) -> [u32; 3] {
        [self.memory_kib, self.passes, self.lanes]
    }

    /// The key of a passphrase under a salt.
    pub(super) fn stretch(self, passphrase: &Passphrase, salt: &[u8]) -> Result<Key, Error> {
        self.check()?;
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(KEY_BYTES))
            .map_err(|_| Error::Cost { what: "Argon2 refuses these parameters" })?;
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.bytes(), salt, key.as_mut_slice())
            .map_err(|_| Error::Memory)?;
        Ok(Key::from_bytes(key))
    }
}
