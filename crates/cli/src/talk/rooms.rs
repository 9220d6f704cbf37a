//! `room list|send|read`.
use std::process::ExitCode;

use ::dialogue::{Body, Room};
use jiff::Timestamp;
use serde_json::json;

use super::{Place, names};
use crate::output::columns;

/// What can be done with rooms.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// The rooms you belong to
    List(List),
    /// Say something: ROOM is plenary, caucus, or convener
    Send(Send),
    /// Read what was said
    Read(Read),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::List(args) => list(args),
        Command::Send(args) => send(args),
        Command::Read(args) => read(args),
    }
}

/// What `room list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.look()?;
    let rooms = talk.me.rooms()?;
    args.place.say(
        || {
            let one = |(room, open): &(Room, bool)| json!({ "room": room.to_string(), "open": open });
            json!({ "rooms": rooms.iter().map(one).collect::<Vec<_>>() })
        },
        || {
            let row = |(room, open): &(Room, bool)| {
                let who = match room {
                    Room::Plenary => "all members".to_owned(),
                    Room::Caucus(side) => format!("members of {side} alone"),
                    Room::WithConvener(side) => format!("members of {side} and the convener"),
                };
                let open = if *open { "open" } else { "not open for you yet" };
                vec![room.to_string(), who, open.to_owned()]
            };
            columns(&rooms.iter().map(row).collect::<Vec<_>>(), 3)
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `room send` is asked.
#[derive(clap::Args)]
pub(crate) struct Send {
    #[command(flatten)]
    place: Place,
    /// plenary, caucus or convener (for the convener: convener:SIDE)
    room: String,
    /// The text
    text: String,
}

fn send(args: &Send) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let (state, me) = (talk.me.state()?, talk.me.overview()?.me);
    let room = names::room(&state, me, &args.room)?;
    let event = talk.me.post(&room, Body::Said { text: args.text.clone() })?;
    talk.send()?;
    let id = event.id(me).to_string();
    args.place.say(|| json!({ "room": room.to_string(), "id": id }), || format!("Said in {room}.\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// What `room read` is asked.
#[derive(clap::Args)]
pub(crate) struct Read {
    #[command(flatten)]
    place: Place,
    /// plenary, caucus or convener (for the convener: convener:SIDE)
    room: String,
    /// Only what stands after this number
    #[arg(long, value_name = "SEQUENCE", default_value_t = 0)]
    after: u64,
}

fn read(args: &Read) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    let overview = talk.me.overview()?;
    if overview.progress == client::participant::Progress::Member {
        talk.look()?;
    }
    let state = talk.me.state()?;
    let room = names::room(&state, overview.me, &args.room)?;
    let messages = talk.me.messages(&room, args.after)?;
    args.place.say(
        || {
            let one = |one: &client::participant::Message| {
                json!({
                    "sequence": one.sequence, "author": one.author.to_string(),
                    "name": names::name(&state, &one.author), "at": one.at, "text": one.text,
                })
            };
            json!({ "room": room.to_string(), "messages": messages.iter().map(one).collect::<Vec<_>>() })
        },
        || {
            let line = |one: &client::participant::Message| {
                format!("{}  {}: {}\n", time(one.at), names::name(&state, &one.author), one.text)
            };
            if messages.is_empty() { "Nothing yet.\n".to_owned() } else { messages.iter().map(line).collect() }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A moment as people read it, in universal time.
pub(super) fn time(at: i64) -> String {
    Timestamp::from_second(at).map_or_else(|_| "?".to_owned(), |at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
}
