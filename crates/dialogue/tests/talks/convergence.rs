//! Whatever arrives, all members have the same state, and what is refused changes nothing.

use super::hall::{CONVENER, Hall, about, admitted, key, member};
use dialogue::record::{Act, gate};
use dialogue::{Arrival, Body, Card, Charter, End, Event, InvitationId, MemberId, Read, Refusal, Room, State};
use negotiation::circuit::{Answer, Rule};
use proptest::prelude::*;

fn authors() -> Vec<MemberId> {
    vec![CONVENER, member("A"), member("B"), member("C"), MemberId([40; 16])]
}

/// Bodies of every kind, sensible and not.
fn body() -> impl Strategy<Value = Body> {
    let question = prop_oneof![Just(String::new()), "[0-9a-f]{1,3}", Just("zz".to_owned())];
    let side = prop_oneof![Just("A".to_owned()), Just("B".to_owned()), Just("D".to_owned()), ".{0,3}"];
    let any_end = prop_oneof![
        Just(End::Answered),
        any::<bool>().prop_map(|opened| End::Broke { opened, phase: None, accused: Vec::new() })
    ];
    let seal = any::<u8>().prop_map(|byte| [byte; 32]);
    let who = (0usize..5).prop_map(|at| authors()[at]);
    prop_oneof![
        ".{0,20}".prop_map(|text| Body::Said { text }),
        (0u8..4, side, 0i64..4_000).prop_map(|(id, side, expires_at)| Body::Invited {
            invitation: InvitationId([id; 16]),
            side,
            expires_at,
            replaces: None
        }),
        (0u8..4, who.clone()).prop_map(|(id, who)| admitted(InvitationId([id; 16]), MemberId([id + 40; 16]), who)),
        who.prop_map(|member| Body::Removed { member, why: String::new() }),
        Just(Body::Left {}),
        Just(Body::DestructionAgreed {}),
        Just(Body::Destroyed {}),
        (0u32..4, seal.clone()).prop_map(|(version, seal)| Body::Sealed { version, seal }),
        (0usize..3, 0usize..4).prop_map(|(sides, rule)| {
            let sides: &[&str] = [&["A", "B"][..], &["A", "B", "C"], &["B", "C"]][sides];
            Body::Called { asking: Box::new(about(sides, &["P1", "P2"], Rule::ALL[rule])) }
        }),
        (question.clone(), seal).prop_map(|(question, seal)| Body::Consented { question, seal }),
        question.clone().prop_map(|question| Body::ConsentRefused { question }),
        question.clone().prop_map(|question| Body::Withdrawn { question }),
        (question.clone(), 0u32..3).prop_map(|(question, attempt)| Body::Readied {
            question,
            attempt,
            card: Card { key: [1; 32], nonce: [2; 32] }
        }),
        (question.clone(), 0u32..3, any_end).prop_map(|(question, attempt, end)| Body::Ended {
            question,
            attempt,
            end
        }),
        question.prop_map(|question| Body::Told { question, answer: Answer::None }),
        Just(Body::AgendaSet { toml: "name = \"x\"\n[[issue]]\nname = \"y\"\nchoices = [\"a\", \"b\"]\n".to_owned() }),
        Just(Body::AgendaSet { toml: "no agenda".to_owned() }),
        super::record::act().prop_map(|act| Body::Entered { act: Box::new(act) }),
    ]
}

/// What arrives: an author, a number relative to its last, an event; or an event that a question's name is put into.
fn arrivals() -> impl Strategy<Value = Vec<(usize, i8, Body)>> {
    prop::collection::vec((0usize..5, -1i8..3, body()), 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_delivery_gives_all_members_the_same_state(arrivals in arrivals(), cut in 0usize..60) {
        let start = Hall::seated(Charter::default());
        let (mut first, mut second) = (start.state.clone(), start.state);
        for (at, (author, step, body)) in arrivals.into_iter().enumerate() {
            let author = authors()[author];
            let last = first.numbers.get(&author).copied().unwrap_or(0);
            let number = last.saturating_add_signed(i64::from(step));
            // Names of questions cannot be guessed; most events should meet one all the same.
            let body = named(body, &first);
            let bytes = Event::new(number, 1_000 + at as i64, body).to_bytes().unwrap();
            let read = Read::from_bytes(&bytes).unwrap();
            let arrival = Arrival { sequence: 100 + at as u64, author };
            let before = first.clone();
            let (one, other) = (first.apply(arrival, &read), second.apply(arrival, &read));
            prop_assert_eq!(&one, &other);
            if one.is_err() {
                let mut unchanged = first.clone();
                unchanged.numbers = before.numbers.clone();
                unchanged.newer = before.newer;
                prop_assert_eq!(unchanged, before, "what is refused changes nothing but its author's count");
            }
            if at == cut {
                // One member was away and comes back from its bytes.
                second = State::from_bytes(&second.to_bytes().unwrap()).unwrap();
            }
        }
        prop_assert_eq!(first.to_bytes().unwrap(), second.to_bytes().unwrap());
        prop_assert_eq!(State::from_bytes(&first.to_bytes().unwrap()).unwrap(), first);
    }

    #[test]
    fn bytes_that_are_no_event_are_refused_and_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Read::from_bytes(&bytes);
        let _ = State::from_bytes(&bytes);
    }
}

