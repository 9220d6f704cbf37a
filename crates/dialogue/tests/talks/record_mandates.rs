//! What the state knows of mandates: newcomers know what was taken back before they came.
use dialogue::mandate::{Error, MOST_HELD, MOST_UNMATCHED, Mandate, NAMESPACE, Presented, Revocation, Revoked, Salt};
use dialogue::record::{Act, MOST_RECORD_BYTES};
use dialogue::{Body, Charter, Event, MemberId, Refusal, Room, State};
use ssh_key::private::{Ed25519Keypair, PrivateKey};
use ssh_key::{HashAlg, LineEnding, SshSig};

use super::hall::{CONVENER, Hall, member};
use super::record::entered;

/// A ministry's mandate for whoever has the key of member A, with OpenSSH's signature, and what takes it back.
const MANDATE: (&str, &str) =
    (include_str!("../mandates/vectors/mandate.txt"), include_str!("../mandates/vectors/ed25519.sig"));
const REVOCATION: (&str, &str) =
    (include_str!("../mandates/vectors/revocation.txt"), include_str!("../mandates/vectors/revocation.sig"));
/// From when on it is taken back: 2026-06-15, noon in UTC.
const AT: i64 = 1_781_524_800;

pub(crate) fn presented() -> Presented {
    let (document, signature) = MANDATE;
    Presented { document: document.to_owned(), signature: signature.to_owned(), salt: Salt::of([5; 32]) }
}

pub(crate) fn revoked() -> Revoked {
    let (document, signature) = REVOCATION;
    Revoked { document: document.to_owned(), signature: signature.to_owned() }
}

fn sign(number: u8, document: &str) -> String {
    let key = PrivateKey::from(Ed25519Keypair::from_seed(&[number; 32]));
    SshSig::sign(&key, NAMESPACE, HashAlg::Sha512, document.as_bytes()).unwrap().to_pem(LineEnding::LF).unwrap()
}

/// What somebody with another key signs against the same mandate, or against one that ends later.
fn revoked_by(number: u8, later: i64) -> Revoked {
    let mut draft = Mandate::read(MANDATE.0.as_bytes()).unwrap().terms().clone();
    draft.until += later;
    let document = Revocation::of(&draft.complete().unwrap(), AT, None).unwrap().to_text();
    Revoked { signature: sign(number, &document), document }
}

/// Another mandate of the same envoy, by another ministry.
fn another(later: i64) -> Presented {
    let mut draft = Mandate::read(MANDATE.0.as_bytes()).unwrap().terms().clone();
    draft.until += later;
    let document = draft.complete().unwrap().to_text();
    Presented { signature: sign(1, &document), document, salt: Salt::of([5; 32]) }
}

/// An act at a second since 1970, by its author's clock.
fn enter(hall: &mut Hall, author: MemberId, at: i64, act: Act) -> Result<(), Refusal> {
    let number = hall.event(author, Body::Left {}).number;
    hall.put(author, &Event::new(number, at, entered(act)))
}

#[test]
fn a_newcomer_knows_that_a_mandate_was_taken_back() {
    let mut hall = Hall::seated(Charter::default());
    let untouched = hall.state.clone();
    enter(&mut hall, member("A"), AT - 50, Act::MandatePresented(presented())).unwrap();
    enter(&mut hall, CONVENER, AT - 40, Act::MandateRevoked(revoked())).unwrap();
    // What a newcomer is introduced with.
    let mut newcomer = State::from_bytes(&hall.state.to_bytes().unwrap()).unwrap();
    assert_eq!(newcomer, hall.state);
    assert_eq!(newcomer.record.mandates.revoked().map(|(_, one)| one.clone()).collect::<Vec<_>>(), [revoked()]);
    let again = |state: &State, at: i64, room: &Room| {
        let event = Event::new(1_000, at, entered(Act::MandatePresented(presented())));
        match room {
            Room::Plenary => state.admits(member("A"), &event),
            room => state.hears(room, member("A"), &event),
        }
    };
    for state in [&hall.state, &newcomer] {
        for room in [Room::Plenary, Room::Caucus("A".to_owned())] {
            let refused = again(state, AT, &room).unwrap_err();
            assert!(matches!(refused, Refusal::Mandate(Error::Revoked { at: AT, .. })), "{refused}");
            assert!(refused.to_string().contains("revoked by the principal"), "{refused}");
            // It takes effect later: until then others who come may be shown it.
            again(state, AT - 1, &room).unwrap();
        }
        assert!(again(&untouched, AT, &Room::Plenary).is_ok(), "who knows nothing refuses nothing");
    }
    // An older state has none of it, and is written as it was.
    let text = String::from_utf8(untouched.to_bytes().unwrap()).unwrap();
    assert!(!text.contains("mandates"), "{text}");
    assert_eq!(State::from_bytes(text.as_bytes()).unwrap(), untouched);
    // A state is held against others' states: one that leaves it out is another.
    newcomer.record.mandates = untouched.record.mandates;
    assert_ne!(newcomer.digest().unwrap(), hall.state.digest().unwrap());
}

