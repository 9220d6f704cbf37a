//! Commands and flags that the other walks do not pass, over real processes: what they answer, and what they refuse.
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::street::{PASSPHRASE, Person, Street, example, program, text};

/// A new passphrase.
const NEWER: &str = "another passphrase for tests";

fn says(refused: &(i32, String), code: i32, wanted: &str) {
    assert!(refused.0 == code && refused.1.contains(wanted), "`{wanted}` with {code} was expected: {refused:?}");
}

fn names(list: &Value, key: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap().to_owned()).collect()
}

/// Runs a command with this on its standard input.
fn fed(mut command: Command, input: &str) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that is done with its input before it is all there is none the worse.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// Runs a command on a terminal of its own, with these lines typed; nothing where no terminal can be had.
fn on_a_terminal(person: &Person, arguments: &str, typed: &[&str], with_passphrase: bool) -> Option<(i32, String)> {
    let line = format!("'{}' {arguments} --home '{}'", program(), person.home.display());
    let mut command = Command::new("script");
    command.args(["-q", "-e", "-c", &line, "/dev/null"]).env_remove("BACKCHANNEL_PASSPHRASE").env("SHELL", "/bin/sh");
    if with_passphrase {
        command.env("BACKCHANNEL_PASSPHRASE", PASSPHRASE);
    }
    if Command::new("script").arg("--version").output().is_err() {
        println!("SKIPPED: prompts on a terminal, for `script` (util-linux) is not installed");
        return None;
    }
    let output = fed(command, &typed.iter().map(|line| format!("{line}\n")).collect::<String>());
    Some((output.status.code().unwrap_or(-1), text(&output.stdout) + &text(&output.stderr)))
}

#[test]
fn a_charter_is_as_the_convener_chose_it_and_holds_for_all() {
    let charter =
        ["--attribution", "background", "--callers", "sides", "--least-packages", "2", "--purpose", "To try it."];
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &charter);
    let (convener, anna) = (&street.convener, street.delegate("anna"));
    let shown = anna.json(&["dialogue", "show"]);
    let charter = &shown["charter"];
    assert_eq!(charter["attribution"], "background", "{charter}");
    assert_eq!((&charter["callers"], &charter["least_packages"]), (&Value::from("sides"), &Value::from(2)));
    assert_eq!(charter["purpose"], "To try it.");
    let told = text(&anna.output(&["dialogue", "show"]).stdout);
    assert!(told.contains("Attribution, where nothing else is said: background."), "{told}");
    // A meeting for which nothing is said is under it.
    let seat = ["seat", "add", "seatA", "--holder", "anna", "--office", "former", "--capacity", "private"];
    convener.json(&[&seat[..], &["--member", "anna", "--side", "A"]].concat());
    convener.json(&["meeting", "add", "M", "--mode", "online", "--day", "2026-03-10", "--present", "seatA", "--held"]);
    let line = ["readout", "add", "one", "A step was thought workable.", "--meeting", "M", "--speaker", "seatA"];
    anna.sync();
    anna.json(&[&line[..], &["--for", "institute"]].concat());
    let lines = anna.json(&["readout", "list"]);
    assert_eq!(lines["lines"][0]["rule"], "background", "{lines}");

    convener.json(&["agenda", "import", &example("agenda.toml")]);
    street.settle();
    let call = ["sounding", "call", "--sides", "A,B", "--package", "P1"];
    says(&convener.refused(&[&call[..], &["--package", "P2"]].concat()), 3, "only");
    says(&anna.refused(&call), 3, "the charter demands at least 2");
    anna.json(&[&call[..], &["--package", "P2"]].concat());

    let url = &street.relay.as_ref().unwrap().url;
    let found = ["dialogue", "new", "--relay", url, "--title", "T", "--attribution"];
    says(&convener.refused(&[&found[..], &["whispered"]].concat()), 2, "chatham-house");
    convener.json(&[&found[..], &["off-record"]].concat());
}

