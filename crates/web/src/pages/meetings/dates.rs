//! Finding a date in private, as one begins with it at a meeting: beginnings and a length. What comes of it is a question
//! about slots, prepared like any other.
use axum::response::Response;
use dialogue::State;

use super::enter;
use crate::context::InTalk;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Form, Kind};
use crate::pages::soundings::ask;

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
    let kept = talk.with_form(FORM, fields, |me, fields| {
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
        // From here on it is a question like any other: nobody is told before it was shown what it would tell.
        let slots = slots.join("\n");
        let mut asked = vec![("kind", "date"), ("slots", slots.as_str()), ("rule", "draw"), ("tellall", "1")];
        asked.extend(fields.all("side").map(|side| ("side", side)));
        Ok(me.keep_draft(&ask::form("date"), &Fields::of(&asked).to_draft()?)?)
    });
    kept.await?;
    Ok(talk.context.go(&format!("{}/soundings/preview?kind=date", talk.path())))
}
