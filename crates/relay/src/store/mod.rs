//! The store: logs, tokens, appends and blocks in SQL. It holds hashes, numbers, times and ciphertext, nothing else.
//!
//! One set of statements serves both databases. SQLite has one connection that writes, and appends of many clients
//! share its transactions; PostgreSQL assigns sequence numbers under the lock of the log's row.
mod access;
mod acknowledge;
mod append;
mod erase;
mod fetch;
mod logs;
mod migrations;
mod open;
mod tokens;
mod trouble;
mod writer;

use envelope::{LogId, Sequence, TokenHash};
use sqlx::{Any, AnyPool, Transaction};
use tokio::sync::mpsc;

pub(crate) use access::Access;
pub(crate) use access::unauthorised;
pub(crate) use append::{Append, Appended};
pub(crate) use erase::CHANNEL;
pub(crate) use fetch::Fetched;
pub use open::Database;
pub(crate) use trouble::Refusal;
pub use trouble::Trouble;

use crate::limits::Limits;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file of this machine, written by this process alone.
    Sqlite,
    /// A server that several relays may share.
    Postgres,
}

/// Seconds since 1970, as the relay's clock has them.
pub(crate) type Seconds = i64;

/// Who asks for what: a log and the hash of the token that was shown.
#[derive(Clone, Copy)]
pub(crate) struct Bearer {
    pub(crate) log: LogId,
    pub(crate) token: TokenHash,
}

/// An open database.
pub(crate) struct Store {
    kind: Kind,
    /// SQLite: one connection; PostgreSQL: the same as `read`.
    write: AnyPool,
    read: AnyPool,
    limits: Limits,
    /// SQLite only: where appends queue to share a transaction.
    queue: Option<mpsc::Sender<writer::Job>>,
}

/// What is stored as a signed number and must be a sequence.
fn sequence(number: i64) -> Result<Sequence, Trouble> {
    u64::try_from(number)
        .ok()
        .and_then(|number| Sequence::new(number).ok())
        .ok_or(Trouble::Damaged("a negative sequence number"))
}

/// A sequence as the databases count.
fn number(sequence: Sequence) -> i64 {
    i64::try_from(sequence.number()).unwrap_or(i64::MAX)
}

impl Store {
    /// A transaction that may write. Dropped without commit, it leaves nothing.
    async fn change(&self) -> Result<Transaction<'static, Any>, Trouble> {
        Ok(self.write.begin().await?)
    }

    /// Which database this is.
    pub(crate) const fn kind(&self) -> Kind {
        self.kind
    }

    /// An error where the database does not answer.
    pub(crate) async fn check(&self) -> Result<(), Trouble> {
        sqlx::query("SELECT count(*) FROM logs WHERE key = 0").fetch_one(&self.read).await?;
        Ok(())
    }

    /// Waits for appends under way and closes every connection.
    pub(crate) async fn close(&self) {
        self.write.close().await;
        self.read.close().await;
    }
}

#[cfg(test)]
mod tests;
