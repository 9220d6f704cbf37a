//! `channel add|list`: other channels, and where they may get in the way.
use std::process::ExitCode;

use ::dialogue::record::channel::{Channel, Collision};
use ::dialogue::record::{Act, Day};
use serde_json::json;

use super::{enter_one, open};
use crate::talk::Place;

/// What can be done with channels.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Enter another channel
    Add(Add),
    /// All channels, with those that may collide
    List(List),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Add(args) => enter_one(&args.place, &args.name, "The channel is on the record.", |_, _| {
            let facts = Channel {
                what: args.what.clone(),
                between: args.between.iter().cloned().collect(),
                issues: args.issue.iter().cloned().collect(),
                since: args.since,
                until: args.until,
                source: args.source.clone(),
            };
            Ok(Act::Channel { channel: args.name.clone(), facts })
        }),
        Command::List(args) => list(args),
    }
}

/// What `channel add` is asked.
#[derive(clap::Args)]
pub(crate) struct Add {
    #[command(flatten)]
    place: Place,
    /// Its name
    name: String,
    /// What it is
    what: String,
    /// Between whom: governments or sides
    #[arg(long, value_name = "A,B", value_delimiter = ',', required = true)]
    between: Vec<String>,
    /// An issue it is about; may be repeated
    #[arg(long, value_name = "ISSUE")]
    issue: Vec<String>,
    /// From when on
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    since: Option<Day>,
    /// Until when
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    until: Option<Day>,
    /// Where it is reported
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

/// What `channel list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let (parties, issues) = (state.record.parties(state.sides()), state.issues());
    let all: Vec<(&String, &Channel)> =
        state.record.own.channels.iter().chain(&state.record.reported.channels).collect();
    let collisions: Vec<Collision> =
        all.iter().filter_map(|(name, one)| one.collides(name, &parties, &issues)).collect();
    args.place.say(
        || {
            let one = |(name, one): &(&String, &Channel)| {
                json!({ "name": name, "what": one.what, "between": one.between, "issues": one.issues,
                        "since": one.since, "until": one.until, "source": one.source })
            };
            json!({ "channels": all.iter().map(one).collect::<Vec<_>>(), "collisions": collisions })
        },
        || {
            let line = |(name, one): &(&String, &Channel)| {
                let from = one.source.as_ref().map_or_else(String::new, |source| format!(" [{source}]"));
                format!("{name}: {}{from}\n", one.what)
            };
            let mut out: String = all.iter().map(line).collect();
            out.extend(collisions.iter().map(|one| format!("! {}: {}\n", one.channel, one.why)));
            if out.is_empty() { "No other channel is on the record.\n".to_owned() } else { out }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
