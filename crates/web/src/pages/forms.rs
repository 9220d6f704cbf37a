//! Forms as most pages have them: built in Rust from what may be chosen, filled from a draft, drawn by one template.
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use client::Participant;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;

/// Something to choose.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) on: bool,
}

/// What a field is.
pub(crate) enum Kind {
    Line,
    Area,
    /// A file's text or other exact text: written from left to right.
    Exact,
    Moment,
    Number,
    Select(Vec<Choice>),
    Radio(Vec<Choice>),
    Ticks(Vec<Choice>),
    File,
}

/// A field.
pub(crate) struct Part {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) kind: Kind,
    pub(crate) must: bool,
    pub(crate) value: String,
}

/// A form.
pub(crate) struct Form {
    /// Where it goes, below the dialogue's path.
    pub(crate) path: String,
    /// The name of its draft, and of its texts.
    pub(crate) name: String,
    /// The beginning of its elements' ids.
    id: String,
    pub(crate) title: String,
    /// Who will learn what.
    pub(crate) lead: String,
    /// Buttons: a value for `do`, and what stands on it.
    pub(crate) buttons: Vec<(String, String)>,
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) parts: Vec<Part>,
    /// Whether something was typed and not sent.
    pub(crate) open: bool,
    filled: Fields,
}

/// A value of a list as serde spells it.
pub(crate) fn spelt(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The name of the text for a value of a list.
pub(crate) fn key(prefix: &str, value: &impl Serialize) -> String {
    format!("{prefix}-{}", spelt(value).replace('.', "-"))
}

/// Words of a list, each with its text.
pub(crate) fn words<T: Serialize>(p: &Page, prefix: &str, all: &[T]) -> Vec<Choice> {
    let one = |value: &T| Choice { value: spelt(value), label: p.say(&key(prefix, value)), on: false };
    all.iter().map(one).collect()
}

/// Names as they are.
pub(crate) fn names<'n>(all: impl IntoIterator<Item = &'n String>) -> Vec<Choice> {
    all.into_iter().map(|name| Choice { value: name.clone(), label: name.clone(), on: false }).collect()
}

impl Form {
    /// A form whose texts are named `NAME-title`, `NAME-lead`, `NAME-button` and `NAME-FIELD`.
    pub(crate) fn new(p: &Page, path: &str, name: &str, filled: Fields) -> Self {
        let open = filled.iter().any(|(_, text)| !text.trim().is_empty());
        Self {
            path: path.to_owned(),
            name: name.to_owned(),
            id: name.to_owned(),
            title: p.say(&format!("{name}-title")),
            lead: p.say(&format!("{name}-lead")),
            buttons: vec![(String::new(), p.say(&format!("{name}-button")))],
            hidden: Vec::new(),
            parts: Vec::new(),
            open,
            filled,
        }
    }

    /// Its draft and its ids carry more than the texts' name: there are several of it on a page.
    pub(crate) fn about(mut self, what: &str) -> Self {
        self.name = format!("{}-{what}", self.name);
        self.id = in_address(&self.name);
        self
    }

    /// Its draft's name, as it stands in addresses.
    pub(crate) fn address(&self) -> String {
        in_address(&self.name)
    }

