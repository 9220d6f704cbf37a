//! A network inside the process, for tests: threads for parties, queues for links, an adversary on the wires.

#![expect(clippy::panic, clippy::print_stderr, reason = "a test stops at once, and says what it measured")]

mod cheats;
mod escapes;
mod honest;
mod network;
mod sample;

pub(crate) use network::{Act, Deed, Network};
pub(crate) use sample::{Sample, roots, run, run_from};
