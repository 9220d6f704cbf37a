//! Phrases of several words, found in whatever endings and prefixes their words have.
use std::collections::HashMap;

use super::stems::stems;
use super::text::{Text, Word};

/// The words of a phrase after its first, each by its stems, and what the phrase stands for.
type Rest<T> = (Vec<Vec<String>>, T);

/// A list of phrases, each with what it stands for.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_first: HashMap<String, Vec<Rest<T>>>,
}

impl<T: Copy + PartialEq> Phrases<T> {
    /// An empty list.
    pub(super) fn new() -> Self {
        Self { by_first: HashMap::new() }
    }

    /// Adds a phrase in dictionary form; an empty one is nothing.
    pub(super) fn add(&mut self, phrase: &str, value: T) {
        let words: Vec<Vec<String>> = Text::new(phrase).words.iter().map(|word| stems(&word.form)).collect();
        let Some((first, rest)) = words.split_first() else { return };
        for stem in first {
            let entry = self.by_first.entry(stem.clone()).or_default();
            if !entry.iter().any(|(known, what)| known == rest && *what == value) {
                entry.push((rest.to_vec(), value));
            }
        }
    }

    /// The phrases that begin with this word: how many words each is long, and what it stands for.
    pub(super) fn at<'a>(&'a self, words: &'a [Word], index: usize) -> impl Iterator<Item = (usize, T)> + 'a {
        let first = words.get(index);
        first
            .into_iter()
            .flat_map(|word| word.bases().chain(word.twin.as_deref()))
            .filter_map(|base| self.by_first.get(base))
            .flatten()
            .filter_map(move |(rest, value)| {
                let following = words.get(index + 1..index + 1 + rest.len())?;
                let meets = rest.iter().zip(following).all(|(stems, word)| {
                    word.bases().chain(word.twin.as_deref()).any(|base| stems.iter().any(|stem| stem == base))
                });
                meets.then_some((rest.len() + 1, *value))
            })
    }
}
