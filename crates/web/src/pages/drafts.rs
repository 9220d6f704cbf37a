//! What is being typed, kept in the vault while it is typed.
use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;

use crate::app::App;
use crate::context::InTalk;
use crate::error::Result;
use crate::fields::Fields;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/talk/{talk}/draft/{form}", post(keep))
}

async fn keep(talk: InTalk, Path(names): Path<HashMap<String, String>>, fields: Fields) -> Result<Response> {
    let form = names.get("form").cloned().unwrap_or_default();
    let draft = fields.to_draft()?;
    talk.with(move |me| Ok(me.keep_draft(&form, &draft)?)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
