//! Every concept on every scenario that the external oracle holds exact answers for.
//!
//! Acceptable counts must agree exactly, utility vectors within 1e-6; where
//! the oracle lists fewer ties than there are, the concept's value.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stderr, reason = "a skipped test says so")]
use std::path::PathBuf;

use negotiation::formats::read_scenario;
use negotiation::solve::{Options, Selected, Solution, solve};
use negotiation::{Question, Scenario};
use serde_json::Value;

const NEAR: f64 = 1e-6;

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

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn vectors(entry: &Value) -> Vec<Vec<f64>> {
    let list = entry.as_array().unwrap().iter();
    list.map(|v| v.as_array().unwrap().iter().map(number).collect()).collect()
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| (x - y).abs() <= NEAR)
}

/// What is wrong with a concept's answer, if anything is.
fn complaint(name: &str, ours: Option<&Selected>, oracle: &Value) -> Option<String> {
    let Some(ours) = ours else {
        return (!oracle.is_null()).then(|| format!("{name}: nothing found"));
    };
    if oracle.is_null() {
        return Some(format!("{name}: {ours:?}, where the oracle has nothing"));
    }
    let ties = oracle["n_ties"].as_u64().unwrap();
    if ours.ties != ties {
        return Some(format!("{name}: {} ties, not {ties}", ours.ties));
    }
    let listed = vectors(&oracle["utilities"]);
    let shown = u64::try_from(listed.len()).unwrap();
    let fits = listed.iter().any(|v| near(v, &ours.utilities));
    if fits || (ties > shown && (ours.value - number(&oracle["value"])).abs() <= NEAR) {
        return None;
    }
    Some(format!("{name}: {:?} is none of {listed:?}", ours.utilities))
}

fn complaints(solution: &Solution, oracle: &Value) -> Vec<String> {
    let mut all = Vec::new();
    let mut same = |what: &str, ours: u64, theirs: &Value| {
        let theirs = theirs.as_u64().unwrap_or(0);
        if ours != theirs {
            all.push(format!("{what}: {ours}, not {theirs}"));
        }
    };
    same("outcomes", solution.outcomes, &oracle["outcomes"]);
    same("acceptable", solution.acceptable, &oracle["n_acceptable"]);
    let distinct = u64::try_from(solution.frontier.len()).unwrap();
    same("pareto_distinct", distinct, &oracle["pareto_distinct"]);
    let outcomes: u64 = solution.frontier.iter().map(|p| p.ties).sum();
    same("pareto_outcomes", outcomes, &oracle["pareto_outcomes"]);
    if let Some(points) = oracle["pareto_points"].as_array() {
        for point in points {
            let theirs: Vec<f64> = point["utilities"].as_array().unwrap().iter().map(number).collect();
            if !solution.frontier.iter().any(|p| near(&p.utilities, &theirs)) {
                all.push(format!("frontier: {theirs:?} is missing"));
            }
        }
    }
    let concepts = [
        ("nash", &solution.nash),
        ("egalitarian", &solution.egalitarian),
        ("leximin", &solution.leximin),
        ("utilitarian", &solution.utilitarian),
        ("ks_maximin_irideal", &solution.kalai_smorodinsky),
    ];
    for (name, ours) in concepts {
        all.extend(complaint(name, ours.as_ref(), &oracle[name]));
    }
    all
}

fn question(scenario: &Scenario) -> Question {
    Question::whole(&scenario.agenda)
}

#[test]
fn all_scenarios_agree_with_the_oracle() {
    let Some(folder) = folder() else { return };
    let text = std::fs::read_to_string(folder.join("oracle.json")).unwrap();
    let oracle: Value = serde_json::from_str(&text).unwrap();
    let scenarios = oracle["scenarios"].as_object().unwrap();
    assert_eq!(scenarios.len(), 49);
    let mut wrong = Vec::new();
    for (name, expected) in scenarios {
        let (scenario, _) = match read_scenario(&folder.join(name)) {
            Ok(read) => read,
            Err(e) => {
                wrong.push(format!("{name}: {e}"));
                continue;
            }
        };
        let solution = solve(&scenario.sides, &question(&scenario), &Options::default()).unwrap();
        wrong.extend(complaints(&solution, expected).iter().map(|c| format!("{name}: {c}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn quorums_with_vetoes_count_as_the_games_authors_say() {
    let Some(folder) = folder() else { return };
    for (name, all, quorum) in
        [("llmdelib-base", 12, 55), ("llmdelib-base_7players", 52, 204), ("llmdelib-game1", 21, 57)]
    {
        let (scenario, _) = read_scenario(&folder.join(name)).unwrap();
        let count = |options: &Options| solve(&scenario.sides, &question(&scenario), options).unwrap().acceptable;
        assert_eq!(count(&Options::default()), all, "{name}");
        let names = scenario.sides.iter().map(|s| s.name.clone());
        let vetoes: Vec<String> = veto_holders(&folder.join(name), names.collect());
        let options = Options { quorum: Some(scenario.sides.len() - 1), vetoes, ..Options::default() };
        assert_eq!(count(&options), quorum, "{name}");
    }
}

/// The games give their vetoes to the parties `p1` and `p2` of their configuration.
fn veto_holders(folder: &std::path::Path, names: Vec<String>) -> Vec<String> {
    let config = std::fs::read_to_string(folder.join("config.txt")).unwrap();
    let of_role = |role: &str| {
        let line = config.lines().find(|l| l.split(',').any(|c| c.trim() == role)).unwrap();
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        names.iter().find(|n| cells.contains(&n.as_str())).unwrap().clone()
    };
    vec![of_role("p1"), of_role("p2")]
}
