//! Limits: what one log, token or address may use. Data of the run, changed by the operator.
use std::time::Duration;

/// How much is allowed. The defaults suit a dialogue of 30 members and a small server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Blocks that one log holds at a time.
    pub blocks_per_log: u64,
    /// Bytes that one log holds at a time.
    pub bytes_per_log: u64,
    /// Tokens of one log, the owner's apart.
    pub tokens_per_log: u32,
    /// Blocks that one token appends per second, on average.
    pub blocks_per_second: u32,
    /// Blocks that one token appends at once after a pause.
    pub blocks_at_once: u32,
    /// Logs that one address creates per hour, on average.
    pub logs_per_hour: u32,
    /// Logs that one address creates at once after a pause.
    pub logs_at_once: u32,
    /// Open connections.
    pub connections: u32,
    /// Bytes of appends and pages that are in memory at a time.
    pub bytes_in_memory: u32,
    /// Streams of one log, and of all logs together, each end counted.
    pub ends_per_log: u32,
    /// See [`ends_per_log`](Self::ends_per_log).
    pub ends: u32,
    /// How long an end waits for the other.
    pub unpaired: Duration,
    /// How long a stream may be silent.
    pub idle: Duration,
    /// How long blocks are kept where the log's creator says nothing.
    pub retention: Duration,
    /// How often what has lived long enough is looked for.
    pub sweep: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            blocks_per_log: 131_072,
            bytes_per_log: 2 << 30,
            tokens_per_log: 256,
            blocks_per_second: 200,
            blocks_at_once: 2_048,
            logs_per_hour: 60,
            logs_at_once: 30,
            connections: 4_096,
            bytes_in_memory: 96 << 20,
            ends_per_log: 128,
            ends: 1_024,
            unpaired: Duration::from_secs(120),
            idle: Duration::from_secs(900),
            retention: Duration::from_secs(90 * 86_400),
            sweep: Duration::from_secs(60),
        }
    }
}
