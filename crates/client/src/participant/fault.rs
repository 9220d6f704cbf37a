//! What is wrong with the log, once something is: found as soon as two members exchange a message that depends on it.

use dialogue::MemberId;
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use crate::brief::Brief;
use crate::error::Result;
use crate::participant::desk::Desk;
use crate::participant::{Participant, loss};
use crate::tables::{self, Setting};

/// Alarms that are kept.
const MOST_ALARMS: usize = 24;

/// A fault of the log. It stays until its member has looked after it, and is known afterwards, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A member had seen another log up to a block than this one has.
    OtherLog {
        /// Who.
        author: MemberId,
        /// Its message.
        sequence: u64,
        /// The block up to which the logs should be the same.
        seen: u64,
    },
    /// A member is in another group than this one: another commit was shown to it.
    OtherGroup {
        /// Who.
        author: MemberId,
        /// Its message.
        sequence: u64,
    },
    /// A member claims to have seen what comes after its own message.
    Ahead {
        /// Who.
        author: MemberId,
        /// Its message.
        sequence: u64,
    },
    /// A block that cannot be opened here was written by a member who had seen another log, or is in another state of
    /// the group; who, only those who can open it know.
    OtherBranch {
        /// The block.
        sequence: u64,
        /// The block up to which the logs should be the same.
        seen: u64,
    },
    /// The relay shows a block a second time.
    Repeated {
        /// Where.
        sequence: u64,
        /// Where it stood first.
        before: u64,
    },
    /// The relay has said that it stored one's own block, and shows another in its place, or none.
    NotStored {
        /// Where.
        sequence: u64,
    },
    /// The relay shows a log that ends before what it showed earlier.
    RolledBack {
        /// What was seen.
        seen: u64,
        /// What it shows.
        head: u64,
    },
    /// A member introduced another with a state that is not the state.
    OtherState {
        /// Who introduced.
        author: MemberId,
        /// Whom.
        member: MemberId,
    },
    /// An answer that was told to all differs from the one that was opened here.
    OtherAnswer {
        /// Who told it.
        author: MemberId,
        /// Of which question.
        question: String,
    },
}

/// A fault as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// What was wrong.
    pub fault: Fault,
    /// Whether its member has looked after it.
    pub acknowledged: bool,
}

/// What a vault holds; earlier programs kept one fault.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Many(Vec<Alarm>),
    One(Fault),
}

/// All that are kept, the newest last.
pub(crate) fn alarms(tx: &Transaction<'_>) -> Result<Vec<Alarm>> {
    Ok(match tables::read(tx, Setting::Fault)? {
        Some(Kept::Many(alarms)) => alarms,
        Some(Kept::One(fault)) => vec![Alarm { fault, acknowledged: false }],
        None => Vec::new(),
    })
}

/// Notes a fault, as the newest. One that lasts is an alarm again although it was acknowledged before.
pub(crate) fn raise(desk: &Desk<'_>, fault: Fault) -> Result<()> {
    tracing::warn!(log = %Brief(&desk.log.0), fault = fault.kind(), at = desk.cursor, "a fault of the log");
    let mut alarms = alarms(desk.tx)?;
    note(&mut alarms, fault);
    tables::put(desk.tx, Setting::Fault, &alarms)
}

/// Each distinct fault once. Where there are too many, those of one kind and author make room for themselves: whoever
/// raises false alarms without end does not crowd out what others have raised.
fn note(alarms: &mut Vec<Alarm>, fault: Fault) {
    alarms.retain(|one| one.fault != fault);
    alarms.push(Alarm { fault, acknowledged: false });
    if alarms.len() <= MOST_ALARMS {
        return;
    }
    let source = |one: &Alarm| (one.fault.kind(), one.fault.author());
    let count = |from: &(&str, Option<MemberId>)| alarms.iter().filter(|one| source(one) == *from).count();
    let loudest = alarms.iter().rev().map(source).max_by_key(count);
    if let Some(oldest) = alarms.iter().position(|one| Some(source(one)) == loudest) {
        alarms.remove(oldest);
    }
}

impl Participant {
    /// Its member has looked after every fault and gap that is known now: the health speaks of them no more. What lasts,
    /// and what comes, is told all the same. Answers how many there were.
    ///
    /// # Errors
    /// The vault.
    pub fn acknowledge_faults(&mut self) -> Result<usize> {
        self.write(|desk| {
            let mut alarms = alarms(desk.tx)?;
            let open = alarms.iter_mut().filter(|one| !one.acknowledged);
            let done = open.map(|one| one.acknowledged = true).count();
            tables::put(desk.tx, Setting::Fault, &alarms)?;
            Ok(done + loss::acknowledge(desk.tx)?)
        })
    }
}

