//! A slot: a stretch of time with a beginning and an end in UTC, and its one canonical spelling.
use std::fmt;

use jiff::{Timestamp, civil, tz::Offset};

const SHAPE: &str = "a slot is START/END with a zone, such as 2026-12-01T09:00Z/2026-12-01T12:00Z or \
                     2026-12-01T12:00+03:00/2026-12-01T15:00+03:00";
/// The longest slot, in seconds.
const LONGEST: i64 = 14 * 86_400;
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2200;

/// Seconds since 1970 in UTC, the end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) start: i64,
    pub(super) end: i64,
}

/// The canonical spelling of a slot, in UTC and with seconds only where there are any: `2026-12-01T09:00Z/…T12:00Z`.
///
/// Both ends are given in the manner of RFC 3339 with `Z` or an offset; seconds may be left out.
///
/// # Errors
/// A sentence on what was expected: the form, dates that exist, an end after the beginning, at most 14 days, and the
/// years 2000 to 2200 (in UTC).
pub fn parse_slot(text: &str) -> Result<String, String> {
    Slot::parse(text).map(|slot| slot.to_string())
}

impl Slot {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (start, end) = text.trim().split_once('/').ok_or(SHAPE)?;
        let start = moment(start).map_err(|why| format!("the beginning: {why}"))?;
        let end = moment(end).map_err(|why| format!("the end: {why}"))?;
        if end <= start {
            return Err("a slot ends after it begins".into());
        }
        if end - start > LONGEST {
            return Err("a slot is at most 14 days long".into());
        }
        Ok(Self { start, end })
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", spelled(self.start), spelled(self.end))
    }
}

fn utc(second: i64) -> Option<civil::DateTime> {
    Timestamp::from_second(second).ok().map(|moment| Offset::UTC.to_datetime(moment))
}

fn spelled(second: i64) -> String {
    let Some(at) = utc(second) else { return String::new() };
    let form = if at.second() == 0 { "%Y-%m-%dT%H:%MZ" } else { "%Y-%m-%dT%H:%M:%SZ" };
    at.strftime(form).to_string()
}

/// The two digits at a place.
fn pair(bytes: &[u8], at: usize) -> Option<i8> {
    match bytes.get(at..at + 2)? {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => i8::try_from((tens - b'0') * 10 + (ones - b'0')).ok(),
        _ => None,
    }
}

/// `YYYY-MM-DDTHH:MM[:SS]` and a zone, taken apart; only the form is looked at.
fn parts(text: &str) -> Option<([i8; 7], i64)> {
    let bytes = text.as_bytes();
    let with_seconds = bytes.get(16) == Some(&b':');
    let zone = if with_seconds { 19 } else { 16 };
    let marks = [(4, b'-'), (7, b'-'), (13, b':')];
    if marks.iter().any(|(at, mark)| bytes.get(*at) != Some(mark)) || !matches!(bytes.get(10), Some(b'T' | b't')) {
        return None;
    }
    let second = if with_seconds { pair(bytes, 17)? } else { 0 };
    let numbers = [
        pair(bytes, 0)?,
        pair(bytes, 2)?,
        pair(bytes, 5)?,
        pair(bytes, 8)?,
        pair(bytes, 11)?,
        pair(bytes, 14)?,
        second,
    ];
    let offset = match bytes.get(zone..)? {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let (hours, minutes) = (pair(bytes, zone + 1)?, pair(bytes, zone + 4)?);
            let size = i64::from(hours) * 3_600 + i64::from(minutes) * 60;
            if hours > 23 || minutes > 59 {
                return None;
            }
            if *sign == b'+' { size } else { -size }
        }
        _ => return None,
    };
    Some((numbers, offset))
}

fn moment(text: &str) -> Result<i64, &'static str> {
    let ([century, year, month, day, hour, minute, second], offset) = parts(text).ok_or(SHAPE)?;
    let year = i16::from(century) * 100 + i16::from(year);
    let local = civil::DateTime::new(year, month, day, hour, minute, second, 0)
        .map_err(|_| "there is no such day or time of day")?;
    let local = Offset::UTC.to_timestamp(local).map_err(|_| "there is no such day or time of day")?;
    let second = local.as_second() - offset;
    match utc(second) {
        Some(at) if YEARS.contains(&at.year()) => Ok(second),
        _ => Err("slots are in the years 2000 to 2200"),
    }
}
