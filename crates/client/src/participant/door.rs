//! The door: who knocks, who is let in and introduced, who comes back with a new machine, who is shown out.

use dialogue::member::{Admission, Standing};
use dialogue::{Arrival, Body, InvitationId, MemberId, Refusal, Room, State};
use rusqlite::{OptionalExtension as _, params};

use crate::brief::Brief;
use crate::error::Result;
use crate::group::{self, Group};
use crate::layer::{Comeback, Knock};
use crate::participant::desk::{Desk, Progress, plenary_id, rooms_of};
use crate::participant::fault::{self, Fault};
use crate::participant::{duties, outgoing, retention};
use crate::tables::{self, Intent, Setting};

/// Signed by a member who comes back.
pub(crate) const COMEBACK: &str = "backchannel comeback v1";

/// Members that a commit lets in, with their keys.
type Added = [(MemberId, [u8; 32])];

/// The key under which an invited person and its inviter speak before the group has it.
pub(crate) fn invitation_key(secret: &[u8; 16], log: envelope::LogId) -> [u8; 32] {
    blake3::derive_key("backchannel invitation key v1", &[secret.as_slice(), &log.0].concat())
}

/// The fingerprint of a member's key.
pub(crate) fn fingerprint(key: &[u8; 32]) -> [u8; 32] {
    blake3::derive_key("backchannel member fingerprint v1", key)
}

/// The keys beside the plenary's under which something may come to this participant.
pub(crate) fn keys(desk: &Desk<'_>) -> Result<Vec<[u8; 32]>> {
    let mut keys = Vec::new();
    if let Progress::Knocked { key, .. } = &desk.progress {
        keys.push(*key);
    }
    if let Some(state) = &desk.state {
        keys.push(state.lobby);
    }
    let mut statement = desk.tx.prepare_cached("SELECT secret FROM invitations")?;
    let secrets = statement.query_map([], |row| row.get::<_, [u8; 16]>(0))?;
    for secret in secrets {
        keys.push(invitation_key(&secret?, desk.log));
    }
    Ok(keys)
}

