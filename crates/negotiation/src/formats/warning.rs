//! What was read but deserves a second look: every trap of the foreign formats has its name here.
use std::fmt;

/// One thing a reader noticed. It never changes a result silently: the text says what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// A file of the folder was left alone.
    Ignored {
        /// Its name.
        file: String,
        /// Why.
        reason: String,
    },
    /// The bytes were not UTF-8 and were read as Latin-1.
    NotUtf8 {
        /// The file.
        file: String,
    },
    /// The agenda was taken from a private file's public part, since no domain file exists.
    NoDomainFile {
        /// The file used.
        file: String,
    },
    /// The domain inside a profile differs from the domain file.
    DomainDiffers {
        /// The profile.
        file: String,
    },
    /// Issue indices leave out a number; other tools invent a dummy issue for it.
    IndexGap {
        /// The file.
        file: String,
        /// The numbers left out, separated by commas.
        missing: String,
    },
    /// An index, key or label is given more than once.
    Repeated {
        /// The file.
        file: String,
        /// What is repeated.
        what: String,
    },
    /// A profile lists an issue's choices in another order than the agenda.
    OrderDiffers {
        /// The profile.
        file: String,
        /// The issue.
        issue: String,
    },
    /// A choice without a value, in a format where that means zero.
    MissingValue {
        /// The profile.
        file: String,
        /// The issue.
        issue: String,
        /// The choice.
        choice: String,
    },
    /// Every evaluation of an issue is zero, so that it counts nothing.
    NothingCounts {
        /// The profile.
        file: String,
        /// The issue.
        issue: String,
    },
    /// The weights do not sum to one; they are used as written.
    WeightsNotOne {
        /// The profile.
        file: String,
        /// Their sum.
        sum: String,
    },
    /// A weight on an objective above the issues has no effect.
    ObjectiveWeight {
        /// The profile.
        file: String,
        /// The objective.
        objective: String,
    },
    /// The best utility would exceed one and is cut off there.
    Clipped {
        /// The profile.
        file: String,
        /// The best utility before the cut.
        best: String,
    },
    /// A discount over time, without effect on a single question.
    DiscountIgnored {
        /// The profile.
        file: String,
        /// The factor.
        factor: String,
    },
    /// No reservation value is given.
    NoReservation {
        /// The profile.
        file: String,
        /// What stands in for it.
        instead: String,
    },
    /// The reservation value rules no package out.
    RedLineVoid {
        /// The profile.
        file: String,
        /// The reservation value.
        reservation: String,
        /// The worst utility.
        worst: String,
    },
    /// The reservation value rules every package out.
    RedLineUnreachable {
        /// The profile.
        file: String,
        /// The reservation value.
        reservation: String,
        /// The best utility.
        best: String,
    },
    /// Utilities leave the range from 0 to 1 while the reservation value lies in it.
    ScaleMismatch {
        /// The profile.
        file: String,
        /// The worst and best utility.
        range: String,
    },
    /// The reservation bid leaves issues out.
    PartialReservation {
        /// The profile.
        file: String,
        /// The issues left out, separated by commas.
        issues: String,
    },
    /// The game's own rule needs fewer than all sides.
    QuorumRule {
        /// The file that says so.
        file: String,
        /// How many sides must accept.
        quorum: usize,
        /// Sides that must be among them.
        vetoes: Vec<String>,
    },
    /// An entry that is not known and has no effect here.
    UnknownEntry {
        /// The file.
        file: String,
        /// The entry.
        entry: String,
    },
    /// Gains exceed what the agenda says is possible.
    BeyondScale {
        /// The profile.
        file: String,
        /// The greatest gain.
        gain: String,
        /// The agenda's scale.
        scale: String,
    },
    /// A reservation value and a reserved outcome are both given.
    TwoReservations {
        /// The profile.
        file: String,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::Ignored { file, reason } => write!(f, "{file}: left alone: {reason}"),
            Warning::NotUtf8 { file } => write!(f, "{file}: not UTF-8; read as Latin-1. Check names with accents"),
            Warning::NoDomainFile { file } => write!(
                f,
                "{file}: the folder has no domain file; the agenda is taken from this file's issues and choices"
            ),
            Warning::DomainDiffers { file } => {
                write!(f, "{file}: the domain inside this profile differs from the agenda; the agenda counts")
            }
            Warning::IndexGap { file, missing } => write!(
                f,
                "{file}: issue indices leave out {missing}; nothing is put in their place (other tools add a dummy issue)"
            ),
            Warning::Repeated { file, what } => {
                write!(f, "{file}: {what} is given more than once; the last one counts")
            }
            Warning::OrderDiffers { file, issue } => write!(
                f,
                "{file}: issue `{issue}` lists its choices in another order than the agenda; they are matched by name"
            ),
            Warning::MissingValue { file, issue, choice } => {
                write!(f, "{file}: choice `{choice}` of issue `{issue}` has no value; it counts 0")
            }
            Warning::NothingCounts { file, issue } => {
                write!(f, "{file}: every evaluation of issue `{issue}` is 0; the issue counts nothing")
            }
            Warning::WeightsNotOne { file, sum } => {
                write!(f, "{file}: the weights sum to {sum} instead of 1; they are used as written")
            }
            Warning::ObjectiveWeight { file, objective } => {
                write!(f, "{file}: the weight of objective `{objective}` has no effect; only issues' weights count")
            }
            Warning::Clipped { file, best } => write!(f, "{file}: utilities reach {best} and are cut off at 1"),
            Warning::DiscountIgnored { file, factor } => write!(
                f,
                "{file}: the discount factor {factor} is ignored: a question is asked once, before any time has passed"
            ),
            Warning::NoReservation { file, instead } => {
                write!(f, "{file}: no reservation value; {instead}")
            }
            Warning::RedLineVoid { file, reservation, worst } => write!(
                f,
                "{file}: the reservation value {reservation} rules nothing out: the worst package is worth {worst}"
            ),
            Warning::RedLineUnreachable { file, reservation, best } => write!(
                f,
                "{file}: the reservation value {reservation} rules everything out: the best package is worth {best}"
            ),
            Warning::ScaleMismatch { file, range } => write!(
                f,
                "{file}: utilities run {range} while the reservation value lies between 0 and 1; was the file imported without normalising?"
            ),
            Warning::PartialReservation { file, issues } => {
                write!(f, "{file}: the reservation bid leaves out {issues}; they count 0 in it")
            }
            Warning::QuorumRule { file, quorum, vetoes } => {
                let flags: Vec<String> = vetoes.iter().map(|v| format!("--veto {v}")).collect();
                write!(
                    f,
                    "{file}: in this game a package passes with all sides but one, two of them always: --quorum {quorum} {}",
                    flags.join(" ")
                )
            }
            Warning::UnknownEntry { file, entry } => {
                write!(f, "{file}: the entry `{entry}` is not known and has no effect")
            }
            Warning::BeyondScale { file, gain, scale } => write!(
                f,
                "{file}: gains reach {gain}, above the agenda's scale of {scale}; set `scale` in the converted agenda.toml"
            ),
            Warning::TwoReservations { file } => {
                write!(f, "{file}: both a reservation value and a reserved outcome; the value counts")
            }
        }
    }
}
