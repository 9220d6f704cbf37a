//! The document: one form, and what is not in it is refused with the line.
use std::collections::BTreeSet;

use dialogue::mandate::{Act, Counsel, Draft, Envoy, Error, Mandate, Revocation, Signed, Uncovered};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;

use super::desk::{FROZEN, FROZEN_REVOCATION, UNTIL, draft, mandate};

#[test]
fn the_written_form_is_frozen() {
    assert_eq!(mandate().to_text(), FROZEN);
    assert_eq!(Mandate::read(FROZEN.as_bytes()).unwrap(), mandate());
    assert_eq!(Revocation::read(FROZEN_REVOCATION.0.as_bytes()).unwrap().to_text(), FROZEN_REVOCATION.0);
}

#[test]
fn the_page_for_officials_shows_what_is_written() {
    let page = include_str!("../../../../docs/MANDATES.md");
    assert!(page.contains(&format!("```text\n{FROZEN}```")), "the mandate");
    assert!(page.contains(&format!("```text\n{}```", FROZEN_REVOCATION.0)), "the revocation");
    assert!(page.contains(&format!("-n {} ", dialogue::mandate::NAMESPACE)), "the namespace");
}

/// The frozen document with one piece put in place of another.
fn changed(from: &str, to: &str) -> String {
    assert!(FROZEN.contains(from), "{from}");
    FROZEN.replacen(from, to, 1)
}

#[test]
fn what_departs_from_the_form_is_refused_with_its_line() {
    let envoy = FROZEN.lines().nth(2).unwrap();
    let condition = "condition: No word on dates before the consultations in June.\n";
    let many = (0..33).map(|n| format!("condition: {n}\n")).collect::<String>();
    let cases = [
        (changed("principal: ", "Principal: "), 2, "`principal: ` and text"),
        (changed("principal: ", "principal:  "), 2, "spaces at its ends"),
        (changed("(an exercise)", "(an  exercise)"), 2, "two together"),
        (changed("(an exercise)", "(an\u{202e} exercise)"), 2, "U+202E"),
        (changed("(an exercise)", "(an\u{a0}exercise)"), 2, "U+00A0"),
        (changed("(an exercise)", "(an\texercise)"), 2, "U+0009"),
        (changed("of Arcadia", &"x".repeat(400)), 2, "longer than 400"),
        (changed(envoy, &envoy.replace("envoy: ", "envoy: 0")), 3, "64 hexadecimal digits"),
        (changed(envoy, &envoy.to_uppercase().replace("ENVOY", "envoy")), 3, "lower case"),
        (changed("d1d1d1", "D1d1d1"), 4, "32 hexadecimal digits in lower case"),
        (changed("scope: explore", "scope: everything"), 5, "`explore`, `convey` or `speak-for`"),
        (changed("the principal is not bound", "the principal is bound"), 5, "word for word"),
        (swapped(5, 6), 6, "the order explore, convey, speak-for"),
        (swapped(7, 8), 8, "in the order of their bytes"),
        (changed("subject: launches", "subject: debris"), 8, "each once"),
        (changed("2026-05-01T00:00:00Z", "2026-05-01T00:00:00.0Z"), 9, "2026-05-01T00:00:00Z"),
        (changed("2026-05-01T00:00:00Z", "2026-05-01T02:00:00+02:00"), 9, "2026-05-01T00:00:00Z"),
        (changed("2026-05-01T00:00:00Z", "2026-05-01t00:00:00z"), 9, "2026-05-01T00:00:00Z"),
        (changed("2026-05-01T00:00:00Z", "2026-02-30T00:00:00Z"), 9, "2026-05-01T00:00:00Z"),
        (changed("2026-08-01T00:00:00Z", "2026-05-01T00:00:00Z"), 10, "after the one in `from`"),
        (changed(condition, ""), 11, "`conditions: none`"),
        (changed(condition, &many), 43, "at most 32 conditions"),
        (changed("2026-04-28", "2026-4-28"), 13, "a day as 2026-05-01"),
        (changed("2026-04-28", "2026-04-31"), 13, "a day as 2026-05-01"),
        (changed("no legal advice is given here", "legal advice is given here"), 15, "`end: holds"),
        (format!("{FROZEN}\n"), 16, "the end of the document"),
        (format!("{FROZEN}end\n"), 16, "the end of the document"),
        (FROZEN.trim_end().to_owned(), 15, "LF at the end of the last line"),
        (FROZEN.replace('\n', "\r\n"), 1, "LF alone"),
        (FROZEN.lines().take(9).map(|line| format!("{line}\n")).collect(), 10, "`until: `"),
    ];
    for (text, expected_line, expected_words) in cases {
        let error = Mandate::read(text.as_bytes()).expect_err(expected_words);
        let Error::NotCanonical { what: "mandate", line, .. } = &error else { unreachable!("{error:?}: {text}") };
        assert_eq!(*line, expected_line, "{error}");
        assert!(error.to_string().contains(expected_words), "{error}: {expected_words}");
    }
}

