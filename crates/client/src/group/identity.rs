//! A member's signing key, one per dialogue and unknown outside of it. It signs MLS messages and, under a name for the
//! purpose, statements of the dialogue.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use openmls_traits::signatures::{Signer, SignerError};
use openmls_traits::types::SignatureScheme;
use rusqlite::Transaction;
use zeroize::Zeroizing;

use super::storage::Storage;
use super::{Error, MemberId};
use crate::vault;

const LABEL: &str = "identity";

/// Begins everything that is signed for a purpose. What MLS signs begins with a length in one of the forms 00, 01 and
/// 10 (RFC 9420, sections 2.1.2 and 5.1.2), never with the bits 11: neither can be passed off as the other.
const PREFIX: &[u8] = b"\xffbackchannel signature 1";

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
        self.key.sign(&message(context, bytes)).to_bytes()
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

/// Whether `signature` was made by the holder of `public` over these bytes for this purpose.
#[must_use]
pub fn verify(public: &[u8; 32], context: &str, bytes: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public)
        .is_ok_and(|key| key.verify_strict(&message(context, bytes), &Signature::from_bytes(signature)).is_ok())
}

fn message(context: &str, bytes: &[u8]) -> Vec<u8> {
    let length = (context.len() as u64).to_le_bytes();
    [PREFIX, &length, context.as_bytes(), bytes].concat()
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
