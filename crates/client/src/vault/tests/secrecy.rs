//! What the files, the errors and the debug texts do not show.

use std::fs;
use std::path::Path;

use super::*;

const SENTINEL: &str = "sentinel-of-a-red-line";

/// Every file under a folder, whole.
fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// Words that follow each other in a phrase; a single one, such as "phrase", is found in many a text.
fn pairs(phrase: &RecoveryPhrase) -> Vec<String> {
    let words: Vec<&str> = phrase.words().split(' ').collect();
    words.windows(2).map(|pair| pair.join(" ")).collect()
}

#[test]
fn no_file_of_the_home_shows_contents_titles_or_the_passphrase() {
    let (home, folder) = home();
    let secret = format!("passphrase {SENTINEL}");
    let (mut vault, phrase) = home.create(&passphrase(&secret), cheap()).unwrap();
    vault.set_setting("name", SENTINEL.as_bytes()).unwrap();
    let mut store = vault.create_dialogue([1; 16], SENTINEL, 0).unwrap();
    put(&mut store, SENTINEL, SENTINEL.repeat(1000).as_bytes()).unwrap();
    let look_through = |when: &str| {
        let mut found = Vec::new();
        files(folder.path(), &mut found);
        assert!(found.len() >= 3, "{when}");
        for (path, bytes) in found {
            assert!(!holds(&bytes, SENTINEL.as_bytes()), "{when}: {path}");
            assert!(!holds(&bytes, b"SQLite format 3"), "{when}: {path}");
            for pair in pairs(&phrase) {
                assert!(!holds(&bytes, pair.as_bytes()), "{when}: {path}: {pair}");
            }
        }
    };
    look_through("open, with its write-ahead log");
    drop((store, vault));
    look_through("closed");
}

#[test]
fn errors_and_debug_texts_show_no_secret() {
    let (home, _folder) = home();
    let secret = passphrase(&format!("passphrase {SENTINEL}"));
    let (mut vault, phrase) = home.create(&secret, cheap()).unwrap();
    let mut store = vault.create_dialogue([1; 16], SENTINEL, 0).unwrap();
    let wrong = home.unlock(&passphrase(&format!("other {SENTINEL}"))).unwrap_err();
    let statement: Error = store
        .write(|tx| -> Result<(), Error> { Ok(tx.execute_batch(&format!("SELECT '{SENTINEL}' FROM nowhere"))?) })
        .unwrap_err();
    let row: Error = store
        .write(|tx| -> Result<i64, Error> {
            Ok(tx.query_row(&format!("SELECT '{SENTINEL}'"), [], |row| row.get::<_, i64>(0))?)
        })
        .unwrap_err();
    let shown = format!(
        "{secret:?} {phrase:?} {vault:?} {store:?} {wrong:?} {wrong} {statement:?} {statement} {row:?} {row} {home:?}"
    );
    assert!(!shown.contains(SENTINEL), "{shown}");
    for pair in pairs(&phrase) {
        assert!(!shown.contains(&pair), "{shown}: {pair}");
    }
    let key = super::super::secret::Key::random().unwrap();
    assert_eq!(format!("{key:?}"), "Key(..)");
}
