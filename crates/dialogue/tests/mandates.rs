//! Mandates: what OpenSSH signed holds, and nothing else does.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "what is skipped and what is measured is said aloud")]

#[path = "mandates/desk.rs"]
mod desk;
#[path = "mandates/documents.rs"]
mod documents;
#[path = "mandates/keys.rs"]
mod keys;
#[path = "mandates/mutations.rs"]
mod mutations;
#[path = "mandates/openssh.rs"]
mod openssh;
#[path = "mandates/registers.rs"]
mod registers;
#[path = "mandates/revocations.rs"]
mod revocations;
#[path = "mandates/times.rs"]
mod times;
