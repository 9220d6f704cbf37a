//! Seeded damage to acts on the record and to hand-over packets: nothing panics or takes long, what is refused changes
//! nothing, and what is taken up can be written and read again.
//!
//! `BACKCHANNEL_FUZZ_ITERATIONS` sets how many are tried (default 4,000).

use std::time::{Duration, Instant};

use dialogue::charter::Attribution;
use dialogue::record::handover::{self, Item, Packet, Reply, SignedPacket};
use dialogue::record::line::{self, Audience, Wording};
use dialogue::record::meeting::{Cadence, Facts as Meeting, Mode};
use dialogue::record::seat::{Capacity, Office};
use dialogue::record::{Act, affairs, gate, track};
use dialogue::{Arrival, Body, Charter, Event, Read, Refusal, State};
use serde_json::{Value, json};

use super::hall::{CONVENER, Hall, about, member};
use super::record::{day, entered, facts, meeting};
use negotiation::circuit::Rule;

/// Ten times what the slowest takes on a slow machine.
const LONG: Duration = Duration::from_secs(10);

/// Numbers that are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }
}

/// A packet for the members of this dialogue, signed.
fn packet(state: &State) -> SignedPacket {
    let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let packet = Packet {
        v: handover::VERSION,
        title: "From the experts".to_owned(),
        from_track: Some(track::Track::Two),
        to: "d".to_owned(),
        receivers: handover::receivers(state.members.values().map(|member| member.key)),
        items: vec![Item { text: "A step was thought workable.".to_owned(), attributed_to: Some("one".to_owned()) }],
        key: key.verifying_key().to_bytes(),
    };
    let bytes = dialogue::signing::message(handover::PURPOSE, &packet.hash());
    let signature = dialogue::id::hex(&ed25519_dalek::Signer::sign(&key, &bytes).to_bytes());
    SignedPacket { packet, signature }
}

/// A dialogue with something on its record, and acts that it takes up.
fn talk() -> (Hall, Vec<Act>) {
    let mut hall = Hall::seated(Charter::default());
    let seat = |name: &str| Act::Seat {
        seat: name.to_owned(),
        facts: facts(Office::Former, Capacity::Private, Some("A")),
        source: None,
    };
    let held = |name: &str, facts: Meeting| Act::Meeting { meeting: name.to_owned(), facts, source: None };
    hall.say(CONVENER, entered(seat("seat A"))).unwrap();
    hall.say(CONVENER, entered(held("M1", meeting(&["seat A"], day("2026-03-10"))))).unwrap();
    let question = hall.call(member("A"), about(&["A", "B"], &["P1", "P2"], Rule::Draw)).unwrap();
    let signed = packet(&hall.state);
    let digest = signed.packet.digest();
    let wording = Wording {
        meeting: "M1".to_owned(),
        speaker: Some("seat A".to_owned()),
        text: "An inspection regime was thought workable.".to_owned(),
        attribution: Some(Attribution::OffRecord),
        description: None,
        audiences: Audience::ALL.into_iter().collect(),
        within: None,
        commits: None,
    };
    let received = Act::Handover(handover::Act::Received { signed: Box::new(signed) });
    let acts = vec![
        seat("seat B"),
        held("M2", Meeting { mode: Mode::Online, ..meeting(&["seat A"], day("2026-05")) }),
        Act::Cadence(Cadence {
            days: 14,
            words: Some("every other week".to_owned()),
            mode: None,
            place: None,
            source: None,
        }),
        Act::Line(line::Act::Draft { line: "l".to_owned(), wording }),
        Act::Gate(gate::Act::Affects { question, sides: vec!["C".to_owned()] }),
        Act::Affairs(affairs::Act::Hotline { text: "ring the second number".to_owned() }),
        Act::Exercise { banner: "An exercise: all is invented.".to_owned() },
        received.clone(),
    ];
    for act in &acts {
        assert!(matches!(said(&hall.state, &bytes(act)), Some(Ok(_))), "{act:?}");
    }
    // The answer to a packet needs the packet.
    hall.say(member("A"), entered(received)).unwrap();
    let reply = Reply::Returned { why: "The second item needs a date.".to_owned() };
    let replied = Act::Handover(handover::Act::Replied { digest, reply });
    assert!(matches!(said(&hall.state, &bytes(&replied)), Some(Ok(_))));
    (hall, acts.into_iter().chain([replied]).collect())
}

