//! The attribution linter on readouts with planted leaks and on clean ones, on texts made to slip past, and on any text.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "figures")]

#[path = "attribution/any.rs"]
mod any;
#[path = "attribution/evasion.rs"]
mod evasion;
#[path = "attribution/exercise.rs"]
mod exercise;
#[path = "talks/hall.rs"]
#[expect(dead_code, reason = "questions and seats are for other tests")]
mod hall;
#[path = "attribution/rates.rs"]
mod rates;
#[path = "attribution/rules.rs"]
mod rules;
