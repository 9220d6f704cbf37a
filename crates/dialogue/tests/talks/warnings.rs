//! What deserves a second look: private seats with office-holders, words that commit a state, and which mandates cover
//! them.
use std::collections::BTreeSet;

use dialogue::mandate::{self, Genuine, Holder, Mandate, NAMESPACE, Presented, Salt};
use dialogue::record::advice::{self, Given, Mandates, Warning};
use dialogue::record::line::{self, Audience, Wording};
use dialogue::record::seat::{Capacity, Facts, Office};
use dialogue::record::{Act, Record};
use dialogue::{Charter, MemberId};
use ssh_key::private::{Ed25519Keypair, PrivateKey};
use ssh_key::{HashAlg, LineEnding, SshSig};

use super::hall::{CONVENER, Hall, key, member};
use super::record::{day, entered, facts, meeting, statement};

/// 2026-03-10, the day of the meeting, and a day in seconds.
const MEETING: i64 = 1_773_100_800;
const DAY: i64 = 86_400;

/// A genuine mandate of the member of side A for these acts, at these moments.
fn genuine(acts: &[mandate::Act], subjects: &[&str], from: i64, until: i64) -> Genuine {
    let text = include_str!("../mandates/vectors/mandate.txt");
    let mut draft = Mandate::read(text.as_bytes()).unwrap().terms().clone();
    draft.acts = acts.iter().copied().collect();
    draft.subjects = subjects.iter().map(|one| (*one).to_owned()).collect();
    (draft.from, draft.until) = (from, until);
    let document = draft.complete().unwrap().to_text();
    let signer = PrivateKey::from(Ed25519Keypair::from_seed(&[1; 32]));
    let signature = SshSig::sign(&signer, NAMESPACE, HashAlg::Sha512, document.as_bytes()).unwrap();
    let signature = signature.to_pem(LineEnding::LF).unwrap();
    let presented = Presented { document, signature, salt: Salt::of([5; 32]) };
    let holder = Holder { dialogue: [0xd1; 16], member: member("A"), key: key(member("A")) };
    presented.read(&holder).unwrap()
}

/// A register with one mandate, looked at long after.
fn register(holder: MemberId, mandate: &Genuine, revoked: Option<i64>) -> Mandates {
    Mandates { given: vec![Given::of(holder, mandate, revoked)], now: MEETING + 200 * DAY }
}

fn all_year(acts: &[mandate::Act]) -> Genuine {
    genuine(acts, &[], MEETING - 60 * DAY, MEETING + 300 * DAY)
}

/// A's former official and B's, at a table with a serving minister of another government.
fn talk() -> Hall {
    let mut hall = Hall::seated(Charter::default());
    let minister = Facts {
        government: Some("Government of Syldavia".to_owned()),
        ..facts(Office::Serving, Capacity::Mandated, None)
    };
    let seats = [
        ("seat A", facts(Office::Former, Capacity::Private, Some("A"))),
        ("seat B", facts(Office::Former, Capacity::Private, Some("B"))),
        ("minister", minister),
    ];
    for (name, facts) in seats {
        hall.say(CONVENER, entered(Act::Seat { seat: name.to_owned(), facts, source: None })).unwrap();
    }
    let facts = meeting(&["seat A", "seat B", "minister"], day("2026-03-10"));
    hall.say(CONVENER, entered(Act::Meeting { meeting: "M1".to_owned(), facts, source: None })).unwrap();
    hall
}

fn draft(hall: &mut Hall, name: &str, speaker: Option<&str>, commits: Option<&str>) {
    let wording = Wording {
        meeting: "M1".to_owned(),
        speaker: speaker.map(str::to_owned),
        text: "The guns would fall silent on the day of signing.".to_owned(),
        attribution: None,
        description: None,
        audiences: [Audience::Institute].into(),
        within: None,
        commits: commits.map(str::to_owned),
    };
    hall.say(CONVENER, entered(Act::Line(line::Act::Draft { line: name.to_owned(), wording }))).unwrap();
}

/// The lines that are warned of.
fn lines(record: &Record, mandates: &Mandates) -> BTreeSet<String> {
    let one = |warning: Warning| match warning {
        Warning::BeyondMandate { line, words, .. } => {
            assert!(words.contains(advice::NOT_ADVICE), "{words}");
            line
        }
        Warning::NoMandate { .. } => None,
    };
    advice::lines_beyond_mandate(record, &record.readouts, mandates).into_iter().filter_map(one).collect()
}

/// The seats that are warned of.
fn seats(record: &Record, mandates: &Mandates) -> BTreeSet<String> {
    let one = |warning: Warning| match warning {
        Warning::NoMandate { seat, .. } => Some(seat),
        Warning::BeyondMandate { .. } => None,
    };
    advice::of_book(&record.own, mandates).into_iter().filter_map(one).collect()
}

