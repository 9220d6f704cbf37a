//! The keys under which blocks are sealed, for each room and epoch.

use rusqlite::{Transaction, params};
use zeroize::Zeroizing;

use crate::error::Result;

/// Epochs whose keys are kept: the newest and some before it, for messages that were under way.
const KEPT: i64 = 6;

/// One epoch's key.
pub(crate) struct EpochKey {
    /// The epoch.
    pub(crate) epoch: u64,
    /// Under which its blocks are sealed.
    pub(crate) key: Zeroizing<[u8; 32]>,
    /// A hash of the epoch's authenticator.
    pub(crate) authenticator: [u8; 32],
}

/// Keeps an epoch's key and forgets those that are too old.
pub(crate) fn put_epoch_key(tx: &Transaction<'_>, room: &str, key: &EpochKey) -> Result<()> {
    let epoch = i64::try_from(key.epoch).unwrap_or(i64::MAX);
    tx.execute(
        "INSERT OR REPLACE INTO epoch_keys (room, epoch, key, authenticator) VALUES (?1, ?2, ?3, ?4)",
        params![room, epoch, key.key.as_slice(), key.authenticator],
    )?;
    tx.execute("DELETE FROM epoch_keys WHERE room = ?1 AND epoch <= ?2", params![room, epoch - KEPT])?;
    Ok(())
}

/// A room's keys, newest first.
pub(crate) fn epoch_keys(tx: &Transaction<'_>, room: &str) -> Result<Vec<EpochKey>> {
    let mut statement =
        tx.prepare_cached("SELECT epoch, key, authenticator FROM epoch_keys WHERE room = ?1 ORDER BY epoch DESC")?;
    let rows = statement.query_map([room], |row| {
        let epoch: i64 = row.get(0)?;
        Ok(EpochKey {
            epoch: u64::try_from(epoch).unwrap_or(0),
            key: Zeroizing::new(row.get(1)?),
            authenticator: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
