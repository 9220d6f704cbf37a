//! What waits at one end of a link, in both directions, and how long an end waits for the other.
//!
//! The reader never waits for whoever reads messages, so that no stream holds up another: a sender keeps to a
//! window of bytes under way for each stream and gets credit back as messages are taken.
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use mpc::channel::{ChannelError, IN_FLIGHT_BYTES, MESSAGE_BYTES, Stream};

use super::frame::{PIECE_BYTES, STREAMS};

/// Credit is given for this many bytes at once.
const CREDIT_BYTES: usize = 1 << 20;
/// A sign of life is sent after so long without a word.
const SIGN_OF_LIFE: Duration = Duration::from_secs(3);
/// With a delay, so many more bytes may be under way for each millisecond.
const DELAYED_BYTES_PER_MS: usize = 256 << 10;
/// However long the delay, not more than this on top.
const MOST_DELAYED_BYTES: usize = 256 << 20;
/// What a message costs beside its bytes, so that many short ones cannot fill the memory uncounted.
const OVERHEAD_BYTES: usize = 64;
/// Room for the overhead of the messages that the engine may have under way.
const OVERHEADS_BYTES: usize = 64 << 10;
/// A message that is not longer, such as an abort, does not wait for the window.
const SHORT_BYTES: usize = 64;
/// Only this much of short messages passes beyond the window and the long one that may have filled it.
const SHORTS_BYTES: usize = 64 << 10;

/// What a message counts for in a window and in credit; the same at both ends.
fn charge(message: &[u8]) -> usize {
    message.len() + OVERHEAD_BYTES
}

/// How an end behaves; the same at all ends of a run.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// Added to every message, one way.
    pub latency: Duration,
    /// The other end is given up after so long without a byte.
    pub silence: Duration,
    /// The other end is given up after so long without the message awaited, whatever signs of life it gives.
    pub patience: Duration,
}

impl Manners {
    fn window(&self) -> usize {
        let delayed = usize::try_from(self.latency.as_millis()).unwrap_or(usize::MAX);
        let delayed = delayed.saturating_mul(DELAYED_BYTES_PER_MS).min(MOST_DELAYED_BYTES);
        IN_FLIGHT_BYTES + CREDIT_BYTES + OVERHEADS_BYTES + delayed
    }

    /// The most that may be under way when this message starts.
    fn room(&self, message: &[u8]) -> usize {
        let shorts = MESSAGE_BYTES + OVERHEAD_BYTES + SHORTS_BYTES;
        self.window() + if message.len() <= SHORT_BYTES { shorts } else { 0 }
    }
}

#[derive(Default)]
struct Inbound {
    /// Messages, and when each may be taken.
    messages: VecDeque<(Instant, Vec<u8>)>,
    /// Charges of messages received and not yet credited.
    held: usize,
    /// Charges of messages taken and not yet credited.
    taken: usize,
}

#[derive(Default)]
struct Outbound {
    messages: VecDeque<Vec<u8>>,
    /// Bytes of the first message that went out already.
    written: usize,
    /// Charges of messages sent or waiting to be, without the other end's credit.
    under_way: usize,
}

struct State {
    inbound: [Inbound; 2],
    outbound: [Outbound; 2],
    credits: [usize; 2],
    heard: Instant,
    closing: bool,
    close_sent: bool,
    peer_closed: bool,
    broken: Option<ChannelError>,
}

impl State {
    /// Why nothing more will come.
    fn ended(&self) -> Option<ChannelError> {
        self.broken.clone().or_else(|| self.peer_closed.then_some(ChannelError::Closed))
    }
}

/// What the writer does next.
pub(crate) enum Next {
    /// Send a piece of a message, put into the buffer handed over.
    Piece { stream: Stream, remaining: usize },
    /// Give credit.
    Credit { stream: Stream, bytes: usize },
    /// Show a sign of life.
    Alive,
    /// Say that nothing follows, and end.
    Close,
    /// End without a word: the link is gone.
    End,
}

