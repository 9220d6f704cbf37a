//! From a connection of bytes to one whose both ends have proved their keys.
use std::io;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use snow::StatelessTransportState;

use crate::error::Error;
use crate::noise::{self, Identity, Pact};
use crate::pipe::Pipe;
use crate::timed::Timed;

/// What one party brings to the handshakes of a run.
#[derive(Clone, Copy)]
pub struct Attendance<'a> {
    /// Names the run.
    pub run_id: &'a [u8; 32],
    /// This party's index.
    pub me: usize,
    /// Its key pair.
    pub own: &'a Identity,
    /// Everyone's public key, this party's among them, by party.
    pub keys: &'a [[u8; 32]],
}

/// A connection whose both ends have proved their keys.
pub struct Proved {
    pub(crate) pipe: Box<dyn Pipe>,
    pub(crate) cipher: StatelessTransportState,
    /// Bytes that went through it so far.
    pub(crate) sent: u64,
    pub(crate) received: u64,
}

impl Attendance<'_> {
    /// Proves both ends of one connection; of each pair the party with the lower index speaks first.
    pub(crate) fn shake(&self, peer: usize, mut pipe: Box<dyn Pipe>, until: Instant) -> io::Result<Proved> {
        let theirs = self.keys.get(peer).ok_or_else(|| io::Error::other("there is no such party"))?;
        let pact = Pact { run_id: self.run_id, me: self.me, peer, own: self.own, theirs };
        let cipher = pact.shake(&mut Timed::new(&mut *pipe, until))?;
        Ok(Proved { pipe, cipher, sent: noise::HANDSHAKE_BYTES, received: noise::HANDSHAKE_BYTES })
    }
}

/// Proves the ends of connections to all other parties side by side; one entry per party, none for this one.
///
/// # Errors
/// [`Error::Misuse`] where connections, keys and index do not fit together; [`Error::Missed`] for the first party
/// that did not prove its key `within` this time.
pub fn prove(
    pipes: Vec<Option<Box<dyn Pipe>>>,
    attendance: &Attendance<'_>,
    within: Duration,
) -> Result<Vec<Option<Proved>>, Error> {
    let fits = |(party, pipe): (usize, &Option<Box<dyn Pipe>>)| pipe.is_none() == (party == attendance.me);
    if pipes.len() != attendance.keys.len() || !pipes.iter().enumerate().all(fits) {
        return Err(Error::Misuse("one connection to each other party was expected".to_owned()));
    }
    let until = Instant::now() + within;
    let ends: Vec<_> =
        pipes.iter().flatten().map(|pipe| pipe.try_clone()).collect::<Result<_, _>>().map_err(Error::trouble)?;
    thread::scope(|scope| {
        let (sender, arrivals) = mpsc::channel();
        for (peer, pipe) in pipes.into_iter().enumerate() {
            let (Some(pipe), sender) = (pipe, sender.clone()) else { continue };
            scope.spawn(move || {
                // After another's failure nobody listens.
                let _ = sender.send((peer, attendance.shake(peer, pipe, until)));
            });
        }
        drop(sender);
        let mut proved: Vec<Option<Proved>> = attendance.keys.iter().map(|_| None).collect();
        for (peer, arrival) in arrivals {
            match (arrival, proved.get_mut(peer)) {
                (Ok(one), Some(place)) => *place = Some(one),
                (Ok(_), None) => {}
                (Err(error), _) => {
                    // The others are not waited for; this fails only where a connection is gone already.
                    ends.iter().for_each(|end| drop(end.shutdown()));
                    return Err(Error::missed(peer, &error));
                }
            }
        }
        Ok(proved)
    })
}
