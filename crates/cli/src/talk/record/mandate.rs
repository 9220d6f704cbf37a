//! `mandate draft|show|check|present|revoke`. Signing is done outside, with `ssh-keygen -Y sign`.
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::dialogue::Refusal;
use ::dialogue::mandate::{
    self, Context, Counsel, Draft, Envoy, Mandate, NAMESPACE, Presentation, PrincipalKey, Revocation, Revoked, Status,
};
use ::dialogue::record::Act;
use anyhow::Context as _;
use client::participant::{Shown, now};
use serde_json::{Value, json};

use super::{enter_in, open};
use crate::talk::{Place, names};

/// What can be done with mandates.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Write the document that a principal reads and signs
    Draft(Box<DraftArgs>),
    /// Mandates presented in your rooms, with their clocks
    Show(Show),
    /// Check a signed mandate of your own, before you present it
    Check(Check),
    /// Present a mandate to the members of a room
    Present(Present),
    /// Write the document by which a principal takes a mandate back, or pass on a signed one
    Revoke(Revoke),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Draft(args) => draft(args),
        Command::Show(args) => show(args),
        Command::Check(args) => check(args),
        Command::Present(args) => present(args),
        Command::Revoke(args) => revoke(args),
    }
}

/// What `mandate draft` is asked.
#[derive(clap::Args)]
pub(crate) struct DraftArgs {
    #[command(flatten)]
    place: Place,
    /// Who gives it
    #[arg(long, value_name = "NAME")]
    principal: String,
    /// explore, convey or speak-for; several with commas
    #[arg(long, value_name = "ACT,ACT", value_delimiter = ',', required = true, value_parser = act)]
    scope: Vec<mandate::Act>,
    /// An issue it is confined to; may be repeated; all where none is named
    #[arg(long, value_name = "ISSUE")]
    subject: Vec<String>,
    /// From when on: 2026-12-01T00:00Z
    #[arg(long, value_name = "TIME", value_parser = moment)]
    from: i64,
    /// Until when; this second does not count any more
    #[arg(long, value_name = "TIME", value_parser = moment)]
    until: i64,
    /// A condition; may be repeated
    #[arg(long, value_name = "TEXT")]
    condition: Vec<String>,
    /// Who signed off as counsel
    #[arg(long, value_name = "NAME", requires = "counsel_day")]
    counsel: Option<String>,
    /// When counsel signed off: 2026-11-30
    #[arg(long, value_name = "DATE")]
    counsel_day: Option<String>,
    /// Counsel's reference
    #[arg(long, value_name = "TEXT")]
    counsel_reference: Option<String>,
    /// Where to write the document
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn act(text: &str) -> Result<mandate::Act, String> {
    let found = mandate::Act::ALL.into_iter().find(|act| act.name() == text);
    found.ok_or_else(|| "explore, convey or speak-for was expected".to_owned())
}

fn moment(text: &str) -> Result<i64, String> {
    let parsed: Result<jiff::Timestamp, _> = text.parse();
    parsed.map(|at| at.as_second()).map_err(|_| "a time such as 2026-12-01T09:00Z was expected".to_owned())
}

fn draft(args: &DraftArgs) -> anyhow::Result<ExitCode> {
    let (mut talk, _) = open(&args.place)?;
    let counsel = args.counsel.as_ref().zip(args.counsel_day.as_ref()).map(|(name, day)| Counsel {
        name: name.clone(),
        day: day.clone(),
        reference: args.counsel_reference.clone(),
    });
    let mandate = talk.me.draft_mandate(|dialogue, envoy: Envoy| Draft {
        principal: args.principal.clone(),
        envoy,
        dialogue,
        acts: args.scope.iter().copied().collect::<BTreeSet<_>>(),
        subjects: args.subject.iter().cloned().collect(),
        from: args.from,
        until: args.until,
        conditions: args.condition.clone(),
        counsel,
    })?;
    std::fs::write(&args.out, mandate.to_text())
        .with_context(|| format!("{} cannot be written", args.out.display()))?;
    let file = args.out.display().to_string();
    let sign = format!("ssh-keygen -Y sign -n {NAMESPACE} -f KEY {file}");
    args.place.say(
        || json!({ "file": file, "digest": mandate.digest().to_string(), "sign": sign }),
        || {
            format!(
                "Written to {file}. The principal reads it and signs it on a machine of its own:\n\n  {sign}\n\nThen: \
                 `backchannel mandate check {file}` and `mandate present {file} --room ROOM`.\n"
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A document and its signature.
struct Files {
    document: String,
    signature: String,
}

/// The bytes as they are: nothing is repaired, for a signature is over exactly these.
fn files(document: &Path, signature: Option<&PathBuf>) -> anyhow::Result<Files> {
    let beside = PathBuf::from(format!("{}.sig", document.display()));
    let read = |path: &Path| -> anyhow::Result<String> {
        let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let text = String::from_utf8(bytes);
        text.map_err(|_| client::Error::Misuse(format!("{} is not UTF-8", path.display())).into())
    };
    Ok(Files { document: read(document)?, signature: read(signature.unwrap_or(&beside))? })
}

fn refused(error: mandate::Error) -> anyhow::Error {
    Refusal::Mandate(error).into()
}

/// What `mandate check` is asked.
#[derive(clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    place: Place,
    /// The document
    file: PathBuf,
    /// The signature [default: the document's name with .sig]
    #[arg(long, value_name = "FILE")]
    signature: Option<PathBuf>,
    /// The principal's public key, as OpenSSH writes it, where you know it from elsewhere
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// At this time, instead of now
    #[arg(long, value_name = "TIME", value_parser = moment)]
    at: Option<i64>,
}

fn check(args: &Check) -> anyhow::Result<ExitCode> {
    let files = files(&args.file, args.signature.as_ref())?;
    let expected = match &args.key {
        Some(path) => {
            let line = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
            Some(PrincipalKey::from_openssh(line.trim_end()).map_err(refused)?)
        }
        None => None,
    };
    let mut talk = args.place.open()?;
    let presented = talk.me.presentable(&files.document, &files.signature)?;
    let dialogue = talk.me.id().0;
    let envoy_key = talk.me.public_key()?;
    let presentation = Presentation { dialogue, envoy_key, salt: &presented.salt, expected: expected.as_ref() };
    let at = args.at.unwrap_or_else(now);
    let known = talk.me.revocations()?;
    let context = Context { presentation, now: at, revocations: &known };
    let verified = mandate::verify(files.document.as_bytes(), files.signature.as_bytes(), &context).map_err(refused)?;
    args.place.say(
        || {
            json!({ "holds": true, "seconds_left": verified.left(), "key": verified.key().fingerprint(),
                    "principal": verified.terms().principal, "digest": verified.digest().to_string() })
        },
        || {
            format!(
                "It holds, for {} seconds more. Signed by the key {}: compare that with the principal.\n",
                verified.left(),
                verified.key().fingerprint()
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `mandate present` is asked.
#[derive(clap::Args)]
pub(crate) struct Present {
    #[command(flatten)]
    place: Place,
    /// The document
    file: PathBuf,
    /// The signature [default: the document's name with .sig]
    #[arg(long, value_name = "FILE")]
    signature: Option<PathBuf>,
    /// Whom you show it to: plenary, caucus or convener
    #[arg(long, value_name = "ROOM")]
    room: String,
}

fn present(args: &Present) -> anyhow::Result<ExitCode> {
    let files = files(&args.file, args.signature.as_ref())?;
    let (mut talk, state) = open(&args.place)?;
    let me = talk.me.overview()?.me;
    let room = names::room(&state, me, &args.room)?;
    let presented = talk.me.presentable(&files.document, &files.signature)?;
    enter_in(&mut talk, &room, Act::MandatePresented(presented))?;
    let room = room.to_string();
    args.place.say(|| json!({ "room": room, "presented": true }), || format!("Shown to the members of {room}.\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// What `mandate show` is asked.
#[derive(clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    place: Place,
    /// At this time, instead of now
    #[arg(long, value_name = "TIME", value_parser = moment)]
    at: Option<i64>,
}

fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let all = talk.me.mandates(args.at.unwrap_or_else(now))?;
    let holder = |one: &Shown| names::name(&state, &one.holder);
    args.place.say(
        || {
            let one = |one: &Shown| match &one.held {
                Ok(held) => {
                    let terms = held.mandate.terms();
                    json!({
                        "holder": holder(one), "room": one.room.to_string(), "principal": terms.principal,
                        "scope": terms.acts.iter().map(|act| act.name()).collect::<Vec<_>>(),
                        "subjects": terms.subjects, "conditions": terms.conditions,
                        "key": held.mandate.key().fingerprint(), "digest": held.mandate.digest().to_string(),
                        "from": written(terms.from), "until": written(terms.until),
                        "counsel": terms.counsel.as_ref().map(|one| {
                            json!({ "name": one.name, "day": one.day, "reference": one.reference })
                        }),
                        "status": status(&held.status),
                    })
                }
                Err(error) => {
                    json!({ "holder": holder(one), "room": one.room.to_string(), "error": error.to_string() })
                }
            };
            json!({ "mandates": all.iter().map(one).collect::<Vec<_>>() })
        },
        || {
            let line = |one: &Shown| match &one.held {
                Ok(held) => {
                    let terms = held.mandate.terms();
                    format!(
                        "{} for {}: {}. Shown in {}.\n{}  key: {}\n  SHA-256 of the document: {}\n",
                        holder(one),
                        terms.principal,
                        clock(&held.status),
                        one.room,
                        fields(terms),
                        held.mandate.key().fingerprint(),
                        held.mandate.digest()
                    )
                }
                Err(error) => format!("{}: {error}\n", holder(one)),
            };
            if all.is_empty() { "No mandate was shown to you.\n".to_owned() } else { all.iter().map(line).collect() }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A moment as a document writes it.
fn written(at: i64) -> String {
    jiff::Timestamp::from_second(at).map_or_else(|_| at.to_string(), |at| at.to_string())
}

/// All that a mandate says, one field a line.
fn fields(terms: &Draft) -> String {
    let mut out: String = terms.acts.iter().map(|act| format!("  scope: {act} ({})\n", act.meaning())).collect();
    let all = |what: &str, none: &str, items: Vec<&String>| match items.as_slice() {
        [] => format!("  {none}\n"),
        some => some.iter().map(|one| format!("  {what}: {one}\n")).collect(),
    };
    out.push_str(&all("subject", "subjects: all", terms.subjects.iter().collect()));
    out.push_str(&format!("  from: {}\n  until: {}\n", written(terms.from), written(terms.until)));
    out.push_str(&all("condition", "conditions: none", terms.conditions.iter().collect()));
    out.push_str(&match &terms.counsel {
        Some(one) => {
            let reference = one.reference.as_ref().map_or_else(String::new, |text| format!(", {text}"));
            format!("  counsel: {}, {}{reference}\n", one.name, one.day)
        }
        None => "  counsel: none\n".to_owned(),
    });
    out
}

fn status(status: &Status) -> Value {
    match status {
        Status::NotYet { wait } => json!({ "state": "not-yet", "seconds": wait }),
        Status::Holds { left } => json!({ "state": "holds", "seconds": left }),
        Status::Expired { since } => json!({ "state": "expired", "seconds": since }),
        Status::Revoked { at, reason } => json!({ "state": "revoked", "at": at, "reason": reason }),
    }
}

fn clock(status: &Status) -> String {
    let days = |seconds: &u64| match seconds / 86_400 {
        0 => format!("{} h {} min", seconds / 3_600, seconds / 60 % 60),
        days => format!("{days} day(s)"),
    };
    match status {
        Status::NotYet { wait } => format!("begins in {}", days(wait)),
        Status::Holds { left } => format!("holds for {} more", days(left)),
        Status::Expired { since } => format!("expired {} ago", days(since)),
        Status::Revoked { reason: Some(reason), .. } => format!("taken back: {reason}"),
        Status::Revoked { reason: None, .. } => "taken back".to_owned(),
    }
}

/// What `mandate revoke` is asked.
#[derive(clap::Args)]
pub(crate) struct Revoke {
    #[command(flatten)]
    place: Place,
    /// With --out: the mandate to be taken back. Without: the signed revocation to be passed on
    file: PathBuf,
    /// The signature [default: the document's name with .sig]
    #[arg(long, value_name = "FILE")]
    signature: Option<PathBuf>,
    /// Write the document by which the principal takes the mandate back
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Why, with --out
    #[arg(long, value_name = "TEXT", requires = "out")]
    reason: Option<String>,
    /// From when on, with --out [default: now]
    #[arg(long, value_name = "TIME", value_parser = moment, requires = "out")]
    at: Option<i64>,
    /// To whom it is passed on: plenary, caucus or convener
    #[arg(long, value_name = "ROOM", default_value = "plenary")]
    room: String,
}

fn revoke(args: &Revoke) -> anyhow::Result<ExitCode> {
    if let Some(out) = &args.out {
        let text = std::fs::read(&args.file).with_context(|| format!("{} cannot be read", args.file.display()))?;
        let mandate = Mandate::read(&text).map_err(refused)?;
        let revocation = Revocation::of(&mandate, args.at.unwrap_or_else(now), args.reason.clone()).map_err(refused)?;
        std::fs::write(out, revocation.to_text()).with_context(|| format!("{} cannot be written", out.display()))?;
        let file = out.display().to_string();
        let sign = format!("ssh-keygen -Y sign -n {NAMESPACE} -f KEY {file}");
        args.place.say(
            || json!({ "file": file, "sign": sign }),
            || format!("Written to {file}. The principal signs it:\n\n  {sign}\n\nThen: `mandate revoke {file}`.\n"),
        )?;
        return Ok(ExitCode::SUCCESS);
    }
    let files = files(&args.file, args.signature.as_ref())?;
    let (mut talk, state) = open(&args.place)?;
    let room = names::room(&state, talk.me.overview()?.me, &args.room)?;
    let revoked = Revoked { document: files.document, signature: files.signature };
    enter_in(&mut talk, &room, Act::MandateRevoked(revoked))?;
    let room = room.to_string();
    args.place.say(|| json!({ "room": room, "revoked": true }), || format!("Passed on in {room}.\n"))?;
    Ok(ExitCode::SUCCESS)
}
