//! Erasing what is no longer held, a little at a time, so that nobody waits for it; and what has lived long enough.
use envelope::{LogId, TokenHash};
use sqlx::{AnyConnection, Row};

use super::{Kind, Refusal, Seconds, Store};

/// Blocks that one transaction erases.
const SLICE: i64 = 64;

/// The channel on which relays that share a database tell one another what changed.
pub(crate) const CHANNEL: &str = "backchannel";

/// What happened to a log.
#[derive(Clone, Copy)]
pub(super) enum Notice {
    /// It has new blocks.
    Appended,
    /// A token is no longer valid.
    Revoked(TokenHash),
    /// It is gone.
    Deleted,
}

impl Store {
    /// Gives up what has lived long enough: blocks, then tokens. How many logs lost something.
    pub(crate) async fn expire(&self, now: Seconds) -> Result<u64, Refusal> {
        let mut change = self.change().await?;
        let rows = sqlx::query(
            "SELECT log, max(last) AS last FROM appends WHERE expires_at <= $1 GROUP BY log ORDER BY log LIMIT 256",
        )
        .bind(now)
        .fetch_all(&mut *change)
        .await?;
        let mut raised = 0;
        for row in rows {
            let done = sqlx::query("UPDATE logs SET first = $2 + 1 WHERE key = $1 AND first <= $2")
                .bind(row.try_get::<i64, _>("log")?)
                .bind(row.try_get::<i64, _>("last")?)
                .execute(&mut *change)
                .await?;
            raised += done.rows_affected();
        }
        sqlx::query("DELETE FROM tokens WHERE expires_at <= $1").bind(now).execute(&mut *change).await?;
        change.commit().await?;
        Ok(raised)
    }

    /// Erases everything that is no longer held. How many blocks.
    pub(crate) async fn erase(&self) -> Result<u64, Refusal> {
        let mut erased = 0;
        loop {
            let rows =
                sqlx::query("SELECT key FROM logs WHERE erased < first - 1 LIMIT 64").fetch_all(&self.read).await?;
            if rows.is_empty() {
                return Ok(erased);
            }
            for row in rows {
                erased += self.erase_log(row.try_get("key")?).await?;
            }
        }
    }

    /// Erases what one log no longer holds.
    pub(super) async fn erase_log(&self, log: i64) -> Result<u64, Refusal> {
        let mut erased = 0;
        while let Some(slice) = self.erase_slice(log).await? {
            erased += slice;
        }
        Ok(erased)
    }

    async fn erase_slice(&self, log: i64) -> Result<Option<u64>, Refusal> {
        let mut change = self.change().await?;
        let row =
            sqlx::query("SELECT erased, first FROM logs WHERE key = $1").bind(log).fetch_one(&mut *change).await?;
        let (erased, first) = (row.try_get::<i64, _>("erased")?, row.try_get::<i64, _>("first")?);
        if erased >= first - 1 {
            return Ok(None);
        }
        let through = (first - 1).min(erased + SLICE);
        let gone = sqlx::query("DELETE FROM blocks WHERE log = $1 AND sequence > $2 AND sequence <= $3")
            .bind(log)
            .bind(erased)
            .bind(through)
            .execute(&mut *change)
            .await?;
        for statement in [
            "DELETE FROM appends WHERE log = $1 AND last <= $2",
            "UPDATE logs SET erased = $2 WHERE key = $1 AND erased < $2",
        ] {
            sqlx::query(statement).bind(log).bind(through).execute(&mut *change).await?;
        }
        change.commit().await?;
        Ok(Some(gone.rows_affected()))
    }

    /// After a deletion: nothing of it stays in the write-ahead log either.
    pub(super) async fn tidy(&self) -> Result<(), Refusal> {
        if self.kind == Kind::Sqlite {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_all(&self.write).await?;
        }
        Ok(())
    }

    /// Tells the other relays on this database, when the transaction commits, that a log changed.
    pub(super) async fn tell(&self, connection: &mut AnyConnection, log: LogId, notice: Notice) -> Result<(), Refusal> {
        if self.kind == Kind::Postgres {
            let told = match notice {
                Notice::Appended => log.to_string(),
                Notice::Revoked(token) => format!("{log}/{token}"),
                Notice::Deleted => format!("{log}/all"),
            };
            sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(told).fetch_all(connection).await?;
        }
        Ok(())
    }
}
