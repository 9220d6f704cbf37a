//! What is to be sent, in order. Bytes are fixed and saved before they are sent, so that a crash sends the same again.

use dialogue::{MemberId, Room};
use envelope::{AppendId, Block};
use rusqlite::{OptionalExtension as _, ToSql, Transaction, params};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// What is meant to be sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Intent {
    /// An event in a room.
    Event {
        /// The room.
        room: Room,
        /// The event as it travels.
        event: String,
    },
    /// A change of a group's members; whose, is worked out when it is sent.
    Commit {
        /// The group's room.
        room: Room,
    },
    /// A welcome and, for the plenary, an introduction.
    Welcome {
        /// The group's room.
        room: Room,
        /// For whom.
        to: MemberId,
        /// As MLS writes it.
        #[serde(with = "dialogue::id::octets")]
        welcome: Vec<u8>,
        /// Under which it is hidden, if not under the plenary's key.
        #[serde(with = "dialogue::id::octets")]
        key: Vec<u8>,
    },
    /// Bytes that were fixed at once: a knock.
    Fixed {},
}

/// An entry of the outbox.
#[derive(Debug)]
pub(crate) struct Queued {
    /// Its number.
    pub(crate) number: i64,
    /// What it is.
    pub(crate) intent: Intent,
    /// Its bytes, once they are fixed.
    pub(crate) sealed: Option<Sealed>,
}

/// Fixed bytes.
#[derive(Debug)]
pub(crate) struct Sealed {
    /// The append's name.
    pub(crate) append: AppendId,
    /// The blocks.
    pub(crate) blocks: Vec<Block>,
    /// Where the first block must come to stand, if that matters.
    pub(crate) expected: Option<u64>,
    /// The plenary's epoch at the time.
    pub(crate) epoch: u64,
}

/// What an own record is, for when it comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Echo {
    /// An event in a room.
    Event {
        /// The room.
        room: Room,
        /// The event as it travels.
        event: String,
    },
    /// A change of a group's members.
    Commit {
        /// The group's room.
        room: Room,
        /// Members let in, with their keys.
        added: Vec<(MemberId, String)>,
        /// Members taken out.
        removed: Vec<MemberId>,
        /// The welcome for those let in.
        #[serde(with = "dialogue::id::octets")]
        welcome: Vec<u8>,
        /// The key packages used for a room, as digests.
        #[serde(default)]
        served: Vec<String>,
    },
    /// Something that is done once it stands in the log.
    Done {},
}

/// Adds an entry at the end.
pub(crate) fn enqueue(tx: &Transaction<'_>, intent: &Intent) -> Result<i64> {
    tx.execute("INSERT INTO outbox (intent) VALUES (?1)", [serde_json::to_string(intent)?])?;
    Ok(tx.last_insert_rowid())
}

/// The first entry that can go now.
pub(crate) fn next(tx: &Transaction<'_>, goes: impl Fn(&Intent) -> Result<bool>) -> Result<Option<Queued>> {
    let mut statement = tx.prepare_cached("SELECT number, intent FROM outbox ORDER BY number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let intent: String = row.get(1)?;
        if goes(&serde_json::from_str(&intent)?)? {
            return queued(tx, "number = ?1", row.get::<_, i64>(0)?);
        }
    }
    Ok(None)
}

/// The entry whose bytes were sent under a name.
pub(crate) fn sent_as(tx: &Transaction<'_>, append: AppendId) -> Result<Option<Queued>> {
    queued(tx, "append = ?1", append.0)
}

/// All intents in order, with their entries' numbers.
pub(crate) fn intents(tx: &Transaction<'_>) -> Result<Vec<(i64, Intent)>> {
    let mut statement = tx.prepare_cached("SELECT number, intent FROM outbox ORDER BY number")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let read = |row: rusqlite::Result<(i64, String)>| -> Result<(i64, Intent)> {
        let (number, intent) = row?;
        Ok((number, serde_json::from_str(&intent)?))
    };
    rows.map(read).collect()
}

