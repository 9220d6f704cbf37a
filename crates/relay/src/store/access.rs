//! Who may do what: the log, and what the shown token is in it.
use envelope::{Problem, ProblemKind, Sequence};
use sqlx::{AnyConnection, Row};

use super::{Bearer, Kind, Refusal, Seconds, Store, sequence};

/// A log as the bearer of a valid token sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Access {
    pub(super) key: i64,
    /// Whether the token is the owner's.
    pub(crate) owner: bool,
    /// The newest sequence number.
    pub(crate) head: Sequence,
    /// The first block still held, or the first to come.
    pub(crate) first: Sequence,
    /// When the token ends, if it does.
    pub(crate) expires_at: Option<Seconds>,
    pub(super) retention: Seconds,
}

/// A token that does not end.
pub(super) const NEVER: Seconds = i64::MAX;

macro_rules! access_statement {
    ($lock:literal) => {
        concat!(
            "SELECT l.key, l.head, l.first, l.retention, l.deleted, \
             CASE WHEN l.owner = $2 THEN 1 ELSE 0 END AS owned, COALESCE(t.expires_at, -1) AS expires_at \
             FROM logs l LEFT JOIN tokens t ON t.log = l.key AND t.hash = $2 WHERE l.id = $1",
            $lock
        )
    };
}

pub(super) const READ: &str = access_statement!("");
const LOCK: &str = access_statement!(" FOR UPDATE OF l");

/// The statement that looks and, on PostgreSQL, holds the log for the rest of the transaction.
pub(super) const fn locking(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => READ,
        Kind::Postgres => LOCK,
    }
}

/// Looks the bearer up.
pub(super) async fn look(
    connection: &mut AnyConnection,
    statement: &'static str,
    bearer: Bearer,
    now: Seconds,
) -> Result<Access, Refusal> {
    let row = sqlx::query(statement)
        .bind(bearer.log.0.to_vec())
        .bind(bearer.token.0.to_vec())
        .fetch_optional(connection)
        .await?
        .ok_or_else(|| Problem::new(ProblemKind::NoSuchLog, "Check the invitation, or ask who keeps the dialogue."))?;
    let owner = row.try_get::<i64, _>("owned")? != 0;
    let expires_at = row.try_get::<i64, _>("expires_at")?;
    if row.try_get::<i64, _>("deleted")? != 0 {
        return Err(deleted());
    }
    if !owner && expires_at <= now {
        return Err(unauthorised());
    }
    Ok(Access {
        key: row.try_get("key")?,
        owner,
        head: sequence(row.try_get("head")?)?,
        first: sequence(row.try_get("first")?)?,
        expires_at: (!owner && expires_at != NEVER).then_some(expires_at),
        retention: row.try_get("retention")?,
    })
}

/// The token is none of this log's, or no longer.
pub(crate) fn unauthorised() -> Refusal {
    let detail = "The token is unknown, revoked or expired. Ask the one who keeps the dialogue for a new invitation.";
    Problem::new(ProblemKind::NotAuthorised, detail).into()
}

fn deleted() -> Refusal {
    Problem::new(ProblemKind::Deleted, "Its owner deleted it with all its blocks. Nothing can be fetched any more.")
        .into()
}

impl Access {
    /// An error for everybody but the owner.
    pub(super) fn owner(self) -> Result<Self, Refusal> {
        let detail = "Use the owner's token, or ask the one who keeps the dialogue to do it.";
        if self.owner { Ok(self) } else { Err(Problem::new(ProblemKind::OwnerOnly, detail).into()) }
    }
}

impl Store {
    /// Looks the bearer up, outside any transaction.
    pub(crate) async fn access(&self, bearer: Bearer, now: Seconds) -> Result<Access, Refusal> {
        let mut connection = self.read.acquire().await?;
        look(&mut connection, READ, bearer, now).await
    }
}
