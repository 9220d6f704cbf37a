//! `dialogue new|list|show`.
use std::process::ExitCode;

use ::dialogue::charter::{Attribution, Callers};
use ::dialogue::record::track;
use ::dialogue::{Charter, Standing, State};
use anyhow::bail;
use client::Participant;
use client::courier::{self, RelayAddress};
use serde_json::{Value, json};

use super::place::runtime;
use super::record::{case, meeting, word};
use super::{Place, names};
use crate::output::columns;

/// What can be done with dialogues.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Found a dialogue; you are its convener
    New(New),
    /// The dialogues of this home
    List(List),
    /// One dialogue: its health, members, agenda, questions
    Show(Show),
    /// Load a case folder: its reported record, and its exercise kept apart
    Case(case::Args),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::New(args) => new(args),
        Command::List(args) => list(args),
        Command::Show(args) => show(args),
        Command::Case(args) => case::run(args),
    }
}

/// What `dialogue new` is asked.
#[derive(clap::Args)]
pub(crate) struct New {
    #[command(flatten)]
    place: Place,
    /// The relay, such as `https://relay.example:8443`
    #[arg(long, value_name = "URL")]
    relay: String,
    /// The hash of the relay's certificate, as its operator tells it; without it the first one seen is kept
    #[arg(long, value_name = "HEX")]
    pin: Option<String>,
    /// How the dialogue is called
    #[arg(long, value_name = "T")]
    title: String,
    /// How you are called in it
    #[arg(long, default_value = "Convener")]
    name: String,
    /// What it is for
    #[arg(long, default_value = "")]
    purpose: String,
    /// How what is said may be passed on, unless its speaker decides otherwise: on-record, background, deep-background,
    /// off-record or chatham-house
    #[arg(long, default_value = "chatham-house", value_parser = word::<Attribution>)]
    attribution: Attribution,
    /// Who may call a question: everyone, sides or convener
    #[arg(long, default_value = "everyone", value_parser = word::<Callers>)]
    callers: Callers,
    /// Refuse questions about fewer packages than this
    #[arg(long, value_name = "N", default_value_t = 1)]
    least_packages: u64,
    /// What all questions together may tell at most, in bits
    #[arg(long, value_name = "BITS", default_value_t = 64.0)]
    budget_bits: f64,
    /// For how many days who left it, or was cut off from it, keeps what it had; then `sync` destroys that
    #[arg(long, value_name = "DAYS", default_value_t = 90)]
    retention_days: u32,
}

