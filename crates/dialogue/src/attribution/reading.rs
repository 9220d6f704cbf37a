//! A line read against a scene: its words, what each can be, and the persons it speaks of.
use std::ops::Range;

use super::known::{Known, LandWord};
use super::language::Language;
use super::lexicon::tags;
use super::roles::{self, Description};
use super::tag::Tag;
use super::text::Text;
use super::{Finding, Kind, Weight};

/// A line read against a scene.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    /// The line.
    pub(super) text: Text<'a>,
    /// Its language.
    pub(super) language: Language,
    /// The scene.
    pub(super) known: &'a Known<'a>,
    /// What each word can be.
    tags: Vec<Vec<Tag>>,
    /// For which lands each word stands.
    lands: Vec<Vec<LandWord>>,
    /// The persons that the line speaks of, in order.
    pub(super) descriptions: Vec<Description>,
    /// For each word, which description has it as its noun, and whether some description covers it.
    heads: Vec<(Option<usize>, bool)>,
}

impl<'a> Reading<'a> {
    /// Reads a line.
    pub(super) fn new(line: &'a str, language: Language, known: &'a Known<'a>) -> Self {
        let text = Text::new(line);
        let mut lands = vec![Vec::new(); text.words.len()];
        for index in 0..text.words.len() {
            let found = known.lands_at(&text, index);
            let longest = found.iter().map(|(length, _)| *length).max().unwrap_or(0);
            for (length, land) in found.into_iter().filter(|(length, _)| *length == longest) {
                lands.iter_mut().skip(index).take(length).for_each(|words: &mut Vec<LandWord>| words.push(land));
            }
        }
        let tags = text.words.iter().map(tags).collect();
        let mut reading = Self { text, language, known, tags, lands, descriptions: Vec::new(), heads: Vec::new() };
        reading.place(roles::find(&reading));
        reading
    }

    /// Takes up the persons that the line speaks of.
    fn place(&mut self, descriptions: Vec<Description>) {
        self.heads = vec![(None, false); self.len()];
        for (at, found) in descriptions.iter().enumerate() {
            if let Some(head) = self.heads.get_mut(found.head) {
                head.0 = Some(at);
            }
            self.heads.iter_mut().take(found.last + 1).skip(found.first).for_each(|word| word.1 = true);
        }
        self.descriptions = descriptions;
    }

    /// The person whom a word is the noun for.
    pub(super) fn described(&self, index: usize) -> Option<&Description> {
        self.heads.get(index).and_then(|head| head.0).and_then(|at| self.descriptions.get(at))
    }

    /// Whether a word is part of what is said of a person.
    pub(super) fn is_covered(&self, index: usize) -> bool {
        self.heads.get(index).is_some_and(|head| head.1)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.text.words.len()
    }

    /// What a word can be; nothing beyond the end.
    pub(super) fn tags(&self, index: usize) -> &[Tag] {
        self.tags.get(index).map_or(&[], Vec::as_slice)
    }

    /// Whether a word can be this.
    pub(super) fn is(&self, index: usize, tag: Tag) -> bool {
        self.tags(index).contains(&tag)
    }

    /// For which lands a word stands.
    pub(super) fn lands(&self, index: usize) -> &[LandWord] {
        self.lands.get(index).map_or(&[], Vec::as_slice)
    }

    /// Whether punctuation stands before a word, or there is no such word.
    pub(super) fn pauses(&self, index: usize) -> bool {
        self.text.words.get(index).is_none_or(|word| word.pause)
    }

    /// Whether a sentence begins with a word, or there is no such word.
    pub(super) fn opens(&self, index: usize) -> bool {
        self.text.words.get(index).is_none_or(|word| word.opens)
    }

    /// Where the sentence of a word begins.
    pub(super) fn sentence(&self, index: usize) -> usize {
        (0..=index).rev().take(80).find(|at| self.opens(*at)).unwrap_or(index)
    }

    /// The bytes from one word to another, both included.
    pub(super) fn span(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.text.words.get(first).map_or(0, |word| word.span.start);
        let end = self.text.words.get(last).map_or(start, |word| word.span.end);
        start..end.max(start)
    }

    /// A finding over some bytes of the line.
    pub(super) fn finding(
        &self,
        span: Range<usize>,
        kind: Kind,
        weight: Weight,
        why: String,
        suggestion: String,
    ) -> Finding {
        let matched = self.text.raw.get(span.clone()).unwrap_or_default().to_owned();
        Finding { span, kind, weight, matched, why, suggestion }
    }

    /// Whether a sequence of folded words begins at a word.
    pub(super) fn says(&self, index: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(at, word)| self.text.words.get(index + at).is_some_and(|found| found.is(word)))
    }
}
