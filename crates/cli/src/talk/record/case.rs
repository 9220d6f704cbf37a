//! `dialogue case PATH`: a case folder into the dialogue. What is reported goes into the reported record; the exercise
//! is the agenda and its banner. Positions are not loaded: each side imports its own.
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::dialogue::record::meeting::Cadence;
use ::dialogue::record::standing::Standing;
use ::dialogue::record::statement::Statement;
use ::dialogue::record::{Act, affairs, channel, meeting, memory, seat};
use ::dialogue::{Body, Room};
use negotiation::Agenda;
use serde::Deserialize;
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

/// The reported record of a case, as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reported {
    /// What its sources are: short name → document.
    #[serde(default)]
    sources: std::collections::BTreeMap<String, String>,
    #[serde(default)]
    seat: Vec<SeatRow>,
    #[serde(default)]
    meeting: Vec<MeetingRow>,
    #[serde(default)]
    cadence: Vec<Cadence>,
    #[serde(default)]
    standing: Vec<Standing>,
    #[serde(default)]
    channel: Vec<ChannelRow>,
    #[serde(default)]
    statement: Vec<StatementRow>,
    #[serde(default)]
    off_the_table: Vec<memory::OffTable>,
    #[serde(default)]
    tried: Vec<memory::Tried>,
    #[serde(default)]
    impasse: Vec<ImpasseRow>,
    #[serde(default)]
    contact: Vec<ContactRow>,
    #[serde(default)]
    flag: Vec<FlagRow>,
}

macro_rules! row {
    ($name:ident, $facts:ty $(, $more:ident: $type:ty)*) => {
        #[derive(Deserialize)]
        struct $name {
            name: String,
            $($more: $type,)*
            #[serde(flatten)]
            facts: Facts<$facts>,
        }
    };
}

/// The rest of a table, read strictly: a misspelt key is an error and names itself.
struct Facts<T>(T);

impl<'d, T: serde::de::DeserializeOwned> Deserialize<'d> for Facts<T> {
    fn deserialize<D: serde::Deserializer<'d>>(from: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(from)?;
        serde_json::from_value(value).map(Self).map_err(serde::de::Error::custom)
    }
}

row!(SeatRow, seat::Facts, source: String);
row!(MeetingRow, meeting::Facts, source: String);
row!(ChannelRow, channel::Channel);
row!(StatementRow, Statement);
row!(ImpasseRow, affairs::Impasse);
row!(ContactRow, affairs::Contact);
row!(FlagRow, affairs::Escalation);

impl Reported {
    fn acts(self) -> Vec<Act> {
        let mut acts: Vec<Act> = Vec::new();
        acts.extend(self.seat.into_iter().map(|row| Act::Seat {
            seat: row.name,
            facts: row.facts.0,
            source: Some(row.source),
        }));
        let meeting =
            |row: MeetingRow| Act::Meeting { meeting: row.name, facts: row.facts.0, source: Some(row.source) };
        acts.extend(self.meeting.into_iter().map(meeting));
        acts.extend(self.cadence.into_iter().map(Act::Cadence));
        acts.extend(self.standing.into_iter().map(Act::Standing));
        acts.extend(self.statement.into_iter().map(|row| Act::Statement { name: row.name, statement: row.facts.0 }));
        acts.extend(self.channel.into_iter().map(|row| Act::Channel { channel: row.name, facts: row.facts.0 }));
        acts.extend(self.off_the_table.into_iter().map(|off| Act::Memory(memory::Act::Off(off))));
        acts.extend(self.tried.into_iter().map(|tried| Act::Memory(memory::Act::Tried(tried))));
        let affair = |act: affairs::Act| Act::Affairs(act);
        acts.extend(
            self.contact.into_iter().map(|row| affair(affairs::Act::Contact { name: row.name, contact: row.facts.0 })),
        );
        acts.extend(
            self.flag
                .into_iter()
                .map(|row| affair(affairs::Act::Escalation { name: row.name, escalation: row.facts.0 })),
        );
        acts.extend(
            self.impasse.into_iter().map(|row| affair(affairs::Act::Impasse { name: row.name, impasse: row.facts.0 })),
        );
        acts
    }
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
        Some((text, shown)) => {
            let read: Result<Reported, _> = toml::from_str(&text);
            Some(read.map_err(|error| client::Error::Misuse(format!("{shown}: {error}")))?)
        }
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
