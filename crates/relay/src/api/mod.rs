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
use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
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
    let shared = Shared { relay, tasks };
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
        .layer(middleware::from_fn_with_state(shared.clone(), in_our_words))
        .with_state(shared)
}

/// What the framework refuses by itself, such as an address that is not UTF-8, is refused like everything else.
async fn in_our_words(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    let ours = kind.is_some_and(|kind| kind == envelope::header::PROBLEM_TYPE);
    if ours || !response.status().is_client_error() {
        return response;
    }
    let detail = "The request is not one of this interface. Check the client's version.";
    shared.refused(Problem::new(ProblemKind::Malformed, detail)).into_response()
}

async fn nothing_here(State(shared): State<Shared>) -> Refused {
    let detail = "Check the relay's address and the client's version.";
    shared.refused(Problem::new(ProblemKind::NoSuchResource, detail))
}
