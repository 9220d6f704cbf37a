//! Meetings and events of calendar files, in both directions.
use std::path::Path;

use ::dialogue::event::MOST_NAME_BYTES;
use ::dialogue::record::meeting::{Facts, Mode};
use client::calendar::{Appointment, read_appointment};

use super::{spelt, word};

/// The largest file read, in bytes.
const MOST_BYTES: u64 = 1 << 20;

/// The one event of a file; names and places that no record takes are refused with what to give instead.
pub(super) fn read(file: &Path) -> anyhow::Result<Appointment> {
    let text = negotiation::document::read_at_most(file, MOST_BYTES)?;
    let event = read_appointment(&text)?;
    let long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.len() > MOST_NAME_BYTES);
    for (text, what) in [(&event.title, "title: give a name"), (&event.place, "place: give one with --where")] {
        if long(text) {
            let text = format!("the event has more than {MOST_NAME_BYTES} bytes in its {what}");
            return Err(client::Error::Misuse(text).into());
        }
    }
    Ok(event)
}

/// How people meet: as this program wrote it, or at a place, or else by a connection.
pub(super) fn mode(event: &Appointment) -> Option<Mode> {
    let written = event.mode.as_deref().and_then(|mode| word(mode).ok());
    let address = |place: &String| is_address(place) || place.eq_ignore_ascii_case("online");
    let found = match (&event.place, &event.link) {
        (Some(place), _) => Some(if address(place) { Mode::Online } else { Mode::InPerson }),
        (None, Some(_)) => Some(Mode::Online),
        (None, None) => None,
    };
    written.or(found)
}

/// A meeting as an event with all that is on the record of when and where, and nobody's name.
pub(super) fn of(name: &str, facts: &Facts) -> Appointment {
    let (link, place) = facts.place.clone().into_iter().partition(|text: &String| is_address(text));
    let first = |all: Vec<String>| all.into_iter().next();
    Appointment {
        title: Some(name.to_owned()),
        zone: facts.zone.clone(),
        place: first(place),
        link: first(link),
        mode: Some(spelt(&facts.mode)),
        ..Appointment::default()
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
