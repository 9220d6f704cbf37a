//! `backchannel check`: what an owner should know of a position before sealing it.
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use negotiation::check::{Review, review, small_count, spell_count};
use negotiation::formats::{self, Format, Warning};
use negotiation::position::Words;
use negotiation::{Agenda, Position};
use num_bigint::BigUint;
use serde_json::{Map, Value, json};

use crate::output::{self, columns};

/// What `check` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The agenda: its file, or the scenario folder it lies in
    agenda: PathBuf,
    /// The position: one side's file
    position: PathBuf,
    /// Answer with one JSON object
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut warnings = Vec::new();
    let (agenda, format) = read_agenda(&args.agenda, &mut warnings)?;
    let position = formats::read_position_noting(&agenda, format, &args.position, &mut warnings)?;
    for warning in &warnings {
        output::complain(&format!("warning: {warning}"));
    }
    tell(&agenda, &position, &warnings, args.json)?;
    Ok(ExitCode::SUCCESS)
}

/// Says what a review of the position finds.
pub(crate) fn tell(agenda: &Agenda, position: &Position, warnings: &[Warning], json: bool) -> anyhow::Result<()> {
    let review = review(agenda, position);
    if json {
        output::say_json(&as_json(agenda, position, &review, warnings))
    } else {
        output::say(&as_text(agenda, position, &review))
    }
}

/// The agenda of a folder, or an agenda's own file, and the format that positions are then written in.
fn read_agenda(path: &Path, warnings: &mut Vec<Warning>) -> negotiation::Result<(Agenda, Format)> {
    if path.is_dir() {
        let survey = formats::survey(path)?;
        warnings.extend_from_slice(&survey.warnings);
        return Ok((formats::read_agenda_noting(&survey, warnings)?, survey.format));
    }
    let text = negotiation::document::read(path)?;
    Ok((Agenda::from_toml(&text, &path.display().to_string())?, Format::Own))
}

fn as_text(agenda: &Agenda, position: &Position, review: &Review) -> String {
    let mut out = format!("{}\n", agenda.name());
    let outcomes = spell_count(review.outcomes.as_ref(), agenda);
    let acceptable = spell_count(review.acceptable.as_ref(), agenda);
    out.push_str(&format!("Packages on the agenda: {outcomes}\n"));
    out.push_str(&format!("Acceptable to you: {acceptable}\n"));
    if let Position::Words(words) = position {
        out.push('\n');
        out.push_str(&points(agenda, words));
    }
    for finding in &review.findings {
        out.push_str(&format!("\n! {}\n", finding.text));
        if !finding.reasons.is_empty() {
            out.push_str("  Together these leave nothing; without any one of them something is left:\n");
        }
        for reason in &finding.reasons {
            out.push_str(&format!("  - {reason}\n"));
        }
    }
    if !review.changes.is_empty() {
        out.push_str("\nOne word changed by one step would change the number of acceptable packages:\n");
        out.push_str(&changes(agenda, review));
    }
    out
}

/// The owner's words with the points they give.
fn points(agenda: &Agenda, words: &Words) -> String {
    let mut rows = vec![["issue", "share", "option", "points", " word"].map(str::to_owned).to_vec()];
    let shares = &words.points().shares;
    for (((at, issue), stance), share) in agenda.issues().iter().enumerate().zip(words.stances()).zip(shares) {
        for (line, choice) in issue.on_the_table().into_iter().enumerate() {
            let index = usize::try_from(choice).unwrap_or(usize::MAX);
            let given = words.points().by_choice.get(at).and_then(|row| row.get(index));
            let word = stance.word(choice);
            let refused = word == Some(negotiation::position::Word::CouldNot);
            rows.push(vec![
                if line == 0 { issue.name.clone() } else { String::new() },
                if line == 0 { share.to_string() } else { String::new() },
                agenda.choice_name(at, choice).to_owned(),
                if refused { "–".to_owned() } else { given.map_or(String::new(), u32::to_string) },
                format!(" {}", word.map_or("", |w| w.text())),
            ]);
        }
    }
    columns(&rows, 1)
}

fn changes(agenda: &Agenda, review: &Review) -> String {
    let rows: Vec<Vec<String>> = review
        .changes
        .iter()
        .map(|change| {
            vec![
                format!("  {}", agenda.choice_name(change.issue, change.choice)),
                format!("{} → {}", change.from.text(), change.to.text()),
                change.acceptable.to_string(),
            ]
        })
        .collect();
    columns(&rows, 2)
}

fn as_json(agenda: &Agenda, position: &Position, review: &Review, warnings: &[Warning]) -> Value {
    let kind = match position {
        Position::Words(_) => "words",
        Position::Additive(_) => "additive",
        Position::Listed(_) => "list",
    };
    let findings: Vec<Value> =
        review.findings.iter().map(|f| json!({"kind": f.kind.text(), "text": f.text, "reasons": f.reasons})).collect();
    let issue = |at: usize| agenda.issues().get(at).map_or("?", |i| i.name.as_str());
    let changes: Vec<Value> = review
        .changes
        .iter()
        .map(|c| {
            json!({
                "issue": issue(c.issue),
                "option": agenda.choice_name(c.issue, c.choice),
                "from": c.from.text(),
                "to": c.to.text(),
                "acceptable": count(Some(&c.acceptable)),
            })
        })
        .collect();
    json!({
        "agenda": agenda.name(),
        "digest": agenda.digest_text(),
        "kind": kind,
        "outcomes": count(review.outcomes.as_ref()),
        "acceptable": count(review.acceptable.as_ref()),
        "points": match position {
            Position::Words(words) => json_points(agenda, words),
            _ => Value::Null,
        },
        "findings": findings,
        "changes": changes,
        "warnings": warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn json_points(agenda: &Agenda, words: &Words) -> Value {
    let points = words.points();
    let mut all = Map::new();
    let rows = agenda.issues().iter().zip(&points.shares).zip(&points.by_choice);
    for ((issue, share), row) in rows {
        let options = issue.choices.iter().zip(row).filter(|(c, _)| c.off_the_table.is_none());
        let options: Map<String, Value> = options.map(|(c, p)| (c.name.clone(), Value::from(*p))).collect();
        all.insert(issue.name.clone(), json!({"share": share, "options": options}));
    }
    Value::Object(all)
}

/// A number up to 2^53, above as a string; null where nothing was counted.
pub(crate) fn count(n: Option<&BigUint>) -> Value {
    match n {
        None => Value::Null,
        Some(n) => small_count(n).map_or_else(|| Value::from(n.to_string()), Value::from),
    }
}
