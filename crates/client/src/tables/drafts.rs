//! What was typed into forms and not yet sent, so that nothing typed is lost.

use rusqlite::{OptionalExtension as _, Transaction, params};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// The fourth migration: drafts of forms.
pub(crate) const DRAFTS: &str = "
    CREATE TABLE drafts (
        form TEXT PRIMARY KEY,
        content TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
";

/// Bytes of one draft: an agenda as large as may be, with all its marks.
const MOST_BYTES: usize = 1 << 20;
/// Bytes of a form's name.
const MOST_NAME_BYTES: usize = 400;
/// Drafts of one dialogue beside those of positions; the oldest makes room.
const MOST_DRAFTS: i64 = 100;
/// How drafts of positions are called: they are much work, and never make room.
const POSITION: &str = "words%";

/// A draft.
pub(crate) fn draft(tx: &Transaction<'_>, form: &str) -> Result<Option<Zeroizing<String>>> {
    let found = tx.query_row("SELECT content FROM drafts WHERE form = ?1", [form], |row| row.get::<_, String>(0));
    Ok(found.optional()?.map(Zeroizing::new))
}

/// All drafts, by the names of their forms, with when they were typed.
pub(crate) fn drafts(tx: &Transaction<'_>) -> Result<Vec<(String, Zeroizing<String>, i64)>> {
    let mut statement = tx.prepare_cached("SELECT form, content, at FROM drafts ORDER BY at, form")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, Zeroizing::new(row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps a draft.
pub(crate) fn put_draft(tx: &Transaction<'_>, form: &str, content: &str, now: i64) -> Result<()> {
    if content.len() > MOST_BYTES || form.len() > MOST_NAME_BYTES {
        return Err(Error::Misuse(format!(
            "a draft may take {MOST_BYTES} bytes, and its form's name {MOST_NAME_BYTES}; this one has {} and {}",
            content.len(),
            form.len()
        )));
    }
    tx.execute(
        "INSERT INTO drafts (form, content, at) VALUES (?1, ?2, ?3)
         ON CONFLICT (form) DO UPDATE SET content = excluded.content, at = excluded.at",
        params![form, content, now],
    )?;
    tx.execute(
        "DELETE FROM drafts WHERE form NOT LIKE ?2 AND form NOT IN
         (SELECT form FROM drafts WHERE form NOT LIKE ?2 ORDER BY at DESC, form LIMIT ?1)",
        params![MOST_DRAFTS, POSITION],
    )?;
    Ok(())
}

/// Forgets a draft.
pub(crate) fn drop_draft(tx: &Transaction<'_>, form: &str) -> Result<()> {
    tx.execute("DELETE FROM drafts WHERE form = ?1", [form])?;
    Ok(())
}
