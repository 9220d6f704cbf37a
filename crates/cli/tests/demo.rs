//! The demo as a stranger runs it: by itself, in words and as JSON; in four windows; and nothing of it is left.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "what was measured is said aloud")]
#[path = "demo/remains.rs"]
mod remains;
#[path = "demo/stage.rs"]
mod stage;
#[path = "demo/windows.rs"]
mod windows;

use serde_json::{Value, json};

use stage::{Folder, demo};

#[test]
fn the_json_is_as_agreed() {
    let folder = Folder::new();
    let output = demo(&folder, &["--headless", "--json"]).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let outcome = |choices: [&str; 6]| {
        let names = ["T", "C", "S", "G", "N", "K"];
        Value::Object(names.into_iter().map(str::to_owned).zip(choices.map(Value::from)).collect())
    };
    let expected = json!({
        "soundings": [
            {"sides": ["A", "B", "C"], "packages": ["P1", "P2", "P3"], "rule": "draw", "result": "package",
             "package": "P1", "outcome": outcome(["T0", "C0", "S0", "G3", "N0", "K1"])},
            {"sides": ["A", "B"], "packages": ["P2"], "rule": "draw", "result": "package",
             "package": "P2", "outcome": outcome(["T2", "C0", "S2", "G0", "N0", "K0"])},
            {"sides": ["A", "B", "C"], "packages": ["P3"], "rule": "draw", "result": "none",
             "package": null, "outcome": null},
        ],
        "promotion": "refused",
        "meetings": [{"id": "M1", "track": "1.5"}, {"id": "S1", "track": "2"}, {"id": "S2", "track": "2"}],
    });
    assert_eq!(found, expected);
    folder.assert_nothing_left();
}

#[test]
fn the_account_says_what_a_stranger_must_know_and_in_time() {
    let folder = Folder::new();
    let output = demo(&folder, &["--headless"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.starts_with("Exercise; positions invented."), "{text}");
    assert!(text.contains("M1: 2023-04, New York; track 1.5"), "{text}");
    let (first, from_two) = text.split_once("── Question 2 ──").unwrap();
    // Who was not told has nothing; who was has the answer, with a receipt that the others confirm.
    assert!(first.contains("the convener: nothing of the answer"), "{first}");
    assert!(first.contains("side C: package P1; receipt"), "{first}");
    let (before_two, after_two) = from_two.split_once("Answer: package P2").unwrap();
    // What questions 1 and 2 together tell about C is said before question 2 runs.
    assert!(before_two.contains("the two answers together speak about C"), "{before_two}");
    assert!(
        before_two.contains("that C tolerates P2: had C done so, the draw of question 1 would have shown P1"),
        "{before_two}"
    );
    assert!(after_two.contains("side C: nothing of the answer"), "{after_two}");
    assert!(after_two.contains("exploratory") && after_two.contains("refused until C consents"), "{after_two}");
    assert!(after_two.contains("The gate answers: promotion is refused until C consent(s)"), "{after_two}");
    assert!(after_two.contains("no common package found"), "{after_two}");
    assert!(after_two.contains("Who learned what"), "{after_two}");
    folder.assert_nothing_left();
}

#[test]
fn without_the_relays_program_it_says_so() {
    let folder = Folder::new();
    let lonely = folder.path().join("backchannel");
    std::fs::copy(env!("CARGO_BIN_EXE_backchannel"), &lonely).unwrap();
    let output = std::process::Command::new(&lonely).args(["demo", "--headless"]).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("backchannel-relay") && told.contains("make demo") && output.stdout.is_empty(), "{told}");
}
