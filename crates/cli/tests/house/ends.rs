//! Ends that break off, and ends that somebody missed: every machine gets to the end that was agreed, and what was not
//! agreed here is lost by nobody's word but one's own.
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::cable::Cable;
use super::harm::{Fate, Harm, can_trace, under};
use super::street::{Person, Relay, Street};

const SIDES: [(&str, &str); 2] = [("anna", "A"), ("boris", "B")];

/// Copies a folder with all that is in it to a place where nothing is.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (from, to) = { (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name())) };
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).unwrap();
        }
    }
}

/// A home as it was at some moment.
struct Kept {
    copy: PathBuf,
    home: PathBuf,
}

impl Kept {
    fn of(person: &Person) -> Self {
        let copied = person.home.with_extension("kept");
        copy(&person.home, &copied);
        Self { copy: copied, home: person.home.clone() }
    }

    /// As if the machine had stopped at that moment.
    fn put_back(&self) {
        std::fs::remove_dir_all(&self.home).unwrap();
        copy(&self.copy, &self.home);
    }
}

fn agree(people: &[&Person]) {
    for person in people {
        let end = person.json(&["destroy", "--yes"])["end"].clone();
        assert_eq!(end["state"], "proposed", "{}: {end}", person.name);
    }
}

fn ended(said: &Value) -> bool {
    said["end"]["state"] == "destroyed"
}

/// Destroyed here: no key and no file of it.
fn is_destroyed(person: &Person) -> bool {
    let listed = person.json(&["dialogue", "list"])["dialogues"][0].clone();
    let left = std::fs::read_dir(person.home.join("dialogues")).unwrap().count();
    assert!(listed["destroyed_at"].is_null() || left == 0, "{} files are left: {listed}", left);
    !listed["destroyed_at"].is_null()
}

/// Takes up that all have agreed, and does nothing about it yet.
fn hears(person: &Person) {
    let shown = person.json(&["dialogue", "show"]);
    assert_eq!(shown["end"]["state"], "agreed", "{}: {shown}", person.name);
}

#[test]
fn an_end_that_stopped_after_the_log_was_deleted_is_carried_out_by_sync_and_by_destroy() {
    let street = Street::with(None, &SIDES, &[]);
    let (convener, anna, boris) = (&street.convener, street.delegate("anna"), street.delegate("boris"));
    agree(&[convener, anna]);
    assert!(ended(&boris.json(&["destroy", "--yes"])));
    hears(anna);
    let confirmed = Kept::of(anna);
    assert!(ended(&anna.sync()));
    hears(convener);
    let deleted = Kept::of(convener);
    assert!(ended(&convener.sync()));

    for (person, kept) in [(convener, &deleted), (anna, &confirmed)] {
        for act in [&["sync"][..], &["sync", "--wait", "5"], &["destroy", "--yes"], &["destroy", "--now", "--yes"]] {
            kept.put_back();
            let report = person.report();
            assert_eq!(report["health"], "ending", "{report}");
            assert!(report["next"].as_str().unwrap().contains("run `sync`"), "{report}");
            assert!(ended(&person.json(act)), "{} {act:?}", person.name);
            assert!(is_destroyed(person), "{} {act:?}", person.name);
        }
    }
}

/// Kills a command of this person's at each of its saves in turn, each time from the same beginning, until one is not met;
/// the next sync must get to the end. Answers how often the kill came after this machine had begun with what cannot be
/// undone, and before its keys were gone.
fn killed_at_each_save(street: &mut Street, person: &Person, act: &[&str], cable: &Cable) -> usize {
    let (folder, url) = (street.folder.path().to_owned(), street.relay.as_ref().unwrap().url.clone());
    let listen = url.trim_start_matches("https://").trim_end_matches('/').to_owned();
    let database = folder.join("relay.db");
    let (kept, calm) = (Kept::of(person), folder.join(format!("relay.kept.{}", person.name)));
    let mut between = 0;
    for (calls, step) in [("fsync,fdatasync", 1), ("pwrite64", 5)] {
        for nth in (1..).step_by(step) {
            street.relay.take().unwrap().kill();
            if calm.exists() {
                for name in ["relay.db", "relay.db-wal", "relay.db-shm"] {
                    // The copy may have no journal, and then there must be none.
                    let _ = std::fs::remove_file(folder.join(name));
                    let _ = std::fs::copy(calm.join(name), folder.join(name));
                }
                kept.put_back();
            } else {
                std::fs::create_dir(&calm).unwrap();
                for name in ["relay.db", "relay.db-wal", "relay.db-shm"] {
                    let _ = std::fs::copy(folder.join(name), calm.join(name));
                }
            }
            street.relay = Some(Relay::start_at(&folder, &format!("sqlite:{}", database.display()), &listen));
            let harm = match can_trace() {
                true => Harm::Kill { calls, nth },
                false => Harm::KillAfter { milliseconds: 40 * nth },
            };
            let fate = under(person, act, harm, cable);
            if let Fate::Failed(code, said) = &fate {
                panic!("{act:?} {harm:?}: {code} {said}");
            }
            if !is_destroyed(person) {
                between += usize::from(person.report()["health"] == "ending");
                let said = person.output(&["sync", "--json"]);
                assert!(said.status.success(), "{harm:?}: {said:?}");
            }
            assert!(is_destroyed(person), "{act:?} {harm:?}");
            if matches!(fate, Fate::Done(_)) {
                break;
            }
        }
    }
    between
}

