//! Meetings on an axis of time by track, the history of tracks with its reasons, cadence, holidays; planning one, and
//! finding a date in private.
mod dates;
mod enter;
mod timeline;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/meetings", get(view::show).post(enter::meeting))
        .route("/talk/{talk}/meetings/cadence", post(enter::cadence))
        .route("/talk/{talk}/meetings/holiday", post(enter::holiday))
        .route("/talk/{talk}/meetings/dates", post(dates::call))
        .route("/talk/{talk}/meetings/calendar", get(enter::calendar))
}
