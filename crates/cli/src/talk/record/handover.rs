//! `handover card|make|receive|list|show|accept|return|answered`: cleared items to another dialogue.
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::dialogue::record::handover::{self, Reply, SignedAnswer, SignedPacket};
use ::dialogue::record::{Act, Track};
use ::dialogue::{Refusal, State};
use anyhow::Context;
use serde::Serialize;
use serde_json::json;

use super::{enter, open};
use crate::talk::{Place, names};

/// What can be done with packets.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// In the receiving dialogue: write the card that says for whom a packet is to be made
    Card(Card),
    /// Make a packet of cleared lines for the dialogue of a card
    Make(Make),
    /// Take a packet up in the dialogue it is for
    Receive(Receive),
    /// Packets made and received
    List(List),
    /// What is in a packet that came in
    Show(Show),
    /// Accept a packet
    Accept(Answer),
    /// Return a packet with reasons
    Return(Return),
    /// In the dialogue it comes from: note how it was answered
    Answered(Answered),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Card(args) => card(args),
        Command::Make(args) => make(args),
        Command::Receive(args) => receive(args),
        Command::List(args) => list(args),
        Command::Show(args) => show(args),
        Command::Accept(args) => reply(args, Reply::Accepted {}),
        Command::Return(args) => reply(&args.answer, Reply::Returned { why: args.why.clone() }),
        Command::Answered(args) => answered(args),
    }
}

