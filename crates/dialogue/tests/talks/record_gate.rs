//! The gate for those a result concerns: exploratory until they consent, agreed only once every principal confirms.
use std::collections::BTreeMap;

use dialogue::record::gate::{Act as Gate, Status, Voice};
use dialogue::record::{Act, Matter};
use dialogue::{Body, Card, Charter, End, MemberId, Refusal};
use negotiation::circuit::Rule;

use super::hall::{CONVENER, Hall, about, member};

fn gate(act: Gate) -> Body {
    Body::Entered { act: Box::new(Act::Gate(act)) }
}

/// A question that these sides have asked and answered.
fn answered(hall: &mut Hall, sides: &[&str], packages: &[&str]) -> String {
    let id = hall.call(CONVENER, about(sides, packages, Rule::Draw)).unwrap();
    hall.agree(&id, sides);
    for side in sides {
        let card = Card { key: [1; 32], nonce: [2; 32] };
        hall.say(member(side), Body::Readied { question: id.clone(), attempt: 1, card }).unwrap();
    }
    for side in sides {
        hall.say(member(side), Body::Ended { question: id.clone(), attempt: 1, end: End::Answered }).unwrap();
    }
    id
}

fn outcome(options: &[(&str, &str)]) -> BTreeMap<String, String> {
    options.iter().map(|(issue, option)| ((*issue).to_owned(), (*option).to_owned())).collect()
}

#[test]
fn a_result_on_an_absent_side_is_exploratory_until_that_side_consents_and_then_needs_every_principal() {
    let mut hall = Hall::seated(Charter { budget_bits: 100.0, ..Charter::default() });
    let id = answered(&mut hall, &["A", "B"], &["P2"]);
    let status = |hall: &Hall| hall.state.passage(&id).unwrap().status;
    let say = |hall: &mut Hall, who: MemberId, act: Gate| hall.say(who, gate(act));
    let question = || id.clone();
    let promote = || Gate::Promote { question: question() };
    let voice = |voice| Gate::Speak { question: question(), voice, note: String::new() };
    assert_eq!(status(&hall), Status::Exploratory);
    let refused = say(&mut hall, member("A"), promote()).unwrap_err();
    assert_eq!(refused, Refusal::Gate { missing: vec!["C".to_owned()] });
    assert!(refused.to_string().contains("until C consent"), "{refused}");
    // C cannot consent to what is not on the table, and is not consulted by being told so.
    assert!(matches!(say(&mut hall, member("C"), voice(Voice::Consents)), Err(Refusal::Stage { .. })));
    let bring = |result| Gate::Bring { question: question(), outcome: result };
    let p2 = || outcome(&[("T", "T2"), ("C", "C0"), ("S", "S2"), ("G", "G0"), ("N", "N0"), ("K", "K0")]);
    assert!(matches!(say(&mut hall, member("C"), bring(p2())), Err(Refusal::NotAllowed(_))));
    assert!(say(&mut hall, member("A"), bring(outcome(&[("T", "T9")]))).is_err());
    say(&mut hall, member("A"), bring(p2())).unwrap();
    assert!(
        matches!(say(&mut hall, member("C"), voice(Voice::Consents)), Err(Refusal::Stage { .. })),
        "B has not brought it"
    );
    say(&mut hall, member("B"), bring(p2())).unwrap();
    say(&mut hall, member("C"), voice(Voice::Consulted)).unwrap();
    assert_eq!(status(&hall), Status::Exploratory, "consulted is not consenting");
    assert!(say(&mut hall, member("B"), promote()).is_err());
    assert!(
        matches!(say(&mut hall, member("A"), voice(Voice::Consents)), Err(Refusal::NotAllowed(_))),
        "nobody consents for C"
    );
    say(&mut hall, member("C"), voice(Voice::Consents)).unwrap();
    assert_eq!(status(&hall), Status::Tolerable);
    let confirm = || Gate::Confirm { question: question(), principal: "the principal".to_owned() };
    assert!(matches!(say(&mut hall, member("A"), confirm()), Err(Refusal::Stage { .. })), "not promoted yet");
    say(&mut hall, member("A"), promote()).unwrap();
    assert_eq!(status(&hall), Status::Promoted);
    for (side, after) in [("A", Status::Promoted), ("B", Status::Promoted), ("C", Status::Agreed)] {
        say(&mut hall, member(side), confirm()).unwrap();
        assert_eq!(status(&hall), after, "{side}");
    }
    assert!(matches!(&hall.state.record.notices.last().unwrap().matter, Matter::Agreed { .. }));
    // A consent that is taken back takes promotion and confirmations with it.
    say(&mut hall, member("C"), voice(Voice::Objects)).unwrap();
    assert_eq!(status(&hall), Status::Exploratory);
}

#[test]
fn a_result_that_concerns_nobody_absent_needs_the_principals_alone() {
    let mut hall = Hall::seated(Charter { budget_bits: 100.0, ..Charter::default() });
    let id = answered(&mut hall, &["A", "B"], &["P1"]);
    assert_eq!(hall.state.passage(&id).unwrap().status, Status::Tolerable);
    let named = Gate::Affects { question: id.clone(), sides: vec!["D".to_owned()] };
    hall.say(member("C"), gate(named)).unwrap();
    let passage = hall.state.passage(&id).unwrap();
    assert_eq!(
        (passage.status, passage.missing.len()),
        (Status::Exploratory, 1),
        "a side that has no seat is waited for"
    );
}

#[test]
fn nothing_passes_the_gate_before_there_is_a_result() {
    let mut hall = Hall::seated(Charter::default());
    let id = hall.call(CONVENER, about(&["A", "B"], &["P2"], Rule::Draw)).unwrap();
    assert_eq!(hall.state.passage(&id).unwrap().status, Status::Open);
    let refused = hall.say(member("A"), gate(Gate::Promote { question: id })).unwrap_err();
    assert!(matches!(refused, Refusal::Stage { .. }), "{refused}");
}
