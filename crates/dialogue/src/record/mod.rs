//! A talk on the record: who sat there and in what capacity, with whose knowledge, what may be said of it to whom, what
//! is reported elsewhere, and what must not be decided without those it concerns.
//!
//! Pure, like all of this floor: acts in the order of the log → [`Record`]; views are computed from it.
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub mod advice;
pub mod affairs;
mod apply;
pub mod book;
pub mod channel;
mod concern;
pub mod day;
pub mod debrief;
pub mod gate;
pub mod handover;
mod known;
pub mod line;
pub mod meeting;
pub mod memory;
pub mod notice;
pub mod outside;
pub mod scene;
pub mod seat;
pub mod standing;
pub mod statement;
pub mod track;

pub use book::Book;
pub use day::Day;
pub use notice::{Matter, Notice};
pub use statement::Statement;
pub use track::Track;

use crate::id::MemberId;
use crate::mandate;
use crate::refusal::Refusal;

/// Seats, meetings, standings or statements that a record may have, of each.
pub const MOST_ENTRIES: usize = 2_000;
/// Bytes of all entries of the record together, as they travelled.
pub const MOST_RECORD_BYTES: u64 = 256 << 10;
/// Characters of a sentence that a refusal shows.
const MOST_SHOWN_CHARS: usize = 80;
/// Bytes of one member's entries.
pub const MOST_BYTES_OF_ONE: u64 = 96 << 10;

/// One act that changes the record. What names a source goes into the reported record, all else into this dialogue's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A seat is entered, or changes.
    Seat {
        /// Its name.
        seat: String,
        /// What holds from now on.
        facts: seat::Facts,
        /// Where it is reported.
        source: Option<String>,
    },
    /// A meeting is planned, or described.
    Meeting {
        /// Its name.
        meeting: String,
        /// What is known.
        facts: meeting::Facts,
        /// Where it is reported.
        source: Option<String>,
    },
    /// How often people meet.
    Cadence(meeting::Cadence),
    /// A day on which a side does not meet.
    Holiday(meeting::Holiday),
    /// A fact of standing with a government.
    Standing(standing::Standing),
    /// Another channel.
    Channel {
        /// Its name.
        channel: String,
        /// What is known.
        facts: channel::Channel,
    },
    /// Somebody the talks concern who is not in the room.
    Outside {
        /// Their name.
        party: String,
        /// What is known.
        facts: outside::Outside,
    },
    /// A reported statement.
    Statement {
        /// Its name.
        name: String,
        /// What was said.
        statement: Statement,
    },
    /// A line of a readout.
    Line(line::Act),
    /// The gate for those a result concerns.
    Gate(gate::Act),
    /// What the agenda remembers.
    Memory(memory::Act),
    /// Impasses, flags, the hotline, who asked and answered.
    Affairs(affairs::Act),
    /// Hand-over packets.
    Handover(handover::Act),
    /// The author presents a mandate to those in the room.
    MandatePresented(mandate::Presented),
    /// A mandate was taken back.
    MandateRevoked(mandate::Revoked),
    /// All positions in this dialogue are invented; the banner stands on every page.
    Exercise {
        /// The banner.
        banner: String,
    },
}

impl Act {
    /// Whether it may be said in rooms beside the plenary.
    #[must_use]
    pub fn fits_rooms(&self) -> bool {
        matches!(self, Self::Line(_) | Self::MandatePresented(_) | Self::MandateRevoked(_))
    }

    /// Whether it only withholds, objects, answers or undoes: these find room when nothing else does.
    #[must_use]
    pub fn withholds(&self) -> bool {
        matches!(
            self,
            Self::Line(line::Act::Withdraw { .. } | line::Act::Attribute { .. } | line::Act::Clear { .. })
                | Self::Gate(gate::Act::Speak { .. })
                | Self::Memory(memory::Act::Lift { .. })
                | Self::Affairs(
                    affairs::Act::Hotline { .. }
                        | affairs::Act::HotlineRead { .. }
                        | affairs::Act::Resolved { .. }
                        | affairs::Act::Eased { .. }
                )
                | Self::Handover(handover::Act::Replied { .. } | handover::Act::Answered { .. })
                | Self::MandateRevoked(_)
        )
    }

    /// What can be checked of it alone: of a mandate that somebody's key has signed it, of an export what it says.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn check_alone(&self) -> Result<(), Refusal> {
        match self {
            Self::MandatePresented(one) => {
                mandate::Signed::read(one.document.as_bytes(), one.signature.as_bytes())?;
            }
            Self::MandateRevoked(one) => {
                one.read()?;
            }
            Self::Line(line::Act::Export(export)) => export.check()?,
            _ => {}
        }
        Ok(())
    }
}

