//! The world of the typesetter: one template, two fonts, and the values of one document.
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

use super::fonts::{Fonts, fonts};

/// The template. It reads `sys.inputs` and nothing else.
const TEMPLATE: &str = include_str!("page.typ");

/// Everything that can be seen while one document is typeset.
pub(super) struct World {
    standard: LazyHash<Library>,
    template: Source,
    fonts: &'static Fonts,
}

impl World {
    /// A world with these values; none if the fonts cannot be read.
    pub(super) fn new(inputs: Dict) -> Option<Self> {
        Self::of(TEMPLATE, inputs)
    }

    fn of(template: &str, inputs: Dict) -> Option<Self> {
        let path = VirtualPath::new("page.typ").ok()?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Some(Self {
            standard: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            template: Source::new(id, template.to_owned()),
            fonts: fonts()?,
        })
    }

    /// What every file is but the template.
    fn nowhere<T>() -> FileResult<T> {
        Err(FileError::AccessDenied)
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Self::nowhere() }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Self::nowhere()
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test stops where its ground is missing")]
mod tests {
    use typst_layout::PagedDocument;

    use super::*;

    /// Even a text that were parsed, which none is, would find nothing here.
    #[test]
    fn there_are_no_files_no_packages_and_no_clock() {
        let print = |template: &str| {
            let world = World::of(template, Dict::new()).expect("fonts");
            typst::compile::<PagedDocument>(&world).output.map(|pages| pages.pages().len())
        };
        assert_eq!(print("#sys.inputs.len()"), Ok(1), "the template itself is carried out");
        for reach in [
            "#read(\"/etc/passwd\")",
            "#read(\"page.typ\")",
            "#read(\"../Cargo.toml\")",
            "#include \"other.typ\"",
            "#import \"@preview/example:0.1.0\": *",
            "#image(\"picture.png\")",
            "#plugin(\"program.wasm\")",
            "#datetime.today().display()",
        ] {
            assert!(print(reach).is_err(), "{reach}");
        }
    }

    #[test]
    fn the_fonts_are_the_two_we_brought() {
        let fonts = fonts().expect("fonts");
        let named: Vec<_> = fonts.fonts.iter().map(|font| font.info().family.as_str()).collect();
        assert_eq!(named, ["DejaVu Sans"; 2]);
        for character in "Aéжґї€☐☒•—\u{fffd}ابتلاءؤئ،؛؟٣פ".chars() {
            assert!(fonts.fonts.iter().all(|font| font.info().coverage.contains(u32::from(character))), "{character}");
        }
    }
}
