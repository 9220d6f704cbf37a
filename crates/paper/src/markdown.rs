//! A document as Markdown: CommonMark, and the tables of GitHub's dialect.
//!
//! Nothing in a text acts: characters with a meaning in Markdown, HTML or its usual extensions (mathematics, footnotes,
//! mentions, addresses that become links) are escaped. Markdown has no pages, so what stands on every page stands at
//! the beginning, and the reservation of rights once more at the end.
use crate::lines::{self, END_ISOLATE, ISOLATE, Line, Piece};
use crate::{Block, Document, Rule, Table, Text};

/// Writes Markdown, in UTF-8 and ending with a line break. Of any document: one that is too large for paper, or that
/// [`Document::check`] finds wrong, is written as it is, rows of a table cut or filled up to its head.
pub fn markdown(document: &Document) -> String {
    let mut paragraphs = vec![format!("# {}", inline(&lines::one_line(&document.title)))];
    if let Some(banner) = &document.banner {
        paragraphs.push(emphasised(banner));
    }
    paragraphs.push(flowing(&document.date_line, ""));
    let standing = [document.rule.as_ref().map(rule).unwrap_or_default(), flowing(&document.without_prejudice, "> ")];
    paragraphs.push(standing.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n>\n"));
    for section in &document.sections {
        let heading = inline(&lines::one_line(&section.heading));
        paragraphs.push(if heading.is_empty() { heading } else { format!("## {heading}") });
        // Two lists in a row would be one, were their marks the same.
        let mut mark = '*';
        for block in &section.blocks {
            mark = match (block, mark) {
                (Block::Bullets(_), '*') => '-',
                _ => '*',
            };
            paragraphs.push(written(block, mark));
        }
    }
    let end = [flowing(&document.without_prejudice, ""), flowing(&document.footer, "")];
    if end.iter().any(|text| !text.is_empty()) {
        paragraphs.push("---".to_owned());
        paragraphs.extend(end);
    }
    let mut whole = paragraphs.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    whole.push('\n');
    whole
}

fn written(block: &Block, mark: char) -> String {
    match block {
        Block::Paragraph(text) => flowing(text, ""),
        Block::Bullets(items) => items
            .iter()
            .map(|item| format!("{mark} {}", flowing(item, "  ").trim_start()))
            .filter(|item| item.len() > 2)
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Table(table) => rows(table),
        Block::Quote { text, source } => {
            let (text, source) = (flowing(text, "> "), flowing(source, "> "));
            if source.is_empty() { text } else { format!("{text}\n>\n{}", source.replacen("> ", "> — ", 1)) }
        }
    }
}

/// The rule: its ladder, with a mark and emphasis on the rung that applies, and what that means.
fn rule(rule: &Rule) -> String {
    let rungs = rule.ladder.iter().enumerate().map(|(number, rung)| {
        let rung = lines::one_line(rung);
        if number == rule.applies { format!("☒ {}", inline(&strong(rung))) } else { format!("☐ {}", inline(&rung)) }
    });
    let label = inline(&lines::one_line(&rule.label));
    let line: Vec<String> = [label].into_iter().filter(|label| !label.is_empty()).chain(rungs).collect();
    let meaning = flowing(&rule.meaning, "> ");
    let ladder = format!("> {}", at_line_start(line.join(" ")));
    if meaning.is_empty() { ladder } else { format!("{ladder}\n>\n{meaning}") }
}

fn rows(Table { head, rows }: &Table) -> String {
    let cell = |text: &Text| inline(&lines::one_line(text));
    let row = |cells: &[Text]| {
        let cells = (0..head.len()).map(|column| cells.get(column).map(cell).unwrap_or_default());
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    if head.is_empty() {
        return String::new();
    }
    let line = format!("|{}", " --- |".repeat(head.len()));
    [row(head), line].into_iter().chain(rows.iter().map(|cells| row(cells))).collect::<Vec<_>>().join("\n")
}

/// A text with its line breaks, each line after `margin`.
fn flowing(text: &Text, margin: &str) -> String {
    let lines: Vec<String> =
        lines::lines(text).iter().map(|line| format!("{margin}{}", at_line_start(inline(line)))).collect();
    lines.join("\\\n")
}

/// A text of one line, all of it with emphasis.
fn emphasised(text: &Text) -> String {
    at_line_start(inline(&strong(lines::one_line(text))))
}

fn strong(mut line: Line) -> Line {
    line.iter_mut().for_each(|piece| piece.strong = true);
    // Neighbours that are now alike have to be one, since `**a****b**` would say something else.
    line.dedup_by(|next, piece| {
        let alike = !next.isolate && !piece.isolate;
        if alike {
            piece.text += &next.text;
        }
        alike
    });
    line
}

/// A line as Markdown, its beginning not yet guarded.
fn inline(line: &Line) -> String {
    let mut written = String::new();
    for Piece { text, strong, isolate } in line {
        if *isolate {
            written.push(ISOLATE);
        }
        // Emphasis begins and ends at a letter or digit, or Markdown would not see it as such.
        let core = strong.then(|| core(text)).flatten();
        match core {
            Some((before, core, after)) => {
                escape(before, &mut written);
                written.push_str("**");
                escape(core, &mut written);
                written.push_str("**");
                escape(after, &mut written);
            }
            None => escape(text, &mut written),
        }
        if *isolate {
            written.push(END_ISOLATE);
        }
    }
    written
}

/// A text in three: from its first to its last letter or digit, and what is around that.
fn core(text: &str) -> Option<(&str, &str, &str)> {
    let begin = text.find(char::is_alphanumeric)?;
    let end = text.char_indices().rfind(|(_, character)| character.is_alphanumeric())?;
    let end = end.0 + end.1.len_utf8();
    Some((text.get(..begin)?, text.get(begin..end)?, text.get(end..)?))
}

/// Appends a text of which nothing is Markdown, wherever in a line it stands.
fn escape(text: &str, written: &mut String) {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            // In a table's cell a backslash before it would not do after another backslash.
            '|' => written.push_str("&#124;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '#' | '~' | '$' | '^' | '!' | '@' => {
                written.push('\\');
                written.push(character);
            }
            // `https:` and `www.` become links, `:smile:` a picture.
            ':' if characters.peek().is_some_and(|next| !next.is_whitespace() && !next.is_ascii_digit()) => {
                written.push_str("\\:");
            }
            '.' if written.len() >= 3
                && written.as_bytes().get(written.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case(b"www")) =>
            {
                written.push_str("\\.");
            }
            _ => written.push(character),
        }
    }
}

/// Guards what has a meaning only at the beginning of a line: `-`, `+`, `=`, `:`, and `1.` or `1)`.
fn at_line_start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let place = match line.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=' | b':') if digits == 0 => 0,
        Some(b'.' | b')') if digits > 0 => digits,
        _ => return line,
    };
    let (before, after) = line.split_at(place);
    format!("{before}\\{after}")
}
