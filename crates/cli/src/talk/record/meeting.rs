//! `meeting add|held|list|show|cadence|overdue|holiday|ics`.
use std::path::PathBuf;
use std::process::ExitCode;

use ::dialogue::State;
use ::dialogue::charter::Attribution;
use ::dialogue::record::book::Book;
use ::dialogue::record::meeting::{self, Cadence, Facts, Holiday, Mode};
use ::dialogue::record::seat::Entry;
use ::dialogue::record::track::{self, Track};
use ::dialogue::record::{Act, Day};
use anyhow::Context;
use client::calendar::Appointment;
use serde_json::{Value, json};

use super::{InBook, enter, enter_one, open, spelt, today, word};
use crate::output::columns;
use crate::talk::Place;

/// What can be done with meetings.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Plan a meeting, or describe one
    Add(Box<Add>),
    /// Say that a meeting took place, and who was there
    Held(Held),
    /// All meetings, in order, with their tracks
    List(List),
    /// One meeting
    Show(InBook),
    /// How often people want to meet
    Cadence(Pace),
    /// Which meetings are overdue
    Overdue(Overdue),
    /// A day on which a side does not meet
    Holiday(Off),
    /// Write a meeting as an iCalendar file
    Ics(Ics),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Add(args) => add(args),
        Command::Held(args) => held(args),
        Command::List(args) => list(args),
        Command::Show(args) => show(args),
        Command::Cadence(args) => cadence(args),
        Command::Overdue(args) => overdue(args),
        Command::Holiday(args) => holiday(args),
        Command::Ics(args) => ics(args),
    }
}

