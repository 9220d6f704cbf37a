//! Waking those who wait for a log.
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use envelope::LogId;
use tokio::sync::Notify;

/// Who waits for which log.
#[derive(Default)]
pub(crate) struct Watch {
    logs: Mutex<HashMap<LogId, (Arc<Notify>, usize)>>,
}

/// One who waits; forgotten when dropped.
pub(crate) struct Waiting<'a> {
    watch: &'a Watch,
    log: LogId,
    /// Notified when the log changes.
    pub(crate) changed: Arc<Notify>,
}

impl Watch {
    fn logs(&self) -> MutexGuard<'_, HashMap<LogId, (Arc<Notify>, usize)>> {
        self.logs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn wait_for(&self, log: LogId) -> Waiting<'_> {
        let mut logs = self.logs();
        let (changed, count) = logs.entry(log).or_default();
        *count += 1;
        Waiting { watch: self, log, changed: Arc::clone(changed) }
    }

    pub(crate) fn wake(&self, log: LogId) {
        if let Some((changed, _)) = self.logs().get(&log) {
            changed.notify_waiters();
        }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut logs = self.watch.logs();
        if let Some((_, count)) = logs.get_mut(&self.log) {
            *count -= 1;
            if *count == 0 {
                logs.remove(&self.log);
            }
        }
    }
}
