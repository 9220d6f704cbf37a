//! Preparing a question: of which kind, to whom, by which rule; what it would tell; and only then the call.
use askama::Template;
use axum::response::Response;
use client::sounding::Preview;
use dialogue::State;
use dialogue::ledger::Known;
use dialogue::question::{Asking, Subject};
use negotiation::circuit::Rule;

use super::acts::CHANGED;
use super::claims::Teller;
use super::matrix::{self, Matrix};
use super::question::{Terms, terms};
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::lang::{Lang, say};
use crate::page::Page;
use crate::pages::agenda::words::{all_of, choice_title, issue_title};

const KINDS: [&str; 5] = ["packages", "agenda", "improve", "adopt", "date"];
/// Rows of a form for dates.
const SLOTS: usize = 6;

#[derive(Template)]
#[template(path = "sounding-new.html")]
struct View {
    p: Page,
    /// None before a kind is chosen.
    kind: Option<&'static str>,
    kinds: [&'static str; 5],
    newest: u32,
    sides: Vec<String>,
    packages: Vec<String>,
    /// Issue and options, by name and title, for a part of the agenda.
    issues: Vec<(String, Vec<(String, String)>)>,
    /// Issues by name and title, for a text to say which it is about.
    about: Vec<(String, String)>,
    rules: Vec<&'static str>,
    slots: Vec<usize>,
    least: u64,
    bits_left: String,
    typed: Fields,
}

impl View {
    fn was(&self, name: &str) -> &str {
        self.typed.verbatim(name).unwrap_or_default()
    }

    fn slot(&self, end: &str, at: &usize) -> &str {
        self.typed.verbatim(&format!("{end}{at}")).unwrap_or_default()
    }

    fn ticked(&self, name: &str, value: &str) -> bool {
        self.typed.all(name).any(|one| one == value)
    }

    /// All sides, where nothing was chosen yet.
    fn asked(&self, side: &str) -> bool {
        self.ticked("side", side) || !self.typed.has("kind")
    }

    fn rule(&self, rule: &str) -> bool {
        self.was("rule") == rule || (!self.typed.has("rule") && rule == "draw")
    }

    fn only(&self, at: &usize, value: &str) -> bool {
        self.typed.text(&format!("only{at}")) == Some(value)
    }

    fn is(&self, kind: &str) -> bool {
        self.kind == Some(kind)
    }

    fn name(&self, start: &str, name: &str) -> String {
        format!("{start}{name}")
    }
}

/// Under which a question of a kind is kept while it is prepared.
pub(crate) fn form(kind: &str) -> String {
    format!("ask{kind}")
}

fn read_kind(text: Option<&str>) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| Some(*kind) == text)
}

pub(super) async fn kinds(talk: InTalk) -> Result<Response> {
    let kind = read_kind(talk.context.query("kind").as_deref());
    let lang = talk.context.lang;
    let (p, found) = talk
        .look("soundings-new-title", move |me, state, _| {
            let typed = match kind {
                Some(kind) => me.draft(&form(kind))?.map(|draft| Fields::of_draft(&draft)),
                None => None,
            };
            let agenda = match state.version(state.newest()) {
                Ok(version) => Some(version.agenda()?),
                Err(_) => None,
            };
            let issue = |issue: &negotiation::Issue| {
                let table = issue.choices.iter().filter(|choice| choice.off_the_table.is_none());
                let options = table.map(|one| (format!("{}={}", issue.name, one.name), choice_title(one).to_owned()));
                (issue_title(issue).to_owned(), options.collect::<Vec<_>>())
            };
            let issues = agenda.iter().flat_map(|agenda| agenda.issues()).map(issue).collect::<Vec<_>>();
            let called = |issue: &negotiation::Issue| (issue.name.clone(), issue_title(issue).to_owned());
            let about = agenda.iter().flat_map(|agenda| agenda.issues()).map(called).collect::<Vec<_>>();
            let packages = agenda.iter().flat_map(|agenda| agenda.packages()).map(|one| one.name.clone());
            let packages = packages.collect::<Vec<_>>();
            let sides: Vec<String> = state.sides().into_iter().map(str::to_owned).collect();
            let (least, bits_left) = (state.charter.least_packages, super::bits(lang, state.budget_left()));
            Ok((typed.unwrap_or_default(), state.newest(), sides, packages, (issues, about), least, bits_left))
        })
        .await?;
    let (typed, newest, sides, packages, (issues, about), least, bits_left) = found;
    let rules = match kind {
        Some("adopt") => vec!["draw"],
        Some("date") => vec!["draw", "exists"],
        _ => vec!["draw", "exists", "nash", "egalitarian"],
    };
    let (kinds, slots) = (KINDS, (0..SLOTS).collect());
    show(&View { p, kind, kinds, newest, sides, packages, issues, about, rules, slots, least, bits_left, typed })
}

