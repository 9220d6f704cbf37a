//! Before a result could have been opened a broken run starts again; from that moment on it counts. Machines and the
//! relay are killed on either side of the moment.
use super::moments::{Ended, Moment, agreed, is_spent, starts_again, street};
use super::street::{Relay, text};

const TWO: [(&str, &str); 2] = [("anna", "A"), ("boris", "B")];

#[test]
fn machines_killed_when_the_opening_begins_have_spent_the_question() {
    let (street, cable) = street(&TWO);
    let id = agreed(&street);
    let run = Moment::of(&[street.delegate("anna"), street.delegate("boris")], &id, &cable);
    run.until("outputs");
    run.kill();
    is_spent(&street, &id);
}

#[test]
fn machines_killed_before_the_opening_begins_start_again_and_the_question_counts_once() {
    let (street, cable) = street(&TWO);
    let id = agreed(&street);
    let run = Moment::of(&[street.delegate("anna"), street.delegate("boris")], &id, &cable);
    run.until("inputs");
    run.kill();
    starts_again(&street, &id);
}

#[test]
fn a_machine_that_is_killed_alone_is_missed_by_the_other_and_both_start_again_with_the_same_seals() {
    let (street, cable) = street(&TWO);
    let id = agreed(&street);
    let run = Moment::of(&[street.delegate("anna"), street.delegate("boris")], &id, &cable);
    run.until("triples");
    for Ended { done, err, .. } in run.kill_one(1) {
        assert!(!done && err.contains("was aborted") && err.contains("the link to B failed"), "{err}");
    }
    starts_again(&street, &id);
}

/// Killed before the opening begins, as above; but one machine comes back from a backup, and cannot know that.
fn restored(backed_up_ready: bool) {
    let (street, cable) = street(&TWO);
    let id = agreed(&street);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    if backed_up_ready {
        assert_eq!(anna.json(&["sounding", "run", &id, "--wait", "0"])["state"], "waiting");
    }
    let backup = street.folder.path().join("anna.backup");
    anna.json(&["backup", backup.to_str().unwrap()]);
    let run = Moment::of(&[anna, boris], &id, &cable);
    run.until("inputs");
    run.kill();
    anna.json(&["wipe", "--yes"]);
    anna.json(&["restore", backup.to_str().unwrap()]);
    anna.sync();
    assert_eq!(anna.health(), "needs-rejoin");
    street.settle();
    is_spent(&street, &id);
}

#[test]
fn a_machine_that_knows_nothing_of_its_run_since_it_was_restored_says_the_worst() {
    restored(false);
}

#[test]
fn a_machine_restored_from_a_backup_made_before_it_began_says_the_worst() {
    restored(true);
}

/// The relay dies when a phase begins, and comes back. Answers what both machines said.
fn relay_dies(phase: &str, goes_on: fn(&super::street::Street, &str)) {
    let (mut street, cable) = street(&TWO);
    let id = agreed(&street);
    let (anna, boris) = (street.delegate("anna").clone(), street.delegate("boris").clone());
    anna.json(&["room", "send", "plenary", "before the run"]);
    let relay = street.relay.take().unwrap();
    let address = relay.url.strip_prefix("https://").unwrap().to_owned();
    let run = Moment::of(&[&anna, &boris], &id, &cable);
    run.until(phase);
    relay.kill();
    for Ended { done, err, .. } in run.ended() {
        // Nobody is blamed: neither in the words nor to the others.
        assert!(!done && err.contains("was aborted"), "{err}");
        assert!(err.contains("a run broke") && err.contains("accused=0"), "{err}");
        assert!(!err.contains("rejected a message") && !err.contains("and names"), "{err}");
    }
    let output = boris.output(&["room", "send", "plenary", "while there was no relay"]);
    assert!(output.status.success() && text(&output.stderr).contains("not sent yet"), "{}", text(&output.stderr));
    let database = format!("sqlite:{}", street.folder.path().join("relay.db").display());
    street.relay = Some(Relay::start_at(street.folder.path(), &database, &address));
    goes_on(&street, &id);
    street.converged();
    for person in street.everybody() {
        assert_eq!(person.read("plenary"), ["before the run", "while there was no relay"], "{}", person.name);
    }
}

#[test]
fn a_relay_that_dies_before_the_opening_begins_costs_an_attempt_and_nobody_is_blamed() {
    relay_dies("triples", starts_again);
}

#[test]
fn a_relay_that_dies_when_the_opening_begins_has_spent_the_question_and_nobody_is_blamed() {
    relay_dies("outputs", is_spent);
}