#[test]
fn an_end_killed_at_any_save_is_carried_out_by_the_next_sync() {
    let mut street = Street::with(None, &SIDES, &[]);
    let cable = Cable::to(&street.relay.as_ref().unwrap().url);
    let (convener, anna, boris) =
        (street.convener.clone(), street.delegate("anna").clone(), street.delegate("boris").clone());
    agree(&[&convener, &anna]);
    assert!(ended(&boris.json(&["destroy", "--yes"])));
    hears(&anna);
    let between = killed_at_each_save(&mut street, &anna, &["sync"], &cable);
    assert!(between > 0, "the member was never met between its confirmation and the end");
    // The convener waits for nobody: Anna may not have confirmed where she was put back last.
    hears(&convener);
    let between = killed_at_each_save(&mut street, &convener, &["destroy", "--now", "--yes"], &cable);
    assert!(between > 0, "the convener was never met between the note and the end");
}

#[test]
fn who_missed_the_end_is_told_so_keeps_what_it_had_and_destroys_it_itself() {
    let mut street = Street::with(None, &SIDES, &[]);
    let clara = street.join("clara", "A");
    clara.json(&["room", "send", "plenary", "before the end"]);
    street.converged();
    let (convener, anna, boris) = (&street.convener, street.delegate("anna"), street.delegate("boris"));
    assert!(clara.refused(&["destroy", "--here", "--yes"]).1.contains("this dialogue goes on"));
    agree(&[convener, anna]);
    boris.json(&["destroy", "--yes"]);
    assert!(ended(&convener.json(&["destroy", "--now", "--yes"])));

    for act in [&["sync"][..], &["destroy", "--yes"]] {
        let (code, said) = clara.refused(act);
        assert_eq!(code, 1, "{said}");
        for word in ["was deleted there", "relay's word alone", "`export`", "`destroy --here`"] {
            assert!(said.contains(word), "`{word}` is not said: {said}");
        }
    }
    let report = clara.report();
    assert_eq!(report["health"], "deleted", "{report}");
    let said = format!("{} {}", report["what"], report["next"]);
    for word in
        ["was deleted there", "relay's word alone", "as the charter says", "ask the convener", "`destroy --here`"]
    {
        assert!(said.contains(word), "`{word}` is not said: {report}");
    }
    // Ninety days from now, as the charter has it.
    let days = (report["kept_until"].as_i64().unwrap() - client::participant::now()) as f64 / 86_400.0;
    assert!((89.9..=90.0).contains(&days), "{days}");
    assert_eq!(clara.read("plenary"), ["before the end"]);
    let file = street.folder.path().join("clara.export");
    clara.json(&["export", file.to_str().unwrap()]);
    assert!(std::fs::read_to_string(file).unwrap().contains("before the end"));
    assert!(ended(&clara.json(&["destroy", "--here", "--yes"])));
    assert!(is_destroyed(&clara));
}

#[test]
fn what_one_had_of_a_dialogue_is_destroyed_once_the_charters_retention_has_passed() {
    let street = Street::with(None, &SIDES, &["--retention-days", "0"]);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    anna.json(&["leave"]);
    let report = anna.report();
    assert_eq!(report["health"], "gone", "{report}");
    assert!(report["next"].as_str().unwrap().contains("`sync` destroys it as the charter says"), "{report}");
    assert!(ended(&anna.sync()));
    assert!(is_destroyed(anna));
    // Nothing of it is over for the others.
    for person in [&street.convener, boris] {
        assert!(!ended(&person.sync()), "{}", person.name);
        assert_eq!(person.health(), "in-step");
    }

    let street = Street::with(None, &SIDES, &["--retention-days", "3"]);
    let anna = street.delegate("anna");
    anna.json(&["leave"]);
    street.convener.sync();
    let days = (anna.report()["kept_until"].as_i64().unwrap() - client::participant::now()) as f64 / 86_400.0;
    assert!((2.9..=3.0).contains(&days), "{days}");
    anna.output(&["sync"]);
    assert!(!is_destroyed(anna));
    assert!(ended(&anna.json(&["destroy", "--here", "--yes"])), "one need not wait for it");
}
