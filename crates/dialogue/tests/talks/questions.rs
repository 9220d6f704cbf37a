//! Questions: the charter's guards, one seal, consent by every side, what starts again and what does not.

use super::hall::{CONVENER, Hall, about, member};
use dialogue::ledger::Known;
use dialogue::question::{Asking, Subject};
use dialogue::{Body, Card, Charter, End, MemberId, Refusal, Stage};
use negotiation::circuit::{Answer, Rule};

fn card(n: u8) -> Card {
    Card { key: [n; 32], nonce: [n; 32] }
}

/// All machines of these sides are ready for an attempt.
fn ready(hall: &mut Hall, id: &str, attempt: u32, sides: &[&str]) {
    for side in sides {
        let body = Body::Readied { question: id.to_owned(), attempt, card: card(side.as_bytes()[0]) };
        hall.say(member(side), body).unwrap();
    }
}

fn end(hall: &mut Hall, id: &str, attempt: u32, side: &str, end: End) -> Result<(), Refusal> {
    hall.say(member(side), Body::Ended { question: id.to_owned(), attempt, end })
}

const BROKE: End = End::Broke { opened: false, phase: None, accused: Vec::new() };
const OPENED: End = End::Broke { opened: true, phase: None, accused: Vec::new() };

#[test]
fn a_second_seal_is_refused_and_a_new_agenda_takes_one_again() {
    let mut hall = Hall::seated(Charter::default());
    let seal = |version| Body::Sealed { version, seal: [3; 32] };
    hall.say(member("A"), seal(1)).unwrap();
    let again = hall.say(member("A"), seal(1));
    assert!(matches!(again, Err(Refusal::SealedAlready { .. })), "{again:?}");
    let colleague = MemberId([65 + 32; 16]);
    hall.seat("A", colleague);
    assert!(matches!(hall.say(colleague, seal(1)), Err(Refusal::SealedAlready { .. })));
    assert!(hall.say(CONVENER, seal(1)).is_err(), "the convener has no position");
    assert!(hall.say(member("A"), seal(2)).is_err(), "there is no version 2 yet");
    let toml = super::hall::AGENDA.replace("Grain and fertiliser", "Grain");
    hall.say(member("B"), Body::AgendaSet { toml }).unwrap();
    hall.say(member("A"), seal(2)).unwrap();
}

#[test]
fn consent_is_given_by_every_side_once_and_by_who_holds_the_seal() {
    let mut hall = Hall::seated(Charter::default());
    let id = hall.call(CONVENER, about(&["B", "A"], &["P1", "P2"], Rule::Draw)).unwrap();
    let consent = || Body::Consented { question: id.clone(), seal: [4; 32] };
    assert!(matches!(hall.say(member("A"), consent()), Err(Refusal::NotSealed { .. })));
    assert!(hall.say(CONVENER, consent()).is_err(), "the convener cannot pose as a side");
    assert!(matches!(hall.say(member("C"), consent()), Err(Refusal::Stage { .. })), "C is not asked");
    let colleague = MemberId([97; 16]);
    hall.seat("A", colleague);
    hall.say(member("A"), Body::Sealed { version: 1, seal: [3; 32] }).unwrap();
    assert_eq!(hall.say(colleague, consent()), Err(Refusal::AnotherHolds("A".to_owned())));
    hall.say(member("A"), consent()).unwrap();
    assert!(matches!(hall.say(member("A"), consent()), Err(Refusal::Stage { .. })), "a side seals once");
    let question = hall.state.question(&id).unwrap();
    assert_eq!(question.stage(), Stage::Called { waiting: vec!["B".to_owned()] });
    assert_eq!(question.asking.sides, ["A", "B"], "sides stand in one order");
}

#[test]
fn refusing_consent_is_seen_and_ends_the_question() {
    let mut hall = Hall::seated(Charter::default());
    let left = hall.state.budget_left();
    let id = hall.call(member("A"), about(&["A", "B"], &["P1", "P2"], Rule::Draw)).unwrap();
    assert!(hall.state.budget_left() < left, "a question counts from its call on");
    hall.say(member("B"), Body::ConsentRefused { question: id.clone() }).unwrap();
    assert_eq!(hall.state.question(&id).unwrap().stage(), Stage::Refused { by: "B".to_owned() });
    assert_eq!(hall.state.budget_left(), left, "a question that was refused tells nothing");
    let late = hall.say(member("A"), Body::Consented { question: id, seal: [4; 32] });
    assert!(late.is_err());
}

