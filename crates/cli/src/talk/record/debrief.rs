//! `debrief show|check|make|list`: what one audience may read about one meeting, checked and printed.
use std::path::PathBuf;
use std::process::ExitCode;

use ::dialogue::Room;
use ::dialogue::attribution::{self, Weight};
use ::dialogue::record::Act;
use ::dialogue::record::debrief::{self, Debrief};
use ::dialogue::record::line::{self, Audience, Export};
use ::dialogue::record::scene::{self, Found};
use anyhow::Context;
use client::debrief::{Form, Tongue};
use serde_json::{Value, json};

use super::{open, spelt, word};
use crate::output::columns;
use crate::talk::{Place, Talk, names};

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

/// Works a debrief out.
fn compose(talk: &mut Talk, meeting: &str, audience: Audience) -> anyhow::Result<Debrief> {
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

/// The lines of a debrief, with what in them would tell who said it.
fn findings(talk: &mut Talk, debrief: &Debrief) -> anyhow::Result<Vec<Found>> {
    let state = talk.me.state()?;
    let side = state.side_of(talk.me.overview()?.me).ok();
    let caucus = if side.is_some() { Some(talk.me.caucus_readouts()?) } else { None };
    let (meeting, audience) = (&debrief.meeting, debrief.audience);
    let printed = debrief::printed(&state.record, meeting, audience, caucus.as_ref());
    let check =
        |(name, line): (&String, &line::Line)| scene::check(&state.record, name, line, audience, side.as_deref());
    let mut found: Vec<Found> = printed.flat_map(check).collect();
    let of_item = |item: &String| scene::check_item(&state.record, meeting, debrief.rule, item, audience);
    found.extend(debrief.items.iter().flat_map(of_item));
    Ok(found)
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

fn check(args: &Show) -> anyhow::Result<ExitCode> {
    let (mut talk, _) = open(&args.place)?;
    let debrief = compose(&mut talk, &args.meeting, args.audience)?;
    let found = findings(&mut talk, &debrief)?;
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
            out.push_str("\nWhat this check cannot see:\n");
            out.extend(limits.iter().map(|limit| format!("- {limit}\n")));
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn make(args: &Make) -> anyhow::Result<ExitCode> {
    let show = &args.show;
    let (mut talk, state) = open(&show.place)?;
    let debrief = compose(&mut talk, &show.meeting, show.audience)?;
    let found = findings(&mut talk, &debrief)?;
    let present = state.record.own.meetings.get(&show.meeting).is_some_and(|one| !one.facts.present.is_empty());
    if !present {
        let text = format!(
            "nothing was exported: nobody is on the record as present, so nobody could be protected. Enter who was \
             there: `meeting held {} --present SEAT,SEAT`",
            show.meeting
        );
        return Err(client::Error::Misuse(text).into());
    }
    let blocking: Vec<&Found> = found.iter().filter(|one| one.finding.weight == Weight::Block).collect();
    if !blocking.is_empty() {
        let list: String = blocking.iter().map(|one| finding_text(one)).collect();
        let text = format!(
            "nothing was exported: {} place(s) would tell who said it.\n{list}Word the lines anew: `readout add NAME …`",
            blocking.len()
        );
        return Err(client::Error::Misuse(text).into());
    }
    for one in &found {
        crate::output::complain(&format!("note: {}", finding_text(one).trim_end()));
    }
    let document = client::debrief::document(&debrief, args.language, super::today().span().0)?;
    let bytes = client::debrief::print(&document, args.form)?;
    let lines = debrief.lines.len() + debrief.within.iter().map(|within| within.views.len()).sum::<usize>();
    let export = Export {
        meeting: show.meeting.clone(),
        audience: show.audience,
        to: args.to.clone(),
        form: args.form.ending().to_owned(),
        digest: blake3::hash(&bytes).to_hex().to_string(),
        lines: u32::try_from(lines).unwrap_or(u32::MAX),
    };
    // What goes to the own capital is logged in the own caucus; all else where all see it.
    let side = state.side_of(talk.me.overview()?.me).ok();
    let room = match side.filter(|_| show.audience == Audience::Capital) {
        Some(side) => Room::Caucus(side),
        None => Room::Plenary,
    };
    let digest = export.digest.clone();
    // Logged first: an export that nobody knows of is worse than an entry without a file.
    super::enter_in(&mut talk, &room, Act::Line(line::Act::Export(export)))?;
    std::fs::write(&args.out, &bytes).with_context(|| format!("{} cannot be written", args.out.display()))?;
    let file = args.out.display().to_string();
    show.place.say(
        || {
            json!({ "file": file, "form": args.form.ending(), "digest": digest, "lines": lines, "to": args.to,
                    "logged_in": room.to_string(), "left_out": debrief.left_out.len(),
                    "cautions": found.iter().map(finding_json).collect::<Vec<_>>() })
        },
        || format!("Written to {file}: {lines} line(s). That it went to {} is logged in {room}.\n", args.to),
    )?;
    Ok(ExitCode::SUCCESS)
}
