//! What the database may answer, told apart: a refusal of ours, or trouble of the disk or the network.
use std::borrow::Cow;

use envelope::{Problem, ProblemKind};

/// The database did not do what it should. What it said is kept for the operator only where it cannot repeat ids.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Trouble {
    /// No room on the disk.
    #[error("the disk of the database is full, or its size limit is reached: make room; nothing stored is lost")]
    DiskFull,
    /// The database cannot be opened, or its tables cannot be brought up to date.
    #[error("the database cannot be opened: {0}")]
    Open(String),
    /// Something else, by the code of the database.
    #[error("the database failed ({0})")]
    Failed(Cow<'static, str>),
    /// What is stored contradicts itself.
    #[error("the database holds what this relay never writes: {0}")]
    Damaged(&'static str),
}

/// SQLite: the database or disk is full; errors of writing; PostgreSQL: disk full.
const FULL: [&str; 4] = ["13", "778", "4874", "53100"];

impl Trouble {
    pub(super) fn of_migration(error: sqlx::migrate::MigrateError) -> Self {
        Self::Open(error.to_string())
    }

    /// Trouble while opening may be told in full: no request's values are in it.
    pub(super) fn of_opening(error: sqlx::Error) -> Self {
        match Self::from(error) {
            Self::DiskFull => Self::DiskFull,
            Self::Failed(code) => Self::Open(code.into_owned()),
            other => other,
        }
    }
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Self {
        let code = match &error {
            sqlx::Error::Database(error) => error.code().map(|code| code.into_owned()),
            _ => None,
        };
        match code {
            Some(code) if FULL.contains(&code.as_str()) => Self::DiskFull,
            Some(code) => Self::Failed(format!("code {code}").into()),
            None => Self::Failed(class(&error).into()),
        }
    }
}

/// The class of an error without its texts, which may repeat values.
fn class(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::Configuration(_) => "wrong address of the database",
        sqlx::Error::Io(_) => "connection to the database lost",
        sqlx::Error::Tls(_) => "no TLS with the database",
        sqlx::Error::PoolTimedOut => "no free connection in time",
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => "store closed",
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => "a value of the wrong type",
        sqlx::Error::RowNotFound => "a missing row",
        _ => "unexpected answer",
    }
}

/// Why the store did not do what was asked.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The request cannot be met; the client is told why.
    Problem(Box<Problem>),
    /// The store is in trouble; the client is told that, the operator more.
    Trouble(Trouble),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<envelope::Error> for Refusal {
    fn from(_: envelope::Error) -> Self {
        Self::Trouble(Trouble::Damaged("a number or block out of its bounds"))
    }
}

impl Refusal {
    /// What the operator is told: never more than the kind.
    pub(crate) fn for_operator(&self) -> String {
        match self {
            Self::Problem(problem) => problem.title.clone(),
            Self::Trouble(trouble) => trouble.to_string(),
        }
    }

    /// What the client is told.
    pub(crate) fn problem(&self) -> Problem {
        match self {
            Self::Problem(problem) => (**problem).clone(),
            Self::Trouble(Trouble::DiskFull) => Problem::new(
                ProblemKind::QuotaFull,
                "The relay's disk is full. Nothing that was acknowledged is lost. Send the same again later, and tell \
                 the relay's operator.",
            ),
            Self::Trouble(_) => Problem::new(
                ProblemKind::Trouble,
                "The relay's database failed. Send the same again later; if this stays, tell the relay's operator.",
            ),
        }
    }
}
