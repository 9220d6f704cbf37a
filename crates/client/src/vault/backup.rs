//! Backups: named documents in one encrypted file. What the documents say is the caller's business; group state is
//! never among them, for a member restored from an old one would repeat itself. Frozen format, version 1.
//!
//! ```text
//! "backchannel backup\n"  version u8 = 1  memory KiB u32  passes u32  lanes u32  salt 16  nonce 24  ciphertext
//! ```
//! Numbers are little-endian; everything before the ciphertext is authenticated with it (XChaCha20-Poly1305, key by
//! Argon2id). The plaintext is a CBOR map from names to byte strings.

use std::collections::BTreeMap;

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::secret::{Passphrase, random};
use super::{Cost, Error};

const MAGIC: &[u8] = b"backchannel backup\n";
const VERSION: u8 = 1;
const SALT: usize = 16;
const NONCE: usize = 24;
const HEADER: usize = MAGIC.len() + 1 + 12 + SALT + NONCE;

/// Bytes of all documents together.
pub const MOST_BYTES: usize = 256 * 1024 * 1024;

/// Seals documents under a passphrase.
///
/// # Errors
/// [`Error::PassphraseTooShort`], [`Error::BackupTooLarge`], [`Error::Memory`].
pub fn seal(documents: &BTreeMap<String, Vec<u8>>, passphrase: &Passphrase, cost: Cost) -> Result<Vec<u8>, Error> {
    passphrase.check()?;
    let size = documents.iter().map(|(name, document)| name.len() + document.len() + 16).sum();
    if size > MOST_BYTES {
        return Err(Error::BackupTooLarge { size, most: MOST_BYTES });
    }
    // Room for all at once, so that no half-written copy is left in memory.
    let mut plain = Zeroizing::new(Vec::with_capacity(size + 16));
    let entries = documents
        .iter()
        .map(|(name, document)| (ciborium::Value::from(name.as_str()), ciborium::Value::Bytes(document.clone())));
    let mut map = ciborium::Value::Map(entries.collect());
    let written = ciborium::into_writer(&map, &mut *plain);
    wipe(&mut map);
    written.map_err(|_| Error::Memory)?;
    let (salt, nonce) = (random::<SALT>()?, random::<NONCE>()?);
    let key = cost.stretch(passphrase, &salt)?;
    let mut file = Vec::with_capacity(HEADER + plain.len() + 16);
    file.extend_from_slice(MAGIC);
    file.push(VERSION);
    for number in cost.numbers() {
        file.extend_from_slice(&number.to_le_bytes());
    }
    file.extend_from_slice(&salt);
    file.extend_from_slice(&nonce);
    let sealed = XChaCha20Poly1305::new(key.bytes().into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: &plain, aad: &file })
        .map_err(|_| Error::Memory)?;
    file.extend_from_slice(&sealed);
    Ok(file)
}

/// Opens a backup. Nothing is written: calling this and dropping the result is the rehearsal of a restore.
///
/// # Errors
/// [`Error::NotABackup`], [`Error::Newer`], [`Error::BackupSealed`].
pub fn open(file: &[u8], passphrase: &Passphrase) -> Result<BTreeMap<String, Zeroizing<Vec<u8>>>, Error> {
    let not = |cause| Error::NotABackup { cause };
    let rest = file.strip_prefix(MAGIC).ok_or_else(|| not("it begins otherwise"))?;
    let (version, rest) = rest.split_first().ok_or_else(|| not("it is cut off"))?;
    if *version > VERSION {
        return Err(Error::Newer {
            what: "the backup".to_owned(),
            found: i64::from(*version),
            known: i64::from(VERSION),
        });
    }
    if *version != VERSION {
        return Err(not("its version is unknown"));
    }
    if file.len() > HEADER + MOST_BYTES + 1024 {
        return Err(not("it is too large"));
    }
    let cut = || not("it is cut off");
    let (memory, rest) = number(rest).ok_or_else(cut)?;
    let (passes, rest) = number(rest).ok_or_else(cut)?;
    let (lanes, rest) = number(rest).ok_or_else(cut)?;
    let (salt, rest) = rest.split_at_checked(SALT).ok_or_else(cut)?;
    let (nonce, sealed) = rest.split_at_checked(NONCE).ok_or_else(cut)?;
    let header = file.get(..HEADER).ok_or_else(cut)?;
    let cost = Cost::custom(memory, passes, lanes).map_err(|_| not("its cost is out of range"))?;
    let key = cost.stretch(passphrase, salt)?;
    let plain = XChaCha20Poly1305::new(key.bytes().into())
        .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: header })
        .map_err(|_| Error::BackupSealed)?;
    let plain = Zeroizing::new(plain);
    let map = ciborium::from_reader(plain.as_slice()).map_err(|_| not("its contents cannot be read"))?;
    let ciborium::Value::Map(entries) = map else { return Err(not("its contents are no documents")) };
    entries
        .into_iter()
        .map(|entry| match entry {
            (ciborium::Value::Text(name), ciborium::Value::Bytes(document)) => Ok((name, Zeroizing::new(document))),
            _ => Err(not("its contents are no documents")),
        })
        .collect()
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*number), rest))
}

/// Wipes the copies of documents.
fn wipe(map: &mut ciborium::Value) {
    if let ciborium::Value::Map(entries) = map {
        for (_, document) in entries {
            if let ciborium::Value::Bytes(document) = document {
                zeroize::Zeroize::zeroize(document);
            }
        }
    }
}
