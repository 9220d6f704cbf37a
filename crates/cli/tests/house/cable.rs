//! The network between members and relay: a forwarder that cuts connections after a number of bytes, or is far.
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// The way of a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    ToRelay,
    ToMember,
}

/// What becomes of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plan {
    /// All pass.
    Whole,
    /// All pass, and are so long on the way.
    Far { milliseconds: u64 },
    /// No connection.
    Down,
    /// After so many bytes on one way the connection breaks; then comes what `then_down` says.
    Cut { way: Way, bytes: usize, then_down: bool },
    /// After so many bytes to the relay its next answer is lost, and the connection breaks.
    Unanswered { bytes: usize, then_down: bool },
}

impl Plan {
    fn after(then_down: bool) -> Self {
        if then_down { Self::Down } else { Self::Whole }
    }

    /// Of `length` bytes on one way so many pass; whether the connection breaks then; and the plan from there on.
    fn pass(self, on: Way, length: usize) -> (usize, bool, Self) {
        match self {
            Self::Whole | Self::Far { .. } => (length, false, self),
            Self::Down => (0, true, self),
            Self::Cut { way, .. } if way != on => (length, false, self),
            Self::Cut { bytes, then_down, .. } if bytes <= length => (bytes, true, Self::after(then_down)),
            Self::Cut { way, bytes, then_down } => (length, false, Self::Cut { way, bytes: bytes - length, then_down }),
            Self::Unanswered { bytes, then_down } if on == Way::ToRelay => {
                (length, false, Self::Unanswered { bytes: bytes.saturating_sub(length), then_down })
            }
            Self::Unanswered { bytes: 0, then_down } => (0, true, Self::after(then_down)),
            Self::Unanswered { .. } => (length, false, self),
        }
    }
}

struct Shared {
    relay: SocketAddr,
    plan: Mutex<Plan>,
    cuts: AtomicU64,
}

/// The forwarder. It ends with the test's process.
pub(crate) struct Cable {
    pub(crate) url: String,
    shared: Arc<Shared>,
}

impl Cable {
    /// Leads to the relay at `https://ADDRESS:PORT`.
    pub(crate) fn to(relay: &str) -> Self {
        let relay = relay.strip_prefix("https://").unwrap().parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared { relay, plan: Mutex::new(Plan::Whole), cuts: AtomicU64::new(0) });
        let inner = Arc::clone(&shared);
        thread::spawn(move || {
            for member in listener.incoming().flatten() {
                connect(&inner, member);
            }
        });
        Self { url, shared }
    }

    pub(crate) fn set(&self, plan: Plan) {
        *self.shared.plan.lock().unwrap() = plan;
    }

    /// Connections broken or refused so far.
    pub(crate) fn cuts(&self) -> u64 {
        self.shared.cuts.load(Ordering::Relaxed)
    }
}

fn connect(shared: &Arc<Shared>, member: TcpStream) {
    let down = *shared.plan.lock().unwrap() == Plan::Down;
    let relay = if down { None } else { TcpStream::connect(shared.relay).ok() };
    let Some(relay) = relay else {
        shared.cuts.fetch_add(1, Ordering::Relaxed);
        let _ = member.shutdown(Shutdown::Both);
        return;
    };
    for (from, to, way) in [(&member, &relay, Way::ToRelay), (&relay, &member, Way::ToMember)] {
        let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
        let shared = Arc::clone(shared);
        thread::spawn(move || pump(&shared, from, to, way));
    }
}

/// Whatever breaks here is what this is for: both ends are told by a closed connection.
fn pump(shared: &Shared, mut from: TcpStream, mut to: TcpStream, way: Way) {
    let mut buffer = [0; 16_384];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        let (passing, breaks, now) = {
            let mut plan = shared.plan.lock().unwrap();
            let (passing, breaks, then) = plan.pass(way, length);
            *plan = then;
            (passing, breaks, then)
        };
        if let Plan::Far { milliseconds } = now {
            thread::sleep(Duration::from_millis(milliseconds));
        }
        if to.write_all(&buffer[..passing]).is_err() {
            break;
        }
        if breaks {
            shared.cuts.fetch_add(1, Ordering::Relaxed);
            let _ = from.shutdown(Shutdown::Both);
            let _ = to.shutdown(Shutdown::Both);
            return;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
