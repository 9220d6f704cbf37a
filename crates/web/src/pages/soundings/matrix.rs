//! Who learns what: a row for each possible answer, a column for each side, in each cell what that side would learn from
//! this answer together with all earlier ones.
use std::collections::BTreeMap;

use dialogue::ledger::Known;
use dialogue::{Question, State};
use negotiation::Put;
use negotiation::inference::{Claim, Preview, PreviewedAnswer, ReaderView};

use super::bits;
use super::claims::Teller;
use crate::error::Result;
use crate::lang::{Lang, say};
use crate::pages::agenda::words::all_of;

/// Columns of the picture before which there is room for the answers' names.
const LABELS: i64 = 170;
const COLUMN: i64 = 84;
const ROW: i64 = 34;
const HEAD: i64 = 30;

/// What a side would learn, at a glance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Something certain about another side.
    Certain,
    /// One of several things, or something under a condition, or a likelihood.
    Some,
    /// Nothing new.
    Nothing,
    /// It is not told the answer, or the answer cannot come up.
    Untold,
}

impl Mark {
    /// The end of its text's name, and its class.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Some => "some",
            Self::Nothing => "nothing",
            Self::Untold => "untold",
        }
    }
}

/// The table, its picture and what goes with both.
pub(crate) struct Matrix {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    pub(crate) width: i64,
    pub(crate) height: i64,
    pub(crate) notes: Vec<String>,
    /// Whether one's own verdicts were used in one's own column.
    pub(crate) private: bool,
}

pub(crate) struct Column {
    pub(crate) side: String,
    pub(crate) mine: bool,
    pub(crate) x: i64,
}

pub(crate) struct Row {
    pub(crate) answer: String,
    pub(crate) short: String,
    pub(crate) stands_for: u64,
    pub(crate) says: Vec<String>,
    pub(crate) cells: Vec<Cell>,
    /// Sides that pool what they know, and what they learn beyond it.
    pub(crate) pooled: Vec<(String, Vec<String>)>,
    pub(crate) summary: String,
    pub(crate) y: i64,
}

pub(crate) struct Cell {
    pub(crate) mark: Mark,
    pub(crate) mine: bool,
    pub(crate) lines: Vec<String>,
    pub(crate) x: i64,
}

impl Cell {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.mark.name() == name
    }
}

/// What a reader learns at a glance.
pub(crate) fn mark(view: Option<&ReaderView>) -> Mark {
    match view {
        None => Mark::Untold,
        Some(view) if !view.possible => Mark::Untold,
        Some(view) if view.facts.iter().any(|fact| fact.certain().is_some()) => Mark::Certain,
        Some(view) if view.facts.is_empty() && view.likelihoods.is_empty() && !view.may_tell_more => Mark::Nothing,
        Some(_) => Mark::Some,
    }
}

/// Lays a preview out. `state` is that in which the question stands, or would stand.
pub(super) fn of(
    lang: Lang,
    (state, known): (&State, &Known),
    (question, put): (&Question, &Put),
    preview: &Preview,
    mine: Option<&str>,
) -> Result<Matrix> {
    let mut teller = Teller { lang, spoken: state.spoken(known)? };
    // A question that is only prepared is not among the state's.
    let mut with = state.clone();
    if with.question(&question.id).is_err() {
        with.questions.push(question.clone());
        teller.spoken = with.spoken(known)?;
    }
    let described = state.in_words(question, put)?;
    let sides: Vec<String> = state.sides().into_iter().map(str::to_owned).collect();
    let columns: Vec<Column> = (0i64..)
        .zip(&sides)
        .map(|(at, side)| Column { side: side.clone(), mine: mine == Some(side.as_str()), x: LABELS + at * COLUMN })
        .collect();
    let rows = (0i64..).zip(&preview.answers).map(|(at, told)| row(&teller, &described, &columns, told, at)).collect();
    let ranks =
        preview.answers.iter().flat_map(|told| told.readers.iter().chain(&told.coalitions)).any(speaks_of_ranks);
    let mut notes = vec![
        say(lang, "soundings-note-sincerity", &[]),
        say(lang, "soundings-note-bits", &[("bits", bits(lang, preview.bits).into())]),
    ];
    if ranks || put.rule().ranks() {
        notes.push(say(lang, "soundings-note-ranks", &[]));
    }
    notes.push(say(lang, "soundings-note-first", &[]));
    notes.push(say(lang, "soundings-note-relay", &[]));
    let width = LABELS + COLUMN * i64::try_from(columns.len()).unwrap_or(0) + 10;
    let height = HEAD + ROW * i64::try_from(preview.answers.len()).unwrap_or(0) + 10;
    Ok(Matrix { columns, rows, width, height, notes, private: mine.is_some() })
}

pub(crate) fn speaks_of_ranks(view: &ReaderView) -> bool {
    let ranks = |claim: &Claim| matches!(claim, Claim::Ranks { .. });
    view.facts.iter().any(|fact| fact.if_own.iter().chain(&fact.one_of).any(ranks))
}

fn row(
    teller: &Teller,
    question: &negotiation::inference::Question,
    columns: &[Column],
    told: &PreviewedAnswer,
    at: i64,
) -> Row {
    let lang = teller.lang;
    let new = Some(question.id.as_str());
    let cell = |column: &Column| {
        let view = told.readers.iter().find(|view| view.readers == [column.side.clone()]);
        let lines = match view {
            Some(view) => teller.view(view, new),
            None if told.possible => vec![say(lang, "soundings-untold", &[])],
            None => vec![say(lang, "soundings-excluded", &[])],
        };
        Cell { mark: mark(view), mine: column.mine, lines, x: column.x }
    };
    let cells: Vec<Cell> = columns.iter().map(cell).collect();
    let mut by: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for (cell, column) in cells.iter().zip(columns) {
        by.entry(cell.mark.name()).or_default().push(column.side.clone());
    }
    let answer = teller.answer(&told.answer, teller.sort_of(question));
    let who = |name: &str| all_of(lang, by.get(name).map(Vec::as_slice).unwrap_or_default());
    let summary = say(
        lang,
        "soundings-picture-row",
        &[
            ("answer", (&answer).into()),
            ("certain", who("certain").into()),
            ("some", who("some").into()),
            ("nothing", who("nothing").into()),
            ("untold", who("untold").into()),
        ],
    );
    let pooled = told.coalitions.iter().map(|view| (all_of(lang, &view.readers), teller.view(view, new)));
    Row {
        short: shortened(&answer),
        says: teller.says(question, &told.answer, told.possible),
        stands_for: u64::try_from(told.stands_for).unwrap_or(u64::MAX),
        pooled: pooled.collect(),
        answer,
        cells,
        summary,
        y: HEAD + at * ROW,
    }
}

/// A label that fits before the picture's columns.
pub(crate) fn shortened(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
    if plain.chars().count() <= 22 { plain } else { plain.chars().take(21).chain(['…']).collect() }
}
