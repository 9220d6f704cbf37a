//! One dialogue's file: transactions in, all or nothing out.

use std::fmt;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::Error;

/// The open file of one dialogue. One thread uses it at a time; several processes may hold one each.
pub struct Store {
    connection: Connection,
}

impl Store {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection }
    }

    /// Runs `body` in a transaction that may write, alone among all processes: saved and on the disk when this
    /// returns `Ok`, and without a trace otherwise. What `body` needs it loads from `transaction`; nothing that it
    /// loaded may outlive it.
    ///
    /// # Errors
    /// Those of `body`; [`Error::Busy`], [`Error::DiskFull`], [`Error::Database`], after which nothing was saved.
    pub fn write<T, E: From<Error>>(&mut self, body: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(Error::from)?;
        let value = body(&transaction)?;
        transaction.commit().map_err(Error::from)?;
        Ok(value)
    }

    /// Runs `body` over one unchanging state of the file. What it writes all the same is undone.
    ///
    /// # Errors
    /// Those of `body`; [`Error::Database`].
    pub fn read<T, E: From<Error>>(&mut self, body: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Deferred);
        let transaction = begun.map_err(Error::from)?;
        body(&transaction)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store(..)")
    }
}
