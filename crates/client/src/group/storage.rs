//! The storage of OpenMLS inside a transaction of ours: rows of the table `mls`, keys and values in CBOR. Its own trait
//! knows no transactions; here the epoch is saved with everything else or not at all.

use std::cell::RefCell;
use std::fmt;

use openmls_traits::storage::{CURRENT_VERSION, StorageProvider, traits};
use rusqlite::{OptionalExtension as _, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::Error;

/// Rows of one transaction.
pub(super) struct Storage<'t> {
    transaction: &'t Transaction<'t>,
    /// The first failure; OpenMLS passes on some of them as failures of its own.
    failure: RefCell<Option<Error>>,
}

/// What OpenMLS hears of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Failed;

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the store failed")
    }
}

impl std::error::Error for Failed {}

impl<'t> Storage<'t> {
    pub(super) fn new(transaction: &'t Transaction<'t>) -> Self {
        Self { transaction, failure: RefCell::new(None) }
    }

    /// The failure behind an error of OpenMLS, if the store is its reason.
    pub(super) fn failure(&self) -> Option<Error> {
        self.failure.take()
    }

    pub(super) fn put(
        &self,
        label: &str,
        key: &impl Serialize,
        value: &(impl Serialize + ?Sized),
    ) -> Result<(), Failed> {
        self.noted(|| {
            let value = encode(value)?;
            self.transaction
                .prepare_cached("INSERT OR REPLACE INTO mls (label, key, value) VALUES (?1, ?2, ?3)")?
                .execute(params![label, *encode(key)?, *value])?;
            Ok(())
        })
    }

    pub(super) fn take<V: DeserializeOwned>(&self, label: &str, key: &impl Serialize) -> Result<Option<V>, Failed> {
        self.noted(|| {
            let value: Option<Vec<u8>> = self
                .transaction
                .prepare_cached("SELECT value FROM mls WHERE label = ?1 AND key = ?2")?
                .query_row(params![label, *encode(key)?], |row| row.get(0))
                .optional()?;
            value.map(|value| decode(label, &Zeroizing::new(value))).transpose()
        })
    }

    pub(super) fn delete(&self, label: &str, key: &impl Serialize) -> Result<(), Failed> {
        self.noted(|| {
            self.transaction
                .prepare_cached("DELETE FROM mls WHERE label = ?1 AND key = ?2")?
                .execute(params![label, *encode(key)?])?;
            Ok(())
        })
    }

    fn noted<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Failed> {
        #[cfg(test)]
        let work = || fuse::burn().and_then(|()| work());
        work().map_err(|error| {
            self.failure.borrow_mut().get_or_insert(error);
            Failed
        })
    }

    /// Values of a list, each encoded for itself.
    fn list(&self, label: &str, key: &impl Serialize) -> Result<Vec<Vec<u8>>, Failed> {
        Ok(self.take(label, key)?.unwrap_or_default())
    }

    fn append(&self, label: &str, key: &impl Serialize, value: &impl Serialize) -> Result<(), Failed> {
        let mut list = self.list(label, key)?;
        list.push(self.noted(|| encode(value))?.to_vec());
        self.put(label, key, &list)
    }

    fn read_list<V: DeserializeOwned>(&self, label: &str, key: &impl Serialize) -> Result<Vec<V>, Failed> {
        let list = self.list(label, key)?;
        self.noted(|| list.iter().map(|value| decode(label, value)).collect())
    }
}

/// CBOR: compact, and it says its own structure, which some types of OpenMLS need.
fn encode(value: &(impl Serialize + ?Sized)) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(1024));
    ciborium::into_writer(value, &mut *bytes)
        .map_err(|_| Error::Damaged { what: "a value cannot be written".to_owned() })?;
    Ok(bytes)
}

fn decode<V: DeserializeOwned>(label: &str, bytes: &[u8]) -> Result<V, Error> {
    ciborium::from_reader(bytes).map_err(|_| Error::Damaged { what: format!("its {label} cannot be read") })
}

const LEAVES: &str = "own leaf nodes";
const PROPOSAL: &str = "proposal";
const PROPOSALS: &str = "proposals";
const EPOCH_KEYS: &str = "epoch key pairs";

/// `name<types in the trait's order>(key, value) = label`
macro_rules! puts {
    ($($name:ident <$($type:ident: $bound:ident),+> ($key:ident, $value:ident) = $label:literal;)+) => {$(
        fn $name<$($type: traits::$bound<CURRENT_VERSION>),+>(&self, key: &$key, value: &$value) -> Result<(), Failed> {
            self.put($label, key, value)
        }
    )+};
}

macro_rules! takes {
    ($($name:ident <$($type:ident: $bound:ident),+> ($key:ident) -> $value:ident = $label:literal;)+) => {$(
        fn $name<$($type: traits::$bound<CURRENT_VERSION>),+>(&self, key: &$key) -> Result<Option<$value>, Failed> {
            self.take($label, key)
        }
    )+};
}