#[test]
fn a_revocation_counts_by_its_key_whether_it_comes_before_or_after() {
    let mut hall = Hall::seated(Charter::default());
    let refused = |done: Result<(), Refusal>| match done.unwrap_err() {
        Refusal::Mandate(error) => error,
        other => unreachable!("{other}"),
    };
    // Sent ahead by two; once the mandate is here, a stranger's counts for nothing.
    enter(&mut hall, member("C"), AT - 90, Act::MandateRevoked(revoked_by(7, 0))).unwrap();
    enter(&mut hall, member("B"), AT - 80, Act::MandateRevoked(revoked())).unwrap();
    let theirs = enter(&mut hall, member("B"), AT - 70, Act::MandatePresented(presented()));
    assert_eq!(refused(theirs), Error::AnotherEnvoy);
    assert_eq!(hall.state.record.mandates.revoked().count(), 2, "what is refused changes nothing");
    enter(&mut hall, member("A"), AT - 60, Act::MandatePresented(presented())).unwrap();
    assert_eq!(hall.state.record.mandates.revoked().map(|(_, one)| one.clone()).collect::<Vec<_>>(), [revoked()]);
    let stranger = enter(&mut hall, member("C"), AT, Act::MandateRevoked(revoked_by(7, 0)));
    assert!(matches!(refused(stranger), Error::RevokedByAnother { .. }));
    let twice = enter(&mut hall, member("C"), AT, Act::MandateRevoked(revoked()));
    assert_eq!(refused(twice), Error::RevokedAlready { at: AT });
    let late = enter(&mut hall, member("A"), AT, Act::MandatePresented(presented()));
    assert!(matches!(refused(late), Error::Revoked { .. }));
}

#[test]
fn what_is_known_of_mandates_is_bounded() {
    let mut hall = Hall::seated(Charter::default());
    let held = i64::try_from(MOST_HELD).unwrap();
    for later in 1..=held {
        enter(&mut hall, member("A"), AT, Act::MandatePresented(another(later))).unwrap();
    }
    let more = enter(&mut hall, member("A"), AT, Act::MandatePresented(another(held + 1)));
    assert_eq!(more, Err(Refusal::Mandate(Error::TooMany { what: "mandates", most: MOST_HELD })));
    // Presented once more to those who came later: nothing is added.
    let before = hall.state.record.mandates.clone();
    enter(&mut hall, member("A"), AT, Act::MandatePresented(another(1))).unwrap();
    assert_eq!(hall.state.record.mandates, before);
    let ahead = i64::try_from(MOST_UNMATCHED).unwrap();
    for later in 1..=ahead {
        enter(&mut hall, member("B"), AT, Act::MandateRevoked(revoked_by(7, 100 + later))).unwrap();
    }
    let more = enter(&mut hall, member("B"), AT, Act::MandateRevoked(revoked_by(7, 100)));
    assert!(matches!(more, Err(Refusal::Mandate(Error::TooMany { most: MOST_UNMATCHED, .. }))));
    // One that is here finds room all the same.
    enter(&mut hall, member("B"), AT, Act::MandateRevoked(revoked_by(1, 1))).unwrap();
    let bytes = serde_json::to_vec(&hall.state.record.mandates).unwrap().len() as u64;
    assert!(bytes < hall.state.record.bytes && bytes < MOST_RECORD_BYTES, "{bytes} of {}", hall.state.record.bytes);
}
