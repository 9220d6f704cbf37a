//! Blocks that the relay holds no more, or withholds: what is missing is kept and told, and there is a way back in.

use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use crate::brief::Brief;
use crate::error::{Error, Result};
use crate::participant::desk::{Desk, Progress};
use crate::participant::{Participant, fault, outgoing};
use crate::tables::{self, Setting};

/// Gaps that are kept, the newest ones.
const MOST_GAPS: usize = 100;

/// Blocks that were never shown to this machine, from the first to the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The first.
    pub from: u64,
    /// The last.
    pub to: u64,
    /// Whether its member has looked after it.
    #[serde(default)]
    pub acknowledged: bool,
}

/// What comes next here and the relay has said it holds no more; nothing once it was shown after all, or gone past.
pub(crate) fn missing(desk: &Desk<'_>) -> Result<Option<Gap>> {
    let missing: Option<Gap> = tables::read(desk.tx, Setting::Missing)?;
    Ok(missing.filter(|gap| gap.from == desk.cursor + 1))
}

/// What was gone past unseen.
pub(crate) fn gaps(tx: &Transaction<'_>) -> Result<Vec<Gap>> {
    Ok(tables::read(tx, Setting::Gaps)?.unwrap_or_default())
}

/// Keeps that the relay does not show what comes next here. Nothing is given up for it: the relay may show it later.
pub(crate) fn miss(desk: &Desk<'_>, to: u64) -> Result<()> {
    let gap = Gap { from: desk.cursor + 1, to, acknowledged: false };
    tracing::warn!(log = %Brief(&desk.log.0), from = gap.from, to, "blocks that the relay does not show");
    // It has looked at the token before it said so.
    tables::clear(desk.tx, Setting::TokenRefused)?;
    tables::put(desk.tx, Setting::Missing, &gap)
}

/// Goes past blocks that the relay does not show; it may have been honest, and it may not, so that they are kept as a gap.
/// An answer to what this machine has asked may have stood among them: it asks again.
pub(crate) fn skip(desk: &mut Desk<'_>, to: u64) -> Result<()> {
    let mut gaps = gaps(desk.tx)?;
    gaps.push(Gap { from: desk.cursor + 1, to, acknowledged: false });
    let surplus = gaps.len().saturating_sub(MOST_GAPS);
    gaps.drain(..surplus);
    tables::put(desk.tx, Setting::Gaps, &gaps)?;
    tables::clear(desk.tx, Setting::Missing)?;
    tables::take_fragments(desk.tx)?;
    tracing::warn!(log = %Brief(&desk.log.0), from = desk.cursor + 1, to, "goes past blocks that the relay does not show");
    desk.cursor = to;
    if desk.progress == (Progress::Returning { asked: true }) {
        desk.progress = Progress::Returning { asked: false };
    }
    Ok(())
}

/// The gaps have been looked after.
pub(crate) fn acknowledge(tx: &Transaction<'_>) -> Result<usize> {
    let mut gaps = gaps(tx)?;
    let open = gaps.iter_mut().filter(|gap| !gap.acknowledged);
    let done = open.map(|gap| gap.acknowledged = true).count();
    tables::put(tx, Setting::Gaps, &gaps)?;
    Ok(done)
}

impl Participant {
    /// Gives up this machine's keys of the groups, which lead no further, and asks at the next sync to be let in again.
    /// Identity, history and what was not sent yet stay. Only a member decides this, no answer of a relay's; and only
    /// where something is missing or was wrong. Who waits already asks once more.
    ///
    /// # Errors
    /// [`Error::Misuse`]: there is no reason to, or this machine was never let in.
    pub fn rejoin(&mut self) -> Result<()> {
        self.write(|desk| {
            match &desk.progress {
                Progress::Returning { .. } => {}
                Progress::Member | Progress::Welcomed { .. } if desk.state.is_some() => {
                    if missing(desk)?.is_none() && fault::alarms(desk.tx)?.is_empty() {
                        return Err(Error::Misuse(
                            "nothing is missing here and nothing was wrong with the log, so there is no reason to rejoin; \
                             nothing was changed"
                                .to_owned(),
                        ));
                    }
                }
                Progress::Gone => {
                    return Err(Error::Misuse(
                        "you have left this dialogue, or were removed from it: only an invitation leads back".to_owned(),
                    ));
                }
                _ => {
                    return Err(Error::Misuse(
                        "you have not been let in yet, so that there is nothing to rejoin".to_owned(),
                    ));
                }
            }
            desk.forget_groups()?;
            tables::take_fragments(desk.tx)?;
            for setting in [Setting::RoomKeysSince, Setting::Asked, Setting::Missing] {
                tables::clear(desk.tx, setting)?;
            }
            outgoing::begin_anew(desk)?;
            desk.progress = Progress::Returning { asked: false };
            tracing::warn!(log = %Brief(&desk.log.0), "gives up its groups, to be let in again");
            Ok(())
        })
    }
}
