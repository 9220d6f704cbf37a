//! Opening one end of a stream.
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONNECTION, UPGRADE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use envelope::StreamId;
use envelope::header::STREAM_UPGRADE;
use hyper::upgrade::OnUpgrade;

use super::asked::{bearer, malformed, parse};
use super::{Shared, refused::Refused};
use crate::connection::Patience;
use crate::relay::now;
use crate::store::Refusal;
use crate::stream::attend;

pub(super) async fn open(
    State(shared): State<Shared>,
    Path((log, stream)): Path<(String, String)>,
    Extension(patience): Extension<Patience>,
    headers: HeaderMap,
    mut request: Request,
) -> Result<Response, Refused> {
    let done = async {
        let bearer = bearer(&log, &headers)?;
        let stream = parse::<StreamId>(&stream)?;
        let asked = headers.get(UPGRADE).and_then(|value| value.to_str().ok());
        let upgrade = request.extensions_mut().remove::<OnUpgrade>();
        let upgrade = upgrade.filter(|_| asked.is_some_and(|asked| asked.eq_ignore_ascii_case(STREAM_UPGRADE)));
        let upgrade = upgrade.ok_or_else(|| malformed(format!("Streams need `upgrade: {STREAM_UPGRADE}`.")))?;
        let access = shared.relay.store.access(bearer, now()).await?;
        let life = access.expires_at.map(|at| Duration::from_secs(u64::try_from(at - now()).unwrap_or(0)));
        let visit = shared.relay.streams.visit(bearer, stream)?;
        patience.grant();
        shared.tasks.spawn(attend(Arc::clone(&shared.relay.streams), visit, upgrade, life));
        Ok((StatusCode::SWITCHING_PROTOCOLS, [(CONNECTION, "upgrade"), (UPGRADE, STREAM_UPGRADE)]).into_response())
    };
    done.await.map_err(|refusal: Refusal| shared.refused(refusal))
}
