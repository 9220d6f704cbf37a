//! The gate for those a result concerns: exploratory until they consent, agreed only once every principal confirms.
use std::collections::BTreeMap;

use dialogue::question::{Asking, Subject};
use dialogue::record::gate::{Act as Gate, Status, Voice};
use dialogue::record::statement::{Kind, Statement};
use dialogue::record::{Act, Matter};
use dialogue::{Body, Card, Charter, End, MemberId, Refusal};
use negotiation::circuit::Rule;

use super::hall::{CONVENER, Hall, about, member};
use super::record::statement;

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
fn an_affected_side_is_not_left_out_by_words_versions_or_a_quorum() {
    let mut hall = Hall::seated(Charter { budget_bits: 100.0, ..Charter::default() });
    let id = answered(&mut hall, &["A", "B"], &["P2"]);
    let bring = |result| gate(Gate::Bring { question: id.clone(), outcome: result });
    // A result that leaves the issue out, or says what was not asked, is none.
    assert!(hall.say(member("A"), bring(outcome(&[("S", "S2")]))).is_err());
    let t0 = outcome(&[("T", "T0"), ("C", "C0"), ("S", "S2"), ("G", "G0"), ("N", "N0"), ("K", "K0")]);
    assert!(hall.say(member("A"), bring(t0)).unwrap_err().to_string().contains("none of the packages"));
    // A version in which nobody is affected does not make the side go away.
    let bare = super::hall::AGENDA.replace("affected = [\"C\"]\n", "");
    hall.say(member("A"), Body::AgendaSet { toml: bare }).unwrap();
    let mut asking = about(&["A", "B"], &["P2"], Rule::Draw);
    if let dialogue::Subject::Agenda { version, .. } = &mut asking.subject {
        *version = 2;
    }
    let second = hall.call(CONVENER, asking).unwrap();
    for side in ["A", "B"] {
        hall.say(member(side), Body::Sealed { version: 2, seal: [3; 32] }).unwrap();
        hall.say(member(side), Body::Consented { question: second.clone(), seal: [4; 32] }).unwrap();
    }
    assert!(hall.state.passage(&second).unwrap().affected.contains("C"));
    // Who was asked and may have been outvoted has not consented by that.
    let mut quorum = about(&["A", "B", "C"], &["P2"], Rule::Exists);
    (quorum.quorum, quorum.vetoes) = (Some(2), vec!["A".to_owned()]);
    let third = hall.call(CONVENER, quorum).unwrap();
    assert!(hall.state.passage(&third).unwrap().missing.contains("C"));
}

#[test]
fn consent_is_to_the_result_that_stands_and_to_no_other() {
    let mut hall = Hall::seated(Charter { budget_bits: 100.0, ..Charter::default() });
    let id = answered(&mut hall, &["A", "B"], &["P1", "P2"]);
    let say = |hall: &mut Hall, who: MemberId, act: Gate| hall.say(who, gate(act));
    let promote = || Gate::Promote { question: id.clone() };
    let bring = |result| Gate::Bring { question: id.clone(), outcome: result };
    let p1 = || outcome(&[("T", "T0"), ("C", "C0"), ("S", "S0"), ("G", "G3"), ("N", "N0"), ("K", "K1")]);
    let p2 = || outcome(&[("T", "T2"), ("C", "C0"), ("S", "S2"), ("G", "G0"), ("N", "N0"), ("K", "K0")]);
    say(&mut hall, member("A"), bring(p1())).unwrap();
    say(&mut hall, member("A"), bring(p2())).unwrap();
    assert!(matches!(say(&mut hall, member("A"), promote()), Err(Refusal::Gate { .. })));
    say(&mut hall, member("B"), bring(p2())).unwrap();
    let consent = Gate::Speak { question: id.clone(), voice: Voice::Consents, note: String::new() };
    say(&mut hall, member("C"), consent).unwrap();
    say(&mut hall, member("A"), promote()).unwrap();
    assert!(
        matches!(say(&mut hall, member("A"), bring(p1())), Err(Refusal::Stage { .. })),
        "other words under a consent"
    );
    assert!(matches!(say(&mut hall, member("B"), promote()), Err(Refusal::Stage { .. })), "once");
    assert_eq!(hall.state.passage(&id).unwrap().result, Some(p2()));
    // Nothing is promoted that nobody brought.
    let other = answered(&mut hall, &["A", "B", "C"], &["P1"]);
    assert!(matches!(say(&mut hall, member("A"), Gate::Promote { question: other }), Err(Refusal::Stage { .. })));
}

