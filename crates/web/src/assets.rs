//! The style sheet and the scripts, as the program carries them. The two scripts of others are under `assets/vendor`, with
//! their hashes and licence.
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use crate::error::Error;

const ALL: [(&str, &str, &[u8]); 5] = [
    ("icon.svg", "image/svg+xml", include_bytes!("../assets/icon.svg")),
    ("app.css", "text/css; charset=utf-8", include_bytes!("../assets/app.css")),
    ("app.js", "text/javascript; charset=utf-8", include_bytes!("../assets/app.js")),
    ("htmx.js", "text/javascript; charset=utf-8", include_bytes!("../assets/vendor/htmx.min.js")),
    ("hx-csp.js", "text/javascript; charset=utf-8", include_bytes!("../assets/vendor/hx-csp.min.js")),
];

/// An asset by its name.
pub(crate) fn answer(name: &str) -> Response {
    match ALL.iter().find(|(known, ..)| *known == name) {
        Some((_, kind, bytes)) => {
            let mut response = bytes.into_response();
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            // Their address holds the door's secret, so a new start asks anew.
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
            response
        }
        None => Error::Missing.into_response(),
    }
}
