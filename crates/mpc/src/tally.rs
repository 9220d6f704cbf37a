//! What a run cost this party: bytes, messages, rounds.

use std::collections::BTreeMap;

use crate::phase::Phase;

/// Counts of one party in one run. They depend on the question alone, never on inputs or results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Bytes handed to the channel, headers included.
    pub bytes_sent: u64,
    /// Bytes taken from the channel, headers included.
    pub bytes_received: u64,
    /// Messages handed to the channel.
    pub messages_sent: u64,
    /// Times that this party waited for all others before it could go on.
    pub rounds: u64,
    /// Bytes handed to the channel in each phase.
    pub sent_by_phase: BTreeMap<Phase, u64>,
}

impl Tally {
    pub(crate) fn sent(&mut self, phase: Phase, bytes: usize) {
        self.bytes_sent += bytes as u64;
        self.messages_sent += 1;
        *self.sent_by_phase.entry(phase).or_default() += bytes as u64;
    }

    pub(crate) fn received(&mut self, bytes: usize) {
        self.bytes_received += bytes as u64;
    }

    pub(crate) fn round(&mut self) {
        self.rounds += 1;
    }
}
