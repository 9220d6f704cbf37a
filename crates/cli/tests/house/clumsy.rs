//! What people get wrong, and what a hostile relay tries: clear errors with the next step, and nothing lost.
use super::street::{PASSPHRASE, Person, Relay, Street, example, finish, pause, text};

fn says(refused: &(i32, String), wanted: &[&str]) {
    for word in wanted {
        assert!(refused.1.contains(word), "`{word}` is not said: {}", refused.1);
    }
}

#[test]
fn wrong_passphrases_links_and_certificates_give_clear_errors() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = Person { home: folder.path().join("none"), name: "nobody".to_owned() };
    says(&nobody.refused(&["dialogue", "list"]), &["init"]);
    let street = Street::with(None, &[("anna", "A")], &[]);
    let anna = street.delegate("anna");
    let mut locked = anna.command(&["room", "read", "plenary"]);
    let locked = locked.env("BACKCHANNEL_PASSPHRASE", "not that one at all").output().unwrap();
    assert_eq!(locked.status.code(), Some(3));
    assert!(text(&locked.stderr).contains("passphrase"), "{}", text(&locked.stderr));
    let mut silent = anna.command(&["room", "read", "plenary"]);
    let silent = silent.env_remove("BACKCHANNEL_PASSPHRASE").output().unwrap();
    assert!(text(&silent.stderr).contains("--passphrase-fd"));
    says(&anna.refused(&["init"]), &["already"]);

    // A link serves once, whole, and only over the certificate it names.
    let link = street.convener.json(&["invite", "--side", "B"])["link"].as_str().unwrap().to_owned();
    let boris = Person::new(street.folder.path(), "boris");
    for (damaged, wanted) in [
        (link[..link.len() - 5].to_owned(), "whole link"),
        (link.replace("backchannel://", "https://"), "no invitation"),
        (format!("{}A", &link[..link.len() - 1]), "no invitation"),
    ] {
        says(&boris.refused(&["join", &damaged]), &[wanted]);
    }
    boris.json(&["join", &link, "--name", "Boris"]);
    street.convener.sync();
    boris.sync();
    let again = Person::new(street.folder.path(), "again");
    again.json(&["join", &link, "--name", "Again"]);
    street.convener.sync();
    again.sync();
    let progress = again.json(&["dialogue", "show"])["progress"].clone();
    assert!(progress.get("knocked").is_some(), "used links let nobody in: {progress}");
    assert_eq!(street.convener.json(&["members"])["members"].as_array().unwrap().len(), 3);

    // Another relay at the same address has another certificate.
    let mut street = street;
    let relay = street.relay.take().unwrap();
    let address = relay.url.strip_prefix("https://").unwrap().to_owned();
    relay.kill();
    let elsewhere = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", elsewhere.path().join("other.db").display());
    let _other = Relay::start_at(elsewhere.path(), &database, &address);
    says(&street.convener.refused(&["sync"]), &["another certificate", "Do not go on"]);
}

#[test]
fn offline_work_is_kept_and_sent_later() {
    let mut street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let relay = street.relay.take().unwrap();
    let address = relay.url.strip_prefix("https://").unwrap().to_owned();
    relay.kill();
    let anna = street.delegate("anna").clone();
    let output = anna.output(&["room", "send", "plenary", "written on a train"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("not sent yet"), "{}", text(&output.stderr));
    assert_eq!(anna.output(&["sync"]).status.code(), Some(1));
    let database = format!("sqlite:{}", street.folder.path().join("relay.db").display());
    street.relay = Some(Relay::start_at(street.folder.path(), &database, &address));
    street.converged();
    assert_eq!(street.delegate("boris").read("plenary"), ["written on a train"]);
}

#[test]
fn a_run_with_a_machine_that_is_killed_starts_again_with_the_same_seals_or_counts() {
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let (anna, boris) = (street.delegate("anna").clone(), street.delegate("boris").clone());
    anna.json(&["agenda", "import", &example("agenda.toml")]);
    street.settle();
    anna.json(&["position", "import", &example("A.toml")]);
    boris.json(&["position", "import", &example("B.toml")]);
    let id = anna.json(&["sounding", "call", "--sides", "A,B", "--rule", "nash"])["id"].as_str().unwrap().to_owned();
    street.settle();
    anna.json(&["sounding", "consent", &id]);
    boris.json(&["sounding", "consent", &id]);
    let first = anna.start(&["sounding", "run", &id, "--wait", "60", "--json"]);
    let mut second = boris.start(&["sounding", "run", &id, "--wait", "60", "--json"]);
    pause(2_500);
    second.kill().unwrap();
    second.wait().unwrap();
    let (done, out, err) = finish(first);
    let stage = |person: &Person| {
        person.sync();
        person.json(&["sounding", "result", &id])["stage"].as_str().unwrap().to_owned()
    };
    if done {
        assert!(out.contains("\"result\": \"package\""), "{out}{err}");
    } else {
        assert!(err.contains("aborted") && err.contains('B'), "{err}");
    }
    // Each says how it ended; before the opening both may go again, and the answer is the one of the same seals.
    let again = anna.start(&["sounding", "run", &id, "--wait", "60", "--json"]);
    let (went, out, err) = finish(boris.start(&["sounding", "run", &id, "--wait", "60", "--json"]));
    let (other, _, _) = finish(again);
    match (went, other) {
        (true, true) => {
            let result = boris.json(&["sounding", "result", &id]);
            assert_eq!(result["outcome"]["T"], "T3", "{result}");
            assert_eq!(result["outcome"], anna.json(&["sounding", "result", &id])["outcome"]);
        }
        _ => {
            let (a, b) = (stage(&anna), stage(&boris));
            assert!(a == "spent" && b == "spent" || a == "answered", "{a} {b}\n{out}{err}");
        }
    }
}

#[test]
fn two_processes_of_one_home_do_not_tear_anything() {
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let anna = street.delegate("anna").clone();
    let children: Vec<_> = (0..6).map(|n| anna.start(&["room", "send", "plenary", &format!("message {n}")])).collect();
    for child in children {
        let (done, _, err) = finish(child);
        assert!(done, "{err}");
    }
    street.converged();
    let mut heard = street.delegate("boris").read("plenary");
    heard.sort();
    assert_eq!(heard, (0..6).map(|n| format!("message {n}")).collect::<Vec<_>>());
    assert!(PASSPHRASE.len() > 8);
}
