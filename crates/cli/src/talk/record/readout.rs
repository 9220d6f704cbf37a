//! `readout add|import|clear|withdraw|attribute|list|show`: lines about a meeting.
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use ::dialogue::charter::Attribution;
use ::dialogue::record::Act;
use ::dialogue::record::advice::{self, Warning};
use ::dialogue::record::line::{self, Audience, Line, Readouts, Wording};
use ::dialogue::{Body, Room, State};
use serde_json::{Value, json};

use super::{enter_in, facts, open, spelt, word};
use crate::output::columns;
use crate::talk::{Place, Talk, names};

/// What can be done with lines.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Draft a line, or word it anew; then its speaker clears it
    Add(Add),
    /// Draft the lines of a TOML file, each like one of `readout add`
    Import(Import),
    /// Clear a line whose speaker you are, as it stands
    Clear(About),
    /// Take a line back
    Withdraw(About),
    /// Set another rule for a line: stricter, or looser if you are its speaker
    Attribute(Attribute),
    /// The lines of a meeting
    List(List),
    /// One line
    Show(About),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Add(args) => add(args),
        Command::Clear(args) => {
            let digest = |line: &Line| line.wording.digest();
            on_line(args, "The line is cleared as it stands.", |name, line| line::Act::Clear {
                line: name,
                digest: digest(line),
            })
        }
        Command::Withdraw(args) => {
            on_line(args, "The line is taken back.", |name, _| line::Act::Withdraw { line: name })
        }
        Command::Attribute(args) => {
            let attribution = args.attribution;
            on_line(&args.about, "The rule is set.", |name, _| line::Act::Attribute { line: name, attribution })
        }
        Command::List(args) => list(args),
        Command::Import(args) => import(args),
        Command::Show(args) => show(args),
    }
}

/// What `readout add` is asked.
#[derive(clap::Args)]
pub(crate) struct Add {
    #[command(flatten)]
    place: Place,
    /// The line's name
    name: String,
    /// The text, without saying whose it is: that is printed by the rule
    text: String,
    /// The meeting
    #[arg(long, value_name = "MEETING")]
    meeting: String,
    /// The seat whose words they are; the convener sums up where none is named
    #[arg(long, value_name = "SEAT")]
    speaker: Option<String>,
    /// Who may be told: capital, institute, public
    #[arg(long = "for", value_name = "AUDIENCE", value_delimiter = ',', value_parser = word::<Audience>, required = true)]
    audiences: Vec<Audience>,
    /// The rule [default: the meeting's]
    #[arg(long, value_parser = word::<Attribution>)]
    attribution: Option<Attribution>,
    /// How the speaker may be described on background
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// It is one of several views within this side
    #[arg(long, value_name = "S")]
    within: Option<String>,
    /// The state that the words commit or speak for, where they do
    #[arg(long, value_name = "STATE")]
    commits: Option<String>,
    /// Into your side's caucus, for your own capital alone
    #[arg(long)]
    caucus: bool,
}

