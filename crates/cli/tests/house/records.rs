//! Holds what all members have, read by `export`, against what was said, and against one another.
use std::collections::BTreeMap;

use serde_json::Value;

use super::harm::together;
use super::street::{Person, Street};

/// A text that was to be said.
pub(crate) struct Text {
    pub(crate) room: &'static str,
    pub(crate) text: String,
    /// It was acknowledged, or seen to be saved: it must be there once. Otherwise at most once.
    pub(crate) certain: bool,
}

/// An act on the record that was entered, perhaps twice.
pub(crate) struct Acted {
    pub(crate) room: &'static str,
    pub(crate) mark: String,
    /// Events with its mark, at least and at most; so many of them are another act's, which it needs.
    pub(crate) least: usize,
    pub(crate) most: usize,
    pub(crate) before: usize,
    pub(crate) effect: Effect,
}

/// What becomes of it in the state, by a JSON pointer.
pub(crate) enum Effect {
    /// As many entries with its mark as there are events.
    Each(String),
    /// One entry with its mark, however often it is entered.
    Once(String),
    /// A fact that is so.
    Is(String),
    /// A word that stands there.
    Said(String, &'static str),
    /// One mandate, which everybody can look at.
    Mandate,
    /// Nothing: it belongs to a caucus.
    Apart,
}

/// What was said to a question, once: the event's name in the record.
pub(crate) struct Voice {
    pub(crate) event: &'static str,
    pub(crate) question: String,
}

/// What must be found. Marks come with whether they must be there.
#[derive(Default)]
pub(crate) struct Expected {
    pub(crate) texts: Vec<Text>,
    pub(crate) agendas: Vec<(String, bool)>,
    pub(crate) positions: BTreeMap<&'static str, Vec<(String, bool)>>,
    /// At least, at most.
    pub(crate) invitations: (usize, usize),
    pub(crate) guests: Vec<String>,
    pub(crate) removed: Vec<String>,
    pub(crate) calls: Vec<(String, bool)>,
    pub(crate) voices: Vec<Voice>,
    pub(crate) acts: Vec<Acted>,
}

/// Lets everybody sync at once until nothing moves; all must be in step then, over the same log.
pub(crate) fn converge(street: &Street) {
    let people = street.everybody();
    for _ in 0..12 {
        let synced = together(&people, &["sync"]);
        if synced.iter().any(|one| one["received"] != 0 || one["sent"] != 0) {
            continue;
        }
        for (person, one) in people.iter().zip(&synced) {
            let health = &one["health"];
            assert_eq!(health["health"], "in-step", "{}: {health}", person.name);
            for same in ["sequence", "log_hash"] {
                assert_eq!(health[same], synced[0]["health"][same], "{}", person.name);
            }
        }
        return;
    }
    panic!("the dialogue does not come to rest");
}

/// Looks at everything.
pub(crate) fn check(street: &Street, expected: &Expected) {
    converge(street);
    let people = street.everybody();
    let homes: Vec<Value> = people.iter().map(|person| exported(street, person)).collect();
    for (person, home) in people.iter().zip(&homes) {
        assert!(home["state"] == homes[0]["state"], "the state of {} differs", person.name);
        for room in ["plenary", "caucus:A", "convener:A"] {
            let (mine, longest) = (entries(home, room), longest(&homes, room));
            // Who came later has the end of it.
            let tail = &longest[longest.len() - mine.len()..];
            assert!(mine.iter().zip(tail).all(|(one, other)| one == other), "{room} of {} differs", person.name);
        }
    }
    let state = &homes[0]["state"];
    for room in ["plenary", "caucus:A", "convener:A"] {
        texts(&longest(&homes, room), room, expected);
        acts(&longest(&homes, room), room, state, expected);
    }
    apart(street, expected);
    mandates(&people, expected);
    once("agenda", &expected.agendas, &state["agendas"]);
    once("question", &expected.calls, &state["questions"]);
    let invited = state["invitations"].as_object().unwrap().len();
    assert!((expected.invitations.0..=expected.invitations.1).contains(&invited), "{invited} invitations");
    for (name, gone) in
        expected.guests.iter().map(|name| (name, false)).chain(expected.removed.iter().map(|name| (name, true)))
    {
        let found: Vec<&Value> =
            state["members"].as_object().unwrap().values().filter(|one| one["name"] == **name).collect();
        assert_eq!(found.len(), 1, "{name} is a member {} times", found.len());
        assert_eq!(found[0]["standing"]["gone"].is_object(), gone, "{name}: {}", found[0]["standing"]);
    }
    for Voice { event, question } in &expected.voices {
        let record = longest(&homes, "plenary");
        let said = |one: &&&Value| one["event"]["body"][event]["question"] == **question && one["refused"].is_null();
        assert_eq!(record.iter().filter(said).count(), 1, "{event} of {question}");
    }
    for (person, home) in people.iter().zip(&homes) {
        if let Some(marks) = expected.positions.get(person.name.as_str()) {
            position(home, marks, &person.name);
        }
    }
}

fn exported(street: &Street, person: &Person) -> Value {
    let path = street.folder.path().join("exported");
    person.json(&["export", path.to_str().unwrap()]);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn entries<'a>(home: &'a Value, room: &str) -> Vec<&'a Value> {
    home["record"].as_array().unwrap().iter().filter(|one| one["room"] == room).collect()
}

