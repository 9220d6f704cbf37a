//! A home from within, as whoever has its passphrase could open it: to see what is kept there, or to change it as a
//! modified program would.
use client::vault::{Home, Passphrase, Store, Vault};
use rusqlite::Transaction;

use super::street::{PASSPHRASE, Person};

fn open(person: &Person) -> (Vault, Store) {
    let vault = Home::at(person.home.clone()).unlock(&Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    let id = vault.dialogues().unwrap().first().unwrap().id;
    let store = vault.open_dialogue(id).unwrap();
    (vault, store)
}

/// What could open something.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Keys {
    /// Rows of groups and key packages; the identity is none of them.
    pub(crate) groups: i64,
    /// Keys of epochs.
    pub(crate) epochs: i64,
}

/// The keys that a home holds.
pub(crate) fn keys(person: &Person) -> Keys {
    let (_vault, mut store) = open(person);
    let count =
        |tx: &Transaction<'_>, from: &str| tx.query_row(&format!("SELECT count(*) FROM {from}"), [], |row| row.get(0));
    let counted = store.read(|tx| -> client::Result<Keys> {
        Ok(Keys { groups: count(tx, "mls WHERE label <> 'identity'")?, epochs: count(tx, "epoch_keys")? })
    });
    counted.unwrap()
}

/// Says something in the plenary as a dishonest member would: as if it had seen another log. Its home is of no use for
/// anything honest afterwards.
pub(crate) fn lie(person: &Person, text: &str) {
    person.sync();
    let (vault, mut store) = open(person);
    let changed = store.write(|tx| -> client::Result<usize> {
        Ok(tx.execute("UPDATE log SET hash = randomblob(32) WHERE sequence = (SELECT max(sequence) FROM log)", [])?)
    });
    assert_eq!(changed.unwrap(), 1);
    drop((store, vault));
    person.json(&["room", "send", "plenary", text]);
}
