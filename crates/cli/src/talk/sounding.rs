//! `sounding call|list|preview|consent|decline|withdraw|run|result`.
use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ::dialogue::question::{Asking, Subject};
use ::dialogue::{Body, Question, Room, Stage, State, ledger};
use client::AnswerRow;
use client::sounding::{Ran, Vote, Watch};
use negotiation::circuit::{Answer, Rule};
use serde_json::{Map, Value, json};

use super::{Place, Talk, names};
use crate::output::{self, columns};
use crate::rehearse::account;

/// What can be done with questions.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Call a question
    Call(Box<Call>),
    /// The questions of the dialogue
    List(List),
    /// What each possible answer, together with all earlier ones, would tell
    Preview(One),
    /// Consent for your side; your position is sealed by it
    Consent(Consent),
    /// Do not consent for your side; all see it
    Decline(One),
    /// Take back a question that you called
    Withdraw(One),
    /// Take part in the run
    Run(Run),
    /// The answer, if your side was told it
    Result(Outcome),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Call(args) => call(args),
        Command::List(args) => list(args),
        Command::Preview(args) => preview(args),
        Command::Consent(args) => consent(args),
        Command::Decline(args) => decline(args),
        Command::Withdraw(args) => withdraw(args),
        Command::Run(args) => take_part(args),
        Command::Result(args) => result(args),
    }
}

/// What `sounding call` is asked.
#[derive(clap::Args)]
pub(crate) struct Call {
    #[command(flatten)]
    place: Place,
    /// draw, exists, nash or egalitarian
    #[arg(long, default_value = "draw", value_parser = rule)]
    rule: Rule,
    /// The sides that take part, separated by commas
    #[arg(long, value_name = "A,B", value_delimiter = ',', required = true)]
    sides: Vec<String>,
    /// Ask about this named package instead of the whole agenda (repeat for more)
    #[arg(long, value_name = "NAME", conflicts_with_all = ["adopt", "date"])]
    package: Vec<String>,
    /// Only packages with this option (repeat for more issues)
    #[arg(long, value_name = "ISSUE=OPTION", value_parser = crate::scope::confinement, conflicts_with_all = ["adopt", "date", "improve"])]
    only: Vec<(String, String)>,
    /// Enough that this many sides accept, instead of all
    #[arg(long, value_name = "K")]
    quorum: Option<usize>,
    /// With a quorum: this side must accept in any case (repeat for more)
    #[arg(long, value_name = "NAME", requires = "quorum")]
    veto: Vec<String>,
    /// Ask for a package that is better for every side than this one, which stands already
    #[arg(long, value_name = "PACKAGE", conflicts_with_all = ["adopt", "date"])]
    improve: Option<String>,
    /// Ask whether all adopt the text in this file
    #[arg(long, value_name = "FILE", conflicts_with = "date")]
    adopt: Option<PathBuf>,
    /// What the text is called; by default its file's name
    #[arg(long, value_name = "T", requires = "adopt")]
    title: Option<String>,
    /// An issue that the text is about (repeat for more): sides that it affects are then not left out
    #[arg(long, value_name = "NAME", requires = "adopt")]
    issue: Vec<String>,
    /// Ask for a slot that is free for all, such as 2026-12-01T09:00Z/2026-12-01T12:00Z (repeat for more)
    #[arg(long, value_name = "SLOT", value_parser = client::calendar::parse_slot)]
    date: Vec<String>,
    /// Which version of the agenda; the newest by default
    #[arg(long, value_name = "N")]
    version: Option<u32>,
    /// Tell the answer to all members, not to the sides taking part alone
    #[arg(long)]
    tell_all: bool,
}

fn rule(name: &str) -> Result<Rule, String> {
    name.parse().map_err(|error: negotiation::circuit::TermsError| error.to_string())
}

