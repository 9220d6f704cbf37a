//! Transactions that break off: the group is as before or as after, never in between.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rusqlite::{OptionalExtension as _, Transaction, params};

use super::super::storage::fuse;
use super::*;
use crate::vault::Family;

/// Everything that is stored of groups.
fn rows(store: &mut Store) -> Vec<(String, Vec<u8>, Vec<u8>)> {
    store
        .read(|tx| -> Result<_, Error> {
            let mut statement = tx.prepare("SELECT label, key, value FROM mls ORDER BY label, key")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .unwrap()
}

/// Runs `work` with the store failing at its first use, its second, and so on, and then with the transaction dropped
/// at the end; each time everything must be as before, and at last it must work.
fn broken_off<T>(store: &mut Store, work: impl Fn(&Transaction<'_>) -> Result<T, Error>) -> T {
    let before = rows(store);
    let mut uses = 0;
    loop {
        fuse::set(Some(uses));
        // Saved where it succeeds, so that a failure that was swallowed would be found.
        let outcome = store.write(|tx| work(tx).map(drop).and(Err::<(), _>(Error::NothingPending)));
        fuse::set(None);
        assert_eq!(rows(store), before, "after {uses} uses");
        match outcome {
            Err(Error::NothingPending) => break,
            Err(error) => assert_eq!(error.family(), Family::Trouble, "after {uses} uses: {error}"),
            Ok(()) => panic!("the transaction was to be dropped"),
        }
        uses += 1;
    }
    assert!(uses > 0, "the work never used the store");
    store.write(work).unwrap()
}

fn loaded<T>(
    tx: &Transaction<'_>,
    work: impl FnOnce(&mut Group<'_>, &Identity) -> Result<T, Error>,
) -> Result<T, Error> {
    let identity = Identity::load(tx)?;
    let mut group = Group::load(tx, GROUP)?.ok_or(Error::OtherGroup)?;
    work(&mut group, &identity)
}

#[test]
fn every_step_may_break_off_at_every_use_of_the_store() {
    let (mut ada, mut ben) = (Machine::new(1), Machine::new(2));
    broken_off(&mut ada.store, |tx| Group::create(tx, &Identity::load(tx)?, GROUP).map(drop));
    let package = broken_off(&mut ben.store, |tx| fresh_key_package(tx, &Identity::load(tx)?));
    let package = read_key_package(&package).unwrap();
    let staged = broken_off(&mut ada.store, |tx| {
        loaded(tx, |group, identity| group.add(identity, std::slice::from_ref(&package)))
    });
    broken_off(&mut ada.store, |tx| loaded(tx, |group, _| group.merge_pending()));
    let welcome = staged.welcome.unwrap();
    broken_off(&mut ben.store, |tx| Group::join(tx, &welcome).map(drop));
    assert_eq!(ada.agreement(), ben.agreement());

    let message = broken_off(&mut ada.store, |tx| loaded(tx, |group, identity| group.seal(identity, b"hello")));
    broken_off(&mut ben.store, |tx| loaded(tx, |group, _| group.open(&message).map(drop)));
    assert!(matches!(ben.open(&message), Err(Error::Replay)));

    let staged = broken_off(&mut ben.store, |tx| loaded(tx, |group, identity| group.refresh(identity)));
    broken_off(&mut ada.store, |tx| {
        loaded(tx, |group, _| match group.open(&staged.commit)? {
            Opened::Commit(inspected) => group.accept(inspected),
            other => panic!("{other:?}"),
        })
    });
    broken_off(&mut ben.store, |tx| loaded(tx, |group, _| group.merge_pending()));
    assert_eq!(ada.agreement(), ben.agreement());

    let gone = ben.name;
    broken_off(&mut ada.store, |tx| loaded(tx, |group, identity| group.remove(identity, &[gone])));
    broken_off(&mut ada.store, |tx| loaded(tx, |group, _| group.clear_pending()));
    broken_off(&mut ben.store, |tx| Group::delete(tx, GROUP));
}

const HOME: &str = "BACKCHANNEL_TEST_TORN_HOME";
const PASSPHRASE: &str = "not a secret";
const DIALOGUE: [u8; 16] = [5; 16];

fn setting<T: rusqlite::types::FromSql>(tx: &Transaction<'_>, key: &str) -> Result<Option<T>, Error> {
    Ok(tx.query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0)).optional()?)
}

fn set(tx: &Transaction<'_>, key: &str, value: &[u8]) -> Result<(), Error> {
    tx.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)", params![key, value])?;
    Ok(())
}

/// The first step: a commit, saved with the group that made it, unless one waits already.
fn commit(store: &mut Store) -> Result<(), Error> {
    store.write(|tx| {
        loaded(tx, |group, identity| {
            if !group.is_pending() {
                let staged = group.refresh(identity)?;
                set(tx, "outbox", &staged.commit)?;
            }
            Ok(())
        })
    })
}

/// The second step: its merging, saved with its place in the log.
fn merge(store: &mut Store) -> Result<(), Error> {
    store.write(|tx| {
        loaded(tx, |group, _| {
            let commit: Vec<u8> = setting(tx, "outbox")?.ok_or(Error::NothingPending)?;
            set(tx, &format!("log {:08}", group.epoch()), &commit)?;
            group.merge_pending()?;
            set(tx, "epoch", &group.epoch().to_le_bytes())
        })
    })
}

/// Not a test: the process that is killed. It commits for ever, and says so once the first commit is saved.
#[test]
fn the_process_that_is_killed() {
    let Some(home) = std::env::var_os(HOME) else { return };
    let vault = Home::at(home).unlock(&Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    let mut store = vault.open_dialogue(DIALOGUE).unwrap();
    commit(&mut store).unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "\nsaved").and_then(|()| out.flush()).unwrap();
    loop {
        merge(&mut store).unwrap();
        commit(&mut store).unwrap();
    }
}

fn start(home: &Path) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "group::tests::torn::the_process_that_is_killed", "--nocapture", "--test-threads=1"])
        .env(HOME, home)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "saved"), "the process saved nothing");
    child
}

