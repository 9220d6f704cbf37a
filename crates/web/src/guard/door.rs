//! The door: a launch link that opens once, and what the browser that opened it holds from then on.
//!
//! Cookies know no ports: another program on 127.0.0.1 could be sent ours. So the cookie is bound to a path that nobody
//! can guess, under which all pages are, and no page tells anybody its address (`no-referrer`).
use std::sync::Mutex;

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite};
use subtle::ConstantTimeEq as _;

use super::Turned;
use crate::error::{Error, Result};

/// A secret of 128 bits as 32 digits.
pub(crate) fn secret() -> Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Error::Trouble(format!("no randomness: {error}")))?;
    Ok(dialogue::id::hex(&bytes))
}

/// What opens the pages.
pub(crate) struct Door {
    /// The path under which all pages are, without a slash at its end.
    pub(crate) base: String,
    name: String,
    cookie: String,
    token: String,
    launch: Mutex<Option<String>>,
}

impl Door {
    /// A new door for a port.
    pub(crate) fn new(port: u16) -> Result<Self> {
        Ok(Self {
            base: format!("/{}", secret()?),
            name: format!("backchannel-{port}"),
            cookie: secret()?,
            token: secret()?,
            launch: Mutex::new(None),
        })
    }

    /// A launch secret; the one before it opens nothing any more.
    pub(crate) fn launch(&self) -> Result<String> {
        let fresh = secret()?;
        *self.slot() = Some(fresh.clone());
        Ok(fresh)
    }

    fn slot(&self) -> std::sync::MutexGuard<'_, Option<String>> {
        self.launch.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The cookie for whoever brings the launch secret: the first time only.
    pub(crate) fn open(&self, launch: &str) -> Option<HeaderValue> {
        let mut slot = self.slot();
        slot.as_ref().filter(|known| same(known, launch))?;
        *slot = None;
        let cookie = Cookie::build((self.name.as_str(), self.cookie.as_str()))
            .path(self.base.as_str())
            .http_only(true)
            .same_site(SameSite::Strict);
        HeaderValue::from_str(&cookie.build().to_string()).ok()
    }

    /// Lets through the browser that has the cookie.
    ///
    /// # Errors
    /// [`Turned::Stranger`].
    pub(crate) fn check(&self, headers: &HeaderMap) -> std::result::Result<(), Turned> {
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        // Any page of this machine can set another of our name, for all paths: that must not shut its owner out.
        let mut ours = lines.flat_map(Cookie::split_parse).flatten().filter(|cookie| cookie.name() == self.name);
        if ours.any(|cookie| same(cookie.value(), &self.cookie)) { Ok(()) } else { Err(Turned::Stranger) }
    }

    /// The token that every form carries.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Lets through what carries the token.
    ///
    /// # Errors
    /// [`Turned::Token`].
    pub(crate) fn check_token(&self, given: Option<&str>) -> std::result::Result<(), Turned> {
        if given.is_some_and(|given| same(given, &self.token)) { Ok(()) } else { Err(Turned::Token) }
    }
}

/// Whether two secrets are the same; how long it takes does not tell where they differ.
fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}
