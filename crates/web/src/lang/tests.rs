//! No text is missing in any language, and none says less than the English one.
use std::collections::{BTreeMap, BTreeSet};

use super::{AREAS, Lang, say, source};

/// The names of an area's texts, each with what is inserted.
fn texts(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut name = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if !line.starts_with([' ', '}'])
            && let Some((key, _)) = line.split_once(" =")
        {
            name = key.to_owned();
        }
        let inserted =
            line.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next());
        let texts = if name.is_empty() { continue } else { found.entry(name.clone()).or_default() };
        texts.extend(inserted.flatten().map(str::to_owned));
    }
    found
}

#[test]
fn every_text_is_there_in_every_language_with_the_same_insertions() {
    for area in AREAS {
        let english = texts(source(Lang::En, area));
        assert!(!english.is_empty(), "{area}");
        for lang in Lang::ALL {
            assert_eq!(texts(source(lang, area)), english, "{area} in {}", lang.code());
        }
    }
}

#[test]
fn every_file_is_read_without_an_error() {
    for lang in Lang::ALL {
        for area in AREAS {
            let read = fluent_bundle::FluentResource::try_new(source(lang, area).to_owned());
            assert!(read.is_ok(), "{area} in {}: {:?}", lang.code(), read.err().map(|(_, errors)| errors));
        }
    }
}

#[test]
fn every_text_that_the_pages_name_exists() {
    let mut known = BTreeSet::new();
    for area in AREAS {
        known.extend(texts(source(Lang::En, area)).into_keys());
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = BTreeSet::new();
    let mut folders: Vec<_> = ["src", "templates"].map(|folder| root.join(folder)).to_vec();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(file) = std::fs::read_to_string(&path) else { continue };
            // Names stand between quotes and begin with an area.
            for text in file.split('"').skip(1).step_by(2) {
                let named_so = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                let area = text.split('-').next().unwrap_or_default();
                if named_so && text.contains('-') && !text.ends_with('-') && (AREAS.contains(&area) || area == "done") {
                    named.insert(text.to_owned());
                }
            }
        }
    }
    let missing: Vec<_> = named.difference(&known).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn plurals_follow_the_language() {
    let count = |lang, n: i64| say(lang, "rooms-older", &[("count", n.into())]);
    assert_eq!(count(Lang::En, 1), "One earlier message");
    assert_ne!(count(Lang::En, 2), count(Lang::En, 1));
    assert_eq!(say(Lang::En, "no-such-text", &[]), "⟦no-such-text⟧");
}

#[test]
fn dates_are_written_in_words() {
    assert_eq!(Lang::En.known_day("2023-04"), "April 2023");
    assert_eq!(Lang::Fr.known_day("2023-04-17"), "17 avril 2023");
    assert_eq!(Lang::Ru.day(0), "1 января 1970\u{202f}г.");
    assert!(Lang::Ar.known_day("2023-04").contains("أبريل"));
    assert_eq!(Lang::Uk.known_day("2023"), "2023");
}
