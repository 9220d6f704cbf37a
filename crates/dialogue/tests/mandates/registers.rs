//! The register of a room: who presented what, and what of it holds.
use dialogue::mandate::{
    Act, Envoy, Error, Holder, MOST_HELD, MOST_UNMATCHED, Mandate, Presented, Register, Salt, Status,
};
use dialogue::{Arrival, MemberId};

use super::desk::{DURING, ENVOY, UNTIL, arrival, draft, holder, key, mandate, presented_by, revoked_by, salt};

/// The envoy's mandate with another ending, so that it is another mandate.
fn another(number: i64) -> Mandate {
    let mut draft = draft();
    draft.until += number;
    draft.complete().unwrap()
}

fn statuses(register: &Register, now: i64) -> Vec<Status> {
    register.held(&holder(), now).into_iter().map(|held| held.unwrap().status).collect()
}

#[test]
fn a_mandate_is_presented_and_covers_what_it_says_while_it_holds() {
    let mut register = Register::default();
    assert!(register.is_empty());
    register.present(3, &holder(), &presented_by(&key(1), &mandate(), salt())).unwrap();
    assert_eq!(register.holders().collect::<Vec<_>>(), [holder().member]);
    let covering = |now, act, subject| register.covering(&holder(), now, act, subject).len();
    assert_eq!(covering(DURING, Act::Convey, Some("debris")), 1);
    assert_eq!(covering(DURING, Act::SpeakFor, Some("debris")), 0);
    assert_eq!(covering(DURING, Act::Convey, Some("orbits")), 0);
    assert_eq!(covering(UNTIL, Act::Convey, Some("debris")), 0);
    assert_eq!(statuses(&register, UNTIL - 3), [Status::Holds { left: 3 }]);
    assert_eq!(register.held(&holder(), DURING)[0].as_ref().unwrap().sequence, 3);
}

#[test]
fn another_members_mandate_cannot_be_presented() {
    let mut register = Register::default();
    let presented = presented_by(&key(1), &mandate(), salt());
    let thief = Holder { member: MemberId([8; 16]), key: [0x42; 32], ..holder() };
    assert_eq!(register.present(1, &thief, &presented), Err(Error::AnotherEnvoy));
    let elsewhere = Holder { dialogue: [0; 16], ..holder() };
    assert!(matches!(register.present(1, &elsewhere, &presented), Err(Error::AnotherDialogue { .. })));
    let mut altered = presented.clone();
    altered.document = altered.document.replace("June", "July");
    assert_eq!(register.present(1, &holder(), &altered), Err(Error::SignatureFalse));
    assert_eq!(register, Register::default(), "what is refused changes nothing");
    register.present(1, &holder(), &presented).unwrap();
    assert_eq!(register.present(2, &holder(), &presented), Err(Error::Repeated));
}

#[test]
fn a_revocation_counts_whoever_passes_it_on_and_before_the_mandate_too() {
    let (presented, revoked) = (presented_by(&key(1), &mandate(), salt()), revoked_by(&key(1), &mandate(), DURING));
    let mut after = Register::default();
    after.present(1, &holder(), &presented).unwrap();
    after.revoke(arrival(2, 9), &revoked).unwrap();
    let mut before = Register::default();
    before.revoke(arrival(1, 9), &revoked).unwrap();
    before.present(2, &holder(), &presented).unwrap();
    for register in [&after, &before] {
        assert!(matches!(statuses(register, DURING - 1)[..], [Status::Holds { .. }]));
        assert!(matches!(statuses(register, DURING)[..], [Status::Revoked { at: DURING, .. }]));
        assert!(register.covering(&holder(), DURING, Act::Convey, Some("debris")).is_empty());
    }
    // Later ones add nothing; one that takes effect earlier takes its place.
    assert_eq!(after.revoke(arrival(3, 9), &revoked), Err(Error::RevokedAlready { at: DURING }));
    let later = revoked_by(&key(1), &mandate(), DURING + 1);
    assert_eq!(after.revoke(arrival(3, 9), &later), Err(Error::RevokedAlready { at: DURING }));
    after.revoke(arrival(4, 9), &revoked_by(&key(1), &mandate(), DURING - 7)).unwrap();
    assert!(matches!(statuses(&after, DURING)[..], [Status::Revoked { at, .. }] if at == DURING - 7));
}

