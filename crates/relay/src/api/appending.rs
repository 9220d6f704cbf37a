//! Appending blocks.
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use envelope::{AppendId, BLOCK_BYTES, Block, MOST_BLOCKS_PER_APPEND, Problem, ProblemKind, Sequence};

use super::asked::{bearer, body, length, malformed, parse, query};
use super::{Shared, refused::Refused};
use crate::metrics::count;
use crate::relay::now;
use crate::store::{Append, Appended, Bearer, Refusal};

pub(super) async fn append(
    State(shared): State<Shared>,
    Path(log): Path<String>,
    RawQuery(asked): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refused> {
    let done = async {
        let bearer = bearer(&log, &headers)?;
        let expected = query::<Sequence>(asked.as_deref(), "expected")?;
        append_blocks(&shared, bearer, expected, &headers, body).await
    };
    let appended = done.await.map_err(|refusal: Refusal| shared.refused(refusal))?;
    let status = if appended.again { StatusCode::OK } else { StatusCode::CREATED };
    let text = format!(r#"{{"first":{},"last":{}}}"#, appended.first, appended.last);
    Ok((status, [("content-type", "application/json")], text).into_response())
}

async fn append_blocks(
    shared: &Shared,
    bearer: Bearer,
    expected: Option<Sequence>,
    headers: &HeaderMap,
    whole: Body,
) -> Result<Appended, Refusal> {
    let relay = &shared.relay;
    let bytes = length(headers)?;
    if bytes > MOST_BLOCKS_PER_APPEND * BLOCK_BYTES {
        let detail = format!("At most {MOST_BLOCKS_PER_APPEND} blocks are appended at once. Send them in several.");
        return Err(Problem::new(ProblemKind::TooLarge, detail).into());
    }
    let blocks = Block::count(bytes).map_err(|error| malformed(format!("{error}.")))?;
    let id = append_id(headers)?;
    // Strangers take no room in memory.
    relay.store.access(bearer, now()).await?;
    if !relay.appending.take((bearer.log, bearer.token), blocks as u32, Instant::now()) {
        let detail = "Too many blocks in a short time. Send the same again in a few seconds.";
        return Err(Problem::new(ProblemKind::TooManyRequests, detail).into());
    }
    let room = relay.room(bytes).await?;
    let read = body(whole, bytes).await?;
    if read.len() != bytes {
        return Err(malformed("The body was cut off."));
    }
    let digest = blake3::hash(&read).into();
    let blocks = read.chunks_exact(BLOCK_BYTES).map(|block| Arc::new(block.to_vec())).collect::<Vec<_>>();
    drop(read);
    let counted = blocks.len() as u64;
    let appended = relay.store.append(Append { bearer, id, expected, blocks, digest, now: now() }).await?;
    drop(room);
    if appended.again {
        count(&relay.metrics.appends_again, 1);
    } else {
        count(&relay.metrics.appends, 1);
        count(&relay.metrics.blocks_appended, counted);
        relay.watch.wake(bearer.log);
    }
    Ok(appended)
}

/// The client's id of the append, or one of our own that nobody will ever send.
fn append_id(headers: &HeaderMap) -> Result<AppendId, Refusal> {
    match headers.get(envelope::header::APPEND) {
        Some(value) => parse(value.to_str().unwrap_or_default()),
        None => {
            let mut id = [0; 32];
            let none = |_| crate::Trouble::Damaged("no randomness from the operating system");
            getrandom::fill(&mut id).map_err(none)?;
            Ok(AppendId(id))
        }
    }
}
