//! Why a document cannot be written, or a language not be read.

/// Why a document cannot be written, or a language not be read. Texts of the document are not repeated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Misuse: no tag of a language that can be written.
    #[error("expected a language such as `en`, `fr-CH` or `uz-Latn-UZ`, not `{0}`")]
    Language(String),
    /// Misuse: the document is larger than what is written.
    #[error("{place} has {count} {what}; at most {most} are written, so shorten or split it")]
    TooMuch {
        /// Where in the document.
        place: String,
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// Misuse: a document needs a title, which also names the file's window and what a screen reader says first.
    #[error("the document has no title that can be printed; give it one")]
    Untitled,
    /// Misuse: the rule says that a rung applies which its ladder does not have.
    #[error("rung {applies} of the rule applies, but its ladder has {rungs} (they are counted from 0)")]
    Rung {
        /// The rung that should apply.
        applies: usize,
        /// How many the ladder has.
        rungs: usize,
    },
    /// Misuse: a row that does not fit its table.
    #[error("{place}: row {row} has {cells} cells where the head has {columns}")]
    Row {
        /// Which table.
        place: String,
        /// Which row, counted from 1.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many the head has.
        columns: usize,
    },
    /// Misuse: the built-in fonts have no glyph for these characters.
    #[error("the fonts of the PDF writer cannot print {}; write DOCX or Markdown, or replace them", named(.0))]
    Glyphs(Vec<char>),
    /// Trouble: a writer did not do what it always does. The text says which.
    #[error("the document could not be written as {format}: {reason}")]
    Writer {
        /// Which format.
        format: &'static str,
        /// What the writer said.
        reason: String,
    },
}

/// Characters as a person can look them up; at most twelve of them.
fn named(characters: &[char]) -> String {
    let mut names: Vec<String> =
        characters.iter().take(12).map(|c| format!("{} (U+{:04X})", c.escape_debug(), u32::from(*c))).collect();
    if characters.len() > 12 {
        names.push(format!("{} more", characters.len() - 12));
    }
    names.join(", ")
}
