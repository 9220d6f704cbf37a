//! The outbox's first entry becomes bytes: sealed, saved, and only then sent. A crash sends the same bytes again.

use dialogue::{Body, Event, MemberId, Read, Room};
use envelope::{AppendId, Block};

use crate::brief::Brief;
use crate::error::{Error, Result};
use crate::layer::{self, Frame, Layer};
use crate::participant::desk::{Desk, PLENARY, Progress};
use crate::participant::{duties, withdraw};
use crate::sealing;
use crate::stamp::{Stamp, StampKey};
use crate::tables::{self, Echo, EpochKey, Intent, Queued, Sealed, Setting};

/// Bytes that were sealed so many epochs ago are sealed anew: others may have forgotten that epoch's keys.
const STALE_EPOCHS: u64 = 3;

/// The bytes to be sent next; entries that have become pointless are dropped on the way.
pub(crate) fn prepare(desk: &mut Desk<'_>) -> Result<Option<Sealed>> {
    while let Some(queued) = tables::next(desk.tx, |intent| goes(desk, intent))? {
        if let Some(sealed) = queued.sealed {
            let newest = tables::epoch_keys(desk.tx, PLENARY)?.first().map(|key| key.epoch);
            let lasts = match (&queued.intent, newest) {
                (Intent::Fixed {}, _) => true,
                // Late, it would count for nobody.
                (Intent::Event { room: Room::Plenary, .. }, newest) => newest == Some(sealed.epoch),
                (_, newest) => newest.is_some_and(|newest| sealed.epoch + STALE_EPOCHS > newest),
            };
            if lasts {
                return Ok(Some(sealed));
            }
            // A commit that nobody has seen is taken back first: it cannot be made twice.
            if let Intent::Commit { room } = &queued.intent
                && let Some(mut group) = desk.group(room)?
            {
                withdraw(&mut group)?;
            }
            tables::unseal(desk.tx, queued.number)?;
            continue;
        }
        if let Some(sealed) = seal(desk, &queued)? {
            tables::put_sealed(desk.tx, queued.number, &sealed)?;
            let (log, blocks, epoch) = (Brief(&desk.log.0), sealed.blocks.len(), sealed.epoch);
            tracing::trace!(%log, blocks, epoch, "sealed and saved, to be sent");
            return Ok(Some(sealed));
        }
        tables::discard(desk.tx, queued.number)?;
    }
    Ok(None)
}

/// Whether an entry's turn can come now. Who comes back keeps what it had not sent until it is in the group again, and
/// what it said in a room until the room is open to it again; what waits for nothing any more is dropped when its turn
/// comes.
fn goes(desk: &Desk<'_>, intent: &Intent) -> Result<bool> {
    Ok(match (&desk.progress, intent) {
        (_, Intent::Fixed {}) => true,
        (Progress::Knocked { .. } | Progress::Welcomed { .. } | Progress::Returning { .. }, _) => false,
        (Progress::Member, Intent::Event { room, .. }) if *room != Room::Plenary => {
            desk.is_open(room) || !desk.rooms()?.contains(room)
        }
        _ => true,
    })
}

/// Who comes back forgets bytes that no group it will be in could read; what it has not been heard to say it says anew,
/// under the same numbers, so that nothing counts twice.
pub(crate) fn begin_anew(desk: &Desk<'_>) -> Result<()> {
    for (number, intent) in tables::intents(desk.tx)? {
        let stays = match &intent {
            // Keys for rooms that are forgotten now.
            Intent::Event { event, .. } => {
                let read = Read::from_bytes(event.as_bytes())?;
                !matches!(read, Read::Known(event) if matches!(event.body, Body::RoomKeys { .. }))
            }
            Intent::Commit { .. } | Intent::Welcome { .. } | Intent::Fixed {} => false,
        };
        match stays {
            true => tables::unseal(desk.tx, number)?,
            false => tables::discard(desk.tx, number)?,
        }
    }
    Ok(())
}

/// Whether an own event of the plenary came to stand after a commit that its bytes do not know.
pub(crate) fn is_late(desk: &Desk<'_>, number: i64, echo: &Echo) -> Result<bool> {
    let Echo::Event { room: Room::Plenary, .. } = echo else {
        return Ok(false);
    };
    let sealed = tables::sealed_epoch(desk.tx, number)?;
    Ok(match sealed {
        Some(sealed) => sealed < newest(desk)?.epoch,
        None => false,
    })
}

