//! Revocations: a second document, by which the principal takes a mandate back.
use super::document::{Digest, Mandate};
use super::envoy::lower_hex;
use super::error::Error;
use super::read::{DIGITS_64, MOMENT};
use super::signature::{PrincipalKey, signer};
use super::text::{Lines, MOST_VALUE_BYTES, check};
use super::{moment, verify::Genuine};

/// The first line of every revocation. It stands in what is signed, so no revocation can pass for a mandate although
/// both are signed under one namespace.
const FIRST: &str = "backchannel mandate revocation v1";
/// The last.
const LAST: &str = "end: the mandate with this SHA-256 does not hold from the moment in at on";

/// What a revocation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    mandate: Digest,
    at: i64,
    reason: Option<String>,
}

impl Revocation {
    /// Takes a mandate back from a second on, counted since 1970; the reason is one line of at most 400 bytes.
    ///
    /// # Errors
    /// A moment at which the mandate has ended anyway, or a reason that cannot stand on a line.
    pub fn of(mandate: &Mandate, at: i64, reason: Option<String>) -> Result<Self, Error> {
        let wrong = |field, problem: String| Error::Draft { field, problem };
        if at >= mandate.terms().until || moment::write(at).is_none() {
            return Err(wrong("the moment of revocation", "is after the end of the mandate".to_owned()));
        }
        if let Some(reason) = &reason {
            check(reason, MOST_VALUE_BYTES).map_err(|problem| wrong("the reason", problem))?;
        }
        Ok(Self { mandate: mandate.digest(), at, reason })
    }

    /// Reads a document in its one form.
    ///
    /// # Errors
    /// As [`Mandate::read`].
    pub fn read(document: &[u8]) -> Result<Self, Error> {
        let mut lines = Lines::of("revocation", FIRST, document)?;
        let mandate = Digest(lines.read("mandate: ", DIGITS_64, lower_hex)?);
        let at = lines.read("at: ", MOMENT, moment::read)?;
        let reason = match lines.is_next("reason: ") {
            true => Some(lines.value("reason: ", MOST_VALUE_BYTES)?.to_owned()),
            false => None,
        };
        lines.exactly(LAST)?;
        lines.end()?;
        Ok(Self { mandate, at, reason })
    }

    /// The document: the bytes that are signed.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{FIRST}\nmandate: {}\nat: {}\n", self.mandate, moment::shown(self.at));
        if let Some(reason) = &self.reason {
            text += &format!("reason: {reason}\n");
        }
        text + LAST + "\n"
    }

    /// The mandate that it takes back.
    #[must_use]
    pub fn mandate(&self) -> Digest {
        self.mandate
    }

    /// From which second on, since 1970.
    #[must_use]
    pub fn at(&self) -> i64 {
        self.at
    }

    /// Why, where that was said.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }
}

/// A revocation that somebody's key has truly signed; whose, is not said yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedRevocation {
    revocation: Revocation,
    key: PrincipalKey,
}

impl SignedRevocation {
    /// Reads both files and checks the signature.
    ///
    /// # Errors
    /// As for a mandate: document, signature file, namespace, key, hash, signature.
    pub fn read(document: &[u8], armored: &[u8]) -> Result<Self, Error> {
        let revocation = Revocation::read(document)?;
        let key = signer(document, armored)?;
        Ok(Self { revocation, key })
    }

    /// What it says.
    #[must_use]
    pub fn revocation(&self) -> &Revocation {
        &self.revocation
    }

    /// Who signed.
    #[must_use]
    pub fn key(&self) -> &PrincipalKey {
        &self.key
    }

    /// Whether it takes back this mandate: it names it, and the same key signed both.
    ///
    /// # Errors
    /// [`Error::RevokesAnother`], [`Error::RevokedByAnother`].
    pub fn against(self, mandate: &Genuine) -> Result<GenuineRevocation, Error> {
        let (expected, found) = (mandate.digest(), self.revocation.mandate);
        if expected != found {
            return Err(Error::RevokesAnother { expected, found });
        }
        if *mandate.key() != self.key {
            let (expected, found) = (mandate.key().fingerprint(), self.key.fingerprint());
            return Err(Error::RevokedByAnother { expected, found });
        }
        Ok(GenuineRevocation(self.revocation))
    }
}

/// A revocation by the key that gave the mandate: only [`SignedRevocation::against`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenuineRevocation(Revocation);

impl GenuineRevocation {
    /// What it says.
    #[must_use]
    pub fn revocation(&self) -> &Revocation {
        &self.0
    }
}
