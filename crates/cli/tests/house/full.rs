//! Full disks, at home and at the relay: it is said, with what to do, and nothing is lost.
use std::path::Path;
use std::process::Command;

use super::cable::Cable;
use super::harm::can_trace;
use super::records::{Expected, Text, check};
use super::street::{Person, Relay, Street, text};

const SAVED: &str = "what this command did is saved";

/// Says something on a full disk; how it ended, and what was said about it.
fn full(person: &Person, runner: &[&str], said: &str, expected: &mut Expected) -> (i32, String) {
    let output = person.command_under(runner, &["room", "send", "plenary", said]).output().unwrap();
    let (code, told) = (output.status.code().unwrap_or(-1), text(&output.stderr));
    assert!(code == 0 || code == 1, "{said}: {code} {told}");
    if code == 1 {
        assert!(told.contains("the disk") && told.to_lowercase().contains("make room"), "{said}: {told}");
    }
    let certain = code == 0 || told.contains(SAVED);
    expected.texts.push(Text { room: "plenary", text: said.to_owned(), certain });
    (code, told)
}

#[test]
fn a_home_on_a_disk_that_fills_at_any_write_loses_nothing() {
    if !can_trace() {
        println!("SKIPPED: a disk that fills at a chosen write, for strace cannot trace here");
        return;
    }
    let street = Street::with(None, &[("anna", "A")], &[]);
    let (anna, mut expected) = (street.delegate("anna").clone(), Expected::default());
    let (mut failed, mut saved) = (0, 0);
    for calls in ["pwrite64,ftruncate,fallocate", "fdatasync,fsync"] {
        let places: &[u64] = if calls.starts_with('p') { &[1, 4, 9, 14, 20, 27, 35, 45] } else { &[1, 2, 3, 4, 6, 8] };
        for place in places {
            let (trace, inject) = (format!("trace={calls}"), format!("inject={calls}:error=ENOSPC:when={place}+"));
            let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
            let (code, told) = full(&anna, &strace, &format!("full from {calls} {place} on"), &mut expected);
            failed += code;
            saved += i32::from(told.contains(SAVED));
            anna.sync();
        }
    }
    assert!(failed > 6 && saved > 0, "{failed} failed, {saved} of them after their save");
    expected.invitations = (0, 9);
    check(&street, &expected);
    println!(
        "FIGURE: home on a full disk: 14 places, {failed} refused with what to do, {saved} of them saved, none lost"
    );
}

/// A small disk of its own; taken away when dropped.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn mount(at: &'a Path) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs"]).arg(at);
        mount.output().is_ok_and(|output| output.status.success()).then_some(Self(at))
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[test]
fn a_home_on_a_small_disk_says_that_it_is_full_and_goes_on_once_there_is_room() {
    let other = tempfile::tempdir().unwrap();
    let at = other.path().join("small");
    let Some(_disk) = Disk::mount(&at) else {
        println!("SKIPPED: a home on a small disk, for tmpfs cannot be mounted here (root is needed)");
        return;
    };
    let mut street = Street::with(None, &[("anna", "A")], &[]);
    let person = Person { home: at.join("home"), name: "boris".to_owned() };
    person.json(&["init"]);
    let link = street.convener.json(&["invite", "--side", "B"]);
    person.json(&["join", link["link"].as_str().unwrap(), "--name", "boris"]);
    street.convener.sync();
    person.sync();
    street.delegates.push(person.clone());
    street.settle();

    let mut expected = Expected { invitations: (0, 9), ..Expected::default() };
    full(&person, &[], "there is room", &mut expected);
    // All the room there is, then a little less.
    let filler = at.join("filler");
    let mut failed = 0;
    for spare in [0, 40_000, 90_000] {
        let mut fill = Command::new("dd");
        fill.args(["if=/dev/zero", "bs=4096"]).arg(format!("of={}", filler.display()));
        assert!(!fill.output().unwrap().status.success(), "the small disk is not full");
        let file = std::fs::OpenOptions::new().write(true).open(&filler).unwrap();
        let length = file.metadata().unwrap().len();
        file.set_len(length - spare).unwrap();
        // Open, it would keep its room.
        drop(file);
        for part in 0..2 {
            failed += full(&person, &[], &format!("full but for {spare}, {part}"), &mut expected).0;
        }
        let output = person.output(&["sync"]);
        let told = text(&output.stderr);
        assert!(output.status.success() || told.to_lowercase().contains("make room"), "{told}");
        std::fs::remove_file(&filler).unwrap();
        person.sync();
    }
    assert!(failed >= 2, "{failed}");
    full(&person, &[], "there is room again", &mut expected);
    check(&street, &expected);
}

#[test]
fn a_full_relay_is_told_and_what_was_said_goes_out_once_it_has_room() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("relay.db").display());
    let relay = Relay::start_with(folder.path(), &database, "127.0.0.1:0", &["--most-pages", "450"]);
    let cable = Cable::to(&relay.url);
    let address = relay.url.strip_prefix("https://").unwrap().to_owned();
    let mut street = Street::over(folder, relay, &cable.url, &[("anna", "A"), ("boris", "B")], &[]);
    let (anna, boris) = (street.delegate("anna").clone(), street.delegate("boris").clone());
    let mut expected = Expected { invitations: (0, 9), ..Expected::default() };
    let mut say = |person: &Person, said: String| {
        let output = person.output(&["room", "send", "plenary", &said]);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{told}");
        expected.texts.push(Text { room: "plenary", text: said, certain: true });
        told
    };
    let padding = "so ".repeat(20_000);
    let told = (0..60).map(|part| say(&anna, format!("{part} {padding}"))).find(|told| told.contains("note:"));
    let told = told.unwrap_or_default();
    assert!(told.contains("saved, and not sent yet") && told.contains("disk is full"), "{told}");
    // What comes next is kept, too, and what is here can be read.
    say(&anna, "and more".to_owned());
    say(&boris, "from another".to_owned());
    assert!(!anna.read("plenary").is_empty());
    let (code, told) = anna.refused(&["sync"]);
    assert!(code == 1 && told.contains("disk is full") && told.contains("Send the same again later"), "{code} {told}");

    street.relay.take().unwrap().kill();
    let relay = Relay::start_at(street.folder.path(), &database, &address);
    street.relay = Some(relay);
    check(&street, &expected);
}
