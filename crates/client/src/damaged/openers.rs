//! What opens a vault, damaged: the slots in their file, and recovery phrases as somebody types them.
use super::*;
use crate::vault::{Error, Family, RecoveryPhrase};

#[test]
fn damaged_slots_open_the_same_vault_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("home"));
    let (mut vault, phrase) = home.create(&passphrase(), cheap()).unwrap();
    vault.create_dialogue(LOG.0, "Off-ramp", 1_000).unwrap();
    drop(vault);
    let path = home.folder().join("slots.json");
    let valid = std::fs::read(&path).unwrap();
    let cost = serde_json::from_slice::<serde_json::Value>(&valid).unwrap()["passphrase"]["cost"].clone();
    let (mut opened, mut refused) = (0, 0);
    tried(10, 0x89ab_cdef_0123_4567, |dice| {
        let mut damaged = match dice.below(4) {
            0 => astray(dice, &valid),
            _ => dice.damage(&valid, b"{}[]\",:09af-+. "),
        };
        // A greater cost is bounded, and would take minutes (`vault::tests::homes`).
        if let Ok(mut whole) = serde_json::from_slice::<serde_json::Value>(&damaged)
            && let Some(slot) = whole.get_mut("passphrase").and_then(|slot| slot.get_mut("cost"))
            && *slot != cost
        {
            *slot = cost.clone();
            damaged = serde_json::to_vec(&whole).unwrap();
        }
        std::fs::write(&path, &damaged).unwrap();
        for unlocked in [home.unlock(&passphrase()), home.unlock_with_phrase(&phrase)] {
            match unlocked {
                Ok(vault) => {
                    opened += 1;
                    assert_eq!(vault.dialogues().unwrap().len(), 1);
                }
                Err(error) => {
                    refused += 1;
                    let known = matches!(
                        error,
                        Error::Damaged { .. } | Error::Newer { .. } | Error::WrongPassphrase | Error::WrongPhrase
                    );
                    assert!(known, "{error}");
                }
            }
        }
    });
    // A slot that is not damaged opens beside one that is.
    assert!(opened > 0 && refused > opened, "{opened} opened, {refused} refused");
}

#[test]
fn damaged_recovery_phrases_open_nothing_and_are_not_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("home"));
    let (vault, phrase) = home.create(&passphrase(), cheap()).unwrap();
    drop(vault);
    let words: Vec<String> = phrase.words().split(' ').map(str::to_owned).collect();
    let (mut opened, mut phrases) = (0, 0);
    tried(1, 0x9abc_def0_1234_5678, |dice| {
        let typed = match dice.below(4) {
            // Words of the list in another order: one in sixteen of these has a right checksum.
            0 => {
                let mut words = words.clone();
                let (from, to) = (dice.below(12), dice.below(12));
                words.swap(from, to);
                words.join(["  ", "\n", "\u{a0}"][dice.below(3)])
            }
            1 => words.join(" ").to_uppercase(),
            _ => {
                let damaged = dice.damage(words.join(" ").as_bytes(), "aez \t\u{130}é".as_bytes());
                String::from_utf8_lossy(&damaged).into_owned()
            }
        };
        match RecoveryPhrase::read(&typed) {
            Ok(read) => {
                phrases += 1;
                assert_eq!(RecoveryPhrase::read(read.words()).unwrap().words(), read.words());
                // To open the file each time would take long.
                if phrases % 16 == 1 {
                    let same = read.words() == phrase.words();
                    let unlocked = home.unlock_with_phrase(&read);
                    assert_eq!(unlocked.is_ok(), same);
                    assert!(same || matches!(unlocked, Err(Error::WrongPhrase)));
                    opened += u32::from(same);
                }
            }
            Err(error) => {
                assert_eq!(error.family(), Family::Misuse, "{error}");
                let told = format!("{error} {error:?}");
                assert!(words.iter().all(|word| word.len() < 5 || !told.contains(word.as_str())), "{told}");
            }
        }
    });
    assert!(opened > 0 && phrases > opened * 16 - 16);
}
