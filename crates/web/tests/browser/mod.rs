//! A real browser at the pages: chromedriver on a free port, windows with fresh profiles, and what is asserted of each page.
//!
//! A test of its own takes this in with `#[path = "browser/mod.rs"] mod browser;` beside `mod kit;`.
//! Skipped, and said so on standard output, where Chromium or its driver is not installed.
#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where a step fails; not all use everything"
)]

pub mod axe;
pub mod checks;
pub mod driver;
pub mod hand;
pub mod keyboard;
pub mod texts;
pub mod window;

pub use driver::Driver;
pub use hand::Hand;
pub use texts::Texts;
pub use window::Window;
