//! Rooms: the plenary, one's caucus, the side with the convener. Which one is written in cannot be mistaken.
use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use client::Participant;
use dialogue::{Body, Room};

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, in_address};

/// Messages on one page; older ones are a page further.
const SHOWN: usize = 100;

/// A room of the list.
struct Entry {
    /// Its name, as it stands in addresses.
    slug: String,
    room: Room,
    open: bool,
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
    room: Room,
    slug: String,
    /// Under which the draft is kept, as it stands in addresses.
    form: String,
    readers: Vec<String>,
    open: bool,
    said: Vec<Said>,
    /// The number of messages before those shown.
    older: usize,
    draft: String,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/talk/{talk}/rooms", get(list)).route("/talk/{talk}/rooms/{room}", get(read).post(say))
}

fn address(room: &Room) -> String {
    in_address(&room.to_string())
}

async fn list(talk: InTalk) -> Result<Response> {
    let entry = |(room, open): (Room, bool)| Entry { slug: address(&room), room, open };
    let (p, rooms) =
        talk.look("rooms-title", move |me, _, _| Ok(me.rooms()?.into_iter().map(entry).collect::<Vec<_>>())).await?;
    show(&List { p, rooms })
}

/// The room that an address names, by its name: a place in a list would move when a side is added.
fn named(names: &HashMap<String, String>) -> Result<Room> {
    names.get("room").and_then(|name| name.parse().ok()).ok_or(Error::Missing)
}

/// The same among one's own rooms, and whether it can be written in yet.
fn own(me: &mut Participant, room: &Room) -> Result<bool> {
    me.rooms()?.into_iter().find(|(one, _)| one == room).map(|(_, open)| open).ok_or(Error::Missing)
}

fn form(room: &Room) -> String {
    format!("room-{room}")
}

async fn read(talk: InTalk, Path(names): Path<HashMap<String, String>>) -> Result<Response> {
    let room = named(&names)?;
    let before = talk.context.query("before").and_then(|before| before.parse().ok());
    let (p, view) = talk
        .look("rooms-title", move |me, state, overview| {
            let open = own(me, &room)?;
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
            Ok((
                readers.map(|member| member.name.clone()).collect::<Vec<_>>(),
                open,
                said.collect::<Vec<_>>(),
                start,
                forms::draft(me, &form(&room))?.text("text").unwrap_or_default().to_owned(),
                room,
            ))
        })
        .await?;
    let (readers, open, said, older, draft, room) = view;
    show(&View { p, slug: address(&room), form: in_address(&form(&room)), room, readers, open, said, older, draft })
}

async fn say(talk: InTalk, Path(names): Path<HashMap<String, String>>, fields: Fields) -> Result<Response> {
    let room = named(&names)?;
    let path = format!("/rooms/{}", address(&room));
    talk.with_form(&form(&room), fields, move |me, fields| {
        own(me, &room)?;
        me.post(&room, Body::Said { text: fields.need("text")?.to_owned() })?;
        Ok(())
    })
    .await?;
    talk.sent(&path, "done-said").await
}
