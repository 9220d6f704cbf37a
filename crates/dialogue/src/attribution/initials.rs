//! Initials: the first letters of a name, with full stops, alone or after a title.
use super::names::is_titled;
use super::reading::Reading;
use super::tag::Tag;
use super::text::{Text, Word};
use super::wording;
use super::{Finding, Kind, Weight};

/// Abbreviations that are no person's.
const NOT_A_PERSON: &[&str] =
    &["us", "un", "eu", "uk", "am", "pm", "dc", "eg", "ie", "рф", "сша", "оон", "ес", "ue", "تم", "صب"];

/// Finds initials.
pub(super) fn check(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    let words = &reading.text.words;
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let at = index;
        index += 1;
        if !is_initial(word) || (is_title(reading, at) && words.get(at + 1).is_some_and(is_initial)) {
            continue;
        }
        let mut last = at;
        while words.get(last + 1).is_some_and(is_initial) && near(words, last) {
            last += 1;
        }
        let run: String = words.get(at..=last).unwrap_or_default().iter().map(|word| word.form.as_str()).collect();
        let titled = is_titled(reading, at);
        let meets = |seat: usize| {
            reading.known.protects(&[seat])
                && names(reading, seat)
                    .any(|name| if last > at { is_short_for(&run, &name) } else { titled && name.contains(&run) })
        };
        if !NOT_A_PERSON.contains(&run.as_str()) && (0..reading.known.people.len()).any(meets) {
            let first = if titled { at - 1 } else { at };
            let why = "These are the first letters of a protected name.".to_owned();
            let suggestion = wording::somebody(reading.language, false);
            findings.push(reading.finding(reading.span(first, last), Kind::Initials, Weight::Block, why, suggestion));
        }
        index = last + 1;
    }
}

/// A single letter with a full stop after it, a capital where there are any.
fn is_initial(word: &Word) -> bool {
    word.is_letter() && word.stop && (word.upper || word.script == super::fold::Script::Arabic)
}

/// Whether the letter is itself a title: "M. B."
fn is_title(reading: &Reading<'_>, index: usize) -> bool {
    reading.is(index, Tag::Honorific)
        && reading.text.words.get(index + 1).is_some_and(is_initial)
        && !reading
            .text
            .words
            .get(index + 2)
            .is_some_and(|word| is_initial(word) && near(&reading.text.words, index + 1))
}

fn near(words: &[Word], index: usize) -> bool {
    let (Some(word), Some(next)) = (words.get(index), words.get(index + 1)) else { return false };
    next.span.start.saturating_sub(word.span.end) <= 3
}

/// The first letters of a seat's names, each in order.
fn names<'a>(reading: &'a Reading<'_>, seat: usize) -> impl Iterator<Item = String> + 'a {
    let names = reading.known.scene.seats.get(seat).map_or(&[][..], |seat| seat.names.as_slice());
    names.iter().map(|name| {
        let text = Text::new(name);
        let words = text.words.iter().filter(|word| !word.among(&["al", "el", "аль", "эль", "ال", "de", "von", "van"]));
        words
            .filter_map(|word| {
                let form = word.form.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(&word.form);
                form.chars().next()
            })
            .collect()
    })
}

/// Whether letters are a name's: all of them, the first and last, or with the surname first.
fn is_short_for(run: &str, name: &str) -> bool {
    let run: Vec<char> = run.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
    let mut turned = vec![*last];
    turned.extend(name.iter().take(name.len() - 1));
    name.len() >= 2 && (run == name || run == [*first, *last] || run == [*last, *first] || run == turned)
}
