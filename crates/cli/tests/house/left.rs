//! Who has left, and a relay that goes on showing it everything: nothing said afterwards can be opened, and there are no
//! keys left to open it with.
use super::operator::{HONEST, Operator};
use super::within;

#[test]
fn who_has_left_opens_nothing_afterwards_though_the_relay_shows_it_everything() {
    let mut relay = Operator::of(&[("anna", "A"), ("boris", "B"), ("carl", "B")]);
    let (anna, boris, carl) = (relay.who("anna"), relay.who("boris"), relay.who("carl"));
    anna.json(&["room", "send", "plenary", "before"]);
    boris.json(&["room", "send", "caucus", "among us"]);
    relay.street.converged();
    let had = within::keys(&carl);
    assert!(had.groups > 0 && had.epochs > 0, "{had:?}");
    // The convener's machine asks for his token to be closed, and the operator does not.
    relay.edit(HONEST, |log| {
        log.run("CREATE TRIGGER open BEFORE DELETE ON tokens BEGIN SELECT RAISE(IGNORE); END");
    });
    // Said offline. Anna's machine is the first to hear that he leaves, and sends it in the epoch that he was still in: only
    // the end of his keys keeps it from him.
    for (person, room) in [(&anna, "plenary"), (&boris, "caucus")] {
        let sent = person.output(&["room", "send", room, "written on a train"]);
        assert!(sent.status.success(), "{}", super::street::text(&sent.stderr));
    }
    relay.show(HONEST);
    carl.json(&["leave", "--yes"]);
    relay.street.delegates.retain(|one| one.name != "carl");
    anna.sync();
    relay.street.settle();
    // And in an epoch that he is no member of.
    anna.json(&["room", "send", "plenary", "after carl"]);
    boris.json(&["room", "send", "caucus", "among ourselves"]);
    relay.street.converged();
    assert_eq!(boris.read("plenary"), ["before", "written on a train", "after carl"]);
    assert_eq!(boris.read("caucus"), ["among us", "written on a train", "among ourselves"]);

    let shown = carl.sync();
    assert!(shown["received"].as_u64().unwrap() >= 4, "{shown}");
    assert_eq!(carl.report()["sequence"], anna.report()["sequence"]);
    assert_eq!(carl.health(), "gone");
    assert_eq!(carl.read("plenary"), ["before"]);
    assert_eq!(carl.read("caucus"), ["among us"]);
    assert_eq!(within::keys(&carl), within::Keys { groups: 0, epochs: 0 });
}
