//! Try-outs: one option on each issue, and whether one's own side could live with that.
use askama::Template;
use axum::response::Response;
use negotiation::{Outcome, Position};

use super::current::{self, Current, Standing};
use super::form::on_to;
use super::review::{PackageView, verdict};
use super::sheet::word_name;
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::lang::{Lang, say};
use crate::page::Page;
use crate::pages::agenda::words::{choice_title, issue_title};

#[derive(Template)]
#[template(path = "position-try.html")]
struct View {
    p: Page,
    version: u32,
    /// False where something is still unsaid.
    ready: bool,
    issues: Vec<IssueTry>,
    verdict: Option<PackageView>,
}

struct IssueTry {
    at: usize,
    title: String,
    /// Number, title, one's own word, and whether it is taken.
    options: Vec<(u32, String, String, bool)>,
}

fn form(version: u32) -> String {
    format!("tryout{version}")
}

pub(super) async fn show_try(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let (p, (version, ready, issues, verdict)) = talk
        .look("position-try-title", move |me, state, overview| {
            let Standing::Mine(current) = current::look(me, state, overview.me)? else {
                return Err(Error::Missing);
            };
            let tried = me.draft(&form(current.version))?.map(|draft| Fields::of_draft(&draft));
            let version = current.version;
            let (ready, issues, verdict) = tried_out(lang, *current, tried.as_ref());
            Ok((version, ready, issues, verdict))
        })
        .await?;
    show(&View { p, version, ready, issues, verdict })
}

fn tried_out(lang: Lang, current: Current, tried: Option<&Fields>) -> (bool, Vec<IssueTry>, Option<PackageView>) {
    let words = current.words();
    let agenda = current.agenda;
    let position = match current.other {
        Some(other) => Some(other),
        None => words.clone().map(Position::Words),
    };
    let taken = |at: usize, default: u32| -> u32 {
        let typed = tried.and_then(|fields| fields.text(&format!("t{at}"))?.parse().ok());
        let table = agenda.issues().get(at).map(negotiation::Issue::on_the_table).unwrap_or_default();
        typed.filter(|choice| table.contains(choice)).unwrap_or(default)
    };
    let picked: Vec<u32> = agenda.issues().iter().enumerate().map(|(at, one)| taken(at, one.default)).collect();
    let issues = agenda.issues().iter().zip(&picked).enumerate().map(|(at, (issue, picked))| {
        let option = |number: u32| {
            let title = choice_title(issue.choices.get(usize::try_from(number).ok()?)?).to_owned();
            let word = words.as_ref().and_then(|words| words.stances().get(at)?.word(number)).map(word_name);
            let word = word.map(|name| say(lang, &format!("position-word-{name}"), &[])).unwrap_or_default();
            Some((number, title, word, number == *picked))
        };
        let options = issue.on_the_table().into_iter().filter_map(option).collect();
        IssueTry { at, title: issue_title(issue).to_owned(), options }
    });
    let issues = issues.collect();
    let verdict = position.as_ref().filter(|_| tried.is_some()).map(|position| {
        let outcome = Outcome::new(picked.clone());
        let name = agenda.package_name(&outcome).unwrap_or_default().to_owned();
        let mut view = verdict(lang, &agenda, position, name, &outcome);
        // A package that the agenda's links forbid exists for nobody.
        if !agenda.space().admits(&outcome) {
            view.acceptable = false;
            view.points = None;
        }
        view
    });
    (position.is_some(), issues, verdict)
}

pub(super) async fn save(talk: InTalk, fields: Fields) -> Result<Response> {
    let version = current::version(&fields)?;
    talk.with(move |me| Ok(me.keep_draft(&form(version), &fields.to_draft()?)?)).await?;
    Ok(on_to(&talk, "/position/try#verdict"))
}
