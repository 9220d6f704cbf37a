//! What changed between two versions.
use askama::Template;
use axum::response::Response;
use dialogue::versions::{self, Change, OptionChange};
use negotiation::Agenda;

use super::words::{all_of, parts};
use crate::context::{InTalk, show};
use crate::error::Result;
use crate::lang::{Given, Lang, say};
use crate::page::Page;

#[derive(Template)]
#[template(path = "agenda-compare.html")]
struct View {
    p: Page,
    from: u32,
    to: u32,
    newest: u32,
    lines: Vec<Line>,
}

/// One change: how it is marked, and in words.
struct Line {
    mark: &'static str,
    text: String,
}

pub(super) async fn compare(talk: InTalk) -> Result<Response> {
    let number = |name: &str| talk.context.query(name).and_then(|text| text.parse::<u32>().ok());
    let (from, to, lang) = (number("from"), number("to"), talk.context.lang);
    let (p, (from, to, newest, lines)) = talk
        .look("agenda-compare-title", move |_, state, _| {
            let to = to.unwrap_or(state.newest());
            let from = from.unwrap_or(to.saturating_sub(1).max(1));
            let (before, after) = (state.version(from)?.agenda()?, state.version(to)?.agenda()?);
            let found = versions::changes(&before, &after);
            let lines = found.iter().map(|change| line(lang, (&before, &after), change)).collect::<Vec<_>>();
            Ok((from, to, state.newest(), lines))
        })
        .await?;
    show(&View { p, from, to, newest, lines })
}

fn line(lang: Lang, (before, after): (&Agenda, &Agenda), change: &Change) -> Line {
    let (new, gone, other) = ("agenda-mark-new", "agenda-mark-gone", "agenda-mark-other");
    let sided = |is_new: &bool| if *is_new { new } else { gone };
    let with = |mark: &'static str, name: &str, given: &[(&str, Given)]| Line { mark, text: say(lang, name, given) };
    match change {
        Change::Name { from, to } => with(other, "agenda-change-name", &[("from", from.into()), ("to", to.into())]),
        Change::Note => with(other, "agenda-change-note", &[]),
        Change::IssueGone(issue) => with(gone, "agenda-change-issue-gone", &[("issue", issue.into())]),
        Change::IssueNew { issue, options } => {
            with(new, "agenda-change-issue-new", &[("issue", issue.into()), ("count", (*options).into())])
        }
        Change::Option { issue, option, how } => {
            let (mark, name) = match how {
                OptionChange::Gone => (gone, "agenda-change-option-gone"),
                OptionChange::New => (new, "agenda-change-option-new"),
                OptionChange::Off(_) => (other, "agenda-change-option-off"),
                OptionChange::Lifted => (other, "agenda-change-option-lifted"),
                OptionChange::Text => (other, "agenda-change-option-text"),
            };
            let mut given = vec![("issue", issue.into()), ("option", option.into())];
            if let OptionChange::Off(why) = how {
                given.push(("why", why.into()));
            }
            with(mark, name, &given)
        }
        Change::Affects { issue, sides } => {
            with(other, "agenda-change-affects", &[("issue", issue.into()), ("sides", all_of(lang, sides).into())])
        }
        Change::IssueText(issue) => with(other, "agenda-change-issue-text", &[("issue", issue.into())]),
        Change::Order => with(other, "agenda-change-order", &[]),
        Change::Link { new, link, .. } => {
            let agenda = if *new { after } else { before };
            let (when, then) = (parts(lang, agenda, &link.when), parts(lang, agenda, &link.then));
            with(sided(new), "agenda-change-link", &[("when", when.into()), ("then", then.into())])
        }
        Change::Package { new, text } => with(sided(new), "agenda-change-package", &[("package", text.into())]),
    }
}
