//! Dates, times and durations as iCalendar spells them (RFC 5545, 3.3.4 to 3.3.6), and days as numbers.
use jiff::{Timestamp, civil, tz::Offset};

use super::{Fault, Reading};

/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;
/// The longest duration, in seconds: some 3,000 years, so that sums stay far from every limit.
const LONGEST: i64 = 100_000_000_000;

/// A value of type DATE or DATE-TIME.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A day, as its number since 1970-01-01.
    Day(i64),
    /// What a clock on a wall shows, as if it were UTC, in seconds since 1970.
    Wall(i64),
    /// Seconds since 1970 in UTC.
    Utc(i64),
}

impl When {
    /// The clock's reading at that moment, or at the beginning of that day.
    pub(super) fn wall(self) -> i64 {
        match self {
            Self::Day(day) => day * DAY,
            Self::Wall(wall) | Self::Utc(wall) => wall,
        }
    }

    pub(super) fn read(text: &str, line: usize) -> Reading<Self> {
        let wrong = Fault::at(line, "this is no date (20261201) and no time (20261201T090000Z)");
        let text = text.trim();
        let (date, time) = match text.split_once(['T', 't']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let [y1, y2, month, day] = digits::<4>(date).ok_or(wrong)?;
        let date = civil::Date::new(i16::from(y1) * 100 + i16::from(y2), month, day).map_err(|_| wrong)?;
        let day = number(date);
        let Some(time) = time else { return Ok(Self::Day(day)) };
        let (time, utc) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, true),
            None => (time, false),
        };
        // A leap second (60) is the next minute.
        let [hour, minute, second] = digits::<3>(time).ok_or(wrong)?;
        if hour > 23 || minute > 59 || second > 60 {
            return Err(wrong);
        }
        let wall = day * DAY + i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
        Ok(if utc { Self::Utc(wall) } else { Self::Wall(wall) })
    }
}

/// Exactly so many pairs of digits.
fn digits<const N: usize>(text: &str) -> Option<[i8; N]> {
    let bytes = text.as_bytes();
    if bytes.len() != 2 * N || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut pairs = [0; N];
    for (pair, two) in pairs.iter_mut().zip(bytes.chunks_exact(2)) {
        *pair = two.iter().fold(0, |sum, digit| sum * 10 + i8::try_from(digit - b'0').unwrap_or_default());
    }
    Some(pairs)
}

/// A duration: whole days as a calendar counts them, and exact seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

impl Length {
    /// `P1W`, `P1DT2H`, `PT30M`; lengths below zero are refused.
    pub(super) fn read(text: &str, line: usize) -> Reading<Self> {
        Self::parse(text.trim()).ok_or(Fault::at(line, "this is no duration that can be used (PT1H30M, P2D, P1W)"))
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_uppercase();
        let text = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
        let (mut length, mut count, mut time, mut parts) = (Self { days: 0, seconds: 0 }, None::<i64>, false, 0);
        for character in text.chars() {
            if let Some(digit) = character.to_digit(10) {
                count = Some(count.unwrap_or(0).checked_mul(10)?.checked_add(i64::from(digit))?);
                continue;
            }
            if character == 'T' && count.is_none() && !time {
                time = true;
                continue;
            }
            let count = count.take().filter(|count| *count <= LONGEST)?;
            match (character, time) {
                ('W', false) => length.days += count.checked_mul(7)?,
                ('D', false) => length.days += count,
                ('H', true) => length.seconds += count * 3_600,
                ('M', true) => length.seconds += count * 60,
                ('S', true) => length.seconds += count,
                _ => return None,
            }
            parts += 1;
            if parts > 5 || length.days > LONGEST / DAY || length.seconds > LONGEST {
                return None;
            }
        }
        (parts > 0 && count.is_none()).then_some(length)
    }
}

/// The number of a day since 1970-01-01.
pub(super) fn number(date: civil::Date) -> i64 {
    // Every date but the very first and last of jiff's range has a moment in UTC; years here are 0 to 9999.
    Offset::UTC.to_timestamp(date.to_datetime(civil::Time::midnight())).map_or(0, |at| at.as_second().div_euclid(DAY))
}

/// The day of a number, where jiff has one (years −9999 to 9999).
pub(super) fn date(number: i64) -> Option<civil::Date> {
    let moment = Timestamp::from_second(number.checked_mul(DAY)?).ok()?;
    Some(Offset::UTC.to_datetime(moment).date())
}
