//! The open vault: which dialogues there are, their keys, and settings of the participant.

use std::fmt;
use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};
use zeroize::Zeroizing;

use crate::brief::Brief;

use super::home::remove_database;
use super::secret::{Key, Passphrase};
use super::slots::{Slots, hex};
use super::{Cost, Error, Home, RecoveryPhrase, Store, connection, schema};

/// One dialogue of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: [u8; 16],
    /// Its title; empty once it is destroyed.
    pub title: String,
    /// Seconds since 1970.
    pub created_at: i64,
    /// Seconds since 1970, once it is destroyed.
    pub destroyed_at: Option<i64>,
    /// What its members agreed to keep of a destroyed dialogue: hashes, never contents.
    pub remains: Option<Vec<u8>>,
}

/// An unlocked vault. Its key is wiped from this process's memory when it is dropped.
pub struct Vault {
    home: Home,
    master: Key,
    database: Connection,
}

impl Vault {
    pub(super) fn new(home: Home, master: Key, database: Connection) -> Self {
        Self { home, master, database }
    }

    /// Where it is.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Replaces the passphrase; the old one opens nothing any more, the recovery phrase stays.
    ///
    /// # Errors
    /// [`Error::PassphraseTooShort`], trouble with files.
    pub fn change_passphrase(&mut self, passphrase: &Passphrase, cost: Cost) -> Result<(), Error> {
        let mut slots = Slots::read(&self.home.slots())?;
        slots.set_passphrase(&self.master, passphrase, cost)?;
        slots.write(&self.home.slots())
    }

    /// Replaces the recovery phrase; the old one opens nothing any more, the passphrase stays.
    ///
    /// # Errors
    /// Trouble with files.
    pub fn replace_phrase(&mut self) -> Result<RecoveryPhrase, Error> {
        let phrase = RecoveryPhrase::random()?;
        let mut slots = Slots::read(&self.home.slots())?;
        slots.set_phrase(&self.master, &phrase)?;
        slots.write(&self.home.slots())?;
        Ok(phrase)
    }

