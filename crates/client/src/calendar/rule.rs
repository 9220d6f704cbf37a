//! Recurrence rules (RFC 5545, 3.3.10): read, and expanded on a clock without zones.
//!
//! What the RFC forbids or leaves open and calendars read differently is refused, so that no reading is guessed.
mod expansion;

use super::{Fault, Reading, moment::When};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Frequency {
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// The last moment of a rule, itself included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    Day(i64),
    Wall(i64),
    Utc(i64),
}

/// A day of the week (Monday is 0), every one or the n-th, from the end where n is below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ByDay {
    nth: Option<i64>,
    weekday: i64,
}

/// A rule as read; empty lists are absent parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    frequency: Frequency,
    interval: i64,
    count: Option<u64>,
    /// Not applied by [`Rule::expand`]: whoever knows the zone does.
    pub(super) until: Option<Until>,
    seconds: Vec<i64>,
    minutes: Vec<i64>,
    hours: Vec<i64>,
    days: Vec<ByDay>,
    month_days: Vec<i64>,
    year_days: Vec<i64>,
    weeks: Vec<i64>,
    months: Vec<i64>,
    positions: Vec<i64>,
    week_start: i64,
}

impl Rule {
    pub(super) fn read(text: &str, line: usize) -> Reading<Self> {
        Self::parse(text).map_err(|what| Fault::at(line, what))
    }

    fn parse(text: &str) -> Result<Self, &'static str> {
        const WRONG: &str = "this rule of recurrence cannot be read";
        let mut rule = Self {
            frequency: Frequency::Yearly,
            interval: 1,
            count: None,
            until: None,
            seconds: Vec::new(),
            minutes: Vec::new(),
            hours: Vec::new(),
            days: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
            week_start: 0,
        };
        let text = text.trim().to_ascii_uppercase();
        let mut seen = Vec::new();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or(WRONG)?;
            let value = value.trim();
            if seen.contains(&name) {
                return Err("a part of this rule of recurrence occurs twice");
            }
            seen.push(name);
            match name {
                "FREQ" => rule.frequency = frequency(value).ok_or(WRONG)?,
                "INTERVAL" => rule.interval = whole(value, 1, 1_000_000_000).ok_or(WRONG)?,
                "COUNT" => rule.count = Some(whole(value, 1, 1_000_000_000).ok_or(WRONG)?.unsigned_abs()),
                "UNTIL" => rule.until = Some(until(value).ok_or(WRONG)?),
                "BYSECOND" => rule.seconds = list(value, 0, 59).ok_or(WRONG)?,
                "BYMINUTE" => rule.minutes = list(value, 0, 59).ok_or(WRONG)?,
                "BYHOUR" => rule.hours = list(value, 0, 23).ok_or(WRONG)?,
                "BYDAY" => rule.days = value.split(',').map(by_day).collect::<Option<_>>().ok_or(WRONG)?,
                "BYMONTHDAY" => rule.month_days = signed(value, 31).ok_or(WRONG)?,
                "BYYEARDAY" => rule.year_days = signed(value, 366).ok_or(WRONG)?,
                "BYWEEKNO" => rule.weeks = signed(value, 53).ok_or(WRONG)?,
                "BYMONTH" => rule.months = list(value, 1, 12).ok_or(WRONG)?,
                "BYSETPOS" => rule.positions = signed(value, 366).ok_or(WRONG)?,
                "WKST" => rule.week_start = weekday(value).ok_or(WRONG)?,
                _ => return Err("a part of this rule of recurrence is not understood"),
            }
        }
        if !seen.contains(&"FREQ") {
            return Err(WRONG);
        }
        rule.understood()?;
        Ok(rule)
    }

    /// The combinations that have one meaning.
    fn understood(&self) -> Result<(), &'static str> {
        use Frequency::{Daily, Monthly, Weekly, Yearly};
        const OPEN: &str = "this rule of recurrence combines parts in a way that has no one meaning";
        let nth = self.days.iter().any(|day| day.nth.is_some());
        let wrong = (self.count.is_some() && self.until.is_some())
            || (nth && !matches!(self.frequency, Monthly | Yearly))
            || (nth && !self.weeks.is_empty())
            || (!self.month_days.is_empty() && self.frequency == Weekly)
            || (!self.year_days.is_empty() && matches!(self.frequency, Daily | Weekly | Monthly))
            || (!self.weeks.is_empty() && (self.frequency != Yearly || self.interval > 1))
            // Which weekday is meant: calendars take all seven, or that of the beginning. All seven err on the busy
            // side only where nothing is counted.
            || (!self.weeks.is_empty() && self.days.is_empty() && (self.count.is_some() || !self.positions.is_empty()))
            || (!self.positions.is_empty() && !self.limited());
        if wrong { Err(OPEN) } else { Ok(()) }
    }

    /// Whether there is any BY part besides the positions.
    fn limited(&self) -> bool {
        let lists =
            [&self.seconds, &self.minutes, &self.hours, &self.month_days, &self.year_days, &self.weeks, &self.months];
        !self.days.is_empty() || lists.iter().any(|list| !list.is_empty())
    }

    /// The rule for whole days: times of day have no meaning for them (3.3.10). `None` where it steps within a day.
    pub(super) fn of_days(mut self) -> Option<Self> {
        let fits = self.frequency >= Frequency::Daily;
        let timed = !(self.seconds.is_empty() && self.minutes.is_empty() && self.hours.is_empty());
        // With times left out, positions and counts would mean something else.
        if !fits || (timed && (self.count.is_some() || !self.positions.is_empty())) {
            return None;
        }
        self.seconds.clear();
        self.minutes.clear();
        self.hours.clear();
        Some(self)
    }
}

fn frequency(text: &str) -> Option<Frequency> {
    Some(match text {
        "SECONDLY" => Frequency::Secondly,
        "MINUTELY" => Frequency::Minutely,
        "HOURLY" => Frequency::Hourly,
        "DAILY" => Frequency::Daily,
        "WEEKLY" => Frequency::Weekly,
        "MONTHLY" => Frequency::Monthly,
        "YEARLY" => Frequency::Yearly,
        _ => return None,
    })
}

fn until(text: &str) -> Option<Until> {
    Some(match When::read(text, 0).ok()? {
        When::Day(day) => Until::Day(day),
        When::Wall(wall) => Until::Wall(wall),
        When::Utc(second) => Until::Utc(second),
    })
}

fn whole(text: &str, least: i64, most: i64) -> Option<i64> {
    text.trim().parse().ok().filter(|number| (least..=most).contains(number))
}

/// Numbers in a range, sorted, each once.
fn list(text: &str, least: i64, most: i64) -> Option<Vec<i64>> {
    let mut numbers = text.split(',').map(|number| whole(number, least, most)).collect::<Option<Vec<_>>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    Some(numbers)
}

/// Numbers up to a size on both sides of zero, without zero.
fn signed(text: &str, most: i64) -> Option<Vec<i64>> {
    list(text, -most, most).filter(|numbers| !numbers.contains(&0))
}

fn weekday(text: &str) -> Option<i64> {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|name| *name == text).and_then(|at| at.try_into().ok())
}

fn by_day(text: &str) -> Option<ByDay> {
    let text = text.trim();
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = weekday(name)?;
    let nth = if nth.is_empty() { None } else { Some(whole(nth, -53, 53).filter(|nth| *nth != 0)?) };
    Some(ByDay { nth, weekday })
}
