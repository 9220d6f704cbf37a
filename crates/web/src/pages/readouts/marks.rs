//! What the linter found, in the text itself: parts that are marked, each with its reasons beside it.
use dialogue::attribution::{self, Finding, Kind, Weight};
use dialogue::record::Record;
use dialogue::record::line::{Audience, Line};
use dialogue::record::scene;

use crate::page::Page;

/// A part of a text.
pub(super) struct Piece {
    pub(super) text: String,
    /// The number of the remark about it.
    pub(super) mark: Option<usize>,
    pub(super) blocks: bool,
}

/// A reason beside a text.
pub(super) struct Remark {
    /// The number in the text; none for what concerns all of it.
    pub(super) number: Option<usize>,
    pub(super) blocks: bool,
    pub(super) words: String,
}

/// A text with what was found in it.
pub(super) struct Marked {
    pub(super) pieces: Vec<Piece>,
    pub(super) remarks: Vec<Remark>,
}

/// The name of the text that says why.
fn reason(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "readouts-why-name",
        Kind::Initials => "readouts-why-initials",
        Kind::Role => "readouts-why-role",
        Kind::Unique => "readouts-why-unique",
        Kind::Gender => "readouts-why-gender",
        Kind::Date => "readouts-why-date",
        Kind::Place => "readouts-why-place",
        Kind::Institution => "readouts-why-institution",
        Kind::Side => "readouts-why-side",
        Kind::Voice => "readouts-why-voice",
        Kind::Quotation => "readouts-why-quotation",
        Kind::OffRecord => "readouts-why-off-record",
        Kind::SmallRoom => "readouts-why-small-room",
    }
}

/// A line's text for an audience; `reader` is the side whose own capital reads it.
pub(super) fn of_line(p: &Page, record: &Record, line: &Line, audience: Audience, reader: Option<&str>) -> Marked {
    let scene = scene::scene(record, line, audience, reader);
    let text = &line.wording.text;
    let mut marked = of(p, text, &attribution::lint(text, &scene));
    // A description is printed in front of the text, and must not tell either.
    for finding in line.wording.description.iter().flat_map(|text| attribution::lint(text, &scene)) {
        marked.remarks.push(remark(p, &finding, None));
    }
    marked
}

fn remark(p: &Page, finding: &Finding, number: Option<usize>) -> Remark {
    let words = p.with(reason(finding.kind), "words", finding.matched.as_str());
    Remark { number, blocks: finding.weight == Weight::Block, words }
}

/// A text with these findings in it; parts that overlap are marked as one.
fn of(p: &Page, text: &str, findings: &[Finding]) -> Marked {
    let whole = |one: &&Finding| matches!(one.kind, Kind::OffRecord | Kind::SmallRoom);
    let mut remarks: Vec<Remark> = findings.iter().filter(whole).map(|one| remark(p, one, None)).collect();
    let mut parts: Vec<(std::ops::Range<usize>, bool)> = Vec::new();
    for one in findings.iter().filter(|one| !whole(one)) {
        let blocks = one.weight == Weight::Block;
        match parts.last_mut() {
            Some((last, before)) if one.span.start < last.end => {
                last.end = last.end.max(one.span.end);
                *before |= blocks;
            }
            _ => parts.push((one.span.clone(), blocks)),
        }
        remarks.push(remark(p, one, Some(parts.len())));
    }
    let mut pieces = Vec::new();
    let mut at = 0;
    for (number, (span, blocks)) in parts.iter().enumerate() {
        let plain = text.get(at..span.start).unwrap_or_default().to_owned();
        pieces.push(Piece { text: plain, mark: None, blocks: false });
        let part = text.get(span.clone()).unwrap_or_default().to_owned();
        pieces.push(Piece { text: part, mark: Some(number + 1), blocks: *blocks });
        at = span.end;
    }
    pieces.push(Piece { text: text.get(at..).unwrap_or_default().to_owned(), mark: None, blocks: false });
    Marked { pieces, remarks }
}
