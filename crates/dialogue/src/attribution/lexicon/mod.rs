//! What words mean to the linter, in four languages. The tables hold folded forms or stems as [`super::stems`] makes them.
mod arabic;
mod english;
mod french;
pub(super) mod lands;
pub(super) mod months;
mod russian;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;
use super::tag::Tag;
use super::text::Word;

/// A row of a table: what the words that follow, parted by spaces, can be.
type Row = (Tag, &'static str);

static WORDS: LazyLock<HashMap<String, Vec<Tag>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<Tag>> = HashMap::new();
    for (tag, listed) in [english::WORDS, french::WORDS, russian::WORDS, arabic::WORDS].into_iter().flatten() {
        for word in listed.split_whitespace() {
            let tags = words.entry(fold(word)).or_default();
            if !tags.contains(tag) {
                tags.push(*tag);
            }
        }
    }
    words
});

/// All that a word can be.
pub(super) fn tags(word: &Word) -> Vec<Tag> {
    let mut found = Vec::new();
    for base in word.bases() {
        for tag in WORDS.get(base).into_iter().flatten() {
            if !found.contains(tag) {
                found.push(*tag);
            }
        }
    }
    found
}

/// Phrases that single out one of many.
pub(super) const ALL_BUT_ONE: &[&str] = &[
    "all but one",
    "all except one",
    "everyone but",
    "everybody but",
    "everyone except",
    "everybody except",
    "with one exception",
    "one alone",
    "sauf un",
    "sauf une",
    "hormis un",
    "hormis une",
    "à une exception près",
    "à l'exception d'un",
    "à l'exception d'une",
    "кроме одного",
    "кроме одной",
    "за одним исключением",
    "за исключением одного",
    "за исключением одной",
    "باستثناء واحد",
    "باستثناء واحدة",
    "عدا واحد",
    "عدا واحدا",
    "عدا واحدة",
    "إلا واحدا",
    "إلا واحدة",
];

/// Phrases that single out whoever did something.
pub(super) const THE_ONLY_ONE: &[&str] = &[
    "the only one who",
    "the only one to",
    "the only person",
    "le seul à",
    "la seule à",
    "le seul qui",
    "la seule qui",
    "seul à avoir",
    "единственный кто",
    "единственная кто",
    "единственным кто",
    "единственной кто",
];

/// Phrases by which a speaker shows where home is.
pub(super) const AT_HOME: &[&str] =
    &["back home", "chez nous", "у нас дома", "у нас в стране", "عندنا في البلد", "in my part of the world"];
