//! Lines of a document: what a value may be, and a reader that says where a text departs from its one form.
//!
//! What an official sees must be what is signed, so nothing invisible or reordering is let into a value: no control
//! characters, no spaces but single plain ones, no marks that change the direction of writing.
use super::document::MOST_DOCUMENT_BYTES;
use super::error::Error;

/// No value of free text is longer, in bytes.
pub(super) const MOST_VALUE_BYTES: usize = 400;

/// Whether a value can stand on a line of its own; if not, why, as the rest of a sentence.
pub(super) fn check(value: &str, most: usize) -> Result<(), String> {
    if value.is_empty() {
        return Err("is empty".to_owned());
    }
    if value.len() > most {
        return Err(format!("is longer than {most} bytes"));
    }
    if value.starts_with(' ') || value.ends_with(' ') || value.contains("  ") {
        return Err("has spaces at its ends, or two together".to_owned());
    }
    match value.chars().find(|one| is_unseen(*one)) {
        Some(unseen) => Err(format!("has a character that cannot be seen, U+{:04X}", u32::from(unseen))),
        None => Ok(()),
    }
}

/// Characters that a reader would not see, or that would make it see others in another order. The two joiners
/// U+200C and U+200D are let through: Persian and several Indian scripts are not written without them.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || (c != ' ' && c.is_whitespace())
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A part of a hostile text, for a message: short, and with nothing in it that a terminal would obey.
pub(super) fn quoted(text: &str) -> String {
    let mut shown = String::from("`");
    for c in text.chars().take(60) {
        if is_unseen(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown.push_str(if text.chars().nth(60).is_some() { "…`" } else { "`" });
    shown
}

/// The lines of a document, taken one by one.
pub(super) struct Lines<'a> {
    what: &'static str,
    lines: Vec<&'a str>,
    taken: usize,
}

impl<'a> Lines<'a> {
    /// The lines of a text that begins with `first`.
    pub(super) fn of(what: &'static str, first: &str, bytes: &'a [u8]) -> Result<Self, Error> {
        let unreadable = |why: String| Err(Error::Unreadable { what, why });
        if bytes.len() > MOST_DOCUMENT_BYTES {
            return unreadable(format!("it has {} bytes, of at most {MOST_DOCUMENT_BYTES}", bytes.len()));
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => return unreadable(format!("it is no UTF-8 from byte {} on", error.valid_up_to() + 1)),
        };
        if text.lines().next() != Some(first) {
            let found = quoted(text.lines().next().unwrap_or_default());
            return unreadable(format!("its first line should be `{first}` and is {found}"));
        }
        let lines: Vec<&str> = text.split('\n').collect();
        let mut lines = Self { what, lines, taken: 0 };
        if let Some(at) = lines.lines.iter().position(|line| line.contains('\r')) {
            lines.taken = at + 1;
            return Err(lines.wrong("a line that ends with LF alone", "CR (as some mail programs and editors write)"));
        }
        if lines.lines.pop() != Some("") {
            lines.taken = lines.lines.len() + 1;
            return Err(lines.wrong("LF at the end of the last line", "none"));
        }
        lines.exactly(first)?;
        Ok(lines)
    }

    /// The line last taken is not as it should be.
    pub(super) fn wrong(&self, expected: impl Into<String>, found: impl Into<String>) -> Error {
        Error::NotCanonical { what: self.what, line: self.taken, expected: expected.into(), found: found.into() }
    }

    fn next(&mut self, expected: &str) -> Result<&'a str, Error> {
        self.taken += 1;
        match self.lines.get(self.taken - 1) {
            Some(line) => Ok(line),
            None => Err(self.wrong(expected, "the end of the document")),
        }
    }

    /// Takes a line that has no choice.
    pub(super) fn exactly(&mut self, line: &str) -> Result<(), Error> {
        let expected = format!("`{line}`");
        let found = self.next(&expected)?;
        if found == line { Ok(()) } else { Err(self.wrong(expected, quoted(found))) }
    }

    /// Whether the next line is of this key, which includes its colon and space.
    pub(super) fn is_next(&self, key: &str) -> bool {
        self.lines.get(self.taken).is_some_and(|line| line.starts_with(key))
    }

    /// Takes a line of this key and free text of at most `most` bytes.
    pub(super) fn value(&mut self, key: &str, most: usize) -> Result<&'a str, Error> {
        let value = self.plain(key, "text")?;
        check(value, most)
            .map_err(|problem| self.wrong(format!("`{key}` and a usable text"), format!("one that {problem}")))?;
        Ok(value)
    }

    /// Takes a line of this key whose value `read` understands.
    pub(super) fn read<T>(&mut self, key: &str, form: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
        let value = self.plain(key, form)?;
        read(value).ok_or_else(|| self.wrong(format!("`{key}` and {form}"), quoted(value)))
    }

    fn plain(&mut self, key: &str, form: &str) -> Result<&'a str, Error> {
        let expected = format!("`{key}` and {form}");
        let found = self.next(&expected)?;
        found.strip_prefix(key).ok_or_else(|| self.wrong(expected, quoted(found)))
    }

    /// After the last line.
    pub(super) fn end(mut self) -> Result<(), Error> {
        match self.lines.get(self.taken) {
            None => Ok(()),
            Some(line) => {
                self.taken += 1;
                Err(self.wrong("the end of the document", quoted(line)))
            }
        }
    }
}
