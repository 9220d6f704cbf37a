//! Rooms: the plenary, a caucus for each side, and a room of each side with the convener.
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::member::Member;

/// A conversation within a dialogue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Room {
    /// All members.
    Plenary,
    /// The members of one side, nobody else.
    Caucus(String),
    /// The members of one side and the convener.
    WithConvener(String),
}

impl Room {
    /// Whether a member belongs into the room.
    #[must_use]
    pub fn admits(&self, member: &Member) -> bool {
        match self {
            Self::Plenary => true,
            Self::Caucus(side) => member.side.as_deref() == Some(side),
            Self::WithConvener(side) => member.side.is_none() || member.side.as_deref() == Some(side),
        }
    }

    /// The side that the room belongs to; none for the plenary.
    #[must_use]
    pub fn side(&self) -> Option<&str> {
        match self {
            Self::Plenary => None,
            Self::Caucus(side) | Self::WithConvener(side) => Some(side),
        }
    }
}

impl fmt::Display for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plenary => f.write_str("plenary"),
            Self::Caucus(side) => write!(f, "caucus:{side}"),
            Self::WithConvener(side) => write!(f, "convener:{side}"),
        }
    }
}

impl FromStr for Room {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "plenary" => Ok(Self::Plenary),
            Some(("caucus", side)) => Ok(Self::Caucus(side.to_owned())),
            Some(("convener", side)) => Ok(Self::WithConvener(side.to_owned())),
            _ => Err(format!("no room is called `{text}`; rooms are plenary, caucus and convener")),
        }
    }
}
