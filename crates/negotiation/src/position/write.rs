//! A position as TOML, exactly as it can be read again.
use num_traits::Zero;

use super::additive::Additive;
use super::words::{Stance, Words};
use crate::agenda::{Agenda, Issue, write_parts};
use crate::spelling::{inline, key, number, text, texts};

pub(super) fn words(agenda: &Agenda, words: &Words) -> String {
    let mut out = "kind = \"words\"\n".to_owned();
    if let Some(reference) = words.reference() {
        let value = match &reference.name {
            Some(name) => text(name),
            None => inline(agenda.names(&reference.outcome).map(|(issue, choice)| (issue.to_owned(), text(choice)))),
        };
        out.push_str(&format!("reference = {value}\n"));
    }
    for (issue, stance) in agenda.issues().iter().zip(words.stances()) {
        out.push_str(&write_stance(issue, stance));
    }
    for rule in words.only_ifs() {
        out.push_str("\n[[only_if]]\n");
        out.push_str(&format!("choice = {}\n", write_parts(agenda, &rule.when)));
        out.push_str(&format!("requires = {}\n", write_parts(agenda, &rule.then)));
        if let Some(note) = &rule.note {
            out.push_str(&format!("note = {}\n", text(note)));
        }
    }
    out
}

fn write_stance(issue: &Issue, stance: &Stance) -> String {
    let mut out = format!("\n[issue.{}]\n", key(&issue.name));
    out.push_str(&format!("importance = {}\n", text(stance.importance.text())));
    let words = issue
        .choices
        .iter()
        .zip(&stance.words)
        .filter_map(|(choice, word)| Some((choice.name.clone(), text((*word)?.text()))));
    out.push_str(&format!("words = {}\n", inline(words)));
    if let Some(points) = &stance.own_points {
        let all = issue.choices.iter().zip(points);
        let all = all.map(|(choice, p)| (choice.name.clone(), p.to_string()));
        out.push_str(&format!("points = {}\n", inline(all)));
    }
    out
}

pub(super) fn additive(agenda: &Agenda, additive: &Additive) -> String {
    let mut out = "kind = \"additive\"\n".to_owned();
    out.push_str(&format!("reservation = {}\n", number(additive.reservation())));
    if !additive.bias().is_zero() {
        out.push_str(&format!("bias = {}\n", number(additive.bias())));
    }
    if let Some(clip) = additive.clip() {
        out.push_str(&format!("clip = {}\n", number(clip)));
    }
    let rows = agenda.issues().iter().zip(additive.contributions());
    for (at, (issue, row)) in rows.enumerate() {
        out.push_str(&format!("\n[issue.{}]\n", key(&issue.name)));
        let values = issue.choices.iter().zip(row);
        let values = values.map(|(choice, v)| (choice.name.clone(), number(v)));
        out.push_str(&format!("values = {}\n", inline(values)));
        for part in additive.vetoes().iter().filter(|part| part.issue == at) {
            let names = part.choices.iter().map(|c| agenda.choice_name(at, *c));
            out.push_str(&format!("vetoes = {}\n", texts(names)));
        }
    }
    out
}
