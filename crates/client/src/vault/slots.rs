//! `slots.json`: the master key wrapped under a passphrase and under a recovery phrase. Frozen format, version 1.

use std::fs;
use std::io;
use std::path::Path;

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::secret::{Key, Passphrase, random};
use super::{Cost, Error, RecoveryPhrase, files};

/// The newest format known here.
const VERSION: i64 = 1;

/// The file. Binary values are written in hexadecimal.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slots {
    version: i64,
    /// Names the vault, so that a slot cannot be moved from one to another.
    vault: String,
    passphrase: PassphraseSlot,
    recovery: RecoverySlot,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PassphraseSlot {
    cost: Cost,
    wrapped: Wrapped,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecoverySlot {
    wrapped: Wrapped,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wrapped {
    salt: String,
    nonce: String,
    key: String,
}

impl Slots {
    /// Slots for a new master key.
    pub(super) fn new(
        master: &Key,
        passphrase: &Passphrase,
        cost: Cost,
        phrase: &RecoveryPhrase,
    ) -> Result<Self, Error> {
        let vault = hex(&random::<16>()?);
        Ok(Self {
            version: VERSION,
            passphrase: PassphraseSlot::new(&vault, master, passphrase, cost)?,
            recovery: RecoverySlot::new(&vault, master, phrase)?,
            vault,
        })
    }

    /// Reads the file.
    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Any {
            version: i64,
        }
        let damaged = |cause: String| Error::Damaged { path: path.to_owned(), cause };
        let text = fs::read(path).map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => Error::Missing { path: path.to_owned() },
            _ => files::at(path)(cause),
        })?;
        let Any { version } = serde_json::from_slice(&text).map_err(|cause| damaged(cause.to_string()))?;
        if version > VERSION {
            return Err(Error::Newer { what: "the vault's slots".to_owned(), found: version, known: VERSION });
        }
        if version < 1 {
            return Err(damaged(format!("version {version}")));
        }
        let slots: Self = serde_json::from_slice(&text).map_err(|cause| damaged(cause.to_string()))?;
        for wrapped in [&slots.passphrase.wrapped, &slots.recovery.wrapped] {
            wrapped.check().map_err(|part| damaged(format!("a slot's {part} has another length")))?;
        }
        Ok(slots)
    }

    /// Writes the file, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> Result<(), Error> {
        let text = serde_json::to_vec_pretty(self)
            .map_err(|cause| Error::Damaged { path: path.to_owned(), cause: cause.to_string() })?;
        files::replace(path, &text)
    }

    pub(super) fn open(&self, passphrase: &Passphrase) -> Result<Key, Error> {
        let Wrapped { salt, .. } = &self.passphrase.wrapped;
        let key = self.passphrase.cost.stretch(passphrase, &unhex(salt).unwrap_or_default())?;
        self.passphrase.wrapped.open(&key, &binding(&self.vault, "passphrase")).ok_or(Error::WrongPassphrase)
    }

    pub(super) fn open_with_phrase(&self, phrase: &RecoveryPhrase) -> Result<Key, Error> {
        let key = phrase.key(&unhex(&self.recovery.wrapped.salt).unwrap_or_default());
        self.recovery.wrapped.open(&key, &binding(&self.vault, "recovery")).ok_or(Error::WrongPhrase)
    }

    pub(super) fn set_passphrase(&mut self, master: &Key, passphrase: &Passphrase, cost: Cost) -> Result<(), Error> {
        self.passphrase = PassphraseSlot::new(&self.vault, master, passphrase, cost)?;
        Ok(())
    }

    pub(super) fn set_phrase(&mut self, master: &Key, phrase: &RecoveryPhrase) -> Result<(), Error> {
        self.recovery = RecoverySlot::new(&self.vault, master, phrase)?;
        Ok(())
    }
}

impl PassphraseSlot {
    fn new(vault: &str, master: &Key, passphrase: &Passphrase, cost: Cost) -> Result<Self, Error> {
        passphrase.check()?;
        let salt = random::<16>()?;
        let key = cost.stretch(passphrase, &salt)?;
        Ok(Self { cost, wrapped: Wrapped::new(&key, &salt, master, &binding(vault, "passphrase"))? })
    }
}

impl RecoverySlot {
    fn new(vault: &str, master: &Key, phrase: &RecoveryPhrase) -> Result<Self, Error> {
        let salt = random::<16>()?;
        Ok(Self { wrapped: Wrapped::new(&phrase.key(&salt), &salt, master, &binding(vault, "recovery"))? })
    }
}

impl Wrapped {
    fn new(key: &Key, salt: &[u8], master: &Key, aad: &[u8]) -> Result<Self, Error> {
        let nonce = random::<24>()?;
        let wrapped = XChaCha20Poly1305::new(key.bytes().into())
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: master.bytes(), aad })
            .map_err(|_| Error::Memory)?;
        Ok(Self { salt: hex(salt), nonce: hex(&nonce), key: hex(&wrapped) })
    }

    /// Names the part that cannot be right.
    fn check(&self) -> Result<(), &'static str> {
        let is = |text: &str, length| unhex(text).is_some_and(|bytes| bytes.len() == length);
        match self {
            Self { salt, .. } if !is(salt, 16) => Err("salt"),
            Self { nonce, .. } if !is(nonce, 24) => Err("nonce"),
            Self { key, .. } if !is(key, 48) => Err("key"),
            _ => Ok(()),
        }
    }

    fn open(&self, key: &Key, aad: &[u8]) -> Option<Key> {
        let nonce: [u8; 24] = unhex(&self.nonce)?.try_into().ok()?;
        let master = XChaCha20Poly1305::new(key.bytes().into())
            .decrypt(XNonce::from_slice(&nonce), Payload { msg: &unhex(&self.key)?, aad })
            .ok()?;
        Key::from_slice(&Zeroizing::new(master))
    }
}

/// What a wrapped key is bound to: the format, the vault and the kind of its slot.
fn binding(vault: &str, kind: &str) -> Vec<u8> {
    format!("backchannel slots {VERSION}\0{vault}\0{kind}").into_bytes()
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}
