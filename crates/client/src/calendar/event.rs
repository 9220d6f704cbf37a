//! Events and free/busy components: which stretches of time they take.
use std::collections::{HashMap, HashSet};

use super::{
    Budget, Fault, Reading,
    component::{Component, Property},
    moment::{DAY, Length, When},
    rule::{Rule, Until},
    zone::{Moments, Place, Zones},
};

/// How far a clock's reading and the moment it means may be apart, with room to spare, in seconds.
const SLACK: i64 = 2 * DAY;
/// A UNTIL without a zone beside times in one may be meant in UTC or there, in seconds.
const DOUBT: i64 = 14 * 3_600;

/// An instance by its beginning: the moments it may be, and whether it is a day. Only an equal one replaces it.
type Instance = (Moments, bool);

/// What is read from one calendar.
pub(super) struct Reader<'a, 'b> {
    zones: Zones<'a>,
    windows: &'b [(i64, i64)],
    budget: &'b mut Budget,
    /// The changed instances (RECURRENCE-ID) of each UID.
    replaced: HashMap<&'a str, HashSet<Instance>>,
    /// Busy stretches that touch the windows' hull, in any order.
    pub(super) busy: Vec<(i64, i64)>,
}

/// A beginning, or an end.
struct Moment {
    when: When,
    place: Place,
}

impl Moment {
    fn moments(&self) -> Moments {
        self.place.moments(self.when.wall())
    }

    fn instance(&self) -> Instance {
        (self.moments(), self.is_day())
    }

    fn is_day(&self) -> bool {
        matches!(self.when, When::Day(_))
    }
}

/// How long each instance of an event takes.
enum Extent {
    /// From DTEND: on the clock (where both ends share one), and exactly. RFC 5545 repeats the exact time, most
    /// calendars that on the clock; over a change of the clock they differ, and the longer one counts.
    Ends { clock: Option<i64>, exact: i64 },
    /// From DURATION, or what stands for it where there is none.
    Lasts(Length),
}

impl Extent {
    fn end(&self, place: &Place, wall: i64) -> i64 {
        let begun = place.moments(wall).last;
        match self {
            Self::Ends { clock, exact } => {
                let exact = begun.saturating_add(*exact);
                clock.map_or(exact, |clock| place.moments(wall.saturating_add(clock)).last.max(exact))
            }
            Self::Lasts(Length { days, seconds }) => {
                let days = wall.saturating_add(days.saturating_mul(DAY));
                let exact = place.moments(days).last.saturating_add(*seconds);
                exact.max(place.moments(days.saturating_add(*seconds)).last)
            }
        }
    }

    /// No instance takes longer, in seconds.
    fn most(&self) -> i64 {
        match self {
            Self::Ends { clock, exact } => clock.unwrap_or(0).max(*exact),
            Self::Lasts(Length { days, seconds }) => days.saturating_mul(DAY).saturating_add(*seconds),
        }
    }
}

impl<'a, 'b> Reader<'a, 'b> {
    pub(super) fn of(
        calendar: &'a Component,
        zones: Zones<'a>,
        windows: &'b [(i64, i64)],
        budget: &'b mut Budget,
    ) -> Reading<Self> {
        let mut reader = Self { zones, windows, budget, replaced: HashMap::new(), busy: Vec::new() };
        for event in calendar.called("VEVENT") {
            let (Some(change), Some(name)) = (event.one("RECURRENCE-ID")?, event.one("UID")?) else { continue };
            if change.parameter("RANGE").is_some() {
                return Err(Fault::at(change.line, "a change of this and all later instances is not understood"));
            }
            let instance = reader.moment(change, &change.value)?.instance();
            reader.replaced.entry(name.value.trim()).or_default().insert(instance);
        }
        Ok(reader)
    }

    /// The busy stretches of an event and its recurrences.
    pub(super) fn event(&mut self, event: &'a Component) -> Reading<()> {
        let start = event.one("DTSTART")?;
        if free(event) {
            return Ok(());
        }
        let start = start.ok_or(Fault::at(event.line, "this event has no beginning"))?;
        let line = start.line;
        let start = self.moment(start, &start.value)?;
        let extent = self.extent(event, &start)?;
        let gone = self.gone(event)?;
        let mut walls = vec![start.when.wall()];
        for property in event.every("RRULE") {
            self.recur(property, &start, &extent, &mut walls)?;
        }
        self.budget.spend(walls.len() as u64, line)?;
        for wall in walls {
            let moments = start.place.moments(wall);
            if !gone.contains(&(moments, start.is_day())) {
                self.take(moments.first, extent.end(&start.place, wall));
            }
        }
        for property in event.every("RDATE") {
            for text in property.value.split(',') {
                self.budget.spend(1, property.line)?;
                let begin = text.split_once('/').map_or(text, |(begin, _)| begin);
                let moment = self.moment(property, begin)?;
                if gone.contains(&moment.instance()) {
                    continue;
                }
                if text.contains('/') {
                    self.period(property, text)?;
                } else if moment.is_day() == start.is_day() {
                    self.take(moment.moments().first, extent.end(&moment.place, moment.when.wall()));
                } else {
                    return Err(Fault::at(property.line, "this adds a day to times, or a time to days"));
                }
            }
        }
        Ok(())
    }

