//! Members with their sides; seats with what they were before; what deserves a second look.
use askama::Template;
use axum::response::Response;
use client::participant::now;
use dialogue::attribution::Gender;
use dialogue::member::Standing;
use dialogue::record::Act;
use dialogue::record::advice::{self, Warning};
use dialogue::record::book::Book;
use dialogue::record::line::Readouts;
use dialogue::record::seat::{Capacity, Facts, Office};
use dialogue::{Body, Room, State};

use crate::context::{InTalk, show as answer};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Form, Kind};

const OFFICES: [Office; 4] = [Office::Former, Office::Serving, Office::Expert, Office::Convener];
const CAPACITIES: [Capacity; 2] = [Capacity::Private, Capacity::Mandated];
const GENDERS: [Gender; 2] = [Gender::Woman, Gender::Man];
const FORM: &str = "people-seat";

struct Person {
    name: String,
    side: Option<String>,
    standing: &'static str,
}

/// What held of a seat from some time on.
struct Held {
    facts: Facts,
    office: String,
    capacity: String,
    gender: Option<String>,
    since: Option<String>,
    by: String,
    at: i64,
    source: Option<String>,
    member: Option<String>,
}

struct Seat {
    name: String,
    link: String,
    now: Held,
    before: Vec<Held>,
}

#[derive(Template)]
#[template(path = "people.html")]
struct View {
    p: Page,
    people: Vec<Person>,
    own: Vec<Seat>,
    reported: Vec<Seat>,
    warnings: Vec<String>,
    reported_warnings: Vec<String>,
    form: Form,
}

fn seats(state: &State, book: &Book) -> Vec<Seat> {
    let held = |entry: &dialogue::record::seat::Entry| Held {
        office: forms::key("people-office", &entry.facts.office),
        capacity: forms::key("people-capacity", &entry.facts.capacity),
        gender: entry.facts.gender.map(|gender| forms::key("people-gender", &gender)),
        since: entry.facts.since.map(|day| day.to_string()),
        by: name_of(state, &entry.by),
        at: entry.at,
        source: entry.source.clone(),
        member: entry.facts.member.map(|member| name_of(state, &member)),
        facts: entry.facts.clone(),
    };
    let one = |(name, seat): (&String, &dialogue::record::seat::Seat)| {
        let (last, before) = seat.history.split_last()?;
        Some(Seat {
            name: name.clone(),
            link: format!("/people?seat={}", forms::in_address(name)),
            now: held(last),
            before: before.iter().rev().map(held).collect(),
        })
    };
    book.seats.iter().filter_map(one).collect()
}

pub(crate) fn name_of(state: &State, id: &dialogue::MemberId) -> String {
    state.members.get(id).map_or_else(|| id.to_string(), |member| member.name.clone())
}

/// A warning in the page's own words; never advice.
fn sentence(p: &Page, book: &Book, warning: &Warning) -> String {
    // By their roles: a name stands beside its source.
    let role = |seat: &String| {
        let facts = book.seats.get(seat).and_then(|seat| seat.now());
        facts.map_or_else(|| seat.clone(), |facts| facts.role())
    };
    match warning {
        Warning::NoMandate { seat, with, meeting, .. } => crate::lang::say(
            p.lang,
            "people-warning-no-mandate",
            &[("who", role(seat).into()), ("with", role(with).into()), ("meeting", meeting.into())],
        ),
        Warning::BeyondMandate { line: Some(line), speaker, government, .. } => crate::lang::say(
            p.lang,
            "people-warning-beyond-line",
            &[("who", speaker.into()), ("government", government.into()), ("line", line.into())],
        ),
        Warning::BeyondMandate { speaker, government, .. } => {
            p.with2("people-warning-beyond", "who", speaker.as_str(), "government", government)
        }
    }
}

pub(super) async fn show(talk: InTalk) -> Result<Response> {
    let wanted = talk.context.query("seat");
    let (p, (state, mandates, caucus, kept, own)) = talk
        .look("people-title", move |me, state, overview| {
            let kept = forms::draft(me, FORM)?;
            let empty = kept.iter().next().is_none();
            let entry =
                wanted.as_ref().filter(|_| empty).and_then(|name| Some((name, state.record.own.seats.get(name)?)));
            let kept = entry.and_then(|(name, seat)| Some(filled(name, seat.now()?))).unwrap_or(kept);
            // A delegate enters the seat that is its own; the convener enters all.
            let own = state.members.get(&overview.me).is_some_and(|member| !member.is_convener());
            let own = own.then(|| overview.me.to_string()).filter(|_| kept.iter().next().is_none());
            // Lines of the own caucus as well: its members alone read this page of theirs.
            let caucus = match state.side_of(overview.me) {
                Ok(_) => me.caucus_readouts()?,
                Err(_) => Readouts::default(),
            };
            Ok((state.clone(), me.given(now())?, caucus, kept, own))
        })
        .await?;
    let record = &state.record;
    let people = state.members.values().map(|member| Person {
        name: member.name.clone(),
        side: member.side.clone(),
        standing: match member.standing {
            Standing::Admitted(_) => "people-standing-admitted",
            Standing::Present => "people-standing-present",
            Standing::Returning(_) => "people-standing-returning",
            Standing::Gone { .. } => "people-standing-gone",
        },
    });
    let of = |book: &Book| -> Vec<String> {
        advice::of_book(book, &mandates).iter().map(|one| sentence(&p, book, one)).collect()
    };
    let mut warnings = of(&record.own);
    for readouts in [&record.readouts, &caucus] {
        let lines = advice::lines_beyond_mandate(record, readouts, &mandates);
        warnings.extend(lines.iter().map(|one| sentence(&p, &record.own, one)));
    }
    let mut reported_warnings = of(&record.reported);
    let beyond = advice::beyond_mandate(record, &mandates);
    reported_warnings.extend(beyond.iter().map(|one| sentence(&p, &record.reported, one)));
    let form = form(&p, &state, kept, own.as_deref());
    let view = View {
        people: people.collect(),
        own: seats(&state, &record.own),
        reported: seats(&state, &record.reported),
        warnings,
        reported_warnings,
        form,
        p,
    };
    answer(&view)
}