#[test]
fn with_two_dialogues_one_says_which_and_a_pin_is_kept_to() {
    let street = Street::with(None, &[("anna", "A")], &[]);
    let convener = &street.convener;
    let url = street.relay.as_ref().unwrap().url.clone();
    let first = convener.json(&["dialogue", "show"])["id"].as_str().unwrap().to_owned();
    let seen = convener.json(&["dialogue", "new", "--relay", &url, "--title", "Second"]);
    let pin = seen["pin"].as_str().unwrap().to_owned();
    let pinned = ["dialogue", "new", "--relay", &url, "--title", "Third", "--pin"];
    let other = format!("{}{}", if pin.starts_with('0') { "1" } else { "0" }, &pin[1..]);
    says(&convener.refused(&[&pinned[..], &[&other]].concat()), 1, "another certificate");
    let wrong = convener.refused(&[&pinned[..], &["beef"]].concat());
    assert!(wrong.1.contains("64 hexadecimal digits"), "{wrong:?}");
    let third = convener.json(&[&pinned[..], &[&pin]].concat());
    assert_eq!(third["pin"], pin.as_str());
    let listed = convener.json(&["dialogue", "list"]);
    assert_eq!(names(&listed["dialogues"], "title"), ["Off-ramp", "Second", "Third"]);

    says(&convener.refused(&["room", "send", "plenary", "to whom?"]), 3, "say which dialogue with --dialogue ID");
    says(&convener.refused(&["room", "send", "plenary", "to none", "--dialogue", "zz"]), 3, "no dialogue's id begins");
    let third = third["id"].as_str().unwrap();
    for (id, said) in [(&first[..12], "to the first"), (third, "to the third")] {
        convener.json(&["room", "send", "plenary", said, "--dialogue", id]);
        let heard = convener.json(&["room", "read", "plenary", "--dialogue", id]);
        assert_eq!(names(&heard["messages"], "text"), [said]);
    }
    street.delegate("anna").sync();
    assert_eq!(street.delegate("anna").read("plenary"), ["to the first"]);
}

#[test]
fn a_position_is_written_word_by_word_checked_and_sealed() {
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    anna.json(&["agenda", "import", &example("agenda.toml")]);
    street.settle();
    let rooms = anna.json(&["room", "list"]);
    assert_eq!(names(&rooms["rooms"], "room"), ["plenary", "caucus:A", "convener:A"]);
    assert!(rooms["rooms"].as_array().unwrap().iter().all(|one| one["open"] == true), "{rooms}");
    let convening = street.convener.json(&["room", "list"]);
    assert!(!convening.to_string().contains("caucus"), "{convening}");

    says(&anna.refused(&["position", "show"]), 3, "position");
    says(&anna.refused(&["position", "edit"]), 1, "--set ISSUE:OPTION=WORD");
    says(&anna.refused(&["position", "edit", "--set", "T:T2=never"]), 2, "could live with");
    anna.json(&["position", "import", &example("A.toml")]);
    let before = anna.json(&["position", "check"]);
    assert_eq!(before["kind"], "words", "{before}");
    let edited = anna.json(&["position", "edit", "--set", "T:T2=could not", "--importance", "K=none"]);
    assert_eq!((&edited["version"], &edited["sealed"]), (&Value::from(1), &Value::from(false)));
    let shown = anna.json(&["position", "show"]);
    let document = shown["document"].as_str().unwrap();
    assert!(document.contains("T2 = \"could not\"") && document.contains("importance = \"none\""), "{document}");
    let after = anna.json(&["position", "check"]);
    assert_ne!(before["acceptable"], after["acceptable"]);
    assert_eq!(after["acceptable"], edited["acceptable"]);

    assert_eq!(anna.json(&["position", "seal"])["sealed"], true);
    assert_eq!(anna.json(&["position", "show"])["sealed"], true);
    let again = anna.refused(&["position", "edit", "--set", "T:T2=welcome"]);
    says(&again, 3, "sealed");
    assert_eq!(boris.json(&["agenda", "show"])["sealed"].to_string(), "[\"A\"]");

    // By prompts: Enter keeps what stands in brackets, and what is no word is asked again.
    boris.json(&["position", "import", &example("B.toml")]);
    let kept = boris.json(&["position", "show"])["document"].clone();
    let typed = ["minor", "nonsense", "could not"];
    let typed: Vec<&str> = typed.into_iter().chain(std::iter::repeat_n("", 40)).collect();
    if let Some((code, told)) = on_a_terminal(boris, "position edit", &typed, true) {
        assert!(code == 0 && told.contains("That is none of the words"), "{code} {told}");
        let prompted = boris.json(&["position", "show"])["document"].clone();
        let prompted = prompted.as_str().unwrap();
        assert!(prompted.contains("importance = \"minor\"") && prompted.contains("T0 = \"could not\""), "{prompted}");
        assert_eq!(
            prompted.replace("T0 = \"could not\"", "T0 = \"could live with\"").matches("could not").count(),
            kept.as_str().unwrap().matches("could not").count()
        );
    }
}

