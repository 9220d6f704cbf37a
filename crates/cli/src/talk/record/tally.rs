//! `tally asked|answered|list`: who asked and who answered, in counts alone.
use std::process::ExitCode;

use ::dialogue::record::Act;
use ::dialogue::record::affairs;
use serde_json::json;

use super::{enter_one, open};
use crate::output::columns;
use crate::talk::Place;

/// What can be counted.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Your side asked another for something
    Asked(Other),
    /// Your side answered another
    Answered(Other),
    /// The counts
    List(List),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Asked(args) => enter_one(&args.place, &args.side, "Counted.", |_, _| {
            Ok(Act::Affairs(affairs::Act::Asked { of: args.side.clone() }))
        }),
        Command::Answered(args) => enter_one(&args.place, &args.side, "Counted.", |_, _| {
            Ok(Act::Affairs(affairs::Act::Answered { to: args.side.clone() }))
        }),
        Command::List(args) => list(args),
    }
}

/// The other side.
#[derive(clap::Args)]
pub(crate) struct Other {
    #[command(flatten)]
    place: Place,
    /// The other side
    side: String,
}

/// What `tally list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let all = &state.record.affairs.tally;
    args.place.say(
        || {
            let one = |(from, to): (&String, &std::collections::BTreeMap<String, affairs::Tally>)| {
                let each = |(to, tally): (&String, &affairs::Tally)| {
                    json!({ "from": from, "to": to, "asked": tally.asked, "answered": tally.answered })
                };
                to.iter().map(each).collect::<Vec<_>>()
            };
            json!({ "tally": all.iter().flat_map(one).collect::<Vec<_>>() })
        },
        || {
            let mut rows = Vec::new();
            for (from, others) in all {
                for (to, tally) in others {
                    let line = format!("asked {} time(s), answered {}", tally.asked, tally.answered);
                    rows.push(vec![format!("{from} → {to}"), line]);
                }
            }
            if rows.is_empty() { "Nothing was counted yet.\n".to_owned() } else { columns(&rows, 2) }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
