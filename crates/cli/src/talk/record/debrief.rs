//! `debrief make|list|show`: what one audience may read about one meeting, checked and printed.
use std::process::ExitCode;

use ::dialogue::record::debrief::{self, Debrief};
use ::dialogue::record::line::Audience;
use serde_json::json;

use super::{open, spelt, word};
use crate::output::columns;
use crate::talk::{Place, Talk, names};

/// What can be done with debriefs.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// What an audience would read, and what is left out
    Show(Show),
    /// What was exported to whom
    List(List),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Show(args) => show(args),
        Command::List(args) => list(args),
    }
}

/// Which meeting, for whom.
#[derive(clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    place: Place,
    /// The meeting
    meeting: String,
    /// capital, institute or public
    #[arg(long = "for", value_parser = word::<Audience>)]
    audience: Audience,
}

/// Works a debrief out.
pub(super) fn compose(talk: &mut Talk, meeting: &str, audience: Audience) -> anyhow::Result<Debrief> {
    let state = talk.me.state()?;
    let has_caucus = state.side_of(talk.me.overview()?.me).is_ok();
    let caucus = if has_caucus { Some(talk.me.caucus_readouts()?) } else { None };
    Ok(debrief::compose(&state.record, state.charter.attribution, meeting, audience, caucus.as_ref())?)
}

fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let (mut talk, _) = open(&args.place)?;
    let found = compose(&mut talk, &args.meeting, args.audience)?;
    args.place.say(
        || json!(found),
        || {
            let mut out = String::new();
            for line in &found.lines {
                let by = line.by.as_ref().map_or_else(String::new, |by| format!("{by}: "));
                out.push_str(&format!("- {by}{}\n", line.text));
            }
            for within in &found.within {
                let side = within.side.as_deref().unwrap_or("one delegation");
                out.push_str(&format!("- Within {side} views differ: {}\n", within.views.join("; ")));
            }
            for (name, why) in &found.left_out {
                out.push_str(&format!("  left out: {name} ({})\n", spelt(why)));
            }
            if out.is_empty() { "Nothing yet: `readout add`.\n".to_owned() } else { out }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `debrief list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let mut all = state.record.readouts.exports.clone();
    if state.side_of(talk.me.overview()?.me).is_ok() {
        all.extend(talk.me.caucus_readouts()?.exports);
    }
    args.place.say(
        || {
            let one = |one: &::dialogue::record::line::Exported| {
                json!({ "meeting": one.export.meeting, "for": one.export.audience, "to": one.export.to,
                        "form": one.export.form, "digest": one.export.digest, "lines": one.export.lines,
                        "by": names::name(&state, &one.by), "at": one.at })
            };
            json!({ "exports": all.iter().map(one).collect::<Vec<_>>() })
        },
        || {
            let row = |one: &::dialogue::record::line::Exported| {
                vec![
                    crate::talk::rooms::time(one.at),
                    one.export.meeting.clone(),
                    spelt(&one.export.audience),
                    one.export.form.clone(),
                    format!("to {}", one.export.to),
                    format!("by {}", names::name(&state, &one.by)),
                ]
            };
            if all.is_empty() {
                "Nothing was exported yet.\n".to_owned()
            } else {
                columns(&all.iter().map(row).collect::<Vec<_>>(), 6)
            }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
