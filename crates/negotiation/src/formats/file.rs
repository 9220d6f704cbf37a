//! Bytes of a foreign file into text: byte order marks, stray bytes and other encodings.
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::document;
use crate::error::{Error, Result};

use super::limits;
use super::warning::Warning;

/// A foreign file's text, and whether bytes had to be guessed.
pub(super) struct Text {
    /// The text without byte order mark and leading blank space.
    pub(super) body: String,
    /// Lines dropped before the body, so that line numbers stay true.
    pub(super) lines_before: usize,
    /// The bytes were not UTF-8 and were taken for Latin-1.
    pub(super) guessed: bool,
}

/// The first bytes of a file; empty for what is no regular file.
pub(super) fn head(path: &Path) -> Result<Vec<u8>> {
    let trouble = |source| Error::Read { path: path.to_owned(), source };
    // Asked of the path first: opening a pipe would wait for its writer.
    if !std::fs::metadata(path).map_err(trouble)?.is_file() {
        return Ok(Vec::new());
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(trouble)?.take(limits::SNIFF_BYTES as u64).read_to_end(&mut bytes).map_err(trouble)?;
    Ok(bytes)
}

/// Reads a whole foreign file.
///
/// # Errors
/// Missing, no regular file, over the limit, or UTF-16.
pub(super) fn read(path: &Path) -> Result<Text> {
    let bytes = document::bytes(path, limits::FILE_BYTES)?;
    decode(&path.display().to_string(), &bytes)
}

/// Bytes to text.
pub(super) fn decode(origin: &str, bytes: &[u8]) -> Result<Text> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Error::document(origin, "byte 1", "this is UTF-16 text; save it as UTF-8"));
    }
    let (text, guessed) = match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => (bytes.iter().map(|&b| char::from(b)).collect(), true),
    };
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c.is_control();
    // In Latin-1 clothes the UTF-8 byte order mark reads as three letters.
    let unmarked = text.strip_prefix("ï»¿").unwrap_or(&text);
    let body = unmarked.trim_start_matches(blank);
    let dropped = &text[..text.len() - body.len()];
    Ok(Text { lines_before: dropped.matches('\n').count(), body: body.to_owned(), guessed })
}

/// The file's name for messages, without its folder.
pub(super) fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Reads a file and notes guessed bytes among the warnings.
pub(super) fn read_noting(path: &Path, warnings: &mut Vec<Warning>) -> Result<Text> {
    let text = read(path)?;
    if text.guessed {
        warnings.push(Warning::NotUtf8 { file: name(path) });
    }
    Ok(text)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn marks_blank_lines_and_stray_bytes_are_stripped_and_counted() {
        let text = decode("x", b"\xef\xbb\xbf\n\n <a/>").unwrap();
        assert_eq!((text.body.as_str(), text.lines_before), ("<a/>", 2));
        assert!(!text.guessed);
        let text = decode("x", b"\xef\xbb\xbf\n<a b=\"caf\xe9\"/>").unwrap();
        assert_eq!((text.body.as_str(), text.lines_before), ("<a b=\"café\"/>", 1));
        assert!(text.guessed);
    }

    #[test]
    fn utf_16_is_named() {
        let error = decode("x", &[0xff, 0xfe, b'<', 0]).err().unwrap();
        assert!(error.to_string().contains("UTF-16"));
    }
}
