//! What arrives: bytes → [`Opened`] → [`Inspected`] → merged. Nothing is acted on before it is verified, and no commit
//! is merged before the caller has seen who does what to whom.

use std::fmt;

use openmls::framing::errors::{MessageDecryptionError, SecretTreeError};
use openmls::prelude::tls_codec::DeserializeBytes as _;
use openmls::prelude::{
    ContentType, LeafNodeIndex, MlsMessageBodyIn, MlsMessageIn, PrivateMessageIn, ProcessMessageError,
    ProcessedMessageContent, Proposal, ProposalOrRefType, ProtocolMessage, Sender, StagedCommit, ValidationError,
};
use openmls_traits::OpenMlsProvider as _;
use zeroize::Zeroizing;

use super::state::damaged;
use super::{Error, Group, Identity, MemberId, key_package, member, policy, roster};

/// What a message says of itself before it is opened. Nothing of it is verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The group.
    pub group_id: Vec<u8>,
    /// The epoch.
    pub epoch: u64,
    /// Whether it would change the group.
    pub is_commit: bool,
}

/// A message that was opened.
#[derive(Debug)]
pub enum Opened {
    /// A member's message.
    Message {
        /// Who sent it.
        sender: MemberId,
        /// The signing key that verified it.
        sender_key: [u8; 32],
        /// The epoch that it was sealed in; not always the present one.
        epoch: u64,
        /// What was sealed.
        payload: Zeroizing<Vec<u8>>,
    },
    /// A verified commit, not merged yet.
    Commit(Inspected),
    /// A message that says it is one's own. Nobody can open those, and another member can write one: it counts only
    /// if it is, byte for byte, what was saved before it was sent.
    Own,
}

/// A commit that was verified and keeps our rules. Dropped, it changes nothing.
pub struct Inspected {
    /// Who made it.
    pub sender: MemberId,
    /// The signing key that verified it.
    pub sender_key: [u8; 32],
    /// The epoch that it leads to.
    pub epoch: u64,
    /// Whom it adds.
    pub added: Vec<(MemberId, [u8; 32])>,
    /// Whom it removes; a name in both lists is a member whose machine is replaced.
    pub removed: Vec<MemberId>,
    /// Whether it removes this machine.
    pub removes_us: bool,
    group_id: Vec<u8>,
    staged: Box<StagedCommit>,
}

impl fmt::Debug for Inspected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inspected")
            .field("sender", &self.sender)
            .field("epoch", &self.epoch)
            .field("added", &self.added.len())
            .field("removed", &self.removed.len())
            .finish_non_exhaustive()
    }
}

/// Reads a message's heading.
///
/// # Errors
/// [`Error::NotReadable`].
pub fn peek(bytes: &[u8]) -> Result<Heading, Error> {
    let message = parse(bytes)?;
    Ok(Heading {
        group_id: message.group_id().as_slice().to_vec(),
        epoch: message.epoch().as_u64(),
        is_commit: message.content_type() == ContentType::Commit,
    })
}

fn parse(bytes: &[u8]) -> Result<PrivateMessageIn, Error> {
    let expected = "message of a group";
    let message = MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| Error::NotReadable { expected })?;
    match message.extract() {
        MlsMessageBodyIn::PrivateMessage(message) => Ok(message),
        _ => Err(Error::NotReadable { expected }),
    }
}

