//! Taking a mandate back: only the key that gave it can.
use dialogue::mandate::{
    Error, Mandate, NAMESPACE, Presentation, Revocation, Revoked, Signed, SignedRevocation, Status,
};
use ssh_key::private::PrivateKey;

use super::desk::{
    DIALOGUE, DURING, ENVOY, FROM, FROZEN, FROZEN_REVOCATION, UNTIL, VECTORS, check_at, draft, key, mandate,
    revoked_by, salt, sign,
};

fn given_by(key: &PrivateKey, mandate: &Mandate) -> (String, String) {
    let document = mandate.to_text();
    let signature = sign(key, NAMESPACE, &document);
    (document, signature)
}

#[test]
fn what_openssh_revoked_is_revoked() {
    let (document, signature) = FROZEN_REVOCATION;
    let revoked = Revoked { document: document.to_owned(), signature: signature.to_owned() };
    let at = revoked.read().unwrap().revocation().at();
    assert!(check_at(FROZEN, VECTORS[0].1, at - 1, std::slice::from_ref(&revoked)).is_ok());
    for now in [at, at + 1, UNTIL - 1, UNTIL, UNTIL + 1] {
        let error = check_at(FROZEN, VECTORS[0].1, now, std::slice::from_ref(&revoked)).unwrap_err();
        let message = "revoked by the principal from 2026-06-15T12:00:00Z on: The envoy was recalled.";
        assert_eq!(error.to_string(), message);
    }
    // The same text signed by three other keys' owners takes back nothing of theirs without their signatures.
    for (kind, mandate_signature, _) in &VECTORS[1..] {
        assert!(check_at(FROZEN, mandate_signature, at, std::slice::from_ref(&revoked)).is_ok(), "{kind}");
    }
}

#[test]
fn a_revocation_by_another_key_is_refused() {
    let (document, signature) = given_by(&key(1), &mandate());
    let stranger = revoked_by(&key(2), &mandate(), DURING);
    assert!(check_at(&document, &signature, DURING, std::slice::from_ref(&stranger)).is_ok());
    let salt = salt();
    let to = Presentation { dialogue: DIALOGUE, envoy_key: ENVOY, salt: &salt, expected: None };
    let genuine = Signed::read(document.as_bytes(), signature.as_bytes()).unwrap().presented(&to).unwrap();
    let error = stranger.read().unwrap().against(&genuine).unwrap_err();
    let (expected, found) = (genuine.key().fingerprint(), stranger.read().unwrap().key().fingerprint());
    assert_eq!(error, Error::RevokedByAnother { expected, found });

    // Nor does the stranger's text count with the principal's signature of another revocation under it.
    let own = revoked_by(&key(1), &mandate(), DURING + 1);
    let mixed = SignedRevocation::read(stranger.document.as_bytes(), own.signature.as_bytes());
    assert_eq!(mixed.unwrap_err(), Error::SignatureFalse);
    assert!(own.read().unwrap().against(&genuine).is_ok());
}

#[test]
fn a_revocation_of_another_mandate_is_refused() {
    let (document, signature) = given_by(&key(1), &mandate());
    let mut other = draft();
    other.until += 1;
    let other = other.complete().unwrap();
    let revoked = revoked_by(&key(1), &other, DURING);
    assert!(check_at(&document, &signature, DURING, std::slice::from_ref(&revoked)).is_ok());
    let salt = salt();
    let to = Presentation { dialogue: DIALOGUE, envoy_key: ENVOY, salt: &salt, expected: None };
    let genuine = Signed::read(document.as_bytes(), signature.as_bytes()).unwrap().presented(&to).unwrap();
    let error = revoked.read().unwrap().against(&genuine).unwrap_err();
    assert_eq!(error, Error::RevokesAnother { expected: mandate().digest(), found: other.digest() });
}

#[test]
fn a_revocation_signed_for_another_purpose_is_refused() {
    let document = Revocation::of(&mandate(), DURING, None).unwrap().to_text();
    let error = SignedRevocation::read(document.as_bytes(), sign(&key(1), "file", &document).as_bytes()).unwrap_err();
    assert_eq!(error, Error::Namespace { found: "file".to_owned() });
}

#[test]
fn of_several_revocations_the_earliest_in_effect_counts() {
    let (document, signature) = given_by(&key(1), &mandate());
    let revocations = [revoked_by(&key(1), &mandate(), DURING + 5), revoked_by(&key(1), &mandate(), DURING)];
    assert!(check_at(&document, &signature, DURING - 1, &revocations).is_ok());
    for now in [DURING, DURING + 9] {
        let error = check_at(&document, &signature, now, &revocations).unwrap_err();
        assert!(matches!(error, Error::Revoked { at: DURING, .. }), "{error}");
    }
}

#[test]
fn a_mandate_can_be_taken_back_before_it_begins_and_not_after_its_end() {
    let (document, signature) = given_by(&key(1), &mandate());
    let early = revoked_by(&key(1), &mandate(), FROM - 10);
    let error = check_at(&document, &signature, FROM - 10, std::slice::from_ref(&early)).unwrap_err();
    assert!(matches!(error, Error::Revoked { .. }));
    assert!(Revocation::of(&mandate(), UNTIL - 1, None).is_ok());
    for (at, reason) in [(UNTIL, None), (-1, None), (DURING, Some("two\nlines".to_owned()))] {
        assert!(matches!(Revocation::of(&mandate(), at, reason), Err(Error::Draft { .. })));
    }
    let salt = salt();
    let to = Presentation { dialogue: DIALOGUE, envoy_key: ENVOY, salt: &salt, expected: None };
    let genuine = Signed::read(document.as_bytes(), signature.as_bytes()).unwrap().presented(&to).unwrap();
    let revocation = early.read().unwrap().against(&genuine).unwrap();
    assert!(matches!(genuine.status(FROM - 11, std::slice::from_ref(&revocation)), Status::NotYet { wait: 11 }));
}
