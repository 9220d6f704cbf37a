//! Finding a date in private: a question about slots. Each side enters what is free for it; the answer is one slot that is
//! free for all, or none.
use axum::response::Response;
use dialogue::State;
use dialogue::question::{Asking, Subject};
use negotiation::circuit::Rule;

use super::enter;
use crate::context::InTalk;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Form, Kind};

pub(super) const FORM: &str = "meetings-find";
/// Beginnings that the form offers room for.
const SLOTS: usize = 8;

pub(super) fn form(p: &Page, state: &State, kept: Fields) -> Form {
    let sides: Vec<String> = state.sides().into_iter().map(str::to_owned).collect();
    let mut sides = forms::names(&sides);
    if kept.iter().next().is_none() {
        sides.iter_mut().for_each(|side| side.on = true);
    }
    let mut form = Form::new(p, "/meetings/dates", FORM, kept)
        .part(p, "meetings-find-sides", "side", Kind::Ticks(sides))
        .part(p, "meetings-find-minutes", "minutes", Kind::Number)
        .must()
        .part(p, "meetings-meeting-zone", "zone", Kind::Line)
        .hint(p, "meetings-zone-hint");
    for at in 0..SLOTS {
        form = form.part(p, "meetings-find-slot", &format!("slot-{at}"), Kind::Moment);
    }
    form
}

pub(super) async fn call(talk: InTalk, fields: Fields) -> Result<Response> {
    forms::filed(&talk, FORM, &fields, |me, fields| {
        let minutes: i64 =
            forms::may(fields, "minutes")?.ok_or_else(|| Error::Form("the field “minutes” is empty".to_owned()))?;
        let mut slots = Vec::new();
        for at in 0..SLOTS {
            if let Some(start) = enter::moment(fields, &format!("slot-{at}"), fields.text("zone"))? {
                slots.push(enter::slot(start, minutes)?);
            }
        }
        if slots.len() < 2 {
            return Err(Error::Form("name at least two beginnings".to_owned()));
        }
        let asking = Asking {
            subject: Subject::Date { slots },
            sides: forms::ticked(fields, "side"),
            rule: Rule::Draw,
            quorum: None,
            vetoes: Vec::new(),
            told_to_all: true,
        };
        Ok(me.call(asking)?)
    })
    .await?;
    talk.sent("/meetings", "done-meetings-called").await
}
