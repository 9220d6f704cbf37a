//! Private links between the sides' machines: encrypted, authenticated, two streams that do not wait for each
//! other. It knows parties by number and never looks into a message.
use std::io::{BufReader, BufWriter, ErrorKind, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use mpc::channel::{ChannelError, Stream};
use snow::StatelessTransportState;

mod frame;
mod meeting;
mod noise;
mod port;
mod queues;
mod timed;

pub(super) use meeting::{Attendance, Card, Meeting, meet};
pub(super) use noise::Identity;
pub(super) use port::{Port, Tamper};
pub(super) use queues::Manners;

use frame::{Assembly, CIPHERTEXT_BYTES, Frame, PIECE_BYTES};
use queues::{Next, Queues};

/// How long an end waits at the end of a run for the last words of the others.
const FAREWELL: Duration = Duration::from_secs(2);

/// Bytes put on the wire and taken from it: ciphertext with its framing. Signs of life and credits are left out,
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
    wire: TcpStream,
    threads: [JoinHandle<()>; 2],
}

impl Link {
    fn start(
        wire: TcpStream,
        cipher: StatelessTransportState,
        manners: Manners,
        dialled: bool,
    ) -> std::io::Result<Self> {
        wire.set_nodelay(true)?;
        wire.set_read_timeout(None)?;
        wire.set_write_timeout(None)?;
        let queues = Arc::new(Queues::new(manners));
        let counters = Arc::new(Counters::default());
        let [dialler, other] = noise::HANDSHAKE_BYTES;
        let (sent, received) = if dialled { (dialler, other) } else { (other, dialler) };
        counters.sent.store(sent, Ordering::Relaxed);
        counters.received.store(received, Ordering::Relaxed);
        let cipher = Arc::new(cipher);
        let reader = Reader {
            wire: wire.try_clone()?,
            cipher: cipher.clone(),
            queues: queues.clone(),
            counters: counters.clone(),
        };
        let writer = Writer { wire: wire.try_clone()?, cipher, queues: queues.clone(), counters: counters.clone() };
        let threads = [
            thread::Builder::new().name("link reader".to_owned()).spawn(move || reader.run())?,
            thread::Builder::new().name("link writer".to_owned()).spawn(move || writer.run())?,
        ];
        Ok(Self { queues, counters, wire, threads })
    }

    /// Waits for both ends' last words until `until`, then takes the link down.
    fn finish(self, until: Instant) {
        self.queues.wait_closed(until);
        // Nothing is left to do about a connection that is gone already.
        let _ = self.wire.shutdown(Shutdown::Both);
        self.queues.broke(ChannelError::Closed);
        for thread in self.threads {
            let _ = thread.join();
        }
    }
}

struct Reader {
    wire: TcpStream,
    cipher: Arc<StatelessTransportState>,
    queues: Arc<Queues>,
    counters: Arc<Counters>,
}

impl Reader {
    fn run(self) {
        if let Err(cause) = self.read_all() {
            self.queues.broke(cause);
        }
    }

    fn read_all(&self) -> Result<(), ChannelError> {
        let mut wire = BufReader::with_capacity(1 << 17, &self.wire);
        let (mut sealed, mut plain) = (Vec::new(), vec![0; CIPHERTEXT_BYTES]);
        let mut assemblies = [Assembly::default(), Assembly::default()];
        for number in noise::FIRST_FRAME.. {
            noise::read_sealed(&mut wire, &mut sealed, CIPHERTEXT_BYTES).map_err(|error| trouble(&error))?;
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
    wire: TcpStream,
    cipher: Arc<StatelessTransportState>,
    queues: Arc<Queues>,
    counters: Arc<Counters>,
}

impl Writer {
    fn run(self) {
        if let Err(error) = self.write_all() {
            self.queues.broke(trouble(&error));
        }
    }

    fn write_all(&self) -> std::io::Result<()> {
        let mut wire = BufWriter::with_capacity(1 << 17, &self.wire);
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        let (mut plain, mut sealed) = (Vec::with_capacity(CIPHERTEXT_BYTES), vec![0; CIPHERTEXT_BYTES]);
        for number in noise::FIRST_FRAME.. {
            if self.queues.nothing_to_send() {
                wire.flush()?;
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
            wire.write_all(&u16::try_from(length).map_err(std::io::Error::other)?.to_be_bytes())?;
            wire.write_all(sealed)?;
            if frame.counts() {
                self.counters.sent.fetch_add(length as u64 + 2, Ordering::Relaxed);
            }
            if frame == Frame::Close {
                wire.flush()?;
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
pub(super) struct Links {
    links: Vec<Option<Link>>,
}

/// Bytes on the wire, all links of a party together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traffic {
    /// Put on the wire.
    pub(super) sent: u64,
    /// Taken from it.
    pub(super) received: u64,
}

impl Links {
    /// Starts the links over connections that were made at the meeting, one entry per party.
    pub(super) fn start(connections: Vec<Option<Meeting>>, manners: Manners) -> std::io::Result<Self> {
        let start = |meeting: Option<Meeting>| {
            meeting.map(|meeting| Link::start(meeting.wire, meeting.cipher, manners, meeting.dialled)).transpose()
        };
        Ok(Self { links: connections.into_iter().map(start).collect::<std::io::Result<_>>()? })
    }

    fn of(&self, party: usize) -> Result<&Queues, ChannelError> {
        let link = self.links.get(party).and_then(Option::as_ref);
        link.map(|link| &*link.queues).ok_or_else(|| ChannelError::Broken("there is no such party".to_owned()))
    }

    /// Lets all links say what is left and takes them down; answers what they carried.
    pub(super) fn close(self) -> Traffic {
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
