//! GeniusWeb JSON: a domain with `issuesValues`, profiles of a `LinearAdditiveUtilitySpace`.
mod domain;
mod profile;

pub(super) use domain::{domain_of_profile, issues, read_agenda};
pub(super) use profile::read_position;

/// The one kind of profile that is read.
pub(super) const ADDITIVE: &str = "LinearAdditiveUtilitySpace";