#[test]
fn questions_are_previewed_declined_and_taken_back_and_confined_to_some_options() {
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &["--budget-bits", "1000"]);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    anna.json(&["agenda", "import", &example("agenda.toml")]);
    // Another version: what changed is told.
    let changed = std::fs::read_to_string(example("agenda.toml")).unwrap().replace("full return", "whole return");
    let path = street.folder.path().join("changed.toml");
    std::fs::write(&path, changed).unwrap();
    anna.json(&["agenda", "import", path.to_str().unwrap()]);
    street.settle();
    let diff = boris.json(&["agenda", "diff"]);
    assert_eq!((&diff["from"], &diff["to"]), (&Value::from(1), &Value::from(2)));
    assert_eq!(diff["changes"].as_array().unwrap().len(), 1, "{diff}");
    assert!(diff["changes"][0].as_str().unwrap().contains("option T4"), "{diff}");
    assert_eq!(boris.json(&["agenda", "diff", "2", "2"])["changes"].as_array().unwrap().len(), 0);
    assert_eq!(boris.refused(&["agenda", "diff", "1", "7"]).0, 3);

    let call = |more: &[&str]| {
        let words = [&["sounding", "call", "--sides", "A,B"], more].concat();
        let id = anna.json(&words)["id"].as_str().unwrap().to_owned();
        boris.sync();
        id
    };
    let stage = |id: &str| {
        let listed = boris.json(&["sounding", "list"]);
        let mut found = listed["questions"].as_array().unwrap().iter().filter(|one| one["id"] == id);
        found.next().unwrap().clone()
    };
    for (person, file) in [(anna, "A.toml"), (boris, "B.toml")] {
        person.json(&["position", "import", &example(file)]);
    }
    let declined = call(&["--package", "P1", "--package", "P2"]);
    let preview = boris.json(&["sounding", "preview", &declined]);
    assert_eq!(preview["id"], declined.as_str());
    assert!(preview["budget_left"].as_f64().unwrap() < 1000.0, "{preview}");
    assert!(preview["refusing"].as_str().is_some_and(|text| !text.is_empty()), "{preview}");
    let both = anna.json(&["sounding", "preview", &declined]);
    // Each side's own column uses its own position; what the answers say is the same for both.
    assert_eq!((&both["id"], &both["answers"][0]["lines"]), (&preview["id"], &preview["answers"][0]["lines"]));
    assert_eq!(boris.json(&["sounding", "decline", &declined])["consented"], false);
    assert_eq!(stage(&declined)["stage"], "refused");
    anna.sync();
    assert_eq!(anna.refused(&["sounding", "consent", &declined]).0, 3);

    let taken = call(&["--rule", "exists"]);
    says(&boris.refused(&["sounding", "withdraw", &taken]), 3, "only");
    assert_eq!(anna.json(&["sounding", "withdraw", &taken])["withdrawn"], true);
    boris.sync();
    assert_eq!(stage(&taken)["stage"], "withdrawn");
    assert_eq!(boris.refused(&["sounding", "consent", &taken]).0, 3);

    // Confined to one option of one issue, through the relay: the answer has it, and so had the question.
    let asked = ["sounding", "call", "--sides", "A,B", "--rule", "draw", "--only", "T=T3", "--only", "G=G3"];
    let results = street.sound(anna, &[anna, boris], &asked, &[]);
    assert_eq!(results[0]["outcome"], results[1]["outcome"]);
    assert_eq!((&results[0]["outcome"]["T"], &results[0]["outcome"]["G"]), (&Value::from("T3"), &Value::from("G3")));
    let asked = stage(results[0]["id"].as_str().unwrap());
    let whole = stage(&taken)["packages"].clone();
    let count = |packages: &Value| packages.to_string().trim_matches('"').parse::<u64>().unwrap();
    // Of five options for territory and of four for grain that are on the table, one each.
    assert_eq!(count(&asked["packages"]) * 20, count(&whole), "{asked}");
    assert_eq!(anna.refused(&["sounding", "call", "--sides", "A,B", "--only", "T=T9"]).0, 3);
}

