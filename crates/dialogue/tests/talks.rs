//! The pure state: who may do what, and that all members agree on it.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

#[path = "talks/convergence.rs"]
mod convergence;
#[path = "talks/damage.rs"]
mod damage;
#[path = "talks/hall.rs"]
mod hall;
#[path = "talks/members.rs"]
mod members;
#[path = "talks/questions.rs"]
mod questions;
#[path = "talks/record.rs"]
mod record;
#[path = "talks/record_days.rs"]
mod record_days;
#[path = "talks/record_gate.rs"]
mod record_gate;
#[path = "talks/record_mandates.rs"]
mod record_mandates;
#[path = "talks/warnings.rs"]
mod warnings;