#[test]
fn questions_below_the_least_number_of_packages_or_over_the_budget_are_refused() {
    let mut hall = Hall::seated(Charter { least_packages: 2, budget_bits: 3.0, ..Charter::default() });
    let one = hall.call(member("A"), about(&["A", "B"], &["P2"], Rule::Draw));
    assert_eq!(one, Err(Refusal::TooFewPackages { packages: 1, least: 2 }));
    let whole = hall.call(member("A"), about(&["A", "B"], &[], Rule::Draw));
    assert!(matches!(whole, Err(Refusal::OverBudget { .. })), "{whole:?}");
    hall.call(member("A"), about(&["A", "B"], &["P1", "P2", "P3"], Rule::Draw)).unwrap();
    hall.call(member("A"), about(&["A", "B"], &[], Rule::Exists)).unwrap();
    let third = hall.call(member("A"), about(&["A", "C"], &["P1", "P2"], Rule::Draw));
    assert!(matches!(third, Err(Refusal::OverBudget { .. })), "two bits and one are gone: {third:?}");
}

#[test]
fn ranking_a_single_ordered_issue_is_refused() {
    let mut hall = Hall::seated(Charter::default());
    let toml = "name = \"Price\"\n[[issue]]\nname = \"price\"\nrange = { from = 1, to = 9, step = 1 }\n".to_owned();
    hall.say(CONVENER, Body::AgendaSet { toml }).unwrap();
    for (rule, refused) in [(Rule::Nash, true), (Rule::Egalitarian, true), (Rule::Draw, false), (Rule::Exists, false)] {
        let asking = Asking {
            subject: Subject::Agenda { version: 2, packages: None, only: Vec::new() },
            ..about(&["A", "B"], &[], rule)
        };
        assert_eq!(hall.call(member("A"), asking).is_err(), refused, "{rule}");
    }
}

