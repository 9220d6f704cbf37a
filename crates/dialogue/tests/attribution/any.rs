//! Whatever the text: no panic, spans on boundaries of characters, and time that grows with length alone.
use std::time::{Duration, Instant};

use dialogue::attribution::{Language, lint, lint_in};
use proptest::prelude::*;

use crate::exercise::{LANGUAGES, readouts, scene, scenes};

/// Pieces that the linter treats in its own way, to be put together in any order.
const PIECES: &[&str] = &[
    "Orlov",
    "Орлову",
    "الخطيب",
    "the only",
    "former",
    "ambassador",
    "14",
    ".",
    "/",
    "May",
    "\u{200B}",
    "\u{301}",
    "«",
    "»",
    "\"",
    "A.",
    "М.",
    "ك.",
    "we",
    " in ",
    "Moscow",
    "наша ",
    "сторона",
    "حكومتنا",
    "-",
    "'",
    "l'",
    "\n",
    "she said",
    "قالت",
    "\u{202E}",
    "ﷺ",
    "𝐎𝐫𝐥𝐨𝐯",
    "ẞ",
    "İ",
    "٣",
    "second day",
    " ",
    ", ",
    "é",
    "e\u{301}",
    "ﻻ",
    "🕊️",
    "г-н Б.",
];

fn check(text: &str) -> Result<(), TestCaseError> {
    for name in ["channel", "reservoir"] {
        let scene = scene(name);
        for language in [Language::English, Language::Russian, Language::Arabic, Language::French] {
            for finding in lint_in(text, language, &scene) {
                let matched = text.get(finding.span.clone());
                prop_assert_eq!(matched, Some(finding.matched.as_str()), "{:?}", finding);
                prop_assert!(!finding.why.is_empty() && !finding.suggestion.is_empty());
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_within_any_text(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn spans_are_within_any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        check(&pieces.concat())?;
    }
}

/// The shortest of three tries, since other programs run as well.
fn time(text: &str) -> Duration {
    let scene = scene("channel");
    let once = || {
        let start = Instant::now();
        let findings = lint(text, &scene);
        assert!(findings.iter().all(|finding| text.get(finding.span.clone()).is_some()));
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap()
}

fn fill(piece: &str) -> String {
    piece
        .chars()
        .cycle()
        .scan(0, |length, letter| {
            *length += letter.len_utf8();
            (*length <= 64 * 1024).then_some(letter)
        })
        .collect()
}

#[test]
fn sixty_four_kibibytes_take_less_than_a_second() {
    let prose: String =
        LANGUAGES.iter().flat_map(|(_, file)| readouts(file)).map(|readout| readout.text + " ").collect();
    let hard = [
        prose.as_str(),
        "о",
        "a",
        "ال",
        "A.",
        "a-",
        "1.",
        "1/2/",
        "\"",
        "« ",
        "\u{301}",
        "a\u{200B}",
        "the ",
        "the only former ",
        "she ",
        "Orlov ",
        "of the ",
        "она ",
        "قالت ",
        "elle ",
        "14–15 ",
        "May ",
        "14 May ",
        "و",
        "we in ",
        "our foreign ",
        "participant ",
        "most ",
    ];
    for piece in hard {
        let taken = time(&fill(piece));
        let name: String = piece.chars().take(12).collect();
        println!("FIGURE: attribution, 64 KiB of `{}`: {} ms", name.escape_debug(), taken.as_millis());
        assert!(taken < Duration::from_secs(1), "{name}: {taken:?}");
    }
}

#[test]
fn nothing_is_found_where_nobody_is_protected() {
    for mut scene in scenes().into_values() {
        scene.seats.iter_mut().for_each(|seat| seat.protected = false);
        assert_eq!(
            lint("Orlov, the only former ambassador, said in Geneva on 14 May that our side agrees.", &scene),
            []
        );
    }
}
