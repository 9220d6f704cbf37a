//! LLM-Deliberation: text files of scores, the last line the least total a side accepts.
//!
//! Line k lists the scores of issue k's options; issues are called A, B, …,
//! their options A1, A2, …. The total is a plain sum of at most 100.
use std::path::Path;

use num_traits::Zero;

use crate::agenda::{Agenda, Issue};
use crate::error::{Error, Result};
use crate::number::Decimal;
use crate::position::Position;

use super::file::Text;
use super::sheet::{self, RedLine, Sheet};
use super::warning::Warning;
use super::{exact, file};

mod surroundings;

pub(super) use surroundings::{Surroundings, is_config, is_instructions};

/// The greatest total of a side.
pub(super) const SCALE: i64 = 100;

/// Longest line, in bytes, that is looked at for numbers.
const LONGEST_LINE: usize = 65_536;

/// How much a text looks like a score file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// It reads as one.
    Fits,
    /// Some line lists numbers: perhaps a damaged one.
    Resembles,
    Not,
}

/// A score file: rows of scores and the least total.
pub(super) struct Scores {
    rows: Vec<Vec<Decimal>>,
    least: Decimal,
}

/// Tells score files by content.
pub(super) fn likeness(text: &Text) -> Likeness {
    if Scores::parse("", text).is_ok() {
        return Likeness::Fits;
    }
    let lists = |line: &str| {
        line.contains(',') && line.len() < LONGEST_LINE && line.split(',').all(|part| exact::decimal(part).is_ok())
    };
    if text.body.lines().take(1_000).any(lists) { Likeness::Resembles } else { Likeness::Not }
}

impl Scores {
    /// Reads rows and the last line.
    pub(super) fn parse(origin: &str, text: &Text) -> Result<Self> {
        let wrong = |line: usize, problem: String| {
            Err(Error::document(origin, format!("line {}", line + text.lines_before), problem))
        };
        let mut lines: Vec<(usize, &str)> =
            (1..).zip(text.body.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
        let Some((at, last)) = lines.pop() else {
            return wrong(1, "no line; scores were expected".to_owned());
        };
        let least = match exact::decimal(last) {
            Ok(least) => least,
            Err(e) => {
                return wrong(at, format!("the last line must hold the least total alone: {e}"));
            }
        };
        if lines.is_empty() || lines.len() > 26 {
            return wrong(at, format!("{} issues; between 1 and 26 lines of scores were expected", lines.len()));
        }
        let mut rows = Vec::with_capacity(lines.len());
        for (at, line) in lines {
            if line.len() >= LONGEST_LINE {
                return wrong(at, format!("a line of {} bytes; scores were expected", line.len()));
            }
            let row: std::result::Result<Vec<Decimal>, String> = line.split(',').map(exact::decimal).collect();
            match row {
                Ok(row) if row.len() > 1 => rows.push(row),
                Ok(_) => {
                    return wrong(at, "one score; a list such as 0, 5, 10 was expected".to_owned());
                }
                Err(e) => return wrong(at, format!("scores separated by commas were expected: {e}")),
            }
        }
        Ok(Scores { rows, least })
    }
}

/// The letter of an issue, counted from 0.
fn letter(at: usize) -> String {
    let code = u8::try_from(at).unwrap_or(25).min(25) + b'A';
    char::from(code).to_string()
}

/// The agenda is the number of options in a score file; titles come from the game's instructions.
pub(super) fn read_agenda(
    path: &Path,
    name: &str,
    around: &Surroundings,
    warnings: &mut Vec<Warning>,
) -> Result<Agenda> {
    let origin = path.display().to_string();
    let scores = Scores::parse(&origin, &file::read(path)?)?;
    let issues: std::result::Result<Vec<Issue>, String> = scores
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let letter = letter(at);
            let mut draft = sheet::Draft::new(&letter);
            for k in 1..=row.len() {
                draft.add(&format!("{letter}{k}"));
            }
            draft.finish()
        })
        .collect();
    let mut issues = issues.map_err(|e| Error::document(origin.as_str(), "the whole file", e))?;
    around.entitle(&mut issues)?;
    warnings.push(Warning::NoDomainFile { file: file::name(path) });
    around.note_rule(warnings)?;
    sheet::agenda(&origin, name, issues, SCALE)
}

/// Reads one side's scores against the agenda.
pub(super) fn read_position(agenda: &Agenda, path: &Path, warnings: &mut Vec<Warning>) -> Result<Position> {
    let text = file::read_noting(path, warnings)?;
    let origin = path.display().to_string();
    let scores = Scores::parse(&origin, &text)?;
    let wanted: Vec<usize> = agenda.issues().iter().map(|i| i.choices.len()).collect();
    let found: Vec<usize> = scores.rows.iter().map(Vec::len).collect();
    if wanted != found {
        return Err(Error::document(
            origin,
            "the whole file",
            format!("scores for {found:?} options by issue; the agenda has {wanted:?}"),
        ));
    }
    Sheet::new(&file::name(path), scores.rows, Decimal::zero(), None, RedLine::At(scores.least), warnings)
        .position(&origin)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    fn text(body: &str) -> Text {
        file::decode("x.txt", body.as_bytes()).unwrap()
    }

    #[test]
    fn score_files_are_told_by_content() {
        for (body, likeness_wanted) in [
            ("1, 2\n3,4,5 \n\n6 \n", Likeness::Fits),
            ("1, 2\n3, 4", Likeness::Resembles),
            ("1, 2\n3, x\n5", Likeness::Resembles),
            ("A1,B1,C4", Likeness::Not),
            ("Name,name,player", Likeness::Not),
            ("5", Likeness::Not),
            ("", Likeness::Not),
        ] {
            assert_eq!(likeness(&text(body)), likeness_wanted, "{body}");
        }
    }

    #[test]
    fn complaints_name_the_line() {
        let error = Scores::parse("x.txt", &text("\n1, 2\n3, x\n5")).err().unwrap();
        assert!(error.to_string().contains("line 3"), "{error}");
    }
}