fn call(args: &Call) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let version = args.version.unwrap_or(talk.me.state()?.newest());
    let asking = Asking {
        subject: subject(args, version)?,
        sides: args.sides.clone(),
        rule: args.rule,
        quorum: args.quorum,
        vetoes: args.veto.clone(),
        told_to_all: args.tell_all,
    };
    let id = talk.me.call(asking)?;
    talk.send()?;
    args.place.say(
        || json!({ "id": id }),
        || {
            format!(
                "Question {id} is called. Each side taking part looks at `backchannel sounding preview {id}` and then \
                 says `sounding consent {id}` or `sounding decline {id}`.\n"
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn subject(args: &Call, version: u32) -> anyhow::Result<Subject> {
    let packages = (!args.package.is_empty()).then(|| args.package.clone());
    if let Some(file) = &args.adopt {
        let text = negotiation::document::read(file)?;
        let name = || file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (title, issues) = (args.title.clone().unwrap_or_else(name), args.issue.clone());
        return Ok(Subject::Adopt { title, text, issues });
    }
    if !args.date.is_empty() {
        return Ok(Subject::Date { slots: args.date.clone() });
    }
    if let Some(than) = &args.improve {
        return Ok(Subject::Improve { version, than: than.clone(), packages });
    }
    Ok(Subject::Agenda { version, packages, only: args.only.clone() })
}

/// What `sounding list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.look()?;
    let state = talk.me.state()?;
    args.place.say(
        || json!({ "questions": state.questions.iter().map(|one| as_json(&state, one)).collect::<Vec<_>>() }),
        || {
            let row = |one: &Question| {
                let what = format!("{} by {}", one.asking.subject.kind(), one.asking.rule);
                vec![one.number.to_string(), one.id.clone(), what, one.asking.sides.join(", "), stage(&one.stage())]
            };
            let rows: Vec<Vec<String>> = state.questions.iter().map(row).collect();
            if rows.is_empty() {
                "No questions yet: `backchannel sounding call`.\n".to_owned()
            } else {
                columns(&rows, 5)
            }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A question for programs.
pub(super) fn as_json(state: &State, one: &Question) -> Value {
    json!({
        "id": one.id, "number": one.number, "kind": one.asking.subject.kind(), "rule": one.asking.rule.name(),
        "sides": one.asking.sides, "packages": one.packages, "bits": one.bits.value(),
        "agenda_version": one.asking.subject.version(), "quorum": one.asking.quorum, "vetoes": one.asking.vetoes,
        "caller": names::name(state, &one.caller), "stage": word(&one.stage()), "waiting": waiting(&one.stage()),
        "consented": one.consents.keys().collect::<Vec<_>>(), "attempts": one.attempts.len(),
        "told": if one.asking.told_to_all { "all" } else { "sides" },
        "issues": match &one.asking.subject {
            Subject::Adopt { issues, .. } => issues.as_slice(),
            _ => &[],
        },
    })
}

/// The stage in one word.
pub(super) fn word(stage: &Stage) -> &'static str {
    match stage {
        Stage::Called { .. } => "called",
        Stage::Consented { .. } => "consented",
        Stage::Running { .. } => "running",
        Stage::Answered => "answered",
        Stage::Spent => "spent",
        Stage::Refused { .. } => "refused",
        Stage::Withdrawn => "withdrawn",
    }
}

fn waiting(stage: &Stage) -> Vec<String> {
    match stage {
        Stage::Called { waiting } | Stage::Consented { waiting, .. } | Stage::Running { waiting, .. } => {
            waiting.clone()
        }
        _ => Vec::new(),
    }
}

/// The stage for people.
pub(super) fn stage(stage: &Stage) -> String {
    match stage {
        Stage::Called { waiting } => format!("waits for the consent of {}", waiting.join(", ")),
        Stage::Consented { waiting, .. } => format!("waits for the machines of {}", waiting.join(", ")),
        Stage::Running { waiting, .. } => format!("runs, or waits for the word of {}", waiting.join(", ")),
        Stage::Answered => "answered".to_owned(),
        Stage::Spent => "broke off after an answer could have been opened; it counts".to_owned(),
        Stage::Refused { by } => format!("{by} did not consent"),
        Stage::Withdrawn => "taken back".to_owned(),
    }
}

/// A command about one question.
#[derive(clap::Args)]
pub(crate) struct One {
    #[command(flatten)]
    place: Place,
    /// The question, by the beginning of its name
    id: String,
}

fn preview(args: &One) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let preview = talk.me.preview(&args.id)?;
    let state = talk.me.state()?;
    let question = state.question(&args.id)?;
    let asked = state.asked(&question.asking)?;
    let put = state.put(&question.asking)?;
    args.place.say(
        || {
            let mut value = serde_json::to_value(&preview.told).unwrap_or(Value::Null);
            if let Value::Object(map) = &mut value {
                map.insert("id".to_owned(), Value::from(question.id.clone()));
                map.insert("warnings".to_owned(), json!(preview.warnings));
                map.insert("budget_left".to_owned(), json!(preview.budget_left));
                map.insert("first".to_owned(), json!(preview.first));
                map.insert("refusing".to_owned(), json!(preview.refusing));
            }
            value
        },
        || {
            let mut out = account::heading(&asked, &put);
            if let Subject::Improve { than, .. } = &question.asking.subject {
                out.push_str(&format!("  a package counts for a side only if it is better for it than {than}\n"));
            }
            if let Subject::Adopt { title, text, issues } = &question.asking.subject {
                if !issues.is_empty() {
                    out.push_str(&format!("  it is about {}\n", issues.join(", ")));
                }
                out.push_str(&format!("  the text “{title}”:\n\n{text}\n"));
            }
            let sides = question.asking.sides.len();
            out.push_str(&account::told_by(&preview.told, &preview.warnings, &put, sides, false));
            out.push_str(&format!(
                "\n{}\n{}\nThe budget over all questions has {:.1} bits left with this one counted.\n",
                preview.first, preview.refusing, preview.budget_left
            ));
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `sounding consent` is asked.
#[derive(clap::Args)]
pub(crate) struct Consent {
    #[command(flatten)]
    place: Place,
    /// The question, by the beginning of its name
    id: String,
    /// To a text: your side accepts it
    #[arg(long, conflicts_with = "reject")]
    accept: bool,
    /// To a text: your side does not accept it; only the answer "not by all" can follow, and nobody sees whose no it was
    #[arg(long)]
    reject: bool,
    /// To a date: this slot is free for your side (repeat for more)
    #[arg(long, value_name = "SLOT")]
    free: Vec<String>,
    /// To a date: the slots that nothing in this calendar (ICS) overlaps are free
    #[arg(long, value_name = "FILE")]
    ics: Vec<PathBuf>,
}

fn consent(args: &Consent) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let question = talk.me.state()?.question(&args.id)?.clone();
    let vote = vote(args, &question)?;
    if let Some(version) = talk.me.needs_seal(&args.id)? {
        talk.me.seal_position(version)?;
        talk.sync()?;
    }
    talk.me.consent(&args.id, &vote)?;
    talk.send()?;
    let now = talk.me.state()?.question(&args.id)?.stage();
    args.place.say(
        || json!({ "id": question.id, "consented": true, "stage": word(&now), "waiting": waiting(&now) }),
        || {
            format!(
                "Your side consents to question {}; what it enters is sealed. The question now {}.\n",
                question.id,
                stage(&now)
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn vote(args: &Consent, question: &Question) -> anyhow::Result<Vote> {
    if args.accept || args.reject {
        return Ok(Vote::Text(args.accept));
    }
    if args.free.is_empty() && args.ics.is_empty() {
        return Ok(Vote::Position);
    }
    let mut free: BTreeSet<String> = args.free.iter().cloned().collect();
    if let (Subject::Date { slots }, false) = (&question.asking.subject, args.ics.is_empty()) {
        let mut open = slots.clone();
        for file in &args.ics {
            let text = negotiation::document::read(file)?;
            open = client::calendar::free_slots(&text, &open)?;
        }
        free.extend(open);
    }
    Ok(Vote::Free(free))
}

fn decline(args: &One) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    talk.me.decline(&args.id)?;
    talk.send()?;
    let id = talk.me.state()?.question(&args.id)?.id.clone();
    args.place
        .say(|| json!({ "id": id, "consented": false }), || "Your side does not consent; all see that.\n".to_owned())?;
    Ok(ExitCode::SUCCESS)
}

fn withdraw(args: &One) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let question = talk.me.state()?.question(&args.id)?.id.clone();
    talk.me.post(&Room::Plenary, Body::Withdrawn { question: question.clone() })?;
    talk.send()?;
    args.place.say(|| json!({ "id": question, "withdrawn": true }), || "Taken back; all see that.\n".to_owned())?;
    Ok(ExitCode::SUCCESS)
}

/// What `sounding run` is asked.
#[derive(clap::Args)]
pub(crate) struct Run {
    #[command(flatten)]
    place: Place,
    /// The question, by the beginning of its name
    id: String,
    /// Wait for the machines of the other sides, at most so long
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "3600")]
    wait: Option<u64>,
}

fn take_part(args: &Run) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    // Long enough for machines that are started at the same time.
    let patience = Duration::from_secs(args.wait.unwrap_or(10));
    talk.refresh()?;
    let question = talk.me.state()?.question(&args.id)?.clone();
    let id = question.id.clone();
    let (json, shown) = (args.place.json, args.place.json || std::io::stderr().is_terminal());
    let mut last = None;
    let watch = |what: Watch| {
        if shown && last.as_ref() != Some(&what) {
            output::complain(&if json { seen_json(&question, &what).to_string() } else { seen(&what) });
            last = Some(what);
        }
    };
    match talk.runtime.block_on(talk.me.run(&id, patience, watch))? {
        Ran::Waiting(sides) => args.place.say(
            || json!({ "id": id, "state": "waiting", "waiting": sides }),
            || {
                format!(
                    "This machine is ready; those of {} are not. Run the command again, with --wait.\n",
                    sides.join(", ")
                )
            },
        )?,
        Ran::Answered(row) => told(&args.place, &mut talk, &id, Some(&row))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// What goes on, for people.
fn seen(what: &Watch) -> String {
    match what {
        Watch::Waiting(sides) => format!("  … waiting for the machines of {}", sides.join(", ")),
        Watch::Meeting => "  … the machines meet".to_owned(),
        Watch::Phase(phase) => format!("  … {phase}: {}", account::phase(*phase)),
    }
}

/// What goes on, for programs: a line on standard error. Standard error is kept in logs, so sides are numbered there as
/// the question's `sides` are, from 0, and not named.
fn seen_json(question: &Question, what: &Watch) -> Value {
    let id = &question.id;
    match what {
        Watch::Waiting(sides) => {
            let all = question.asking.sides.iter().enumerate();
            let parties: Vec<usize> = all.filter(|(_, side)| sides.contains(side)).map(|(party, _)| party).collect();
            json!({ "id": id, "state": "waiting", "parties": parties })
        }
        Watch::Meeting => json!({ "id": id, "state": "meeting" }),
        Watch::Phase(phase) => {
            json!({ "id": id, "state": "running", "phase": phase.name(), "step": *phase as u8, "of": mpc::Phase::ALL.len() })
        }
    }
}

/// What `sounding result` is asked.
#[derive(clap::Args)]
pub(crate) struct Outcome {
    #[command(flatten)]
    place: Place,
    /// The question, by the beginning of its name
    id: String,
    /// Wait for the answer, at most so long
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "600")]
    wait: Option<u64>,
}

fn result(args: &Outcome) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let until = Instant::now() + Duration::from_secs(args.wait.unwrap_or(0));
    let id = talk.me.state()?.question(&args.id)?.id.clone();
    loop {
        let row = talk.me.answer(&id)?;
        let left = until.saturating_duration_since(Instant::now());
        let closed =
            matches!(talk.me.state()?.question(&id)?.stage(), Stage::Refused { .. } | Stage::Withdrawn | Stage::Spent);
        if row.is_some() || left.is_zero() || closed {
            told(&args.place, &mut talk, &id, row.as_ref())?;
            return Ok(ExitCode::SUCCESS);
        }
        talk.wait(left.min(Duration::from_secs(20)))?;
    }
}

/// Whether a text that was adopted is more than exploratory; nothing is said where nobody affected is absent.
fn text_standing(absent: &[&str]) -> String {
    if absent.is_empty() {
        return String::new();
    }
    let sides = absent.join(", ");
    format!("It is exploratory: it concerns {sides}. Promotion is refused until {sides} consent.\n")
}

/// Says an answer, or that there is none here.
fn told(place: &Place, talk: &mut Talk, id: &str, row: Option<&AnswerRow>) -> anyhow::Result<()> {
    let state = talk.me.state()?;
    let question = state.question(id)?;
    let now = question.stage();
    let Some(row) = row else {
        let what = match &now {
            Stage::Answered => "answered, and the answer was told to others alone".to_owned(),
            other => stage(other),
        };
        let null =
            json!({ "id": id, "result": null, "package": null, "outcome": null, "receipt": null, "stage": word(&now) });
        return place.say(|| null, || format!("Question {id}: {what}.\n"));
    };
    let put = state.put(&question.asking)?;
    let outcome = match row.answer {
        Answer::Outcome(number) => put.outcome(number),
        Answer::None | Answer::Exists => None,
    };
    let package = outcome.as_ref().and_then(|outcome| put.package_name(outcome));
    let result = match row.answer {
        Answer::None => "none",
        Answer::Exists => "exists",
        Answer::Outcome(_) => "package",
    };
    let by_issue = outcome.as_ref().map(|outcome| {
        let names = put.agenda.names(outcome).map(|(issue, choice)| (issue.to_owned(), Value::from(choice)));
        Value::Object(names.collect::<Map<_, _>>())
    });
    let absent = outcome.as_ref().map(|outcome| put.agenda.absent_affected(outcome, &question.asking.sides));
    let mut absent: Vec<&str> = absent.iter().flatten().map(|(side, _)| *side).collect();
    // A text has no options by which to tell: whom it concerns follows from the issues that it is about.
    let passage = state.passage(id)?;
    if question.asking.subject.kind() == "adopt" && row.answer != Answer::None {
        absent = passage.missing.iter().map(String::as_str).collect();
    }
    place.say(
        || {
            json!({
                "id": id, "result": result, "package": package, "outcome": by_issue, "receipt": row.receipt,
                "confirmed": row.confirmed, "stage": word(&now), "exploratory": !absent.is_empty(),
            })
        },
        || {
            let mut out = match (&row.answer, question.asking.subject.kind()) {
                (Answer::None, "adopt") => "The text is not adopted by all.\n".to_owned(),
                (Answer::None, "date") => "No slot is free for all.\n".to_owned(),
                (Answer::None, _) => "No common package found.\n".to_owned(),
                (_, "adopt") => format!("The text is adopted by all.\n{}", text_standing(&absent)),
                (Answer::Exists, _) => "Some package passes. Which, is not opened.\n".to_owned(),

                (Answer::Outcome(number), _) => {
                    let mut out = format!("Package {}\n", ledger::package(&put, *number));
                    if let Some(outcome) = &outcome {
                        let rows: Vec<Vec<String>> = put
                            .agenda
                            .names(outcome)
                            .map(|(issue, choice)| vec![format!("  {issue}"), choice.to_owned()])
                            .collect();
                        out.push_str(&columns(&rows, 2));
                        out.push_str(&account::standing(&put.agenda, outcome, &question.asking.sides));
                    }
                    out
                }
            };
            if let Some(receipt) = &row.receipt {
                let sides = row.confirmed.join(", ");
                out.push_str(&format!(
                    "Receipt {receipt}, confirmed by {sides}: the same for all who took part, proof to nobody else.\n"
                ));
            }
            out
        },
    )
}
