//! What deserves a second look: warnings and flags, never legal advice.
use std::collections::BTreeSet;

use serde::Serialize;

use super::Record;
use super::book::Book;
use super::seat::{Capacity, Facts, Office};
use crate::id::MemberId;

/// Said with every warning.
pub const NOT_ADVICE: &str = "This is no legal advice; ask counsel.";

/// A warning or a flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Warning {
    /// A private seat deals with a serving office-holder of another government, and no mandate is on the register.
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
    /// A private seat's recorded line commits a state.
    BeyondMandate {
        /// The seat, where it is known.
        seat: Option<String>,
        /// The statement.
        statement: String,
        /// The state.
        government: String,
        /// Where the statement is reported.
        source: String,
        /// In words.
        words: String,
    },
}

/// The warnings of a book; `holders` are the members with a mandate on the register that holds now.
#[must_use]
pub fn of_book(book: &Book, holders: &BTreeSet<MemberId>) -> Vec<Warning> {
    let mut found = Vec::new();
    for (name, meeting) in &book.meetings {
        let day = meeting.facts.date();
        let present: Vec<(&String, &Facts)> =
            meeting.facts.present.iter().filter_map(|seat| Some((seat, book.seats.get(seat)?.on(day)?))).collect();
        for (seat, facts) in &present {
            let private =
                facts.capacity == Capacity::Private && !matches!(facts.office, Office::Serving | Office::Convener);
            let foreign = |other: &&(&String, &Facts)| {
                other.1.office == Office::Serving
                    && other.1.government.is_some()
                    && other.1.government != facts.government
            };
            let Some((with, holder)) = present.iter().find(foreign).filter(|_| private && !mandated(facts, holders))
            else {
                continue;
            };
            found.push(Warning::NoMandate {
                seat: (*seat).clone(),
                with: (*with).clone(),
                meeting: name.clone(),
                source: meeting.source.clone(),
                words: format!(
                    "{} sat there privately with {}, who serves a government, and no mandate of theirs is on the \
                     register. {NOT_ADVICE}",
                    facts.role(),
                    holder.role()
                ),
            });
        }
    }
    found
}

/// Statements in which a private seat, or somebody whose seat is not known, speaks for a state. Their seats are those of
/// the reported record.
#[must_use]
pub fn beyond_mandate(record: &Record, holders: &BTreeSet<MemberId>) -> Vec<Warning> {
    let mut found = Vec::new();
    for (name, entry) in &record.statements {
        let statement = &entry.statement;
        let Some(government) = &statement.commits else {
            continue;
        };
        let facts = statement.seat.as_ref().and_then(|seat| record.reported.seats.get(seat)?.on(statement.day));
        let entitled = facts.is_some_and(|facts| facts.office == Office::Serving || mandated(facts, holders));
        if !entitled {
            found.push(Warning::BeyondMandate {
                seat: statement.seat.clone(),
                statement: name.clone(),
                government: government.clone(),
                source: statement.source.clone(),
                words: format!(
                    "{} speaks for {government} from a private seat, and no mandate to do so is on the register. \
                     {NOT_ADVICE}",
                    statement.speaker
                ),
            });
        }
    }
    found
}

fn mandated(facts: &Facts, holders: &BTreeSet<MemberId>) -> bool {
    facts.member.is_some_and(|member| holders.contains(&member))
}
