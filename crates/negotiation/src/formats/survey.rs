//! What a folder holds: one format, an agenda, the sides in byte order, and what is left alone.
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

use super::Format;
use super::file;
use super::limits;
use super::llmdelib::Surroundings;
use super::recognise::{Found, Part, own_by_head, recognise};
use super::warning::Warning;

/// Derived tables kept beside scenarios for tests; never opened.
const DERIVED: &str = "normalised.json";
/// The reported record of a case, which is nobody's position; never opened here.
const REPORTED: &str = "reported.toml";

/// Where the agenda comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgendaSource {
    /// A file of its own.
    File(PathBuf),
    /// The public part (issues and choices) of one side's file.
    PartOf(PathBuf),
}

/// What a folder was found to hold. No private number has been looked at.
#[derive(Debug, Clone)]
pub struct Survey {
    /// The name of the scenario: the folder's.
    pub name: String,
    /// The one format of the folder.
    pub format: Format,
    /// Where the agenda comes from.
    pub agenda_source: AgendaSource,
    /// Sides, named by their files' stems, in the byte order of the file names.
    pub positions: Vec<(String, PathBuf)>,
    /// Files left alone, and why.
    pub warnings: Vec<Warning>,
    pub(super) around: Surroundings,
}

/// Looks through a folder; files are told by content.
///
/// # Errors
/// No folder, no scenario in it, two agendas, scenarios in two formats, two
/// sides of one name, a file over the limits, or a kind of file that is
/// recognised but not read.
pub fn survey(path: &Path) -> Result<Survey> {
    let mut pile = Pile::default();
    let mut folders = Vec::new();
    for (name, entry) in entries(path)? {
        if entry.is_dir() {
            folders.push(entry);
        } else {
            pile.add(&name, entry)?;
        }
    }
    if !pile.has_positions() {
        // Scores may lie one folder further down, as LLM-Deliberation keeps them.
        for folder in folders {
            for (name, entry) in entries(&folder)? {
                if !entry.is_dir() {
                    pile.add(&name, entry)?;
                }
            }
        }
    }
    pile.sort(path)
}

/// The entries of a folder in byte order of their names; hidden ones left out.
fn entries(path: &Path) -> Result<Vec<(OsString, PathBuf)>> {
    let trouble = |source| Error::Read { path: path.to_owned(), source };
    if !std::fs::metadata(path).map_err(trouble)?.is_dir() {
        return Err(trouble(std::io::Error::other("this is a file; a scenario folder was expected")));
    }
    let mut all = Vec::new();
    for entry in std::fs::read_dir(path).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        if all.len() >= limits::FOLDER_ENTRIES {
            return Err(Error::Format(format!(
                "{}: more than {} entries; is this a scenario folder?",
                path.display(),
                limits::FOLDER_ENTRIES
            )));
        }
        let name = entry.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            all.push((name, entry.path()));
        }
    }
    all.sort_by(|a, b| a.0.as_encoded_bytes().cmp(b.0.as_encoded_bytes()));
    Ok(all)
}

#[derive(Default)]
struct Pile {
    found: Vec<(OsString, PathBuf, Found)>,
    warnings: Vec<Warning>,
}

