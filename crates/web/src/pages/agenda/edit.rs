//! A new version of the agenda: one issue, option or package more, by a form, or a whole document.
use askama::Template;
use axum::response::Response;
use client::Participant;
use dialogue::{Body, Room, State};
use negotiation::{Agenda, Choice, Issue, Link, Package};

use super::words::{choice_title, issue_title};
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;

/// Forms, as drafts are kept.
const ISSUE: &str = "issue";
const OPTION: &str = "option";
const PACKAGE: &str = "package";
const DOCUMENT: &str = "agendadocument";

/// An issue by name and title, with its options on the table by the same.
type Listed = (String, String, Vec<(String, String)>);

#[derive(Template)]
#[template(path = "agenda-change.html")]
struct View {
    p: Page,
    /// Short name and title of each issue, with the same of its options on the table.
    issues: Vec<Listed>,
    sides: Vec<String>,
    issue: Fields,
    option: Fields,
    package: Fields,
    /// The document that stands, or what was typed instead of it.
    document: String,
}

impl View {
    /// What was typed into a field before.
    fn was<'f>(&self, fields: &'f Fields, name: &str) -> &'f str {
        fields.verbatim(name).unwrap_or_default()
    }

    fn ticked(&self, fields: &Fields, name: &str, value: &str) -> bool {
        fields.all(name).any(|one| one == value)
    }

    fn chosen(&self, fields: &Fields, prefix: &str, at: &usize, value: &str) -> bool {
        fields.text(&format!("{prefix}{at}")) == Some(value)
    }
}

pub(super) async fn forms(talk: InTalk) -> Result<Response> {
    let (p, found) = talk
        .look("agenda-change-title", |me, state, _| {
            let mut draft = |form: &str| -> Result<Fields> {
                Ok(me.draft(form)?.map(|draft| Fields::of_draft(&draft)).unwrap_or_default())
            };
            let drafts = (draft(ISSUE)?, draft(OPTION)?, draft(PACKAGE)?, draft(DOCUMENT)?);
            let (mut issues, mut toml) = (Vec::new(), String::new());
            if let Ok(version) = state.version(state.newest()) {
                issues = version.agenda()?.issues().iter().map(listed).collect();
                version.toml.clone_into(&mut toml);
            }
            let typed = drafts.3.verbatim("document").filter(|text| !text.trim().is_empty()).map(str::to_owned);
            let sides: Vec<String> = state.sides().into_iter().map(str::to_owned).collect();
            Ok((issues, sides, drafts.0, drafts.1, drafts.2, typed.unwrap_or(toml)))
        })
        .await?;
    let (issues, sides, issue, option, package, document) = found;
    show(&View { p, issues, sides, issue, option, package, document })
}

fn listed(issue: &Issue) -> Listed {
    let on_the_table = issue.choices.iter().filter(|choice| choice.off_the_table.is_none());
    let options = on_the_table.map(|choice| (choice.name.clone(), choice_title(choice).to_owned()));
    (issue.name.clone(), issue_title(issue).to_owned(), options.collect())
}

/// The parts of the agenda that stands, to be added to.
#[derive(Default)]
struct Parts {
    issues: Vec<Issue>,
    links: Vec<Link>,
    packages: Vec<Package>,
}

/// Sets a version with something more in it.
fn set(me: &mut Participant, change: impl FnOnce(&State, &mut Parts) -> Result<()>) -> Result<()> {
    let state = me.state()?;
    let standing = match state.version(state.newest()) {
        Ok(version) => Some(version.agenda()?),
        Err(_) => None,
    };
    let mut parts = standing.as_ref().map_or_else(Parts::default, |agenda| Parts {
        issues: agenda.issues().to_vec(),
        links: agenda.links().to_vec(),
        packages: agenda.packages().to_vec(),
    });
    change(&state, &mut parts)?;
    let name = standing.as_ref().map_or_else(|| state.title.clone(), |agenda| agenda.name().to_owned());
    let note = standing.as_ref().and_then(|agenda| agenda.note()).map(str::to_owned);
    let words = || negotiation::number::whole(negotiation::agenda::SCALE_OF_WORDS);
    let scale = standing.as_ref().map_or_else(words, |agenda| agenda.scale().clone());
    let agenda = Agenda::new(name, parts.issues, parts.links, parts.packages, scale)?.with_note(note);
    me.post(&Room::Plenary, Body::AgendaSet { toml: agenda.to_toml() })?;
    Ok(())
}