/// Reads what a form asks.
fn asking(kind: &str, fields: &Fields) -> Result<Asking> {
    let version = || -> Result<u32> {
        fields.need("version")?.parse().map_err(|_| Error::Form("the form names no version of the agenda".to_owned()))
    };
    let packages: Vec<String> = fields.all("package").map(str::to_owned).collect();
    let subject = match kind {
        "packages" if packages.is_empty() => {
            return Err(Error::Form("tick at least one package".to_owned()));
        }
        "packages" => Subject::Agenda { version: version()?, packages: Some(packages), only: Vec::new() },
        "agenda" => {
            let chosen = fields.iter().filter(|(name, _)| name.starts_with("only")).filter_map(|(_, value)| {
                let (issue, option) = value.split_once('=')?;
                Some((issue.to_owned(), option.to_owned()))
            });
            Subject::Agenda { version: version()?, packages: None, only: chosen.collect() }
        }
        "improve" => Subject::Improve {
            version: version()?,
            than: fields.need("than")?.to_owned(),
            packages: (!packages.is_empty()).then_some(packages),
        },
        "adopt" => Subject::Adopt {
            title: fields.need("title")?.to_owned(),
            text: fields.need("text")?.replace("\r\n", "\n"),
            issues: fields.all("about").map(str::to_owned).collect(),
        },
        _ => Subject::Date { slots: slots(fields)? },
    };
    let rule: Rule = fields
        .text("rule")
        .unwrap_or("draw")
        .parse()
        .map_err(|error: negotiation::circuit::TermsError| Error::Form(error.to_string()))?;
    let quorum = fields.text("quorum").map(str::parse::<usize>).transpose();
    let sides: Vec<String> = fields.all("side").map(str::to_owned).collect();
    if sides.len() < 2 {
        return Err(Error::Form("a question needs at least two sides".to_owned()));
    }
    let quorum = quorum.map_err(|_| Error::Form("how many sides are enough is a whole number".to_owned()))?;
    Ok(Asking {
        subject,
        rule,
        vetoes: match quorum {
            Some(_) => fields.all("veto").map(str::to_owned).collect(),
            None => Vec::new(),
        },
        quorum: quorum.filter(|least| *least < sides.len()),
        sides,
        told_to_all: fields.has("tellall"),
    })
}

/// Slots: rows of beginnings and ends in the zone that was chosen, and lines as they are.
fn slots(fields: &Fields) -> Result<Vec<String>> {
    let offset = fields.text("offset").unwrap_or("Z");
    let mut slots = Vec::new();
    for at in 0..SLOTS {
        match (fields.text(&format!("from{at}")), fields.text(&format!("to{at}"))) {
            (Some(from), Some(to)) => slots.push(format!("{from}{offset}/{to}{offset}")),
            (None, None) => {}
            _ => return Err(Error::Form(format!("slot {} has a beginning or an end alone", at + 1))),
        }
    }
    slots.extend(fields.text("slots").unwrap_or_default().lines().map(|line| line.trim().to_owned()));
    slots.retain(|slot| !slot.is_empty());
    let read =
        |slot: &String| client::calendar::parse_slot(slot).map_err(|why| Error::Form(format!("“{slot}”: {why}")));
    slots.iter().map(read).collect()
}

