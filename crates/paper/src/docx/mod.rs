//! A document as DOCX: WordprocessingML of ECMA-376 (transitional), as little of it as a document needs.
//!
//! The file says nothing of who made it, on which machine or when: no author, no program, no time. Its bytes follow
//! from the document alone.
mod body;
mod direction;
mod package;
mod parts;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::{Document, Error};

/// Writes a DOCX file.
///
/// # Errors
/// What [`Document::check`] finds; [`Error::Writer`] if the container could not be written.
pub fn docx(document: &Document) -> Result<Vec<u8>, Error> {
    document.check()?;
    let failed = |reason: String| Error::Writer { format: "DOCX", reason };
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // The first moment that the container can tell, for all files: it says nothing.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, part) in package::parts(document).map_err(|error| failed(error.to_string()))? {
        file.start_file(name, options).map_err(|error| failed(error.to_string()))?;
        file.write_all(&part).map_err(|error| failed(error.to_string()))?;
    }
    Ok(file.finish().map_err(|error| failed(error.to_string()))?.into_inner())
}