/// What `meeting add` is asked.
#[derive(clap::Args)]
pub(crate) struct Add {
    #[command(flatten)]
    place: Place,
    /// The meeting's name [default with --ics: the event's title]
    #[arg(required_unless_present = "ics")]
    name: Option<String>,
    /// online, in-person or shuttle [default with --ics: in-person where it has a place, online where only an address]
    #[arg(long, value_parser = word::<Mode>, required_unless_present = "ics")]
    mode: Option<Mode>,
    /// An iCalendar file with one event: title, time, length, zone and place are taken from it, who is invited is not
    #[arg(long, value_name = "FILE", conflicts_with_all = ["day", "at", "source"])]
    ics: Option<PathBuf>,
    /// The date: 2023, 2023-04 or 2023-04-12; may be repeated where it takes several days
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    day: Vec<Day>,
    /// When it begins: 2026-12-01T09:00Z, or a local time with --zone
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// The time zone by which people there live, such as Europe/Vienna
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// How long it takes, in minutes
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,
    /// How long, in words, where only that is known
    #[arg(long, value_name = "TEXT")]
    length: Option<String>,
    /// Where; may be repeated: city, house, street, host, the same in other languages
    #[arg(long = "where", visible_alias = "place", value_name = "TEXT")]
    venue: Vec<String>,
    /// The seats present, or invited
    #[arg(long, value_name = "SEAT,SEAT", value_delimiter = ',')]
    present: Vec<String>,
    /// An agenda item; may be repeated
    #[arg(long, value_name = "TEXT")]
    item: Vec<String>,
    /// The rule: on-record, background, deep-background, off-record or chatham-house [default: the charter's]
    #[arg(long, value_parser = word::<Attribution>)]
    attribution: Option<Attribution>,
    /// It has taken place
    #[arg(long)]
    held: bool,
    /// The series that this entry stands for
    #[arg(long, value_name = "TEXT")]
    series: Option<String>,
    /// The series is going on still, as far as is reported
    #[arg(long, requires = "series")]
    ongoing: bool,
    /// Where it is reported: it then belongs to the reported record
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

/// Name and facts of a meeting, from the command line and, where it names one, a calendar file.
fn described(args: &Add) -> anyhow::Result<(String, Facts)> {
    let event = match &args.ics {
        Some(file) => super::appointment::read(file)?,
        None => Appointment::default(),
    };
    let missing = |what: &str| client::Error::Misuse(format!("the event does not say {what}"));
    let name = args.name.clone().or(event.title.clone()).ok_or_else(|| missing("what it is called: give a name"))?;
    let mode = args.mode.or(super::appointment::mode(&event));
    let mode = mode.ok_or_else(|| missing("how people meet: --mode online, in-person or shuttle"))?;
    let zone = args.zone.clone().or(event.zone);
    let given = args.at.as_ref().map(|at| moment(at, args.zone.as_deref())).transpose()?;
    let starts_at = given.map(|(at, _)| at).or(event.starts_at);
    let local = starts_at.zip(zone.as_deref()).and_then(|(at, zone)| client::calendar::local_day(at, zone));
    let day = event.day.as_deref().map(super::day).transpose().map_err(client::Error::Misuse)?;
    let facts = Facts {
        day: args.day.first().copied().or(day),
        days: args.day.iter().skip(1).copied().collect(),
        starts_at,
        local_day: local.or(given.map(|(_, written)| written)),
        zone,
        minutes: args.minutes.or(event.minutes),
        length: args.length.clone(),
        mode,
        place: args.venue.first().cloned().or(event.place).or(event.link),
        places: args.venue.iter().skip(1).cloned().collect(),
        present: args.present.clone(),
        items: args.item.clone(),
        attribution: args.attribution,
        held: args.held,
        series: args.series.clone(),
        ongoing: args.ongoing,
    };
    Ok((name, facts))
}

fn add(args: &Add) -> anyhow::Result<ExitCode> {
    let (name, facts) = described(args)?;
    let (mut talk, state) = open(&args.place)?;
    let free = |holiday: &&Holiday| facts.date().is_some_and(|day| day == holiday.day);
    for holiday in state.record.holidays.iter().filter(free) {
        let whose = holiday.side.as_ref().map_or_else(|| "all sides".to_owned(), |side| format!("side {side}"));
        crate::output::complain(&format!("note: that day is {} for {whose}", holiday.name));
    }
    enter(&mut talk, Act::Meeting { meeting: name.clone(), facts, source: args.source.clone() })?;
    let state = talk.me.state()?;
    let book = state.record.book(args.source.is_some());
    let computed = track::of_meeting(book, &name);
    args.place.say(
        || json!({ "name": name, "entered": true, "track": computed.as_ref().and_then(|one| one.track) }),
        || format!("The meeting is on the record. {}\n", computed.as_ref().map_or_else(String::new, in_words)),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn in_words(computed: &track::Computed) -> String {
    match computed.track {
        Some(track) => format!("Track {}: {}.", track.name(), computed.why),
        None => format!("Its track is not known: {}.", computed.why),
    }
}

/// A moment, in universal time or local to a zone, and the day that is written in it.
fn moment(text: &str, zone: Option<&str>) -> anyhow::Result<(i64, Day)> {
    let pieces = jiff::fmt::temporal::DateTimeParser::new().parse_pieces(text);
    if let (Ok(moment), Ok(pieces)) = (text.parse::<jiff::Timestamp>(), pieces) {
        return Ok((moment.as_second(), Day::of(pieces.date())));
    }
    let wrong =
        || format!("--at: `{text}` is no time; 2026-12-01T09:00Z, or 2026-12-01T10:00 with --zone Europe/Vienna");
    let bad = |error: String| client::Error::Misuse(error);
    let local: jiff::civil::DateTime = text.parse().map_err(|_| bad(wrong()))?;
    let zone = zone.ok_or_else(|| bad(wrong()))?;
    let zoned = local.in_tz(zone).map_err(|error| bad(format!("--zone {zone}: {error}")))?;
    Ok((zoned.timestamp().as_second(), Day::of(zoned.date())))
}

/// What `meeting held` is asked.
#[derive(clap::Args)]
pub(crate) struct Held {
    #[command(flatten)]
    place: Place,
    /// The meeting
    name: String,
    /// The seats present, where they are not those that were invited
    #[arg(long, value_name = "SEAT,SEAT", value_delimiter = ',')]
    present: Vec<String>,
    /// How long it took, in minutes
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,
}

fn held(args: &Held) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.name, "The meeting is entered as held.", |_, state| {
        let found = find(&state.record.own, &args.name)?;
        let mut facts = found.facts.clone();
        facts.held = true;
        if !args.present.is_empty() {
            facts.present.clone_from(&args.present);
        }
        facts.minutes = args.minutes.or(facts.minutes);
        Ok(Act::Meeting { meeting: args.name.clone(), facts, source: None })
    })
}

fn find<'a>(book: &'a Book, name: &str) -> anyhow::Result<&'a ::dialogue::record::meeting::Meeting> {
    let known = book.meetings.keys().map(String::as_str);
    Ok(book.meetings.get(name).ok_or_else(|| ::dialogue::Refusal::unknown("meeting", name, known))?)
}