fn add(args: &Add) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let wording = Wording {
        meeting: args.meeting.clone(),
        speaker: args.speaker.clone(),
        text: args.text.clone(),
        attribution: args.attribution,
        description: args.description.clone(),
        audiences: args.audiences.iter().copied().collect(),
        within: args.within.clone(),
        commits: args.commits.clone(),
    };
    let room = room(&mut talk, &state, args.caucus)?;
    let draft = line::Act::Draft { line: args.name.clone(), wording: wording.clone() };
    enter_in(&mut talk, &room, Act::Line(draft))?;
    let lines = readouts(&mut talk, args.caucus)?;
    // Offline it waits to be sent, and is no line yet.
    let line = lines.line(&args.name).ok().filter(|line| line.wording == wording);
    if args.commits.is_some() {
        let mandates = talk.me.given(client::participant::now())?;
        let record = &talk.me.state()?.record;
        for warning in advice::lines_beyond_mandate(record, &lines, &mandates) {
            if let Warning::BeyondMandate { line: Some(line), words, .. } = warning
                && line == args.name
            {
                crate::output::complain(&format!("note: {words}"));
            }
        }
    }
    args.place.say(
        || line.map_or_else(|| json!({ "name": args.name, "taken_up": false }), |line| as_json(&args.name, line)),
        || match line.map(|line| line.cleared) {
            Some(true) => "The line is drafted, and cleared: they are your words.\n".to_owned(),
            Some(false) => "The line is drafted; its speaker has to clear it: `readout clear`.\n".to_owned(),
            None => "The line is saved, and not taken up yet: `sync`, then `readout list`.\n".to_owned(),
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `readout import` is asked.
#[derive(clap::Args)]
pub(crate) struct Import {
    #[command(flatten)]
    place: Place,
    /// A TOML file with `[[line]]` tables: name, text, and what else `readout add` takes
    file: PathBuf,
    /// The meeting
    #[arg(long, value_name = "MEETING")]
    meeting: String,
    /// Who may be told, where a line does not say it: capital, institute, public
    #[arg(long = "for", value_name = "AUDIENCE", value_delimiter = ',', value_parser = word::<Audience>, required = true)]
    audiences: Vec<Audience>,
    /// Into your side's caucus, for your own capital alone
    #[arg(long)]
    caucus: bool,
}

/// Lines as a file has them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Lines {
    #[serde(default)]
    line: Vec<Row>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    text: String,
    speaker: Option<String>,
    attribution: Option<Attribution>,
    description: Option<String>,
    within: Option<String>,
    commits: Option<String>,
    #[serde(rename = "for", default)]
    audiences: BTreeSet<Audience>,
}

fn import(args: &Import) -> anyhow::Result<ExitCode> {
    let text = negotiation::document::read(&args.file)?;
    let shown = args.file.display();
    let read: Lines = toml::from_str(&text).map_err(|error| client::Error::Misuse(format!("{shown}: {error}")))?;
    let (mut talk, state) = open(&args.place)?;
    let room = room(&mut talk, &state, args.caucus)?;
    let count = read.line.len();
    for row in read.line {
        let all = || args.audiences.iter().copied().collect();
        let wording = Wording {
            meeting: args.meeting.clone(),
            speaker: row.speaker,
            text: row.text,
            attribution: row.attribution,
            description: row.description,
            audiences: if row.audiences.is_empty() { all() } else { row.audiences },
            within: row.within,
            commits: row.commits,
        };
        let act = Act::Line(line::Act::Draft { line: row.name, wording });
        talk.me.post(&room, Body::Entered { act: Box::new(act) })?;
    }
    talk.send()?;
    args.place.say(|| json!({ "entered": count }), || format!("{count} line(s) are drafted: `readout list`.\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn show(args: &About) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let all = readouts(&mut talk, args.caucus)?;
    let line = all.line(&args.name)?;
    let by = names::name(&state, &line.drafted_by);
    args.place.say(
        || {
            let mut value = as_json(&args.name, line);
            if let Value::Object(map) = &mut value {
                map.insert("drafted_by".to_owned(), json!(by));
            }
            value
        },
        || {
            let audiences = line.wording.audiences.iter().map(spelt).collect::<Vec<_>>().join(", ");
            let rows = [
                ("text", Some(line.wording.text.clone())),
                ("meeting", Some(line.wording.meeting.clone())),
                ("speaker", Some(speaker(line))),
                ("rule", Some(line.attribution.name().to_owned())),
                ("described as", line.wording.description.clone()),
                ("for", Some(audiences)),
                ("one of the views within", line.wording.within.clone()),
                ("speaks for", line.wording.commits.clone()),
                ("state", Some(standing(line).to_owned())),
                ("drafted by", Some(by.clone())),
            ];
            facts(&args.name, rows)
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn standing(line: &Line) -> &'static str {
    match (line.withdrawn, line.cleared) {
        (true, _) => "taken back",
        (false, true) => "cleared",
        (false, false) => "not cleared",
    }
}

fn speaker(line: &Line) -> String {
    line.wording.speaker.clone().unwrap_or_else(|| "convener".to_owned())
}

fn room(talk: &mut Talk, state: &State, caucus: bool) -> anyhow::Result<Room> {
    if !caucus {
        return Ok(Room::Plenary);
    }
    Ok(Room::Caucus(state.side_of(talk.me.overview()?.me)?))
}

/// The lines that all see, or those of the own caucus.
pub(super) fn readouts(talk: &mut Talk, caucus: bool) -> anyhow::Result<Readouts> {
    Ok(if caucus { talk.me.caucus_readouts()? } else { talk.me.state()?.record.readouts })
}

/// Which line.
#[derive(clap::Args)]
pub(crate) struct About {
    #[command(flatten)]
    place: Place,
    /// The line
    name: String,
    /// Of your side's caucus
    #[arg(long)]
    caucus: bool,
}

/// What `readout attribute` is asked.
#[derive(clap::Args)]
pub(crate) struct Attribute {
    #[command(flatten)]
    about: About,
    /// on-record, background, chatham-house, deep-background or off-record
    #[arg(value_parser = word::<Attribution>)]
    attribution: Attribution,
}

fn on_line(args: &About, done: &str, make: impl FnOnce(String, &Line) -> line::Act) -> anyhow::Result<ExitCode> {
    // The wording that this machine has shown so far: news that comes in now has not been read.
    let mut talk = args.place.open()?;
    let before = readouts(&mut talk, args.caucus)?;
    let shown = before
        .line(&args.name)
        .map_err(|refusal| client::Error::Misuse(format!("{refusal}. If it is new, read it first: `readout list`")))?;
    let act = make(args.name.clone(), shown);
    let asked = act.clone();
    talk.refresh()?;
    let state = talk.me.state()?;
    let room = room(&mut talk, &state, args.caucus)?;
    enter_in(&mut talk, &room, Act::Line(act))?;
    let lines = readouts(&mut talk, args.caucus)?;
    let line = lines.line(&args.name)?;
    // Offline it waits to be sent, and nothing is done yet.
    let taken_up = is_done(line, &asked);
    args.place.say(
        || {
            let mut value = as_json(&args.name, line);
            if let Value::Object(map) = &mut value {
                map.insert("taken_up".to_owned(), json!(taken_up));
            }
            value
        },
        || match taken_up {
            true => format!("{done}\n“{}”\n", line.wording.text),
            false => "It is saved, and not taken up yet: `sync`, then `readout list`.\n".to_owned(),
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Whether a line is as an act asked.
fn is_done(line: &Line, act: &line::Act) -> bool {
    match act {
        line::Act::Clear { digest, .. } => line.cleared && line.wording.digest() == *digest,
        line::Act::Withdraw { .. } => line.withdrawn,
        line::Act::Attribute { attribution, .. } => line.attribution == *attribution,
        line::Act::Draft { wording, .. } => line.wording == *wording,
        line::Act::Export(_) => true,
    }
}

fn as_json(name: &str, line: &Line) -> Value {
    json!({
        "name": name, "meeting": line.wording.meeting, "speaker": line.wording.speaker, "text": line.wording.text,
        "rule": spelt(&line.attribution), "for": line.wording.audiences, "within": line.wording.within, "commits": line.wording.commits,
        "description": line.wording.description, "cleared": line.cleared, "withdrawn": line.withdrawn,
    })
}

/// What `readout list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
    /// Of this meeting alone
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,
    /// Those of your side's caucus
    #[arg(long)]
    caucus: bool,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (mut talk, _) = open(&args.place)?;
    let all = readouts(&mut talk, args.caucus)?;
    let chosen: Vec<(&String, &Line)> = all
        .lines
        .iter()
        .filter(|(_, line)| args.meeting.as_ref().is_none_or(|meeting| *meeting == line.wording.meeting))
        .collect();
    args.place.say(
        || json!({ "lines": chosen.iter().map(|(name, line)| as_json(name, line)).collect::<Vec<_>>() }),
        || {
            let row = |(name, line): &(&String, &Line)| {
                vec![
                    (*name).clone(),
                    speaker(line),
                    line.attribution.name().to_owned(),
                    standing(line).to_owned(),
                    line.wording.text.clone(),
                ]
            };
            if chosen.is_empty() {
                "No lines yet: `readout add`.\n".to_owned()
            } else {
                columns(&chosen.iter().map(row).collect::<Vec<_>>(), 5)
            }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
