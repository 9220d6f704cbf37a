//! Names of members, events and invitations: random bytes chosen by clients, written in hexadecimal.
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hexadecimal digits as bytes; `None` where they are none, or not `N` bytes.
#[must_use]
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// 32 bytes that travel as hexadecimal digits: digests, seals, public keys.
pub mod bytes32 {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes 64 digits.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(bytes: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::hex(bytes))
    }

    /// Reads 64 digits.
    ///
    /// # Errors
    /// Anything but 64 hexadecimal digits.
    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<[u8; 32], D::Error> {
        let text = String::deserialize(from)?;
        super::unhex(&text).ok_or_else(|| serde::de::Error::custom("64 hexadecimal digits were expected"))
    }
}

/// Bytes of any number that travel as hexadecimal digits: key packages.
pub mod octets {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes two digits a byte.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::hex(bytes))
    }

    /// Reads two digits a byte.
    ///
    /// # Errors
    /// Anything but pairs of hexadecimal digits.
    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        let valid = text.len().is_multiple_of(2) && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        let bytes: Option<Vec<u8>> = if valid { text.as_bytes().chunks(2).map(pair).collect() } else { None };
        bytes.ok_or_else(|| serde::de::Error::custom("pairs of hexadecimal digits were expected"))
    }
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                unhex(text).map(Self).ok_or_else(|| "32 hexadecimal digits were expected".to_owned())
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&hex(&self.0))
            }
        }

        impl<'d> Deserialize<'d> for $name {
            fn deserialize<D: serde::Deserializer<'d>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

identifier!(
    /// A member of a dialogue: a pseudonym of its own in each, and the name in its group credential.
    MemberId
);
identifier!(
    /// An event, so that one that is sent twice counts once.
    EventId
);
identifier!(
    /// An invitation.
    InvitationId
);

impl EventId {
    /// The short name under which the thing that an event begins is spoken of: 10 hexadecimal digits.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string().chars().take(10).collect()
    }
}