pub(super) async fn prepare(talk: InTalk, fields: Fields) -> Result<Response> {
    let kind = read_kind(fields.text("kind")).ok_or_else(|| Error::Form("choose a kind of question".to_owned()))?;
    let draft = fields.to_draft()?;
    talk.with(move |me| {
        // Kept before it is read: what cannot be asked is shown again.
        me.keep_draft(&form(kind), &draft)?;
        me.propose(asking(kind, &fields)?)?;
        Ok(())
    })
    .await?;
    Ok(talk.context.go(&format!("{}/soundings/preview?kind={kind}", talk.path())))
}

#[derive(Template)]
#[template(path = "sounding-preview.html")]
struct Prepared {
    p: Page,
    kind: &'static str,
    terms: Terms,
    matrix: Matrix,
    warnings: Vec<String>,
    bits_left: String,
    /// The very question, to be called as it was shown.
    asking: String,
    /// The digest of what was shown of it.
    shown: String,
}

pub(super) async fn preview(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let kind = read_kind(talk.context.query("kind").as_deref()).ok_or(Error::Missing)?;
    let (p, (terms, matrix, warnings, bits_left, asking, shown)) = talk
        .look("soundings-preview-title", move |me, state, overview| {
            let draft = me.draft(&form(kind))?.ok_or(Error::Missing)?;
            let asked = asking(kind, &Fields::of_draft(&draft))?;
            let proposal = me.propose(asked.clone())?;
            let put = state.put(&proposal.question.asking)?;
            let known = me.answers()?;
            let version = asked.subject.version();
            let held = version.is_some_and(|version| me.position(Some(version)).is_ok());
            let side = state.side_of(overview.me).ok().filter(|_| held);
            let told = &proposal.preview.told;
            let laid = matrix::of(lang, (state, &known), (&proposal.question, &put), told, side.as_deref())?;
            let json = serde_json::to_string(&asked).map_err(|error| Error::Trouble(error.to_string()))?;
            Ok((
                terms(lang, &put, &proposal.question.asking, proposal.question.packages),
                laid,
                warnings(lang, state, &known, &proposal.preview)?,
                super::bits(lang, proposal.preview.budget_left),
                json,
                proposal.preview.digest()?,
            ))
        })
        .await?;
    show(&Prepared { p, kind, terms, matrix, warnings, bits_left, asking, shown })
}

/// What to think of before the question is asked.
pub(super) fn warnings(lang: Lang, state: &State, known: &Known, preview: &Preview) -> Result<Vec<String>> {
    let teller = Teller { lang, spoken: state.spoken(known)? };
    let all = preview.told.warnings.iter().chain(&preview.probe);
    let mut lines: Vec<String> = all.map(|warning| teller.warning(warning)).collect();
    if !preview.untold.is_empty() {
        let questions = all_of(lang, &preview.untold);
        lines.push(say(lang, "soundings-warn-untold", &[("questions", questions.into())]));
    }
    Ok(lines)
}

pub(super) async fn call(talk: InTalk, fields: Fields) -> Result<Response> {
    let kind = read_kind(fields.text("kind")).ok_or(Error::Missing)?;
    let asked: Asking = serde_json::from_str(fields.need("asking")?)
        .map_err(|_| Error::Form("the question could not be read; prepare it again".to_owned()))?;
    let shown = fields.text("shown").map(str::to_owned);
    let id = talk
        .with(move |me| {
            if shown != Some(me.propose(asked.clone())?.preview.digest()?) {
                return Err(Error::Form(CHANGED.to_owned()));
            }
            let id = me.call(asked)?;
            me.drop_draft(&form(kind))?;
            Ok(id)
        })
        .await?;
    talk.sent(&format!("/soundings/{id}"), "done-soundings-called").await
}
