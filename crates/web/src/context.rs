//! What a request brings with it: the language, the page's nonce, the dialogue it is about.
use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use client::Participant;
use client::participant::Overview;
use dialogue::State;

use crate::app::{App, Unlocked};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::lang::Lang;
use crate::page::{Crumb, Page};
use crate::server::{Nonce, refuse};
use crate::talk::{Line, Talk};

/// A request.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) app: Arc<App>,
    pub(crate) lang: Lang,
    pub(crate) nonce: String,
    /// Path and query of the page, the door's path included.
    pub(crate) here: String,
    /// What has just been done: the name of a text.
    done: Option<String>,
    query: HashMap<String, String>,
}

impl FromRequestParts<Arc<App>> for Context {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> std::result::Result<Self, Response> {
        let nonce = parts.extensions.get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default();
        let lang = parts.extensions.get::<Lang>().copied().unwrap_or(Lang::En);
        let query: HashMap<String, String> =
            Query::try_from_uri(&parts.uri).map(|Query(query)| query).unwrap_or_default();
        let done = query.get("done").filter(|name| {
            name.starts_with("done-") && name.len() < 60 && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        });
        // The router takes the door's path away before a page sees the address; links and live parts need it.
        let path = parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
        let base = app.door.base.as_str();
        let here = match path.strip_prefix('/') {
            _ if path.starts_with(base) => path,
            Some(rest) if rest.is_empty() || rest.starts_with('?') => format!("{base}{rest}"),
            _ => format!("{base}{path}"),
        };
        let done = done.cloned();
        Ok(Self { app: app.clone(), lang, nonce, here, done, query })
    }
}

impl Context {
    /// A request before it has reached a page: for errors.
    pub(crate) fn bare(app: &Arc<App>, lang: Lang, nonce: &str, here: &str) -> Self {
        Self {
            app: app.clone(),
            lang,
            nonce: nonce.to_owned(),
            here: here.to_owned(),
            done: None,
            query: HashMap::new(),
        }
    }

    /// A value of the address's query.
    pub(crate) fn query(&self, name: &str) -> Option<String> {
        self.query.get(name).cloned()
    }

    /// A page outside of any dialogue. `title` is the name of a text.
    pub(crate) fn page(&self, title: &str) -> Page {
        let choices = self.app.unlocked().ok().map(|unlocked| unlocked.choices());
        Page {
            lang: self.lang,
            base: self.app.door.base.clone(),
            nonce: self.nonce.clone(),
            token: self.app.door.token().to_owned(),
            here: self.here.clone(),
            title: crate::lang::say(self.lang, title, &[]),
            // An address may name a text that there is not.
            done: self
                .done
                .as_ref()
                .map(|name| crate::lang::say(self.lang, name, &[]))
                .filter(|text| !text.starts_with('⟦')),
            unlocked: choices.is_some(),
            dense: choices.is_some_and(|choices| choices.dense),
            crumb: None,
        }
    }

    /// The unlocked vault.
    ///
    /// # Errors
    /// [`Error::Locked`].
    pub(crate) fn unlocked(&self) -> Result<Arc<Unlocked>> {
        self.app.unlocked()
    }

    /// To another page: POST → redirect → GET.
    pub(crate) fn go(&self, path: &str) -> Response {
        let to = format!("{}{}", self.app.door.base, if path == "/" { "" } else { path });
        let mut response = StatusCode::SEE_OTHER.into_response();
        match HeaderValue::from_str(&to) {
            Ok(to) => drop(response.headers_mut().insert(header::LOCATION, to)),
            Err(_) => *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR,
        }
        response
    }
}

/// Makes the answer of a page.
pub(crate) fn show(page: &impl Template) -> Result<Response> {
    Ok(Html(page.render()?).into_response())
}

/// A request about one dialogue.
#[derive(Clone)]
pub(crate) struct InTalk {
    pub(crate) context: Context,
    pub(crate) talk: Arc<Talk>,
}

