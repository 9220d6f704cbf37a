//! Everything of one dialogue that one transaction works on: loaded at its beginning, saved before its end. Whatever
//! fails, the transaction is undone and this is dropped: the vault is the truth, memory is a copy.

use std::collections::BTreeMap;

use dialogue::record::Act;
use dialogue::record::line::Readouts;
use dialogue::{Event, MemberId, Refusal, Room, State};
use envelope::LogId;
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::group::{Group, Identity};
use crate::tables::{self, EpochKey, Intent, Setting};

/// The name under which the plenary's keys and group stand.
pub(crate) const PLENARY: &str = "plenary";

/// How far a participant has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// It has knocked and waits to be let in.
    Knocked {
        /// The key derived from the invitation.
        #[serde(with = "dialogue::id::bytes32")]
        key: [u8; 32],
        /// Who invited it, by the fingerprint of its key.
        #[serde(with = "dialogue::id::bytes32")]
        inviter: [u8; 32],
    },
    /// It is in the group and waits to be introduced; blocks from here on are already read.
    Welcomed {
        /// The sequence number of the welcome's first block.
        at: u64,
    },
    /// It is a member.
    Member,
    /// Its machine was lost; it has asked, or has still to ask, to be let in again.
    Returning {
        /// Whether it has asked.
        asked: bool,
    },
    /// It has left, or was removed.
    Gone,
}

/// An act that was entered in a room.
pub(crate) struct Entered {
    /// Where it stands in the log, and who entered it.
    pub(crate) arrival: dialogue::Arrival,
    /// When, by the author's clock.
    pub(crate) at: i64,
    pub(crate) act: Act,
}

/// One transaction's view of a dialogue.
pub(crate) struct Desk<'t> {
    pub(crate) tx: &'t Transaction<'t>,
    pub(crate) log: LogId,
    pub(crate) me: MemberId,
    pub(crate) identity: Identity,
    /// Seconds since 1970, by this machine's clock.
    pub(crate) now: i64,
    /// None before the founding or the introduction.
    pub(crate) state: Option<State>,
    pub(crate) progress: Progress,
    /// The last block taken up.
    pub(crate) cursor: u64,
    room_groups: BTreeMap<String, String>,
    changed: bool,
}

impl<'t> Desk<'t> {
    /// Loads it.
    pub(crate) fn load(tx: &'t Transaction<'t>, log: LogId, now: i64) -> Result<Self> {
        let state: Option<String> = tables::read(tx, Setting::State)?;
        Ok(Self {
            tx,
            log,
            me: tables::need(tx, Setting::Me)?,
            identity: Identity::load(tx)?,
            now,
            state: state.map(|state| State::from_bytes(state.as_bytes())).transpose()?,
            progress: tables::need(tx, Setting::Progress)?,
            cursor: tables::read(tx, Setting::Cursor)?.unwrap_or(0),
            room_groups: tables::read(tx, Setting::RoomGroups)?.unwrap_or_default(),
            changed: false,
        })
    }

    /// Saves what may have changed.
    pub(crate) fn save(&self) -> Result<()> {
        if let Some(state) = self.state.as_ref().filter(|_| self.changed) {
            let bytes = state.to_bytes()?;
            let text = std::str::from_utf8(&bytes).map_err(|error| Error::Trouble(error.to_string()))?;
            tables::put(self.tx, Setting::State, text)?;
        }
        tables::put(self.tx, Setting::Progress, &self.progress)?;
        tables::put(self.tx, Setting::Cursor, &self.cursor)?;
        tables::put(self.tx, Setting::RoomGroups, &self.room_groups)
    }

    /// The state of a member.
    pub(crate) fn state(&self) -> Result<&State> {
        self.state.as_ref().ok_or_else(|| Error::Misuse(not_yet(&self.progress).to_owned()))
    }

    /// The state, to be changed and so to be saved.
    pub(crate) fn state_mut(&mut self) -> Result<&mut State> {
        self.changed = true;
        self.state.as_mut().ok_or_else(|| Error::Misuse(not_yet(&self.progress).to_owned()))
    }

    /// Begins with a state.
    pub(crate) fn begin(&mut self, state: State) {
        self.state = Some(state);
        self.changed = true;
    }

