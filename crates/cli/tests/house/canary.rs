//! The canary: sentinels in everything private, and a search for them wherever they must not be.
use std::path::Path;

use super::street::{PASSPHRASE, Street, example};

/// Each stands in one private thing, and looks like nothing else.
const SENTINELS: [&str; 6] =
    ["qzxplenaryqzx", "qzxcaucusqzx", "qzxtitleqzx", "qzxnameqzx", "qzxagendaqzx", "qzxpurposeqzx"];

#[test]
fn sentinels_never_reach_relay_rows_vault_files_logs_or_error_texts() {
    let options = ["--purpose", "qzxpurposeqzx"];
    let mut street = Street::with(None, &[("anna", "A"), ("boris", "B")], &options);
    let (anna, boris) = (street.delegate("anna").clone(), street.delegate("boris").clone());
    let named = street.join("qzxnameqzx", "A");
    street.settle();
    let agenda = std::fs::read_to_string(example("agenda.toml")).unwrap();
    let file = street.folder.path().join("agenda.toml");
    std::fs::write(&file, agenda.replace("humanitarian carve-out", "qzxagendaqzx")).unwrap();
    let mut said = String::new();
    let mut run = |person: &super::street::Person, arguments: &[&str]| {
        let output = person.output(arguments);
        said.push_str(&super::street::text(&output.stderr));
        assert!(output.status.success(), "{arguments:?}: {}", super::street::text(&output.stderr));
    };
    run(&anna, &["agenda", "import", file.to_str().unwrap()]);
    std::fs::remove_file(&file).unwrap();
    for person in [&anna, &boris] {
        let position = example(if person.name == "anna" { "A.toml" } else { "B.toml" });
        run(person, &["position", "import", &position]);
    }
    run(&anna, &["room", "send", "plenary", "qzxplenaryqzx"]);
    run(&anna, &["room", "send", "caucus", "qzxcaucusqzx"]);
    let text = street.folder.path().join("text");
    std::fs::write(&text, "qzxtitleqzx").unwrap();
    let id = boris.json(&["sounding", "call", "--sides", "A,B", "--package", "P1", "--package", "P2"]);
    let id = id["id"].as_str().unwrap().to_owned();
    street.settle();
    for person in [&anna, &boris] {
        run(person, &["sounding", "consent", &id]);
    }
    let runs: Vec<_> = [&anna, &boris].map(|one| one.start(&["sounding", "run", &id, "--wait", "60"])).into();
    for child in runs {
        let (done, _, err) = super::street::finish(child);
        assert!(done, "{err}");
        said.push_str(&err);
    }
    // Errors speak of what is wrong, not of what was private.
    for wrong in [
        &["position", "import", &example("C.toml")][..],
        &["room", "read", "caucus:B"],
        &["sounding", "call", "--sides", "A,B", "--package", "P77"],
        &["sounding", "consent", "ffff"],
    ] {
        said.push_str(&anna.refused(wrong).1);
    }
    let mut locked = anna.command(&["room", "read", "plenary"]);
    let locked = locked.env("BACKCHANNEL_PASSPHRASE", "not that one").output().unwrap();
    assert_eq!(locked.status.code(), Some(3));
    said.push_str(&super::street::text(&locked.stderr));
    street.settle();
    std::fs::remove_file(&text).unwrap();
    assert_eq!(named.read("caucus"), ["qzxcaucusqzx"]);

    let relay = street.relay.take().unwrap();
    let log = std::fs::read_to_string(&relay.log).unwrap();
    relay.kill();
    // Words of positions and names of options are private or at least no business of the relay's.
    let position_words = ["could live with", "reciprocal notification", "Crimea"];
    let everything = SENTINELS.iter().chain(&position_words).chain([&PASSPHRASE]);
    let mut searched = 0;
    for sentinel in everything {
        for (what, text) in [("standard error", &said), ("the relay's log", &log)] {
            assert!(!text.contains(sentinel), "`{sentinel}` is in {what}");
        }
        searched = search(street.folder.path(), sentinel);
    }
    assert!(searched > 12, "only {searched} files were searched");
    assert!(SENTINELS.iter().any(|sentinel| anna.read("plenary").iter().any(|text| text == sentinel)));
}

/// Searches all files under a folder, databases with their logs too; answers how many there were.
fn search(folder: &Path, sentinel: &str) -> usize {
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            // The folder of a home is named after its person by this test itself.
            files += search(&path, sentinel);
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let found = bytes.windows(sentinel.len()).any(|window| window == sentinel.as_bytes());
        assert!(!found, "`{sentinel}` is in {}", path.display());
        files += 1;
    }
    files
}
