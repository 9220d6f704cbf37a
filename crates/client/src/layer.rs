//! What a record is, once its blocks are open: a message of the plenary's group, of a room's group, a welcome, or a
//! knock at the door. Binary, with explicit lengths; a reader gets a value or nothing.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use dialogue::{InvitationId, MemberId, Room};
use envelope::LogId;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::stamp::Stamp;

/// A record.
#[derive(Debug, PartialEq)]
pub(crate) enum Layer {
    /// A message of the plenary's group, as MLS writes it.
    Plenary(Vec<u8>),
    /// Sealed once more for one room: others cannot even tell which.
    Room(Vec<u8>),
    /// Lets one member into the plenary's group.
    Welcome {
        /// Whom.
        to: MemberId,
        /// As MLS writes it.
        welcome: Vec<u8>,
    },
    /// Lets one member into a room's group.
    RoomWelcome {
        /// Whom.
        to: MemberId,
        /// As MLS writes it.
        welcome: Vec<u8>,
        /// The room's name.
        room: Room,
    },
    /// Somebody with an invitation asks to be let in.
    Knock(Knock),
    /// A member with a new machine asks to be let in again.
    Return(Comeback),
}

/// What an invited person sends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Knock {
    /// The invitation used.
    pub(crate) invitation: InvitationId,
    /// How it wants to be called.
    pub(crate) name: String,
    /// Its key package, with its pseudonym and its key.
    #[serde(with = "dialogue::id::octets")]
    pub(crate) key_package: Vec<u8>,
}

/// What a member that lost its machine sends; the key package is signed by the key that all know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Comeback {
    /// Who.
    pub(crate) member: MemberId,
    /// Its new key package, under its old key.
    #[serde(with = "dialogue::id::octets")]
    pub(crate) key_package: Vec<u8>,
    /// The member's signature over log and key package, by the key that all know.
    #[serde(with = "dialogue::id::octets")]
    pub(crate) signature: Vec<u8>,
}

const PLENARY: u8 = 0;
const ROOM: u8 = 1;
const WELCOME: u8 = 2;
const ROOM_WELCOME: u8 = 3;
const KNOCK: u8 = 4;
const RETURN: u8 = 5;

impl Layer {
    /// In bytes.
    pub(crate) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::new());
        match self {
            Self::Plenary(message) => put(&mut bytes, PLENARY, &[0; ROOM_OVERHEAD], message),
            Self::Room(sealed) => put(&mut bytes, ROOM, &[], sealed),
            Self::Welcome { to, welcome } => put(&mut bytes, WELCOME, &to.0, welcome),
            Self::RoomWelcome { to, welcome, room } => {
                let name = room.to_string();
                let mut head = to.0.to_vec();
                head.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
                head.extend_from_slice(name.as_bytes());
                put(&mut bytes, ROOM_WELCOME, &head, welcome);
            }
            Self::Knock(knock) => put(&mut bytes, KNOCK, &[], &serde_json::to_vec(knock).unwrap_or_default()),
            Self::Return(comeback) => put(&mut bytes, RETURN, &[], &serde_json::to_vec(comeback).unwrap_or_default()),
        }
        bytes
    }

    /// From bytes; `None` where they are no record that this program knows.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (kind, rest) = bytes.split_first()?;
        match *kind {
            PLENARY => rest.strip_prefix(&[0; ROOM_OVERHEAD]).map(|message| Self::Plenary(message.to_vec())),
            ROOM => Some(Self::Room(rest.to_vec())),
            WELCOME => {
                let (to, welcome) = rest.split_first_chunk::<16>()?;
                Some(Self::Welcome { to: MemberId(*to), welcome: welcome.to_vec() })
            }
            ROOM_WELCOME => {
                let (to, rest) = rest.split_first_chunk::<16>()?;
                let (length, rest) = rest.split_first()?;
                let (name, welcome) = rest.split_at_checked(usize::from(*length))?;
                let room = std::str::from_utf8(name).ok()?.parse().ok()?;
                Some(Self::RoomWelcome { to: MemberId(*to), welcome: welcome.to_vec(), room })
            }
            KNOCK => serde_json::from_slice(rest).ok().map(Self::Knock),
            RETURN => serde_json::from_slice(rest).ok().map(Self::Return),
            _ => None,
        }
    }
}

fn put(bytes: &mut Vec<u8>, kind: u8, head: &[u8], body: &[u8]) {
    bytes.push(kind);
    bytes.extend_from_slice(head);
    bytes.extend_from_slice(body);
}

/// What stands inside every group message: what its sender had seen of the log, and the event.
pub(crate) struct Frame {
    /// What its sender had seen.
    pub(crate) stamp: Stamp,
    /// The event.
    pub(crate) event: Vec<u8>,
}

impl Frame {
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        [&self.stamp.to_bytes()[..], &self.event].concat()
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (stamp, event) = Stamp::split(bytes)?;
        Some(Self { stamp, event: event.to_vec() })
    }
}

const ROOM_NONCE_BYTES: usize = 24;
const ROOM_TAG_BYTES: usize = 16;
/// Bytes that [`seal_room`] adds. A message of the plenary carries as many zeros, so that it takes as many blocks as
/// one of the same length for a room: the relay counts blocks.
const ROOM_OVERHEAD: usize = ROOM_NONCE_BYTES + ROOM_TAG_BYTES;

/// Seals a message for one room: XChaCha20-Poly1305 under the room's own key, so that members of other rooms cannot
/// tell which room it is for.
pub(crate) fn seal_room(key: &[u8; 32], log: LogId, message: &[u8]) -> Result<Vec<u8>> {
    let nonce: [u8; ROOM_NONCE_BYTES] = crate::random()?;
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: message, aad: &log.0 });
    let sealed = sealed.map_err(|_| Error::Trouble("a message could not be sealed".to_owned()))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal_room`] sealed; `None` under another room's key.
pub(crate) fn open_room(key: &[u8; 32], log: LogId, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<ROOM_NONCE_BYTES>()?;
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &log.0 }).ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_as_long_for_the_plenary_as_for_a_room() {
        let (key, log) = ([7; 32], LogId([1; 16]));
        for length in [0, 1, 300, 20_000] {
            let message = vec![9; length];
            let plenary = Layer::Plenary(message.clone());
            let room = Layer::Room(seal_room(&key, log, &message).unwrap());
            assert_eq!(plenary.to_bytes().len(), room.to_bytes().len(), "{length} bytes");
            assert_eq!(Layer::from_bytes(&plenary.to_bytes()), Some(plenary));
            let Some(Layer::Room(sealed)) = Layer::from_bytes(&room.to_bytes()) else { unreachable!("a room's") };
            assert_eq!(open_room(&key, log, &sealed), Some(message));
        }
    }
}
