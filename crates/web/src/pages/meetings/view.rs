//! What the page shows: this dialogue's meetings, then those reported, each with its drawing, history and cadence.
use askama::Template;
use axum::response::Response;
use client::participant::now;
use dialogue::record::book::Book;
use dialogue::record::day::Day;
use dialogue::record::meeting::{Holiday, Pace};
use dialogue::record::track::{self, Computed, Reason, Track};
use dialogue::{Stage, State, Subject};

use super::timeline::{self, Timeline};
use super::{dates, enter};
use crate::context::{InTalk, show as answer};
use crate::error::Result;
use crate::page::Page;
use crate::pages::forms::{self, Form, Kind};

struct Row {
    name: String,
    link: String,
    calendar: Option<String>,
    day: Option<String>,
    starts_at: Option<i64>,
    local: Option<String>,
    length: String,
    track: &'static str,
    why: String,
    mode: String,
    place: Option<String>,
    present: Vec<String>,
    items: Vec<String>,
    rule: String,
    held: bool,
    series: Option<String>,
    source: Option<String>,
    /// Holidays on its day, with whose they are.
    clashes: Vec<String>,
}

/// One record's meetings.
struct Part {
    /// The beginning of the drawing's ids.
    id: &'static str,
    rows: Vec<Row>,
    drawing: Option<Timeline>,
    summary: String,
    /// The history of tracks: a sentence each, and whether the track changed there.
    history: Vec<(String, bool)>,
    pace: Vec<(String, bool)>,
}

struct Asked {
    id: String,
    stage: String,
    slots: usize,
    sides: String,
}

#[derive(Template)]
#[template(path = "meetings.html")]
struct View {
    p: Page,
    own: Part,
    reported: Part,
    meeting: Form,
    cadence: Form,
    holiday: Form,
    find: Form,
    holidays: Vec<Holiday>,
    days: Vec<String>,
    asked: Vec<Asked>,
}

fn track_text(track: Option<Track>) -> &'static str {
    match track {
        Some(Track::One) => "meetings-track-1",
        Some(Track::OneAndHalf) => "meetings-track-1-5",
        Some(Track::Two) => "meetings-track-2",
        None => "meetings-track-unknown",
    }
}

/// Why a meeting has its track.
pub(crate) fn why(p: &Page, reason: &Reason) -> String {
    match reason {
        Reason::NobodyKnown => p.say("meetings-why-nobody-known"),
        Reason::NoneServes => p.say("meetings-why-none-serves"),
        Reason::SomeServe { serving } => p.with("meetings-why-some-serve", "who", serving.join(&p.comma())),
        Reason::SomePrivate { private } => p.with("meetings-why-some-private", "who", private.join(&p.comma())),
        Reason::AllMandated => p.say("meetings-why-all-mandated"),
    }
}

fn known(p: &Page, day: Option<Day>) -> String {
    day.map_or_else(|| p.say("meetings-no-date"), |day| p.known_day(&day.to_string()))
}

fn row(p: &Page, state: &State, book: &Book, name: &String) -> Option<Row> {
    let meeting = book.meetings.get(name)?;
    let facts = &meeting.facts;
    let computed = track::of_meeting(book, name)?;
    let date = facts.date();
    let present = facts.present.iter().map(|seat| {
        let held = book.seats.get(seat).and_then(|seat| seat.on(date));
        held.map_or_else(|| seat.clone(), |held| held.holder.clone())
    });
    let local = facts.starts_at.zip(facts.zone.as_ref()).and_then(|(at, zone)| {
        let moment = jiff::Timestamp::from_second(at).ok()?.in_tz(zone).ok()?;
        let day = p.known_day(&moment.strftime("%Y-%m-%d").to_string());
        Some(p.with2("meetings-local", "time", format!("{day}, {}", moment.strftime("%H:%M")), "zone", zone))
    });
    let minutes = facts.minutes.map(|minutes| p.with("meetings-minutes", "count", i64::from(minutes)));
    let clash = |holiday: &&Holiday| date.is_some_and(|day| day == holiday.day);
    let clashes = state.record.holidays.iter().filter(clash).map(|one| match &one.side {
        Some(side) => p.with2("meetings-clash", "holiday", &one.name, "side", side),
        None => p.with("meetings-clash-all", "holiday", &one.name),
    });
    let address = forms::in_address(name);
    Some(Row {
        link: format!("/meetings?meeting={address}"),
        calendar: facts.starts_at.map(|_| format!("/meetings/calendar?meeting={address}")),
        day: date.map(|day| day.to_string()),
        starts_at: facts.starts_at,
        local,
        length: facts.length.clone().or(minutes).unwrap_or_default(),
        track: track_text(computed.track),
        why: why(p, &computed.reason),
        mode: forms::key("meetings-mode", &facts.mode),
        place: facts.place.clone(),
        present: present.collect(),
        items: facts.items.clone(),
        rule: forms::key("people-rule", &facts.attribution.unwrap_or(state.charter.attribution)),
        held: facts.held,
        series: facts.series.clone(),
        source: meeting.source.clone(),
        clashes: clashes.collect(),
        name: name.clone(),
    })
}

