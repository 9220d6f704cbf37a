//! The track of a meeting, from who sat there: computed, never typed in.
use serde::{Deserialize, Serialize};

use super::book::Book;
use super::day::Day;
use super::seat::{Capacity, Facts, Office};

/// Who talks: governments, officials on one end, or private people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Track {
    /// All present serve in office and are mandated.
    #[serde(rename = "1")]
    One,
    /// Some serve in office.
    #[serde(rename = "1.5")]
    OneAndHalf,
    /// None serves in office.
    #[serde(rename = "2")]
    Two,
}

/// A meeting's track, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Computed {
    /// The meeting.
    pub meeting: String,
    /// Its date, as far as it is known.
    pub day: Option<Day>,
    /// The track; none where nobody is known to have been there.
    pub track: Option<Track>,
    /// Why.
    pub reason: Reason,
    /// The same in words.
    pub why: String,
}

/// Why a meeting has the track that it has. People go by their roles on that day: a name stands beside its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Nobody but a convener is known to have been there.
    NobodyKnown,
    /// Nobody present serves in office.
    NoneServes,
    /// Some serve and others do not.
    SomeServe {
        /// Who serves.
        serving: Vec<String>,
    },
    /// All serve, and some without a mandate.
    SomePrivate {
        /// Who has no mandate.
        private: Vec<String>,
    },
    /// All serve and are mandated.
    AllMandated,
}

impl Reason {
    /// In words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::NobodyKnown => "nobody but a convener is known to have been there".to_owned(),
            Self::NoneServes => "nobody present serves in office".to_owned(),
            Self::SomeServe { serving } => {
                format!("{} serves in office and others present do not", serving.join(", "))
            }
            Self::SomePrivate { private } => {
                format!("all present serve in office, and {} has no mandate", private.join(", "))
            }
            Self::AllMandated => "all present serve in office and are mandated".to_owned(),
        }
    }
}

impl Track {
    /// As it is spoken of: `1`, `1.5`, `2`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::OneAndHalf => "1.5",
            Self::Two => "2",
        }
    }
}

/// The track that these people make, conveners apart: 1 if all serve and are mandated, 2 if none serves, else 1.5.
#[must_use]
pub fn track_of(present: &[&Facts]) -> (Option<Track>, Reason) {
    let counted: Vec<&&Facts> = present.iter().filter(|facts| facts.office != Office::Convener).collect();
    let serving: Vec<&&&Facts> = counted.iter().filter(|facts| facts.office == Office::Serving).collect();
    let names = |some: &[&&&Facts]| some.iter().map(|facts| facts.role()).collect();
    if counted.is_empty() {
        return (None, Reason::NobodyKnown);
    }
    if serving.is_empty() {
        return (Some(Track::Two), Reason::NoneServes);
    }
    if serving.len() < counted.len() {
        return (Some(Track::OneAndHalf), Reason::SomeServe { serving: names(&serving) });
    }
    let private: Vec<&&&Facts> = serving.iter().filter(|facts| facts.capacity == Capacity::Private).copied().collect();
    if private.is_empty() {
        return (Some(Track::One), Reason::AllMandated);
    }
    (Some(Track::OneAndHalf), Reason::SomePrivate { private: names(&private) })
}

/// The track of a meeting of a book; none where there is no such meeting.
#[must_use]
pub fn of_meeting(book: &Book, name: &str) -> Option<Computed> {
    let facts = &book.meetings.get(name)?.facts;
    let day = facts.date();
    let present: Vec<&Facts> =
        facts.present.iter().filter_map(|seat| book.seats.get(seat).and_then(|seat| seat.on(day))).collect();
    let (track, reason) = track_of(&present);
    Some(Computed { meeting: name.to_owned(), day, track, why: reason.words(), reason })
}

/// The tracks of all meetings held, in the order of the last days they can have been on; those without a date last.
#[must_use]
pub fn history(book: &Book) -> Vec<Computed> {
    let held = book.in_order().into_iter().filter(|(_, meeting)| meeting.facts.held);
    held.filter_map(|(name, _)| of_meeting(book, name)).collect()
}

/// A change of track between two meetings that follow one another, or of one meeting that is described anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The meeting with which the talks are on another track.
    pub meeting: String,
    /// From which.
    pub from: Track,
    /// To which.
    pub to: Track,
    /// Why, in words.
    pub why: String,
}

/// What a history has of changes that an earlier one had not, in its order: wherever in it a meeting was entered.
#[must_use]
pub fn changes(before: &[Computed], now: &[Computed]) -> Vec<Change> {
    let known: Vec<Change> = turns(before);
    let own = |one: &Computed| {
        let old = before.iter().find(|other| other.meeting == one.meeting)?.track?;
        change(old, one)
    };
    let mut found: Vec<Change> = Vec::new();
    let turns = turns(now);
    for one in now {
        let turn = turns.iter().find(|turn| turn.meeting == one.meeting);
        let turn = turn.filter(|turn| !known.iter().any(|old| same(old, turn))).cloned();
        for change in own(one).into_iter().chain(turn) {
            if !found.iter().any(|other| same(other, &change)) {
                found.push(change);
            }
        }
    }
    found
}

fn same(one: &Change, other: &Change) -> bool {
    (&one.meeting, one.from, one.to) == (&other.meeting, other.from, other.to)
}

/// The changes from one meeting to the next within a history; meetings of unknown track are passed over.
fn turns(history: &[Computed]) -> Vec<Change> {
    let known: Vec<(&Computed, Track)> = history.iter().filter_map(|one| Some((one, one.track?))).collect();
    known.iter().zip(known.iter().skip(1)).filter_map(|((_, from), (one, _))| change(*from, one)).collect()
}

fn change(from: Track, one: &Computed) -> Option<Change> {
    let to = one.track.filter(|to| *to != from)?;
    Some(Change { meeting: one.meeting.clone(), from, to, why: one.why.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(office: Office, capacity: Capacity) -> Facts {
        Facts::of(format!("{office:?}"), office, capacity)
    }

    #[test]
    fn the_track_follows_from_who_is_there() {
        let convener = seat(Office::Convener, Capacity::Private);
        let former = seat(Office::Former, Capacity::Private);
        let expert = seat(Office::Expert, Capacity::Mandated);
        let minister = seat(Office::Serving, Capacity::Mandated);
        let official = seat(Office::Serving, Capacity::Private);
        let track = |present: &[&Facts]| track_of(present).0;
        assert_eq!(track(&[&former, &expert, &convener]), Some(Track::Two));
        assert_eq!(track(&[&former, &minister, &convener]), Some(Track::OneAndHalf));
        assert_eq!(track(&[&minister, &minister, &convener]), Some(Track::One));
        assert_eq!(track(&[&minister, &official]), Some(Track::OneAndHalf));
        assert_eq!(track(&[&convener]), None);
        assert_eq!(track(&[]), None);
        let reason = |present: &[&Facts]| track_of(present).1;
        assert_eq!(reason(&[&former, &minister]), Reason::SomeServe { serving: vec!["official".to_owned()] });
        assert_eq!(reason(&[&minister, &official]), Reason::SomePrivate { private: vec!["official".to_owned()] });
        assert_eq!(reason(&[&minister]), Reason::AllMandated);
        let named = Facts { post: Some("foreign minister".to_owned()), government: Some("B".to_owned()), ..minister };
        assert_eq!(
            reason(&[&former, &named]).words(),
            "foreign minister of B serves in office and others present do not"
        );
    }
}
