//! One thing on the record at a time: a fact of standing, a statement, a line, an impasse, a mandate.
use super::record::{keygen, sign, talk};
use super::street::{Person, text};

/// What a command says to people.
fn told(person: &Person, words: &[&str]) -> String {
    let output = person.output(words);
    assert!(output.status.success(), "{words:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn holds(told: &str, all: &[&str]) {
    for words in all {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn standing_statements_lines_and_impasses_are_shown_one_by_one() {
    let street = talk();
    let (convener, anna, boris) = (&street.convener, street.delegate("anna"), street.delegate("boris"));
    let fact = ["standing", "add", "--government", "Arcadia", "--relation", "knew", "--stance"];
    anna.json(&[&fact[..], &["asserts", "--by", "a minister", "--day", "2026-03", "--meeting", "M1"]].concat());
    boris.json(&[&fact[..], &["denies", "--by", "a spokesman"]].concat());
    let shown = boris.json(&["standing", "show", "Arcadia"]);
    assert_eq!(
        (&shown["verdicts"]["knew"], &shown["verdicts"]["directed"]),
        (&"contested".into(), &"not-reported".into())
    );
    assert_eq!(shown["facts"].as_array().unwrap().len(), 2);
    let said = told(convener, &["standing", "show", "Arcadia"]);
    holds(&said, &["a minister asserts", "a spokesman denies", "2026-03", "meeting M1", "not reported"]);
    assert!(convener.refused(&["standing", "show", "Borduria"]).1.contains("Arcadia"));

    let add = [
        "statement",
        "add",
        "S1",
        "Grain could move first.",
        "--speaker",
        "an official",
        "--attribution",
        "background",
    ];
    let more = ["--source", "a paper", "--root", "an agency", "--quote", "move first", "--issue", "G", "--private"];
    anna.json(&[&add[..], &more, &["--anonymous", "--commits", "Arcadia"]].concat());
    let shown = boris.json(&["statement", "show", "S1"]);
    assert_eq!(
        (&shown["name"], &shown["root"], &shown["commits"]),
        (&"S1".into(), &"an agency".into(), &"Arcadia".into())
    );
    assert_eq!((&shown["setting"], &shown["entered_by"]), (&"private".into(), &"anna".into()));
    let said = told(boris, &["statement", "show", "S1"]);
    holds(&said, &["an official", "withheld", "background", "“move first”", "an agency", "private", "Arcadia", "anna"]);
    assert!(boris.refused(&["statement", "show", "S2"]).1.contains("S1"));

    let line = ["readout", "add", "L1", "A step could be tried.", "--meeting", "M1", "--for", "institute,public"];
    convener.json(
        &[&line[..], &["--speaker", "seatA", "--attribution", "deep-background", "--description", "a delegate"]]
            .concat(),
    );
    let shown = boris.json(&["readout", "show", "L1"]);
    assert_eq!((&shown["speaker"], &shown["cleared"]), (&"seatA".into(), &false.into()), "{shown}");
    let said = told(boris, &["readout", "show", "L1"]);
    holds(
        &said,
        &["A step could be tried.", "M1", "seatA", "background", "a delegate", "institute, public", "not cleared"],
    );
    let own = ["readout", "add", "own", "For us alone.", "--meeting", "M1", "--speaker", "seatA", "--for", "capital"];
    anna.json(&[&own[..], &["--caucus"]].concat());
    holds(&told(anna, &["readout", "show", "own", "--caucus"]), &["For us alone.", "anna"]);
    assert!(boris.refused(&["readout", "show", "own"]).1.contains("L1"), "a caucus's line is no other's to see");

    let add = ["impasse", "add", "I1", "--blocker", "the date", "--level", "principal", "--next", "ask at home"];
    anna.json(&[&add[..], &["--issue", "G"]].concat());
    let shown = boris.json(&["impasse", "show", "I1"]);
    assert_eq!((&shown["level"], &shown["next"]), (&"principal".into(), &"ask at home".into()));
    holds(&told(boris, &["impasse", "show", "I1"]), &["the date", "principal", "ask at home", "G"]);
    anna.json(&["impasse", "resolve", "I1", "a date was found"]);
    holds(&told(boris, &["impasse", "show", "I1"]), &["a date was found"]);
    assert!(boris.refused(&["impasse", "show", "I2"]).1.contains("I1"));
}

#[test]
fn a_mandate_is_shown_with_all_it_says_and_another_dialogues_or_members_is_refused_in_its_own_words() {
    let street = talk();
    let Some(key) = keygen(street.folder.path()) else {
        return;
    };
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    let file = street.folder.path().join("mandate.txt").display().to_string();
    let draft = ["mandate", "draft", "--principal", "Ministry of A", "--scope", "explore,convey", "--out", &file];
    let when = ["--from", "2026-01-01T00:00Z", "--until", "2036-01-01T00:00Z", "--subject", "G", "--subject", "T"];
    let more = ["--condition", "No word on dates.", "--counsel", "Dr E. Example", "--counsel-day", "2025-12-30"];
    anna.json(&[&draft[..], &when, &more, &["--counsel-reference", "LD/2026/17"]].concat());
    sign(&key, "mandate@backchannel", &file);
    // Another member of this dialogue, and a member of another one: different causes, different words.
    let another_member = boris.refused(&["mandate", "check", &file]).1;
    assert!(another_member.contains("not drafted on this machine"), "{another_member}");
    let stranger = Person::new(street.folder.path(), "stranger");
    let relay = &street.relay.as_ref().unwrap().url;
    stranger.json(&["dialogue", "new", "--relay", relay, "--title", "Elsewhere", "--name", "Chair"]);
    for words in [&["mandate", "check", &file][..], &["mandate", "present", &file, "--room", "plenary"]] {
        let said = stranger.refused(words).1;
        assert!(said.contains("given for the dialogue") && !said.contains("drafted"), "{said}");
    }
    anna.json(&["mandate", "present", &file, "--room", "plenary"]);
    let said = told(boris, &["mandate", "show"]);
    let all = [
        "anna for Ministry of A",
        "explore (talk, ask and listen",
        "convey (carry",
        "subject: G",
        "subject: T",
        "from: 2026-01-01T00:00:00Z",
        "until: 2036-01-01T00:00:00Z",
        "condition: No word on dates.",
        "counsel: Dr E. Example, 2025-12-30, LD/2026/17",
        "key: SHA256:",
    ];
    holds(&said, &all);
    let shown = boris.json(&["mandate", "show"]);
    let one = &shown["mandates"][0];
    assert_eq!((&one["counsel"]["reference"], &one["until"]), (&"LD/2026/17".into(), &"2036-01-01T00:00:00Z".into()));
    assert_eq!((&one["conditions"][0], &one["subjects"][1]), (&"No word on dates.".into(), &"T".into()));
}

#[test]
fn a_line_that_commits_a_state_is_warned_of_until_a_mandate_to_speak_for_it_is_shown() {
    let street = talk();
    let anna = street.delegate("anna");
    let line = ["readout", "add", "L1", "Arcadia would open the port.", "--meeting", "M1", "--speaker", "seatA"];
    let output = anna.output(&[&line[..], &["--for", "institute", "--commits", "Arcadia"]].concat());
    assert!(output.status.success(), "it is a warning and no refusal");
    assert!(text(&output.stderr).contains("no mandate to do so"), "{}", text(&output.stderr));
    let beyond = |person: &Person| {
        let all = person.json(&["standing", "warnings"])["warnings"].as_array().unwrap().clone();
        all.iter().filter(|one| one["kind"] == "beyond-mandate" && one["line"] == "L1").count()
    };
    assert_eq!(beyond(&street.convener), 1);
    let Some(key) = keygen(street.folder.path()) else {
        return;
    };
    for (scope, left) in [("explore,convey", 1), ("speak-for", 0)] {
        let file = street.folder.path().join(format!("{scope}.txt")).display().to_string();
        let draft = ["mandate", "draft", "--principal", "Ministry of Arcadia", "--scope", scope, "--out", &file];
        anna.json(&[&draft[..], &["--from", "2026-01-01T00:00Z", "--until", "2036-01-01T00:00Z"]].concat());
        sign(&key, "mandate@backchannel", &file);
        anna.json(&["mandate", "present", &file, "--room", "plenary"]);
        street.convener.sync();
        assert_eq!(beyond(&street.convener), left, "{scope}");
    }
}
