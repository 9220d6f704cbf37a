//! A position as TOML: from text to checked stances. Nothing unsaid is filled in silently.
use num_traits::Zero;

use super::Position;
use super::additive::Additive;
use super::points::POINTS;
use super::words::{Importance, Reference, Stance, Word, Words};
use crate::agenda::{Agenda, Issue, Link, Part, read_parts};
use crate::entry::{self, Table, Value};
use crate::error::{Error, Result};
use crate::number::Decimal;

const EVERYWHERE: [&str; 5] = ["kind", "side", "agenda", "note", "issue"];

pub(super) fn position(agenda: &Agenda, text: &str, origin: &str) -> Result<Position> {
    entry::with_root(text, origin, |root| {
        check_agenda(agenda, &root, origin)?;
        let read = match root.text("kind")?.as_deref() {
            Some("words") => words(agenda, &root).map(Position::Words),
            Some("additive") => additive(agenda, &root).map(Position::Additive),
            Some(other) => {
                return Err(root.refuse(format!("the kind `{other}` is not known; `words` or `additive` was expected")));
            }
            None => Err(root.refuse("the entry `kind` is missing; write kind = \"words\" or kind = \"additive\"")),
        };
        // Checks of the whole position know no line: name the file at least.
        read.map_err(|e| match e {
            Error::Question(problem) => Error::document(origin, "the position", problem),
            other => other,
        })
    })
}

fn check_agenda(agenda: &Agenda, root: &Table<'_>, origin: &str) -> Result<()> {
    match root.text("agenda")? {
        Some(expected) if expected != agenda.digest_text() => {
            Err(Error::OtherAgenda { origin: origin.to_owned(), expected, found: agenda.digest_text() })
        }
        _ => Ok(()),
    }
}

/// The table of one issue; unknown issues are refused by name.
fn issue_tables<'t>(agenda: &Agenda, root: &Table<'t>) -> Result<Vec<Table<'t>>> {
    let all = root.table("issue")?.ok_or_else(|| root.refuse("no issue is addressed; write [issue.NAME] for each"))?;
    for key in all.keys() {
        agenda.issue_index(key).map_err(|e| all.refuse(e.to_string()))?;
    }
    agenda
        .issues()
        .iter()
        .map(|issue| {
            all.table(&issue.name)?.ok_or_else(|| {
                root.refuse(format!(
                    "nothing is said of issue `{}`; add [issue.{}]",
                    issue.name,
                    crate::spelling::key(&issue.name)
                ))
            })
        })
        .collect()
}

fn words(agenda: &Agenda, root: &Table<'_>) -> Result<Words> {
    let mut known = EVERYWHERE.to_vec();
    known.extend(["reference", "only_if"]);
    root.only(&known)?;
    let stances = agenda
        .issues()
        .iter()
        .zip(issue_tables(agenda, root)?)
        .map(|(issue, table)| stance(issue, &table))
        .collect::<Result<Vec<_>>>()?;
    let only_ifs = root.tables("only_if")?.iter().map(|table| only_if(agenda, table)).collect::<Result<Vec<_>>>()?;
    let reference = root.value("reference").map(|value| reference(agenda, &value)).transpose()?;
    Words::new(agenda, stances, only_ifs, reference)
}

fn stance(issue: &Issue, table: &Table<'_>) -> Result<Stance> {
    table.only(&["importance", "words", "all_others", "points", "note"])?;
    let importance = {
        let text = table.need_text("importance")?;
        Importance::parse(&text).ok_or_else(|| {
            table.refuse(format!(
                "the importance `{text}` is not known; decisive, important, minor or none was expected"
            ))
        })?
    };
    let others = table.value("all_others").map(|v| word(&v)).transpose()?;
    let said = table.table("words")?;
    if let Some(said) = &said {
        known_choices(issue, said)?;
    }
    let words = issue
        .choices
        .iter()
        .map(|choice| {
            let own = said.as_ref().and_then(|t| t.value(&choice.name));
            let word = own.map(|v| word(&v)).transpose()?.or(others);
            if word.is_none() && choice.off_the_table.is_none() {
                return Err(table.refuse(format!(
                    "nothing is said of `{}`; give it a word in `words`, or one for `all_others`",
                    choice.name
                )));
            }
            Ok(word)
        })
        .collect::<Result<Vec<_>>>()?;
    let own_points = table.table("points")?.map(|points| own_points(issue, &words, &points)).transpose()?;
    Ok(Stance { importance, words, own_points })
}

