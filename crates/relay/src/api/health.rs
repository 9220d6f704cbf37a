//! Whether the relay and its database are well.
use std::time::Duration;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use envelope::{Problem, ProblemKind};

use super::{Shared, refused::Refused};

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) async fn answer(State(shared): State<Shared>) -> Result<Response, Refused> {
    match tokio::time::timeout(PATIENCE, shared.relay.store.check()).await {
        Ok(Ok(())) => Ok(([("content-type", "application/json")], r#"{"status":"ok"}"#).into_response()),
        Ok(Err(trouble)) => Err(shared.refused(trouble)),
        Err(_) => Err(shared.refused(Problem::new(ProblemKind::Unavailable, "The relay's database is slow."))),
    }
}
