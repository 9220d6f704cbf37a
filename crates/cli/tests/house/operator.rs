//! A relay in the hands of a dishonest operator: its log is copied and edited, and it shows whom it likes which copy.
//! It can do what an operator can: it has the database and the certificate, and no member's keys.
use std::path::PathBuf;

use rusqlite::{Connection, params};

use super::street::{Person, Relay, Street};

/// The name of the log that the relay has kept so far.
pub(crate) const HONEST: &str = "relay";

/// A street whose relay can be made to lie.
pub(crate) struct Operator {
    pub(crate) street: Street,
    address: String,
}

impl Operator {
    /// A dialogue in step, on a relay that has been honest so far.
    pub(crate) fn of(sides: &[(&str, &str)]) -> Self {
        let street = Street::with(None, sides, &[]);
        street.converged();
        let url = street.relay.as_ref().unwrap().url.clone();
        Self { street, address: url.strip_prefix("https://").unwrap().to_owned() }
    }

    pub(crate) fn who(&self, name: &str) -> Person {
        self.street.delegate(name).clone()
    }

    fn path(&self, log: &str) -> PathBuf {
        self.street.folder.path().join(format!("{log}.db"))
    }

    /// From now on everybody who asks is shown this log, at the same address and under the same certificate.
    pub(crate) fn show(&mut self, log: &str) {
        self.halt();
        let database = format!("sqlite:{}", self.path(log).display());
        self.street.relay = Some(Relay::start_at(self.street.folder.path(), &database, &self.address));
    }

    /// Nobody is shown anything.
    pub(crate) fn halt(&mut self) {
        if let Some(relay) = self.street.relay.take() {
            relay.kill();
        }
    }

    /// Keeps a second log, which is the same so far.
    pub(crate) fn copy(&mut self, from: &str, to: &str) {
        self.halt();
        let path = self.path(from);
        let connection = Connection::open(&path).unwrap();
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        drop(connection);
        std::fs::copy(path, self.path(to)).unwrap();
    }

    /// Works on a log while the relay stands still.
    pub(crate) fn edit<T>(&mut self, log: &str, work: impl FnOnce(&Log) -> T) -> T {
        self.halt();
        work(&Log(Connection::open(self.path(log)).unwrap()))
    }

    /// The newest block of one log comes to stand at the end of another.
    pub(crate) fn splice(&mut self, from: &str, to: &str) -> i64 {
        let block = self.edit(from, |log| log.after(log.head() - 1).remove(0));
        self.edit(to, |log| {
            log.put(log.head() + 1, &[block]);
            log.head()
        })
    }
}

/// A relay's log, opened.
pub(crate) struct Log(Connection);

impl Log {
    /// The number of the newest block.
    pub(crate) fn head(&self) -> i64 {
        self.0.query_row("SELECT head FROM logs", [], |row| row.get(0)).unwrap()
    }

    /// The blocks after a number.
    pub(crate) fn after(&self, number: i64) -> Vec<Vec<u8>> {
        let mut statement = self.0.prepare("SELECT block FROM blocks WHERE sequence > ?1 ORDER BY sequence").unwrap();
        let blocks = statement.query_map([number], |row| row.get(0)).unwrap();
        blocks.collect::<Result<_, _>>().unwrap()
    }

    /// The log goes on from a number with these blocks, and ends there.
    pub(crate) fn put(&self, from: i64, blocks: &[Vec<u8>]) {
        for table in ["DELETE FROM blocks WHERE sequence >= ?1", "DELETE FROM appends WHERE last >= ?1"] {
            self.0.execute(table, [from]).unwrap();
        }
        for (sequence, block) in (from..).zip(blocks) {
            let insert = "INSERT INTO blocks (log, sequence, block) SELECT key, ?1, ?2 FROM logs";
            self.0.execute(insert, params![sequence, block]).unwrap();
        }
        self.0.execute("UPDATE logs SET head = ?1", [from + i64::try_from(blocks.len()).unwrap() - 1]).unwrap();
    }

    /// Any other change.
    pub(crate) fn run(&self, statements: &str) {
        self.0.execute_batch(statements).unwrap();
    }
}

/// A block that no member wrote; from outside all blocks look like this.
pub(crate) fn made_up() -> Vec<u8> {
    let mut block = vec![0; 16_384];
    getrandom::fill(&mut block).unwrap();
    block
}
