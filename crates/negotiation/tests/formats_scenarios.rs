//! The readers against the field's own scenarios: acceptable counts, tables, refusals, conversion.
//!
//! The scenarios are external test data, found through `BACKCHANNEL_SCENARIOS`
//! (default: `../shared/scenarios` beside the workspace).
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "tests stop at the first surprise and say loudly what they skip"
)]
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use negotiation::formats::{self, Format, Warning};
use negotiation::{Position, Scenario, number};
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let path = std::env::var_os("BACKCHANNEL_SCENARIOS").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/scenarios")),
        PathBuf::from,
    );
    if path.join("oracle.json").is_file() {
        return Some(path);
    }
    eprintln!("SKIPPED: no scenarios at {}; set BACKCHANNEL_SCENARIOS to their folder", path.display());
    None
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Name and oracle entry of every scenario that can be enumerated.
fn enumerable(folder: &Path) -> BTreeMap<String, Value> {
    let oracle = json(&folder.join("oracle.json"));
    let entries = oracle["scenarios"].as_object().unwrap();
    assert_eq!(entries.len(), 49);
    entries.iter().map(|(k, v)| (k.clone(), v.clone())).collect()
}

fn counts(scenario: &Scenario) -> (u64, BTreeMap<usize, u64>) {
    let mut scorers: Vec<_> = scenario.sides.iter().map(|s| s.position.scorer()).collect();
    let (mut all, mut by_votes) = (0, BTreeMap::new());
    let space = scenario.agenda.space();
    space.walk(space.indices(u64::MAX).unwrap(), |step| {
        // Every scorer passes every step, so none is skipped.
        let votes = scorers.iter_mut().filter_map(|s| s.step(&step).acceptable.then_some(())).count();
        *by_votes.entry(votes).or_insert(0) += 1;
        all += u64::from(votes == scorers.len());
    });
    (all, by_votes)
}

#[test]
fn acceptable_outcomes_are_as_many_as_the_oracle_says() {
    let Some(folder) = folder() else { return };
    for (name, oracle) in enumerable(&folder) {
        let (scenario, _) = formats::read_scenario(&folder.join(&name)).unwrap();
        assert_eq!(scenario.name, name);
        let outcomes = oracle["outcomes"].as_u64().unwrap();
        assert_eq!(scenario.agenda.space().size(), u128::from(outcomes), "{name}");
        let wanted = oracle["n_acceptable"].as_u64().unwrap();
        assert_eq!(counts(&scenario).0, wanted, "{name}");
    }
}

#[test]
fn contributions_and_red_lines_equal_the_derived_tables() {
    let Some(folder) = folder() else { return };
    for name in enumerable(&folder).keys() {
        let (scenario, _) = formats::read_scenario(&folder.join(name)).unwrap();
        let table = json(&folder.join(name).join("normalised.json"));
        let parties = table["parties"].as_array().unwrap();
        assert_eq!(parties.len(), scenario.sides.len(), "{name}");
        let mut files: Vec<&str> = parties.iter().map(|p| p["file"].as_str().unwrap()).collect();
        files.sort_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
        for (side, file) in scenario.sides.iter().zip(&files) {
            assert_eq!(side.name, Path::new(file).file_stem().unwrap().to_str().unwrap(), "{name}");
            let party = parties.iter().find(|p| p["file"] == **file).unwrap();
            compare(name, &scenario, &side.position, &table["issues"], party);
        }
    }
}

