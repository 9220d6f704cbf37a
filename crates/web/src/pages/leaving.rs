//! Taking one's own data along, leaving, and the agreed end.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use client::participant::{End, Progress};
use dialogue::{Body, Room};

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::security::download;

#[derive(Template)]
#[template(path = "leaving.html")]
struct View {
    p: Page,
    member: bool,
    convener: bool,
    /// Whether this member has agreed to the end.
    agreed: bool,
    /// How far the end is, as the end of a text's name.
    stage: &'static str,
    waiting: Vec<String>,
    days: i64,
    /// Whether it is over for this participant: nothing can be sent or fetched.
    over: bool,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/leaving", get(read))
        .route("/talk/{talk}/leaving/export", post(export))
        .route("/talk/{talk}/leaving/leave", post(leave))
        .route("/talk/{talk}/leaving/end", post(agree))
        .route("/talk/{talk}/leaving/carry-out", post(carry_out))
        .route("/talk/{talk}/leaving/here", post(destroy_here))
}

async fn read(talk: InTalk) -> Result<Response> {
    let (p, view) = talk
        .look("leaving-title", |me, state, overview| {
            let (stage, waiting) = match me.end()? {
                End::None => ("none", Vec::new()),
                End::Proposed { waiting } => ("proposed", waiting),
                End::Agreed { waiting } => ("agreed", waiting),
                End::Destroyed => ("destroyed", Vec::new()),
            };
            Ok((
                overview.progress == Progress::Member,
                state.convener == overview.me,
                state.destruction.agreed.contains(&overview.me),
                stage,
                waiting,
                i64::from(state.charter.retention_days),
                me.is_over()?,
            ))
        })
        .await?;
    let (member, convener, agreed, stage, waiting, days, over) = view;
    show(&View { p, member, convener, agreed, stage, waiting, days, over })
}

async fn export(talk: InTalk, _fields: Fields) -> Result<Response> {
    let all = talk.with(|me| Ok(me.export()?)).await?;
    let id = dialogue::id::hex(&talk.talk.id);
    let short = id.get(..8).unwrap_or_default();
    download(all.text.as_bytes().to_vec(), "application/json", &format!("backchannel-{short}.json"))
}

/// Whether the box was ticked that says so.
fn sure(fields: &Fields) -> Result<()> {
    let missing = || Error::Form("the box “I am sure” was not ticked; nothing was done".to_owned());
    if fields.has("sure") { Ok(()) } else { Err(missing()) }
}

async fn leave(talk: InTalk, fields: Fields) -> Result<Response> {
    sure(&fields)?;
    talk.with(|me| {
        if me.overview()?.progress == Progress::Member {
            me.post(&Room::Plenary, Body::Left {})?;
        }
        Ok(())
    })
    .await?;
    talk.sent("/leaving", "done-left").await
}

async fn agree(talk: InTalk, fields: Fields) -> Result<Response> {
    sure(&fields)?;
    talk.with(|me| Ok(me.agree_to_end()?)).await?;
    talk.sent("/leaving", "done-end-agreed").await
}

/// Carries the agreed end out at once, without waiting for the others' confirmations.
async fn carry_out(talk: InTalk, fields: Fields) -> Result<Response> {
    sure(&fields)?;
    let (app, id, context, path) = (talk.context.app.clone(), talk.talk.id, talk.context.clone(), talk.path());
    drop(talk);
    match app.carry_out_end(id, true).await? {
        End::Destroyed => Ok(context.go("/?done=done-destroyed")),
        _ => Ok(context.go(&format!("{path}/leaving"))),
    }
}

/// Destroys what is here of a dialogue that is over for this participant.
async fn destroy_here(talk: InTalk, fields: Fields) -> Result<Response> {
    sure(&fields)?;
    let (app, id, context) = (talk.context.app.clone(), talk.talk.id, talk.context.clone());
    drop(talk);
    app.destroy_here(id).await?;
    Ok(context.go("/?done=done-destroyed"))
}
