//! The repository as these tests see it: its root, its own files, its graph of packages.
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use cargo_metadata::{Metadata, MetadataCommand};

/// Where the workspace lies.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        here.ancestors().nth(2).unwrap_or(here).to_path_buf()
    })
}

/// The whole graph of packages, of every platform where the lock file's packages can be fetched.
pub(crate) fn packages() -> &'static Metadata {
    static METADATA: OnceLock<Metadata> = OnceLock::new();
    METADATA.get_or_init(|| {
        let ask = |options: &[&str]| {
            let mut command = MetadataCommand::new();
            command.manifest_path(root().join("Cargo.toml"));
            command.other_options(options.iter().map(|option| (*option).to_owned()).collect::<Vec<_>>());
            command.exec()
        };
        ask(&["--locked"])
            .or_else(|_| {
                eprintln!("SKIPPED: packages of other platforms (not fetched, and no network)");
                ask(&["--locked", "--offline", "--filter-platform", host()])
            })
            .expect("cargo metadata answers")
    })
}

/// The platform these tests were built for, as far as it matters to `cargo metadata`.
fn host() -> &'static str {
    static HOST: OnceLock<String> = OnceLock::new();
    HOST.get_or_init(|| {
        let told = Command::new(env!("CARGO")).arg("-vV").output().expect("cargo runs").stdout;
        let told = String::from_utf8_lossy(&told).into_owned();
        let line = told.lines().find_map(|line| line.strip_prefix("host: "));
        line.expect("cargo names its host").to_owned()
    })
}

/// Every file that is or would be committed, relative to the root.
pub(crate) fn files() -> &'static [PathBuf] {
    static FILES: OnceLock<Vec<PathBuf>> = OnceLock::new();
    FILES.get_or_init(|| {
        let listed = Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
            .current_dir(root())
            .output();
        let mut files = match listed {
            Ok(listed) if listed.status.success() => String::from_utf8_lossy(&listed.stdout)
                .split_terminator('\0')
                .map(PathBuf::from)
                .filter(|file| root().join(file).is_file())
                .collect(),
            _ => {
                let mut found = Vec::new();
                gather(root(), &mut found);
                found
            }
        };
        files.sort();
        assert!(files.len() > 50, "the repository's files were not found: only {}", files.len());
        files
    })
}

/// Without git: everything but what builds and runs leave behind.
fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder can be listed").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if name == "target" || name == ".git" || name == ".soak" {
            continue;
        }
        if path.is_dir() {
            gather(&path, found);
        } else if let Ok(file) = path.strip_prefix(root()) {
            found.push(file.to_path_buf());
        }
    }
}

/// The text of a file, or nothing where it is no text.
pub(crate) fn text(file: &Path) -> Option<String> {
    std::fs::read_to_string(root().join(file)).ok()
}

/// The files whose names end so.
pub(crate) fn ending(suffix: &str) -> impl Iterator<Item = &'static PathBuf> {
    files().iter().filter(move |file| file.to_string_lossy().ends_with(suffix))
}