/// Somebody knocks with an invitation of this member's: admitted, if all is in order.
pub(crate) fn knocked(desk: &mut Desk<'_>, knock: &Knock) -> Result<()> {
    let row: Option<([u8; 16], i64)> = desk
        .tx
        .query_row(
            "SELECT secret, expires_at FROM invitations WHERE id = ?1 AND member IS NULL",
            [knock.invitation.0],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((secret, expires_at)) = row else {
        return Ok(());
    };
    let Ok(read) = group::read_key_package(&knock.key_package) else {
        return Ok(());
    };
    if desk.now >= expires_at {
        return Ok(());
    }
    let member = MemberId(read.member.0);
    let admission = Admission {
        by: desk.me,
        key_package: knock.key_package.clone(),
        welcome_key: invitation_key(&secret, desk.log),
    };
    let body =
        Body::Admitted { invitation: knock.invitation, member, name: knock.name.clone(), key: read.public, admission };
    match desk.post(&Room::Plenary, body) {
        Ok(_) => note_used(desk, knock.invitation, member),
        // A name that cannot be used, a member twice: the knock counts for nothing.
        Err(crate::Error::Refused(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

fn note_used(desk: &Desk<'_>, invitation: InvitationId, member: MemberId) -> Result<()> {
    desk.tx.execute("UPDATE invitations SET member = ?2 WHERE id = ?1", params![invitation.0, member.0])?;
    Ok(())
}

/// A member asks to be let in with a new machine. One member answers: the convener, or whoever was in first after it.
pub(crate) fn came_back(desk: &mut Desk<'_>, comeback: &Comeback) -> Result<()> {
    let digest = blake3::hash(&comeback.key_package).to_hex().to_string();
    let mut used: Vec<String> = tables::read(desk.tx, Setting::UsedKeyPackages)?.unwrap_or_default();
    if used.contains(&digest) || desk.progress != Progress::Member {
        return Ok(());
    }
    used.push(digest);
    tables::put(desk.tx, Setting::UsedKeyPackages, &used)?;
    let state = desk.state()?;
    let Some(member) = state.members.get(&comeback.member).filter(|member| member.is_present()) else {
        return Ok(());
    };
    let Ok(read) = group::read_key_package(&comeback.key_package) else {
        return Ok(());
    };
    let signed = [desk.log.0.as_slice(), &comeback.key_package].concat();
    let genuine = read.member.0 == comeback.member.0
        && read.public == member.key
        && signed_by(&member.key, &signed, &comeback.signature);
    let answers = present(state).filter(|(id, _)| *id != comeback.member).min_by_key(|(_, since)| *since);
    if !genuine || comeback.member == desk.me || answers.map(|(id, _)| id) != Some(desk.me) {
        return Ok(());
    }
    let admission = Admission { by: desk.me, key_package: comeback.key_package.clone(), welcome_key: state.lobby };
    match desk.post(&Room::Plenary, Body::Readmitted { member: comeback.member, admission }) {
        Ok(_) | Err(crate::Error::Refused(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

fn signed_by(key: &[u8; 32], bytes: &[u8], signature: &[u8]) -> bool {
    signature.try_into().is_ok_and(|signature: &[u8; 64]| dialogue::signing::verify(key, COMEBACK, bytes, signature))
}

fn present(state: &State) -> impl Iterator<Item = (MemberId, u64)> + '_ {
    state.members.iter().filter(|(_, member)| member.standing == Standing::Present).map(|(id, one)| (*id, one.since))
}

/// A welcome for this participant: it is in the group now, and waits to be introduced.
pub(crate) fn welcomed(desk: &mut Desk<'_>, sequence: u64, welcome: &[u8]) -> Result<()> {
    let inviter = match &desk.progress {
        Progress::Knocked { inviter, .. } => Some(*inviter),
        Progress::Returning { .. } => None,
        _ => return Ok(()),
    };
    // A welcome that cannot be used is somebody else's doing, and another may come.
    let Ok(group) = Group::join(desk.tx, welcome) else {
        return Ok(());
    };
    let invited = inviter.is_none_or(|inviter| group.members().iter().any(|(_, key)| fingerprint(key) == inviter));
    if group.id() != plenary_id(desk.log) || !invited {
        Group::delete(desk.tx, group.id())?;
        return Ok(());
    }
    desk.keep_epoch(&Room::Plenary, &group)?;
    desk.progress = Progress::Welcomed { at: sequence };
    tracing::info!(log = %Brief(&desk.log.0), sequence, epoch = group.epoch(), "welcomed");
    Ok(())
}

/// An introduction: for this participant the beginning, for all others something to hold against their own state.
pub(crate) fn introduced(
    desk: &mut Desk<'_>,
    arrival: Arrival,
    member: MemberId,
    state: &str,
    log_hash: [u8; 32],
    sequence: u64,
) -> Result<()> {
    if let Progress::Welcomed { at } = desk.progress {
        if member != desk.me || sequence + 1 != at {
            return Ok(());
        }
        let Ok(state) = State::from_bytes(state.as_bytes()) else {
            return Ok(());
        };
        let mine = state.members.get(&desk.me).is_some_and(|me| me.is_present() && me.key == desk.identity.public());
        if !mine || state.present(arrival.author).is_err() {
            return Ok(());
        }
        // A restored machine has seen part of the log before.
        if sequence > 0 && tables::log_hash(desk.tx, sequence)?.is_some_and(|known| known != log_hash) {
            let fault = Fault::OtherLog { author: arrival.author, sequence: arrival.sequence, seen: sequence };
            fault::raise(desk, fault)?;
        }
        link_up(desk, sequence, log_hash)?;
        desk.begin(state);
        desk.progress = Progress::Member;
        tracing::info!(log = %Brief(&desk.log.0), sequence = arrival.sequence, "introduced; a member from here on");
        return Ok(());
    }
    let Some(own) = &desk.state else {
        return Ok(());
    };
    if desk.me == arrival.author {
        return Ok(());
    }
    let same_log = tables::log_hash(desk.tx, sequence)?.is_none_or(|hash| hash == log_hash);
    if !same_log {
        return fault::raise(
            desk,
            Fault::OtherLog { author: arrival.author, sequence: arrival.sequence, seen: sequence },
        );
    }
    if own.to_bytes()? != state.as_bytes() {
        return fault::raise(desk, Fault::OtherState { author: arrival.author, member });
    }
    Ok(())
}

/// Hashes of the log from the block before one's welcome on, now that the first is known.
fn link_up(desk: &Desk<'_>, sequence: u64, log_hash: [u8; 32]) -> Result<()> {
    if sequence > 0 {
        tables::put_hash(desk.tx, sequence, &log_hash)?;
    }
    let mut hash = log_hash;
    for block in sequence + 1..=desk.cursor {
        let digest = tables::digest_at(desk.tx, block)?.unwrap_or_default();
        hash = tables::chain(&hash, block, &digest);
        tables::put_hash(desk.tx, block, &hash)?;
    }
    Ok(())
}

/// The keys that hide the welcomes of those let in.
pub(crate) fn welcome_keys(state: &State, added: &Added) -> Vec<[u8; 32]> {
    let key = |id: &MemberId| match state.members.get(id).map(|member| &member.standing) {
        Some(Standing::Admitted(admission) | Standing::Returning(admission)) => admission.welcome_key,
        _ => state.lobby,
    };
    added.iter().map(|(id, _)| key(id)).collect()
}

/// Those let in by one's own commit are to be welcomed, and into the plenary also introduced.
pub(crate) fn queue_welcomes(
    desk: &Desk<'_>,
    room: &Room,
    added: &Added,
    welcome: &[u8],
    doors: &[[u8; 32]],
) -> Result<()> {
    for (at, (to, _)) in added.iter().enumerate() {
        let key = doors.get(at).map(|key| key.to_vec()).unwrap_or_default();
        tables::enqueue(desk.tx, &Intent::Welcome { room: room.clone(), to: *to, welcome: welcome.to_vec(), key })?;
    }
    Ok(())
}

/// A welcome into a room. Everybody in its group must belong there, or it is no room of ours.
pub(crate) fn room_welcomed(desk: &mut Desk<'_>, room: &Room, welcome: &[u8]) -> Result<()> {
    let Some(state) = &desk.state else {
        return Ok(());
    };
    if !rooms_of(state, desk.me).contains(room) {
        return Ok(());
    }
    let Ok(group) = Group::join(desk.tx, welcome) else {
        return Ok(());
    };
    let belongs = group.members().iter().all(|(id, key)| {
        state.members.get(&MemberId(id.0)).is_some_and(|member| room.admits(member) && member.key == *key)
    });
    if !belongs || group.id() == plenary_id(desk.log) {
        Group::delete(desk.tx, group.id())?;
        return Ok(());
    }
    desk.forget_group(room)?;
    desk.adopt_group(room, group.id())?;
    duties::note_used(desk, room, group.members().into_iter().map(|(id, _)| MemberId(id.0)))?;
    let (log, name) = (Brief(&desk.log.0), crate::brief::group(group.id()));
    tracing::info!(%log, group = name, epoch = group.epoch(), "let into a room");
    desk.keep_epoch(room, &group)
}

/// This participant is out of a group: its keys are gone at once.
pub(crate) fn removed(desk: &mut Desk<'_>, room: &Room) -> Result<()> {
    if *room != Room::Plenary {
        return desk.forget_group(room);
    }
    desk.forget_groups()?;
    desk.progress = Progress::Gone;
    retention::closed(desk.tx, desk.now)?;
    tracing::info!(log = %Brief(&desk.log.0), "no member any more; the groups' keys are deleted");
    Ok(())
}

/// This participant is let in with another key package in place of the one it had. Where this machine has asked with
/// that package, because it had asked twice, the welcome for it comes next; otherwise another machine has come in this
/// one's place.
pub(crate) fn replaced(desk: &mut Desk<'_>, room: &Room, key_package: Option<&[u8]>) -> Result<()> {
    if *room != Room::Plenary {
        return desk.forget_group(room);
    }
    let asked: Vec<String> = tables::read(desk.tx, Setting::Asked)?.unwrap_or_default();
    if !key_package.is_some_and(|package| asked.contains(&duties::digest(package))) {
        return removed(desk, room);
    }
    for room in desk.rooms()?.into_iter().chain([Room::Plenary]) {
        desk.forget_group(&room)?;
    }
    outgoing::begin_anew(desk)?;
    tables::clear(desk.tx, Setting::RoomKeysSince)?;
    desk.progress = Progress::Returning { asked: true };
    tracing::info!(log = %Brief(&desk.log.0), "let in anew in place of itself; a welcome comes");
    Ok(())
}

/// Why a knock would not be answered, for those who hold an invitation that cannot be used.
pub(crate) fn refuse_expired(expires_at: i64, now: i64) -> Result<()> {
    if now >= expires_at {
        return Err(Refusal::Invitation("has expired; ask for a new one (check this machine's clock, too)").into());
    }
    Ok(())
}
