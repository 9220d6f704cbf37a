//! Calendars: which of the proposed slots a person's iCalendar text leaves free. The text stays on this machine.
//!
//! What matters: no slot is called free that is not. Where a text can be read in several ways (times without a zone,
//! an hour that a clock change repeats, a zone that the file describes differently from the IANA database) every
//! reading counts as busy, and what cannot be read at all is an error. Errors give a line of the text and one of this
//! program's own sentences; they are made so that they cannot repeat a title, a place or a name.
//!
//! Recurrences are expanded here and not by a library: the one there is (`rrule`) ends silently at a limit of its own
//! and brings a second database of time zones. The tests use it as a second opinion.
mod appointment;
mod busy;
mod component;
mod event;
mod moment;
mod rule;
mod slot;
mod write;
mod zone;

pub use appointment::{Appointment, read_appointment};
pub use slot::parse_slot;
pub use write::{write_appointment, write_slot};

use crate::{Error, Result};
use slot::Slot;

/// The largest text that is read, in bytes.
const TEXT_MOST: usize = 8 << 20;
/// The most slots that are asked about at once.
const SLOTS_MOST: usize = 1_000;

/// The day of a moment, in seconds since 1970, by the clocks of a zone as IANA names it; none where it is not known here.
#[must_use]
pub fn local_day(at: i64, zone: &str) -> Option<dialogue::record::Day> {
    let moment = jiff::Timestamp::from_second(at).ok()?.in_tz(zone).ok()?;
    Some(dialogue::record::Day::of(moment.date()))
}

/// Something in the text that cannot be read: where, and what in words of this program alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fault {
    line: usize,
    what: &'static str,
}

impl Fault {
    fn at(line: usize, what: &'static str) -> Self {
        Self { line, what }
    }
}

/// How much more work may be done for one text. Rules that ask for more are an error, never a guess.
struct Budget(u64);

impl Budget {
    fn spend(&mut self, steps: u64, line: usize) -> Reading<()> {
        self.0 = self.0.checked_sub(steps).ok_or(Fault::at(line, "this repeats too often to be worked out"))?;
        Ok(())
    }
}

type Reading<T> = std::result::Result<T, Fault>;

/// Of the slots (as [`parse_slot`] spells them, at most 1,000) those that nothing busy in the iCalendar text overlaps,
/// in the same order. Both ends are half-open: what ends when a slot begins leaves it free.
///
/// Busy are events (RFC 5545, 3.6.1) that are neither cancelled nor transparent, with their recurrences and changed
/// instances, and the periods of free/busy components (3.6.4) that do not say FREE. All-day events and times without a
/// zone are busy wherever on earth that day or time may be. To-dos, journals and alarms are not busy.
///
/// # Errors
/// [`Error::Misuse`] where the text is over 8 MiB, has over 50,000 events, is no calendar, is cut off, names a zone
/// that nobody knows, or repeats in a way that is not understood or takes too long; and where a slot is none.
pub fn free_slots(ics: &str, slots: &[String]) -> Result<Vec<String>> {
    if ics.len() > TEXT_MOST {
        return Err(Error::Misuse("the calendar has more than 8 MiB; export a shorter time".into()));
    }
    if slots.len() > SLOTS_MOST {
        return Err(Error::Misuse(format!("there are {} slots; at most {SLOTS_MOST} are looked up", slots.len())));
    }
    let slots = slots.iter().map(|text| Slot::parse(text)).collect::<std::result::Result<Vec<_>, _>>();
    let slots = slots.map_err(Error::Misuse)?;
    let taken = busy::of(ics, &slots)
        .map_err(|fault| Error::Misuse(format!("the calendar, line {}: {}", fault.line, fault.what)))?;
    Ok(slots.iter().filter(|slot| !taken.overlaps(slot.start, slot.end)).map(Slot::to_string).collect())
}
