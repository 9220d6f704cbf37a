//! The talk on the record, from the command line: each command enters one act, or shows a view of what stands there.
use ::dialogue::record::{Act, Day};
use ::dialogue::{Body, Room, State};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{Place, Talk};

mod appointment;
pub(crate) mod case;
pub(crate) mod channel;
pub(crate) mod crisis;
pub(crate) mod debrief;
pub(crate) mod gate;
pub(crate) mod handover;
pub(crate) mod impasse;
pub(crate) mod mandate;
pub(crate) mod meeting;
pub(crate) mod memory;
pub(crate) mod readout;
pub(crate) mod seat;
pub(crate) mod standing;
pub(crate) mod statement;
pub(crate) mod tally;

/// What a command is asked that shows one thing by its name.
#[derive(clap::Args)]
pub(crate) struct Named {
    #[command(flatten)]
    place: Place,
    /// Its name
    name: String,
}

/// The same of what this dialogue has of its own and what is reported.
#[derive(clap::Args)]
pub(crate) struct InBook {
    #[command(flatten)]
    named: Named,
    /// Of the reported record
    #[arg(long)]
    reported: bool,
}

/// Opens the dialogue, in step with the log.
fn open(place: &Place) -> anyhow::Result<(Talk, State)> {
    let mut talk = place.open()?;
    talk.refresh()?;
    let state = talk.me.state()?;
    Ok((talk, state))
}

/// Enters an act in the plenary and sends it.
fn enter(talk: &mut Talk, act: Act) -> anyhow::Result<()> {
    enter_in(talk, &Room::Plenary, act)
}

/// Enters an act in a room and sends it.
fn enter_in(talk: &mut Talk, room: &Room, act: Act) -> anyhow::Result<()> {
    talk.me.post(room, Body::Entered { act: Box::new(act) })?;
    talk.send()
}

/// Enters an act in the plenary; it is sent with the next one that is.
fn enter_quietly(talk: &mut Talk, act: Act) -> anyhow::Result<()> {
    talk.me.post(&Room::Plenary, Body::Entered { act: Box::new(act) })?;
    Ok(())
}

/// Opens, enters an act made from the state, and says that it is done; the JSON answer names what was entered.
fn enter_one(
    place: &Place,
    name: &str,
    done: &str,
    act: impl FnOnce(&mut Talk, &State) -> anyhow::Result<Act>,
) -> anyhow::Result<std::process::ExitCode> {
    let (mut talk, state) = open(place)?;
    let act = act(&mut talk, &state)?;
    enter(&mut talk, act)?;
    place.say(|| json!({ "name": name, "entered": true }), || format!("{done}\n"))?;
    Ok(std::process::ExitCode::SUCCESS)
}

/// A word of a list that serde knows, as an argument.
pub(super) fn word<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(Value::from(text)).map_err(|error| error.to_string())
}

/// A date as an argument.
fn day(text: &str) -> Result<Day, String> {
    text.parse()
}

/// One thing on the record: its name, and below it what is known of it.
fn facts<const N: usize>(name: &str, rows: [(&str, Option<String>); N]) -> String {
    let known = rows.into_iter().filter_map(|(what, said)| Some(vec![format!("  {what}"), said?]));
    format!("{name}\n{}", crate::output::columns(&known.collect::<Vec<_>>(), 2))
}

/// A notice in a sentence.
pub(super) fn notice(state: &State, notice: &::dialogue::record::Notice) -> String {
    use ::dialogue::record::Matter;
    match &notice.matter {
        Matter::Track { meeting, from, to, why } => {
            format!("with meeting {meeting} the talks go from track {} to track {}: {why}", from.name(), to.name())
        }
        Matter::Collision { channel, why } => format!("another channel may collide ({channel}): {why}"),
        Matter::TriedBefore { issue, option, answer } => {
            format!("option {option} of issue {issue} was tried before; the answer then: {answer}")
        }
        Matter::Escalation { name, contact } => format!("a threatened act was flagged ({name}); call {contact}"),
        Matter::Hotline {} => {
            let found = state.record.affairs.hotline.iter().find(|one| one.sequence == notice.sequence);
            format!("HOTLINE: {}", found.map_or("", |one| one.text.as_str()))
        }
        Matter::Promoted { question } => format!("the result of question {question} was promoted"),
        Matter::Agreed { question } => {
            format!("every principal has confirmed the result of question {question}, as members report")
        }
        Matter::Handover { title } => format!("a hand-over packet came in: {title}"),
    }
}

/// Today, by this machine's clock.
fn today() -> Day {
    Day::at(client::participant::now()).unwrap_or_else(|| Day::of(jiff::civil::Date::ZERO))
}

/// A value as the word that serde writes for it.
fn spelt(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
