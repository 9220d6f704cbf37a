//! What was seen of the log: its blocks' digests, the hash over all of them, and pieces of records.

use rusqlite::{OptionalExtension as _, Transaction, params};

use crate::error::Result;

fn number(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}

/// The hash of the log up to a block, from the hash before it.
pub(crate) fn chain(before: &[u8; 32], sequence: u64, digest: &[u8; 32]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("backchannel log hash v1");
    hasher.update(before);
    hasher.update(&sequence.to_be_bytes());
    hasher.update(digest);
    *hasher.finalize().as_bytes()
}

/// Notes a block.
pub(crate) fn put_digest(
    tx: &Transaction<'_>,
    sequence: u64,
    digest: &[u8; 32],
    hash: Option<&[u8; 32]>,
) -> Result<()> {
    let mut statement = tx.prepare_cached("INSERT INTO log (sequence, digest, hash) VALUES (?1, ?2, ?3)")?;
    statement.execute(params![number(sequence), digest, hash])?;
    Ok(())
}

/// Notes the hash of the log up to a block, whether or not the block itself was seen.
pub(crate) fn put_hash(tx: &Transaction<'_>, sequence: u64, hash: &[u8; 32]) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO log (sequence, digest, hash) VALUES (?1, zeroblob(32), ?2)
         ON CONFLICT (sequence) DO UPDATE SET hash = excluded.hash",
    )?;
    statement.execute(params![number(sequence), hash])?;
    Ok(())
}

/// The digest of a block that was seen.
pub(crate) fn digest_at(tx: &Transaction<'_>, sequence: u64) -> Result<Option<[u8; 32]>> {
    let mut statement = tx.prepare_cached("SELECT digest FROM log WHERE sequence = ?1")?;
    Ok(statement.query_row([number(sequence)], |row| row.get(0)).optional()?)
}

/// Where a block was seen first.
pub(crate) fn sequence_of(tx: &Transaction<'_>, digest: &[u8; 32]) -> Result<Option<u64>> {
    let mut statement = tx.prepare_cached("SELECT min(sequence) FROM log WHERE digest = ?1")?;
    let found: Option<i64> = statement.query_row([digest], |row| row.get(0))?;
    Ok(found.and_then(|sequence| u64::try_from(sequence).ok()))
}

/// The hash of the log up to a block; none where it is not known. Before the first block it is zeros.
pub(crate) fn log_hash(tx: &Transaction<'_>, sequence: u64) -> Result<Option<[u8; 32]>> {
    let mut statement = tx.prepare_cached("SELECT hash FROM log WHERE sequence = ?1")?;
    let found: Option<Option<[u8; 32]>> = statement.query_row([number(sequence)], |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

/// Keeps a piece of a record that is not whole yet.
pub(crate) fn put_fragment(tx: &Transaction<'_>, at: usize, payload: &[u8]) -> Result<()> {
    let at = i64::try_from(at).unwrap_or(i64::MAX);
    tx.execute("INSERT OR REPLACE INTO fragments (at, payload) VALUES (?1, ?2)", params![at, payload])?;
    Ok(())
}

/// How many pieces are kept.
pub(crate) fn fragments(tx: &Transaction<'_>) -> Result<usize> {
    let count: i64 = tx.query_row("SELECT count(*) FROM fragments", [], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The pieces in order; none are kept afterwards.
pub(crate) fn take_fragments(tx: &Transaction<'_>) -> Result<Vec<Vec<u8>>> {
    let mut statement = tx.prepare("SELECT payload FROM fragments ORDER BY at")?;
    let pieces = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    tx.execute("DELETE FROM fragments", [])?;
    Ok(pieces)
}
