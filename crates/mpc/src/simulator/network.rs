//! Queues between party threads; a corrupt party's messages pass through its deeds first.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};

use crate::channel::{Channel, ChannelError, Stream};

/// What a corrupt sender does to one of its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Flips one bit; the position is taken modulo the length.
    Flip(usize),
    /// Drops the last bytes.
    Truncate(usize),
    /// Appends a byte.
    Extend,
    /// Sends the previous message of the same link again instead.
    Replay,
    /// Sends this message after the next one of the same link.
    Swap,
    /// Sends nothing.
    Withhold,
}

/// A deed on the `nth` message that `from` sends, counted over all its links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Act {
    pub(crate) from: usize,
    pub(crate) nth: usize,
    pub(crate) deed: Deed,
}

type Link = (usize, usize, Stream);

#[derive(Default)]
struct State {
    queues: HashMap<Link, VecDeque<Vec<u8>>>,
    last: HashMap<Link, Vec<u8>>,
    held: HashMap<Link, Vec<u8>>,
    sent: Vec<usize>,
    acts: Vec<Act>,
    /// What each party waits for.
    waiting: Vec<Option<(usize, Stream)>>,
    finished: Vec<bool>,
    /// Every message as it was handed over: sender, receiver, header and length.
    log: Vec<Sent>,
}

/// One message, as an observer of sizes sees it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sent {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) header: Vec<u8>,
    pub(crate) length: usize,
}

/// The whole network of one simulated run.
#[derive(Clone)]
pub(crate) struct Network {
    shared: Arc<(Mutex<State>, Condvar)>,
}

impl Network {
    pub(crate) fn new(parties: usize, acts: Vec<Act>) -> Self {
        let state = State {
            sent: vec![0; parties],
            acts,
            waiting: vec![None; parties],
            finished: vec![false; parties],
            ..State::default()
        };
        Self { shared: Arc::new((Mutex::new(state), Condvar::new())) }
    }

    /// The end of `me`; dropping it closes all its links.
    pub(crate) fn port(&self, me: usize) -> Box<dyn Channel> {
        Box::new(Port { network: self.clone(), me })
    }

    /// All messages so far, per sender in the order sent.
    pub(crate) fn log(&self) -> Vec<Sent> {
        let mut log = self.state().log.clone();
        log.sort_by_key(|sent| sent.from);
        log
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl State {
    fn hand_over(&mut self, link: Link, message: Vec<u8>) {
        self.queues.entry(link).or_default().push_back(message);
    }

    fn send(&mut self, link: Link, mut message: Vec<u8>) {
        let nth = self.sent[link.0];
        self.sent[link.0] += 1;
        let original = message.clone();
        let deeds: Vec<Deed> =
            self.acts.iter().filter(|act| act.from == link.0 && act.nth == nth).map(|act| act.deed.clone()).collect();
        let mut deliver = true;
        for deed in deeds {
            match deed {
                // Another deed may have left nothing to flip.
                Deed::Flip(_) if message.is_empty() => {}
                Deed::Flip(bit) => {
                    let bit = bit % (8 * message.len());
                    message[bit / 8] ^= 1 << (bit % 8);
                }
                Deed::Truncate(bytes) => message.truncate(message.len().saturating_sub(bytes)),
                Deed::Extend => message.push(0),
                Deed::Replay => message = self.last.get(&link).cloned().unwrap_or_default(),
                Deed::Swap => {
                    self.held.insert(link, message.clone());
                    deliver = false;
                }
                Deed::Withhold => deliver = false,
            }
        }
        if deliver {
            self.hand_over(link, message);
            if let Some(held) = self.held.remove(&link) {
                self.hand_over(link, held);
            }
        }
        self.last.insert(link, original);
    }

    /// Nobody can move: all who are not finished wait for something that is not there.
    fn stalled(&self) -> bool {
        self.waiting.iter().zip(&self.finished).enumerate().all(|(party, (waiting, finished))| {
            *finished
                || waiting.is_some_and(|(from, stream)| {
                    !self.finished[from] && self.queues.get(&(from, party, stream)).is_none_or(VecDeque::is_empty)
                })
        })
    }
}

struct Port {
    network: Network,
    me: usize,
}

impl Channel for Port {
    fn send(&mut self, to: usize, stream: Stream, message: Vec<u8>) -> Result<(), ChannelError> {
        let mut state = self.network.state();
        let header = message.iter().copied().take(4).collect();
        state.log.push(Sent { from: self.me, to, header, length: message.len() });
        state.send((self.me, to, stream), message);
        self.network.shared.1.notify_all();
        Ok(())
    }

    fn receive(&mut self, from: usize, stream: Stream) -> Result<Vec<u8>, ChannelError> {
        let mut state = self.network.state();
        loop {
            if let Some(message) = state.queues.get_mut(&(from, self.me, stream)).and_then(VecDeque::pop_front) {
                return Ok(message);
            }
            if state.finished[from] {
                return Err(ChannelError::Closed);
            }
            state.waiting[self.me] = Some((from, stream));
            if state.stalled() {
                // Time passes only when nothing else can happen.
                state.waiting[self.me] = None;
                return Err(ChannelError::TimedOut);
            }
            state = self.network.shared.1.wait(state).unwrap_or_else(std::sync::PoisonError::into_inner);
            state.waiting[self.me] = None;
        }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.network.state().finished[self.me] = true;
        self.network.shared.1.notify_all();
    }
}
