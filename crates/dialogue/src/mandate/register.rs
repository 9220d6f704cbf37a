//! The register of one room: which mandates were presented in it, and which were taken back.
//!
//! A holder presents where it chooses: the plenary's register is known to all, a room's to those in that room. What is
//! taken up is checked without a clock, so that all who apply the same events agree; the time comes in when one looks.
//! The documents are kept as they came and checked anew at each look, so that one which was altered in a state that
//! somebody handed over is found. One that was left out is not, by this: members compare their states for that.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::document::Digest;
use super::envoy::Salt;
use super::error::Error;
use super::revocation::{GenuineRevocation, SignedRevocation};
use super::scope::Act;
use super::verify::{Genuine, Presentation, Signed, Status};
use crate::event::Arrival;
use crate::id::MemberId;

/// Mandates that a register keeps for one holder.
pub const MOST_HELD: usize = 16;
/// Revocations of mandates not in the register that it keeps from one author.
pub const MOST_UNMATCHED: usize = 16;

/// Event: its author presents a mandate to those in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presented {
    /// The document, byte for byte.
    pub document: String,
    /// The file that `ssh-keygen -Y sign` wrote.
    pub signature: String,
    /// By which the document's salted hash is that of the author's key.
    pub salt: Salt,
}

/// Event: a mandate was taken back. Anybody may pass it on; what counts is who signed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revoked {
    /// The document, byte for byte.
    pub document: String,
    /// The file that `ssh-keygen -Y sign` wrote.
    pub signature: String,
}

impl Presented {
    /// Holds it against the member that presents it.
    ///
    /// # Errors
    /// All of [`Signed::read`] and [`Signed::presented`].
    pub fn read(&self, holder: &Holder) -> Result<Genuine, Error> {
        let to = Presentation { dialogue: holder.dialogue, envoy_key: holder.key, salt: &self.salt, expected: None };
        Signed::read(self.document.as_bytes(), self.signature.as_bytes())?.presented(&to)
    }
}

impl Revoked {
    /// Reads it and checks its signature.
    ///
    /// # Errors
    /// All of [`SignedRevocation::read`].
    pub fn read(&self) -> Result<SignedRevocation, Error> {
        SignedRevocation::read(self.document.as_bytes(), self.signature.as_bytes())
    }
}

/// A member as mandates know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The dialogue, by the id of its log.
    pub dialogue: [u8; 16],
    /// The member.
    pub member: MemberId,
    /// The key by which it signs in this dialogue: Ed25519.
    pub key: [u8; 32],
}

/// The mandates of one room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Register {
    presented: BTreeMap<MemberId, Vec<Entry>>,
    revoked: Vec<Withdrawal>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    sequence: u64,
    digest: Digest,
    presented: Presented,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Withdrawal {
    sequence: u64,
    author: MemberId,
    mandate: Digest,
    at: i64,
    by: String,
    revoked: Revoked,
}

/// A mandate in the register, at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The sequence number of the event that presented it.
    pub sequence: u64,
    /// The mandate.
    pub mandate: Genuine,
    /// Where it stands.
    pub status: Status,
}

impl Register {
    /// Takes up a mandate that its holder presents; no clock is read, so one that is over is taken up too.
    ///
    /// # Errors
    /// All of [`Presented::read`], [`Error::Repeated`], [`Error::TooMany`]. Nothing has changed then.
    pub fn present(&mut self, sequence: u64, holder: &Holder, presented: &Presented) -> Result<(), Error> {
        let mandate = presented.read(holder)?;
        let digest = mandate.digest();
        let entries = self.presented.entry(holder.member).or_default();
        if entries.iter().any(|entry| entry.digest == digest) {
            return Err(Error::Repeated);
        }
        if entries.len() >= MOST_HELD {
            return Err(Error::TooMany { what: "mandates", most: MOST_HELD });
        }
        entries.push(Entry { sequence, digest, presented: presented.clone() });
        // Now it is known whose revocations count; those that strangers sent ahead do not.
        self.revoked.retain(|one| one.mandate != digest || one.by == mandate.key().fingerprint());
        Ok(())
    }

