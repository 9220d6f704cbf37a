//! Creating and deleting logs.
use std::time::Instant;

use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use envelope::{LogId, Problem, ProblemKind, Token, TokenHash};
use serde::Deserialize;

use super::asked::{bearer, json, malformed};
use super::{Shared, refused::Refused};
use crate::connection::Peer;
use crate::metrics::count;
use crate::relay::now;
use crate::store::Refusal;

/// The shortest and the longest that blocks can be asked to be kept.
const RETENTION_SECONDS: std::ops::RangeInclusive<u64> = 60..=3_650 * 86_400;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    id: LogId,
    owner: TokenHash,
    retention_seconds: Option<u64>,
}

pub(super) async fn create(
    State(shared): State<Shared>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, Refused> {
    create_log(&shared, peer, &headers, body).await.map_err(|refusal| shared.refused(refusal))
}

async fn create_log(shared: &Shared, peer: Peer, headers: &HeaderMap, body: Body) -> Result<StatusCode, Refusal> {
    let relay = &shared.relay;
    permitted(relay.creation, headers)?;
    if !relay.creating.take(peer.0, 1, Instant::now()) {
        let detail = "Too many logs were created from this address. Try again in a few minutes.";
        return Err(Problem::new(ProblemKind::TooManyRequests, detail).into());
    }
    let asked = json::<Asked>(body).await?;
    let retention = asked.retention_seconds.unwrap_or(relay.limits.retention.as_secs());
    if !RETENTION_SECONDS.contains(&retention) {
        return Err(malformed("`retention_seconds` is between a minute and ten years."));
    }
    if relay.store.create(asked.id, asked.owner, retention.cast_signed(), now()).await? {
        count(&relay.metrics.logs_created, 1);
    }
    Ok(StatusCode::CREATED)
}

/// Where the operator restricts who creates logs: whether the right token is shown.
fn permitted(creation: Option<TokenHash>, headers: &HeaderMap) -> Result<(), Refusal> {
    let Some(creation) = creation else { return Ok(()) };
    let shown = headers.get(envelope::header::CREATION).and_then(|value| value.to_str().ok());
    let shown = shown.and_then(|text| text.strip_prefix("Bearer ")).and_then(|hex| Token::parse(hex).ok());
    if shown.is_some_and(|token| token.hash() == creation) {
        return Ok(());
    }
    let detail = "This relay's operator decides who creates dialogues on it. Ask the operator for the creation token.";
    Err(Problem::new(ProblemKind::NotAuthorised, detail).into())
}

pub(super) async fn delete(
    State(shared): State<Shared>,
    Path(log): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode, Refused> {
    let done = async {
        let owner = bearer(&log, &headers)?;
        // Goes on even if the client does not wait for it.
        let relay = std::sync::Arc::clone(&shared.relay);
        let deleting = shared.tasks.spawn(async move {
            let deleted = relay.store.delete(owner, now()).await;
            if deleted.is_ok() {
                relay.watch.wake(owner.log);
                relay.streams.cut(owner.log, None);
            }
            deleted
        });
        deleting.await.unwrap_or(Err(crate::Trouble::Damaged("a deletion that ended early").into()))?;
        Ok(StatusCode::NO_CONTENT)
    };
    done.await.map_err(|refusal: Refusal| shared.refused(refusal))
}
