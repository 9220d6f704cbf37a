//! Hostile requests at the pages, through real sockets: each by name, with its refusal.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where a step fails"
)]
mod answers;
mod ask;
mod cases;
mod every_form;
mod idle;
mod injection;
#[path = "../kit/mod.rs"]
mod kit;
