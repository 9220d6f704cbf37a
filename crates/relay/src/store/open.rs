//! Opening a database: connections, their settings, tables.
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyPool, ConnectOptions, Executor};

use super::trouble::Trouble;
use super::{Kind, Store, migrations, writer};
use crate::limits::Limits;

/// Connections to PostgreSQL, and readers of SQLite.
const CONNECTIONS: u32 = 12;
const READERS: u32 = 4;

/// Write-ahead log, every commit on the disk before it is acknowledged, deleted blocks overwritten.
const SQLITE: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; \
                      PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; \
                      PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -8000;";

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// A file of this machine.
    Sqlite(PathBuf),
    /// A server, by its URL, which may hold a password.
    Postgres(String),
}

impl Database {
    /// Reads `sqlite:PATH` or `postgres://…`.
    pub fn parse(text: &str) -> Result<Self, crate::Error> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").filter(|rest| rest.starts_with('/')).unwrap_or(path);
            if path.is_empty() || path.contains(":memory:") {
                return Err(crate::Error::Misuse("sqlite: needs the path of a file, as in sqlite:relay.db".into()));
            }
            return Ok(Self::Sqlite(path.into()));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(crate::Error::Misuse("the database is neither sqlite:PATH nor postgres://USER@HOST/NAME".into()))
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Sqlite(_) => Kind::Sqlite,
            Self::Postgres(_) => Kind::Postgres,
        }
    }

    fn options(&self) -> Result<AnyConnectOptions, Trouble> {
        let url = match self {
            Self::Sqlite(path) => format!("sqlite:{}?mode=rwc", escaped(path)?),
            Self::Postgres(url) => url.clone(),
        };
        let wrong = |_| Trouble::Open("its address cannot be read".into());
        Ok(url.parse::<AnyConnectOptions>().map_err(wrong)?.disable_statement_logging())
    }
}

impl std::fmt::Debug for Database {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:?}", self.kind())
    }
}

/// The path as it may stand in a URL.
fn escaped(path: &Path) -> Result<String, Trouble> {
    let text = path.to_str().ok_or(Trouble::Open("its path is no UTF-8".into()))?;
    Ok(text.replace('%', "%25").replace('?', "%3F").replace('#', "%23"))
}

async fn pool(database: &Database, connections: u32, settings: &'static str) -> Result<AnyPool, Trouble> {
    let options = AnyPoolOptions::new()
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(Duration::from_secs(20))
        .after_connect(move |connection, _| {
            Box::pin(async move {
                if !settings.is_empty() {
                    connection.execute(settings).await?;
                }
                Ok(())
            })
        });
    options.connect_with(database.options()?).await.map_err(Trouble::of_opening)
}

impl Store {
    /// Opens the database and brings its tables up to date. `most_pages` bounds SQLite's file, for tests.
    pub(crate) async fn open(database: &Database, limits: Limits, most_pages: Option<u32>) -> Result<Self, Trouble> {
        sqlx::any::install_default_drivers();
        let kind = database.kind();
        let (write, read) = match kind {
            Kind::Sqlite => {
                private(database)?;
                (pool(database, 1, SQLITE).await?, None)
            }
            Kind::Postgres => (pool(database, CONNECTIONS, "").await?, None),
        };
        migrations::apply(kind, &write).await?;
        let read = match (kind, read) {
            (Kind::Sqlite, None) => pool(database, READERS, SQLITE).await?,
            (_, read) => read.unwrap_or_else(|| write.clone()),
        };
        if let Some(pages) = most_pages {
            let bound = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
            sqlx::raw_sql(bound).execute(&write).await?;
        }
        let queue = (kind == Kind::Sqlite).then(|| writer::start(write.clone(), limits.clone()));
        Ok(Self { kind, write, read, limits, queue })
    }
}

/// A database file is its owner's alone.
fn private(database: &Database) -> Result<(), Trouble> {
    let Database::Sqlite(path) = database else { return Ok(()) };
    let opened = crate::files::private(path);
    opened.map_err(|error| Trouble::Open(error.to_string()))
}