/// What `handover card` is asked.
#[derive(clap::Args)]
pub(crate) struct Card {
    #[command(flatten)]
    place: Place,
    /// Where to write it
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn card(args: &Card) -> anyhow::Result<ExitCode> {
    let (mut talk, _) = open(&args.place)?;
    let card = talk.me.handover_card()?;
    write(&args.out, &card)?;
    let file = args.out.display().to_string();
    args.place.say(
        || json!({ "file": file, "dialogue": card.dialogue, "receivers": card.receivers, "track": card.track }),
        || {
            let track = card.track.map_or("not known", |track| track.name());
            format!("Written to {file}. It holds for the members that there are now; the talks' track: {track}.\n")
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `handover make` is asked.
#[derive(clap::Args)]
pub(crate) struct Make {
    #[command(flatten)]
    place: Place,
    /// The card of the receiving dialogue
    #[arg(long, value_name = "FILE")]
    card: PathBuf,
    /// A cleared line; may be repeated
    #[arg(long, value_name = "LINE", required = true)]
    line: Vec<String>,
    /// What the packet is called
    #[arg(long, value_name = "TEXT", default_value = "Hand-over")]
    title: String,
    /// Where to write the packet
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn make(args: &Make) -> anyhow::Result<ExitCode> {
    let card: client::handover::Card = read(&args.card)?;
    let (mut talk, _) = open(&args.place)?;
    let (signed, act) = talk.me.handover_packet(&card, &args.line, &args.title)?;
    let digest = signed.packet.digest();
    write(&args.out, &signed)?;
    enter(&mut talk, act)?;
    let file = args.out.display().to_string();
    args.place.say(
        || {
            json!({ "file": file, "digest": digest, "items": args.line.len(),
                    "from_track": signed.packet.from_track, "to_track": card.track })
        },
        || {
            let name = |track: Option<Track>| track.map_or("not known", Track::name);
            let (from, to) = (name(signed.packet.from_track), name(card.track));
            let items = args.line.len();
            format!(
                "{items} cleared item(s) written to {file}; packet {digest:.16}, from track {from} to track {to}.\n"
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `handover receive` is asked.
#[derive(clap::Args)]
pub(crate) struct Receive {
    #[command(flatten)]
    place: Place,
    /// The packet
    file: PathBuf,
}

fn receive(args: &Receive) -> anyhow::Result<ExitCode> {
    let signed: SignedPacket = read(&args.file)?;
    let (mut talk, _) = open(&args.place)?;
    let digest = signed.packet.digest();
    let items = signed.packet.items.len();
    enter(&mut talk, Act::Handover(handover::Act::Received { signed: Box::new(signed) }))?;
    args.place.say(
        || json!({ "digest": digest, "items": items }),
        || format!("Taken up: {items} item(s), packet {digest:.16}. Accept it, or return it with reasons.\n"),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `handover list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let all = &state.record.handovers;
    args.place.say(
        || json!({ "made": all.made, "received": all.received }),
        || {
            let answer = |reply: Option<&Reply>| match reply {
                None => "not answered yet".to_owned(),
                Some(Reply::Accepted {}) => "accepted".to_owned(),
                Some(Reply::Returned { why }) => format!("returned: {why}"),
            };
            let made = all
                .made
                .iter()
                .map(|(digest, one)| format!("made {digest:.16} for {}: {}\n", one.to, answer(one.reply.as_ref())));
            let received = all.received.iter().map(|(digest, one)| {
                let reply = one.reply.as_ref().map(|(_, reply)| reply);
                format!("received {digest:.16} “{}”: {}\n", one.packet.title, answer(reply))
            });
            let out: String = made.chain(received).collect();
            if out.is_empty() { "No packets.\n".to_owned() } else { out }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `handover show` is asked.
#[derive(clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    place: Place,
    /// The packet, by the beginning of its digest
    packet: String,
}

fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let (digest, found) = received(&state, &args.packet)?;
    args.place.say(
        || json!({ "digest": digest, "packet": found.packet, "brought_by": names::name(&state, &found.by), "reply": found.reply.as_ref().map(|(_, reply)| reply) }),
        || {
            let from = found.packet.from_track.map_or("not known", |track| track.name());
            let mut out = format!("“{}”, from track {from}\n", found.packet.title);
            let key = ::dialogue::id::hex(&found.packet.key);
            out.push_str(&format!(
                "Brought by {}. Signed by the key {key:.16}…: compare it with who handed over.\n",
                names::name(&state, &found.by)
            ));
            for item in &found.packet.items {
                let by = item.attributed_to.as_ref().map_or_else(String::new, |by| format!("{by}: "));
                out.push_str(&format!("- {by}{}\n", item.text));
            }
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn received<'a>(state: &'a State, wanted: &str) -> anyhow::Result<(&'a String, &'a handover::Received)> {
    let all = &state.record.handovers.received;
    let mut found = all.iter().filter(|(digest, _)| !wanted.is_empty() && digest.starts_with(wanted));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(Refusal::unknown("packet", wanted, all.keys().map(String::as_str)).into()),
    }
}

/// What `handover accept` is asked.
#[derive(clap::Args)]
pub(crate) struct Answer {
    #[command(flatten)]
    place: Place,
    /// The packet, by the beginning of its digest
    packet: String,
    /// Where to write the answer for those it comes from
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// What `handover return` is asked.
#[derive(clap::Args)]
pub(crate) struct Return {
    #[command(flatten)]
    answer: Answer,
    /// The reasons
    #[arg(long, value_name = "TEXT")]
    why: String,
}

fn reply(args: &Answer, reply: Reply) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let (digest, found) = received(&state, &args.packet)?;
    let digest = digest.clone();
    // The file may not have been written, or be lost: the same answer is written again.
    let given = found.reply == Some((talk.me.overview()?.me, reply.clone()));
    if !(given && args.out.is_some()) {
        enter(&mut talk, Act::Handover(handover::Act::Replied { digest: digest.clone(), reply: reply.clone() }))?;
    }
    if let Some(out) = &args.out {
        write(out, &talk.me.sign_answer(&digest, reply.clone())?)?;
    }
    args.place.say(|| json!({ "digest": digest, "reply": reply }), || "The answer is on the record.\n".to_owned())?;
    Ok(ExitCode::SUCCESS)
}

/// What `handover answered` is asked.
#[derive(clap::Args)]
pub(crate) struct Answered {
    #[command(flatten)]
    place: Place,
    /// The answer
    file: PathBuf,
}

fn answered(args: &Answered) -> anyhow::Result<ExitCode> {
    let SignedAnswer { digest, reply, seal } = read(&args.file)?;
    let (mut talk, _) = open(&args.place)?;
    let answered = handover::Act::Answered { digest: digest.clone(), reply: reply.clone(), seal: Some(seal) };
    enter(&mut talk, Act::Handover(answered))?;
    args.place.say(|| json!({ "digest": digest, "reply": reply }), || "The answer is on the record.\n".to_owned())?;
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, value: &impl Serialize) -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    std::fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    let text = negotiation::document::read(path)?;
    let shown = path.display();
    Ok(serde_json::from_str(&text).map_err(|error| client::Error::Misuse(format!("{shown}: {error}")))?)
}
