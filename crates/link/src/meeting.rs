//! How all parties of a run find each other over TCP: each listens, the later dials the earlier, keys decide.
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::handshake::{Attendance, Proved};
use crate::timed::Timed;

/// All links must stand after this long.
const MEETING: Duration = Duration::from_secs(30);
/// A whole handshake may take this long, from the connection on.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Whoever calls must have said who it is within this time; a silent stranger holds the meeting up no longer.
const FIRST_WORD: Duration = Duration::from_secs(3);
/// Strangers that may knock before the others count as unreachable.
const MOST_CALLS: usize = 1_000;

/// Says what this connection is for, before the index of the party that dials.
const PREAMBLE: &[u8; 4] = b"BCK1";
/// What the party that dials sends before the handshake.
pub(crate) const HELLO_BYTES: u64 = 5;

/// How a connection came out.
enum Arrival {
    /// This party dialled.
    Dialled(usize, io::Result<Proved>),
    /// The call with this number was of a party, or of a stranger.
    Answered(usize, Option<(usize, Proved)>),
}

/// Connects this party with all others; `addresses` says where each listens. The answer has one entry per party.
///
/// # Errors
/// [`Error::Missed`] for who did not come, or came with another key or question; [`Error::Misuse`] where addresses
/// and keys are not of as many parties.
pub fn meet(
    listener: &TcpListener,
    addresses: &[SocketAddr],
    attendance: &Attendance<'_>,
) -> Result<Vec<Option<Proved>>, Error> {
    if addresses.len() != attendance.keys.len() || attendance.me >= addresses.len() {
        return Err(Error::Misuse("one address and one key of each party were expected".to_owned()));
    }
    listener.set_nonblocking(true).map_err(Error::trouble)?;
    thread::scope(|scope| {
        let (sender, arrivals) = mpsc::channel();
        for (peer, address) in addresses.iter().enumerate().take(attendance.me) {
            let sender = sender.clone();
            scope.spawn(move || {
                // Whoever stopped listening has failed already.
                let _ = sender.send(Arrival::Dialled(peer, attendance.dial(peer, address)));
            });
        }
        let mut hall = Hall { met: addresses.iter().map(|_| None).collect(), calls: BTreeMap::new() };
        let deadline = Instant::now() + MEETING;
        let mut calls = 0..MOST_CALLS;
        while let Some(peer) = attendance.missing(&hall.met) {
            let mut idle = true;
            if let Ok((pipe, _)) = listener.accept()
                && let Some(call) = calls.next()
                && let Ok(end) = pipe.try_clone()
            {
                hall.calls.insert(call, end);
                idle = false;
                let sender = sender.clone();
                scope.spawn(move || {
                    let _ = sender.send(Arrival::Answered(call, attendance.answer(pipe)));
                });
            }
            if let Ok(arrival) = arrivals.try_recv() {
                hall.take(arrival)?;
                idle = false;
            }
            if Instant::now() >= deadline {
                return Err(Error::Missed { peer, cause: "it did not connect in time".to_owned() });
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
    met: Vec<Option<Proved>>,
    /// Calls of which it is not known yet whose they are.
    calls: BTreeMap<usize, TcpStream>,
}

impl Hall {
    fn take(&mut self, arrival: Arrival) -> Result<(), Error> {
        let (peer, meeting) = match arrival {
            Arrival::Dialled(peer, dialled) => (peer, dialled.map_err(|error| Error::missed(peer, &error))?),
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

impl Attendance<'_> {
    fn missing(&self, met: &[Option<Proved>]) -> Option<usize> {
        met.iter().enumerate().position(|(party, meeting)| party != self.me && meeting.is_none())
    }

    fn dial(&self, peer: usize, address: &SocketAddr) -> io::Result<Proved> {
        let until = Instant::now() + HANDSHAKE;
        let mut pipe = TcpStream::connect_timeout(address, HANDSHAKE)?;
        pipe.set_nodelay(true)?;
        let mut hello = PREAMBLE.to_vec();
        hello.push(u8::try_from(self.me).map_err(io::Error::other)?);
        Timed::new(&mut pipe, until).write_all(&hello)?;
        let proved = self.shake(peer, Box::new(pipe), until)?;
        Ok(Proved { sent: proved.sent + HELLO_BYTES, ..proved })
    }

    /// `None` for a caller who could not show that it is one of those awaited.
    fn answer(&self, mut pipe: TcpStream) -> Option<(usize, Proved)> {
        let called = Instant::now();
        pipe.set_nonblocking(false).ok()?;
        pipe.set_nodelay(true).ok()?;
        let peer = caller(&mut Timed::new(&mut pipe, called + FIRST_WORD)).ok()?;
        if peer <= self.me {
            return None;
        }
        let proved = self.shake(peer, Box::new(pipe), called + HANDSHAKE).ok()?;
        Some((peer, Proved { received: proved.received + HELLO_BYTES, ..proved }))
    }
}

/// Which party says that it dials.
///
/// # Errors
/// The connection broke, or whoever dials speaks of something else.
fn caller(pipe: &mut impl Read) -> io::Result<usize> {
    let mut hello = [0; HELLO_BYTES as usize];
    pipe.read_exact(&mut hello)?;
    match hello {
        [preamble @ .., party] if preamble == *PREAMBLE => Ok(usize::from(party)),
        _ => Err(io::Error::other("a stranger's connection")),
    }
}
