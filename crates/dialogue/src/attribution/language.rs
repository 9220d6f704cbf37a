//! The languages whose words the linter knows, and how a line shows its own.
use super::fold::{Script, script_of};

/// A language of readouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Russian; Ukrainian is read with the same tables.
    Russian,
    /// Arabic.
    Arabic,
    /// French.
    French,
}

/// Small words that English does not have.
const FRENCH: &[&str] = &[
    "le", "la", "les", "des", "du", "une", "est", "et", "que", "qui", "dans", "sur", "pour", "par", "au", "aux", "pas",
    "ont", "été", "cette", "ce", "avec", "sont", "un", "de", "à", "il", "elle", "ne", "se", "d", "l", "qu",
];

/// Small words that French does not have.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "is", "was", "that", "with", "for", "by", "be", "were", "had", "has", "would", "are",
    "not", "it", "in", "an", "this", "which", "they", "from", "at", "s",
];

impl Language {
    /// The language of a line, by its script, and between English and French by their smallest words.
    #[must_use]
    pub fn of(line: &str) -> Self {
        let (mut latin, mut cyrillic, mut arabic) = (0_usize, 0_usize, 0_usize);
        for letter in line.chars() {
            match script_of(letter) {
                Script::Latin => latin += 1,
                Script::Cyrillic => cyrillic += 1,
                Script::Arabic => arabic += 1,
                Script::Digits | Script::Other => {}
            }
        }
        if arabic > latin && arabic >= cyrillic {
            return Self::Arabic;
        }
        if cyrillic > latin {
            return Self::Russian;
        }
        let count = |list: &[&str]| {
            line.split(|c: char| !c.is_alphabetic())
                .filter(|word| list.iter().any(|small| small.eq_ignore_ascii_case(word)))
                .count()
        };
        if count(FRENCH) > count(ENGLISH) { Self::French } else { Self::English }
    }
}
