//! Starts the built program as a person would, and looks at what comes back.
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// No rehearsal here takes nearly as long; the large ones of a soak may share the machine.
fn limit() -> Duration {
    let minutes = if std::env::var("BACKCHANNEL_SOAK").is_ok() { 60 } else { 5 };
    Duration::from_secs(60 * minutes)
}

pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backchannel"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub(crate) fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/offramp")
}

/// Waits for a process, but not for ever.
pub(crate) fn finish(child: Child) -> Output {
    let begun = Instant::now();
    let id = child.id();
    let (sender, done) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    match done.recv_timeout(limit()) {
        Ok(output) => output.unwrap(),
        Err(_) => {
            signal(id, "KILL");
            panic!("no end after {:?}", begun.elapsed());
        }
    }
}

pub(crate) fn signal(process: u32, name: &str) {
    Command::new("kill").args([format!("-{name}"), process.to_string()]).status().unwrap();
}

/// The processes that this one started and that still run.
pub(crate) fn children(of: u32) -> Vec<u32> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse::<u32>().ok());
        if parent == Some(of) {
            found.push(id);
        }
    }
    found.sort_unstable();
    found
}

pub(crate) fn rehearse(path: &Path, args: &[&str]) -> Output {
    finish(program().arg("rehearse").arg(path).args(args).spawn().unwrap())
}

/// The JSON of a rehearsal that must succeed.
pub(crate) fn answer(path: &Path, args: &[&str]) -> Value {
    let output = rehearse(path, &[args, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What it said on standard error.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Standard error of a rehearsal that must fail with this code, and print nothing else.
pub(crate) fn refused(path: &Path, args: &[&str], code: i32) -> String {
    let output = rehearse(path, &[args, &["--json"]].concat());
    let text = said(&output);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {text}");
    assert!(output.stdout.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
    text
}

/// A copy of the sample case that may be spoilt.
pub(crate) fn copy_of_sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(sample()).unwrap().flatten() {
        std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    folder
}

/// "T0 C2 S2 G4 N0 K1".
pub(crate) fn spell(outcome: &Value) -> String {
    let choices = outcome.as_object().unwrap().values();
    choices.map(|choice| choice.as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

/// A test that cannot run says so, under its own name; `make test` gathers it.
#[expect(clippy::print_stderr, reason = "captured, and shown with the test")]
pub(crate) fn skip(reason: &str) {
    eprintln!("SKIPPED: {reason}");
}