    /// When an event begins that takes place once, which moments that may be, and how many seconds it takes; 0 where it
    /// does not say.
    pub(super) fn once(&mut self, event: &Component, start: &Property) -> Reading<(When, Moments, i64)> {
        let start = self.moment(start, &start.value)?;
        let seconds = match self.extent(event, &start)? {
            Extent::Ends { clock: Some(clock), .. } if start.is_day() => clock,
            Extent::Lasts(Length { days, .. }) if start.is_day() => days.saturating_mul(DAY),
            extent => extent.end(&start.place, start.when.wall()).saturating_sub(start.moments().last),
        };
        Ok((start.when, start.moments(), seconds))
    }

    /// The busy periods of free/busy components. Beyond the time that they cover nothing is known, so nothing is free.
    pub(super) fn periods(&mut self, calendar: &'a Component) -> Reading<()> {
        let asks = calendar.every("METHOD").any(|method| method.says("REQUEST"));
        let mut covered: Option<Vec<(i64, i64)>> = Some(Vec::new());
        let mut any = false;
        for component in calendar.called("VFREEBUSY") {
            if asks {
                return Err(Fault::at(component.line, "this asks for busy times and does not give them"));
            }
            any = true;
            for property in component.every("FREEBUSY") {
                if property.parameter("FBTYPE").is_some_and(|kind| kind.eq_ignore_ascii_case("FREE")) {
                    continue;
                }
                for text in property.value.split(',') {
                    self.budget.spend(1, property.line)?;
                    self.period(property, text)?;
                }
            }
            match (component.one("DTSTART")?, component.one("DTEND")?) {
                (Some(start), Some(end)) => {
                    let start = self.moment(start, &start.value)?.moments().last;
                    let end = self.moment(end, &end.value)?.moments().first;
                    covered.iter_mut().for_each(|covered| covered.push((start, end)));
                }
                (None, None) => covered = None,
                _ => return Err(Fault::at(component.line, "these busy times have a beginning or an end, not both")),
            }
        }
        if let (true, Some(mut covered), None) = (any, covered, calendar.called("VEVENT").next()) {
            covered.sort_unstable();
            let mut known = i64::MIN;
            for (start, end) in covered {
                if known < start {
                    self.take(known, start);
                }
                known = known.max(end);
            }
            self.take(known, i64::MAX);
        }
        Ok(())
    }

    fn moment(&mut self, property: &Property, text: &str) -> Reading<Moment> {
        let when = When::read(text, property.line)?;
        let day = matches!(when, When::Day(_));
        let said = property.parameter("VALUE").map(str::to_ascii_uppercase);
        if (said.as_deref() == Some("DATE") && !day) || (said.as_deref() == Some("DATE-TIME") && day) {
            return Err(Fault::at(property.line, "this says that it is a day and is a time, or the other way round"));
        }
        Ok(Moment { when, place: self.zones.place(property, when, self.budget)? })
    }

    fn extent(&mut self, event: &Component, start: &Moment) -> Reading<Extent> {
        match (event.one("DTEND")?, event.one("DURATION")?) {
            (Some(_), Some(both)) => Err(Fault::at(both.line, "an event has an end or a duration, not both")),
            (None, Some(duration)) => {
                let length = Length::read(&duration.value, duration.line)?;
                if start.is_day() && length.seconds > 0 {
                    return Err(Fault::at(duration.line, "an event of whole days lasts whole days"));
                }
                let days = if start.is_day() { length.days.max(1) } else { length.days };
                Ok(Extent::Lasts(Length { days, ..length }))
            }
            (None, None) => Ok(Extent::Lasts(Length { days: i64::from(start.is_day()), seconds: 0 })),
            (Some(property), None) => {
                let end = self.moment(property, &property.value)?;
                let floats = |moment: &Moment| matches!(moment.place, Place::Anywhere);
                if end.is_day() != start.is_day() || floats(&end) != floats(start) {
                    return Err(Fault::at(property.line, "the end is not of the same kind as the beginning"));
                }
                let clock = end.when.wall() - start.when.wall();
                if start.is_day() {
                    // Some calendars write a day that ends on itself.
                    return Ok(Extent::Ends { clock: Some(clock.max(DAY)), exact: 0 });
                }
                let same = start.place.same(&end.place);
                let exact = if same {
                    start.place.between(start.when.wall(), end.when.wall())
                } else {
                    end.moments().last - start.moments().first
                };
                if exact < 0 || (same && clock < 0) {
                    return Err(Fault::at(property.line, "this event ends before it begins"));
                }
                Ok(Extent::Ends { clock: same.then_some(clock), exact })
            }
        }
    }

