//! Blocks in, in the order of the log: opened, checked, applied. One page is one transaction.

use dialogue::{Arrival, Body, Event, MemberId, Read, Refusal, Room, Standing, State};
use envelope::{Block, Sequence};

use crate::brief::Brief;
use crate::error::{Error, Result};
use crate::group::{self, Group, Inspected, Opened};
use crate::layer::{Frame, Layer};
use crate::participant::desk::{Desk, PLENARY, Progress};
use crate::participant::fault::{self, Fault};
use crate::participant::{door, duties, outgoing, withdraw};
use crate::sealing::{self, Fragment};
use crate::stamp::{Stamp, StampKey};
use crate::tables::{self, Echo, Entry, Setting};
use crate::vault::Family;

/// Takes up the blocks of a page, which must follow on the last one taken up.
pub(crate) fn take_page(desk: &mut Desk<'_>, blocks: &[(Sequence, Block)]) -> Result<()> {
    for (sequence, block) in blocks {
        let sequence = sequence.number();
        if sequence != desk.cursor + 1 {
            return Err(Error::Misbehaviour(format!(
                "the relay sent block {sequence} where {} was next; it withholds or repeats blocks",
                desk.cursor + 1
            )));
        }
        note(desk, sequence, block)?;
        desk.cursor = sequence;
        take_block(desk, sequence, block)?;
    }
    Ok(())
}

/// Keeps the digest of a block, and the hash of the log where it is known. No member writes a block twice: each has a
/// nonce of its own.
fn note(desk: &Desk<'_>, sequence: u64, block: &Block) -> Result<()> {
    let digest = digest(block);
    if let Some(before) = tables::sequence_of(desk.tx, &digest)? {
        fault::raise(desk, Fault::Repeated { sequence, before })?;
    }
    let before = match sequence - 1 {
        0 => Some([0; 32]),
        before => tables::log_hash(desk.tx, before)?,
    };
    let hash = before.map(|before| tables::chain(&before, sequence, &digest));
    tables::put_digest(desk.tx, sequence, &digest, hash.as_ref())
}

fn digest(block: &Block) -> [u8; 32] {
    *blake3::hash(block.as_ref()).as_bytes()
}

