//! Pronouns and verb forms that tell a speaker's gender where few are of it.
use super::language::Language;
use super::reading::Reading;
use super::tag::{Tag, Traits};
use super::wording;
use super::{Finding, Kind, Weight};
use crate::charter::Attribution;

/// How far a verb may stand from its pronoun, in words.
const NEAR: usize = 3;

/// Finds gendered pronouns and verb forms whose person may be in the room.
pub(super) fn check(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    let narrow = |gender: Traits| {
        let fit = reading.known.fit(gender, &[]);
        match reading.known.scene.rule {
            Attribution::DeepBackground | Attribution::OffRecord => reading.known.protects(&fit),
            _ => reading.known.is_narrow(&fit),
        }
    };
    let (women, men) = (narrow(Traits::WOMAN), narrow(Traits::MAN));
    for index in 0..reading.len() {
        let pronoun = (women && reading.is(index, Tag::She)) || (men && reading.is(index, Tag::He));
        let points = (pronoun && is_personal(reading, index) && !is_either(reading, index))
            || (women && reading.is(index, Tag::SheSaid) && has_no_other_subject(reading, index));
        if points && antecedent(reading, index) != Some(Person::Outside) {
            let why = "Fewer people of this gender were present than the least group.".to_owned();
            let suggestion = wording::neutral(reading.language);
            findings.push(reading.finding(reading.span(index, index), Kind::Gender, Weight::Block, why, suggestion));
        }
    }
}

/// Where a person belongs whom a pronoun may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Person {
    Present,
    Outside,
}

/// Whether a pronoun is a person's: always in English; elsewhere things have gender too, and a verb of saying decides.
fn is_personal(reading: &Reading<'_>, index: usize) -> bool {
    let speaks = |at: usize| reading.is(at, Tag::Speech) || reading.is(at, Tag::SheSaid);
    let after = (index + 1..=index + NEAR).take_while(|at| !reading.pauses(*at)).any(speaks);
    let before = !reading.pauses(index) && index.checked_sub(1).is_some_and(speaks);
    match reading.language {
        Language::English => true,
        Language::French => {
            let passive =
                (index + 1..=index + NEAR).any(|at| reading.text.words.get(at).is_some_and(|word| word.is("ete")));
            // "A-t-elle souligné", "dit-elle".
            let turned = reading.text.words.get(index).is_some_and(|word| word.hyphen) && (before || after);
            (after || before || turned)
                && !passive
                && !reading.says(index, &["il", "est"])
                && !a_thing_before(reading, index)
        }
        Language::Russian | Language::Arabic => (after || before) && !a_thing_before(reading, index),
    }
}

/// "He or she", "his or her".
fn is_either(reading: &Reading<'_>, index: usize) -> bool {
    let gendered = |at: usize| reading.is(at, Tag::She) || reading.is(at, Tag::He);
    let joined = |or: usize, other: usize| reading.is(or, Tag::Or) && gendered(other);
    joined(index + 1, index + 2) || (index >= 2 && joined(index - 1, index - 2))
}

/// Whether the nearest noun before could be what a pronoun means, and is no person.
fn a_thing_before(reading: &Reading<'_>, index: usize) -> bool {
    let from = reading.sentence(reading.sentence(index).saturating_sub(1));
    for at in (from..index).rev() {
        let person = reading.described(at).is_some();
        if reading.is(at, Tag::Thing) {
            return true;
        }
        if person {
            return false;
        }
        // "La clause": a feminine article before what is no person.
        let article = at.checked_sub(1).and_then(|article| reading.text.words.get(article));
        if reading.language == Language::French
            && article.is_some_and(|word| word.among(&["la", "une", "cette"]))
            && !reading.is_covered(at)
            && !reading.is(at, Tag::Stranger)
        {
            return true;
        }
    }
    false
}

/// Whether a verb in the feminine has nothing in its clause that could be its subject but a person present.
fn has_no_other_subject(reading: &Reading<'_>, index: usize) -> bool {
    let sentence = reading.sentence(index);
    let start = (sentence..=index).rev().find(|at| reading.pauses(*at)).unwrap_or(sentence);
    let head = |at: usize| reading.described(at);
    if reading.language == Language::Arabic {
        let Some(next) = reading.text.words.get(index + 1).filter(|next| !next.pause) else { return true };
        if let Some(person) = head(index + 1) {
            return person.traits.has(Traits::WOMAN);
        }
        let particle = next.among(&["ان", "انها", "انه", "بان", "الي", "علي", "في", "عن", "من", "ذلك", "هذا"]);
        let named_before = (start..index).any(|at| {
            reading.text.words.get(at).is_some_and(|word| word.form.ends_with('ه') || word.form.ends_with("ات"))
                && head(at).is_none_or(|found| !found.traits.has(Traits::WOMAN))
        });
        return particle && !named_before;
    }
    // A noun in the nominative feminine before or after the verb is its subject: "комиссия предложила".
    let subject = |at: usize| {
        reading.is(at, Tag::Thing)
            || reading.text.words.get(at).is_some_and(|word| {
                let ends = ["а", "я", "ость", "сть", "ь"].iter().any(|end| word.form.ends_with(end));
                ends && word.form.chars().count() > 3 && head(at).is_none() && !reading.is(at, Tag::SheSaid)
            })
    };
    let near_before =
        (index.saturating_sub(NEAR).max(start)..index).rev().find(|at| head(*at).is_some() || subject(*at));
    if let Some(at) = near_before {
        return head(at).is_some_and(|found| !reading.is(at, Tag::Thing) && found.traits.has(Traits::WOMAN));
    }
    let after =
        (index + 1..=index + 2).take_while(|at| !reading.pauses(*at)).find(|at| head(*at).is_some() || subject(*at));
    after.is_none_or(|at| head(at).is_some_and(|found| !reading.is(at, Tag::Thing) && found.traits.has(Traits::WOMAN)))
}

/// Whom a pronoun means: the first person of its sentence before it, or else of the sentence before.
fn antecedent(reading: &Reading<'_>, index: usize) -> Option<Person> {
    let here = reading.sentence(index);
    let first = |from: usize, to: usize| {
        (from..to).find_map(|at| {
            if let Some(found) = reading.described(at) {
                return Some(if reading.known.protects(&found.fit) { Person::Present } else { Person::Outside });
            }
            reading.is(at, Tag::Stranger).then_some(Person::Outside)
        })
    };
    first(here, index).or_else(|| here.checked_sub(1).and_then(|last| first(reading.sentence(last), here)))
}
