//! From bytes to a mandate that holds: each step is a type that only the step before can make.
use super::document::{Digest, Draft, Mandate};
use super::envoy::Salt;
use super::error::Error;
use super::register::Revoked;
use super::revocation::GenuineRevocation;
use super::signature::{PrincipalKey, signer};
use crate::id::hex;

/// A mandate that somebody's key has truly signed. Whose mandate, and whose key, is not said yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    mandate: Mandate,
    key: PrincipalKey,
}

/// What a mandate is held against when it is presented.
#[derive(Clone, Copy, Debug)]
pub struct Presentation<'a> {
    /// This dialogue, by the id of its log.
    pub dialogue: [u8; 16],
    /// The key by which the member signs in this dialogue: Ed25519.
    pub envoy_key: [u8; 32],
    /// By which the document's salted hash is that of the key.
    pub salt: &'a Salt,
    /// The principal's key, where the reader knows it from elsewhere. Without it the signature shows that one key
    /// signed, and people must compare its fingerprint with the principal.
    pub expected: Option<&'a PrincipalKey>,
}

/// A mandate for this envoy in this dialogue, by the principal expected. Whether it holds now is not said yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Genuine(Signed);

/// A mandate that holds at the moment of the check. Only [`Genuine::at`] and [`verify()`] make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    genuine: Genuine,
    left: u64,
}

/// Where a mandate stands at a moment: for a clock beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It begins later.
    NotYet {
        /// Seconds until it does.
        wait: u64,
    },
    /// It holds.
    Holds {
        /// Seconds left, at least 1.
        left: u64,
    },
    /// It has ended.
    Expired {
        /// Seconds since.
        since: u64,
    },
    /// The principal took it back.
    Revoked {
        /// From which second on, since 1970.
        at: i64,
        /// Why, where that was said.
        reason: Option<String>,
    },
}

impl Signed {
    /// Reads document and signature file, and checks the signature.
    ///
    /// # Errors
    /// The first that applies, in this order: document, signature file, namespace, hash, key, signature.
    pub fn read(document: &[u8], armored: &[u8]) -> Result<Self, Error> {
        let mandate = Mandate::read(document)?;
        let key = signer(document, armored)?;
        Ok(Self { mandate, key })
    }

    /// What it says.
    #[must_use]
    pub fn mandate(&self) -> &Mandate {
        &self.mandate
    }

    /// Who signed.
    #[must_use]
    pub fn key(&self) -> &PrincipalKey {
        &self.key
    }

    /// Holds it against principal, dialogue and envoy, in this order.
    ///
    /// # Errors
    /// [`Error::AnotherPrincipal`], [`Error::AnotherDialogue`], [`Error::AnotherEnvoy`].
    pub fn presented(self, to: &Presentation<'_>) -> Result<Genuine, Error> {
        if let Some(expected) = to.expected.filter(|expected| **expected != self.key) {
            let (expected, found) = (expected.fingerprint(), self.key.fingerprint());
            return Err(Error::AnotherPrincipal { expected, found });
        }
        let terms = self.mandate.terms();
        if terms.dialogue != to.dialogue {
            return Err(Error::AnotherDialogue { expected: hex(&to.dialogue), found: hex(&terms.dialogue) });
        }
        if !terms.envoy.is(&to.envoy_key, to.salt) {
            return Err(Error::AnotherEnvoy);
        }
        Ok(Genuine(self))
    }
}

impl Genuine {
    /// What it says.
    #[must_use]
    pub fn terms(&self) -> &Draft {
        self.0.mandate.terms()
    }

    /// Who signed.
    #[must_use]
    pub fn key(&self) -> &PrincipalKey {
        &self.0.key
    }

    /// The digest of the document.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.0.mandate.digest()
    }

    /// Where it stands at a second since 1970; `from` is the first that counts and `until` the first that does not.
    /// A revocation takes precedence from its own moment on; of several the earliest counts.
    #[must_use]
    pub fn status(&self, now: i64, revocations: &[GenuineRevocation]) -> Status {
        let terms = self.terms();
        let digest = self.digest();
        let revoked = revocations
            .iter()
            .map(GenuineRevocation::revocation)
            .filter(|one| one.mandate() == digest && one.at() <= now)
            .min_by_key(|one| one.at());
        if let Some(revoked) = revoked {
            Status::Revoked { at: revoked.at(), reason: revoked.reason().map(str::to_owned) }
        } else if now < terms.from {
            Status::NotYet { wait: terms.from.abs_diff(now) }
        } else if now < terms.until {
            Status::Holds { left: terms.until.abs_diff(now) }
        } else {
            Status::Expired { since: now.abs_diff(terms.until) }
        }
    }

    /// The proof that it holds at a second since 1970.
    ///
    /// # Errors
    /// [`Error::Revoked`], [`Error::NotYet`], [`Error::Expired`].
    pub fn at(self, now: i64, revocations: &[GenuineRevocation]) -> Result<Verified, Error> {
        let (from, until) = (self.terms().from, self.terms().until);
        match self.status(now, revocations) {
            Status::Holds { left } => Ok(Verified { genuine: self, left }),
            Status::NotYet { .. } => Err(Error::NotYet { from, now }),
            Status::Expired { .. } => Err(Error::Expired { until, now }),
            Status::Revoked { at, reason } => Err(Error::Revoked { at, reason }),
        }
    }
}

impl Verified {
    /// What it says, what it covers included.
    #[must_use]
    pub fn terms(&self) -> &Draft {
        self.genuine.terms()
    }

    /// Who signed.
    #[must_use]
    pub fn key(&self) -> &PrincipalKey {
        self.genuine.key()
    }

    /// The digest of the document.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.genuine.digest()
    }

    /// Seconds left at the moment of the check, at least 1.
    #[must_use]
    pub fn left(&self) -> u64 {
        self.left
    }
}

/// What a mandate is held against, all at once.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Dialogue, envoy and principal.
    pub presentation: Presentation<'a>,
    /// The moment, in seconds since 1970.
    pub now: i64,
    /// Revocations at hand. One that is not by the mandate's key, or is of another mandate, counts for nothing.
    pub revocations: &'a [Revoked],
}

/// All checks of a mandate.
///
/// # Errors
/// The first cause that applies; see [`Signed::read`], [`Signed::presented`] and [`Genuine::at`].
pub fn verify(document: &[u8], armored: &[u8], context: &Context<'_>) -> Result<Verified, Error> {
    let genuine = Signed::read(document, armored)?.presented(&context.presentation)?;
    let revocations = context.revocations.iter().filter_map(|one| one.read().ok()?.against(&genuine).ok());
    let revocations: Vec<GenuineRevocation> = revocations.collect();
    genuine.at(context.now, &revocations)
}
