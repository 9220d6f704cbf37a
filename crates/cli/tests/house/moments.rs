//! What is done to a run at the moment when one of its machines tells that a phase begins.
//!
//! A machine tells it (`BACKCHANNEL_LOG`) when how far it has come is saved, and before the first message of the phase
//! goes out. The others are far: what follows from the phase takes several times as long as what is done here.
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::process::Child;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::cable::{Cable, Plan};
use super::street::{Person, Relay, Street, finish, text};

/// How far the relay is from each member in a run that something is done to.
const FAR: Plan = Plan::Far { milliseconds: 80 };
/// A phase begins within this time, or never.
const PATIENCE: Duration = Duration::from_secs(300);

/// A street whose members reach their relay by a cable.
pub(crate) fn street(sides: &[(&str, &str)]) -> (Street, Cable) {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("relay.db").display());
    let relay = Relay::start(folder.path(), &database);
    let cable = Cable::to(&relay.url);
    let street = Street::over(folder, relay, &cable.url, sides, &[]);
    (street, cable)
}

/// One machine's part in a run.
struct Part {
    person: Person,
    process: Child,
    told: JoinHandle<String>,
}

/// How a part ended.
pub(crate) struct Ended {
    pub(crate) done: bool,
    pub(crate) killed: bool,
    pub(crate) err: String,
}

/// A run of some machines, far from one another.
pub(crate) struct Moment<'c> {
    parts: Vec<Part>,
    lines: Receiver<String>,
    cable: &'c Cable,
}

impl<'c> Moment<'c> {
    /// Begins a run of all of them.
    pub(crate) fn of(people: &[&Person], id: &str, cable: &'c Cable) -> Self {
        cable.set(FAR);
        let (sender, lines) = mpsc::channel();
        let part = |person: &&Person| {
            let mut process = person.start(&["sounding", "run", id, "--wait", "120", "--json"]);
            let (errors, sender) = (BufReader::new(process.stderr.take().unwrap()), sender.clone());
            Part { person: (*person).clone(), process, told: thread::spawn(move || pass_on(errors, &sender)) }
        };
        Self { parts: people.iter().map(part).collect(), lines, cable }
    }

    /// Waits until one of them tells that it begins a phase.
    pub(crate) fn until(&self, phase: &str) {
        let begins = format!("phase=\"{phase}\"");
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{phase} never began"));
            if line.contains("a phase begins") && line.contains(&begins) {
                return;
            }
        }
    }

    /// SIGKILL to all.
    pub(crate) fn kill(mut self) {
        for part in &mut self.parts {
            part.process.kill().unwrap();
        }
        for ended in self.ended() {
            assert!(ended.killed, "it had ended before it was killed:\n{}", ended.err);
        }
    }

    /// SIGKILL to the machine of this number; answers how the others ended.
    pub(crate) fn kill_one(mut self, number: usize) -> Vec<Ended> {
        self.parts[number].process.kill().unwrap();
        let mut ended = self.ended();
        let killed = ended.remove(number);
        assert!(killed.killed, "it had ended before it was killed:\n{}", killed.err);
        ended
    }

    /// Waits for the end of all.
    pub(crate) fn ended(self) -> Vec<Ended> {
        let ended = self.parts.into_iter().map(|mut part| {
            let status = part.process.wait().unwrap();
            let err = part.told.join().unwrap();
            part.person.tell(err.as_bytes());
            Ended { done: status.success(), killed: status.signal() == Some(9), err }
        });
        let ended = ended.collect();
        self.cable.set(Plan::Whole);
        ended
    }
}

/// Reads to the end, and tells each line at once.
fn pass_on(errors: BufReader<std::process::ChildStderr>, lines: &Sender<String>) -> String {
    let mut told = String::new();
    for line in errors.split(b'\n') {
        let line = text(&line.unwrap());
        told.push_str(&line);
        told.push('\n');
        // Nobody listens any more once the moment has come.
        let _ = lines.send(line);
    }
    told
}

/// A draw of two packages that both sides tolerate, called and consented to by both.
pub(crate) fn agreed(street: &Street) -> String {
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    anna.json(&["agenda", "import", &super::street::example("agenda.toml")]);
    street.settle();
    anna.json(&["position", "import", &super::street::example("A.toml")]);
    boris.json(&["position", "import", &super::street::example("B.toml")]);
    let call = ["sounding", "call", "--sides", "A,B", "--rule", "draw", "--package", "P1", "--package", "P2"];
    let id = anna.json(&call)["id"].as_str().unwrap().to_owned();
    street.settle();
    anna.json(&["sounding", "consent", &id]);
    boris.json(&["sounding", "consent", &id]);
    street.settle();
    id
}

/// Each says how it ended; then both go again, and have one answer, which counts once.
pub(crate) fn starts_again(street: &Street, id: &str) {
    let people = [street.delegate("anna"), street.delegate("boris")];
    for person in people {
        // One waits for the other's word, or for its machine: that is said, and not waited for.
        let output = person.output(&["sounding", "run", id, "--wait", "0"]);
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert!(out.contains("ready") || err.contains("have still to say"), "{}: {out}{err}", person.name);
    }
    let runs = people.map(|person| person.start(&["sounding", "run", id, "--wait", "120", "--json"]));
    for ended in runs.map(finish) {
        assert!(ended.0, "{ended:?}");
    }
    street.converged();
    let results = people.map(|person| person.json(&["sounding", "result", id]));
    assert!(["P1", "P2"].contains(&results[0]["package"].as_str().unwrap()), "{results:?}");
    assert_eq!(results[0]["package"], results[1]["package"]);
    for person in street.everybody() {
        counts(person, "answered", 2);
    }
}

/// The question is spent for everybody, counts, and is run by nobody any more.
pub(crate) fn is_spent(street: &Street, id: &str) {
    let people = [street.delegate("anna"), street.delegate("boris")];
    // With the first word the second may not have come yet; after both, all know.
    for person in people {
        let (_, told) = person.refused(&["sounding", "run", id, "--wait", "0"]);
        assert!(told.contains("have still to say") || told.contains("counts"), "{}: {told}", person.name);
    }
    street.converged();
    for person in people {
        let (_, told) = person.refused(&["sounding", "run", id, "--wait", "0"]);
        assert!(told.contains("could have been opened") && told.contains("nothing starts again"), "{told}");
        let result = person.json(&["sounding", "result", id]);
        assert!(result["result"].is_null() && result["stage"] == "spent", "{result}");
    }
    for person in street.everybody() {
        counts(person, "spent", 1);
    }
}

/// The only question stands so at this member, after so many attempts, and counts once.
fn counts(person: &Person, stage: &str, attempts: u64) {
    let ledger = person.json(&["ledger"]);
    let questions = ledger["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 1, "{}: {ledger}", person.name);
    let one = &questions[0];
    assert_eq!((&one["stage"], &one["attempts"]), (&stage.into(), &attempts.into()), "{}: {one}", person.name);
    assert_eq!(one["counts"], true, "{}: {one}", person.name);
    let bits = one["bits"].as_f64().unwrap();
    assert!(bits > 0.0 && ledger["spent_bits"].as_f64() == Some(bits), "{}: {ledger}", person.name);
}
