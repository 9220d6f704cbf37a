//! Floor 1: the mathematics of negotiation.
//!
//! A public [`Agenda`] of issues and choices spans a space of outcomes; each
//! side's private [`Position`] says of every outcome whether it is acceptable,
//! in exact arithmetic, and what it is worth. [`solve`] finds the outcomes the
//! field's solution concepts name, with everything in the clear.
pub mod agenda;
pub mod asked;
pub mod ballot;
pub mod check;
pub mod circuit;
pub mod document;
mod entry;
pub mod error;
pub mod formats;
pub mod inference;
pub mod number;
pub mod outcome;
pub mod position;
pub mod question;
pub mod scenario;
pub mod solve;
mod spelling;

pub use agenda::{Agenda, Choice, Issue, Link, Package, Part};
pub use asked::{Asked, Put};
pub use ballot::Ballot;
pub use error::{Error, Result};
pub use number::Decimal;
pub use outcome::{Outcome, Space, Step};
pub use position::{Position, Scorer, Verdict};
pub use question::Question;
pub use scenario::{Scenario, Side};