    /// Takes up a revocation, whoever passes it on. One of a mandate that is not here is kept, in case it comes. Of
    /// several by one key the earliest in effect is kept.
    ///
    /// # Errors
    /// All of [`Revoked::read`], [`Error::RevokedByAnother`], [`Error::RevokedAlready`], [`Error::TooMany`]. Nothing
    /// has changed then.
    pub fn revoke(&mut self, arrival: Arrival, revoked: &Revoked) -> Result<(), Error> {
        let signed = revoked.read()?;
        let (mandate, at, by) = (signed.revocation().mandate(), signed.revocation().at(), signed.key().fingerprint());
        let (sequence, author) = (arrival.sequence, arrival.author);
        let taken = Withdrawal { sequence, author, mandate, at, by, revoked: revoked.clone() };
        if let Some(entry) = self.presented.values().flatten().find(|entry| entry.digest == mandate) {
            let given = Signed::read(entry.presented.document.as_bytes(), entry.presented.signature.as_bytes())?;
            if given.key() != signed.key() {
                let (expected, found) = (given.key().fingerprint(), taken.by);
                return Err(Error::RevokedByAnother { expected, found });
            }
        } else if self.unmatched(author) >= MOST_UNMATCHED {
            return Err(Error::TooMany { what: "revocations of mandates that are not here", most: MOST_UNMATCHED });
        }
        match self.revoked.iter_mut().find(|one| one.mandate == mandate && one.by == taken.by) {
            Some(earlier) if earlier.at <= at => return Err(Error::RevokedAlready { at: earlier.at }),
            Some(later) => *later = taken,
            None => self.revoked.push(taken),
        }
        Ok(())
    }

    fn unmatched(&self, author: MemberId) -> usize {
        let is_here = |digest: Digest| self.presented.values().flatten().any(|entry| entry.digest == digest);
        self.revoked.iter().filter(|one| one.author == author && !is_here(one.mandate)).count()
    }

    /// Who has presented mandates.
    pub fn holders(&self) -> impl Iterator<Item = MemberId> {
        self.presented.keys().copied()
    }

    /// Whether nobody has presented any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.presented.is_empty()
    }

    /// A holder's mandates at a second since 1970, in the order presented. One that does not stand the checks is an
    /// error: it cannot have come in through [`Self::present`], so whoever handed over the state has altered it.
    pub fn held(&self, holder: &Holder, now: i64) -> Vec<Result<Held, Error>> {
        let entries = self.presented.get(&holder.member).map(Vec::as_slice).unwrap_or_default();
        entries.iter().map(|entry| self.look(entry, holder, now)).collect()
    }

    fn look(&self, entry: &Entry, holder: &Holder, now: i64) -> Result<Held, Error> {
        let mandate = entry.presented.read(holder)?;
        let digest = mandate.digest();
        let of_it = self.revoked.iter().filter(|one| one.mandate == digest);
        let revocations: Vec<GenuineRevocation> =
            of_it.filter_map(|one| one.revoked.read().ok()?.against(&mandate).ok()).collect();
        let status = mandate.status(now, &revocations);
        Ok(Held { sequence: entry.sequence, mandate, status })
    }

    /// Those of a holder's mandates that hold at this moment and cover this act on this subject (an issue's name, or
    /// none for the agenda as a whole). Empty: the member acts without a mandate, as far as this room can see.
    pub fn covering(&self, holder: &Holder, now: i64, act: Act, subject: Option<&str>) -> Vec<Held> {
        let covers = |held: &Held| {
            matches!(held.status, Status::Holds { .. }) && held.mandate.terms().covers(act, subject).is_ok()
        };
        self.held(holder, now).into_iter().flatten().filter(covers).collect()
    }
}