#[test]
fn nothing_passes_the_gate_before_there_is_a_result() {
    let mut hall = Hall::seated(Charter::default());
    let id = hall.call(CONVENER, about(&["A", "B"], &["P2"], Rule::Draw)).unwrap();
    assert_eq!(hall.state.passage(&id).unwrap().status, Status::Open);
    let refused = hall.say(member("A"), gate(Gate::Promote { question: id })).unwrap_err();
    assert!(matches!(refused, Refusal::Stage { .. }), "{refused}");
}

/// A question whether a text is adopted, about these issues.
fn text_about(issues: &[&str], text: &str) -> Asking {
    let issues = issues.iter().map(|one| (*one).to_owned()).collect();
    let subject = Subject::Adopt { title: "A text".to_owned(), text: text.to_owned(), issues };
    Asking { subject, ..about(&["A", "B"], &[], Rule::Draw) }
}

#[test]
fn a_text_says_what_it_is_about_and_waits_for_the_sides_that_this_concerns() {
    let mut hall = Hall::seated(Charter { budget_bits: 100.0, ..Charter::default() });
    let refused = hall.call(CONVENER, text_about(&[], "1. …")).unwrap_err().to_string();
    assert!(refused.contains("--issue NAME") && refused.contains('T'), "{refused}");
    assert!(matches!(hall.call(CONVENER, text_about(&["X"], "1. …")), Err(Refusal::Unknown { .. })));
    let ask = |hall: &mut Hall, issues: &[&str]| {
        let id = hall.call(CONVENER, text_about(issues, "1. Monitors.")).unwrap();
        for side in ["A", "B"] {
            hall.say(member(side), Body::Consented { question: id.clone(), seal: [4; 32] }).unwrap();
        }
        for side in ["A", "B"] {
            let card = Card { key: [1; 32], nonce: [2; 32] };
            hall.say(member(side), Body::Readied { question: id.clone(), attempt: 1, card }).unwrap();
        }
        for side in ["A", "B"] {
            hall.say(member(side), Body::Ended { question: id.clone(), attempt: 1, end: End::Answered }).unwrap();
        }
        id
    };
    let free = ask(&mut hall, &["K"]);
    assert_eq!(hall.state.passage(&free).unwrap().status, Status::Tolerable, "K affects nobody who is not asked");
    let id = ask(&mut hall, &["K", "T"]);
    let bring = gate(Gate::Bring { question: id.clone(), outcome: outcome(&[("text", "adopt")]) });
    for side in ["A", "B"] {
        hall.say(member(side), bring.clone()).unwrap();
    }
    assert_eq!(hall.state.passage(&id).unwrap().status, Status::Exploratory);
    let promote = gate(Gate::Promote { question: id.clone() });
    assert_eq!(hall.say(member("A"), promote.clone()).unwrap_err(), Refusal::Gate { missing: vec!["C".to_owned()] });
    let consent = Gate::Speak { question: id.clone(), voice: Voice::Consents, note: String::new() };
    hall.say(member("C"), gate(consent)).unwrap();
    hall.say(member("A"), promote).unwrap();
    // One that names no issue, as older programs called them, may be about all of them.
    if let Some(Subject::Adopt { issues, .. }) =
        hall.state.questions.iter_mut().find(|one| one.id == free).map(|one| &mut one.asking.subject)
    {
        issues.clear();
    }
    assert!(hall.state.passage(&free).unwrap().missing.contains("C"));
    let old = r#"{"adopt":{"title":"t","text":"x"}}"#;
    assert!(matches!(serde_json::from_str(old), Ok(Subject::Adopt { issues, .. }) if issues.is_empty()));
}

#[test]
fn a_text_does_not_say_what_is_never_an_option() {
    let mut hall = Hall::seated(Charter { budget_bits: 100.0, ..Charter::default() });
    let never = Statement { marks: vec!["remov* leader".to_owned()], ..statement(Kind::NeverOption) };
    let act = Act::Statement { name: "leader".to_owned(), statement: never };
    hall.say(member("A"), Body::Entered { act: Box::new(act) }).unwrap();
    for text in ["1. Monitors come.\n2. The leader is\nremoved in May.", "Removal of the leader"] {
        let refused = hall.call(CONVENER, text_about(&["K"], text)).unwrap_err().to_string();
        assert!(refused.contains("never an option") && refused.contains("statement leader"), "{refused}");
    }
    // Words that stand in sentences of their own say nothing together.
    let apart = "1. Obstacles to trade are removed. 2. Each leader names a contact.\n\nRemoval of mines";
    hall.call(CONVENER, text_about(&["K"], apart)).unwrap();
}
