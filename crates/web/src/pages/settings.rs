//! Language, density, and after how long the vault is locked.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;

use crate::app::App;
use crate::context::{Context, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::lang::Lang;
use crate::page::Page;

/// Minutes of idleness that can be chosen.
const MINUTES: std::ops::RangeInclusive<i64> = 1..=240;

#[derive(Template)]
#[template(path = "settings.html")]
struct View {
    p: Page,
    minutes: i64,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/settings", get(read).post(choose))
}

async fn read(context: Context) -> Result<Response> {
    let minutes = context.unlocked()?.choices().idle / 60;
    show(&View { p: context.page("settings-title"), minutes })
}

async fn choose(context: Context, fields: Fields) -> Result<Response> {
    let unlocked = context.unlocked()?;
    let lang = Lang::read(fields.need("language")?).ok_or(Error::Missing)?;
    let text = fields.need("minutes")?;
    let minutes: i64 = text.parse().ok().filter(|minutes| MINUTES.contains(minutes)).ok_or_else(|| {
        Error::Form(format!(
            "“{text}” are no minutes: a whole number from {} to {} was expected",
            MINUTES.start(),
            MINUTES.end()
        ))
    })?;
    let dense = fields.has("dense");
    let chosen = unlocked.choose(move |choices| {
        choices.language = Some(lang.code().to_owned());
        choices.dense = dense;
        choices.idle = minutes * 60;
    });
    chosen.await?;
    *context.app.language.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(lang);
    Ok(context.go("/settings?done=done-settings"))
}
