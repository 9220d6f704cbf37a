//! `impasse add|list|show|resolve`.
use std::process::ExitCode;

use ::dialogue::record::Act;
use ::dialogue::record::affairs::{self, Impasse, Level};
use serde_json::{Value, json};

use super::{Named, enter_one, facts, open, spelt, word};
use crate::output::columns;
use crate::talk::Place;

/// What can be done with impasses.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Name an impasse: what blocks, who could resolve it, the next step
    Add(Add),
    /// All impasses
    List(List),
    /// One impasse
    Show(Named),
    /// Say how one was resolved
    Resolve(Resolve),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Add(args) => add(args),
        Command::List(args) => list(args),
        Command::Show(args) => show(args),
        Command::Resolve(args) => enter_one(&args.place, &args.name, "The impasse is resolved.", |_, _| {
            Ok(Act::Affairs(affairs::Act::Resolved { name: args.name.clone(), how: args.how.clone() }))
        }),
    }
}

/// What `impasse add` is asked.
#[derive(clap::Args)]
pub(crate) struct Add {
    #[command(flatten)]
    place: Place,
    /// Its name
    name: String,
    /// What blocks
    #[arg(long, value_name = "TEXT")]
    blocker: String,
    /// delegate or principal: who could resolve it
    #[arg(long, value_parser = word::<Level>)]
    level: Level,
    /// The next step
    #[arg(long, value_name = "TEXT")]
    next: String,
    /// The issue
    #[arg(long, value_name = "ISSUE")]
    issue: Option<String>,
    /// Where it is reported
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

fn add(args: &Add) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.name, "The impasse is on the record.", |_, _| {
        let impasse = Impasse {
            issue: args.issue.clone(),
            blocker: args.blocker.clone(),
            level: args.level,
            next: args.next.clone(),
            source: args.source.clone(),
        };
        Ok(Act::Affairs(affairs::Act::Impasse { name: args.name.clone(), impasse }))
    })
}

/// What `impasse list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let all = &state.record.affairs.impasses;
    args.place.say(
        || {
            let one = |(name, impasse): (&String, &(Impasse, Option<String>))| as_json(name, impasse);
            json!({ "impasses": all.iter().map(one).collect::<Vec<_>>() })
        },
        || {
            let row = |(name, (impasse, resolved)): (&String, &(Impasse, Option<String>))| {
                let state = resolved
                    .as_ref()
                    .map_or_else(|| format!("next: {}", impasse.next), |how| format!("resolved: {how}"));
                let from = impasse.source.as_ref().map_or_else(String::new, |source| format!(" [{source}]"));
                vec![name.clone(), spelt(&impasse.level), format!("{}{from}", impasse.blocker), state]
            };
            if all.is_empty() {
                "No impasse is on the record.\n".to_owned()
            } else {
                columns(&all.iter().map(row).collect::<Vec<_>>(), 4)
            }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn as_json(name: &str, (impasse, resolved): &(Impasse, Option<String>)) -> Value {
    json!({
        "name": name, "issue": impasse.issue, "blocker": impasse.blocker, "level": spelt(&impasse.level),
        "next": impasse.next, "source": impasse.source, "resolved": resolved,
    })
}

fn show(args: &Named) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let all = &state.record.affairs.impasses;
    let known = all.keys().map(String::as_str);
    let found = all.get(&args.name).ok_or_else(|| ::dialogue::Refusal::unknown("impasse", &args.name, known))?;
    args.place.say(
        || as_json(&args.name, found),
        || {
            let (impasse, resolved) = found;
            let rows = [
                ("blocks", Some(impasse.blocker.clone())),
                ("issue", impasse.issue.clone()),
                ("could be resolved by", Some(spelt(&impasse.level))),
                ("next step", Some(impasse.next.clone())),
                ("source", impasse.source.clone()),
                ("resolved", resolved.clone()),
            ];
            facts(&args.name, rows)
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `impasse resolve` is asked.
#[derive(clap::Args)]
pub(crate) struct Resolve {
    #[command(flatten)]
    place: Place,
    /// Its name
    name: String,
    /// How
    how: String,
}
