//! What deserves a second look: warnings and flags, never legal advice.
use std::collections::BTreeSet;

use serde::Serialize;

use super::book::Book;
use super::day::Day;
use super::line::Readouts;
use super::seat::{Capacity, Facts, Office};
use super::{Record, Recorded};
use crate::id::MemberId;
use crate::mandate::{self, Genuine};

/// Said with every warning.
pub const NOT_ADVICE: &str = "This is no legal advice; ask counsel.";

/// A warning or a flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Warning {
    /// A private seat deals with a serving office-holder of another government, and no mandate that would cover it is
    /// on the register.
    NoMandate {
        /// The private seat.
        seat: String,
        /// The office-holder's seat.
        with: String,
        /// At which meeting.
        meeting: String,
        /// Where the meeting is reported; none for this dialogue's own.
        source: Option<String>,
        /// In words.
        words: String,
    },
    /// A private seat's statement, or its line of a readout, commits a state.
    BeyondMandate {
        /// The seat, where it is known.
        seat: Option<String>,
        /// Who speaks, as the record has it.
        speaker: String,
        /// The statement, where it is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        statement: Option<String>,
        /// The line of a readout, where it is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        line: Option<String>,
        /// The state.
        government: String,
        /// Where the statement is reported.
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// In words.
        words: String,
    },
}

/// A mandate on the register, for the time in which it held: up to its end, or to when it was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    holder: MemberId,
    acts: BTreeSet<mandate::Act>,
    subjects: BTreeSet<String>,
    from: i64,
    until: i64,
}

impl Given {
    /// A holder's mandate; `revoked` is the second since 1970 from which it was taken back, if it was.
    #[must_use]
    pub fn of(holder: MemberId, mandate: &Genuine, revoked: Option<i64>) -> Self {
        let terms = mandate.terms();
        Self {
            holder,
            acts: terms.acts.clone(),
            subjects: terms.subjects.clone(),
            from: terms.from,
            until: revoked.map_or(terms.until, |at| at.min(terms.until)),
        }
    }
}

/// The mandates on the register, as one looks at them now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mandates {
    /// All, those that are over included.
    pub given: Vec<Given>,
    /// Seconds since 1970: what has no date is held against this moment.
    pub now: i64,
}

/// To deal with an office-holder on somebody's behalf. *Explore* is none of these: it says that one may talk, and that
/// the principal is not bound.
const DEALING: [mandate::Act; 2] = [mandate::Act::Convey, mandate::Act::SpeakFor];

impl Mandates {
    /// How many hold now.
    #[must_use]
    pub fn holding(&self) -> usize {
        self.given.iter().filter(|one| one.from <= self.now && self.now < one.until).count()
    }

    /// Whether a seat's holder had a mandate for one of these acts on a day (now, where it is not known), and on this
    /// issue, where one is named.
    fn cover(&self, facts: &Facts, acts: &[mandate::Act], day: Option<Day>, issue: Option<&String>) -> bool {
        let (first, last) = day.and_then(Day::seconds).unwrap_or((self.now, self.now.saturating_add(1)));
        let covers = |one: &Given| {
            facts.member == Some(one.holder)
                && acts.iter().any(|act| one.acts.contains(act))
                && issue.is_none_or(|issue| one.subjects.is_empty() || one.subjects.contains(issue))
                && one.from < last
                && first < one.until
        };
        self.given.iter().any(covers)
    }

    /// Whether somebody may speak for a state: who serves it and is mandated to sit there, and who has a mandate to.
    fn entitle(&self, facts: &Facts, day: Option<Day>, issue: Option<&String>) -> bool {
        (facts.office == Office::Serving && facts.capacity == Capacity::Mandated)
            || self.cover(facts, &[mandate::Act::SpeakFor], day, issue)
    }
}

