//! `statement add|import|list|show|roots`.
use std::path::PathBuf;
use std::process::ExitCode;

use ::dialogue::Body;
use ::dialogue::charter::Attribution;
use ::dialogue::record::standing::Stance;
use ::dialogue::record::statement::{self, Evidence, Kind, Setting, Statement};
use ::dialogue::record::{Act, Day, Recorded};
use serde_json::{Value, json};

use super::{Named, enter_one, facts, open, spelt, word};
use crate::output::columns;
use crate::talk::{Place, names};

/// What can be done with the reported record's statements.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Enter one
    Add(Box<Add>),
    /// Enter those of a TOML or CSV file
    Import(Import),
    /// All, limits apart
    List(List),
    /// One statement
    Show(Named),
    /// How well each claim is attested: independent roots, not articles
    Roots(Roots),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Add(args) => add(args),
        Command::Import(args) => import(args),
        Command::List(args) => list(args),
        Command::Show(args) => show(args),
        Command::Roots(args) => roots(args),
    }
}

/// What `statement add` is asked.
#[derive(clap::Args)]
pub(crate) struct Add {
    #[command(flatten)]
    place: Place,
    /// Its name
    name: String,
    /// account, limit, estimate, threatened-act, never-option or commentary
    #[arg(long, value_parser = word::<Kind>, default_value = "account")]
    kind: Kind,
    /// The speaker as the source gives it
    #[arg(long, value_name = "TEXT")]
    speaker: String,
    /// The source withholds the speaker's name
    #[arg(long)]
    anonymous: bool,
    /// on-record, background, deep-background, off-record or chatham-house
    #[arg(long, value_parser = word::<Attribution>)]
    attribution: Attribution,
    /// When
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    day: Option<Day>,
    /// Said in private, not in public
    #[arg(long)]
    private: bool,
    /// The speaker denies it
    #[arg(long)]
    denies: bool,
    /// What, in your own words
    text: String,
    /// The words themselves, a few, where they are the fact
    #[arg(long, value_name = "WORDS")]
    quote: Option<String>,
    /// The document
    #[arg(long, value_name = "SOURCE")]
    source: String,
    /// The first publication it goes back to [default: the document]
    #[arg(long, value_name = "ROOT")]
    root: Option<String>,
    /// What it is evidence for
    #[arg(long, value_name = "CLAIM")]
    claim: Option<String>,
    /// The issue it is about
    #[arg(long, value_name = "ISSUE")]
    issue: Option<String>,
    /// The statement it differs from: private beside public
    #[arg(long, value_name = "NAME")]
    pair: Option<String>,
    /// The seat whose words they are
    #[arg(long, value_name = "SEAT")]
    seat: Option<String>,
    /// The state for which the speaker speaks or promises
    #[arg(long, value_name = "STATE")]
    commits: Option<String>,
    /// What no option may say: words that must all be there, `*` for any ending; may be repeated
    #[arg(long, value_name = "WORDS")]
    mark: Vec<String>,
}

fn add(args: &Add) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.name, "The statement is on the record.", |_, _| {
        let statement = Statement {
            kind: args.kind,
            speaker: args.speaker.clone(),
            anonymous: args.anonymous,
            attribution: args.attribution,
            day: args.day,
            setting: if args.private { Setting::Private } else { Setting::Public },
            stance: if args.denies { Stance::Denies } else { Stance::Asserts },
            text: args.text.clone(),
            quote: args.quote.clone(),
            source: args.source.clone(),
            root: args.root.clone().unwrap_or_else(|| args.source.clone()),
            claim: args.claim.clone(),
            issue: args.issue.clone(),
            pair: args.pair.clone(),
            seat: args.seat.clone(),
            commits: args.commits.clone(),
            marks: args.mark.clone(),
        };
        Ok(Act::Statement { name: args.name.clone(), statement })
    })
}

/// What `statement import` is asked.
#[derive(clap::Args)]
pub(crate) struct Import {
    #[command(flatten)]
    place: Place,
    /// A TOML file with `[[statement]]` tables, or a CSV file with a header
    file: PathBuf,
}

