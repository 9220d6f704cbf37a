//! What all members know of mandates, newcomers included: the digests of those presented in the plenary, and what
//! takes mandates back. The mandates themselves are no part of it: a newcomer sees one when it is presented again.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::document::Digest;
use super::error::Error;
use super::register::{MOST_HELD, MOST_UNMATCHED, Presented, Revoked};
use super::verify::Signed;
use crate::event::Arrival;
use crate::id::MemberId;

/// Mandates presented in the plenary, and those taken back there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    #[serde(default)]
    presented: BTreeMap<MemberId, Vec<Given>>,
    #[serde(default)]
    revoked: Vec<TakenBack>,
}

/// A mandate by its digest, and the fingerprint of the key that gave it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Given {
    digest: Digest,
    key: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct TakenBack {
    sequence: u64,
    author: MemberId,
    mandate: Digest,
    at: i64,
    key: String,
    revoked: Revoked,
}

impl Known {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.presented.is_empty() && self.revoked.is_empty()
    }

    /// Whether a mandate that is presented at a second since 1970, by its holder's clock, was taken back before. A
    /// clock that is set back gains nothing: whoever looks at the mandate is told the same.
    ///
    /// # Errors
    /// As for [`Signed::read`]; [`Error::Revoked`].
    pub fn check(&self, presented: &Presented, at: i64) -> Result<Signed, Error> {
        let signed = Signed::read(presented.document.as_bytes(), presented.signature.as_bytes())?;
        let (digest, key) = (signed.mandate().digest(), signed.key().fingerprint());
        let of_it = |one: &&TakenBack| one.mandate == digest && one.key == key && one.at <= at;
        match self.revoked.iter().find(of_it) {
            Some(one) => {
                let reason = one.revoked.read()?.revocation().reason().map(str::to_owned);
                Err(Error::Revoked { at: one.at, reason })
            }
            None => Ok(signed),
        }
    }

    /// Takes up that a member with this Ed25519 key presents a mandate at a second since 1970. For which dialogue it
    /// was given is seen by who looks at it.
    ///
    /// # Errors
    /// As for [`Self::check`]; [`Error::AnotherEnvoy`], [`Error::TooMany`]. Nothing has changed then.
    pub fn present(
        &mut self,
        (holder, envoy_key): (MemberId, &[u8; 32]),
        at: i64,
        presented: &Presented,
    ) -> Result<(), Error> {
        let signed = self.check(presented, at)?;
        if !signed.mandate().terms().envoy.is(envoy_key, &presented.salt) {
            return Err(Error::AnotherEnvoy);
        }
        let given = Given { digest: signed.mandate().digest(), key: signed.key().fingerprint() };
        let before = self.presented.get(&holder).map(Vec::as_slice).unwrap_or_default();
        // Those who came later have not seen it yet.
        if before.contains(&given) {
            return Ok(());
        }
        if before.len() >= MOST_HELD {
            return Err(Error::TooMany { what: "mandates", most: MOST_HELD });
        }
        let digest = given.digest;
        self.presented.entry(holder).or_default().push(given);
        // Now it is known whose revocations count; those that strangers sent ahead do not.
        let keys: Vec<String> = self.keys(digest).map(str::to_owned).collect();
        self.revoked.retain(|one| one.mandate != digest || keys.contains(&one.key));
        Ok(())
    }

    /// Takes up a revocation, whoever passes it on. One of a mandate that was presented elsewhere, or not yet, is kept;
    /// of several by one key the earliest in effect.
    ///
    /// # Errors
    /// As for [`Revoked::read`]; [`Error::RevokedByAnother`], [`Error::RevokedAlready`], [`Error::TooMany`]. Nothing has
    /// changed then.
    pub fn revoke(&mut self, arrival: Arrival, revoked: &Revoked) -> Result<(), Error> {
        let signed = revoked.read()?;
        let (mandate, at, key) = (signed.revocation().mandate(), signed.revocation().at(), signed.key().fingerprint());
        let given: Vec<&str> = self.keys(mandate).collect();
        if let Some(expected) = given.first().filter(|_| !given.contains(&key.as_str())) {
            return Err(Error::RevokedByAnother { expected: (*expected).to_owned(), found: key });
        }
        let earlier = self.revoked.iter().find(|one| one.mandate == mandate && one.key == key);
        if let Some(earlier) = earlier.filter(|one| one.at <= at) {
            return Err(Error::RevokedAlready { at: earlier.at });
        }
        let unmatched = |one: &&TakenBack| one.author == arrival.author && self.keys(one.mandate).next().is_none();
        if given.is_empty() && self.revoked.iter().filter(unmatched).count() >= MOST_UNMATCHED {
            return Err(Error::TooMany { what: "revocations of mandates that are not here", most: MOST_UNMATCHED });
        }
        self.revoked.retain(|one| one.mandate != mandate || one.key != key);
        let (sequence, author, revoked) = (arrival.sequence, arrival.author, revoked.clone());
        self.revoked.push(TakenBack { sequence, author, mandate, at, key, revoked });
        Ok(())
    }

    /// What takes mandates back, with where it stands in the log and who passed it on.
    pub fn revoked(&self) -> impl Iterator<Item = (Arrival, &Revoked)> {
        self.revoked.iter().map(|one| (Arrival { sequence: one.sequence, author: one.author }, &one.revoked))
    }

    /// The keys that gave mandates of this digest.
    fn keys(&self, digest: Digest) -> impl Iterator<Item = &str> {
        self.presented.values().flatten().filter(move |one| one.digest == digest).map(|one| one.key.as_str())
    }
}
