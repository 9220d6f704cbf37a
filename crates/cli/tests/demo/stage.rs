//! The demo as a process whose temporary files go where they can be counted.
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Once;

/// Where a demo puts its temporary folder.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// What is in it.
    pub(crate) fn content(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    /// Processes whose command line names this folder: the relay, with its database, and all on a home in it.
    pub(crate) fn processes(&self) -> Vec<String> {
        let name = self.path().to_string_lossy().into_owned();
        let mut found = Vec::new();
        for entry in std::fs::read_dir("/proc").unwrap().flatten() {
            // It may have ended since it was listed.
            let line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
            let line = String::from_utf8_lossy(&line).replace('\0', " ");
            if line.contains(&name) {
                found.push(line);
            }
        }
        found
    }

    pub(crate) fn assert_nothing_left(&self) {
        assert_eq!(self.content(), Vec::<String>::new());
        assert_eq!(self.processes(), Vec::<String>::new());
    }
}

/// The demo, from anywhere: the case is inside the program.
pub(crate) fn demo(folder: &Folder, arguments: &[&str]) -> Command {
    the_relay_is_built();
    let mut command = Command::new(env!("CARGO_BIN_EXE_backchannel"));
    command.current_dir("/").arg("demo").args(arguments).env("TMPDIR", folder.path());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The relay's program lies beside the program under test; it is built if it is not there.
fn the_relay_is_built() {
    static BUILT: Once = Once::new();
    BUILT.call_once(|| {
        let path = Path::new(env!("CARGO_BIN_EXE_backchannel")).with_file_name("backchannel-relay");
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
}
