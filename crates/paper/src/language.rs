//! The language of a document: a tag of BCP 47, and which way it is written.
use crate::Error;

/// Languages that are written from right to left where the tag names no script.
const RIGHT_TO_LEFT: [&str; 13] = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "ug", "ur", "yi"];

/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 8] = ["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// A language as BCP 47 tags it: a language of two or three letters, then a script and a region where they are given.
///
/// Variants and extensions are not taken: no writer could say them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language {
    language: String,
    script: Option<String>,
    region: Option<String>,
}

impl Language {
    /// Reads a tag, in any case of letters: `ar`, `fr-CH`, `uz-Latn-UZ`.
    ///
    /// # Errors
    /// [`Error::Language`] if it is no such tag.
    pub fn parse(tag: &str) -> Result<Self, Error> {
        // The tag goes into an error message, so no more of it than a person would have typed.
        let wrong = || Error::Language(tag.chars().take(40).flat_map(char::escape_debug).collect());
        let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let mut parts = tag.split('-').peekable();
        let language = parts.next().filter(|part| matches!(part.len(), 2 | 3) && letters(part)).ok_or_else(wrong)?;
        let script = parts.next_if(|part| part.len() == 4 && letters(part)).map(|part| {
            let (first, rest) = part.split_at(1);
            format!("{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase())
        });
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let region = parts
            .next_if(|part| (part.len() == 2 && letters(part)) || (part.len() == 3 && digits(part)))
            .map(str::to_ascii_uppercase);
        match parts.next() {
            Some(_) => Err(wrong()),
            None => Ok(Self { language: language.to_ascii_lowercase(), script, region }),
        }
    }

    /// Whether it is written from right to left: by its script, or else by what is usual for the language.
    pub fn is_right_to_left(&self) -> bool {
        match &self.script {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.as_str()),
            None => RIGHT_TO_LEFT.contains(&self.language.as_str()),
        }
    }

    /// The whole tag in its usual case of letters.
    pub fn tag(&self) -> String {
        let parts = [Some(&self.language), self.script.as_ref(), self.region.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("-")
    }

    /// The language alone: two or three small letters.
    #[cfg(feature = "pdf")]
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// The script alone, where the tag has one.
    #[cfg(feature = "pdf")]
    pub(crate) fn script(&self) -> Option<&str> {
        self.script.as_deref()
    }

    /// The region, where the tag names one of two letters.
    #[cfg(feature = "pdf")]
    pub(crate) fn country(&self) -> Option<&str> {
        self.region.as_deref().filter(|region| region.len() == 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_and_written_in_their_usual_case() {
        for (read, written) in [("AR", "ar"), ("fr-ch", "fr-CH"), ("UZ-LATN-uz", "uz-Latn-UZ"), ("es-419", "es-419")] {
            assert_eq!(Language::parse(read).map(|language| language.tag()), Ok(written.to_owned()));
        }
        for wrong in ["", "a", "english", "en-", "en_GB", "en-GB-oxendict", "ar-x-1", "уk", "en\"/>", "-en"] {
            assert!(matches!(Language::parse(wrong), Err(Error::Language(_))), "{wrong}");
        }
    }

    #[test]
    fn the_script_decides_the_direction_before_the_language() {
        let direction = |tag| Language::parse(tag).map(|language| language.is_right_to_left());
        for tag in ["ar", "ar-EG", "fa", "he", "ur", "az-Arab"] {
            assert_eq!(direction(tag), Ok(true), "{tag}");
        }
        for tag in ["en", "fr", "ru", "uk", "ku-Latn", "ar-Latn"] {
            assert_eq!(direction(tag), Ok(false), "{tag}");
        }
    }
}
