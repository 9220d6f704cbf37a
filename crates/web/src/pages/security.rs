//! Security and backup of this machine: one card with the next act, and what else can be done to the vault.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use client::archive;
use client::participant::now;
use client::vault::{self, Cost, Passphrase, Vault};

use crate::app::App;
use crate::context::{Context, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::welcome::PHRASE;

/// Days after which a backup is old.
const OLD: i64 = 30;
/// Seconds of a day.
const DAY: i64 = 86_400;

#[derive(Template)]
#[template(path = "security.html")]
struct View {
    p: Page,
    backup_at: Option<i64>,
    old: bool,
    /// A passphrase that was typed opened nothing.
    wrong: bool,
    /// What has to be typed before all is wiped.
    word: String,
    folder: String,
    minutes: i64,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/security", get(read))
        .route("/security/backup", post(backup))
        .route("/security/passphrase", post(passphrase))
        .route("/security/phrase", post(phrase))
        .route("/security/wipe", post(wipe))
        .route("/restore", post(restore))
}

async fn read(context: Context) -> Result<Response> {
    let choices = context.unlocked()?.choices();
    let p = context.page("security-title");
    let word = p.say("security-wipe-word");
    show(&View {
        p,
        old: choices.backup_at.is_none_or(|at| now().saturating_sub(at) > OLD * DAY),
        backup_at: choices.backup_at,
        wrong: context.query("wrong").is_some(),
        word,
        folder: context.app.home.folder().display().to_string(),
        minutes: choices.idle / 60,
    })
}

/// Opens the vault anew with a passphrase typed again, and works on it where a thread may wait.
async fn again<T: Send + 'static>(
    context: &Context,
    typed: &str,
    work: impl FnOnce(Vault, &Passphrase) -> Result<T> + Send + 'static,
) -> Result<Option<T>> {
    let (home, passphrase) = (context.app.home.clone(), Passphrase::new(typed.to_owned()));
    let done = tokio::task::spawn_blocking(move || match home.unlock(&passphrase) {
        Ok(vault) => work(vault, &passphrase).map(Some),
        Err(vault::Error::WrongPassphrase) => Ok(None),
        Err(error) => Err(error.into()),
    });
    done.await.map_err(|error| Error::Trouble(error.to_string()))?
}

fn wrong(context: &Context) -> Response {
    context.go("/security?wrong=yes")
}

/// A backup as a file, after its restore was rehearsed.
async fn backup(context: Context, fields: Fields) -> Result<Response> {
    let unlocked = context.unlocked()?;
    let typed = fields.verbatim("passphrase").unwrap_or_default();
    let made = again(&context, typed, |mut vault, passphrase| {
        let sealed = archive::backup_vault(&mut vault, passphrase)?;
        archive::look_into(&sealed, passphrase)?;
        Ok(sealed)
    });
    let Some(sealed) = made.await? else {
        return Ok(wrong(&context));
    };
    let at = now();
    unlocked.choose(move |choices| choices.backup_at = Some(at)).await?;
    let day = dialogue::record::Day::at(at).map(|day| day.to_string()).unwrap_or_default();
    download(sealed, "application/octet-stream", &format!("backchannel-{day}.backup"))
}

/// An answer that the browser saves as a file.
pub(crate) fn download(bytes: Vec<u8>, kind: &'static str, name: &str) -> Result<Response> {
    let mut response = bytes.into_response();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let disposition = disposition.map_err(|error| Error::Trouble(error.to_string()))?;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    Ok(response)
}

async fn passphrase(context: Context, fields: Fields) -> Result<Response> {
    context.unlocked()?;
    let new = fields.verbatim("new").unwrap_or_default().to_owned();
    if fields.verbatim("again") != Some(new.as_str()) {
        return Err(Error::Form("the two new passphrases differ; the old one still opens the vault".to_owned()));
    }
    let typed = fields.verbatim("passphrase").unwrap_or_default();
    let cost = Cost::STANDARD;
    let changed = again(&context, typed, move |mut vault, _| Ok(vault.change_passphrase(&Passphrase::new(new), cost)?));
    match changed.await? {
        Some(()) => Ok(context.go("/security?done=done-passphrase")),
        None => Ok(wrong(&context)),
    }
}

async fn phrase(context: Context, fields: Fields) -> Result<Response> {
    context.unlocked()?;
    let typed = fields.verbatim("passphrase").unwrap_or_default();
    let replaced = again(&context, typed, |mut vault, _| Ok(vault.replace_phrase()?));
    match replaced.await? {
        Some(phrase) => {
            context.app.keep_once(PHRASE, phrase.words().to_owned());
            Ok(context.go("/phrase"))
        }
        None => Ok(wrong(&context)),
    }
}

/// Destroys everything on this machine at once, locked or not.
async fn wipe(context: Context, fields: Fields) -> Result<Response> {
    let typed = fields.text("word").unwrap_or_default().to_lowercase();
    let word = crate::lang::say(context.lang, "security-wipe-word", &[]);
    if typed != word.to_lowercase() {
        return Err(Error::Form(format!("the word “{word}” was not typed; nothing was wiped")));
    }
    context.app.lock();
    let home = context.app.home.clone();
    let wiped = tokio::task::spawn_blocking(move || home.wipe()).await;
    wiped.map_err(|error| Error::Trouble(error.to_string()))??;
    Ok(context.go("/unlock"))
}

/// A backup into a home that has no vault yet.
async fn restore(context: Context, fields: Fields) -> Result<Response> {
    let app = context.app.clone();
    let file = fields.file("file").ok_or_else(|| Error::Form("no file was chosen".to_owned()))?.bytes.clone();
    let passphrase = Passphrase::new(fields.verbatim("passphrase").unwrap_or_default().to_owned());
    let restored = tokio::task::spawn_blocking(move || {
        // Before anything is made here.
        archive::look_into(&file, &passphrase)?;
        let (mut vault, phrase) = app.home.create(&passphrase, Cost::STANDARD)?;
        if let Err(error) = archive::restore_into(&mut vault, &file, &passphrase) {
            drop(vault);
            // Half a vault would be in the way of the next attempt; the error is what matters.
            let _ = app.home.wipe();
            return Err(Error::from(error));
        }
        Ok((vault, phrase))
    });
    let (vault, phrase) = restored.await.map_err(|error| Error::Trouble(error.to_string()))??;
    context.app.unlock(vault)?;
    context.app.keep_once(PHRASE, phrase.words().to_owned());
    Ok(context.go("/phrase"))
}
