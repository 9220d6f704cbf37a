//! Hand-over packets on their way: for whom one is made, what goes into it, and the answer that goes back.
use dialogue::Refusal;
use dialogue::attribution::Weight;
use dialogue::record::handover::{self, Item, Packet, Receiver, SignedPacket};
use dialogue::record::line::Audience;
use dialogue::record::{Act, Record, Track, debrief, scene, track};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::participant::Participant;

/// For whom a packet is: the card that a receiving dialogue hands out. It holds for the members that there are then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The dialogue's id.
    pub dialogue: String,
    /// What it is called.
    pub title: String,
    /// A digest over its members' keys, 64 hexadecimal digits.
    pub receivers: String,
    /// The receiving members' keys: one of them signs the answer.
    pub keys: Vec<Receiver>,
    /// The track that its talks are on: that of the last meeting held, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<Track>,
}

/// The track that a record's talks are on.
fn track_of(record: &Record) -> Option<Track> {
    track::history(&record.own).last().and_then(|computed| computed.track)
}

impl Card {
    /// The digest over the receivers' keys, if it is theirs.
    ///
    /// # Errors
    /// [`Error::Misuse`]: no digest, or one of other keys.
    pub(crate) fn check(&self) -> Result<[u8; 32]> {
        let receivers = dialogue::id::unhex(&self.receivers)
            .ok_or_else(|| Error::Misuse("the card's receivers are not 64 digits".to_owned()))?;
        if handover::receivers(self.keys.iter().map(|key| key.0)) != receivers {
            let text = "the card's keys are not those of its receivers; ask for a new card: `handover card`";
            return Err(Error::Misuse(text.to_owned()));
        }
        Ok(receivers)
    }
}

/// A cleared line as an item: attributed as its rule allows, and not at all otherwise.
///
/// # Errors
/// A line that may not go, or that would tell who said it.
pub fn item(record: &Record, name: &str) -> std::result::Result<Item, Refusal> {
    let line = record.readouts.line(name)?;
    handover::may_go(name, line)?;
    // Who reads it was not in the room: what would tell the public who said it tells them.
    let found = scene::check(record, name, line, Audience::Public, None);
    if let Some(one) = found.iter().find(|one| one.finding.weight == Weight::Block) {
        let problem = format!("line {name} would tell who said it: “{}”. {}", one.finding.matched, one.finding.why);
        return Err(Refusal::Unusable { what: "the packet", problem });
    }
    Ok(Item { text: line.wording.text.clone(), attributed_to: debrief::attributed(line) })
}

impl Participant {
    /// The card of this dialogue.
    ///
    /// # Errors
    /// Not a member yet; the vault.
    pub fn handover_card(&mut self) -> Result<Card> {
        let state = self.state()?;
        let present = state.members.values().filter(|member| member.is_present());
        let mut keys: Vec<Receiver> = present.map(|member| Receiver(member.key)).collect();
        keys.sort_unstable_by_key(|key| key.0);
        let receivers = dialogue::id::hex(&handover::receivers(keys.iter().map(|key| key.0)));
        let track = track_of(&state.record);
        Ok(Card { dialogue: self.id().to_string(), title: state.title, receivers, keys, track })
    }

    /// A signed packet of cleared lines for the dialogue of a card, with the act that notes it here.
    ///
    /// # Errors
    /// A card without a digest; lines that may not go.
    pub fn handover_packet(&mut self, card: &Card, lines: &[String], title: &str) -> Result<(SignedPacket, Act)> {
        let state = self.state()?;
        let receivers = card.check()?;
        let items = lines.iter().map(|name| item(&state.record, name)).collect::<std::result::Result<Vec<_>, _>>()?;
        let packet = Packet {
            v: handover::VERSION,
            title: title.to_owned(),
            from_track: track_of(&state.record),
            to: card.dialogue.clone(),
            receivers,
            items,
            key: self.public_key()?,
        };
        let signed = self.sign_packet(packet)?;
        let made = handover::Act::Made {
            digest: signed.packet.digest(),
            lines: lines.to_vec(),
            to: card.title.clone(),
            receivers: card.keys.clone(),
        };
        Ok((signed, Act::Handover(made)))
    }
}