/// The log did not take what had to stand at a certain place: it is worked out anew.
pub(crate) fn conflicted(desk: &mut Desk<'_>, append: AppendId) -> Result<()> {
    // What came meanwhile may have been this very append, sent before a crash.
    let Some(queued) = tables::sent_as(desk.tx, append)? else {
        return Ok(());
    };
    match &queued.intent {
        Intent::Commit { room } => {
            if let Some(mut group) = desk.group(room)? {
                withdraw(&mut group)?;
            }
            tables::discard(desk.tx, queued.number)
        }
        _ => tables::unseal(desk.tx, queued.number),
    }
}

/// Queues bytes that are fixed from the beginning; whoever does so has not the group, and nothing to stamp them with.
pub(crate) fn queue_fixed(desk: &Desk<'_>, key: &[u8; 32], layer: &Layer) -> Result<()> {
    let number = tables::enqueue(desk.tx, &Intent::Fixed {})?;
    let blocks = sealing::seal(key, desk.log, None, &layer.to_bytes())?;
    remember(desk, number, &blocks, &Echo::Done {})?;
    tables::put_sealed(desk.tx, number, &Sealed { append: name()?, blocks, expected: None, epoch: 0 })
}

fn seal(desk: &mut Desk<'_>, queued: &Queued) -> Result<Option<Sealed>> {
    match &queued.intent {
        Intent::Event { room, event } => seal_event(desk, queued.number, room, event),
        Intent::Commit { room } => seal_commit(desk, queued.number, room),
        Intent::Welcome { room, to, welcome, key } => seal_welcome(desk, queued.number, room, *to, welcome, key),
        Intent::Fixed {} => Ok(None),
    }
}

fn seal_event(desk: &mut Desk<'_>, number: i64, room: &Room, event: &str) -> Result<Option<Sealed>> {
    let Some(layer) = wrap(desk, room, event)? else {
        return Ok(None);
    };
    let outer = newest(desk)?;
    let blocks = sealing::seal(&outer.key, desk.log, stamped(desk)?.as_ref(), &layer.to_bytes())?;
    remember(desk, number, &blocks, &Echo::Event { room: room.clone(), event: event.to_owned() })?;
    Ok(Some(Sealed { append: name()?, blocks, expected: None, epoch: outer.epoch }))
}

/// An event as a message of a room's group; none where the group is gone.
fn wrap(desk: &mut Desk<'_>, room: &Room, event: &str) -> Result<Option<Layer>> {
    let Some(mut group) = desk.group(room)? else {
        return Ok(None);
    };
    let frame = Frame { stamp: stamp(desk)?, event: event.as_bytes().to_vec() };
    let message = group.seal(&desk.identity, &frame.to_bytes())?;
    Ok(Some(in_layer(desk, room, message)?))
}

/// What this member has seen.
fn stamp(desk: &Desk<'_>) -> Result<Stamp> {
    let plenary = newest(desk)?;
    Ok(Stamp {
        seen: desk.cursor,
        log_hash: tables::log_hash(desk.tx, desk.cursor)?.unwrap_or_default(),
        epoch: plenary.epoch,
        authenticator: plenary.authenticator,
    })
}

/// The same, to stand on blocks; nothing before the founding, when there is nobody to read it.
fn stamped(desk: &Desk<'_>) -> Result<Option<(StampKey, Stamp)>> {
    let Some(state) = &desk.state else {
        return Ok(None);
    };
    Ok(Some((StampKey::new(&state.lobby, desk.log), stamp(desk)?)))
}

fn in_layer(desk: &Desk<'_>, room: &Room, message: Vec<u8>) -> Result<Layer> {
    if *room == Room::Plenary {
        return Ok(Layer::Plenary(message));
    }
    let keys = tables::epoch_keys(desk.tx, &room.to_string())?;
    let key = keys.first().ok_or_else(|| Error::Trouble("a room without a key".to_owned()))?;
    Ok(Layer::Room(layer::seal_room(&key.key, desk.log, &message)?))
}

