//! The agenda: issues, options, versions, what it remembers.
mod changes;
mod edit;
mod memory;
mod view;
pub(crate) mod words;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use dialogue::State;

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::Result;
use crate::page::Page;
use view::{IssueRow, LinkRow, PackageRow, VersionRow};

#[derive(Template)]
#[template(path = "agenda.html")]
struct View {
    p: Page,
    newest: u32,
    version: u32,
    name: String,
    note: Option<String>,
    issues: Vec<IssueRow>,
    links: Vec<LinkRow>,
    packages: Vec<PackageRow>,
    versions: Vec<VersionRow>,
    /// How many packages there can be; none where they are too many to count.
    outcomes: Option<String>,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/agenda", get(read))
        .route("/talk/{talk}/agenda/compare", get(changes::compare))
        .route("/talk/{talk}/agenda/change", get(edit::forms))
        .route("/talk/{talk}/agenda/issue", post(edit::issue))
        .route("/talk/{talk}/agenda/option", post(edit::option))
        .route("/talk/{talk}/agenda/package", post(edit::package))
        .route("/talk/{talk}/agenda/document", post(edit::document))
        .route("/talk/{talk}/agenda/document/anew", post(edit::anew))
        .route("/talk/{talk}/agenda/memory", get(memory::forms))
        .route("/talk/{talk}/agenda/off", post(memory::off))
        .route("/talk/{talk}/agenda/lift", post(memory::lift))
        .route("/talk/{talk}/agenda/tried", post(memory::tried))
}

/// A version that an address names, where it is there; else the newest.
fn chosen(state: &State, asked: Option<String>) -> u32 {
    let asked = asked.and_then(|version| version.parse().ok());
    asked.filter(|version| state.version(*version).is_ok()).unwrap_or(state.newest())
}

async fn read(talk: InTalk) -> Result<Response> {
    let (asked, lang) = (talk.context.query("version"), talk.context.lang);
    let (p, found) = talk
        .look("agenda-title", move |_, state, _| {
            let version = chosen(state, asked);
            let versions = view::versions(state);
            if version == 0 {
                return Ok((0, version, String::new(), None, Vec::new(), Vec::new(), Vec::new(), versions, None));
            }
            let agenda = state.version(version)?.agenda()?;
            let memory = &state.record.memory;
            let outcomes = match agenda.space().count(2_000_000) {
                Ok(count) => Some(lang.number(i64::try_from(count).unwrap_or(i64::MAX))),
                Err(_) => None,
            };
            Ok((
                state.newest(),
                version,
                agenda.name().to_owned(),
                agenda.note().map(str::to_owned),
                view::issues(&agenda, memory),
                view::links(lang, &agenda),
                view::packages(&agenda),
                versions,
                outcomes,
            ))
        })
        .await?;
    let (newest, version, name, note, issues, links, packages, versions, outcomes) = found;
    show(&View { p, newest, version, name, note, issues, links, packages, versions, outcomes })
}