    /// All dialogues, oldest first, destroyed ones included.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn dialogues(&self) -> Result<Vec<Listed>, Error> {
        let mut statement = self.database.prepare_cached(
            "SELECT id, title, created_at, destroyed_at, remains FROM dialogues ORDER BY created_at, id",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Listed {
                id: row.get(0)?,
                title: row.get(1)?,
                created_at: row.get(2)?,
                destroyed_at: row.get(3)?,
                remains: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Makes an empty dialogue under a key of its own.
    ///
    /// # Errors
    /// [`Error::DialogueExists`], destroyed ones included; trouble with files.
    pub fn create_dialogue(&mut self, id: [u8; 16], title: &str, created_at: i64) -> Result<Store, Error> {
        self.create_dialogue_with(id, title, created_at, |_| Ok(()))
    }

    /// Makes a dialogue with what it begins with: after a crash it is there with that, or not there at all.
    ///
    /// # Errors
    /// As [`Vault::create_dialogue`], and those of `fill`; the vault then has no such dialogue.
    pub fn create_dialogue_with<E: From<Error>>(
        &mut self,
        id: [u8; 16],
        title: &str,
        created_at: i64,
        fill: impl FnOnce(&Transaction<'_>) -> Result<(), E>,
    ) -> Result<Store, E> {
        let (key, path) = (Key::random()?, self.path(id));
        let begun = self.database.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(Error::from)?;
        list(&transaction, id, title, created_at, &key)?;
        // The file, whole, before its key is saved; one that a crash left without a key is nobody's.
        remove_database(&path)?;
        let mut database = connection::create(&path, &key)?;
        schema::migrate(&mut database, "the dialogue", schema::DIALOGUE_MIGRATIONS)?;
        let mut store = Store::new(database);
        let filled = store.write(fill).and_then(|()| transaction.commit().map_err(|error| Error::from(error).into()));
        if let Err(error) = filled {
            drop(store);
            // Without its key it is only in the way; the error that led here is the one to be told.
            let _ = remove_database(&path);
            return Err(error);
        }
        tracing::info!(dialogue = %Brief(&id), "a dialogue's file was made");
        Ok(store)
    }

    /// Opens a dialogue.
    ///
    /// # Errors
    /// [`Error::UnknownDialogue`], [`Error::Destroyed`], [`Error::Missing`], [`Error::Damaged`], [`Error::Newer`].
    pub fn open_dialogue(&self, id: [u8; 16]) -> Result<Store, Error> {
        let key: Option<Option<Vec<u8>>> = self
            .database
            .query_row(
                "SELECT keys.key FROM dialogues LEFT JOIN keys ON keys.dialogue = dialogues.id WHERE id = ?1",
                [id],
                |row| row.get(0),
            )
            .optional()?;
        let key = Zeroizing::new(
            key.ok_or_else(|| Error::UnknownDialogue { id: hex(&id) })?
                .ok_or_else(|| Error::Destroyed { id: hex(&id) })?,
        );
        let path = self.path(id);
        let key = Key::from_slice(&key).ok_or_else(|| Error::Damaged {
            path: self.home.database(),
            cause: "a key has another length".to_owned(),
        })?;
        let mut database = connection::open(&path, &key)?;
        schema::migrate(&mut database, "the dialogue", schema::DIALOGUE_MIGRATIONS)?;
        tracing::debug!(dialogue = %Brief(&id), "a dialogue is open");
        Ok(Store::new(database))
    }

    /// Gives a dialogue its title, once it is known.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn rename_dialogue(&mut self, id: [u8; 16], title: &str) -> Result<(), Error> {
        let change = "UPDATE dialogues SET title = ?2 WHERE id = ?1 AND destroyed_at IS NULL AND title <> ?2";
        self.database.execute(change, params![id, title])?;
        Ok(())
    }

    /// Destroys a dialogue: its key is deleted and overwritten, then its files are unlinked. May be repeated until it
    /// returns `Ok`. A process that has the dialogue open keeps its key until it closes it.
    ///
    /// # Errors
    /// [`Error::UnknownDialogue`]; [`Error::Busy`] while another process reads the vault; trouble with files.
    pub fn destroy_dialogue(&mut self, id: [u8; 16], destroyed_at: i64, remains: &[u8]) -> Result<(), Error> {
        let transaction = self.database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("DELETE FROM keys WHERE dialogue = ?1", [id])?;
        let known = transaction.execute(
            "UPDATE dialogues SET title = '', remains = CASE WHEN destroyed_at IS NULL THEN ?3 ELSE remains END,
             destroyed_at = ifnull(destroyed_at, ?2) WHERE id = ?1",
            params![id, destroyed_at, remains],
        )?;
        if known == 0 {
            return Err(Error::UnknownDialogue { id: hex(&id) });
        }
        transaction.commit()?;
        connection::empty_log(&self.database, &self.home.database())?;
        remove_database(&self.path(id))?;
        tracing::warn!(dialogue = %Brief(&id), "a dialogue was destroyed here");
        Ok(())
    }

    /// Goes on with destructions that were broken off once the key was deleted: the file is unlinked last, so one that is
    /// still there says so. What another process is at is left to it.
    ///
    /// # Errors
    /// [`Error::Database`]; trouble with files.
    pub(super) fn finish_destructions(&self) -> Result<(), Error> {
        let all = self.dialogues()?;
        let broken_off = all.iter().filter(|one| one.destroyed_at.is_some() && self.path(one.id).exists());
        for one in broken_off {
            match connection::empty_log(&self.database, &self.home.database()) {
                Err(Error::Busy { .. }) => return Ok(()),
                done => done?,
            }
            remove_database(&self.path(one.id))?;
            tracing::warn!(dialogue = %Brief(&one.id), "a destruction that was broken off is finished");
        }
        Ok(())
    }

    /// A setting of the participant, for all dialogues.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn setting(&self, key: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.database.query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0)).optional()?)
    }

    /// Sets it.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn set_setting(&mut self, key: &str, value: &[u8]) -> Result<(), Error> {
        self.database.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)", params![key, value])?;
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn raw(&self) -> &Connection {
        &self.database
    }

    fn path(&self, id: [u8; 16]) -> PathBuf {
        self.home.dialogues().join(hex(&id)).with_extension("db")
    }
}

/// Adds a dialogue and its key to the list.
fn list(tx: &Transaction<'_>, id: [u8; 16], title: &str, created_at: i64, key: &Key) -> Result<(), Error> {
    let added = tx.execute(
        "INSERT OR IGNORE INTO dialogues (id, title, created_at) VALUES (?1, ?2, ?3)",
        params![id, title, created_at],
    )?;
    if added == 0 {
        return Err(Error::DialogueExists { id: hex(&id) });
    }
    tx.execute("INSERT INTO keys (dialogue, key) VALUES (?1, ?2)", params![id, key.bytes()])?;
    Ok(())
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("home", &self.home).finish_non_exhaustive()
    }
}
