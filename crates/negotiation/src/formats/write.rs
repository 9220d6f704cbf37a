//! A scenario written out in our own format: `agenda.toml` and one file per side.
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::scenario::Scenario;

/// The agenda's file name. It is recognised by content like any other.
const AGENDA: &str = "agenda.toml";

/// Writes a scenario into a folder, which is made or must be empty; returns the files written.
///
/// Reading the folder again gives an equal agenda and equal positions: every
/// number is spelt exactly, as a fraction where no decimal is exact.
///
/// # Errors
/// The folder holds something, cannot be made or written, or two sides would
/// share a file.
pub fn write_scenario(scenario: &Scenario, folder: &Path) -> Result<Vec<PathBuf>> {
    let trouble = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::Write { path, source }
    };
    let mut files = vec![(AGENDA.to_owned(), scenario.agenda.to_toml())];
    for side in &scenario.sides {
        let name = format!("{}.{}", side.name, side.position.extension());
        let plain = Path::new(&name).file_name().is_some_and(|n| n == name.as_str()) && !name.starts_with('.');
        if !plain || files.iter().any(|(other, _)| other.eq_ignore_ascii_case(&name)) {
            return Err(Error::Format(format!(
                "the side `{}` cannot be written to `{name}`: the name is taken or is no file name; rename its file first",
                side.name
            )));
        }
        files.push((name, side.position.to_text(&scenario.agenda)));
    }
    std::fs::create_dir_all(folder).map_err(trouble(folder))?;
    let mut inside = std::fs::read_dir(folder).map_err(trouble(folder))?;
    if inside.next().is_some() {
        return Err(Error::Format(format!(
            "{}: the folder holds something already; name a new or empty one",
            folder.display()
        )));
    }
    let mut written = Vec::with_capacity(files.len());
    for (name, text) in files {
        let path = folder.join(name);
        let mut file = std::fs::File::create_new(&path).map_err(trouble(&path))?;
        file.write_all(text.as_bytes()).map_err(trouble(&path))?;
        written.push(path);
    }
    Ok(written)
}
