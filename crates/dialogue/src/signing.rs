//! What members sign beside the group's own messages, and how it is checked: one form for all purposes.
use ed25519_dalek::{Signature, VerifyingKey};

/// Begins everything that is signed for a purpose. What MLS signs begins with a length in one of the forms 00, 01 and
/// 10 (RFC 9420, sections 2.1.2 and 5.1.2), never with the bits 11: neither can be passed off as the other.
const PREFIX: &[u8] = b"\xffbackchannel signature 1";

/// The bytes that are signed for one purpose.
#[must_use]
pub fn message(purpose: &str, bytes: &[u8]) -> Vec<u8> {
    let length = (purpose.len() as u64).to_le_bytes();
    [PREFIX, &length, purpose.as_bytes(), bytes].concat()
}

/// Whether `signature` was made by the holder of `public` (Ed25519, strict) over these bytes for this purpose.
#[must_use]
pub fn verify(public: &[u8; 32], purpose: &str, bytes: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public)
        .is_ok_and(|key| key.verify_strict(&message(purpose, bytes), &Signature::from_bytes(signature)).is_ok())
}