/// A statement on the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// What was said.
    pub statement: Statement,
    /// Who entered it.
    pub by: MemberId,
}

/// The record of a dialogue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// This dialogue's own seats, meetings, standing and channels.
    #[serde(default)]
    pub own: Book,
    /// Those that are reported of others.
    #[serde(default)]
    pub reported: Book,
    /// Reported statements by name.
    #[serde(default)]
    pub statements: BTreeMap<String, Recorded>,
    /// Days on which sides do not meet.
    #[serde(default)]
    pub holidays: Vec<meeting::Holiday>,
    /// Lines of readouts that all members see.
    #[serde(default)]
    pub readouts: line::Readouts,
    /// The gate, by question.
    #[serde(default)]
    pub gates: BTreeMap<String, gate::Gate>,
    /// What the agenda remembers.
    #[serde(default)]
    pub memory: memory::Memory,
    /// Impasses, flags, the hotline, tallies.
    #[serde(default)]
    pub affairs: affairs::Affairs,
    /// Hand-over packets.
    #[serde(default)]
    pub handovers: handover::Handovers,
    /// Mandates presented in the plenary, by digest, and those taken back.
    #[serde(default, skip_serializing_if = "mandate::Known::is_empty")]
    pub mandates: mandate::Known,
    /// The banner of an exercise.
    #[serde(default)]
    pub exercise: Option<String>,
    /// What all are told, the latest last.
    #[serde(default)]
    pub notices: Vec<Notice>,
    /// Bytes of all acts taken up.
    #[serde(default)]
    pub bytes: u64,
    /// The same by author.
    #[serde(default)]
    pub bytes_by: BTreeMap<MemberId, u64>,
}

impl Record {
    /// This dialogue's own book, or that of what is reported of others.
    #[must_use]
    pub fn book(&self, reported: bool) -> &Book {
        if reported { &self.reported } else { &self.own }
    }

    /// Parties of this dialogue: the governments of its seats, own and reported, and its sides.
    #[must_use]
    pub fn parties<'a>(&self, sides: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
        let seats = self.own.seats.values().chain(self.reported.seats.values());
        let governments = seats.filter_map(|seat| seat.now()?.government.clone());
        governments.chain(sides.into_iter().map(str::to_owned)).collect()
    }

    /// Meetings that were held and of which nothing was exported to anybody yet.
    #[must_use]
    pub fn debriefs_due(&self) -> Vec<&String> {
        let held = self.own.meetings.iter().filter(|(_, one)| one.facts.held && one.facts.series.is_none());
        let told = |name: &String| self.readouts.exports.iter().any(|one| one.export.meeting == *name);
        held.map(|(name, _)| name).filter(|name| !told(name)).collect()
    }

    /// What of an agenda's options may be no option: the option, and why.
    #[must_use]
    pub fn barred(&self, agenda: &negotiation::Agenda) -> Option<String> {
        for issue in agenda.issues() {
            for choice in &issue.choices {
                let said = format!("{} {}", choice.name, choice.title.as_deref().unwrap_or_default());
                if let Some(why) = self.bars(&said) {
                    return Some(format!("option {} of issue {} {why}", choice.name, issue.name));
                }
            }
        }
        self.memory.barred(agenda)
    }

    /// What of a text that is to be adopted may be no option, and why. It is read sentence by sentence: words that stand
    /// pages apart say nothing together.
    #[must_use]
    pub fn barred_in_text(&self, title: &str, text: &str) -> Option<String> {
        let found = statement::sentences(text).into_iter().chain([title.to_owned()]);
        let barred = |said: String| {
            let why = self.bars(&said)?;
            let begins: String = said.chars().take(MOST_SHOWN_CHARS).collect();
            Some(format!("what the text says in “{}” {why}", begins.trim()))
        };
        found.filter_map(barred).next()
    }

    /// Why these words may be no option, and the statement that says so.
    fn bars(&self, said: &str) -> Option<String> {
        let (name, one) = self.statements.iter().find(|(_, one)| one.statement.bars(said))?;
        let why = match one.statement.kind {
            statement::Kind::ThreatenedAct => "is a threatened act: it is flagged, and never an option",
            _ => "is recorded with attribution, and never an option",
        };
        Some(format!("{why} (statement {name})"))
    }
}
