//! An agreed slot as a calendar file with one event, for a person to take into their own calendar (RFC 5545).
use jiff::{Timestamp, tz::Offset};

use super::appointment::{Appointment, MODE};
use super::slot::Slot;
use crate::{Error, Result};

/// The most bytes of a line before it is folded (3.1).
const LINE_MOST: usize = 75;
/// The longest title, in characters.
const TITLE_MOST: usize = 1_000;

/// A calendar of one event over the slot, with the title as its summary.
///
/// The same slot gives the same UID, so that a file taken in twice is one event. The time stamp is the slot's own
/// beginning: when the file was written stays out of it.
///
/// # Errors
/// [`Error::Misuse`] where the slot is none, or the title has over 1,000 characters.
pub fn write_slot(slot: &str, title: &str) -> Result<String> {
    write_appointment(slot, &Appointment { title: Some(title.to_owned()), ..Appointment::default() })
}

/// The same with the event's place, address, way and zone, where they are given; when it is, the slot says.
///
/// # Errors
/// As for [`write_slot`].
pub fn write_appointment(slot: &str, event: &Appointment) -> Result<String> {
    let slot = Slot::parse(slot).map_err(Error::Misuse)?;
    let title = event.title.as_deref().unwrap_or_default();
    if title.chars().count() > TITLE_MOST {
        return Err(Error::Misuse(format!("a title has at most {TITLE_MOST} characters")));
    }
    let digest =
        blake3::Hash::from_bytes(blake3::derive_key("backchannel calendar slot v1", slot.to_string().as_bytes()));
    let name = digest.to_hex();
    let (start, end) = (stamp(slot.start)?, stamp(slot.end)?);
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Backchannel//Backchannel//EN".to_owned(),
    ];
    lines.extend(event.zone.iter().map(|zone| format!("X-WR-TIMEZONE:{}", escaped(zone))));
    lines.extend([
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", name.get(..32).unwrap_or_default()),
        format!("DTSTAMP:{start}"),
        format!("DTSTART:{start}"),
        format!("DTEND:{end}"),
        format!("SUMMARY:{}", escaped(title)),
        "TRANSP:OPAQUE".to_owned(),
    ]);
    let more = [("LOCATION", &event.place), ("URL", &event.link), (MODE, &event.mode)];
    lines.extend(more.iter().filter_map(|(name, text)| Some(format!("{name}:{}", escaped(text.as_ref()?)))));
    lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
    Ok(lines.iter().map(|line| folded(line)).collect())
}

fn stamp(second: i64) -> Result<String> {
    let moment =
        Timestamp::from_second(second).map_err(|_| Error::Misuse("the slot is outside all calendars".into()))?;
    Ok(Offset::UTC.to_datetime(moment).strftime("%Y%m%dT%H%M%SZ").to_string())
}

/// TEXT (3.3.11): what has a meaning is escaped, line ends become `\n`, other control characters are left out.
fn escaped(text: &str) -> String {
    let mut written = String::new();
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => written.extend(['\\', character]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => written.push_str("\\n"),
            '\t' => written.push(' '),
            _ if character.is_control() => {}
            _ => written.push(character),
        }
    }
    written
}

/// A content line of at most 75 bytes a row, never cut inside a character, with its CRLF.
fn folded(line: &str) -> String {
    let mut written = String::new();
    let mut width = 0;
    for character in line.chars() {
        if width + character.len_utf8() > LINE_MOST {
            written.push_str("\r\n ");
            width = 1;
        }
        written.push(character);
        width += character.len_utf8();
    }
    written + "\r\n"
}