#[test]
fn questions_that_cannot_be_are_refused_with_what_is_wrong() {
    let mut hall = Hall::seated(Charter::default());
    let cases = [
        (about(&["A"], &["P1"], Rule::Draw), "2 to"),
        (about(&["A", "D"], &["P1"], Rule::Draw), "no side `D`"),
        (about(&["A", "A"], &["P1"], Rule::Draw), "twice"),
        (about(&["A", "B"], &["P9"], Rule::Draw), "P9"),
        (Asking { quorum: Some(3), ..about(&["A", "B"], &["P1"], Rule::Draw) }, "quorum"),
        (Asking { quorum: Some(1), ..about(&["A", "B"], &["P1"], Rule::Nash) }, "quorum"),
        (Asking { vetoes: vec!["C".to_owned()], quorum: Some(1), ..about(&["A", "B"], &["P1"], Rule::Draw) }, "`C`"),
        (
            Asking {
                subject: Subject::Improve { version: 1, than: "P7".to_owned(), packages: None },
                ..about(&["A", "B"], &[], Rule::Draw)
            },
            "P7",
        ),
        (Asking { subject: Subject::Date { slots: Vec::new() }, ..about(&["A", "B"], &[], Rule::Draw) }, "slots"),
    ];
    for (asking, wanted) in cases {
        let text = hall.call(member("A"), asking).unwrap_err().to_string();
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
}

#[test]
fn texts_and_dates_are_questions_with_their_own_small_agendas() {
    let mut hall = Hall::seated(Charter { least_packages: 2, ..Charter::default() });
    let text =
        Subject::Adopt { title: "Ceasefire text".to_owned(), text: "1. …".to_owned(), issues: vec!["K".to_owned()] };
    let text = hall.call(member("A"), Asking { subject: text, ..about(&["A", "B", "C"], &[], Rule::Exists) }).unwrap();
    assert_eq!(hall.state.question(&text).unwrap().packages, 1);
    let slots =
        vec!["2026-12-01T09:00Z/2026-12-01T10:00Z".to_owned(), "2026-12-02T09:00Z/2026-12-02T10:00Z".to_owned()];
    let date = Asking { subject: Subject::Date { slots }, ..about(&["A", "B"], &[], Rule::Draw) };
    let date = hall.call(CONVENER, date).unwrap();
    assert_eq!(hall.state.question(&date).unwrap().packages, 2);
    // No position is needed for either.
    hall.say(member("A"), Body::Consented { question: text, seal: [4; 32] }).unwrap();
    hall.say(member("B"), Body::Consented { question: date, seal: [4; 32] }).unwrap();
}

#[test]
fn a_run_that_broke_before_an_answer_could_be_opened_starts_again_and_one_after_does_not() {
    let mut hall = Hall::seated(Charter::default());
    let id = hall.call(member("A"), about(&["A", "B"], &["P1", "P2"], Rule::Draw)).unwrap();
    let stage = |hall: &Hall| hall.state.question(&id).unwrap().stage();
    let early = Body::Readied { question: id.clone(), attempt: 1, card: card(1) };
    assert!(hall.say(member("A"), early).is_err(), "not before all have consented");
    hall.agree(&id, &["A", "B"]);
    assert!(matches!(stage(&hall), Stage::Consented { attempt: 1, .. }));
    assert!(end(&mut hall, &id, 1, "A", BROKE).is_err(), "there is no attempt yet");
    ready(&mut hall, &id, 1, &["A", "B"]);
    assert!(matches!(stage(&hall), Stage::Running { attempt: 1, .. }));
    end(&mut hall, &id, 1, "A", BROKE).unwrap();
    assert!(matches!(stage(&hall), Stage::Running { .. }), "B has not said how it ended");
    let early = Body::Readied { question: id.clone(), attempt: 2, card: card(1) };
    assert!(hall.say(member("A"), early).is_err());
    end(&mut hall, &id, 1, "B", BROKE).unwrap();
    assert!(matches!(stage(&hall), Stage::Consented { attempt: 2, .. }));
    ready(&mut hall, &id, 2, &["A", "B"]);
    end(&mut hall, &id, 2, "A", OPENED).unwrap();
    assert_eq!(stage(&hall), Stage::Spent);
    end(&mut hall, &id, 2, "B", BROKE).unwrap();
    assert_eq!(stage(&hall), Stage::Spent, "nothing starts again, whatever the others say");
    let third = Body::Readied { question: id.clone(), attempt: 3, card: card(1) };
    assert!(hall.say(member("A"), third).is_err());
    assert!(hall.state.question(&id).unwrap().counts());
}

#[test]
fn an_answer_for_one_and_a_break_for_another_is_spent_and_two_answers_are_answered() {
    let mut hall = Hall::seated(Charter::default());
    let id = hall.call(member("A"), about(&["A", "B"], &["P1", "P2"], Rule::Draw)).unwrap();
    hall.agree(&id, &["A", "B"]);
    ready(&mut hall, &id, 1, &["A", "B"]);
    end(&mut hall, &id, 1, "A", End::Answered).unwrap();
    assert!(matches!(hall.state.question(&id).unwrap().stage(), Stage::Running { .. }));
    assert!(end(&mut hall, &id, 1, "A", BROKE).is_err(), "one end for each");
    end(&mut hall, &id, 1, "B", End::Answered).unwrap();
    assert_eq!(hall.state.question(&id).unwrap().stage(), Stage::Answered);
    let told = Body::Told { question: id.clone(), answer: Answer::Outcome(0) };
    assert!(hall.say(member("A"), told).is_err(), "the question did not say that all are told");
}

#[test]
fn nobody_is_ready_or_ends_for_another() {
    let mut hall = Hall::seated(Charter::default());
    let id = hall.call(member("A"), about(&["A", "B"], &["P1", "P2"], Rule::Draw)).unwrap();
    hall.agree(&id, &["A", "B"]);
    let readied = || Body::Readied { question: id.clone(), attempt: 1, card: card(7) };
    let colleague = MemberId([98; 16]);
    hall.seat("B", colleague);
    for other in [CONVENER, member("C"), colleague] {
        assert!(hall.say(other, readied()).is_err(), "{other}");
    }
    hall.say(member("B"), readied()).unwrap();
    assert!(hall.say(member("B"), readied()).is_err(), "one card an attempt");
    assert!(hall.say(colleague, Body::Ended { question: id.clone(), attempt: 1, end: BROKE }).is_err());
}

#[test]
fn subgroup_and_sub_agenda_differences_are_previewed_with_earlier_answers() {
    let mut hall = Hall::seated(Charter::default());
    let first = hall.call(member("A"), about(&["A", "B", "C"], &["P1", "P2", "P3"], Rule::Nash)).unwrap();
    hall.agree(&first, &["A", "B", "C"]);
    let second = hall.call(member("A"), about(&["A", "B"], &["P2"], Rule::Draw)).unwrap();
    let known = Known::from([(first, Answer::Outcome(0))]);
    let preview = hall.state.preview(&second, &known, &[]).unwrap();
    let warnings: Vec<String> = preview.warnings.iter().map(ToString::to_string).collect();
    assert!(warnings.iter().any(|text| text.contains("P2 alone")), "{warnings:?}");
    assert!(warnings.iter().any(|text| text.contains("speak about C")), "{warnings:?}");
    let yes = preview.answers.last().unwrap();
    let lines: Vec<&String> = yes.coalitions.iter().flat_map(|view| &view.lines).collect();
    assert!(lines.iter().any(|text| text.contains("C rules it out or ranks it no higher than P1")), "{lines:?}");
    // Who was not told the first answer is not told by the preview either.
    let blind = hall.state.preview(&second, &Known::new(), &[]).unwrap();
    assert!(blind.answers.iter().all(|answer| answer.coalitions.is_empty()));
}
