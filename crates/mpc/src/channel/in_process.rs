//! Parties that are threads of one process: a queue for each pair, direction and stream.
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use super::{Channel, ChannelError, IN_FLIGHT_BYTES, Stream};

/// The ends of links between `parties` threads of one process, in party order.
///
/// For tests, examples and simulations: nothing is encrypted and nothing leaves the process. A stream takes a
/// message while at most [`IN_FLIGHT_BYTES`] of it are under way. An end that is dropped closes its links; what it
/// said before can still be received.
pub fn in_process(parties: usize) -> Vec<InProcess> {
    let queues: Arc<[Queue]> = (0..2 * parties * parties).map(|_| Queue::default()).collect();
    (0..parties).map(|me| InProcess { queues: queues.clone(), parties, me }).collect()
}

/// One party's end of the links made by [`in_process`].
pub struct InProcess {
    /// By sender, receiver and stream.
    queues: Arc<[Queue]>,
    parties: usize,
    me: usize,
}

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    messages: VecDeque<Vec<u8>>,
    bytes: usize,
    closed: bool,
}

impl Queue {
    /// Waits until `ready` finds what it looks for.
    fn when<T>(&self, mut ready: impl FnMut(&mut State) -> Option<T>) -> T {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(found) = ready(&mut state) {
                self.changed.notify_all();
                return found;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl InProcess {
    fn queue(&self, from: usize, to: usize, stream: Stream) -> Result<&Queue, ChannelError> {
        let there = from < self.parties && to < self.parties && from != to;
        let found = there.then(|| self.queues.get(2 * (from * self.parties + to) + stream as usize)).flatten();
        found.ok_or_else(|| ChannelError::Broken("there is no such party".to_owned()))
    }
}

impl Channel for InProcess {
    fn send(&mut self, to: usize, stream: Stream, message: Vec<u8>) -> Result<(), ChannelError> {
        let mut message = Some(message);
        self.queue(self.me, to, stream)?.when(|state| {
            if state.closed {
                return Some(Err(ChannelError::Closed));
            }
            if state.bytes > IN_FLIGHT_BYTES {
                return None;
            }
            let message = message.take()?;
            state.bytes += message.len();
            state.messages.push_back(message);
            Some(Ok(()))
        })
    }

    fn receive(&mut self, from: usize, stream: Stream) -> Result<Vec<u8>, ChannelError> {
        self.queue(from, self.me, stream)?.when(|state| match state.messages.pop_front() {
            Some(message) => {
                state.bytes -= message.len();
                Some(Ok(message))
            }
            None => state.closed.then_some(Err(ChannelError::Closed)),
        })
    }
}

impl Drop for InProcess {
    fn drop(&mut self) {
        for (place, queue) in self.queues.iter().enumerate() {
            let pair = place / 2;
            if [pair / self.parties, pair % self.parties].contains(&self.me) {
                queue.when(|state| {
                    state.closed = true;
                    Some(())
                });
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use std::thread;
    use std::time::Duration;

    use super::*;

    fn pair() -> [InProcess; 2] {
        in_process(2).try_into().map_err(|_| "two ends").unwrap()
    }

    #[test]
    fn a_stream_is_in_order_and_does_not_wait_for_the_other() {
        let [mut a, mut b] = pair();
        a.send(1, Stream::Tables, vec![9]).unwrap();
        (0..3).for_each(|n| a.send(1, Stream::Rounds, vec![n]).unwrap());
        (0..3).for_each(|n| assert_eq!(b.receive(0, Stream::Rounds), Ok(vec![n])));
        assert_eq!(b.receive(0, Stream::Tables), Ok(vec![9]));
        for nobody in [0, 2] {
            assert!(matches!(a.send(nobody, Stream::Rounds, vec![1]), Err(ChannelError::Broken(_))));
        }
    }

    #[test]
    fn a_sender_waits_only_while_more_than_allowed_is_under_way() {
        let [mut a, mut b] = pair();
        let half = IN_FLIGHT_BYTES / 2;
        (0..3).for_each(|_| a.send(1, Stream::Rounds, vec![0; half]).unwrap());
        let sender = thread::spawn(move || a.send(1, Stream::Rounds, vec![1]));
        thread::sleep(Duration::from_millis(100));
        assert!(!sender.is_finished(), "more than allowed was under way");
        b.receive(0, Stream::Rounds).unwrap();
        assert_eq!(sender.join().unwrap(), Ok(()));
    }

    #[test]
    fn an_end_that_leaves_is_noticed_and_its_last_words_are_read() {
        let [mut a, mut b] = pair();
        a.send(1, Stream::Rounds, vec![7]).unwrap();
        let waiting = thread::spawn(move || (b.receive(0, Stream::Rounds), b.receive(0, Stream::Rounds), b));
        drop(a);
        let (last, end, mut b) = waiting.join().unwrap();
        assert_eq!((last, end), (Ok(vec![7]), Err(ChannelError::Closed)));
        assert_eq!(b.send(0, Stream::Rounds, vec![1]), Err(ChannelError::Closed));
    }
}
