//! What all are told, and up to where this vault's owner was told: whichever command fetched it, none is passed over.
use dialogue::record::Notice;

use crate::error::Result;
use crate::participant::Participant;
use crate::tables::{self, Setting};

impl Participant {
    /// The place in the log up to which notices were told here; before any was, the place at which this member came in,
    /// for what was before is no news to it.
    ///
    /// # Errors
    /// The vault.
    pub fn told_up_to(&mut self) -> Result<u64> {
        self.read(|desk| {
            let joined = desk.state.as_ref().and_then(|state| state.members.get(&desk.me)).map_or(0, |one| one.since);
            Ok(tables::read(desk.tx, Setting::ToldUpTo)?.unwrap_or(joined))
        })
    }

    /// The notices after a place in the log, in order.
    ///
    /// # Errors
    /// The vault.
    pub fn notices_after(&mut self, sequence: u64) -> Result<Vec<Notice>> {
        self.read(|desk| {
            let notices = desk.state.as_ref().map(|state| state.record.notices.as_slice()).unwrap_or_default();
            Ok(notices.iter().filter(|notice| notice.sequence > sequence).cloned().collect())
        })
    }

    /// Remembers that all notices up to a place were told: to be said after they were.
    ///
    /// # Errors
    /// The vault.
    pub fn mark_told(&mut self, sequence: u64) -> Result<()> {
        if self.told_up_to()? >= sequence {
            return Ok(());
        }
        self.write(|desk| {
            let so_far: u64 = tables::read(desk.tx, Setting::ToldUpTo)?.unwrap_or(0);
            tables::put(desk.tx, Setting::ToldUpTo, &so_far.max(sequence))
        })
    }
}
