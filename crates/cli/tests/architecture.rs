//! The house rules that a compiler does not check: floors, reasons for dependencies, licences, names, texts.
#![expect(clippy::expect_used, reason = "a test stops where its ground is missing")]
#![expect(clippy::print_stderr, reason = "what is skipped is said aloud")]
#[path = "architecture/floors.rs"]
mod floors;
#[path = "architecture/licences.rs"]
mod licences;
#[path = "architecture/manifest.rs"]
mod manifest;
#[path = "architecture/names.rs"]
mod names;
#[path = "architecture/tree.rs"]
mod tree;
