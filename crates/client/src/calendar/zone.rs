//! From what a clock on a wall shows to moments in UTC: IANA zones, zones that the text defines, and no zone at all.
use std::{collections::BTreeMap, rc::Rc};

use jiff::{Timestamp, tz};

use super::{
    Budget, Fault, Reading,
    component::{Component, Property},
    moment::{DAY, When},
    rule::{Rule, Until},
};

/// How far any place on earth may be from UTC: +14 hours; to the west it is 12, and we take the same.
const FARTHEST: i64 = 14 * 3_600;

/// The earliest and the latest moment that is meant, in seconds since 1970 in UTC; they are equal but for doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Moments {
    pub(super) first: i64,
    pub(super) last: i64,
}

impl Moments {
    fn around(wall: i64, reach: i64) -> Self {
        Self { first: wall.saturating_sub(reach), last: wall.saturating_add(reach) }
    }

    fn and(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

/// Where a clock hangs.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// Anywhere: the time has no zone, or it is a whole day.
    Anywhere,
    /// In a zone, of which there may be several readings.
    In(Rc<[Zone]>),
}

impl Place {
    pub(super) fn moments(&self, wall: i64) -> Moments {
        match self {
            Self::Anywhere => Moments::around(wall, FARTHEST),
            Self::In(zones) => {
                let all = zones.iter().map(|zone| zone.moments(wall));
                all.reduce(Moments::and).unwrap_or(Moments::around(wall, FARTHEST))
            }
        }
    }

    /// The longest exact time between two readings of the clock, under any one reading of the zone.
    pub(super) fn between(&self, start: i64, end: i64) -> i64 {
        match self {
            Self::Anywhere => end - start,
            Self::In(zones) => {
                let all = zones.iter().map(|zone| zone.moments(end).last - zone.moments(start).first);
                all.max().unwrap_or(end - start)
            }
        }
    }

    /// Whether both are the same reading of the same zone.
    pub(super) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Anywhere, Self::Anywhere) => true,
            (Self::In(mine), Self::In(other)) => Rc::ptr_eq(mine, other),
            _ => false,
        }
    }
}

/// One reading of a zone.
#[derive(Clone, Debug)]
pub(super) enum Zone {
    Utc,
    /// Of the IANA database.
    Named(tz::TimeZone),
    /// By the text's own VTIMEZONE: its changes, in order; there is at least one.
    Defined(Rc<[Onset]>),
}

/// From this moment on the clock is so many seconds ahead of UTC; before, it was so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Onset {
    at: i64,
    to: i64,
    from: i64,
}

impl Zone {
    /// An hour that a change repeats, or one that it leaves out, has two readings; RFC 5545 (3.3.5) takes one, not
    /// every calendar does.
    fn moments(&self, wall: i64) -> Moments {
        match self {
            Self::Utc => Moments { first: wall, last: wall },
            Self::Named(zone) => named(zone, wall).unwrap_or(Moments::around(wall, DAY)),
            Self::Defined(onsets) => defined(onsets, wall),
        }
    }
}

fn named(zone: &tz::TimeZone, wall: i64) -> Option<Moments> {
    let clock = tz::Offset::UTC.to_datetime(Timestamp::from_second(wall).ok()?);
    let (one, other) = match zone.to_ambiguous_timestamp(clock).offset() {
        tz::AmbiguousOffset::Unambiguous { offset } => (offset, offset),
        tz::AmbiguousOffset::Gap { before, after } | tz::AmbiguousOffset::Fold { before, after } => (before, after),
    };
    let (one, other) = (wall - i64::from(one.seconds()), wall - i64::from(other.seconds()));
    Some(Moments { first: one.min(other), last: one.max(other) })
}

fn defined(onsets: &[Onset], wall: i64) -> Moments {
    let near = |moment: i64| onsets.partition_point(|onset| onset.at <= moment);
    let (begin, end) = (near(wall.saturating_sub(DAY)), near(wall.saturating_add(DAY)));
    let before = match begin.checked_sub(1).and_then(|index| onsets.get(index)) {
        Some(last) => last.to,
        None => onsets.first().map_or(0, |first| first.from),
    };
    let changes = onsets.get(begin..end).unwrap_or_default();
    let mut since = i64::MIN;
    let mut offset = before;
    let mut found: Option<Moments> = None;
    for (until, next) in changes.iter().map(|onset| (onset.at, onset.to)).chain([(i64::MAX, 0)]) {
        let moment = wall.saturating_sub(offset);
        if (since..until).contains(&moment) {
            let moment = Moments { first: moment, last: moment };
            found = Some(found.map_or(moment, |found| found.and(moment)));
        }
        (since, offset) = (until, next);
    }
    let skipped = || {
        let both = changes.iter().flat_map(|onset| [onset.from, onset.to]).map(|offset| wall.saturating_sub(offset));
        both.map(|moment| Moments { first: moment, last: moment }).reduce(Moments::and)
    };
    found.or_else(skipped).unwrap_or(Moments::around(wall, DAY))
}

/// The zones of one calendar, each worked out when it is first named.
pub(super) struct Zones<'a> {
    definitions: BTreeMap<&'a str, Vec<&'a Component>>,
    known: BTreeMap<String, Place>,
    utc: Place,
    /// Changes after this moment do not matter.
    horizon: i64,
}

