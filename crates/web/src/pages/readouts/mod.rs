//! Readouts of a meeting: lines, their clearing, what each audience would read with what would tell who said it marked in
//! the text, and the export, which is logged before it is handed out.
mod acts;
mod marks;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/readouts", get(view::list))
        .route("/talk/{talk}/readouts/meeting", get(view::show).post(acts::draft))
        .route("/talk/{talk}/readouts/line", post(acts::line))
        .route("/talk/{talk}/readouts/export", post(acts::export))
        .route("/talk/{talk}/readouts/file", get(acts::file))
}
