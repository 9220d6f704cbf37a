//! Why a mandate or a revocation is refused: one cause, one message.
use super::document::Digest;
use super::moment::shown;

/// Why a mandate or a revocation is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The document is no text of this kind at all.
    #[error("this cannot be read as a {what}: {why}")]
    Unreadable {
        /// `mandate` or `revocation`.
        what: &'static str,
        /// Why.
        why: String,
    },
    /// The text departs from the one form it may have.
    #[error("line {line} of the {what}: expected {expected}, found {found}")]
    NotCanonical {
        /// `mandate` or `revocation`.
        what: &'static str,
        /// Counted from 1.
        line: usize,
        /// What should stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A draft cannot become a document.
    #[error("the draft cannot be used: {field} {problem}")]
    Draft {
        /// Which field.
        field: &'static str,
        /// What is wrong, as the rest of a sentence.
        problem: String,
    },
    /// The signature file cannot be read.
    #[error("the signature cannot be read: {0}; expected the file that `ssh-keygen -Y sign` wrote, unchanged")]
    SignatureUnreadable(String),
    /// Signed for another purpose.
    #[error(
        "signed under the namespace `{found}`; a mandate and its revocation are signed under `mandate@backchannel`"
    )]
    Namespace {
        /// The namespace of the signature.
        found: String,
    },
    /// A kind of key that is not accepted.
    #[error(
        "keys of the kind `{found}` are not accepted; use Ed25519, ECDSA on P-256 or P-384, or RSA of 3072 to 4096 bits"
    )]
    KeyKind {
        /// What the key calls itself.
        found: String,
    },
    /// An RSA key of a size that is not accepted.
    #[error("the principal's RSA key has {bits} bits; 3072 to 4096 are accepted")]
    RsaSize {
        /// Bits of its modulus.
        bits: usize,
    },
    /// A key under which anybody could sign.
    #[error("the principal's key is a weak one, under which anybody could sign")]
    WeakKey,
    /// A hash that is not accepted.
    #[error("signed with the hash `{found}`; SHA-256 and SHA-512 are accepted")]
    Hash {
        /// What the signature names.
        found: String,
    },
    /// The signature is not of this document by this key.
    #[error("the signature is false: document, key and signature do not belong together, or one of them was altered")]
    SignatureFalse,
    /// Another key than the principal's.
    #[error("signed by the key {found}; the principal's is {expected}")]
    AnotherPrincipal {
        /// Fingerprint of the key that was expected.
        expected: String,
        /// Fingerprint of the key that signed.
        found: String,
    },
    /// Given for another dialogue.
    #[error("given for the dialogue {found}; this one is {expected}")]
    AnotherDialogue {
        /// This dialogue.
        expected: String,
        /// The mandate's.
        found: String,
    },
    /// Given to another envoy, or the salt is another's.
    #[error("given to another envoy: its salted hash is not of this member's key with this salt")]
    AnotherEnvoy,
    /// Not valid yet.
    #[error("not valid before {}; it is {} now", shown(*from), shown(*now))]
    NotYet {
        /// First second of validity, since 1970.
        from: i64,
        /// The moment of the check.
        now: i64,
    },
    /// Not valid any more.
    #[error("expired: valid until just before {}; it is {} now", shown(*until), shown(*now))]
    Expired {
        /// First second after the validity, since 1970.
        until: i64,
        /// The moment of the check.
        now: i64,
    },
    /// Taken back by the principal.
    #[error("revoked by the principal from {} on{}", shown(*at), because(reason))]
    Revoked {
        /// From this second on, since 1970.
        at: i64,
        /// The reason, where one was given.
        reason: Option<String>,
    },
    /// The revocation is of another mandate.
    #[error("the revocation is of the mandate {found}; this one is {expected}")]
    RevokesAnother {
        /// This mandate.
        expected: Digest,
        /// The one that the revocation names.
        found: Digest,
    },
    /// The revocation is by somebody else than who gave the mandate.
    #[error("the revocation is signed by the key {found}; only {expected}, which signed the mandate, can revoke it")]
    RevokedByAnother {
        /// Fingerprint of the mandate's key.
        expected: String,
        /// Fingerprint of the revocation's key.
        found: String,
    },
    /// It is in the register already.
    #[error("this mandate was presented before; it counts once")]
    Repeated,
    /// It was taken back before, from the same moment or an earlier one.
    #[error("the principal has revoked this mandate already, from {} on", shown(*at))]
    RevokedAlready {
        /// From this second on, since 1970.
        at: i64,
    },
    /// The register has as many of this author as it takes.
    #[error("at most {most} {what} of one member are kept")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        most: usize,
    },
}

fn because(reason: &Option<String>) -> String {
    reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default()
}