fn bytes(act: &Act) -> Vec<u8> {
    Event::new(1_000, 2_000, Body::Entered { act: Box::new(act.clone()) }).to_bytes().unwrap()
}

/// What becomes of a state to which these bytes come; none where they are no event.
fn said(state: &State, bytes: &[u8]) -> Option<Result<State, (State, Refusal)>> {
    let read = Read::from_bytes(bytes).ok()?;
    let mut state = state.clone();
    let applied = state.apply(Arrival { sequence: 9_000, author: CONVENER }, &read);
    Some(match applied {
        Ok(()) => Ok(state),
        Err(refusal) => Err((state, refusal)),
    })
}

fn damage(dice: &mut Dice, valid: &[u8]) -> Vec<u8> {
    let mut damaged = valid.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(damaged.len());
        match dice.below(4) {
            0 => damaged[at] = dice.roll() as u8,
            1 => drop(damaged.remove(at)),
            2 => damaged[at] ^= 1 << dice.below(7),
            _ => damaged.insert(at, b"{}[]\",:0-9"[dice.below(10)]),
        }
    }
    damaged
}

/// One value of the document is another: such damage is still JSON, and comes further.
fn astray(dice: &mut Dice, valid: &[u8]) -> Vec<u8> {
    let mut whole: Value = serde_json::from_slice(valid).unwrap();
    replace_one(dice, &mut whole["body"]["entered"]["act"]);
    serde_json::to_vec(&whole).unwrap()
}

fn replace_one(dice: &mut Dice, at: &mut Value) {
    let pick = dice.roll() as usize;
    match at {
        Value::Object(map) if !map.is_empty() => {
            let pick = pick % map.len();
            replace_one(dice, map.values_mut().nth(pick).unwrap());
        }
        Value::Array(list) if !list.is_empty() && pick & 64 == 0 => {
            let pick = pick % list.len();
            replace_one(dice, &mut list[pick]);
        }
        Value::Array(list) => {
            // Many of what there is one of.
            let one = list.first().cloned().unwrap_or(Value::Null);
            list.resize([0, 2, 300][pick % 3], one);
        }
        other => *other = strange(dice),
    }
}

fn strange(dice: &mut Dice) -> Value {
    let day = format!("{:04}-{:02}-{:02}", dice.below(10_000), dice.below(14), dice.below(33));
    match dice.below(16) {
        0 => Value::Null,
        1 => json!(-1),
        2 => json!(i64::MIN),
        3 => json!(i64::MAX),
        4 => json!(u64::MAX),
        5 => json!(u32::MAX),
        6 => json!(""),
        7 => json!(" \u{202e}\0"),
        8 => json!("я".repeat(1 + dice.below(70_000))),
        9 => json!(day),
        10 => json!("seat A"),
        11 => json!("M1"),
        12 => json!("X0"),
        13 => json!(true),
        14 => json!([[["A"]]]),
        _ => json!({ "A": { "A": [] } }),
    }
}

#[test]
fn seeded_damage_to_acts_and_packets_never_panics_and_what_is_refused_changes_nothing() {
    let (hall, acts) = talk();
    let valid: Vec<Vec<u8>> = acts.iter().map(bytes).collect();
    let set = std::env::var("BACKCHANNEL_FUZZ_ITERATIONS").ok().and_then(|n| n.parse().ok());
    let mut dice = Dice(0x1234_5678_9abc_def0);
    let (mut taken, mut refused) = (0_u64, 0_u64);
    for round in 0..set.unwrap_or(4_000_u64) {
        let at = dice.below(valid.len());
        let bytes = if dice.below(3) == 0 { damage(&mut dice, &valid[at]) } else { astray(&mut dice, &valid[at]) };
        let began = Instant::now();
        match said(&hall.state, &bytes) {
            None => {}
            Some(Ok(state)) => {
                taken += 1;
                let written = state.to_bytes().unwrap();
                assert!(State::from_bytes(&written).unwrap() == state, "{}", String::from_utf8_lossy(&bytes));
            }
            Some(Err((state, refusal))) => {
                refused += 1;
                let counted = (state.newer, state.numbers.clone());
                let same = state == State { newer: counted.0, numbers: counted.1, ..hall.state.clone() };
                assert!(same, "{refusal}: {}", String::from_utf8_lossy(&bytes));
            }
        }
        assert!(began.elapsed() < LONG, "round {round} took {:?}", began.elapsed());
    }
    // Damage comes as far as the rules, and past them.
    assert!(taken > 0 && refused > 0, "{taken} taken up, {refused} refused");
}
