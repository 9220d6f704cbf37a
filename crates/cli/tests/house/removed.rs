//! Who is removed loses the relay's token at once, and so cannot fetch the message that says so: its own program says
//! what most likely happened, and gives what there was.
use super::street::{Person, Street};

fn shut_out(person: &Person, wanted: &[&str]) {
    let report = person.report();
    assert_eq!(report["health"], "shut-out", "{report}");
    let said = format!("{} {}", report["what"], report["next"]);
    for word in wanted {
        assert!(said.contains(word), "`{word}` is not said: {report}");
    }
}

#[test]
fn who_was_removed_is_told_what_most_likely_happened_and_keeps_what_it_had() {
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    anna.json(&["room", "send", "plenary", "before"]);
    street.converged();
    street.convener.json(&["remove", "boris", "--why", "by agreement"]);
    anna.json(&["room", "send", "plenary", "afterwards"]);

    let (code, said) = boris.refused(&["sync"]);
    assert_eq!(code, 1, "{said}");
    for word in ["your token is not valid any more", "you were removed", "`export` still gives you what you had"] {
        assert!(said.contains(word), "`{word}` is not said: {said}");
    }
    shut_out(boris, &["you were removed", "the relay's word alone", "`export` still gives you what you had"]);
    assert_eq!(boris.read("plenary"), ["before"]);
    let file = street.folder.path().join("boris.export");
    boris.json(&["export", file.to_str().unwrap()]);
    let exported = std::fs::read_to_string(file).unwrap();
    assert!(exported.contains("before") && !exported.contains("afterwards"), "{exported}");
    // What it still says is kept here and goes nowhere, and that is said.
    let (_, said) = boris.refused(&["room", "send", "plenary", "is anybody there?"]);
    assert!(said.contains("you were removed"), "{said}");
    shut_out(boris, &["you were removed"]);
    // To the others nothing is the matter.
    for person in [&street.convener, anna] {
        person.sync();
        assert_eq!(person.health(), "in-step");
        assert_eq!(person.read("plenary"), ["before", "afterwards"]);
    }
}

#[test]
fn who_knocked_with_a_token_that_was_closed_is_told_to_ask_for_another_invitation() {
    let mut street = Street::with(None, &[("anna", "A")], &[]);
    let link = street.convener.json(&["invite", "--side", "B"])["link"].as_str().unwrap().to_owned();
    let (boris, late) = (Person::new(street.folder.path(), "boris"), Person::new(street.folder.path(), "late"));
    boris.json(&["join", &link, "--name", "boris"]);
    street.convener.sync();
    boris.sync();
    street.delegates.push(boris);
    late.json(&["join", &link, "--name", "late"]);
    street.converged();
    street.convener.json(&["remove", "boris"]);
    assert!(late.refused(&["sync"]).1.contains("not valid any more"));
    shut_out(&late, &["you were not let in", "was used before", "a new invitation"]);
}
