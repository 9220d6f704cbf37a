//! Floor 0: bits and parties. Several parties evaluate a Boolean circuit on their private inputs, with
//! malicious security with abort against any number of corrupt others.
//!
//! This crate knows no sockets and no negotiation words. `docs/PROTOCOL.md` gives the protocol message by
//! message with its sources: authenticated garbling (Wang–Ranellucci–Katz 2017b, Katz–Ranellucci–Rosulek–Wang
//! 2018, Yang–Wang–Zhang 2020) over SoftSpokenOT (Roy 2022) and the base transfer of Masny–Rindal 2019.
//! The implementation is unaudited.

mod bits;
mod block;
pub mod channel;
pub mod circuit;
mod engine;
mod error;
mod hash;
pub mod ideal;
mod keys;
mod net;
mod ot;
mod parameters;
mod phase;
mod prg;
mod random;
mod shares;
mod tally;
mod triples;

pub use engine::{Bound, Connected, EVALUATOR, MOST_GATES, MOST_PARTIES, Participation, Preprocessed, connect};
pub use error::Error;
pub use net::phase_of;
pub use parameters::Parameters;
pub use phase::Phase;
pub use random::Entropy;
pub use tally::Tally;

#[cfg(test)]
mod simulator;
