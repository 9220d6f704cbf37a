//! What a member owes the others without being asked: letting in those who were admitted, taking out those who left,
//! opening rooms. Worked out anew from the state at each sync, so that nothing is forgotten when a machine stops.

use dialogue::member::{RoomKey, Standing};
use dialogue::{Body, Member, MemberId, Room, State};

use crate::error::Result;
use crate::group::{self, Group, KeyPackageRead};
use crate::participant::desk::{Desk, Progress};
use crate::tables::{self, Intent, Setting};

/// A change of a group's members.
#[derive(Debug, Default)]
pub(crate) struct Change {
    /// Key packages of those to be let in.
    pub(crate) add: Vec<KeyPackageRead>,
    /// Their digests.
    pub(crate) digests: Vec<String>,
    /// Those to be taken out first.
    pub(crate) remove: Vec<MemberId>,
}

impl Change {
    /// Lets a member in, if its key package can be used and is its own.
    fn let_in(&mut self, id: MemberId, member: &Member, key_package: &[u8], again: bool) {
        let Ok(read) = group::read_key_package(key_package) else {
            return;
        };
        if read.member.0 != id.0 || read.public != member.key {
            return;
        }
        if again {
            self.remove.push(id);
        }
        self.add.push(read);
        self.digests.push(digest(key_package));
    }

    /// Those let in, with their keys.
    pub(crate) fn added(&self) -> Vec<(MemberId, [u8; 32])> {
        self.add.iter().map(|read| (MemberId(read.member.0), read.public)).collect()
    }

    /// Whether there is nothing to do.
    pub(crate) fn is_empty(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty()
    }
}

/// Queues what is owed.
pub(crate) fn queue(desk: &mut Desk<'_>) -> Result<()> {
    let begun = desk.state.as_ref().is_some_and(|state| !state.is_ending());
    if desk.progress != Progress::Member || !begun {
        return Ok(());
    }
    open_rooms(desk)?;
    publish_room_keys(desk)?;
    for room in std::iter::once(Room::Plenary).chain(desk.rooms()?) {
        let wanted = Intent::Commit { room: room.clone() };
        if !change(desk, &room)?.is_empty() && !tables::is_queued(desk.tx, |intent| *intent == wanted)? {
            tables::enqueue(desk.tx, &wanted)?;
        }
    }
    Ok(())
}

/// The change that a room's group needs now, as far as it is for this member to make it.
pub(crate) fn change(desk: &Desk<'_>, room: &Room) -> Result<Change> {
    let state = desk.state()?;
    match (room, desk.group(room)?) {
        (Room::Plenary, Some(group)) => Ok(plenary(state, desk.me, &group)),
        (room, Some(group)) => in_room(desk, state, room, &group),
        (_, None) => Ok(Change::default()),
    }
}

fn plenary(state: &State, me: MemberId, group: &Group<'_>) -> Change {
    let mut change = Change::default();
    let i_convene = state.members.get(&me).is_some_and(Member::is_convener);
    for (id, member) in &state.members {
        match &member.standing {
            Standing::Gone { in_group: true, .. } if *id != me => change.remove.push(*id),
            Standing::Admitted(admission) if admission.by == me || i_convene => {
                change.let_in(*id, member, &admission.key_package, false);
            }
            Standing::Returning(admission) if admission.by == me || i_convene => {
                change.let_in(*id, member, &admission.key_package, true);
            }
            _ => {}
        }
    }
    let is_in = |id: &MemberId| group.members().iter().any(|(member, _)| member.0 == id.0);
    change.remove.retain(is_in);
    change
}

