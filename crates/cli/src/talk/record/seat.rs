//! `seat add|outside|list|show`.
use std::process::ExitCode;

use ::dialogue::State;
use ::dialogue::attribution::Gender;
use ::dialogue::record::book::Book;
use ::dialogue::record::outside::{Outside, Party};
use ::dialogue::record::seat::{Capacity, Description, Entry, Facts, Office, Seat};
use ::dialogue::record::{Act, Day};
use serde_json::{Value, json};

use super::{InBook, enter_one, open, spelt, word};
use crate::output::columns;
use crate::talk::{Place, names};

/// What can be done with seats.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Enter a seat, or what has changed of it; what it was before is kept
    Add(Box<Add>),
    /// Enter somebody the talks concern who is not in the room
    Outside(Elsewhere),
    /// All seats, and those outside the room
    List(List),
    /// One seat with its history
    Show(InBook),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Add(args) => add(args),
        Command::Outside(args) => outside(args),
        Command::List(args) => list(args),
        Command::Show(args) => show(args),
    }
}

/// What `seat add` is asked.
#[derive(clap::Args)]
pub(crate) struct Add {
    #[command(flatten)]
    place: Place,
    /// The seat's name
    name: String,
    /// Who sits there: a name, or the description used instead
    #[arg(long, value_name = "TEXT")]
    holder: String,
    /// former, serving, expert or convener
    #[arg(long, value_parser = word::<Office>)]
    office: Office,
    /// private or mandated
    #[arg(long, value_parser = word::<Capacity>)]
    capacity: Capacity,
    /// The side of the dialogue
    #[arg(long, value_name = "S")]
    side: Option<String>,
    /// The government or principal they serve, served or are taken to speak for
    #[arg(long, value_name = "NAME")]
    government: Option<String>,
    /// The post or profession; may be repeated, former posts after it
    #[arg(long, value_name = "TEXT")]
    post: Vec<String>,
    /// The institution; may be repeated, also with its name in other languages
    #[arg(long, value_name = "TEXT")]
    institution: Vec<String>,
    /// To whom they are close
    #[arg(long, value_name = "TEXT")]
    close_to: Option<String>,
    /// Another word by which they can be told, in any language: “hydrologist”; may be repeated
    #[arg(long, value_name = "TEXT")]
    also_described: Vec<String>,
    /// Another word for their side or government: its people, its capital, another language; may be repeated
    #[arg(long, value_name = "WORD")]
    side_word: Vec<String>,
    /// woman or man, so that “she” and “he” in readouts can be checked; may be left out
    #[arg(long, value_parser = word::<Gender>)]
    gender: Option<Gender>,
    /// A source's own words for who sits there, a few; may be repeated
    #[arg(long, value_name = "SOURCE=WORDS", value_parser = description)]
    described: Vec<Description>,
    /// Another spelling of the name; may be repeated
    #[arg(long, value_name = "NAME")]
    also: Vec<String>,
    /// From when on: 2023, 2023-04 or 2023-04-12
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    since: Option<Day>,
    /// The member who holds the seat
    #[arg(long, value_name = "MEMBER")]
    member: Option<String>,
    /// Where it is reported: it then belongs to the reported record
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

fn add(args: &Add) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.name, "The seat is on the record.", |_, state| {
        let member = args.member.as_ref().map(|wanted| names::member(state, wanted)).transpose()?;
        let of_member = member.and_then(|id| state.members.get(&id)).and_then(|member| member.side.clone());
        let facts = Facts {
            holder: args.holder.clone(),
            office: args.office,
            capacity: args.capacity,
            side: args.side.clone().or(of_member),
            government: args.government.clone(),
            post: args.post.first().cloned(),
            posts: args.post.iter().skip(1).cloned().collect(),
            institution: args.institution.first().cloned(),
            institutions: args.institution.iter().skip(1).cloned().collect(),
            close_to: args.close_to.clone(),
            also_described: args.also_described.clone(),
            side_words: args.side_word.clone(),
            gender: args.gender,
            described: args.described.clone(),
            also: args.also.clone(),
            since: args.since,
            member,
        };
        Ok(Act::Seat { seat: args.name.clone(), facts, source: args.source.clone() })
    })
}

