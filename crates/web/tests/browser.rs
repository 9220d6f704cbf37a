//! The pages in a real browser: by keyboard alone, live at another desk, and every page of the menu looked over.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops where a step fails, and says what it skips")]
#[path = "browser/mod.rs"]
mod browser;
#[path = "browser/faults.rs"]
mod faults;
mod kit;
#[path = "browser/sweep.rs"]
mod sweep;
#[path = "browser/walk.rs"]
mod walk;
