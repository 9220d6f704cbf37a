//! One event of a calendar text as a meeting needs it: what it is called, when, how long, where. Who is invited is not
//! read. Errors keep to the rule of this folder: they repeat nothing of the text.
use jiff::tz;

use super::{
    Budget, Fault, Reading, busy,
    component::{Component, Property, with_words},
    event::Reader,
    moment::{self, DAY, When},
    zone::Zones,
};
use crate::{Error, Result};

/// The largest text with one event, in bytes.
const EVENT_MOST: usize = 1 << 20;
/// Steps of work for one text.
const STEPS: u64 = 2_000_000;
/// In how a meeting is held, where this program wrote the text.
pub(super) const MODE: &str = "X-BACKCHANNEL-MODE";

/// What one event says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appointment {
    /// Its title, on one line.
    pub title: Option<String>,
    /// The beginning, in seconds since 1970; none of an event of whole days.
    pub starts_at: Option<i64>,
    /// The day, as `2026-12-01`, of an event of whole days.
    pub day: Option<String>,
    /// The time zone by which it was written, where it has an IANA name.
    pub zone: Option<String>,
    /// How long it takes, in minutes, begun ones counted; none where it does not say.
    pub minutes: Option<u32>,
    /// Where, on one line.
    pub place: Option<String>,
    /// The address of a connection.
    pub link: Option<String>,
    /// How it is held, in the word that this program wrote.
    pub mode: Option<String>,
}

/// The one event of a text.
///
/// # Errors
/// [`Error::Misuse`] where the text is over 1 MiB, is no calendar or is cut off, has no event or several, one that
/// repeats, changes another or is cancelled, or a beginning that is not one moment.
pub fn read_appointment(ics: &str) -> Result<Appointment> {
    if ics.len() > EVENT_MOST {
        return Err(Error::Misuse("the calendar has more than 1 MiB; export the one event alone".into()));
    }
    read(ics).map_err(|fault| Error::Misuse(format!("the calendar, line {}: {}", fault.line, fault.what)))
}

fn read(text: &str) -> Reading<Appointment> {
    let calendars = with_words(text)?;
    let mut events = calendars.iter().flat_map(|one| one.called("VEVENT").map(move |event| (one, event)));
    let (calendar, event) = events.next().ok_or(Fault::at(1, "this calendar has no event"))?;
    if let Some((_, second)) = events.next() {
        return Err(Fault::at(second.line, "this is a second event; export the one event alone"));
    }
    busy::understood(calendar)?;
    single(calendar, event)?;
    let property = event.one("DTSTART")?.ok_or(Fault::at(event.line, "this event has no beginning"))?;
    // Changes of clocks long after the event do not matter.
    let horizon = When::read(&property.value, property.line)?.wall().saturating_add(400 * DAY);
    let mut budget = Budget(STEPS);
    let mut reader = Reader::of(calendar, Zones::of(calendar, horizon)?, &[], &mut budget)?;
    let (when, moments, seconds) = reader.once(event, property)?;
    let words = |name: &str| event.one(name).map(|found| found.and_then(line));
    let mut found = Appointment {
        title: words("SUMMARY")?,
        place: words("LOCATION")?,
        link: words("URL")?,
        mode: words(MODE)?,
        minutes: u32::try_from(seconds.div_euclid(60) + i64::from(seconds % 60 > 0)).ok().filter(|some| *some > 0),
        ..Appointment::default()
    };
    if let When::Day(day) = when {
        found.day = moment::date(day).map(|date| date.to_string());
        return Ok(found);
    }
    if moments.first != moments.last {
        let what = "the beginning is no one moment: it has no time zone, or its clock is set then";
        return Err(Fault::at(property.line, what));
    }
    let zone = match when {
        When::Utc(_) => calendar.one("X-WR-TIMEZONE")?.map(|zone| zone.value.as_str()),
        _ => property.parameter("TZID"),
    };
    found.zone = zone.map(str::trim).filter(|name| known(name)).map(str::to_owned);
    found.starts_at = Some(moments.first);
    Ok(found)
}

/// Refuses what is more, or less, than one meeting.
fn single(calendar: &Component, event: &Component) -> Reading<()> {
    for name in ["RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"] {
        if let Some(found) = event.every(name).next() {
            return Err(Fault::at(found.line, "this event repeats, or is one of a series; one meeting was expected"));
        }
    }
    let mut takes_back = calendar.every("METHOD").filter(|method| method.says("CANCEL"));
    let mut cancelled = event.every("STATUS").filter(|status| status.says("CANCELLED"));
    match takes_back.next().or(cancelled.next()) {
        Some(found) => Err(Fault::at(found.line, "this event is cancelled")),
        None => Ok(()),
    }
}

/// Whether it is the name of a zone in the IANA database.
fn known(name: &str) -> bool {
    tz::db().get(name).is_ok_and(|zone| !zone.is_unknown())
}

/// TEXT (3.3.11) on one line; none where it says nothing.
fn line(property: &Property) -> Option<String> {
    let mut plain = String::new();
    let mut characters = property.value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => plain.push(' '),
                Some(other) => plain.push(other),
                None => {}
            },
            _ if character.is_control() => plain.push(' '),
            _ => plain.push(character),
        }
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.is_empty()).then_some(plain)
}
