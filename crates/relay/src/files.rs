//! Files that only the relay's own user may read.
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Makes an empty file of mode 0600 where there is none.
pub(crate) fn private(path: &Path) -> io::Result<()> {
    if path.exists() { Ok(()) } else { options().create(true).truncate(false).open(path).map(drop) }
}

/// Writes a file of mode 0600 that is there whole or not at all.
pub(crate) fn write_private(path: &Path, text: &[u8]) -> io::Result<()> {
    let unfinished = path.with_extension("unfinished");
    let mut file = options().create(true).truncate(true).open(&unfinished)?;
    file.write_all(text)?;
    file.sync_all()?;
    std::fs::rename(&unfinished, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
