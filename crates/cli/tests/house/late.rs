//! What was written and not sent while others went on: it reaches everybody all the same, those too who came meanwhile.
use super::cable::{Cable, Plan, Way};
use super::records::{Expected, Text, check};
use super::street::{Person, Relay, Street, text};

/// A sync that only fetches sends less; an append sends more.
const BETWEEN: usize = 10_000;

fn street(sides: &[(&str, &str)]) -> (Street, Cable) {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("relay.db").display());
    let relay = Relay::start(folder.path(), &database);
    let cable = Cable::to(&relay.url);
    let street = Street::over(folder, relay, &cable.url, sides, &[]);
    (street, cable)
}

/// Runs a command whose bytes are saved, and do not reach the relay.
fn unsent(person: &Person, arguments: &[&str], cable: &Cable) -> (i32, String) {
    let before = cable.cuts();
    cable.set(Plan::Cut { way: Way::ToRelay, bytes: BETWEEN, then_down: true });
    let output = person.output(arguments);
    cable.set(Plan::Whole);
    assert!(cable.cuts() > before, "{arguments:?} sent nothing");
    (output.status.code().unwrap(), text(&output.stderr))
}

#[test]
fn what_was_sealed_before_somebody_came_is_sealed_anew_for_them() {
    let (mut street, cable) = street(&[("anna", "A"), ("boris", "B")]);
    let boris = street.delegate("boris").clone();
    let (code, said) = unsent(&boris, &["room", "send", "plenary", "written on a train"], &cable);
    assert!(code == 0 && said.contains("saved, and not sent yet"), "{code} {said}");
    let clara = street.join("clara", "B");
    boris.sync();
    let mut expected = Expected { guests: vec!["clara".to_owned()], invitations: (0, 9), ..Expected::default() };
    expected.texts.push(Text { room: "plenary", text: "written on a train".to_owned(), certain: true });
    check(&street, &expected);
    assert_eq!(clara.read("plenary"), ["written on a train"]);
}

#[test]
fn a_room_lets_somebody_in_though_the_first_try_did_not_reach_the_relay() {
    let (mut street, cable) = street(&[("anna", "A"), ("boris", "B")]);
    let (anna, boris) = (street.delegate("anna").clone(), street.delegate("boris").clone());
    // The first try is overtaken by one message, the second by so many changes of the plenary that its bytes are old.
    let arthur = street.join("arthur", "A");
    assert_eq!(unsent(&anna, &["sync"], &cable).0, 1);
    boris.json(&["room", "send", "plenary", "meanwhile"]);
    street.converged();
    anna.json(&["room", "send", "caucus", "for both"]);
    assert_eq!(arthur.read("caucus"), ["for both"]);

    let adam = street.join("adam", "A");
    assert_eq!(unsent(&anna, &["sync"], &cable).0, 1);
    for name in ["bela", "berta", "bob"] {
        street.join(name, "B");
    }
    street.converged();
    anna.json(&["room", "send", "caucus", "for all three"]);
    assert_eq!(adam.read("caucus"), ["for all three"]);
    assert_eq!(arthur.read("caucus"), ["for both", "for all three"]);
}
