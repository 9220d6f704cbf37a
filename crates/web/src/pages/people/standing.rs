//! Standing with governments: separate dated facts, who asserts and who denies them, and what fits together.
use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use dialogue::charter::Attribution;
use dialogue::record::Act;
use dialogue::record::book::Book;
use dialogue::record::standing::{self, Beside, Pair, Relation, Stance, Standing};
use dialogue::record::statement::Statement;
use dialogue::{Body, Room};

use crate::context::{InTalk, show as answer};
use crate::error::Result;
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Form, Kind};

const FORM: &str = "people-fact";
const STANCES: [Stance; 2] = [Stance::Asserts, Stance::Denies];
/// The ladder of attribution, from the loosest.
pub(crate) const LADDER: [Attribution; 5] = [
    Attribution::OnRecord,
    Attribution::Background,
    Attribution::ChathamHouse,
    Attribution::DeepBackground,
    Attribution::OffRecord,
];

struct Fact {
    stance: String,
    fact: Standing,
    rule: String,
    day: Option<String>,
}

struct Row {
    relation: String,
    verdict: String,
    facts: Vec<Fact>,
}

struct Government {
    name: String,
    rows: Vec<Row>,
}

struct Fit {
    fit: String,
    denial: String,
    beside: String,
    why: String,
}

/// The facts of one record, this dialogue's or the reported one.
struct Part {
    governments: Vec<Government>,
    fits: Vec<Fit>,
}

#[derive(Template)]
#[template(path = "people_standing.html")]
struct View {
    p: Page,
    own: Part,
    reported: Part,
    form: Form,
}

fn said(p: &Page, one: &Standing) -> String {
    let deed = p.say(&forms::key("people-deed", &one.relation));
    let given = [("who", (&one.by).into()), ("government", (&one.government).into()), ("deed", deed.into())];
    crate::lang::say(p.lang, &forms::key("people-says", &one.stance), &given)
}

fn fit(p: &Page, pair: &Pair) -> Fit {
    let deed = |one: &Standing| p.say(&forms::key("people-deed", &one.relation));
    let (beside, asserted) = match &pair.beside {
        Beside::Fact(fact) => (said(p, fact), deed(fact)),
        Beside::Speaks { speaker } => {
            (p.with2("people-speaks-for", "who", speaker, "government", &pair.denied.government), String::new())
        }
    };
    let why = forms::key("people-why", &pair.reason);
    Fit {
        fit: forms::key("people-fit", &pair.fit),
        denial: said(p, &pair.denied),
        beside,
        why: p.with2(&why, "denied", deed(&pair.denied), "asserted", asserted),
    }
}

fn part(p: &Page, book: &Book, statements: &[&Statement]) -> Part {
    let names: BTreeSet<&String> = book.standing.iter().map(|one| &one.government).collect();
    let governments = names.into_iter().map(|name| {
        let row = |relation: &Relation| {
            let about = book.standing.iter().filter(|one| one.government == *name && one.relation == *relation);
            let facts = about.map(|one| Fact {
                stance: forms::key("people-stance", &one.stance),
                rule: forms::key("people-rule", &one.attribution),
                day: one.day.map(|day| day.to_string()),
                fact: one.clone(),
            });
            Row {
                relation: forms::key("people-relation", relation),
                verdict: forms::key("people-verdict", &standing::verdict(&book.standing, name, *relation)),
                facts: facts.collect(),
            }
        };
        Government { name: name.clone(), rows: Relation::ALL.iter().map(row).collect() }
    });
    let fits = standing::pairs(&book.standing, statements);
    Part { governments: governments.collect(), fits: fits.iter().map(|pair| fit(p, pair)).collect() }
}

pub(super) async fn show(talk: InTalk) -> Result<Response> {
    let (p, (record, kept)) =
        talk.look("people-standing-title", |me, state, _| Ok((state.record.clone(), forms::draft(me, FORM)?))).await?;
    let statements: Vec<&Statement> = record.statements.values().map(|one| &one.statement).collect();
    let meetings = record.own.meetings.keys().chain(record.reported.meetings.keys());
    let form = Form::new(&p, "/people/standing", FORM, kept)
        .part(&p, "people-fact-government", "government", Kind::Line)
        .must()
        .part(&p, "people-fact-relation", "relation", Kind::Radio(forms::words(&p, "people-relation", &Relation::ALL)))
        .must()
        .part(&p, "people-fact-stance", "stance", Kind::Radio(forms::words(&p, "people-stance", &STANCES)))
        .must()
        .part(&p, "people-fact-by", "by", Kind::Line)
        .must()
        .hint(&p, "people-fact-by-hint")
        .part(&p, "people-fact-rule", "rule", Kind::Select(forms::words(&p, "people-rule", &LADDER)))
        .must()
        .part(&p, "people-fact-day", "day", Kind::Line)
        .hint(&p, "people-day-hint")
        .part(&p, "people-fact-meeting", "meeting", Kind::Select(forms::names(meetings)))
        .part(&p, "people-fact-source", "source", Kind::Line)
        .hint(&p, "people-source-hint");
    let (own, reported) = (part(&p, &record.own, &[]), part(&p, &record.reported, &statements));
    answer(&View { own, reported, form, p })
}

pub(super) async fn enter(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(FORM, fields, |me, fields| {
        let act = Act::Standing(Standing {
            government: fields.need("government")?.to_owned(),
            side: None,
            relation: forms::word(fields, "relation")?,
            stance: forms::word(fields, "stance")?,
            by: fields.need("by")?.to_owned(),
            attribution: forms::word(fields, "rule")?,
            day: forms::may(fields, "day")?,
            meeting: forms::text(fields, "meeting"),
            source: forms::text(fields, "source"),
        });
        Ok(me.post(&Room::Plenary, Body::Entered { act: Box::new(act) })?)
    })
    .await?;
    talk.sent("/people/standing", "done-people-fact").await
}
