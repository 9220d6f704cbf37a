//! The server: every request through the guard, every error on a page that says what it means and what to do.
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;

use crate::app::App;
use crate::assets;
use crate::context::Context;
use crate::error::Error;
use crate::guard::{Turned, door, headers, host, origin};
use crate::lang::Lang;
use crate::pages;

/// The nonce of a page, for its scripts and whatever acts on it.
#[derive(Clone)]
pub(crate) struct Nonce(pub(crate) String);

/// The mark of an answer to whoever has the cookie. Nobody else is shown a frame: it has the door's path and the token.
#[derive(Clone)]
struct Admitted;

/// An error that is to become a page.
#[derive(Clone)]
struct Failed(Arc<Failure>);

struct Failure {
    family: &'static str,
    text: String,
}

/// Bytes of a form with its files.
const MOST_FORM_BYTES: usize = 64 << 20;

/// Every route.
pub(crate) fn routes(app: Arc<App>) -> Router {
    let inside = pages::routes()
        .fallback(missing)
        .method_not_allowed_fallback(no_page)
        .layer(middleware::from_fn_with_state(app.clone(), inner));
    Router::new()
        .nest(&app.door.base, inside)
        .route("/launch/{secret}", get(launch))
        .fallback(missing)
        .layer(DefaultBodyLimit::max(MOST_FORM_BYTES))
        .layer(middleware::from_fn_with_state(app.clone(), outer))
        .with_state(app)
}

/// Whatever comes: is it for this machine, and from a page of ours?
async fn outer(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let nonce = match door::secret() {
        Ok(nonce) => nonce,
        Err(error) => return refuse(&error),
    };
    let opens = request.headers().contains_key(header::UPGRADE);
    let checked = host::check(app.own, request.uri(), request.headers())
        .and_then(|()| origin::check(app.own, request.method(), request.headers(), opens));
    let lang = language(&app, request.headers());
    let (here, refresh) = (request.uri().to_string(), request.headers().contains_key("x-refresh"));
    request.extensions_mut().insert(Nonce(nonce.clone()));
    request.extensions_mut().insert(lang);
    let mut response = match checked {
        Ok(()) => next.run(request).await,
        Err(turned) => turn_away(turned),
    };
    let admitted = response.extensions_mut().remove::<Admitted>().is_some();
    if let Some(Failed(failure)) = response.extensions_mut().remove::<Failed>() {
        let context = Context::bare(&app, lang, &nonce, &here);
        response = match admitted {
            true => shown(&context, response.status(), &failure),
            false => turned(lang, response.status(), &failure),
        };
    }
    // A page that asks again by itself is nobody's doing, nor are its style sheet and scripts.
    let refresh = refresh || response.headers().contains_key(header::REFRESH) || !admitted || here.contains("/assets/");
    if !refresh && response.status().is_success() {
        app.touch();
    }
    headers::put(response.headers_mut(), Some(&nonce), app.own.port());
    response
}

/// Whatever comes to a page: does the browser have the cookie, and is the vault open?
async fn inner(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    if let Err(turned) = app.door.check(request.headers()) {
        return turn_away(turned);
    }
    let mut response = next.run(request).await;
    response.extensions_mut().insert(Admitted);
    response
}

fn language(app: &App, headers: &HeaderMap) -> Lang {
    let chosen = app.unlocked().ok().and_then(|unlocked| Lang::read(&unlocked.choices().language?));
    let before = || *app.language.read().unwrap_or_else(std::sync::PoisonError::into_inner);
    let asked = || headers.get(header::ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok()).map(Lang::of_header);
    chosen.or_else(before).or_else(asked).unwrap_or(Lang::En)
}

/// The launch link: opens once, and hands over the cookie. Whatever only looks ahead is turned away, so that it does not use
/// the link up.
async fn launch(
    State(app): State<Arc<App>>,
    method: Method,
    headers: HeaderMap,
    Path(secret): Path<String>,
) -> Response {
    let ahead = headers.get("sec-purpose").or_else(|| headers.get("purpose"));
    if method != Method::GET || ahead.is_some() {
        return turn_away(Turned::Ahead);
    }
    let Some(cookie) = app.door.open(&secret) else {
        return turn_away(Turned::Stranger);
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(&app.door.base) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    response
}

async fn missing() -> Response {
    refuse(&Error::Missing)
}

/// An address that takes forms alone, asked for as a page: after an error, a language was chosen or the address entered.
async fn no_page() -> Response {
    failed(StatusCode::METHOD_NOT_ALLOWED, "missing", "this address takes forms alone".to_owned())
}

/// An error as an answer; the outer layer makes a page of it.
pub(crate) fn refuse(error: &Error) -> Response {
    let status = match error {
        Error::Missing => StatusCode::NOT_FOUND,
        Error::Locked => StatusCode::UNAUTHORIZED,
        Error::Form(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Trouble(_) => StatusCode::INTERNAL_SERVER_ERROR,
        Error::Client(_) | Error::NeedsRelay(_) | Error::Overtaken(_) => StatusCode::CONFLICT,
    };
    failed(status, error.family(), error.to_string())
}

/// A request that was turned away, as an answer.
pub(crate) fn turn_away(turned: Turned) -> Response {
    let (family, text) = match turned {
        Turned::Host => ("host", "the request names another machine"),
        Turned::Origin => ("origin", "the request comes from a page that is not ours"),
        Turned::Framed => ("framed", "these pages are not shown inside others"),
        Turned::Stranger => ("stranger", "this browser was not let in, or the link was used before"),
        Turned::Ahead => ("stranger", "the link is opened by a visit alone, and was not used up"),
        Turned::Token => ("token", "the form carries no token of these pages"),
    };
    tracing::warn!(turned = ?turned, "a request was turned away");
    failed(StatusCode::FORBIDDEN, family, text.to_owned())
}

fn failed(status: StatusCode, family: &'static str, text: String) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response.extensions_mut().insert(Failed(Arc::new(Failure { family, text })));
    response
}

impl axum::response::IntoResponse for Error {
    fn into_response(self) -> Response {
        refuse(&self)
    }
}

fn shown(context: &Context, status: StatusCode, failure: &Failure) -> Response {
    if status == StatusCode::UNAUTHORIZED {
        return context.go("/unlock");
    }
    match pages::failure::page(context, failure.family, &failure.text) {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page of an error could not be made");
            (StatusCode::INTERNAL_SERVER_ERROR, "The page could not be made.").into_response()
        }
    }
}

/// The page of whoever was not let in: words alone, without the door's path, the token, or anything of the vault.
fn turned(lang: Lang, status: StatusCode, failure: &Failure) -> Response {
    match pages::failure::turned(lang, failure.family, &failure.text) {
        Ok(html) => (status, Html(html)).into_response(),
        Err(_) => (status, failure.text.clone()).into_response(),
    }
}

/// The style sheet and the scripts.
pub(crate) fn asset_routes() -> Router<Arc<App>> {
    Router::new().route(
        "/assets/{name}",
        get(|Path(name): Path<String>, headers: HeaderMap| async move { assets::answer(&name, &headers) }),
    )
}
