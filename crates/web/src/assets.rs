//! The style sheet and the scripts, as the program carries them. The two scripts of others are under `assets/vendor`, with
//! their hashes and licence.
use std::io::Write as _;
use std::sync::LazyLock;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::error::Error;

const ALL: [(&str, &str, &[u8]); 5] = [
    ("icon.svg", "image/svg+xml", include_bytes!("../assets/icon.svg")),
    ("app.css", "text/css; charset=utf-8", include_bytes!("../assets/app.css")),
    ("app.js", "text/javascript; charset=utf-8", include_bytes!("../assets/app.js")),
    ("htmx.js", "text/javascript; charset=utf-8", include_bytes!("../assets/vendor/htmx.min.js")),
    ("hx-csp.js", "text/javascript; charset=utf-8", include_bytes!("../assets/vendor/hx-csp.min.js")),
];

/// The same, packed. They hold no secret, so their length tells none; pages themselves are never packed.
static PACKED: LazyLock<Vec<Option<Vec<u8>>>> = LazyLock::new(|| ALL.iter().map(|(.., bytes)| packed(bytes)).collect());

fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes).ok()?;
    writer.finish().ok()
}

/// An asset by its name, packed where the browser can unpack it.
pub(crate) fn answer(name: &str, headers: &HeaderMap) -> Response {
    let Some((at, (_, kind, bytes))) = ALL.iter().enumerate().find(|(_, (known, ..))| *known == name) else {
        return Error::Missing.into_response();
    };
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|accepts| accepts.to_str().ok());
    let unpacks = accepts.is_some_and(|accepts| accepts.split(',').any(|one| one.trim().starts_with("gzip")));
    let packed = PACKED.get(at).and_then(Option::as_deref).filter(|_| unpacks);
    let mut response = packed.unwrap_or(bytes).into_response();
    let own = response.headers_mut();
    own.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    own.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if packed.is_some() {
        own.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    // Their address holds the door's secret, so a new start asks anew.
    own.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    response
}
