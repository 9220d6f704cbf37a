//! Floor 1: private links between the machines of a run's parties.
//!
//! A link is encrypted and authenticated, and carries two streams that do not wait for each other, over any
//! [`Pipe`] of bytes. [`prove`] makes links of connections that stand already; [`meet`] also makes the connections,
//! over TCP on one machine. Parties are known by number, and no message is looked into.
use std::io::{BufReader, BufWriter, ErrorKind, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use mpc::channel::{ChannelError, Stream};
use snow::StatelessTransportState;

mod error;
mod frame;
mod handshake;
mod meeting;
mod noise;
mod pipe;
mod port;
mod queues;
mod timed;

pub use error::Error;
pub use handshake::{Attendance, Proved, prove};
pub use meeting::meet;
pub use noise::Identity;
pub use pipe::Pipe;
pub use port::Port;
pub use queues::Manners;

use frame::{Assembly, CIPHERTEXT_BYTES, Frame, PIECE_BYTES};
use queues::{Next, Queues};

/// How long an end waits at the end of a run for the last words of the others.
const FAREWELL: Duration = Duration::from_secs(2);

/// Bytes put into the pipe and taken from it: ciphertext with its framing. Signs of life and credits are left out,
/// since how many there are and which of them merge depends on the machines' speed alone.
#[derive(Default)]
struct Counters {
    sent: AtomicU64,
    received: AtomicU64,
}

/// One end of the link to one other party.
struct Link {
    queues: Arc<Queues>,
    counters: Arc<Counters>,
    pipe: Box<dyn Pipe>,
    threads: [JoinHandle<()>; 2],
}

impl Link {
    fn start(proved: Proved, manners: Manners) -> std::io::Result<Self> {
        let Proved { pipe, cipher, sent, received } = proved;
        pipe.set_read_timeout(None)?;
        pipe.set_write_timeout(None)?;
        let queues = Arc::new(Queues::new(manners));
        let counters = Arc::new(Counters::default());
        counters.sent.store(sent, Ordering::Relaxed);
        counters.received.store(received, Ordering::Relaxed);
        let cipher = Arc::new(cipher);
        let reader = Reader {
            pipe: pipe.try_clone()?,
            cipher: cipher.clone(),
            queues: queues.clone(),
            counters: counters.clone(),
        };
        let writer = Writer { pipe: pipe.try_clone()?, cipher, queues: queues.clone(), counters: counters.clone() };
        let threads = [
            thread::Builder::new().name("link reader".to_owned()).spawn(move || reader.run())?,
            thread::Builder::new().name("link writer".to_owned()).spawn(move || writer.run())?,
        ];
        Ok(Self { queues, counters, pipe, threads })
    }

    /// Waits for both ends' last words until `until`, then takes the link down.
    fn finish(self, until: Instant) {
        self.queues.wait_closed(until);
        // Nothing is left to do about a connection that is gone already.
        let _ = self.pipe.shutdown();
        self.queues.broke(ChannelError::Closed);
        for thread in self.threads {
            let _ = thread.join();
        }
    }
}

struct Reader {
    pipe: Box<dyn Pipe>,
    cipher: Arc<StatelessTransportState>,
    queues: Arc<Queues>,
    counters: Arc<Counters>,
}

impl Reader {
    fn run(mut self) {
        if let Err(cause) = self.read_all() {
            self.queues.broke(cause);
        }
    }

    fn read_all(&mut self) -> Result<(), ChannelError> {
        let mut pipe = BufReader::with_capacity(1 << 17, &mut self.pipe);
        let (mut sealed, mut plain) = (Vec::new(), vec![0; CIPHERTEXT_BYTES]);
        let mut assemblies = [Assembly::default(), Assembly::default()];
        for number in noise::FIRST_FRAME.. {
            noise::read_sealed(&mut pipe, &mut sealed, CIPHERTEXT_BYTES).map_err(|error| trouble(&error))?;
            self.queues.heard();
            let opened = self.cipher.read_message(number, &sealed, &mut plain);
            let length = opened.map_err(|_| broken("a frame that was altered on the way"))?;
            let frame = Frame::read(plain.get(..length).unwrap_or_default());
            let frame = frame.ok_or_else(|| broken("a frame of no known kind"))?;
            if frame.counts() {
                self.counters.received.fetch_add(sealed.len() as u64 + 2, Ordering::Relaxed);
            }
            match frame {
                Frame::Piece { stream, remaining, bytes } => {
                    let [rounds, tables] = &mut assemblies;
                    let assembly = if stream == Stream::Rounds { rounds } else { tables };
                    if let Some(message) = assembly.add(remaining, bytes).map_err(broken)? {
                        self.queues.arrived(stream, message).map_err(broken)?;
                    }
                }
                Frame::Credit { stream, bytes } => self.queues.credited(stream, bytes).map_err(broken)?,
                Frame::Alive => {}
                Frame::Close => {
                    self.queues.peer_closed();
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

struct Writer {
    pipe: Box<dyn Pipe>,
    cipher: Arc<StatelessTransportState>,
    queues: Arc<Queues>,
    counters: Arc<Counters>,
}

impl Writer {
    fn run(mut self) {
        if let Err(error) = self.write_all() {
            self.queues.broke(trouble(&error));
        }
    }

    fn write_all(&mut self) -> std::io::Result<()> {
        let mut pipe = BufWriter::with_capacity(1 << 17, &mut self.pipe);
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        let (mut plain, mut sealed) = (Vec::with_capacity(CIPHERTEXT_BYTES), vec![0; CIPHERTEXT_BYTES]);
        for number in noise::FIRST_FRAME.. {
            if self.queues.nothing_to_send() {
                pipe.flush()?;
            }
            let frame = match self.queues.next(&mut piece) {
                Next::Piece { stream, remaining } => Frame::Piece { stream, remaining, bytes: &piece },
                Next::Credit { stream, bytes } => Frame::Credit { stream, bytes },
                Next::Alive => Frame::Alive,
                Next::Close => Frame::Close,
                Next::End => return Ok(()),
            };
            frame.write(&mut plain);
            let length = self.cipher.write_message(number, &plain, &mut sealed).map_err(std::io::Error::other)?;
            let sealed = sealed.get(..length).unwrap_or_default();
            pipe.write_all(&u16::try_from(length).map_err(std::io::Error::other)?.to_be_bytes())?;
            pipe.write_all(sealed)?;
            if frame.counts() {
                self.counters.sent.fetch_add(length as u64 + 2, Ordering::Relaxed);
            }
            if frame == Frame::Close {
                pipe.flush()?;
                self.queues.close_sent();
                return Ok(());
            }
        }
        Ok(())
    }
}

fn broken(what: &'static str) -> ChannelError {
    ChannelError::Broken(what.to_owned())
}

fn trouble(error: &std::io::Error) -> ChannelError {
    match error.kind() {
        ErrorKind::UnexpectedEof
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::NotConnected => ChannelError::Closed,
        _ => ChannelError::Broken(error.to_string()),
    }
}

/// All links of one party.
pub struct Links {
    links: Vec<Option<Link>>,
}

/// Bytes through the pipes, all links of a party together: ciphertext with its framing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// Put into them.
    pub sent: u64,
    /// Taken from them.
    pub received: u64,
}

impl Links {
    /// Starts the links over connections whose ends were proved, one entry per party.
    ///
    /// # Errors
    /// [`Error::Trouble`] where the system gives no threads.
    pub fn start(connections: Vec<Option<Proved>>, manners: Manners) -> Result<Self, Error> {
        let start = |proved: Option<Proved>| proved.map(|proved| Link::start(proved, manners)).transpose();
        let links: std::io::Result<_> = connections.into_iter().map(start).collect();
        Ok(Self { links: links.map_err(Error::trouble)? })
    }

    /// Links over connections to all other parties that stand already, one entry per party and none for this one.
    ///
    /// # Errors
    /// As for [`prove`] and [`Links::start`].
    pub fn over(
        pipes: Vec<Option<Box<dyn Pipe>>>,
        attendance: &Attendance<'_>,
        within: Duration,
        manners: Manners,
    ) -> Result<Self, Error> {
        Self::start(prove(pipes, attendance, within)?, manners)
    }

    fn of(&self, party: usize) -> Result<&Queues, ChannelError> {
        let link = self.links.get(party).and_then(Option::as_ref);
        link.map(|link| &*link.queues).ok_or_else(|| ChannelError::Broken("there is no such party".to_owned()))
    }

    /// Lets all links say what is left and takes them down; answers what they carried.
    pub fn close(self) -> Traffic {
        let until = Instant::now() + FAREWELL;
        let links: Vec<Link> = self.links.into_iter().flatten().collect();
        for link in &links {
            link.queues.close();
        }
        let counters: Vec<Arc<Counters>> = links.iter().map(|link| link.counters.clone()).collect();
        for link in links {
            link.finish(until);
        }
        let total = |of: fn(&Counters) -> &AtomicU64| counters.iter().map(|one| of(one).load(Ordering::Relaxed)).sum();
        Traffic { sent: total(|counters| &counters.sent), received: total(|counters| &counters.received) }
    }
}

#[cfg(test)]
mod tests;
