//! A debrief on paper: composed, checked, printed as Markdown, DOCX or PDF in one of five languages.
mod dates;
mod words;

use std::str::FromStr;

use dialogue::charter::Attribution;
use dialogue::record::debrief::Debrief;
use dialogue::record::line::Audience;
use dialogue::record::meeting::Mode;
use jiff::civil::Date;
use paper::{Block, Document, Language, PageNumbers, Rule, Run, Section, Text};

use crate::error::{Error, Result};
use words::Words;

/// A form of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown.
    Markdown,
    /// WordprocessingML.
    Docx,
    /// Tagged PDF.
    Pdf,
}

/// A language that debriefs are printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// Russian.
    Russian,
    /// Ukrainian.
    Ukrainian,
    /// Arabic.
    Arabic,
    /// French.
    French,
}

impl Form {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }
}

impl FromStr for Form {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let all = [Self::Markdown, Self::Docx, Self::Pdf];
        let found = all.into_iter().find(|form| form.ending() == text);
        found.ok_or_else(|| format!("`{text}` is no form: md, docx or pdf"))
    }
}

impl Tongue {
    /// All.
    pub const ALL: [Self; 5] = [Self::English, Self::Russian, Self::Ukrainian, Self::Arabic, Self::French];

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
            Self::Ukrainian => "uk",
            Self::Arabic => "ar",
            Self::French => "fr",
        }
    }
}

impl FromStr for Tongue {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let found = Self::ALL.into_iter().find(|tongue| tongue.tag() == text);
        found.ok_or_else(|| format!("`{text}` is no language here: en, ru, uk, ar or fr"))
    }
}

/// A debrief as a document. `dated` is what the file says of its making: nothing but the day.
///
/// # Errors
/// Texts that are too long.
pub fn document(debrief: &Debrief, tongue: Tongue, dated: Date) -> Result<Document> {
    let words = Words::of(tongue);
    let language = Language::parse(tongue.tag()).map_err(paper_error)?;
    let mut document = Document::new(words.title(debrief.audience), language, dated);
    document.banner = debrief.banner.as_ref().map(|banner| Text::from(words.banner(banner)));
    document.rule = Some(rule(debrief.rule, words));
    document.without_prejudice = words.without_prejudice.into();
    document.date_line = date_line(debrief, words);
    document.page_numbers =
        PageNumbers { before: words.page.to_owned(), between: words.of.to_owned(), after: String::new() };
    if !debrief.items.is_empty() && debrief.audience != Audience::Public {
        let items = debrief.items.iter().map(|item| Text::from(vec![Run::isolated(item.clone())])).collect();
        document.sections.push(Section { heading: words.agenda.into(), blocks: vec![Block::Bullets(items)] });
    }
    let mut said = Vec::new();
    for line in &debrief.lines {
        let by = line.by.as_ref().map(|by| Run::strong(format!("{by}: ")));
        said.push(Text(by.into_iter().chain([Run::isolated(line.text.clone())]).collect()));
    }
    if said.is_empty() {
        said.push(Text::from(words.nothing));
    }
    document.sections.push(Section { heading: words.said.into(), blocks: vec![Block::Bullets(said)] });
    for within in &debrief.within {
        let heading = match &within.side {
            Some(side) => Text(vec![Run::plain(format!("{}: ", words.within_side)), Run::isolated(side.clone())]),
            None => words.within.into(),
        };
        let views = within.views.iter().map(|view| Text::from(vec![Run::isolated(view.clone())])).collect();
        document.sections.push(Section { heading, blocks: vec![Block::Bullets(views)] });
    }
    document.check().map_err(paper_error)?;
    Ok(document)
}

/// A document in a form.
///
/// # Errors
/// Characters that no font here has; texts that are too long.
pub fn print(document: &Document, form: Form) -> Result<Vec<u8>> {
    match form {
        Form::Markdown => Ok(paper::markdown(document).into_bytes()),
        Form::Docx => paper::docx(document).map_err(paper_error),
        Form::Pdf => paper::pdf(document).map_err(paper_error),
    }
}

fn rule(applies: Attribution, words: &Words) -> Rule {
    const LADDER: [Attribution; 5] = [
        Attribution::OnRecord,
        Attribution::Background,
        Attribution::ChathamHouse,
        Attribution::DeepBackground,
        Attribution::OffRecord,
    ];
    let at = LADDER.iter().position(|one| *one == applies).unwrap_or(0);
    Rule {
        label: words.attribution.into(),
        ladder: words.ladder.iter().map(|name| Text::from(*name)).collect(),
        applies: at,
        meaning: words.meanings.get(at).copied().unwrap_or_default().into(),
    }
}

fn date_line(debrief: &Debrief, words: &Words) -> Text {
    let mut runs: Vec<Run> = Vec::new();
    let mut part = |run: Run| {
        if !runs.is_empty() {
            runs.push(Run::plain(words.comma));
        }
        runs.push(run);
    };
    if let Some(day) = debrief.day {
        part(Run::isolated(dates::in_words(day, words)));
    }
    if let Some(place) = &debrief.place {
        part(Run::isolated(place.clone()));
    }
    part(Run::plain(match debrief.mode {
        Mode::Online => words.online,
        Mode::InPerson => words.in_person,
        Mode::Shuttle => words.shuttle,
    }));
    if let Some(track) = debrief.track {
        part(Run::plain(format!("{} ", words.track)));
        runs.push(Run::isolated(track.name()));
    }
    Text(runs)
}

fn paper_error(error: paper::Error) -> Error {
    Error::Misuse(format!("the document cannot be printed: {error}"))
}
