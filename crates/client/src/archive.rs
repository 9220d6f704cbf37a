//! Backups of a whole vault: identity and history of every dialogue, never the state of a group. A restored machine
//! asks to be let in again.

use std::collections::BTreeMap;

use envelope::LogId;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::group::Identity;
use crate::participant::{Progress, now};
use crate::tables::{self, Rows, Setting};
use crate::vault::{Cost, Passphrase, Vault, backup};

/// One dialogue in a backup.
#[derive(Serialize, Deserialize)]
struct Archived {
    title: String,
    created_at: i64,
    #[serde(with = "dialogue::id::octets")]
    identity: Vec<u8>,
    cursor: u64,
    log_hash: Option<String>,
    tables: Vec<Rows>,
}

/// What a backup holds, as far as it can be told without restoring it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contents {
    /// The dialogues' ids with their titles.
    pub dialogues: Vec<(String, String)>,
}

/// Everything of a vault in one encrypted file.
///
/// # Errors
/// The vault; a passphrase that is too short.
pub fn backup_vault(vault: &mut Vault, passphrase: &Passphrase) -> Result<Vec<u8>> {
    let mut documents = BTreeMap::new();
    for listed in vault.dialogues()?.into_iter().filter(|listed| listed.destroyed_at.is_none()) {
        let mut store = vault.open_dialogue(listed.id)?;
        let archived = store.read(|tx| -> Result<Archived> {
            let cursor = tables::read(tx, Setting::Cursor)?.unwrap_or(0);
            Ok(Archived {
                title: listed.title.clone(),
                created_at: listed.created_at,
                identity: Identity::load(tx)?.to_backup().to_vec(),
                cursor,
                log_hash: tables::log_hash(tx, cursor)?.map(|hash| dialogue::id::hex(&hash)),
                tables: tables::dump(tx)?,
            })
        })?;
        documents.insert(LogId(listed.id).to_string(), serde_json::to_vec(&archived)?);
    }
    let sealed = backup::seal(&documents, passphrase, Cost::STANDARD)?;
    tracing::info!(dialogues = documents.len(), "a backup was sealed");
    Ok(sealed)
}

/// Opens a backup and reads all of it, without restoring anything: the rehearsal of a restore.
///
/// # Errors
/// A wrong passphrase, a damaged file.
pub fn look_into(file: &[u8], passphrase: &Passphrase) -> Result<Contents> {
    let dialogues = read(file, passphrase)?;
    Ok(Contents { dialogues: dialogues.into_iter().map(|(id, one)| (id.to_string(), one.title)).collect() })
}

/// Puts a backup into an empty vault. Every dialogue then asks at its next sync to be let in again.
///
/// # Errors
/// As [`look_into`]; a vault that has dialogues already.
pub fn restore_into(vault: &mut Vault, file: &[u8], passphrase: &Passphrase) -> Result<Contents> {
    if !vault.dialogues()?.is_empty() {
        return Err(Error::Misuse("restore into a new, empty home".to_owned()));
    }
    let mut contents = Contents { dialogues: Vec::new() };
    for (id, archived) in read(file, passphrase)? {
        contents.dialogues.push((id.to_string(), archived.title.clone()));
        vault.create_dialogue_with(id.0, &archived.title, archived.created_at, |tx| -> Result<()> {
            tables::fill(tx, archived.tables)?;
            Identity::restore(tx, &archived.identity)?;
            let hash = archived.log_hash.as_deref().and_then(dialogue::id::unhex);
            if let Some(hash) = hash.filter(|_| archived.cursor > 0) {
                tables::put_hash(tx, archived.cursor, &hash)?;
            }
            if tables::need::<Progress>(tx, Setting::Progress)? == Progress::Member {
                tables::put(tx, Setting::Progress, &Progress::Returning { asked: false })?;
            }
            // What the relay said then it may say again; of what has ended here the time stays.
            for setting in [
                Setting::RoomGroups,
                Setting::RoomKeysSince,
                Setting::Acknowledged,
                Setting::TokenRefused,
                Setting::LogDeleted,
                Setting::Asked,
                Setting::Missing,
            ] {
                tables::clear(tx, setting)?;
            }
            // How far a run came after the backup nobody can say: the worst is assumed.
            tx.execute("UPDATE runs SET reached = 2 WHERE ended = 0", [])?;
            Ok(())
        })?;
    }
    vault.set_setting("restored-at", now().to_string().as_bytes())?;
    tracing::info!(dialogues = contents.dialogues.len(), "a backup was restored");
    Ok(contents)
}

fn read(file: &[u8], passphrase: &Passphrase) -> Result<Vec<(LogId, Archived)>> {
    let documents: BTreeMap<String, Zeroizing<Vec<u8>>> = backup::open(file, passphrase)?;
    let damaged =
        || Error::Misbehaviour("the backup opens, but its contents cannot be read by this program".to_owned());
    let one = |(name, document): (String, Zeroizing<Vec<u8>>)| {
        let id: LogId = name.parse().map_err(|_| damaged())?;
        Ok((id, serde_json::from_slice(&document).map_err(|_| damaged())?))
    };
    documents.into_iter().map(one).collect()
}
