//! How a dialogue is, in one word, with one next act.

use dialogue::MemberId;
use serde::Serialize;

use crate::error::Result;
use crate::participant::Participant;
use crate::participant::desk::Progress;
use crate::participant::ending;
use crate::participant::fault::Fault;
use crate::participant::retention::{self, Closed};
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
    /// This machine has no keys of the group.
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
    /// The fault of the log, if there is one.
    #[serde(skip)]
    pub fault: Option<Fault>,
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
            let fault: Option<Fault> = tables::read(desk.tx, Setting::Fault)?;
            let skew: i64 = tables::read(desk.tx, Setting::ClockSkew)?.unwrap_or(0);
            let closed = retention::how_closed(desk)?;
            let (shut_out, deleted) = (closed == Some(Closed::ShutOut), closed == Some(Closed::Deleted));
            let ending = ending::is_under_way(desk)?;
            let kept_until = retention::kept_until(desk)?;
            let kept = retention::in_words(kept_until);
            let waiting = tables::queue_length(desk.tx)?;
            let name = |id: &MemberId| {
                let member = desk.state.as_ref().and_then(|state| state.members.get(id));
                member.map_or_else(|| id.to_string(), |member| member.name.clone())
            };
            let (health, what, next) = match (&desk.progress, &fault) {
                _ if ending => (
                    Health::Ending,
                    "the end of this dialogue is agreed by all sides, and has still to be carried out here".to_owned(),
                    "run `sync`: it destroys this machine's keys".to_owned(),
                ),
                (Progress::Gone, _) => (
                    Health::Gone,
                    "you have left this dialogue, or were removed from it".to_owned(),
                    format!("nothing; `export` still gives you what you had{kept}"),
                ),
                _ if deleted => (
                    Health::Deleted,
                    format!(
                        "the relay says that this dialogue was deleted there, which only the convener's machine can do; \
                         most likely its end was agreed while you were away. That is the relay's word alone. Nobody can \
                         write or read there any more; what you had is kept here{kept}"
                    ),
                    "ask the convener by another way; then take what you want to keep with `export`, and destroy the rest \
                     with `destroy --here`"
                        .to_owned(),
                ),
                (_, Some(fault)) => (
                    Health::Forked,
                    fault.describe(name),
                    "compare the log's hash (`dialogue show`) with the others by another way, such as aloud; do not \
                     consent to anything until you know who sees what"
                        .to_owned(),
                ),
                (Progress::Knocked { .. } | Progress::Welcomed { .. }, _) if shut_out => (
                    Health::ShutOut,
                    "your token is not valid any more, and you were not let in: most likely the invitation has expired \
                     or was used before, or the convener took it back"
                        .to_owned(),
                    "ask the convener for a new invitation".to_owned(),
                ),
                (_, _) if shut_out => (
                    Health::ShutOut,
                    "your token is not valid any more: most likely you were removed, or the convener closed it. That is \
                     the relay's word alone, and no member's message says so here"
                        .to_owned(),
                    format!(
                        "ask the convener by another way, and for a new invitation if it is a mistake; `export` still gives \
                         you what you had{kept}"
                    ),
                ),
                (Progress::Returning { .. }, _) => (
                    Health::NeedsRejoin,
                    "this machine was restored and has no keys of the group yet".to_owned(),
                    "run `sync`; another member must be online once to let you in".to_owned(),
                ),
                (Progress::Knocked { .. } | Progress::Welcomed { .. }, _) => (
                    Health::Behind,
                    "you have knocked and wait to be let in".to_owned(),
                    "run `sync`; who invited you must be online once. If that was so, the link was used before or has \
                     expired: ask for a new one"
                        .to_owned(),
                ),
                (Progress::Member, None) if waiting > 0 => {
                    (Health::Behind, format!("{waiting} thing(s) wait to be sent"), "run `sync`".to_owned())
                }
                (Progress::Member, None) if skew.abs() > SKEW => (
                    Health::InStep,
                    format!("this machine's clock and the relay's differ by {} minutes", skew.abs() / 60),
                    "set this machine's clock, or invitations may seem expired".to_owned(),
                ),
                (Progress::Member, None) => {
                    (Health::InStep, "all is sent and received".to_owned(), "nothing".to_owned())
                }
            };
            let hash = tables::log_hash(desk.tx, desk.cursor)?.unwrap_or_default();
            Ok(Report {
                health,
                what,
                next,
                fault,
                waiting,
                kept_until,
                skew: Some(skew).filter(|skew| skew.abs() > SKEW),
                unreadable_blocks: tables::read(desk.tx, Setting::Noise)?.unwrap_or(0),
                sequence: desk.cursor,
                log_hash: dialogue::id::hex(&hash).chars().take(16).collect(),
            })
        })
    }
}
