//! The place of a block in its log.
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Error;

/// The place of a block in its log. The first block is 1; 0 is before the first. At most `i64::MAX`, because the
/// databases underneath count no further.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u64")]
pub struct Sequence(u64);

impl Sequence {
    /// Before the first block.
    pub const BEFORE_FIRST: Self = Self(0);

    /// The number, if it is at most `i64::MAX`.
    pub fn new(number: u64) -> Result<Self, Error> {
        i64::try_from(number).map(|_| Self(number)).map_err(|_| Error::Sequence)
    }

    /// The number.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The place `count` blocks further on; an error past the end of the numbers.
    pub fn plus(self, count: u64) -> Result<Self, Error> {
        self.0.checked_add(count).ok_or(Error::Sequence).and_then(Self::new)
    }
}

impl TryFrom<u64> for Sequence {
    type Error = Error;
    fn try_from(number: u64) -> Result<Self, Error> {
        Self::new(number)
    }
}

impl From<Sequence> for u64 {
    fn from(sequence: Sequence) -> Self {
        sequence.0
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for Sequence {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        text.parse::<u64>().map_err(|_| Error::Sequence).and_then(Self::new)
    }
}
