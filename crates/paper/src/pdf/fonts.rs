//! The fonts: DejaVu Sans Condensed, which has Latin, Cyrillic and Arabic letters in one family.
//!
//! No font of the machine is used, so that a page looks the same everywhere and says nothing of where it was made.
use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Parsed fonts, and what they cover.
pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

/// The fonts, parsed once. None if they cannot be parsed.
pub(super) fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    let parse = || {
        let files = [dejavu::sans_condensed::regular(), dejavu::sans_condensed::bold()];
        let fonts = files.into_iter().map(|file| Font::new(Bytes::new(file), 0)).collect::<Option<Vec<_>>>()?;
        Some(Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts })
    };
    FONTS.get_or_init(parse).as_ref()
}
