//! The house test: a relay, a convener and delegates of three sides, each a process with a vault of its own, go through
//! a whole dialogue by the command line.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests stop at the first surprise, and say what they skip"
)]

#[path = "house/appointments.rs"]
mod appointments;
#[path = "house/cable.rs"]
mod cable;
#[path = "house/canary.rs"]
mod canary;
#[path = "house/canary_record.rs"]
mod canary_record;
#[path = "house/cases.rs"]
mod cases;
#[path = "house/caucus.rs"]
mod caucus;
#[path = "house/clumsy.rs"]
mod clumsy;
#[path = "house/crash.rs"]
mod crash;
#[path = "house/debrief.rs"]
mod debrief;
#[path = "house/deeds.rs"]
mod deeds;
#[path = "../../client/tests/blind/forwarder.rs"]
mod forwarder;
#[path = "house/full.rs"]
mod full;
#[path = "house/harm.rs"]
mod harm;
#[path = "house/hostile.rs"]
mod hostile;
#[path = "house/late.rs"]
mod late;
#[path = "house/newcomer.rs"]
mod newcomer;
#[path = "house/operator.rs"]
mod operator;
#[path = "../../relay/tests/kit/postgres.rs"]
mod postgres;
#[path = "house/record.rs"]
mod record;
#[path = "house/records.rs"]
mod records;
#[path = "house/removed.rs"]
mod removed;
#[path = "house/seeing.rs"]
mod seeing;
#[path = "house/skewed.rs"]
mod skewed;
#[path = "../../client/tests/blind/sought.rs"]
mod sought;
#[path = "house/story.rs"]
mod story;
#[path = "house/street.rs"]
mod street;
#[path = "house/texts.rs"]
mod texts;
#[path = "house/told.rs"]
mod told;
