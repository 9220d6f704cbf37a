//! What the tests of the readers share: samples, damaged copies, counts.
#![allow(dead_code, clippy::allow_attributes, reason = "each test binary uses its part of it")]
use std::path::{Path, PathBuf};

use negotiation::Scenario;
use negotiation::formats::{self, Warning};

pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name)
}

pub(crate) fn read(name: &str) -> (Scenario, Vec<Warning>) {
    formats::read_scenario(&sample(name)).unwrap()
}

/// Number of outcomes acceptable to each side alone, and to all.
pub(crate) fn counts(scenario: &Scenario) -> (Vec<u32>, u32) {
    let mut scorers: Vec<_> = scenario.sides.iter().map(|s| s.position.scorer()).collect();
    let mut alone = vec![0; scorers.len()];
    let mut all = 0;
    let space = scenario.agenda.space();
    space.walk(space.indices(1_000_000).unwrap(), |step| {
        let mut everyone = true;
        for (scorer, count) in scorers.iter_mut().zip(&mut alone) {
            let yes = scorer.step(&step).acceptable;
            *count += u32::from(yes);
            everyone &= yes;
        }
        all += u32::from(everyone);
    });
    (alone, all)
}

pub(crate) fn names(scenario: &Scenario) -> Vec<&str> {
    scenario.sides.iter().map(|s| s.name.as_str()).collect()
}

pub(crate) fn texts(warnings: &[Warning]) -> String {
    warnings.iter().map(|w| format!("{w}\n")).collect()
}

/// A copy of a sample in which one file is changed.
pub(crate) fn changed(name: &str, file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&sample(name), copy.path());
    let path = copy.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{name}/{file} holds no `{from}`");
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    copy
}

pub(crate) fn copy_folder(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
