//! What the three writers promise, seen through other programs' eyes.
#![expect(clippy::expect_used, reason = "a test stops where its ground is missing")]
#![expect(clippy::print_stdout, reason = "what is skipped, and what was measured, is said aloud")]
mod any_text;
mod docx;
mod limits;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod samples;
