//! A question's page: what is asked, who would learn what, consent, the run, the answer.
use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use client::AnswerRow;
use dialogue::question::{Asking, Subject};
use dialogue::{Question, Stage, State};
use negotiation::Put;

use super::answers::{Told, told};
use super::card::{Card, card};
use super::claims::slot_words;
use super::matrix::{self, Matrix};
use super::run::{Live, live};
use super::stage::{Standing, kind, standing};
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::lang::{Lang, say};
use crate::page::Page;
use crate::pages::agenda::words::all_of;

#[derive(Template)]
#[template(path = "sounding.html")]
struct View {
    p: Page,
    q: Found,
}

/// Everything that the page says of the question.
struct Found {
    id: String,
    number: u32,
    at: i64,
    caller: String,
    terms: Terms,
    standing: Standing,
    consented: Vec<String>,
    matrix: Option<Matrix>,
    warnings: Vec<String>,
    /// The digest of what is shown, without which nobody consents.
    shown: String,
    bits_left: String,
    /// What one's own side may do.
    mine: Mine,
    may_withdraw: bool,
    live: Option<Live>,
    told: Option<Told>,
    broken: Vec<String>,
}

/// The question's terms, in words.
pub(super) struct Terms {
    pub(super) kind: String,
    pub(super) sides: String,
    pub(super) rule: String,
    pub(super) passes: String,
    pub(super) told: String,
    pub(super) packages: Option<u64>,
    pub(super) version: Option<u32>,
    pub(super) only: Vec<(String, String)>,
    /// What named packages consist of.
    pub(super) cards: Vec<Card>,
    /// The issues that a text is about.
    pub(super) about: Option<String>,
    /// A text to be adopted.
    pub(super) text: Option<String>,
}

/// What one's own side may do about consent.
pub(super) enum Mine {
    /// Nothing: it takes no part, or has spoken.
    Nothing,
    /// The position has to be sealed first.
    Seal,
    /// Another member of the side holds the position.
    Another(String),
    /// It consents by its sealed position.
    Position,
    /// It says yes or no to a text.
    Text,
    /// It says which slots are free: slot, in words, ticked.
    Date(Vec<(String, String, bool)>),
}

