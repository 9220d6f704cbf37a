//! Reading a text document from disk with a limit on its size, before a byte of it is held.
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::{Error, Result};

/// The greatest document read, in bytes: 64 MiB.
///
/// An agenda takes a few kilobytes; a list of 100,000 packages about 10 MB.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// Reads a whole text file of at most [`LIMIT`] bytes; a byte order mark is dropped.
///
/// # Errors
/// The file is missing, not a regular file, larger than the limit (found out
/// before reading), or not UTF-8.
pub fn read(path: &Path) -> Result<String> {
    read_at_most(path, LIMIT)
}

/// As [`read`], with another limit in bytes.
///
/// # Errors
/// As for [`read`].
pub fn read_at_most(path: &Path, limit: u64) -> Result<String> {
    text(path, bytes(path, limit)?)
}

/// The bytes of a regular file that holds at most `limit` of them.
pub(crate) fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let trouble = |source| Error::Read { path: path.to_owned(), source };
    // Asked of the path first: opening a pipe would wait for its writer.
    let kind = std::fs::metadata(path).map_err(trouble)?;
    if !kind.is_file() {
        let what = if kind.is_dir() { "a folder" } else { "not a regular file" };
        return Err(trouble(std::io::Error::other(format!("this is {what}; a file was expected"))));
    }
    let file = File::open(path).map_err(trouble)?;
    let size = file.metadata().map_err(trouble)?.len();
    if size > limit {
        return Err(Error::TooLarge { path: path.to_owned(), bytes: size, limit });
    }
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that grew meanwhile.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(trouble)?;
    let held = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if held > limit {
        return Err(Error::TooLarge { path: path.to_owned(), bytes: held, limit });
    }
    Ok(bytes)
}

fn text(path: &Path, bytes: Vec<u8>) -> Result<String> {
    let text = String::from_utf8(bytes)
        .map_err(|e| Error::NotText { path: path.to_owned(), offset: e.utf8_error().valid_up_to() })?;
    match text.strip_prefix('\u{feff}') {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(text),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_refused_by_its_size() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("big.toml");
        // A sparse file: ten gigabytes that take no room on disk.
        File::create(&path).unwrap().set_len(10_000_000_000).unwrap();
        let begun = std::time::Instant::now();
        let said = read(&path).unwrap_err().to_string();
        assert!(said.contains("10000000000 bytes"), "{said}");
        assert!(said.contains("67108864"), "{said}");
        assert!(begun.elapsed().as_secs() < 1);
    }

    #[test]
    fn folders_missing_files_and_bytes_that_are_no_text_are_named() {
        let dir = tempfile::tempdir().unwrap();
        assert!(read(dir.path()).unwrap_err().to_string().contains("folder"));
        let gone = read(&dir.path().join("gone.toml")).unwrap_err();
        assert!(gone.to_string().contains("gone.toml"));
        let bad = dir.path().join("bad.toml");
        std::fs::write(&bad, b"ab\xffcd").unwrap();
        assert!(read(&bad).unwrap_err().to_string().contains("at offset 2"));
    }

    #[test]
    fn a_byte_order_mark_is_dropped() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("bom.toml");
        std::fs::write(&path, "\u{feff}name = 'x'").unwrap();
        assert_eq!(read(&path).unwrap(), "name = 'x'");
    }
}