impl FromRequestParts<Arc<App>> for InTalk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> std::result::Result<Self, Response> {
        let context = Context::from_request_parts(parts, app).await?;
        let Path(names) = Path::<HashMap<String, String>>::from_request_parts(parts, app)
            .await
            .map_err(|_| refuse(&Error::Missing))?;
        let id = names.get("talk").and_then(|id| read_id(id)).ok_or_else(|| refuse(&Error::Missing))?;
        let unlocked = app.unlocked().map_err(|error| refuse(&error))?;
        let socks = app.socks.clone();
        let talk = unlocked.open_talk(id, socks).await;
        Ok(Self { context, talk: talk.map_err(|error| refuse(&error))? })
    }
}

fn read_id(text: &str) -> Option<[u8; 16]> {
    if text.len() != 32 {
        return None;
    }
    u128::from_str_radix(text, 16).ok().map(u128::to_be_bytes)
}

impl InTalk {
    /// The path of this dialogue's pages, below the door: `/talk/ID`.
    pub(crate) fn path(&self) -> String {
        format!("/talk/{}", dialogue::id::hex(&self.talk.id))
    }

    /// Looks at the dialogue on a thread that may wait for the disk.
    ///
    /// # Errors
    /// As [`Talk::with`].
    pub(crate) async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Participant) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.talk.with(work).await
    }

    /// Looks at the dialogue with its state, and makes the page's frame in the same look.
    ///
    /// # Errors
    /// Not let in yet; the vault.
    pub(crate) async fn look<T: Send + 'static>(
        &self,
        title: &str,
        work: impl FnOnce(&mut Participant, &State, &Overview) -> Result<T> + Send + 'static,
    ) -> Result<(Page, T)> {
        let (overview, found) = self
            .with(|me| {
                let overview = me.overview()?;
                let state = match &overview.state {
                    Some(state) => state.clone(),
                    // The error that says how far it has come.
                    None => me.state()?,
                };
                let found = work(me, &state, &overview)?;
                Ok((overview, found))
            })
            .await?;
        Ok((self.page(title, &overview), found))
    }

    /// The frame of a page about this dialogue.
    pub(crate) fn page(&self, title: &str, overview: &Overview) -> Page {
        let mut page = self.context.page(title);
        let state = overview.state.as_ref();
        let member = state.and_then(|state| state.members.get(&overview.me));
        let line = self.talk.line();
        page.crumb = Some(Crumb {
            path: self.path(),
            title: state.map(|state| state.title.clone()).unwrap_or_default(),
            side: member.and_then(|member| member.side.clone()),
            name: member.map(|member| member.name.clone()).unwrap_or_default(),
            convener: member.is_some_and(dialogue::Member::is_convener),
            banner: state.and_then(|state| state.record.exercise.clone()),
            offline: matches!(line, Line::Down(_)),
        });
        page
    }

    /// After something was posted: sends it, and goes on to a page that says so. `done` is the name of a text that begins
    /// with `done-`.
    ///
    /// # Errors
    /// Whatever keeps it from being sent other than a relay that cannot be reached now.
    pub(crate) async fn sent(&self, path: &str, done: &str) -> Result<Response> {
        let before = self.talk.refused().len();
        let sent = self.talk.send().await?;
        self.talk.changed();
        if let Some((_, why)) = self.talk.refused().get(before) {
            return Err(Error::Overtaken(why.clone()));
        }
        let done = if sent { done } else { "done-saved" };
        let joint = if path.contains('?') { '&' } else { '?' };
        Ok(self.context.go(&format!("{}{path}{joint}done={done}", self.path())))
    }

    /// Keeps a form's fields as a draft, does the work with them, and forgets the draft where it was done: nothing typed
    /// is lost.
    ///
    /// # Errors
    /// What the work says.
    pub(crate) async fn with_form<T: Send + 'static>(
        &self,
        form: &str,
        fields: Fields,
        work: impl FnOnce(&mut Participant, &Fields) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (form, draft) = (form.to_owned(), fields.to_draft()?);
        self.with(move |me| {
            me.keep_draft(&form, &draft)?;
            let done = work(me, &fields)?;
            me.drop_draft(&form)?;
            Ok(done)
        })
        .await
    }
}
