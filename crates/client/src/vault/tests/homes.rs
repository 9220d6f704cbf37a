//! Homes and their slots.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::*;

#[test]
fn a_vault_opens_with_its_passphrase_and_with_its_phrase_alone() {
    let (mut vault, phrase, home, _folder) = vault();
    vault.set_setting("name", b"kept").unwrap();
    drop(vault);
    let vault = home.unlock(&passphrase(GOOD)).unwrap();
    assert_eq!(vault.setting("name").unwrap().unwrap(), b"kept");
    assert_eq!(vault.setting("other").unwrap(), None);
    for wrong in ["correct horse batterz", "", "Correct horse battery", "correct horse battery "] {
        assert!(matches!(home.unlock(&passphrase(wrong)), Err(Error::WrongPassphrase)), "{wrong}");
    }
    let typed = format!("  {}\n", phrase.words().to_uppercase().replace(' ', "  "));
    assert!(home.unlock_with_phrase(&RecoveryPhrase::read(&typed).unwrap()).is_ok());
    let other = RecoveryPhrase::random().unwrap();
    assert!(matches!(home.unlock_with_phrase(&other), Err(Error::WrongPhrase)));
}

#[test]
fn a_passphrase_is_changed_and_set_again_with_the_phrase() {
    let (mut vault, phrase, home, _folder) = vault();
    assert!(matches!(vault.change_passphrase(&passphrase("short"), cheap()), Err(Error::PassphraseTooShort { .. })));
    vault.change_passphrase(&passphrase("another one entirely"), cheap()).unwrap();
    assert!(matches!(home.unlock(&passphrase(GOOD)), Err(Error::WrongPassphrase)));
    home.unlock(&passphrase("another one entirely")).unwrap();
    let mut vault = home.unlock_with_phrase(&phrase).unwrap();
    vault.change_passphrase(&passphrase("a third, remembered"), cheap()).unwrap();
    let mut vault = home.unlock(&passphrase("a third, remembered")).unwrap();
    home.unlock_with_phrase(&phrase).unwrap();
    let fresh = vault.replace_phrase().unwrap();
    assert!(matches!(home.unlock_with_phrase(&phrase), Err(Error::WrongPhrase)));
    home.unlock_with_phrase(&fresh).unwrap();
    home.unlock(&passphrase("a third, remembered")).unwrap();
}

#[test]
fn phrases_are_twelve_words_with_a_checksum() {
    let phrase = RecoveryPhrase::random().unwrap();
    let words: Vec<&str> = phrase.words().split(' ').collect();
    assert_eq!(words.len(), 12);
    assert_ne!(phrase.words(), RecoveryPhrase::random().unwrap().words());
    let cause = |typed: &str| match RecoveryPhrase::read(typed) {
        Err(error @ Error::NotAPhrase { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    };
    assert!(cause("").contains("twelve words"));
    assert!(cause(&words[..11].join(" ")).contains("twelve words"));
    let unknown = cause(&format!("{} sesquipedalian", words[..11].join(" ")));
    assert!(unknown.contains("not on the list") && !unknown.contains("sesqui"), "{unknown}");
    assert!(cause("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo").contains("order"));
    // BIP 39's own example: 128 bits of zeros.
    let zeros = format!("{} about", ["abandon"; 11].join(" "));
    assert_eq!(RecoveryPhrase::read(&zeros).unwrap().words(), zeros);
}

#[test]
fn folders_and_files_are_their_owners_alone() {
    let (mut vault, _, home, _folder) = vault();
    let mut store = vault.create_dialogue([1; 16], "private", 0).unwrap();
    put(&mut store, "a", b"b").unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(home.folder()), 0o700);
    let mut seen = 0;
    for folder in [home.folder().to_owned(), home.dialogues()] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen >= 8, "slots, two databases with log and index, and the folder: {seen}");
}

#[test]
fn what_is_not_a_home_is_said() {
    let (_, _, home, folder) = vault();
    assert!(matches!(home.create(&passphrase(GOOD), cheap()), Err(Error::HomeExists { .. })));
    let nowhere = Home::at(folder.path().join("nowhere"));
    assert!(!nowhere.is_there());
    assert!(matches!(nowhere.unlock(&passphrase(GOOD)), Err(Error::NoHome { .. })));
    assert!(matches!(nowhere.wipe(), Err(Error::NoHome { .. })));
    assert!(matches!(nowhere.create(&passphrase("short"), cheap()), Err(Error::PassphraseTooShort { .. })));
    assert!(!nowhere.folder().exists(), "a refused attempt leaves nothing");
    let slots = fs::read(home.slots()).unwrap();
    fs::remove_file(home.slots()).unwrap();
    assert!(matches!(home.unlock(&passphrase(GOOD)), Err(Error::Missing { .. })));
    fs::write(home.slots(), &slots).unwrap();
    fs::remove_file(home.database()).unwrap();
    assert!(matches!(home.unlock(&passphrase(GOOD)), Err(Error::Missing { .. })));
    assert!(!home.database().exists(), "a missing list is not replaced by an empty one");
}

#[test]
fn lost_slots_do_not_let_a_new_vault_overwrite_dialogues() {
    let (mut vault, _, home, _folder) = vault();
    drop(vault.create_dialogue([1; 16], "kept", 0).unwrap());
    drop(vault);
    let slots = fs::read(home.slots()).unwrap();
    fs::remove_file(home.slots()).unwrap();
    assert!(matches!(home.create(&passphrase(GOOD), cheap()), Err(Error::HomeExists { .. })));
    fs::write(home.slots(), slots).unwrap();
    assert_eq!(home.unlock(&passphrase(GOOD)).unwrap().dialogues().unwrap().len(), 1);
}

