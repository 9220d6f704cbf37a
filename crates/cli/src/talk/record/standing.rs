//! `standing add|list|show|warnings`.
use std::process::ExitCode;

use ::dialogue::charter::Attribution;
use ::dialogue::record::advice::{self, Warning};
use ::dialogue::record::standing::{self, Fit, Relation, Stance, Standing, Verdict};
use ::dialogue::record::{Act, Day};
use serde_json::json;

use super::{enter_one, open, word};
use crate::output::columns;
use crate::talk::Place;

/// What can be done with facts of standing.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Enter what somebody asserts or denies of a government
    Add(Add),
    /// What is known, and how denials and assertions fit
    List(List),
    /// What is known of one government, each fact with who says so
    Show(Show),
    /// What deserves a second look: private seats with office-holders, lines that commit a state
    Warnings(List),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Add(args) => add(args),
        Command::List(args) => list(args),
        Command::Show(args) => show(args),
        Command::Warnings(args) => warnings(args),
    }
}

/// What `standing add` is asked.
#[derive(clap::Args)]
pub(crate) struct Add {
    #[command(flatten)]
    place: Place,
    /// Whose government
    #[arg(long, value_name = "NAME")]
    government: String,
    /// The side of the talks that it is about; all of them where none is named
    #[arg(long, value_name = "S")]
    side: Option<String>,
    /// requested, sought, knew, directed, briefed or carried-messages
    #[arg(long, value_parser = word::<Relation>)]
    relation: Relation,
    /// asserts or denies
    #[arg(long, value_parser = word::<Stance>)]
    stance: Stance,
    /// Who says so, as the source gives it
    #[arg(long, value_name = "SPEAKER")]
    by: String,
    /// on-record, background, deep-background, off-record or chatham-house
    #[arg(long, value_parser = word::<Attribution>, default_value = "on-record")]
    attribution: Attribution,
    /// When it was so; of a denial, the day up to which it denies: 2023, 2023-04 or 2023-04-12
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    day: Option<Day>,
    /// The meeting it is about
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,
    /// Where it is reported: it then belongs to the reported record
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

fn add(args: &Add) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.government, "The fact is on the record.", |_, _| {
        Ok(Act::Standing(Standing {
            government: args.government.clone(),
            side: args.side.clone(),
            relation: args.relation,
            stance: args.stance,
            by: args.by.clone(),
            attribution: args.attribution,
            day: args.day,
            meeting: args.meeting.clone(),
            source: args.source.clone(),
        }))
    })
}