#[test]
#[expect(clippy::print_stdout, reason = "a figure for the log of the tests")]
fn a_process_killed_during_commits_leaves_a_whole_group() {
    let trials: u64 = if std::env::var_os("BACKCHANNEL_SOAK").is_some() { 1000 } else { 20 };
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("home"));
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let (mut vault, _) = home.create(&passphrase, Cost::custom(64, 1, 1).unwrap()).unwrap();
    let mut store = vault.create_dialogue(DIALOGUE, "torn", 0).unwrap();
    let mut ben = Machine::new(2);
    let package = read_key_package(&ben.package()).unwrap();
    let staged = store
        .write(|tx| {
            let identity = Identity::create(tx, MemberId([1; 16]))?;
            let mut group = Group::create(tx, &identity, GROUP)?;
            let staged = group.add(&identity, &[package])?;
            group.merge_pending()?;
            set(tx, "epoch", &group.epoch().to_le_bytes())?;
            Ok::<_, Error>(staged)
        })
        .unwrap();
    ben.join(&staged.welcome.unwrap()).unwrap();
    drop(store);

    let (mut pending, mut torn, mut seed) = (0, 0, 20_u64);
    for trial in 0..trials {
        let mut child = start(home.folder());
        // A fixed sequence of delays (Knuth's MMIX generator), up to 100 ms after the first saved step: a few commits.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((seed >> 33) % 100_000));
        child.kill().unwrap();
        child.wait().unwrap();

        let mut store = home.unlock(&passphrase).unwrap().open_dialogue(DIALOGUE).unwrap();
        let looked = store.write(|tx| {
            loaded(tx, |group, _| {
                let saved: Vec<u8> = setting(tx, "epoch")?.unwrap_or_default();
                let missing = (ben.epoch()..group.epoch())
                    .map(|epoch| setting::<Vec<u8>>(tx, &format!("log {epoch:08}")))
                    .collect::<Result<Vec<_>, _>>()?;
                let whole = saved == group.epoch().to_le_bytes() && missing.iter().all(Option::is_some);
                Ok((whole, group.is_pending(), missing))
            })
        });
        let (whole, waits, log) = looked.unwrap();
        torn += u64::from(!whole);
        pending += u64::from(waits);
        for commit in log.into_iter().flatten() {
            ben.open(&commit).unwrap();
        }
        // What waited when the process died is merged by the next one, and its commit is the saved one.
        if waits {
            let commit = store
                .write(|tx| {
                    loaded(tx, |group, _| {
                        let commit: Vec<u8> = setting(tx, "outbox")?.unwrap_or_default();
                        set(tx, &format!("log {:08}", group.epoch()), &commit)?;
                        group.merge_pending()?;
                        set(tx, "epoch", &group.epoch().to_le_bytes())?;
                        Ok(commit)
                    })
                })
                .unwrap();
            ben.open(&commit).unwrap();
        }
        let agreement = |group: &mut Group<'_>| Ok((group.epoch(), group.authenticator(), group.members()));
        let theirs = store.write(|tx| loaded(tx, |group, _| agreement(group))).unwrap();
        assert_eq!(theirs, ben.agreement(), "trial {trial}");
    }
    let epochs = ben.epoch();
    println!(
        "FIGURE: {torn} of {trials} groups torn by kill -9 during commits \
         ({pending} killed between commit and merge, {epochs} epochs)"
    );
    assert_eq!(torn, 0);
    assert!(epochs > trials, "each process saves a commit before it is killed");
}

