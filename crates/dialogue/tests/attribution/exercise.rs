//! The readouts and the rooms they come from.
use std::collections::BTreeMap;

use dialogue::attribution::{Kind, Scene};
use serde::Deserialize;

/// The languages, each with a file of readouts.
pub(crate) const LANGUAGES: [(&str, &str); 4] = [
    ("English", include_str!("en.toml")),
    ("Russian", include_str!("ru.toml")),
    ("Arabic", include_str!("ar.toml")),
    ("French", include_str!("fr.toml")),
];

/// Readouts in all four, written after the linter.
pub(crate) const FRESH: [(&str, &str); 1] = [("all languages", include_str!("fresh.toml"))];

/// One readout.
#[derive(Debug, Deserialize)]
pub(crate) struct Readout {
    pub(crate) scene: String,
    pub(crate) text: String,
    /// Kind and words of each planted leak.
    #[serde(default)]
    pub(crate) leaks: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct File {
    readout: Vec<Readout>,
}

pub(crate) fn readouts(file: &str) -> Vec<Readout> {
    toml::from_str::<File>(file).unwrap().readout
}

pub(crate) fn scenes() -> BTreeMap<String, Scene> {
    toml::from_str(include_str!("scenes.toml")).unwrap()
}

pub(crate) fn scene(name: &str) -> Scene {
    scenes().remove(name).unwrap()
}

pub(crate) fn kind(name: &str) -> Kind {
    match name {
        "name" => Kind::Name,
        "initials" => Kind::Initials,
        "role" => Kind::Role,
        "unique" => Kind::Unique,
        "gender" => Kind::Gender,
        "date" => Kind::Date,
        "place" => Kind::Place,
        "institution" => Kind::Institution,
        "side" => Kind::Side,
        "voice" => Kind::Voice,
        "quotation" => Kind::Quotation,
        other => panic!("no kind is called {other}"),
    }
}
