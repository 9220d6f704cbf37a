//! Where ends meet: at most two in one place, and so many places.
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use envelope::{LogId, Problem, ProblemKind, StreamId, TokenHash};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::Io;
use crate::Limits;
use crate::metrics::Metrics;
use crate::store::{Bearer, Refusal};

type Name = (LogId, StreamId);

/// Where two ends meet.
struct Place {
    tokens: Vec<TokenHash>,
    /// Where the second end hands over its bytes; gone when it has.
    mate: Option<oneshot::Sender<Io>>,
    stop: CancellationToken,
}

/// All places of this relay.
pub(crate) struct Streams {
    places: Mutex<HashMap<Name, Place>>,
    ends_per_log: u32,
    ends: u32,
    pub(super) unpaired: Duration,
    pub(super) idle: Duration,
    pub(super) metrics: Arc<Metrics>,
    stop: CancellationToken,
}

/// What an end does next.
pub(crate) enum Visit {
    /// Waits here for the other, and then carries the bytes of both.
    First(Held, oneshot::Receiver<Io>),
    /// Hands its bytes to the one who waits.
    Second(oneshot::Sender<Io>, CancellationToken),
}

/// A place, given back when dropped.
pub(crate) struct Held {
    streams: Arc<Streams>,
    name: Name,
    pub(super) stop: CancellationToken,
}

impl Streams {
    pub(crate) fn new(limits: &Limits, stop: CancellationToken, metrics: Arc<Metrics>) -> Self {
        Self {
            places: Mutex::default(),
            ends_per_log: limits.ends_per_log,
            ends: limits.ends,
            unpaired: limits.unpaired,
            idle: limits.idle,
            metrics,
            stop,
        }
    }

    fn places(&self) -> MutexGuard<'_, HashMap<Name, Place>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An end arrives.
    pub(crate) fn visit(self: &Arc<Self>, bearer: Bearer, stream: StreamId) -> Result<Visit, Refusal> {
        let name = (bearer.log, stream);
        let mut places = self.places();
        self.room(&places, bearer.log)?;
        if let Some(place) = places.get_mut(&name) {
            let taken = "Streams have two ends. Agree on a fresh stream id and open that one.";
            let mate = place.mate.take().ok_or_else(|| Problem::new(ProblemKind::StreamTaken, taken))?;
            place.tokens.push(bearer.token);
            return Ok(Visit::Second(mate, place.stop.clone()));
        }
        let (mate, arrival) = oneshot::channel();
        let stop = self.stop.child_token();
        places.insert(name, Place { tokens: vec![bearer.token], mate: Some(mate), stop: stop.clone() });
        Ok(Visit::First(Held { streams: Arc::clone(self), name, stop }, arrival))
    }

    fn room(&self, places: &HashMap<Name, Place>, log: LogId) -> Result<(), Refusal> {
        let ends = |of: &dyn Fn(&Name) -> bool| {
            places.iter().filter(|(name, _)| of(name)).map(|(_, place)| place.tokens.len()).sum::<usize>()
        };
        if ends(&|_| true) >= self.ends as usize || ends(&|name| name.0 == log) >= self.ends_per_log as usize {
            let detail = "As many streams are open as may be. Close those of runs that ended, or try again later.";
            return Err(Problem::new(ProblemKind::TooManyRequests, detail).into());
        }
        Ok(())
    }

    /// Ends the streams of a log: those of a revoked token, or all.
    pub(crate) fn cut(&self, log: LogId, token: Option<TokenHash>) {
        for (name, place) in self.places().iter() {
            if name.0 == log && token.is_none_or(|token| place.tokens.contains(&token)) {
                place.stop.cancel();
            }
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.streams.places().remove(&self.name);
    }
}