    /// The group of a room, if one has it.
    pub(crate) fn group(&self, room: &Room) -> Result<Option<Group<'t>>> {
        match self.group_id(room) {
            Some(id) => Ok(Group::load(self.tx, &id)?),
            None => Ok(None),
        }
    }

    /// Whether one has the group of a room beside the plenary.
    pub(crate) fn is_open(&self, room: &Room) -> bool {
        self.room_groups.contains_key(&room.to_string())
    }

    fn group_id(&self, room: &Room) -> Option<Vec<u8>> {
        match room {
            Room::Plenary => Some(plenary_id(self.log)),
            room => self.room_groups.get(&room.to_string()).map(|id| id.as_bytes().to_vec()),
        }
    }

    /// A fresh group id for a room, which from now on is the room's.
    pub(crate) fn name_group(&mut self, room: &Room) -> Result<Vec<u8>> {
        let random: [u8; 16] = crate::random()?;
        let id = dialogue::id::hex(&random);
        self.room_groups.insert(room.to_string(), id.clone());
        Ok(id.into_bytes())
    }

    /// Takes over a group, by its id, as a room's.
    pub(crate) fn adopt_group(&mut self, room: &Room, id: &[u8]) -> Result<()> {
        let text = std::str::from_utf8(id).map_err(|_| Error::Misbehaviour("a group without a name".to_owned()))?;
        self.room_groups.insert(room.to_string(), text.to_owned());
        Ok(())
    }

    /// Forgets a room's group.
    pub(crate) fn forget_group(&mut self, room: &Room) -> Result<()> {
        if let Some(id) = self.group_id(room) {
            Group::delete(self.tx, &id)?;
        }
        self.room_groups.remove(&room.to_string());
        self.tx.execute("DELETE FROM epoch_keys WHERE room = ?1", [room.to_string()])?;
        Ok(())
    }

    /// Forgets all groups with their keys, and what might have let this machine into others; the identity stays.
    pub(crate) fn forget_groups(&mut self) -> Result<()> {
        Group::delete_all(self.tx)?;
        self.room_groups.clear();
        self.tx.execute("DELETE FROM epoch_keys", [])?;
        Ok(())
    }

    /// Keeps the keys of a group's present epoch.
    pub(crate) fn keep_epoch(&self, room: &Room, group: &Group<'_>) -> Result<()> {
        let exported = group.exporter("backchannel block key", room.to_string().as_bytes(), 32)?;
        let mut key = Zeroizing::new([0; 32]);
        key.copy_from_slice(exported.get(..32).ok_or_else(|| Error::Trouble("a short exporter".to_owned()))?);
        let authenticator = blake3::derive_key("backchannel epoch authenticator v1", &group.authenticator());
        tables::put_epoch_key(self.tx, &room.to_string(), &EpochKey { epoch: group.epoch(), key, authenticator })
    }

    /// The rooms that this member belongs to, whether or not it has their groups.
    pub(crate) fn rooms(&self) -> Result<Vec<Room>> {
        Ok(rooms_of(self.state()?, self.me))
    }

    /// Writes an event and queues it, after asking the rules whether they will take it.
    pub(crate) fn post(&self, room: &Room, body: dialogue::Body) -> Result<Event> {
        let state = self.state()?;
        if self.progress != Progress::Member {
            return Err(Error::Misuse(not_yet(&self.progress).to_owned()));
        }
        let known = state.numbers.get(&self.me).copied().unwrap_or(0);
        let number = known.max(tables::read(self.tx, Setting::Number)?.unwrap_or(0)) + 1;
        let event = Event::new(number, self.now, body);
        match room {
            Room::Plenary => self.ahead()?.admits(self.me, &event)?,
            room => {
                state.hears(room, self.me, &event)?;
                self.would_take(room, &event)?;
            }
        }
        if *room != Room::Plenary && self.group(room)?.is_none() {
            return Err(Error::Misuse(format!(
                "the room {room} is not open for you yet: whoever lets members into it has not been online since you \
                 joined. Try again after the next sync"
            )));
        }
        self.queue(room, &event)?;
        Ok(event)
    }

    /// What was entered in a room and was not refused, in order.
    pub(crate) fn entered(&self, room: &Room) -> Result<Vec<Entered>> {
        let mut acts = Vec::new();
        for entry in tables::entries(self.tx, Some(room), Some("entered"), 0)? {
            let read = dialogue::Read::from_bytes(entry.body.as_bytes())?;
            if let (dialogue::Read::Known(event), None) = (read, &entry.refusal)
                && let dialogue::Body::Entered { act } = event.body
            {
                let arrival = dialogue::Arrival { sequence: entry.sequence, author: entry.author };
                acts.push(Entered { arrival, at: event.at, act: *act });
            }
        }
        Ok(acts)
    }

    /// The readout lines of a room, from what was said there in order.
    pub(crate) fn readouts(&self, room: &Room) -> Result<Readouts> {
        let state = self.state()?;
        let mut readouts = Readouts::default();
        for one in self.entered(room)? {
            if let Act::Line(act) = &one.act {
                // What the lines' own rules refuse changes nothing, as in the plenary.
                let _ = state.take_line(&mut readouts, one.arrival.author, one.at, act);
            }
        }
        Ok(readouts)
    }

    /// Whether the lines of a room would take up an act: a room's lines are no part of the state, and nobody who refuses
    /// one there says so.
    fn would_take(&self, room: &Room, event: &Event) -> Result<()> {
        let line = |event: &Event| match &event.body {
            dialogue::Body::Entered { act } => match &**act {
                Act::Line(act) => Some(act.clone()),
                _ => None,
            },
            _ => None,
        };
        let Some(wanted) = line(event) else {
            return Ok(());
        };
        let state = self.state()?;
        let mut lines = self.readouts(room)?;
        for waiting in tables::waiting_events(self.tx, room)? {
            if let dialogue::Read::Known(earlier) = dialogue::Read::from_bytes(waiting.as_bytes())?
                && let Some(act) = line(&earlier)
            {
                let _ = state.take_line(&mut lines, self.me, earlier.at, &act);
            }
        }
        Ok(state.take_line(&mut lines, self.me, event.at, &wanted)?)
    }

    /// Writes and queues what is not on the record yet: all of it, or nothing. Answers how many.
    ///
    /// # Errors
    /// Which of them the rules do not take, and why.
    pub(crate) fn post_new(&self, bodies: Vec<dialogue::Body>) -> Result<usize> {
        if self.progress != Progress::Member {
            return Err(Error::Misuse(not_yet(&self.progress).to_owned()));
        }
        let mut ahead = self.ahead()?;
        let (mut posted, all) = (0, bodies.len());
        for (at, body) in bodies.into_iter().enumerate() {
            if ahead.has(&body) {
                continue;
            }
            let known = ahead.numbers.get(&self.me).copied().unwrap_or(0);
            let number = known.max(tables::read(self.tx, Setting::Number)?.unwrap_or(0)) + 1;
            let event = Event::new(number, self.now, body);
            let arrival = dialogue::Arrival { sequence: u64::MAX, author: self.me };
            let taken = ahead.apply(arrival, &dialogue::Read::Known(Box::new(event.clone())));
            taken.map_err(|refusal| Error::RefusedOf { at: at + 1, all, refusal })?;
            self.queue(&Room::Plenary, &event)?;
            posted += 1;
        }
        Ok(posted)
    }

    /// The state as it will be once what waits to be sent is taken up, if nobody else says anything before.
    pub(crate) fn ahead(&self) -> Result<State> {
        let mut ahead = self.state()?.clone();
        for event in tables::waiting_events(self.tx, &Room::Plenary)? {
            let read = dialogue::Read::from_bytes(event.as_bytes())?;
            // What the rules will refuse changes nothing ahead either.
            let _ = ahead.apply(dialogue::Arrival { sequence: u64::MAX, author: self.me }, &read);
        }
        Ok(ahead)
    }

    /// Queues an event as it is.
    pub(crate) fn queue(&self, room: &Room, event: &Event) -> Result<()> {
        tables::put(self.tx, Setting::Number, &event.number)?;
        let bytes = event.to_bytes()?;
        let text = String::from_utf8(bytes).map_err(|error| Refusal::Unreadable(error.to_string()))?;
        tables::enqueue(self.tx, &Intent::Event { room: room.clone(), event: text })?;
        Ok(())
    }
}

/// The rooms of a member beside the plenary.
pub(crate) fn rooms_of(state: &State, me: MemberId) -> Vec<Room> {
    match state.members.get(&me).map(|member| member.side.clone()) {
        Some(Some(side)) => vec![Room::Caucus(side.clone()), Room::WithConvener(side)],
        Some(None) => state.sides().into_iter().map(|side| Room::WithConvener(side.to_owned())).collect(),
        None => Vec::new(),
    }
}

/// The plenary's group is named after the log.
pub(crate) fn plenary_id(log: LogId) -> Vec<u8> {
    log.to_string().into_bytes()
}

fn not_yet(progress: &Progress) -> &'static str {
    match progress {
        Progress::Knocked { .. } | Progress::Welcomed { .. } => {
            "you have not been let in yet: who invited you must be online once. Then run `sync`"
        }
        Progress::Member => "the dialogue has not begun yet; run `sync`",
        Progress::Returning { .. } => {
            "this machine has no keys of the group yet: another member must be online once. Then run `sync`"
        }
        Progress::Gone => "you have left this dialogue, or were removed from it",
    }
}
