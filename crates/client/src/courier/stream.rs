//! The run lane: one end of a live stream to another member.
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use envelope::StreamId;
use envelope::header::STREAM_UPGRADE;
use http_body_util::{BodyExt, Limited};
use hyper::header::{CONNECTION, UPGRADE};
use hyper::upgrade::Upgraded;
use hyper::{Method, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::timeout;

use crate::brief::{Brief, millis};

use super::exchange::{Asked, refusal};
use super::{Courier, Error};

/// How long the relay may take to say yes.
const PATIENCE: Duration = Duration::from_secs(60);

/// One end of a stream. What is written waits until the other end, perhaps still to come, reads it. The relay, and
/// whoever may open streams of this log, can be at the other end: authenticate before using it.
pub struct RelayStream(TokioIo<Upgraded>);

impl Courier {
    /// Opens one end of a stream; the other member opens the same id. Take a fresh id for every attempt: after a
    /// break the relay may still hold the old end.
    ///
    /// # Errors
    /// [`Error::Refused`] (two ends are there already, revoked, too many), and those of every request.
    pub async fn open_stream(&self, stream: StreamId) -> Result<RelayStream, Error> {
        let late = |_| Error::Unreachable("no answer in time".into());
        let began = Instant::now();
        let opened = timeout(PATIENCE, self.upgrade(stream)).await.map_err(late)?;
        let (log, stream) = (Brief(&self.log.0), Brief(&stream.0));
        match &opened {
            Ok(_) => tracing::debug!(%log, %stream, millis = millis(began), "a stream is open"),
            Err(error) => tracing::debug!(%log, %stream, reason = error.kind(), "a stream was not opened"),
        }
        opened
    }

    async fn upgrade(&self, stream: StreamId) -> Result<RelayStream, Error> {
        let mut asked = Asked::new(Method::GET, format!("/streams/{stream}"));
        asked.token = Some(&self.token);
        asked.headers = vec![(CONNECTION, "upgrade".to_owned()), (UPGRADE, STREAM_UPGRADE.to_owned())];
        let failed = |error: hyper::Error| Error::Unreachable(error.to_string());
        let mut connection = self.route.connect().await?;
        let answer = connection.send_request(self.request(&asked)?).await.map_err(failed)?;
        if answer.status() != StatusCode::SWITCHING_PROTOCOLS {
            let (parts, body) = answer.into_parts();
            let body = Limited::new(body, envelope::PROBLEM_BYTES).collect().await;
            let body = body.map(http_body_util::Collected::to_bytes).unwrap_or_default();
            return Err(refusal(parts.status.as_u16(), &parts.headers, &body));
        }
        hyper::upgrade::on(answer).await.map(|upgraded| RelayStream(TokioIo::new(upgraded))).map_err(failed)
    }
}

impl AsyncRead for RelayStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, into)
    }
}

impl AsyncWrite for RelayStream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}