#[test]
fn passphrases_come_from_a_descriptor_a_phrase_or_a_prompt() {
    let folder = tempfile::tempdir().unwrap();
    let person = Person { home: folder.path().join("home"), name: "home".to_owned() };
    let phrase = person.json(&["init"])["recovery_phrase"].as_str().unwrap().to_owned();
    let list = |passphrase: &str| {
        let mut command = person.command(&["dialogue", "list", "--json"]);
        command.env("BACKCHANNEL_PASSPHRASE", passphrase).output().unwrap()
    };

    // By the phrase: any case and spacing; a wrong one is not repeated.
    let recover = |typed: &str| {
        let mut command = person.command(&["passphrase", "--recovery", "--new-env", "NEWER", "--json"]);
        command.env("NEWER", NEWER);
        fed(command, &format!("{typed}\n"))
    };
    let mut other: Vec<&str> = phrase.split(' ').collect();
    other.reverse();
    let wrong = recover(&other.join(" "));
    assert_eq!(wrong.status.code(), Some(3), "{}", text(&wrong.stderr));
    assert!(!text(&wrong.stderr).contains(other[3]) || other[3].len() < 5, "{}", text(&wrong.stderr));
    assert!(list(PASSPHRASE).status.success());
    let done = recover(&format!("  {}", phrase.to_uppercase().replace(' ', "   ")));
    assert!(done.status.success(), "{}", text(&done.stderr));
    assert_eq!(serde_json::from_slice::<Value>(&done.stdout).unwrap()["changed"], true);
    assert_eq!(list(PASSPHRASE).status.code(), Some(3));
    assert!(list(NEWER).status.success());

    // By a descriptor, with the line's end or without.
    let through = |line: &str| {
        let mut command = Command::new("sh");
        let run = format!("'{}' dialogue list --json --home '{}' {line}", program(), person.home.display());
        command.args(["-c", &run]).env_remove("BACKCHANNEL_PASSPHRASE").stdin(Stdio::null());
        command.output().unwrap()
    };
    let file = folder.path().join("passphrase");
    for ending in ["", "\n", "\r\n"] {
        std::fs::write(&file, format!("{NEWER}{ending}")).unwrap();
        let listed = through(&format!("--passphrase-fd 3 3<'{}'", file.display()));
        assert!(listed.status.success(), "{ending:?}: {}", text(&listed.stderr));
        assert_eq!(serde_json::from_slice::<Value>(&listed.stdout).unwrap()["dialogues"], serde_json::json!([]));
    }
    let closed = through("--passphrase-fd 9 9<&-");
    assert!(!closed.status.success() && text(&closed.stderr).contains("--passphrase-fd 9 cannot be read"));
    let none = through("");
    assert!(text(&none.stderr).contains("give --passphrase-fd N or BACKCHANNEL_PASSPHRASE"), "{}", text(&none.stderr));

    // By a prompt: asked for once where it is known, twice where it is new.
    let Some((code, told)) = on_a_terminal(&person, "dialogue list", &[NEWER], false) else { return };
    assert!(code == 0 && told.contains("Passphrase: ") && told.contains("No dialogues yet"), "{code} {told}");
    assert!(!told.replace(&format!("{NEWER}\r\n"), "").contains(NEWER), "it was shown after the prompt: {told}");
    let fresh = Person { home: folder.path().join("fresh"), name: "fresh".to_owned() };
    let (code, told) = on_a_terminal(&fresh, "init", &[NEWER, "not the same at all"], false).unwrap();
    assert!(code != 0 && told.contains("the two passphrases differ"), "{code} {told}");
    assert!(!fresh.home.exists() || std::fs::read_dir(&fresh.home).unwrap().next().is_none());
    let (code, told) = on_a_terminal(&fresh, "init", &[NEWER, NEWER], false).unwrap();
    assert!(code == 0 && told.contains("A vault was made"), "{code} {told}");
    let (code, told) = on_a_terminal(&fresh, "wipe", &["no"], false).unwrap();
    assert!(code != 0 && told.contains("nothing was wiped") && fresh.home.exists(), "{code} {told}");
    let (code, told) = on_a_terminal(&fresh, "wipe", &["wipe"], false).unwrap();
    assert!(code == 0 && told.contains("Wiped") && !fresh.home.exists(), "{code} {told}");
    says(&person.refused(&["wipe"]), 1, "give --yes");
}

#[test]
fn leaving_asks_for_a_word_on_a_terminal() {
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let anna = street.delegate("anna");
    let present = || {
        street.convener.sync();
        street.convener.json(&["dialogue", "show"])["members"].as_u64().unwrap()
    };
    let Some((code, told)) = on_a_terminal(anna, "leave", &["yes"], true) else { return };
    assert!(code != 0 && told.contains("Type leave") && told.contains("nothing was done"), "{code} {told}");
    assert_eq!(present(), 3);
    let (code, told) = on_a_terminal(anna, "leave", &["leave"], true).unwrap();
    assert!(code == 0 && told.contains("You have left"), "{code} {told}");
    assert_eq!(present(), 2);
}
