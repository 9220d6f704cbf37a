//! The record lane: creating a log, letting others in, appending, fetching, acknowledging.
use std::time::{Duration, Instant};

use envelope::{
    AppendId, BLOCK_BYTES, Block, MOST_BLOCKS_PER_APPEND, MOST_BLOCKS_PER_PAGE, PAGE_BYTES, Sequence, Token, TokenHash,
    decode_page,
};
use hyper::Method;
use hyper::body::Bytes;
use hyper::header::{HeaderMap, HeaderName};
use serde::Deserialize;

use crate::brief::{Brief, millis};

use super::exchange::{Answer, Asked};
use super::{Courier, Error, LONGEST_WAIT, clock};

/// What is in the log after the number asked for.
#[derive(Debug)]
pub struct Page {
    /// The newest sequence number. Below what was seen before, the relay was rolled back or forks: the caller, who
    /// knows what was seen, judges.
    pub head: Sequence,
    /// Blocks whose numbers follow one another, from the first after the number asked for.
    pub blocks: Vec<(Sequence, Block)>,
    /// The relay's clock less ours, in seconds; beyond [`MOST_SKEW_SECONDS`](super::MOST_SKEW_SECONDS) it should be
    /// shown.
    pub clock_skew: i64,
}

/// The places of an append.
#[derive(Deserialize)]
struct Places {
    first: Sequence,
    last: Sequence,
}

impl Courier {
    /// Asks whether the relay is well and its clock near ours.
    ///
    /// # Errors
    /// [`Error::ClockSkew`] beside those of every request.
    pub async fn greet(&self) -> Result<(), Error> {
        let answer = self.ask(&Asked::new(Method::GET, "/health")).await?;
        clock::close(answer.skew)
    }

    /// Creates the log; again for the same owner is no error.
    ///
    /// # Errors
    /// [`Error::ClockSkew`], [`Error::Refused`] (another owner's log, the relay's limits), and those of every request.
    pub async fn create_log(&self, owner: TokenHash, retention_seconds: Option<u64>) -> Result<(), Error> {
        self.create_log_as(owner, retention_seconds, None).await
    }

