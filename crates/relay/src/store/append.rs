//! Appending blocks: atomically, contiguously, once.
use std::sync::Arc;

use envelope::{AppendId, BLOCK_BYTES, Problem, ProblemKind, Sequence};
use sqlx::{AnyConnection, Row};
use tokio::sync::oneshot;

use super::erase::Notice;
use super::trouble::Trouble;
use super::{Access, Bearer, Kind, Refusal, Seconds, Store, access, number, sequence, writer};
use crate::limits::Limits;

/// What is to be appended. Everything was checked that can be checked without the database.
pub(crate) struct Append {
    pub(crate) bearer: Bearer,
    /// The client's id of it; without one a random one is taken.
    pub(crate) id: AppendId,
    pub(crate) expected: Option<Sequence>,
    /// Each [`BLOCK_BYTES`] long.
    pub(crate) blocks: Vec<Arc<Vec<u8>>>,
    /// BLAKE3 of all the blocks.
    pub(crate) digest: [u8; 32],
    pub(crate) now: Seconds,
}

/// Where the blocks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Appended {
    pub(crate) first: Sequence,
    pub(crate) last: Sequence,
    /// Whether these blocks had been stored before.
    pub(crate) again: bool,
}

impl Store {
    /// Appends. Whoever stops waiting for the answer does not stop the append.
    pub(crate) async fn append(&self, append: Append) -> Result<Appended, Refusal> {
        if let Some(queue) = &self.queue {
            let (answer, answered) = oneshot::channel();
            let closed = Trouble::Failed("store closed".into());
            if queue.send(writer::Job { append, answer }).await.is_err() {
                return Err(closed.into());
            }
            return answered.await.unwrap_or(Err(closed.into()));
        }
        let mut change = self.change().await?;
        let appended = perform(&mut change, self.kind, &append, &self.limits).await?;
        if !appended.again {
            self.tell(&mut change, append.bearer.log, Notice::Appended).await?;
            change.commit().await?;
        }
        Ok(appended)
    }
}

/// Appends within a transaction. Refuses before it writes anything, so that a refusal spoils no transaction.
pub(super) async fn perform(
    connection: &mut AnyConnection,
    kind: Kind,
    append: &Append,
    limits: &Limits,
) -> Result<Appended, Refusal> {
    let log = access::look(connection, access::locking(kind), append.bearer, append.now).await?;
    if let Some(before) = before(connection, log.key, append).await? {
        return Ok(before);
    }
    let (first, last) = places(&log, append, limits)?;
    sqlx::query("INSERT INTO appends (log, last, first, id, digest, expires_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(log.key)
        .bind(number(last))
        .bind(number(first))
        .bind(append.id.0.to_vec())
        .bind(append.digest.to_vec())
        .bind(append.now.saturating_add(log.retention))
        .execute(&mut *connection)
        .await?;
    for (place, block) in (number(first)..).zip(&append.blocks) {
        sqlx::query("INSERT INTO blocks (log, sequence, block) VALUES ($1, $2, $3)")
            .bind(log.key)
            .bind(place)
            .bind(block.as_ref().clone())
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query("UPDATE logs SET head = $2 WHERE key = $1")
        .bind(log.key)
        .bind(number(last))
        .execute(connection)
        .await?;
    Ok(Appended { first, last, again: false })
}

/// The answer to the same append, if there was one.
async fn before(connection: &mut AnyConnection, log: i64, append: &Append) -> Result<Option<Appended>, Refusal> {
    let row = sqlx::query("SELECT first, last, digest FROM appends WHERE log = $1 AND id = $2")
        .bind(log)
        .bind(append.id.0.to_vec())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    if row.try_get::<Vec<u8>, _>("digest")? != append.digest {
        let detail = "Each append takes a fresh random id; the same id is for sending the same bytes again.";
        return Err(Problem::new(ProblemKind::AppendDiffers, detail).into());
    }
    let (first, last) = (sequence(row.try_get("first")?)?, sequence(row.try_get("last")?)?);
    Ok(Some(Appended { first, last, again: true }))
}

/// The numbers that the blocks get, if they may.
fn places(log: &Access, append: &Append, limits: &Limits) -> Result<(Sequence, Sequence), Refusal> {
    let count = append.blocks.len() as u64;
    let first = log.head.plus(1)?;
    let last = log.head.plus(count)?;
    if append.expected.is_some_and(|expected| expected != first) {
        let detail = "Fetch what is new, then decide whether to append again.";
        return Err(Problem::new(ProblemKind::SequenceConflict, detail).with_head(log.head).into());
    }
    let held = last.number().saturating_sub(log.first.number()).saturating_add(1);
    if held > limits.blocks_per_log || held.saturating_mul(BLOCK_BYTES as u64) > limits.bytes_per_log {
        let detail = "The log holds as much as it may. Let every member fetch and acknowledge, so that old blocks are \
                      deleted, or revoke the tokens of members who left.";
        return Err(Problem::new(ProblemKind::QuotaFull, detail).with_head(log.head).into());
    }
    Ok((first, last))
}