fn import(args: &Import) -> anyhow::Result<ExitCode> {
    let text = negotiation::document::read(&args.file)?;
    let shown = args.file.display();
    let csv = args.file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let acts = client::case::statements(&text, &shown.to_string(), csv)?;
    let (mut talk, _) = open(&args.place)?;
    let count = acts.len();
    // All or none: half a file is worse than an error.
    talk.me.post_new(acts.into_iter().map(|act| Body::Entered { act: Box::new(act) }).collect())?;
    talk.send()?;
    args.place.say(|| json!({ "entered": count }), || format!("{count} statement(s) are on the record.\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// What `statement list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
    /// What may go to the public: nothing that was said in private
    #[arg(long)]
    public: bool,
    /// About this issue alone
    #[arg(long, value_name = "ISSUE")]
    issue: Option<String>,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let all = &state.record.statements;
    let wanted = |(_, one): &(&String, &Recorded)| {
        (!args.public || one.statement.setting == Setting::Public)
            && args.issue.as_ref().is_none_or(|wanted| one.statement.issue.as_ref() == Some(wanted))
    };
    let chosen: Vec<(&String, &Recorded)> = all.iter().filter(wanted).collect();
    let of = |kind: Option<Kind>, limits: bool| -> Vec<serde_json::Value> {
        let fits = |one: &&(&String, &Recorded)| match kind {
            Some(kind) => one.1.statement.kind == kind,
            None => (one.1.statement.kind == Kind::Limit) == limits,
        };
        chosen.iter().filter(fits).map(|(name, one)| as_json(name, &one.statement)).collect()
    };
    let pairs: Vec<serde_json::Value> = chosen
        .iter()
        .filter_map(|(name, one)| {
            let other = one.statement.pair.as_ref()?;
            let found = all.get(other).filter(|_| !args.public)?;
            let private = one.statement.setting == Setting::Private;
            let (private, public) = if private { (*name, other) } else { (other, *name) };
            Some(json!({ "private": private, "public": public, "about": one.statement.text, "beside": found.statement.text }))
        })
        .collect();
    args.place.say(
        || {
            json!({
                "statements": of(None, false), "limits": of(None, true), "pairs": pairs,
                "never_options": of(Some(Kind::NeverOption), false),
                "threatened_acts": of(Some(Kind::ThreatenedAct), false),
            })
        },
        || {
            let row = |(name, one): &(&String, &Recorded)| {
                let statement = &one.statement;
                let quote = statement.quote.as_ref().map_or_else(String::new, |quote| format!(" (“{quote}”)"));
                vec![
                    (*name).clone(),
                    spelt(&statement.kind),
                    format!("{}, {}", statement.speaker, statement.attribution.name()),
                    format!("{}{quote}", statement.text),
                    format!("[{}]", statement.source),
                ]
            };
            let rows: Vec<Vec<String>> = chosen.iter().map(row).collect();
            if rows.is_empty() { "Nothing is reported on the record yet.\n".to_owned() } else { columns(&rows, 5) }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn as_json(name: &str, statement: &Statement) -> serde_json::Value {
    let mut value = json!(statement);
    if let serde_json::Value::Object(map) = &mut value {
        map.insert("name".to_owned(), json!(name));
    }
    value
}

fn show(args: &Named) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let all = &state.record.statements;
    let known = all.keys().map(String::as_str);
    let found = all.get(&args.name).ok_or_else(|| ::dialogue::Refusal::unknown("statement", &args.name, known))?;
    let statement = &found.statement;
    args.place.say(
        || {
            let mut value = as_json(&args.name, statement);
            if let serde_json::Value::Object(map) = &mut value {
                map.insert("entered_by".to_owned(), json!(names::name(&state, &found.by)));
            }
            value
        },
        || {
            let named = if statement.anonymous { "name withheld by the source" } else { "named by the source" };
            let marks = (!statement.marks.is_empty()).then(|| statement.marks.join("; "));
            let rows = [
                ("kind", Some(spelt(&statement.kind))),
                ("speaker", Some(format!("{} ({named}), {}", statement.speaker, statement.attribution.name()))),
                ("day", statement.day.map(|day| day.to_string())),
                ("said in", Some(spelt(&statement.setting))),
                ("stance", Some(spelt(&statement.stance))),
                ("text", Some(statement.text.clone())),
                ("words", statement.quote.as_ref().map(|quote| format!("“{quote}”"))),
                ("source", Some(statement.source.clone())),
                ("root", Some(statement.root.clone())),
                ("evidence for", statement.claim.clone()),
                ("issue", statement.issue.clone()),
                ("differs from", statement.pair.clone()),
                ("seat", statement.seat.clone()),
                ("speaks for", statement.commits.clone()),
                ("no option may say", marks),
                ("entered by", Some(names::name(&state, &found.by))),
            ];
            facts(&args.name, rows)
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `statement roots` is asked.
#[derive(clap::Args)]
pub(crate) struct Roots {
    #[command(flatten)]
    place: Place,
    /// Of this claim alone
    #[arg(long, value_name = "CLAIM")]
    claim: Option<String>,
}

fn roots(args: &Roots) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let mut all = statement::attested(state.record.statements.values().map(|one| &one.statement));
    all.retain(|one| args.claim.as_ref().is_none_or(|claim| *claim == one.claim));
    args.place.say(
        || {
            let counted = |one: &Evidence| {
                json!({
                    "roots": one.roots.len(), "articles": one.articles.len(),
                    "anonymous_sources": one.anonymous_sources.len(), "named_sources": one.named_sources.len(),
                    "root_names": one.roots, "article_names": one.articles,
                })
            };
            // Beside the claim stands what asserts it; what denies it stands apart.
            let one = |one: &statement::Attested| {
                let mut value = counted(&one.asserted);
                if let Value::Object(map) = &mut value {
                    map.insert("claim".to_owned(), json!(one.claim));
                    map.insert("denied".to_owned(), counted(&one.denied));
                }
                value
            };
            json!({ "claims": all.iter().map(one).collect::<Vec<_>>() })
        },
        || {
            let counted = |one: &Evidence| {
                format!(
                    "{} independent root(s) ({}), in {} article(s); {} anonymous and {} named source(s)",
                    one.roots.len(),
                    one.roots.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
                    one.articles.len(),
                    one.anonymous_sources.len(),
                    one.named_sources.len()
                )
            };
            let line = |one: &statement::Attested| {
                let asserted = match one.asserted.roots.is_empty() {
                    true => "asserted by nobody".to_owned(),
                    false => counted(&one.asserted),
                };
                let denied = match one.denied.roots.is_empty() {
                    true => String::new(),
                    false => format!("; denied by {}", counted(&one.denied)),
                };
                format!("{}: {asserted}{denied}\n", one.claim)
            };
            if all.is_empty() {
                "No statement says what it is evidence for.\n".to_owned()
            } else {
                all.iter().map(line).collect()
            }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
