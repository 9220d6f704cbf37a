//! A document as PDF: tagged as PDF/UA-1 asks, typeset by Typst from one template of ours.
//!
//! Texts reach the template as values and are never parsed. The template and the fonts are part of the program: the
//! world in which it is typeset has no other files, no packages, no clock and no network.
mod fonts;
mod glyphs;
mod values;
mod world;

use std::panic::AssertUnwindSafe;

use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Dict, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{Document, Error};

/// Writes a PDF file on A4.
///
/// # Errors
/// What [`Document::check`] finds; [`Error::Glyphs`] if the fonts cannot print a character; [`Error::Writer`] if the
/// typesetter refused, which no document that passes the checks should bring about.
pub fn pdf(document: &Document) -> Result<Vec<u8>, Error> {
    document.check()?;
    let inputs = values::inputs(document)?;
    glyphs::check(&inputs)?;
    // A fault of the typesetter's is ours to report, and no reason for a program to end.
    let written = std::panic::catch_unwind(AssertUnwindSafe(|| typeset(inputs)));
    // The typesetter remembers what it laid out, and with it the texts. They are not its to keep.
    typst::comemo::evict(0);
    written.unwrap_or_else(|_| Err(failed("the typesetter failed; please report this".to_owned())))
}

fn failed(reason: String) -> Error {
    Error::Writer { format: "PDF", reason }
}

fn typeset(inputs: Dict) -> Result<Vec<u8>, Error> {
    let world = world::World::new(inputs).ok_or_else(|| failed("the fonts cannot be read".to_owned()))?;
    let Warned { output, .. } = typst::compile::<PagedDocument>(&world);
    let pages = output.map_err(|errors| failed(said(&errors)))?;
    let missing = glyphs::missing(&pages);
    if !missing.is_empty() {
        return Err(Error::Glyphs(missing));
    }
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| failed(error.message().to_string()))?;
    let options = PdfOptions { creator: Smart::Custom(None), standards, ..PdfOptions::default() };
    typst_pdf::pdf(&pages, &options).map_err(|errors| failed(said(&errors)))
}

/// What the typesetter said. Its messages can repeat a text, so no more than a line of it.
fn said(errors: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    messages.join("; ").chars().take(200).flat_map(char::escape_debug).collect()
}
