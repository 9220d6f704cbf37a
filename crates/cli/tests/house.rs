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
#[path = "house/better.rs"]
mod better;
#[path = "house/byways.rs"]
mod byways;
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
#[path = "house/commands.rs"]
mod commands;
#[path = "house/crash.rs"]
mod crash;
#[path = "house/debrief.rs"]
mod debrief;
#[path = "house/deeds.rs"]
mod deeds;
#[path = "house/ends.rs"]
mod ends;
#[path = "house/exports.rs"]
mod exports;
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
#[path = "house/left.rs"]
mod left;
#[path = "house/linter.rs"]
mod linter;
#[path = "house/lost.rs"]
mod lost;
#[path = "house/moments.rs"]
mod moments;
#[path = "house/newcomer.rs"]
mod newcomer;
#[path = "house/opening.rs"]
mod opening;
#[path = "house/operator.rs"]
mod operator;
#[path = "house/parting.rs"]
mod parting;
#[path = "../../relay/tests/kit/postgres.rs"]
mod postgres;
#[path = "house/readme.rs"]
mod readme;
#[path = "house/record.rs"]
mod record;
#[path = "house/records.rs"]
mod records;
#[path = "house/rejoin.rs"]
mod rejoin;
#[path = "house/removed.rs"]
mod removed;
#[path = "house/restored.rs"]
mod restored;
#[path = "house/seeing.rs"]
mod seeing;
#[path = "house/shown.rs"]
mod shown;
#[path = "house/shows.rs"]
mod shows;
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
#[path = "house/within.rs"]
mod within;
