//! The interface over HTTP: each request is read, judged and answered here; the store does the rest.
mod acknowledgements;
mod appending;
mod asked;
#[cfg(test)]
mod damaged;
mod fetching;
mod health;
mod logs;
mod refused;
mod streams;
mod tokens;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post, put};
use envelope::{Problem, ProblemKind};
use tokio_util::task::TaskTracker;

use crate::relay::Relay;
use refused::Refused;

/// What every handler has.
#[derive(Clone)]
pub(crate) struct Shared {
    relay: Arc<Relay>,
    /// Where the ends of streams live on.
    tasks: TaskTracker,
}

/// Every route.
pub(crate) fn routes(relay: Arc<Relay>, tasks: TaskTracker) -> Router {
    Router::new()
        .route("/health", get(health::answer))
        .route("/v1/logs", post(logs::create))
        .route("/v1/logs/{log}", axum::routing::delete(logs::delete))
        .route("/v1/logs/{log}/tokens/{hash}", put(tokens::put).delete(tokens::delete))
        .route("/v1/logs/{log}/blocks", get(fetching::fetch).post(appending::append))
        .route("/v1/logs/{log}/acknowledgements", post(acknowledgements::acknowledge))
        .route("/v1/logs/{log}/streams/{stream}", get(streams::open))
        .fallback(nothing_here)
        .method_not_allowed_fallback(nothing_here)
        .with_state(Shared { relay, tasks })
}

async fn nothing_here(State(shared): State<Shared>) -> Refused {
    let detail = "Check the relay's address and the client's version.";
    shared.refused(Problem::new(ProblemKind::NoSuchResource, detail))
}
