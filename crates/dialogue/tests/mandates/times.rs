//! Dialogue, envoy, principal and clock: each refusal has a message of its own.
use std::collections::BTreeSet;

use dialogue::mandate::{Context, Error, NAMESPACE, Presentation, PrincipalKey, Salt, Signed, Status, verify};

use super::desk::{
    DIALOGUE, DURING, ENVOY, FROM, FROZEN, UNTIL, VECTORS, check_at, key, mandate, revoked_by, salt, sign,
};

fn presented(dialogue: [u8; 16], envoy_key: [u8; 32], salt: &Salt, expected: Option<&PrincipalKey>) -> Error {
    let presentation = Presentation { dialogue, envoy_key, salt, expected };
    let context = Context { presentation, now: DURING, revocations: &[] };
    verify(FROZEN.as_bytes(), VECTORS[0].1.as_bytes(), &context).unwrap_err()
}

#[test]
fn it_holds_from_its_first_second_until_just_before_its_last() {
    let (_, signature, _) = VECTORS[0];
    let at = |now| check_at(FROZEN, signature, now, &[]);
    assert_eq!(at(FROM - 1).unwrap_err(), Error::NotYet { from: FROM, now: FROM - 1 });
    assert_eq!(at(FROM).unwrap().left(), UNTIL.abs_diff(FROM));
    assert_eq!(at(UNTIL - 1).unwrap().left(), 1);
    assert_eq!(at(UNTIL).unwrap_err(), Error::Expired { until: UNTIL, now: UNTIL });
    assert_eq!(at(UNTIL + 1).unwrap_err(), Error::Expired { until: UNTIL, now: UNTIL + 1 });
    assert!(matches!(at(i64::MIN).unwrap_err(), Error::NotYet { .. }));
    assert!(matches!(at(i64::MAX).unwrap_err(), Error::Expired { .. }));
    let late = at(UNTIL).unwrap_err().to_string();
    assert_eq!(late, "expired: valid until just before 2026-08-01T00:00:00Z; it is 2026-08-01T00:00:00Z now");
    let early = at(FROM - 1).unwrap_err().to_string();
    assert_eq!(early, "not valid before 2026-05-01T00:00:00Z; it is 2026-04-30T23:59:59Z now");
}

#[test]
fn a_clock_beside_it_tells_what_is_left() {
    let salt = salt();
    let to = Presentation { dialogue: DIALOGUE, envoy_key: ENVOY, salt: &salt, expected: None };
    let signed = Signed::read(FROZEN.as_bytes(), VECTORS[0].1.as_bytes()).unwrap();
    let genuine = signed.presented(&to).unwrap();
    assert_eq!(genuine.status(FROM - 2, &[]), Status::NotYet { wait: 2 });
    assert_eq!(genuine.status(UNTIL - 60, &[]), Status::Holds { left: 60 });
    assert_eq!(genuine.status(UNTIL, &[]), Status::Expired { since: 0 });
    assert_eq!(genuine.status(UNTIL + 9, &[]), Status::Expired { since: 9 });
}

#[test]
fn another_dialogue_envoy_salt_or_principal_is_refused() {
    let fifth = PrincipalKey::from_openssh(&key(5).public_key().to_openssh().unwrap()).unwrap();
    let ministry = PrincipalKey::from_openssh(VECTORS[0].2).unwrap();
    for bit in 0..128 {
        let mut other = DIALOGUE;
        other[bit / 8] ^= 1 << (bit % 8);
        assert!(matches!(presented(other, ENVOY, &salt(), None), Error::AnotherDialogue { .. }));
    }
    for bit in 0..256 {
        let flipped = |mut bytes: [u8; 32]| {
            bytes[bit / 8] ^= 1 << (bit % 8);
            bytes
        };
        assert_eq!(presented(DIALOGUE, flipped(ENVOY), &salt(), None), Error::AnotherEnvoy);
        assert_eq!(presented(DIALOGUE, ENVOY, &Salt::of(flipped(*salt().bytes())), None), Error::AnotherEnvoy);
    }
    let expected = Error::AnotherPrincipal { expected: fifth.fingerprint(), found: ministry.fingerprint() };
    assert_eq!(presented(DIALOGUE, ENVOY, &salt(), Some(&fifth)), expected);
    let salt = salt();
    let presentation = Presentation { dialogue: DIALOGUE, envoy_key: ENVOY, salt: &salt, expected: Some(&ministry) };
    let context = Context { presentation, now: DURING, revocations: &[] };
    assert!(verify(FROZEN.as_bytes(), VECTORS[0].1.as_bytes(), &context).is_ok());
}

#[test]
fn the_salt_is_not_shown_by_accident() {
    assert_eq!(format!("{:?}", salt()), "Salt(…)");
    assert!(!FROZEN.contains(&dialogue::id::hex(&ENVOY)) && !FROZEN.contains(&dialogue::id::hex(salt().bytes())));
}

#[test]
fn each_cause_has_a_message_of_its_own() {
    let (signature, ministry) = (VECTORS[0].1, key(1));
    let document = mandate().to_text();
    let good = sign(&ministry, NAMESPACE, &document);
    let fifth = PrincipalKey::from_openssh(&key(5).public_key().to_openssh().unwrap()).unwrap();
    let messages = [
        check_at("", signature, DURING, &[]).unwrap_err(),
        check_at(&FROZEN.replace("from: ", "from:"), signature, DURING, &[]).unwrap_err(),
        check_at(FROZEN, "", DURING, &[]).unwrap_err(),
        check_at(FROZEN, &sign(&ministry, "file", FROZEN), DURING, &[]).unwrap_err(),
        check_at(&FROZEN.replace("June", "July"), signature, DURING, &[]).unwrap_err(),
        presented([0; 16], ENVOY, &salt(), None),
        presented(DIALOGUE, [0; 32], &salt(), None),
        presented(DIALOGUE, ENVOY, &salt(), Some(&fifth)),
        check_at(FROZEN, signature, FROM - 1, &[]).unwrap_err(),
        check_at(FROZEN, signature, UNTIL, &[]).unwrap_err(),
        check_at(&document, &good, DURING, &[revoked_by(&ministry, &mandate(), DURING)]).unwrap_err(),
    ];
    let kinds: BTreeSet<String> =
        messages.iter().map(|error| format!("{error:?}").chars().take(15).collect()).collect();
    let beginnings: BTreeSet<String> =
        messages.iter().map(|error| error.to_string().chars().take(16).collect()).collect();
    assert_eq!((kinds.len(), beginnings.len()), (messages.len(), messages.len()), "{messages:#?}");
}