fn in_room(desk: &Desk<'_>, state: &State, room: &Room, group: &Group<'_>) -> Result<Change> {
    let used: Vec<String> = tables::read(desk.tx, Setting::UsedKeyPackages)?.unwrap_or_default();
    let mut change = Change::default();
    let inside: Vec<MemberId> = group.members().iter().map(|(id, _)| MemberId(id.0)).collect();
    let present = |id: &MemberId| state.members.get(id).filter(|member| member.standing == Standing::Present);
    change.remove.extend(inside.iter().filter(|id| !state.members.get(id).is_some_and(Member::is_present)));
    // Whoever waits with a fresh key package is not in, though an older machine of theirs may be.
    // This member has the group, so it does not wait.
    let waits = |id: &MemberId| {
        let member = present(id).filter(|_| *id != desk.me)?;
        fresh_key(member, room, &used).map(|key| key.to_vec())
    };
    let steward = inside.iter().filter(|id| present(id).is_some() && waits(id).is_none());
    let steward = steward.min_by_key(|id| (present(id).map(|member| member.since), **id));
    if steward != Some(&desk.me) {
        return Ok(change);
    }
    for (id, member) in state.members.iter().filter(|(id, member)| **id != desk.me && room.admits(member)) {
        if let Some(key_package) = waits(id) {
            change.let_in(*id, member, &key_package, inside.contains(id));
        }
    }
    Ok(change)
}

fn fresh_key<'m>(member: &'m Member, room: &Room, used: &[String]) -> Option<&'m [u8]> {
    let key = member.room_keys.iter().find(|key| key.room == *room)?;
    (!used.contains(&digest(&key.key_package))).then_some(&key.key_package)
}

/// The key packages of these members for a room have served: they are in its group.
pub(crate) fn note_used(desk: &Desk<'_>, room: &Room, members: impl Iterator<Item = MemberId>) -> Result<()> {
    let state = desk.state()?;
    let members = members.filter_map(|id| state.members.get(&id));
    let keys = members.flat_map(|member| member.room_keys.iter().filter(|key| key.room == *room));
    note_served(desk, &keys.map(|key| digest(&key.key_package)).collect::<Vec<_>>())
}

/// These key packages have served.
pub(crate) fn note_served(desk: &Desk<'_>, digests: &[String]) -> Result<()> {
    let mut used: Vec<String> = tables::read(desk.tx, Setting::UsedKeyPackages)?.unwrap_or_default();
    used.extend(digests.iter().filter(|digest| !used.contains(digest)).cloned().collect::<Vec<_>>());
    tables::put(desk.tx, Setting::UsedKeyPackages, &used)
}

/// The name under which a key package counts as used.
pub(crate) fn digest(key_package: &[u8]) -> String {
    blake3::hash(key_package).to_hex().to_string()
}

/// Rooms that nobody has opened and that are this member's to open.
fn open_rooms(desk: &mut Desk<'_>) -> Result<()> {
    for room in desk.rooms()? {
        if desk.group(&room)?.is_none() && is_opener(desk.state()?, &room, desk.me) {
            let id = desk.name_group(&room)?;
            let group = Group::create(desk.tx, &desk.identity, &id)?;
            desk.keep_epoch(&room, &group)?;
        }
    }
    Ok(())
}

/// Whether a member is the one who has been in the room's side for longest.
fn is_opener(state: &State, room: &Room, me: MemberId) -> bool {
    let belong = state.members.iter().filter(|(_, one)| one.standing == Standing::Present && room.admits(one));
    belong.min_by_key(|(id, member)| (member.since, **id)).is_some_and(|(id, _)| *id == me)
}

/// Key packages for the rooms that others have to let this member into, once for each time it came.
fn publish_room_keys(desk: &Desk<'_>) -> Result<()> {
    let state = desk.state()?;
    let since = state.present(desk.me)?.since;
    let mut done: Vec<(u64, String)> = tables::read(desk.tx, Setting::RoomKeysSince)?.unwrap_or_default();
    let mut keys = Vec::new();
    for room in desk.rooms()? {
        let published = (since, room.to_string());
        if done.contains(&published) || desk.group(&room)?.is_some() || is_opener(state, &room, desk.me) {
            continue;
        }
        let key_package = group::fresh_key_package(desk.tx, &desk.identity)?;
        keys.push(RoomKey { room, key_package });
        done.push(published);
    }
    if !keys.is_empty() {
        tables::put(desk.tx, Setting::RoomKeysSince, &done)?;
        desk.post(&Room::Plenary, Body::RoomKeys { keys })?;
    }
    Ok(())
}
