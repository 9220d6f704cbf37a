//! A connection whose peer has to read: one that stops reading would keep pages in memory without end.
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Sleep;

/// How long a peer may read nothing while an answer waits for it.
const STALL: Duration = Duration::from_secs(60);

/// Whether the peer may take its time: the ends of streams may, their idle limit is another.
#[derive(Clone, Default)]
pub(crate) struct Patience(Arc<AtomicBool>);

impl Patience {
    /// From now on the peer may take its time.
    pub(crate) fn grant(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Writes fail after [`STALL`] without progress.
pub(super) struct Impatient<S> {
    inner: S,
    patience: Patience,
    most: Duration,
    stalled: Option<Pin<Box<Sleep>>>,
}

impl<S> Impatient<S> {
    pub(super) fn new(inner: S, patience: Patience) -> Self {
        Self { inner, patience, most: STALL, stalled: None }
    }

    /// Passes an answer on; one that is long in coming becomes an error.
    fn judge<T>(&mut self, context: &mut Context<'_>, answer: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if answer.is_ready() || self.patience.0.load(Ordering::Relaxed) {
            self.stalled = None;
            return answer;
        }
        let most = self.most;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(tokio::time::sleep(most)));
        ready!(stalled.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Impatient<S> {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_read(context, into)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Impatient<S> {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let answer = Pin::new(&mut this.inner).poll_write(context, bytes);
        this.judge(context, answer)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let answer = Pin::new(&mut this.inner).poll_write_vectored(context, parts);
        this.judge(context, answer)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let answer = Pin::new(&mut this.inner).poll_flush(context);
        this.judge(context, answer)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let answer = Pin::new(&mut this.inner).poll_shutdown(context);
        this.judge(context, answer)
    }
}

#[cfg(test)]
mod tests {
    //! A peer that stops reading, with and without patience.
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
    use tokio::io::AsyncWriteExt;

    use super::*;

    #[tokio::test]
    async fn a_peer_that_stops_reading_is_dropped_unless_it_may() {
        let most = Duration::from_millis(50);
        let (here, _there) = tokio::io::duplex(8);
        let mut impatient = Impatient { most, ..Impatient::new(here, Patience::default()) };
        let error = impatient.write_all(&[0; 64]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        let (here, _there) = tokio::io::duplex(8);
        let patience = Patience::default();
        patience.grant();
        let mut patient = Impatient { most, ..Impatient::new(here, patience) };
        assert!(tokio::time::timeout(4 * most, patient.write_all(&[0; 64])).await.is_err());
    }
}
