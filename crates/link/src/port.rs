//! The engine's door to the links.
use std::sync::Arc;

use mpc::channel::{Channel, ChannelError, Stream};

use crate::Links;

/// Carries the engine's messages over the links; whoever keeps another handle of them can close them later.
pub struct Port(pub(crate) Arc<Links>);

impl Port {
    /// A door to these links.
    pub fn new(links: Arc<Links>) -> Self {
        Self(links)
    }
}

impl Channel for Port {
    fn send(&mut self, to: usize, stream: Stream, message: Vec<u8>) -> Result<(), ChannelError> {
        self.0.of(to)?.send(stream, message)
    }

    fn receive(&mut self, from: usize, stream: Stream) -> Result<Vec<u8>, ChannelError> {
        self.0.of(from)?.receive(stream)
    }
}
