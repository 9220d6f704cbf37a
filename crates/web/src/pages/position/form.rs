//! The form: for each issue every option with one of four words, how much the issue matters, and conditions.
use askama::Template;
use axum::response::Response;
use dialogue::record::memory::Memory;
use negotiation::{Agenda, Issue};

use super::current::{self, Current, Standing};
use super::review::{Said, said};
use super::sheet::{Condition, Sheet, WEIGHTS, WORDS, spell_reference, weight_name, word_name};
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::lang::{Lang, say};
use crate::page::Page;
use crate::pages::agenda::words::{choice_title, issue_title};

const FILE: &str = "positionfile";

#[derive(Template)]
#[template(path = "position.html")]
struct View {
    p: Page,
    what: What,
}

enum What {
    NoAgenda,
    NoSide,
    Another(String),
    /// It is sealed, or is none that the form can show: its words, to be read.
    Read {
        version: u32,
        sealed: bool,
        said: Option<Said>,
    },
    Form(Box<Form>),
}

struct Form {
    version: u32,
    side: String,
    carried: Option<u32>,
    issues: Vec<IssueForm>,
    conditions: Vec<ConditionForm>,
    /// Options by issue, for conditions: value and title.
    options: Vec<(String, Vec<(String, String)>)>,
    /// Packages to compare with: value, name, chosen.
    references: Vec<(String, String, bool)>,
    /// Fields that the form carries along: points.
    hidden: Vec<(String, String)>,
    words: Vec<(&'static str, String)>,
    weights: Vec<(&'static str, String)>,
    said: usize,
    all: usize,
}

struct IssueForm {
    at: usize,
    name: String,
    title: String,
    note: Option<String>,
    flag: Option<String>,
    affected: Vec<String>,
    options: Vec<OptionForm>,
    others: &'static str,
    weight: &'static str,
    own_points: bool,
}

struct OptionForm {
    at: usize,
    name: String,
    title: String,
    note: Option<String>,
    tried: Option<(String, String)>,
    word: &'static str,
}

/// A condition, begun or blank.
struct ConditionForm {
    at: usize,
    when: String,
    issue: String,
    /// The options of the issue on which it depends: number, title, ticked.
    then: Vec<(u32, String, bool)>,
    /// One that is shown as a sentence only: how its field spells it.
    raw: Option<String>,
    sentence: Option<String>,
    begun: bool,
}

pub(super) async fn show_form(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let (p, what) = talk
        .look("position-title", move |me, state, overview| {
            Ok(match current::look(me, state, overview.me)? {
                Standing::NoAgenda => What::NoAgenda,
                Standing::NoSide => What::NoSide,
                Standing::Another(name) => What::Another(name),
                Standing::Mine(current) if current.sealed || current.other.is_some() => {
                    let said = current.words().map(|words| said(lang, &current.agenda, &words));
                    What::Read { version: current.version, sealed: current.sealed, said }
                }
                Standing::Mine(current) => What::Form(Box::new(form(lang, &current, &state.record.memory))),
            })
        })
        .await?;
    show(&View { p, what })
}

fn form(lang: Lang, current: &Current, memory: &Memory) -> Form {
    let (agenda, sheet) = (&current.agenda, &current.sheet);
    let issues = agenda.issues().iter().enumerate().map(|(at, issue)| issue_form(at, issue, sheet, memory));
    let mut conditions: Vec<ConditionForm> =
        sheet.conditions.iter().enumerate().map(|(at, one)| condition(lang, agenda, at, one)).collect();
    let blank = Condition { when: None, issue: None, then: Vec::new(), raw: None };
    conditions.push(condition(lang, agenda, conditions.len(), &blank));
    let option = |at: usize, issue: &Issue, choice: u32| {
        let title = usize::try_from(choice).ok().and_then(|choice| issue.choices.get(choice)).map(choice_title);
        (format!("{at}.{choice}"), title.unwrap_or_default().to_owned())
    };
    let options = agenda.issues().iter().enumerate().map(|(at, issue)| {
        let table = issue.on_the_table().into_iter().map(|choice| option(at, issue, choice));
        (issue_title(issue).to_owned(), table.collect())
    });
    let chosen = sheet.position.reference.as_ref().map(|one| spell_reference(agenda, one));
    let mut references: Vec<(String, String, bool)> = agenda
        .packages()
        .iter()
        .map(|package| (format!("name:{}", package.name), package.name.clone()))
        .map(|(value, name)| (value.clone(), name, chosen.as_ref() == Some(&value)))
        .collect();
    if let Some(own) = chosen.filter(|one| one.starts_with("own:")) {
        references.push((own, say(lang, "position-reference-own", &[]), true));
    }
    let is_points = |name: &str| name.starts_with("own") || name.starts_with('p');
    let all: usize = agenda.issues().iter().map(|issue| issue.on_the_table().len()).sum();
    Form {
        version: current.version,
        side: current.side.clone(),
        carried: current.carried,
        issues: issues.collect(),
        conditions,
        options: options.collect(),
        references,
        hidden: sheet.fields(agenda).into_iter().filter(|(name, _)| is_points(name)).collect(),
        words: WORDS.map(|(_, name)| (name, say(lang, &format!("position-word-{name}"), &[]))).to_vec(),
        weights: WEIGHTS.map(|(_, name)| (name, say(lang, &format!("position-weight-{name}"), &[]))).to_vec(),
        said: all - sheet.position.unsaid(agenda).len(),
        all,
    }
}

fn issue_form(at: usize, issue: &Issue, sheet: &Sheet, memory: &Memory) -> IssueForm {
    let begun = sheet.position.issues.get(at);
    let options = issue.choices.iter().enumerate().filter(|(_, choice)| choice.off_the_table.is_none());
    let option = |(number, choice): (usize, &negotiation::Choice)| {
        let tried = memory.tried.iter().find(|one| one.issue == issue.name && one.option == choice.name);
        OptionForm {
            at: number,
            name: choice.name.clone(),
            title: choice_title(choice).to_owned(),
            note: choice.note.clone(),
            tried: tried.map(|one| (one.by.clone(), one.answer.clone())),
            word: begun.and_then(|begun| begun.words.get(number).copied().flatten()).map_or("", word_name),
        }
    };
    IssueForm {
        at,
        name: issue.name.clone(),
        title: issue_title(issue).to_owned(),
        note: issue.note.clone(),
        flag: issue.flag.clone(),
        affected: issue.affected.clone(),
        options: options.map(option).collect(),
        others: begun.and_then(|begun| begun.others).map_or("", word_name),
        weight: begun.and_then(|begun| begun.importance).map_or("", weight_name),
        own_points: begun.is_some_and(|begun| begun.points.is_some()),
    }
}

fn condition(lang: Lang, agenda: &Agenda, at: usize, one: &Condition) -> ConditionForm {
    let raw = one.raw.as_ref().and_then(|_| {
        let sheet = Sheet { conditions: vec![one.clone()], ..Sheet::of(Default::default()) };
        sheet.fields(agenda).into_iter().next().map(|(_, value)| value)
    });
    let issue = one.issue.and_then(|at| agenda.issues().get(at));
    let then = issue.into_iter().flat_map(|issue| {
        issue.on_the_table().into_iter().map(|choice| {
            let title = usize::try_from(choice).ok().and_then(|at| issue.choices.get(at)).map(choice_title);
            (choice, title.unwrap_or_default().to_owned(), one.then.contains(&choice))
        })
    });
    ConditionForm {
        at,
        when: one.when.map(|(issue, choice)| format!("{issue}.{choice}")).unwrap_or_default(),
        issue: one.issue.map(|issue| issue.to_string()).unwrap_or_default(),
        then: then.collect(),
        raw,
        sentence: one.link().map(|link| super::reasons::only_if(lang, agenda, &link)),
        begun: one.raw.is_some() || one.when.is_some() || one.issue.is_some(),
    }
}

/// Back to a page of one's position; nothing has been sent, for nothing of it leaves this machine.
pub(super) fn on_to(talk: &InTalk, path: &str) -> Response {
    talk.context.go(&format!("{}{path}", talk.path()))
}

pub(super) async fn save(talk: InTalk, fields: Fields) -> Result<Response> {
    let version = current::version(&fields)?;
    let stays = fields.has("stay");
    let newest = talk
        .with(move |me| {
            current::save(me, version, &fields)?;
            Ok(me.state()?.newest() == version)
        })
        .await?;
    Ok(match (newest, stays) {
        (false, _) => on_to(&talk, "/position?done=done-position-older"),
        (true, true) => on_to(&talk, "/position?done=done-position-kept#conditions"),
        (true, false) => on_to(&talk, "/position/review?done=done-position-kept"),
    })
}

pub(super) async fn begin_anew(talk: InTalk, fields: Fields) -> Result<Response> {
    let version = current::version(&fields)?;
    if !fields.has("sure") {
        return Err(Error::Form("tick that everything typed for this version may be forgotten".to_owned()));
    }
    // An empty form takes the place of what was there; a saved position is replaced with the next that is whole.
    talk.with(move |me| Ok(me.keep_draft(&current::form(version), "[]")?)).await?;
    Ok(on_to(&talk, "/position"))
}

#[derive(Template)]
#[template(path = "position-file.html")]
struct FileView {
    p: Page,
    document: String,
}

pub(super) async fn file(talk: InTalk) -> Result<Response> {
    let (p, document) = talk
        .look("position-file-title", |me, _, _| {
            let typed = me.draft(FILE)?.map(|draft| Fields::of_draft(&draft));
            let typed = typed.and_then(|fields| fields.verbatim("document").map(str::to_owned));
            let saved = || me.position(None).ok().map(|saved| saved.document.as_str().to_owned());
            Ok(typed.filter(|text| !text.trim().is_empty()).or_else(saved).unwrap_or_default())
        })
        .await?;
    show(&FileView { p, document })
}

pub(super) async fn import(talk: InTalk, fields: Fields) -> Result<Response> {
    // A file's text is kept like one that was typed.
    let (typed, is_list) = match fields.file("file") {
        Some(file) => {
            let is_list = file.name.to_ascii_lowercase().ends_with(".csv");
            (Fields::of(&[("document", &String::from_utf8_lossy(&file.bytes))]), is_list)
        }
        None => {
            let is_list = fields.has("list");
            (fields, is_list)
        }
    };
    talk.with_form(FILE, typed, move |me, fields| {
        me.import_position(fields.need("document")?, if is_list { "csv" } else { "toml" })?;
        let version = me.state()?.newest();
        me.drop_draft(&current::form(version))?;
        Ok(())
    })
    .await?;
    Ok(on_to(&talk, "/position/review?done=done-position-kept"))
}
