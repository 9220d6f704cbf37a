//! A principal's desk for tests: an invented ministry with a key, the envoy it sends, and frozen signatures that
//! OpenSSH made.
use std::collections::BTreeSet;

use dialogue::mandate::{
    Act, Context, Counsel, Draft, Envoy, Error, Holder, Mandate, NAMESPACE, Presentation, Presented, Revocation,
    Revoked, Salt, Verified, verify,
};
use dialogue::{Arrival, MemberId};
use ssh_key::private::{Ed25519Keypair, PrivateKey};
use ssh_key::{HashAlg, LineEnding, SshSig};

pub(crate) const DIALOGUE: [u8; 16] = [0xd1; 16];
pub(crate) const ENVOY: [u8; 32] = [0x41; 32];
/// 2026-05-01 and 2026-08-01, midnight in UTC.
pub(crate) const FROM: i64 = 1_777_593_600;
pub(crate) const UNTIL: i64 = 1_785_542_400;
pub(crate) const DURING: i64 = FROM + 1_000_000;

/// Files that `ssh-keygen` (OpenSSH 9.2) made over `vectors/mandate.txt`: kind of key, signature, public key. The last
/// was put together from a signature of OpenSSL, for want of a hardware token; OpenSSH calls it good.
pub(crate) const VECTORS: [(&str, &str, &str); 5] = [
    ("ed25519", include_str!("vectors/ed25519.sig"), include_str!("vectors/ed25519.pub")),
    ("ecdsa-256", include_str!("vectors/ecdsa-256.sig"), include_str!("vectors/ecdsa-256.pub")),
    ("ecdsa-384", include_str!("vectors/ecdsa-384.sig"), include_str!("vectors/ecdsa-384.pub")),
    ("rsa-3072", include_str!("vectors/rsa-3072.sig"), include_str!("vectors/rsa-3072.pub")),
    ("sk-ecdsa-256", include_str!("vectors/sk-ecdsa-256.sig"), include_str!("vectors/sk-ecdsa-256.pub")),
];
pub(crate) const FROZEN: &str = include_str!("vectors/mandate.txt");
/// What the ministry with the Ed25519 key signed to take it back.
pub(crate) const FROZEN_REVOCATION: (&str, &str) =
    (include_str!("vectors/revocation.txt"), include_str!("vectors/revocation.sig"));

pub(crate) fn salt() -> Salt {
    Salt::of([5; 32])
}

pub(crate) fn holder() -> Holder {
    Holder { dialogue: DIALOGUE, member: MemberId([7; 16]), key: ENVOY }
}

pub(crate) fn arrival(sequence: u64, author: u8) -> Arrival {
    Arrival { sequence, author: MemberId([author; 16]) }
}

pub(crate) fn draft() -> Draft {
    Draft {
        principal: "Ministry of External Relations of Arcadia (an exercise)".to_owned(),
        envoy: Envoy::of(&ENVOY, &salt()),
        dialogue: DIALOGUE,
        acts: BTreeSet::from([Act::Explore, Act::Convey]),
        subjects: ["debris", "launches"].map(str::to_owned).into(),
        from: FROM,
        until: UNTIL,
        conditions: vec!["No word on dates before the consultations in June.".to_owned()],
        counsel: Some(Counsel {
            name: "Legal Directorate, Dr E. Example".to_owned(),
            day: "2026-04-28".to_owned(),
            reference: Some("LD/2026/17".to_owned()),
        }),
    }
}

pub(crate) fn mandate() -> Mandate {
    draft().complete().unwrap()
}

/// A ministry's key, made from a number.
pub(crate) fn key(number: u8) -> PrivateKey {
    PrivateKey::from(Ed25519Keypair::from_seed(&[number; 32]))
}

pub(crate) fn sign(key: &PrivateKey, namespace: &str, document: &str) -> String {
    let signature = SshSig::sign(key, namespace, HashAlg::Sha512, document.as_bytes()).unwrap();
    signature.to_pem(LineEnding::LF).unwrap()
}

pub(crate) fn presented_by(key: &PrivateKey, mandate: &Mandate, salt: Salt) -> Presented {
    let document = mandate.to_text();
    Presented { signature: sign(key, NAMESPACE, &document), document, salt }
}

pub(crate) fn revoked_by(key: &PrivateKey, mandate: &Mandate, at: i64) -> Revoked {
    let document = Revocation::of(mandate, at, Some("The envoy was recalled.".to_owned())).unwrap().to_text();
    Revoked { signature: sign(key, NAMESPACE, &document), document }
}

/// The check of the frozen envoy's mandate at a moment.
pub(crate) fn check_at(document: &str, signature: &str, now: i64, revocations: &[Revoked]) -> Result<Verified, Error> {
    check_bytes(document.as_bytes(), signature.as_bytes(), now, revocations)
}

pub(crate) fn check_bytes(
    document: &[u8],
    signature: &[u8],
    now: i64,
    revocations: &[Revoked],
) -> Result<Verified, Error> {
    let salt = salt();
    let presentation = Presentation { dialogue: DIALOGUE, envoy_key: ENVOY, salt: &salt, expected: None };
    verify(document, signature, &Context { presentation, now, revocations })
}
