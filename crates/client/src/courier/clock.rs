//! The relay's clock against ours.
use std::time::SystemTime;

use hyper::HeaderMap;
use hyper::header::DATE;

use super::Error;

/// Clocks further apart than this are an error where times matter.
pub const MOST_SKEW_SECONDS: i64 = 300;

/// The relay's clock less ours, in seconds, as the `date` of an answer that just came tells it.
pub(super) fn skew(headers: &HeaderMap, now: SystemTime) -> Result<i64, Error> {
    let date = headers.get(DATE).and_then(|value| value.to_str().ok());
    let date = date.and_then(|text| httpdate::parse_http_date(text).ok());
    let date = date.ok_or_else(|| Error::Misbehaviour("its answer has no date".into()))?;
    Ok(match date.duration_since(now) {
        Ok(ahead) => i64::try_from(ahead.as_secs()).unwrap_or(i64::MAX),
        Err(behind) => i64::try_from(behind.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    })
}

/// An error where the clocks are too far apart.
pub(super) const fn close(seconds: i64) -> Result<(), Error> {
    if seconds.unsigned_abs() > MOST_SKEW_SECONDS.unsigned_abs() { Err(Error::ClockSkew { seconds }) } else { Ok(()) }
}
