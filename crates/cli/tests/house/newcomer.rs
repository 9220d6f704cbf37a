//! Who joins late knows which mandates were taken back before, although nobody tells them anew.
use super::record::{SIDES, keygen, sign};
use super::street::{Person, Street};

/// Drafted by this person, signed by the principal; answers the file.
fn mandate(street: &Street, person: &Person, name: &str, key: &str) -> String {
    let file = street.folder.path().join(name).display().to_string();
    let what = ["mandate", "draft", "--principal", name, "--scope", "explore", "--out", &file];
    person.json(&[&what[..], &["--from", "2026-01-01T00:00Z", "--until", "2036-01-01T00:00Z"]].concat());
    sign(key, "mandate@backchannel", &file);
    file
}

/// Taken back by the principal, and passed on by anybody.
fn revoke(street: &Street, person: &Person, file: &str, key: &str, more: &[&str]) {
    let back = street.folder.path().join("back.txt").display().to_string();
    person.json(&[&["mandate", "revoke", file, "--out", &back, "--reason", "recalled"], more].concat());
    sign(key, "mandate@backchannel", &back);
    person.json(&["mandate", "revoke", &back]);
}

#[test]
fn a_newcomer_knows_which_mandates_were_taken_back_before() {
    let mut street = Street::with(None, &SIDES, &[]);
    let Some(key) = keygen(street.folder.path()) else {
        return;
    };
    let (anna, boris) = (street.delegate("anna").clone(), street.delegate("boris").clone());
    let (gone, ending) = (mandate(&street, &anna, "gone.txt", &key), mandate(&street, &anna, "ending.txt", &key));
    for file in [&gone, &ending] {
        anna.json(&["mandate", "present", file, "--room", "plenary"]);
    }
    boris.sync();
    revoke(&street, &boris, &gone, &key, &[]);
    revoke(&street, &boris, &ending, &key, &["--at", "2035-01-01T00:00Z"]);
    street.settle();

    let dora = street.join("dora", "C");
    street.settle();
    assert_eq!(dora.json(&["mandate", "show"])["mandates"].as_array().unwrap().len(), 0, "nobody showed her one");
    // What is over is not presented again, in no room, and the message says why.
    for room in ["plenary", "convener"] {
        let (code, said) = anna.refused(&["mandate", "present", &gone, "--room", room]);
        assert!(code == 3 && said.contains("revoked by the principal") && said.contains("recalled"), "{code} {said}");
    }
    // What is taken back from a later day on is shown to her, and she knows of that day.
    anna.json(&["mandate", "present", &ending, "--room", "plenary"]);
    dora.sync();
    let seen = |person: &Person, at: &str| {
        let shown = person.json(&["mandate", "show", "--at", at]);
        let found: Vec<_> = shown["mandates"].as_array().unwrap().iter().collect();
        let found = found.into_iter().filter(|one| one["principal"] == "ending.txt").collect::<Vec<_>>();
        assert_eq!(found.len(), 1, "{}: {shown}", person.name);
        found[0]["status"]["state"].as_str().unwrap().to_owned()
    };
    for person in [&dora, &boris] {
        assert_eq!(seen(person, "2034-12-31T23:59:59Z"), "holds");
        assert_eq!(seen(person, "2035-01-01T00:00:00Z"), "revoked");
    }
    street.converged();
}
