//! A dishonest relay against whole members: whatever it does to the log, members who hear from one another say *forked*,
//! with the place and, where the message can be opened, its author; and they keep what they were shown. Before each
//! attack all are in step, so that the alarm is the attack's.
use serde_json::Value;

use super::operator::{HONEST, Operator, made_up};
use super::street::{Person, Street};
use super::within;

const TWO: [(&str, &str); 2] = [("anna", "A"), ("boris", "B")];

fn say(person: &Person, text: &str) {
    person.json(&["room", "send", "plenary", text]);
}

/// A member is alarmed, its health names these words, and it says what to do.
fn alarmed(person: &Person, wanted: &[&str]) -> Value {
    let report = person.report();
    assert_eq!(report["health"], "forked", "{}: {report}", person.name);
    let what = report["what"].as_str().unwrap();
    for word in wanted {
        assert!(what.contains(word), "{}: `{word}` is not said: {report}", person.name);
    }
    assert!(report["next"].as_str().unwrap().contains("compare the log's hash"), "{report}");
    report
}

fn calm(person: &Person) {
    let report = person.report();
    assert_eq!(report["health"], "in-step", "{}: {report}", person.name);
}

#[test]
fn a_correct_relay_raises_no_alarm() {
    let mut street = Street::with(None, &[("anna", "A"), ("boris", "B"), ("clara", "C")], &[]);
    street.converged();
    let who = |street: &Street, name: &str| street.delegate(name).clone();
    let (anna, boris, clara) = (who(&street, "anna"), who(&street, "boris"), who(&street, "clara"));
    // Several write at once, in several rooms, over several blocks.
    let long = "x".repeat(60_000);
    let writers: Vec<_> = [&anna, &boris, &clara]
        .into_iter()
        .flat_map(|one| [one.start(&["room", "send", "plenary", &long]), one.start(&["room", "send", "convener", "y"])])
        .collect();
    for writer in writers {
        let (done, _, err) = super::street::finish(writer);
        assert!(done, "{err}");
    }
    street.converged();
    assert_eq!(boris.read("plenary").len(), 3);
    // Written without a relay, and sent after one is there again and others have written.
    let relay = street.relay.take().unwrap();
    let address = relay.url.strip_prefix("https://").unwrap().to_owned();
    relay.kill();
    say(&clara, "written on a train");
    let database = format!("sqlite:{}", street.folder.path().join("relay.db").display());
    street.relay = Some(super::street::Relay::start_at(street.folder.path(), &database, &address));
    say(&anna, "meanwhile");
    street.converged();
    // Members come, before all have heard of it others write; and members go.
    let link = street.convener.json(&["invite", "--side", "A"]);
    let arthur = Person::new(street.folder.path(), "arthur");
    arthur.json(&["join", link["link"].as_str().unwrap(), "--name", "arthur"]);
    say(&boris, "somebody knocks");
    street.convener.sync();
    say(&anna, "welcome");
    street.delegates.push(arthur.clone());
    street.converged();
    say(&arthur, "good morning");
    clara.json(&["leave", "--yes"]);
    street.delegates.retain(|one| one.name != "clara");
    say(&boris, "goodbye");
    street.converged();
    let heard = anna.read("plenary");
    assert_eq!(heard[heard.len() - 2..], ["good morning", "goodbye"]);
}

#[test]
fn a_fork_is_named_by_the_first_message_that_crosses_it() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    relay.copy(HONEST, "other");
    relay.show(HONEST);
    say(&anna, "one");
    calm(&anna);
    relay.show("other");
    say(&boris, "two");
    // Neither has heard anything of the other since: so far this is a slow relay.
    calm(&boris);
    relay.show(HONEST);
    say(&anna, "three");
    calm(&anna);
    let place = relay.splice(HONEST, "other");
    relay.show("other");
    alarmed(&boris, &["anna", &format!("at {place}"), &format!("up to block {}", place - 1)]);
    assert_eq!(boris.read("plenary"), ["two", "three"]);
    // The other way round as well.
    say(&boris, "four");
    let place = relay.splice("other", HONEST);
    relay.show(HONEST);
    alarmed(&anna, &["boris", &format!("at {place}")]);
    assert_eq!(anna.read("plenary"), ["one", "three", "four"]);
}

#[test]
fn a_fork_of_the_group_is_named_although_nothing_of_the_other_branch_can_be_opened() {
    let mut relay = Operator::of(&[("anna", "A"), ("boris", "B"), ("clara", "C")]);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    say(&anna, "before");
    relay.street.converged();
    relay.who("clara").json(&["leave", "--yes"]);
    // Clara's keys are to be changed; two members do it, each shown its own change alone.
    relay.copy(HONEST, "other");
    relay.show(HONEST);
    relay.street.convener.sync();
    say(&anna, "one");
    calm(&anna);
    relay.show("other");
    boris.sync();
    calm(&boris);
    let unread = boris.report()["unreadable_blocks"].as_u64().unwrap();
    let place = relay.splice(HONEST, "other");
    relay.show("other");
    let report = alarmed(&boris, &[&format!("block {place} "), "another state of the group"]);
    assert_eq!(report["unreadable_blocks"], unread + 1);
    assert_eq!(boris.read("plenary"), ["before"]);
    say(&boris, "two");
    let place = relay.splice("other", HONEST);
    relay.show(HONEST);
    alarmed(&anna, &[&format!("block {place} "), "another state of the group"]);
    assert_eq!(anna.read("plenary"), ["before", "one"]);
}

