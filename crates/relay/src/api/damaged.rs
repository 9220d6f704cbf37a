//! Seeded damage to all that this side decodes of a request: methods, paths, queries, headers, JSON, blocks. Each is
//! answered well or with a problem that says why; nobody gets in by it, and what others keep here stays as it is.
//!
//! `BACKCHANNEL_FUZZ_ITERATIONS` sets how many are tried (default 2,000).
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, Uri};
use axum::{Extension, Router};
use envelope::{AppendId, BLOCK_BYTES, LogId, Problem, StreamId, Token, decode_page};
use http_body_util::BodyExt as _;
use hyper::service::Service as _;
use hyper_util::service::TowerToHyperService;
use tokio_util::task::TaskTracker;

use crate::connection::{Patience, Peer};
use crate::relay::Relay;
use crate::store::{Database, Store};
use crate::{Limits, api};

/// Ten times what the slowest takes on a slow machine.
const LONG: Duration = Duration::from_secs(10);
/// The log that damaged requests are about, and one that none of them names.
const MINE: LogId = LogId([1; 16]);
const OTHERS: LogId = LogId([2; 16]);
/// A refusal for want of room is as good as any other.
const FULL: u16 = 507;

/// Numbers that are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    /// Changed at up to four places: other bytes, bytes lost, bytes put in, cut off; now and then put twice.
    fn damage(&mut self, valid: &[u8]) -> Vec<u8> {
        let put_in = b"{}[]\",:-+eE.09af /%?&=\0\xff";
        let mut damaged = valid.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(damaged.len());
            match self.below(9) {
                0..3 if !damaged.is_empty() => damaged[at] = self.roll() as u8,
                3 if !damaged.is_empty() => damaged[at] ^= 1 << self.below(8),
                4 if !damaged.is_empty() => drop(damaged.remove(at)),
                5 => damaged.truncate(at),
                6 => damaged.extend_from_within(at..),
                _ => damaged.insert(at, put_in[self.below(put_in.len())]),
            }
        }
        damaged
    }
}

fn owner() -> Token {
    Token::new([3; 32])
}

/// A request in parts, each of which can be damaged.
#[derive(Clone)]
struct Asked {
    method: &'static str,
    path: String,
    headers: Vec<(&'static str, Vec<u8>)>,
    body: Vec<u8>,
}

impl Asked {
    fn new(method: &'static str, path: String, body: impl Into<Vec<u8>>) -> Self {
        let bearer = format!("Bearer {}", *owner().reveal_hex()).into_bytes();
        Self { method, path, headers: vec![("authorization", bearer)], body: body.into() }
    }

