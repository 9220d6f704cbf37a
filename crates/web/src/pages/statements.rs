//! The reported record: what was said, by whom as the source gives it, from which root. Nothing here is anybody's position.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use dialogue::record::standing::Stance;
use dialogue::record::statement::{self, Attested, Evidence, Kind as Sort, Setting, Statement};
use dialogue::record::{Act, Record};
use dialogue::{Body, Room};

use crate::app::App;
use crate::context::{InTalk, show as answer};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Choice, Form, Kind};
use crate::pages::people::LADDER;

const FORM: &str = "statements-add";
const IMPORT: &str = "statements-import";
const SORTS: [Sort; 6] =
    [Sort::Account, Sort::Limit, Sort::Estimate, Sort::ThreatenedAct, Sort::NeverOption, Sort::Commentary];
const SETTINGS: [Setting; 2] = [Setting::Public, Setting::Private];
const STANCES: [Stance; 2] = [Stance::Asserts, Stance::Denies];

struct Row {
    name: String,
    said: Statement,
    kind: String,
    rule: String,
    setting: String,
    stance: String,
    day: Option<String>,
}

/// What asserts a claim, or what denies it: the two are counted apart.
struct Claim {
    name: String,
    stance: String,
    words: String,
    roots: String,
    articles: String,
}

/// What was said in private beside what was said in public.
struct Pair {
    private: Row,
    public: Row,
}

#[derive(Template)]
#[template(path = "statements.html")]
struct View {
    p: Page,
    accounts: Vec<Row>,
    limits: Vec<Row>,
    barred: Vec<Row>,
    pairs: Vec<Pair>,
    claims: Vec<Claim>,
    add: Form,
    import: Form,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/statements", get(show).post(enter))
        .route("/talk/{talk}/statements/import", post(import))
}

fn row(name: &str, said: &Statement) -> Row {
    Row {
        name: name.to_owned(),
        kind: forms::key("statements-kind", &said.kind),
        rule: forms::key("people-rule", &said.attribution),
        setting: forms::key("statements-setting", &said.setting),
        stance: forms::key("people-stance", &said.stance),
        day: said.day.map(|day| day.to_string()),
        said: said.clone(),
    }
}

/// A row for what asserts a claim and one for what denies it, of those that there are.
fn claims(p: &Page, one: &Attested) -> Vec<Claim> {
    let both = [(Stance::Asserts, &one.asserted), (Stance::Denies, &one.denied)];
    let there = both.into_iter().filter(|(_, evidence)| !evidence.roots.is_empty());
    there.map(|(stance, evidence)| claim(p, &one.claim, stance, evidence)).collect()
}

fn claim(p: &Page, name: &str, stance: Stance, one: &Evidence) -> Claim {
    let joined = |all: &std::collections::BTreeSet<String>| all.iter().cloned().collect::<Vec<_>>().join(", ");
    let given = [
        ("roots", one.roots.len().into()),
        ("anonymous", one.anonymous_sources.len().into()),
        ("named", one.named_sources.len().into()),
        ("articles", one.articles.len().into()),
    ];
    Claim {
        name: name.to_owned(),
        stance: forms::key("people-stance", &stance),
        words: crate::lang::say(p.lang, "statements-roots-words", &given),
        roots: joined(&one.roots),
        articles: joined(&one.articles),
    }
}

fn pairs(record: &Record) -> Vec<Pair> {
    let all = &record.statements;
    let pair = |(name, one): (&String, &dialogue::record::Recorded)| {
        let other = one.statement.pair.as_ref()?;
        let (this, beside) = (row(name, &one.statement), row(other, &all.get(other)?.statement));
        let private = one.statement.setting == Setting::Private;
        Some(if private { Pair { private: this, public: beside } } else { Pair { private: beside, public: this } })
    };
    all.iter().filter_map(pair).collect()
}

