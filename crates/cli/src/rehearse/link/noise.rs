//! Who is at the other end: a Noise handshake between two keys of the roster, bound to the question.
//!
//! Pattern KK: both know the other's static key beforehand. The prologue holds the run id, which is a
//! hash over the question, all keys, nonces and seals: a machine with another key or another question gets
//! no link. Each end then proves with a first empty frame that it holds its key now.
use std::io::{self, Read, Write};

use snow::{Builder, HandshakeState, StatelessTransportState};
use zeroize::Zeroizing;

use super::frame::TAG_BYTES;

const PATTERN: &str = "Noise_KK_25519_ChaChaPoly_BLAKE2s";
/// Says what this connection is for, before the index of the party that dials.
const PREAMBLE: &[u8; 4] = b"BCK1";
/// Each message of the pattern: a fresh key and a tag.
const STEP_BYTES: usize = 32 + TAG_BYTES;
/// Each direction's frames are numbered from here; 0 was the proof.
pub(super) const FIRST_FRAME: u64 = 1;

/// A fresh static key pair for one run.
pub(crate) struct Identity {
    private: Zeroizing<Vec<u8>>,
    /// Goes into the roster.
    pub(crate) public: [u8; 32],
}

impl Identity {
    /// Draws a key pair from the operating system.
    pub(crate) fn fresh() -> anyhow::Result<Self> {
        let pair = Builder::new(PATTERN.parse()?).generate_keypair()?;
        let public = pair.public.as_slice().try_into()?;
        Ok(Self { private: Zeroizing::new(pair.private), public })
    }
}

/// What both ends of one link must agree on.
pub(crate) struct Pact<'a> {
    /// Names the run.
    pub(crate) run_id: &'a [u8; 32],
    /// Index of this party.
    pub(crate) me: usize,
    /// Index of the other.
    pub(crate) peer: usize,
    /// This party's key pair.
    pub(crate) own: &'a Identity,
    /// The other's public key, from the roster.
    pub(crate) theirs: &'a [u8; 32],
}

impl Pact<'_> {
    fn prologue(&self) -> Vec<u8> {
        let mut prologue = b"backchannel rehearsal link v1".to_vec();
        prologue.extend_from_slice(self.run_id);
        for party in [self.me.min(self.peer), self.me.max(self.peer)] {
            prologue.extend_from_slice(&(party as u64).to_le_bytes());
        }
        prologue
    }

    fn start(&self, initiator: bool) -> io::Result<HandshakeState> {
        let build = || {
            let prologue = self.prologue();
            let builder = Builder::new(PATTERN.parse()?)
                .local_private_key(&self.own.private)?
                .remote_public_key(self.theirs)?
                .prologue(&prologue)?;
            if initiator { builder.build_initiator() } else { builder.build_responder() }
        };
        build().map_err(refused)
    }

    /// The part of the party that dials.
    ///
    /// # Errors
    /// The connection broke, or the other end holds another key or another question.
    pub(crate) fn dial(&self, wire: &mut (impl Read + Write)) -> io::Result<StatelessTransportState> {
        let mut hello = PREAMBLE.to_vec();
        hello.push(u8::try_from(self.me).unwrap_or(u8::MAX));
        wire.write_all(&hello)?;
        let mut handshake = self.start(true)?;
        write(wire, |out| handshake.write_message(&[], out))?;
        read(wire, STEP_BYTES, |message, out| handshake.read_message(message, out))?;
        self.prove(handshake, wire)
    }

    /// The part of the party that was dialled, after [`caller`].
    ///
    /// # Errors
    /// As for [`Pact::dial`].
    pub(crate) fn answer(&self, wire: &mut (impl Read + Write)) -> io::Result<StatelessTransportState> {
        let mut handshake = self.start(false)?;
        read(wire, STEP_BYTES, |message, out| handshake.read_message(message, out))?;
        write(wire, |out| handshake.write_message(&[], out))?;
        self.prove(handshake, wire)
    }

    fn prove(&self, handshake: HandshakeState, wire: &mut (impl Read + Write)) -> io::Result<StatelessTransportState> {
        let cipher = handshake.into_stateless_transport_mode().map_err(refused)?;
        write(wire, |out| cipher.write_message(0, &[], out))?;
        read(wire, TAG_BYTES, |message, out| cipher.read_message(0, message, out))?;
        Ok(cipher)
    }
}

