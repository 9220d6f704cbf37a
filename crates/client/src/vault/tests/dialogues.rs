//! Dialogues within a vault: transactions, migrations, destruction, several processes.

use std::fs;

use super::*;

#[test]
fn dialogues_are_listed_and_kept_apart() {
    let (mut vault, _, home, _folder) = vault();
    let mut one = vault.create_dialogue([1; 16], "first", 10).unwrap();
    let mut two = vault.create_dialogue([2; 16], "second", 20).unwrap();
    put(&mut one, "word", b"one").unwrap();
    put(&mut two, "word", b"two").unwrap();
    assert!(matches!(vault.create_dialogue([1; 16], "again", 30), Err(Error::DialogueExists { .. })));
    assert!(matches!(vault.open_dialogue([3; 16]), Err(Error::UnknownDialogue { .. })));
    drop((one, two, vault));
    let vault = home.unlock(&passphrase(GOOD)).unwrap();
    let titles: Vec<_> = vault.dialogues().unwrap().into_iter().map(|row| (row.title, row.created_at)).collect();
    assert_eq!(titles, [("first".to_owned(), 10), ("second".to_owned(), 20)]);
    assert_eq!(look(&mut vault.open_dialogue([1; 16]).unwrap(), "word").unwrap(), b"one");
    assert_eq!(look(&mut vault.open_dialogue([2; 16]).unwrap(), "word").unwrap(), b"two");
}

#[test]
fn a_transaction_is_saved_whole_or_not_at_all() {
    let (mut vault, _, _, _folder) = vault();
    let mut store = vault.create_dialogue([1; 16], "whole", 0).unwrap();
    put(&mut store, "kept", b"1").unwrap();
    let insert = |tx: &rusqlite::Transaction<'_>| -> Result<(), Error> {
        tx.execute("INSERT INTO settings (key, value) VALUES ('half', x'00')", [])?;
        Ok(())
    };
    let failed: Result<(), Error> = store.write(|tx| insert(tx).and(Err(Error::Memory)));
    assert!(matches!(failed, Err(Error::Memory)));
    assert_eq!(look(&mut store, "half"), None);
    // So it is after a panic.
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write(|tx| -> Result<(), Error> { insert(tx).map(|()| panic!("a bug in the middle")) })
    }));
    assert!(caught.is_err());
    assert_eq!(look(&mut store, "half"), None);
    // And what a read writes is undone.
    store.read(insert).unwrap();
    assert_eq!(look(&mut store, "half"), None);
    assert_eq!(look(&mut store, "kept").unwrap(), b"1");
}

#[test]
fn a_dialogue_whose_beginning_fails_is_not_there_and_can_be_made_again() {
    let (mut vault, _, home, _folder) = vault();
    let failed = vault.create_dialogue_with([1; 16], "half", 0, |tx| -> Result<(), Error> {
        tx.execute("INSERT INTO settings (key, value) VALUES ('half', x'01')", [])?;
        Err(Error::Memory)
    });
    assert!(matches!(failed, Err(Error::Memory)));
    assert!(vault.dialogues().unwrap().is_empty());
    assert_eq!(std::fs::read_dir(home.folder().join("dialogues")).unwrap().count(), 0);
    let mut store = vault.create_dialogue([1; 16], "whole", 0).unwrap();
    assert_eq!(look(&mut store, "half"), None);
}

#[test]
fn a_full_disk_is_said_and_changes_nothing() {
    let (mut vault, _, _, _folder) = vault();
    let mut store = vault.create_dialogue([1; 16], "full", 0).unwrap();
    put(&mut store, "kept", b"1").unwrap();
    // SQLite's own limit on pages stands in for the disk: it gives the same error.
    store
        .write(|tx| -> Result<(), Error> {
            let pages: i64 = tx.query_row("PRAGMA page_count", [], |row| row.get(0))?;
            tx.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
            Ok(())
        })
        .unwrap();
    let error = put(&mut store, "large", &vec![7; 1 << 20]).unwrap_err();
    assert!(matches!(error, Error::DiskFull), "{error:?}");
    assert_eq!(look(&mut store, "large"), None);
    assert_eq!(look(&mut store, "kept").unwrap(), b"1");
    put(&mut store, "kept", b"2").unwrap();
}