impl Fault {
    /// Its kind, for a log and for the names of texts.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::OtherLog { .. } => "other-log",
            Self::OtherGroup { .. } => "other-group",
            Self::Ahead { .. } => "ahead",
            Self::RolledBack { .. } => "rolled-back",
            Self::OtherState { .. } => "other-state",
            Self::OtherAnswer { .. } => "other-answer",
            Self::OtherBranch { .. } => "other-branch",
            Self::Repeated { .. } => "repeated",
            Self::NotStored { .. } => "not-stored",
        }
    }

    /// The member whose message or introduction raised it, where there is one.
    #[must_use]
    pub const fn author(&self) -> Option<MemberId> {
        match self {
            Self::OtherLog { author, .. }
            | Self::OtherGroup { author, .. }
            | Self::Ahead { author, .. }
            | Self::OtherState { author, .. }
            | Self::OtherAnswer { author, .. } => Some(*author),
            Self::OtherBranch { .. } | Self::Repeated { .. } | Self::NotStored { .. } | Self::RolledBack { .. } => None,
        }
    }

    /// What it is, in words.
    #[must_use]
    pub fn describe(&self, name: impl Fn(&MemberId) -> String) -> String {
        match self {
            Self::OtherLog { author, sequence, seen } => format!(
                "the message of {} at {sequence} was written over another log: up to block {seen} the relay has shown \
                 the two of you different things, or that member's program is not honest",
                name(author)
            ),
            Self::OtherGroup { author, sequence } => format!(
                "the message of {} at {sequence} comes from another state of the group: the relay has shown the two of \
                 you different changes of members, or that member's program is not honest",
                name(author)
            ),
            Self::Ahead { author, sequence } => format!(
                "the message of {} at {sequence} speaks of blocks that come after it; the relay has reordered the log, \
                 or that member's program is not honest",
                name(author)
            ),
            Self::OtherBranch { sequence, seen } => format!(
                "block {sequence} comes from a member who had seen another log up to block {seen}, or is in another \
                 state of the group than you; it cannot be opened here, so its author is not known: the relay has shown \
                 the two of you different things, or that member's program is not honest"
            ),
            Self::Repeated { sequence, before } => {
                format!("the relay has shown block {before} again as block {sequence}; no member writes a block twice")
            }
            Self::NotStored { sequence } => format!(
                "the relay has said that it stored what you sent as block {sequence}, and does not show it there; what \
                 you sent is kept here"
            ),
            Self::RolledBack { seen, head } => format!(
                "the relay has lost or hidden part of the log: it ends at block {head}, and it has shown block {seen} before"
            ),
            Self::OtherState { author, member } => format!(
                "{} introduced {} with a state that differs from yours; that member's program is not honest, or faulty",
                name(author),
                name(member)
            ),
            Self::OtherAnswer { author, question } => {
                format!("{} told an answer to question {question} that is not the one opened here", name(author))
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    fn other_log(author: u8, sequence: u64) -> Fault {
        Fault::OtherLog { author: MemberId([author; 16]), sequence, seen: sequence - 1 }
    }

    #[test]
    fn whoever_raises_alarms_without_end_does_not_crowd_out_what_others_have_raised() {
        let mut alarms = Vec::new();
        let fork = Fault::OtherBranch { sequence: 4, seen: 3 };
        note(&mut alarms, other_log(1, 2));
        note(&mut alarms, fork.clone());
        for sequence in 10..100 {
            note(&mut alarms, other_log(2, sequence));
        }
        assert_eq!(alarms.len(), MOST_ALARMS);
        let kept: Vec<&Fault> = alarms.iter().map(|one| &one.fault).collect();
        assert_eq!(kept[..2], [&other_log(1, 2), &fork]);
        assert_eq!(kept[2..], (78..100).map(|at| other_log(2, at)).collect::<Vec<_>>().iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_fault_that_lasts_is_an_alarm_again_and_stands_there_once() {
        let mut alarms = Vec::new();
        let lasting = Fault::RolledBack { seen: 9, head: 5 };
        note(&mut alarms, lasting.clone());
        note(&mut alarms, other_log(1, 2));
        alarms.iter_mut().for_each(|one| one.acknowledged = true);
        note(&mut alarms, lasting.clone());
        assert_eq!(
            alarms,
            [Alarm { fault: other_log(1, 2), acknowledged: true }, Alarm { fault: lasting, acknowledged: false }]
        );
    }

    #[test]
    fn the_one_fault_that_an_earlier_program_kept_is_read() {
        let one = serde_json::to_vec(&other_log(1, 2)).unwrap();
        assert!(matches!(serde_json::from_slice(&one).unwrap(), Kept::One(fault) if fault == other_log(1, 2)));
        let many = serde_json::to_vec(&[Alarm { fault: other_log(1, 2), acknowledged: true }]).unwrap();
        assert!(matches!(serde_json::from_slice(&many).unwrap(), Kept::Many(alarms) if alarms[0].acknowledged));
    }
}
