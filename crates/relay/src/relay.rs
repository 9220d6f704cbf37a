//! What all requests share.
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use envelope::{LogId, Problem, ProblemKind, TokenHash};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::Limits;
use crate::metrics::Metrics;
use crate::rate::Buckets;
use crate::store::{Refusal, Seconds, Store};
use crate::stream::Streams;
use crate::watch::Watch;

/// How long a request waits for room in memory.
const PATIENCE: Duration = Duration::from_secs(20);

/// What all requests share.
pub(crate) struct Relay {
    pub(crate) store: Store,
    pub(crate) limits: Limits,
    pub(crate) watch: Watch,
    pub(crate) streams: Arc<Streams>,
    pub(crate) metrics: Arc<Metrics>,
    /// Blocks appended, by log and token.
    pub(crate) appending: Buckets<(LogId, TokenHash)>,
    /// Logs created, by address.
    pub(crate) creating: Buckets<IpAddr>,
    /// If set, only who shows this token creates logs.
    pub(crate) creation: Option<TokenHash>,
    /// Bytes of blocks in memory.
    pub(crate) memory: Arc<Semaphore>,
    /// Wakes who erases what is no longer held.
    pub(crate) erasing: tokio::sync::Notify,
    /// The relay is about to stop.
    pub(crate) stop: CancellationToken,
}

impl Relay {
    pub(crate) fn new(store: Store, limits: Limits, creation: Option<TokenHash>) -> Self {
        let stop = CancellationToken::new();
        let metrics = Arc::new(Metrics::default());
        Self {
            store,
            watch: Watch::default(),
            streams: Arc::new(Streams::new(&limits, stop.clone(), Arc::clone(&metrics))),
            metrics,
            appending: Buckets::new(limits.blocks_at_once, f64::from(limits.blocks_per_second)),
            creating: Buckets::new(limits.logs_at_once, f64::from(limits.logs_per_hour) / 3600.0),
            creation,
            memory: Arc::new(Semaphore::new(limits.bytes_in_memory as usize)),
            erasing: tokio::sync::Notify::new(),
            stop,
            limits,
        }
    }

    /// Room for so many bytes, given back when dropped.
    pub(crate) async fn room(&self, bytes: usize) -> Result<OwnedSemaphorePermit, Refusal> {
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX).min(self.limits.bytes_in_memory);
        let acquired = tokio::time::timeout(PATIENCE, Arc::clone(&self.memory).acquire_many_owned(bytes)).await;
        let busy = || Problem::new(ProblemKind::Unavailable, "Too much is under way. Send the same again in a minute.");
        acquired.ok().and_then(Result::ok).ok_or_else(|| busy().into())
    }
}

/// The relay's clock.
pub(crate) fn now() -> Seconds {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