impl<'a> Zones<'a> {
    pub(super) fn of(calendar: &'a Component, horizon: i64) -> Reading<Self> {
        let mut definitions: BTreeMap<&str, Vec<&Component>> = BTreeMap::new();
        for zone in calendar.called("VTIMEZONE") {
            let name = zone.one("TZID")?.ok_or(Fault::at(zone.line, "this zone has no name"))?;
            definitions.entry(name.value.trim()).or_default().push(zone);
        }
        Ok(Self { definitions, known: BTreeMap::new(), utc: Place::In(Rc::from([Zone::Utc])), horizon })
    }

    /// Where the clock of a property's value hangs.
    pub(super) fn place(&mut self, property: &Property, when: When, budget: &mut Budget) -> Reading<Place> {
        let zone = property.parameter("TZID").map(str::trim).filter(|name| !name.is_empty());
        match (when, zone) {
            (When::Day(_), _) | (When::Wall(_), None) => Ok(Place::Anywhere),
            (When::Utc(_), None) => Ok(self.utc.clone()),
            (When::Wall(_), Some(name)) => self.named(name, property.line, budget),
            // RFC 5545 forbids a zone beside a time in UTC; whoever writes it may mean either.
            (When::Utc(_), Some(name)) => match self.named(name, property.line, budget)? {
                Place::Anywhere => Ok(Place::Anywhere),
                Place::In(zones) => Ok(Place::In(zones.iter().cloned().chain([Zone::Utc]).collect())),
            },
        }
    }

    fn named(&mut self, name: &str, line: usize, budget: &mut Budget) -> Reading<Place> {
        if let Some(place) = self.known.get(name) {
            return Ok(place.clone());
        }
        let mut readings = Vec::new();
        for definition in self.definitions.get(name).into_iter().flatten() {
            readings.push(Zone::Defined(onsets(definition, self.horizon, budget)?));
        }
        readings.extend(iana(name));
        if readings.is_empty() {
            return Err(Fault::at(line, "this time is in a zone that the calendar does not define and nobody knows"));
        }
        let place = Place::In(readings.into());
        self.known.insert(name.to_owned(), place.clone());
        Ok(place)
    }
}

/// A zone of the IANA database; the name for "unknown" is none.
fn iana(name: &str) -> Option<Zone> {
    let zone = tz::db().get(name).ok()?;
    (!zone.is_unknown()).then_some(Zone::Named(zone))
}

/// The changes that a VTIMEZONE describes, up to a moment (3.6.5).
fn onsets(zone: &Component, horizon: i64, budget: &mut Budget) -> Reading<Rc<[Onset]>> {
    let mut onsets = Vec::new();
    for part in zone.called("STANDARD").chain(zone.called("DAYLIGHT")) {
        let missing = Fault::at(part.line, "this part of a zone has no beginning or no offset");
        let start = part.one("DTSTART")?.ok_or(missing)?;
        let start = wall(&start.value, start.line)?;
        let from = offset(part.one("TZOFFSETFROM")?.ok_or(missing)?)?;
        let to = offset(part.one("TZOFFSETTO")?.ok_or(missing)?)?;
        let mut add = |wall: i64| onsets.push(Onset { at: wall - from, to, from });
        add(start);
        for property in part.every("RRULE") {
            let rule = Rule::read(&property.value, property.line)?;
            let counts = |wall: i64| match rule.until {
                None => true,
                Some(Until::Day(day)) => wall.div_euclid(DAY) <= day,
                Some(Until::Wall(last)) => wall <= last,
                Some(Until::Utc(last)) => wall - from <= last,
            };
            let walls = rule.expand(start, i64::MIN, horizon, budget, property.line)?;
            walls.into_iter().filter(|wall| counts(*wall)).for_each(&mut add);
        }
        for property in part.every("RDATE") {
            for text in property.value.split(',') {
                add(wall(text, property.line)?);
            }
        }
    }
    if onsets.is_empty() {
        return Err(Fault::at(zone.line, "this zone has no rules"));
    }
    onsets.sort_unstable();
    budget.spend(onsets.len() as u64, zone.line)?;
    Ok(onsets.into())
}

fn wall(text: &str, line: usize) -> Reading<i64> {
    match When::read(text, line)? {
        When::Wall(wall) => Ok(wall),
        _ => Err(Fault::at(line, "a zone changes at a local time (19961027T030000)")),
    }
}

/// `+0100`, `-0330`, `+001730`.
fn offset(property: &Property) -> Reading<i64> {
    let wrong = Fault::at(property.line, "this is no offset from UTC (+0100)");
    let text = property.value.trim();
    let digits = text.strip_prefix(['+', '-']).ok_or(wrong)?;
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(wrong);
    }
    let pair = |at: usize| digits.get(at..at + 2).map_or(Ok(0), |pair| pair.parse::<i64>().map_err(|_| wrong));
    let (hours, minutes, seconds) = (pair(0)?, pair(2)?, pair(4)?);
    if hours > 18 || minutes > 59 || seconds > 59 {
        return Err(wrong);
    }
    let size = hours * 3_600 + minutes * 60 + seconds;
    Ok(if text.starts_with('-') { -size } else { size })
}
