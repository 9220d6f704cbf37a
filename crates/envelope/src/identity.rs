//! Names of logs, streams and appends: random bytes that say nothing.
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Error, hexadecimal};

/// A type of random bytes with one spelling: lowercase hexadecimal.
macro_rules! identity {
    ($(#[$doc:meta])* $name:ident, $bytes:literal, $what:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub [u8; $bytes]);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                hexadecimal::write(&self.0, formatter)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = Error;
            fn from_str(text: &str) -> Result<Self, Error> {
                hexadecimal::read(text, $what).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Error;
            fn try_from(text: String) -> Result<Self, Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    };
}
pub(crate) use identity;

identity! {
    /// One log: 16 random bytes chosen by whoever creates it.
    LogId, 16, "a log id"
}
identity! {
    /// One stream between two ends. Taken fresh for every attempt, so that a stale end is never met.
    StreamId, 32, "a stream id"
}
identity! {
    /// One append, so that the same append sent twice is stored once.
    AppendId, 32, "an append id"
}
