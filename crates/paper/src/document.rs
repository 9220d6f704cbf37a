//! What a document is, and how much of it is written.
use jiff::civil::Date;

use crate::{Error, Language, lines};

/// Most characters of a whole document.
pub const MOST_CHARACTERS: usize = 200_000;
/// Most blocks of a whole document.
pub const MOST_BLOCKS: usize = 2_000;
/// Most columns of a table: more would not be legible on a page.
pub const MOST_COLUMNS: usize = 8;
/// Most rows of a table, and most items of a list.
pub const MOST_ROWS: usize = 1_000;
/// Most characters of a text that stands on every page, where it takes room from all of them.
pub const MOST_STANDING_CHARACTERS: usize = 400;
/// Most rungs of a rule's ladder.
pub const MOST_LADDER_RUNGS: usize = 8;

/// A document, in one language. All words arrive translated; an empty text is not printed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Document {
    /// The title, on the first page and in the file's description. It may not be empty.
    pub title: Text,
    /// The language of all texts; decides the direction of the page.
    pub language: Language,
    /// A warning over everything, on every page, such as "Exercise; positions invented".
    pub banner: Option<Text>,
    /// How what is said here may be attributed, on every page.
    pub rule: Option<Rule>,
    /// The reservation of rights, on every page.
    pub without_prejudice: Text,
    /// Place and date in words, under the title.
    pub date_line: Text,
    /// The day that the file says it was made. No clock is asked.
    pub dated: Date,
    /// What the document says.
    pub sections: Vec<Section>,
    /// The last line of every page.
    pub footer: Text,
    /// The words around the number of a page, on every page.
    pub page_numbers: PageNumbers,
}

/// A ladder of rules of attribution, one of which applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What stands before the ladder, such as "Attribution:".
    pub label: Text,
    /// The rules there are, in order; one to [`MOST_LADDER_RUNGS`].
    pub ladder: Vec<Text>,
    /// Which of them applies, counted from 0.
    pub applies: usize,
    /// What it means, in a sentence.
    pub meaning: Text,
}

/// The words around the number of a page. Without words it is printed as `1/2`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageNumbers {
    /// Before the number, such as "Page".
    pub before: String,
    /// Between the number and the number of pages, such as "of".
    pub between: String,
    /// After both.
    pub after: String,
}

/// A part of the document under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading. An empty one is not printed.
    pub heading: Text,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A block of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// A paragraph; a line break in a run begins a new line.
    Paragraph(Text),
    /// A list without an order; at most [`MOST_ROWS`] items.
    Bullets(Vec<Text>),
    /// A table.
    Table(Table),
    /// What somebody else said or wrote.
    Quote {
        /// The words.
        text: Text,
        /// Whose they are; may be empty.
        source: Text,
    },
}

/// A table whose first row says what its columns are. All rows are as long as the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The first row; one to [`MOST_COLUMNS`] cells.
    pub head: Vec<Text>,
    /// The other rows; at most [`MOST_ROWS`].
    pub rows: Vec<Vec<Text>>,
}

/// A text: runs, one after the other, without space between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Run>);

/// A piece of text that is printed in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Whether it is printed with emphasis: in bold, since Arabic knows no italics.
    pub strong: bool,
    /// Whether its direction is its own, not that of the text around it: for numbers, dates, ids and names in
    /// another script. A bare `2026-11-12` after Arabic words is displayed as `12-11-2026`; isolated it stays.
    pub isolate: bool,
}

impl Document {
    /// An empty document.
    pub fn new(title: impl Into<Text>, language: Language, dated: Date) -> Self {
        Self {
            title: title.into(),
            language,
            banner: None,
            rule: None,
            without_prejudice: Text::default(),
            date_line: Text::default(),
            dated,
            sections: Vec::new(),
            footer: Text::default(),
            page_numbers: PageNumbers::default(),
        }
    }

