//! A relay and homes for a test: processes are started, commands are run, JSON is read.
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

pub(crate) const PASSPHRASE: &str = "a passphrase for tests";

/// The program under test.
pub(crate) fn program() -> &'static str {
    env!("CARGO_BIN_EXE_backchannel")
}

/// The relay's program, which lies beside it; built if it is not there.
pub(crate) fn relay_program() -> PathBuf {
    static BUILT: std::sync::Once = std::sync::Once::new();
    let path = Path::new(program()).with_file_name("backchannel-relay");
    BUILT.call_once(|| {
        if path.is_file() {
            return;
        }
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--locked", "--package", "relay", "--bin", "backchannel-relay"]);
        if path.parent().is_some_and(|folder| folder.ends_with("release")) {
            cargo.arg("--release");
        }
        assert!(cargo.status().unwrap().success(), "the relay does not build");
    });
    path
}

/// A relay process.
pub(crate) struct Relay {
    process: Child,
    pub(crate) url: String,
    pub(crate) log: PathBuf,
}

impl Relay {
    pub(crate) fn start(folder: &Path, database: &str) -> Self {
        Self::start_at(folder, database, "127.0.0.1:0")
    }

    pub(crate) fn start_at(folder: &Path, database: &str, listen: &str) -> Self {
        Self::start_with(folder, database, listen, &[])
    }

    pub(crate) fn start_with(folder: &Path, database: &str, listen: &str, options: &[&str]) -> Self {
        let log = folder.join("relay.log");
        let errors = std::fs::OpenOptions::new().create(true).append(true).open(&log).unwrap();
        let mut process = Command::new(relay_program())
            .args(["serve", "--listen", listen, "--database", database])
            .args(options)
            .env("RUST_LOG", "trace")
            .env("TMPDIR", scratch(folder))
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.split_whitespace().find(|word| word.starts_with("https://"));
        let url = url.unwrap_or_else(|| panic!("the relay said `{line}`")).to_owned();
        Self { process, url, log }
    }

    /// Kills it at once.
    pub(crate) fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        // It may have been killed before.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Where programs put temporary files; beside the homes, so that it can be looked into.
fn scratch(folder: &Path) -> PathBuf {
    let scratch = folder.join("temporary");
    std::fs::create_dir_all(&scratch).unwrap();
    scratch
}

/// One participant: a home, and commands on it.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) home: PathBuf,
    pub(crate) name: String,
}

impl Person {
    pub(crate) fn new(folder: &Path, name: &str) -> Self {
        let person = Self { home: folder.join(name), name: name.to_owned() };
        person.json(&["init"]);
        person
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        self.command_under(&[], arguments)
    }

    /// A command that another program runs, such as one that traces it.
    pub(crate) fn command_under(&self, runner: &[&str], arguments: &[&str]) -> Command {
        let line = [runner, &[program()], arguments].concat();
        let mut command = Command::new(line[0]);
        command
            .args(&line[1..])
            .arg("--home")
            .arg(&self.home)
            .env("BACKCHANNEL_PASSPHRASE", PASSPHRASE)
            .env("BACKCHANNEL_LOG", "trace")
            .env("RUST_LOG", "trace")
            .env("TMPDIR", scratch(self.home.parent().unwrap()))
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn output(&self, arguments: &[&str]) -> Output {
        let output = self.command(arguments).output().unwrap();
        self.tell(&output.stderr);
        output
    }

    /// Keeps what was said on standard error, beside the homes.
    pub(crate) fn tell(&self, said: &[u8]) {
        let path = self.home.with_file_name("told.log");
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).unwrap();
        file.write_all(said).unwrap();
    }

    /// Runs a command that must succeed; answers its JSON.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let mut all = arguments.to_vec();
        all.push("--json");
        let output = self.output(&all);
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert!(output.status.success(), "{} {arguments:?}: {:?}\n{out}{err}", self.name, output.status.code());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{} {arguments:?}: {error}\n{out}", self.name))
    }

    /// Runs a command that must succeed; answers what it says to people.
    pub(crate) fn text(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert!(output.status.success(), "{} {arguments:?}: {}", self.name, text(&output.stderr));
        text(&output.stdout)
    }

    /// Runs a command that must be refused; answers its exit code and what it says.
    pub(crate) fn refused(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.output(arguments);
        assert!(!output.status.success(), "{} {arguments:?} went through: {}", self.name, text(&output.stdout));
        (output.status.code().unwrap_or(-1), text(&output.stderr))
    }

    pub(crate) fn sync(&self) -> Value {
        self.json(&["sync"])
    }

    /// What was said in a room.
    pub(crate) fn read(&self, room: &str) -> Vec<String> {
        let messages = self.json(&["room", "read", room]);
        let messages = messages["messages"].as_array().unwrap().clone();
        messages.iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect()
    }

    /// How the dialogue is, with what is the matter and the next act.
    pub(crate) fn report(&self) -> Value {
        self.json(&["dialogue", "show"])["health"].clone()
    }

    pub(crate) fn health(&self) -> String {
        self.json(&["dialogue", "show"])["health"]["health"].as_str().unwrap().to_owned()
    }

    /// Starts a command and does not wait for it.
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What a started command said at its end.
pub(crate) fn finish(child: Child) -> (bool, String, String) {
    // Both at once: whoever tells much on one of them would wait for its reader.
    let output = child.wait_with_output().unwrap();
    (output.status.success(), text(&output.stdout), text(&output.stderr))
}

