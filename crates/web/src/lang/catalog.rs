//! The texts. An area has one file in each language; a text's name begins with its area's.
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::Lang;

/// Declares the areas, and takes their files in all languages into the program.
macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        /// The areas.
        #[cfg(test)]
        pub(crate) const AREAS: &[&str] = &[$($area),+];

        /// The text of an area in a language.
        pub(crate) fn source(lang: Lang, area: &str) -> &'static str {
            match (lang, area) {
                $(
                    (Lang::En, $area) => include_str!(concat!("../../locales/en/", $area, ".ftl")),
                    (Lang::Ru, $area) => include_str!(concat!("../../locales/ru/", $area, ".ftl")),
                    (Lang::Uk, $area) => include_str!(concat!("../../locales/uk/", $area, ".ftl")),
                    (Lang::Ar, $area) => include_str!(concat!("../../locales/ar/", $area, ".ftl")),
                    (Lang::Fr, $area) => include_str!(concat!("../../locales/fr/", $area, ".ftl")),
                )+
                _ => "",
            }
        }

        const ALL: &[&str] = &[$($area),+];
    };
}

areas!(
    "common",
    "welcome",
    "talks",
    "overview",
    "rooms",
    "people",
    "meetings",
    "readouts",
    "statements",
    "handover",
    "agenda",
    "position",
    "soundings",
    "ledger",
    "members",
    "gate",
    "security",
    "leaving",
    "settings",
    "guide",
);

/// What is inserted into a text.
#[derive(Clone, Debug)]
pub(crate) enum Given {
    /// A text, isolated.
    Text(String),
    /// A number, which decides on plurals and is written as the language writes it.
    Number(i64),
}

impl From<&str> for Given {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Given {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Given {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Given {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Given {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Given {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<u64> for Given {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

static BUNDLES: LazyLock<Vec<(Lang, FluentBundle<FluentResource>)>> =
    LazyLock::new(|| Lang::ALL.into_iter().map(|lang| (lang, bundle(lang))).collect());

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let id = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(true);
    for area in ALL {
        // A part that cannot be read is a missing text, which the tests refuse.
        let resource = FluentResource::try_new(source(lang, area).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A text in a language. One that is missing shows as its name in brackets, which no test lets pass.
pub(crate) fn say(lang: Lang, name: &str, given: &[(&str, Given)]) -> String {
    let found = BUNDLES.iter().find(|(known, _)| *known == lang).and_then(|(_, bundle)| {
        let pattern = bundle.get_message(name)?.value()?;
        let mut args = FluentArgs::new();
        for (key, value) in given {
            match value {
                Given::Text(text) => args.set((*key).to_owned(), text.clone()),
                Given::Number(number) => args.set((*key).to_owned(), *number),
            }
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    });
    found.unwrap_or_else(|| format!("⟦{name}⟧"))
}

/// Templates hand over what they loop over by reference.
macro_rules! by_reference {
    ($($of:ty),+) => { $(
        impl From<&$of> for Given {
            fn from(one: &$of) -> Self {
                Self::from(one.to_owned())
            }
        }
    )+ };
}

by_reference!(usize, u32, u64, i64, &usize, &u32, &u64, &i64, &String, &str);
