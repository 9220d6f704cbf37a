//! Days of the meetings: in digits of any order, in words, by weekday, and counted from the beginning.
mod words;

use std::ops::RangeInclusive;

use super::fold::Script;
use super::language::Language;
use super::lexicon::months::{AHEAD, DAY, OF, OF_THE_MEETING, PAST, RELATIVE, WITHIN};
use super::phrases::Phrases;
use super::reading::Reading;
use super::tag::Tag;
use super::text::Word;
use super::wording;
use super::{Finding, Kind, Weight};
use jiff::civil::Date;
use std::sync::LazyLock;
use words::{month_at, number_at, number_before, weekday_at};

/// Units after which two numbers with a point are an amount.
const UNITS: &[&str] = &[
    "million",
    "billion",
    "per",
    "percent",
    "tonne",
    "ton",
    "metre",
    "meter",
    "euro",
    "dollar",
    "milliard",
    "pour",
    "процент",
    "млн",
    "млрд",
    "миллион",
    "миллиард",
    "тонн",
    "метр",
    "рубл",
    "مليون",
    "مليار",
    "في",
    "طن",
    "متر",
    "بالمءه",
    "a",
    "an",
    "after",
    "before",
];

/// Between the days of a range.
const TO: &[&str] = &["to", "through", "until", "au", "a", "до", "по", "الي", "حتي"];

/// Between single days.
const AND: &[&str] = &["and", "et", "и", "و", "or", "ou"];

/// Before two days, which makes them the ends of a range.
const FROM_TO: &[&str] = &["between", "entre", "между", "بين"];

/// Between a day and its month.
const BETWEEN: &[&str] =
    &["of", "de", "من", "th", "st", "nd", "rd", "er", "го", "ого", "е", "le", "شهر", "day", "числа"];

static COUNTED: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let mut phrases = Phrases::new();
    RELATIVE.iter().for_each(|phrase| phrases.add(phrase, ()));
    phrases
});

/// Finds days of the meetings.
pub(super) fn check(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    let dates = reading.known.scene.meetings.iter().flat_map(|meeting| meeting.dates.iter());
    let days: Vec<Date> = dates.filter_map(|day| day.whole()).collect();
    if days.is_empty() {
        return;
    }
    let mut add = |first: usize, last: usize| {
        let why = "This tells the day of the meeting.".to_owned();
        let suggestion = wording::date(reading.language);
        findings.push(reading.finding(reading.span(first, last), Kind::Date, Weight::Block, why, suggestion));
    };
    let mut index = 0;
    while index < reading.len() {
        let found = digits(reading, index, &days)
            .or_else(|| by_month(reading, index, &days))
            .or_else(|| by_weekday(reading, index, &days))
            .or_else(|| by_count(reading, index))
            .or_else(|| COUNTED.at(&reading.text.words, index).map(|(length, ())| (index, index + length - 1)).max());
        if let Some((first, last)) = found {
            add(first, last);
            index = last;
        }
        index += 1;
    }
}

/// What stands between a word and the one before.
fn gap<'a>(reading: &Reading<'a>, index: usize) -> &'a str {
    let words = &reading.text.words;
    let (Some(before), Some(word)) = (index.checked_sub(1).and_then(|at| words.get(at)), words.get(index)) else {
        return "";
    };
    reading.text.raw.get(before.span.end..word.span.start).unwrap_or_default()
}

fn is_separator(gap: &str) -> bool {
    matches!(gap.trim(), "." | "/" | "-" | "–" | "\u{2010}" | "\u{2011}" | "\u{2212}" | "٫" | "⁄" | "،" | ". ")
}

