//! The dialogues of this home: what needs their member, by date; founding one, joining one.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use client::courier::{self, RelayAddress};
use client::invitation::{Link, NoLink};
use client::participant::Progress;
use client::{Participant, participant};
use dialogue::Charter;

use crate::app::{App, blocking};
use crate::context::{Context, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::overview::{Next, acts};

/// A dialogue of the list.
struct Row {
    path: String,
    title: String,
    created_at: i64,
    destroyed_at: Option<i64>,
    /// What is the matter, as the name of a text.
    health: &'static str,
    /// What needs its member: the newest first.
    needs: Vec<Next>,
    /// How many more there are.
    more: usize,
    /// What is kept of a destroyed one: the hash of its log.
    remains: Option<String>,
}

/// Needs shown of each dialogue.
const SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "talks.html")]
struct View {
    p: Page,
    rows: Vec<Row>,
    backed_up: bool,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/", get(list)).route("/found", post(found)).route("/join", get(invited).post(join))
}

async fn list(context: Context) -> Result<Response> {
    let unlocked = context.unlocked()?;
    let vault = unlocked.clone();
    let listed = blocking(move || vault.vault(|vault| Ok(vault.dialogues()?))).await?;
    let (lang, now) = (context.lang, participant::now());
    let mut rows = Vec::new();
    for one in listed {
        let mut row = Row {
            path: format!("/talk/{}", dialogue::id::hex(&one.id)),
            title: one.title,
            created_at: one.created_at,
            destroyed_at: one.destroyed_at,
            health: "talks-destroyed",
            needs: Vec::new(),
            more: 0,
            remains: one.remains.and_then(|remains| hash(&remains)),
        };
        if one.destroyed_at.is_none() {
            // One that cannot be opened is said so; the others are still to be looked at.
            let Ok(talk) = unlocked.clone().open_talk(one.id, context.app.socks.clone()).await else {
                row.health = "talks-unreadable";
                rows.push(row);
                continue;
            };
            let looked = talk
                .with(move |me| {
                    let overview = me.overview()?;
                    let health = me.health()?.health;
                    let Some(state) = overview.state else {
                        return Ok((health, None, Vec::new()));
                    };
                    let member = overview.progress == Progress::Member;
                    let needs = if member { acts(lang, me, &state, overview.me, now)? } else { Vec::new() };
                    Ok((health, Some(state.title), needs))
                })
                .await;
            let Ok((health, title, needs)) = looked else {
                row.health = "talks-unreadable";
                rows.push(row);
                continue;
            };
            row.health = health_text(health);
            // Before one is let in nobody knows how it is called.
            row.title = title.unwrap_or_else(|| crate::lang::say(lang, "talks-untitled", &[]));
            row.needs = needs;
            // What has no date waits since the beginning: after what is new.
            row.needs.sort_by_key(|need| std::cmp::Reverse(need.at));
            row.more = row.needs.len().saturating_sub(SHOWN);
        }
        rows.push(row);
    }
    rows.sort_by_key(|row| {
        let newest = row.needs.first().and_then(|need| need.at).unwrap_or(row.created_at);
        (row.destroyed_at.is_some(), std::cmp::Reverse(newest.max(row.created_at)))
    });
    rows.iter_mut().for_each(|row| row.needs.truncate(SHOWN));
    let backed_up = unlocked.choices().backup_at.is_some() || rows.is_empty();
    show(&View { p: context.page("talks-title"), rows, backed_up })
}

/// The hash of a log, from what was kept of it.
fn hash(remains: &[u8]) -> Option<String> {
    let remains: serde_json::Value = serde_json::from_slice(remains).ok()?;
    Some(remains.get("log_hash")?.as_str()?.to_owned())
}

/// How a dialogue is, as the name of a text.
fn health_text(health: participant::Health) -> &'static str {
    match health {
        participant::Health::InStep => "talks-health-in-step",
        participant::Health::Behind => "talks-health-behind",
        participant::Health::Forked => "talks-health-forked",
        participant::Health::NeedsRejoin => "talks-health-needs-rejoin",
        participant::Health::ShutOut => "talks-health-shut-out",
        participant::Health::Deleted => "talks-health-deleted",
        participant::Health::Ending => "talks-health-ending",
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
        None => {
            let asked = courier::fetch_pin(&host, port, socks.as_ref()).await;
            asked.map_err(|error| Error::NeedsRelay(error.into()))?
        }
    };
    let relay = RelayAddress { host, port, pin };
    let (title, name) = (fields.need("title")?.to_owned(), fields.need("name")?.to_owned());
    let charter = charter(&fields)?;
    let runtime = tokio::runtime::Handle::current();
    let founded = blocking(move || {
        unlocked.vault(|vault| {
            let founding = Participant::found(vault, &relay, socks.as_ref(), &title, &name, charter);
            Ok(runtime.block_on(founding).map_err(Error::NeedsRelay)?.id().0)
        })
    });
    let id = founded.await?;
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
    let (vault, by) = (unlocked.clone(), socks.clone());
    let joined = blocking(move || vault.vault(|vault| Ok(Participant::join(vault, &link, by.as_ref(), &name)?.id().0)));
    let id = joined.await?;
    let talk = unlocked.open_talk(id, socks).await?;
    talk.send().await?;
    Ok(context.go(&format!("/talk/{}", dialogue::id::hex(&id))))
}
