//! Floor 1: documents on paper. One typed [`Document`] in; Markdown, DOCX and PDF out.
//!
//! Knows languages, directions of writing and pages, and nothing of what a document is about: all words arrive
//! finished and translated. Nothing here reads a file, a clock or a network; the same document gives the same bytes.
//!
//! What every writer promises:
//! - Text is text. Whatever stands in a [`Run`], Markdown, XML or a typesetter's commands among it, is printed and
//!   never carried out.
//! - What cannot be printed is not silently lost: control characters appear as U+FFFD, and the PDF writer refuses
//!   characters for which it has no glyph, naming them.
//! - Characters that would reorder the text around them (U+202A to U+202E) are taken out; isolates are closed at the
//!   end of their run or line. See [`Run::isolate`].
//!
//! ```
//! use paper::{Block, Document, Language, Run, Section};
//!
//! let mut document = Document::new("Readout", Language::parse("en-GB")?, jiff::civil::date(2026, 11, 12));
//! let met = vec![Run::plain("The parties met on "), Run::isolated("2026-11-12"), Run::plain(".")];
//! document.sections.push(Section { heading: "Meeting".into(), blocks: vec![Block::Paragraph(met.into())] });
//! assert!(paper::markdown(&document).contains("## Meeting"));
//! # Ok::<(), paper::Error>(())
//! ```

mod document;
mod docx;
mod error;
mod language;
mod lines;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;

pub use document::{
    Block, Document, MOST_BLOCKS, MOST_CHARACTERS, MOST_COLUMNS, MOST_LADDER_RUNGS, MOST_ROWS,
    MOST_STANDING_CHARACTERS, PageNumbers, Rule, Run, Section, Table, Text,
};
pub use docx::docx;
pub use error::Error;
pub use language::Language;
pub use markdown::markdown;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
