//! Names: given names, patronymics and surnames, in their cases, spellings and scripts.
use super::fold::{Script, fold, script_of};
use super::known::Known;
use super::reading::Reading;
use super::scene::Seat;
use super::skeleton::{consonants, skeleton};
use super::stems::stems;
use super::tag::Tag;
use super::text::{Text, Word};
use super::wording;
use super::{Finding, Kind, Weight};

/// A part of a seat's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Whose.
    pub(super) seat: usize,
    /// How much it can be trusted to be a name.
    pub(super) trust: Trust,
}

/// How much a word can be trusted to be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// So common a word that it needs a title or another name beside it.
    Least,
    /// Also a word; needs a capital, and more than that where a sentence begins.
    Some,
    /// A name.
    Full,
}

/// Small words within names.
const PARTICLES: &[&str] = &[
    "al", "el", "ad", "ar", "as", "ash", "bin", "ibn", "ben", "de", "du", "da", "di", "la", "le", "von", "van", "der",
    "abu", "abou", "аль", "эль", "ибн", "бен", "бин", "ال", "ابن", "بن", "بنت", "ابو", "ام", "عبد",
];

/// Names that are words as well.
const ALSO_WORDS: &[&str] = &[
    "grace",
    "hope",
    "mark",
    "will",
    "may",
    "june",
    "april",
    "rose",
    "dawn",
    "frank",
    "grant",
    "hale",
    "king",
    "baker",
    "wolf",
    "brown",
    "green",
    "black",
    "white",
    "young",
    "stone",
    "fields",
    "church",
    "noble",
    "price",
    "page",
    "banks",
    "rich",
    "bell",
    "case",
    "cook",
    "day",
    "long",
    "short",
    "small",
    "wood",
    "west",
    "north",
    "hall",
    "hill",
    "lake",
    "rivers",
    "waters",
    "strong",
    "carver",
    "bond",
    "claire",
    "pierre",
    "fontaine",
    "roche",
    "marchand",
    "parc",
    "noir",
    "blanc",
    "petit",
    "grand",
    "leblanc",
    "roman",
    "aurore",
    "fleur",
    "olive",
    "victoire",
    "constant",
    "prudent",
    "juste",
    "marc",
    "вера",
    "надежда",
    "любовь",
    "лев",
    "роман",
    "слава",
    "мир",
    "волк",
    "мороз",
    "зима",
    "марк",
    "майя",
    "карим",
    "كريم",
    "عادل",
    "سعيد",
    "امين",
    "نور",
    "امل",
    "حكيم",
    "سلام",
    "سامي",
    "ناصر",
    "منصور",
    "جميل",
    "خطيب",
    "حداد",
    "نديم",
    "طارق",
    "وليد",
    "ماهر",
    "حسن",
    "محمود",
    "مصطفي",
    "رشيد",
    "شريف",
    "خالد",
    "هيل",
    "كارفر",
];

/// Words of every text that are names as well.
const MOSTLY_WORDS: &[&str] = &[
    "عمر", "علي", "صالح", "اسود", "ابيض", "احمر", "كبير", "صغير", "طويل", "روش", "كارو", "بيل", "جان", "مارك", "کريم",
    "ли", "li", "an", "do", "so", "no", "he", "ми", "ван", "ан",
];

/// Endings that adjectives made of such words have and surnames in -ov, -ev, -in have not.
const ADJECTIVE_ONLY: &[&str] = &["ая", "ую", "ое", "ые", "ого", "ому", "ыи", "ее", "ие", "его", "ему", "ии", "ою"];

/// Endings that such a surname shares with an adjective.
const SHARED: &[&str] = &["ои", "ым", "ых", "ыми", "ом"];

/// Takes up the names of a seat.
pub(super) fn take(known: &mut Known<'_>, seat: usize, person: &Seat) {
    for name in &person.names {
        let text = Text::new(name);
        let mut before: Option<String> = None;
        for word in &text.words {
            let particle = word.among(PARTICLES);
            if let Some(before) = before.take() {
                // Parts written as one: Alkhatib, عبدالرحمن.
                let joined = format!("{before}{}", word.form);
                stems(&joined)
                    .into_iter()
                    .for_each(|stem| add(&mut known.names, stem, Part { seat, trust: Trust::Full }));
            }
            if particle {
                before = Some(word.form.clone());
                continue;
            }
            let letters = word.form.chars().count();
            let listed = |list: &[&str]| stems(&word.form).iter().any(|stem| list.contains(&stem.as_str()));
            let trust = if listed(MOSTLY_WORDS) || letters < 2 {
                Trust::Least
            } else if listed(ALSO_WORDS) || letters < 3 {
                Trust::Some
            } else {
                Trust::Full
            };
            if letters < 2 {
                continue;
            }
            let part = Part { seat, trust };
            stems(&word.form).into_iter().for_each(|stem| add(&mut known.names, stem, part));
            let key = skeleton(&word.form);
            if key.chars().count() >= 4 && word.script != Script::Arabic {
                add(&mut known.sounds, key, part);
            }
            let key = consonants(&word.form);
            if key.chars().count() >= 3 && word.script != Script::Arabic {
                add(&mut known.consonants, key, part);
            }
        }
    }
}

fn add(index: &mut std::collections::HashMap<String, Vec<Part>>, key: String, part: Part) {
    let parts = index.entry(key).or_default();
    match parts.iter_mut().find(|known| known.seat == part.seat) {
        Some(known) => known.trust = known.trust.max(part.trust),
        None => parts.push(part),
    }
}

