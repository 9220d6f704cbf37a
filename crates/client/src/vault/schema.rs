//! Numbered migrations. A released one is frozen: changes are appended, never edited.

use rusqlite::{Connection, TransactionBehavior};

use super::Error;

/// `vault.db`.
pub(super) const VAULT_MIGRATIONS: &[&str] = &["
    CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE dialogues (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        title TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        destroyed_at INTEGER,
        remains BLOB
    ) STRICT, WITHOUT ROWID;
    -- Apart from the list, so that a destroyed dialogue has no key rather than an empty one.
    CREATE TABLE keys (
        dialogue BLOB PRIMARY KEY REFERENCES dialogues (id),
        key BLOB NOT NULL CHECK (length(key) = 32)
    ) STRICT, WITHOUT ROWID;
"];

/// `dialogues/<id>.db`. The dialogue's own tables are appended here.
pub(super) const DIALOGUE_MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- What OpenMLS stores: see `group::storage`.
    CREATE TABLE mls (
        label TEXT NOT NULL,
        key BLOB NOT NULL,
        value BLOB NOT NULL,
        PRIMARY KEY (label, key)
    ) STRICT;
",
    crate::tables::MIGRATION,
    crate::tables::BLOCKS_BY_DIGEST,
    crate::tables::DRAFTS,
];

/// Brings a database to the newest version; leaves one that is newer alone.
pub(super) fn migrate(connection: &mut Connection, what: &str, migrations: &[&str]) -> Result<(), Error> {
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    let version = |connection: &Connection| connection.pragma_query_value(None, "user_version", |row| row.get(0));
    let check = |found: i64| match found {
        found if found > known => Err(Error::Newer { what: what.to_owned(), found, known }),
        found => Ok(found == known),
    };
    if check(version(connection)?)? {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been faster.
    let found = version(&transaction)?;
    if !check(found)? {
        for migration in migrations.iter().skip(usize::try_from(found).unwrap_or(0)) {
            transaction.execute_batch(migration)?;
        }
        transaction.pragma_update(None, "user_version", known)?;
    }
    transaction.commit()?;
    Ok(())
}
