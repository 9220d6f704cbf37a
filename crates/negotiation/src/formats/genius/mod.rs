//! GENIUS XML: `negotiation_template` (the domain) and `utility_space` (one side's profile).
//!
//! Semantics as GENIUS itself gives them: the value of a choice is its
//! evaluation over the greatest evaluation, weights count as written,
//! a utility is cut off at 1, and the reservation value is on that scale.
mod domain;
mod profile;
mod tree;

pub(super) use domain::read_agenda;
pub(super) use profile::read_position;
