//! The demo as a stranger runs it: the three questions of the sample case, in words and as JSON.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn demo(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backchannel"));
    // From anywhere: the case is inside the program.
    command.current_dir("/").arg("demo").args(args).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn the_json_is_as_agreed() {
    let output = demo(&["--headless", "--json"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let outcome = |choices: [&str; 6]| {
        let names = ["T", "C", "S", "G", "N", "K"];
        Value::Object(names.into_iter().map(str::to_owned).zip(choices.map(Value::from)).collect())
    };
    let expected = json!({"soundings": [
        {"sides": ["A", "B", "C"], "packages": ["P1", "P2", "P3"], "rule": "draw", "result": "package",
         "package": "P1", "outcome": outcome(["T0", "C0", "S0", "G3", "N0", "K1"])},
        {"sides": ["A", "B"], "packages": ["P2"], "rule": "draw", "result": "package",
         "package": "P2", "outcome": outcome(["T2", "C0", "S2", "G0", "N0", "K0"])},
        {"sides": ["A", "B", "C"], "packages": ["P3"], "rule": "draw", "result": "none",
         "package": null, "outcome": null},
    ]});
    assert_eq!(found, expected);
}

#[test]
fn the_walk_says_what_a_stranger_must_know_and_in_time() {
    let output = demo(&["--headless"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.starts_with("Exercise; positions invented."), "{text}");
    let (_, from_two) = text.split_once("── Question 2 ──").unwrap();
    let (before_two, after_two) = from_two.split_once("Answer: package P2").unwrap();
    // What questions 1 and 2 together tell about C is said before question 2 runs.
    assert!(before_two.contains("the two answers together speak about C"), "{before_two}");
    assert!(
        before_two.contains("that C tolerates P2: had C done so, the draw of question 1 would have shown P1"),
        "{before_two}"
    );
    assert!(after_two.contains("exploratory") && after_two.contains("refused until C consents"), "{after_two}");
    assert!(after_two.contains("no common package found"), "{after_two}");
    assert!(after_two.contains("Who learned what"), "{after_two}");
}
