//! What the pages show: the meetings, and of one its lines, what each audience would read, and the forms.
use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use client::debrief::{Form as Print, Tongue};
use client::participant::Readout;
use dialogue::charter::Attribution;
use dialogue::record::line::{Audience, Exported, Line, Readouts, Wording};
use dialogue::{MemberId, State, attribution};

use super::acts::{self, form_of};
use super::marks::{self, Marked};
use crate::context::{InTalk, show as answer};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Choice, Form, Kind};
use crate::pages::people::LADDER;

struct Meeting {
    name: String,
    link: String,
    day: Option<String>,
    lines: usize,
    mine: usize,
}

struct Sent {
    meeting: String,
    audience: String,
    to: String,
    form: String,
    lines: i64,
    by: String,
    at: i64,
}

#[derive(Template)]
#[template(path = "readouts.html")]
struct List {
    p: Page,
    meetings: Vec<Meeting>,
    sent: Vec<Sent>,
}

/// A line as its members see it.
struct Row {
    name: String,
    speaker: String,
    rule: String,
    state: &'static str,
    audiences: Vec<String>,
    caucus: bool,
    within: Option<String>,
    text: String,
    digest: String,
    can_clear: bool,
    can_withdraw: bool,
    attribute: Option<Form>,
    link: String,
}

struct Printed {
    by: Option<String>,
    marked: Marked,
}

struct Within {
    side: Option<String>,
    views: Vec<String>,
}

/// What one audience would read.
struct Column {
    title: String,
    who: String,
    day: Option<String>,
    place: Option<String>,
    lines: Vec<Printed>,
    within: Vec<Within>,
    /// Items of the agenda that would tell.
    items: Vec<String>,
    left: Vec<(String, String)>,
    blocked: bool,
    nobody: bool,
    export: Form,
}

#[derive(Template)]
#[template(path = "readouts_meeting.html")]
struct View {
    p: Page,
    meeting: String,
    rule: String,
    rows: Vec<Row>,
    draft: Vec<(String, Marked)>,
    form: Form,
    columns: Vec<Column>,
    limits: Vec<String>,
    file: Option<String>,
}

fn mine(state: &State, me: MemberId, line: &Line) -> bool {
    line.speaker.map_or(me == state.convener, |speaker| speaker == me)
}

pub(super) async fn list(talk: InTalk) -> Result<Response> {
    let (p, (state, caucus, me)) =
        talk.look("readouts-title", |me, state, overview| Ok((state.clone(), me.own_caucus()?, overview.me))).await?;
    let all = || state.record.readouts.lines.values().chain(caucus.iter().flat_map(|room| room.lines.values()));
    let meetings = state.record.own.meetings.iter().map(|(name, meeting)| {
        let of = || all().filter(|line| line.wording.meeting == *name && !line.withdrawn);
        Meeting {
            name: name.clone(),
            link: format!("/readouts/meeting?meeting={}", forms::in_address(name)),
            day: meeting.facts.date().map(|day| day.to_string()),
            lines: of().count(),
            mine: of().filter(|line| !line.cleared && mine(&state, me, line)).count(),
        }
    });
    let sent = state.record.readouts.exports.iter().chain(caucus.iter().flat_map(|room| room.exports.iter()));
    let sent = sent.map(|one: &Exported| Sent {
        meeting: one.export.meeting.clone(),
        audience: forms::key("readouts-audience", &one.export.audience),
        to: one.export.to.clone(),
        form: one.export.form.clone(),
        lines: i64::from(one.export.lines),
        by: state.members.get(&one.by).map(|member| member.name.clone()).unwrap_or_default(),
        at: one.at,
    });
    let (meetings, sent) = (meetings.collect(), sent.collect());
    answer(&List { p, meetings, sent })
}

