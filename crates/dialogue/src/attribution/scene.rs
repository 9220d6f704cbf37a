//! What a line must not give away: the people who sat there, and where and when they met.
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::charter::Attribution;

/// The people and meetings behind a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Everybody who was present, protected or not.
    pub seats: Vec<Seat>,
    /// The sides and the words by which they are known.
    #[serde(default)]
    pub sides: Vec<Side>,
    /// The meetings that must not be recognised; a meeting that is public does not belong here.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    /// The *k* of k-anonymity: a description that fewer seats answer to points at somebody. At least 1; 3 is usual.
    pub least_group: usize,
    /// The rule under which the line goes out.
    pub rule: Attribution,
    /// Descriptions that speakers have agreed to, word for word; under background they may stand.
    #[serde(default)]
    pub agreed: Vec<String>,
}

/// A person's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seat {
    /// Names, each in full, given name first; also other spellings, scripts and names it is known by.
    pub names: Vec<String>,
    /// The side, by its name in [`Scene::sides`]; none for the convener.
    #[serde(default)]
    pub side: Option<String>,
    /// In what capacity it sits there.
    pub capacity: Capacity,
    /// None where it is unknown or should not be guessed.
    #[serde(default)]
    pub gender: Option<Gender>,
    /// Offices held now or before, in words: "deputy minister of defence".
    #[serde(default)]
    pub offices: Vec<String>,
    /// Governments, countries or bodies it belongs to beside its side.
    #[serde(default)]
    pub affiliations: Vec<String>,
    /// Institutions it works or worked for, in each language in which they are known.
    #[serde(default)]
    pub institutions: Vec<String>,
    /// Other words that describe this person: "hydrologist", "signed the old accord".
    #[serde(default)]
    pub descriptions: Vec<String>,
    /// Whether the export must not give this person away.
    #[serde(default = "yes")]
    pub protected: bool,
}

fn yes() -> bool {
    true
}

/// In what capacity a person sits in a dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// Once in office.
    Former,
    /// In office now.
    Serving,
    /// For what it knows.
    Expert,
    /// Runs the dialogue.
    Convener,
}

/// The gender that grammar gives away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gender {
    /// She.
    Woman,
    /// He.
    Man,
}

/// A side of the dialogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// Its name in the dialogue.
    pub name: String,
    /// Country, demonyms, adjectives, capital, in each language; of known countries one name is enough.
    pub words: Vec<String>,
}

/// A meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its days, in order.
    #[serde(default)]
    pub dates: Vec<Day>,
    /// City, house, street, host; of known cities one name is enough.
    #[serde(default)]
    pub places: Vec<String>,
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// A text is not a day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is not a day; write it as 2026-05-14")]
pub struct NotADay(String);

impl Day {
    /// The day of the week, Monday 0 to Sunday 6 (Sakamoto's method).
    #[must_use]
    pub fn weekday(self) -> u8 {
        let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = i64::from(self.year) - i64::from(self.month < 3);
        let month = shift.get(usize::from(self.month.saturating_sub(1))).copied().unwrap_or(0);
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let from_sunday = (year + leaps + month + i64::from(self.day)).rem_euclid(7);
        u8::try_from((from_sunday + 6) % 7).unwrap_or(0)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let wrong = || NotADay(text.to_owned());
        let mut parts = text.splitn(3, '-');
        let mut part = || parts.next().ok_or_else(wrong);
        let (year, month, day) = (part()?, part()?, part()?);
        let day = Self {
            year: year.parse().map_err(|_| wrong())?,
            month: month.parse().map_err(|_| wrong())?,
            day: day.parse().map_err(|_| wrong())?,
        };
        if (1..=12).contains(&day.month) && (1..=31).contains(&day.day) { Ok(day) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
    }
}