fn description(text: &str) -> Result<Description, String> {
    let parts = text.split_once('=').ok_or_else(|| format!("`{text}`: SOURCE=WORDS was expected"))?;
    Ok(Description { source: parts.0.trim().to_owned(), words: parts.1.trim().to_owned() })
}

/// What `seat outside` is asked.
#[derive(clap::Args)]
pub(crate) struct Elsewhere {
    #[command(flatten)]
    place: Place,
    /// Their name
    name: String,
    /// What they have to do with the talks
    #[arg(long, value_name = "TEXT")]
    part: String,
    /// Where it is reported: it then belongs to the reported record
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

fn outside(args: &Elsewhere) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.name, "It is on the record who is not in the room.", |_, _| {
        let facts = Outside { part: args.part.clone(), source: args.source.clone() };
        Ok(Act::Outside { party: args.name.clone(), facts })
    })
}

/// What `seat list` is asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
    /// Those of the reported record
    #[arg(long)]
    reported: bool,
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let book = state.record.book(args.reported);
    let one = |(name, seat): (&String, &Seat)| as_json(&state, name, seat);
    let party = |one: &Party| {
        json!({ "name": one.name, "part": one.facts.part, "source": one.facts.source, "meetings": one.meetings,
                "at_a_meeting": one.at_a_meeting() })
    };
    args.place.say(
        || {
            json!({
                "seats": book.seats.iter().map(one).collect::<Vec<_>>(), "reported": args.reported,
                "outside": book.parties_outside().iter().map(party).collect::<Vec<_>>(),
            })
        },
        || in_words(book),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn in_words(book: &Book) -> String {
    let row = |(name, seat): (&String, &Seat)| {
        let entry = seat.history.last()?;
        let side = entry.facts.side.clone().unwrap_or_else(|| "–".to_owned());
        Some(vec![name.clone(), side, format!("{}{}", entry.facts.describe(), sourced(entry))])
    };
    let rows: Vec<Vec<String>> = book.seats.iter().filter_map(row).collect();
    let mut out = if rows.is_empty() { "No seats are on the record yet.\n".to_owned() } else { columns(&rows, 3) };
    for (name, seat) in &book.seats {
        let described = seat.now().map_or_else(Vec::new, |facts| facts.described.clone());
        let line = |one: &Description| format!("{name} is described as “{}” [{}]\n", one.words, one.source);
        out.extend(described.iter().map(line));
    }
    for one in book.parties_outside() {
        let source = one.facts.source.as_ref().map_or_else(String::new, |source| format!(" [{source}]"));
        let at = one.at_a_meeting();
        out.push_str(&format!("Outside the room: {}, {}{source}; at a meeting: {at}\n", one.name, one.facts.part));
    }
    out
}

/// Where an entry is reported, after its words: nobody is named without it.
pub(super) fn sourced(entry: &Entry) -> String {
    entry.source.as_ref().map_or_else(String::new, |source| format!(" [{source}]"))
}

fn as_json(state: &State, name: &str, seat: &Seat) -> Value {
    let Some(entry) = seat.history.last() else {
        return Value::Null;
    };
    let mut value = json!({
        "name": name,
        "office": spelt(&entry.facts.office),
        "capacity": spelt(&entry.facts.capacity),
        "entries": seat.history.len(),
        "source": entry.source,
        "member_name": entry.facts.member.map(|id| names::name(state, &id)),
        "words": entry.facts.describe(),
    });
    if let (Value::Object(map), Ok(Value::Object(facts))) = (&mut value, serde_json::to_value(&entry.facts)) {
        for (key, fact) in facts {
            map.entry(key).or_insert(fact);
        }
    }
    value
}

fn show(args: &InBook) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.named.place)?;
    let seats = &state.record.book(args.reported).seats;
    let known = seats.keys().map(String::as_str);
    let seat =
        seats.get(&args.named.name).ok_or_else(|| ::dialogue::Refusal::unknown("seat", &args.named.name, known))?;
    args.named.place.say(
        || json!({ "name": args.named.name, "now": as_json(&state, &args.named.name, seat), "history": seat.history }),
        || {
            let line = |entry: &Entry| {
                let since = entry.facts.since.map_or_else(String::new, |since| format!("since {since}: "));
                let source = sourced(entry);
                format!("{since}{}{source}; entered by {}\n", entry.facts.describe(), names::name(&state, &entry.by))
            };
            seat.history.iter().map(line).collect()
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
