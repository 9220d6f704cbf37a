//! Floor 3: every side effect a participant has: vault, group, courier, runs.

pub mod group;
pub mod vault;
