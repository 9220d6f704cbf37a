//! Blocks that a relay holds no more, or withholds: what is missing is told with one next act, nothing is given up but by
//! its member's command, and another member lets the machine in again.
use std::path::Path;

use serde_json::Value;

use super::operator::{HONEST, Operator};
use super::street::Person;

const TWO: [(&str, &str); 2] = [("anna", "A"), ("boris", "B")];

fn say(person: &Person, text: &str) {
    person.json(&["room", "send", "plenary", text]);
}

/// A machine's health is this, and says these words.
fn told(person: &Person, health: &str, wanted: &[&str]) -> Value {
    let report = person.report();
    assert_eq!(report["health"], health, "{}: {report}", person.name);
    let said = format!("{} {}", report["what"], report["next"]);
    for word in wanted {
        assert!(said.contains(word), "{}: `{word}` is not said: {report}", person.name);
    }
    report
}

/// Written while no relay answers.
fn say_offline(person: &Person, room: &str, text: &str) {
    let sent = person.output(&["room", "send", room, text]);
    assert!(sent.status.success(), "{}", super::street::text(&sent.stderr));
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// A backup of a home, which is then put into a new one in its place.
struct Lost {
    backup: String,
}

impl Lost {
    fn of(relay: &Operator, person: &Person) -> Self {
        let backup = relay.street.folder.path().join(format!("{}.backup", person.name)).display().to_string();
        person.json(&["backup", &backup]);
        Self { backup }
    }

    fn restore(&self, person: &Person) {
        person.json(&["wipe", "--yes"]);
        person.json(&["restore", &self.backup]);
    }
}

#[test]
fn missing_blocks_are_told_and_the_way_back_is_taken_by_command_alone() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris, convener) = (relay.who("anna"), relay.who("boris"), relay.street.convener.clone());
    say(&anna, "zero");
    relay.street.converged();
    let (code, refused) = boris.refused(&["sync", "--rejoin"]);
    assert!(code != 0 && refused.contains("no reason to rejoin"), "{refused}");
    for text in ["one", "two", "three"] {
        say(&anna, text);
    }
    relay.copy(HONEST, "holed");
    let hole = relay.edit("holed", |log| {
        log.run("DELETE FROM blocks WHERE sequence = (SELECT head - 1 FROM logs)");
        log.head() - 1
    });
    say_offline(&convener, "plenary", "written in the dark");
    say_offline(&convener, "convener:A", "a word in the dark");
    relay.show("holed");
    let (before, rejoin) = (format!("blocks {} to {hole}", hole - 1), "`sync --rejoin`");
    for person in [&boris, &convener] {
        let (code, said) = person.refused(&["sync"]);
        assert!(
            code == 1 && said.contains("no longer holds what is missing here") && said.contains("sync --rejoin"),
            "{said}"
        );
        told(person, "needs-rejoin", &[&before, "withholds", rejoin]);
        assert_eq!(person.read("plenary"), ["zero"]);
    }
    // It has lied once: the machine has given up nothing by itself, and goes on once all is shown.
    relay.show(HONEST);
    boris.sync();
    told(&boris, "in-step", &["all is sent and received"]);
    assert_eq!(boris.read("plenary"), ["zero", "one", "two", "three"]);
    assert_eq!(boris.report()["gaps"], Value::Array(Vec::new()));
    // It goes on saying so: the convener's own word brings the convener back, with a hole that is told.
    relay.show("holed");
    convener.refused(&["sync"]);
    let asked = convener.json(&["sync", "--rejoin"]);
    assert_eq!(asked["health"]["health"], "needs-rejoin", "{asked}");
    told(&convener, "needs-rejoin", &["gave them up", "another member must be online"]);
    assert_eq!(convener.read("plenary"), ["zero"]);
    relay.street.converged();
    told(&convener, "in-step", &[&before, "has not shown"]);
    assert_eq!(convener.json(&["health", "--acknowledge"])["acknowledged"], 1);
    let report = told(&convener, "in-step", &["all is sent and received"]);
    assert_eq!(report["gaps"][0]["to"], hole);
    // What had not been sent is said once, in the plenary and in the room; history and duties stayed.
    assert_eq!(convener.read("plenary"), ["zero", "written in the dark"]);
    assert_eq!(anna.read("plenary"), ["zero", "one", "two", "three", "written in the dark"]);
    assert_eq!(anna.read("convener"), ["a word in the dark"]);
    anna.json(&["room", "send", "convener", "back again"]);
    assert_eq!(convener.read("convener:A"), ["a word in the dark", "back again"]);
    let late = relay.street.join("late", "B");
    say(&convener, "welcome");
    relay.street.converged();
    assert_eq!(late.read("plenary"), ["welcome"]);
}