impl Group<'_> {
    /// Seals a message for the present members.
    ///
    /// # Errors
    /// [`Error::Removed`]; trouble with the store.
    pub fn seal(&mut self, identity: &Identity, payload: &[u8]) -> Result<Vec<u8>, Error> {
        self.active()?;
        let storage = self.provider.storage();
        let message = self
            .mls
            .create_message(&self.provider, identity, payload)
            .map_err(|error| storage.failure().unwrap_or_else(|| damaged(error)))?;
        message.to_bytes().map_err(damaged)
    }

    /// Opens a message, once.
    ///
    /// # Errors
    /// [`Error::NotReadable`], [`Error::OtherGroup`], [`Error::Ahead`], [`Error::Stale`], [`Error::Replay`],
    /// [`Error::Misbehaviour`], [`Error::Removed`], after all of which the group is as it was, except that a message
    /// whose sender broke a rule counts as opened; trouble with the store.
    pub fn open(&mut self, bytes: &[u8]) -> Result<Opened, Error> {
        self.active()?;
        let message = parse(bytes)?;
        let (epoch, current) = (message.epoch().as_u64(), self.epoch());
        let stale = Error::Stale { epoch, current };
        if message.group_id() != self.mls.group_id() {
            return Err(Error::OtherGroup);
        }
        match message.content_type() {
            ContentType::Proposal => return Err(Error::refused("proposals are made within commits only")),
            _ if epoch > current => return Err(Error::Ahead { epoch, current }),
            ContentType::Commit if epoch < current => return Err(stale),
            _ if epoch.saturating_add(policy::PAST_EPOCHS as u64) < current => return Err(stale),
            _ => {}
        }
        let storage = self.provider.storage();
        let processed = self
            .mls
            .process_message(&self.provider, ProtocolMessage::PrivateMessage(message))
            .map_err(|error| storage.failure().unwrap_or_else(|| refusal(error, stale)))?;
        let Sender::Member(leaf) = *processed.sender() else {
            return Err(Error::refused("it is not from a member"));
        };
        let name = MemberId::read(processed.credential());
        match processed.into_content() {
            ProcessedMessageContent::OwnPrivateMessage | ProcessedMessageContent::OwnPendingCommit => Ok(Opened::Own),
            ProcessedMessageContent::ApplicationMessage(message) => {
                let payload = Zeroizing::new(message.into_bytes());
                let (sender, sender_key) = self.sender(leaf, name, epoch)?;
                Ok(Opened::Message { sender, sender_key, epoch, payload })
            }
            ProcessedMessageContent::StagedCommitMessage(staged) => {
                let (sender, sender_key) = self.sender(leaf, name, epoch)?;
                self.inspect(sender, sender_key, staged).map(Opened::Commit)
            }
            _ => Err(Error::refused("it is neither a message nor a commit")),
        }
    }

    /// Makes an inspected commit the group's state; a pending commit of one's own is forgotten.
    ///
    /// # Errors
    /// [`Error::OtherState`]; trouble with the store.
    pub fn accept(&mut self, inspected: Inspected) -> Result<(), Error> {
        if inspected.group_id != self.id() || inspected.epoch != self.epoch() + 1 || !self.is_active() {
            return Err(Error::OtherState);
        }
        let storage = self.provider.storage();
        self.mls
            .merge_staged_commit(&self.provider, *inspected.staged)
            .map_err(|error| storage.failure().unwrap_or_else(|| damaged(error)))?;
        roster::update(&self.provider, &self.mls)
    }

    /// Who sent a message, given that it is still a member under the key it had then.
    fn sender(&self, leaf: LeafNodeIndex, name: Option<MemberId>, epoch: u64) -> Result<(MemberId, [u8; 32]), Error> {
        let name = name.ok_or_else(|| Error::refused("its sender has no name of 16 bytes"))?;
        let key = if epoch == self.epoch() {
            self.mls.member_at(leaf).as_ref().and_then(member::of_leaf).map(|(_, key)| key)
        } else {
            roster::key_at(&self.provider, &self.mls, name, epoch)?
        };
        let key = key.ok_or_else(|| Error::rule(name, "it was no member any more when the message arrived"))?;
        Ok((name, key))
    }

    fn inspect(&self, sender: MemberId, sender_key: [u8; 32], staged: Box<StagedCommit>) -> Result<Inspected, Error> {
        let rule = |what| Error::rule(sender, what);
        let leaf = staged.update_path_leaf_node().ok_or_else(|| rule("a commit renews no keys"))?;
        if MemberId::read(leaf.credential()) != Some(sender)
            || leaf.signature_key().as_slice() != sender_key
            || *leaf.capabilities() != policy::capabilities()
            || leaf.extensions().iter().next().is_some()
        {
            return Err(rule("a commit changes its maker's name, key or capabilities"));
        }
        let (mut added, mut removed) = (Vec::new(), Vec::new());
        for queued in staged.queued_proposals() {
            if queued.proposal_or_ref_type() != ProposalOrRefType::Proposal {
                return Err(rule("a commit refers to a proposal outside of it"));
            }
            match queued.proposal() {
                Proposal::Add(add) => added.push(key_package::shape(add.key_package()).map_err(rule)?),
                Proposal::Remove(remove) => {
                    let leaf = self.mls.member(remove.removed()).and_then(MemberId::read);
                    removed.push(leaf.ok_or_else(|| rule("a commit removes somebody who is not there"))?);
                }
                _ => return Err(rule("a commit does something else than adding and removing members")),
            }
        }
        for (at, (name, _)) in added.iter().enumerate() {
            let stays = self.is_member(*name) && !removed.contains(name);
            if stays || added.iter().take(at).any(|(other, _)| other == name) {
                return Err(rule("a commit gives two members one name"));
            }
        }
        Ok(Inspected {
            sender,
            sender_key,
            epoch: staged.epoch().as_u64(),
            added,
            removed,
            removes_us: staged.self_removed(),
            group_id: self.id().to_vec(),
            staged,
        })
    }
}

/// What OpenMLS's refusal of a message means.
fn refusal<E: std::error::Error>(error: ProcessMessageError<E>, stale: Error) -> Error {
    use MessageDecryptionError::SecretTreeError as Secrets;
    match error {
        ProcessMessageError::ValidationError(ValidationError::UnableToDecrypt(Secrets(
            SecretTreeError::SecretReuseError | SecretTreeError::TooDistantInThePast,
        ))) => Error::Replay,
        ProcessMessageError::ValidationError(ValidationError::NoPastEpochData | ValidationError::WrongEpoch) => stale,
        ProcessMessageError::GroupStateError(_) => Error::Removed,
        other => Error::refused(other),
    }
}
