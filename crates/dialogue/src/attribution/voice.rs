//! A speaker's own voice left standing in a readout: "our side", "we in …", "your sanctions".
use std::sync::LazyLock;

use super::language::Language;
use super::lexicon::AT_HOME;
use super::phrases::Phrases;
use super::reading::Reading;
use super::tag::{Tag, Traits};
use super::wording;
use super::{Finding, Kind, Weight};

static HOME: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let mut phrases = Phrases::new();
    AT_HOME.iter().for_each(|phrase| phrases.add(phrase, ()));
    phrases
});

/// Finds a voice that gives its side away.
pub(super) fn check(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    for index in 0..reading.len() {
        if let Some(last) = own(reading, index).or_else(|| placed(reading, index)).or_else(|| at_home(reading, index)) {
            let why = "A speaker's own voice tells the side.".to_owned();
            let suggestion = wording::voice(reading.language);
            findings.push(reading.finding(reading.span(index, last), Kind::Voice, Weight::Block, why, suggestion));
        }
        if let Some(last) = tongue(reading, index) {
            let why = "The language that somebody spoke tells the side.".to_owned();
            let suggestion = wording::voice(reading.language);
            findings.push(reading.finding(reading.span(index, last), Kind::Side, Weight::Block, why, suggestion));
        }
    }
}

/// "My government", "your own foreign minister", حكومتنا; not "our two countries".
fn own(reading: &Reading<'_>, index: usize) -> Option<usize> {
    if written_on(reading, index) {
        return Some(index);
    }
    if !reading.is(index, Tag::Mine) {
        return None;
    }
    let shared = reading.text.words.get(index).is_some_and(|word| word.among(&["our", "nos", "your", "vos"]));
    for at in index + 1..=index + 3 {
        if reading.pauses(at) {
            return None;
        }
        let several = reading.is(at, Tag::Several);
        if several && (shared || !reading.is(at, Tag::Owned)) {
            return None;
        }
        let owned = reading.is(at, Tag::Owned);
        let goes_on = reading.is(at + 1, Tag::Owned) && !reading.pauses(at + 1);
        if owned && !goes_on {
            return Some(at);
        }
        let between = reading.tags(at).iter().any(|tag| matches!(tag, Tag::Kind(_) | Tag::Plain | Tag::Owned))
            || !reading.lands(at).is_empty()
            || reading
                .text
                .words
                .get(at)
                .is_some_and(|word| word.among(&["own", "propre", "собственн", "собственныи", "собственная"]));
        if !between {
            return None;
        }
    }
    None
}

/// The Arabic endings -نا, -كم on what a side has, under any prefix.
fn written_on(reading: &Reading<'_>, index: usize) -> bool {
    reading.is(index, Tag::MineOwned)
        && reading
            .text
            .words
            .get(index)
            .is_some_and(|word| ["نا", "كم", "تي", "دي", "ري", "ادي"].iter().any(|end| word.form.ends_with(end)))
}

/// "We in Moscow", "nous, à Washington", "we Americans".
fn placed(reading: &Reading<'_>, index: usize) -> Option<usize> {
    if !reading.is(index, Tag::We) {
        return None;
    }
    let next = index + 1;
    let comma = |at: usize| reading.text.words.get(at).is_some() && !reading.opens(at);
    if reading.is(next, Tag::At) && comma(next) {
        let named = (next + 1..=next + 2).find(|at| !reading.lands(*at).is_empty() && !reading.pauses(*at))?;
        return Some(named);
    }
    let other = reading.text.words.get(next).is_some_and(|word| word.among(&["autres", "the", "all"]));
    let at = if other { next + 1 } else { next };
    let folk =
        reading.lands(at).iter().any(|land| land.folk && !reading.known.fit(Traits::NONE, &[land.id]).is_empty());
    let glued = !reading.pauses(at) || reading.language != Language::English;
    (folk && comma(at) && glued && is_plural_people(reading, at)).then_some(at)
}

/// "We Americans", not "we American taxes": nothing follows that an adjective could belong to.
fn is_plural_people(reading: &Reading<'_>, at: usize) -> bool {
    let Some(word) = reading.text.words.get(at) else { return false };
    match reading.language {
        Language::English => word.upper && word.form.ends_with('s'),
        Language::French => word.upper || word.form.ends_with('s'),
        Language::Russian | Language::Arabic => true,
    }
}

fn at_home(reading: &Reading<'_>, index: usize) -> Option<usize> {
    HOME.at(&reading.text.words, index).map(|(length, ())| index + length - 1).max()
}

/// "Speaking in Russian", "сказал по-русски".
fn tongue(reading: &Reading<'_>, index: usize) -> Option<usize> {
    if !reading.is(index, Tag::Speaking) {
        return None;
    }
    let near = index + 1..=index + 3;
    near.take_while(|at| !reading.pauses(*at)).find(|at| {
        let folk = reading
            .lands(*at)
            .iter()
            .any(|land| land.folk && reading.known.protects(&reading.known.fit(Traits::NONE, &[land.id])));
        let into = at
            .checked_sub(1)
            .and_then(|before| reading.text.words.get(before))
            .is_some_and(|word| word.among(&["in", "en", "по", "на"]))
            || reading.text.words.get(*at).is_some_and(|word| word.form.starts_with("بال"));
        let ends = reading.pauses(at + 1)
            || reading.tags(at + 1).iter().any(|tag| *tag != Tag::Owned)
            || reading.language != Language::English;
        folk && into && ends
    })
}
