//! `health`: what is the matter with a dialogue, every fault that was found, and putting away what was looked after.
use std::process::ExitCode;

use client::participant::Report;
use serde_json::json;

use super::Place;

/// What `health` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// You have looked after what is known so far: put it away. Nothing is fetched, so nothing new is put away unseen
    #[arg(long)]
    acknowledge: bool,
}

/// Shows the health, or puts away what it told.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    let acknowledged = match args.acknowledge {
        true => talk.me.acknowledge_faults()?,
        false => {
            talk.look()?;
            0
        }
    };
    let report = talk.me.health()?;
    args.place.say(
        || json!({ "health": report, "acknowledged": acknowledged }),
        || {
            let put_away = match args.acknowledge {
                true => format!("{acknowledged} put away.\n"),
                false => String::new(),
            };
            format!("{put_away}{}", words(&report))
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn words(report: &Report) -> String {
    let mut out = format!(
        "Health: {}.\nNext: {}.\nLog up to block {}: {}\n",
        report.what, report.next, report.sequence, report.log_hash
    );
    for fault in &report.faults {
        let put_away = if fault.acknowledged { " (put away)" } else { "" };
        out.push_str(&format!("Fault: {}{put_away}.\n", fault.what));
    }
    for gap in &report.gaps {
        let put_away = if gap.acknowledged { " (put away)" } else { "" };
        out.push_str(&format!("Never shown here: blocks {} to {}{put_away}.\n", gap.from, gap.to));
    }
    out
}
