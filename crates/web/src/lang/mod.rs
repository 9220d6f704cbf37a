//! The languages of the pages: every text by its name, plurals and insertions by the language's own rules.
//!
//! Texts are Fluent files, one per area and language. Insertions are isolated from the direction of what is around them.
mod catalog;
mod dates;

#[cfg(test)]
pub(crate) use catalog::{AREAS, source};
pub(crate) use catalog::{Given, say};

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Ukrainian.
    Uk,
    /// Arabic.
    Ar,
    /// French.
    Fr,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::En, Self::Ru, Self::Uk, Self::Ar, Self::Fr];

    /// Its code (BCP 47).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Uk => "uk",
            Self::Ar => "ar",
            Self::Fr => "fr",
        }
    }

    /// Whether it is the other.
    #[must_use]
    pub fn is(self, other: &Self) -> bool {
        self == *other
    }

    /// Its name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Русский",
            Self::Uk => "Українська",
            Self::Ar => "العربية",
            Self::Fr => "Français",
        }
    }

    /// The direction of its writing, as HTML names it.
    #[must_use]
    pub fn dir(self) -> &'static str {
        if self == Self::Ar { "rtl" } else { "ltr" }
    }

    /// A language by its code, region and script apart.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        let language = code.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language))
    }

    /// The first language of an `Accept-Language` header that there is; English, where there is none.
    #[must_use]
    pub fn of_header(header: &str) -> Self {
        let mut wanted: Vec<(f32, Self)> = header
            .split(',')
            .take(20)
            .filter_map(|part| {
                let (code, rest) = part.split_once(';').unwrap_or((part, ""));
                let weight = rest.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok()).unwrap_or(1.0);
                Self::read(code).map(|lang| (weight, lang))
            })
            .collect();
        wanted.sort_by(|one, other| other.0.total_cmp(&one.0));
        wanted.first().map_or(Self::En, |(_, lang)| *lang)
    }

    /// The day of a moment (seconds since 1970, UTC) in words.
    #[must_use]
    pub fn day(self, at: i64) -> String {
        dates::day(self, at)
    }

    /// The day and the minute of a moment (seconds since 1970, UTC) in words.
    #[must_use]
    pub fn moment(self, at: i64) -> String {
        dates::moment(self, at)
    }

    /// A date as far as it is known, in words: `2023`, `2023-04`, `2023-04-17`.
    #[must_use]
    pub fn known_day(self, text: &str) -> String {
        dates::known(self, text)
    }

    /// A number with a decimal point, such as a track's `1.5`, as the language writes it.
    #[must_use]
    pub fn decimal(self, number: &str) -> String {
        match self {
            Self::Ru | Self::Uk | Self::Fr => number.replace('.', ","),
            Self::En | Self::Ar => number.to_owned(),
        }
    }

    /// A whole number as the language writes it.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        dates::number(self, number)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops where a step fails")]
mod tests;
