//! One end, from its upgrade to its close.
use std::sync::Arc;
use std::time::Duration;

use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::oneshot;

use super::places::{Held, Streams, Visit};
use super::{Io, pipe};
use crate::metrics::{Gauge, count};

/// How long the answer that upgrades may take.
const UPGRADING: Duration = Duration::from_secs(10);

/// What an end may send before the other is there.
const EARLY_BYTES: usize = 65_536;

/// Sees an end through. `life` is how long its token is still valid.
pub(crate) async fn attend(streams: Arc<Streams>, visit: Visit, upgrade: OnUpgrade, life: Option<Duration>) {
    let _counted = Gauge::hold(&streams.metrics.stream_ends);
    let Ok(Ok(upgraded)) = tokio::time::timeout(UPGRADING, upgrade).await else { return };
    let mut io = TokioIo::new(upgraded);
    match visit {
        Visit::Second(mate, stop) => {
            // If the other has just left, this end is closed by being dropped, and its client tries again.
            if mate.send(io).is_ok() {
                let ended = async { tokio::time::sleep(life.unwrap_or(Duration::MAX)).await };
                tokio::select! {
                    () = ended => stop.cancel(),
                    () = stop.cancelled() => {}
                }
            }
        }
        Visit::First(held, arrival) => {
            let lived = tokio::time::timeout(life.unwrap_or(Duration::MAX), first(&streams, &held, &mut io, arrival));
            let _ = lived.await;
            // Tells the other end's watch, too, that it is over.
            held.stop.cancel();
            let _ = tokio::time::timeout(Duration::from_secs(1), io.shutdown()).await;
        }
    }
}

/// Waits for the other end, then carries bytes until one of them closes.
async fn first(streams: &Streams, held: &Held, io: &mut Io, arrival: oneshot::Receiver<Io>) {
    let mut early = Vec::new();
    let Some(mut mate) = wait(streams, held, io, arrival, &mut early).await else { return };
    count(&streams.metrics.streams_paired, 1);
    if mate.write_all(&early).await.is_ok() && mate.flush().await.is_ok() {
        drop(early);
        tokio::select! {
            () = pipe::both(io, &mut mate, streams.idle, &streams.metrics) => {}
            () = held.stop.cancelled() => {}
        }
    }
    let _ = tokio::time::timeout(Duration::from_secs(1), mate.shutdown()).await;
}

/// The other end; nothing if it does not come, or if this one leaves.
async fn wait(
    streams: &Streams,
    held: &Held,
    io: &mut Io,
    mut arrival: oneshot::Receiver<Io>,
    early: &mut Vec<u8>,
) -> Option<Io> {
    let late = tokio::time::sleep(streams.unpaired);
    tokio::pin!(late);
    loop {
        tokio::select! {
            mate = &mut arrival => return mate.ok(),
            () = held.stop.cancelled() => return None,
            () = &mut late => return None,
            read = io.read_buf(early), if early.len() < EARLY_BYTES => {
                if read.unwrap_or(0) == 0 {
                    return None;
                }
            }
        }
    }
}
