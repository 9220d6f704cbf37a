//! Events: what members say to the dialogue, as it travels inside the group's messages.
//!
//! The form is JSON: `{"v":1,"n":…,"at":…,"body":{KIND:{…}}}`. A kind or a version that this program does not know is
//! kept and shown as such, never guessed at; so is a kind that it knows with something in it that it does not.
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::charter::Charter;
use crate::id::{EventId, InvitationId, MemberId, bytes32};
use crate::member::{Admission, RoomKey};
use crate::question::Asking;
use crate::record::Act;
use crate::refusal::Refusal;
use crate::room::Room;
use crate::run::{Card, End};

/// The version that this program writes, and the newest that it reads.
pub const VERSION: u32 = 1;
/// No event is longer.
pub const MOST_EVENT_BYTES: usize = 3 << 19;
/// The state as an introduction carries it takes no more: what is beside it in that event has the rest.
pub const MOST_STATE_BYTES: usize = MOST_EVENT_BYTES - (64 << 10);
/// No text in an event is longer.
pub const MOST_TEXT_BYTES: usize = 64 << 10;
/// All versions of the agenda together are no longer, nor are all texts to be adopted.
pub const MOST_AGENDA_BYTES: usize = 512 << 10;
/// No name is longer.
pub const MOST_NAME_BYTES: usize = 80;

/// Where an event stands, as the group and the log have it; its author is authenticated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The sequence number of its first block in the log.
    pub sequence: u64,
    /// Who sent it.
    pub author: MemberId,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    v: u32,
    /// Counts the author's events up, so that none counts twice; gaps do not matter.
    #[serde(rename = "n")]
    pub number: u64,
    /// When the author's clock says it was, in seconds since 1970.
    pub at: i64,
    /// What is said.
    pub body: Body,
}

/// What an event says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The dialogue begins; its author is the convener.
    Founded {
        /// How it is called.
        title: String,
        /// What is agreed.
        charter: Charter,
        /// The convener's name.
        name: String,
        /// The convener's key.
        #[serde(with = "bytes32")]
        key: [u8; 32],
        /// Random; hides from the relay what is said at the door to members who come back. All members know it.
        #[serde(with = "bytes32")]
        lobby: [u8; 32],
    },
    /// A seat is offered.
    Invited {
        /// The invitation.
        invitation: InvitationId,
        /// The seat's side.
        side: String,
        /// Not valid from this time on.
        expires_at: i64,
        /// The member whose lost seat it replaces.
        replaces: Option<MemberId>,
    },
    /// An invitation is taken back.
    InvitationWithdrawn {
        /// The invitation.
        invitation: InvitationId,
    },
    /// Somebody used an invitation; it is in the group once a commit lets it in.
    Admitted {
        /// The invitation.
        invitation: InvitationId,
        /// The new member.
        member: MemberId,
        /// Its name.
        name: String,
        /// Its key.
        #[serde(with = "bytes32")]
        key: [u8; 32],
        /// How to let it in.
        admission: Admission,
    },
    /// A member whose machine is lost comes back with the same key.
    Readmitted {
        /// The member.
        member: MemberId,
        /// How to let it in.
        admission: Admission,
    },
    /// What a new member needs to know: the state as of the block before this one. All hold it against their own.
    Introduced {
        /// For whom.
        member: MemberId,
        /// The state, as [`crate::State::to_bytes`] writes it.
        state: String,
        /// The hash of the log up to and including the block before this record's welcome.
        #[serde(with = "bytes32")]
        log_hash: [u8; 32],
        /// The sequence number of that block.
        sequence: u64,
    },
    /// Key packages for rooms, from a member for whoever lets it into them.
    RoomKeys {
        /// One for each room.
        keys: Vec<RoomKey>,
    },
    /// The author leaves.
    Left {},
    /// The convener removes a member.
    Removed {
        /// Whom.
        member: MemberId,
        /// Why.
        why: String,
    },
    /// A message in the room whose group carries it.
    Said {
        /// The text.
        text: String,
    },
    /// A new version of the agenda.
    AgendaSet {
        /// The document.
        toml: String,
    },
    /// The author's side seals its position for a version of the agenda; the author's machine holds it.
    Sealed {
        /// The version.
        version: u32,
        /// A salted hash over the exact position and the coins' seed.
        #[serde(with = "bytes32")]
        seal: [u8; 32],
    },
    /// A question is called; its name is the short form of this event's id.
    Called {
        /// The question.
        asking: Box<Asking>,
    },
    /// The author's side agrees to a question.
    Consented {
        /// The question's name.
        question: String,
        /// A salted hash over the exact bits and coins that the side will enter.
        #[serde(with = "bytes32")]
        seal: [u8; 32],
    },
    /// The author's side does not agree to a question; all see it.
    ConsentRefused {
        /// The question's name.
        question: String,
    },
    /// Its caller takes a question back.
    Withdrawn {
        /// The question's name.
        question: String,
    },
    /// The author's machine is ready for an attempt at a run.
    Readied {
        /// The question's name.
        question: String,
        /// The attempt, from 1.
        attempt: u32,
        /// How to meet it.
        card: Card,
    },
    /// How an attempt ended on the author's machine.
    Ended {
        /// The question's name.
        question: String,
        /// The attempt.
        attempt: u32,
        /// How.
        end: End,
    },
    /// An answer, told by one who took part to those of the room whose group carries it.
    Told {
        /// The question's name.
        question: String,
        /// The answer.
        answer: negotiation::circuit::Answer,
    },
    /// Something goes on the record.
    Entered {
        /// What.
        act: Box<Act>,
    },
    /// The author agrees that the dialogue be destroyed everywhere.
    DestructionAgreed {},
    /// The author destroys its keys right after this: its last event.
    Destroyed {},
}

