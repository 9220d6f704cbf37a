//! `dialogue case PATH`: a case folder into the dialogue. What is reported goes into the reported record; the exercise
//! is the agenda and its banner. Positions are not loaded: each side imports its own.
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::dialogue::record::Act;
use ::dialogue::{Body, Room};
use client::case::Reported;
use negotiation::Agenda;
use serde_json::json;

use super::open;
use crate::talk::Place;

/// What `dialogue case` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// The folder: `reported.toml`, `agenda.toml`, or both
    path: PathBuf,
}

/// Loads a case.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (reported, agenda) = read(&args.path)?;
    let (mut talk, _) = open(&args.place)?;
    let sources = reported.as_ref().map(|one| one.sources.clone()).unwrap_or_default();
    let acts = reported.map(Reported::acts).unwrap_or_default();
    let entered = acts.len();
    for act in acts {
        super::enter_quietly(&mut talk, act)?;
    }
    let exercise = agenda.as_ref().and_then(|agenda| agenda.note().map(str::to_owned));
    if let Some(agenda) = &agenda {
        if let Some(banner) = &exercise {
            let banner = banner.trim().trim_end_matches('.').to_owned();
            super::enter_quietly(&mut talk, Act::Exercise { banner })?;
        }
        // The record first: an option that is recorded as never one is refused here.
        talk.send()?;
        talk.me.post(&Room::Plenary, Body::AgendaSet { toml: agenda.to_toml() })?;
    }
    talk.send()?;
    args.place.say(
        || json!({ "reported": entered, "sources": sources, "exercise": exercise, "agenda": agenda.is_some() }),
        || {
            let mut out = format!("{entered} reported entries are on the record, each with its source.\n");
            if let Some(banner) = &exercise {
                out.push_str(&format!("The exercise is kept apart from them: {banner}\n"));
            }
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn read(folder: &Path) -> anyhow::Result<(Option<Reported>, Option<Agenda>)> {
    let text = |name: &str| -> anyhow::Result<Option<(String, String)>> {
        let path = folder.join(name);
        if !path.is_file() {
            return Ok(None);
        }
        Ok(Some((negotiation::document::read(&path)?, path.display().to_string())))
    };
    let reported = match text("reported.toml")? {
        Some((text, shown)) => Some(Reported::read(&text, &shown)?),
        None => None,
    };
    let agenda = match text("agenda.toml")? {
        Some((text, shown)) => Some(Agenda::from_toml(&text, &shown)?),
        None => None,
    };
    if reported.is_none() && agenda.is_none() {
        let shown = folder.display();
        return Err(
            client::Error::Misuse(format!("{shown} is no case: it has neither reported.toml nor agenda.toml")).into()
        );
    }
    Ok((reported, agenda))
}