    /// Whether it can be written: not too large, a title, a rung that exists, rows as long as their table's head.
    ///
    /// # Errors
    /// The first thing that is wrong, and where.
    pub fn check(&self) -> Result<(), Error> {
        if lines::plain(&self.title).is_empty() {
            return Err(Error::Untitled);
        }
        self.check_standing()?;
        let mut characters = self.title.characters() + self.date_line.characters();
        let mut blocks = 0;
        for (number, section) in (1..).zip(&self.sections) {
            characters += section.heading.characters();
            blocks += 1 + section.blocks.len();
            most(&format!("section {number}"), "characters in its heading", section.heading.characters(), 400)?;
            for (place, block) in (1..).zip(&section.blocks) {
                characters += block.check(&format!("section {number}, block {place}"))?;
            }
        }
        most("the document", "sections and blocks", blocks, MOST_BLOCKS)?;
        most("the document", "characters", characters, MOST_CHARACTERS)
    }

    /// What stands on every page has to leave room for the rest.
    fn check_standing(&self) -> Result<(), Error> {
        let standing = |place: &str, count| most(place, "characters", count, MOST_STANDING_CHARACTERS);
        standing("the title", self.title.characters())?;
        standing("the date line", self.date_line.characters())?;
        standing("the banner", self.banner.as_ref().map_or(0, Text::characters))?;
        standing("the reservation", self.without_prejudice.characters())?;
        standing("the footer", self.footer.characters())?;
        let words = &self.page_numbers;
        let around = [&words.before, &words.between, &words.after].map(|text| text.chars().count()).iter().sum();
        most("the page numbers", "characters around them", around, 60)?;
        let Some(rule) = &self.rule else { return Ok(()) };
        standing("the meaning of the rule", rule.meaning.characters())?;
        let ladder = rule.label.characters() + rule.ladder.iter().map(Text::characters).sum::<usize>();
        standing("the ladder of the rule", ladder)?;
        most("the ladder of the rule", "rungs", rule.ladder.len(), MOST_LADDER_RUNGS)?;
        if rule.applies >= rule.ladder.len() {
            return Err(Error::Rung { applies: rule.applies, rungs: rule.ladder.len() });
        }
        Ok(())
    }
}

impl Block {
    /// How many characters it has, if it can be written.
    fn check(&self, place: &str) -> Result<usize, Error> {
        match self {
            Self::Paragraph(text) => Ok(text.characters()),
            Self::Quote { text, source } => Ok(text.characters() + source.characters()),
            Self::Bullets(items) => {
                most(place, "items", items.len(), MOST_ROWS)?;
                Ok(items.iter().map(Text::characters).sum())
            }
            Self::Table(Table { head, rows }) => {
                most(place, "rows", rows.len(), MOST_ROWS)?;
                most(place, "columns", head.len(), MOST_COLUMNS)?;
                let mut characters: usize = head.iter().map(Text::characters).sum();
                for (row, cells) in (1..).zip(rows) {
                    if cells.len() != head.len() || head.is_empty() {
                        let (place, cells, columns) = (place.to_owned(), cells.len(), head.len());
                        return Err(Error::Row { place, row, cells, columns });
                    }
                    characters += cells.iter().map(Text::characters).sum::<usize>();
                }
                Ok(characters)
            }
        }
    }
}

fn most(place: &str, what: &'static str, count: usize, most: usize) -> Result<(), Error> {
    if count > most {
        return Err(Error::TooMuch { place: place.to_owned(), what, count, most });
    }
    Ok(())
}

impl Text {
    fn characters(&self) -> usize {
        self.0.iter().map(|run| run.text.chars().count()).sum()
    }
}

impl Run {
    /// Text in the direction of what is around it.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: false, isolate: false }
    }

    /// Text with emphasis.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { strong: true, ..Self::plain(text) }
    }

    /// A number, date, id or name whose direction is its own.
    pub fn isolated(text: impl Into<String>) -> Self {
        Self { isolate: true, ..Self::plain(text) }
    }

    /// The same, with emphasis.
    #[must_use]
    pub fn with_emphasis(self) -> Self {
        Self { strong: true, ..self }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(vec![Run::plain(text)])
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(vec![Run::plain(text)])
    }
}

impl From<Vec<Run>> for Text {
    fn from(runs: Vec<Run>) -> Self {
        Self(runs)
    }
}
