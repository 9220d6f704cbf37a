//! What a program sees of a run while it goes on.
use std::io::{BufRead, BufReader, Read};

use serde_json::Value;

use super::moments::agreed;
use super::street::{Street, finish};

#[test]
fn with_json_a_run_tells_for_whom_it_waits_and_its_phases_on_standard_error_and_one_object_on_standard_output() {
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let id = agreed(&street);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    let mut command = anna.command(&["sounding", "run", &id, "--wait", "120", "--json"]);
    command.env_remove("BACKCHANNEL_LOG").stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut first = command.spawn().unwrap();
    let mut lines = BufReader::new(first.stderr.take().unwrap()).lines();
    let mut next = || -> Option<Value> { lines.next().map(|line| serde_json::from_str(&line.unwrap()).unwrap()) };

    let waiting = next().unwrap();
    assert_eq!(waiting, serde_json::json!({ "id": id, "state": "waiting", "parties": [1] }));
    let second = boris.start(&["sounding", "run", &id, "--wait", "120", "--json"]);
    assert_eq!(next().unwrap(), serde_json::json!({ "id": id, "state": "meeting" }));
    let phases: Vec<Value> = std::iter::from_fn(next).collect();
    let (done, _, err) = finish(second);
    assert!(done, "{err}");

    // Between two sides nobody has to show that it uses one key towards all.
    let named: Vec<&str> = phases.iter().map(|one| one["phase"].as_str().unwrap()).collect();
    assert_eq!((named.first(), named.last()), (Some(&"setup"), Some(&"outputs")), "{named:?}");
    let steps: Vec<u64> = phases.iter().map(|one| one["step"].as_u64().unwrap()).collect();
    assert!(phases.iter().all(|one| one["state"] == "running" && one["of"] == 9 && one["id"] == id.as_str()));
    assert!(steps.len() >= 6 && steps.last() == Some(&9), "{steps:?}");

    let mut out = String::new();
    first.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    assert!(first.wait().unwrap().success(), "{out}");
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["result"], "package", "{told}");
}
