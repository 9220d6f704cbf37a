//! A machine that is lost with no backup of it: somebody else is let in in place of its seat, and it is shut out.
use super::street::{Person, Street};

#[test]
fn a_lost_seat_is_taken_over_without_a_backup_and_the_lost_machine_is_shut_out() {
    let mut street = Street::with(None, &[("anna", "A"), ("boris", "B"), ("bela", "B")], &[]);
    let who = |street: &Street, name: &str| street.delegate(name).clone();
    let (anna, boris, bela) = (who(&street, "anna"), who(&street, "boris"), who(&street, "bela"));
    let convener = street.convener.clone();
    anna.json(&["room", "send", "plenary", "before"]);
    bela.json(&["room", "send", "caucus", "among us"]);
    street.converged();

    // The seat is offered anew; who holds the lost machine goes on talking until it is taken.
    let link = convener.json(&["invite", "--side", "B", "--replaces", "boris"])["link"].as_str().unwrap().to_owned();
    assert_eq!(convener.refused(&["invite", "--side", "A", "--replaces", "boris"]).0, 3);
    boris.json(&["room", "send", "plenary", "found on a train"]);
    let again = Person::new(street.folder.path(), "again");
    again.json(&["join", &link, "--name", "boris again"]);
    convener.sync();
    again.sync();
    street.delegates.retain(|one| one.name != "boris");
    street.delegates.push(again.clone());
    street.converged();

    // All see who took whose place.
    for person in street.everybody() {
        let members = person.json(&["members"])["members"].as_array().unwrap().clone();
        let standing = |name: &str| {
            let one = members.iter().find(|one| one["name"] == name);
            one.unwrap_or_else(|| panic!("{name} is not among {members:?}"))["standing"].as_str().unwrap().to_owned()
        };
        assert_eq!(standing("boris again"), "present", "{}", person.name);
        assert!(
            standing("boris").contains("replaced, its machine being lost"),
            "{}: {}",
            person.name,
            standing("boris")
        );
    }

    // The new machine reads and speaks in both rooms from here on, and nothing from before.
    bela.json(&["room", "send", "caucus", "welcome back"]);
    again.json(&["room", "send", "plenary", "here again"]);
    again.json(&["room", "send", "caucus", "thank you"]);
    again.json(&["room", "send", "convener", "a new machine"]);
    street.converged();
    assert_eq!(again.read("plenary"), ["here again"]);
    assert_eq!(again.read("caucus"), ["welcome back", "thank you"]);
    assert_eq!(bela.read("caucus"), ["among us", "welcome back", "thank you"]);
    assert_eq!(anna.read("plenary"), ["before", "found on a train", "here again"]);
    assert_eq!(convener.read("convener:B"), ["a new machine"]);

    // The lost machine neither reads nor says anything more.
    boris.refused(&["sync"]);
    let words = ["room", "send", "plenary", "I am still here"];
    boris.refused(&words);
    assert_eq!(boris.read("plenary"), ["before", "found on a train"]);
    assert_eq!(boris.read("caucus"), ["among us"]);
    street.converged();
    assert!(!anna.read("plenary").contains(&words[3].to_owned()));
}
