//! The agenda as TOML: from text to checked parts.
use std::collections::BTreeMap;

use super::{Agenda, Choice, Issue, Link, Package, Part, SCALE_OF_WORDS};
use crate::entry::{self, Table};
use crate::error::{Error, Result};
use crate::number;

pub(super) fn agenda(text: &str, origin: &str) -> Result<Agenda> {
    entry::with_root(text, origin, |root| {
        root.only(&["name", "note", "scale", "issue", "link", "package"])?;
        let name = root.need_text("name")?;
        let scale = root.number("scale")?.unwrap_or_else(|| number::whole(SCALE_OF_WORDS));
        let issues = root.tables("issue")?.iter().map(issue).collect::<Result<Vec<_>>>()?;
        // Before links speak of them by name.
        super::check::issues(&name, &issues).map_err(|e| at_origin(e, origin))?;
        let links = root.tables("link")?.iter().map(|table| link(table, &issues)).collect::<Result<Vec<_>>>()?;
        let packages = root.tables("package")?.iter().map(package).collect::<Result<Vec<_>>>()?;
        let note = root.text("note")?;
        Agenda::new(name, issues, links, packages, scale)
            .map(|agenda| agenda.with_note(note))
            .map_err(|e| at_origin(e, origin))
    })
}

/// The checks of `Agenda::new` know the agenda's name only; a reader wants the file.
fn at_origin(error: Error, origin: &str) -> Error {
    match error {
        Error::Document { place, problem, .. } => Error::document(origin, place, problem),
        other => other,
    }
}

fn issue(table: &Table<'_>) -> Result<Issue> {
    table.only(&["name", "title", "choices", "range", "ordered", "default", "affected", "flag", "note"])?;
    let name = table.need_text("name")?;
    let made = match (table.value("choices"), table.table("range")?) {
        (Some(list), None) => {
            let choices = list
                .items()?
                .iter()
                .map(|value| match value.text() {
                    Ok(name) => Ok(Choice::plain(name)),
                    Err(_) => choice(&value.table()?),
                })
                .collect::<Result<Vec<_>>>()?;
            Issue { ordered: table.truth("ordered")?.unwrap_or(false), ..Issue::plain(name, choices) }
        }
        (None, Some(bounds)) => range(name, &bounds)?,
        _ => {
            return Err(
                table.refuse(format!("issue `{name}` needs either `choices` (a list) or `range` (from, to, step)"))
            );
        }
    };
    let default = match table.text("default")? {
        None => first_on_the_table(&made),
        Some(wanted) => named_choice(table, &made, &wanted)?,
    };
    Ok(Issue {
        title: table.text("title")?,
        default,
        affected: table.texts("affected")?,
        flag: table.text("flag")?,
        note: table.text("note")?,
        ..made
    })
}

fn first_on_the_table(issue: &Issue) -> u32 {
    issue.on_the_table().first().copied().unwrap_or(0)
}

fn named_choice(table: &Table<'_>, issue: &Issue, wanted: &str) -> Result<u32> {
    issue.choices.iter().position(|c| c.name == wanted).and_then(|i| u32::try_from(i).ok()).ok_or_else(|| {
        let known: Vec<&str> = issue.choices.iter().map(|c| c.name.as_str()).take(40).collect();
        table.refuse(format!("issue `{}` has no choice `{wanted}`; known: {}", issue.name, known.join(", ")))
    })
}

fn choice(table: &Table<'_>) -> Result<Choice> {
    table.only(&["name", "title", "off_the_table", "note"])?;
    Ok(Choice {
        name: table.need_text("name")?,
        title: table.text("title")?,
        off_the_table: table.text("off_the_table")?,
        note: table.text("note")?,
    })
}

fn range(name: String, table: &Table<'_>) -> Result<Issue> {
    table.only(&["from", "to", "step"])?;
    let need = |key: &str| table.number(key)?.ok_or_else(|| table.refuse(format!("the entry `{key}` is missing")));
    let step = table.number("step")?.unwrap_or_else(|| number::whole(1));
    Issue::range(name, &need("from")?, &need("to")?, &step).map_err(|why| table.refuse(why))
}

fn link(table: &Table<'_>, issues: &[Issue]) -> Result<Link> {
    table.only(&["if", "then", "note"])?;
    let parts_of = |key: &str| {
        table
            .table(key)?
            .ok_or_else(|| table.refuse(format!("the entry `{key}` is missing")))
            .and_then(|t| parts(&t, issues))
    };
    Ok(Link { when: parts_of("if")?, then: parts_of("then")?, note: table.text("note")? })
}

/// `{ T = "T2", S = ["S1", "S2"] }`, in agenda order.
pub(crate) fn parts(table: &Table<'_>, issues: &[Issue]) -> Result<Vec<Part>> {
    for key in table.keys() {
        if !issues.iter().any(|i| i.name == key) {
            let known: Vec<&str> = issues.iter().map(|i| i.name.as_str()).take(40).collect();
            return Err(table.refuse(format!("there is no issue `{key}`; known: {}", known.join(", "))));
        }
    }
    let mut all = Vec::new();
    for (at, issue) in issues.iter().enumerate() {
        let Some(value) = table.value(&issue.name) else {
            continue;
        };
        let mut choices =
            value.texts()?.iter().map(|name| named_choice(table, issue, name)).collect::<Result<Vec<_>>>()?;
        choices.sort_unstable();
        choices.dedup();
        if choices.is_empty() {
            return Err(value.refuse("an empty list can never hold; name at least one choice"));
        }
        all.push(Part { issue: at, choices });
    }
    Ok(all)
}

fn package(table: &Table<'_>) -> Result<Package> {
    table.only(&["name", "choices", "note"])?;
    let mut choices = BTreeMap::new();
    if let Some(entries) = table.table("choices")? {
        for key in entries.keys() {
            choices.insert(key.to_owned(), entries.need_text(key)?);
        }
    }
    Ok(Package { name: table.need_text("name")?, choices, note: table.text("note")? })
}