/// Shared by whoever sends and receives messages and by the link's two threads.
pub(crate) struct Queues {
    state: Mutex<State>,
    /// Something changed for who sends or receives messages.
    inside: Condvar,
    /// Something changed for the writer.
    outside: Condvar,
    manners: Manners,
}

impl Queues {
    pub(crate) fn new(manners: Manners) -> Self {
        let state = State {
            inbound: Default::default(),
            outbound: Default::default(),
            credits: [0; 2],
            heard: Instant::now(),
            closing: false,
            close_sent: false,
            peer_closed: false,
            broken: None,
        };
        Self { state: Mutex::new(state), inside: Condvar::new(), outside: Condvar::new(), manners }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(on: &Condvar, state: MutexGuard<'a, State>, until: Instant) -> MutexGuard<'a, State> {
        let span = until.saturating_duration_since(Instant::now());
        on.wait_timeout(state, span).unwrap_or_else(PoisonError::into_inner).0
    }

    /// When an end that began to wait at `begun` gives up.
    fn deadline(&self, state: &State, begun: Instant) -> Instant {
        (state.heard.max(begun) + self.manners.silence).min(begun + self.manners.patience)
    }

    /// Queues a message; waits while too much of the stream is under way. A short one hardly ever waits.
    pub(crate) fn send(&self, stream: Stream, message: Vec<u8>) -> Result<(), ChannelError> {
        if message.len() > MESSAGE_BYTES {
            return Err(ChannelError::Broken(format!("a message of {} bytes is too long", message.len())));
        }
        if message.is_empty() {
            return Err(ChannelError::Broken("an empty message is never sent".to_owned()));
        }
        let begun = Instant::now();
        let mut state = self.lock();
        loop {
            if let Some(cause) = state.ended() {
                // What is sent now is lost, but what the other end said before it left can still be read.
                let last_words = stream == Stream::Rounds && !lane(&mut state.inbound, stream).messages.is_empty();
                return if last_words { Ok(()) } else { Err(cause) };
            }
            let out = lane(&mut state.outbound, stream);
            if out.under_way <= self.manners.room(&message) {
                out.under_way += charge(&message);
                out.messages.push_back(message);
                self.outside.notify_one();
                return Ok(());
            }
            let deadline = self.deadline(&state, begun);
            if Instant::now() >= deadline {
                return Err(ChannelError::TimedOut);
            }
            state = Self::wait(&self.inside, state, deadline);
        }
    }

    /// Waits for the next message of a stream; what arrived before the link ended is still given out.
    pub(crate) fn receive(&self, stream: Stream) -> Result<Vec<u8>, ChannelError> {
        let begun = Instant::now();
        let mut state = self.lock();
        loop {
            let lane_in = lane(&mut state.inbound, stream);
            let ready = lane_in.messages.front().map(|(ready, _)| *ready);
            if ready.is_some_and(|ready| ready <= Instant::now())
                && let Some((_, message)) = lane_in.messages.pop_front()
            {
                lane_in.taken += charge(&message);
                let taken = lane_in.taken;
                if taken >= CREDIT_BYTES {
                    lane_in.taken = 0;
                    lane_in.held -= taken;
                    *lane(&mut state.credits, stream) += taken;
                    self.outside.notify_one();
                }
                return Ok(message);
            }
            let until = match (ready, state.ended()) {
                (Some(ready), _) => ready,
                (None, Some(cause)) => return Err(cause),
                (None, None) => self.deadline(&state, begun),
            };
            if ready.is_none() && Instant::now() >= until {
                return Err(ChannelError::TimedOut);
            }
            state = Self::wait(&self.inside, state, until);
        }
    }

    /// What the writer does next; the bytes of a piece are put into `piece`.
    pub(crate) fn next(&self, piece: &mut Vec<u8>) -> Next {
        let idle_until = Instant::now() + SIGN_OF_LIFE;
        let mut state = self.lock();
        loop {
            if state.broken.is_some() {
                return Next::End;
            }
            for stream in STREAMS {
                match std::mem::take(lane(&mut state.credits, stream)) {
                    0 => {}
                    bytes => return Next::Credit { stream, bytes },
                }
            }
            for stream in STREAMS {
                if let Some(remaining) = lane(&mut state.outbound, stream).cut(piece) {
                    return Next::Piece { stream, remaining };
                }
            }
            if state.closing {
                return Next::Close;
            }
            if Instant::now() >= idle_until {
                return Next::Alive;
            }
            state = Self::wait(&self.outside, state, idle_until);
        }
    }

    /// Whether the writer is about to wait, so that what it wrote should go out now.
    pub(crate) fn nothing_to_send(&self) -> bool {
        let state = self.lock();
        state.credits == [0; 2] && state.outbound.iter().all(|out| out.messages.is_empty())
    }

    /// The reader heard something.
    pub(crate) fn heard(&self) {
        self.lock().heard = Instant::now();
    }

    /// The reader has a whole message.
    pub(crate) fn arrived(&self, stream: Stream, message: Vec<u8>) -> Result<(), &'static str> {
        if message.is_empty() {
            return Err("an empty message");
        }
        let room = self.manners.room(&message);
        let mut state = self.lock();
        let lane_in = lane(&mut state.inbound, stream);
        // An honest sender starts a message only where there is room for it.
        if lane_in.held > room {
            return Err("more than may be under way");
        }
        lane_in.held += charge(&message);
        lane_in.messages.push_back((Instant::now() + self.manners.latency, message));
        self.inside.notify_all();
        Ok(())
    }

    /// The other end gave credit.
    pub(crate) fn credited(&self, stream: Stream, bytes: usize) -> Result<(), &'static str> {
        let mut state = self.lock();
        let out = lane(&mut state.outbound, stream);
        out.under_way = out.under_way.checked_sub(bytes).ok_or("credit for more than was sent")?;
        self.inside.notify_all();
        Ok(())
    }

