//! Where a request comes from: `Origin` and the `Sec-Fetch-*` headers, which no page can forge.
use std::net::SocketAddrV4;

use axum::http::{HeaderMap, Method, header};

use super::Turned;

/// Destinations that would show a page inside another.
const FRAMES: [&str; 5] = ["iframe", "frame", "embed", "object", "fencedframe"];

/// Lets through what a page of ours, or the person at the browser, has sent. `changes` is whether the request may change
/// something or opens a connection that stays.
///
/// # Errors
/// [`Turned::Origin`] or [`Turned::Framed`].
pub(crate) fn check(own: SocketAddrV4, method: &Method, headers: &HeaderMap, opens: bool) -> Result<(), Turned> {
    let site = one(headers, "sec-fetch-site")?;
    let origin = one(headers, header::ORIGIN.as_str())?;
    if one(headers, "sec-fetch-dest")?.is_some_and(|dest| FRAMES.contains(&dest)) {
        return Err(Turned::Framed);
    }
    let changes = opens || !matches!(*method, Method::GET | Method::HEAD);
    let ours = format!("http://{own}");
    let from_us = match origin {
        Some(origin) if origin == ours => true,
        // Forms of pages that tell nobody where they are send `null`; that it was ours, the browser says itself.
        Some("null") => site == Some("same-origin"),
        Some(_) => return Err(Turned::Origin),
        None => !changes,
    };
    let site_allows = match site {
        Some("same-origin") => true,
        // Typed, or opened by another program.
        Some("none") => !changes,
        Some(_) => false,
        None => true,
    };
    if from_us && site_allows { Ok(()) } else { Err(Turned::Origin) }
}

/// The value of a header that may be there once.
fn one<'h>(headers: &'h HeaderMap, name: &str) -> Result<Option<&'h str>, Turned> {
    let mut all = headers.get_all(name).iter();
    match (all.next(), all.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| Turned::Origin),
        _ => Err(Turned::Origin),
    }
}
