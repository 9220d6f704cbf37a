//! Acknowledgements: what everybody has is deleted.
use envelope::{Problem, ProblemKind, Sequence};
use sqlx::{AnyConnection, Row};

use super::{Bearer, Refusal, Seconds, Store, access, number};

impl Store {
    /// The bearer has everything up to `through`. What all have is deleted.
    pub(crate) async fn acknowledge(&self, bearer: Bearer, through: Sequence, now: Seconds) -> Result<(), Refusal> {
        let mut change = self.change().await?;
        let log = access::look(&mut change, access::locking(self.kind), bearer, now).await?;
        if through > log.head {
            let detail = "Nothing of that number was appended yet. Acknowledge only what was fetched.";
            return Err(Problem::new(ProblemKind::Malformed, detail).with_head(log.head).into());
        }
        let statement = if log.owner {
            sqlx::query("UPDATE logs SET owner_acknowledged = $2 WHERE key = $1 AND owner_acknowledged < $2")
                .bind(log.key)
                .bind(number(through))
        } else {
            sqlx::query("UPDATE tokens SET acknowledged = $2 WHERE log = $1 AND acknowledged < $2 AND hash = $3")
                .bind(log.key)
                .bind(number(through))
                .bind(bearer.token.0.to_vec())
        };
        statement.execute(&mut *change).await?;
        self.raise_first(&mut change, log.key, now).await?;
        change.commit().await?;
        Ok(())
    }

    /// Deletes what every living token has acknowledged, and the owner if it ever did.
    pub(super) async fn raise_first(
        &self,
        connection: &mut AnyConnection,
        log: i64,
        now: Seconds,
    ) -> Result<(), Refusal> {
        let row = sqlx::query(
            "SELECT l.owner_acknowledged AS owned, COALESCE((SELECT min(t.acknowledged) FROM tokens t \
             WHERE t.log = l.key AND t.expires_at > $2), -1) AS least FROM logs l WHERE l.key = $1",
        )
        .bind(log)
        .bind(now)
        .fetch_one(&mut *connection)
        .await?;
        let known = [row.try_get::<i64, _>("owned")?, row.try_get("least")?];
        let Some(through) = known.into_iter().filter(|through| *through >= 0).min() else { return Ok(()) };
        sqlx::query("UPDATE logs SET first = $2 + 1 WHERE key = $1 AND first <= $2 AND head >= $2")
            .bind(log)
            .bind(through)
            .execute(connection)
            .await?;
        Ok(())
    }
}
