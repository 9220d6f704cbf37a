//! Fetching blocks, and waiting for new ones.
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use envelope::{MOST_BLOCKS_PER_PAGE, PAGE_BYTES, Sequence};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::Instant;

use super::asked::{bearer, query};
use super::{Shared, refused::Refused};
use crate::metrics::{Gauge, count};
use crate::relay::{Relay, now};
use crate::store::{Bearer, Fetched, Kind, Refusal};

/// The longest that a fetch waits.
const LONGEST_WAIT: Duration = Duration::from_secs(55);

/// How often to look again where other relays write to the same database, and should its notices fail.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// A page, and the room it takes until it is sent.
struct Page(Vec<u8>, OwnedSemaphorePermit);

impl AsRef<[u8]> for Page {
    fn as_ref(&self) -> &[u8] {
        let Self(bytes, _room) = self;
        bytes
    }
}

struct Asked {
    after: Sequence,
    limit: usize,
    until: Instant,
}

pub(super) async fn fetch(
    State(shared): State<Shared>,
    Path(log): Path<String>,
    RawQuery(text): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let done = async {
        let bearer = bearer(&log, &headers)?;
        let text = text.as_deref();
        let wait = Duration::from_secs(query(text, "wait")?.unwrap_or(0)).min(LONGEST_WAIT);
        let asked = Asked {
            after: query(text, "after")?.unwrap_or_default(),
            limit: query::<usize>(text, "limit")?.unwrap_or(MOST_BLOCKS_PER_PAGE).clamp(1, MOST_BLOCKS_PER_PAGE),
            until: Instant::now() + wait,
        };
        poll(&shared.relay, bearer, &asked).await
    };
    let (fetched, room) = done.await.map_err(|refusal: Refusal| shared.refused(refusal))?;
    count(&shared.relay.metrics.fetches, 1);
    count(&shared.relay.metrics.blocks_fetched, fetched.blocks as u64);
    let headers = [
        (envelope::header::HEAD, fetched.access.head.to_string()),
        ("content-type", envelope::header::BLOCKS_TYPE.to_owned()),
    ];
    Ok((headers, Bytes::from_owner(Page(fetched.page, room))).into_response())
}

/// What there is, or what comes until it is time to answer.
async fn poll(relay: &Relay, bearer: Bearer, asked: &Asked) -> Result<(Fetched, OwnedSemaphorePermit), Refusal> {
    let waiting = relay.watch.wait_for(bearer.log);
    let mut counted = None;
    loop {
        // Listens before it looks, so that nothing comes unseen in between.
        let changed = waiting.changed.notified();
        tokio::pin!(changed);
        changed.as_mut().enable();
        let room = relay.room(PAGE_BYTES.min(asked.limit * envelope::RECORD_BYTES)).await?;
        let fetched = relay.store.fetch(bearer, asked.after, asked.limit, now()).await?;
        let answer = fetched.blocks > 0 || asked.after > fetched.access.head;
        if answer || Instant::now() >= asked.until || relay.stop.is_cancelled() {
            return Ok((fetched, room));
        }
        drop(room);
        counted.get_or_insert_with(|| Gauge::hold(&relay.metrics.waiting));
        tokio::select! {
            () = changed => {}
            () = tokio::time::sleep_until(next_look(relay, asked, &fetched)) => {}
            () = relay.stop.cancelled() => {}
        }
    }
}

/// When to look again without being woken: at the end, when the token ends, or soon where neighbours write too.
fn next_look(relay: &Relay, asked: &Asked, fetched: &Fetched) -> Instant {
    let expiry = fetched.access.expires_at.map(|at| u64::try_from(at.saturating_sub(now())).unwrap_or(0));
    let expiry = expiry.map(|seconds| Instant::now() + Duration::from_secs(seconds.min(3_600)));
    let neighbours = (relay.store.kind() == Kind::Postgres).then(|| Instant::now() + LOOK_AGAIN);
    [expiry, neighbours].into_iter().flatten().fold(asked.until, Instant::min)
}
