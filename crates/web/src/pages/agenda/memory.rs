//! What the agenda remembers: taken off the table, put back, tried before.
use askama::Template;
use axum::response::Response;
use dialogue::record;
use dialogue::record::memory::{Act, OffTable, Tried};
use dialogue::{Body, Room};

use super::words::{choice_title, issue_title};
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{draft, may, text};

const OFF: &str = "offtable";
const LIFT: &str = "lift";
const TRIED: &str = "tried";

#[derive(Template)]
#[template(path = "agenda-memory.html")]
struct View {
    p: Page,
    /// Every option as `issue/option`, with both titles.
    options: Vec<(String, String, String)>,
    /// Off the table now: `issue/option`, by whom, why.
    off: Vec<(String, String, String)>,
    drafts: [Fields; 3],
}

impl View {
    fn was(&self, form: usize, name: &str) -> &str {
        self.drafts.get(form).and_then(|fields| fields.verbatim(name)).unwrap_or_default()
    }

    fn picked(&self, form: usize, value: &str) -> bool {
        self.was(form, "of") == value
    }
}

pub(super) async fn forms(talk: InTalk) -> Result<Response> {
    let (p, (options, off, drafts)) = talk
        .look("agenda-memory-title", |me, state, _| {
            let mut options = Vec::new();
            if let Ok(version) = state.version(state.newest()) {
                for issue in version.agenda()?.issues() {
                    options.extend(issue.choices.iter().map(|choice| {
                        let path = format!("{}/{}", issue.name, choice.name);
                        (path, issue_title(issue).to_owned(), choice_title(choice).to_owned())
                    }));
                }
            }
            let off = state
                .record
                .memory
                .off
                .iter()
                .map(|(one, _)| (format!("{}/{}", one.issue, one.option), one.by.clone(), one.why.clone()));
            Ok((options, off.collect(), [draft(me, OFF)?, draft(me, LIFT)?, draft(me, TRIED)?]))
        })
        .await?;
    show(&View { p, options, off, drafts })
}

/// Issue and option: chosen from the list, or typed where the option is not on it.
fn of(fields: &Fields) -> Result<(String, String)> {
    let (issue, option) =
        fields.need("of")?.split_once('/').ok_or_else(|| Error::Form("choose an option of the list".to_owned()))?;
    Ok((issue.to_owned(), fields.text("other").unwrap_or(option).to_owned()))
}

async fn enter(
    talk: &InTalk,
    form: &str,
    fields: Fields,
    act: impl FnOnce(&Fields) -> Result<Act> + Send + 'static,
) -> Result<Response> {
    talk.with_form(form, fields, move |me, fields| {
        let act = Box::new(record::Act::Memory(act(fields)?));
        me.post(&Room::Plenary, Body::Entered { act })?;
        Ok(())
    })
    .await?;
    talk.sent("/agenda", "done-agenda-remembered").await
}

pub(super) async fn off(talk: InTalk, fields: Fields) -> Result<Response> {
    let act = |fields: &Fields| {
        let (issue, option) = of(fields)?;
        Ok(Act::Off(OffTable {
            issue,
            option,
            by: fields.need("by")?.to_owned(),
            why: fields.text("why").unwrap_or_default().to_owned(),
            since: may(fields, "since")?,
            until: may(fields, "until")?,
            source: text(fields, "source"),
            marks: Vec::new(),
        }))
    };
    enter(&talk, OFF, fields, act).await
}

pub(super) async fn lift(talk: InTalk, fields: Fields) -> Result<Response> {
    let act = |fields: &Fields| {
        let (issue, option) = of(fields)?;
        Ok(Act::Lift { issue, option, why: fields.need("why")?.to_owned() })
    };
    enter(&talk, LIFT, fields, act).await
}

pub(super) async fn tried(talk: InTalk, fields: Fields) -> Result<Response> {
    let act = |fields: &Fields| {
        let (issue, option) = of(fields)?;
        Ok(Act::Tried(Tried {
            issue,
            option,
            by: fields.need("by")?.to_owned(),
            answer: fields.need("answer")?.to_owned(),
            why: fields.text("why").unwrap_or_default().to_owned(),
            day: may(fields, "day")?,
            source: text(fields, "source"),
        }))
    };
    enter(&talk, TRIED, fields, act).await
}
