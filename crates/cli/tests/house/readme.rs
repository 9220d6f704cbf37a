//! README's own lines for a dialogue between machines, run as they stand there: three homes and a relay, with a clock.
//! Put in for them: the relay's port, for others may use the one that is named; the links that were printed, the
//! question's name; and Boris's lines made from Anna's, as the text says.
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::street::{PASSPHRASE, Person, program, relay_program, text};

const README: &str = include_str!("../../../../README.md");
/// How long two people may take at the very most, their thinking included; the programs alone take a small part of it.
const PATIENCE: Duration = Duration::from_secs(600);
const SET: &str = "backchannel=target/release/backchannel";
const RELAY: &str = "127.0.0.1:8443";

/// The first block of the section, as the paragraphs of its terminals.
fn paragraphs() -> Vec<Vec<&'static str>> {
    let (_, section) = README.split_once("\n## A dialogue between machines\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    assert!(section.contains(SET) && section.contains("export BACKCHANNEL_PASSPHRASE="), "{section}");
    let block = section.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    block.split("\n\n").map(|part| part.lines().filter(|line| !line.starts_with('#')).collect()).collect()
}

/// The folder in which all terminals are begun: examples, and the programs where `make build` puts them.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let built = folder.path().join("target/release");
    std::fs::create_dir_all(&built).unwrap();
    let link = |from: &Path, to: &Path| std::os::unix::fs::symlink(from, to).unwrap();
    link(Path::new(program()), &built.join("backchannel"));
    link(&relay_program(), &built.join("backchannel-relay"));
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    link(&examples.canonicalize().unwrap(), &folder.path().join("examples"));
    folder
}

/// A line as a shell in a terminal of its own runs it.
fn shell(folder: &Path, line: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{SET}\n{line}")]).current_dir(folder).env("BACKCHANNEL_PASSPHRASE", PASSPHRASE);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs a line that must go through; what it printed.
fn run(folder: &Path, line: &str) -> String {
    let output = shell(folder, line).output().unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "`{line}`: {:?}\n{out}{err}", output.status.code());
    out
}

/// Ended with the test.
struct Background(Child);

impl Background {
    /// `exec`, so that it is the program itself that is ended.
    fn start(folder: &Path, line: &str) -> Self {
        Self(shell(folder, &format!("exec {line}")).spawn().unwrap())
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// As the text says that Boris's are made.
fn boris(line: &str) -> String {
    let line =
        line.replace("--home anna", "--home boris").replace("--name Anna", "--name Boris").replace("A.toml", "B.toml");
    assert!(line.contains("boris"), "{line}");
    line
}

fn link(printed: &str) -> String {
    printed.split_whitespace().find(|word| word.starts_with("backchannel://")).unwrap().to_owned()
}

/// The lines of somebody who joins; the words that they saw.
fn join(folder: &Path, lines: &[String], link: &str) -> String {
    let mut words = String::new();
    for line in lines {
        let out = run(folder, &line.replace("LINK", link));
        if line.contains("verify --home") {
            words = out.lines().find(|line| line.starts_with("  ")).unwrap().trim().to_owned();
        }
    }
    words
}

#[test]
fn the_lines_of_the_readme_lead_two_people_to_a_result() {
    let parts = paragraphs();
    let [relay_lines, convener_lines, anna_lines, asking_lines] = parts.as_slice() else { panic!("{parts:?}") };
    assert_eq!(relay_lines.len(), 1);
    let folder = folder();
    let folder = folder.path();
    let began = Instant::now();

    let mut relay = Background::start(folder, &relay_lines[0].replace(RELAY, "127.0.0.1:0"));
    let mut said = String::new();
    BufReader::new(relay.0.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let url = said.split_whitespace().find(|word| word.starts_with("https://")).unwrap_or_else(|| panic!("{said}"));

    let (staying, founding) = convener_lines.split_last().unwrap();
    let mut links = Vec::new();
    for line in founding {
        let out = run(folder, &line.replace(&format!("https://{RELAY}"), url));
        if line.contains(" invite ") {
            links.push(link(&out));
        }
    }
    assert_eq!(links.len(), 2);
    assert!(staying.contains("sync --wait"), "{staying}");
    let stays = Background::start(folder, staying);

    let theirs = [
        anna_lines.iter().map(|line| (*line).to_owned()).collect(),
        anna_lines.iter().map(|line| boris(line)).collect(),
    ];
    let joining = theirs.map(|lines: Vec<String>| {
        let (folder, link) = (folder.to_owned(), links.remove(0));
        thread::spawn(move || join(&folder, &lines, &link))
    });
    let words = joining.map(|one| one.join().unwrap());
    // Compared aloud: the convener sees the same, with each of them.
    let person = |name: &str| Person { home: folder.join(name), name: name.to_owned() };
    for (name, words) in ["Anna", "Boris"].iter().zip(&words) {
        assert_eq!(person("convener").json(&["verify", name])["words"], words.as_str(), "{name}");
    }

    let mut question = String::new();
    for line in asking_lines {
        let line = line.replace("QUESTION", &question);
        if line.contains("sounding call") {
            let out = run(folder, &line);
            question = out.split_whitespace().nth(1).unwrap().to_owned();
        } else if line.contains("sounding run") {
            let both = [line.clone(), boris(&line)].map(|line| {
                let folder = folder.to_owned();
                thread::spawn(move || run(&folder, &line))
            });
            for told in both.map(|one| one.join().unwrap()) {
                assert!(["P1", "P2"].iter().any(|package| told.contains(package)), "{told}");
            }
        } else {
            run(folder, &line);
            if line.contains("preview") || line.contains("consent") {
                run(folder, &boris(&line));
            }
        }
    }
    let took = began.elapsed();
    drop(stays);
    // Neither of the two tolerates P3; which of the others it is, is drawn.
    let answers: BTreeSet<String> = ["anna", "boris"]
        .iter()
        .map(|name| person(name).json(&["sounding", "result", &question])["package"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert!(answers.contains("P1") || answers.contains("P2"), "{answers:?}");
    assert!(took < PATIENCE, "{took:?}");
    println!(
        "FIGURE: README's lines for a dialogue between machines, run word by word: from the relay's start to the ledger \
         {:.0} s of the programs, of {} for two people",
        took.as_secs_f64(),
        PATIENCE.as_secs()
    );
}
