//! What a relay does beside answering: giving up what lived long enough, erasing, listening to its neighbours.
use std::sync::Arc;
use std::time::{Duration, Instant};

use envelope::{LogId, TokenHash};
use sqlx::postgres::PgListener;
use tokio_util::task::TaskTracker;

use crate::metrics::count;
use crate::relay::{Relay, now};
use crate::store::{CHANNEL, Database};

/// How long to wait before listening again.
const RETRY: Duration = Duration::from_secs(2);

/// Starts the chores; they end with the relay.
pub(super) fn start(relay: &Arc<Relay>, tasks: &TaskTracker, database: &Database) {
    tasks.spawn(until_stop(Arc::clone(relay), sweep(Arc::clone(relay))));
    tasks.spawn(until_stop(Arc::clone(relay), erase(Arc::clone(relay))));
    if let Database::Postgres(url) = database {
        tasks.spawn(until_stop(Arc::clone(relay), listen(Arc::clone(relay), url.clone())));
    }
}

async fn until_stop(relay: Arc<Relay>, chore: impl Future<Output = ()>) {
    tokio::select! {
        () = chore => {}
        () = relay.stop.cancelled() => {}
    }
}

/// Gives up what has lived long enough.
async fn sweep(relay: Arc<Relay>) {
    loop {
        let began = Instant::now();
        match relay.store.expire(now()).await {
            Ok(0) => {}
            Ok(logs) => tracing::info!(logs, millis = began.elapsed().as_millis(), "blocks lived long enough"),
            Err(refusal) => {
                tracing::warn!(trouble = %refusal.for_operator(), "what lived long enough was not given up")
            }
        }
        relay.erasing.notify_one();
        tokio::time::sleep(relay.limits.sweep).await;
    }
}

/// Erases what is no longer held, whenever there is something.
async fn erase(relay: Arc<Relay>) {
    loop {
        relay.erasing.notified().await;
        match relay.store.erase().await {
            Ok(blocks) => count(&relay.metrics.blocks_erased, blocks),
            Err(refusal) => tracing::warn!(trouble = %refusal.for_operator(), "not everything was erased; tried again"),
        }
    }
}

/// Hears from relays on the same database. What is missed meanwhile, polls find by looking again.
async fn listen(relay: Arc<Relay>, url: String) {
    loop {
        if let Ok(mut listener) = PgListener::connect(&url).await
            && listener.listen(CHANNEL).await.is_ok()
        {
            while let Ok(notice) = listener.recv().await {
                hear(&relay, notice.payload());
            }
        }
        tracing::warn!("the database's notices are not heard; listening again");
        tokio::time::sleep(RETRY).await;
    }
}

fn hear(relay: &Relay, notice: &str) {
    let (log, token) = notice.split_once('/').map_or((notice, None), |(log, token)| (log, Some(token)));
    let Ok(log) = log.parse::<LogId>() else { return };
    relay.watch.wake(log);
    match token {
        Some("all") => relay.streams.cut(log, None),
        Some(token) => {
            if let Ok(token) = token.parse::<TokenHash>() {
                relay.streams.cut(log, Some(token));
            }
        }
        None => {}
    }
}
