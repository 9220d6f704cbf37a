//! How a dialogue is, in one word, with one next act.

use dialogue::MemberId;
use serde::Serialize;

use crate::error::Result;
use crate::participant::desk::Progress;
use crate::participant::fault::Alarm;
use crate::participant::retention::{self, Closed};
use crate::participant::{Gap, Participant, ending, fault, loss};
use crate::tables::{self, Setting};

/// Seconds by which clocks may differ before it is said.
const SKEW: i64 = 120;

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Health {
    /// All that was said is sent, all that was sent is here.
    InStep,
    /// Something waits to be sent, or to be let in.
    Behind,
    /// Members were shown different things.
    Forked,
    /// This machine has no keys of the group, or none that lead further.
    NeedsRejoin,
    /// The relay takes this participant's token no more.
    ShutOut,
    /// The relay says that the dialogue was deleted there.
    Deleted,
    /// The end is agreed, and is being carried out here or can be.
    Ending,
    /// This participant has left.
    Gone,
}

/// Faults that are told in the sentence; `faults` has all.
const MOST_TOLD: usize = 3;

/// A fault of the log, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Of which kind.
    pub kind: &'static str,
    /// What it is, in a sentence.
    pub what: String,
    /// Whether its member has looked after it.
    pub acknowledged: bool,
}

/// How it is, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// In one word.
    pub health: Health,
    /// What is the matter, in a sentence.
    pub what: String,
    /// The one next act.
    pub next: String,
    /// Blocks that none of one's keys opened.
    pub unreadable_blocks: u64,
    /// The faults of the log that are known, acknowledged ones included, newest first.
    pub faults: Vec<Told>,
    /// The same, typed.
    #[serde(skip)]
    pub alarms: Vec<Alarm>,
    /// Blocks that were never shown to this machine, which went past them when it came back.
    pub gaps: Vec<Gap>,
    /// Blocks that come next here and that the relay says it holds no more.
    pub missing: Option<Gap>,
    /// Things that wait to be sent.
    #[serde(skip)]
    pub waiting: u64,
    /// Until when what is here is kept, in seconds since 1970, where the dialogue is over for this participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_until: Option<i64>,
    /// Seconds by which this machine's clock and the relay's differ, where that is worth saying.
    #[serde(skip)]
    pub skew: Option<i64>,
    /// The last block taken up.
    pub sequence: u64,
    /// The first 16 digits of the hash of the log up to it, to be compared with another member's.
    pub log_hash: String,
}

impl Participant {
    /// How this dialogue is.
    ///
    /// # Errors
    /// The vault.
    pub fn health(&mut self) -> Result<Report> {
        self.read(|desk| {
            let mut alarms = fault::alarms(desk.tx)?;
            alarms.reverse();
            let name = |id: &MemberId| {
                let member = desk.state.as_ref().and_then(|state| state.members.get(id));
                member.map_or_else(|| id.to_string(), |member| member.name.clone())
            };
            let told = |alarm: &Alarm| Told {
                kind: alarm.fault.kind(),
                what: alarm.fault.describe(name),
                acknowledged: alarm.acknowledged,
            };
            let (closed, kept_until) = (retention::how_closed(desk)?, retention::kept_until(desk)?);
            let skew: i64 = tables::read(desk.tx, Setting::ClockSkew)?.unwrap_or(0);
            let found = Found {
                faults: alarms.iter().map(told).collect(),
                missing: loss::missing(desk)?,
                gaps: loss::gaps(desk.tx)?,
                ending: ending::is_under_way(desk)?,
                deleted: closed == Some(Closed::Deleted),
                shut_out: closed == Some(Closed::ShutOut),
                kept: retention::in_words(kept_until),
                waiting: tables::queue_length(desk.tx)?,
                skew: Some(skew).filter(|skew| skew.abs() > SKEW),
                introduced: desk.state.is_some(),
            };
            let (health, what, next) = found.judge(&desk.progress);
            let hash = tables::log_hash(desk.tx, desk.cursor)?.unwrap_or_default();
            Ok(Report {
                health,
                what,
                next,
                alarms,
                faults: found.faults,
                gaps: found.gaps,
                missing: found.missing,
                waiting: found.waiting,
                kept_until,
                skew: found.skew,
                unreadable_blocks: tables::read(desk.tx, Setting::Noise)?.unwrap_or(0),
                sequence: desk.cursor,
                log_hash: dialogue::id::hex(&hash).chars().take(16).collect(),
            })
        })
    }
}

/// What a judgement is made of.
struct Found {
    faults: Vec<Told>,
    missing: Option<Gap>,
    gaps: Vec<Gap>,
    /// Whether the agreed end has still to be carried out here.
    ending: bool,
    deleted: bool,
    shut_out: bool,
    /// Until when what is here is kept, to go on a sentence.
    kept: String,
    waiting: u64,
    skew: Option<i64>,
    /// Whether this machine knows the state.
    introduced: bool,
}