fn word(value: &Value<'_>) -> Result<Word> {
    let text = value.text()?;
    Word::parse(&text).ok_or_else(|| {
        value.refuse(format!(
            "the word `{text}` is not known; prefer, welcome, could live with or could not was expected"
        ))
    })
}

fn known_choices(issue: &Issue, table: &Table<'_>) -> Result<()> {
    for key in table.keys() {
        if !issue.choices.iter().any(|c| c.name == key) {
            let known = issue.choices.iter().map(|c| c.name.as_str());
            return Err(table.refuse(Error::unknown("choice", key, known).to_string()));
        }
    }
    Ok(())
}

fn own_points(issue: &Issue, words: &[Option<Word>], table: &Table<'_>) -> Result<Vec<u32>> {
    known_choices(issue, table)?;
    issue
        .choices
        .iter()
        .zip(words)
        .map(|(choice, word)| match table.value(&choice.name) {
            Some(value) => value.count(POINTS),
            None if word.is_none_or(|w| w == Word::CouldNot) || choice.off_the_table.is_some() => Ok(0),
            None => Err(table.refuse(format!(
                "`points` says nothing of `{}`; where you set points, set them for every choice you could accept",
                choice.name
            ))),
        })
        .collect()
}

fn only_if(agenda: &Agenda, table: &Table<'_>) -> Result<Link> {
    table.only(&["choice", "requires", "note"])?;
    let part_of = |key: &str| {
        table
            .table(key)?
            .ok_or_else(|| table.refuse(format!("the entry `{key}` is missing")))
            .and_then(|t| read_parts(&t, agenda.issues()))
    };
    let (when, then) = (part_of("choice")?, part_of("requires")?);
    if when.is_empty() || then.is_empty() {
        return Err(table.refuse("an only_if needs a choice and what it requires"));
    }
    Ok(Link { when, then, note: table.text("note")? })
}

fn reference(agenda: &Agenda, value: &Value<'_>) -> Result<Reference> {
    if let Ok(name) = value.text() {
        let outcome = agenda.package(&name).map_err(|e| value.refuse(e.to_string()))?;
        return Ok(Reference { name: Some(name), outcome });
    }
    let table = value.table()?;
    let mut choices = std::collections::BTreeMap::new();
    for key in table.keys() {
        choices.insert(key.to_owned(), table.need_text(key)?);
    }
    let outcome = agenda.outcome(&choices).map_err(|e| value.refuse(e.to_string()))?;
    Ok(Reference { name: None, outcome })
}

fn additive(agenda: &Agenda, root: &Table<'_>) -> Result<Additive> {
    let mut known = EVERYWHERE.to_vec();
    known.extend(["reservation", "bias", "clip"]);
    root.only(&known)?;
    let reservation =
        root.number("reservation")?.ok_or_else(|| root.refuse("the entry `reservation` (the red line) is missing"))?;
    let mut contributions = Vec::new();
    let mut vetoes = Vec::new();
    let tables = issue_tables(agenda, root)?;
    for ((at, issue), table) in agenda.issues().iter().enumerate().zip(tables) {
        table.only(&["values", "vetoes", "note"])?;
        contributions.push(values(issue, &table)?);
        let mut choices = table
            .texts("vetoes")?
            .iter()
            .map(|name| agenda.choice_index(at, name).map_err(|e| table.refuse(e.to_string())))
            .collect::<Result<Vec<_>>>()?;
        choices.sort_unstable();
        choices.dedup();
        if !choices.is_empty() {
            vetoes.push(Part { issue: at, choices });
        }
    }
    let bias = root.number("bias")?.unwrap_or_else(Decimal::zero);
    let clip = root.number("clip")?;
    Ok(Additive::new(contributions, bias, clip, reservation)?.with_vetoes(vetoes))
}

fn values(issue: &Issue, table: &Table<'_>) -> Result<Vec<Decimal>> {
    let values = table
        .table("values")?
        .ok_or_else(|| table.refuse("the entry `values` (a number for each choice) is missing"))?;
    known_choices(issue, &values)?;
    issue
        .choices
        .iter()
        .map(|choice| match values.number(&choice.name)? {
            Some(number) => Ok(number),
            None if choice.off_the_table.is_some() => Ok(Decimal::zero()),
            None => Err(values.refuse(format!("`{}` has no value", choice.name))),
        })
        .collect()
}
