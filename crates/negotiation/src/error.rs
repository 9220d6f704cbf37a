//! What can go wrong when reading documents and asking questions; nothing here panics.
use std::path::PathBuf;

/// Errors of the negotiation floor.
///
/// All of them are *misuse* in the sense of the house rules: a document or a
/// question from outside that does not say what it must. Reading from disk and
/// writing to it add *trouble*.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file could not be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file or folder could not be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file is larger than any document this program reads.
    #[error(
        "{}: the file holds {bytes} bytes; a document may hold at most {limit}. Is this the right file?",
        path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
        /// The greatest size allowed in bytes.
        limit: u64,
    },
    /// A file is not text in UTF-8.
    #[error("{}: not UTF-8 text: an invalid byte at offset {offset}", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// Offset of the first invalid byte.
        offset: usize,
    },
    /// A document was read but does not say what it must.
    #[error("{origin}: {place}: {problem}")]
    Document {
        /// Where the text came from: a path, or a name given by the caller.
        origin: String,
        /// Line or element inside the document.
        place: String,
        /// What is wrong and what was expected.
        problem: String,
    },
    /// A position was written for another agenda.
    #[error(
        "{origin}: this position was written for the agenda {expected}, but the agenda here is {found}. \
         Use the agenda it was written for, or review the position and renew its `agenda` line"
    )]
    OtherAgenda {
        /// Where the position came from.
        origin: String,
        /// The digest the position names.
        expected: String,
        /// The digest of the agenda at hand.
        found: String,
    },
    /// A name that the agenda or the scenario does not know.
    #[error("there is no {kind} named `{name}`; known: {known}")]
    Unknown {
        /// What kind of thing was named: side, package, issue, choice.
        kind: &'static str,
        /// The name given.
        name: String,
        /// The names that exist, separated by commas.
        known: String,
    },
    /// A question that cannot be asked.
    #[error("{0}")]
    Question(String),
    /// More outcomes than are enumerated one by one.
    #[error(
        "this question has {outcomes} outcomes; at most {limit} are enumerated one by one. \
         Ask about named packages, or fix some issues"
    )]
    TooMany {
        /// Number of outcomes, or a lower bound.
        outcomes: String,
        /// The greatest number enumerated.
        limit: u64,
    },
    /// A scenario in one of the field's formats could not be read.
    #[error("{0}")]
    Format(String),
}

/// Results of this crate.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A document error with its place.
    pub fn document(origin: impl Into<String>, place: impl Into<String>, problem: impl Into<String>) -> Self {
        Error::Document { origin: origin.into(), place: place.into(), problem: problem.into() }
    }

    /// An unknown name, listing the known ones (at most 40 of them).
    pub fn unknown<'a>(kind: &'static str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names: Vec<&str> = known.into_iter().take(41).collect();
        if names.len() > 40 {
            names.truncate(40);
            names.push("…");
        }
        let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let mut shown: String = name.chars().take(80).collect();
        if shown.len() < name.len() {
            shown.push('…');
        }
        Error::Unknown { kind, name: shown, known }
    }
}
