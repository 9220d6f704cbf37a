//! The agreed end: who has agreed, and who says that it is done.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::MemberId;
use crate::state::State;

/// How far the destruction of a dialogue is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destruction {
    /// Members that agreed.
    pub agreed: BTreeSet<MemberId>,
    /// Members whose machines confirmed that they destroy their keys. Honest clients do; nobody can prove it.
    pub destroyed: BTreeSet<MemberId>,
}

impl State {
    /// Whether the end is agreed: by the convener and by a member of every side that has one.
    #[must_use]
    pub fn is_ending(&self) -> bool {
        !self.destruction.agreed.is_empty() && self.unagreed().is_empty()
    }

    /// The sides, or the convener, that have not agreed to the end.
    #[must_use]
    pub fn unagreed(&self) -> Vec<String> {
        let agreed = |side: Option<&str>| {
            self.destruction
                .agreed
                .iter()
                .any(|id| self.members.get(id).is_some_and(|member| member.side.as_deref() == side))
        };
        let sides: BTreeSet<Option<&str>> =
            self.members.values().filter(|member| member.is_present()).map(|member| member.side.as_deref()).collect();
        let open = sides.into_iter().filter(|side| !agreed(*side));
        open.map(|side| side.unwrap_or("convener").to_owned()).collect()
    }
}