/// What `meeting list` is asked.
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
    let names: Vec<&String> = book.in_order().into_iter().map(|(name, _)| name).collect();
    let tracks: Vec<&str> = track::history(book).iter().filter_map(|one| one.track).map(Track::name).collect();
    args.place.say(
        || {
            let meetings: Vec<Value> = names.iter().map(|name| as_json(&state, book, name)).collect();
            json!({ "meetings": meetings, "tracks": tracks, "reported": args.reported })
        },
        || {
            let row = |name: &&String| {
                let meeting = book.meetings.get(*name)?;
                let computed = track::of_meeting(book, name)?;
                let unknown = if meeting.facts.ongoing { "going on; dates not known" } else { "date not known" };
                let day = meeting.facts.date().map_or_else(|| unknown.to_owned(), |day| day.to_string());
                let place = meeting.facts.place.clone().unwrap_or_default();
                let track = computed.track.map_or("?", Track::name);
                let held = if meeting.facts.held { "" } else { "planned" };
                let mode = spelt(&meeting.facts.mode);
                Some(vec![(*name).clone(), day, format!("track {track}"), mode, place, held.to_owned()])
            };
            let rows: Vec<Vec<String>> = names.iter().filter_map(row).collect();
            if rows.is_empty() { "No meetings are on the record yet.\n".to_owned() } else { columns(&rows, 6) }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn as_json(state: &State, book: &Book, name: &str) -> Value {
    let (Some(meeting), Some(computed)) = (book.meetings.get(name), track::of_meeting(book, name)) else {
        return Value::Null;
    };
    let rule = meeting.facts.attribution.unwrap_or(state.charter.attribution);
    let local = meeting.facts.starts_at.and_then(|at| {
        let zone = meeting.facts.zone.as_deref().unwrap_or("UTC");
        let moment = jiff::Timestamp::from_second(at).ok()?;
        Some(moment.in_tz(zone).ok()?.strftime("%Y-%m-%dT%H:%M %Q").to_string())
    });
    let mut value = json!({
        "id": name, "name": name, "track": computed.track, "why": computed.why, "source": meeting.source,
        "rule": rule, "local_time": local,
    });
    if let (Value::Object(map), Ok(Value::Object(facts))) = (&mut value, serde_json::to_value(&meeting.facts)) {
        for (key, fact) in facts {
            map.entry(key).or_insert(fact);
        }
    }
    value
}

fn show(args: &InBook) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.named.place)?;
    let book = state.record.book(args.reported);
    let meeting = find(book, &args.named.name)?;
    let computed = track::of_meeting(book, &args.named.name);
    args.named.place.say(
        || as_json(&state, book, &args.named.name),
        || {
            let facts = &meeting.facts;
            let rule = facts.attribution.unwrap_or(state.charter.attribution).name();
            let mut out = format!("{}, {}", args.named.name, spelt(&facts.mode));
            let ongoing = facts.ongoing.then(|| "going on still".to_owned());
            let days = facts.all_days().into_iter().map(|day| day.to_string());
            let places = facts.place.iter().chain(&facts.places).chain(&facts.length).cloned();
            let parts = facts.series.clone().into_iter().chain(ongoing).chain(days).chain(places);
            out.extend(parts.map(|part| format!(", {part}")));
            out.push_str(&meeting.source.as_ref().map_or_else(String::new, |source| format!(" [{source}]")));
            out.push_str(&format!("\n{}\nRule: {rule}.\n", computed.as_ref().map_or_else(String::new, in_words)));
            let present = |seat: &String| {
                let entry = book.seats.get(seat).and_then(|seat| seat.entry_on(meeting.facts.date()));
                let words = |entry: &Entry| format!("{}{}", entry.facts.describe(), super::seat::sourced(entry));
                format!("- {}\n", entry.map_or_else(|| seat.clone(), words))
            };
            out.extend(facts.present.iter().map(present));
            out.extend(facts.items.iter().enumerate().map(|(at, item)| format!("{}. {item}\n", at + 1)));
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `meeting cadence` is asked.
#[derive(clap::Args)]
pub(crate) struct Pace {
    #[command(flatten)]
    place: Place,
    /// At the latest so many days after the last one
    #[arg(long, value_name = "N")]
    days: u32,
    /// In words
    #[arg(long, value_name = "TEXT")]
    words: Option<String>,
    /// Counting meetings of this mode alone
    #[arg(long, value_parser = word::<Mode>)]
    mode: Option<Mode>,
    /// Counting meetings at this place alone
    #[arg(long = "where", value_name = "TEXT")]
    venue: Option<String>,
    /// Where it is reported
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

fn cadence(args: &Pace) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, "cadence", "The cadence is on the record.", |_, _| {
        let (days, words, mode) = (args.days, args.words.clone(), args.mode);
        Ok(Act::Cadence(Cadence { days, words, mode, place: args.venue.clone(), source: args.source.clone() }))
    })
}

/// What `meeting overdue` is asked.
#[derive(clap::Args)]
pub(crate) struct Overdue {
    #[command(flatten)]
    place: Place,
    /// On this day, instead of today
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    on: Option<Day>,
    /// Of the reported record
    #[arg(long)]
    reported: bool,
}

fn overdue(args: &Overdue) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let book = state.record.book(args.reported);
    let pace = book.pace(args.on.unwrap_or_else(today));
    args.place.say(
        || json!({ "cadences": pace, "overdue": pace.iter().any(|one| one.overdue_days > 0) }),
        || {
            let line = |one: &meeting::Pace| match (one.overdue_days, &one.last, one.due) {
                (0, Some(last), Some(due)) => {
                    format!("{}: the last one was {last}; the next is due by {due}.\n", how_often(one))
                }
                (0, ..) => format!("{}: none with a date has been held yet.\n", how_often(one)),
                _ => format!("{}.\n", late(one)),
            };
            if pace.is_empty() { "No cadence was agreed.\n".to_owned() } else { pace.iter().map(line).collect() }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn how_often(one: &meeting::Pace) -> String {
    one.cadence.words.clone().unwrap_or_else(|| format!("every {} days", one.cadence.days))
}

/// That a meeting is overdue, in words.
fn late(one: &meeting::Pace) -> String {
    format!("{}: overdue by {} days", how_often(one), one.overdue_days)
}

/// The meetings that are overdue today, in words.
pub(in crate::talk) fn overdue_today(state: &State) -> Vec<String> {
    state.record.own.overdue(today()).map(|one| late(&one)).collect()
}

/// What `meeting holiday` is asked.
#[derive(clap::Args)]
pub(crate) struct Off {
    #[command(flatten)]
    place: Place,
    /// The day
    #[arg(value_parser = super::day)]
    day: Day,
    /// What it is called
    name: String,
    /// Whose
    #[arg(long, value_name = "S")]
    side: Option<String>,
}

fn holiday(args: &Off) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.name, "The day is on the record.", |_, _| {
        Ok(Act::Holiday(Holiday { day: args.day, name: args.name.clone(), side: args.side.clone() }))
    })
}

/// What `meeting ics` is asked.
#[derive(clap::Args)]
pub(crate) struct Ics {
    #[command(flatten)]
    place: Place,
    /// The meeting
    name: String,
    /// Where to write it
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// With its name, place and time zone too: for those who take part
    #[arg(long)]
    details: bool,
}

fn ics(args: &Ics) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let facts = &find(&state.record.own, &args.name)?.facts;
    let Some(start) = facts.starts_at else {
        let text = format!("meeting {} has no beginning yet: `meeting add {} --at TIME`", args.name, args.name);
        return Err(client::Error::Misuse(text).into());
    };
    let end = start.saturating_add(i64::from(facts.minutes.unwrap_or(60)) * 60);
    let time = |at: i64| jiff::Timestamp::from_second(at).map(|at| at.strftime("%Y-%m-%dT%H:%MZ").to_string());
    let slot = format!("{}/{}", time(start)?, time(end)?);
    // A calendar is read by others: it says that there is a meeting, not of what.
    let text = match args.details {
        true => client::calendar::write_appointment(&slot, &super::appointment::of(&args.name, facts))?,
        false => client::calendar::write_slot(&slot, "Meeting")?,
    };
    std::fs::write(&args.out, text).with_context(|| format!("{} cannot be written", args.out.display()))?;
    let file = args.out.display().to_string();
    args.place.say(|| json!({ "file": file, "slot": slot }), || format!("Written to {file}.\n"))?;
    Ok(ExitCode::SUCCESS)
}
