//! Attempts at a run, as the record has them: who was ready, and how it ended for each.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::bytes32;

/// How a side's machine is met in a run. It comes inside a group message, so it is bound to the member's own key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The static key of its links in this attempt: X25519.
    #[serde(with = "bytes32")]
    pub key: [u8; 32],
    /// Random, so that no two runs have the same name.
    #[serde(with = "bytes32")]
    pub nonce: [u8; 32],
}

/// How an attempt ended for one side. Nothing here depends on a position or an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// It has the answer.
    Answered,
    /// It broke off.
    Broke {
        /// Whether an answer could have been opened by somebody: its machine had begun to open, or cannot say.
        opened: bool,
        /// In which phase of the run, where it got that far.
        phase: Option<String>,
        /// The sides that this one names as the reason.
        accused: Vec<String>,
    },
}

/// One attempt at a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The machines that were ready.
    pub cards: BTreeMap<String, Card>,
    /// How it ended for each of them.
    pub ends: BTreeMap<String, End>,
}

impl Attempt {
    /// Whether every machine that was ready has said how it ended, and none could have opened an answer.
    #[must_use]
    pub fn broke_unopened(&self) -> bool {
        let ended = self.cards.keys().all(|side| self.ends.contains_key(side));
        ended && !self.ends.is_empty() && !self.may_have_opened()
    }

    /// Whether somebody has the answer, or could have it.
    #[must_use]
    pub fn may_have_opened(&self) -> bool {
        self.ends.values().any(|end| !matches!(end, End::Broke { opened: false, .. }))
    }
}
