//! Finds what was laid out without a glyph, which would be printed as a box.
use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

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
                    missing.extend(text.text.get(glyph.range()).unwrap_or_default().chars());
                }
            }
            _ => {}
        }
    }
}