/// An event as far as this program can read it.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// One that it knows.
    Known(Box<Event>),
    /// One of a newer program.
    Newer {
        /// What it calls itself.
        kind: String,
        /// Counts the author's events up.
        number: u64,
    },
}

impl Event {
    /// An event of this program's version.
    #[must_use]
    pub fn new(number: u64, at: i64, body: Body) -> Self {
        Self { v: VERSION, number, at, body }
    }

    /// Its id: a hash over the author and the author's number.
    #[must_use]
    pub fn id(&self, author: MemberId) -> EventId {
        let mut hasher = blake3::Hasher::new_derive_key("backchannel event id v1");
        hasher.update(&author.0);
        hasher.update(&self.number.to_le_bytes());
        let mut id = [0; 16];
        hasher.finalize_xof().fill(&mut id);
        EventId(id)
    }

    /// As it travels.
    ///
    /// # Errors
    /// [`Refusal::Unusable`], where it is longer than [`MOST_EVENT_BYTES`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, Refusal> {
        let bytes = serde_json::to_vec(self).map_err(|error| Refusal::Unreadable(error.to_string()))?;
        if bytes.len() > MOST_EVENT_BYTES {
            let problem = format!("it takes {} bytes; at most {MOST_EVENT_BYTES} travel", bytes.len());
            return Err(Refusal::Unusable { what: "the event", problem });
        }
        Ok(bytes)
    }
}

impl Read {
    /// Reads what travelled.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`], where it is no event of any version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Refusal> {
        #[derive(Deserialize)]
        struct Header {
            v: u32,
            n: u64,
            body: Value,
        }
        if bytes.len() > MOST_EVENT_BYTES {
            return Err(Refusal::Unreadable(format!("{} bytes", bytes.len())));
        }
        let unreadable = |error: serde_json::Error| Refusal::Unreadable(error.to_string());
        let header: Header = serde_json::from_slice(bytes).map_err(unreadable)?;
        let named = header.body.as_object().and_then(|body| body.keys().next());
        let kind: String = named.map_or_else(|| "?".to_owned(), |kind| kind.chars().take(40).collect());
        if header.v > VERSION {
            return Ok(Self::Newer { kind, number: header.n });
        }
        let newer = |error: &serde_json::Error| {
            let error = error.to_string();
            error.starts_with("unknown variant") || error.starts_with("unknown field")
        };
        match serde_json::from_slice::<Event>(bytes) {
            // Half an entry may say the opposite of the whole one.
            Ok(event) if matches!(event.body, Body::Entered { .. }) && leaves_out(&header.body, &event.body) => {
                Ok(Self::Newer { kind, number: header.n })
            }
            Ok(event) => Ok(Self::Known(Box::new(event))),
            Err(error) if newer(&error) => Ok(Self::Newer { kind, number: header.n }),
            Err(error) => Err(unreadable(error)),
        }
    }
}

