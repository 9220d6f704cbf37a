//! Being told to end: by Ctrl-C, by a closed terminal, by another program.
use anyhow::Context;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Ears for every signal that asks to end. From the moment they are there, no such signal ends the program by itself.
pub(super) struct Ears {
    interrupt: Signal,
    hangup: Signal,
    terminate: Signal,
}

impl Ears {
    /// Begins to listen.
    ///
    /// # Errors
    /// The operating system refuses.
    pub(super) fn open() -> anyhow::Result<Self> {
        let ear = |kind| signal(kind).context("signals cannot be heard");
        Ok(Self {
            interrupt: ear(SignalKind::interrupt())?,
            hangup: ear(SignalKind::hangup())?,
            terminate: ear(SignalKind::terminate())?,
        })
    }

    /// Until one is heard.
    pub(super) async fn heard(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.hangup.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}
