//! Rooms: the plenary, one's caucus, the side with the convener. Which one is written in cannot be mistaken.
use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use dialogue::{Body, Room};

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;

/// Messages on one page; older ones are a page further.
const SHOWN: usize = 100;

/// A room of the list.
struct Entry {
    /// As it stands in addresses.
    slug: String,
    kind: Kind,
    open: bool,
}

/// Who reads what is said in a room, as names of texts say it.
#[derive(Clone)]
enum Kind {
    Plenary,
    Caucus(String),
    WithConvener(String),
}

/// A message as it is shown.
struct Said {
    author: String,
    side: Option<String>,
    mine: bool,
    at: i64,
    text: String,
}

#[derive(Template)]
#[template(path = "rooms.html")]
struct List {
    p: Page,
    rooms: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "room.html")]
struct View {
    p: Page,
    kind: Kind,
    slug: String,
    readers: Vec<String>,
    open: bool,
    said: Vec<Said>,
    /// The number of messages before those shown.
    older: usize,
    before: usize,
    draft: String,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/talk/{talk}/rooms", get(list)).route("/talk/{talk}/rooms/{room}", get(read).post(say))
}

fn entries(rooms: &[(Room, bool)]) -> Vec<Entry> {
    let entry =
        |(at, (room, open)): (usize, &(Room, bool))| Entry { slug: at.to_string(), kind: kind(room), open: *open };
    rooms.iter().enumerate().map(entry).collect()
}

fn kind(room: &Room) -> Kind {
    match room {
        Room::Plenary => Kind::Plenary,
        Room::Caucus(side) => Kind::Caucus(side.clone()),
        Room::WithConvener(side) => Kind::WithConvener(side.clone()),
    }
}

async fn list(talk: InTalk) -> Result<Response> {
    let (p, rooms) = talk.look("rooms-title", |me, _, _| Ok(entries(&me.rooms()?))).await?;
    show(&List { p, rooms })
}

/// The room that an address names: its place among one's rooms.
fn chosen(rooms: &[(Room, bool)], names: &HashMap<String, String>) -> Result<(Room, bool)> {
    let at: usize = names.get("room").and_then(|at| at.parse().ok()).ok_or(Error::Missing)?;
    rooms.get(at).cloned().ok_or(Error::Missing)
}

async fn read(talk: InTalk, Path(names): Path<HashMap<String, String>>) -> Result<Response> {
    let slug = names.get("room").cloned().unwrap_or_default();
    let before = talk.context.query("before").and_then(|before| before.parse().ok());
    let form = format!("room-{slug}");
    let (p, view) = talk
        .look("rooms-title", move |me, state, overview| {
            let rooms = me.rooms()?;
            let (room, open) = chosen(&rooms, &names)?;
            let all = me.messages(&room, 0)?;
            let end = before.unwrap_or(all.len()).min(all.len());
            let start = end.saturating_sub(SHOWN);
            let said = all.get(start..end).unwrap_or_default().iter().map(|message| {
                let author = state.members.get(&message.author);
                Said {
                    author: author.map_or_else(|| message.author.to_string(), |author| author.name.clone()),
                    side: author.and_then(|author| author.side.clone()),
                    mine: message.author == overview.me,
                    at: message.at,
                    text: message.text.clone(),
                }
            });
            let members = state.members.values().filter(|member| member.is_present());
            let readers = members.filter(|member| room == Room::Plenary || room.admits(member));
            let draft = me.draft(&form)?.map(|draft| Fields::of_draft(&draft));
            Ok((
                kind(&room),
                readers.map(|member| member.name.clone()).collect::<Vec<_>>(),
                open,
                said.collect::<Vec<_>>(),
                start,
                draft.and_then(|draft| draft.text("text").map(str::to_owned)).unwrap_or_default(),
            ))
        })
        .await?;
    let (kind, readers, open, said, older, draft) = view;
    show(&View { p, kind, slug, readers, open, said, older, before: older, draft })
}

async fn say(talk: InTalk, Path(names): Path<HashMap<String, String>>, fields: Fields) -> Result<Response> {
    let slug = names.get("room").cloned().unwrap_or_default();
    let text = fields.need("text")?.to_owned();
    talk.with_form(&format!("room-{slug}"), &fields, move |me| {
        let (room, _) = chosen(&me.rooms()?, &names)?;
        me.post(&room, Body::Said { text })?;
        Ok(())
    })
    .await?;
    talk.sent(&format!("/rooms/{slug}"), "done-said").await
}
