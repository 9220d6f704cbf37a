//! Every dependency is declared once, in the root manifest, with the reason why it is here.
use std::path::Path;

use super::tree;

/// The lines of `[workspace.dependencies]` that name a package from outside.
fn declared() -> Vec<String> {
    let text = tree::text(Path::new("Cargo.toml")).expect("the root manifest can be read");
    let lines = text.lines().skip_while(|line| *line != "[workspace.dependencies]").skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| line.contains('=') && !line.starts_with('#') && !line.contains("path = \"crates/"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_dependency_gives_its_reason() {
    let declared = declared();
    assert!(declared.len() > 15, "the dependencies were not found: {declared:?}");
    for line in declared {
        let reason = line.rsplit_once(" # ").map(|(_, reason)| reason.trim()).unwrap_or_default();
        assert!(reason.split_whitespace().count() >= 2, "no reason is given: {line}");
    }
}

#[test]
fn crates_take_their_dependencies_from_the_root() {
    for package in tree::packages().workspace_packages() {
        let manifest = package.manifest_path.strip_prefix(tree::root()).expect("a crate of the house");
        let text = tree::text(manifest.as_std_path()).expect("a manifest can be read");
        let mut within = false;
        for line in text.lines() {
            if line.starts_with('[') {
                within = line.contains("dependencies");
            } else if within && line.contains('=') && !line.starts_with('#') {
                let shared = line.contains(".workspace = true") || line.contains("workspace = true");
                assert!(shared, "{manifest}: declare it in the root manifest, with its reason: {line}");
            }
        }
    }
}

#[test]
fn no_dependency_is_declared_for_nobody() {
    let members = tree::packages().workspace_packages();
    for line in declared() {
        let name = line.split([' ', '=']).next().unwrap_or_default();
        let used = members.iter().any(|package| package.dependencies.iter().any(|needed| needed.name == name));
        assert!(used, "no crate uses `{name}`: take it out of the root manifest");
    }
}

#[test]
fn crates_share_licence_and_lints_and_stay_unpublished() {
    for package in tree::packages().workspace_packages() {
        assert_eq!(package.license.as_deref(), Some("MIT OR Apache-2.0"), "{}", package.name);
        assert_eq!(package.publish.as_deref(), Some(&[][..]), "`{}` is published from nowhere yet", package.name);
        let manifest = package.manifest_path.strip_prefix(tree::root()).expect("a crate of the house");
        let text = tree::text(manifest.as_std_path()).expect("a manifest can be read");
        assert!(text.contains("[lints]\nworkspace = true"), "{manifest} does not share the lints");
    }
}
