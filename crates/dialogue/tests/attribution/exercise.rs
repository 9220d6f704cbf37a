//! The readouts and the rooms they come from.
use std::collections::BTreeMap;

use dialogue::attribution::{Kind, Scene};
use serde::Deserialize;

/// The languages, each with a file of readouts.
pub const LANGUAGES: [(&str, &str); 4] = [
    ("English", include_str!("en.toml")),
    ("Russian", include_str!("ru.toml")),
    ("Arabic", include_str!("ar.toml")),
    ("French", include_str!("fr.toml")),
];

/// One readout.
#[derive(Debug, Deserialize)]
pub struct Readout {
    pub scene: String,
    pub text: String,
    /// Kind and words of each planted leak.
    #[serde(default)]
    pub leaks: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct File {
    readout: Vec<Readout>,
}

pub fn readouts(file: &str) -> Vec<Readout> {
    toml::from_str::<File>(file).unwrap().readout
}

pub fn scenes() -> BTreeMap<String, Scene> {
    toml::from_str(include_str!("scenes.toml")).unwrap()
}

pub fn scene(name: &str) -> Scene {
    scenes().remove(name).unwrap()
}

pub fn kind(name: &str) -> Kind {
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
