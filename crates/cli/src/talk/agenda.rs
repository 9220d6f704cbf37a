//! `agenda import|show|diff`.
use std::path::PathBuf;
use std::process::ExitCode;

use ::dialogue::{Body, Room, versions};
use negotiation::{Agenda, formats};
use serde_json::json;

use super::Place;
use super::record::memory;

/// What can be done with the agenda.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Set a new version, from an agenda's file or a scenario folder
    Import(Import),
    /// Show a version
    Show(Show),
    /// What changed from one version to another
    Diff(Diff),
    /// Take an option off the table
    Off(memory::Off),
    /// Put an option back on the table
    Lift(memory::Lift),
    /// Remember that an option was tried, and the answer
    Tried(memory::Before),
    /// What is off the table, and what was tried
    Memory(memory::Show),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Import(args) => import(args),
        Command::Show(args) => show(args),
        Command::Diff(args) => diff(args),
        Command::Off(args) => memory::off(args),
        Command::Lift(args) => memory::lift(args),
        Command::Tried(args) => memory::tried(args),
        Command::Memory(args) => memory::show(args),
    }
}

/// What `agenda import` is asked.
#[derive(clap::Args)]
pub(crate) struct Import {
    #[command(flatten)]
    place: Place,
    /// The file or folder
    file: PathBuf,
}

fn import(args: &Import) -> anyhow::Result<ExitCode> {
    let agenda = read(&args.file)?;
    let mut talk = args.place.open()?;
    talk.refresh()?;
    talk.me.post(&Room::Plenary, Body::AgendaSet { toml: agenda.to_toml() })?;
    talk.send()?;
    let version = talk.me.state()?.newest();
    args.place.say(
        || json!({ "version": version, "digest": agenda.digest_text() }),
        || format!("The agenda is now version {version}. Positions sealed for older versions stay with those.\n"),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn read(path: &std::path::Path) -> anyhow::Result<Agenda> {
    if path.is_dir() {
        let survey = formats::survey(path)?;
        let mut warnings = survey.warnings.clone();
        let agenda = formats::read_agenda_noting(&survey, &mut warnings)?;
        for warning in &warnings {
            crate::output::complain(&format!("warning: {warning}"));
        }
        return Ok(agenda);
    }
    let text = negotiation::document::read(path)?;
    Ok(Agenda::from_toml(&text, &path.display().to_string())?)
}

/// What `agenda show` is asked.
#[derive(clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    place: Place,
    /// Which version; the newest by default
    #[arg(long, value_name = "N")]
    version: Option<u32>,
}

fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.look()?;
    let state = talk.me.state()?;
    let version = args.version.unwrap_or(state.newest());
    let found = state.version(version)?;
    let agenda = found.agenda()?;
    let sealed: Vec<&String> = found.seals.keys().collect();
    args.place.say(
        || json!({ "version": version, "digest": agenda.digest_text(), "toml": found.toml, "sealed": sealed }),
        || format!("# version {version}, {}\n{}", agenda.digest_text(), found.toml),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `agenda diff` is asked.
#[derive(clap::Args)]
pub(crate) struct Diff {
    #[command(flatten)]
    place: Place,
    /// From this version; by default the one before the newest
    from: Option<u32>,
    /// To this version; by default the newest
    to: Option<u32>,
}

fn diff(args: &Diff) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.look()?;
    let state = talk.me.state()?;
    let to = args.to.unwrap_or(state.newest());
    let from = args.from.unwrap_or(to.saturating_sub(1));
    let changes = versions::diff(&state.version(from)?.agenda()?, &state.version(to)?.agenda()?);
    args.place.say(
        || json!({ "from": from, "to": to, "changes": changes }),
        || match changes.is_empty() {
            true => format!("Versions {from} and {to} do not differ.\n"),
            false => changes.iter().map(|line| format!("{line}\n")).collect(),
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
