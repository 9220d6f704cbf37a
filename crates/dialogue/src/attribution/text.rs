//! A line as words, each with its place in the line, its folded spellings and what stands before it.
use std::ops::Range;

use super::fold::{Script, fold_into, is_letter, is_unseen, readings, script_of, without_digits};
use super::stems::bases;

/// Longer words than this are nobody's name; they are not looked up.
const LONGEST: usize = 64;

/// A word of the line.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its bytes in the line.
    pub(super) span: Range<usize>,
    /// As it is looked up.
    pub(super) form: String,
    /// As it could be read in another script whose letters look alike.
    pub(super) twin: Option<String>,
    /// Bytes of `form` that could be the word without endings and prefixes; the whole of it first.
    pub(super) bases: Vec<Range<usize>>,
    /// The script of `form`.
    pub(super) script: Script,
    /// Whether it begins with a capital.
    pub(super) upper: bool,
    /// Whether a sentence begins with it.
    pub(super) opens: bool,
    /// Whether there is more than space, an apostrophe or a hyphen before it.
    pub(super) pause: bool,
    /// Whether a hyphen joins it to the word before.
    pub(super) hyphen: bool,
    /// Whether a full stop follows it.
    pub(super) stop: bool,
}

impl Word {
    fn new(span: Range<usize>, folded: &str, upper: bool) -> Self {
        let (form, twin) = readings(folded);
        let script = form.chars().map(script_of).find(|script| *script != Script::Other).unwrap_or(Script::Other);
        let bases = if form.len() <= 2 * LONGEST { bases(&form, script) } else { Vec::new() };
        Self { span, form, twin, bases, script, upper, opens: false, pause: false, hyphen: false, stop: false }
    }

    /// The spellings under which it may be listed, without endings and prefixes.
    pub(super) fn bases(&self) -> impl Iterator<Item = &str> {
        self.bases.iter().filter_map(|range| self.form.get(range.clone()))
    }

    /// Whether it is this word, as it stands.
    pub(super) fn is(&self, word: &str) -> bool {
        self.form == word
    }

    /// Whether it is one of these words, as it stands.
    pub(super) fn among(&self, words: &[&str]) -> bool {
        words.contains(&self.form.as_str())
    }

    /// The number that it writes.
    pub(super) fn number(&self) -> Option<u32> {
        if self.script == Script::Digits && self.form.len() <= 4 { self.form.parse().ok() } else { None }
    }

    /// Whether it is a single letter.
    pub(super) fn is_letter(&self) -> bool {
        self.script != Script::Digits && self.form.chars().count() == 1
    }
}

/// A line as words.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// The line.
    pub(super) raw: &'a str,
    /// Its words in order.
    pub(super) words: Vec<Word>,
    /// Words that somebody may have taken apart: s p a c e d, hy-phe-nated, with digits for letters or unseen spaces.
    pub(super) hidden: Vec<Word>,
}

impl<'a> Text<'a> {
    /// Takes a line apart.
    pub(super) fn new(raw: &'a str) -> Self {
        let mut text = Self { raw, words: Vec::new(), hidden: Vec::new() };
        let mut run: Option<Range<usize>> = None;
        for (at, letter) in raw.char_indices() {
            let end = at + letter.len_utf8();
            if is_letter(letter) {
                run = Some(run.map_or(at..end, |run| run.start..end));
            } else if let Some(known) = run.take() {
                if is_unseen(letter) {
                    run = Some(known.start..end);
                } else {
                    text.take(known);
                }
            }
        }
        if let Some(known) = run {
            text.take(known);
        }
        text.place();
        text.rejoin();
        text
    }

