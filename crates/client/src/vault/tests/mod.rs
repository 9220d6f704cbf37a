//! Tests of the vault.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod backups;
mod dialogues;
mod homes;
mod secrecy;

use tempfile::TempDir;

use super::{Cost, Error, Family, Home, Passphrase, RecoveryPhrase, Store, Vault};

const GOOD: &str = "correct horse battery";

/// Cheap, for tests only.
fn cheap() -> Cost {
    Cost::custom(64, 1, 1).unwrap()
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn home() -> (Home, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Home::at(folder.path().join("home")), folder)
}

fn vault() -> (Vault, RecoveryPhrase, Home, TempDir) {
    let (home, folder) = home();
    let (vault, phrase) = home.create(&passphrase(GOOD), cheap()).unwrap();
    (vault, phrase, home, folder)
}

fn put(store: &mut Store, key: &str, value: &[u8]) -> Result<(), Error> {
    store.write(|tx| {
        tx.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)", (key, value))?;
        Ok(())
    })
}

fn look(store: &mut Store, key: &str) -> Option<Vec<u8>> {
    use rusqlite::OptionalExtension as _;
    let row = |tx: &rusqlite::Transaction<'_>| {
        tx.query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0)).optional()
    };
    store.read(|tx| row(tx).map_err(Error::from)).unwrap()
}