#[test]
fn reordered_blocks_are_named() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    say(&anna, "one");
    say(&anna, "two");
    let place = relay.edit(HONEST, |log| {
        let first = log.head() - 1;
        let mut blocks = log.after(first - 1);
        blocks.reverse();
        log.put(first, &blocks);
        first
    });
    relay.show(HONEST);
    alarmed(&boris, &["anna", &format!("at {place}"), "reordered"]);
    // An author's messages count upwards: the one that came late is kept as refused, and is not shown as said.
    assert_eq!(boris.read("plenary"), ["two"]);
    calm(&anna);
    assert_eq!(anna.read("plenary"), ["one", "two"]);
}

#[test]
fn a_block_shown_again_is_named_and_counts_once() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    say(&anna, "one");
    let (old, first) = relay.edit(HONEST, |log| (log.after(log.head() - 1), log.head()));
    relay.show(HONEST);
    say(&boris, "two");
    relay.street.converged();
    let again = relay.edit(HONEST, |log| {
        log.put(log.head() + 1, &old);
        log.head()
    });
    relay.show(HONEST);
    for person in [&boris, &anna, &relay.street.convener] {
        alarmed(person, &[&format!("block {first} again as block {again}")]);
        assert_eq!(person.read("plenary"), ["one", "two"]);
    }
}

#[test]
fn a_block_withheld_in_the_middle_is_named() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    say(&anna, "zero");
    relay.street.converged();
    for text in ["one", "two", "three"] {
        say(&anna, text);
    }
    // Left out, and the gap closed: what comes after speaks of what is missing.
    relay.copy(HONEST, "closed");
    let place = relay.edit("closed", |log| {
        let first = log.head() - 2;
        let mut blocks = log.after(first - 1);
        blocks.remove(1);
        log.put(first, &blocks);
        log.head()
    });
    relay.show("closed");
    alarmed(&boris, &["anna", &format!("at {place}")]);
    assert_eq!(boris.read("plenary"), ["zero", "one", "three"]);
    // Left out, and the gap left: the courier says so, and what is here can be read.
    let convener = relay.street.convener.clone();
    relay.edit(HONEST, |log| log.run("DELETE FROM blocks WHERE sequence = (SELECT head - 1 FROM logs)"));
    relay.show(HONEST);
    let (code, told) = convener.refused(&["sync"]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("no longer holds what is missing here") && told.contains("Rejoin"), "{told}");
    assert_eq!(convener.read("plenary"), ["zero"]);
    let report = convener.report();
    assert_eq!(report["health"], "needs-rejoin", "{report}");
    assert!(report["next"].as_str().unwrap().contains("sync --rejoin"), "{report}");
}

#[test]
fn a_false_alarm_acknowledged_or_not_does_not_hide_the_fork_that_follows() {
    for acknowledged in [false, true] {
        let mut relay = Operator::of(&TWO);
        let (anna, boris, convener) = (relay.who("anna"), relay.who("boris"), relay.street.convener.clone());
        within::lie(&anna, "the relay lies");
        for person in [&boris, &convener] {
            let report = alarmed(person, &["anna"]);
            assert_eq!(report["faults"].as_array().unwrap().len(), 1, "{report}");
        }
        if acknowledged {
            for person in [&boris, &convener] {
                assert_eq!(person.json(&["health", "--acknowledge"])["acknowledged"], 1);
                calm(person);
                assert_eq!(person.report()["faults"][0]["acknowledged"], true);
            }
        }
        relay.copy(HONEST, "other");
        relay.show(HONEST);
        say(&convener, "one");
        relay.show("other");
        say(&boris, "two");
        relay.show(HONEST);
        say(&convener, "three");
        let place = relay.splice(HONEST, "other");
        relay.show("other");
        let report = alarmed(&boris, &["Mediator", &format!("at {place}")]);
        assert_eq!(report["what"].as_str().unwrap().contains("anna"), !acknowledged, "{report}");
        // Both are known, the newest first.
        let faults = report["faults"].as_array().unwrap();
        let known: Vec<_> =
            faults.iter().map(|one| (one["kind"].as_str().unwrap(), one["acknowledged"].clone())).collect();
        assert_eq!(known, [("other-log", Value::from(false)), ("other-log", Value::from(acknowledged))]);
        assert!(faults[1]["what"].as_str().unwrap().contains("anna"), "{report}");
        boris.json(&["health", "--acknowledge"]);
        calm(&boris);
    }
}