fn queued(tx: &Transaction<'_>, which: &str, key: impl ToSql) -> Result<Option<Queued>> {
    type Row = (i64, String, Option<[u8; 32]>, Option<Vec<u8>>, Option<i64>, Option<i64>);
    let select = format!("SELECT number, intent, append, blocks, expected, epoch FROM outbox WHERE {which}");
    let mut statement = tx.prepare_cached(&select)?;
    let row: Option<Row> = statement
        .query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?)))
        .optional()?;
    let Some((number, intent, append, blocks, expected, epoch)) = row else {
        return Ok(None);
    };
    let unsigned = |number: i64| u64::try_from(number).unwrap_or(0);
    let sealed = match (append, blocks) {
        (Some(append), Some(blocks)) => Some(Sealed {
            append: AppendId(append),
            blocks: Block::split(&blocks).map_err(|error| Error::Trouble(error.to_string()))?,
            expected: expected.map(unsigned),
            epoch: epoch.map_or(0, unsigned),
        }),
        _ => None,
    };
    Ok(Some(Queued { number, intent: serde_json::from_str(&intent)?, sealed }))
}

/// Fixes an entry's bytes.
pub(crate) fn put_sealed(tx: &Transaction<'_>, number: i64, sealed: &Sealed) -> Result<()> {
    let blocks: Vec<u8> = sealed.blocks.iter().flat_map(|block| block.bytes().iter().copied()).collect();
    let signed = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    tx.execute(
        "UPDATE outbox SET append = ?2, blocks = ?3, expected = ?4, epoch = ?5 WHERE number = ?1",
        params![number, sealed.append.0, blocks, sealed.expected.map(signed), signed(sealed.epoch)],
    )?;
    Ok(())
}

/// The plenary's epoch in which an entry's bytes were fixed.
pub(crate) fn sealed_epoch(tx: &Transaction<'_>, number: i64) -> Result<Option<u64>> {
    let mut statement = tx.prepare_cached("SELECT epoch FROM outbox WHERE number = ?1")?;
    let epoch: Option<Option<i64>> = statement.query_row([number], |row| row.get(0)).optional()?;
    Ok(epoch.flatten().and_then(|epoch| u64::try_from(epoch).ok()))
}

/// Forgets an entry's bytes, which the log does not have and will not take.
pub(crate) fn unseal(tx: &Transaction<'_>, number: i64) -> Result<()> {
    tx.execute(
        "UPDATE outbox SET append = NULL, blocks = NULL, expected = NULL, epoch = NULL WHERE number = ?1",
        [number],
    )?;
    tx.execute("DELETE FROM echoes WHERE outbox = ?1", [number])?;
    Ok(())
}

/// Takes an entry away, with what would have known it again.
pub(crate) fn discard(tx: &Transaction<'_>, number: i64) -> Result<()> {
    tx.execute("DELETE FROM outbox WHERE number = ?1", [number])?;
    tx.execute("DELETE FROM echoes WHERE outbox = ?1", [number])?;
    Ok(())
}

/// Whether something of a kind is queued.
pub(crate) fn is_queued(tx: &Transaction<'_>, wanted: impl Fn(&Intent) -> bool) -> Result<bool> {
    let mut statement = tx.prepare_cached("SELECT intent FROM outbox")?;
    let intents = statement.query_map([], |row| row.get::<_, String>(0))?;
    for intent in intents {
        if wanted(&serde_json::from_str(&intent?)?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many entries wait.
pub(crate) fn queue_length(tx: &Transaction<'_>) -> Result<u64> {
    let count: i64 = tx.query_row("SELECT count(*) FROM outbox", [], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// The events for a room that wait to be sent or to come back, in order.
pub(crate) fn waiting_events(tx: &Transaction<'_>, wanted: &Room) -> Result<Vec<String>> {
    let mut statement = tx.prepare_cached("SELECT intent FROM outbox ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let intent: String = row.get(0)?;
        if let Intent::Event { room, event } = serde_json::from_str(&intent)?
            && room == *wanted
        {
            events.push(event);
        }
    }
    Ok(events)
}

/// Remembers what an own record is.
pub(crate) fn put_echo(tx: &Transaction<'_>, digest: &[u8; 32], outbox: i64, echo: &Echo) -> Result<()> {
    tx.execute(
        "INSERT OR REPLACE INTO echoes (digest, outbox, echo) VALUES (?1, ?2, ?3)",
        params![digest, outbox, serde_json::to_string(echo)?],
    )?;
    Ok(())
}

/// What the record that begins with this block is, if it is one's own, with its entry's number.
pub(crate) fn echo(tx: &Transaction<'_>, digest: &[u8; 32]) -> Result<Option<(i64, Echo)>> {
    let mut statement = tx.prepare_cached("SELECT outbox, echo FROM echoes WHERE digest = ?1")?;
    let row: Option<(i64, String)> = statement.query_row([digest], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    row.map(|(number, echo)| Ok((number, serde_json::from_str(&echo)?))).transpose()
}