#[test]
fn a_returning_machine_is_told_what_it_was_made_to_skip() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    let seen = boris.report()["sequence"].as_i64().unwrap();
    let lost = Lost::of(&relay, &boris);
    for text in ["one", "two", "three"] {
        say(&anna, text);
    }
    relay.street.converged();
    lost.restore(&boris);
    // A relay that says it begins beyond its own end is not believed at all.
    relay.copy(HONEST, "beyond");
    relay.edit("beyond", |log| log.run("UPDATE logs SET first = head + 100"));
    relay.show("beyond");
    let (code, said) = boris.refused(&["sync"]);
    assert!(code != 0 && said.contains("nothing of this answer was used"), "{said}");
    assert_eq!(boris.report()["sequence"], seen);
    // One that holds nothing any more, as all had acknowledged it, may be honest: the machine comes back, and says what it was not shown.
    let first = relay.edit(HONEST, |log| {
        log.run("UPDATE logs SET first = head + 1");
        log.head() + 1
    });
    relay.show(HONEST);
    boris.sync();
    relay.street.converged();
    let gap = format!("blocks {} to {}", seen + 1, first - 1);
    let report = told(&boris, "in-step", &[&gap, "has not shown", "ask another member"]);
    assert_eq!(
        (&report["gaps"][0]["from"], &report["gaps"][0]["to"]),
        (&Value::from(seen + 1), &Value::from(first - 1))
    );
    say(&boris, "four");
    relay.street.converged();
    assert_eq!(anna.read("plenary"), ["one", "two", "three", "four"]);
}

#[test]
fn whoever_was_answered_in_blocks_that_are_gone_asks_again() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris, convener) = (relay.who("anna"), relay.who("boris"), relay.street.convener.clone());
    let lost = Lost::of(&relay, &boris);
    lost.restore(&boris);
    boris.sync();
    // It is let in, and never shown the welcome.
    for person in [&convener, &anna, &convener] {
        person.sync();
    }
    relay.edit(HONEST, |log| log.run("UPDATE logs SET first = head + 1"));
    relay.show(HONEST);
    boris.sync();
    told(&boris, "needs-rejoin", &["another member must be online"]);
    relay.street.converged();
    say(&boris, "here again");
    relay.street.converged();
    assert_eq!(anna.read("plenary"), ["here again"]);
}

#[test]
fn a_machine_whose_place_another_has_taken_says_so_and_reads_nothing_more() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    // The relay forgets nothing, so that the lost machine is shown all that follows.
    relay.edit(HONEST, |log| {
        log.run("CREATE TRIGGER keep BEFORE UPDATE OF first ON logs BEGIN SELECT RAISE(IGNORE); END");
    });
    relay.show(HONEST);
    say(&anna, "before");
    relay.street.converged();
    let found = Person { home: boris.home.with_file_name("found"), name: "found".to_owned() };
    copy_folder(&boris.home, &found.home);
    let lost = Lost::of(&relay, &boris);
    lost.restore(&boris);
    boris.sync();
    relay.street.converged();
    say(&anna, "afterwards");
    relay.street.converged();
    assert_eq!(boris.read("plenary"), ["before", "afterwards"]);
    found.sync();
    told(&found, "gone", &["another machine"]);
    assert_eq!(found.read("plenary"), ["before"]);
}
