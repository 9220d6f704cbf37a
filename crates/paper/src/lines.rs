//! Text as all three writers see it: lines of pieces, without anything that no page can hold.
//!
//! The direction of text follows UAX #9 of Unicode. A piece that is isolated stands between U+2068 (first strong
//! isolate) and U+2069, so that neither it nor what is around it moves the other.
use crate::{Run, Text};

/// FIRST STRONG ISOLATE: what follows has the direction of its own first letter.
pub(crate) const ISOLATE: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE: the end of the above.
pub(crate) const END_ISOLATE: char = '\u{2069}';
/// What is printed for a character that cannot be.
const REPLACEMENT: char = '\u{fffd}';
/// Isolates in isolates, more than any text needs; UAX #9 itself stops at 125.
const MOST_NESTED: usize = 16;

/// Text of one line that is printed in one way. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) strong: bool,
    pub(crate) isolate: bool,
}

/// A line: no line breaks, no space at its ends, no two spaces in a row, isolates closed. Never empty.
pub(crate) type Line = Vec<Piece>;

/// The lines of a text. Empty lines are left out: where a gap is meant, there are paragraphs.
pub(crate) fn lines(text: &Text) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    for run in &text.0 {
        for (number, part) in split(&run.text).into_iter().enumerate() {
            if number > 0 {
                close(std::mem::take(&mut line), &mut lines);
            }
            push(&mut line, run, &part);
        }
    }
    close(line, &mut lines);
    lines
}

/// A text as one line, for what has no room for more.
pub(crate) fn one_line(text: &Text) -> Line {
    let mut whole = Line::new();
    for line in lines(text) {
        if !whole.is_empty() {
            merge(&mut whole, Piece { text: " ".to_owned(), strong: false, isolate: false });
        }
        for piece in line {
            merge(&mut whole, piece);
        }
    }
    whole
}

/// The characters of a text alone, on one line, for a file's description.
pub(crate) fn plain(text: &Text) -> String {
    one_line(text).iter().map(Piece::marked).collect()
}

impl Piece {
    /// The text with the marks of an isolate, if it is one.
    pub(crate) fn marked(&self) -> String {
        if self.isolate { format!("{ISOLATE}{}{END_ISOLATE}", self.text) } else { self.text.clone() }
    }
}

/// A run's text in its lines, each with closed isolates and printable characters.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut open = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let Some(part) = parts.last_mut() else { break };
        match character {
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if character == '\r' {
                    characters.next_if_eq(&'\n');
                }
                part.extend(std::iter::repeat_n(END_ISOLATE, std::mem::take(&mut open)));
                parts.push(String::new());
            }
            '\t' => part.push(' '),
            // Embeddings and overrides reorder what is around them, and a byte order mark says nothing here.
            '\u{202a}'..='\u{202e}' | '\u{feff}' => {}
            '\u{2066}'..='\u{2068}' if open < MOST_NESTED => {
                open += 1;
                part.push(character);
            }
            END_ISOLATE if open > 0 => {
                open -= 1;
                part.push(character);
            }
            '\u{2066}'..='\u{2069}' => {}
            _ if unprintable(character) => part.push(REPLACEMENT),
            _ => part.push(character),
        }
    }
    if let Some(part) = parts.last_mut() {
        part.extend(std::iter::repeat_n(END_ISOLATE, open));
    }
    parts
}

/// Control characters, characters that are none, marks of annotations, and tags, with which text can be hidden.
fn unprintable(character: char) -> bool {
    let code = u32::from(character);
    character.is_control()
        || matches!(code, 0xfdd0..=0xfdef | 0xfff9..=0xfffc | 0xe0000..=0xe007f)
        || code & 0xfffe == 0xfffe
}

/// Appends what a run says on this line.
fn push(line: &mut Line, run: &Run, text: &str) {
    let mut spaced = line.last().is_none_or(|piece| piece.text.ends_with(' '));
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        if !(spaced && (character == ' ' || (line.is_empty() && kept.is_empty() && character.is_whitespace()))) {
            kept.push(character);
        }
        spaced = character == ' ' || (spaced && kept.is_empty());
    }
    if !kept.is_empty() {
        merge(line, Piece { text: kept, strong: run.strong, isolate: run.isolate });
    }
}

/// Appends a piece, to the one before if both are printed alike.
fn merge(line: &mut Line, piece: Piece) {
    match line.last_mut() {
        Some(last) if last.strong == piece.strong && !last.isolate && !piece.isolate => last.text += &piece.text,
        _ => line.push(piece),
    }
}

/// Keeps a line without the space at its end, unless nothing is left.
fn close(mut line: Line, lines: &mut Vec<Line>) {
    while let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            lines.push(line);
            return;
        }
        line.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: impl Into<Text>) -> Vec<String> {
        lines(&text.into()).iter().map(|line| line.iter().map(Piece::marked).collect()).collect()
    }

    #[test]
    fn lines_break_where_the_text_says_and_lose_their_edges() {
        assert_eq!(texts("  a \t b \r\n\n\u{2028} \u{a0}c\u{b}"), ["a b", "c"]);
        assert_eq!(texts(vec![Run::plain("a "), Run::strong(" b "), Run::plain(" ")]), ["a b"]);
        assert_eq!(texts(" \n\t"), Vec::<String>::new());
    }

    #[test]
    fn what_no_page_can_hold_is_shown_as_such() {
        assert_eq!(texts("a\0b\u{1b}[2J\u{fffe}\u{e0041}"), ["a\u{fffd}b\u{fffd}[2J\u{fffd}\u{fffd}"]);
    }

    #[test]
    fn nothing_reorders_what_is_around_it() {
        assert_eq!(texts("a\u{202e}b\u{202c}c"), ["abc"]);
        assert_eq!(texts("a\u{2069}b\u{2067}c\nd"), ["ab\u{2067}c\u{2069}", "d"]);
        let isolated = vec![Run::isolated("x\u{2069}y"), Run::plain("\u{2068}z")];
        assert_eq!(texts(isolated), ["\u{2068}xy\u{2069}\u{2068}z\u{2069}"]);
        let nested = "\u{2068}".repeat(1000);
        assert_eq!(texts(nested)[0].chars().count(), 2 * MOST_NESTED);
    }

    #[test]
    fn alike_neighbours_are_one_piece() {
        let text = vec![Run::plain("a"), Run::plain("b"), Run::strong("c"), Run::isolated("1"), Run::isolated("2")];
        assert_eq!(lines(&text.into())[0].len(), 4);
    }
}
