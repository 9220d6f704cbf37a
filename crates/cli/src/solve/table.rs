//! The answer as text: counts, one line per concept, the frontier if asked for.
use negotiation::Outcome;
use negotiation::solve::Selected;

use super::Answer;
use crate::output::{columns, short};

/// Longest list of frontier points; the JSON has them all.
const MOST_LISTED: usize = 200;
/// Longest line with an outcome at its end.
const LONG: usize = 110;

pub(super) fn answer(answer: &Answer<'_>, pareto: bool) -> String {
    let mut out = heading(answer);
    if answer.solution.acceptable == 0 {
        out.push_str("\nNo common package found.\n");
        return out;
    }
    out.push('\n');
    out.push_str(&concepts(answer));
    out.push_str("\nTies count outcomes within 1e-9 of the optimum; the first in agenda order is shown.\n");
    if !answer.is_unanimous() {
        out.push_str(
            "Under a quorum Nash and Kalai–Smorodinsky are not defined: some sides may be below their red line.\n",
        );
    }
    if pareto {
        out.push('\n');
        out.push_str(&frontier(answer));
    }
    out
}

fn heading(answer: &Answer<'_>) -> String {
    let solution = answer.solution;
    let scenario = answer.scenario;
    let names: Vec<&str> = scenario.sides.iter().map(|s| s.name.as_str()).collect();
    let mut out = format!("{}\n", scenario.name);
    if let Some(note) = scenario.agenda.note().filter(|n| *n != scenario.name) {
        out.push_str(&format!("{note}\n"));
    }
    let what = if answer.packages { "packages asked about" } else { "outcomes" };
    let who = match (answer.options.quorum, answer.options.vetoes.as_slice()) {
        (Some(k), []) if k < names.len() => format!("at least {k} of {} sides", names.len()),
        (Some(k), vetoes) if k < names.len() => {
            format!("at least {k} of {} sides, {} among them", names.len(), vetoes.join(" and "))
        }
        _ if names.len() == 1 => "this side".to_owned(),
        _ => "all sides".to_owned(),
    };
    out.push('\n');
    out.push_str(&columns(
        &[
            vec!["sides".to_owned(), names.join(", ")],
            vec!["issues".to_owned(), scenario.agenda.issues().len().to_string()],
            vec![what.to_owned(), solution.outcomes.to_string()],
            vec![format!("acceptable to {who}"), solution.acceptable.to_string()],
            vec!["on the Pareto frontier".to_owned(), solution.frontier.len().to_string()],
        ],
        2,
    ));
    out
}

fn concepts(answer: &Answer<'_>) -> String {
    let mut head = vec!["rule".to_owned()];
    head.extend(answer.scenario.sides.iter().map(|s| s.name.clone()));
    head.push("ties".to_owned());
    head.push(" outcome".to_owned());
    let mut rows = vec![head];
    for (title, _, chosen) in answer.concepts() {
        if let Some(chosen) = chosen {
            rows.push(row(answer, title, chosen));
        }
    }
    flush_last(rows)
}

fn row(answer: &Answer<'_>, title: &str, chosen: &Selected) -> Vec<String> {
    let mut row = vec![title.to_owned()];
    row.extend(chosen.utilities.iter().map(|u| short(*u)));
    row.push(chosen.ties.to_string());
    row.push(format!(" {}", spell(answer, &chosen.outcome)));
    row
}

fn frontier(answer: &Answer<'_>) -> String {
    let points = &answer.solution.frontier;
    let mut head = vec!["frontier".to_owned()];
    head.extend(answer.scenario.sides.iter().map(|s| s.name.clone()));
    head.push("ties".to_owned());
    head.push(" outcome".to_owned());
    let mut rows = vec![head];
    for (number, point) in (1..).zip(points.iter().take(MOST_LISTED)) {
        let mut row = vec![number.to_string()];
        row.extend(point.utilities.iter().map(|u| short(*u)));
        row.push(point.ties.to_string());
        row.push(format!(" {}", spell(answer, &point.outcome)));
        rows.push(row);
    }
    let mut out = flush_last(rows);
    if points.len() > MOST_LISTED {
        out.push_str(&format!("… and {} more; --json lists them all.\n", points.len() - MOST_LISTED));
    }
    out
}

/// Numbers flush right, then the outcome: at the end of its line, or below where lines would be long.
fn flush_last(rows: Vec<Vec<String>>) -> String {
    let (mut body, mut last) = (Vec::new(), Vec::new());
    for mut row in rows {
        last.push(row.pop().unwrap_or_default());
        body.push(row);
    }
    let table = columns(&body, 1);
    let longest = last.iter().map(|o| o.chars().count()).max().unwrap_or(0);
    let width = table.lines().map(|l| l.chars().count()).max().unwrap_or(0);
    if width + longest <= LONG {
        let lines = table.lines().zip(last);
        return lines.map(|(line, outcome)| format!("{line} {outcome}\n")).collect();
    }
    let titles = body.iter().map(|row| row.first().map_or("", String::as_str));
    let outcomes = titles.zip(&last).skip(1);
    let list: String = outcomes.map(|(title, o)| format!("{title}: {}\n", o.trim())).collect();
    format!("{table}\n{list}")
}

/// A package's name where packages were asked about, else choice by choice.
fn spell(answer: &Answer<'_>, outcome: &Outcome) -> String {
    let agenda = answer.agenda();
    let choices: Vec<String> = agenda
        .names(outcome)
        .map(|(issue, choice)| {
            // Codes such as T0 name their issue already.
            if choice.starts_with(issue) { choice.to_owned() } else { format!("{issue}={choice}") }
        })
        .collect();
    let compact = choices.iter().all(|c| !c.contains([' ', '=']));
    let list = choices.join(if compact { " " } else { ", " });
    match agenda.package_name(outcome).filter(|_| answer.packages) {
        Some(name) => format!("{name}: {list}"),
        None => list,
    }
}