#[test]
fn a_destroyed_dialogue_has_no_key_no_title_and_no_file() {
    let (mut vault, _, home, _folder) = vault();
    let mut store = vault.create_dialogue([1; 16], "to be forgotten", 10).unwrap();
    put(&mut store, "word", b"said in confidence").unwrap();
    drop(store);
    drop(vault.create_dialogue([2; 16], "stays", 20).unwrap());
    vault.destroy_dialogue([1; 16], 99, b"hashes").unwrap();
    // Repeated, it changes nothing.
    vault.destroy_dialogue([1; 16], 100, b"other").unwrap();
    assert!(matches!(vault.destroy_dialogue([9; 16], 99, b""), Err(Error::UnknownDialogue { .. })));
    assert!(matches!(vault.open_dialogue([1; 16]), Err(Error::Destroyed { .. })));
    assert!(matches!(vault.create_dialogue([1; 16], "again", 0), Err(Error::DialogueExists { .. })));
    let listed = vault.dialogues().unwrap();
    assert_eq!((listed[0].title.as_str(), listed[0].destroyed_at), ("", Some(99)));
    assert_eq!(listed[0].remains.as_deref(), Some(&b"hashes"[..]));
    assert_eq!((listed[1].title.as_str(), listed[1].destroyed_at), ("stays", None));
    let names: Vec<_> = fs::read_dir(home.dialogues()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name.to_str().unwrap().starts_with("0202")), "{names:?}");
    let log = fs::metadata(home.folder().join("vault.db-wal")).unwrap().len();
    assert_eq!(log, 0, "the log may hold the page with the key");
    vault.open_dialogue([2; 16]).unwrap();
}

#[test]
fn a_destruction_that_broke_off_before_the_file_was_unlinked_is_finished_by_the_next_unlocking() {
    let (mut vault, _, home, _folder) = vault();
    drop(vault.create_dialogue([1; 16], "to be forgotten", 10).unwrap());
    drop(vault.create_dialogue([2; 16], "stays", 20).unwrap());
    let path = home.dialogues().join("01".repeat(16)).with_extension("db");
    let file = fs::read(&path).unwrap();
    vault.destroy_dialogue([1; 16], 99, b"hashes").unwrap();
    drop(vault);
    // As it lay there when the machine stopped: the key was gone, the file was not.
    fs::write(&path, file).unwrap();
    let vault = home.unlock(&passphrase(GOOD)).unwrap();
    assert!(!path.exists());
    assert!(matches!(vault.open_dialogue([1; 16]), Err(Error::Destroyed { .. })));
    vault.open_dialogue([2; 16]).unwrap();
}

/// With the settings of our connections a deleted key is overwritten in the file, and the log is emptied. Seen on a
/// file without encryption, where it can be looked for.
#[test]
fn the_key_of_a_destroyed_dialogue_is_overwritten() {
    use super::super::{connection, schema};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plain.db");
    let mut database = rusqlite::Connection::open(&path).unwrap();
    database.execute_batch(connection::SETTINGS).unwrap();
    database.pragma_update(None, "journal_mode", "WAL").unwrap();
    schema::migrate(&mut database, "a plain file", schema::VAULT_MIGRATIONS).unwrap();
    let key = [0xa7; 32];
    let holds = || {
        let with = |suffix: &str| fs::read(folder.path().join(format!("plain.db{suffix}"))).unwrap_or_default();
        [with(""), with("-wal")].concat().windows(key.len()).any(|window| window == key)
    };
    for id in [[1_u8; 16], [2; 16], [3; 16]] {
        database.execute("INSERT INTO dialogues (id, title, created_at) VALUES (?1, '', 0)", [id]).unwrap();
        let key = if id == [2; 16] { key } else { [1; 32] };
        database.execute("INSERT INTO keys (dialogue, key) VALUES (?1, ?2)", (id, key)).unwrap();
    }
    connection::empty_log(&database, &path).unwrap();
    assert!(holds());
    database.execute("DELETE FROM keys WHERE dialogue = ?1", [[2_u8; 16]]).unwrap();
    assert!(holds(), "before the log is emptied the old page is still there");
    connection::empty_log(&database, &path).unwrap();
    assert!(!holds());
}

#[test]
fn a_missing_or_foreign_file_is_not_replaced_by_an_empty_one() {
    let (mut vault, _, home, _folder) = vault();
    drop(vault.create_dialogue([1; 16], "one", 0).unwrap());
    drop(vault.create_dialogue([2; 16], "two", 0).unwrap());
    let path = |id: &str| home.dialogues().join(id.repeat(16)).with_extension("db");
    fs::copy(path("02"), path("01")).unwrap();
    assert!(matches!(vault.open_dialogue([1; 16]), Err(Error::Damaged { .. })));
    fs::remove_file(path("01")).unwrap();
    assert!(matches!(vault.open_dialogue([1; 16]), Err(Error::Missing { .. })));
    assert!(!path("01").exists());
}