    /// The instances that are excluded or changed. A changed one is an event of its own.
    fn gone(&mut self, event: &Component) -> Reading<HashSet<Instance>> {
        let mut gone = HashSet::new();
        for property in event.every("EXDATE") {
            for text in property.value.split(',').filter(|text| !text.trim().is_empty()) {
                gone.insert(self.moment(property, text)?.instance());
            }
        }
        if let (None, Some(name)) = (event.one("RECURRENCE-ID")?, event.one("UID")?) {
            gone.extend(self.replaced.get(name.value.trim()).into_iter().flatten());
        }
        Ok(gone)
    }

    /// Adds the readings of the clock that a rule gives near the slots.
    fn recur(&mut self, property: &Property, start: &Moment, extent: &Extent, walls: &mut Vec<i64>) -> Reading<()> {
        let mut rule = Rule::read(&property.value, property.line)?;
        if start.is_day() {
            rule = rule.of_days().ok_or(Fault::at(property.line, "an event of whole days repeats within a day"))?;
        }
        let counts = |wall: i64| match rule.until {
            None => true,
            Some(Until::Day(day)) => wall.div_euclid(DAY) <= day,
            Some(Until::Wall(last)) if matches!(start.place, Place::Anywhere) => wall <= last,
            Some(Until::Wall(last)) => wall <= last + DOUBT,
            Some(Until::Utc(last)) => start.place.moments(wall).first <= last,
        };
        let before = extent.most().saturating_add(SLACK);
        for (begin, end) in self.windows {
            let from = begin.saturating_sub(before);
            let found = rule.expand(start.when.wall(), from, end + SLACK, self.budget, property.line)?;
            walls.extend(found.into_iter().filter(|wall| counts(*wall)));
        }
        Ok(())
    }

    /// A value of type PERIOD (3.3.9).
    fn period(&mut self, property: &Property, text: &str) -> Reading<()> {
        let wrong = Fault::at(property.line, "this is no period of time (20261201T090000Z/PT1H)");
        let (begin, end) = text.split_once('/').ok_or(wrong)?;
        let (begin, end) = (When::read(begin, property.line)?, end.trim());
        if matches!(begin, When::Day(_)) {
            return Err(wrong);
        }
        let place = self.zones.place(property, begin, self.budget)?;
        let first = place.moments(begin.wall()).first;
        let last = if end.starts_with(['P', 'p', '+']) {
            Extent::Lasts(Length::read(end, property.line)?).end(&place, begin.wall())
        } else {
            let end = When::read(end, property.line)?;
            if matches!(end, When::Day(_)) || matches!(end, When::Utc(_)) != matches!(begin, When::Utc(_)) {
                return Err(wrong);
            }
            if end.wall() < begin.wall() {
                return Err(wrong);
            }
            place.moments(end.wall()).last
        };
        self.take(first, last);
        Ok(())
    }

    /// A stretch is busy. One without length takes the second it is in, as RFC 4791 (9.9) has it for moments.
    fn take(&mut self, first: i64, last: i64) {
        let last = last.max(first.saturating_add(1));
        let hull = self.windows.first().zip(self.windows.last());
        if hull.is_some_and(|(begin, end)| first < end.1 && last > begin.0) {
            self.busy.push((first, last));
        }
    }
}

/// Whether an event takes no time: cancelled, or transparent, and nothing in it says otherwise.
fn free(event: &Component) -> bool {
    let all = |name: &str, word: &str| {
        let mut found = event.properties.iter().filter(|property| property.name == name).peekable();
        found.peek().is_some() && found.all(|property| property.says(word))
    };
    all("STATUS", "CANCELLED") || all("TRANSP", "TRANSPARENT")
}
