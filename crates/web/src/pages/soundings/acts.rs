//! Consent and its refusal, free slots from a calendar, taking a question back.
use std::collections::{BTreeSet, HashMap};

use axum::extract::Path;
use axum::response::Response;
use client::Participant;
use client::sounding::Vote;
use dialogue::question::Subject;
use dialogue::{Body, Room};

use super::question::{free_form, named};
use crate::context::InTalk;
use crate::error::{Error, Result};
use crate::fields::Fields;

/// Why a question is looked at again before anything is done.
pub(super) const CHANGED: &str = "another answer came in after this page was shown, so that more could be learned than \
                                  stood there; look at the question again";

type Names = Path<HashMap<String, String>>;

fn id(me: &mut Participant, names: &HashMap<String, String>) -> Result<String> {
    named(&me.state()?, names)
}

fn path(names: &HashMap<String, String>) -> String {
    format!("/soundings/{}", names.get("question").map(String::as_str).unwrap_or_default())
}

pub(super) async fn consent(talk: InTalk, Path(names): Names, fields: Fields) -> Result<Response> {
    let path = path(&names);
    let word = fields.text("vote").map(str::to_owned);
    let shown = fields.text("shown").map(str::to_owned);
    let free: BTreeSet<String> = fields.all("free").map(str::to_owned).collect();
    let draft = fields.to_draft()?;
    talk.with(move |me| {
        let id = id(me, &names)?;
        let form = free_form(&id);
        if !free.is_empty() {
            me.keep_draft(&form, &draft)?;
        }
        if shown != Some(me.preview(&id)?.digest()?) {
            return Err(Error::Form(CHANGED.to_owned()));
        }
        let subject = me.state()?.question(&id)?.asking.subject.clone();
        let vote = match (&subject, word.as_deref()) {
            (Subject::Adopt { .. }, Some("accept")) => Vote::Text(true),
            (Subject::Adopt { .. }, Some("reject")) => Vote::Text(false),
            (Subject::Adopt { .. }, _) => {
                return Err(Error::Form("say whether your side accepts the text or not".to_owned()));
            }
            (Subject::Date { .. }, _) => Vote::Free(free),
            _ => Vote::Position,
        };
        me.consent(&id, &vote)?;
        me.drop_draft(&form)?;
        Ok(())
    })
    .await?;
    talk.sent(&path, "done-soundings-consented").await
}

/// Ticks the slots that a calendar leaves free. Of the calendar nothing is kept.
pub(super) async fn calendar(talk: InTalk, Path(names): Names, fields: Fields) -> Result<Response> {
    let path = path(&names);
    let file = fields.file("calendar").ok_or_else(|| Error::Form("no calendar was chosen".to_owned()))?;
    let text = zeroize::Zeroizing::new(String::from_utf8_lossy(&file.bytes).into_owned());
    talk.with(move |me| {
        let id = id(me, &names)?;
        let subject = me.state()?.question(&id)?.asking.subject.clone();
        let Subject::Date { slots } = subject else {
            return Err(Error::Form("this question is not about a date".to_owned()));
        };
        let free = client::calendar::free_slots(&text, &slots)?;
        let ticked: Vec<(&str, &str)> = free.iter().map(|slot| ("free", slot.as_str())).collect();
        let draft = serde_json::to_string(&ticked).map_err(|error| Error::Trouble(error.to_string()))?;
        Ok(me.keep_draft(&free_form(&id), &draft)?)
    })
    .await?;
    Ok(talk.context.go(&format!("{}{path}?done=done-soundings-calendar#consent", talk.path())))
}

pub(super) async fn decline(talk: InTalk, Path(names): Names, _fields: Fields) -> Result<Response> {
    let path = path(&names);
    talk.with(move |me| {
        let id = id(me, &names)?;
        Ok(me.decline(&id)?)
    })
    .await?;
    talk.sent(&path, "done-soundings-declined").await
}

pub(super) async fn withdraw(talk: InTalk, Path(names): Names, _fields: Fields) -> Result<Response> {
    let path = path(&names);
    talk.with(move |me| {
        let question = id(me, &names)?;
        me.post(&Room::Plenary, Body::Withdrawn { question })?;
        Ok(())
    })
    .await?;
    talk.sent(&path, "done-soundings-withdrawn").await
}