#[test]
fn two_processes_share_a_group() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("home"));
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let (mut vault, _) = home.create(&passphrase, Cost::custom(64, 1, 1).unwrap()).unwrap();
    let mut store = vault.create_dialogue(DIALOGUE, "shared", 0).unwrap();
    let mut ben = Machine::new(2);
    let package = read_key_package(&ben.package()).unwrap();
    let welcome = store
        .write(|tx| {
            let identity = Identity::create(tx, MemberId([1; 16]))?;
            let mut group = Group::create(tx, &identity, GROUP)?;
            let staged = group.add(&identity, &[package])?;
            group.merge_pending()?;
            Ok::<_, Error>(staged.welcome)
        })
        .unwrap();
    ben.join(&welcome.unwrap()).unwrap();
    // Two writers at once, each with a connection of its own, and the order of saving as the order of the log.
    store
        .write(|tx| Ok::<_, Error>(tx.execute_batch("CREATE TABLE heard (at INTEGER PRIMARY KEY, message BLOB)")?))
        .unwrap();
    std::thread::scope(|scope| {
        for writer in 0..2_u8 {
            let (home, passphrase) = (&home, &passphrase);
            scope.spawn(move || {
                let mut store = home.unlock(passphrase).unwrap().open_dialogue(DIALOGUE).unwrap();
                for count in 0..50_u8 {
                    let sealed = store.write(|tx| {
                        loaded(tx, |group, identity| {
                            let message = group.seal(identity, &[writer, count])?;
                            tx.execute("INSERT INTO heard (message) VALUES (?1)", [message])?;
                            Ok(())
                        })
                    });
                    sealed.unwrap();
                }
            });
        }
    });
    let log: Vec<Vec<u8>> = store
        .read(|tx| -> Result<_, Error> {
            let mut statement = tx.prepare("SELECT message FROM heard ORDER BY at")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .unwrap();
    let mut heard = [0, 0];
    for message in &log {
        let Heard::Message(_, payload) = ben.open(message).unwrap() else { panic!("no message") };
        assert_eq!(payload[1], heard[usize::from(payload[0])]);
        heard[usize::from(payload[0])] += 1;
    }
    assert_eq!(heard, [50, 50]);
}
