//! Planning a meeting or entering one held, its calendar file, cadence and holidays.
use axum::response::Response;
use dialogue::record::Act;
use dialogue::record::meeting::{Cadence, Facts, Holiday, Mode};
use dialogue::{Body, Room, State};

use crate::context::InTalk;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Choice, Form, Kind};
use crate::pages::people::LADDER;

pub(super) const MEETING: &str = "meetings-meeting";
pub(super) const CADENCE: &str = "meetings-cadence";
pub(super) const HOLIDAY: &str = "meetings-holiday";
const MODES: [Mode; 3] = [Mode::Online, Mode::InPerson, Mode::Shuttle];

/// A meeting as it is, as the fields of its form.
pub(super) fn filled(name: &str, facts: &Facts) -> Fields {
    let may = |text: &Option<String>| text.clone().unwrap_or_default();
    let zone = facts.zone.as_deref().unwrap_or("UTC");
    let local = facts.starts_at.and_then(|at| {
        let moment = jiff::Timestamp::from_second(at).ok()?.in_tz(zone).ok()?;
        Some(moment.strftime("%Y-%m-%dT%H:%M").to_string())
    });
    let mut fields = vec![
        ("meeting", name.to_owned()),
        ("mode", forms::spelt(&facts.mode)),
        ("day", facts.day.map(|day| day.to_string()).unwrap_or_default()),
        ("at", local.unwrap_or_default()),
        ("zone", may(&facts.zone)),
        ("minutes", facts.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
        ("length", may(&facts.length)),
        ("days", facts.days.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
        ("place", may(&facts.place)),
        ("places", facts.places.join("\n")),
        ("items", facts.items.join("\n")),
        ("rule", facts.attribution.map(|rule| forms::spelt(&rule)).unwrap_or_default()),
        ("held", if facts.held { "yes" } else { "no" }.to_owned()),
        ("series", may(&facts.series)),
    ];
    fields.extend(facts.present.iter().map(|seat| ("present", seat.clone())));
    Fields::of_draft(&serde_json::to_string(&fields).unwrap_or_default())
}

pub(super) fn meeting_form(p: &Page, state: &State, kept: Fields) -> Form {
    let seats = state.record.own.seats.iter().chain(&state.record.reported.seats).filter_map(|(name, seat)| {
        let label = format!("{} ({name})", seat.now()?.holder);
        Some(Choice { value: name.clone(), label, on: false })
    });
    let seats: Vec<Choice> = seats.collect();
    let when = ["no", "yes"].map(|value| Choice {
        value: value.to_owned(),
        label: p.say(&format!("meetings-held-{value}")),
        on: false,
    });
    Form::new(p, "/meetings", MEETING, kept)
        .part(p, "meetings-meeting-name", "meeting", Kind::Line)
        .must()
        .hint(p, "meetings-meeting-name-hint")
        .part(p, "meetings-meeting-held", "held", Kind::Radio(when.into()))
        .must()
        .part(p, "meetings-meeting-mode", "mode", Kind::Radio(forms::words(p, "meetings-mode", &MODES)))
        .must()
        .part(p, "meetings-meeting-at", "at", Kind::Moment)
        .part(p, "meetings-meeting-zone", "zone", Kind::Line)
        .hint(p, "meetings-zone-hint")
        .part(p, "meetings-meeting-day", "day", Kind::Line)
        .hint(p, "people-day-hint")
        .part(p, "meetings-meeting-days", "days", Kind::Area)
        .part(p, "meetings-meeting-minutes", "minutes", Kind::Number)
        .part(p, "meetings-meeting-length", "length", Kind::Line)
        .part(p, "meetings-meeting-place", "place", Kind::Line)
        .part(p, "meetings-meeting-places", "places", Kind::Area)
        .hint(p, "meetings-places-hint")
        .part(p, "meetings-meeting-present", "present", Kind::Ticks(seats))
        .hint(p, "meetings-present-hint")
        .part(p, "meetings-meeting-items", "items", Kind::Area)
        .part(p, "meetings-meeting-rule", "rule", Kind::Select(forms::words(p, "people-rule", &LADDER)))
        .hint(p, "meetings-rule-hint")
        .part(p, "meetings-meeting-series", "series", Kind::Line)
        .part(p, "meetings-meeting-source", "source", Kind::Line)
        .hint(p, "people-source-hint")
}

/// A moment of a field: local to a zone, or in universal time where none is named.
pub(super) fn moment(fields: &Fields, name: &str, zone: Option<&str>) -> Result<Option<i64>> {
    let Some(text) = fields.text(name) else {
        return Ok(None);
    };
    let wrong = |error: String| Error::Form(format!("the field “{name}”: {error}"));
    let local: jiff::civil::DateTime = text.parse().map_err(|error: jiff::Error| wrong(error.to_string()))?;
    let zoned = local.in_tz(zone.unwrap_or("UTC")).map_err(|error| wrong(error.to_string()))?;
    Ok(Some(zoned.timestamp().as_second()))
}

pub(super) async fn meeting(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(MEETING, fields, |me, fields| {
        let zone = forms::text(fields, "zone");
        let held = match fields.need("held")? {
            "yes" => true,
            "no" => false,
            other => return Err(Error::Form(format!("the field “held”: “{other}” is neither yes nor no"))),
        };
        let wrong = |error: String| Error::Form(format!("the field “days”: {error}"));
        let days = forms::lines(fields, "days").iter().map(|day| day.parse().map_err(wrong)).collect::<Result<_>>()?;
        let starts_at = moment(fields, "at", zone.as_deref())?;
        let facts = Facts {
            day: forms::may(fields, "day")?,
            days,
            starts_at,
            local_day: starts_at.zip(zone.as_deref()).and_then(|(at, zone)| client::calendar::local_day(at, zone)),
            zone,
            minutes: forms::may(fields, "minutes")?,
            length: forms::text(fields, "length"),
            mode: forms::word(fields, "mode")?,
            place: forms::text(fields, "place"),
            places: forms::lines(fields, "places"),
            present: forms::ticked(fields, "present"),
            items: forms::lines(fields, "items"),
            attribution: forms::may_word(fields, "rule")?,
            held,
            series: forms::text(fields, "series"),
            ongoing: false,
        };
        let (meeting, source) = (fields.need("meeting")?.to_owned(), forms::text(fields, "source"));
        Ok(me.post(&Room::Plenary, Body::Entered { act: Box::new(Act::Meeting { meeting, facts, source }) })?)
    })
    .await?;
    talk.sent("/meetings", "done-meetings-meeting").await
}

pub(super) fn cadence_form(p: &Page, kept: Fields) -> Form {
    Form::new(p, "/meetings/cadence", CADENCE, kept)
        .part(p, "meetings-cadence-days", "days", Kind::Number)
        .must()
        .part(p, "meetings-cadence-words", "words", Kind::Line)
        .part(p, "meetings-cadence-mode", "mode", Kind::Select(forms::words(p, "meetings-mode", &MODES)))
        .hint(p, "meetings-cadence-mode-hint")
        .part(p, "meetings-meeting-place", "place", Kind::Line)
        .part(p, "meetings-meeting-source", "source", Kind::Line)
        .hint(p, "people-source-hint")
}

pub(super) async fn cadence(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(CADENCE, fields, |me, fields| {
        let days = forms::may(fields, "days")?.ok_or_else(|| Error::Form("the field “days” is empty".to_owned()))?;
        let (words, source) = (forms::text(fields, "words"), forms::text(fields, "source"));
        let (mode, place) = (forms::may_word(fields, "mode")?, forms::text(fields, "place"));
        let cadence = Cadence { days, words, mode, place, source };
        Ok(me.post(&Room::Plenary, Body::Entered { act: Box::new(Act::Cadence(cadence)) })?)
    })
    .await?;
    talk.sent("/meetings", "done-meetings-cadence").await
}

pub(super) fn holiday_form(p: &Page, state: &State, kept: Fields) -> Form {
    let sides: Vec<String> = state.sides().into_iter().map(str::to_owned).collect();
    Form::new(p, "/meetings/holiday", HOLIDAY, kept)
        .part(p, "meetings-holiday-day", "day", Kind::Line)
        .must()
        .part(p, "meetings-holiday-name", "name", Kind::Line)
        .must()
        .part(p, "meetings-holiday-side", "side", Kind::Select(forms::names(&sides)))
        .hint(p, "meetings-holiday-side-hint")
}

pub(super) async fn holiday(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(HOLIDAY, fields, |me, fields| {
        let day = forms::may(fields, "day")?.ok_or_else(|| Error::Form("the field “day” is empty".to_owned()))?;
        let holiday = Holiday { day, name: fields.need("name")?.to_owned(), side: forms::text(fields, "side") };
        Ok(me.post(&Room::Plenary, Body::Entered { act: Box::new(Act::Holiday(holiday)) })?)
    })
    .await?;
    talk.sent("/meetings", "done-meetings-holiday").await
}

/// A meeting as a calendar file. A calendar is read by others: it says that there is a meeting, not of what.
pub(super) async fn calendar(talk: InTalk) -> Result<Response> {
    let wanted = talk.context.query("meeting").ok_or(Error::Missing)?;
    let title = crate::lang::say(talk.context.lang, "meetings-calendar-title", &[]);
    let text = talk
        .with(move |me| {
            let state = me.state()?;
            let facts = state.record.own.meetings.get(&wanted).map(|meeting| meeting.facts.clone());
            let facts = facts.ok_or(Error::Missing)?;
            let start = facts.starts_at.ok_or(Error::Missing)?;
            let slot = slot(start, i64::from(facts.minutes.unwrap_or(60)))?;
            Ok(client::calendar::write_slot(&slot, &title)?)
        })
        .await?;
    Ok(forms::download("meeting.ics", "text/calendar; charset=utf-8", text.into_bytes()))
}

/// A stretch of time as questions and calendars spell it.
pub(super) fn slot(start: i64, minutes: i64) -> Result<String> {
    let time = |at: i64| {
        let moment = jiff::Timestamp::from_second(at).map_err(|error| Error::Form(error.to_string()))?;
        Ok::<_, Error>(moment.strftime("%Y-%m-%dT%H:%MZ").to_string())
    };
    let text = format!("{}/{}", time(start)?, time(start.saturating_add(minutes.saturating_mul(60)))?);
    client::calendar::parse_slot(&text).map_err(Error::Form)
}
