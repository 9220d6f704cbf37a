//! A side's own caucus keeps the rules of lines: what they refuse is refused, not said to be done; views within a side are
//! printed without its name where few of it were there.
use super::record::talk;
use super::street::text;

#[test]
fn who_may_not_change_a_line_of_the_caucus_is_refused_and_changes_nothing() {
    let mut street = talk();
    let arthur = street.join("arthur", "A");
    street.settle();
    let anna = street.delegate("anna").clone();
    let add = ["readout", "add", "own", "We should ask our experts.", "--meeting", "M1", "--for", "capital"];
    anna.json(&[&add[..], &["--speaker", "seatA", "--caucus"]].concat());
    arthur.json(&["readout", "list", "--caucus"]);
    for act in [&["readout", "withdraw", "own", "--caucus"][..], &["readout", "clear", "own", "--caucus"]] {
        let refused = arthur.refused(act);
        assert_eq!(refused.0, 3, "{act:?}");
        assert!(refused.1.contains("speaker"), "{act:?}: {}", refused.1);
    }
    assert_eq!(arthur.refused(&["readout", "attribute", "own", "on-record", "--caucus"]).0, 3);
    let seen = |person: &super::street::Person| person.json(&["readout", "list", "--caucus"])["lines"][0].clone();
    assert_eq!((&seen(&anna)["withdrawn"], &seen(&anna)["cleared"]), (&false.into(), &true.into()));
    // Its speaker may, and an export is logged at the time at which it was made, whoever looks at it when.
    let out = street.folder.path().join("capital.md").display().to_string();
    anna.json(&["debrief", "make", "M1", "--for", "capital", "--form", "md", "--to", "the desk", "--out", &out]);
    let at = |person: &super::street::Person| person.json(&["debrief", "list"])["exports"][0]["at"].as_i64().unwrap();
    let first = at(&anna);
    super::street::pause(1_100);
    assert_eq!((at(&anna), at(&arthur)), (first, first));
    assert_eq!(anna.json(&["readout", "withdraw", "own", "--caucus"])["taken_up"], true);

    // Views that differ within B, whose one member in the room would be named with it.
    let boris = street.delegate("boris").clone();
    for (name, said) in [("v1", "Some would wait."), ("v2", "Some would go on.")] {
        let view = ["readout", "add", name, said, "--meeting", "M1", "--for", "public", "--speaker", "seatB"];
        boris.json(&[&view[..], &["--within", "B", "--attribution", "background"]].concat());
    }
    let public = street.folder.path().join("public.md").display().to_string();
    boris.json(&["debrief", "make", "M1", "--for", "public", "--form", "md", "--to", "x", "--out", &public]);
    let printed = std::fs::read_to_string(&public).unwrap();
    assert!(printed.contains("Some would wait.") && !printed.contains("within: B"), "{printed}");
    let shown = boris.output(&["debrief", "show", "M1", "--for", "public"]);
    assert!(text(&shown.stdout).contains("Within one delegation"), "{}", text(&shown.stdout));
    street.converged();
}
