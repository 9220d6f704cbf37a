//! The one WebSocket of a page: it says that something may look different, and never what. The page asks for itself.
use std::sync::Arc;

use axum::Router;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::get;

use crate::app::App;
use crate::context::{Context, InTalk};
use crate::talk::Talk;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/talk/{talk}/live", get(live)).route("/live", get(locked))
}

/// The one of pages outside of any dialogue: it says when the vault is locked, and nothing else.
async fn locked(context: Context, upgrade: WebSocketUpgrade) -> Response {
    let mut locks = context.app.locks();
    locks.mark_unchanged();
    let app = context.app.clone();
    upgrade.max_message_size(1 << 10).on_upgrade(async move |mut socket| {
        if app.unlocked().is_ok() {
            tokio::select! {
                _ = locks.changed() => {}
                _ = socket.recv() => return,
            }
        }
        // Whoever has gone is not told.
        let _ = socket.send(Message::Text("locked".into())).await;
    })
}

async fn live(talk: InTalk, upgrade: WebSocketUpgrade) -> Response {
    let app = talk.context.app.clone();
    upgrade.max_message_size(1 << 10).on_upgrade(move |socket| tell(socket, talk.talk, app))
}

async fn tell(mut socket: WebSocket, talk: Arc<Talk>, app: Arc<App>) {
    let mut news = talk.news();
    drop(talk);
    loop {
        let word = tokio::select! {
            changed = news.changed() => match changed {
                Ok(()) if app.unlocked().is_ok() => "changed",
                _ => "locked",
            },
            // Nothing is expected from the page; that it is gone is noticed here.
            heard = socket.recv() => match heard {
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                _ => return,
            },
        };
        if socket.send(Message::Text(word.into())).await.is_err() || word == "locked" {
            return;
        }
    }
}
