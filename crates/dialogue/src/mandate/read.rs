//! Reading a mandate: line by line, in one order, with one form for each value.
use std::collections::BTreeSet;

use super::document::{Counsel, Draft, FIRST, LAST, MOST_CONDITIONS, MOST_SUBJECTS, Mandate};
use super::envoy::{Envoy, lower_hex};
use super::error::Error;
use super::moment;
use super::scope::Act;
use super::text::{Lines, MOST_VALUE_BYTES, quoted};

pub(super) const MOMENT: &str = "a moment as 2026-05-01T00:00:00Z";
pub(super) const DIGITS_64: &str = "64 hexadecimal digits in lower case";

pub(super) fn mandate(document: &[u8]) -> Result<Mandate, Error> {
    let mut lines = Lines::of("mandate", FIRST, document)?;
    let principal = lines.value("principal: ", MOST_VALUE_BYTES)?.to_owned();
    let envoy = Envoy(lines.read("envoy: ", DIGITS_64, lower_hex)?);
    let dialogue = lines.read("dialogue: ", "32 hexadecimal digits in lower case", lower_hex)?;
    let acts = acts(&mut lines)?;
    let subjects = subjects(&mut lines)?;
    let from = lines.read("from: ", MOMENT, moment::read)?;
    let until = lines.read("until: ", MOMENT, moment::read)?;
    if until <= from {
        return Err(lines.wrong("a moment after the one in `from`", quoted(&moment::shown(until))));
    }
    let conditions = conditions(&mut lines)?;
    let counsel = counsel(&mut lines)?;
    lines.exactly(LAST)?;
    lines.end()?;
    let draft = Draft { principal, envoy, dialogue, acts, subjects, from, until, conditions, counsel };
    let mandate = draft.complete()?;
    // Every rule above has one written form, so this holds; if a rule ever had two, nothing would be let through.
    if mandate.to_text().as_bytes() != document {
        return Err(Error::Unreadable { what: "mandate", why: "it is not in its one written form".to_owned() });
    }
    Ok(mandate)
}

fn acts(lines: &mut Lines<'_>) -> Result<BTreeSet<Act>, Error> {
    let form = "`explore`, `convey` or `speak-for`, each with its meaning word for word";
    let mut acts = BTreeSet::new();
    while acts.is_empty() || lines.is_next("scope: ") {
        let act = lines.read("scope: ", form, Act::read)?;
        if acts.last().is_some_and(|last| act <= *last) {
            return Err(lines.wrong("the order explore, convey, speak-for, each once", quoted(act.name())));
        }
        acts.insert(act);
    }
    Ok(acts)
}

fn subjects(lines: &mut Lines<'_>) -> Result<BTreeSet<String>, Error> {
    let mut subjects = BTreeSet::<String>::new();
    if !lines.is_next("subject: ") {
        lines.exactly("subjects: all")?;
    }
    while lines.is_next("subject: ") {
        let subject = lines.value("subject: ", crate::event::MOST_NAME_BYTES)?;
        if subjects.last().is_some_and(|last| subject <= last.as_str()) {
            return Err(lines.wrong("subjects in the order of their bytes, each once", quoted(subject)));
        }
        subjects.insert(subject.to_owned());
        if subjects.len() > MOST_SUBJECTS {
            return Err(lines.wrong(format!("at most {MOST_SUBJECTS} subjects"), "one more"));
        }
    }
    Ok(subjects)
}

fn conditions(lines: &mut Lines<'_>) -> Result<Vec<String>, Error> {
    let mut conditions = Vec::new();
    if !lines.is_next("condition: ") {
        lines.exactly("conditions: none")?;
    }
    while lines.is_next("condition: ") {
        conditions.push(lines.value("condition: ", MOST_VALUE_BYTES)?.to_owned());
        if conditions.len() > MOST_CONDITIONS {
            return Err(lines.wrong(format!("at most {MOST_CONDITIONS} conditions"), "one more"));
        }
    }
    Ok(conditions)
}

fn counsel(lines: &mut Lines<'_>) -> Result<Option<Counsel>, Error> {
    if !lines.is_next("counsel-name: ") {
        lines.exactly("counsel: none")?;
        return Ok(None);
    }
    let name = lines.value("counsel-name: ", MOST_VALUE_BYTES)?.to_owned();
    let day = lines.read("counsel-day: ", "a day as 2026-05-01", |day| moment::is_day(day).then(|| day.to_owned()))?;
    let reference = match lines.is_next("counsel-reference: ") {
        true => Some(lines.value("counsel-reference: ", MOST_VALUE_BYTES)?.to_owned()),
        false => None,
    };
    Ok(Some(Counsel { name, day, reference }))
}