/// Whether one's own blocks, which the relay has said to have stored from a place on, are what it shows there. Where
/// they are not, that is a fault, and nothing more should be sent.
pub(crate) fn holds(desk: &Desk<'_>, first: u64, blocks: &[Block]) -> Result<bool> {
    for (sequence, block) in (first..).zip(blocks) {
        if tables::digest_at(desk.tx, sequence)? != Some(digest(block)) {
            fault::raise(desk, Fault::NotStored { sequence })?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Opens one block and, if it is the last piece of a record, takes the record up.
fn take_block(desk: &mut Desk<'_>, sequence: u64, block: &Block) -> Result<()> {
    let Some(fragment) = open(desk, block)? else {
        tables::take_fragments(desk.tx)?;
        check_stamp(desk, sequence, block)?;
        return noise(desk);
    };
    let index = usize::from(fragment.index);
    if index != tables::fragments(desk.tx)? {
        // The beginning of this record was never here, or another record was broken off.
        tables::take_fragments(desk.tx)?;
        if index != 0 {
            return noise(desk);
        }
    }
    let mut piece = fragment.record.to_vec();
    piece.extend_from_slice(&fragment.payload);
    tables::put_fragment(desk.tx, index, &piece)?;
    if fragment.index + 1 < fragment.total {
        return Ok(());
    }
    let first = sequence - u64::from(fragment.index);
    match whole(&tables::take_fragments(desk.tx)?) {
        Some(record) => take_record(desk, first, &record),
        None => noise(desk),
    }
}

/// The pieces of one record put together; none if they are pieces of several.
fn whole(pieces: &[Vec<u8>]) -> Option<Vec<u8>> {
    let name = pieces.first()?.get(..8)?;
    let mut record = Vec::new();
    for piece in pieces {
        let (own, payload) = piece.split_at_checked(8)?;
        if own != name {
            return None;
        }
        record.extend_from_slice(payload);
    }
    Some(record)
}

/// Opens a block with whichever key it was sealed under.
fn open(desk: &Desk<'_>, block: &Block) -> Result<Option<Fragment>> {
    for key in tables::epoch_keys(desk.tx, PLENARY)? {
        if let Some(fragment) = sealing::open(&key.key, desk.log, block) {
            return Ok(Some(fragment));
        }
    }
    let doors = door::keys(desk)?;
    Ok(doors.iter().find_map(|key| sealing::open(key, desk.log, block)))
}

fn noise(desk: &Desk<'_>) -> Result<()> {
    tracing::debug!(log = %Brief(&desk.log.0), sequence = desk.cursor, "a block or record that says nothing here");
    // Before one is let in nothing can be opened, which is as it should be.
    if desk.progress == Progress::Member {
        let count: u64 = tables::read(desk.tx, Setting::Noise)?.unwrap_or(0);
        tables::put(desk.tx, Setting::Noise, &(count + 1))?;
    }
    Ok(())
}

fn take_record(desk: &mut Desk<'_>, sequence: u64, record: &[u8]) -> Result<()> {
    let first = tables::digest_at(desk.tx, sequence)?.unwrap_or_default();
    if let Some((number, echo)) = tables::echo(desk.tx, &first)? {
        if outgoing::is_late(desk, number, &echo)? {
            // It counts for nobody; its bytes are made anew.
            return tables::unseal(desk.tx, number);
        }
        take_echo(desk, sequence, &echo)?;
        return settle(desk, &first, number);
    }
    match Layer::from_bytes(record) {
        Some(Layer::Plenary(message)) => take_message(desk, sequence, &Room::Plenary, &message),
        Some(Layer::Room(sealed)) => take_room(desk, sequence, &sealed),
        Some(Layer::Welcome { to, welcome }) if to == desk.me => door::welcomed(desk, sequence, &welcome),
        Some(Layer::RoomWelcome { to, welcome, room }) if to == desk.me => door::room_welcomed(desk, &room, &welcome),
        Some(Layer::Welcome { .. } | Layer::RoomWelcome { .. }) => Ok(()),
        Some(Layer::Knock(knock)) => door::knocked(desk, &knock),
        Some(Layer::Return(comeback)) => door::came_back(desk, &comeback),
        None => noise(desk),
    }
}

/// One's own record has come to stand in the log.
fn take_echo(desk: &mut Desk<'_>, sequence: u64, echo: &Echo) -> Result<()> {
    match echo {
        Echo::Done {} => Ok(()),
        Echo::Event { room, event } => {
            let read = Read::from_bytes(event.as_bytes())?;
            let arrival = Arrival { sequence, author: desk.me };
            take_event(desk, room, arrival, event.as_bytes(), &read)
        }
        Echo::Commit { room, added, removed, welcome, served } => {
            let mut new = Vec::new();
            for (member, key) in added {
                let key = dialogue::id::unhex(key).ok_or_else(|| Error::Trouble("a damaged echo".to_owned()))?;
                new.push((*member, key));
            }
            let me = desk.me;
            let admitted = match room {
                Room::Plenary => {
                    let doors = door::welcome_keys(desk.state()?, &new);
                    let done = desk.state_mut()?.apply_commit(sequence, me, &new, removed);
                    done.map(|()| doors)
                }
                room => desk.state()?.admits_room_commit(room, me, &new, removed).map(|()| Vec::new()),
            };
            let Some(mut group) = desk.group(room)? else {
                return Ok(());
            };
            match admitted {
                Ok(doors) => {
                    group.merge_pending()?;
                    merged(desk, sequence, &group, me, new.len(), removed.len());
                    duties::note_served(desk, served)?;
                    desk.keep_epoch(room, &group)?;
                    door::queue_welcomes(desk, room, &new, welcome, &doors)
                }
                // What made it right has changed since it was sent: then it is right for nobody.
                Err(refusal) => {
                    tracing::debug!(sequence, refused = refusal.kind(), "an own commit counts for nothing");
                    withdraw(&mut group)
                }
            }
        }
    }
}

/// An own record is settled; its entry of the outbox too, once all its records are.
fn settle(desk: &Desk<'_>, first: &[u8; 32], number: i64) -> Result<()> {
    desk.tx.execute("DELETE FROM echoes WHERE digest = ?1", [first])?;
    let left: i64 = desk.tx.query_row("SELECT count(*) FROM echoes WHERE outbox = ?1", [number], |row| row.get(0))?;
    if left == 0 { tables::discard(desk.tx, number) } else { Ok(()) }
}

fn take_room(desk: &mut Desk<'_>, sequence: u64, sealed: &[u8]) -> Result<()> {
    if desk.state.is_none() {
        return Ok(());
    }
    for room in desk.rooms()? {
        for key in tables::epoch_keys(desk.tx, &room.to_string())? {
            if let Some(message) = crate::layer::open_room(&key.key, desk.log, sealed) {
                return take_message(desk, sequence, &room, &message);
            }
        }
    }
    Ok(())
}

/// Opens a group's message and takes up what is in it. What cannot be opened counts as noise: a member may have sent
/// it in an epoch that is too old, and the relay may have made it up.
fn take_message(desk: &mut Desk<'_>, sequence: u64, room: &Room, message: &[u8]) -> Result<()> {
    let Some(mut group) = desk.group(room)? else {
        return Ok(());
    };
    match group.open(message) {
        Ok(Opened::Message { sender, payload, epoch, .. }) => {
            let Some(frame) = Frame::from_bytes(&payload) else {
                return noise(desk);
            };
            let author = MemberId(sender.0);
            check_frame(desk, sequence, author, &frame)?;
            if *room == Room::Plenary && epoch < group.epoch() {
                // Whoever was let in since cannot open it, so it counts for nobody; its author says it again.
                return Ok(());
            }
            let arrival = Arrival { sequence, author };
            match Read::from_bytes(&frame.event) {
                Ok(read) => take_event(desk, room, arrival, &frame.event, &read),
                Err(_) => noise(desk),
            }
        }
        Ok(Opened::Commit(inspected)) => take_commit(desk, sequence, room, group, inspected),
        Ok(Opened::Own) => Ok(()),
        Err(error) if error.is_misbehaviour() => noise(desk),
        Err(error) => Err(error.into()),
    }
}

/// Holds what a sender had seen of the log against what was seen here.
fn check_frame(desk: &Desk<'_>, sequence: u64, author: MemberId, frame: &Frame) -> Result<()> {
    match compare(desk, sequence, &frame.stamp)? {
        Seen::Same => Ok(()),
        Seen::Ahead => fault::raise(desk, Fault::Ahead { author, sequence }),
        Seen::OtherLog => fault::raise(desk, Fault::OtherLog { author, sequence, seen: frame.stamp.seen }),
        Seen::OtherGroup => fault::raise(desk, Fault::OtherGroup { author, sequence }),
    }
}

/// A block that none of one's keys opens may be a knock, or a welcome to somebody else. If a member wrote it over
/// another log or in another state of the group, its stamp tells.
fn check_stamp(desk: &Desk<'_>, sequence: u64, block: &Block) -> Result<()> {
    let (Progress::Member, Some(state)) = (&desk.progress, &desk.state) else {
        return Ok(());
    };
    let Some(stamp) = sealing::stamp(&StampKey::new(&state.lobby, desk.log), desk.log, block) else {
        return Ok(());
    };
    match compare(desk, sequence, &stamp)? {
        Seen::Same => Ok(()),
        _ => fault::raise(desk, Fault::OtherBranch { sequence, seen: stamp.seen }),
    }
}

/// What the writer of a block had seen, held against what was seen here.
enum Seen {
    Same,
    Ahead,
    OtherLog,
    OtherGroup,
}

fn compare(desk: &Desk<'_>, sequence: u64, stamp: &Stamp) -> Result<Seen> {
    if stamp.seen >= sequence {
        return Ok(Seen::Ahead);
    }
    let same_log = match stamp.seen {
        0 => stamp.log_hash == [0; 32],
        seen => tables::log_hash(desk.tx, seen)?.is_none_or(|hash| hash == stamp.log_hash),
    };
    let epochs = tables::epoch_keys(desk.tx, PLENARY)?;
    let same_group = match epochs.iter().find(|epoch| epoch.epoch == stamp.epoch) {
        Some(epoch) => epoch.authenticator == stamp.authenticator,
        // An epoch from before one's own time, or forgotten; but none can be newer.
        None => epochs.first().is_none_or(|newest| stamp.epoch < newest.epoch),
    };
    Ok(match (same_log, same_group) {
        (true, true) => Seen::Same,
        (false, _) => Seen::OtherLog,
        (true, false) => Seen::OtherGroup,
    })
}

fn take_commit(
    desk: &mut Desk<'_>,
    sequence: u64,
    room: &Room,
    mut group: Group<'_>,
    inspected: Inspected,
) -> Result<()> {
    let author = MemberId(inspected.sender.0);
    let added: Vec<(MemberId, [u8; 32])> = inspected.added.iter().map(|(id, key)| (MemberId(id.0), *key)).collect();
    let removed: Vec<MemberId> = inspected.removed.iter().map(|id| MemberId(id.0)).collect();
    if desk.state.is_none() {
        return Ok(());
    }
    let comes_back = match desk.state()?.members.get(&desk.me).map(|me| &me.standing) {
        Some(Standing::Returning(admission)) => Some(admission.key_package.clone()),
        _ => None,
    };
    let admitted = match room {
        Room::Plenary => desk.state_mut()?.apply_commit(sequence, author, &added, &removed),
        room => desk.state()?.admits_room_commit(room, author, &added, &removed),
    };
    if let Err(refusal) = admitted {
        tracing::warn!(sequence, author = %Brief(&author.0), refused = refusal.kind(), "a commit is merged by nobody");
        // Nobody honest merges it: the group stays as it was.
        return noise(desk);
    }
    withdraw(&mut group)?;
    if removed.contains(&desk.me) {
        return match added.iter().any(|(id, _)| *id == desk.me) {
            true => door::replaced(desk, room, comes_back.as_deref()),
            false => door::removed(desk, room),
        };
    }
    group.accept(inspected)?;
    merged(desk, sequence, &group, author, added.len(), removed.len());
    if *room != Room::Plenary {
        duties::note_used(desk, room, added.iter().map(|(id, _)| *id))?;
    }
    desk.keep_epoch(room, &group)
}

fn merged(desk: &Desk<'_>, sequence: u64, group: &Group<'_>, author: MemberId, added: usize, removed: usize) {
    let (log, author, name) = (Brief(&desk.log.0), Brief(&author.0), crate::brief::group(group.id()));
    tracing::info!(%log, sequence, group = name, epoch = group.epoch(), %author, added, removed, "a commit was merged");
}

/// Takes up an event that the group has authenticated.
fn take_event(desk: &mut Desk<'_>, room: &Room, arrival: Arrival, bytes: &[u8], read: &Read) -> Result<()> {
    if let (Room::Plenary, Read::Known(event)) = (room, read) {
        if let Body::Introduced { member, state, log_hash, sequence } = &event.body {
            door::introduced(desk, arrival, *member, state, *log_hash, *sequence)?;
        }
        if let (Body::Founded { .. }, None) = (&event.body, &desk.state) {
            desk.begin(State::found(arrival, event)?);
            return keep(desk, room, arrival, bytes, read, None);
        }
    }
    if desk.state.is_none() {
        return Ok(());
    }
    let refusal = match room {
        Room::Plenary => desk.state_mut()?.apply(arrival, read).err(),
        room => hear(desk, room, arrival, read)?,
    };
    if refusal.is_none()
        && let Read::Known(event) = read
    {
        consequences(desk, room, arrival.author, event)?;
    }
    keep(desk, room, arrival, bytes, read, refusal)
}

/// What a room's members say is no part of the state; that none counts twice is seen from the record.
fn hear(desk: &Desk<'_>, room: &Room, arrival: Arrival, read: &Read) -> Result<Option<Refusal>> {
    let number = match read {
        Read::Known(event) => event.number,
        Read::Newer { number, .. } => *number,
    };
    if tables::last_number(desk.tx, room, arrival.author)?.is_some_and(|last| number <= last) {
        return Ok(Some(Refusal::Repeated));
    }
    Ok(match read {
        Read::Known(event) => desk.state()?.hears(room, arrival.author, event).err(),
        Read::Newer { kind, .. } => Some(Refusal::Newer(kind.clone())),
    })
}

/// What an applied event means for this participant beside the state.
fn consequences(desk: &mut Desk<'_>, room: &Room, author: MemberId, event: &Event) -> Result<()> {
    match &event.body {
        Body::Told { question, answer } => crate::sounding::told(desk, room, author, question, *answer),
        Body::Left {} if author == desk.me => door::removed(desk, &Room::Plenary),
        Body::Removed { member, .. } if *member == desk.me => door::removed(desk, &Room::Plenary),
        Body::Readmitted { member, .. } if *member == desk.me => Ok(()),
        _ => Ok(()),
    }
}

fn keep(
    desk: &Desk<'_>,
    room: &Room,
    arrival: Arrival,
    bytes: &[u8],
    read: &Read,
    refusal: Option<Refusal>,
) -> Result<()> {
    let (number, at, kind) = match read {
        Read::Known(event) => (event.number, event.at, event.body.kind()),
        Read::Newer { kind, number } => (*number, 0, kind.clone()),
    };
    let (log, sequence, author) = (Brief(&desk.log.0), arrival.sequence, Brief(&arrival.author.0));
    // A kind that is not known is its author's word.
    let known = if matches!(read, Read::Known(_)) { kind.as_str() } else { "newer" };
    match &refusal {
        None => tracing::debug!(%log, sequence, %author, kind = known, "an event was taken up"),
        Some(refusal) => {
            tracing::debug!(%log, sequence, %author, kind = known, refused = refusal.kind(), "an event was refused");
        }
    }
    // An introduction repeats the whole state; that it took place is enough.
    let body = match kind.as_str() {
        "introduced" => "{}".to_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    tables::put_entry(
        desk.tx,
        &Entry {
            sequence: arrival.sequence,
            room: room.clone(),
            author: arrival.author,
            number,
            at,
            kind,
            body,
            refusal: refusal.map(|refusal| refusal.to_string()),
        },
    )
}

/// Whether an error of the group says something about the message rather than about this machine.
trait Blame {
    fn is_misbehaviour(&self) -> bool;
}

impl Blame for group::Error {
    fn is_misbehaviour(&self) -> bool {
        self.family() == Family::Misbehaviour
    }
}
