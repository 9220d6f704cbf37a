//! Finds characters without a glyph, which would be printed as boxes.
use std::collections::BTreeSet;

use typst::foundations::{Dict, Value};
use typst::layout::{Frame, FrameItem};
use typst::text::is_default_ignorable;
use typst_layout::PagedDocument;

use super::fonts::fonts;
use crate::Error;

/// Refuses values with characters that no font has. Before anything is laid out: the typesetter stumbles over some of
/// them in text from right to left (its check of ranges in `inline/shaping.rs`).
pub(super) fn check(inputs: &Dict) -> Result<(), Error> {
    let Some(fonts) = fonts() else { return Ok(()) };
    let printable = |character: char| {
        let code = u32::from(character);
        fonts.fonts.iter().any(|font| font.info().coverage.contains(code)) || is_default_ignorable(character)
    };
    let mut missing = BTreeSet::new();
    let mut open: Vec<&Value> = inputs.iter().map(|(_, value)| value).collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Str(text) => missing.extend(text.chars().filter(|character| !printable(*character))),
            Value::Array(values) => open.extend(values.iter()),
            Value::Dict(values) => open.extend(values.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(Error::Glyphs(missing.into_iter().collect())) }
}

/// The characters on these pages for which no font has a glyph, in the order of their code points.
pub(super) fn missing(pages: &PagedDocument) -> Vec<char> {
    let mut missing = BTreeSet::new();
    for page in pages.pages() {
        look(&page.frame, &mut missing);
    }
    missing.into_iter().collect()
}

fn look(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => look(&group.frame, missing),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let unseen = text.text.get(glyph.range()).unwrap_or_default().chars();
                    missing.extend(unseen.filter(|character| !is_default_ignorable(*character)));
                }
            }
            _ => {}
        }
    }
}