impl Found {
    /// One word, what is the matter, and one next act: the gravest first.
    fn judge(&self, progress: &Progress) -> (Health, String, String) {
        let say = |health, what: &str, next: &str| (health, what.to_owned(), next.to_owned());
        let knocking = matches!(progress, Progress::Knocked { .. } | Progress::Welcomed { .. });
        let kept = &self.kept;
        if self.ending {
            return say(
                Health::Ending,
                "the end of this dialogue is agreed by all sides, and has still to be carried out here",
                "run `sync`: it destroys this machine's keys",
            );
        }
        if *progress == Progress::Gone {
            return say(
                Health::Gone,
                "this machine is no member any more: you have left this dialogue, were removed from it, or came back with \
                 another machine",
                &format!("nothing; `export` still gives you what you had{kept}"),
            );
        }
        if self.deleted {
            return say(
                Health::Deleted,
                &format!(
                    "the relay says that this dialogue was deleted there, which only the convener's machine can do; most \
                     likely its end was agreed while you were away. That is the relay's word alone. Nobody can write or \
                     read there any more; what you had is kept here{kept}"
                ),
                "ask the convener by another way; then take what you want to keep with `export`, and destroy the rest with \
                 `destroy --here`",
            );
        }
        if self.faults.iter().any(|fault| !fault.acknowledged) {
            return say(
                Health::Forked,
                &self.alarm(),
                "compare the log's hash (`dialogue show`) with the others by another way, such as aloud; do not consent to \
                 anything until you know who sees what. `health --acknowledge` puts this away once you do",
            );
        }
        if self.shut_out && knocking {
            return say(
                Health::ShutOut,
                "your token is not valid any more, and you were not let in: most likely the invitation has expired or was \
                 used before, or the convener took it back",
                "ask the convener for a new invitation",
            );
        }
        if self.shut_out {
            return say(
                Health::ShutOut,
                "your token is not valid any more: most likely you were removed, or the convener closed it. That is the \
                 relay's word alone, and no member's message says so here",
                &format!(
                    "ask the convener by another way, and for a new invitation if it is a mistake; `export` still gives you \
                     what you had{kept}"
                ),
            );
        }
        if let Some(gap) = &self.missing {
            return self.lost(gap);
        }
        match progress {
            Progress::Returning { .. } => say(
                Health::NeedsRejoin,
                "this machine has no keys of the group: it was restored from a backup, or gave them up to rejoin",
                "run `sync`; another member must be online once to let you in",
            ),
            Progress::Knocked { .. } | Progress::Welcomed { .. } => say(
                Health::Behind,
                "you have knocked and wait to be let in",
                "run `sync`; who invited you must be online once. If that was so, the link was used before or has expired: \
                 ask for a new one",
            ),
            Progress::Member | Progress::Gone => self.in_step(),
        }
    }

    /// The newest alarms in one sentence.
    fn alarm(&self) -> String {
        let open = || self.faults.iter().filter(|fault| !fault.acknowledged);
        let mut parts: Vec<String> = open().take(MOST_TOLD).map(|fault| fault.what.clone()).collect();
        let more = open().count().saturating_sub(MOST_TOLD);
        if more > 0 {
            parts.push(format!("and {more} more, which `health` shows"));
        }
        parts.extend(self.missing.as_ref().map(|gap| format!("moreover the relay does not show {}", blocks(gap))));
        parts.join("; ")
    }

    fn lost(&self, gap: &Gap) -> (Health, String, String) {
        let what = format!(
            "{} come next here, and the relay says that it holds them no more: they were kept for as long as was agreed, or \
             it withholds them",
            blocks(gap)
        );
        let next = match self.introduced {
            true => {
                "run `sync --rejoin`: another member, who must be online once, lets this machine in again; what is here \
                 stays"
            }
            false => "ask the convener for a new invitation",
        };
        (Health::NeedsRejoin, what, next.to_owned())
    }

    fn in_step(&self) -> (Health, String, String) {
        let gaps: Vec<String> = self.gaps.iter().filter(|gap| !gap.acknowledged).map(blocks).collect();
        if self.waiting > 0 {
            return (Health::Behind, format!("{} thing(s) wait to be sent", self.waiting), "run `sync`".to_owned());
        }
        if !gaps.is_empty() {
            return (
                Health::InStep,
                format!(
                    "all is sent and received but {}, which the relay has not shown to this machine: it said that it holds \
                     them no more",
                    gaps.join(", ")
                ),
                "ask another member whether it has them, and what was said there; `health --acknowledge` puts this away"
                    .to_owned(),
            );
        }
        match self.skew {
            Some(skew) => (
                Health::InStep,
                format!("this machine's clock and the relay's differ by {} minutes", skew.abs() / 60),
                "set this machine's clock, or invitations may seem expired".to_owned(),
            ),
            None => (Health::InStep, "all is sent and received".to_owned(), "nothing".to_owned()),
        }
    }
}

fn blocks(gap: &Gap) -> String {
    match gap.from == gap.to {
        true => format!("block {}", gap.from),
        false => format!("blocks {} to {}", gap.from, gap.to),
    }
}
