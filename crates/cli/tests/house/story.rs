//! One dialogue from its founding to its destruction, with questions of every kind and rule.
use serde_json::Value;

use super::postgres::Postgres;
use super::street::{Person, Street, example};
use super::within;

const SIDES: [(&str, &str); 6] =
    [("anna", "A"), ("boris", "B"), ("clara", "C"), ("arthur", "A"), ("bela", "B"), ("carl", "C")];

fn same(results: &[Value]) -> &Value {
    let receipts: Vec<&Value> = results.iter().map(|result| &result["receipt"]).collect();
    assert!(receipts.iter().all(|receipt| receipt.is_string() && *receipt == receipts[0]), "{results:?}");
    for result in results {
        assert_eq!(result["result"], results[0]["result"]);
        assert_eq!(result["package"], results[0]["package"]);
        assert_eq!(result["outcome"], results[0]["outcome"]);
        assert_eq!(result["confirmed"].as_array().unwrap().len(), results.len(), "{result}");
    }
    &results[0]
}

fn tell(database: Option<&str>) {
    let mut street = Street::with(database, &SIDES, &["--budget-bits", "100"]);
    let who = |name: &str| street.delegate(name).clone();
    let (anna, boris, clara, arthur) = (who("anna"), who("boris"), who("clara"), who("arthur"));
    let convener = street.convener.clone();

    // Words are the same at both ends.
    let words = |one: &Person, with: &str| one.json(&["verify", with])["words"].as_str().unwrap().to_owned();
    assert_eq!(words(&anna, "Mediator"), words(&convener, "anna"));
    assert_ne!(words(&anna, "Mediator"), words(&boris, "Mediator"));
    assert_eq!(anna.json(&["verify", "--confirm"])["confirmed"], true);
    assert_eq!(anna.json(&["members"])["members"].as_array().unwrap().len(), 7);

    // Rooms: what is said in a caucus stays there.
    anna.json(&["room", "send", "plenary", "good morning"]);
    anna.json(&["room", "send", "caucus", "we could live with less"]);
    anna.json(&["room", "send", "convener", "a word with you"]);
    street.converged();
    assert_eq!(clara.read("plenary"), ["good morning"]);
    assert_eq!(arthur.read("caucus"), ["we could live with less"]);
    assert_eq!(boris.read("caucus"), [""; 0]);
    assert_eq!(convener.read("convener:A"), ["a word with you"]);
    assert_eq!(boris.read("convener"), [""; 0]);
    assert_eq!(boris.refused(&["room", "read", "caucus:A"]).0, 3);

    // Agenda and positions.
    assert_eq!(convener.json(&["agenda", "import", &example("agenda.toml")])["version"], 1);
    for (person, file) in [(&anna, "A.toml"), (&boris, "B.toml"), (&clara, "C.toml")] {
        person.json(&["position", "import", &example(file)]);
    }
    street.settle();

    // The sample case's three questions.
    let three = [&anna, &boris, &clara];
    let named = ["--package", "P1", "--package", "P2", "--package", "P3"];
    let call = |rule: &'static str, sides: &'static str, more: &[&'static str]| -> Vec<&'static str> {
        [&["sounding", "call", "--rule", rule, "--sides", sides], more].concat()
    };
    let first = street.sound(&convener, &three, &call("draw", "A,B,C", &named), &[]);
    assert_eq!(same(&first)["package"], "P1");
    assert_eq!(same(&first)["outcome"]["G"], "G3");
    let second = street.sound(&anna, &[&anna, &boris], &call("draw", "A,B", &["--package", "P2"]), &[]);
    assert_eq!(same(&second)["package"], "P2");
    assert_eq!(second[0]["exploratory"], true);
    let third = street.sound(&boris, &three, &call("draw", "A,B,C", &["--package", "P3"]), &[]);
    assert_eq!((&same(&third)["result"], &third[0]["package"]), (&Value::from("none"), &Value::Null));

    // A colleague of the side is told in the caucus; the convener and sides not asked are not.
    street.settle();
    let asked = ids(&anna);
    assert_eq!(arthur.json(&["sounding", "result", &asked[0]])["package"], "P1");
    assert_eq!(convener.json(&["sounding", "result", &asked[0]])["result"], Value::Null);
    assert_eq!(clara.json(&["sounding", "result", &asked[1]])["result"], Value::Null);

    // Every other rule and kind.
    let nash = street.sound(&anna, &three, &call("nash", "A,B,C", &[]), &[]);
    let expected = [("T", "T0"), ("C", "C2"), ("S", "S2"), ("G", "G4"), ("N", "N0"), ("K", "K1")];
    for (issue, option) in expected {
        assert_eq!(same(&nash)["outcome"][issue], option);
    }
    let egalitarian = street.sound(&anna, &[&anna, &clara], &call("egalitarian", "A,C", &[]), &[]);
    assert_eq!(same(&egalitarian)["outcome"]["T"], "T4");
    let exists = street.sound(&anna, &[&boris, &clara], &call("exists", "B,C", &[]), &[]);
    assert_eq!((&same(&exists)["result"], &exists[0]["outcome"]), (&Value::from("exists"), &Value::Null));
    let quorum = call("exists", "A,B,C", &["--package", "P2", "--quorum", "2", "--veto", "A"]);
    assert_eq!(same(&street.sound(&clara, &three, &quorum, &[]))["result"], "exists");
    let improve = street.sound(&anna, &[&anna, &boris], &call("draw", "A,B", &["--improve", "P1"]), &[]);
    assert_eq!(same(&improve)["result"], "package");
    let file = street.folder.path().join("text.txt");
    std::fs::write(&file, "1. The parties meet again.\n").unwrap();
    let adopt =
        ["sounding", "call", "--rule", "exists", "--sides", "A,B,C", "--adopt", file.to_str().unwrap(), "--issue", "K"];
    let yes = street.sound(&convener, &three, &adopt, &[&["--accept"], &["--accept"], &["--accept"]]);
    assert_eq!(same(&yes)["result"], "exists");
    let no = street.sound(&convener, &three, &adopt, &[&["--accept"], &["--reject"], &["--accept"]]);
    assert_eq!(same(&no)["result"], "none");
    const EARLY: &str = "2026-12-01T09:00Z/2026-12-01T10:00Z";
    const LATE: &str = "2026-12-02T09:00Z/2026-12-02T10:00Z";
    let date = call("draw", "A,B", &["--date", EARLY, "--date", LATE, "--tell-all"]);
    let votes: [&[&str]; 2] = [&["--free", EARLY, "--free", LATE], &["--free", LATE]];
    assert_eq!(same(&street.sound(&convener, &[&anna, &boris], &date, &votes))["package"], LATE);
    street.settle();
    let last = ids(&convener).pop().unwrap();
    assert_eq!(convener.json(&["sounding", "result", &last, "--wait", "30"])["package"], LATE, "told to all");

    // What a modified client might try by the same door.
    assert!(anna.refused(&["position", "import", &example("B.toml")]).1.contains("sealed"));
    assert_eq!(arthur.refused(&["position", "import", &example("B.toml")]).0, 3);
    let ledger = anna.json(&["ledger"]);
    assert!(ledger["spent_bits"].as_f64().unwrap() > 30.0);
    assert_eq!(ledger["questions"].as_array().unwrap().len(), 11);
    street.converged();

    // What is backed up now is old before it is needed: epochs, a change in the very room, and news follow.
    let backup = street.folder.path().join("boris.backup");
    boris.json(&["backup", backup.to_str().unwrap()]);

    // A member leaves and reads nothing afterwards; no key is left there that could (`left.rs` serves him all the same).
    let carl = street.delegate("carl").clone();
    carl.json(&["leave"]);
    street.delegates.retain(|one| one.name != "carl");
    street.settle();
    anna.json(&["room", "send", "plenary", "after carl"]);
    street.converged();
    let left = carl.output(&["sync"]);
    assert!(!carl.read("plenary").contains(&"after carl".to_owned()), "{left:?}");
    assert_eq!(within::keys(&carl), within::Keys { groups: 0, epochs: 0 });

    // Another joins a room of boris's, in which something is said.
    let berta = street.join("berta", "B");
    street.settle();
    street.delegate("bela").json(&["room", "send", "caucus", "welcome, berta"]);
    street.converged();
    assert_eq!(berta.read("caucus"), ["welcome, berta"]);

    // A machine is lost and comes back from its backup, without the group's keys, and is let in again.
    boris.json(&["wipe", "--yes"]);
    assert_eq!(boris.refused(&["dialogue", "show"]).0, 3);
    assert_eq!(boris.json(&["restore", "--rehearse", backup.to_str().unwrap()])["restored"], false);
    boris.json(&["restore", backup.to_str().unwrap()]);
    boris.sync();
    assert_eq!(boris.health(), "needs-rejoin");
    street.settle();
    boris.json(&["room", "send", "plenary", "boris is back"]);
    boris.json(&["room", "send", "caucus", "same caucus"]);
    street.converged();
    assert!(clara.read("plenary").contains(&"boris is back".to_owned()));
    for colleague in [street.delegate("bela"), &berta] {
        assert_eq!(colleague.read("caucus"), ["welcome, berta", "same caucus"]);
    }
    berta.json(&["room", "send", "caucus", "good to see you"]);
    boris.sync();
    // What was said meanwhile no key of this machine opens; what follows it reads.
    assert_eq!(boris.read("caucus"), ["same caucus", "good to see you"]);
    let again = street.sound(&anna, &three, &call("draw", "A,B,C", &["--package", "P1"]), &[]);
    assert_eq!(same(&again)["package"], "P1");

    // The agreed end.
    for person in [&convener, &anna, &boris] {
        assert_eq!(person.json(&["destroy", "--yes"])["end"]["state"], "proposed");
    }
    assert_eq!(clara.json(&["destroy", "--yes"])["end"]["state"], "destroyed");
    for person in street.delegates.iter().filter(|one| one.name != "clara") {
        assert_eq!(person.sync()["end"]["state"], "destroyed", "{}", person.name);
    }
    assert_eq!(convener.sync()["end"]["state"], "destroyed");
    for person in street.everybody() {
        assert!(person.refused(&["dialogue", "show"]).1.contains("no dialogue"), "{}", person.name);
    }
}

fn ids(person: &Person) -> Vec<String> {
    let all = person.json(&["sounding", "list"])["questions"].as_array().unwrap().clone();
    all.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_whole_dialogue_on_sqlite() {
    tell(None);
}

#[test]
fn a_whole_dialogue_on_postgresql() {
    let Some(server) = Postgres::start() else {
        return;
    };
    tell(Some(&server.url()));
}