/// The frozen document with two neighbouring lines, counted from 1, the other way round.
fn swapped(first: usize, second: usize) -> String {
    let mut lines: Vec<&str> = FROZEN.lines().collect();
    lines.swap(first - 1, second - 1);
    lines.join("\n") + "\n"
}

#[test]
fn what_is_no_mandate_at_all_is_called_so() {
    let long = FROZEN.replace("condition: ", &format!("condition: {}", "x".repeat(40_000)));
    let cases: [(&[u8], &str); 5] = [
        (b"", "first line"),
        (b"\xef\xbb\xbfbackchannel mandate v1\n", "first line"),
        (b"backchannel mandate v2\n", "`backchannel mandate v2`"),
        (b"backchannel mandate v1\n\xff", "no UTF-8 from byte 24 on"),
        (long.as_bytes(), "of at most 32768"),
    ];
    for (bytes, words) in cases {
        let error = Mandate::read(bytes).expect_err(words);
        assert!(matches!(error, Error::Unreadable { .. }) && error.to_string().contains(words), "{error}");
    }
    // A revocation, signed by the same key under the same namespace, is no mandate, and the other way round.
    let (document, signature) = FROZEN_REVOCATION;
    let error = Signed::read(document.as_bytes(), signature.as_bytes()).unwrap_err();
    assert!(error.to_string().contains("cannot be read as a mandate"), "{error}");
    let error = Revocation::read(FROZEN.as_bytes()).unwrap_err();
    assert!(error.to_string().contains("cannot be read as a revocation"), "{error}");
}

#[test]
fn hostile_text_is_shown_harmless() {
    let error = Mandate::read("backchannel mandate v1\n\u{1b}]0;owned\u{7}\u{202e}x\n".as_bytes()).unwrap_err();
    let message = error.to_string();
    assert!(message.chars().all(|c| !c.is_control() && c != '\u{202e}'), "{message:?}");
    assert!(message.contains("\\u{1b}]0;owned"), "{message}");
}

#[test]
fn drafts_that_cannot_be_meant_are_refused_with_the_field() {
    let refused = |change: &dyn Fn(&mut Draft), words: &str| {
        let mut draft = draft();
        change(&mut draft);
        let error = draft.complete().expect_err(words);
        assert!(matches!(error, Error::Draft { .. }) && error.to_string().contains(words), "{error}: {words}");
    };
    refused(&|draft| draft.principal.clear(), "the principal's name is empty");
    refused(&|draft| draft.principal = "A\nuntil: 2099-01-01T00:00:00Z".to_owned(), "cannot be seen, U+000A");
    refused(&|draft| draft.acts.clear(), "the scope is empty");
    refused(&|draft| draft.subjects.extend(["x".repeat(81)]), "a subject is longer than 80");
    refused(&|draft| draft.subjects.extend((0..64).map(|n| n.to_string())), "more than 64");
    refused(&|draft| draft.from = UNTIL, "not after the first");
    refused(&|draft| draft.from = -1, "1970 and 9999");
    refused(&|draft| draft.until = i64::MAX, "1970 and 9999");
    refused(&|draft| draft.conditions = vec!["x".to_owned(); 33], "more than 32");
    refused(&|draft| draft.conditions.push(String::new()), "a condition is empty");
    refused(&|draft| draft.counsel.as_mut().unwrap().day = "yesterday".to_owned(), "no day");
    refused(&|draft| draft.counsel.as_mut().unwrap().reference = Some(" x".to_owned()), "counsel's reference");
    refused(&|draft| draft.counsel.as_mut().unwrap().name.clear(), "counsel's name is empty");
}