macro_rules! deletes {
    ($($name:ident <$type:ident: $bound:ident> = $label:expr;)+) => {$(
        fn $name<$type: traits::$bound<CURRENT_VERSION>>(&self, key: &$type) -> Result<(), Failed> {
            self.delete($label, key)
        }
    )+};
}

impl StorageProvider<CURRENT_VERSION> for Storage<'_> {
    type Error = Failed;

    puts! {
        write_mls_join_config<K: GroupId, V: MlsGroupJoinConfig>(K, V) = "configuration";
        write_tree<K: GroupId, V: TreeSync>(K, V) = "tree";
        write_interim_transcript_hash<K: GroupId, V: InterimTranscriptHash>(K, V) = "transcript hash";
        write_context<K: GroupId, V: GroupContext>(K, V) = "context";
        write_confirmation_tag<K: GroupId, V: ConfirmationTag>(K, V) = "confirmation tag";
        write_group_state<V: GroupState, K: GroupId>(K, V) = "state";
        write_message_secrets<K: GroupId, V: MessageSecrets>(K, V) = "message secrets";
        write_resumption_psk_store<K: GroupId, V: ResumptionPskStore>(K, V) = "resumption secrets";
        write_own_leaf_index<K: GroupId, V: LeafNodeIndex>(K, V) = "own leaf index";
        write_group_epoch_secrets<K: GroupId, V: GroupEpochSecrets>(K, V) = "epoch secrets";
        write_signature_key_pair<K: SignaturePublicKey, V: SignatureKeyPair>(K, V) = "signature key pair";
        write_encryption_key_pair<K: EncryptionKey, V: HpkeKeyPair>(K, V) = "encryption key pair";
        write_key_package<K: HashReference, V: KeyPackage>(K, V) = "key package";
        write_psk<K: PskId, V: PskBundle>(K, V) = "pre-shared key";
    }

    takes! {
        mls_group_join_config<K: GroupId, V: MlsGroupJoinConfig>(K) -> V = "configuration";
        tree<K: GroupId, V: TreeSync>(K) -> V = "tree";
        interim_transcript_hash<K: GroupId, V: InterimTranscriptHash>(K) -> V = "transcript hash";
        group_context<K: GroupId, V: GroupContext>(K) -> V = "context";
        confirmation_tag<K: GroupId, V: ConfirmationTag>(K) -> V = "confirmation tag";
        group_state<V: GroupState, K: GroupId>(K) -> V = "state";
        message_secrets<K: GroupId, V: MessageSecrets>(K) -> V = "message secrets";
        resumption_psk_store<K: GroupId, V: ResumptionPskStore>(K) -> V = "resumption secrets";
        own_leaf_index<K: GroupId, V: LeafNodeIndex>(K) -> V = "own leaf index";
        group_epoch_secrets<K: GroupId, V: GroupEpochSecrets>(K) -> V = "epoch secrets";
        signature_key_pair<K: SignaturePublicKey, V: SignatureKeyPair>(K) -> V = "signature key pair";
        encryption_key_pair<V: HpkeKeyPair, K: EncryptionKey>(K) -> V = "encryption key pair";
        key_package<K: HashReference, V: KeyPackage>(K) -> V = "key package";
        psk<V: PskBundle, K: PskId>(K) -> V = "pre-shared key";
    }

    deletes! {
        delete_group_config<K: GroupId> = "configuration";
        delete_tree<K: GroupId> = "tree";
        delete_interim_transcript_hash<K: GroupId> = "transcript hash";
        delete_context<K: GroupId> = "context";
        delete_confirmation_tag<K: GroupId> = "confirmation tag";
        delete_group_state<K: GroupId> = "state";
        delete_message_secrets<K: GroupId> = "message secrets";
        delete_all_resumption_psk_secrets<K: GroupId> = "resumption secrets";
        delete_own_leaf_index<K: GroupId> = "own leaf index";
        delete_group_epoch_secrets<K: GroupId> = "epoch secrets";
        delete_own_leaf_nodes<K: GroupId> = LEAVES;
        delete_signature_key_pair<K: SignaturePublicKey> = "signature key pair";
        delete_encryption_key_pair<K: EncryptionKey> = "encryption key pair";
        delete_key_package<K: HashReference> = "key package";
        delete_psk<K: PskId> = "pre-shared key";
    }

    fn write_encryption_epoch_key_pairs<
        K: traits::GroupId<CURRENT_VERSION>,
        E: traits::EpochKey<CURRENT_VERSION>,
        V: traits::HpkeKeyPair<CURRENT_VERSION>,
    >(
        &self,
        group: &K,
        epoch: &E,
        leaf: u32,
        pairs: &[V],
    ) -> Result<(), Failed> {
        self.put(EPOCH_KEYS, &(group, epoch, leaf), pairs)
    }

    fn encryption_epoch_key_pairs<
        K: traits::GroupId<CURRENT_VERSION>,
        E: traits::EpochKey<CURRENT_VERSION>,
        V: traits::HpkeKeyPair<CURRENT_VERSION>,
    >(
        &self,
        group: &K,
        epoch: &E,
        leaf: u32,
    ) -> Result<Vec<V>, Failed> {
        Ok(self.take(EPOCH_KEYS, &(group, epoch, leaf))?.unwrap_or_default())
    }

    fn delete_encryption_epoch_key_pairs<K: traits::GroupId<CURRENT_VERSION>, E: traits::EpochKey<CURRENT_VERSION>>(
        &self,
        group: &K,
        epoch: &E,
        leaf: u32,
    ) -> Result<(), Failed> {
        self.delete(EPOCH_KEYS, &(group, epoch, leaf))
    }

    fn append_own_leaf_node<K: traits::GroupId<CURRENT_VERSION>, V: traits::LeafNode<CURRENT_VERSION>>(
        &self,
        group: &K,
        leaf: &V,
    ) -> Result<(), Failed> {
        self.append(LEAVES, group, leaf)
    }

    fn own_leaf_nodes<K: traits::GroupId<CURRENT_VERSION>, V: traits::LeafNode<CURRENT_VERSION>>(
        &self,
        group: &K,
    ) -> Result<Vec<V>, Failed> {
        self.read_list(LEAVES, group)
    }

    // Proposals are refused by our groups before they get here; the storage is complete all the same.

    fn queue_proposal<
        K: traits::GroupId<CURRENT_VERSION>,
        R: traits::ProposalRef<CURRENT_VERSION>,
        V: traits::QueuedProposal<CURRENT_VERSION>,
    >(
        &self,
        group: &K,
        reference: &R,
        proposal: &V,
    ) -> Result<(), Failed> {
        self.put(PROPOSAL, &(group, reference), proposal)?;
        self.append(PROPOSALS, group, reference)
    }

    fn queued_proposal_refs<K: traits::GroupId<CURRENT_VERSION>, R: traits::ProposalRef<CURRENT_VERSION>>(
        &self,
        group: &K,
    ) -> Result<Vec<R>, Failed> {
        self.read_list(PROPOSALS, group)
    }

    fn queued_proposals<
        K: traits::GroupId<CURRENT_VERSION>,
        R: traits::ProposalRef<CURRENT_VERSION>,
        V: traits::QueuedProposal<CURRENT_VERSION>,
    >(
        &self,
        group: &K,
    ) -> Result<Vec<(R, V)>, Failed> {
        let references: Vec<R> = self.read_list(PROPOSALS, group)?;
        references
            .into_iter()
            .map(|reference| {
                let proposal = self.take(PROPOSAL, &(group, &reference))?;
                let missing = || Error::Damaged { what: "a proposal is missing".to_owned() };
                Ok((reference, self.noted(|| proposal.ok_or_else(missing))?))
            })
            .collect()
    }

    fn remove_proposal<K: traits::GroupId<CURRENT_VERSION>, R: traits::ProposalRef<CURRENT_VERSION>>(
        &self,
        group: &K,
        reference: &R,
    ) -> Result<(), Failed> {
        let gone = self.noted(|| encode(reference))?;
        let mut list = self.list(PROPOSALS, group)?;
        list.retain(|kept| *kept != *gone);
        self.put(PROPOSALS, group, &list)?;
        self.delete(PROPOSAL, &(group, reference))
    }

    fn clear_proposal_queue<K: traits::GroupId<CURRENT_VERSION>, R: traits::ProposalRef<CURRENT_VERSION>>(
        &self,
        group: &K,
    ) -> Result<(), Failed> {
        for reference in self.read_list::<R>(PROPOSALS, group)? {
            self.delete(PROPOSAL, &(group, &reference))?;
        }
        self.delete(PROPOSALS, group)
    }
}

/// Lets a test make the store fail at its n-th use.
#[cfg(test)]
pub(super) mod fuse {
    use std::cell::Cell;

    use super::Error;

    thread_local! {
        static LEFT: Cell<Option<u32>> = const { Cell::new(None) };
    }

    /// Fails after `uses`, or never.
    pub(in crate::group) fn set(uses: Option<u32>) {
        LEFT.set(uses);
    }

    pub(super) fn burn() -> Result<(), Error> {
        match LEFT.get() {
            None => Ok(()),
            Some(0) => Err(crate::vault::Error::DiskFull.into()),
            Some(left) => {
                LEFT.set(Some(left - 1));
                Ok(())
            }
        }
    }
}
