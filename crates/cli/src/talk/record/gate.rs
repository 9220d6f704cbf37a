//! `gate list|show|affects|bring|consult|consent|object|promote|confirm`.
use std::process::ExitCode;

use ::dialogue::State;
use ::dialogue::record::Act;
use ::dialogue::record::gate::{self, Confirmation, Passage, Status, Voice};
use serde_json::{Value, json};

use super::{enter, open, spelt};
use crate::output::columns;
use crate::talk::{Place, names};

/// What can be done at the gate for those a result concerns.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Where each result stands
    List(List),
    /// Where one result stands, and who is missing
    Show(About),
    /// Name sides that a result concerns beside those its issues name
    Affects(Affects),
    /// Agree, for your side, to bring a result to the table, where those it concerns can read it
    Bring(About),
    /// Note that your side was consulted: nothing follows from that
    Consult(Speak),
    /// Consent for your side
    Consent(Speak),
    /// Object for your side
    Object(Speak),
    /// Promote a result; refused while a side it concerns has not consented
    Promote(About),
    /// Report that your principal confirms a result
    Confirm(Confirm),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::List(args) => list(args),
        Command::Show(args) => show(args),
        Command::Affects(args) => {
            let sides = args.side.clone();
            act(&args.about, |question| gate::Act::Affects { question, sides })
        }
        Command::Bring(args) => bring(args),
        Command::Consult(args) => speak(args, Voice::Consulted),
        Command::Consent(args) => speak(args, Voice::Consents),
        Command::Object(args) => speak(args, Voice::Objects),
        Command::Promote(args) => act(args, |question| gate::Act::Promote { question }),
        Command::Confirm(args) => {
            let principal = args.principal.clone();
            act(&args.about, |question| gate::Act::Confirm { question, principal })
        }
    }
}

/// Which question.
#[derive(clap::Args)]
pub(crate) struct About {
    #[command(flatten)]
    place: Place,
    /// The question, by the beginning of its name
    id: String,
}

/// What `gate affects` is asked.
#[derive(clap::Args)]
pub(crate) struct Affects {
    #[command(flatten)]
    about: About,
    /// A side; may be repeated
    #[arg(long, value_name = "S", required = true)]
    side: Vec<String>,
}

/// What `gate consult`, `consent` and `object` are asked.
#[derive(clap::Args)]
pub(crate) struct Speak {
    #[command(flatten)]
    about: About,
    /// Why, or what was asked
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,
}

/// What `gate confirm` is asked.
#[derive(clap::Args)]
pub(crate) struct Confirm {
    #[command(flatten)]
    about: About,
    /// The principal
    #[arg(long, value_name = "NAME")]
    principal: String,
}

fn speak(args: &Speak, voice: Voice) -> anyhow::Result<ExitCode> {
    let note = args.note.clone();
    act(&args.about, |question| gate::Act::Speak { question, voice, note })
}

fn act(args: &About, make: impl FnOnce(String) -> gate::Act) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let question = state.question(&args.id)?.id.clone();
    enter(&mut talk, Act::Gate(make(question.clone())))?;
    let state = talk.me.state()?;
    say(args, &state, &state.passage(&question)?)
}

/// Brings the answer that this machine knows, in the agenda's own words.
fn bring(args: &About) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let id = state.question(&args.id)?.id.clone();
    let outcome = talk.me.result_to_bring(&id)?;
    enter(&mut talk, Act::Gate(gate::Act::Bring { question: id.clone(), outcome }))?;
    let state = talk.me.state()?;
    say(args, &state, &state.passage(&id)?)
}

fn show(args: &About) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let question = state.question(&args.id)?.id.clone();
    say(args, &state, &state.passage(&question)?)
}

fn say(args: &About, state: &State, now: &Passage) -> anyhow::Result<ExitCode> {
    args.place.say(|| as_json(state, now), || in_words(state, now))?;
    Ok(ExitCode::SUCCESS)
}

/// Who reported a principal's confirmation: a member by name.
fn reporter(state: &State, one: &Confirmation) -> String {
    one.reported_by.map_or_else(|| "a member".to_owned(), |id| names::name(state, &id))
}

fn as_json(state: &State, now: &Passage) -> Value {
    let mut value = json!(now);
    let confirmed = now.confirmed.iter().map(|(side, one)| {
        let as_reported_by = reporter(state, one);
        json!({ "side": side, "principal": one.principal, "as_reported_by": as_reported_by, "verified": false })
    });
    if let Value::Object(map) = &mut value {
        map.insert("confirmed".to_owned(), confirmed.collect());
    }
    value
}

fn in_words(state: &State, now: &Passage) -> String {
    let names =
        |some: &std::collections::BTreeSet<String>| some.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let mut out = match now.status {
        Status::Open => "No result yet.\n".to_owned(),
        Status::Exploratory => {
            format!(
                "Exploratory: {} is affected and has not consented; promotion is refused until then.\n",
                names(&now.missing)
            )
        }
        Status::Tolerable => "All whom it concerns take part or consent. It can be promoted.\n".to_owned(),
        Status::Promoted => {
            format!("Promoted. Not agreed: the principals of {} have still to confirm.\n", names(&now.unconfirmed))
        }
        Status::Agreed => "Agreed: every principal has confirmed, as members report.\n".to_owned(),
    };
    for (what, who) in [("consulted", &now.consulted), ("consents", &now.consenting), ("objects", &now.objecting)] {
        if !who.is_empty() {
            out.push_str(&format!("{what}: {}\n", names(who)));
        }
    }
    for (side, one) in &now.confirmed {
        let by = reporter(state, one);
        out.push_str(&format!("confirmed for {side}: {}, as {by} reports; nothing here verifies it\n", one.principal));
    }
    if let Some(result) = &now.result {
        let rows: Vec<Vec<String>> =
            result.iter().map(|(issue, option)| vec![format!("  {issue}"), option.clone()]).collect();
        out.push_str(&columns(&rows, 2));
    }
    out
}

/// What `gate list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let all: Vec<Passage> = state.questions.iter().filter_map(|question| state.passage(&question.id).ok()).collect();
    args.place.say(
        || json!({ "results": all.iter().map(|one| as_json(&state, one)).collect::<Vec<_>>() }),
        || {
            let row = |one: &Passage| {
                let missing = one.missing.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
                let missing = if missing.is_empty() { missing } else { format!("missing: {missing}") };
                vec![one.question.clone(), spelt(&one.status), missing]
            };
            if all.is_empty() {
                "No question has been called yet.\n".to_owned()
            } else {
                columns(&all.iter().map(row).collect::<Vec<_>>(), 3)
            }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
