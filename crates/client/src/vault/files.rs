//! Folders and small files: private to their owner, replaced whole, unlinked for good.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

use super::Error;
use super::secret::fill;

/// Says which file an error is about.
pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Error + '_ {
    |cause| match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::File { path: path.to_owned(), cause },
    }
}

/// Makes a folder for its owner alone, and the folders above it.
pub(super) fn make_folder(path: &Path) -> Result<(), Error> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(at(path))
}

/// Makes an empty file for its owner alone; there must be none.
pub(super) fn make_file(path: &Path) -> Result<File, Error> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(at(path))
}

/// Waits until the names in a folder are on the disk.
pub(super) fn sync_folder(path: &Path) -> Result<(), Error> {
    File::open(path).and_then(|folder| folder.sync_all()).map_err(at(path))
}

/// Replaces a file by new contents: after a crash there is the old one or the new one, whole.
pub(super) fn replace(path: &Path, contents: &[u8]) -> Result<(), Error> {
    let fresh = path.with_extension("new");
    remove(&fresh)?;
    let mut file = make_file(&fresh)?;
    file.write_all(contents).and_then(|()| file.sync_all()).map_err(at(&fresh))?;
    fs::rename(&fresh, path).map_err(at(path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Unlinks a file; one that is not there is no error.
pub(super) fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(at(path)(cause)),
        _ => Ok(()),
    }
}

/// Overwrites a small file with random bytes in place, then unlinks it; one that is not there is no error.
pub(super) fn shred(path: &Path) -> Result<(), Error> {
    let mut file = match OpenOptions::new().write(true).open(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        opened => opened.map_err(at(path))?,
    };
    let length = file.metadata().map_err(at(path))?.len();
    let mut noise = vec![0; usize::try_from(length.min(1 << 20)).unwrap_or(0)];
    fill(&mut noise)?;
    file.write_all(&noise).and_then(|()| file.sync_all()).map_err(at(path))?;
    remove(path)
}