#[test]
fn acts_and_subjects_beyond_the_mandate_are_uncovered() {
    let mandate = mandate();
    let conditions = mandate.terms().covers(Act::Convey, Some("debris")).unwrap();
    assert_eq!(conditions, ["No word on dates before the consultations in June."]);
    let refused = |act, subject| mandate.terms().covers(act, subject).unwrap_err();
    let act = refused(Act::SpeakFor, Some("debris"));
    assert_eq!(act.to_string(), "the mandate does not say `speak-for`; it says explore, convey");
    let subject = refused(Act::Explore, Some("orbits"));
    let words = "the mandate does not extend to the subject `orbits`; it is for debris, launches";
    assert_eq!(subject.to_string(), words);
    assert!(matches!(refused(Act::Explore, None), Uncovered::Whole { .. }));

    let mut wide = draft();
    wide.subjects.clear();
    wide.acts = BTreeSet::from([Act::SpeakFor]);
    let wide = wide.complete().unwrap();
    assert!(wide.to_text().contains("\nsubjects: all\n"));
    assert!(wide.terms().covers(Act::SpeakFor, None).is_ok() && wide.terms().covers(Act::SpeakFor, Some("x")).is_ok());
    assert!(wide.terms().covers(Act::Explore, None).is_err(), "speaking for does not include exploring");
}

fn words() -> impl Strategy<Value = String> {
    // Latin, Cyrillic, Arabic, Persian with its joiner, Chinese, an emoji; single spaces inside.
    "[A-Za-z0-9(),:;=#'`\"\\\\é\u{430}-\u{44f}\u{627}-\u{64a}\u{4e00}-\u{4e20}🕊]{1,20}( [a-zä\u{645}\u{6cc}\u{200c}:]{1,10}){0,6}"
}

fn names() -> impl Strategy<Value = String> {
    "[a-z]{1,12}( [a-z:]{1,8})?"
}

fn drafts() -> impl Strategy<Value = Draft> {
    let counsel = (words(), 1..=28, option::of(words())).prop_map(|(name, day, reference)| Counsel {
        name,
        day: format!("2024-02-{day:02}"),
        reference,
    });
    let acts = proptest::sample::subsequence(Act::ALL.to_vec(), 1..=3);
    let times = (0..200_000_000_000_i64, 1..1_000_000_000_i64);
    let texts = (words(), vec(words(), 0..5), option::of(counsel), btree_set(names(), 0..5));
    (texts, acts, times, any::<[u8; 32]>(), any::<[u8; 16]>()).prop_map(|(texts, acts, times, envoy, dialogue)| {
        let (principal, conditions, counsel, subjects) = texts;
        let (acts, envoy, (from, length)) = (acts.into_iter().collect(), Envoy(envoy), times);
        Draft { principal, envoy, dialogue, acts, subjects, from, until: from + length, conditions, counsel }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_mandate_is_read_as_it_was_written(draft in drafts()) {
        let mandate = draft.complete().unwrap();
        let text = mandate.to_text();
        let read = Mandate::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&read, &mandate);
        prop_assert_eq!(read.to_text(), text);
        let reason = mandate.terms().conditions.first().cloned();
        let revocation = Revocation::of(&mandate, mandate.terms().until - 1, reason).unwrap();
        prop_assert_eq!(Revocation::read(revocation.to_text().as_bytes()).unwrap(), revocation);
    }

    #[test]
    fn whatever_is_read_is_written_back_to_the_byte(
        draft in drafts(),
        cuts in vec((any::<prop::sample::Index>(), 0..4_u8, any::<u8>(), any::<prop::sample::Index>()), 1..4),
    ) {
        let mut text = draft.complete().unwrap().to_text().into_bytes();
        for (at, what, byte, other) in cuts {
            let at = at.index(text.len());
            match what {
                0 => text[at] = byte,
                1 => drop(text.remove(at)),
                2 => text.insert(at, byte),
                _ => {
                    // A line again, somewhere else.
                    let lines: Vec<Vec<u8>> = text.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                    let mut moved = lines.clone();
                    moved.insert(other.index(lines.len()), lines[at % lines.len()].clone());
                    text = moved.concat();
                }
            }
        }
        if let Ok(read) = Mandate::read(&text) {
            prop_assert_eq!(read.to_text().into_bytes(), text);
        }
    }

    #[test]
    fn arbitrary_bytes_are_answered_without_panic(bytes in vec(any::<u8>(), 0..600), text in ".{0,300}") {
        for hostile in [&bytes[..], text.as_bytes()] {
            let headed = [b"backchannel mandate v1\n", hostile].concat();
            let revoking = [b"backchannel mandate revocation v1\n", hostile].concat();
            prop_assert!(Mandate::read(hostile).is_err() && Mandate::read(&headed).is_err());
            prop_assert!(Revocation::read(hostile).is_err() && Revocation::read(&revoking).is_err());
            prop_assert!(Signed::read(FROZEN.as_bytes(), hostile).is_err());
        }
        prop_assert!(dialogue::mandate::PrincipalKey::from_openssh(&text).is_err());
    }
}
