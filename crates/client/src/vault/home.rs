//! The home: a folder with a vault in it, or not yet, or no more.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::secret::{Key, Passphrase};
use super::slots::Slots;
use super::{Cost, Error, RecoveryPhrase, Vault, connection, files, schema};

const VAULT_PURPOSE: &str = "backchannel 2026-11 vault.db: raw key of SQLCipher";

/// Where a vault is or may be. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    folder: PathBuf,
}

impl Home {
    /// Names a folder, without looking at it.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a vault is here.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.slots().exists()
    }

    /// Makes a vault. The phrase is shown to its owner and kept nowhere.
    ///
    /// # Errors
    /// [`Error::HomeExists`], [`Error::PassphraseTooShort`], trouble with files.
    pub fn create(&self, passphrase: &Passphrase, cost: Cost) -> Result<(Vault, RecoveryPhrase), Error> {
        passphrase.check()?;
        if self.is_there() {
            return Err(Error::HomeExists { path: self.folder.clone() });
        }
        files::make_folder(&self.folder)?;
        files::make_folder(&self.dialogues())?;
        // Dialogues without slots are somebody's loss, which may yet be mended, and not ours to overwrite.
        if fs::read_dir(self.dialogues()).map_err(files::at(&self.dialogues()))?.next().is_some() {
            return Err(Error::HomeExists { path: self.folder.clone() });
        }
        let (master, phrase) = (Key::random()?, RecoveryPhrase::random()?);
        // An empty list without slots is left from an attempt that broke off here; nobody has its key.
        remove_database(&self.database())?;
        let mut database = connection::create(&self.database(), &master.derive(VAULT_PURPOSE))?;
        schema::migrate(&mut database, "the vault", schema::VAULT_MIGRATIONS)?;
        // Last: a home counts as there from this moment on.
        Slots::new(&master, passphrase, cost, &phrase)?.write(&self.slots())?;
        tracing::info!("a vault was made");
        Ok((Vault::new(self.clone(), master, database), phrase))
    }

    /// Opens the vault.
    ///
    /// # Errors
    /// [`Error::NoHome`], [`Error::WrongPassphrase`], [`Error::Damaged`], [`Error::Newer`], trouble with files.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<Vault, Error> {
        self.open(|slots| slots.open(passphrase))
    }

    /// Opens the vault with the recovery phrase; then set a new passphrase with [`Vault::change_passphrase`]. The
    /// phrase stays valid until it is replaced.
    ///
    /// # Errors
    /// As [`Home::unlock`], with [`Error::WrongPhrase`].
    pub fn unlock_with_phrase(&self, phrase: &RecoveryPhrase) -> Result<Vault, Error> {
        self.open(|slots| slots.open_with_phrase(phrase))
    }

    /// Destroys the vault without opening it: first the slots, without which nothing else can be read, then the rest.
    /// Files in the folder that are not the vault's stay.
    ///
    /// # Errors
    /// [`Error::NoHome`]; trouble with a file, once all that could be removed is removed.
    pub fn wipe(&self) -> Result<(), Error> {
        if !self.is_there() && !self.database().exists() && !self.dialogues().exists() {
            return Err(Error::NoHome { path: self.folder.clone() });
        }
        let mut outcome = files::shred(&self.slots());
        let mut then = |result: Result<(), Error>| {
            if outcome.is_ok() {
                outcome = result;
            }
        };
        then(files::shred(&self.slots().with_extension("new")));
        then(files::sync_folder(&self.folder));
        then(remove_database(&self.database()));
        then(match fs::remove_dir_all(self.dialogues()) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(files::at(&self.dialogues())(cause)),
            _ => Ok(()),
        });
        then(files::sync_folder(&self.folder));
        // Only if nothing of others is in it.
        let _ = fs::remove_dir(&self.folder);
        tracing::warn!(whole = outcome.is_ok(), "the vault was wiped");
        outcome
    }

    fn open(&self, master: impl FnOnce(&Slots) -> Result<Key, Error>) -> Result<Vault, Error> {
        let slots = Slots::read(&self.slots()).map_err(|error| match error {
            Error::Missing { .. } if !self.database().exists() => Error::NoHome { path: self.folder.clone() },
            other => other,
        })?;
        let master = master(&slots).inspect_err(|_| tracing::warn!("the vault stays locked"))?;
        let mut database = connection::open(&self.database(), &master.derive(VAULT_PURPOSE))?;
        schema::migrate(&mut database, "the vault", schema::VAULT_MIGRATIONS)?;
        tracing::debug!("the vault is unlocked");
        let vault = Vault::new(self.clone(), master, database);
        // What is in the way of it now must not keep the vault locked; the next time tries again.
        if vault.finish_destructions().is_err() {
            tracing::warn!("a destruction that was broken off cannot be finished yet");
        }
        Ok(vault)
    }

    pub(super) fn slots(&self) -> PathBuf {
        self.folder.join("slots.json")
    }

    pub(super) fn database(&self) -> PathBuf {
        self.folder.join("vault.db")
    }

    pub(super) fn dialogues(&self) -> PathBuf {
        self.folder.join("dialogues")
    }
}

/// Unlinks a database and what SQLite keeps beside it. The database itself goes last: while it is there, something is left
/// to be unlinked.
pub(super) fn remove_database(path: &Path) -> Result<(), Error> {
    for suffix in ["-wal", "-shm", "-journal", ""] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        files::remove(Path::new(&name))?;
    }
    Ok(())
}
