//! What people get wrong, and what a hostile relay tries: clear errors with the next step, and nothing lost.
use super::street::{Person, Relay, Street, finish, text};

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
    let report = again.report();
    assert_eq!(report["health"], "behind");
    assert!(report["next"].as_str().unwrap().contains("the link was used before"), "{report}");
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
}

/// Stops the relay; answers the address that members know it by.
fn stop(street: &mut Street) -> String {
    let relay = street.relay.take().unwrap();
    let address = relay.url.strip_prefix("https://").unwrap().to_owned();
    relay.kill();
    address
}

/// The street's own database.
fn database(street: &Street) -> String {
    format!("sqlite:{}", street.folder.path().join("relay.db").display())
}

/// The relay is as it was.
fn resume(street: &mut Street, address: &str) {
    street.relay = Some(Relay::start_at(street.folder.path(), &database(street), address));
}

fn tokens(street: &Street) -> i64 {
    let connection = rusqlite::Connection::open(street.folder.path().join("relay.db")).unwrap();
    connection.query_row("SELECT count(*) FROM tokens", [], |row| row.get(0)).unwrap()
}

#[test]
fn an_expired_invitation_says_so_leaves_nothing_behind_and_a_new_one_lets_in() {
    let street = Street::with(None, &[("anna", "A")], &[]);
    let link = street.convener.json(&["invite", "--side", "B", "--hours", "0"])["link"].as_str().unwrap().to_owned();
    assert_eq!(tokens(&street), 2);
    let boris = Person::new(street.folder.path(), "boris");
    let refused = boris.refused(&["join", &link, "--name", "boris"]);
    assert_eq!(refused.0, 3);
    says(&refused, &["the invitation has expired", "ask for a new one", "this machine's clock"]);
    assert_eq!(boris.json(&["dialogue", "list"])["dialogues"].as_array().unwrap().len(), 0);
    // Nobody can use its place in the log any more, and the relay keeps no blocks for it.
    street.convener.sync();
    assert_eq!(tokens(&street), 1);
    let link = street.convener.json(&["invite", "--side", "B"])["link"].as_str().unwrap().to_owned();
    boris.json(&["join", &link, "--name", "boris"]);
    street.convener.sync();
    boris.sync();
    assert_eq!(boris.health(), "in-step");
    assert_eq!(street.convener.json(&["members"])["members"].as_array().unwrap().len(), 3);
}

#[test]
fn clocks_that_differ_are_named_with_the_next_act_and_nothing_waits_for_them() {
    let mut street = Street::with(None, &[("anna", "A")], &[]);
    let anna = street.delegate("anna").clone();
    let address = stop(&mut street);
    let hidden = Relay::start_at(street.folder.path(), &database(&street), "127.0.0.1:0");
    let behind = hidden.url.strip_prefix("https://").unwrap().to_owned();
    let certificate = street.folder.path().join("relay-certificate.pem");
    let newcomer = Person::new(street.folder.path(), "newcomer");
    for (seconds, direction) in [(4_000, "ahead of"), (-4_000, "behind")] {
        let way = super::skewed::Skewed::start(&address, &behind, &certificate, seconds);
        // Who is in goes on, and is told.
        anna.json(&["room", "send", "plenary", direction]);
        let report = anna.report();
        assert_eq!(report["health"], "in-step", "{report}");
        assert!(report["what"].as_str().unwrap().contains("clock and the relay's differ by 66 minutes"), "{report}");
        assert!(report["next"].as_str().unwrap().contains("set this machine's clock"), "{report}");
        // A dialogue is not founded on a clock that is wrong.
        let url = format!("https://{address}");
        let refused = newcomer.refused(&["dialogue", "new", "--relay", &url, "--title", "T"]);
        assert_eq!(refused.0, 1);
        says(&refused, &[direction, "seconds", "Set this machine's clock", "tell the relay's operator"]);
        assert_eq!(newcomer.json(&["dialogue", "list"])["dialogues"].as_array().unwrap().len(), 0);
        drop(way);
    }
    hidden.kill();
    resume(&mut street, &address);
    street.converged();
    assert_eq!(anna.report()["what"], "all is sent and received");
    assert_eq!(street.convener.read("plenary"), ["ahead of", "behind"]);
}

#[test]
fn a_full_quota_says_so_keeps_what_was_written_and_empties_once_all_have_fetched() {
    let mut street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let (anna, boris) = (street.delegate("anna").clone(), street.delegate("boris").clone());
    street.converged();
    let address = stop(&mut street);
    let written = boris.output(&["room", "send", "plenary", "written on a train"]);
    assert!(text(&written.stderr).contains("not sent yet"));
    // One mebibyte is 64 blocks; each of these texts takes several.
    let small = Relay::start_with(street.folder.path(), &database(&street), &address, &["--quota", "1"]);
    let long = "x".repeat(64_000);
    let mut sent = 0;
    let told = loop {
        let output = anna.output(&["room", "send", "plenary", &long]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        sent += 1;
        assert!(sent < 30, "the quota of 64 blocks is never full");
        let told = text(&output.stderr);
        if told.contains("not sent yet") {
            break told;
        }
    };
    let wanted = ["saved", "The quota is full", "Let every member fetch and acknowledge"];
    says(&(0, told), &wanted);
    let refused = anna.refused(&["sync"]);
    assert_eq!(refused.0, 1);
    says(&refused, &wanted[1..]);
    // What is here can be read, and more can be written.
    assert_eq!(anna.report()["health"], "behind");
    assert!(anna.report()["what"].as_str().unwrap().contains("1 thing(s) wait to be sent"));
    let more = anna.output(&["room", "send", "plenary", "and more"]);
    assert!(more.status.success() && text(&more.stderr).contains("not sent yet"), "{}", text(&more.stderr));
    assert_eq!(anna.read("plenary").len(), sent - 1);
    // Boris cannot send either, and by fetching makes room all the same.
    street.convener.sync();
    says(&boris.refused(&["sync"]), &wanted[1..]);
    street.relay = Some(small);
    street.converged();
    let heard = boris.read("plenary");
    assert_eq!(heard.len(), sent + 2);
    assert_eq!(anna.read("plenary"), heard);
    assert_eq!(street.convener.read("plenary"), heard);
}

#[test]
fn what_waits_is_not_shown_to_a_relay_with_another_certificate_and_goes_out_once_it_is_right() {
    let mut street = Street::with(None, &[("anna", "A")], &[]);
    let anna = street.delegate("anna").clone();
    let address = stop(&mut street);
    anna.output(&["room", "send", "plenary", "one"]);
    let elsewhere = tempfile::tempdir().unwrap();
    let other = format!("sqlite:{}", elsewhere.path().join("other.db").display());
    let other = Relay::start_at(elsewhere.path(), &other, &address);
    for command in [&["sync"][..], &["room", "send", "plenary", "two"]] {
        let refused = anna.refused(command);
        assert_eq!(refused.0, 1);
        says(&refused, &["another certificate", "Do not go on", "ask the convener"]);
    }
    // What is here can be read, and that something is wrong is said.
    let shown = anna.output(&["dialogue", "show"]);
    assert!(shown.status.success());
    assert!(text(&shown.stderr).contains("another certificate"), "{}", text(&shown.stderr));
    assert!(text(&shown.stdout).contains("1 thing(s) wait to be sent"), "{}", text(&shown.stdout));
    other.kill();
    resume(&mut street, &address);
    street.converged();
    assert_eq!(street.convener.read("plenary"), ["one"]);
}