impl Pile {
    fn add(&mut self, name: &OsString, path: PathBuf) -> Result<()> {
        let file = file::name(&path);
        if name == DERIVED {
            self.ignore(file, "a derived table, never read");
            return Ok(());
        }
        // It belongs to the folder, and says nothing of the scenario.
        if name == REPORTED {
            return Ok(());
        }
        // A broken link or a pipe is no part of a scenario and must not stop one.
        let head = match file::head(&path) {
            Ok(head) => head,
            Err(Error::Read { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => {
                self.ignore(file, "a link to nothing");
                return Ok(());
            }
            Err(other) => return Err(other),
        };
        let utf16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
        if head.is_empty() || (head.contains(&0) && !utf16) {
            self.ignore(file, "it is empty or no text");
            return Ok(());
        }
        let found = match file::read(&path) {
            Ok(text) => recognise(&text),
            // Our own lists of packages may be longer; their first line tells them.
            Err(error @ Error::TooLarge { .. }) => own_by_head(&head).ok_or(error)?,
            Err(error) => return Err(error),
        };
        self.found.push((name.clone(), path, found));
        Ok(())
    }

    fn ignore(&mut self, file: String, reason: &str) {
        self.warnings.push(Warning::Ignored { file, reason: reason.to_owned() });
    }

    fn has_positions(&self) -> bool {
        let position = |f: &Found| matches!(f, Found::Is(_, Part::Position) | Found::Refused(..));
        self.found.iter().any(|(_, _, found)| position(found))
    }

    /// The one format: by what certainly belongs to one, else by what resembles one.
    fn format(&self, path: &Path) -> Result<Format> {
        let mut sure: BTreeMap<Format, &Path> = BTreeMap::new();
        let mut perhaps: BTreeMap<Format, &Path> = BTreeMap::new();
        for (_, file, found) in &self.found {
            match found {
                Found::Is(format, Part::Agenda | Part::Position) | Found::Refused(format, _) => {
                    sure.entry(*format).or_insert(file);
                }
                Found::Resembles(format) => {
                    perhaps.entry(*format).or_insert(file);
                }
                _ => {}
            }
        }
        let found = if sure.is_empty() { perhaps } else { sure };
        let mut found = found.into_iter();
        match (found.next(), found.next()) {
            (Some((format, _)), None) => Ok(format),
            (Some((one, first)), Some((other, second))) => Err(Error::Format(format!(
                "{}: scenarios in two formats: {one} ({}) and {other} ({}); keep one per folder",
                path.display(),
                file::name(first),
                file::name(second)
            ))),
            (None, _) => Err(Error::Format(format!(
                "{}: no scenario found; an agenda.toml with one position file per side was expected, \
                 or a folder in the format of GENIUS, GeniusWeb, NegMAS, NegoLog or LLM-Deliberation",
                path.display()
            ))),
        }
    }

    fn sort(mut self, path: &Path) -> Result<Survey> {
        let format = self.format(path)?;
        let mut agendas = Vec::new();
        let mut positions = Vec::new();
        let mut around = Surroundings::default();
        for (name, file, found) in std::mem::take(&mut self.found) {
            match found {
                Found::Refused(its, what) if its == format => {
                    return Err(Error::Format(format!("{}: {what} is recognised but not read", file.display())));
                }
                Found::Is(its, Part::Agenda) if its == format => agendas.push(file),
                Found::Is(its, Part::Position) | Found::Resembles(its) if its == format => {
                    positions.push((name, file));
                }
                Found::Is(its, Part::Instructions) if its == format => {
                    around.instructions.get_or_insert(file);
                }
                Found::Is(its, Part::Config) if its == format => {
                    around.config.get_or_insert(file);
                }
                Found::Foreign(reason) => self.ignore(super::file::name(&file), reason),
                _ => self.ignore(super::file::name(&file), "it belongs to no side here"),
            }
        }
        around.sides = positions.len();
        let agenda_source = agenda_source(path, format, agendas, &positions)?;
        Ok(Survey {
            name: folder_name(path),
            format,
            agenda_source,
            positions: named(path, positions)?,
            warnings: self.warnings,
            around,
        })
    }
}

fn agenda_source(
    path: &Path,
    format: Format,
    agendas: Vec<PathBuf>,
    positions: &[(OsString, PathBuf)],
) -> Result<AgendaSource> {
    let mut agendas = agendas.into_iter();
    match (agendas.next(), agendas.next()) {
        (Some(first), Some(second)) => Err(Error::Format(format!(
            "{}: two agendas, {} and {}; keep one per folder",
            path.display(),
            file::name(&first),
            file::name(&second)
        ))),
        (Some(only), None) => Ok(AgendaSource::File(only)),
        (None, _) => match (format, positions.first()) {
            (Format::GeniusWeb | Format::NegoLog | Format::LlmDeliberation, Some((_, first))) => {
                Ok(AgendaSource::PartOf(first.clone()))
            }
            _ => Err(Error::Format(format!(
                "{}: sides in the format of {format}, but no agenda; {} was expected",
                path.display(),
                match format {
                    Format::Own => "a TOML file with [[issue]] entries",
                    Format::Genius => "an XML file with <negotiation_template>",
                    _ => "a YAML file of a Cartesian outcome space",
                }
            ))),
        },
    }
}

/// Sides by the stems of their files.
fn named(path: &Path, files: Vec<(OsString, PathBuf)>) -> Result<Vec<(String, PathBuf)>> {
    if files.is_empty() {
        return Err(Error::Format(format!("{}: an agenda, but no side's file beside it", path.display())));
    }
    let mut sides: Vec<(String, PathBuf)> = Vec::with_capacity(files.len());
    for (name, file) in files {
        let stem = Path::new(&name).file_stem().and_then(|stem| stem.to_str());
        let Some(stem) = stem else {
            return Err(Error::Format(format!(
                "{}: a side is named by its file, and this name is not text in UTF-8",
                file.display()
            )));
        };
        if let Some((_, other)) = sides.iter().find(|(side, _)| side == stem) {
            return Err(Error::Format(format!(
                "{}: two files for the side `{stem}`: {} and {}",
                path.display(),
                super::file::name(other),
                super::file::name(&file)
            )));
        }
        sides.push((stem.to_owned(), file));
    }
    Ok(sides)
}

/// The folder's own name, `scenario` where it has none.
fn folder_name(path: &Path) -> String {
    let own = |p: &Path| p.file_name().map(|n| n.to_string_lossy().into_owned());
    own(path).or_else(|| own(&path.canonicalize().ok()?)).unwrap_or_else(|| "scenario".to_owned())
}
