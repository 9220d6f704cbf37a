//! One SQLCipher file, opened the one way we open them.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::secret::Key;
use super::{Error, files, slots};

/// How long a process waits for another's transaction.
const PATIENCE: Duration = Duration::from_secs(10);

/// Settings of every connection. Cipher parameters are pinned to those of SQLCipher 4 (AES-256-CBC, HMAC-SHA512,
/// pages of 4096 bytes), so that a later default changes nothing. FULL: a commit that returned is on the disk.
pub(super) const SETTINGS: &str = "
    PRAGMA cipher_compatibility = 4;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cache_size = -16384;
";

/// Starts SQLCipher before its first file, in one thread: SQLite says that it has started before SQLCipher's own part
/// has, so that of two threads with the first two files one may find no cipher (4.10; once in 1,500 starts).
fn start() -> Result<(), Error> {
    static STARTED: Mutex<bool> = Mutex::new(false);
    let mut started = STARTED.lock().unwrap_or_else(PoisonError::into_inner);
    if !*started {
        // SQLCipher would write its errors to the terminal; they come back as results anyhow.
        Connection::open_in_memory()?.execute_batch("PRAGMA cipher_log = off; PRAGMA cipher_log_level = NONE;")?;
        *started = true;
    }
    Ok(())
}

/// Makes an empty file for a database.
pub(super) fn create(path: &Path, key: &Key) -> Result<Connection, Error> {
    files::make_file(path)?;
    if let Some(folder) = path.parent() {
        files::sync_folder(folder)?;
    }
    open(path, key)
}

/// Opens a file that is there. A wrong key and a damaged file look alike.
pub(super) fn open(path: &Path, key: &Key) -> Result<Connection, Error> {
    if !path.try_exists().map_err(files::at(path))? {
        return Err(Error::Missing { path: path.to_owned() });
    }
    start()?;
    // No mutex: a connection is used by one thread at a time, as its type says.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    let damaged = || Error::Damaged { path: path.to_owned(), cause: "its key does not open it".to_owned() };
    let unreadable = |cause: rusqlite::Error| match cause.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => damaged(),
        _ => Error::from(cause),
    };
    // The raw key: it is random already. The error is not passed on, for it would quote the statement; a wrong key is
    // noticed at the first page only.
    let statement = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", *Zeroizing::new(slots::hex(key.bytes()))));
    connection
        .execute_batch(&statement)
        .map_err(|_| Error::Database { cause: "SQLCipher did not take the key".to_owned() })?;
    connection.execute_batch(SETTINGS).map_err(unreadable)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(unreadable)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

/// Empties the write-ahead log into the file, so that overwritten pages are gone from both.
pub(super) fn empty_log(connection: &Connection, path: &Path) -> Result<(), Error> {
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy != 0 {
        return Err(Error::Busy { path: path.to_owned() });
    }
    Ok(())
}
