//! Endings and prefixes: what of a word could be the word that a list holds.
use std::ops::Range;

use super::fold::{Script, fold, script_of};

/// Russian endings of nouns, names and adjectives, folded (й is и, ё is е); Ukrainian і beside them.
const CYRILLIC: &[&str] = &[
    "а", "у", "е", "и", "ы", "о", "я", "ю", "ь", "і", "ои", "еи", "ии", "ыи", "ом", "ем", "ым", "им", "ою", "ею", "ов",
    "ев", "ам", "ям", "ах", "ях", "ых", "их", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие", "ия", "ию", "ою", "ові",
    "еві", "ами", "ями", "ыми", "ими", "ого", "его", "ому", "ему", "иях", "иям",
];

/// English and French plurals and feminines.
const LATIN: &[&str] = &["s", "es", "e", "x"];

/// Arabic conjunctions, prepositions and the article, as they are written onto a word.
const BEFORE: &[&str] = &[
    "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وبال", "وب", "ول", "وك", "فب",
    "فل",
];

/// Arabic endings of number, gender and possession, folded (ة is ه).
const AFTER: &[&str] =
    &["", "ا", "ه", "ها", "هم", "هن", "نا", "كم", "ون", "ين", "ان", "ات", "تان", "تين", "يه", "يا", "وا"];

/// The parts of a folded word that could be its dictionary form or stem; the whole word first.
pub(super) fn bases(form: &str, script: Script) -> Vec<Range<usize>> {
    let whole = 0..form.len();
    let mut found = vec![whole.clone()];
    match script {
        Script::Latin => {
            found
                .extend(LATIN.iter().filter(|end| form.len() > end.len() + 2).filter_map(|end| without(form, "", end)));
        }
        Script::Cyrillic => {
            found.extend(CYRILLIC.iter().filter_map(|end| without(form, "", end)).filter(|range| range.end >= 4));
        }
        Script::Arabic => {
            for before in BEFORE.iter().filter(|before| form.starts_with(**before)) {
                found.extend(AFTER.iter().filter_map(|after| without(form, before, after)).filter(|range| {
                    *range != whole && range.len() >= 4 // two letters
                }));
            }
        }
        Script::Digits | Script::Other => {}
    }
    found
}

fn without(form: &str, before: &str, after: &str) -> Option<Range<usize>> {
    let rest = form.strip_prefix(before)?.strip_suffix(after)?;
    Some(before.len()..before.len() + rest.len())
}

/// The stems under which a dictionary form or name is listed, so that [`bases`] of its inflected forms meet them.
pub(super) fn stems(word: &str) -> Vec<String> {
    let folded = fold(word);
    let script = folded.chars().map(script_of).find(|script| *script != Script::Other).unwrap_or(Script::Other);
    let mut found = vec![folded.clone()];
    let mut cut = |ends: &[&str]| {
        for end in ends {
            if let Some(stem) = folded.strip_suffix(end)
                && stem.chars().count() >= 2
            {
                found.push(stem.to_owned());
            }
        }
    };
    match script {
        Script::Cyrillic => {
            cut(&["ыи", "ии", "ои", "ая", "яя", "а", "я", "ь", "о", "и", "і"]);
            // A vowel that falls out: Павел, Павла; Лебедь keeps its own.
            let letters: Vec<char> = folded.chars().collect();
            if let [head @ .., vowel @ ('е' | 'о'), last] = letters.as_slice()
                && head.len() >= 2
                && !matches!(last, 'в' | 'н' | 'и' | 'а' | 'о' | 'е')
                && matches!(vowel, 'е' | 'о')
            {
                found.push(head.iter().chain([last]).collect());
            }
        }
        Script::Arabic => {
            if let Some(rest) = folded.strip_prefix("ال")
                && rest.chars().count() >= 2
            {
                found.push(rest.to_owned());
            }
        }
        Script::Latin | Script::Digits | Script::Other => {}
    }
    found.sort();
    found.dedup();
    found
}
