//! The guide: five short pages.
use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;

use crate::app::App;
use crate::context::{Context, show};
use crate::error::{Error, Result};
use crate::page::Page;

/// Paragraphs of each chapter.
const CHAPTERS: [usize; 5] = [6, 6, 8, 9, 7];

/// A paragraph: a heading and a text.
struct Part {
    head: String,
    text: String,
}

#[derive(Template)]
#[template(path = "guide.html")]
struct Contents {
    p: Page,
    chapters: Vec<(usize, String, String)>,
}

#[derive(Template)]
#[template(path = "guide_chapter.html")]
struct Chapter {
    p: Page,
    parts: Vec<Part>,
    before: Option<(usize, String)>,
    after: Option<(usize, String)>,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/guide", get(contents)).route("/guide/{chapter}", get(chapter))
}

async fn contents(context: Context) -> Result<Response> {
    let p = context.page("guide-title");
    let one = |at: usize| (at, p.say(&format!("guide-{at}-title")), p.say(&format!("guide-{at}-lead")));
    let chapters = (1..=CHAPTERS.len()).map(one).collect();
    show(&Contents { p, chapters })
}

async fn chapter(context: Context, Path(names): Path<HashMap<String, String>>) -> Result<Response> {
    let at: usize = names.get("chapter").and_then(|at| at.parse().ok()).ok_or(Error::Missing)?;
    let count = *at.checked_sub(1).and_then(|at| CHAPTERS.get(at)).ok_or(Error::Missing)?;
    let p = context.page(&format!("guide-{at}-title"));
    let part = |part: usize| Part {
        head: p.say(&format!("guide-{at}-{part}-head")),
        text: p.say(&format!("guide-{at}-{part}")),
    };
    let parts = (1..=count).map(part).collect();
    let near = |at: usize| (1..=CHAPTERS.len()).contains(&at).then(|| (at, p.say(&format!("guide-{at}-title"))));
    let (before, after) = (near(at.saturating_sub(1)), near(at + 1));
    show(&Chapter { p, parts, before, after })
}
