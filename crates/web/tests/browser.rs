//! The pages in a real browser: by keyboard alone, live at another desk, every page of the menu looked over, and the
//! whole exercise gone through.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops where a step fails, and says what it skips")]
#[path = "browser/mod.rs"]
mod browser;
#[path = "kit/case.rs"]
mod case;
#[path = "browser/demo/mod.rs"]
mod demo;
#[path = "browser/faults.rs"]
mod faults;
mod kit;
#[path = "browser/sweep.rs"]
mod sweep;
#[path = "browser/walk.rs"]
mod walk;
