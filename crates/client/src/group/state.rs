//! A group as loaded from one transaction, and what can be asked of it.

use std::fmt;

use openmls::prelude::tls_codec::DeserializeBytes as _;
use openmls::prelude::{GroupId, MlsGroup, MlsMessageBodyIn, MlsMessageIn, StagedWelcome, WelcomeError};
use openmls_traits::OpenMlsProvider as _;
use rusqlite::Transaction;
use zeroize::Zeroizing;

use super::identity::failure;
use super::provider::Provider;
use super::{Error, Identity, MemberId, identity, member, policy, roster};

/// One MLS group. It lives as long as the transaction that it was loaded from.
pub struct Group<'t> {
    pub(super) provider: Provider<'t>,
    pub(super) mls: MlsGroup,
}

impl<'t> Group<'t> {
    /// Makes a group of one.
    ///
    /// # Errors
    /// [`Error::GroupExists`]; trouble with the store.
    pub fn create(transaction: &'t Transaction<'t>, identity: &Identity, group_id: &[u8]) -> Result<Self, Error> {
        let provider = Provider::new(transaction);
        if load(&provider, group_id)?.is_some() {
            return Err(Error::GroupExists);
        }
        let mls = MlsGroup::new_with_group_id(
            &provider,
            identity,
            &policy::create(),
            GroupId::from_slice(group_id),
            identity.member().credential(&identity.public()),
        )
        .map_err(|error| provider.storage().failure().unwrap_or_else(|| damaged(error)))?;
        roster::update(&provider, &mls)?;
        Ok(Self { provider, mls })
    }

    /// Loads a group, if there is one of this id.
    ///
    /// # Errors
    /// Trouble with the store; [`Error::Damaged`].
    pub fn load(transaction: &'t Transaction<'t>, group_id: &[u8]) -> Result<Option<Self>, Error> {
        let provider = Provider::new(transaction);
        let mls = load(&provider, group_id)?;
        Ok(mls.map(|mls| Self { provider, mls }))
    }

    /// Joins the group that a welcome invites to, which uses up the key package it was made for. The caller compares
    /// [`Group::id`] and [`Group::members`] with what it expects, and drops the transaction otherwise.
    ///
    /// # Errors
    /// [`Error::NotReadable`], [`Error::NotForUs`], [`Error::GroupExists`] (to rejoin, delete the old group first),
    /// [`Error::Misbehaviour`]. After an error the store is as it was, and the key package unused.
    pub fn join(transaction: &'t Transaction<'t>, welcome: &[u8]) -> Result<Self, Error> {
        let message = MlsMessageIn::tls_deserialize_exact_bytes(welcome)
            .map_err(|_| Error::NotReadable { expected: "welcome" })?;
        let MlsMessageBodyIn::Welcome(welcome) = message.extract() else {
            return Err(Error::NotReadable { expected: "welcome" });
        };
        // OpenMLS deletes the key package before it knows whether the rest is right.
        transaction.execute_batch("SAVEPOINT join_group")?;
        let provider = Provider::new(transaction);
        let joined = StagedWelcome::build_from_welcome(&provider, &policy::join(), welcome)
            .and_then(|builder| builder.skip_lifetime_validation().build())
            .and_then(|staged| staged.into_group(&provider))
            .map_err(|error| provider.storage().failure().unwrap_or_else(|| unwelcome(error)))
            .and_then(|mls| {
                if mls.ciphersuite() != policy::SUITE || mls.extensions().iter().next().is_some() {
                    return Err(Error::refused("the group is of another kind than ours"));
                }
                roster::update(&provider, &mls)?;
                Ok(mls)
            });
        transaction.execute_batch(match joined {
            Ok(_) => "RELEASE join_group",
            Err(_) => "ROLLBACK TO join_group; RELEASE join_group",
        })?;
        joined.map(|mls| Self { provider, mls })
    }

    /// Deletes a group with all its secrets; one that is not there is no error.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn delete(transaction: &'t Transaction<'t>, group_id: &[u8]) -> Result<(), Error> {
        let provider = Provider::new(transaction);
        if let Some(mut mls) = load(&provider, group_id)? {
            roster::delete(&provider, &mls)?;
            mls.delete(provider.storage()).map_err(|_| failure(provider.storage()))?;
        }
        Ok(())
    }

    /// Deletes all groups of a dialogue, and the private halves of all key packages; the identity stays.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn delete_all(transaction: &Transaction<'_>) -> Result<(), Error> {
        transaction.execute("DELETE FROM mls WHERE label <> ?1", [identity::LABEL])?;
        Ok(())
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &[u8] {
        self.mls.group_id().as_slice()
    }

    /// The number of commits since it was made.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.mls.epoch().as_u64()
    }

    /// Whether this machine is (still) a member.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.mls.is_active()
    }

    /// Whether a commit of one's own waits to be merged or cleared.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.mls.pending_commit().is_some()
    }

    /// A value that is the same for exactly those who agree on everything that happened in the group (RFC 9420,
    /// section 8.7); it tells nothing else.
    #[must_use]
    pub fn authenticator(&self) -> Vec<u8> {
        self.mls.epoch_authenticator().as_slice().to_vec()
    }

    /// A secret of this epoch's members for a purpose (RFC 9420, section 8.5).
    ///
    /// # Errors
    /// [`Error::Removed`]; [`Error::Misuse`] for more than 65,535 bytes.
    pub fn exporter(&self, label: &str, context: &[u8], length: usize) -> Result<Zeroizing<Vec<u8>>, Error> {
        if !self.is_active() {
            return Err(Error::Removed);
        }
        self.mls
            .export_secret(self.provider.crypto(), label, context, length)
            .map(Zeroizing::new)
            .map_err(|_| Error::Misuse { what: "an exported secret has at most 8,160 bytes" })
    }

    /// Names and signing keys of all members, in the order of the tree.
    #[must_use]
    pub fn members(&self) -> Vec<(MemberId, [u8; 32])> {
        self.mls.members().filter_map(|leaf| member::of_leaf(&leaf)).collect()
    }

    /// Whether somebody of this name is a member.
    #[must_use]
    pub fn is_member(&self, name: MemberId) -> bool {
        self.mls.members().any(|leaf| MemberId::read(&leaf.credential) == Some(name))
    }

    /// Refuses to go on where this machine was removed.
    pub(super) fn active(&self) -> Result<(), Error> {
        if self.is_active() { Ok(()) } else { Err(Error::Removed) }
    }
}

impl fmt::Debug for Group<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Group").field("epoch", &self.epoch()).finish_non_exhaustive()
    }
}

fn load(provider: &Provider<'_>, group_id: &[u8]) -> Result<Option<MlsGroup>, Error> {
    MlsGroup::load(provider.storage(), &GroupId::from_slice(group_id)).map_err(|_| failure(provider.storage()))
}

/// An error of OpenMLS that a state of ours must not lead to.
pub(super) fn damaged(error: impl ToString) -> Error {
    Error::Damaged { what: error.to_string() }
}

fn unwelcome<E: std::error::Error>(error: WelcomeError<E>) -> Error {
    match error {
        WelcomeError::NoMatchingKeyPackage | WelcomeError::JoinerSecretNotFound => Error::NotForUs,
        WelcomeError::GroupAlreadyExists => Error::GroupExists,
        other => Error::refused(other),
    }
}
