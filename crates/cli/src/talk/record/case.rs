//! `dialogue case PATH`: a case folder into the dialogue. What is reported goes into the reported record; the exercise
//! is the agenda and its banner. Positions are not loaded: each side imports its own.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::dialogue::Body;
use ::dialogue::record::Act;
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

/// A case: what is reported, and an exercise kept apart from it.
pub(crate) struct Case {
    /// The sources: short name → document.
    sources: BTreeMap<String, String>,
    reported: Vec<Act>,
    agenda: Option<Agenda>,
}

impl Case {
    /// From the texts of its documents, each with the place where it stands; one may be missing.
    ///
    /// # Errors
    /// A document that cannot be used.
    pub(crate) fn of(reported: Option<(&str, &str)>, agenda: Option<(&str, &str)>) -> anyhow::Result<Self> {
        let (mut sources, mut acts) = (BTreeMap::new(), Vec::new());
        if let Some((text, shown)) = reported {
            let mut read = Reported::read(text, shown)?;
            sources = std::mem::take(&mut read.sources);
            acts = read.acts();
        }
        let agenda = agenda.map(|(text, shown)| Agenda::from_toml(text, shown)).transpose()?;
        Ok(Self { sources, reported: acts, agenda })
    }

    fn read(folder: &Path) -> anyhow::Result<Self> {
        let text = |name: &str| -> anyhow::Result<Option<(String, String)>> {
            let path = folder.join(name);
            if !path.is_file() {
                return Ok(None);
            }
            Ok(Some((negotiation::document::read(&path)?, path.display().to_string())))
        };
        let (reported, agenda) = (text("reported.toml")?, text("agenda.toml")?);
        if reported.is_none() && agenda.is_none() {
            let shown = folder.display();
            let text = format!("{shown} is no case: it has neither reported.toml nor agenda.toml");
            return Err(client::Error::Misuse(text).into());
        }
        fn shown(one: &Option<(String, String)>) -> Option<(&str, &str)> {
            one.as_ref().map(|(text, shown)| (text.as_str(), shown.as_str()))
        }
        Self::of(shown(&reported), shown(&agenda))
    }

    /// The exercise's own words about itself.
    fn exercise(&self) -> Option<&str> {
        self.agenda.as_ref().and_then(Agenda::note)
    }

    /// What goes on the record, in order. It stands before the agenda is set: an option that is recorded as never one is
    /// refused then.
    pub(crate) fn record(&self) -> impl Iterator<Item = Act> {
        let banner = self.exercise().map(|note| note.trim().trim_end_matches('.').to_owned());
        self.reported.iter().cloned().chain(banner.map(|banner| Act::Exercise { banner }))
    }

    /// What sets the exercise's agenda.
    pub(crate) fn agenda(&self) -> Option<Body> {
        self.agenda.as_ref().map(|agenda| Body::AgendaSet { toml: agenda.to_toml() })
    }
}

/// Loads a case.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let case = Case::read(&args.path)?;
    let (mut talk, _) = open(&args.place)?;
    // All or none, and what is on the record already is not said again: a load that broke off is run again.
    let entered = case.record().map(|act| Body::Entered { act: Box::new(act) });
    let loaded = talk.me.post_new(entered.chain(case.agenda()).collect())?;
    talk.send()?;
    let (entered, exercise) = (case.reported.len(), case.exercise());
    args.place.say(
        || {
            json!({ "reported": entered, "loaded": loaded, "sources": case.sources, "exercise": exercise,
                    "agenda": case.agenda.is_some() })
        },
        || {
            let mut out = format!("{entered} reported entries are on the record, each with its source.\n");
            if loaded == 0 {
                out.push_str("All of the case was loaded before; nothing was entered.\n");
            }
            if let Some(banner) = exercise {
                out.push_str(&format!("The exercise is kept apart from them: {banner}\n"));
            }
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
