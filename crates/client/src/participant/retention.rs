//! How long this machine keeps a dialogue that is over for it, as the charter says; then `sync` destroys the keys here.
//!
//! Over means that it can neither hear nor say anything any more: it left or was removed, or the relay says that the
//! whole log, or this participant's place in it, is no more. A dialogue that goes on, or in which nobody says anything, is
//! not over; and an end that all agree to is carried out at once (see [`super::ending`]).

use dialogue::Charter;
use dialogue::record::Day;
use rusqlite::Transaction;

use crate::error::Result;
use crate::participant::desk::{Desk, Progress};
use crate::tables::{self, Setting};

const DAY: i64 = 86_400;
/// Nobody loses anything by the relay's word alone within so many days, whatever the charter says: the relay may be wrong,
/// or not honest, and what is here can be exported meanwhile.
const NOTICE_DAYS: i64 = 7;
/// The least number of days that the relay keeps a block which somebody has not fetched: while a dialogue goes on, its
/// members may be away for so long.
const LEAST_AT_RELAY: u32 = 30;
/// The relay's own bound.
const MOST_AT_RELAY: u32 = 3_650;

/// How a dialogue is over for a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closed {
    /// It left, or was removed, as the members' own messages say.
    Gone,
    /// The relay says that the log was deleted.
    Deleted,
    /// The relay takes its token no more.
    ShutOut,
}

/// How long the relay is asked to keep blocks that not everybody has fetched, in seconds.
pub(crate) fn at_relay(charter: &Charter) -> u64 {
    u64::from(charter.retention_days.clamp(LEAST_AT_RELAY, MOST_AT_RELAY)) * DAY.unsigned_abs()
}

/// Whether the dialogue is over for this participant, and how.
pub(crate) fn how_closed(desk: &Desk<'_>) -> Result<Option<Closed>> {
    let flag = |setting| Ok::<_, crate::Error>(tables::read(desk.tx, setting)?.unwrap_or(false));
    Ok(if desk.progress == Progress::Gone {
        Some(Closed::Gone)
    } else if flag(Setting::LogDeleted)? {
        Some(Closed::Deleted)
    } else if flag(Setting::TokenRefused)? {
        Some(Closed::ShutOut)
    } else {
        None
    })
}

/// It is over from now on, unless that was noted before.
pub(crate) fn closed(tx: &Transaction<'_>, now: i64) -> Result<()> {
    match tables::read::<i64>(tx, Setting::ClosedSince)? {
        Some(_) => Ok(()),
        None => tables::put(tx, Setting::ClosedSince, &now),
    }
}

/// The relay answers: whatever it said before of the log or the token is not so, or not any more.
pub(crate) fn answered(desk: &Desk<'_>) -> Result<()> {
    tables::clear(desk.tx, Setting::TokenRefused)?;
    tables::clear(desk.tx, Setting::LogDeleted)?;
    if desk.progress == Progress::Gone {
        closed(desk.tx, desk.now)
    } else {
        tables::clear(desk.tx, Setting::ClosedSince)
    }
}

/// Until when it is kept here, in seconds since 1970; none while it is not over, and for who was never let in.
pub(crate) fn kept_until(desk: &Desk<'_>) -> Result<Option<i64>> {
    let (Some(how), Some(state)) = (how_closed(desk)?, &desk.state) else {
        return Ok(None);
    };
    let agreed = i64::from(state.charter.retention_days);
    let days = if how == Closed::Gone { agreed } else { agreed.max(NOTICE_DAYS) };
    let since: Option<i64> = tables::read(desk.tx, Setting::ClosedSince)?;
    Ok(since.map(|since| since.saturating_add(days * DAY)))
}

/// The same in words, to go on a sentence about what is kept; nothing where there is no such day.
pub(crate) fn in_words(until: Option<i64>) -> String {
    let day = until.and_then(Day::at);
    day.map_or_else(String::new, |day| format!(" until {day}, when `sync` destroys it as the charter says"))
}