fn optional(fields: &Fields, name: &str) -> Option<String> {
    fields.text(name).map(str::to_owned)
}

pub(super) async fn issue(talk: InTalk, fields: Fields) -> Result<Response> {
    let name = fields.need("name")?.to_owned();
    let title = optional(&fields, "title");
    let options = lines(&name, fields.need("options")?);
    let mut affected: Vec<String> = fields.all("affected").map(str::to_owned).collect();
    affected.extend(fields.text("others").unwrap_or_default().split([',', '،']).map(|one| one.trim().to_owned()));
    affected.retain(|one| !one.is_empty());
    let (flag, note) = (optional(&fields, "flag"), optional(&fields, "note"));
    let new = Issue { title, affected, flag, note, ..Issue::plain(name, options) };
    talk.with_form(ISSUE, &fields, move |me| {
        set(me, |_, parts| {
            parts.issues.push(new);
            Ok(())
        })
    })
    .await?;
    talk.sent("/agenda", "done-agenda-set").await
}

/// Options as they are typed, one a line: *T1: help with referendums*, or the title alone, which is given a short name.
fn lines(issue: &str, text: &str) -> Vec<Choice> {
    let typed = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let option = |(at, line): (usize, &str)| match line.split_once(':') {
        Some((name, title)) if is_short(name.trim()) && !title.trim().is_empty() => {
            Choice { title: Some(title.trim().to_owned()), ..Choice::plain(name.trim()) }
        }
        _ => Choice { title: Some(line.to_owned()), ..Choice::plain(format!("{issue}{at}")) },
    };
    typed.enumerate().map(option).collect()
}

fn is_short(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= 12 && !name.contains(char::is_whitespace)
}

pub(super) async fn option(talk: InTalk, fields: Fields) -> Result<Response> {
    let (of, name) = (fields.need("issue")?.to_owned(), fields.need("name")?.to_owned());
    let new = Choice { title: optional(&fields, "title"), note: optional(&fields, "note"), ..Choice::plain(name) };
    talk.with_form(OPTION, &fields, move |me| {
        set(me, |_, parts| {
            let found = parts.issues.iter_mut().find(|issue| issue.name == of);
            let issue = found.ok_or_else(|| Error::Form(format!("there is no issue “{of}” in the newest version")))?;
            issue.choices.push(new);
            Ok(())
        })
    })
    .await?;
    talk.sent("/agenda", "done-agenda-set").await
}

pub(super) async fn package(talk: InTalk, fields: Fields) -> Result<Response> {
    let (name, note) = (fields.need("name")?.to_owned(), optional(&fields, "note"));
    let picked: Vec<(usize, String)> = fields
        .iter()
        .filter_map(|(field, value)| Some((field.strip_prefix("take")?.parse().ok()?, value.to_owned())))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    talk.with_form(PACKAGE, &fields, move |me| {
        set(me, |_, parts| {
            let named = |(at, value): (usize, String)| Some((parts.issues.get(at)?.name.clone(), value));
            let choices = picked.into_iter().filter_map(named).collect();
            parts.packages.push(Package { name, choices, note });
            Ok(())
        })
    })
    .await?;
    talk.sent("/agenda", "done-agenda-set").await
}

pub(super) async fn document(talk: InTalk, fields: Fields) -> Result<Response> {
    let file = fields.file("file").map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    let text = match file {
        Some(text) => text,
        None => fields.need("document")?.to_owned(),
    };
    // A file's text is kept like one that was typed.
    let typed = serde_json::to_string(&[("document", text.as_str())]).map_err(|e| Error::Trouble(e.to_string()))?;
    let kept = Fields::of_draft(&typed);
    talk.with_form(DOCUMENT, &kept, move |me| {
        let agenda = Agenda::from_toml(&text, "the document")?;
        me.post(&Room::Plenary, Body::AgendaSet { toml: agenda.to_toml() })?;
        Ok(())
    })
    .await?;
    talk.sent("/agenda", "done-agenda-set").await
}
