//! What can go wrong with a vault, in three families. No error carries a secret or a row.

use std::path::PathBuf;

/// Whose doing an error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// The caller's, who can do otherwise.
    Misuse,
    /// A peer's, or of whoever wrote the bytes.
    Misbehaviour,
    /// The world's: disk, memory, damage.
    Trouble,
}

/// An error of the vault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The passphrase opens nothing.
    #[error("this passphrase does not open the vault; try again, or use the recovery phrase to set a new one")]
    WrongPassphrase,
    /// The recovery phrase opens nothing.
    #[error("this recovery phrase does not open the vault; it may belong to another one, or have been replaced")]
    WrongPhrase,
    /// Not a recovery phrase.
    #[error("this is not a recovery phrase: {cause}; it has twelve words of a fixed list, in their order")]
    NotAPhrase {
        /// What is wrong with it, without naming a word.
        cause: &'static str,
    },
    /// A passphrase for a new slot is too short.
    #[error("a passphrase needs at least {least} characters; several unrelated words are best")]
    PassphraseTooShort {
        /// Characters.
        least: usize,
    },
    /// A cost outside of its ranges.
    #[error("the cost of a passphrase is out of range: {what}")]
    Cost {
        /// Which range.
        what: &'static str,
    },
    /// There is no home.
    #[error("there is no vault at {}; make one with `backchannel init`, or name its folder with --home", .path.display())]
    NoHome {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// There is a home already.
    #[error("there is a vault at {} already; open it, or choose another folder", .path.display())]
    HomeExists {
        /// Where.
        path: PathBuf,
    },
    /// A file is not what it was.
    #[error("{} is damaged: {cause}; restore a backup into a new home", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        cause: String,
    },
    /// A file that belongs to the home is gone.
    #[error("{} is missing; restore a backup into a new home", .path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// Written by a newer program.
    #[error("{what} has format {found}, and this program knows up to {known}; use the newer program that wrote it")]
    Newer {
        /// What was read.
        what: String,
        /// Its version.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// No dialogue has this id.
    #[error("the vault holds no dialogue {id}")]
    UnknownDialogue {
        /// In hexadecimal.
        id: String,
    },
    /// A dialogue has this id already.
    #[error("the vault holds a dialogue {id} already; `backchannel sync` goes on with it")]
    DialogueExists {
        /// In hexadecimal.
        id: String,
    },
    /// The dialogue's key was destroyed.
    #[error("dialogue {id} was destroyed; its contents cannot be read any more, by anybody")]
    Destroyed {
        /// In hexadecimal.
        id: String,
    },
    /// Not a backup of ours.
    #[error("this is not a backup of this program: {cause}")]
    NotABackup {
        /// What was found.
        cause: &'static str,
    },
    /// A backup that does not open.
    #[error("this backup does not open: the passphrase is wrong, or the file was changed")]
    BackupSealed,
    /// More than fits into one backup.
    #[error("a backup holds at most {most} bytes, and this one would have {size}")]
    BackupTooLarge {
        /// Bytes.
        size: usize,
        /// Bytes.
        most: usize,
    },
    /// Another process holds the file.
    #[error("another process has held {} for too long; close it, or try again", .path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full. What was to be saved just then was not saved; what was saved before stays.
    #[error("the disk is full, and nothing more was saved: make room and try again")]
    DiskFull,
    /// A write or a flush failed, and with it perhaps what had to be saved; the file is whole either way.
    #[error(
        "the disk did not take what was to be saved ({cause}). Make room, or look after the disk; then run `sync`, and \
         look whether it is there before you say it again"
    )]
    DiskFailed {
        /// SQLite's code in words.
        cause: &'static str,
    },
    /// A file could not be read or written.
    #[error("{}: {cause}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// As the system says.
        cause: std::io::Error,
    },
    /// SQLite failed. The statement is not part of the message.
    #[error("the database failed: {cause}")]
    Database {
        /// SQLite's code in words.
        cause: String,
    },
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness: {cause}")]
    Randomness {
        /// As the system says.
        cause: String,
    },
    /// Not enough memory for the cost of the passphrase.
    #[error("not enough memory for a passphrase of this cost")]
    Memory,
}

impl Error {
    /// Whose doing this is.
    #[must_use]
    pub fn family(&self) -> Family {
        match self {
            Self::WrongPassphrase
            | Self::WrongPhrase
            | Self::NotAPhrase { .. }
            | Self::PassphraseTooShort { .. }
            | Self::Cost { .. }
            | Self::NoHome { .. }
            | Self::HomeExists { .. }
            | Self::UnknownDialogue { .. }
            | Self::DialogueExists { .. }
            | Self::Destroyed { .. }
            | Self::BackupTooLarge { .. } => Family::Misuse,
            Self::NotABackup { .. } | Self::BackupSealed => Family::Misbehaviour,
            _ => Family::Trouble,
        }
    }
}

impl From<rusqlite::Error> for Error {
    /// Keeps SQLite's code and drops the statement, which might show what a row is about.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::SystemIoFailure) => of_disk(error.sqlite_error().map_or(0, |error| error.extended_code)),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Busy { path: PathBuf::from("the vault") }
            }
            Some(code) => Self::Database { cause: format!("{code:?}") },
            None => Self::Database {
                cause: match error {
                    rusqlite::Error::QueryReturnedNoRows => "a row that should be there is missing".to_owned(),
                    _ => "a row has another shape than expected".to_owned(),
                },
            },
        }
    }
}

/// What a failure of the disk means, by SQLite's extended code (<https://www.sqlite.org/rescode.html>).
fn of_disk(code: i32) -> Error {
    match code {
        // SHMSIZE, SHMOPEN: the shared index beside the log did not fit; nothing was begun yet.
        4874 | 4618 => Error::DiskFull,
        778 => Error::DiskFailed { cause: "a write failed" },
        1034 | 1290 => Error::DiskFailed { cause: "a flush failed" },
        1546 => Error::DiskFailed { cause: "a file could not be cut" },
        _ => Error::Database { cause: format!("SystemIoFailure {code}") },
    }
}
