//! Creating a log and deleting it.
use envelope::{LogId, Problem, ProblemKind, TokenHash};
use sqlx::Row;

use super::erase::Notice;
use super::{Bearer, Refusal, Seconds, Store, access};

impl Store {
    /// Creates a log; whether it is new. Again for the same owner is no error.
    pub(crate) async fn create(
        &self,
        log: LogId,
        owner: TokenHash,
        retention: Seconds,
        now: Seconds,
    ) -> Result<bool, Refusal> {
        let mut change = self.change().await?;
        let made = sqlx::query(
            "INSERT INTO logs (id, owner, created_at, retention) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
        )
        .bind(log.0.to_vec())
        .bind(owner.0.to_vec())
        .bind(now)
        .bind(retention)
        .execute(&mut *change)
        .await?;
        if made.rows_affected() == 1 {
            change.commit().await?;
            return Ok(true);
        }
        let row = sqlx::query("SELECT owner, deleted FROM logs WHERE id = $1").bind(log.0.to_vec());
        let row = row.fetch_one(&mut *change).await?;
        if row.try_get::<i64, _>("deleted")? != 0 {
            let detail = "A log of this id was deleted; ids are not used twice. Choose a new one.";
            return Err(Problem::new(ProblemKind::Deleted, detail).into());
        }
        if row.try_get::<Vec<u8>, _>("owner")? != owner.0 {
            return Err(Problem::new(ProblemKind::LogExists, "Choose another id; ids are random.").into());
        }
        Ok(false)
    }

    /// Deletes a log: unreadable at once, its blocks erased before this returns. Its id stays known as deleted.
    pub(crate) async fn delete(&self, bearer: Bearer, now: Seconds) -> Result<(), Refusal> {
        let mut change = self.change().await?;
        let log = access::look(&mut change, access::locking(self.kind), bearer, now).await?.owner()?;
        sqlx::query("DELETE FROM tokens WHERE log = $1").bind(log.key).execute(&mut *change).await?;
        sqlx::query("UPDATE logs SET deleted = 1, first = head + 1, owner_acknowledged = -1 WHERE key = $1")
            .bind(log.key)
            .execute(&mut *change)
            .await?;
        self.tell(&mut change, bearer.log, Notice::Deleted).await?;
        change.commit().await?;
        self.erase_log(log.key).await?;
        self.tidy().await?;
        Ok(())
    }
}
