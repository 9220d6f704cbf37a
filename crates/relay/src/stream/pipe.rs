//! Bytes both ways, with as much in memory as one buffer each way.
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::metrics::{Metrics, count};

/// The buffer of one direction.
const BUFFER_BYTES: usize = 65_536;

/// How long the other direction may go on after one end closed.
const PARTING: Duration = Duration::from_secs(10);

/// Carries bytes until an end closes, and until what it had sent is through; or until nothing moves for `idle`.
pub(super) async fn both<One, Other>(one: &mut One, other: &mut Other, idle: Duration, metrics: &Metrics)
where
    One: AsyncRead + AsyncWrite + Unpin,
    Other: AsyncRead + AsyncWrite + Unpin,
{
    let moved = AtomicU64::new(0);
    let (one_read, one_write) = tokio::io::split(one);
    let (other_read, other_write) = tokio::io::split(other);
    let there = carry(one_read, other_write, &moved, metrics);
    let back = carry(other_read, one_write, &moved, metrics);
    tokio::pin!(there, back);
    tokio::select! {
        () = &mut there => { let _ = tokio::time::timeout(PARTING, back).await; }
        () = &mut back => { let _ = tokio::time::timeout(PARTING, there).await; }
        () = silence(&moved, idle) => {}
    }
}

/// One direction, to the end of what is sent; then the close goes on as well.
async fn carry(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    moved: &AtomicU64,
    metrics: &Metrics,
) {
    let mut buffer = vec![0; BUFFER_BYTES];
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        let Some(bytes) = buffer.get(..read) else { break };
        if to.write_all(bytes).await.is_err() || to.flush().await.is_err() {
            break;
        }
        moved.fetch_add(1, Ordering::Relaxed);
        count(&metrics.stream_bytes, read as u64);
    }
    let _ = to.shutdown().await;
}

/// Returns when nothing has moved for `idle`.
async fn silence(moved: &AtomicU64, idle: Duration) {
    let mut before = moved.load(Ordering::Relaxed);
    loop {
        tokio::time::sleep(idle).await;
        let now = moved.load(Ordering::Relaxed);
        if now == before {
            return;
        }
        before = now;
    }
}