/// The warnings of a book. Who serves in office and sits there privately is warned of like anybody.
#[must_use]
pub fn of_book(book: &Book, mandates: &Mandates) -> Vec<Warning> {
    let mut found = Vec::new();
    for (name, meeting) in &book.meetings {
        let day = meeting.facts.date();
        let present: Vec<(&String, &Facts)> =
            meeting.facts.present.iter().filter_map(|seat| Some((seat, book.seats.get(seat)?.on(day)?))).collect();
        for (seat, facts) in &present {
            let private = facts.capacity == Capacity::Private && facts.office != Office::Convener;
            let foreign = |other: &&(&String, &Facts)| {
                other.1.office == Office::Serving
                    && other.1.government.is_some()
                    && other.1.government != facts.government
            };
            let warned = private && !mandates.cover(facts, &DEALING, day, None);
            let Some((with, holder)) = present.iter().find(foreign).filter(|_| warned) else {
                continue;
            };
            found.push(Warning::NoMandate {
                seat: (*seat).clone(),
                with: (*with).clone(),
                meeting: name.clone(),
                source: meeting.source.clone(),
                words: format!(
                    "{} sat there privately with {}, who serves a government, and no mandate of theirs to carry messages \
                     or to speak for anybody was on the register for that day. {NOT_ADVICE}",
                    facts.role(),
                    holder.role()
                ),
            });
        }
    }
    found
}

/// Statements in which a private seat, or somebody whose seat is not known, speaks for a state. Their seats are those of
/// the reported record, or else this dialogue's own.
#[must_use]
pub fn beyond_mandate(record: &Record, mandates: &Mandates) -> Vec<Warning> {
    let one = |(name, entry): (&String, &Recorded)| {
        let statement = &entry.statement;
        let government = statement.commits.as_ref()?;
        let found = |seat: &String| {
            let seat = record.reported.seats.get(seat).or_else(|| record.own.seats.get(seat));
            seat?.on(statement.day)
        };
        let facts = statement.seat.as_ref().and_then(found);
        let entitled = facts.is_some_and(|facts| mandates.entitle(facts, statement.day, statement.issue.as_ref()));
        let (seat, speaker) = (statement.seat.clone(), statement.speaker.clone());
        let words = spoke(&speaker, government, facts);
        let (source, government) = (Some(statement.source.clone()), government.clone());
        let (statement, line) = (Some(name.clone()), None);
        (!entitled).then_some(Warning::BeyondMandate { seat, speaker, statement, line, government, source, words })
    };
    record.statements.iter().filter_map(one).collect()
}

/// Lines of readouts, the plenary's or a caucus's, in which a private seat of this dialogue speaks for a state, or which
/// are nobody's words and do.
#[must_use]
pub fn lines_beyond_mandate(record: &Record, readouts: &Readouts, mandates: &Mandates) -> Vec<Warning> {
    let mut found = Vec::new();
    for (name, line) in readouts.lines.iter().filter(|(_, line)| !line.withdrawn) {
        let Some(government) = &line.wording.commits else {
            continue;
        };
        let day = record.own.meetings.get(&line.wording.meeting).and_then(|meeting| meeting.facts.date());
        let seat = line.wording.speaker.clone();
        let facts = seat.as_ref().and_then(|seat| record.own.seats.get(seat)?.on(day));
        if facts.is_some_and(|facts| mandates.entitle(facts, day, None)) {
            continue;
        }
        let speaker = facts.map_or_else(|| "the convener's summary".to_owned(), |facts| facts.holder.clone());
        let words = spoke(&speaker, government, facts);
        let (line, government) = (Some(name.clone()), government.clone());
        let (statement, source) = (None, None);
        found.push(Warning::BeyondMandate { seat, speaker, statement, line, government, source, words });
    }
    found
}

fn spoke(speaker: &str, government: &str, facts: Option<&Facts>) -> String {
    let from = match facts {
        Some(facts) if facts.capacity == Capacity::Private => " from a private seat",
        _ => "",
    };
    format!("{speaker} speaks for {government}{from}, and no mandate to do so is on the register. {NOT_ADVICE}")
}