fn compare(name: &str, scenario: &Scenario, position: &Position, issues: &Value, party: &Value) {
    let Position::Additive(additive) = position else { panic!("{name}: not additive") };
    let close = |exact: &number::Decimal, float: &Value| {
        let float: f64 = float.to_string().parse().unwrap();
        (number::approximate(exact) - float).abs() < 1e-9
    };
    assert!(close(additive.reservation(), &party["reservation"]), "{name}: reservation");
    assert_eq!(issues.as_array().unwrap().len(), scenario.agenda.issues().len());
    for (i, issue) in scenario.agenda.issues().iter().enumerate() {
        assert_eq!(issues[i]["name"], issue.name, "{name}");
        for (j, choice) in issue.choices.iter().enumerate() {
            let label = match &issues[i]["values"][j] {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(label, choice.name, "{name}, {}", issue.name);
            let exact = &additive.contributions()[i][j];
            let float = &party["contribution"][i][j];
            assert!(close(exact, float), "{name}, {}, {label}: {exact} is not {float}", issue.name);
        }
    }
}

#[test]
fn converted_folders_read_back_as_the_same_numbers() {
    let Some(folder) = folder() else { return };
    for name in enumerable(&folder).keys() {
        let (scenario, _) = formats::read_scenario(&folder.join(name)).unwrap();
        let out = tempfile::tempdir().unwrap();
        formats::write_scenario(&scenario, out.path()).unwrap();
        let (again, _) = formats::read_scenario(out.path()).unwrap();
        assert_eq!(again.name, scenario.name);
        assert_eq!(again.agenda, scenario.agenda, "{name}");
        assert_eq!(again.sides.len(), scenario.sides.len());
        for (a, b) in again.sides.iter().zip(&scenario.sides) {
            assert_eq!(a.name, b.name);
            let (Position::Additive(a), Position::Additive(b)) = (&a.position, &b.position) else {
                panic!("{name}: not additive")
            };
            assert_eq!(a.contributions(), b.contributions(), "{name}");
            assert_eq!((a.bias(), a.clip(), a.reservation()), (b.bias(), b.clip(), b.reservation()), "{name}");
        }
    }
}

#[test]
fn quorum_counts_of_llm_deliberation_are_as_published() {
    let Some(folder) = folder() else { return };
    for (name, vetoes, all, nearly) in [
        ("llmdelib-base", ["SportCo", "DoT"], 12, 55),
        ("llmdelib-base_7players", ["SportCo", "DoT"], 52, 204),
        ("llmdelib-game1", ["proposing", "bank"], 21, 57),
    ] {
        let (scenario, warnings) = formats::read_scenario(&folder.join(name)).unwrap();
        let mut scorers: Vec<_> = scenario.sides.iter().map(|s| s.position.scorer()).collect();
        let space = scenario.agenda.space();
        let (mut everyone, mut quorum) = (0, 0);
        space.walk(space.indices(10_000).unwrap(), |step| {
            let votes: Vec<bool> = scorers.iter_mut().map(|s| s.step(&step).acceptable).collect();
            let yes = votes.iter().filter(|v| **v).count();
            let vetoed = scenario.sides.iter().zip(&votes).any(|(s, v)| vetoes.contains(&s.name.as_str()) && !v);
            everyone += u32::from(yes == votes.len());
            quorum += u32::from(yes + 1 >= votes.len() && !vetoed);
        });
        assert_eq!((everyone, quorum), (all, nearly), "{name}");
        let told = warnings.iter().any(|w| {
            matches!(w, Warning::QuorumRule { quorum, vetoes: told, .. }
            if *quorum == scenario.sides.len() - 1 && told == &vetoes)
        });
        assert!(told, "{name}: the game's own rule is named: {warnings:?}");
        assert!(scenario.agenda.issues().iter().all(|i| i.title.is_some()), "{name}");
        assert!(scenario.agenda.issues().iter().flat_map(|i| &i.choices).all(|c| c.title.is_some()), "{name}");
    }
}

#[test]
fn kinds_that_are_not_read_are_refused_by_name() {
    let Some(folder) = folder() else { return };
    for (name, said) in [
        ("constraints-Railway", "constraint utility space"),
        ("real-fuzzyagent", "real-valued"),
        ("nonlinear-10issues", "hyper-rectangle"),
        ("nonlinear-10issueswithRV", "hyper-rectangle"),
        ("nonlinear-50issueswithRV", "hyper-rectangle"),
        ("nonlinear-S-1NIKFRT-3", "hyper-rectangle"),
    ] {
        let error = formats::read_scenario(&folder.join(name)).unwrap_err().to_string();
        assert!(error.contains(said) && error.contains("recognised but not read"), "{name}: {error}");
        assert!(error.contains(".xml"), "{name}: {error}");
    }
}

#[test]
fn each_folder_is_recognised_and_its_traps_are_named() {
    let Some(folder) = folder() else { return };
    for name in enumerable(&folder).keys() {
        let survey = formats::survey(&folder.join(name)).unwrap();
        let wanted = match name.split_once('-').unwrap().0 {
            "geniusweb" | "anl2023" => Format::GeniusWeb,
            "negolog" => Format::NegoLog,
            "llmdelib" => Format::LlmDeliberation,
            _ => Format::Genius,
        };
        assert_eq!(survey.format, wanted, "{name}");
    }
    type Named = fn(&Warning) -> bool;
    let traps: [(&str, Named); 9] = [
        ("anac2012-FitnessA", |w| matches!(w, Warning::IndexGap { missing, .. } if missing == "1")),
        ("other-AMPOvsCity", |w| matches!(w, Warning::Repeated { .. })),
        ("other-AMPOvsCity", |w| matches!(w, Warning::OrderDiffers { .. })),
        ("other-AMPOvsCity", |w| matches!(w, Warning::NoReservation { .. })),
        ("anac2016-SYAgent", |w| matches!(w, Warning::WeightsNotOne { sum, .. } if sum == "1.1")),
        ("anac2012-LaptopB", |w| matches!(w, Warning::DiscountIgnored { factor, .. } if factor == "0.75")),
        ("negolog-domain0", |w| matches!(w, Warning::NoDomainFile { .. })),
        ("negolog-domain0", |w| matches!(w, Warning::Ignored { file, .. } if file == "specs.json")),
        ("anl2023-domain00", |w| matches!(w, Warning::RedLineVoid { .. })),
    ];
    for (name, wanted) in traps {
        let (_, warnings) = formats::read_scenario(&folder.join(name)).unwrap();
        assert!(warnings.iter().any(wanted), "{name}: {warnings:?}");
    }
}
