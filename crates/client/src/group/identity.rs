//! A member's signing key, one per dialogue and unknown outside of it. It signs MLS messages and, under a name for the
//! purpose, statements of the dialogue.

use std::fmt;

use ed25519_dalek::{Signer as _, SigningKey};
use openmls_traits::signatures::{Signer, SignerError};
use openmls_traits::types::SignatureScheme;
use rusqlite::Transaction;
use zeroize::Zeroizing;

use super::storage::Storage;
use super::{Error, MemberId};
use crate::vault;

pub(super) const LABEL: &str = "identity";

/// Name and signing key of this member.
pub struct Identity {
    member: MemberId,
    key: SigningKey,
}

impl Identity {
    /// Makes this dialogue's identity.
    ///
    /// # Errors
    /// [`Error::IdentityExists`]; trouble with the store or with randomness.
    pub fn create(transaction: &Transaction<'_>, member: MemberId) -> Result<Self, Error> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut_slice()).map_err(|cause| vault::Error::Randomness { cause: cause.to_string() })?;
        Self { member, key: SigningKey::from_bytes(&seed) }.save(transaction)
    }

    /// Loads this dialogue's identity.
    ///
    /// # Errors
    /// [`Error::NoIdentity`]; trouble with the store.
    pub fn load(transaction: &Transaction<'_>) -> Result<Self, Error> {
        let storage = Storage::new(transaction);
        stored(&storage)?.ok_or(Error::NoIdentity)
    }

    /// Restores an identity from a backup, into a dialogue without one. Group state is never restored: rejoin.
    ///
    /// # Errors
    /// [`Error::NotAnIdentity`], [`Error::IdentityExists`]; trouble with the store.
    pub fn restore(transaction: &Transaction<'_>, bytes: &[u8]) -> Result<Self, Error> {
        let (member, seed) = bytes.split_first_chunk().ok_or(Error::NotAnIdentity)?;
        let seed = Zeroizing::new(<[u8; 32]>::try_from(seed).map_err(|_| Error::NotAnIdentity)?);
        Self { member: MemberId(*member), key: SigningKey::from_bytes(&seed) }.save(transaction)
    }

    /// The identity itself, 48 secret bytes, for an encrypted backup.
    #[must_use]
    pub fn to_backup(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(48));
        bytes.extend_from_slice(&self.member.0);
        bytes.extend_from_slice(self.key.as_bytes());
        bytes
    }

    /// The name.
    #[must_use]
    pub fn member(&self) -> MemberId {
        self.member
    }

    /// The public half of the signing key (Ed25519).
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    /// Signs bytes for one purpose.
    #[must_use]
    pub fn sign(&self, context: &str, bytes: &[u8]) -> [u8; 64] {
        self.key.sign(&dialogue::signing::message(context, bytes)).to_bytes()
    }

    fn save(self, transaction: &Transaction<'_>) -> Result<Self, Error> {
        let storage = Storage::new(transaction);
        if stored(&storage)?.is_some() {
            return Err(Error::IdentityExists);
        }
        storage.put(LABEL, &(), &(&self.member.0, self.key.as_bytes())).map_err(|_| failure(&storage))?;
        Ok(self)
    }
}

fn stored(storage: &Storage<'_>) -> Result<Option<Identity>, Error> {
    let stored: Option<([u8; 16], [u8; 32])> = storage.take(LABEL, &()).map_err(|_| failure(storage))?;
    Ok(stored.map(|(member, seed)| {
        let seed = Zeroizing::new(seed);
        Identity { member: MemberId(member), key: SigningKey::from_bytes(&seed) }
    }))
}

pub(super) fn failure(storage: &Storage<'_>) -> Error {
    storage.failure().unwrap_or_else(|| Error::Damaged { what: "the store failed without a reason".to_owned() })
}

impl Signer for Identity {
    fn sign(&self, payload: &[u8]) -> Result<Vec<u8>, SignerError> {
        Ok(self.key.sign(payload).to_bytes().to_vec())
    }

    fn signature_scheme(&self) -> SignatureScheme {
        SignatureScheme::ED25519
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").field("member", &self.member).finish_non_exhaustive()
    }
}