fn seal_commit(desk: &mut Desk<'_>, number: i64, room: &Room) -> Result<Option<Sealed>> {
    let change = duties::change(desk, room)?;
    let Some(mut group) = desk.group(room)?.filter(|_| !change.is_empty()) else {
        return Ok(None);
    };
    let remove: Vec<crate::group::MemberId> = change.remove.iter().map(|id| crate::group::MemberId(id.0)).collect();
    let staged = group.replace(&desk.identity, &remove, &change.add)?;
    let layer = in_layer(desk, room, staged.commit)?;
    let outer = newest(desk)?;
    let blocks = sealing::seal(&outer.key, desk.log, stamped(desk)?.as_ref(), &layer.to_bytes())?;
    let echo = Echo::Commit {
        room: room.clone(),
        added: change.added().iter().map(|(id, key)| (*id, dialogue::id::hex(key))).collect(),
        removed: change.remove,
        welcome: staged.welcome.unwrap_or_default(),
        // They have served once the commit stands in the log, and not before: another may come first.
        served: if *room == Room::Plenary { Vec::new() } else { change.digests },
    };
    remember(desk, number, &blocks, &echo)?;
    Ok(Some(Sealed { append: name()?, blocks, expected: Some(desk.cursor + 1), epoch: outer.epoch }))
}

fn seal_welcome(
    desk: &mut Desk<'_>,
    number: i64,
    room: &Room,
    to: MemberId,
    welcome: &[u8],
    key: &[u8],
) -> Result<Option<Sealed>> {
    let outer = newest(desk)?;
    if *room != Room::Plenary {
        let layer = Layer::RoomWelcome { to, welcome: welcome.to_vec(), room: room.clone() };
        let blocks = sealing::seal(&outer.key, desk.log, stamped(desk)?.as_ref(), &layer.to_bytes())?;
        remember(desk, number, &blocks, &Echo::Done {})?;
        return Ok(Some(Sealed { append: name()?, blocks, expected: None, epoch: outer.epoch }));
    }
    if desk.state()?.present(to).is_err() {
        return Ok(None);
    }
    let key: [u8; 32] = key.try_into().map_err(|_| Error::Trouble("a welcome without a key".to_owned()))?;
    let layer = Layer::Welcome { to, welcome: welcome.to_vec() };
    let mut blocks = sealing::seal(&key, desk.log, stamped(desk)?.as_ref(), &layer.to_bytes())?;
    remember(desk, number, &blocks, &Echo::Done {})?;
    let event = introduction(desk, to)?;
    let Some(layer) = wrap(desk, &Room::Plenary, &event)? else {
        return Ok(None);
    };
    let second = sealing::seal(&outer.key, desk.log, stamped(desk)?.as_ref(), &layer.to_bytes())?;
    remember(desk, number, &second, &Echo::Event { room: Room::Plenary, event })?;
    blocks.extend(second);
    Ok(Some(Sealed { append: name()?, blocks, expected: Some(desk.cursor + 1), epoch: outer.epoch }))
}

/// The state as it is now, for a new member; all others will hold it against theirs.
fn introduction(desk: &Desk<'_>, member: MemberId) -> Result<String> {
    let state = desk.state()?;
    let known = state.numbers.get(&desk.me).copied().unwrap_or(0);
    let number = known.max(tables::read(desk.tx, Setting::Number)?.unwrap_or(0)) + 1;
    tables::put(desk.tx, Setting::Number, &number)?;
    let text = String::from_utf8(state.to_bytes()?).map_err(|error| Error::Trouble(error.to_string()))?;
    let log_hash = tables::log_hash(desk.tx, desk.cursor)?.unwrap_or_default();
    let body = Body::Introduced { member, state: text, log_hash, sequence: desk.cursor };
    let bytes = Event::new(number, desk.now, body).to_bytes()?;
    let text = String::from_utf8(bytes).map_err(|error| Error::Trouble(error.to_string()))?;
    debug_assert!(matches!(Read::from_bytes(text.as_bytes()), Ok(Read::Known(_))), "an event reads back");
    Ok(text)
}

fn remember(desk: &Desk<'_>, number: i64, blocks: &[Block], echo: &Echo) -> Result<()> {
    let first = blocks.first().ok_or_else(|| Error::Trouble("a record without a block".to_owned()))?;
    tables::put_echo(desk.tx, blake3::hash(first.as_ref()).as_bytes(), number, echo)
}

fn newest(desk: &Desk<'_>) -> Result<EpochKey> {
    let newest = tables::epoch_keys(desk.tx, PLENARY)?.into_iter().next();
    newest.ok_or_else(|| Error::Misuse("this machine has no keys of the group yet".to_owned()))
}

fn name() -> Result<AppendId> {
    Ok(AppendId(crate::random()?))
}