    /// As [`create_log`](Self::create_log), on a relay whose operator restricts it: `creation` is the operator's token.
    ///
    /// # Errors
    /// As there.
    pub async fn create_log_as(
        &self,
        owner: TokenHash,
        retention_seconds: Option<u64>,
        creation: Option<&Token>,
    ) -> Result<(), Error> {
        self.greet().await?;
        let mut asked = Asked::new(Method::POST, "/v1/logs");
        if let Some(token) = creation {
            let name = HeaderName::from_static(envelope::header::CREATION);
            asked.headers.push((name, format!("Bearer {}", *token.reveal_hex())));
        }
        let retention = retention_seconds.map(|seconds| format!(r#","retention_seconds":{seconds}"#));
        let retention = retention.unwrap_or_default();
        asked.body = format!(r#"{{"id":"{}","owner":"{owner}"{retention}}}"#, self.log).into();
        self.ask(&asked).await.map(drop)
    }

    /// Lets the holder of a token read and append, until `expires_at` (seconds since 1970) or for good.
    ///
    /// # Errors
    /// [`Error::Refused`] (not the owner, too many tokens, already past), and those of every request.
    pub async fn put_token(&self, owner: &Token, token: TokenHash, expires_at: Option<i64>) -> Result<(), Error> {
        let mut asked = Asked::new(Method::PUT, format!("/tokens/{token}"));
        asked.token = Some(owner);
        asked.body = expires_at.map(|at| format!(r#"{{"expires_at":{at}}}"#)).unwrap_or_default().into();
        self.ask(&asked).await.map(drop)
    }

    /// Revokes a token: its polls and streams are cut.
    ///
    /// # Errors
    /// [`Error::Refused`] (not the owner), and those of every request.
    pub async fn delete_token(&self, owner: &Token, token: TokenHash) -> Result<(), Error> {
        let mut asked = Asked::new(Method::DELETE, format!("/tokens/{token}"));
        asked.token = Some(owner);
        self.ask(&asked).await.map(drop)
    }

    /// Appends 1 to [`MOST_BLOCKS_PER_APPEND`] blocks, and tells the places of the first and the last. The same `id`
    /// with the same blocks may be sent again: they are stored once.
    ///
    /// # Errors
    /// [`Error::Conflict`] where `expected` is not the place that the first block would get; [`Error::Refused`]
    /// (quota, rate, revoked), and those of every request.
    pub async fn append(
        &self,
        blocks: &[Block],
        expected: Option<Sequence>,
        id: AppendId,
    ) -> Result<(Sequence, Sequence), Error> {
        if !(1..=MOST_BLOCKS_PER_APPEND).contains(&blocks.len()) {
            return Err(Error::Misuse(format!("an append has 1 to {MOST_BLOCKS_PER_APPEND} blocks")));
        }
        let expected = expected.map(|expected| format!("?expected={expected}")).unwrap_or_default();
        let mut asked = Asked::new(Method::POST, format!("/blocks{expected}"));
        asked.token = Some(&self.token);
        asked.headers.push((HeaderName::from_static(envelope::header::APPEND), id.to_string()));
        let mut body = Vec::with_capacity(blocks.len() * BLOCK_BYTES);
        blocks.iter().for_each(|block| body.extend_from_slice(block.bytes()));
        asked.body = Bytes::from(body);
        let began = Instant::now();
        let answer = self.ask(&asked).await.inspect_err(|error| self.failed("append", error))?;
        let places = serde_json::from_slice::<Places>(&answer.body).ok();
        let places = places.filter(|places| {
            places.first > Sequence::BEFORE_FIRST && places.first.plus(blocks.len() as u64 - 1) == Ok(places.last)
        });
        let odd = || Error::Misbehaviour("it stored another number of blocks than it was sent".into());
        let (first, last) = places.map(|places| (places.first, places.last)).ok_or_else(odd)?;
        let (log, count) = (Brief(&self.log.0), blocks.len());
        tracing::debug!(%log, blocks = count, %first, %last, millis = millis(began), "appended");
        Ok((first, last))
    }

    /// At most `limit` blocks after `after`; waits up to `wait` for the first of them.
    ///
    /// # Errors
    /// [`Error::Expired`], [`Error::Refused`] (revoked, deleted), [`Error::Misbehaviour`] for a page that is too
    /// long, leaves blocks out or begins elsewhere, and those of every request.
    pub async fn fetch(&self, after: Sequence, limit: usize, wait: Duration) -> Result<Page, Error> {
        let (limit, wait) = (limit.clamp(1, MOST_BLOCKS_PER_PAGE), wait.min(LONGEST_WAIT));
        let path = format!("/blocks?after={after}&limit={limit}&wait={}", wait.as_secs());
        let mut asked = Asked::new(Method::GET, path);
        (asked.token, asked.wait, asked.most) = (Some(&self.token), wait, PAGE_BYTES);
        let began = Instant::now();
        let page = self.ask(&asked).await.and_then(|answer| page(&answer, after, limit));
        let page = page.inspect_err(|error| self.failed("fetch", error))?;
        let (log, blocks) = (Brief(&self.log.0), page.blocks.len());
        tracing::debug!(%log, blocks, %after, head = %page.head, millis = millis(began), "fetched");
        Ok(page)
    }

    /// Tells the relay that everything up to `through` is safe here. What every member has is deleted there.
    ///
    /// # Errors
    /// Those of every request.
    pub async fn acknowledge(&self, through: Sequence) -> Result<(), Error> {
        let mut asked = Asked::new(Method::POST, "/acknowledgements");
        asked.token = Some(&self.token);
        asked.body = format!(r#"{{"through":{through}}}"#).into();
        self.ask(&asked).await.inspect_err(|error| self.failed("acknowledge", error))?;
        tracing::trace!(log = %Brief(&self.log.0), %through, "acknowledged");
        Ok(())
    }

    /// Deletes the log with all its blocks and tokens. Its id stays known as deleted.
    ///
    /// # Errors
    /// [`Error::Refused`] (not the owner, deleted before), and those of every request.
    pub async fn delete_log(&self, owner: &Token) -> Result<(), Error> {
        let mut asked = Asked::new(Method::DELETE, "");
        asked.token = Some(owner);
        self.ask(&asked).await.inspect_err(|error| self.failed("delete", error))?;
        tracing::warn!(log = %Brief(&self.log.0), "the log was deleted at the relay");
        Ok(())
    }

    /// Tells the log why a request failed: the kind alone, for texts may be a relay's.
    fn failed(&self, request: &'static str, error: &Error) {
        tracing::debug!(log = %Brief(&self.log.0), request, reason = error.kind(), "a request failed");
    }
}

/// Reads a page and judges it.
pub(super) fn page(answer: &Answer, after: Sequence, limit: usize) -> Result<Page, Error> {
    let misbehaves = |what: &str| Error::Misbehaviour(what.to_owned());
    let head = head(&answer.headers).ok_or_else(|| misbehaves("its answer does not tell the newest number"))?;
    let blocks = decode_page(&answer.body).map_err(|error| Error::Misbehaviour(error.to_string()))?;
    if blocks.len() > limit {
        return Err(misbehaves("it sent more blocks than were asked for"));
    }
    let mut last = after;
    for (sequence, _) in &blocks {
        if last.plus(1) != Ok(*sequence) {
            return Err(misbehaves("its blocks do not follow one another"));
        }
        last = *sequence;
    }
    if !blocks.is_empty() && head < last {
        return Err(misbehaves("it sent a block beyond the newest number it tells"));
    }
    if blocks.is_empty() && head > after {
        return Err(misbehaves("it withholds blocks that it says it has"));
    }
    Ok(Page { head, blocks, clock_skew: answer.skew })
}

fn head(headers: &HeaderMap) -> Option<Sequence> {
    headers.get(envelope::header::HEAD)?.to_str().ok()?.parse().ok()
}