#[test]
fn every_changed_page_is_noticed() {
    let (mut vault, _, home, _folder) = vault();
    let mut store = vault.create_dialogue([1; 16], "one", 0).unwrap();
    for row in 0..50 {
        put(&mut store, &format!("row {row}"), &[7; 1000]).unwrap();
    }
    drop(store);
    let path = home.dialogues().join("01".repeat(16)).with_extension("db");
    let bytes = fs::read(&path).unwrap();
    assert!(bytes.len() >= 10 * 4096);
    for page in 0..bytes.len() / 4096 {
        let mut changed = bytes.clone();
        changed[page * 4096 + 2000] ^= 1;
        fs::write(&path, changed).unwrap();
        let intact = vault.open_dialogue([1; 16]).and_then(|mut store| {
            store.read(|tx| {
                let mut statement = tx.prepare("SELECT key, value FROM settings")?;
                let rows = statement.query_map([], |row| row.get::<_, Vec<u8>>(1))?.collect::<Result<Vec<_>, _>>()?;
                tx.query_row("SELECT count(*) FROM mls", [], |_| Ok(()))?;
                Ok::<_, Error>(rows.len())
            })
        });
        // A page of an empty table or a free page is not read.
        if let Ok(rows) = intact {
            assert_eq!(rows, 50, "page {page}");
        }
    }
}

#[test]
fn a_newer_file_is_left_alone() {
    let (mut vault, _, home, _folder) = vault();
    let mut store = vault.create_dialogue([1; 16], "newer", 0).unwrap();
    store.write(|tx| tx.pragma_update(None, "user_version", 999).map_err(Error::from)).unwrap();
    drop(store);
    assert!(matches!(vault.open_dialogue([1; 16]), Err(Error::Newer { found: 999, .. })));
    vault.raw().pragma_update(None, "user_version", 999).unwrap();
    drop(vault);
    assert!(matches!(home.unlock(&passphrase(GOOD)), Err(Error::Newer { found: 999, .. })));
}

#[test]
fn several_processes_work_in_one_home() {
    let (mut vault, _, home, _folder) = vault();
    let mut store = vault.create_dialogue([1; 16], "shared", 0).unwrap();
    store.write(|tx| Ok::<_, Error>(tx.execute_batch("CREATE TABLE counted (n INTEGER PRIMARY KEY)")?)).unwrap();
    // Threads with connections of their own differ from processes in nothing that SQLite's locks see.
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let vault = home.unlock(&passphrase(GOOD)).unwrap();
                let mut store = vault.open_dialogue([1; 16]).unwrap();
                for _ in 0..25 {
                    store
                        .write(|tx| {
                            let old: i64 =
                                tx.query_row("SELECT coalesce(max(n), 0) FROM counted", [], |row| row.get(0))?;
                            tx.execute("INSERT INTO counted (n) VALUES (?1)", [old + 1])?;
                            Ok::<_, Error>(())
                        })
                        .unwrap();
                }
            });
        }
    });
    let count =
        |tx: &rusqlite::Transaction<'_>| tx.query_row("SELECT max(n) FROM counted", [], |row| row.get::<_, i64>(0));
    assert_eq!(store.read(|tx| count(tx).map_err(Error::from)).unwrap(), 100);
}

#[test]
fn settings_of_a_connection_are_as_promised() {
    let (mut vault, _, _, _folder) = vault();
    let mut store = vault.create_dialogue([1; 16], "settings", 0).unwrap();
    let pragma = |store: &mut Store, name: &str| -> String {
        store
            .read(|tx| {
                let value =
                    tx.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))?;
                Ok::<_, Error>(match value {
                    rusqlite::types::Value::Text(text) => text,
                    rusqlite::types::Value::Integer(number) => number.to_string(),
                    other => format!("{other:?}"),
                })
            })
            .unwrap()
    };
    for (name, expected) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("secure_delete", "1"),
        ("temp_store", "2"),
        ("foreign_keys", "1"),
        ("busy_timeout", "10000"),
        ("cipher_page_size", "4096"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ] {
        assert_eq!(pragma(&mut store, name), expected, "{name}");
    }
    assert!(pragma(&mut store, "cipher_version").starts_with("4."));
}
