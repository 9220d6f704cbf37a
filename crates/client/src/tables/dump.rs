//! Whole tables as documents, for backups.

use rusqlite::types::Value;
use rusqlite::{Transaction, params_from_iter};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// The tables that a backup holds. Group state, keys of epochs and what was to be sent are not among them: a machine
/// restored from an old backup would repeat itself.
const TABLES: [&str; 8] = ["settings", "record", "verified", "invitations", "positions", "ballots", "runs", "answers"];

/// A value of a row.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Cell {
    Null,
    Number(i64),
    Text(String),
    Bytes(#[serde(with = "dialogue::id::octets")] Vec<u8>),
}

/// The rows of one table.
#[derive(Serialize, Deserialize)]
pub(crate) struct Rows {
    table: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// All tables of a backup.
pub(crate) fn dump(tx: &Transaction<'_>) -> Result<Vec<Rows>> {
    TABLES.iter().map(|table| dump_table(tx, table)).collect()
}

fn dump_table(tx: &Transaction<'_>, table: &str) -> Result<Rows> {
    let mut statement = tx.prepare(&format!("SELECT * FROM {table}"))?;
    let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let mut found = statement.query([])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let cell = |at: usize| -> Result<Cell> {
            Ok(match row.get::<_, Value>(at)? {
                Value::Integer(number) => Cell::Number(number),
                Value::Text(text) => Cell::Text(text),
                Value::Blob(bytes) => Cell::Bytes(bytes),
                Value::Null | Value::Real(_) => Cell::Null,
            })
        };
        rows.push((0..columns.len()).map(cell).collect::<Result<_>>()?);
    }
    Ok(Rows { table: table.to_owned(), columns, rows })
}

/// Puts the rows of a backup into empty tables.
pub(crate) fn fill(tx: &Transaction<'_>, dump: Vec<Rows>) -> Result<()> {
    for Rows { table, columns, rows } in dump {
        let named = |name: &String| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if !TABLES.contains(&table.as_str()) || !columns.iter().all(named) {
            return Err(Error::Misbehaviour("the backup holds a table that this program does not know".to_owned()));
        }
        let places = vec!["?"; columns.len()].join(", ");
        let mut statement = tx.prepare(&format!("INSERT INTO {table} ({}) VALUES ({places})", columns.join(", ")))?;
        for row in rows {
            let values = row.into_iter().map(|cell| match cell {
                Cell::Null => Value::Null,
                Cell::Number(number) => Value::Integer(number),
                Cell::Text(text) => Value::Text(text),
                Cell::Bytes(bytes) => Value::Blob(bytes),
            });
            statement.execute(params_from_iter(values))?;
        }
    }
    Ok(())
}
