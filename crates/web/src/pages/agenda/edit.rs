//! A new version of the agenda: one issue, option or package more, by a form, or a whole document.
use askama::Template;
use axum::response::Response;
use client::Participant;
use dialogue::{Body, Room};
use negotiation::{Agenda, Choice, Issue, Link, Package};

use super::words::{choice_title, issue_title};
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{draft, text, ticked};

/// Forms, as drafts are kept.
const ISSUE: &str = "issue";
const OPTION: &str = "option";
const PACKAGE: &str = "package";
const DOCUMENT: &str = "agendadocument";
/// Fields of a package: this, and the issue's name.
const TAKE: &str = "take-";

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
    /// The version at which that was begun, and the newest.
    began: u32,
    newest: u32,
}

impl View {
    /// What was typed into a field before.
    fn was<'f>(&self, fields: &'f Fields, name: &str) -> &'f str {
        fields.verbatim(name).unwrap_or_default()
    }

    fn ticked(&self, fields: &Fields, name: &str, value: &str) -> bool {
        fields.all(name).any(|one| one == value)
    }

    fn chosen(&self, fields: &Fields, issue: &str, value: &str) -> bool {
        fields.text(&format!("{TAKE}{issue}")) == Some(value)
    }
}

pub(super) async fn forms(talk: InTalk) -> Result<Response> {
    let (p, found) = talk
        .look("agenda-change-title", |me, state, _| {
            let drafts = (draft(me, ISSUE)?, draft(me, OPTION)?, draft(me, PACKAGE)?, draft(me, DOCUMENT)?);
            let newest = state.newest();
            let (mut issues, mut toml) = (Vec::new(), String::new());
            if let Ok(version) = state.version(state.newest()) {
                issues = version.agenda()?.issues().iter().map(listed).collect();
                version.toml.clone_into(&mut toml);
            }
            let typed = drafts.3.verbatim("document").filter(|text| !text.trim().is_empty() && *text != toml);
            let began = typed.and_then(|_| drafts.3.text("version")?.parse().ok()).unwrap_or(newest);
            let document = typed.unwrap_or(&toml).to_owned();
            let sides: Vec<String> = state.sides().into_iter().map(str::to_owned).collect();
            Ok((issues, sides, drafts.0, drafts.1, drafts.2, document, began, newest))
        })
        .await?;
    let (issues, sides, issue, option, package, document, began, newest) = found;
    show(&View { p, issues, sides, issue, option, package, document, began, newest })
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
fn set(me: &mut Participant, change: impl FnOnce(&mut Parts) -> Result<()>) -> Result<()> {
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
    change(&mut parts)?;
    let name = standing.as_ref().map_or_else(|| state.title.clone(), |agenda| agenda.name().to_owned());
    let note = standing.as_ref().and_then(|agenda| agenda.note()).map(str::to_owned);
    let words = || negotiation::number::whole(negotiation::agenda::SCALE_OF_WORDS);
    let scale = standing.as_ref().map_or_else(words, |agenda| agenda.scale().clone());
    let agenda = Agenda::new(name, parts.issues, parts.links, parts.packages, scale)?.with_note(note);
    me.post(&Room::Plenary, Body::AgendaSet { toml: agenda.to_toml() })?;
    Ok(())
}

async fn changed(
    talk: InTalk,
    form: &str,
    fields: Fields,
    change: impl FnOnce(&Fields, &mut Parts) -> Result<()> + Send + 'static,
) -> Result<Response> {
    talk.with_form(form, fields, move |me, fields| set(me, |parts| change(fields, parts))).await?;
    talk.sent("/agenda", "done-agenda-set").await
}

pub(super) async fn issue(talk: InTalk, fields: Fields) -> Result<Response> {
    let change = |fields: &Fields, parts: &mut Parts| {
        let name = fields.need("name")?;
        let options = lines(name, fields.need("options")?);
        let mut affected = ticked(fields, "affected");
        affected.extend(fields.text("others").unwrap_or_default().split([',', '،']).map(|one| one.trim().to_owned()));
        affected.retain(|one| !one.is_empty());
        let (title, flag, note) = (text(fields, "title"), text(fields, "flag"), text(fields, "note"));
        parts.issues.push(Issue { title, affected, flag, note, ..Issue::plain(name, options) });
        Ok(())
    };
    changed(talk, ISSUE, fields, change).await
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
    let change = |fields: &Fields, parts: &mut Parts| {
        let (of, name) = (fields.need("issue")?, fields.need("name")?);
        let found = parts.issues.iter_mut().find(|issue| issue.name == of);
        let issue = found.ok_or_else(|| Error::Form(format!("there is no issue “{of}” in the newest version")))?;
        let (title, note) = (text(fields, "title"), text(fields, "note"));
        issue.choices.push(Choice { title, note, ..Choice::plain(name) });
        Ok(())
    };
    changed(talk, OPTION, fields, change).await
}

pub(super) async fn package(talk: InTalk, fields: Fields) -> Result<Response> {
    let change = |fields: &Fields, parts: &mut Parts| {
        let picked = fields
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .filter_map(|(field, value)| Some((field.strip_prefix(TAKE)?.to_owned(), value.to_owned())));
        let choices = picked.collect();
        parts.packages.push(Package { name: fields.need("name")?.to_owned(), choices, note: text(fields, "note") });
        Ok(())
    };
    changed(talk, PACKAGE, fields, change).await
}

pub(super) async fn document(talk: InTalk, fields: Fields) -> Result<Response> {
    // A file's text is kept like one that was typed.
    let typed = match fields.file("file") {
        Some(file) => {
            let version = fields.text("version").unwrap_or_default();
            Fields::of(&[("document", &String::from_utf8_lossy(&file.bytes)), ("version", version)])
        }
        None => fields,
    };
    talk.with_form(DOCUMENT, typed, move |me, fields| {
        let newest = me.state()?.newest();
        // What was written from an older version would undo what others changed since.
        if fields.text("version").and_then(|version| version.parse().ok()) != Some(newest) {
            return Err(Error::Form(format!(
                "the agenda has become version {newest} since this was begun; look at what changed, and begin from it"
            )));
        }
        let agenda = Agenda::from_toml(fields.need("document")?, "the document")?;
        me.post(&Room::Plenary, Body::AgendaSet { toml: agenda.to_toml() })?;
        Ok(())
    })
    .await?;
    talk.sent("/agenda", "done-agenda-set").await
}

/// Forgets what was typed; the newest version stands there again.
pub(super) async fn anew(talk: InTalk, _fields: Fields) -> Result<Response> {
    talk.with(|me| Ok(me.drop_draft(DOCUMENT)?)).await?;
    Ok(talk.context.go(&format!("{}/agenda/change", talk.path())))
}
