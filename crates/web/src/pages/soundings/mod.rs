//! Soundings: prepared, consented to, run, answered.
mod acts;
mod answers;
pub(crate) mod ask;
pub(crate) mod card;
pub(crate) mod claims;
mod matrix;
mod question;
mod run;
pub(crate) mod stage;

pub(crate) use matrix::speaks_of_ranks;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::Result;
use crate::lang::Lang;
use crate::page::Page;
use stage::{Standing, standing};

/// A question of the list.
struct Row {
    id: String,
    number: u32,
    kind: String,
    sides: Vec<String>,
    at: i64,
    standing: Standing,
    /// Whether it waits for one's own side.
    mine: bool,
}

#[derive(Template)]
#[template(path = "soundings.html")]
struct View {
    p: Page,
    rows: Vec<Row>,
    bits_left: String,
    may_call: bool,
    has_agenda: bool,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/soundings", get(list))
        .route("/talk/{talk}/soundings/new", get(ask::kinds).post(ask::prepare))
        .route("/talk/{talk}/soundings/preview", get(ask::preview).post(ask::call))
        .route("/talk/{talk}/soundings/{question}", get(question::show_question))
        .route("/talk/{talk}/soundings/{question}/consent", post(acts::consent))
        .route("/talk/{talk}/soundings/{question}/calendar", post(acts::calendar))
        .route("/talk/{talk}/soundings/{question}/decline", post(acts::decline))
        .route("/talk/{talk}/soundings/{question}/withdraw", post(acts::withdraw))
        .route("/talk/{talk}/soundings/{question}/run", post(run::take_part))
        .route("/talk/{talk}/soundings/{question}/leave", post(run::leave))
}

/// Bits with one digit after the point.
pub(crate) fn bits(lang: Lang, bits: f64) -> String {
    // Not `-0.0`, which an empty sum is.
    let digits = format!("{:.1}", bits + 0.0);
    lang.decimal(digits.strip_suffix(".0").unwrap_or(&digits))
}

async fn list(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let (p, (rows, bits_left, may_call, has_agenda)) = talk
        .look("soundings-title", move |_, state, overview| {
            let side = state.side_of(overview.me).ok();
            let row = |one: &dialogue::Question| Row {
                id: one.id.clone(),
                number: one.number,
                kind: stage::kind(lang, &one.asking),
                sides: one.asking.sides.clone(),
                at: one.at,
                standing: standing(lang, one),
                mine: side.as_ref().is_some_and(|side| stage::waits_for(one, side)),
            };
            let rows: Vec<Row> = state.questions.iter().rev().map(row).collect();
            let is_convener = side.is_none();
            let may_call = match state.charter.callers {
                dialogue::charter::Callers::Everyone => true,
                dialogue::charter::Callers::Sides => !is_convener,
                dialogue::charter::Callers::Convener => is_convener,
            };
            Ok((rows, bits(lang, state.budget_left()), may_call, state.newest() > 0))
        })
        .await?;
    show(&View { p, rows, bits_left, may_call, has_agenda })
}
