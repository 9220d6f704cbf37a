//! What all are told reaches everybody, whichever command fetched it: on standard error, once, beside the one object of
//! `--json`. Days of meetings where people live, and gaps.
use serde_json::Value;

use super::record::talk;
use super::street::{Person, text};

/// What a command said on standard error; its standard output is one JSON object.
fn told(person: &Person, arguments: &[&str]) -> (Value, String) {
    let output = person.output(&[arguments, &["--json"]].concat());
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    let notices = text(&output.stderr);
    let notices = notices.lines().filter(|line| line.starts_with("notice: ")).collect::<Vec<_>>().join("\n");
    (serde_json::from_slice(&output.stdout).unwrap(), notices)
}

#[test]
fn whatever_command_fetches_a_notice_tells_it_once() {
    let mut street = talk();
    let (convener, anna, boris) =
        (street.convener.clone(), street.delegate("anna").clone(), street.delegate("boris").clone());
    anna.json(&["crisis", "hotline", "Please call within the hour."]);
    let (_, first) = told(&boris, &["meeting", "list"]);
    assert!(first.contains("HOTLINE: Please call within the hour."), "{first}");
    assert_eq!(told(&boris, &["meeting", "list"]).1, "", "told once");
    assert_eq!(told(&boris, &["sync"]).0["notices"], serde_json::json!([]));
    // What a command that writes has fetched is told as well.
    let (_, sent) = told(&convener, &["room", "send", "plenary", "Good evening."]);
    assert!(sent.contains("HOTLINE"), "{sent}");

    // A meeting entered before one that stands changes the track twice; every member reads from, to and why.
    let minister =
        ["seat", "add", "minister", "--holder", "a minister", "--office", "serving", "--capacity", "mandated"];
    convener.json(&[&minister[..], &["--government", "Government of B"]].concat());
    for (name, day, present) in [("M3", "2026-05-10", "seatA,seatB"), ("M2", "2026-04-10", "seatA,minister")] {
        let add = ["meeting", "add", name, "--mode", "online", "--day", day, "--present", present, "--held"];
        convener.json(&add);
    }
    let there = "with meeting M2 the talks go from track 2 to track 1.5: official of Government of B serves in office and others present \
                 do not";
    let back = "with meeting M3 the talks go from track 1.5 to track 2: nobody present serves in office";
    for name in ["anna", "boris", "clara"] {
        let (list, said) = told(street.delegate(name), &["meeting", "list"]);
        assert_eq!(list["tracks"], serde_json::json!(["2", "1.5", "2"]));
        for words in [there, back] {
            assert!(said.contains(words), "{name}: {said}");
        }
    }
    // Who comes later is told what comes later.
    let dora = street.join("dora", "A");
    assert_eq!(told(&dora, &["dialogue", "show"]).1, "");

    // Nobody has to ask whether a meeting is overdue; a series is no meeting.
    convener.json(&["meeting", "cadence", "--days", "1", "--words", "every day", "--mode", "shuttle"]);
    let series =
        ["meeting", "add", "S", "--mode", "shuttle", "--day", "2999", "--held", "--series", "every other week"];
    convener.json(&series);
    convener.json(&["meeting", "add", "M0", "--mode", "shuttle", "--day", "2020-01-10", "--held"]);
    let late = |value: &Value| value["overdue"][0].as_str().unwrap_or_default().to_owned();
    let synced = told(&anna, &["sync"]).0;
    assert!(late(&synced).starts_with("every day: overdue by"), "{synced}");
    let shown = told(&anna, &["dialogue", "show"]).0;
    assert_eq!(late(&shown), late(&synced));
    street.converged();
}

#[test]
fn a_meeting_in_the_evening_is_on_the_day_of_its_place() {
    let street = talk();
    let convener = &street.convener;
    let add = |name: &str, at: &str, zone: &str| {
        let what = ["meeting", "add", name, "--mode", "in-person", "--at", at, "--zone", zone, "--where", "a hotel"];
        let output = convener.output(&[&what[..], &["--present", "seatA,seatB,seatC", "--held", "--json"]].concat());
        assert!(output.status.success());
        text(&output.stderr)
    };
    convener.json(&["meeting", "holiday", "2026-03-20", "a holiday"]);
    assert!(add("NY", "2026-03-20T20:30", "America/New_York").contains("that day is a holiday"));
    assert!(add("TK", "2026-03-20T08:30", "Asia/Tokyo").contains("that day is a holiday"));
    for name in ["NY", "TK"] {
        let shown = convener.json(&["meeting", "show", name]);
        assert_eq!(shown["local_day"], "2026-03-20", "{shown}");
        let (leak, clean) = (format!("{name} leak"), format!("{name} clean"));
        let line = |line: &str, text: &str| {
            convener.json(&["readout", "add", line, text, "--meeting", name, "--for", "public"]);
        };
        line(&clean, "Steps on grain were looked at.");
        let check = || convener.json(&["debrief", "check", name, "--for", "public"])["blocked"].clone();
        assert_eq!(check(), false);
        line(&leak, "On 20 March steps on grain were looked at.");
        assert_eq!(check(), true, "{name}");
        let institute = convener.json(&["debrief", "show", name, "--for", "institute"]);
        assert_eq!(institute["day"], "2026-03-20");
    }
    assert_eq!(convener.json(&["meeting", "overdue"])["cadences"], serde_json::json!([]));
    street.converged();
}