fn longest<'a>(homes: &'a [Value], room: &str) -> Vec<&'a Value> {
    homes.iter().map(|home| entries(home, room)).max_by_key(Vec::len).unwrap()
}

/// Texts are whole, and there as often as they should be.
fn texts(record: &[&Value], room: &str, expected: &Expected) {
    let said = record.iter().filter(|one| one["kind"] == "said" && one["refused"].is_null());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in said {
        *counts.entry(one["event"]["body"]["said"]["text"].as_str().unwrap()).or_default() += 1;
    }
    for text in expected.texts.iter().filter(|text| text.room == room) {
        let count = counts.remove(text.text.as_str()).unwrap_or(0);
        let short: String = text.text.chars().take(40).collect();
        assert!(count == 1 || count == 0 && !text.certain, "`{short}` is {count} times in {room}");
    }
    assert!(counts.is_empty(), "nobody said this in {room}: {:?}", counts.keys().collect::<Vec<_>>());
}

/// Acts are whole, and there as often as they should be: as events, and by what became of them.
fn acts(record: &[&Value], room: &str, state: &Value, expected: &Expected) {
    let entered = record.iter().filter(|one| one["kind"] == "entered" && one["refused"].is_null());
    let mut entered: Vec<String> = entered.map(|one| one["event"]["body"]["entered"]["act"].to_string()).collect();
    for act in expected.acts.iter().filter(|act| act.room == room) {
        let (mark, total) = (&act.mark, entered.len());
        entered.retain(|one| !one.contains(mark));
        let events = total - entered.len();
        assert!((act.least..=act.most).contains(&events), "`{mark}` was entered {events} times in {room}");
        let marked = |all: &Value| match all {
            Value::Array(all) => all.iter().filter(|one| one.to_string().contains(mark)).count(),
            Value::Object(all) => {
                all.iter().filter(|(name, one)| name.contains(mark) || one.to_string().contains(mark)).count()
            }
            _ => 0,
        };
        let at = |pointer: &str| state.pointer(pointer).unwrap_or(&Value::Null);
        match &act.effect {
            Effect::Each(pointer) => assert_eq!(marked(at(pointer)), events - act.before, "{pointer} of `{mark}`"),
            Effect::Once(pointer) => assert_eq!(marked(at(pointer)), 1, "{pointer} of `{mark}`"),
            Effect::Is(pointer) => assert_eq!(at(pointer), &Value::Bool(true), "{pointer}"),
            Effect::Said(pointer, word) => assert_eq!(at(pointer), &Value::from(*word), "{pointer}"),
            Effect::Mandate | Effect::Apart => {}
        }
    }
    entered.retain(|one| one.contains("trial "));
    assert!(entered.is_empty(), "nobody entered this in {room}: {entered:?}");
}

/// A caucus's lines are there once, and the same for its members.
fn apart(street: &Street, expected: &Expected) {
    let wanted = expected.acts.iter().filter(|act| matches!(act.effect, Effect::Apart));
    let mut wanted: Vec<&str> = wanted.map(|act| act.mark.as_str()).collect();
    if wanted.is_empty() {
        return;
    }
    let lines = |name: &str| street.delegate(name).json(&["readout", "list", "--caucus"])["lines"].clone();
    let seen = lines("anna");
    assert_eq!(seen, lines("arthur"), "the caucus's lines differ");
    wanted.sort_unstable();
    let names: Vec<&str> = seen.as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!(names, wanted);
}

/// Everybody sees each mandate once.
fn mandates(people: &[&Person], expected: &Expected) {
    let wanted = expected.acts.iter().filter(|act| matches!(act.effect, Effect::Mandate));
    let wanted: Vec<&str> = wanted.map(|act| act.mark.as_str()).collect();
    for person in people.iter().filter(|_| !wanted.is_empty()) {
        let shown = person.json(&["mandate", "show"]);
        let shown = shown["mandates"].as_array().unwrap();
        for mark in &wanted {
            let count = shown.iter().filter(|one| one["principal"] == *mark).count();
            // Who came later was not shown what was presented before.
            let old = expected.guests.contains(&person.name);
            assert!(count == 1 || old && count == 0, "{} sees the mandate `{mark}` {count} times", person.name);
        }
    }
}

/// Each mark stands in as many of these documents as it should.
fn once(what: &str, marks: &[(String, bool)], documents: &Value) {
    let mut wanted: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (mark, certain) in marks {
        let (least, most) = wanted.entry(mark).or_default();
        (*least, *most) = (*least + usize::from(*certain), *most + 1);
    }
    for (mark, (least, most)) in wanted {
        let found = documents.as_array().unwrap().iter().filter(|one| one.to_string().contains(mark)).count();
        assert!((least..=most).contains(&found), "{what} of {mark} is there {found} times");
    }
}

/// The newest position is whole: the last that was acknowledged, or one that was begun after it.
fn position(home: &Value, marks: &[(String, bool)], name: &str) {
    let Some(last) = marks.iter().rposition(|(_, certain)| *certain) else { return };
    let positions = home["positions"].as_array().unwrap();
    let may = |document: &str| marks[last..].iter().any(|(mark, _)| document.contains(mark));
    let found = positions.iter().rev().map(|one| one["document"].as_str().unwrap()).any(may);
    assert!(found, "the position of {name} is none that was written last: {:?}", &marks[last..]);
}