fn form(p: &Page, record: &Record, issues: &[String], kept: Fields) -> Form {
    let anonymous = Choice { value: "yes".to_owned(), label: p.say("statements-anonymous-yes"), on: false };
    Form::new(p, "/statements", FORM, kept)
        .part(p, "statements-name", "name", Kind::Line)
        .must()
        .part(p, "statements-kind", "kind", Kind::Radio(forms::words(p, "statements-kind", &SORTS)))
        .must()
        .part(p, "statements-speaker", "speaker", Kind::Line)
        .must()
        .part(p, "statements-anonymous", "anonymous", Kind::Ticks(vec![anonymous]))
        .part(p, "statements-rule", "rule", Kind::Select(forms::words(p, "people-rule", &LADDER)))
        .must()
        .part(p, "statements-setting", "setting", Kind::Radio(forms::words(p, "statements-setting", &SETTINGS)))
        .must()
        .part(p, "statements-stance", "stance", Kind::Radio(forms::words(p, "people-stance", &STANCES)))
        .must()
        .part(p, "statements-text", "text", Kind::Area)
        .must()
        .part(p, "statements-quote", "quote", Kind::Line)
        .hint(p, "statements-quote-hint")
        .part(p, "statements-day", "day", Kind::Line)
        .hint(p, "people-day-hint")
        .part(p, "statements-source", "source", Kind::Line)
        .must()
        .part(p, "statements-root", "root", Kind::Line)
        .hint(p, "statements-root-hint")
        .part(p, "statements-claim", "claim", Kind::Line)
        .hint(p, "statements-claim-hint")
        .part(p, "statements-issue", "issue", Kind::Select(forms::names(issues)))
        .part(p, "statements-pair", "pair", Kind::Select(forms::names(record.statements.keys())))
        .part(p, "statements-seat", "seat", Kind::Select(forms::names(record.reported.seats.keys())))
        .part(p, "statements-commits", "commits", Kind::Line)
        .part(p, "statements-marks", "marks", Kind::Area)
        .hint(p, "statements-marks-hint")
}

async fn show(talk: InTalk) -> Result<Response> {
    let (p, (record, issues, kept, imported)) = talk
        .look("statements-title", |me, state, _| {
            let agenda = state.agendas.last().and_then(|version| version.agenda().ok());
            let issues = agenda.map(|agenda| agenda.issues().iter().map(|issue| issue.name.clone()).collect());
            let issues: Vec<String> = issues.unwrap_or_default();
            Ok((state.record.clone(), issues, forms::draft(me, FORM)?, forms::draft(me, IMPORT)?))
        })
        .await?;
    let of = |wanted: &dyn Fn(Sort) -> bool| -> Vec<Row> {
        let chosen = record.statements.iter().filter(|(_, one)| wanted(one.statement.kind));
        chosen.map(|(name, one)| row(name, &one.statement)).collect()
    };
    let barred = |sort: Sort| matches!(sort, Sort::NeverOption | Sort::ThreatenedAct);
    let attested = statement::attested(record.statements.values().map(|one| &one.statement));
    let view = View {
        accounts: of(&|sort| !barred(sort) && sort != Sort::Limit),
        limits: of(&|sort| sort == Sort::Limit),
        barred: of(&barred),
        pairs: pairs(&record),
        claims: attested.iter().flat_map(|one| claims(&p, one)).collect(),
        add: form(&p, &record, &issues, kept),
        import: Form::new(&p, "/statements/import", IMPORT, imported)
            .part(&p, "statements-import-file", "file", Kind::File)
            .must()
            .hint(&p, "statements-import-hint"),
        p,
    };
    answer(&view)
}

async fn enter(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(FORM, fields, |me, fields| {
        let source = fields.need("source")?.to_owned();
        let statement = Statement {
            kind: forms::word(fields, "kind")?,
            speaker: fields.need("speaker")?.to_owned(),
            anonymous: fields.has("anonymous"),
            attribution: forms::word(fields, "rule")?,
            day: forms::may(fields, "day")?,
            setting: forms::word(fields, "setting")?,
            stance: forms::word(fields, "stance")?,
            text: fields.need("text")?.to_owned(),
            quote: forms::text(fields, "quote"),
            root: forms::text(fields, "root").unwrap_or_else(|| source.clone()),
            source,
            claim: forms::text(fields, "claim"),
            issue: forms::text(fields, "issue"),
            pair: forms::text(fields, "pair"),
            seat: forms::text(fields, "seat"),
            commits: forms::text(fields, "commits"),
            marks: forms::lines(fields, "marks"),
        };
        let act = Act::Statement { name: fields.need("name")?.to_owned(), statement };
        Ok(me.post(&Room::Plenary, Body::Entered { act: Box::new(act) })?)
    })
    .await?;
    talk.sent("/statements", "done-statements-added").await
}

/// Enters the statements of a file: all of them, or none where one cannot be read.
async fn import(talk: InTalk, fields: Fields) -> Result<Response> {
    let file = fields.file("file").ok_or_else(|| Error::Form("no file was chosen".to_owned()))?;
    let text = String::from_utf8(file.bytes.to_vec());
    let text = text.map_err(|_| Error::Form(format!("the file {} is not UTF-8", file.name)))?;
    let csv = std::path::Path::new(&file.name).extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    let acts = client::case::statements(&text, &file.name, csv)?;
    talk.with(move |me| {
        me.post_new(acts.into_iter().map(|act| Body::Entered { act: Box::new(act) }).collect())?;
        Ok(())
    })
    .await?;
    talk.sent("/statements", "done-statements-imported").await
}
