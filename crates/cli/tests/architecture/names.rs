//! Names say which room it is; first lines say what the room is for; no text names a machine.
use std::path::Path;

use super::tree;

/// Rooms that would hold anything.
const ATTICS: [&str; 6] = ["common", "core", "helpers", "manager", "util", "utils"];

#[test]
fn no_room_is_an_attic() {
    for package in tree::packages().workspace_packages() {
        assert!(!ATTICS.contains(&package.name.as_str()), "a crate is called `{}`", package.name);
    }
    for file in tree::ending(".rs") {
        for part in file.with_extension("").iter() {
            assert!(!ATTICS.iter().any(|attic| part == *attic), "{}", file.display());
        }
        for line in tree::text(file).unwrap_or_default().lines() {
            let line = line.trim().trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            let module = line.strip_prefix("mod ").map(|rest| rest.trim_end_matches([' ', '{', ';']));
            assert!(!module.is_some_and(|name| ATTICS.contains(&name)), "{}: {line}", file.display());
        }
    }
}

#[test]
fn first_lines_say_what_the_room_is_for() {
    for file in tree::ending(".rs") {
        let text = tree::text(file).unwrap_or_default();
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{} begins with `{first}`", file.display());
    }
}

/// Paths and words of one machine or workplace. Written in halves, so that this file does not hold them.
fn machine_words() -> Vec<String> {
    let halves = [
        ("/wor", "k/"),
        ("/far", "m/"),
        ("/roo", "t/"),
        ("/hom", "e/"),
        (".libr", "ary"),
        ("/Us", "ers/"),
        ("far", "m-"),
    ];
    halves.iter().map(|(first, second)| format!("{first}{second}")).collect()
}

#[test]
fn no_text_names_a_machine() {
    for file in tree::files().iter().filter(|file| *file != Path::new("Cargo.lock")) {
        for (number, line) in tree::text(file).unwrap_or_default().lines().enumerate() {
            let found = machine_words().into_iter().find(|word| line.contains(word.as_str()));
            assert!(found.is_none(), "{}:{} names `{}`", file.display(), number + 1, found.unwrap_or_default());
        }
    }
}