/// A seat as it is, as the fields of its form.
fn filled(name: &str, facts: &Facts) -> Fields {
    let may = |text: &Option<String>| text.clone().unwrap_or_default();
    let fields = [
        ("seat", name.to_owned()),
        ("holder", facts.holder.clone()),
        ("office", forms::spelt(&facts.office)),
        ("capacity", forms::spelt(&facts.capacity)),
        ("side", may(&facts.side)),
        ("government", may(&facts.government)),
        ("post", may(&facts.post)),
        ("institution", may(&facts.institution)),
        ("close", may(&facts.close_to)),
        ("also", facts.also.join("\n")),
        ("posts", facts.posts.join("\n")),
        ("institutions", facts.institutions.join("\n")),
        ("described", facts.also_described.join("\n")),
        ("words", facts.side_words.join("\n")),
        ("gender", facts.gender.map(|gender| forms::spelt(&gender)).unwrap_or_default()),
        ("since", facts.since.map(|day| day.to_string()).unwrap_or_default()),
        ("member", facts.member.map(|member| member.to_string()).unwrap_or_default()),
    ];
    Fields::of_draft(&serde_json::to_string(&fields).unwrap_or_default())
}

fn form(p: &Page, state: &State, kept: Fields, own: Option<&str>) -> Form {
    let sides: Vec<String> = state.sides().into_iter().map(str::to_owned).collect();
    let members = state.members.iter().filter(|(_, member)| member.is_present());
    let members = members.map(|(id, member)| forms::Choice {
        value: id.to_string(),
        label: member.name.clone(),
        on: own.is_some_and(|own| id.to_string() == own),
    });
    let members: Vec<_> = members.collect();
    Form::new(p, "/people", FORM, kept)
        .part(p, "people-seat-name", "seat", Kind::Line)
        .must()
        .hint(p, "people-seat-name-hint")
        .part(p, "people-seat-holder", "holder", Kind::Line)
        .must()
        .hint(p, "people-seat-holder-hint")
        .part(p, "people-seat-office", "office", Kind::Radio(forms::words(p, "people-office", &OFFICES)))
        .must()
        .part(p, "people-seat-capacity", "capacity", Kind::Radio(forms::words(p, "people-capacity", &CAPACITIES)))
        .must()
        .hint(p, "people-seat-capacity-hint")
        .part(p, "people-seat-side", "side", Kind::Select(forms::names(&sides)))
        .part(p, "people-seat-government", "government", Kind::Line)
        .part(p, "people-seat-post", "post", Kind::Line)
        .part(p, "people-seat-institution", "institution", Kind::Line)
        .part(p, "people-seat-close", "close", Kind::Line)
        .part(p, "people-seat-also", "also", Kind::Area)
        .part(p, "people-seat-posts", "posts", Kind::Area)
        .part(p, "people-seat-institutions", "institutions", Kind::Area)
        .part(p, "people-seat-described", "described", Kind::Area)
        .part(p, "people-seat-words", "words", Kind::Area)
        .part(p, "people-seat-gender", "gender", Kind::Select(forms::words(p, "people-gender", &GENDERS)))
        .hint(p, "people-seat-gender-hint")
        .part(p, "people-seat-since", "since", Kind::Line)
        .hint(p, "people-day-hint")
        .part(p, "people-seat-member", "member", Kind::Select(members))
        .part(p, "people-seat-source", "source", Kind::Line)
        .hint(p, "people-source-hint")
}

pub(super) async fn enter(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(FORM, fields, |me, fields| {
        let state = me.state()?;
        let member = forms::text(fields, "member");
        let id = |wanted: String| state.members.keys().find(|id| id.to_string() == wanted).copied();
        let member = member.map(|wanted| id(wanted).ok_or_else(|| Error::Form("there is no such member".to_owned())));
        let member = member.transpose()?;
        let of_member = member.and_then(|id| state.members.get(&id)).and_then(|member| member.side.clone());
        let facts = Facts {
            holder: fields.need("holder")?.to_owned(),
            office: forms::word(fields, "office")?,
            capacity: forms::word(fields, "capacity")?,
            side: forms::text(fields, "side").or(of_member),
            government: forms::text(fields, "government"),
            post: forms::text(fields, "post"),
            institution: forms::text(fields, "institution"),
            close_to: forms::text(fields, "close"),
            posts: forms::lines(fields, "posts"),
            institutions: forms::lines(fields, "institutions"),
            also_described: forms::lines(fields, "described"),
            side_words: forms::lines(fields, "words"),
            gender: forms::may_word(fields, "gender")?,
            described: Vec::new(),
            also: forms::lines(fields, "also"),
            since: forms::may(fields, "since")?,
            member,
        };
        let act = Act::Seat { seat: fields.need("seat")?.to_owned(), facts, source: forms::text(fields, "source") };
        Ok(me.post(&Room::Plenary, Body::Entered { act: Box::new(act) })?)
    })
    .await?;
    talk.sent("/people", "done-people-seat").await
}