    /// Takes up a run of letters, digits and unseen characters: as one word, cut where letters meet digits.
    fn take(&mut self, run: Range<usize>) {
        let Some(raw) = self.raw.get(run.clone()) else { return };
        let mut pieces: Vec<(Range<usize>, String, bool)> = Vec::new();
        let mut was_digit = None;
        let mut spaced = false;
        for (at, letter) in raw.char_indices() {
            let span = run.start + at..run.start + at + letter.len_utf8();
            spaced |= letter == '\u{200B}' || letter == '\u{2060}' || letter == '\u{FEFF}';
            let unseen = is_unseen(letter);
            let digit = script_of(letter) == Script::Digits;
            match pieces.last_mut() {
                Some(piece) if unseen || was_digit == Some(digit) => {
                    piece.0.end = span.end;
                    fold_into(letter, &mut piece.1);
                }
                _ => {
                    let mut folded = String::new();
                    fold_into(letter, &mut folded);
                    pieces.push((span, folded, letter.is_uppercase()));
                }
            }
            if !unseen {
                was_digit = Some(digit);
            }
        }
        if pieces.len() > 1 {
            let whole: String = pieces.iter().map(|piece| piece.1.as_str()).collect();
            self.hidden.push(Word::new(run.clone(), &without_digits(&whole), true));
        }
        if spaced {
            self.take_parts(&run);
        }
        let pieces = pieces.into_iter().filter(|piece| !piece.1.is_empty());
        self.words.extend(pieces.map(|(span, folded, upper)| Word::new(span, &folded, upper)));
    }

    /// The parts of a run between unseen spaces, which may be words themselves.
    fn take_parts(&mut self, run: &Range<usize>) {
        let Some(raw) = self.raw.get(run.clone()) else { return };
        let mut start = run.start;
        for part in raw.split(['\u{200B}', '\u{2060}', '\u{FEFF}']) {
            let upper = part.chars().next().is_some_and(char::is_uppercase);
            let folded = super::fold::fold(part);
            if !folded.is_empty() {
                self.hidden.push(Word::new(start..start + part.len(), &folded, upper));
            }
            start += part.len() + 3; // each of the three takes three bytes in UTF-8
        }
    }

    /// Notes what stands between words.
    fn place(&mut self) {
        let mut before: Option<(Range<usize>, bool)> = None;
        for index in 0..self.words.len() {
            let Some(word) = self.words.get(index) else { break };
            let span = word.span.clone();
            let from = before.as_ref().map_or(0, |(span, _)| span.end);
            let gap = self.raw.get(from..span.start).unwrap_or_default();
            let short = before.as_ref().is_none_or(|(_, short)| *short);
            let ends =
                gap.contains(['!', '?', '؟', '…', '\n', '۔']) || (gap.starts_with('.') && gap.len() > 1 && !short);
            let pause = gap
                .chars()
                .any(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | 'ʼ'));
            let hyphen = matches!(gap, "-" | "\u{2010}" | "\u{2011}" | "-\n");
            let next_is_short = word.is_letter() || word.among(&["mr", "mrs", "ms", "dr", "mme", "st", "prof", "hon"]);
            let stop = gap.starts_with('.');
            if let Some(word) = self.words.get_mut(index) {
                word.opens = before.is_none() || ends;
                word.pause = before.is_some() && pause;
                word.hyphen = hyphen;
            }
            if let Some(word) = index.checked_sub(1).and_then(|index| self.words.get_mut(index)) {
                word.stop = stop;
            }
            before = Some((span, next_is_short));
        }
        if let Some(word) = self.words.last_mut() {
            word.stop = self.raw.get(word.span.end..).is_some_and(|rest| rest.starts_with('.'));
        }
    }

    /// Puts together what hyphens or spaces between single letters took apart.
    fn rejoin(&mut self) {
        let mut joined = Vec::new();
        let mut start = 0;
        while start < self.words.len() {
            let mut end = start + 1;
            let letters = self.words.get(start).is_some_and(Word::is_letter);
            while let (Some(last), Some(next)) = (self.words.get(end - 1), self.words.get(end)) {
                let near = next.span.start.saturating_sub(last.span.end) <= 3;
                if !(next.hyphen || (letters && near && next.is_letter())) || end - start >= LONGEST {
                    break;
                }
                end += 1;
            }
            if end - start >= if letters { 3 } else { 2 } {
                let parts = self.words.get(start..end).unwrap_or_default();
                if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
                    let whole: String = parts.iter().map(|part| part.form.as_str()).collect();
                    joined.push(Word::new(first.span.start..last.span.end, &whole, first.upper));
                }
            }
            start = end;
        }
        self.hidden.append(&mut joined);
    }
}