fn part(p: &Page, state: &State, book: &Book, id: &'static str) -> Part {
    let mut names: Vec<&String> = book.meetings.keys().collect();
    names.sort_by_key(|name| {
        let meeting = book.meetings.get(*name);
        let day = meeting.and_then(|one| one.facts.date()).map(|day| day.span().1);
        (day.is_none(), day, meeting.map(|one| one.sequence))
    });
    let past = track::history(book);
    let mut before = None;
    let history = past.iter().map(|one: &Computed| {
        let changed = before.is_some() && one.track.is_some() && one.track != before;
        before = one.track.or(before);
        let given = [
            ("meeting", (&one.meeting).into()),
            ("day", known(p, one.day).into()),
            ("track", p.say(track_text(one.track)).into()),
            ("why", why(p, &one.reason).into()),
        ];
        (crate::lang::say(p.lang, "meetings-history-line", &given), changed)
    });
    let history: Vec<(String, bool)> = history.collect();
    let given = [
        ("held", past.len().into()),
        ("planned", (book.meetings.len() - past.len()).into()),
        ("changes", history.iter().filter(|(_, changed)| *changed).count().into()),
        ("track", p.say(track_text(before)).into()),
    ];
    let today = Day::at(now()).unwrap_or_else(|| Day::of(jiff::civil::Date::ZERO));
    Part {
        id,
        rows: names.into_iter().filter_map(|name| row(p, state, book, name)).collect(),
        drawing: timeline::draw(book),
        summary: crate::lang::say(p.lang, "meetings-summary", &given),
        history,
        pace: book.pace(today).iter().map(|one| pace(p, one)).collect(),
    }
}

/// Where a cadence stands, and whether a meeting is overdue.
fn pace(p: &Page, one: &Pace) -> (String, bool) {
    let every = || p.with("meetings-every", "days", i64::from(one.cadence.days));
    let what = one.cadence.words.clone().unwrap_or_else(every);
    let text = match (one.overdue_days, &one.last, one.due) {
        (0, Some(last), Some(due)) => {
            let due = p.known_day(&due.to_string());
            let given = [("what", what.into()), ("last", last.into()), ("due", due.into())];
            crate::lang::say(p.lang, "meetings-due", &given)
        }
        (0, ..) => p.with("meetings-due-none", "what", what),
        (days, ..) => p.with2("meetings-overdue", "what", what, "days", days),
    };
    (text, one.overdue_days > 0)
}

fn stage(p: &Page, stage: &Stage) -> String {
    match stage {
        Stage::Called { waiting } => p.with("meetings-stage-called", "sides", waiting.join(&p.comma())),
        Stage::Consented { waiting, .. } => p.with("meetings-stage-consented", "sides", waiting.join(&p.comma())),
        Stage::Running { .. } => p.say("meetings-stage-running"),
        Stage::Answered => p.say("meetings-stage-answered"),
        Stage::Spent => p.say("meetings-stage-spent"),
        Stage::Refused { by } => p.with("meetings-stage-refused", "side", by),
        Stage::Withdrawn => p.say("meetings-stage-withdrawn"),
    }
}

pub(super) async fn show(talk: InTalk) -> Result<Response> {
    let wanted = talk.context.query("meeting");
    let (p, (state, kept)) = talk
        .look("meetings-title", move |me, state, _| {
            let mut meeting = forms::draft(me, enter::MEETING)?;
            if let Some(name) = wanted.filter(|_| meeting.iter().next().is_none())
                && let Some(found) = state.record.own.meetings.get(&name)
            {
                meeting = enter::filled(&name, &found.facts);
            }
            let rest = [enter::CADENCE, enter::HOLIDAY, dates::FORM].map(|form| forms::draft(me, form));
            Ok((state.clone(), (meeting, rest)))
        })
        .await?;
    let (meeting, [cadence, holiday, find]) = kept;
    let asked = state.questions.iter().filter_map(|one| match &one.asking.subject {
        Subject::Date { slots } => Some(Asked {
            id: one.id.clone(),
            stage: stage(&p, &one.stage()),
            slots: slots.len(),
            sides: one.asking.sides.join(&p.comma()),
        }),
        _ => None,
    });
    let record = &state.record;
    let view = View {
        own: part(&p, &state, &record.own, "own"),
        reported: part(&p, &state, &record.reported, "reported"),
        meeting: enter::meeting_form(&p, &state, meeting),
        cadence: enter::cadence_form(&p, cadence?),
        holiday: enter::holiday_form(&p, &state, holiday?),
        find: dates::form(&p, &state, find?),
        holidays: record.holidays.clone(),
        days: record.holidays.iter().map(|one| one.day.to_string()).collect(),
        asked: asked.collect(),
        p,
    };
    answer(&view)
}
