//! The dialogues of this home: what needs their member, by date; founding one, joining one.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use client::courier::{self, RelayAddress};
use client::invitation::{Link, NoLink};
use client::{Participant, participant};
use dialogue::Charter;

use crate::app::App;
use crate::context::{Context, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;

/// A dialogue of the list.
struct Row {
    path: String,
    title: String,
    created_at: i64,
    destroyed_at: Option<i64>,
    /// What is the matter, as the name of a text.
    health: &'static str,
}

#[derive(Template)]
#[template(path = "talks.html")]
struct View {
    p: Page,
    rows: Vec<Row>,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/", get(list)).route("/found", post(found)).route("/join", get(invited).post(join))
}

async fn list(context: Context) -> Result<Response> {
    let unlocked = context.unlocked()?;
    let listed = unlocked.vault(|vault| Ok(vault.dialogues()?))?;
    let mut rows = Vec::new();
    for one in listed {
        let mut row = Row {
            path: format!("/talk/{}", dialogue::id::hex(&one.id)),
            title: one.title,
            created_at: one.created_at,
            destroyed_at: one.destroyed_at,
            health: "talks-destroyed",
        };
        if one.destroyed_at.is_none() {
            let talk = unlocked.talk(one.id, context.app.socks.as_ref())?;
            let (health, title) = talk
                .with(|me| {
                    let title = me.overview()?.state.map(|state| state.title);
                    Ok((me.health()?.health, title))
                })
                .await?;
            row.health = health_text(health);
            row.title = title.unwrap_or(row.title);
        }
        rows.push(row);
    }
    rows.reverse();
    show(&View { p: context.page("talks-title"), rows })
}

/// How a dialogue is, as the name of a text.
pub(crate) fn health_text(health: participant::Health) -> &'static str {
    match health {
        participant::Health::InStep => "talks-health-in-step",
        participant::Health::Behind => "talks-health-behind",
        participant::Health::Forked => "talks-health-forked",
        participant::Health::NeedsRejoin => "talks-health-needs-rejoin",
        participant::Health::ShutOut => "talks-health-shut-out",
        participant::Health::Gone => "talks-health-gone",
    }
}

async fn found(context: Context, fields: Fields) -> Result<Response> {
    let unlocked = context.unlocked()?;
    let socks = context.app.socks.clone();
    let (host, port) = RelayAddress::host_and_port(fields.need("relay")?).map_err(client::Error::from)?;
    let pin = match fields.text("pin") {
        Some(pin) => dialogue::id::unhex(pin)
            .ok_or_else(|| Error::Form("the certificate's hash has 64 hexadecimal digits".to_owned()))?,
        None => courier::fetch_pin(&host, port, socks.as_ref()).await.map_err(client::Error::from)?,
    };
    let relay = RelayAddress { host, port, pin };
    let (title, name) = (fields.need("title")?.to_owned(), fields.need("name")?.to_owned());
    let charter = charter(&fields)?;
    let runtime = tokio::runtime::Handle::current();
    let founded = tokio::task::spawn_blocking(move || {
        unlocked.vault(|vault| {
            let founding = Participant::found(vault, &relay, socks.as_ref(), &title, &name, charter);
            Ok(runtime.block_on(founding)?.id().0)
        })
    });
    let id = founded.await.map_err(|error| Error::Trouble(error.to_string()))??;
    Ok(context.go(&format!("/talk/{}?done=done-founded", dialogue::id::hex(&id))))
}

fn charter(fields: &Fields) -> Result<Charter> {
    let whole = |name: &str, otherwise: u64| match fields.text(name) {
        None => Ok(otherwise),
        Some(text) => text.parse().map_err(|_| Error::Form(format!("the field “{name}” needs a whole number"))),
    };
    let standard = Charter::default();
    Ok(Charter {
        purpose: fields.text("purpose").unwrap_or_default().to_owned(),
        least_packages: whole("least", standard.least_packages)?,
        ..standard
    })
}

#[derive(Template)]
#[template(path = "join.html")]
struct Invited {
    p: Page,
}

async fn invited(context: Context) -> Result<Response> {
    context.unlocked()?;
    show(&Invited { p: context.page("talks-join-title") })
}

async fn join(context: Context, fields: Fields) -> Result<Response> {
    let unlocked = context.unlocked()?;
    let link: Link = fields.need("link")?.parse().map_err(|error: NoLink| Error::Form(error.to_string()))?;
    let name = fields.need("name")?.to_owned();
    let socks = context.app.socks.clone();
    let id = unlocked.vault(|vault| Ok(Participant::join(vault, &link, socks.as_ref(), &name)?.id().0))?;
    let talk = unlocked.talk(id, socks.as_ref())?;
    talk.send().await?;
    Ok(context.go(&format!("/talk/{}", dialogue::id::hex(&id))))
}
