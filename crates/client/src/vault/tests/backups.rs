//! Backups: sealed, opened, damaged.

use std::collections::BTreeMap;

use super::super::backup;
use super::*;

fn documents() -> BTreeMap<String, Vec<u8>> {
    [("identity", vec![1; 48]), ("history", b"sentinel-of-a-red-line".repeat(50)), ("empty", vec![])]
        .into_iter()
        .map(|(name, document)| (name.to_owned(), document))
        .collect()
}

#[test]
fn a_backup_gives_back_what_went_in() {
    let file = backup::seal(&documents(), &passphrase(GOOD), cheap()).unwrap();
    assert!(!file.windows(8).any(|window| window == b"sentinel" || window == b"identity"));
    let opened = backup::open(&file, &passphrase(GOOD)).unwrap();
    let plain: BTreeMap<String, Vec<u8>> = opened.into_iter().map(|(name, bytes)| (name, bytes.to_vec())).collect();
    assert_eq!(plain, documents());
    assert_ne!(file, backup::seal(&documents(), &passphrase(GOOD), cheap()).unwrap());
    let none = backup::seal(&BTreeMap::new(), &passphrase(GOOD), cheap()).unwrap();
    assert!(backup::open(&none, &passphrase(GOOD)).unwrap().is_empty());
}

#[test]
fn a_changed_backup_or_a_wrong_passphrase_opens_nothing() {
    let file = backup::seal(&documents(), &passphrase(GOOD), cheap()).unwrap();
    assert!(matches!(backup::open(&file, &passphrase("another one entirely")), Err(Error::BackupSealed)));
    for at in 0..file.len() {
        let mut changed = file.clone();
        changed[at] ^= 0x10;
        // Not the cost's upper bytes: they would take minutes to be refused by the tag.
        if (20..32).contains(&at) {
            continue;
        }
        let error = backup::open(&changed, &passphrase(GOOD)).unwrap_err();
        let fits = matches!(error, Error::BackupSealed | Error::NotABackup { .. } | Error::Newer { .. });
        assert!(fits, "byte {at}: {error}");
    }
    for length in 0..file.len() {
        assert!(backup::open(&file[..length], &passphrase(GOOD)).is_err(), "{length} bytes");
    }
    let mut greedy = file.clone();
    greedy[23] = 0xff;
    assert!(matches!(backup::open(&greedy, &passphrase(GOOD)), Err(Error::NotABackup { .. })));
}

#[test]
fn what_does_not_fit_is_refused_before_work() {
    assert!(matches!(backup::seal(&documents(), &passphrase("short"), cheap()), Err(Error::PassphraseTooShort { .. })));
    let large = [("large".to_owned(), vec![0; backup::MOST_BYTES])].into_iter().collect();
    assert!(matches!(backup::seal(&large, &passphrase(GOOD), cheap()), Err(Error::BackupTooLarge { .. })));
}

/// The format of version 1 does not change: a file that was written once is read for ever.
#[test]
fn backups_of_version_1_are_read_for_ever() {
    let opened = backup::open(include_bytes!("backup-1.bin"), &passphrase(GOOD)).unwrap();
    assert_eq!(opened.len(), 2);
    assert_eq!(opened["identity"].as_slice(), &[1; 48]);
    assert_eq!(opened["history"].as_slice(), b"a frozen document");
}
