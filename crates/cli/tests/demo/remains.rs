//! A demo that is stopped in the middle, and one that is killed outright.
use std::io::Read;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::stage::{Folder, demo};
use crate::windows::Running;

/// The child of a process whose command line has these words.
pub(crate) fn child_with(parent: u32, words: &str) -> u32 {
    let children = |entry: std::fs::DirEntry| -> Option<u32> {
        let pid: u32 = entry.file_name().to_str()?.parse().ok()?;
        let status = std::fs::read_to_string(entry.path().join("status")).ok()?;
        let line = String::from_utf8_lossy(&std::fs::read(entry.path().join("cmdline")).ok()?).into_owned();
        (status.contains(&format!("PPid:\t{parent}\n")) && line.contains(words)).then_some(pid)
    };
    std::fs::read_dir("/proc").unwrap().flatten().find_map(children).unwrap()
}

#[test]
fn stopped_while_it_plays_it_leaves_nothing_and_says_so() {
    let folder = Folder::new();
    let mut child = demo(&folder, &["--headless", "--json"]).spawn().unwrap();
    // The relay is there: it is in the middle of its set-up, or further.
    while !folder.processes().iter().any(|line| line.contains("backchannel-relay")) {
        assert!(child.try_wait().unwrap().is_none(), "it ended before its relay was seen");
        std::thread::yield_now();
    }
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("stopped before its end") && output.stdout.is_empty());
    folder.assert_nothing_left();
}

#[test]
fn killed_outright_it_leaves_no_process() {
    let folder = Folder::new();
    let mut running = Running::start(&folder);
    assert_eq!(folder.processes().len(), 5);
    running.child.kill().unwrap();
    running.child.wait().unwrap();
    let deadline = Instant::now() + Duration::from_secs(20);
    while !folder.processes().is_empty() {
        assert!(Instant::now() < deadline, "{:?}", folder.processes());
        std::thread::yield_now();
    }
    let mut told = String::new();
    running.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!(told, "");
}
