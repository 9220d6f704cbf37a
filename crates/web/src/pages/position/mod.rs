//! My position: private words on every option, until they are sealed.
mod current;
mod form;
mod picture;
mod points;
mod reasons;
mod review;
mod seal;
pub(crate) mod sheet;
mod tryout;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use reasons::why;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/position", get(form::show_form).post(form::save))
        .route("/talk/{talk}/position/file", get(form::file).post(form::import))
        .route("/talk/{talk}/position/review", get(review::show_review))
        .route("/talk/{talk}/position/points", get(points::show_points).post(points::save))
        .route("/talk/{talk}/position/try", get(tryout::show_try).post(tryout::save))
        .route("/talk/{talk}/position/seal", get(seal::confirm).post(seal::seal))
        .route("/talk/{talk}/position/begin-anew", post(form::begin_anew))
}
