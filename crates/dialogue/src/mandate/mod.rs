//! Mandates: a principal says in writing, and signs with its own SSH key, what an envoy may do in one dialogue.
//!
//! The document is plain text with one canonical form, so that an official reads exactly the bytes that are signed
//! (`docs/MANDATES.md`). It is signed outside, by `ssh-keygen -Y sign -n mandate@backchannel`, and checked here in
//! states that are types: bytes → [`Signed`] (somebody's key truly signed this text) → [`Genuine`] (for this envoy, in
//! this dialogue, by the principal expected) → [`Verified`] (holds at this moment). Nothing here signs, reads a clock
//! or is random, and nothing here is legal advice.
mod armor;
mod document;
mod envoy;
mod error;
mod known;
mod moment;
mod read;
mod register;
mod revocation;
mod scope;
mod signature;
mod text;
mod verify;

pub use document::{Counsel, Digest, Draft, MOST_CONDITIONS, MOST_DOCUMENT_BYTES, MOST_SUBJECTS, Mandate};
pub use envoy::{Envoy, Salt};
pub use error::Error;
pub use known::Known;
pub use register::{Held, Holder, MOST_HELD, MOST_UNMATCHED, Presented, Register, Revoked};
pub use revocation::{GenuineRevocation, Revocation, SignedRevocation};
pub use scope::{Act, Uncovered};
pub use signature::{MOST_SIGNATURE_BYTES, NAMESPACE, PrincipalKey};
pub use verify::{Context, Genuine, Presentation, Signed, Status, Verified, verify};
