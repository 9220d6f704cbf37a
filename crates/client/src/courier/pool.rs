//! Connections that wait for their next request.
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::connection::Connection;

/// Relays close connections that are idle for longer.
const FRESH: Duration = Duration::from_secs(90);

/// As many as a poll, a send and an acknowledgement need.
const MOST: usize = 3;

/// Connections that wait for their next request.
#[derive(Default)]
pub(super) struct Pool(Mutex<Vec<(Connection, Instant)>>);

impl Pool {
    /// One that is likely still open.
    pub(super) fn take(&self) -> Option<Connection> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|(connection, since)| !connection.is_closed() && since.elapsed() < FRESH);
        waiting.pop().map(|(connection, _)| connection)
    }

    /// One that has answered.
    pub(super) fn give(&self, connection: Connection) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() < MOST && !connection.is_closed() {
            waiting.push((connection, Instant::now()));
        }
    }
}