/// Which party says that it dials.
///
/// # Errors
/// The connection broke, or whoever dials speaks of something else.
pub(crate) fn caller(wire: &mut impl Read) -> io::Result<usize> {
    let mut hello = [0; 5];
    wire.read_exact(&mut hello)?;
    match hello {
        [preamble @ .., party] if preamble == *PREAMBLE => Ok(usize::from(party)),
        _ => Err(io::Error::other("a stranger's connection")),
    }
}

/// Bytes that each direction of a handshake takes, lengths included: dialler, then the other.
pub(super) const HANDSHAKE_BYTES: [u64; 2] = [5 + 2 * 2 + 48 + 16, 2 * 2 + 48 + 16];

fn write(wire: &mut impl Write, fill: impl FnOnce(&mut [u8]) -> Result<usize, snow::Error>) -> io::Result<()> {
    let mut out = [0; 128];
    let length = fill(&mut out).map_err(refused)?;
    let mut message = u16::try_from(length).map_err(io::Error::other)?.to_be_bytes().to_vec();
    message.extend_from_slice(out.get(..length).unwrap_or_default());
    wire.write_all(&message)
}

fn read(
    wire: &mut impl Read,
    most: usize,
    take: impl FnOnce(&[u8], &mut [u8]) -> Result<usize, snow::Error>,
) -> io::Result<()> {
    let mut message = Vec::new();
    read_sealed(wire, &mut message, most)?;
    let mut payload = [0; 128];
    match take(&message, &mut payload).map_err(refused)? {
        0 => Ok(()),
        _ => Err(io::Error::other("a handshake with something inside")),
    }
}

/// Reads one message of Noise with its length before it; one of more than `most` bytes is refused unread.
pub(super) fn read_sealed(wire: &mut impl Read, message: &mut Vec<u8>, most: usize) -> io::Result<()> {
    let mut length = [0; 2];
    wire.read_exact(&mut length)?;
    let length = usize::from(u16::from_be_bytes(length));
    if length > most {
        return Err(io::Error::other(format!("a message of {length} bytes where at most {most} are expected")));
    }
    message.resize(length, 0);
    wire.read_exact(message)
}

fn refused(_: snow::Error) -> io::Error {
    io::Error::new(io::ErrorKind::PermissionDenied, "the other end holds another key or another question")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use std::net::{TcpListener, TcpStream};
    use std::thread;

    use super::*;

    /// Both ends over a real connection: who dials, then who answers.
    fn shake(
        dials: impl FnOnce(&mut TcpStream) -> io::Result<StatelessTransportState> + Send,
        answers: impl FnOnce(&mut TcpStream) -> io::Result<StatelessTransportState>,
    ) -> (bool, bool) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::scope(|scope| {
            let dialler = scope.spawn(move || dials(&mut TcpStream::connect(address).unwrap()).is_ok());
            let answered = {
                let mut wire = listener.accept().unwrap().0;
                caller(&mut wire).unwrap() == 1 && answers(&mut wire).is_ok()
            };
            (dialler.join().unwrap(), answered)
        })
    }

    #[test]
    fn a_message_that_is_too_long_is_refused_before_it_is_read() {
        let mut wire = &[0, 3, 7, 8, 9][..];
        let mut message = Vec::new();
        assert!(read_sealed(&mut wire, &mut message, 2).is_err());
        assert_eq!((wire, message.len()), (&[7, 8, 9][..], 0));
        read_sealed(&mut &[0, 3, 7, 8, 9][..], &mut message, 3).unwrap();
        assert_eq!(message, [7, 8, 9]);
    }

    #[test]
    fn two_keys_of_one_roster_and_one_question_make_a_link() {
        let (a, b) = (Identity::fresh().unwrap(), Identity::fresh().unwrap());
        let dials = Pact { run_id: &[7; 32], me: 1, peer: 0, own: &b, theirs: &a.public };
        let answers = Pact { run_id: &[7; 32], me: 0, peer: 1, own: &a, theirs: &b.public };
        assert_eq!(shake(|wire| dials.dial(wire), |wire| answers.answer(wire)), (true, true));
    }

    #[test]
    fn another_key_another_question_or_another_pair_makes_none() {
        let (a, b) = (Identity::fresh().unwrap(), Identity::fresh().unwrap());
        let stranger = Identity::fresh().unwrap();
        for (run_id, own, peer) in [([7; 32], &stranger, 0), ([8; 32], &b, 0), ([7; 32], &b, 2)] {
            let dials = Pact { run_id: &run_id, me: 1, peer, own, theirs: &a.public };
            let answers = Pact { run_id: &[7; 32], me: 0, peer: 1, own: &a, theirs: &b.public };
            assert_eq!(shake(|wire| dials.dial(wire), |wire| answers.answer(wire)), (false, false));
        }
    }
}
