//! Questions for something better than what stands: what they answer, held against everything in the clear, and what
//! their preview says of one's own position.
use std::process::Command;

use serde_json::Value;

use super::street::{Person, Street, example, program};

const TWO: [(&str, &str); 2] = [("anna", "A"), ("boris", "B")];

/// `backchannel solve` of the sample case for the two sides.
fn solved(more: &[&str]) -> Value {
    let folder = example("");
    let arguments = [&["solve", &folder, "--sides", "A,B", "--json"], more].concat();
    let output = Command::new(program()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", super::street::text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn utilities(of: &Value) -> [f64; 2] {
    std::array::from_fn(|side| of["utilities"][side].as_f64().unwrap())
}

/// The options of a package, as `issue=option`.
fn options(outcome: &Value) -> Vec<String> {
    outcome.as_object().unwrap().iter().map(|(issue, option)| format!("{issue}={}", option.as_str().unwrap())).collect()
}

/// What both sides have of a package, by its options.
fn worth(outcome: &Value) -> [f64; 2] {
    let options = options(outcome);
    let only: Vec<&str> = options.iter().flat_map(|option| ["--only", option]).collect();
    let solved = solved(&only);
    assert_eq!(solved["outcomes"], 1, "{solved}");
    utilities(&solved["nash"])
}

fn beats(one: [f64; 2], other: [f64; 2]) -> bool {
    one[0] > other[0] && one[1] > other[1]
}

#[test]
fn what_is_found_gains_both_sides_more_than_what_stands_and_nothing_is_found_where_nothing_does() {
    let street = Street::with(None, &TWO, &[]);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    // Beside the packages of the sample case, the one that has the greatest product of gains: nothing beats it.
    let best = solved(&["--pareto"]);
    let choices: Vec<String> =
        best["nash"]["outcome"].as_object().unwrap().iter().map(|(k, v)| format!("{k} = {v}")).collect();
    let agenda = std::fs::read_to_string(example("agenda.toml")).unwrap();
    let agenda = format!("{agenda}\n[[package]]\nname = \"best\"\nchoices = {{ {} }}\n", choices.join(", "));
    let path = street.folder.path().join("agenda.toml");
    std::fs::write(&path, agenda).unwrap();
    anna.json(&["agenda", "import", path.to_str().unwrap()]);
    street.settle();
    anna.json(&["position", "import", &example("A.toml")]);
    boris.json(&["position", "import", &example("B.toml")]);

    let stands = utilities(&solved(&["--package", "P1"])["nash"]);
    let ask = |rule: &'static str, than: &'static str| {
        let call = ["sounding", "call", "--sides", "A,B", "--rule", rule, "--improve", than];
        let results = street.sound(anna, &[anna, boris], &call, &[]);
        assert_eq!(results[0]["outcome"], results[1]["outcome"]);
        results[0].clone()
    };
    let drawn = ask("draw", "P1");
    assert_eq!(drawn["result"], "package", "{drawn}");
    assert!(beats(worth(&drawn["outcome"]), stands), "{drawn} is no better than {stands:?}");
    // By the rule that ranks: no package that both gain from by more has a greater product.
    let ranked = ask("nash", "P1");
    assert!(beats(worth(&ranked["outcome"]), stands), "{ranked} is no better than {stands:?}");

    let top = utilities(&best["nash"]);
    let frontier = best["frontier"].as_array().unwrap();
    assert!(!frontier.is_empty() && !frontier.iter().any(|point| beats(utilities(point), top)), "{best}");
    let none = ask("exists", "best");
    assert_eq!((&none["result"], &none["outcome"]), (&Value::from("none"), &Value::Null), "{none}");
}

const AGENDA: &str = r#"
name = "Road"
[[issue]]
name = "toll"
choices = ["none", "low", "middle", "high"]
[[package]]
name = "low"
choices = { toll = "low" }
[[package]]
name = "middle"
choices = { toll = "middle" }
"#;

/// Whether the preview of a question calls it a probe, in its text and in its JSON alike.
fn is_a_probe(person: &Person, id: &str) -> bool {
    let preview = person.json(&["sounding", "preview", id]);
    let warnings = preview["warnings"].as_array().unwrap();
    let said = warnings.iter().any(|warning| warning.as_str().unwrap().contains("so this is a probe"));
    let output = person.output(&["sounding", "preview", id]);
    // Its lines are broken to fit; which words stand together does not count here.
    let shown: Vec<String> = super::street::text(&output.stdout).split_whitespace().map(str::to_owned).collect();
    assert_eq!(shown.join(" ").contains("so this is a probe"), said);
    // Who may learn first is said with every question.
    assert!(preview["first"].as_str().unwrap().contains("learn the answer first"), "{preview}");
    assert!(shown.join(" ").contains("Who may learn the answer first"));
    said
}

#[test]
fn a_preview_says_probe_where_ones_own_position_lets_one_package_pass() {
    let street = Street::with(None, &TWO, &[]);
    let anna = street.delegate("anna");
    let write = |name: &str, text: &str| {
        let path = street.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    anna.json(&["agenda", "import", &write("agenda.toml", AGENDA)]);
    let position = |words: [&str; 4]| {
        let [none, low, middle, high] = words;
        let words = format!("none = \"{none}\", low = \"{low}\", middle = \"{middle}\", high = \"{high}\"");
        let text =
            format!("kind = \"words\"\nside = \"A\"\n[issue.toll]\nimportance = \"minor\"\nwords = {{ {words} }}\n");
        anna.json(&["position", "import", &write("position.toml", &text)]);
    };
    let call = |more: &[&str]| {
        let call = [&["sounding", "call", "--sides", "A,B", "--rule", "draw"], more].concat();
        anna.json(&call)["id"].as_str().unwrap().to_owned()
    };
    let (all, low, middle) = (call(&[]), call(&["--improve", "low"]), call(&["--improve", "middle"]));

    position(["could live with", "could live with", "welcome", "prefer"]);
    assert!(!is_a_probe(anna, &all), "four are tolerable");
    assert!(!is_a_probe(anna, &low), "two are better");
    assert!(is_a_probe(anna, &middle), "four are tolerable, and one is better");

    position(["could not", "could not", "could not", "prefer"]);
    for id in [&all, &low, &middle] {
        assert!(is_a_probe(anna, id), "one is tolerable");
    }

    position(["could not", "could not", "welcome", "welcome"]);
    assert!(!is_a_probe(anna, &all), "two are tolerable");
    assert!(!is_a_probe(anna, &low), "the one that stands is not tolerable, two are");
    assert!(!is_a_probe(anna, &middle), "none is better");
}