/// Whether something that travelled was not read.
fn leaves_out(travelled: &Value, read: &Body) -> bool {
    serde_json::to_value(read).is_ok_and(|read| says_more(travelled, &read))
}

/// Whether a value has a field, at any depth, that the other has not. What is null, empty or false may be left out.
fn says_more(value: &Value, than: &Value) -> bool {
    match (value, than) {
        (Value::Object(fields), Value::Object(known)) => fields.iter().any(|(name, field)| match known.get(name) {
            Some(known) => says_more(field, known),
            None => !is_nothing(field),
        }),
        (Value::Array(items), Value::Array(known)) => {
            items.iter().zip(known).any(|(item, known)| says_more(item, known))
        }
        _ => false,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

impl Body {
    /// The kind's name as it travels.
    #[must_use]
    pub fn kind(&self) -> String {
        let value = serde_json::to_value(self).ok();
        let key = value.as_ref().and_then(|value| value.as_object()?.keys().next().cloned());
        key.unwrap_or_default()
    }

    /// Whether it can make the state much larger.
    #[must_use]
    pub fn grows(&self) -> bool {
        matches!(self, Self::AgendaSet { .. } | Self::Called { .. } | Self::Entered { .. })
    }

    /// Whether it belongs into a room other than the plenary.
    #[must_use]
    pub fn fits(&self, room: &Room) -> bool {
        match self {
            Self::Said { .. } | Self::Told { .. } => true,
            // A caucus has readout lines of its own, and a mandate is shown to whom its holder chooses.
            Self::Entered { act } => *room == Room::Plenary || act.fits_rooms(),
            _ => *room == Room::Plenary,
        }
    }
}

/// A name that people read: not empty, not too long, nothing in it that a terminal or a page would obey.
///
/// # Errors
/// [`Refusal::Unusable`].
pub fn check_name(what: &'static str, name: &str) -> Result<(), Refusal> {
    let problem = if name.trim().is_empty() {
        "it is empty".to_owned()
    } else if name.len() > MOST_NAME_BYTES {
        format!("it is longer than {MOST_NAME_BYTES} bytes")
    } else if name.chars().any(|c| c.is_control() || is_bidi_control(c)) || name.trim() != name {
        "it has control characters, or spaces at its ends".to_owned()
    } else {
        return Ok(());
    };
    Err(Refusal::Unusable { what, problem })
}

/// A name that is also typed in commands: no commas, colons or equals signs.
///
/// # Errors
/// [`Refusal::Unusable`].
pub fn check_side(name: &str) -> Result<(), Refusal> {
    check_name("the side's name", name)?;
    if name.contains([',', ':', '=']) || name.eq_ignore_ascii_case("convener") {
        let problem = "it may not contain `,`, `:` or `=`, nor be “convener”".to_owned();
        return Err(Refusal::Unusable { what: "the side's name", problem });
    }
    Ok(())
}

/// A text that people read.
///
/// # Errors
/// [`Refusal::Unusable`].
pub fn check_text(what: &'static str, text: &str) -> Result<(), Refusal> {
    if text.len() > MOST_TEXT_BYTES {
        let problem = format!("it is longer than {MOST_TEXT_BYTES} bytes");
        return Err(Refusal::Unusable { what, problem });
    }
    Ok(())
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}')
}
