//! How all parties of a run find each other: each listens, the later dials the earlier, keys decide.
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use snow::StatelessTransportState;

use super::noise::{Identity, Pact, caller};
use super::timed::Timed;

/// All links must stand after this long.
const MEETING: Duration = Duration::from_secs(30);
/// A whole handshake may take this long, from the connection on.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Whoever calls must have said who it is within this time; a silent stranger holds the meeting up no longer.
const FIRST_WORD: Duration = Duration::from_secs(3);
/// Strangers that may knock before the others count as unreachable.
const MOST_CALLS: usize = 1_000;

/// What a party announces before the run; all cards together are the roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Card {
    /// Where it listens on this machine.
    pub(crate) port: u16,
    /// Its fresh static key.
    pub(crate) key: [u8; 32],
    /// Random: no two runs are the same.
    pub(crate) nonce: [u8; 32],
    /// The seal of its position: a salted hash of the exact bits that it will enter.
    pub(crate) seal: [u8; 32],
}

/// A connection whose both ends have proved their keys.
pub(crate) struct Meeting {
    pub(super) wire: TcpStream,
    pub(super) cipher: StatelessTransportState,
    pub(super) dialled: bool,
}

/// The party that could not be met, and why.
#[derive(Debug)]
pub(crate) struct Missed {
    /// Its index.
    pub(crate) peer: usize,
    /// What happened.
    pub(crate) cause: String,
}

/// What one party brings to the meeting.
pub(crate) struct Attendance<'a> {
    /// Names the run.
    pub(crate) run_id: &'a [u8; 32],
    /// This party's index.
    pub(crate) me: usize,
    /// Its key pair.
    pub(crate) own: &'a Identity,
    /// Everyone's card.
    pub(crate) roster: &'a [Card],
}

/// How a connection came out.
enum Arrival {
    /// This party dialled.
    Dialled(usize, io::Result<Meeting>),
    /// The call with this number was of a party, or of a stranger.
    Answered(usize, Option<(usize, Meeting)>),
}

/// Connects this party with all others; the answer has one entry per party.
///
/// # Errors
/// Who did not come, or came with another key or question.
pub(crate) fn meet(listener: &TcpListener, attendance: &Attendance<'_>) -> Result<Vec<Option<Meeting>>, Missed> {
    listener.set_nonblocking(true).map_err(|error| Missed { peer: attendance.me, cause: error.to_string() })?;
    thread::scope(|scope| {
        let (sender, arrivals) = mpsc::channel();
        for peer in 0..attendance.me {
            let sender = sender.clone();
            scope.spawn(move || {
                // Whoever stopped listening has failed already.
                let _ = sender.send(Arrival::Dialled(peer, attendance.dial(peer)));
            });
        }
        let mut hall = Hall { met: attendance.roster.iter().map(|_| None).collect(), calls: BTreeMap::new() };
        let deadline = Instant::now() + MEETING;
        let mut calls = 0..MOST_CALLS;
        while let Some(peer) = attendance.missing(&hall.met) {
            let mut idle = true;
            if let Ok((wire, _)) = listener.accept()
                && let Some(call) = calls.next()
                && let Ok(end) = wire.try_clone()
            {
                hall.calls.insert(call, end);
                idle = false;
                let sender = sender.clone();
                scope.spawn(move || {
                    let _ = sender.send(Arrival::Answered(call, attendance.answer(wire)));
                });
            }
            if let Ok(arrival) = arrivals.try_recv() {
                hall.take(arrival)?;
                idle = false;
            }
            if Instant::now() >= deadline {
                return Err(Missed { peer, cause: "it did not connect in time".to_owned() });
            }
            if idle {
                thread::sleep(Duration::from_millis(2));
            }
        }
        Ok(std::mem::take(&mut hall.met))
    })
}

/// Who is there, and who is at the door.
struct Hall {
    met: Vec<Option<Meeting>>,
    /// Calls of which it is not known yet whose they are.
    calls: BTreeMap<usize, TcpStream>,
}

impl Hall {
    fn take(&mut self, arrival: Arrival) -> Result<(), Missed> {
        let (peer, meeting) = match arrival {
            Arrival::Dialled(peer, dialled) => (peer, dialled.map_err(|error| Missed { peer, cause: words(&error) })?),
            Arrival::Answered(call, answered) => {
                self.calls.remove(&call);
                // A stranger's call is dropped; those awaited may still come.
                let Some(answered) = answered else { return Ok(()) };
                answered
            }
        };
        if let Some(place) = self.met.get_mut(peer) {
            place.get_or_insert(meeting);
        }
        Ok(())
    }
}

impl Drop for Hall {
    /// Once all have met, or cannot any more, nobody waits for strangers to say who they are.
    fn drop(&mut self) {
        for call in self.calls.values() {
            // Fails only where the caller has hung up.
            let _ = call.shutdown(Shutdown::Both);
        }
    }
}

fn words(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::ConnectionRefused => "nothing listens there any more".to_owned(),
        ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset => {
            "the other end closed the connection: it ended, or holds another key or another question".to_owned()
        }
        ErrorKind::WouldBlock | ErrorKind::TimedOut => "it did not answer in time".to_owned(),
        _ => error.to_string(),
    }
}

impl Attendance<'_> {
    fn missing(&self, met: &[Option<Meeting>]) -> Option<usize> {
        met.iter().enumerate().position(|(party, meeting)| party != self.me && meeting.is_none())
    }

    fn pact(&self, peer: usize) -> io::Result<Pact<'_>> {
        let card = self.roster.get(peer).ok_or_else(|| io::Error::other("there is no such party"))?;
        Ok(Pact { run_id: self.run_id, me: self.me, peer, own: self.own, theirs: &card.key })
    }

    fn dial(&self, peer: usize) -> io::Result<Meeting> {
        let port = self.roster.get(peer).map_or(0, |card| card.port);
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let until = Instant::now() + HANDSHAKE;
        let wire = TcpStream::connect_timeout(&address, HANDSHAKE)?;
        let cipher = self.pact(peer)?.dial(&mut Timed::new(&wire, until))?;
        Ok(Meeting { wire, cipher, dialled: true })
    }

    /// `None` for a caller who could not show that it is one of those awaited.
    fn answer(&self, wire: TcpStream) -> Option<(usize, Meeting)> {
        let called = Instant::now();
        wire.set_nonblocking(false).ok()?;
        let peer = caller(&mut Timed::new(&wire, called + FIRST_WORD)).ok()?;
        if peer <= self.me {
            return None;
        }
        let cipher = self.pact(peer).ok()?.answer(&mut Timed::new(&wire, called + HANDSHAKE)).ok()?;
        Some((peer, Meeting { wire, cipher, dialled: false }))
    }
}