fn new(args: &New) -> anyhow::Result<ExitCode> {
    let mut vault = args.place.unlock()?;
    let runtime = runtime()?;
    let (host, port) = RelayAddress::host_and_port(&args.relay).map_err(client::Error::from)?;
    let pin = match &args.pin {
        Some(pin) => match ::dialogue::id::unhex(pin) {
            Some(pin) => pin,
            None => bail!("--pin: 64 hexadecimal digits were expected"),
        },
        None => runtime.block_on(courier::fetch_pin(&host, port, args.place.socks5())).map_err(client::Error::from)?,
    };
    let relay = RelayAddress { host, port, pin };
    let charter = Charter {
        purpose: args.purpose.clone(),
        attribution: args.attribution,
        callers: args.callers,
        least_packages: args.least_packages,
        budget_bits: args.budget_bits,
        retention_days: args.retention_days,
    };
    let founding = Participant::found(&mut vault, &relay, args.place.socks5(), &args.title, &args.name, charter);
    let me = runtime.block_on(founding)?;
    let (id, pin) = (me.id().to_string(), ::dialogue::id::hex(&relay.pin));
    args.place.say(
        || json!({ "id": id, "title": args.title, "relay": args.relay, "pin": pin }),
        || {
            format!(
                "Founded “{}” ({id}).\nThe relay's certificate is kept as {pin}; compare it with what its operator \
                 says.\nNext: `backchannel invite --side S` for each delegate, and `backchannel agenda import FILE`.\n",
                args.title
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `dialogue list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let vault = args.place.unlock()?;
    let all = vault.dialogues()?;
    let id = |id: &[u8; 16]| ::dialogue::id::hex(id);
    args.place.say(
        || {
            let one = |one: &client::vault::Listed| {
                json!({ "id": id(&one.id), "title": one.title, "created_at": one.created_at,
                        "destroyed_at": one.destroyed_at })
            };
            json!({ "dialogues": all.iter().map(one).collect::<Vec<_>>() })
        },
        || {
            if all.is_empty() {
                return "No dialogues yet: `dialogue new`, or `join LINK`.\n".to_owned();
            }
            let rows: Vec<Vec<String>> = all
                .iter()
                .map(|one| {
                    let state = if one.destroyed_at.is_some() { "destroyed" } else { "" };
                    vec![id(&one.id), one.title.clone(), state.to_owned()]
                })
                .collect();
            columns(&rows, 3)
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `dialogue show` is asked.
#[derive(clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    place: Place,
}

fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.look()?;
    let (overview, health, end) = (talk.me.overview()?, talk.me.health()?, talk.me.end()?);
    let id = talk.me.id().to_string();
    let state = overview.state.as_ref();
    let present = state.map_or(0, |state| state.members.values().filter(|one| one.is_present()).count());
    let side = state.and_then(|state| state.members.get(&overview.me)).and_then(|me| me.side.clone());
    args.place.say(
        || {
            json!({
                "id": id,
                "title": state.map(|state| &state.title),
                "me": overview.me.to_string(),
                "side": side,
                "progress": overview.progress,
                "health": health,
                "charter": state.map(|state| &state.charter),
                "members": present,
                "sides": state.map(::dialogue::State::sides),
                "agenda_version": state.map(::dialogue::State::newest),
                "questions": state.map(|state| state.questions.len()),
                "exercise": state.and_then(|state| state.record.exercise.clone()),
                "track": state.and_then(|state| track::history(&state.record.own).last().and_then(|one| one.track)),
                "tracks": state.map(tracks),
                "notices": state.map(|state| state.record.notices.iter().rev().take(20).collect::<Vec<_>>()),
                "debriefs_due": state.map(|state| state.record.debriefs_due()),
                "overdue": state.map(meeting::overdue_today),
                "flags": state.map(|state| state.record.affairs.standing_flags().map(|(name, _)| name).collect::<Vec<_>>()),
                "impasses": state.map(|state| state.record.affairs.open_impasses().map(|(name, _)| name).collect::<Vec<_>>()),
                "newer_events": state.map(|state| state.newer),
                "end": end,
            })
        },
        || {
            let mut out = String::new();
            if let Some(state) = state {
                out.push_str(&format!("{} ({id})\n", state.title));
                if let Some(banner) = &state.record.exercise {
                    out.push_str(&format!("{banner}\n"));
                }
                if !state.charter.purpose.is_empty() {
                    out.push_str(&format!("{}\n", state.charter.purpose));
                }
                out.push_str(&format!("Attribution, where nothing else is said: {}.\n", state.charter.attribution.name()));
                let you = side.as_ref().map_or_else(|| "the convener".to_owned(), |side| format!("side {side}"));
                out.push_str(&format!("You are {}, {you}.\n\n", names::name(state, &overview.me)));
                let rows: Vec<Vec<String>> = state
                    .members
                    .values()
                    .map(|one| {
                        vec![
                            one.name.clone(),
                            one.side.clone().unwrap_or_else(|| "convener".to_owned()),
                            standing(&one.standing),
                        ]
                    })
                    .collect();
                out.push_str(&columns(&rows, 3));
                out.push_str(&format!(
                    "\nAgenda: {}. Questions: {}.\n",
                    match state.newest() {
                        0 => "none yet".to_owned(),
                        version => format!("version {version}"),
                    },
                    state.questions.len()
                ));
                if let Some(last) = track::history(&state.record.own).last() {
                    let track = last.track.map_or("not known", |track| track.name());
                    out.push_str(&format!("Last meeting: {}, track {track}.\n", last.meeting));
                }
                for due in state.record.debriefs_due() {
                    out.push_str(&format!("Debrief due: {due}.\n"));
                }
                for late in meeting::overdue_today(state) {
                    out.push_str(&format!("Meeting due: {late}.\n"));
                }
                for notice in state.record.notices.iter().rev().take(5) {
                    out.push_str(&format!("Notice: {}.\n", super::record::notice(state, notice)));
                }
                if state.newer > 0 {
                    out.push_str(&format!("{} event(s) of a newer program are kept unread.\n", state.newer));
                }
            } else {
                out.push_str(&format!("Dialogue {id}: not let in yet.\n"));
            }
            out.push_str(&format!(
                "\nHealth: {}.\nNext: {}.\nLog up to block {}: {}\n",
                health.what, health.next, health.sequence, health.log_hash
            ));
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Where a member stands, for people.
pub(super) fn standing(standing: &Standing) -> String {
    match standing {
        Standing::Admitted(_) => "about to be let in".to_owned(),
        Standing::Present => "present".to_owned(),
        Standing::Returning(_) => "comes back with a new machine".to_owned(),
        Standing::Gone { why, .. } => format!("gone: {why}"),
    }
}

/// The tracks of all meetings held, in order.
fn tracks(state: &State) -> Vec<Value> {
    let one = |one: track::Computed| json!({ "id": one.meeting, "track": one.track, "why": one.why });
    track::history(&state.record.own).into_iter().map(one).collect()
}
