//! What the documents say of the sources is so: files, tests, `make` targets and the library example exist as told.
#![expect(clippy::expect_used, reason = "a test stops where its ground is missing")]
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| format!("{path} cannot be read: {error}"))
}

/// All our documents, as paths from the root.
fn documents() -> Vec<String> {
    let mut found: Vec<String> = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned).to_vec();
    for folder in ["docs", "docs/decisions"] {
        for entry in fs::read_dir(root().join(folder)).expect("the documents' folder").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".md") {
                found.push(format!("{folder}/{name}"));
            }
        }
    }
    assert!(found.len() > 8, "the documents were not found: {found:?}");
    found
}

/// What stands between single backquotes, outside of fenced blocks.
fn quoted(text: &str) -> Vec<String> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found
}

/// Whether a quotation is meant as a file or folder of ours.
fn is_path(quotation: &str) -> bool {
    let folders = ["crates/", "docs/", "scripts/", "examples/", ".ci/", "fuzz/"];
    folders.iter().any(|folder| quotation.starts_with(folder)) && !quotation.contains([' ', '*', '{', '<', '…'])
}

#[test]
fn the_readme_shows_the_compiled_example() {
    let example = read("crates/mpc/examples/both_yes.rs");
    assert!(read("README.md").contains(&format!("```rust\n{example}```")), "README.md shows another library example");
}

#[test]
fn files_named_in_documents_exist() {
    let mut seen = 0;
    for document in documents() {
        for quotation in quoted(&read(&document)).iter().filter(|quotation| is_path(quotation)) {
            seen += 1;
            assert!(root().join(quotation).exists(), "{document} names {quotation}, which does not exist");
        }
    }
    assert!(seen > 20, "hardly any files are named: {seen}");
}

#[test]
fn links_between_documents_lead_somewhere() {
    for document in documents() {
        let folder = root().join(&document).parent().map(Path::to_path_buf).unwrap_or_default();
        for link in read(&document).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            let outside = target.is_empty() || target.contains("://");
            assert!(outside || folder.join(target).exists(), "{document} links to {link}, which does not exist");
        }
    }
}

#[test]
fn make_targets_named_in_documents_exist() {
    let makefile = read("Makefile");
    for document in documents() {
        for quotation in quoted(&read(&document)) {
            if let Some(target) = quotation.strip_prefix("make ").and_then(|rest| rest.split(' ').next()) {
                assert!(makefile.contains(&format!("\n{target}:")), "{document} names `{quotation}`");
            }
        }
    }
}

/// A test as THREATS.md names it: `file: test`.
fn is_real_test(reference: &str) -> Result<(), String> {
    let (file, test) = reference.split_once(": ").ok_or_else(|| format!("no test is named in {reference}"))?;
    let text = read(file);
    let at = text.find(&format!("fn {test}(")).ok_or_else(|| format!("{file} has no function {test}"))?;
    let before = text.get(..at).unwrap_or_default();
    let attributes = before.rsplit("\n\n").next().unwrap_or_default();
    let is_test = attributes.contains("#[test]") || attributes.contains("#[tokio::test");
    if is_test { Ok(()) } else { Err(format!("{file}: {test} is not a test")) }
}

#[test]
fn references_to_tests_are_checked() {
    assert_eq!(is_real_test("crates/cli/tests/documents.rs: references_to_tests_are_checked"), Ok(()));
    assert!(is_real_test("crates/cli/tests/documents.rs: no_such_test").is_err());
    assert!(is_real_test("crates/cli/tests/documents.rs: is_real_test").is_err(), "a function that is no test");
    assert!(is_real_test("crates/cli/tests/absent.rs: any").is_err());
}

#[test]
fn every_cannot_of_the_threats_names_a_real_test() {
    let threats = read("docs/THREATS.md");
    let mut cannots = 0;
    // One bullet may run over several lines.
    for bullet in threats.split("\n- ").skip(1) {
        let bullet = bullet.split("\n\n").next().unwrap_or_default().replace('\n', " ").replace("  ", " ");
        if !bullet.starts_with("**Cannot**") {
            continue;
        }
        cannots += 1;
        let tests: Vec<String> =
            quoted(&bullet).into_iter().filter(|text| text.starts_with("crates/") && text.contains(": ")).collect();
        assert!(!tests.is_empty(), "no test is named: {bullet}");
        for test in tests {
            assert_eq!(is_real_test(&test), Ok(()), "THREATS.md");
        }
    }
    assert!(cannots >= 8, "only {cannots} bullets begin with **Cannot**");
}
