//! NegoLog JSON: one file per side with weights, value tables and a reservation value; no domain file.
use std::path::Path;

use num_traits::{Signed, Zero};

use crate::agenda::{Agenda, Issue};
use crate::error::Result;
use crate::number::Decimal;
use crate::position::Position;

use super::json::{self, Node};
use super::sheet::{self, RedLine, Sheet};
use super::warning::Warning;
use super::{file, limits};

/// The agenda is the issues and values that a profile names; weights and utilities are not looked at.
pub(super) fn read_agenda(path: &Path, name: &str, warnings: &mut Vec<Warning>) -> Result<Agenda> {
    let text = file::read(path)?;
    let origin = path.display().to_string();
    let value = json::parse(&origin, &text)?;
    let listed = Node::root(&origin, &value).need("issues")?;
    let entries = listed.entries()?;
    if entries.is_empty() || entries.len() > limits::ISSUES {
        return Err(listed.wrong(format!("{} issues; between 1 and {} were expected", entries.len(), limits::ISSUES)));
    }
    let issues: Result<Vec<Issue>> = entries
        .iter()
        .map(|(name, node)| {
            let mut draft = sheet::Draft::new(name);
            let labels = node.entries()?;
            if labels.len() > limits::CHOICES {
                return Err(node.wrong(format!("more than {} values", limits::CHOICES)));
            }
            for (label, _) in labels {
                draft.add(label);
            }
            draft.finish().map_err(|e| node.wrong(e))
        })
        .collect();
    warnings.push(Warning::NoDomainFile { file: file::name(path) });
    sheet::agenda(&origin, name, issues?, 1)
}

/// Reads one profile against the agenda.
pub(super) fn read_position(agenda: &Agenda, path: &Path, warnings: &mut Vec<Warning>) -> Result<Position> {
    let text = file::read_noting(path, warnings)?;
    let origin = path.display().to_string();
    let value = json::parse(&origin, &text)?;
    let file = file::name(path);
    json::note_repeats(&file, &text, warnings);
    sheet(agenda, &file, &Node::root(&origin, &value), warnings)?.position(&origin)
}

fn sheet(agenda: &Agenda, file: &str, root: &Node<'_>, warnings: &mut Vec<Warning>) -> Result<Sheet> {
    let weights = root.need("issueWeights")?;
    let tables = root.need("issues")?;
    for (name, node) in tables.entries()?.iter().chain(&weights.entries()?) {
        if agenda.issue_index(name).is_err() {
            return Err(node.wrong("the agenda has no issue of this name"));
        }
    }
    let mut rows = Vec::new();
    let mut used = Vec::new();
    for issue in agenda.issues() {
        let node = weights.need(&issue.name)?;
        let weight = node.number()?;
        if weight.is_negative() {
            return Err(node.wrong("a weight below 0; 0 or more was expected"));
        }
        rows.push(row(issue, &tables.need(&issue.name)?, &weight)?);
        used.push(weight);
    }
    sheet::check_weights(file, &used, warnings);
    let red_line = match root.maybe("reservationValue") {
        Some(node) => RedLine::At(node.number()?),
        None => {
            warnings.push(Warning::NoReservation { file: file.to_owned(), instead: "0 is taken".to_owned() });
            RedLine::At(Decimal::zero())
        }
    };
    Ok(Sheet::new(file, rows, Decimal::zero(), None, red_line, warnings))
}

fn row(issue: &Issue, table: &Node<'_>, weight: &Decimal) -> Result<Vec<Decimal>> {
    let known = sheet::labels(issue);
    for (label, node) in table.entries()? {
        if !known.contains_key(label) {
            return Err(node.wrong(format!("the agenda's issue `{}` has no such value", issue.name)));
        }
    }
    issue.choices.iter().map(|choice| Ok(table.need(&choice.name)?.number()? * weight)).collect()
}
