//! What was asked, parsed at the door: ids, tokens, numbers, bodies of bounded size and duration.
use std::str::FromStr;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, CONTENT_LENGTH};
use envelope::{LogId, Problem, ProblemKind, Token};
use http_body_util::{BodyExt, Limited};
use serde::de::DeserializeOwned;

use crate::store::{Bearer, Refusal, unauthorised};

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(60);

/// The longest JSON that is read.
const JSON_BYTES: usize = 4_096;

pub(super) fn malformed(detail: impl Into<String>) -> Refusal {
    Problem::new(ProblemKind::Malformed, detail).into()
}

/// An id or a number.
pub(super) fn parse<T: FromStr<Err = envelope::Error>>(text: &str) -> Result<T, Refusal> {
    text.parse().map_err(|error: envelope::Error| malformed(format!("{error}. Check the client's version.")))
}

/// The log named and the token shown.
pub(super) fn bearer(log: &str, headers: &HeaderMap) -> Result<Bearer, Refusal> {
    let shown = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).ok_or_else(unauthorised)?;
    let token = shown.strip_prefix("Bearer ").and_then(|hex| Token::parse(hex).ok()).ok_or_else(unauthorised)?;
    Ok(Bearer { log: parse::<LogId>(log)?, token: token.hash() })
}

/// How long the body says it is. It has to say so.
pub(super) fn length(headers: &HeaderMap) -> Result<usize, Refusal> {
    let told = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
    told.ok_or_else(|| malformed("The request needs a content-length."))
}

/// The whole body, of at most so many bytes.
pub(super) async fn body(body: Body, most: usize) -> Result<Bytes, Refusal> {
    let late = || malformed("The body did not arrive in a minute. Send it again, in fewer blocks.");
    let read = tokio::time::timeout(PATIENCE, Limited::new(body, most).collect()).await.map_err(|_| late())?;
    let read = read.map_err(|error| {
        let detail = format!("At most {most} bytes are accepted here.");
        let long = error.downcast_ref::<http_body_util::LengthLimitError>().is_some();
        if long { Problem::new(ProblemKind::TooLarge, detail).into() } else { malformed("The body was cut off.") }
    })?;
    Ok(read.to_bytes())
}

/// A JSON body. Errors name the place, not the text.
pub(super) async fn json<T: DeserializeOwned>(whole: Body) -> Result<T, Refusal> {
    let bytes = body(whole, JSON_BYTES).await?;
    serde_json::from_slice(&bytes).map_err(|error| {
        malformed(format!("The body is not the JSON expected here (line {}, column {}).", error.line(), error.column()))
    })
}

/// A value of the query, if it is given.
pub(super) fn query<T: FromStr>(text: Option<&str>, name: &str) -> Result<Option<T>, Refusal> {
    let mut values = text.unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    let value = values.find(|(given, _)| *given == name).map(|(_, value)| value);
    value.map(|value| value.parse().map_err(|_| malformed(format!("`{name}` is no number in its bounds.")))).transpose()
}
