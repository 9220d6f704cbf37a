//! `invite`, `join`, `verify`, `members`, `remove`.
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ::dialogue::{Body, MemberId, Room, State};
use anyhow::Context;
use client::Participant;
use client::invitation::Link;
use client::participant::{Offer, Progress};
use serde_json::json;

use super::dialogue::standing;
use super::{Place, Talk, names};
use crate::output::columns;

/// What `invite` is asked.
#[derive(clap::Args)]
pub(crate) struct Invite {
    #[command(flatten)]
    place: Place,
    /// The side whose seat is offered
    #[arg(long, value_name = "S")]
    side: String,
    /// How long it can be used
    #[arg(long, value_name = "HOURS", default_value_t = 72)]
    hours: u32,
    /// The member whose lost seat it replaces
    #[arg(long, value_name = "MEMBER")]
    replaces: Option<String>,
}

/// Makes an invitation.
pub(crate) fn invite(args: &Invite) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    let replaces = match &args.replaces {
        Some(wanted) => Some(names::member(&talk.me.state()?, wanted)?),
        None => None,
    };
    let offer = Offer { side: args.side.clone(), valid_for: i64::from(args.hours) * 3600, replaces };
    let link = talk.runtime.block_on(talk.me.invite(&offer))?;
    args.place.say(
        || json!({ "link": link.as_str(), "side": args.side, "hours": args.hours }),
        || {
            format!(
                "One person can join side {} with this link, within {} hours:\n\n{}\n\nSend it by a way that others \
                 do not read. Your machine lets them in at its next sync (`backchannel sync --wait 600` waits); then \
                 compare words aloud with `backchannel verify`.\n",
                args.side,
                args.hours,
                link.as_str()
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `join` is asked.
#[derive(clap::Args)]
pub(crate) struct Join {
    #[command(flatten)]
    place: Place,
    /// The whole link, or a file that holds it (`-` for standard input)
    link: String,
    /// How you want to be called
    #[arg(long, default_value = "Delegate")]
    name: String,
    /// Wait until you are let in, at most so long
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "600")]
    wait: Option<u64>,
}

/// Uses an invitation.
pub(crate) fn join(args: &Join) -> anyhow::Result<ExitCode> {
    let link: Link = link_text(&args.link)?.parse()?;
    let mut vault = args.place.unlock()?;
    let me = Participant::join(&mut vault, &link, args.place.socks5(), &args.name)?;
    let mut talk = Talk::of(vault, me)?;
    talk.send()?;
    let until = Instant::now() + Duration::from_secs(args.wait.unwrap_or(0));
    while talk.me.overview()?.progress != Progress::Member && Instant::now() < until {
        talk.wait(Duration::from_secs(20).min(until.saturating_duration_since(Instant::now())))?;
    }
    let in_already = talk.me.overview()?.progress == Progress::Member;
    let id = talk.me.id().to_string();
    args.place.say(
        || json!({ "id": id, "state": if in_already { "member" } else { "waiting" } }),
        || match in_already {
            true => "You are in. Next: `backchannel verify`, and compare the words aloud.\n".to_owned(),
            false => "You have knocked. Who invited you must be online once; then run `backchannel sync`.\n".to_owned(),
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn link_text(given: &str) -> anyhow::Result<String> {
    if given == "-" {
        return std::io::read_to_string(std::io::stdin()).context("standard input cannot be read");
    }
    if given.starts_with("backchannel://") || !std::path::Path::new(given).is_file() {
        return Ok(given.to_owned());
    }
    Ok(negotiation::document::read(std::path::Path::new(given))?)
}

/// What `verify` is asked.
#[derive(clap::Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    place: Place,
    /// With whom; by default the convener, or for the convener whoever joined last and is not verified
    member: Option<String>,
    /// The words were compared aloud and are the same
    #[arg(long)]
    confirm: bool,
}

/// Shows the words to be compared.
pub(crate) fn verify(args: &Verify) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let state = talk.me.state()?;
    let with = match &args.member {
        Some(wanted) => names::member(&state, wanted)?,
        None => whom(&mut talk, &state)?,
    };
    if args.confirm {
        talk.me.confirm(with)?;
    }
    let (words, confirmed) = talk.me.words(with)?;
    let name = names::name(&state, &with);
    args.place.say(
        || json!({ "words": words, "confirmed": confirmed, "member": with.to_string(), "name": name }),
        || match confirmed {
            true => format!("{name}: {words}\nCompared aloud and the same.\n"),
            false => format!(
                "{name} must see the same words:\n\n  {words}\n\nCompare them aloud, by telephone or in person. If they \
                 are the same: `backchannel verify --confirm`. If not, somebody stands between you: do not go on.\n"
            ),
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn whom(talk: &mut Talk, state: &State) -> anyhow::Result<MemberId> {
    let me = talk.me.overview()?.me;
    if me != state.convener {
        return Ok(state.convener);
    }
    let verified = talk.me.verified()?;
    let others = || state.members.iter().filter(|(id, one)| **id != me && one.is_present());
    let open = others().filter(|(id, _)| !verified.get(id).copied().unwrap_or(false));
    let last = open.max_by_key(|(_, one)| one.since).or_else(|| others().max_by_key(|(_, one)| one.since));
    let nobody = || client::Error::Misuse("nobody has joined yet: `backchannel invite --side S`".to_owned());
    Ok(last.map(|(id, _)| *id).ok_or_else(nobody)?)
}

/// What `members` is asked.
#[derive(clap::Args)]
pub(crate) struct Members {
    #[command(flatten)]
    place: Place,
}

/// Lists members.
pub(crate) fn members(args: &Members) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.look()?;
    let (state, verified, me) = (talk.me.state()?, talk.me.verified()?, talk.me.overview()?.me);
    let is_verified = |id: &MemberId| verified.get(id).copied().unwrap_or(false);
    args.place.say(
        || {
            let one = |(id, one): (&MemberId, &::dialogue::Member)| {
                json!({
                    "id": id.to_string(), "name": one.name, "side": one.side, "me": *id == me,
                    "present": one.is_present(), "standing": standing(&one.standing), "verified": is_verified(id),
                })
            };
            json!({ "members": state.members.iter().map(one).collect::<Vec<_>>() })
        },
        || {
            let rows: Vec<Vec<String>> = state
                .members
                .iter()
                .map(|(id, one)| {
                    let mark = match (*id == me, is_verified(id)) {
                        (true, _) => "you",
                        (false, true) => "verified",
                        (false, false) => "not verified",
                    };
                    let side = one.side.clone().unwrap_or_else(|| "convener".to_owned());
                    vec![format!("{id:.8}"), one.name.clone(), side, mark.to_owned(), standing(&one.standing)]
                })
                .collect();
            columns(&rows, 5)
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `remove` is asked.
#[derive(clap::Args)]
pub(crate) struct Remove {
    #[command(flatten)]
    place: Place,
    /// Whom
    member: String,
    /// Why; all members read it
    #[arg(long, default_value = "")]
    why: String,
}

/// Removes a member; the convener's alone.
pub(crate) fn remove(args: &Remove) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let member = names::member(&talk.me.state()?, &args.member)?;
    talk.me.post(&Room::Plenary, Body::Removed { member, why: args.why.clone() })?;
    talk.send()?;
    let id = member.to_string();
    args.place.say(|| json!({ "removed": id }), || "Removed; all see it, and the group has new keys.\n".to_owned())?;
    Ok(ExitCode::SUCCESS)
}
