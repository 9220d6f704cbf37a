//! The record: every event that arrived, in order; and whom this participant has verified.

use dialogue::{MemberId, Room};
use rusqlite::{OptionalExtension as _, Transaction, params};

use crate::error::{Error, Result};

/// One event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands in the log.
    pub sequence: u64,
    /// The room whose group carried it.
    pub room: Room,
    /// Who sent it.
    pub author: MemberId,
    /// Counts the author's events.
    pub number: u64,
    /// When, by the author's clock.
    pub at: i64,
    /// What kind of event.
    pub kind: String,
    /// The event as it travelled.
    pub body: String,
    /// Why it counts for nothing, if it does not.
    pub refusal: Option<String>,
}

/// Keeps an event.
pub(crate) fn put_entry(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO record (sequence, room, author, number, at, kind, body, refusal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    statement.execute(params![
        i64::try_from(entry.sequence).unwrap_or(i64::MAX),
        entry.room.to_string(),
        entry.author.0,
        i64::try_from(entry.number).unwrap_or(i64::MAX),
        entry.at,
        entry.kind,
        entry.body,
        entry.refusal,
    ])?;
    Ok(())
}

/// Events in order: of one room or all, of one kind or all, after a sequence number.
pub(crate) fn entries(tx: &Transaction<'_>, room: Option<&Room>, kind: Option<&str>, after: u64) -> Result<Vec<Entry>> {
    let mut statement = tx.prepare_cached(
        "SELECT sequence, room, author, number, at, kind, body, refusal FROM record
         WHERE sequence > ?1 AND (?2 IS NULL OR room = ?2) AND (?3 IS NULL OR kind = ?3) ORDER BY sequence",
    )?;
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![after, room.map(ToString::to_string), kind], |row| {
        let (sequence, number): (i64, i64) = (row.get(0)?, row.get(3)?);
        let room: String = row.get(1)?;
        Ok((sequence, room, MemberId(row.get(2)?), number, row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?))
    })?;
    let mut found = Vec::new();
    for row in rows {
        let (sequence, room, author, number, at, kind, body, refusal) = row?;
        let room = room.parse().map_err(Error::Trouble)?;
        let (sequence, number) = (u64::try_from(sequence).unwrap_or(0), u64::try_from(number).unwrap_or(0));
        found.push(Entry { sequence, room, author, number, at, kind, body, refusal });
    }
    Ok(found)
}

/// An author's events after a sequence number that count for nothing: the sequence number, when, and why.
pub(crate) fn refused(tx: &Transaction<'_>, author: &MemberId, after: u64) -> Result<Vec<(u64, i64, String)>> {
    let mut statement = tx.prepare_cached(
        "SELECT sequence, at, refusal FROM record
         WHERE sequence > ?1 AND author = ?2 AND refusal IS NOT NULL ORDER BY sequence",
    )?;
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![after, author.0], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
    })?;
    let one = |row: rusqlite::Result<(i64, i64, String)>| {
        let (sequence, at, why) = row?;
        Ok((u64::try_from(sequence).unwrap_or(0), at, why))
    };
    rows.map(one).collect()
}

/// The number of an author's latest event in a room.
pub(crate) fn last_number(tx: &Transaction<'_>, room: &Room, author: MemberId) -> Result<Option<u64>> {
    let mut statement = tx.prepare_cached("SELECT max(number) FROM record WHERE room = ?1 AND author = ?2")?;
    let number: Option<i64> =
        statement.query_row(params![room.to_string(), author.0], |row| row.get(0)).optional()?.flatten();
    Ok(number.and_then(|number| u64::try_from(number).ok()))
}

/// Notes that a member's words were compared aloud.
pub(crate) fn verify(tx: &Transaction<'_>, member: MemberId, at: i64) -> Result<()> {
    tx.execute("INSERT OR REPLACE INTO verified (member, at) VALUES (?1, ?2)", params![member.0, at])?;
    Ok(())
}

/// All whom this participant has verified, with when.
pub(crate) fn all_verified(tx: &Transaction<'_>) -> Result<Vec<(MemberId, i64)>> {
    let mut statement = tx.prepare_cached("SELECT member, at FROM verified ORDER BY at, member")?;
    let rows = statement.query_map([], |row| Ok((MemberId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a member's words were compared aloud.
pub(crate) fn verified(tx: &Transaction<'_>, member: MemberId) -> Result<bool> {
    let found = tx.query_row("SELECT 1 FROM verified WHERE member = ?1", [member.0], |_| Ok(())).optional()?;
    Ok(found.is_some())
}