    /// The other end said that nothing follows.
    pub(crate) fn peer_closed(&self) {
        self.lock().peer_closed = true;
        self.inside.notify_all();
    }

    /// The writer said that nothing follows.
    pub(crate) fn close_sent(&self) {
        self.lock().close_sent = true;
        self.inside.notify_all();
    }

    /// The link is gone; the first cause stays. Nothing is broken once the other end has closed properly.
    pub(crate) fn broke(&self, cause: ChannelError) {
        let mut state = self.lock();
        if !state.peer_closed || !state.close_sent {
            state.broken.get_or_insert(cause);
        }
        self.inside.notify_all();
        self.outside.notify_all();
    }

    /// Lets the writer finish and end.
    pub(crate) fn close(&self) {
        self.lock().closing = true;
        self.outside.notify_all();
    }

    /// Waits until both ends have said all; false if that did not happen in time.
    pub(crate) fn wait_closed(&self, until: Instant) -> bool {
        let mut state = self.lock();
        loop {
            if (state.close_sent && state.peer_closed) || state.broken.is_some() {
                return state.broken.is_none();
            }
            if Instant::now() >= until {
                return false;
            }
            state = Self::wait(&self.inside, state, until);
        }
    }
}

impl Outbound {
    /// Copies the next piece and says how many bytes the message has from there on.
    fn cut(&mut self, piece: &mut Vec<u8>) -> Option<usize> {
        let message = self.messages.front()?;
        let rest = message.get(self.written..).unwrap_or_default();
        let remaining = rest.len();
        let length = remaining.min(PIECE_BYTES);
        piece.clear();
        piece.extend_from_slice(rest.get(..length).unwrap_or_default());
        self.written += length;
        if length == remaining {
            self.messages.pop_front();
            self.written = 0;
        }
        Some(remaining)
    }
}

/// The entry of one stream.
fn lane<T>(lanes: &mut [T; 2], stream: Stream) -> &mut T {
    let [rounds, tables] = lanes;
    match stream {
        Stream::Rounds => rounds,
        Stream::Tables => tables,
    }
}

#[cfg(test)]
mod tests;
