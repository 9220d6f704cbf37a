//! The first screen of a dialogue: how it stands with the talk, and what to do next. Whoever is not let in yet waits here.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::http::HeaderValue;
use axum::response::Response;
use axum::routing::{get, post};
use client::participant::Progress;

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;

mod care;
mod next;
mod summary;
mod waiting;

pub(crate) use care::{Condition, condition};
pub(crate) use next::{Next, acts};
use summary::Meeting;

/// Seconds after which a page of somebody who waits asks again.
const AGAIN: &str = "15";

#[derive(Template)]
#[template(path = "overview.html")]
struct View {
    p: Page,
    purpose: String,
    /// What may not wait: hotline messages unread, flags.
    alarms: Vec<Next>,
    /// The newest meeting held, of the own record and of the reported one.
    own: Option<Meeting>,
    reported: Option<Meeting>,
    /// The next meeting, cadences that are overdue.
    ahead: Vec<String>,
    /// Exploratory results, impasses: each with where to go.
    open: Vec<Next>,
    next: Vec<Next>,
    news: Vec<(i64, String)>,
    condition: Condition,
}

#[derive(Template)]
#[template(path = "overview_waiting.html")]
struct Waiting {
    p: Page,
    lead: String,
    who: String,
    condition: Condition,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}", get(overview))
        .route("/talk/{talk}/rejoin", post(rejoin))
        .route("/talk/{talk}/acknowledge", post(acknowledge))
}

/// Gives up this machine's keys and asks to be let in again; the page of those who wait follows.
async fn rejoin(talk: InTalk, fields: Fields) -> Result<Response> {
    if !fields.has("sure") {
        return Err(Error::Form("the box that says so was not ticked; nothing was done".to_owned()));
    }
    talk.with(|me| Ok(me.rejoin()?)).await?;
    talk.sent("", "done-rejoining").await
}

/// What is known of faults and gaps so far was looked after.
async fn acknowledge(talk: InTalk, _fields: Fields) -> Result<Response> {
    talk.with(|me| Ok(me.acknowledge_faults()?)).await?;
    talk.talk.changed();
    Ok(talk.context.go(&format!("{}?done=done-acknowledged", talk.path())))
}

async fn overview(talk: InTalk) -> Result<Response> {
    let progress = talk.with(|me| Ok(me.overview()?.progress)).await?;
    if !matches!(progress, Progress::Member | Progress::Gone) {
        return wait(talk).await;
    }
    let lang = talk.context.lang;
    let at = client::participant::now();
    let (p, view) = talk
        .look("overview-title", move |me, state, overview| {
            let today = dialogue::record::Day::at(at);
            let condition = condition(lang, &me.health()?, overview.state.as_ref());
            let next = match overview.progress {
                Progress::Member => acts(lang, me, state, overview.me, at)?,
                _ => Vec::new(),
            };
            Ok((
                state.charter.purpose.clone(),
                summary::alarms(lang, state),
                summary::newest(lang, state, false),
                summary::newest(lang, state, true),
                summary::ahead(lang, state, today, at),
                summary::open(lang, state),
                next,
                summary::news(lang, state),
                condition,
            ))
        })
        .await?;
    let (purpose, alarms, own, reported, ahead, open, next, mut news, condition) = view;
    let refused = talk.talk.refused().into_iter().rev();
    let refused = refused.map(|(at, why)| (at, crate::lang::say(lang, "overview-refused", &[("why", why.into())])));
    news.splice(0..0, refused);
    show(&View { p, purpose, alarms, own, reported, ahead, open, next, news, condition })
}

/// The page of somebody who is not let in yet; it asks again by itself, which counts as nobody's doing.
async fn wait(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let (overview, health) = talk.with(|me| Ok((me.overview()?, me.health()?))).await?;
    let (lead, who) = waiting::words(lang, &overview);
    let condition = condition(lang, &health, overview.state.as_ref());
    let mut p = talk.page("overview-waiting-title", &overview);
    if overview.state.is_none() {
        // Nothing of the menu leads anywhere yet.
        p.crumb = None;
    }
    let mut response = show(&Waiting { p, lead, who, condition })?;
    response.headers_mut().insert("refresh", HeaderValue::from_static(AGAIN));
    Ok(response)
}