/// A relay and people on one street.
pub(crate) struct Street {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) relay: Option<Relay>,
    pub(crate) convener: Person,
    pub(crate) delegates: Vec<Person>,
}

impl Street {
    /// A convener's dialogue with delegates of these sides, all let in.
    pub(crate) fn with(database: Option<&str>, sides: &[(&str, &str)], options: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let own = format!("sqlite:{}", folder.path().join("relay.db").display());
        let relay = Relay::start(folder.path(), database.unwrap_or(&own));
        let url = relay.url.clone();
        Self::over(folder, relay, &url, sides, options)
    }

    /// The same over a relay that runs already and is reached at this address.
    pub(crate) fn over(
        folder: tempfile::TempDir,
        relay: Relay,
        url: &str,
        sides: &[(&str, &str)],
        options: &[&str],
    ) -> Self {
        let convener = Person::new(folder.path(), "convener");
        let mut found = vec!["dialogue", "new", "--relay", url, "--title", "Off-ramp", "--name", "Mediator"];
        found.extend_from_slice(options);
        convener.json(&found);
        let mut street = Self { folder, relay: Some(relay), convener, delegates: Vec::new() };
        for (name, side) in sides {
            street.join(name, side);
        }
        street.settle();
        street
    }

    /// Invites somebody and lets them in.
    pub(crate) fn join(&mut self, name: &str, side: &str) -> Person {
        let person = Person::new(self.folder.path(), name);
        let link = self.convener.json(&["invite", "--side", side]);
        let joined = person.json(&["join", link["link"].as_str().unwrap(), "--name", name]);
        assert_eq!(joined["state"], "waiting");
        self.convener.sync();
        person.sync();
        self.delegates.push(person.clone());
        person
    }

    pub(crate) fn everybody(&self) -> Vec<&Person> {
        std::iter::once(&self.convener).chain(&self.delegates).collect()
    }

    pub(crate) fn delegate(&self, name: &str) -> &Person {
        self.delegates.iter().find(|one| one.name == name).unwrap()
    }

    /// Lets everybody sync until nothing moves any more.
    pub(crate) fn settle(&self) {
        for _ in 0..6 {
            let moved: u64 = self
                .everybody()
                .iter()
                .map(|one| one.sync())
                .map(|done| done["received"].as_u64().unwrap() + done["sent"].as_u64().unwrap())
                .sum();
            if moved == 0 {
                return;
            }
        }
        panic!("the dialogue does not come to rest");
    }

    /// Asserts that all are in step and have seen the same log.
    pub(crate) fn converged(&self) {
        self.settle();
        let seen: BTreeSet<String> = self
            .everybody()
            .iter()
            .map(|one| {
                let shown = one.json(&["dialogue", "show"]);
                assert_eq!(shown["health"]["health"], "in-step", "{}: {}", one.name, shown["health"]);
                format!("{}:{}", shown["health"]["sequence"], shown["health"]["log_hash"])
            })
            .collect();
        assert_eq!(seen.len(), 1, "{seen:?}");
    }

    /// Puts a question through: called, consented to, run by all at once; answers each side's JSON of the result.
    pub(crate) fn sound(&self, caller: &Person, takers: &[&Person], call: &[&str], votes: &[&[&str]]) -> Vec<Value> {
        let id = caller.json(call)["id"].as_str().unwrap().to_owned();
        for (at, taker) in takers.iter().enumerate() {
            let mut consent = vec!["sounding", "consent", &id];
            consent.extend_from_slice(votes.get(at).copied().unwrap_or_default());
            taker.json(&consent);
        }
        let runs: Vec<Child> =
            takers.iter().map(|taker| taker.start(&["sounding", "run", &id, "--wait", "120", "--json"])).collect();
        for (taker, run) in takers.iter().zip(runs) {
            let (done, out, err) = finish(run);
            taker.tell(err.as_bytes());
            assert!(done, "{} in question {call:?}:\n{out}{err}", taker.name);
        }
        takers.iter().map(|taker| taker.json(&["sounding", "result", &id, "--wait", "60"])).collect()
    }
}

/// Waits a little where a test must let time pass.
pub(crate) fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}

/// The sample case.
pub(crate) fn example(name: &str) -> String {
    format!("{}/../../examples/offramp/{name}", env!("CARGO_MANIFEST_DIR"))
}