/// The parts of names that a word can be.
fn parts(word: &Word, known: &Known<'_>, titled: bool) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut take = |parts: Option<&Vec<Part>>, most: Trust| {
        for part in parts.into_iter().flatten() {
            let trust = part.trust.min(most);
            match found.iter_mut().find(|known| known.seat == part.seat) {
                Some(known) => known.trust = known.trust.max(trust),
                None => found.push(Part { trust, ..*part }),
            }
        }
    };
    for base in word.bases() {
        if let Some(most) = most_trust(word, base) {
            take(known.names.get(base), most);
        }
    }
    if let Some(twin) = &word.twin {
        take(known.names.get(twin), Trust::Full);
        super::stems::bases(twin, twin.chars().map(script_of).next().unwrap_or(Script::Other))
            .into_iter()
            .filter_map(|range| twin.get(range))
            .for_each(|base| take(known.names.get(base), Trust::Full));
    }
    match word.script {
        Script::Latin | Script::Cyrillic if word.upper && word.form.chars().count() >= 4 => {
            for base in word.bases().filter(|base| word.script == Script::Cyrillic || *base == word.form) {
                take(known.sounds.get(&skeleton(base)), Trust::Some);
            }
        }
        Script::Arabic => {
            for base in word.bases() {
                let key = consonants(base);
                if key.chars().count() >= 4 || titled {
                    take(known.consonants.get(&key), Trust::Full);
                }
            }
        }
        _ => {}
    }
    found
}

/// How far a word without some ending can be trusted to be a name; not at all where the ending is an adjective's.
fn most_trust(word: &Word, base: &str) -> Option<Trust> {
    let letters = base.chars().count();
    match word.script {
        Script::Latin if !word.upper && letters < 5 => Some(Trust::Least),
        Script::Cyrillic => {
            let ending = word.form.strip_prefix(base).unwrap_or_default();
            let possessive = ["ов", "ев", "ин", "ын"].iter().any(|end| base.ends_with(end));
            if possessive && (ADJECTIVE_ONLY.contains(&ending) || (!word.upper && SHARED.contains(&ending))) {
                return None;
            }
            let adjective = ADJECTIVE_ONLY.contains(&ending) && !base.ends_with("ск") && !base.ends_with("цк");
            match (word.upper, adjective || letters < 5) {
                (false, true) => Some(Trust::Least),
                _ => Some(Trust::Full),
            }
        }
        _ => Some(Trust::Full),
    }
}

/// Whether a title stands before a word, with a full stop, a hyphen or the Arabic article perhaps.
pub(super) fn is_titled(reading: &Reading<'_>, index: usize) -> bool {
    let before = |back: usize| index.checked_sub(back).filter(|at| reading.is(*at, Tag::Honorific));
    let letter = |back: usize, letters: &[&str]| {
        index.checked_sub(back).and_then(|at| reading.text.words.get(at)).is_some_and(|word| word.among(letters))
    };
    before(1).is_some() || (letter(2, &["г"]) && letter(1, &["н", "жа", "на", "ну", "же", "жи", "жои"]))
}

/// Finds names.
pub(super) fn check(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    let words = &reading.text.words;
    let parts: Vec<Vec<Part>> =
        words.iter().enumerate().map(|(index, word)| parts(word, reading.known, is_titled(reading, index))).collect();
    let whose = |index: usize| parts.get(index).map_or(&[][..], Vec::as_slice);
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let at = index;
        index += 1;
        let Some(part) = whose(at).iter().filter(|part| protected(reading, part.seat)).max_by_key(|part| part.trust)
        else {
            continue;
        };
        // The name goes on over further parts and the small words between them.
        let mut last = at;
        while let Some(next) =
            words.get(last + 1).filter(|next| !next.pause || words.get(last).is_some_and(Word::is_letter))
        {
            if whose(last + 1).iter().any(|other| other.seat == part.seat) {
                last += 1;
            } else if next.among(PARTICLES) && whose(last + 2).iter().any(|other| other.seat == part.seat) {
                last += 2;
            } else {
                break;
            }
        }
        let beside = last > at || is_titled(reading, at);
        let article = word.script == Script::Arabic && word.form.contains("ال") && part.trust == Trust::Some;
        let weight = match part.trust {
            Trust::Full => Some(Weight::Block),
            _ if beside || article => Some(Weight::Block),
            Trust::Some if word.script == Script::Arabic => Some(Weight::Caution),
            Trust::Some if word.upper && !word.opens => Some(Weight::Block),
            Trust::Some if word.upper => Some(Weight::Caution),
            Trust::Some | Trust::Least => None,
        };
        if let Some(weight) = weight {
            findings.push(found(reading, reading.span(at, last), weight));
            index = last + 1;
        }
    }
    for word in &reading.text.hidden {
        let parts = self::parts(word, reading.known, false);
        if parts.iter().any(|part| part.trust == Trust::Full && protected(reading, part.seat)) {
            findings.push(found(reading, word.span.clone(), Weight::Block));
        }
    }
}

fn protected(reading: &Reading<'_>, seat: usize) -> bool {
    reading.known.protects(&[seat])
}

fn found(reading: &Reading<'_>, span: std::ops::Range<usize>, weight: Weight) -> Finding {
    let matched = reading.text.raw.get(span.clone()).unwrap_or_default();
    let why = match weight {
        Weight::Block => format!("“{}” is a name of somebody who is protected.", fold(matched).trim()),
        Weight::Caution => "This can be the name of somebody who is protected, or a word.".to_owned(),
    };
    reading.finding(span, Kind::Name, weight, why, wording::somebody(reading.language, false))
}
