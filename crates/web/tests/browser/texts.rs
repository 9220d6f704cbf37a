//! The texts of the pages in one language, read from the same files, so that a test can say what a page must say.
use std::path::Path;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use web::Lang;

/// One language.
pub struct Texts {
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

/// A text as a reader sees it: in one line, without isolates.
pub fn seen(text: &str) -> String {
    text.replace(|c| matches!(c, '\u{2066}'..='\u{2069}'), "").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Texts {
    pub fn of(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.code().parse().unwrap()]);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang.code());
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            bundle.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
        }
        Self { lang, bundle }
    }

    /// A text by its name.
    pub fn say(&self, name: &str) -> String {
        self.with(name, &[])
    }

    /// A text with insertions; what is a whole number decides on plurals.
    pub fn with(&self, name: &str, given: &[(&str, &str)]) -> String {
        let message = self.bundle.get_message(name).and_then(|message| message.value());
        let pattern = message.unwrap_or_else(|| panic!("there is no text {name} in {}", self.lang.code()));
        let mut args = FluentArgs::new();
        for (key, value) in given {
            match value.parse::<i64>() {
                Ok(number) => args.set((*key).to_owned(), number),
                Err(_) => args.set((*key).to_owned(), (*value).to_owned()),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        assert!(errors.is_empty(), "{name}: {errors:?}");
        seen(&text)
    }
}
