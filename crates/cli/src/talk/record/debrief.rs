//! `debrief show|check|make|list`: what one audience may read about one meeting, checked and printed.
use std::path::PathBuf;
use std::process::ExitCode;

use ::dialogue::attribution::{self, Weight};
use ::dialogue::record::line::Audience;
use ::dialogue::record::scene::Found;
use anyhow::Context;
use client::debrief::{Form, Tongue};
use serde_json::{Value, json};

use super::{open, spelt, word};
use crate::output::columns;
use crate::talk::{Place, names};

/// What can be done with debriefs.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// What an audience would read, and what is left out
    Show(Show),
    /// What in its lines would tell who said it, and what this check cannot see
    Check(Show),
    /// Print it as Markdown, DOCX or PDF; refused where a line would tell who said it
    Make(Make),
    /// What was exported to whom
    List(List),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Show(args) => show(args),
        Command::Check(args) => check(args),
        Command::Make(args) => make(args),
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

fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let (mut talk, _) = open(&args.place)?;
    let found = talk.me.readout(&args.meeting, args.audience)?.debrief;
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

/// What `debrief make` is asked.
#[derive(clap::Args)]
pub(crate) struct Make {
    #[command(flatten)]
    show: Show,
    /// md, docx or pdf
    #[arg(long, default_value = "pdf")]
    form: Form,
    /// en, ru, uk, ar or fr: the language of what is printed around the lines
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: Tongue,
    /// To whom it goes
    #[arg(long, value_name = "NAME")]
    to: String,
    /// Where to write it
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn finding_json(found: &Found) -> Value {
    let finding = &found.finding;
    json!({
        "line": found.line, "kind": format!("{:?}", finding.kind).to_lowercase(), "matched": finding.matched,
        "blocks": finding.weight == Weight::Block, "why": finding.why, "suggestion": finding.suggestion,
    })
}

fn finding_text(found: &Found) -> String {
    let finding = &found.finding;
    let mark = if finding.weight == Weight::Block { "BLOCKS" } else { "look" };
    format!("{mark}  {}: “{}”. {} {}\n", found.line, finding.matched, finding.why, finding.suggestion)
}

/// What no finding tells, for whoever relies on there being none.
fn unseen() -> String {
    let limits = attribution::limits().iter().map(|limit| format!("- {limit}\n"));
    std::iter::once("\nWhat this check cannot see:\n".to_owned()).chain(limits).collect()
}

fn check(args: &Show) -> anyhow::Result<ExitCode> {
    let (mut talk, _) = open(&args.place)?;
    let found = talk.me.readout(&args.meeting, args.audience)?.findings;
    let blocked = found.iter().any(|one| one.finding.weight == Weight::Block);
    let limits = attribution::limits();
    args.place.say(
        || {
            json!({ "blocked": blocked, "findings": found.iter().map(finding_json).collect::<Vec<_>>(), "limits": limits })
        },
        || {
            let mut out: String = found.iter().map(finding_text).collect();
            if found.is_empty() {
                out.push_str("Nothing was found in these lines.\n");
            }
            out.push_str(&unseen());
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn make(args: &Make) -> anyhow::Result<ExitCode> {
    let show = &args.show;
    let (mut talk, _) = open(&show.place)?;
    let readout = talk.me.readout(&show.meeting, show.audience)?;
    let blocking: Vec<&Found> = readout.blocking().collect();
    if readout.anybody_present && !blocking.is_empty() {
        let list: String = blocking.iter().map(|one| finding_text(one)).collect();
        let text = format!(
            "nothing was exported: {} place(s) would tell who said it.\n{list}Word the lines anew: `readout add NAME …`. \
             What this check cannot see: `debrief check`",
            blocking.len()
        );
        return Err(client::Error::Misuse(text).into());
    }
    // Logged first: an export that nobody knows of is worse than an entry without a file.
    let out = talk.me.hand_out(&readout, args.form, args.language, &args.to)?;
    talk.send()?;
    for one in &readout.findings {
        crate::output::complain(&format!("note: {}", finding_text(one).trim_end()));
    }
    let (room, lines, digest) = (&out.room, out.export.lines, &out.export.digest);
    std::fs::write(&args.out, &out.bytes).with_context(|| format!("{} cannot be written", args.out.display()))?;
    let file = args.out.display().to_string();
    show.place.say(
        || {
            json!({ "file": file, "form": args.form.ending(), "digest": digest, "lines": lines, "to": args.to,
                    "logged_in": room.to_string(), "left_out": readout.debrief.left_out.len(),
                    "cautions": readout.findings.iter().map(finding_json).collect::<Vec<_>>(),
                    "limits": attribution::limits() })
        },
        || {
            let done =
                format!("Written to {file}: {lines} line(s). That it went to {} is logged in {room}.\n", args.to);
            done + &unseen()
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
