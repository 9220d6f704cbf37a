//! Seats, meetings and standing: once for this dialogue, once for what is reported of others. The two are different
//! values and never mixed.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::channel::Channel;
use super::day::Day;
use super::meeting::{Cadence, Meeting, Pace};
use super::outside::{Outside, Party};
use super::seat::Seat;
use super::standing::Standing;

/// One record of seats, meetings, standing and channels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// Seats by name.
    #[serde(default)]
    pub seats: BTreeMap<String, Seat>,
    /// Meetings by name.
    #[serde(default)]
    pub meetings: BTreeMap<String, Meeting>,
    /// How often people meet.
    #[serde(default)]
    pub cadences: Vec<Cadence>,
    /// Facts of standing, in the order entered.
    #[serde(default)]
    pub standing: Vec<Standing>,
    /// Other channels.
    #[serde(default)]
    pub channels: BTreeMap<String, Channel>,
    /// Those the talks concern who are not in the room, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub outside: BTreeMap<String, Outside>,
}

impl Book {
    /// Its meetings in the order of the last day each can have been on; then those without a date; last the series that
    /// are going on still.
    #[must_use]
    pub fn in_order(&self) -> Vec<(&String, &Meeting)> {
        let mut all: Vec<(&String, &Meeting)> = self.meetings.iter().collect();
        all.sort_by_key(|(_, meeting)| {
            let day = meeting.facts.date().map(|day| day.span().1);
            (meeting.facts.ongoing, day.is_none(), day, meeting.sequence)
        });
        all
    }

    /// Those who are not in the room, each with the meetings at which a seat of theirs was all the same. An empty list
    /// says that none is on the record, not that there was none.
    #[must_use]
    pub fn parties_outside(&self) -> Vec<Party<'_>> {
        let theirs = |name: &str, meeting: &Meeting| {
            let day = meeting.facts.date();
            let seats = meeting.facts.present.iter().filter_map(|seat| self.seats.get(seat)?.on(day));
            let mut of = seats.flat_map(|facts| [&facts.side, &facts.government, &facts.institution]);
            of.any(|of| of.as_deref() == Some(name))
        };
        let party = |(name, facts)| {
            let held = self.meetings.iter().filter(|(_, meeting)| meeting.facts.held);
            let meetings = held.filter(|(_, meeting)| theirs(name, meeting)).map(|(meeting, _)| meeting.clone());
            Party { name, facts, meetings: meetings.collect() }
        };
        self.outside.iter().map(|(name, facts)| party((name.as_str(), facts))).collect()
    }

    /// Where each cadence stands on a day.
    #[must_use]
    pub fn pace(&self, today: Day) -> Vec<Pace> {
        self.cadences.iter().map(|cadence| self.pace_of(cadence, today)).collect()
    }

    /// The cadences that are overdue on a day.
    pub fn overdue(&self, today: Day) -> impl Iterator<Item = Pace> {
        self.pace(today).into_iter().filter(|pace| pace.overdue_days > 0)
    }

    fn pace_of(&self, cadence: &Cadence, today: Day) -> Pace {
        let dated = self.meetings.iter().filter(|(_, one)| cadence.counts(&one.facts));
        let last = dated.filter_map(|(name, one)| Some((one.facts.date()?.span().1, name))).max();
        let due = last.and_then(|(day, _)| {
            let date = day.checked_add(jiff::Span::new().days(i64::from(cadence.days))).ok()?;
            Some(Day::of(date))
        });
        let overdue_days = due.map_or(0, |due| due.days_until(today).max(0));
        Pace { cadence: cadence.clone(), last: last.map(|(_, name)| name.clone()), due, overdue_days }
    }
}
