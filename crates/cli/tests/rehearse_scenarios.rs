//! Soundings on the scenarios of the field, every rule held against the oracle's exact answers.
//!
//! By default the few smallest; with `BACKCHANNEL_SOAK=1` all with at most 4,096 outcomes and 9 sides.
#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "tests stop at the first surprise")]
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use negotiation::{Scenario, Verdict, formats};
use serde_json::Value;

#[path = "rehearse/staged.rs"]
#[expect(dead_code, reason = "shared with the tests on the sample case")]
mod staged;

use staged::{answer, skip};

const MOST_OUTCOMES: u64 = 4_096;
const MOST_SIDES: u64 = 9;
/// By default: as many scenarios, the smallest, and one in which nothing is acceptable.
const SMALLEST: usize = 5;

struct Case {
    folder: PathBuf,
    oracle: Value,
}

fn cases() -> Option<Vec<Case>> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/scenarios");
    let root = PathBuf::from(std::env::var("BACKCHANNEL_SCENARIOS").unwrap_or_else(|_| default.to_owned()));
    let Ok(text) = std::fs::read_to_string(root.join("oracle.json")) else {
        skip(&format!("no scenarios at {}: set BACKCHANNEL_SCENARIOS", root.display()));
        return None;
    };
    let oracle: Value = serde_json::from_str(&text).unwrap();
    let entries = match &oracle["scenarios"] {
        Value::Array(all) => all.clone(),
        Value::Object(all) => all.values().cloned().collect(),
        _ => panic!("the oracle has no scenarios"),
    };
    let fits = |entry: &Value| {
        let few = entry["outcomes"].as_u64().is_some_and(|n| n <= MOST_OUTCOMES);
        few && entry["parties"].as_u64().is_some_and(|n| n <= MOST_SIDES) && entry["n_acceptable"].is_u64()
    };
    let mut chosen: Vec<Case> = entries
        .into_iter()
        .filter(fits)
        .map(|oracle| Case { folder: root.join(oracle["name"].as_str().unwrap()), oracle })
        .collect();
    chosen.sort_by_key(|case| case.oracle["outcomes"].as_u64().unwrap() * case.oracle["parties"].as_u64().unwrap());
    if std::env::var("BACKCHANNEL_SOAK").is_err() {
        let nobody = chosen.iter().position(|case| case.oracle["n_acceptable"] == 0);
        let nobody = nobody.filter(|at| *at >= SMALLEST).map(|at| chosen.swap_remove(at));
        chosen.truncate(SMALLEST);
        chosen.extend(nobody);
    }
    assert!(!chosen.is_empty());
    Some(chosen)
}

/// Every side's verdict on the package opened.
fn verdicts(scenario: &Scenario, opened: &Value) -> Vec<Verdict> {
    let choices: BTreeMap<String, String> = opened
        .as_object()
        .unwrap()
        .iter()
        .map(|(issue, choice)| (issue.clone(), choice.as_str().unwrap().to_owned()))
        .collect();
    let outcome = scenario.agenda.outcome(&choices).unwrap();
    scenario.sides.iter().map(|side| side.position.verdict(&outcome)).collect()
}

/// Answers how near the opened package comes to the best, as a share of it, where the rule compares.
fn check(case: &Case, rule: &str) -> Option<f64> {
    let name = case.oracle["name"].as_str().unwrap();
    let (scenario, _) = formats::read_scenario(&case.folder).unwrap();
    let found = answer(&case.folder, &["--rule", rule]);
    let any = case.oracle["n_acceptable"].as_u64().unwrap() > 0;
    let expected = match (any, rule) {
        (false, _) => "none",
        (true, "exists") => "exists",
        (true, _) => "package",
    };
    assert_eq!(found["result"], expected, "{name}, {rule}");
    assert_eq!(found["outcomes"], case.oracle["outcomes"], "{name}, {rule}");
    if expected != "package" {
        return None;
    }
    let verdicts = verdicts(&scenario, &found["outcome"]);
    assert!(verdicts.iter().all(|verdict| verdict.acceptable), "{name}, {rule}: across a red line");
    let told = found["utilities"].as_array().unwrap().iter().map(|utility| utility.as_f64().unwrap());
    assert!(told.zip(&verdicts).all(|(told, verdict)| (told - verdict.utility).abs() < 1e-9), "{name}, {rule}");
    let best = case.oracle[rule]["value"].as_f64();
    match (rule, best) {
        ("nash", Some(best)) if best > 0.0 => {
            let product: f64 = verdicts.iter().map(|verdict| verdict.gain).product();
            assert!(product >= best * 0.999, "{name}: a product of {product} where {best} can be had");
            Some(product / best)
        }
        ("egalitarian", Some(best)) => {
            let least = verdicts.iter().map(|verdict| verdict.gain).fold(f64::MAX, f64::min);
            let resolution = negotiation::number::approximate(scenario.agenda.scale()) / 65_535.0;
            assert!(least >= best - 1.01 * resolution, "{name}: a least gain of {least} where {best} can be had");
            (best > 0.0).then_some(least / best)
        }
        _ => None,
    }
}

fn check_all(rule: &str) {
    let Some(cases) = cases() else {
        return;
    };
    let begun = Instant::now();
    let mut nearest = Vec::new();
    for case in &cases {
        nearest.extend(check(case, rule));
    }
    let worst = nearest.iter().copied().reduce(f64::min);
    let worst = worst.map(|share| format!(", never below {share:.6} of the best")).unwrap_or_default();
    let most = |what: &str| cases.iter().filter_map(|case| case.oracle[what].as_u64()).max().unwrap_or(0);
    eprintln!(
        "FIGURE: {rule}: {} scenarios right in {} s, up to {} outcomes and {} sides{worst}",
        cases.len(),
        begun.elapsed().as_secs(),
        most("outcomes"),
        most("parties")
    );
}

#[test]
fn exists_equals_the_oracle() {
    check_all("exists");
}

#[test]
fn draw_shows_a_package_tolerable_to_all_or_none() {
    check_all("draw");
}

#[test]
fn nash_is_within_a_thousandth_of_the_oracle() {
    check_all("nash");
}

#[test]
fn egalitarian_is_within_the_resolution_of_the_oracle() {
    check_all("egalitarian");
}
