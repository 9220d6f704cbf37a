//! A document as the values that the template reads. Texts are strings here, and stay strings.
use typst::foundations::{Array, Datetime, Dict, IntoValue, Value, dict};

use crate::lines::{self, Line};
use crate::{Block, Document, Error, Language, Rule, Table, Text};

/// Letters of a word after which a line may break where the word is too long for it.
const LONGEST_UNBROKEN: usize = 24;
/// ZERO WIDTH SPACE: where a line may break.
const BREAK: char = '\u{200b}';

/// Everything the template reads as `sys.inputs`.
pub(super) fn inputs(document: &Document) -> Result<Dict, Error> {
    let dated = document.dated;
    let date = u8::try_from(dated.month())
        .ok()
        .zip(u8::try_from(dated.day()).ok())
        .and_then(|(month, day)| Datetime::from_ymd(dated.year().into(), month, day));
    let date = date.ok_or_else(|| Error::Writer { format: "PDF", reason: "no such day".to_owned() })?;
    let words = &document.page_numbers;
    let around = [&words.before, &words.between, &words.after].map(|words| lines::plain(&words.as_str().into()));
    Ok(dict! {
        "name" => lines::plain(&document.title),
        "title" => line(&document.title),
        "language" => language(&document.language),
        "rtl" => document.language.is_right_to_left(),
        "date" => date,
        "banner" => document.banner.as_ref().map(line).unwrap_or_default(),
        "rule" => document.rule.as_ref().map_or(Value::None, |told| rule(told).into_value()),
        "reservation" => line(&document.without_prejudice),
        "place" => text(&document.date_line),
        "footer" => line(&document.footer),
        "numbers" => around.map(IntoValue::into_value).into_iter().collect::<Array>(),
        "sections" => document.sections.iter().map(|section| dict! {
            "heading" => line(&section.heading),
            "blocks" => section.blocks.iter().map(|told| block(told).into_value()).collect::<Array>(),
        }.into_value()).collect::<Array>(),
    })
}

fn language(language: &Language) -> Dict {
    dict! {
        "lang" => language.language(),
        "script" => language.script().map(str::to_ascii_lowercase),
        "region" => language.country(),
    }
}

fn rule(rule: &Rule) -> Dict {
    let rung = |(number, rung): (usize, &Text)| {
        dict! { "text" => line(rung), "applies" => number == rule.applies }.into_value()
    };
    dict! {
        "label" => line(&rule.label),
        "ladder" => rule.ladder.iter().enumerate().map(rung).collect::<Array>(),
        "meaning" => line(&rule.meaning),
    }
}

fn block(block: &Block) -> Dict {
    match block {
        Block::Paragraph(told) => dict! { "kind" => "paragraph", "text" => text(told) },
        Block::Bullets(items) => {
            let items = items.iter().map(text).filter(|item| !item.is_empty());
            dict! { "kind" => "bullets", "items" => items.map(IntoValue::into_value).collect::<Array>() }
        }
        Block::Quote { text: told, source } => {
            dict! { "kind" => "quote", "text" => text(told), "source" => line(source) }
        }
        Block::Table(Table { head, rows }) => {
            let texts = |texts: &[Text]| texts.iter().map(|told| text(told).into_value()).collect::<Array>();
            dict! {
                "kind" => "table",
                "widths" => widths(head, rows),
                "head" => texts(head),
                "rows" => rows.iter().map(|row| texts(row).into_value()).collect::<Array>(),
            }
        }
    }
}

/// How wide the columns are, each as a share: as its longest word asks, and its longest text in moderation.
fn widths(head: &[Text], rows: &[Vec<Text>]) -> Array {
    let share = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(head.get(column));
        let longest = cells.map(lines::plain).fold((4, 0), |(word, text), cell| {
            let longest = cell.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            (word.max(longest.min(LONGEST_UNBROKEN)), text.max(cell.chars().count()))
        });
        let (word, text) = longest;
        i64::try_from((2 * word).max(text.min(60))).unwrap_or(1).into_value()
    };
    (0..head.len()).map(share).collect()
}

/// A text as lines of pieces.
fn text(text: &Text) -> Array {
    lines::lines(text).iter().map(|line| pieces(line).into_value()).collect()
}

/// A text as pieces of one line.
fn line(text: &Text) -> Array {
    pieces(&lines::one_line(text))
}

fn pieces(line: &Line) -> Array {
    let piece = |piece: &lines::Piece| {
        // A date or a reference that fits a line stays on one.
        let whole = piece.isolate && piece.text.chars().count() < LONGEST_UNBROKEN && !piece.text.contains(' ');
        dict! { "text" => breakable(&piece.marked()), "strong" => piece.strong, "whole" => whole }.into_value()
    };
    line.iter().map(piece).collect()
}

/// Lets lines break in words that are too long for one: a hash, an address. Nothing may run off the page.
fn breakable(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut unbroken = 0;
    for character in text.chars() {
        if unbroken >= LONGEST_UNBROKEN && character.is_alphanumeric() {
            broken.push(BREAK);
            unbroken = 0;
        }
        unbroken = if character.is_whitespace() { 0 } else { unbroken + 1 };
        broken.push(character);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_in_long_words_alone() {
        assert_eq!(breakable("Verfahrensordnung für alle"), "Verfahrensordnung für alle");
        let hash = "0123456789abcdef".repeat(4);
        let broken = breakable(&hash);
        assert_eq!(broken.replace(BREAK, ""), hash);
        assert_eq!(broken.split(BREAK).map(str::len).max(), Some(LONGEST_UNBROKEN));
    }
}