impl Mine {
    pub(super) fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

pub(super) fn terms(lang: Lang, put: &Put, asking: &Asking, packages: u64) -> Terms {
    let quorum = asking.quorum.filter(|accept| *accept < asking.sides.len());
    let passes = match quorum {
        None => say(lang, "soundings-passes-all", &[]),
        Some(least) if asking.vetoes.is_empty() => say(lang, "soundings-passes-quorum", &[("least", least.into())]),
        Some(least) => {
            let vetoes = all_of(lang, &asking.vetoes);
            say(lang, "soundings-passes-vetoes", &[("least", least.into()), ("sides", vetoes.into())])
        }
    };
    Terms {
        kind: kind(lang, asking),
        sides: all_of(lang, &asking.sides),
        rule: say(lang, &format!("soundings-rule-{}", asking.rule.name()), &[]),
        passes,
        told: say(lang, if asking.told_to_all { "soundings-told-all" } else { "soundings-told-sides" }, &[]),
        packages: asking.subject.version().map(|_| packages),
        version: asking.subject.version(),
        only: match &asking.subject {
            Subject::Agenda { only, .. } => only.clone(),
            _ => Vec::new(),
        },
        cards: cards(put, &asking.subject),
        about: match &asking.subject {
            Subject::Adopt { issues, .. } if !issues.is_empty() => Some(all_of(lang, issues)),
            _ => None,
        },
        text: match &asking.subject {
            Subject::Adopt { text, .. } => Some(text.clone()),
            _ => None,
        },
    }
}

/// What the packages that a question names consist of; the one that stands comes first.
fn cards(put: &Put, subject: &Subject) -> Vec<Card> {
    let (than, packages) = match subject {
        Subject::Agenda { packages, .. } => (None, packages),
        Subject::Improve { than, packages, .. } => (Some(than), packages),
        Subject::Adopt { .. } | Subject::Date { .. } => return Vec::new(),
    };
    let names = than.into_iter().chain(packages.iter().flatten());
    names.filter_map(|name| put.agenda.package(name).ok()).map(|outcome| card(put, &outcome)).collect()
}

/// The whole name of the question that an address names.
pub(super) fn named(state: &State, names: &HashMap<String, String>) -> Result<String> {
    let name = names.get("question").map(String::as_str).unwrap_or_default();
    Ok(state.question(name).map_err(|_| Error::Missing)?.id.clone())
}

/// The form under which ticked slots are kept.
pub(super) fn free_form(id: &str) -> String {
    format!("free{id}")
}

pub(super) async fn show_question(talk: InTalk, Path(names): Path<HashMap<String, String>>) -> Result<Response> {
    let (lang, here) = (talk.context.lang, talk.talk.clone());
    let (p, q) = talk
        .look("soundings-question-title", move |me, state, overview| {
            let id = named(state, &names)?;
            let question = state.question(&id)?;
            let put = state.put(&question.asking)?;
            let known = me.answers()?;
            let side = state.side_of(overview.me).ok();
            let stage = question.stage();
            let answer: Option<AnswerRow> = me.answer(&id)?;
            let (mut matrix, mut warnings, mut shown) = (None, Vec::new(), String::new());
            if answer.is_none() {
                let preview = me.preview(&id)?;
                let held = question.asking.subject.version().is_some_and(|one| me.position(Some(one)).is_ok());
                let own = side.as_deref().filter(|_| held);
                let laid = matrix::of(lang, (state, &known), (question, &put), &preview.told, own)?;
                warnings = super::ask::warnings(lang, state, &known, &preview)?;
                matrix = Some(laid);
                shown = preview.digest()?;
            }
            let draft = me.draft(&free_form(&id))?.map(|draft| Fields::of_draft(&draft));
            let mine =
                side.as_deref().map_or(Mine::Nothing, |side| mine(lang, state, question, side, overview.me, draft));
            let can_take_back = match &stage {
                Stage::Called { .. } => true,
                Stage::Consented { .. } => !question.attempts.iter().any(dialogue::run::Attempt::may_have_opened),
                _ => false,
            };
            let holds = question.consents.values().any(|consent| consent.holder == overview.me);
            let told = match &answer {
                Some(row) => Some(told(lang, me, state, (question, &put), row, side.as_deref())?),
                None => None,
            };
            Ok(Found {
                number: question.number,
                at: question.at,
                caller: state.members.get(&question.caller).map(|one| one.name.clone()).unwrap_or_default(),
                terms: terms(lang, &put, &question.asking, question.packages),
                standing: standing(lang, question),
                consented: question.consents.keys().cloned().collect(),
                matrix,
                warnings,
                shown,
                bits_left: super::bits(lang, state.budget_left()),
                mine,
                may_withdraw: can_take_back && question.caller == overview.me,
                live: live(lang, &stage, holds, here.part(&id), side.as_deref(), answer.is_some()),
                told,
                broken: super::run::broken(lang, question),
                id,
            })
        })
        .await?;
    show(&View { p, q })
}

fn mine(
    lang: Lang,
    state: &State,
    question: &Question,
    side: &str,
    me: dialogue::MemberId,
    draft: Option<Fields>,
) -> Mine {
    let waits = matches!(question.stage(), Stage::Called { waiting } if waiting.iter().any(|one| one == side));
    if !waits {
        return Mine::Nothing;
    }
    match &question.asking.subject {
        Subject::Adopt { .. } => Mine::Text,
        Subject::Date { slots } => {
            let ticked = |slot: &String| draft.as_ref().is_some_and(|fields| fields.all("free").any(|one| one == slot));
            let row = |slot: &String| (slot.clone(), slot_words(lang, slot), ticked(slot));
            Mine::Date(slots.iter().map(row).collect())
        }
        Subject::Agenda { version, .. } | Subject::Improve { version, .. } => {
            match state.version(*version).ok().and_then(|version| version.seals.get(side)) {
                None if *version == state.newest() => Mine::Seal,
                None => Mine::Nothing,
                Some(seal) if seal.holder == me => Mine::Position,
                Some(seal) => {
                    Mine::Another(state.members.get(&seal.holder).map(|one| one.name.clone()).unwrap_or_default())
                }
            }
        }
    }
}
