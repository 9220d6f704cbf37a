//! Seats: who sits there, in what office and capacity; standing with governments; mandates. What is reported of others
//! stands apart from what is this dialogue's own, on every page.
mod mandates;
mod seats;
mod standing;

pub(crate) use standing::LADDER;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/people", get(seats::show).post(seats::enter))
        .route("/talk/{talk}/people/standing", get(standing::show).post(standing::enter))
        .route("/talk/{talk}/people/mandates", get(mandates::show).post(mandates::draft))
        .route("/talk/{talk}/people/mandates/document", get(mandates::document))
        .route("/talk/{talk}/people/mandates/signed", post(mandates::signed))
        .route("/talk/{talk}/people/mandates/take-back", post(mandates::take_back))
        .route("/talk/{talk}/people/mandates/taken-back", post(mandates::taken_back))
        .route("/talk/{talk}/people/mandates/forget", post(mandates::forget))
}
