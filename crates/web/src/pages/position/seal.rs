//! Sealing: what it means, and the very words that are sealed.
use askama::Template;
use axum::response::Response;
use negotiation::Position;

use super::current::{self, Standing};
use super::review::{Said, said};
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;

#[derive(Template)]
#[template(path = "position-seal.html")]
struct View {
    p: Page,
    version: u32,
    side: String,
    /// Nothing, where something is unsaid, or it is sealed already.
    ready: Option<Ready>,
    sealed: bool,
}

struct Ready {
    /// None for numbers and lists, which are sealed as they were imported.
    said: Option<Said>,
    document: String,
    none: bool,
}

pub(super) async fn confirm(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let (p, (version, side, ready, sealed)) = talk
        .look("position-seal-title", move |me, state, overview| {
            let Standing::Mine(current) = current::look(me, state, overview.me)? else {
                return Err(Error::Missing);
            };
            let words = current.words();
            let ready = match (&words, &current.other, current.sealed) {
                (Some(words), None, false) => {
                    let position = Position::Words(words.clone());
                    let counted = negotiation::check::spread(&current.agenda, words);
                    Some(Ready {
                        said: Some(said(lang, &current.agenda, words)),
                        document: position.to_text(&current.agenda),
                        none: counted.is_some_and(|spread| spread.iter().all(|count| count.bits() == 0)),
                    })
                }
                (_, Some(_), false) => Some(Ready { said: None, document: String::new(), none: false }),
                _ => None,
            };
            Ok((current.version, current.side.clone(), ready, current.sealed))
        })
        .await?;
    show(&View { p, version, side, ready, sealed })
}

pub(super) async fn seal(talk: InTalk, fields: Fields) -> Result<Response> {
    let version = current::version(&fields)?;
    // What was shown is what is sealed, whatever was typed on another page since.
    let document = fields.text("document").map(|text| text.replace("\r\n", "\n"));
    talk.with(move |me| {
        if me.state()?.newest() != version {
            return Err(Error::Form("the agenda has a newer version; look at your words for it first".to_owned()));
        }
        if let Some(document) = &document {
            let sealed = me.position(Some(version)).is_ok_and(|saved| saved.sealed);
            if !sealed {
                me.import_position(document, "toml")?;
            }
        }
        me.seal_position(version)?;
        me.drop_draft(&current::form(version))?;
        Ok(())
    })
    .await?;
    talk.sent("/position", "done-position-sealed").await
}