/// What `standing list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
    /// Of the reported record
    #[arg(long)]
    reported: bool,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let book = state.record.book(args.reported);
    let statements: Vec<_> =
        state.record.statements.values().map(|one| &one.statement).filter(|_| args.reported).collect();
    let governments: std::collections::BTreeSet<&str> =
        book.standing.iter().map(|one| one.government.as_str()).collect();
    let pairs = standing::pairs(&book.standing, &statements);
    let verdict = |government: &str, relation| standing::verdict(&book.standing, government, relation);
    args.place.say(
        || {
            let one = |government: &&str| {
                let relations: serde_json::Map<String, serde_json::Value> = Relation::ALL
                    .iter()
                    .map(|relation| (super::spelt(relation), json!(verdict(government, *relation))))
                    .collect();
                let side = |side: String| {
                    let of = |relation| standing::verdict_of(&book.standing, government, &side, relation);
                    let verdicts: serde_json::Map<String, serde_json::Value> =
                        Relation::ALL.iter().map(|one| (super::spelt(one), json!(of(*one)))).collect();
                    json!({ "side": side, "verdicts": verdicts })
                };
                let sides: Vec<_> = standing::sides(&book.standing, government).into_iter().map(side).collect();
                json!({ "government": government, "verdicts": relations, "sides": sides })
            };
            json!({
                "governments": governments.iter().map(one).collect::<Vec<_>>(),
                "facts": book.standing, "pairs": pairs, "reported": args.reported,
            })
        },
        || {
            let mut out = String::new();
            for government in &governments {
                out.push_str(&format!("{government}\n{}", of_government(&book.standing, government)));
            }
            for pair in &pairs {
                let fit = match pair.fit {
                    Fit::Compatible => "both can be so",
                    Fit::Conflicting => "both cannot be so",
                    Fit::InTension => "hard to believe together",
                };
                out.push_str(&format!("- {} / {}: {fit}; {}\n", pair.denial, pair.assertion, pair.why));
            }
            if out.is_empty() { "Nothing is on the record about any government.\n".to_owned() } else { out }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `standing show` is asked.
#[derive(clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    place: Place,
    /// The government
    government: String,
    /// Of the reported record
    #[arg(long)]
    reported: bool,
}

fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let book = state.record.book(args.reported);
    let of_it: Vec<&Standing> = book.standing.iter().filter(|one| one.government == args.government).collect();
    if of_it.is_empty() {
        let known = book.standing.iter().map(|one| one.government.as_str());
        return Err(::dialogue::Refusal::unknown("government with a standing", &args.government, known).into());
    }
    let verdict = |relation: Relation| standing::verdict(&book.standing, &args.government, relation);
    args.place.say(
        || {
            let verdicts: serde_json::Map<String, serde_json::Value> =
                Relation::ALL.iter().map(|relation| (super::spelt(relation), json!(verdict(*relation)))).collect();
            json!({ "government": args.government, "verdicts": verdicts, "facts": of_it, "reported": args.reported })
        },
        || {
            let mut out = format!("{}\n", args.government);
            for relation in Relation::ALL {
                out.push_str(&format!("  {}: {}\n", relation.name(), says(verdict(relation))));
                for one in of_it.iter().filter(|one| one.relation == relation) {
                    let more = [
                        one.day.map(|day| day.to_string()),
                        one.meeting.as_ref().map(|meeting| format!("meeting {meeting}")),
                        one.source.as_ref().map(|source| format!("[{source}]")),
                    ];
                    let more: String = more.into_iter().flatten().map(|part| format!(", {part}")).collect();
                    let stance = super::spelt(&one.stance);
                    out.push_str(&format!("    {} {stance} it, {}{more}\n", one.by, one.attribution.name()));
                }
            }
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A verdict in words.
fn says(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "yes",
        Verdict::No => "no (denied)",
        Verdict::Contested => "asserted and denied",
        Verdict::NotReported => "not reported",
    }
}

/// Each relation with its verdict, for each side where facts tell sides apart, and who says so.
fn of_government(all: &[Standing], government: &str) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let sides = standing::sides(all, government);
    for relation in Relation::ALL {
        let mut row = |name: String, verdict: Verdict| {
            rows.push(vec![name, says(verdict).to_owned(), String::new()]);
        };
        if sides.is_empty() {
            row(format!("  {}", relation.name()), standing::verdict(all, government, relation));
        }
        for side in &sides {
            let verdict = standing::verdict_of(all, government, side, relation);
            row(format!("  {}, side {side}", relation.name()), verdict);
        }
        let about = all.iter().filter(|one| one.government == government && one.relation == relation);
        rows.extend(about.map(|one| vec![String::new(), String::new(), one.attested()]));
    }
    columns(&rows, 3)
}

fn warnings(args: &List) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let record = &state.record;
    let mandates = talk.me.given(client::participant::now())?;
    let book = record.book(args.reported);
    let mut all = advice::of_book(book, &mandates);
    all.extend(advice::beyond_mandate(record, &mandates));
    if !args.reported {
        all.extend(advice::lines_beyond_mandate(record, &record.readouts, &mandates));
        if state.side_of(talk.me.overview()?.me).is_ok() {
            all.extend(advice::lines_beyond_mandate(record, &talk.me.caucus_readouts()?, &mandates));
        }
    }
    args.place.say(
        || json!({ "warnings": all, "register": mandates.holding(), "note": advice::NOT_ADVICE }),
        || {
            let line = |one: &Warning| match one {
                Warning::NoMandate { meeting, source, words, .. } => {
                    let source = source.as_ref().map_or_else(String::new, |source| format!(" [{source}]"));
                    format!("! Meeting {meeting}{source}: {words}\n")
                }
                Warning::BeyondMandate { source: Some(source), words, .. } => format!("! [{source}] {words}\n"),
                Warning::BeyondMandate { line, words, .. } => {
                    let line = line.as_ref().map_or_else(String::new, |line| format!("Line {line}: "));
                    format!("! {line}{words}\n")
                }
            };
            let mut out: String = all.iter().map(line).collect();
            if out.is_empty() {
                out.push_str("Nothing to warn of.\n");
            }
            let register = mandates.holding();
            let register = if register == 0 { "empty".to_owned() } else { format!("{register} member(s) hold one") };
            out.push_str(&format!("Register of mandates: {register}.\n"));
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
