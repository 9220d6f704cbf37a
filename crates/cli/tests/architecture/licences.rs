//! Every package that is built, tests and build tools included, is under a licence on our list.
use std::iter::Peekable;

use super::tree;

/// The list. Of a choice (`OR`) one suffices, of a sum (`AND`) all are needed. 0BSD is ISC without its one condition;
/// the typesetter's Roman numerals are under it. Of CC0-1.0 we take nothing: it keeps patents back.
const ALLOWED: [&str; 9] =
    ["0BSD", "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MPL-2.0", "Unicode-3.0", "Zlib"];

/// Exceptions only ever add permissions.
const EXCEPTIONS: [&str; 1] = ["LLVM-exception"];

/// Whether an SPDX expression can be met from the list. Unreadable expressions cannot.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    choice(&mut words) == Some(true) && words.next().is_none()
}

fn choice<'a>(words: &mut Peekable<impl Iterator<Item = &'a str>>) -> Option<bool> {
    let mut met = sum(words)?;
    while words.next_if_eq(&"OR").is_some() {
        met |= sum(words)?;
    }
    Some(met)
}

fn sum<'a>(words: &mut Peekable<impl Iterator<Item = &'a str>>) -> Option<bool> {
    let mut met = licence(words)?;
    while words.next_if_eq(&"AND").is_some() {
        met &= licence(words)?;
    }
    Some(met)
}

fn licence<'a>(words: &mut Peekable<impl Iterator<Item = &'a str>>) -> Option<bool> {
    match words.next()? {
        "(" => {
            let met = choice(words)?;
            (words.next()? == ")").then_some(met)
        }
        name => {
            let met = ALLOWED.contains(&name);
            match words.next_if_eq(&"WITH") {
                Some(_) => Some(EXCEPTIONS.contains(&words.next()?) && met),
                None => Some(met),
            }
        }
    }
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    for good in ["MIT", "MIT OR GPL-3.0", "GPL-3.0/Apache-2.0", "(MIT OR GPL-2.0) AND Unicode-3.0"] {
        assert!(allowed(good), "{good}");
    }
    assert!(allowed("Apache-2.0 WITH LLVM-exception OR GPL-3.0"));
    for bad in ["GPL-3.0", "MIT AND GPL-3.0", "CC0-1.0", "MIT OR", "MIT WITH odd-exception", "(MIT", "MIT MIT", ""] {
        assert!(!allowed(bad), "{bad}");
    }
}

#[test]
fn every_licence_is_on_the_list() {
    let packages = &tree::packages().packages;
    assert!(packages.len() > 50, "the walk over the packages found only {}", packages.len());
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| !package.license.as_deref().is_some_and(allowed))
        .map(|package| format!("{} {}: {:?}", package.name, package.version, package.license))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn one_sqlite_at_most() {
    // Two would not link; the lock file tells it before the linker does.
    let copies = tree::packages().packages.iter().filter(|package| package.name.as_str() == "libsqlite3-sys").count();
    assert!(copies <= 1, "{copies} versions of libsqlite3-sys");
}