    /// Whether files go with it: then it is sent in parts, and what is typed is kept area by area.
    pub(crate) fn takes_files(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.kind, Kind::File | Kind::Exact))
    }

    pub(crate) fn hidden(mut self, name: &str, value: &str) -> Self {
        self.hidden.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A field; its text is `label`, and its hint, if any, `label-hint`.
    pub(crate) fn part(mut self, p: &Page, label: &str, name: &str, kind: Kind) -> Self {
        let chosen: Vec<&str> = self.filled.all(name).collect();
        let choose = |mut all: Vec<Choice>| {
            all.iter_mut().for_each(|one| one.on |= chosen.contains(&one.value.as_str()));
            all
        };
        let kind = match kind {
            Kind::Select(all) => Kind::Select(choose(all)),
            Kind::Radio(all) => Kind::Radio(choose(all)),
            Kind::Ticks(all) => Kind::Ticks(choose(all)),
            other => other,
        };
        let value = self.filled.verbatim(name).unwrap_or_default().to_owned();
        let (id, name) = (format!("{}-{name}", self.id.replace(' ', "_")), name.to_owned());
        let label_text = p.say(label);
        self.parts.push(Part { id, name, label: label_text, hint: None, kind, must: false, value });
        self
    }

    /// The last field must be filled in.
    pub(crate) fn must(mut self) -> Self {
        if let Some(part) = self.parts.last_mut() {
            part.must = true;
        }
        self
    }

    /// A hint below the last field's label.
    pub(crate) fn hint(mut self, p: &Page, text: &str) -> Self {
        if let Some(part) = self.parts.last_mut() {
            part.hint = Some(p.say(text));
        }
        self
    }

    /// Buttons instead of the one: a value for `do` each, with its text's name.
    pub(crate) fn buttons(mut self, p: &Page, all: &[(&str, &str)]) -> Self {
        self.buttons = all.iter().map(|(value, text)| ((*value).to_owned(), p.say(text))).collect();
        self
    }
}

/// What was typed into a form and not sent.
pub(crate) fn draft(me: &mut Participant, form: &str) -> Result<Fields> {
    Ok(me.draft(form)?.map(|draft| Fields::of_draft(&draft)).unwrap_or_default())
}

/// A field that must be one of a list's words.
pub(crate) fn word<T: DeserializeOwned>(fields: &Fields, name: &str) -> Result<T> {
    may_word(fields, name)?.ok_or_else(|| Error::Form(format!("the field “{name}” is empty")))
}

/// A field that may be one of a list's words.
pub(crate) fn may_word<T: DeserializeOwned>(fields: &Fields, name: &str) -> Result<Option<T>> {
    let read = |text: &str| serde_json::from_value(serde_json::Value::from(text));
    let read = fields.text(name).map(read).transpose();
    read.map_err(|error| Error::Form(format!("the field “{name}”: {error}")))
}

/// A field that may be something with a written form: a date, a number.
pub(crate) fn may<T: std::str::FromStr>(fields: &Fields, name: &str) -> Result<Option<T>>
where
    T::Err: std::fmt::Display,
{
    let read = fields.text(name).map(str::parse::<T>).transpose();
    read.map_err(|error| Error::Form(format!("the field “{name}”: {error}")))
}

/// A field that may be a text.
pub(crate) fn text(fields: &Fields, name: &str) -> Option<String> {
    fields.text(name).map(str::to_owned)
}

/// The lines of a field, empty ones left out.
pub(crate) fn lines(fields: &Fields, name: &str) -> Vec<String> {
    let all = fields.text(name).unwrap_or_default().lines().map(str::trim);
    all.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// All that was ticked.
pub(crate) fn ticked(fields: &Fields, name: &str) -> Vec<String> {
    fields.all(name).map(str::to_owned).collect()
}

/// A file's text, or what was pasted in its place: browsers send other ends of lines than were pasted.
pub(crate) fn exact(fields: &Fields, name: &str) -> Result<Option<String>> {
    if let Some(file) = fields.file(&format!("{name}-file")) {
        let text = String::from_utf8(file.bytes.to_vec());
        return text.map(Some).map_err(|_| Error::Form(format!("the file {} is not UTF-8", file.name)));
    }
    let pasted = fields.verbatim(name).filter(|text| !text.trim().is_empty());
    Ok(pasted.map(|text| {
        let mut text = text.replace("\r\n", "\n").trim_start().to_owned();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        text
    }))
}

/// A file to be saved. Its name says nothing of what is in it beyond its kind.
pub(crate) fn download(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// A name as it may stand in an address.
pub(crate) fn in_address(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}
