//! Members, their sides, and the invitations by which they came.
use serde::{Deserialize, Serialize};

use crate::id::{MemberId, bytes32, octets};

/// A person's place in a dialogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// Its name in this dialogue, as its inviter and itself chose it.
    pub name: String,
    /// The side it belongs to; none for the convener.
    pub side: Option<String>,
    /// The key by which it signs in the group: Ed25519.
    #[serde(with = "bytes32")]
    pub key: [u8; 32],
    /// Where it stands.
    pub standing: Standing,
    /// The sequence number of the commit that last let it in; 0 for the founder.
    pub since: u64,
    /// Key packages for the rooms it belongs to, used up one by one as it is let into them.
    pub room_keys: Vec<RoomKey>,
}

/// A key package for one room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoomKey {
    /// The room.
    pub room: crate::room::Room,
    /// The key package, as MLS writes it.
    #[serde(with = "octets")]
    pub key_package: Vec<u8>,
}

/// Where a member stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Admitted, and not yet in the group: somebody has still to let it in.
    Admitted(Admission),
    /// In the group.
    Present,
    /// In the group with a machine that is lost; to be let in with a new one.
    Returning(Admission),
    /// Left, or removed; out of the group, or about to be taken out of it.
    Gone {
        /// Whether the group still has it.
        in_group: bool,
        /// Why, as far as anybody said.
        why: String,
    },
}

/// What is needed to let somebody in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Admission {
    /// The member that answers for it, and has to do it.
    pub by: MemberId,
    /// The key package, as MLS writes it.
    #[serde(with = "octets")]
    pub key_package: Vec<u8>,
    /// Under which the welcome is hidden from the relay; all members may know it.
    #[serde(with = "bytes32")]
    pub welcome_key: [u8; 32],
}

impl Member {
    /// Whether it may act: it is in the group and has not left.
    #[must_use]
    pub fn is_present(&self) -> bool {
        matches!(self.standing, Standing::Present | Standing::Returning(_))
    }

    /// Whether it is the convener.
    #[must_use]
    pub fn is_convener(&self) -> bool {
        self.side.is_none()
    }
}

/// An invitation that was given to somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    /// Who invites.
    pub by: MemberId,
    /// The side whose seat it offers.
    pub side: String,
    /// Not valid from this time on, in seconds since 1970.
    pub expires_at: i64,
    /// Whether it has been used or withdrawn.
    pub closed: bool,
    /// The member whose lost seat it replaces.
    pub replaces: Option<MemberId>,
}
