//! What a line must not give away: the people who sat there, and where and when they met.
use serde::{Deserialize, Serialize};

use crate::charter::Attribution;
use crate::record::Day;
use crate::record::seat::Office;

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
    /// What the person is in office.
    #[serde(rename = "capacity")]
    pub office: Office,
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
    /// Its days, in order; those known to the day are looked for.
    #[serde(default)]
    pub dates: Vec<Day>,
    /// City, house, street, host; of known cities one name is enough.
    #[serde(default)]
    pub places: Vec<String>,
}
