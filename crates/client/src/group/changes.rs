//! Commits of one's own: made and saved as pending, sent, and merged when the relay's log shows that they came first.

use openmls::prelude::{CommitBuilderStageError, CreateCommitError, KeyPackage, LeafNodeIndex, MlsMessageOut};
use openmls_traits::OpenMlsProvider as _;

use super::identity::failure;
use super::state::damaged;
use super::{Error, Group, Identity, KeyPackageRead, MemberId, roster};

/// A pending commit, to be saved and then sent.
#[derive(Debug)]
pub struct Staged {
    /// For the present members.
    pub commit: Vec<u8>,
    /// For those who are added by it; there only if somebody is.
    pub welcome: Option<Vec<u8>>,
}

impl Group<'_> {
    /// Adds members. The group stays in its epoch until [`Group::merge_pending`].
    ///
    /// # Errors
    /// [`Error::AlreadyMember`], [`Error::Pending`], [`Error::Removed`], [`Error::Misuse`]; trouble with the store.
    pub fn add(&mut self, identity: &Identity, packages: &[KeyPackageRead]) -> Result<Staged, Error> {
        self.replace(identity, &[], packages)
    }

    /// Removes members; nobody removes itself.
    ///
    /// # Errors
    /// [`Error::NoSuchMember`], [`Error::Pending`], [`Error::Removed`], [`Error::Misuse`]; trouble with the store.
    pub fn remove(&mut self, identity: &Identity, names: &[MemberId]) -> Result<Staged, Error> {
        self.replace(identity, names, &[])
    }

    /// Removes and adds members in one commit, such as a member whose machine was lost, under its own name.
    ///
    /// # Errors
    /// As [`Group::add`] and [`Group::remove`].
    pub fn replace(
        &mut self,
        identity: &Identity,
        remove: &[MemberId],
        add: &[KeyPackageRead],
    ) -> Result<Staged, Error> {
        if remove.is_empty() && add.is_empty() {
            return Err(Error::Misuse { what: "a change of members needs members" });
        }
        self.check_names(remove, add)?;
        let leaves = remove.iter().map(|name| self.leaf_of(*name)).collect::<Result<Vec<_>, _>>()?;
        self.commit(identity, leaves, add.iter().map(|read| read.package.clone()).collect())
    }

    /// Renews one's own keys and the group's secrets, without a change of members: whoever read them before is locked
    /// out from the next epoch on.
    ///
    /// # Errors
    /// [`Error::Pending`], [`Error::Removed`]; trouble with the store.
    pub fn refresh(&mut self, identity: &Identity) -> Result<Staged, Error> {
        self.commit(identity, Vec::new(), Vec::new())
    }

    /// Makes the pending commit the group's state. Only when the log shows that it came first in its epoch.
    ///
    /// # Errors
    /// [`Error::NothingPending`]; trouble with the store.
    pub fn merge_pending(&mut self) -> Result<(), Error> {
        if !self.is_pending() {
            return Err(Error::NothingPending);
        }
        let storage = self.provider.storage();
        self.mls
            .merge_pending_commit(&self.provider)
            .map_err(|error| storage.failure().unwrap_or_else(|| damaged(error)))?;
        roster::update(&self.provider, &self.mls)
    }

    /// Forgets the pending commit, when another one came first.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn clear_pending(&mut self) -> Result<(), Error> {
        let storage = self.provider.storage();
        self.mls.clear_pending_commit(storage).map_err(|_| failure(storage))
    }

    fn commit(
        &mut self,
        identity: &Identity,
        remove: Vec<LeafNodeIndex>,
        add: Vec<KeyPackage>,
    ) -> Result<Staged, Error> {
        self.active()?;
        if self.is_pending() {
            return Err(Error::Pending);
        }
        let Self { provider, mls } = self;
        let storage = provider.storage();
        let bundle = mls
            .commit_builder()
            .consume_proposal_store(false)
            .force_self_update(true)
            .propose_removals(remove)
            .propose_adds(add)
            .load_psks(storage)
            .and_then(|builder| builder.build(provider.rand(), provider.crypto(), identity, |_| true))
            .map_err(|error| storage.failure().unwrap_or_else(|| unable(error)))?
            .stage_commit(provider)
            .map_err(|error: CommitBuilderStageError<_>| storage.failure().unwrap_or_else(|| damaged(error)))?;
        let welcome = bundle.to_welcome_msg().as_ref().map(bytes).transpose()?;
        Ok(Staged { commit: bytes(bundle.commit())?, welcome })
    }

    /// Refuses what would give two members one name.
    fn check_names(&self, remove: &[MemberId], add: &[KeyPackageRead]) -> Result<(), Error> {
        for (at, read) in add.iter().enumerate() {
            let stays = self.is_member(read.member) && !remove.contains(&read.member);
            if stays || add.iter().take(at).any(|other| other.member == read.member) {
                return Err(Error::AlreadyMember { name: read.member });
            }
        }
        Ok(())
    }

    fn leaf_of(&self, name: MemberId) -> Result<LeafNodeIndex, Error> {
        let leaf = self.mls.members().find(|leaf| MemberId::read(&leaf.credential) == Some(name));
        leaf.map(|leaf| leaf.index).ok_or(Error::NoSuchMember { name })
    }
}

fn bytes(message: &MlsMessageOut) -> Result<Vec<u8>, Error> {
    message.to_bytes().map_err(damaged)
}

fn unable(error: CreateCommitError) -> Error {
    match error {
        CreateCommitError::CannotRemoveSelf => Error::Misuse { what: "nobody removes itself; ask another member" },
        CreateCommitError::ProposalValidationError(cause) => Error::refused(cause),
        other => damaged(other),
    }
}
