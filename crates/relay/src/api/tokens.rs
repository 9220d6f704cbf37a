//! Giving and revoking tokens; the owner does it.
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use envelope::TokenHash;
use serde::Deserialize;

use super::asked::{bearer, json, length, malformed, parse};
use super::{Shared, refused::Refused};
use crate::relay::now;
use crate::store::{Refusal, Seconds};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    expires_at: Option<u64>,
}

pub(super) async fn put(
    State(shared): State<Shared>,
    Path((log, hash)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, Refused> {
    let done = async {
        let owner = bearer(&log, &headers)?;
        let asked = if length(&headers).unwrap_or(0) == 0 { Asked::default() } else { json::<Asked>(body).await? };
        let expires_at = asked.expires_at.map(Seconds::try_from).transpose();
        let expires_at = expires_at.map_err(|_| malformed("`expires_at` is in seconds since 1970."))?;
        if expires_at.is_some_and(|at| at <= now()) {
            return Err(malformed("`expires_at` is already past by this relay's clock. Check the clock here."));
        }
        shared.relay.store.put_token(owner, parse::<TokenHash>(&hash)?, expires_at, now()).await?;
        Ok(StatusCode::NO_CONTENT)
    };
    done.await.map_err(|refusal: Refusal| shared.refused(refusal))
}

pub(super) async fn delete(
    State(shared): State<Shared>,
    Path((log, hash)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Refused> {
    let done = async {
        let owner = bearer(&log, &headers)?;
        let token = parse::<TokenHash>(&hash)?;
        shared.relay.store.delete_token(owner, token, now()).await?;
        shared.relay.watch.wake(owner.log);
        shared.relay.streams.cut(owner.log, Some(token));
        shared.relay.erasing.notify_one();
        Ok(StatusCode::NO_CONTENT)
    };
    done.await.map_err(|refusal: Refusal| shared.refused(refusal))
}
