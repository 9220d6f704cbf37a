//! Numbers, months and weekdays at a word.
use std::sync::LazyLock;

use super::super::fold::{Script, fold};
use super::super::lexicon::months::{MONTHS, NUMBERS, WEEKDAYS};
use super::super::phrases::Phrases;
use super::super::reading::Reading;
use super::super::text::Word;

static MONTH_NAMES: LazyLock<Phrases<usize>> = LazyLock::new(|| listed(&MONTHS));
static WEEKDAY_NAMES: LazyLock<Phrases<usize>> = LazyLock::new(|| listed(&WEEKDAYS));
static NUMBER_NAMES: LazyLock<Phrases<usize>> = LazyLock::new(|| listed(&NUMBERS));

fn listed(names: &[&str]) -> Phrases<usize> {
    let mut phrases = Phrases::new();
    for (at, words) in names.iter().enumerate() {
        words.split_whitespace().for_each(|word| phrases.add(&word.replace('_', " "), at));
    }
    phrases
}

/// Latin names stand as they are listed: "marches" is no month.
fn exact(reading: &Reading<'_>, index: usize, names: &[&str], at: usize) -> bool {
    reading.text.words.get(index).is_some_and(|word| {
        word.script != Script::Latin
            || names.get(at).is_some_and(|names| names.split_whitespace().any(|name| word.is(&fold(name))))
    })
}

/// The month named at a word: how many words, and which, 1 to 12.
pub(super) fn month_at(reading: &Reading<'_>, index: usize) -> Option<(usize, u8)> {
    let found = MONTH_NAMES.at(&reading.text.words, index).filter(|(_, month)| exact(reading, index, &MONTHS, *month));
    let (length, month) = found.max_by_key(|(length, _)| *length)?;
    Some((length, u8::try_from(month + 1).ok()?))
}

/// The weekday named at a word, Monday 0.
pub(super) fn weekday_at(reading: &Reading<'_>, index: usize) -> Option<u8> {
    let mut found =
        WEEKDAY_NAMES.at(&reading.text.words, index).filter(|(_, day)| exact(reading, index, &WEEKDAYS, *day));
    let (_, day) = found.next()?;
    let among = reading.text.words.get(index).is_some_and(|word| word.among(&["среди", "средств", "средства"]));
    if among { None } else { u8::try_from(day).ok() }
}

/// The number that begins at a word, in digits or words: how many words, and its value.
pub(super) fn number_at(reading: &Reading<'_>, index: usize) -> Option<(usize, u32)> {
    if let Some(number) = reading.text.words.get(index).and_then(Word::number) {
        let ending = reading
            .text
            .words
            .get(index + 1)
            .is_some_and(|word| word.among(&["st", "nd", "rd", "th", "er", "го", "е"]));
        return Some((if ending { 2 } else { 1 }, number));
    }
    let (length, at) = NUMBER_NAMES.at(&reading.text.words, index).max_by_key(|(length, _)| *length)?;
    Some((length, u32::try_from(at + 1).ok()?))
}

/// The number that ends just before a word: where it begins, and its value.
pub(super) fn number_before(reading: &Reading<'_>, end: usize) -> Option<(usize, u32)> {
    (1..=4).rev().filter_map(|back| end.checked_sub(back)).find_map(|start| {
        let (length, number) = number_at(reading, start)?;
        (start + length == end).then_some((start, number))
    })
}
