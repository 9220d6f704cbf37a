//! Giving and revoking tokens.
use envelope::{Problem, ProblemKind, TokenHash};
use sqlx::Row;

use super::erase::Notice;
use super::{Bearer, Refusal, Seconds, Store, access};

impl Store {
    /// Lets a token read and append until `expires_at`, or for good. Again changes when it ends.
    pub(crate) async fn put_token(
        &self,
        owner: Bearer,
        token: TokenHash,
        expires_at: Option<Seconds>,
        now: Seconds,
    ) -> Result<(), Refusal> {
        let mut change = self.change().await?;
        let log = access::look(&mut change, access::locking(self.kind), owner, now).await?.owner()?;
        let count = sqlx::query("SELECT count(*) AS tokens FROM tokens WHERE log = $1 AND hash <> $2")
            .bind(log.key)
            .bind(token.0.to_vec())
            .fetch_one(&mut *change)
            .await?;
        if count.try_get::<i64, _>("tokens")? >= i64::from(self.limits.tokens_per_log) {
            let detail = format!(
                "This log has {} tokens, as many as it may. Revoke those of members who left.",
                self.limits.tokens_per_log
            );
            return Err(Problem::new(ProblemKind::QuotaFull, detail).into());
        }
        sqlx::query(
            "INSERT INTO tokens (log, hash, expires_at) VALUES ($1, $2, $3) \
             ON CONFLICT (log, hash) DO UPDATE SET expires_at = excluded.expires_at",
        )
        .bind(log.key)
        .bind(token.0.to_vec())
        .bind(expires_at.unwrap_or(access::NEVER))
        .execute(&mut *change)
        .await?;
        change.commit().await?;
        Ok(())
    }

    /// Revokes a token. One that is not there is revoked already.
    pub(crate) async fn delete_token(&self, owner: Bearer, token: TokenHash, now: Seconds) -> Result<(), Refusal> {
        let mut change = self.change().await?;
        let log = access::look(&mut change, access::locking(self.kind), owner, now).await?.owner()?;
        sqlx::query("DELETE FROM tokens WHERE log = $1 AND hash = $2")
            .bind(log.key)
            .bind(token.0.to_vec())
            .execute(&mut *change)
            .await?;
        // Perhaps only the revoked one had not yet acknowledged.
        self.raise_first(&mut change, log.key, now).await?;
        self.tell(&mut change, owner.log, Notice::Revoked(token)).await?;
        change.commit().await?;
        Ok(())
    }
}