/// The body with the name of the newest question in place of an empty one.
fn named(mut body: Body, state: &State) -> Body {
    let newest = state.questions.last().map(|question| question.id.clone()).unwrap_or_default();
    match &mut body {
        Body::Consented { question, .. }
        | Body::ConsentRefused { question }
        | Body::Withdrawn { question }
        | Body::Readied { question, .. }
        | Body::Ended { question, .. }
        | Body::Told { question, .. }
            if question.is_empty() =>
        {
            *question = newest;
        }
        Body::Entered { act } => {
            if let Act::Gate(
                gate::Act::Affects { question, .. }
                | gate::Act::Bring { question, .. }
                | gate::Act::Speak { question, .. }
                | gate::Act::Promote { question }
                | gate::Act::Confirm { question, .. },
            ) = &mut **act
            {
                *question = newest;
            }
        }
        _ => {}
    }
    body
}

#[test]
fn an_event_counts_once_however_often_it_is_delivered() {
    let mut hall = Hall::seated(Charter::default());
    let event = hall.event(member("A"), Body::Said { text: "once".to_owned() });
    hall.put(member("A"), &event).unwrap();
    assert_eq!(hall.put(member("A"), &event), Err(Refusal::Repeated));
    assert_eq!(hall.state.messages, 1);
    // The same bytes from another author are that author's event.
    hall.put(member("B"), &event).unwrap();
}

#[test]
fn events_of_newer_programs_are_kept_as_such_and_stop_nothing() {
    let mut hall = Hall::seated(Charter::default());
    for (text, kind) in [
        (r#"{"v":2,"n":50,"at":1,"body":{"hologram":{"x":1}}}"#, "hologram"),
        (r#"{"v":1,"n":51,"at":1,"body":{"telegram":{}}}"#, "telegram"),
        (r#"{"v":1,"n":52,"at":1,"body":{"entered":{"act":{"hologram":{}}}}}"#, "entered"),
        (r#"{"v":1,"n":53,"at":1,"body":{"entered":{"act":{"gate":{"lock":{}}}}}}"#, "entered"),
    ] {
        let read = Read::from_bytes(text.as_bytes()).unwrap();
        let refused = hall.state.apply(Arrival { sequence: 70, author: member("A") }, &read);
        assert_eq!(refused, Err(Refusal::Newer(kind.to_owned())));
    }
    assert_eq!(hall.state.newer, 4);
    let event = Event::new(54, 1, Body::Said { text: "and on".to_owned() });
    let read = Read::Known(Box::new(event));
    hall.state.apply(Arrival { sequence: 71, author: member("A") }, &read).unwrap();
}

#[test]
fn an_act_that_says_more_than_this_program_knows_is_not_taken_up_by_half() {
    let mut hall = Hall::seated(Charter::default());
    let standing = r#""government":"G","relation":"knew","stance":"asserts","by":"x","attribution":"background""#;
    let acts = [
        // Where unknown fields are an error, at every depth.
        format!(r#"{{"standing":{{{standing},"doubtful":true}}}}"#),
        r#"{"seat":{"seat":"s","facts":{"holder":"X","office":"former","capacity":"private","acting":"until May"},"source":"X0"}}"#.to_owned(),
        // And where they would be passed over.
        r#"{"affairs":{"hotline":{"text":"Call.","unless":"it rains"}}}"#.to_owned(),
        r#"{"memory":{"lift":{"issue":"T","option":"T4","why":"x","for":1}}}"#.to_owned(),
    ];
    for (at, act) in acts.iter().enumerate() {
        let text = format!(r#"{{"v":1,"n":{},"at":1,"body":{{"entered":{{"act":{act}}}}}}}"#, 50 + at);
        let read = Read::from_bytes(text.as_bytes()).unwrap();
        let before = hall.state.record.clone();
        let refused = hall.state.apply(Arrival { sequence: 70 + at as u64, author: member("A") }, &read);
        assert_eq!(refused, Err(Refusal::Newer("entered".to_owned())), "{act}");
        assert_eq!(hall.state.record, before);
    }
    assert_eq!(hall.state.newer, 4);
    // What says nothing may stand there.
    let plain = format!(r#"{{"standing":{{{standing},"day":null}}}}"#);
    let text = format!(r#"{{"v":1,"n":60,"at":1,"body":{{"entered":{{"act":{plain}}}}}}}"#);
    hall.state
        .apply(Arrival { sequence: 80, author: member("A") }, &Read::from_bytes(text.as_bytes()).unwrap())
        .unwrap();
    assert_eq!(hall.state.record.own.standing.len(), 1);
}

#[test]
fn seeded_damage_to_events_never_panics() {
    let mut hall = Hall::seated(Charter::default());
    let event = hall.event(member("A"), Body::Called { asking: Box::new(about(&["A", "B"], &["P1"], Rule::Draw)) });
    let bytes = event.to_bytes().unwrap();
    let iterations = std::env::var("BACKCHANNEL_FUZZ_ITERATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(4_000u64);
    let mut seed = 0x1234_5678_9abc_def0_u64;
    let mut random = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    for _ in 0..iterations {
        let mut damaged = bytes.clone();
        for _ in 0..1 + random() % 4 {
            let at = random() as usize % damaged.len();
            match random() % 3 {
                0 => damaged[at] = random() as u8,
                1 => drop(damaged.remove(at)),
                _ => damaged.insert(at, b"{}[]\",:0"[random() as usize % 8]),
            }
        }
        if let Ok(read) = Read::from_bytes(&damaged) {
            let _ = hall.state.clone().apply(Arrival { sequence: 90, author: member("A") }, &read);
        }
    }
    let _ = (key(CONVENER), Room::Plenary);
}
