//! NegMAS YAML: a domain of issues, and one linear additive utility function per side.
//!
//! Utility = bias + the sum of weight times value, neither normalised nor cut
//! off. Scalars are read as texts and only then as numbers, so that nothing
//! passes through a float.
mod domain;
mod party;
mod scalar;
mod value;

pub(super) use domain::read_agenda;
pub(super) use party::read_position;
pub(super) use scalar::head;
