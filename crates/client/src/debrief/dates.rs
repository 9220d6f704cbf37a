//! Dates in words, as far as they are known.
use dialogue::record::Day;

use super::words::Words;

/// A date in a language's words: the year, the month and year, or all three.
pub(super) fn in_words(day: Day, words: &Words) -> String {
    let (first, last) = day.span();
    let year = first.year();
    let Some(month) = day.month().and_then(|month| usize::try_from(month).ok()).and_then(|month| month.checked_sub(1))
    else {
        return year.to_string();
    };
    let name = |names: &[&'static str; 12]| names.get(month).copied().unwrap_or_default();
    if first == last {
        format!("{} {} {year}", first.day(), name(&words.months_of))
    } else {
        format!("{} {year}", name(&words.months))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
    use super::super::{Tongue, words::Words};
    use super::in_words;

    #[test]
    fn dates_are_said_as_far_as_they_are_known() {
        let say = |text: &str, tongue| in_words(text.parse().unwrap(), Words::of(tongue));
        assert_eq!(say("2026", Tongue::English), "2026");
        assert_eq!(say("2026-03", Tongue::English), "March 2026");
        assert_eq!(say("2026-03-10", Tongue::English), "10 March 2026");
        assert_eq!(say("2026-03", Tongue::Russian), "март 2026");
        assert_eq!(say("2026-03-10", Tongue::Russian), "10 марта 2026");
        assert_eq!(say("2026-03-10", Tongue::Ukrainian), "10 березня 2026");
        assert_eq!(say("2026-03-10", Tongue::French), "10 mars 2026");
        assert_eq!(say("2026-03-10", Tongue::Arabic), "10 مارس 2026");
    }
}
