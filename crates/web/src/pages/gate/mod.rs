//! The gate for those a result concerns, what stops a talk, and what may not wait.
use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use dialogue::record::Act;
use dialogue::{Body, Room};

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;

mod acts;
mod affairs;
mod results;

use affairs::{Channels, Count, Crisis, Stop};
use results::Outcome;

#[derive(Template)]
#[template(path = "gate.html")]
struct View {
    p: Page,
    side: Option<String>,
    sides: Vec<String>,
    issues: Vec<String>,
    results: Vec<Outcome>,
    stops: Vec<Stop>,
    crisis: Crisis,
    channels: Channels,
    tally: Vec<Count>,
    draft: Fields,
}

impl View {
    /// Whether this was ticked before.
    fn had(&self, name: &str, value: &str) -> bool {
        self.draft.all(name).any(|one| one == value)
    }
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/talk/{talk}/gate", get(read)).route("/talk/{talk}/gate/{act}", post(enter))
}

/// Forms with drafts; their fields have names of their own, so that all can be shown at once.
const FORMS: [&str; 5] = ["impasse", "contact", "flag", "hotline", "channel"];

async fn read(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let (p, view) = talk
        .look("gate-title", move |me, state, overview| {
            let side = state.members.get(&overview.me).and_then(|member| member.side.clone());
            let known = me.answers()?;
            let mut draft = Fields::default();
            for form in FORMS {
                if let Some(kept) = me.draft(&format!("gate-{form}"))? {
                    draft = draft.and(Fields::of_draft(&kept));
                }
            }
            Ok((
                state.sides().into_iter().map(str::to_owned).collect::<Vec<_>>(),
                state.issues().into_iter().collect::<Vec<_>>(),
                results::all(lang, state, side.as_deref(), &known)?,
                affairs::stops(state),
                affairs::crisis(state, overview.me),
                affairs::channels(lang, state),
                affairs::tally(state),
                draft,
                side,
            ))
        })
        .await?;
    let (sides, issues, results, stops, crisis, channels, tally, draft, side) = view;
    show(&View { p, side, sides, issues, results, stops, crisis, channels, tally, draft })
}

/// One act, by its name; the page after it says what was done.
async fn enter(talk: InTalk, Path(names): Path<HashMap<String, String>>, fields: Fields) -> Result<Response> {
    let name = names.get("act").cloned().unwrap_or_default();
    let Some(done) = acts::done(&name) else {
        return Err(Error::Missing);
    };
    // The draft is kept first, so that nothing typed is lost where the form cannot be used.
    let (draft, form) = (fields.to_draft()?, format!("gate-{name}"));
    talk.with(move |me| {
        me.keep_draft(&form, &draft)?;
        for act in acts::read(me, &name, &fields)? {
            me.post(&Room::Plenary, Body::Entered { act: Box::new(act) })?;
        }
        Ok(me.drop_draft(&form)?)
    })
    .await?;
    talk.sent("/gate", done).await
}

/// What an act's name and fields come to.
type Acts = Vec<Act>;