#[test]
fn damaged_and_newer_slots_are_told_apart() {
    let (_, _, home, _folder) = vault();
    let text = fs::read_to_string(home.slots()).unwrap();
    let with = |text: &str| {
        fs::write(home.slots(), text).unwrap();
        home.unlock(&passphrase(GOOD)).unwrap_err()
    };
    for damaged in ["", "{}", "[]", &text[..text.len() / 2], &text.replace("\"version\": 1", "\"version\": 0")] {
        assert!(matches!(with(damaged), Error::Damaged { .. }), "{damaged}");
    }
    let newer = with(&text.replace("\"version\": 1", "\"version\": 2"));
    assert!(matches!(newer, Error::Newer { found: 2, known: 1, .. }), "{newer}");
    let greedy = text.replace("\"memory_kib\": 64", "\"memory_kib\": 4000000000");
    assert_ne!(greedy, text);
    assert!(matches!(with(&greedy), Error::Cost { .. }));
    // A slot of another vault, or the other slot, opens nothing.
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut moved = value.clone();
    moved["vault"] = "00".repeat(16).into();
    assert!(matches!(with(&moved.to_string()), Error::WrongPassphrase));
    let mut swapped = value.clone();
    swapped["passphrase"]["wrapped"] = value["recovery"]["wrapped"].clone();
    assert!(matches!(with(&swapped.to_string()), Error::WrongPassphrase));
    for (slot, part) in [("passphrase", "salt"), ("passphrase", "nonce"), ("passphrase", "key")] {
        let mut changed = value.clone();
        let text = value[slot]["wrapped"][part].as_str().unwrap();
        let first = if text.starts_with('0') { "1" } else { "0" };
        changed[slot]["wrapped"][part] = format!("{first}{}", &text[1..]).into();
        assert!(matches!(with(&changed.to_string()), Error::WrongPassphrase), "{part}");
        changed[slot]["wrapped"][part] = text[2..].into();
        assert!(matches!(with(&changed.to_string()), Error::Damaged { .. }), "{part}");
    }
    fs::write(home.slots(), text).unwrap();
    home.unlock(&passphrase(GOOD)).unwrap();
}

/// The format of version 1 does not change: a file that was written once is read for ever.
#[test]
fn slots_of_version_1_are_read_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("slots.json");
    fs::write(&path, include_str!("slots-1.json")).unwrap();
    let slots = super::super::slots::Slots::read(&path).unwrap();
    let by_passphrase = slots.open(&passphrase(GOOD)).unwrap();
    let words = "ginger anxiety merit myth kid gloom heavy crime twin regret hawk cable";
    let by_phrase = slots.open_with_phrase(&RecoveryPhrase::read(words).unwrap()).unwrap();
    assert_eq!(by_passphrase.bytes(), by_phrase.bytes());
    assert_eq!(
        super::super::slots::hex(by_phrase.bytes()),
        "7e68b692dfeb7ee277e4f82bdfca31868518781991924ad7ff6690cbb185db35"
    );
}

#[test]
fn a_wipe_leaves_nothing_of_the_vault_and_all_of_others() {
    let (mut vault, _, home, _folder) = vault();
    drop(vault.create_dialogue([1; 16], "gone", 0).unwrap());
    let foreign = home.folder().join("not-ours.txt");
    fs::write(&foreign, "kept").unwrap();
    home.wipe().unwrap();
    let left: Vec<_> = fs::read_dir(home.folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(left, std::slice::from_ref(&foreign));
    assert!(matches!(home.unlock(&passphrase(GOOD)), Err(Error::NoHome { .. })));
    fs::remove_file(foreign).unwrap();
    // Half wiped, as after a crash: the rest goes at the second try.
    home.create(&passphrase(GOOD), cheap()).unwrap();
    fs::remove_file(home.slots()).unwrap();
    home.wipe().unwrap();
    assert!(!home.folder().exists());
    home.create(&passphrase(GOOD), cheap()).unwrap();
}

#[test]
fn slots_are_overwritten_in_place_before_they_are_unlinked() {
    let (_, _, home, folder) = vault();
    let before = fs::read(home.slots()).unwrap();
    // A second name for the same file shows what became of its bytes.
    let witness = folder.path().join("witness");
    fs::hard_link(home.slots(), &witness).unwrap();
    home.wipe().unwrap();
    let after = fs::read(&witness).unwrap();
    assert_eq!(after.len(), before.len());
    assert!(after.iter().zip(&before).filter(|(one, other)| one == other).count() < before.len() / 10);
}

#[test]
fn costs_have_ranges() {
    assert!(Cost::custom(64 * 1024, 3, 4).is_ok_and(|cost| cost == Cost::STANDARD));
    for (memory, passes, lanes) in [(7, 1, 1), (64, 0, 1), (64, 65, 1), (64, 1, 0), (64, 1, 17), (31, 1, 4)] {
        assert!(matches!(Cost::custom(memory, passes, lanes), Err(Error::Cost { .. })), "{memory} {passes} {lanes}");
    }
    assert!(Cost::custom(u32::MAX, 1, 1).is_err());
    assert!(Cost::STANDARD.numbers()[0] >= 64 * 1024);
}

#[test]
fn errors_tell_whose_they_are() {
    assert_eq!(Error::WrongPassphrase.family(), Family::Misuse);
    assert_eq!(Error::BackupSealed.family(), Family::Misbehaviour);
    assert_eq!(Error::DiskFull.family(), Family::Trouble);
}
