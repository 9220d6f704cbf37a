//! What a participant can look at: read from the vault, nothing is sent for it.

use std::collections::BTreeMap;

use dialogue::record::handover::{self, Packet, Reply, Seal, SignedAnswer, SignedPacket};
use dialogue::record::line::Readouts;
use dialogue::{Body, MemberId, Read, Room, State};

use crate::error::{Error, Result};
use crate::participant::Participant;
use crate::participant::desk::Progress;
use crate::tables::{self, Entry};

/// What this participant is in its dialogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Its pseudonym.
    pub me: MemberId,
    /// How far it has come.
    pub progress: Progress,
    /// What all members know; none before one is let in.
    pub state: Option<State>,
}

/// A message in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Where it stands in the log.
    pub sequence: u64,
    /// Who said it.
    pub author: MemberId,
    /// When, by the author's clock.
    pub at: i64,
    /// The text.
    pub text: String,
}

impl Participant {
    /// What this participant is.
    ///
    /// # Errors
    /// The vault.
    pub fn overview(&mut self) -> Result<Overview> {
        self.read(|desk| Ok(Overview { me: desk.me, progress: desk.progress.clone(), state: desk.state.clone() }))
    }

    /// The state, of a member.
    ///
    /// # Errors
    /// Not let in yet; the vault.
    pub fn state(&mut self) -> Result<State> {
        self.read(|desk| desk.state().cloned())
    }

    /// This member's side.
    ///
    /// # Errors
    /// The convener has none.
    pub fn side(&mut self) -> Result<String> {
        self.read(|desk| Ok(desk.state()?.side_of(desk.me)?))
    }

    /// The rooms of this member, with whether each is open to it yet.
    ///
    /// # Errors
    /// The vault.
    pub fn rooms(&mut self) -> Result<Vec<(Room, bool)>> {
        self.read(|desk| {
            let mut rooms = vec![(Room::Plenary, true)];
            for room in desk.rooms()? {
                let open = desk.group(&room)?.is_some();
                rooms.push((room, open));
            }
            Ok(rooms)
        })
    }

    /// The messages of a room after a place in the log.
    ///
    /// # Errors
    /// The vault.
    pub fn messages(&mut self, room: &Room, after: u64) -> Result<Vec<Message>> {
        self.read(|desk| {
            let entries = tables::entries(desk.tx, Some(room), Some("said"), after)?;
            let counted = entries.into_iter().filter(|entry| entry.refusal.is_none());
            counted.map(|entry| message(&entry)).collect()
        })
    }

    /// Everything that arrived, in order, refused events included.
    ///
    /// # Errors
    /// The vault.
    pub fn record(&mut self) -> Result<Vec<Entry>> {
        self.read(|desk| tables::entries(desk.tx, None, None, 0))
    }

    /// The last block of the log that was taken up here.
    ///
    /// # Errors
    /// The vault.
    pub fn taken_up(&mut self) -> Result<u64> {
        self.read(|desk| Ok(desk.cursor))
    }

    /// This member's own events after a block that count for nothing, as what reached the log before them had made them
    /// impossible: the block, when, and why.
    ///
    /// # Errors
    /// The vault.
    pub fn own_refused(&mut self, after: u64) -> Result<Vec<(u64, i64, String)>> {
        self.read(|desk| tables::refused(desk.tx, &desk.me, after))
    }

    /// The readout lines of this side's own caucus, from what was said there in order.
    ///
    /// # Errors
    /// The convener has no caucus; the vault.
    pub fn caucus_readouts(&mut self) -> Result<Readouts> {
        self.read(|desk| {
            let state = desk.state()?;
            let room = Room::Caucus(state.side_of(desk.me)?);
            desk.readouts(&room)
        })
    }

    /// This member's key in this dialogue: Ed25519.
    ///
    /// # Errors
    /// The vault.
    pub fn public_key(&mut self) -> Result<[u8; 32]> {
        self.read(|desk| Ok(desk.identity.public()))
    }

    /// Signs a hand-over packet with this member's key.
    ///
    /// # Errors
    /// A packet of another key; the vault.
    pub fn sign_packet(&mut self, packet: Packet) -> Result<SignedPacket> {
        self.read(|desk| {
            if packet.key != desk.identity.public() {
                return Err(Error::Misuse("the packet names another key than this member's".to_owned()));
            }
            let signature = dialogue::id::hex(&desk.identity.sign(handover::PURPOSE, &packet.hash()));
            Ok(SignedPacket { packet, signature })
        })
    }

    /// Signs the answer to a hand-over packet with this member's key, for those who made it.
    ///
    /// # Errors
    /// The vault.
    pub fn sign_answer(&mut self, digest: &str, reply: Reply) -> Result<SignedAnswer> {
        self.read(|desk| {
            let key = desk.identity.public();
            let hash = handover::answer_hash(digest, &reply, &key);
            let signature = dialogue::id::hex(&desk.identity.sign(handover::ANSWER_PURPOSE, &hash));
            Ok(SignedAnswer { digest: digest.to_owned(), reply, seal: Seal { key, signature } })
        })
    }

    /// Words to be compared aloud with another member, and whether they were found the same.
    ///
    /// # Errors
    /// No such member.
    pub fn words(&mut self, with: MemberId) -> Result<(String, bool)> {
        self.read(|desk| {
            let member = desk.state()?.members.get(&with).filter(|_| with != desk.me);
            let member = member.ok_or_else(|| Error::Misuse("compare with another member".to_owned()))?;
            let words = crate::words::between(desk.log, &desk.identity.public(), &member.key);
            Ok((words, tables::verified(desk.tx, with)?))
        })
    }

    /// Notes that the words were the same.
    ///
    /// # Errors
    /// As [`Self::words`].
    pub fn confirm(&mut self, with: MemberId) -> Result<()> {
        self.words(with)?;
        self.write(|desk| tables::verify(desk.tx, with, desk.now))
    }

    /// Members whose words were compared aloud.
    ///
    /// # Errors
    /// The vault.
    pub fn verified(&mut self) -> Result<BTreeMap<MemberId, bool>> {
        self.read(|desk| {
            let ids: Vec<MemberId> = desk.state()?.members.keys().copied().collect();
            ids.into_iter().map(|id| Ok((id, tables::verified(desk.tx, id)?))).collect()
        })
    }
}

fn message(entry: &Entry) -> Result<Message> {
    let read = Read::from_bytes(entry.body.as_bytes())?;
    let text = match read {
        Read::Known(event) => match event.body {
            Body::Said { text } => text,
            _ => String::new(),
        },
        Read::Newer { .. } => String::new(),
    };
    Ok(Message { sequence: entry.sequence, author: entry.author, at: entry.at, text })
}