/// Dates in digits: two or three numbers between the same signs, in any order.
fn digits(reading: &Reading<'_>, index: usize, days: &[Date]) -> Option<(usize, usize)> {
    let number = |at: usize| reading.text.words.get(at).and_then(Word::number);
    let (one, two) = (number(index)?, number(index + 1)?);
    if !is_separator(gap(reading, index + 1))
        || (index > 0 && is_separator(gap(reading, index)) && number(index - 1).is_some())
    {
        return None;
    }
    if let Some(three) = number(index + 2).filter(|_| is_separator(gap(reading, index + 2))) {
        let meets = |day: &Date| {
            let (d, m, y) = (part(day.day()), part(day.month()), u32::try_from(day.year()).unwrap_or(0));
            let year = |value: u32| value == y || value == y % 100;
            let pair = |a: u32, b: u32| (a == d && b == m) || (a == m && b == d);
            (year(three) && pair(one, two)) || (year(one) && pair(two, three)) || (year(two) && pair(one, three))
        };
        return days.iter().any(meets).then_some((index, index + 2));
    }
    let separator = gap(reading, index + 1).trim();
    let second = reading.text.words.get(index + 1)?;
    // "14.5" is an amount; "14.05" may be a day, unless a unit follows.
    let dated = separator == "/" || second.form.len() == 2;
    let percent =
        reading.text.raw.get(second.span.end..).is_some_and(|rest| rest.trim_start().starts_with(['%', '٪', '€', '$']));
    let unit = reading.text.words.get(index + 2).is_some_and(|word| word.bases().any(|base| UNITS.contains(&base)));
    let meets = |day: &Date| {
        let (d, m) = (part(day.day()), part(day.month()));
        (one == d && two == m) || (one == m && two == d)
    };
    (dated && separator != "-" && !percent && !unit && days.iter().any(meets)).then_some((index, index + 1))
}

fn among(reading: &Reading<'_>, index: Option<usize>, list: &[&str]) -> bool {
    index.and_then(|at| reading.text.words.get(at)).is_some_and(|word| word.bases().any(|base| list.contains(&base)))
}

/// Dates with the name of a month at this word.
fn by_month(reading: &Reading<'_>, index: usize, days: &[Date]) -> Option<(usize, usize)> {
    let (length, month) = month_at(reading, index)?;
    let mut last = index + length - 1;
    let (mut first, mut numbers) = (index, Vec::new());
    let mut before = index;
    while before > 0 && index - before < 2 && reading.text.words.get(before - 1).is_some_and(|word| word.among(BETWEEN))
    {
        before -= 1;
    }
    if let Some((start, range)) = days_before(reading, before) {
        first = start;
        numbers.extend(range);
    }
    let mut next = last + 1;
    if numbers.is_empty()
        && let Some((length, day)) = number_at(reading, next)
        && day <= 31
        && !gap(reading, next).contains('.')
    {
        last = next + length - 1;
        numbers.push(day);
        next = last + 1;
        while reading.text.words.get(next).is_some_and(|word| word.among(BETWEEN)) {
            next += 1;
        }
        let dash = matches!(gap(reading, next).trim(), "-" | "–" | "—");
        if let Some((length, until)) =
            number_at(reading, if dash { next } else { next + 1 }).filter(|(_, until)| *until <= 31)
            && (dash || among(reading, Some(next), TO) || among(reading, Some(next), AND))
        {
            numbers.extend(day..=until);
            last = if dash { next + length - 1 } else { next + length };
            next = last + 1;
        }
    }
    let mut year_at = next;
    while reading.text.words.get(year_at).is_some_and(|word| word.among(&["of", "de", "عام", "سنه", "من"])) {
        year_at += 1;
    }
    let year = reading
        .text
        .words
        .get(year_at)
        .filter(|_| !reading.opens(year_at))
        .and_then(Word::number)
        .filter(|year| *year > 999);
    if year.is_some() {
        last = year_at;
    }
    let in_year = |day: &Date| year.is_none_or(|year| i64::from(year) == i64::from(day.year()));
    if !numbers.is_empty() {
        let meets =
            |day: &&Date| part(day.month()) == u32::from(month) && numbers.contains(&part(day.day())) && in_year(day);
        return days.iter().any(|day| meets(&day)).then_some((first, last));
    }
    let word = reading.text.words.get(index)?;
    let spoken = year.is_some() || word.upper || !word.among(&["may", "march", "august"]);
    let before = index.checked_sub(1);
    let ahead = among(reading, before, AHEAD)
        || among(reading, index.checked_sub(2), &["by", "until", "avant", "ici", "до", "к"]);
    let within = year.is_some()
        || among(reading, before, WITHIN)
        || among(reading, before, PAST)
        || among(reading, Some(last + 1), PAST);
    let meets = days.iter().any(|day| part(day.month()) == u32::from(month) && in_year(day));
    (spoken && within && !ahead && meets)
        .then_some((before.filter(|_| among(reading, before, WITHIN)).unwrap_or(index), last))
}