fn rows(p: &Page, state: &State, me: MemberId, meeting: &str, readouts: &Readouts, caucus: bool) -> Vec<Row> {
    let about = readouts.lines.iter().filter(|(_, line)| line.wording.meeting == meeting);
    let one = |(name, line): (&String, &Line)| {
        let mine = mine(state, me, line) && !line.withdrawn;
        let seat = line.wording.speaker.as_ref();
        let holder = seat.and_then(|seat| Some(state.record.own.seats.get(seat)?.now()?.holder.clone()));
        let place = if caucus { "caucus" } else { "plenary" };
        let attribute = mine.then(|| {
            Form::new(p, "/readouts/line", "readouts-attribute", Fields::default())
                .about(&format!("{place}-{name}"))
                .hidden("line", name)
                .hidden("place", place)
                .hidden("do", "attribute")
                .part(p, "readouts-attribute-rule", "rule", Kind::Select(forms::words(p, "people-rule", &LADDER)))
                .must()
        });
        Row {
            name: name.clone(),
            speaker: holder.or_else(|| seat.cloned()).unwrap_or_else(|| p.say("readouts-summed-up")),
            rule: forms::key("people-rule", &line.attribution),
            state: match (line.withdrawn, line.cleared) {
                (true, _) => "readouts-state-withdrawn",
                (false, true) => "readouts-state-cleared",
                (false, false) => "readouts-state-open",
            },
            audiences: line.wording.audiences.iter().map(|one| p.say(&forms::key("readouts-audience", one))).collect(),
            caucus,
            within: line.wording.within.clone(),
            text: line.wording.text.clone(),
            digest: line.wording.digest(),
            can_clear: mine && !line.cleared,
            can_withdraw: !line.withdrawn && (mine || line.drafted_by == me),
            attribute,
            link: format!(
                "/readouts/meeting?meeting={}&line={}&place={place}",
                forms::in_address(meeting),
                forms::in_address(name)
            ),
        }
    };
    about.map(one).collect()
}

/// The rule of a meeting.
fn rule_of(state: &State, meeting: &str) -> Attribution {
    let found = state.record.own.meetings.get(meeting).and_then(|one| one.facts.attribution);
    found.unwrap_or(state.charter.attribution)
}

/// What is being typed, marked for each audience it is for.
fn drafted(p: &Page, state: &State, me: MemberId, meeting: &str, fields: &Fields) -> Vec<(String, Marked)> {
    let Some(text) = fields.text("text") else {
        return Vec::new();
    };
    let chosen: BTreeSet<Audience> =
        Audience::ALL.into_iter().filter(|one| fields.all("audience").any(|word| word == forms::spelt(one))).collect();
    let own: Option<Attribution> = forms::may_word(fields, "rule").ok().flatten();
    let wording = Wording {
        meeting: meeting.to_owned(),
        speaker: forms::text(fields, "speaker"),
        text: text.to_owned(),
        attribution: own,
        description: forms::text(fields, "description"),
        audiences: chosen.clone(),
        within: None,
        commits: forms::text(fields, "commits"),
    };
    let attribution = own.unwrap_or_else(|| rule_of(state, meeting));
    let (speaker, named) = (None, None);
    let line = Line { wording, attribution, speaker, named, drafted_by: me, cleared: false, withdrawn: false };
    let side = state.side_of(me).ok();
    let all = if chosen.is_empty() { Audience::ALL.into() } else { chosen };
    let one = |audience: Audience| {
        let marked = marks::of_line(p, &state.record, &line, audience, side.as_deref());
        (p.say(&forms::key("readouts-audience", &audience)), marked)
    };
    all.into_iter().map(one).collect()
}

