//! One request and its answer: sent again where an old connection had closed, read to a bounded end.
use std::time::{Duration, SystemTime};

use envelope::{PROBLEM_BYTES, Problem, ProblemKind, Token};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Response};
use tokio::time::timeout;

use crate::brief::Brief;

use super::connection::Connection;
use super::{Courier, Error, clock};

/// How long an answer may take beside what it was asked to wait.
const PATIENCE: Duration = Duration::from_secs(90);

/// What is asked.
pub(super) struct Asked<'a> {
    pub(super) method: Method,
    /// After the log's own path, or from the root where it begins with a slash.
    pub(super) path: String,
    pub(super) token: Option<&'a Token>,
    pub(super) headers: Vec<(HeaderName, String)>,
    pub(super) body: Bytes,
    /// How long the relay was asked to wait.
    pub(super) wait: Duration,
    /// The longest body that the answer may have.
    pub(super) most: usize,
}

impl Asked<'_> {
    pub(super) fn new(method: Method, path: impl Into<String>) -> Self {
        let (headers, body) = (Vec::new(), Bytes::new());
        Self { method, path: path.into(), token: None, headers, body, wait: Duration::ZERO, most: PROBLEM_BYTES }
    }
}

/// An answer that was no refusal.
pub(super) struct Answer {
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// The relay's clock less ours, in seconds.
    pub(super) skew: i64,
}

impl Courier {
    /// Asks and waits for the answer. Everything that is asked may be asked twice.
    pub(super) async fn ask(&self, asked: &Asked<'_>) -> Result<Answer, Error> {
        if let Some(connection) = self.pool.take() {
            if let Some(answer) = self.ask_on(connection, asked).await? {
                return Ok(answer);
            }
            tracing::debug!(log = %Brief(&self.log.0), "a kept connection had closed; connecting anew");
        }
        let answer = self.ask_on(self.route.connect().await?, asked).await?;
        answer.ok_or_else(|| Error::Unreachable("the connection broke before the answer came".into()))
    }

    /// Asks on one connection; nothing if it broke.
    async fn ask_on(&self, mut connection: Connection, asked: &Asked<'_>) -> Result<Option<Answer>, Error> {
        let exchange = async {
            connection.ready().await.ok()?;
            let request = match self.request(asked) {
                Ok(request) => request,
                Err(error) => return Some(Err(error)),
            };
            let response = connection.send_request(request).await.ok()?;
            read(response, asked.most).await
        };
        let late = |_| Error::Unreachable("no answer in time".into());
        let Some(answer) = timeout(PATIENCE + asked.wait, exchange).await.map_err(late)? else { return Ok(None) };
        self.pool.give(connection);
        answer.map(Some)
    }

    pub(super) fn request(&self, asked: &Asked<'_>) -> Result<Request<Full<Bytes>>, Error> {
        let wrong = |_| Error::Misuse("the request cannot be written as HTTP".into());
        let path = if asked.path.starts_with("/health") || asked.path.starts_with("/v1/logs") {
            asked.path.clone()
        } else {
            format!("/v1/logs/{}{}", self.log, asked.path)
        };
        let mut request =
            Request::builder().method(asked.method.clone()).uri(path).header(HOST, self.route.authority());
        if let Some(token) = asked.token {
            let bearer = zeroize::Zeroizing::new(format!("Bearer {}", *token.reveal_hex()));
            let mut value = HeaderValue::from_str(&bearer).map_err(|error| wrong(error.into()))?;
            value.set_sensitive(true);
            request = request.header(AUTHORIZATION, value);
        }
        for (name, value) in &asked.headers {
            request = request.header(name, value);
        }
        request.body(Full::new(asked.body.clone())).map_err(wrong)
    }
}

/// Reads an answer; nothing if it breaks off.
async fn read(response: Response<Incoming>, most: usize) -> Option<Result<Answer, Error>> {
    let (parts, body) = response.into_parts();
    let most = if parts.status.is_success() { most } else { PROBLEM_BYTES };
    let body = match Limited::new(body, most).collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            return Some(Err(Error::Misbehaviour(format!("its answer is longer than the {most} bytes it may have"))));
        }
        Err(_) => return None,
    };
    let skew = match clock::skew(&parts.headers, SystemTime::now()) {
        Ok(skew) => skew,
        Err(error) => return Some(Err(error)),
    };
    Some(if parts.status.is_success() {
        Ok(Answer { headers: parts.headers, body, skew })
    } else {
        Err(refusal(parts.status.as_u16(), &parts.headers, &body))
    })
}

/// What a refusal means.
pub(super) fn refusal(status: u16, headers: &HeaderMap, body: &[u8]) -> Error {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let problem = (kind == envelope::header::PROBLEM_TYPE).then(|| Problem::decode(body).ok()).flatten();
    let Some(problem) = problem.filter(|problem| problem.status == status) else {
        return Error::Misbehaviour(format!("it answered {status} without saying why; is it a Backchannel relay?"));
    };
    match (problem.kind, problem.head, problem.first) {
        (ProblemKind::SequenceConflict, Some(head), _) => Error::Conflict { head },
        (ProblemKind::Expired, _, Some(first)) => Error::Expired { first },
        _ => Error::Refused(problem),
    }
}
