//! A side's door to its links, watched. It may play a cheat, once, so that anyone can see one being caught.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use link::Port;
use mpc::Phase;
use mpc::channel::{Channel, ChannelError, Stream};

/// The engine's header before every message, which stays as it is.
const HEADER_BYTES: usize = 4;
/// Labels, keys and rows come in blocks of 128 bits.
const BLOCK_BYTES: usize = 16;

/// One deed: a flipped bit in each block of the first message of a phase that has anything to flip.
///
/// A single bit would not always be caught, and rightly so: the rows of the `triples` are read only where the
/// reader's own secret bit is one. Elsewhere the flip has no effect at all.
#[derive(Clone)]
pub(super) struct Tamper {
    phase: Phase,
    done: Arc<AtomicBool>,
}

impl Tamper {
    /// Will tamper in `phase`.
    pub(super) fn in_phase(phase: Phase) -> Self {
        Self { phase, done: Arc::default() }
    }

    /// Whether it has happened.
    pub(super) fn done(&self) -> bool {
        self.done.load(Ordering::Relaxed)
    }

    fn touch(&self, message: &mut [u8]) {
        if !self.done() && mpc::phase_of(message) == Some(self.phase) && message.len() > HEADER_BYTES {
            for byte in message.iter_mut().skip(HEADER_BYTES).step_by(BLOCK_BYTES) {
                *byte ^= 1;
            }
            self.done.store(true, Ordering::Relaxed);
        }
    }
}

/// The engine's door, with somebody who watches and perhaps a cheat.
pub(super) struct Watched {
    door: Port,
    tamper: Option<Tamper>,
    phase: Option<Phase>,
    watch: Box<dyn FnMut(Phase) + Send>,
}

impl Watched {
    /// `watch` hears of each phase as its first message goes out.
    pub(super) fn new(door: Port, tamper: Option<Tamper>, watch: impl FnMut(Phase) + Send + 'static) -> Self {
        Self { door, tamper, phase: None, watch: Box::new(watch) }
    }
}

impl Channel for Watched {
    fn send(&mut self, to: usize, stream: Stream, mut message: Vec<u8>) -> Result<(), ChannelError> {
        let phase = mpc::phase_of(&message);
        if let Some(phase) = phase
            && self.phase != Some(phase)
        {
            self.phase = Some(phase);
            (self.watch)(phase);
        }
        if let Some(tamper) = &self.tamper {
            tamper.touch(&mut message);
        }
        self.door.send(to, stream, message)
    }

    fn receive(&mut self, from: usize, stream: Stream) -> Result<Vec<u8>, ChannelError> {
        self.door.receive(from, stream)
    }
}