fn named(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_line_of_a_private_seat_that_commits_a_state_is_warned_of() {
    let mut hall = talk();
    draft(&mut hall, "own", Some("seat A"), Some("Arcadia"));
    draft(&mut hall, "other", Some("seat B"), Some("Borduria"));
    draft(&mut hall, "summed up", None, Some("Arcadia"));
    draft(&mut hall, "plain", Some("seat A"), None);
    draft(&mut hall, "taken back", Some("seat A"), Some("Arcadia"));
    let back = line::Act::Withdraw { line: "taken back".to_owned() };
    hall.say(CONVENER, entered(Act::Line(back))).unwrap();
    let record = &hall.state.record;
    assert_eq!(lines(record, &Mandates::default()), named(&["other", "own", "summed up"]));
    // Only a mandate to speak for the principal covers it, only its holder's lines, only while it held.
    let covered = |mandate: &Genuine, revoked| lines(record, &register(member("A"), mandate, revoked));
    let speaks = all_year(&[mandate::Act::SpeakFor]);
    assert_eq!(covered(&speaks, None), named(&["other", "summed up"]));
    let all = named(&["other", "own", "summed up"]);
    assert_eq!(covered(&all_year(&[mandate::Act::Explore, mandate::Act::Convey]), None), all);
    assert_eq!(covered(&speaks, Some(MEETING - DAY)), all, "taken back before");
    assert_eq!(covered(&speaks, Some(MEETING + DAY)), named(&["other", "summed up"]), "taken back later");
    let before = genuine(&[mandate::Act::SpeakFor], &[], MEETING - 9 * DAY, MEETING);
    assert_eq!(covered(&before, None), all, "expired as the day begins");
    let after = genuine(&[mandate::Act::SpeakFor], &[], MEETING + DAY, MEETING + 9 * DAY);
    assert_eq!(covered(&after, None), all, "begins the day after");
}

#[test]
fn only_a_mandate_that_fits_clears_a_private_seat_beside_an_office_holder() {
    let hall = talk();
    let record = &hall.state.record;
    assert_eq!(seats(record, &Mandates::default()), named(&["seat A", "seat B"]));
    let left = |mandate: &Genuine, revoked| seats(record, &register(member("A"), mandate, revoked));
    let both = named(&["seat A", "seat B"]);
    assert_eq!(left(&all_year(&[mandate::Act::Explore]), None), both, "to talk is not to deal for somebody");
    for act in [mandate::Act::Convey, mandate::Act::SpeakFor] {
        assert_eq!(left(&all_year(&[act]), None), named(&["seat B"]), "{act}");
        assert_eq!(left(&all_year(&[act]), Some(MEETING)), both, "{act}, taken back that day");
        assert_eq!(left(&genuine(&[act], &[], MEETING - 9 * DAY, MEETING), None), both, "{act}, expired");
    }
}

#[test]
fn who_serves_in_office_and_sits_there_privately_is_warned_of_too() {
    let mut hall = talk();
    let envoy = Facts {
        government: Some("Government of C".to_owned()),
        ..facts(Office::Serving, Capacity::Private, Some("C"))
    };
    hall.say(CONVENER, entered(Act::Seat { seat: "seat C".to_owned(), facts: envoy, source: None })).unwrap();
    let facts = meeting(&["seat C", "minister"], day("2026-03-10"));
    hall.say(CONVENER, entered(Act::Meeting { meeting: "M1".to_owned(), facts, source: None })).unwrap();
    draft(&mut hall, "words", Some("seat C"), Some("C"));
    let record = &hall.state.record;
    assert_eq!(seats(record, &Mandates::default()), named(&["seat C"]));
    assert_eq!(lines(record, &Mandates::default()), named(&["words"]));
}

#[test]
fn a_statement_of_an_own_seat_is_held_against_its_mandates_and_their_subjects() {
    let mut hall = talk();
    let said = |issue: Option<&str>| {
        let (seat, commits, issue) = (Some("seat A".to_owned()), Some("Arcadia".to_owned()), issue.map(str::to_owned));
        let statement = dialogue::record::Statement {
            seat,
            commits,
            issue,
            day: day("2026-03-10"),
            ..statement(dialogue::record::statement::Kind::Account)
        };
        entered(Act::Statement { name: "S".to_owned(), statement })
    };
    let grain = genuine(&[mandate::Act::SpeakFor], &["G"], MEETING - DAY, MEETING + 9 * DAY);
    for (issue, warned) in [(Some("G"), 0), (Some("T"), 1), (None, 0)] {
        hall.say(CONVENER, said(issue)).unwrap();
        let mandates = register(member("A"), &grain, None);
        assert_eq!(advice::beyond_mandate(&hall.state.record, &mandates).len(), warned, "{issue:?}");
        assert_eq!(advice::beyond_mandate(&hall.state.record, &Mandates::default()).len(), 1);
    }
}