#[test]
fn the_newest_blocks_withheld_are_named_once_somebody_has_built_on_them() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    relay.copy(HONEST, "behind");
    relay.show(HONEST);
    say(&anna, "one");
    relay.show("behind");
    // This is what a slow network looks like, and it is said nowhere that it could be told apart.
    calm(&boris);
    relay.show(HONEST);
    calm(&boris);
    assert_eq!(boris.read("plenary"), ["one"]);
    relay.street.converged();
    // Withheld for good: what anna says next depends on it.
    relay.copy(HONEST, "behind");
    relay.show(HONEST);
    say(&anna, "two");
    relay.show("behind");
    say(&boris, "three");
    relay.splice("behind", HONEST);
    relay.show(HONEST);
    say(&anna, "four");
    calm(&anna);
    let place = relay.splice(HONEST, "behind");
    relay.show("behind");
    alarmed(&boris, &["anna", &format!("at {place}")]);
    assert_eq!(boris.read("plenary"), ["one", "three", "four"]);
}

#[test]
fn a_relay_that_says_it_has_stored_what_it_does_not_show_is_named_and_the_text_is_kept() {
    let lies = [
        "CREATE TRIGGER lie AFTER UPDATE OF head ON logs BEGIN
             DELETE FROM blocks WHERE log = NEW.key AND sequence > OLD.head;
             UPDATE logs SET head = OLD.head WHERE key = NEW.key;
         END",
        // The same number, shown with another block.
        "CREATE TRIGGER lie AFTER INSERT ON blocks BEGIN
             UPDATE blocks SET block = randomblob(16384) WHERE key = NEW.key;
         END",
    ];
    for lie in lies {
        let mut relay = Operator::of(&TWO);
        let (anna, boris) = (relay.who("anna"), relay.who("boris"));
        let place = relay.edit(HONEST, |log| {
            log.run(lie);
            log.head() + 1
        });
        relay.show(HONEST);
        let sent = anna.output(&["room", "send", "plenary", "one"]);
        assert!(sent.status.success(), "{}", super::street::text(&sent.stderr));
        alarmed(&anna, &[&format!("as block {place}"), "kept here"]);
        relay.edit(HONEST, |log| log.run("DROP TRIGGER lie; DELETE FROM appends"));
        relay.show(HONEST);
        anna.sync();
        boris.sync();
        assert_eq!(boris.read("plenary"), ["one"]);
        assert_eq!(anna.read("plenary"), ["one"]);
    }
}

#[test]
fn a_log_rolled_back_is_named_and_nothing_is_sent_to_it() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    relay.copy(HONEST, "old");
    relay.show(HONEST);
    say(&anna, "one");
    say(&boris, "two");
    relay.street.converged();
    let now = relay.edit(HONEST, |log| log.head());
    let old = relay.edit("old", |log| log.head());
    relay.show("old");
    for person in [&anna, &boris, &relay.street.convener] {
        alarmed(person, &[&format!("ends at block {old}"), &format!("shown block {now} before")]);
        assert_eq!(person.read("plenary"), ["one", "two"]);
    }
    say(&anna, "three");
    assert_eq!(relay.edit("old", |log| log.head()), old);
    relay.show(HONEST);
    anna.sync();
    assert_eq!(boris.read("plenary"), ["one", "two", "three"]);
}

#[test]
fn a_log_rolled_back_that_grows_again_with_other_blocks_is_named() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    relay.copy(HONEST, "old");
    relay.show(HONEST);
    say(&anna, "one");
    say(&anna, "two");
    relay.street.convener.sync();
    // Boris has not been online since, so his blocks can take the places of anna's.
    relay.show("old");
    for text in ["three", "four", "five"] {
        say(&boris, text);
    }
    calm(&boris);
    let place = relay.edit("old", |log| log.head());
    relay.show("old");
    for person in [&anna, &relay.street.convener] {
        alarmed(person, &["boris", &format!("at {place}"), &format!("up to block {}", place - 1)]);
        assert_eq!(person.read("plenary"), ["one", "two", "five"]);
    }
}

#[test]
fn made_up_blocks_are_read_by_nobody_and_named_where_they_stand_for_anothers() {
    let mut relay = Operator::of(&TWO);
    let (anna, boris) = (relay.who("anna"), relay.who("boris"));
    let unread = |person: &Person| person.report()["unreadable_blocks"].as_u64().unwrap();
    let before = unread(&boris);
    say(&anna, "one");
    // Shown to all alike: counted and nothing else, since a stranger's knock looks the same.
    relay.edit(HONEST, |log| log.put(log.head() + 1, &[made_up(), made_up()]));
    relay.show(HONEST);
    say(&boris, "two");
    relay.street.converged();
    assert_eq!(unread(&boris), before + 2);
    assert_eq!(anna.read("plenary"), ["one", "two"]);
    assert_eq!(boris.read("plenary"), ["one", "two"]);
    // In the place of anna's block, for boris alone.
    say(&anna, "three");
    say(&anna, "four");
    let place = relay.edit(HONEST, |log| {
        let first = log.head() - 1;
        let last = log.after(first).remove(0);
        log.put(first, &[made_up(), last]);
        first + 1
    });
    relay.show(HONEST);
    alarmed(&boris, &["anna", &format!("at {place}"), &format!("up to block {}", place - 1)]);
    assert_eq!(boris.read("plenary"), ["one", "two", "four"]);
}
