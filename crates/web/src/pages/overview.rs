//! The first screen of a dialogue: how it stands with the talk, and what to do next.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::Result;
use crate::page::Page;
use crate::pages::talks::health_text;

#[derive(Template)]
#[template(path = "overview.html")]
struct View {
    p: Page,
    purpose: String,
    health: &'static str,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/talk/{talk}", get(overview))
}

async fn overview(talk: InTalk) -> Result<Response> {
    let (p, (purpose, health)) = talk
        .look("overview-title", |me, state, _| Ok((state.charter.purpose.clone(), health_text(me.health()?.health))))
        .await?;
    show(&View { p, purpose, health })
}