/// The days that end before a word: one, two with "and", or all of a range.
fn days_before(reading: &Reading<'_>, end: usize) -> Option<(usize, Vec<u32>)> {
    let (start, day) = number_before(reading, end)?;
    let dash = matches!(gap(reading, start).trim(), "-" | "–" | "—");
    let mut articled = start;
    while articled > 0 && reading.text.words.get(articled - 1).is_some_and(|word| word.among(&["le", "the", "de"])) {
        articled -= 1;
    }
    let word = articled.checked_sub(1);
    let mut before_end = if dash { start } else { word.unwrap_or(start) };
    while before_end > 0 && reading.text.words.get(before_end - 1).is_some_and(|word| word.among(BETWEEN)) {
        before_end -= 1;
    }
    let from = number_before(reading, before_end).filter(|(_, from)| *from < day && day <= 31);
    match from {
        Some((start, from)) if dash || among(reading, word, TO) => Some((start, range(from..=day))),
        Some((start, from)) if among(reading, start.checked_sub(1), FROM_TO) => Some((start, range(from..=day))),
        Some((start, from)) if among(reading, start.checked_sub(2), FROM_TO) => Some((start, range(from..=day))),
        Some((start, from)) if among(reading, word, AND) => Some((start, vec![from, day])),
        _ => Some((start, vec![day])),
    }
}

fn range(days: RangeInclusive<u32>) -> Vec<u32> {
    days.collect()
}

/// "Last Tuesday".
fn by_weekday(reading: &Reading<'_>, index: usize, days: &[Date]) -> Option<(usize, usize)> {
    let weekday = weekday_at(reading, index)?;
    let (before, after) = (index.checked_sub(1), Some(index + 1));
    let gone = ["last", "past", "прошл", "минувш", "истекш", "ماضي", "منصرم", "dernier", "derniere", "passe"];
    let said = reading.text.words.get(index).is_some_and(|word| !word.form.starts_with("сред") || word.is("среду"));
    let near =
        if said { among(reading, before, PAST) || among(reading, after, PAST) } else { among(reading, before, &gone) };
    // In Arabic, Sunday is also "one of" and Monday also "two".
    let arabic = reading.text.words.get(index).is_some_and(|word| word.script == Script::Arabic);
    let clear = !arabic || among(reading, before, &["يوم"]) || among(reading, after, &["ماضي", "منصرم"]);
    let ahead = among(reading, before, AHEAD) || among(reading, after, AHEAD);
    let first = if among(reading, before, PAST) { index - 1 } else { index };
    let last = if among(reading, after, PAST) && !reading.pauses(index + 1) { index + 1 } else { index };
    (near
        && clear
        && !ahead
        && days.iter().any(|day| part(day.weekday().to_monday_zero_offset()) == u32::from(weekday)))
    .then_some((first, last))
}

/// "On the second day", of the talks or of nothing else.
fn by_count(reading: &Reading<'_>, index: usize) -> Option<(usize, usize)> {
    let most = reading.known.scene.meetings.iter().map(|meeting| meeting.dates.len()).max().unwrap_or(0);
    if most < 2 {
        return None;
    }
    let is_day = |at: usize| among(reading, Some(at), DAY);
    let last_of =
        |at: usize| reading.text.words.get(at).is_some_and(|word| word.among(&["final", "opening", "closing"]));
    let counted = |at: usize| number_at(reading, at).filter(|(_, n)| usize::try_from(*n).is_ok_and(|n| n <= most));
    let (first, last) = if let Some((length, _)) = counted(index).filter(|(length, _)| is_day(index + length)) {
        (index, index + length)
    } else if last_of(index) && is_day(index + 1) {
        (index, index + 1)
    } else if is_day(index) && !reading.pauses(index + 1) {
        (index, index + counted(index + 1)?.0)
    } else {
        return None;
    };
    let ordinal = reading
        .text
        .words
        .get(index)
        .is_some_and(|word| word.script == Script::Latin && !is_day(index) && word.script != Script::Digits);
    if ordinal
        && reading.language == Language::English
        && !among(reading, index.checked_sub(1), &["the", "on", "their", "our"])
    {
        return None;
    }
    let next = last + 1;
    if reading.pauses(next) {
        return Some((first, last));
    }
    let of_the_meeting = |at: usize| among(reading, Some(at), OF_THE_MEETING);
    if among(reading, Some(next), OF) {
        return (next + 1..=next + 3).any(of_the_meeting).then_some((first, last));
    }
    if reading.language != Language::Russian {
        return Some((first, last));
    }
    // A noun in the genitive says of what the day is, unless it is somebody who spoke on it.
    let spoke = reading.described(next).is_some() || reading.is(next, Tag::Speech);
    (of_the_meeting(next) || spoke).then_some((first, last))
}

/// A part of a date, which is never below 0.
fn part(part: i8) -> u32 {
    u32::try_from(part).unwrap_or(0)
}
