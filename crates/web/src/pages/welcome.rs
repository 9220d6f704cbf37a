//! Making a vault, unlocking it, locking it, and the language.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use client::vault::{Cost, Passphrase, RecoveryPhrase};

use crate::app::App;
use crate::context::{Context, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::lang::Lang;
use crate::page::Page;

/// Where the recovery phrase waits to be shown once.
pub(crate) const PHRASE: &str = "phrase";

#[derive(Template)]
#[template(path = "unlock.html")]
struct Unlock {
    p: Page,
    there: bool,
    wrong: bool,
}

#[derive(Template)]
#[template(path = "phrase.html")]
struct Phrase {
    p: Page,
    words: Vec<String>,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/unlock", get(ask).post(unlock))
        .route("/create", post(create))
        .route("/phrase", get(phrase).post(written))
        .route("/lock", post(lock))
        .route("/language", post(language))
}

async fn ask(context: Context) -> Result<Response> {
    if context.app.unlocked().is_ok() {
        return Ok(context.go("/"));
    }
    let there = context.app.home.is_there();
    let title = if there { "welcome-unlock-title" } else { "welcome-create-title" };
    show(&Unlock { p: context.page(title), there, wrong: context.query("wrong").is_some() })
}

async fn unlock(context: Context, fields: Fields) -> Result<Response> {
    if context.app.unlocked().is_ok() {
        // From another tab; what goes on there goes on.
        return Ok(context.go("/"));
    }
    let passphrase = Passphrase::new(fields.verbatim("passphrase").unwrap_or_default().to_owned());
    let phrase = fields.text("phrase").map(str::to_owned);
    let app = context.app.clone();
    let opened = tokio::task::spawn_blocking(move || {
        let vault = match phrase {
            Some(phrase) => app.home.unlock_with_phrase(&RecoveryPhrase::read(&phrase)?)?,
            None => app.home.unlock(&passphrase)?,
        };
        Ok::<_, Error>(vault)
    });
    match opened.await.map_err(|error| Error::Trouble(error.to_string()))? {
        Ok(vault) => {
            context.app.unlock(vault)?;
            Ok(context.go("/"))
        }
        Err(Error::Client(client::Error::Vault(
            client::vault::Error::WrongPassphrase | client::vault::Error::WrongPhrase,
        ))) => Ok(context.go("/unlock?wrong")),
        Err(error) => Err(error),
    }
}

async fn create(context: Context, fields: Fields) -> Result<Response> {
    let (typed, again) = (fields.verbatim("passphrase").unwrap_or_default(), fields.verbatim("again"));
    if again != Some(typed) {
        return Err(Error::Form("the two passphrases differ; nothing was made".to_owned()));
    }
    let passphrase = Passphrase::new(typed.to_owned());
    let app = context.app.clone();
    let made = tokio::task::spawn_blocking(move || Ok::<_, Error>(app.home.create(&passphrase, Cost::STANDARD)?));
    let (vault, phrase) = made.await.map_err(|error| Error::Trouble(error.to_string()))??;
    context.app.unlock(vault)?;
    context.app.keep_once(PHRASE, phrase.words().to_owned());
    Ok(context.go("/phrase"))
}

async fn phrase(context: Context) -> Result<Response> {
    context.unlocked()?;
    match context.app.look_once(PHRASE) {
        Some(words) => {
            let words = words.split_whitespace().map(str::to_owned).collect();
            show(&Phrase { p: context.page("welcome-phrase-title"), words })
        }
        None => Ok(context.go("/")),
    }
}

/// The phrase is written down: from now on nobody can have it shown.
async fn written(context: Context, _fields: Fields) -> Response {
    context.app.take_once(PHRASE);
    context.go("/")
}

async fn lock(context: Context, _fields: Fields) -> Response {
    context.app.lock();
    context.go("/unlock")
}

async fn language(State(app): State<Arc<App>>, context: Context, fields: Fields) -> Result<Response> {
    let lang = Lang::read(fields.need("language")?).ok_or(Error::Missing)?;
    *app.language.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(lang);
    if let Ok(unlocked) = app.unlocked() {
        unlocked.choose(move |choices| choices.language = Some(lang.code().to_owned())).await?;
    }
    let back = fields.text("back").and_then(|back| back.strip_prefix(app.door.base.as_str())).unwrap_or("/");
    // Only to a page of ours.
    let inside = back.starts_with('/') && !back.starts_with("//") && back.bytes().all(|byte| byte.is_ascii_graphic());
    Ok(context.go(if inside { back } else { "/" }))
}
