//! Meetings: when, how, where, with whom, under which rule; and how often they should be.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::day::Day;
use crate::charter::Attribution;
use crate::event::{check_name, check_text};
use crate::id::MemberId;
use crate::refusal::Refusal;

/// Other places of a meeting, and words for them, that are kept.
pub const MOST_PLACES: usize = 40;
/// Further days of a meeting that are kept.
pub const MOST_DAYS: usize = 40;

/// How people meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// By a connection.
    Online,
    /// In one place.
    InPerson,
    /// By somebody who goes between them.
    Shuttle,
}

/// A meeting, planned or held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The date, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Further days, where it took more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Day>,
    /// The beginning, in seconds since 1970, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<i64>,
    /// The day on which it begins by the clocks of the place where it is, worked out when the beginning is entered: no
    /// machine's own zones decide it afterwards. An entry of an older program has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_day: Option<Day>,
    /// The time zone by which people there live, as IANA names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// How long it takes or took, in minutes, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// How long, in words, where only that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<String>,
    /// How people meet.
    pub mode: Mode,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Other places, and other words for the place: city, house, street, host, the same in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// The seats present, or invited while it is planned.
    #[serde(default)]
    pub present: Vec<String>,
    /// Agenda items, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// The rule of attribution; the charter's where none is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// Whether it has taken place.
    #[serde(default)]
    pub held: bool,
    /// The series that this entry stands for, if it is not one meeting: “at least twice monthly”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Whether the series is reported to be going on still when the source was written: it comes after all that has a
    /// date, though its own dates are not known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ongoing: bool,
}

/// A meeting on the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// What is known.
    pub facts: Facts,
    /// Who entered it last.
    pub by: MemberId,
    /// Where it stands in the log: its latest entry.
    pub sequence: u64,
    /// Where it is reported; none for this dialogue's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The rule under which it was held, once it has been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_under: Option<Attribution>,
}

/// How often people want to meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cadence {
    /// At the latest so many days after the last meeting.
    pub days: u32,
    /// In words: “at least twice monthly”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Counting meetings of this mode alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// Counting meetings at this place alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where it is reported; none for this dialogue's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A day on which a side does not meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    pub day: Day,
    /// What it is called.
    pub name: String,
    /// Whose; all sides' where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
}

/// Where a cadence stands on some day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// The cadence.
    pub cadence: Cadence,
    /// The last meeting held that counts.
    pub last: Option<String>,
    /// By when the next one is due.
    pub due: Option<Day>,
    /// Days by which it is late; 0 where it is not.
    pub overdue_days: i64,
}

impl Cadence {
    /// Whether a meeting is one of those that it counts. An entry for a whole series is no meeting.
    #[must_use]
    pub fn counts(&self, facts: &Facts) -> bool {
        let same = |wanted: &String| {
            let place = facts.place.as_ref();
            place.is_some_and(|place| place.trim().to_lowercase() == wanted.trim().to_lowercase())
        };
        let mode = self.mode.is_none_or(|mode| mode == facts.mode);
        facts.held && facts.series.is_none() && mode && self.place.as_ref().is_none_or(same)
    }
}

impl Facts {
    /// Whether they can be entered.
    ///
    /// # Errors
    /// Texts, lengths or a time zone that cannot be used.
    pub fn check(&self) -> Result<(), Refusal> {
        let wrong = |problem: String| Err(Refusal::Unusable { what: "the meeting", problem });
        for text in [&self.place, &self.length, &self.series].into_iter().flatten() {
            check_name("the meeting's text", text)?;
        }
        self.places.iter().try_for_each(|place| check_name("the meeting's text", place))?;
        self.items.iter().try_for_each(|item| check_text("an agenda item", item))?;
        if self.items.len() > 100 || self.present.len() > 400 {
            return wrong("it has more than 100 items or 400 seats".to_owned());
        }
        if self.places.len() > MOST_PLACES || self.days.len() > MOST_DAYS {
            return wrong(format!("it has more than {MOST_PLACES} places or {MOST_DAYS} days"));
        }
        if self.ongoing && self.series.is_none() {
            return wrong("it is going on, and is no series".to_owned());
        }
        if self.minutes.is_some_and(|minutes| minutes == 0 || minutes > 60 * 24 * 30) {
            return wrong("it takes 1 minute to 30 days".to_owned());
        }
        // Only the spelling: whether a machine knows the zone must not decide what all members take up.
        let spelt = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
        if self.zone.as_ref().is_some_and(|zone| zone.is_empty() || zone.len() > 64 || !zone.chars().all(spelt)) {
            return wrong("its time zone is none, such as Europe/Vienna".to_owned());
        }
        if self.starts_at.is_some_and(|at| jiff::Timestamp::from_second(at).is_err()) {
            return wrong("its beginning is no moment".to_owned());
        }
        // No clock on Earth is more than a day from universal time.
        let near = |day: Day| {
            let universal = self.starts_at.and_then(Day::at);
            day.whole().is_some() && universal.is_some_and(|other| day.days_until(other).abs() <= 1)
        };
        if self.local_day.is_some_and(|day| !near(day)) {
            return wrong("its day is not that of its beginning".to_owned());
        }
        Ok(())
    }

    /// All its days, in order.
    #[must_use]
    pub fn all_days(&self) -> BTreeSet<Day> {
        self.date().into_iter().chain(self.days.iter().copied()).collect()
    }

    /// The date: the one given, or the day of its beginning where it is; in universal time where that is not known.
    #[must_use]
    pub fn date(&self) -> Option<Day> {
        self.day.or(self.local_day).or_else(|| self.starts_at.and_then(Day::at))
    }

    /// Every date that tells when it was: its own days, and that of the same moment in universal time.
    #[must_use]
    pub fn telling_dates(&self) -> BTreeSet<Day> {
        self.all_days().into_iter().chain(self.starts_at.and_then(Day::at)).collect()
    }
}
