//! The demo in four windows: started, its links tried, and ended by each signal that asks to.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::stage::{Folder, demo};

/// A demo that has told its links.
pub(crate) struct Running {
    pub(crate) child: Child,
    /// What it has said.
    pub(crate) said: String,
    rest: BufReader<std::process::ChildStdout>,
}

impl Running {
    pub(crate) fn start(folder: &Folder) -> Self {
        let mut child = demo(folder, &["--no-browser"]).spawn().unwrap();
        let mut rest = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        while !said.contains("Ctrl-C ends the demo") {
            let read = rest.read_line(&mut said).unwrap();
            assert!(read > 0, "the demo ended: {said}{}", told(&mut child));
        }
        Self { child, said, rest }
    }

    /// `http://127.0.0.1:PORT/launch/SECRET`, in the order of the windows.
    pub(crate) fn links(&self) -> Vec<String> {
        let words = self.said.split_whitespace().filter(|word| word.starts_with("http://127.0.0.1:"));
        words.map(str::to_owned).collect()
    }

    /// Sends it a signal, and waits for its end: its exit code and its last words.
    pub(crate) fn end_by(mut self, signal: &str) -> (Option<i32>, String) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        let mut last = String::new();
        self.rest.read_to_string(&mut last).unwrap();
        (self.child.wait().unwrap().code(), last)
    }
}

fn told(child: &mut Child) -> String {
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    told
}

/// Asks for an address, with a cookie where there is one, and answers all that comes.
fn ask(link: &str, cookie: &str) -> String {
    let rest = link.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_at(rest.find('/').unwrap());
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn header<'a>(answer: &'a str, name: &str) -> &'a str {
    let line = answer.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name} {answer}"));
    line.trim_start_matches(": ").split(';').next().unwrap()
}

#[test]
fn four_windows_open_on_one_dialogue_and_a_word_ends_them_all() {
    let folder = Folder::new();
    let begun = Instant::now();
    let running = Running::start(&folder);
    println!("FIGURE: the demo is ready after {:.1} s", begun.elapsed().as_secs_f64());
    let said = running.said.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["M1, New York, April 2023", "exercise-1", "P1, P2 and P3", "refused until C consents", "caucus", "Ledger"]
    {
        assert!(said.contains(words), "the walk does not speak of “{words}”: {said}");
    }
    let links = running.links();
    assert_eq!(links.len(), 4, "{said}");
    for (link, who) in links.iter().zip(["Convener", "Delegate A", "Delegate B", "Delegate C"]) {
        let launched = ask(link, "");
        assert!(launched.starts_with("HTTP/1.1 303"), "{launched}");
        let cookie = header(&launched, "set-cookie").to_owned();
        let host = link.split_once("/launch").unwrap().0;
        let base = format!("{host}{}", header(&launched, "location"));
        let home = ask(&base, &cookie);
        let talk = home.split_once("/talk/").map(|(_, rest)| rest[..32].to_owned());
        let talk = talk.unwrap_or_else(|| panic!("{who} is in no dialogue: {home}"));
        let page = ask(&format!("{base}/talk/{talk}"), &cookie);
        assert!(page.contains("Exercise; positions invented") && page.contains(who), "{who}: {page}");
        assert!(ask(link, "").starts_with("HTTP/1.1 403"), "the link of {who} opens once");
    }
    // A relay and four times pages.
    assert_eq!(folder.processes().len(), 5, "{:?}", folder.processes());
    let (code, last) = running.end_by("-INT");
    assert!(code == Some(0) && last.contains("nothing of it is left"), "{code:?} {last}");
    folder.assert_nothing_left();
}

#[test]
fn whoever_ends_it_nothing_is_left() {
    for signal in ["-TERM", "-HUP"] {
        let folder = Folder::new();
        let running = Running::start(&folder);
        assert!(!folder.content().is_empty());
        assert_eq!(running.end_by(signal).0, Some(0), "{signal}");
        folder.assert_nothing_left();
    }
}

#[test]
fn pages_that_end_by_themselves_end_the_demo() {
    let folder = Folder::new();
    let mut running = Running::start(&folder);
    let pid = crate::remains::child_with(running.child.id(), "side-B");
    assert!(Command::new("kill").args(["-KILL", &pid.to_string()]).status().unwrap().success());
    let deadline = Instant::now() + Duration::from_secs(30);
    let mut last = String::new();
    running.rest.read_to_string(&mut last).unwrap();
    assert_eq!(running.child.wait().unwrap().code(), Some(1));
    assert!(Instant::now() < deadline && told(&mut running.child).contains("the pages of Side B have ended"));
    folder.assert_nothing_left();
}
