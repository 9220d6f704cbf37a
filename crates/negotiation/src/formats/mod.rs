//! Scenario folders: our own and those of the field, told by content, read exactly.
//!
//! A folder is first surveyed, then the public agenda is read, then each
//! position by itself with nothing but the agenda: so that a side's own
//! process need never open another side's file.
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::agenda::Agenda;
use crate::document;
use crate::error::Result;
use crate::position::Position;
use crate::scenario::{Scenario, Side};

mod exact;
mod file;
mod genius;
mod geniusweb;
mod json;
mod limits;
mod llmdelib;
mod negmas;
mod negolog;
mod recognise;
mod sheet;
mod survey;
mod warning;
mod write;
mod xml;

pub use survey::{AgendaSource, Survey, survey};
pub use warning::Warning;
pub use write::write_scenario;

/// A format of scenario folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Format {
    /// Ours: TOML and CSV.
    Own,
    /// GENIUS and ANAC: XML.
    Genius,
    /// GeniusWeb and ANL 2023: JSON.
    GeniusWeb,
    /// NegMAS: YAML.
    NegMas,
    /// NegoLog: JSON.
    NegoLog,
    /// LLM-Deliberation: text.
    LlmDeliberation,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Own => "Backchannel",
            Format::Genius => "GENIUS",
            Format::GeniusWeb => "GeniusWeb",
            Format::NegMas => "NegMAS",
            Format::NegoLog => "NegoLog",
            Format::LlmDeliberation => "LLM-Deliberation",
        })
    }
}

/// Reads the public agenda of a surveyed folder.
///
/// # Errors
/// A damaged file (with its line or element), or a kind of issue that is
/// recognised but not read.
pub fn read_agenda(survey: &Survey) -> Result<Agenda> {
    read_agenda_noting(survey, &mut Vec::new())
}

/// As [`read_agenda`]; what deserves a second look is added to `warnings`.
///
/// # Errors
/// As for [`read_agenda`].
pub fn read_agenda_noting(survey: &Survey, warnings: &mut Vec<Warning>) -> Result<Agenda> {
    let name = &survey.name;
    let (path, part) = match &survey.agenda_source {
        AgendaSource::File(path) => (path, false),
        AgendaSource::PartOf(path) => (path, true),
    };
    match survey.format {
        Format::Own => Agenda::from_toml(&document::read(path)?, &path.display().to_string()),
        Format::Genius => genius::read_agenda(path, name, warnings),
        Format::GeniusWeb if part => {
            warnings.push(Warning::NoDomainFile { file: file::name(path) });
            geniusweb::domain_of_profile(path, name)
        }
        Format::GeniusWeb => geniusweb::read_agenda(path, name, warnings),
        Format::NegMas => negmas::read_agenda(path, name, warnings),
        Format::NegoLog => negolog::read_agenda(path, name, warnings),
        Format::LlmDeliberation => llmdelib::read_agenda(path, name, &survey.around, warnings),
    }
}

/// Reads ONE side's file, given the agenda. Nothing else is opened.
///
/// # Errors
/// A damaged file (with its line or element), one for another agenda, or a
/// kind of position that is recognised but not read.
pub fn read_position(agenda: &Agenda, format: Format, path: &Path) -> Result<Position> {
    read_position_noting(agenda, format, path, &mut Vec::new())
}

/// As [`read_position`]; what deserves a second look is added to `warnings`.
///
/// The warnings speak of the position and are as private as it is.
///
/// # Errors
/// As for [`read_position`].
pub fn read_position_noting(
    agenda: &Agenda,
    format: Format,
    path: &Path,
    warnings: &mut Vec<Warning>,
) -> Result<Position> {
    let position = match format {
        Format::Own => own_position(agenda, path)?,
        Format::Genius => genius::read_position(agenda, path, warnings)?,
        Format::GeniusWeb => geniusweb::read_position(agenda, path, warnings)?,
        Format::NegMas => negmas::read_position(agenda, path, warnings)?,
        Format::NegoLog => negolog::read_position(agenda, path, warnings)?,
        Format::LlmDeliberation => llmdelib::read_position(agenda, path, warnings)?,
    };
    let gain = position.greatest_gain(agenda);
    if gain > *agenda.scale() {
        warnings.push(Warning::BeyondScale {
            file: file::name(path),
            gain: exact::shown(&gain),
            scale: exact::shown(agenda.scale()),
        });
    }
    Ok(position)
}

/// A list of packages where the first line has a `verdict` column, else TOML.
fn own_position(agenda: &Agenda, path: &Path) -> Result<Position> {
    let text = document::read(path)?;
    let origin = path.display().to_string();
    if recognise::is_list(&text) {
        Position::from_csv(agenda, &text, &origin)
    } else {
        Position::from_toml(agenda, &text, &origin)
    }
}

/// Reads a whole folder: every side's file, for rehearsals and exercises.
///
/// # Errors
/// As for [`survey()`], [`read_agenda`] and [`read_position`].
pub fn read_scenario(path: &Path) -> Result<(Scenario, Vec<Warning>)> {
    let survey = survey(path)?;
    let mut warnings = survey.warnings.clone();
    let agenda = read_agenda_noting(&survey, &mut warnings)?;
    let mut sides = Vec::with_capacity(survey.positions.len());
    for (name, file) in &survey.positions {
        let position = read_position_noting(&agenda, survey.format, file, &mut warnings)?;
        sides.push(Side { name: name.clone(), position });
    }
    let name = match survey.format {
        Format::Own => agenda.name().to_owned(),
        _ => survey.name,
    };
    let scenario = Scenario { name, agenda, sides };
    Ok((scenario, warnings))
}
