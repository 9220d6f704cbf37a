//! Dates as sources give them: a year, a month or a day. No clock is read here.
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date that may be known to the year or the month only; ordered by its first possible day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl Day {
    /// The first and the last day that it can mean.
    #[must_use]
    pub fn span(self) -> (jiff::civil::Date, jiff::civil::Date) {
        let first = date(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        let last = match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, _) => first.last_of_year(),
        };
        (first, last)
    }

    /// A whole day.
    #[must_use]
    pub fn of(date: jiff::civil::Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The day of a moment in seconds since 1970, in universal time.
    #[must_use]
    pub fn at(second: i64) -> Option<Self> {
        let moment = jiff::Timestamp::from_second(second).ok()?;
        Some(Self::of(jiff::tz::Offset::UTC.to_datetime(moment).date()))
    }

    /// Days from the last day it can mean to the first that `later` can mean; negative where it is after it.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        let seconds = later.span().0.duration_since(self.span().1).as_secs();
        seconds / 86_400
    }

    /// The first second that it can mean and the first that it cannot any more, in universal time since 1970.
    #[must_use]
    pub fn seconds(self) -> Option<(i64, i64)> {
        let (first, last) = self.span();
        let at =
            |date: jiff::civil::Date| Some(jiff::tz::Offset::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok()?.as_second());
        Some((at(first)?, at(last)?.saturating_add(86_400)))
    }

    /// The same without its day.
    #[must_use]
    pub fn to_month(self) -> Self {
        Self { day: None, ..self }
    }

    /// The date, where it is known to the day.
    #[must_use]
    pub fn whole(self) -> Option<jiff::civil::Date> {
        self.day.map(|_| self.span().0)
    }

    /// The month, where it is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        self.month
    }
}

/// Only called with parts that were checked; the first of January otherwise.
fn date(year: i16, month: i8, day: i8) -> jiff::civil::Date {
    jiff::civil::Date::new(year, month, day).unwrap_or(jiff::civil::Date::ZERO)
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no date: 2023, 2023-04 or 2023-04-12 was expected");
        let parts: Vec<&str> = text.split('-').collect();
        let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        if !matches!(widths.as_slice(), [4] | [4, 2] | [4, 2, 2])
            || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        {
            return Err(wrong());
        }
        let part = |at: usize| parts.get(at).and_then(|part| part.parse::<i16>().ok());
        let small = |at: usize| part(at).and_then(|part| i8::try_from(part).ok());
        let day = Self { year: part(0).ok_or_else(wrong)?, month: small(1), day: small(2) };
        jiff::civil::Date::new(day.year, day.month.unwrap_or(1), day.day.unwrap_or(1)).map_err(|_| wrong())?;
        if day.year < 1000 { Err(wrong()) } else { Ok(day) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'d> Deserialize<'d> for Day {
    fn deserialize<D: Deserializer<'d>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
    use super::Day;

    #[test]
    fn dates_are_read_as_far_as_they_are_known() {
        for text in ["2023", "2023-04", "2023-04-30"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        for text in ["", "23", "2023-4", "2023-13", "2023-02-30", "2023-04-01T", "-001-01-01", "0000"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!((day("2023-04").whole(), day("2023-04-12").to_month()), (None, day("2023-04")));
        assert_eq!(day("2023-04").days_until(day("2023-05-14")), 14);
        assert_eq!(Day::at(1_700_000_000), Some(day("2023-11-14")));
    }
}