#[test]
fn a_strangers_revocation_counts_for_nothing() {
    let presented = presented_by(&key(1), &mandate(), salt());
    let strangers = revoked_by(&key(2), &mandate(), DURING);
    let mut register = Register::default();
    register.revoke(arrival(1, 9), &strangers).unwrap();
    register.present(2, &holder(), &presented).unwrap();
    assert!(matches!(statuses(&register, DURING)[..], [Status::Holds { .. }]));
    let refused = register.revoke(arrival(3, 9), &strangers);
    assert!(matches!(refused, Err(Error::RevokedByAnother { .. })), "{refused:?}");
    // The principal's own is not kept out by it.
    register.revoke(arrival(4, 9), &revoked_by(&key(1), &mandate(), DURING)).unwrap();
    assert!(matches!(statuses(&register, DURING)[..], [Status::Revoked { .. }]));
}

#[test]
fn no_member_fills_the_register() {
    let mut register = Register::default();
    for number in 0..i64::try_from(MOST_HELD).unwrap() {
        register.present(1, &holder(), &presented_by(&key(1), &another(number), salt())).unwrap();
    }
    let one_more = register.present(1, &holder(), &presented_by(&key(1), &another(99), salt()));
    assert_eq!(one_more, Err(Error::TooMany { what: "mandates", most: MOST_HELD }));
    // Revocations of what is here are not counted; those of what is not here are, by who sent them.
    for number in 0..i64::try_from(MOST_HELD).unwrap() {
        register.revoke(arrival(2, 9), &revoked_by(&key(1), &another(number), DURING)).unwrap();
    }
    for number in 0..MOST_UNMATCHED {
        let of = another(1_000 + i64::try_from(number).unwrap());
        register.revoke(arrival(3, 9), &revoked_by(&key(3), &of, DURING)).unwrap();
    }
    let of = another(5_000);
    let refused = register.revoke(arrival(4, 9), &revoked_by(&key(3), &of, DURING));
    assert!(matches!(refused, Err(Error::TooMany { most: MOST_UNMATCHED, .. })), "{refused:?}");
    register.revoke(arrival(5, 10), &revoked_by(&key(3), &of, DURING)).unwrap();
}

#[test]
fn a_register_that_was_altered_on_the_way_is_noticed() {
    let mut register = Register::default();
    register.present(1, &holder(), &presented_by(&key(1), &mandate(), salt())).unwrap();
    register
        .revoke(Arrival { sequence: 2, author: MemberId([9; 16]) }, &revoked_by(&key(1), &mandate(), DURING))
        .unwrap();
    let bytes = serde_json::to_string(&register).unwrap();
    assert_eq!(serde_json::from_str::<Register>(&bytes).unwrap(), register);
    let altered: Register = serde_json::from_str(&bytes.replace("scope: convey", "scope: speak-for")).unwrap();
    assert!(altered.held(&holder(), DURING)[0].is_err());
    assert!(altered.covering(&holder(), DURING, Act::SpeakFor, Some("debris")).is_empty());
}

#[test]
fn events_travel_as_text() {
    let presented = presented_by(&key(1), &mandate(), salt());
    let json = serde_json::to_string(&presented).unwrap();
    assert!(json.contains(r#""salt":"0505"#), "{json}");
    assert_eq!(serde_json::from_str::<Presented>(&json).unwrap(), presented);
    assert_eq!(mandate().terms().envoy, Envoy::of(&ENVOY, &Salt::of([5; 32])));
}
