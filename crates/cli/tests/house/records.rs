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
    pub(crate) consents: Vec<String>,
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
    }
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
    for id in &expected.consents {
        let record = longest(&homes, "plenary");
        let said = |one: &&&Value| one["event"]["body"]["consented"]["question"] == **id && one["refused"].is_null();
        assert_eq!(record.iter().filter(said).count(), 1, "consents to {id}");
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
