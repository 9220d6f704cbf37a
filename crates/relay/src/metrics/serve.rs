//! Counts over plain HTTP, on loopback alone.
use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;

use crate::relay::Relay;

/// Answers `GET /metrics` until the relay stops.
pub(crate) async fn run(listener: TcpListener, relay: Arc<Relay>) {
    let metrics = Arc::clone(&relay.metrics);
    let routes = Router::new().route("/metrics", get(move || async move { metrics.text() }));
    let service = axum::serve(listener, routes);
    tokio::select! {
        _ = async { service.await } => {}
        () = relay.stop.cancelled() => {}
    }
}
