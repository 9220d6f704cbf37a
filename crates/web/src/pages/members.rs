//! Members and invitations: who is in, whose words were compared, whom the convener invites and removes.
use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use client::participant::Offer;
use dialogue::{Body, InvitationId, MemberId, Room, Standing, State};

use crate::app::{App, blocking};
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;

/// Hours for which an invitation may be valid.
const MOST_HOURS: i64 = 24 * 30;

/// A member, as the list shows it.
struct Row {
    id: String,
    name: String,
    side: Option<String>,
    me: bool,
    /// How it stands, as the name of a text.
    standing: &'static str,
    /// What was said of it when it went.
    why: String,
    present: bool,
    verified: bool,
    /// To be compared aloud; none with oneself and those gone.
    words: Option<String>,
}

/// An invitation that nobody has used yet.
struct Offered {
    id: String,
    side: String,
    expires_at: i64,
    over: bool,
}

#[derive(Template)]
#[template(path = "members.html")]
struct View {
    p: Page,
    rows: Vec<Row>,
    offered: Vec<Offered>,
    sides: Vec<String>,
    convener: bool,
    different: Option<String>,
    draft: Fields,
}

#[derive(Template)]
#[template(path = "members_link.html")]
struct Given {
    p: Page,
    link: String,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/members", get(list))
        .route("/talk/{talk}/members/invite", post(invite))
        .route("/talk/{talk}/members/link", get(link).post(copied))
        .route("/talk/{talk}/members/withdraw", post(withdraw))
        .route("/talk/{talk}/members/remove", post(remove))
        .route("/talk/{talk}/members/words/{member}", post(compared))
}

/// How a member stands, as the name of a text.
fn standing(standing: &Standing) -> &'static str {
    match standing {
        Standing::Admitted(_) => "members-admitted",
        Standing::Present => "members-present",
        Standing::Returning(_) => "members-returning",
        Standing::Gone { .. } => "members-gone",
    }
}

async fn list(talk: InTalk) -> Result<Response> {
    let asked = talk.context.query("different");
    let now = client::participant::now();
    let (p, view) = talk
        .look("members-title", move |me, state, overview| {
            let (verified, mine, log) = (me.verified()?, me.public_key()?, me.id());
            let mut rows = Vec::new();
            for (id, member) in &state.members {
                let (own, present) = (*id == overview.me, member.is_present());
                let words = (!own && present).then(|| client::words::between(log, &mine, &member.key));
                rows.push(Row {
                    id: id.to_string(),
                    name: member.name.clone(),
                    side: member.side.clone(),
                    me: own,
                    standing: standing(&member.standing),
                    why: match &member.standing {
                        Standing::Gone { why, .. } => why.clone(),
                        _ => String::new(),
                    },
                    present,
                    verified: verified.get(id).copied().unwrap_or(false),
                    words,
                });
            }
            let open = state.invitations.iter().filter(|(_, one)| !one.closed);
            let offered = open.map(|(id, one)| Offered {
                id: id.to_string(),
                side: one.side.clone(),
                expires_at: one.expires_at,
                over: one.expires_at <= now,
            });
            let different = asked.and_then(|asked| state.members.get(&asked.parse().ok()?).map(|one| one.name.clone()));
            let draft = me.draft("invite")?.map(|draft| Fields::of_draft(&draft)).unwrap_or_default();
            let convener = state.convener == overview.me;
            let sides = state.sides().into_iter().map(str::to_owned).collect::<Vec<_>>();
            Ok((rows, offered.collect::<Vec<_>>(), sides, convener, different, draft))
        })
        .await?;
    let (rows, offered, sides, convener, different, draft) = view;
    show(&View { p, rows, offered, sides, convener, different, draft })
}

/// A member of the dialogue by its whole pseudonym.
fn member(state: &State, text: &str) -> Result<MemberId> {
    let id: MemberId = text.parse().map_err(|_| Error::Missing)?;
    if state.members.contains_key(&id) { Ok(id) } else { Err(Error::Missing) }
}

fn keep(talk: &InTalk) -> String {
    format!("invitation-{}", dialogue::id::hex(&talk.talk.id))
}

async fn invite(talk: InTalk, fields: Fields) -> Result<Response> {
    let replaces = fields.text("replaces").map(str::to_owned);
    let draft = fields.to_draft()?;
    let replaces = talk
        .with(move |me| {
            me.keep_draft("invite", &draft)?;
            let state = me.state()?;
            replaces.map(|wanted| member(&state, &wanted)).transpose()
        })
        .await?;
    let side = fields.need("side")?.to_owned();
    let hours: i64 = match fields.text("hours") {
        None => 72,
        Some(text) => text.parse().ok().filter(|hours| (1..=MOST_HOURS).contains(hours)).ok_or_else(|| {
            Error::Form(format!("“{text}” are no hours: a whole number from 1 to {MOST_HOURS} was expected"))
        })?,
    };
    let offer = Offer { side, valid_for: hours * 3600, replaces };
    // Another handle: it waits for the relay, and the pages go on.
    let (app, id) = (talk.context.app.clone(), talk.talk.id);
    let mut me = blocking(move || app.unlocked()?.participant(id, app.socks.as_ref())).await?;
    let link = me.invite(&offer).await.map_err(Error::NeedsRelay)?;
    talk.context.app.keep_once(&keep(&talk), link.as_str().to_owned());
    talk.with(|me| Ok(me.drop_draft("invite")?)).await?;
    talk.talk.changed();
    Ok(talk.context.go(&format!("{}/members/link", talk.path())))
}

async fn link(talk: InTalk) -> Result<Response> {
    let (p, ()) = talk.look("members-link-title", |_, _, _| Ok(())).await?;
    match talk.context.app.look_once(&keep(&talk)) {
        Some(link) => show(&Given { p, link }),
        None => Ok(talk.context.go(&format!("{}/members", talk.path()))),
    }
}

/// The link was copied: from now on nobody can have it shown.
async fn copied(talk: InTalk, _fields: Fields) -> Response {
    talk.context.app.take_once(&keep(&talk));
    talk.context.go(&format!("{}/members", talk.path()))
}

async fn withdraw(talk: InTalk, fields: Fields) -> Result<Response> {
    let invitation: InvitationId = fields.need("invitation")?.parse().map_err(|_| Error::Missing)?;
    talk.with(move |me| Ok(me.withdraw_invitation(invitation)?)).await?;
    talk.sent("/members", "done-invitation-withdrawn").await
}

async fn remove(talk: InTalk, fields: Fields) -> Result<Response> {
    let wanted = fields.need("member")?.to_owned();
    let why = fields.text("why").unwrap_or_default().to_owned();
    if !fields.has("sure") {
        return Err(Error::Form("the box “I am sure” was not ticked; nobody was removed".to_owned()));
    }
    talk.with(move |me| {
        let member = member(&me.state()?, &wanted)?;
        me.post(&Room::Plenary, Body::Removed { member, why })?;
        Ok(())
    })
    .await?;
    talk.sent("/members", "done-removed").await
}

async fn compared(talk: InTalk, Path(names): Path<HashMap<String, String>>, fields: Fields) -> Result<Response> {
    let wanted = names.get("member").cloned().unwrap_or_default();
    let same = fields.need("words")? == "same";
    let id = talk
        .with(move |me| {
            let id = member(&me.state()?, &wanted)?;
            if same {
                me.confirm(id)?;
            }
            Ok(id)
        })
        .await?;
    talk.talk.changed();
    let path = talk.path();
    Ok(talk.context.go(&match same {
        true => format!("{path}/members?done=done-compared"),
        false => format!("{path}/members?different={id}"),
    }))
}
