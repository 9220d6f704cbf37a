//! A case folder is loaded whole or not at all, and a load that found part of it there completes it.
use super::record::SIDES;
use super::street::{Street, example};

#[test]
fn a_case_is_loaded_whole_or_not_at_all_and_once() {
    let street = Street::with(None, &SIDES[..2], &["--budget-bits", "100"]);
    let (convener, anna) = (&street.convener, street.delegate("anna"));
    let case = example("");
    // A delegate may enter much of it and not all: so nothing.
    let refused = anna.refused(&["dialogue", "case", &case]);
    assert_eq!(refused.0, 3);
    assert!(refused.1.contains("nothing of them was entered"), "{}", refused.1);
    street.settle();
    let statements = |value: serde_json::Value| value["statements"].as_array().unwrap().len();
    assert_eq!(statements(convener.json(&["statement", "list"])), 0);
    // Somebody said part of it before, in the same words: the rest is loaded.
    let off = [
        "agenda",
        "off",
        "G",
        "G2",
        "--by",
        "European Union, through The Moscow Times",
        "--why",
        "its deliverer refuses",
    ];
    let marks = ["--mark", "eu fulfil*", "--mark", "european union fulfil*"];
    anna.json(&[&off[..], &marks, &["--source", "F1"]].concat());
    convener.sync();
    let first = convener.json(&["dialogue", "case", &case]);
    assert!(first["loaded"].as_u64().unwrap() > 40, "{first}");
    street.settle();
    let before = anna.report();
    assert_eq!(anna.json(&["agenda", "memory"])["off_the_table"].as_array().unwrap().len(), 2);
    assert_eq!(anna.json(&["dialogue", "show"])["agenda_version"], 1);
    // Once more, it changes nothing and sends nothing.
    let again = convener.json(&["dialogue", "case", &case]);
    assert_eq!((&again["loaded"], &again["reported"]), (&0.into(), &first["reported"]));
    street.settle();
    assert_eq!(anna.report()["sequence"], before["sequence"]);
    street.converged();
}
