//! Since which epoch each member is in the group under its present key. MLS opens messages of past epochs without
//! asking whether their sender is still a member; with this we do.

use std::collections::BTreeMap;

use openmls::prelude::MlsGroup;
use openmls_traits::OpenMlsProvider as _;

use super::identity::failure;
use super::provider::Provider;
use super::{Error, MemberId, member};

const LABEL: &str = "roster";

/// Key and first epoch of every member.
type Roster = BTreeMap<[u8; 16], ([u8; 32], u64)>;

/// Brings the roster up to the group's present members; refuses a tree that our groups cannot have.
pub(super) fn update(provider: &Provider<'_>, group: &MlsGroup) -> Result<(), Error> {
    let storage = provider.storage();
    let old: Roster = storage.take(LABEL, group.group_id()).map_err(|_| failure(storage))?.unwrap_or_default();
    let epoch = group.epoch().as_u64();
    let mut new = Roster::new();
    for leaf in group.members() {
        let (MemberId(name), key) =
            member::of_leaf(&leaf).ok_or_else(|| Error::refused("a member has no name of 16 bytes"))?;
        let since = old.get(&name).filter(|(old_key, _)| *old_key == key).map_or(epoch, |(_, since)| *since);
        if new.insert(name, (key, since)).is_some() {
            return Err(Error::refused("two members have one name"));
        }
    }
    storage.put(LABEL, group.group_id(), &new).map_err(|_| failure(storage))
}

/// The key of a member who was in the group under it at `epoch` and still is.
pub(super) fn key_at(
    provider: &Provider<'_>,
    group: &MlsGroup,
    member: MemberId,
    epoch: u64,
) -> Result<Option<[u8; 32]>, Error> {
    let storage = provider.storage();
    let roster: Option<Roster> = storage.take(LABEL, group.group_id()).map_err(|_| failure(storage))?;
    let roster = roster.ok_or_else(|| Error::Damaged { what: "its roster is missing".to_owned() })?;
    Ok(roster.get(&member.0).filter(|(_, since)| *since <= epoch).map(|(key, _)| *key))
}

pub(super) fn delete(provider: &Provider<'_>, group: &MlsGroup) -> Result<(), Error> {
    let storage = provider.storage();
    storage.delete(LABEL, group.group_id()).map_err(|_| failure(storage))
}