fn column(
    p: &Page,
    state: &State,
    side: Option<&str>,
    caucus: Option<&Readouts>,
    found: &Readout,
    kept: Fields,
) -> Result<Column> {
    let (debrief, audience) = (&found.debrief, found.debrief.audience);
    let lines = debrief.lines.iter().filter_map(|printed| {
        let mut all = state.record.readouts.lines.get(&printed.line).into_iter();
        let own = caucus.and_then(|room| room.lines.get(&printed.line));
        let line = all.find(|line| line.wording.text == printed.text).or(own)?;
        Some(Printed { by: printed.by.clone(), marked: marks::of_line(p, &state.record, line, audience, side) })
    });
    let within = debrief.within.iter().map(|one| Within { side: one.side.clone(), views: one.views.clone() }).collect();
    let (word, composed) = (forms::spelt(&audience), found.digest()?);
    let prints = [Print::Pdf, Print::Docx, Print::Markdown].map(|one| Choice {
        value: one.ending().to_owned(),
        label: p.say(&format!("readouts-form-{}", one.ending())),
        on: one == Print::Pdf && kept.text("form").is_none(),
    });
    let tongues = Tongue::ALL.map(|one| Choice {
        value: one.tag().to_owned(),
        label: p.say(&format!("readouts-tongue-{}", one.tag())),
        on: one.tag() == p.lang.code() && kept.text("tongue").is_none(),
    });
    let export = Form::new(p, "/readouts/export", "readouts-export", kept)
        .about(&word)
        .hidden("meeting", &debrief.meeting)
        .hidden("audience", &word)
        .hidden("composed", &composed)
        .part(p, "readouts-export-to", "to", Kind::Line)
        .must()
        .part(p, "readouts-export-form", "form", Kind::Radio(prints.into()))
        .must()
        .part(p, "readouts-export-tongue", "tongue", Kind::Select(tongues.into()))
        .must();
    let blocked: Vec<String> = found.blocking().map(|one| one.line.clone()).collect();
    let items = found.findings.iter().filter(|one| one.line == "agenda");
    Ok(Column {
        title: p.say(&forms::key("readouts-audience", &audience)),
        who: p.say(&forms::key("readouts-who", &audience)),
        day: debrief.day.map(|day| day.to_string()),
        place: debrief.place.clone(),
        lines: lines.collect(),
        within,
        items: items.map(|one| p.with("readouts-item-tells", "words", one.finding.matched.as_str())).collect(),
        left: debrief
            .left_out
            .iter()
            .map(|(name, why)| (name.clone(), p.say(&forms::key("readouts-left", why))))
            .collect(),
        blocked: !blocked.is_empty(),
        nobody: !found.anybody_present,
        export,
    })
}

pub(super) async fn show(talk: InTalk) -> Result<Response> {
    let meeting = talk.context.query("meeting").ok_or(Error::Missing)?;
    let (reword, place) = (talk.context.query("line"), talk.context.query("place"));
    let file = talk.context.query("file").filter(|file| file.len() == 64);
    let wanted = meeting.clone();
    let (p, (state, caucus, me, found, kept, exports)) = talk
        .look("readouts-title", move |me, state, overview| {
            if !state.record.own.meetings.contains_key(&wanted) {
                return Err(Error::Missing);
            }
            let caucus = me.own_caucus()?;
            let found = Audience::ALL.map(|audience| me.readout(&wanted, audience));
            let mut kept = forms::draft(me, &form_of(&wanted))?;
            let room = if place.as_deref() == Some("caucus") { caucus.as_ref() } else { Some(&state.record.readouts) };
            let line = reword.and_then(|name| Some((room?.lines.get(&name)?.clone(), name)));
            if let Some((line, name)) = line.filter(|(_, name)| kept.text("line") != Some(name.as_str())) {
                kept = acts::filled(&name, &line, place.as_deref().unwrap_or("plenary"));
            }
            let exports =
                Audience::ALL.map(|audience| forms::draft(me, &format!("readouts-export-{}", forms::spelt(&audience))));
            Ok((state.clone(), caucus, overview.me, found, kept, exports))
        })
        .await?;
    let side = state.side_of(me).ok();
    let mut columns = Vec::new();
    for (found, kept) in found.into_iter().zip(exports) {
        // Whoever convenes has no capital of its own.
        if side.is_none() && found.as_ref().is_ok_and(|found| found.debrief.audience == Audience::Capital) {
            continue;
        }
        columns.push(column(&p, &state, side.as_deref(), caucus.as_ref(), &found?, kept?)?);
    }
    let mut lines = rows(&p, &state, me, &meeting, &state.record.readouts, false);
    lines.extend(caucus.iter().flat_map(|room| rows(&p, &state, me, &meeting, room, true)));
    let draft = drafted(&p, &state, me, &meeting, &kept);
    let limits = (1..=attribution::limits().len()).map(|at| p.say(&format!("readouts-limit-{at}")));
    let view = View {
        rule: forms::key("people-rule", &rule_of(&state, &meeting)),
        rows: lines,
        draft,
        form: acts::form(&p, &state, me, &meeting, kept),
        columns,
        limits: limits.collect(),
        file,
        meeting,
        p,
    };
    answer(&view)
}