    fn with(mut self, name: &'static str, value: impl Into<Vec<u8>>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// As it may come off the wire; nothing where HTTP itself has no such request.
    fn request(&self) -> Option<Request<Body>> {
        let uri: Uri = self.path.parse().ok().filter(|_| self.path.starts_with('/'))?;
        let mut request = Request::new(Body::from(self.body.clone()));
        (*request.method_mut(), *request.uri_mut()) = (Method::from_bytes(self.method.as_bytes()).ok()?, uri);
        for (name, value) in &self.headers {
            request.headers_mut().append(HeaderName::from_static(name), HeaderValue::from_bytes(value).ok()?);
        }
        Some(request)
    }
}

/// One of each kind.
fn valid() -> Vec<Asked> {
    let log = format!("/v1/logs/{MINE}");
    let (block, hash) = (vec![7; BLOCK_BYTES], Token::new([4; 32]).hash());
    let create = format!(r#"{{"id":"{MINE}","owner":"{}","retention_seconds":3600}}"#, owner().hash());
    let append = Asked::new("POST", format!("{log}/blocks?expected=3"), block.clone());
    vec![
        Asked::new("POST", "/v1/logs".to_owned(), create).with("content-type", *b"application/json"),
        Asked::new("PUT", format!("{log}/tokens/{hash}"), r#"{"expires_at":4000000000}"#),
        Asked::new("DELETE", format!("{log}/tokens/{hash}"), ""),
        Asked::new("POST", format!("{log}/blocks"), block)
            .with("content-length", BLOCK_BYTES.to_string())
            .with(envelope::header::APPEND, AppendId([5; 32]).to_string()),
        append.with("content-length", BLOCK_BYTES.to_string()),
        Asked::new("GET", format!("{log}/blocks?after=0&limit=2&wait=0"), ""),
        Asked::new("POST", format!("{log}/acknowledgements"), r#"{"through":1}"#),
        Asked::new("GET", format!("{log}/streams/{}", StreamId([6; 32])), "")
            .with("connection", *b"upgrade")
            .with("upgrade", envelope::header::STREAM_UPGRADE),
        Asked::new("DELETE", "/v1/logs/".to_owned() + &"0".repeat(32), ""),
        Asked::new("GET", "/health".to_owned(), ""),
    ]
}

/// Damages one part or two; whether the token is another one now.
fn damaged(dice: &mut Dice, whole: &Asked) -> (Asked, bool) {
    let mut asked = whole.clone();
    for _ in 0..=dice.below(2) {
        match dice.below(8) {
            0 => asked.method = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"][dice.below(7)],
            1 | 2 => asked.path = String::from_utf8_lossy(&dice.damage(asked.path.as_bytes())).into_owned(),
            3 | 4 if !asked.body.is_empty() => asked.body = dice.damage(&asked.body),
            5 => drop(asked.headers.remove(dice.below(asked.headers.len()))),
            6 => {
                let at = dice.below(asked.headers.len());
                asked.headers.push(asked.headers[at].clone());
            }
            _ => {
                let at = dice.below(asked.headers.len());
                asked.headers[at].1 = dice.damage(&asked.headers[at].1);
            }
        }
        if asked.headers.is_empty() {
            break;
        }
    }
    // The first is the one that counts.
    let shown = asked.headers.iter().find(|(name, _)| *name == "authorization");
    let stranger = shown != whole.headers.first();
    (asked, stranger)
}

fn waits(path: &str) -> bool {
    let mut waits = path.split(['?', '&']).filter_map(|pair| pair.strip_prefix("wait=")?.parse::<u64>().ok());
    waits.any(|seconds| seconds > 0)
}

struct Answer {
    status: u16,
    body: Vec<u8>,
    kind: String,
}

async fn ask(routes: &TowerToHyperService<Router>, request: Request<Body>) -> Answer {
    let answer = routes.call(request).await.unwrap();
    let status = answer.status().as_u16();
    let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    let body = answer.into_body().collect().await.unwrap().to_bytes().to_vec();
    Answer { status, body, kind: kind.unwrap_or_default() }
}

/// What is kept for the others: two blocks.
fn others(token: &Token) -> Asked {
    let mut asked = Asked::new("GET", format!("/v1/logs/{OTHERS}/blocks?after=0&limit=9&wait=0"), "");
    asked.headers[0].1 = format!("Bearer {}", *token.reveal_hex()).into_bytes();
    asked
}

#[tokio::test]
async fn damaged_requests_are_answered_or_refused_and_let_nobody_in() {
    let folder = tempfile::tempdir().unwrap();
    // Rates are not what is tried here; what a log holds stays small.
    let limits = Limits {
        blocks_per_second: u32::MAX,
        blocks_at_once: u32::MAX,
        logs_at_once: u32::MAX,
        logs_per_hour: u32::MAX,
        blocks_per_log: 64,
        ..Limits::default()
    };
    let store = Store::open(&Database::Sqlite(folder.path().join("relay.db")), limits.clone(), None).await.unwrap();
    let relay = Arc::new(Relay::new(store, limits, None));
    let routes = api::routes(Arc::clone(&relay), TaskTracker::new())
        .layer(Extension(Peer(IpAddr::V4(Ipv4Addr::LOCALHOST))))
        .layer(Extension(Patience::default()));
    let routes = TowerToHyperService::new(routes);
    let theirs = Token::new([9; 32]);
    for (log, token) in [(MINE, owner()), (OTHERS, theirs)] {
        let mut create =
            Asked::new("POST", "/v1/logs".to_owned(), format!(r#"{{"id":"{log}","owner":"{}"}}"#, token.hash()));
        create.headers.clear();
        assert_eq!(ask(&routes, create.request().unwrap()).await.status, 201);
        for fill in [1, 2] {
            let mut append = Asked::new("POST", format!("/v1/logs/{log}/blocks"), vec![fill; BLOCK_BYTES])
                .with("content-length", BLOCK_BYTES.to_string());
            append.headers[0].1 = format!("Bearer {}", *token.reveal_hex()).into_bytes();
            assert_eq!(ask(&routes, append.request().unwrap()).await.status, 201);
        }
    }
    let valid = valid();
    let rounds = std::env::var("BACKCHANNEL_FUZZ_ITERATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(2_000_u64);
    let (mut dice, mut went, mut refused) = (Dice(0x89ab_cdef_0123_4567), 0_u64, 0_u64);
    for round in 0..rounds {
        let whole = &valid[dice.below(valid.len())];
        let (asked, stranger) = damaged(&mut dice, whole);
        // A poll that waits is nothing odd, and takes long.
        let Some(request) = asked.request().filter(|_| !waits(&asked.path)) else { continue };
        let open = ["/health", "/v1/logs"].iter().any(|path| asked.path.split('?').next() == Some(path));
        let told = format!("round {round}: {} {} {:?}", asked.method, asked.path, asked.headers);
        let began = Instant::now();
        let answer = ask(&routes, request).await;
        assert!(began.elapsed() < LONG, "{told}: {:?}", began.elapsed());
        assert!(answer.status < 500 || answer.status == FULL, "{told}: {}", answer.status);
        if answer.status >= 400 {
            refused += 1;
            // An answer to HEAD has none.
            let problem = Problem::decode(&answer.body).map(|problem| problem.status);
            assert!(asked.method == "HEAD" || problem == Ok(answer.status), "{told}: {}", answer.status);
        } else {
            went += 1;
            assert!(open || !stranger, "{told}: {} without its token", answer.status);
            if answer.kind == envelope::header::BLOCKS_TYPE && asked.method == "GET" {
                decode_page(&answer.body).unwrap();
            }
        }
    }
    assert!(went * 20 > refused, "hardly any went through: {went}, and {refused} were refused");
    let kept = decode_page(&ask(&routes, others(&Token::new([9; 32])).request().unwrap()).await.body).unwrap();
    let fills: Vec<u8> = kept.iter().map(|(_, block)| block.bytes()[0]).collect();
    assert_eq!(fills, [1, 2], "what others keep here is as it was");
}
