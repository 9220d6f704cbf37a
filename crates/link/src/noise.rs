//! Who is at the other end: a Noise handshake between two known keys, bound to the run and the pair.
//!
//! Pattern KK: both know the other's static key beforehand. The prologue holds the run id, which is a
//! hash over the question and all keys: a machine with another key or another question gets no link. The party
//! with the lower index speaks first. Each end then proves with a first empty frame that it holds its key now.
use std::io::{self, Read, Write};

use snow::params::DHChoice;
use snow::resolvers::{CryptoResolver, DefaultResolver};
use snow::{Builder, HandshakeState, StatelessTransportState};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::frame::TAG_BYTES;

const PATTERN: &str = "Noise_KK_25519_ChaChaPoly_BLAKE2s";
/// Each message of the pattern: a fresh key and a tag.
const STEP_BYTES: usize = 32 + TAG_BYTES;
/// Each direction's frames are numbered from here; 0 was the proof.
pub(crate) const FIRST_FRAME: u64 = 1;

/// A fresh static key pair for one run.
pub struct Identity {
    private: Zeroizing<Vec<u8>>,
    /// What the others must know beforehand.
    pub public: [u8; 32],
}

impl Identity {
    /// Draws a key pair from the operating system.
    ///
    /// # Errors
    /// [`Error::Trouble`] where it gives no randomness.
    pub fn fresh() -> Result<Self, Error> {
        let draw = || Builder::new(PATTERN.parse()?).generate_keypair();
        let pair = draw().map_err(Error::trouble)?;
        let public = pair.public.as_slice().try_into().map_err(Error::trouble)?;
        Ok(Self { private: Zeroizing::new(pair.private), public })
    }

    /// A key pair that was drawn before and kept, so that a run can be met after a restart.
    #[must_use]
    pub fn kept(private: Zeroizing<Vec<u8>>, public: [u8; 32]) -> Self {
        Self { private, public }
    }

    /// The secret that this key makes with another's (X25519, RFC 7748, section 6.1): the same at both ends, and
    /// worked out by nobody who holds neither private key. It is material to derive from, no key by itself.
    ///
    /// # Errors
    /// [`Error::Misuse`] for a public key of low order, with which everybody would know the secret; [`Error::Trouble`]
    /// where what was kept is no private key.
    pub fn shared(&self, theirs: &[u8; 32]) -> Result<Zeroizing<[u8; 32]>, Error> {
        let curve = DefaultResolver.resolve_dh(&DHChoice::Curve25519);
        let mut curve = curve.ok_or_else(|| Error::trouble("there is no X25519 here"))?;
        if self.private.len() != curve.priv_len() {
            return Err(Error::trouble("what was kept is no private key"));
        }
        curve.set(&self.private);
        let mut secret = Zeroizing::new([0; 32]);
        curve.dh(theirs, secret.as_mut_slice()).map_err(Error::trouble)?;
        // All bytes are looked at, whatever they are.
        match secret.iter().fold(0, |any, byte| any | byte) {
            0 => Err(Error::Misuse("the other end's key is of low order: it hides nothing".to_owned())),
            _ => Ok(secret),
        }
    }

    /// The private key, to be kept in a vault.
    #[must_use]
    pub fn reveal(&self) -> &[u8] {
        &self.private
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
    /// The other's public key.
    pub(crate) theirs: &'a [u8; 32],
}

impl Pact<'_> {
    fn prologue(&self) -> Vec<u8> {
        let mut prologue = b"backchannel link v1".to_vec();
        prologue.extend_from_slice(self.run_id);
        for party in [self.me.min(self.peer), self.me.max(self.peer)] {
            prologue.extend_from_slice(&(party as u64).to_le_bytes());
        }
        prologue
    }

    fn start(&self) -> io::Result<HandshakeState> {
        let build = || {
            let prologue = self.prologue();
            let builder = Builder::new(PATTERN.parse()?)
                .local_private_key(&self.own.private)?
                .remote_public_key(self.theirs)?
                .prologue(&prologue)?;
            if self.speaks_first() { builder.build_initiator() } else { builder.build_responder() }
        };
        build().map_err(refused)
    }

    fn speaks_first(&self) -> bool {
        self.me < self.peer
    }

    /// This party's part of the handshake.
    ///
    /// # Errors
    /// The connection broke, or the other end holds another key or another question.
    pub(crate) fn shake(&self, pipe: &mut (impl Read + Write)) -> io::Result<StatelessTransportState> {
        let mut handshake = self.start()?;
        if self.speaks_first() {
            write(pipe, |out| handshake.write_message(&[], out))?;
        }
        read(pipe, STEP_BYTES, |message, out| handshake.read_message(message, out))?;
        if !self.speaks_first() {
            write(pipe, |out| handshake.write_message(&[], out))?;
        }
        self.prove(handshake, pipe)
    }

    fn prove(&self, handshake: HandshakeState, pipe: &mut (impl Read + Write)) -> io::Result<StatelessTransportState> {
        let cipher = handshake.into_stateless_transport_mode().map_err(refused)?;
        write(pipe, |out| cipher.write_message(0, &[], out))?;
        read(pipe, TAG_BYTES, |message, out| cipher.read_message(0, message, out))?;
        Ok(cipher)
    }
}

/// Bytes that each direction of a handshake takes: two messages with their lengths.
pub(crate) const HANDSHAKE_BYTES: u64 = 2 * 2 + 48 + 16;

fn write(pipe: &mut impl Write, fill: impl FnOnce(&mut [u8]) -> Result<usize, snow::Error>) -> io::Result<()> {
    let mut out = [0; 128];
    let length = fill(&mut out).map_err(refused)?;
    let mut message = u16::try_from(length).map_err(io::Error::other)?.to_be_bytes().to_vec();
    message.extend_from_slice(out.get(..length).unwrap_or_default());
    pipe.write_all(&message)
}

fn read(
    pipe: &mut impl Read,
    most: usize,
    take: impl FnOnce(&[u8], &mut [u8]) -> Result<usize, snow::Error>,
) -> io::Result<()> {
    let mut message = Vec::new();
    read_sealed(pipe, &mut message, most)?;
    let mut payload = [0; 128];
    match take(&message, &mut payload).map_err(refused)? {
        0 => Ok(()),
        _ => Err(io::Error::other("a handshake with something inside")),
    }
}

/// Reads one message of Noise with its length before it; one of more than `most` bytes is refused unread.
pub(crate) fn read_sealed(pipe: &mut impl Read, message: &mut Vec<u8>, most: usize) -> io::Result<()> {
    let mut length = [0; 2];
    pipe.read_exact(&mut length)?;
    let length = usize::from(u16::from_be_bytes(length));
    if length > most {
        return Err(io::Error::other(format!("a message of {length} bytes where at most {most} are expected")));
    }
    message.resize(length, 0);
    pipe.read_exact(message)
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

    /// Both ends over a real connection.
    fn shake(one: &Pact<'_>, other: &Pact<'_>) -> (bool, bool) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::scope(|scope| {
            let dialler = scope.spawn(move || one.shake(&mut TcpStream::connect(address).unwrap()).is_ok());
            let answered = other.shake(&mut listener.accept().unwrap().0).is_ok();
            (dialler.join().unwrap(), answered)
        })
    }

    #[test]
    fn a_message_that_is_too_long_is_refused_before_it_is_read() {
        let mut pipe = &[0, 3, 7, 8, 9][..];
        let mut message = Vec::new();
        assert!(read_sealed(&mut pipe, &mut message, 2).is_err());
        assert_eq!((pipe, message.len()), (&[7, 8, 9][..], 0));
        read_sealed(&mut &[0, 3, 7, 8, 9][..], &mut message, 3).unwrap();
        assert_eq!(message, [7, 8, 9]);
    }

    #[test]
    fn two_keys_of_one_roster_and_one_question_make_a_link() {
        let (a, b) = (Identity::fresh().unwrap(), Identity::fresh().unwrap());
        let dials = Pact { run_id: &[7; 32], me: 1, peer: 0, own: &b, theirs: &a.public };
        let answers = Pact { run_id: &[7; 32], me: 0, peer: 1, own: &a, theirs: &b.public };
        assert_eq!(shake(&dials, &answers), (true, true));
    }

    #[test]
    fn another_key_another_question_or_another_pair_makes_none() {
        let (a, b) = (Identity::fresh().unwrap(), Identity::fresh().unwrap());
        let stranger = Identity::fresh().unwrap();
        for (run_id, own, peer) in [([7; 32], &stranger, 0), ([8; 32], &b, 0), ([7; 32], &b, 2)] {
            let dials = Pact { run_id: &run_id, me: 1, peer, own, theirs: &a.public };
            let answers = Pact { run_id: &[7; 32], me: 0, peer: 1, own: &a, theirs: &b.public };
            assert_eq!(shake(&dials, &answers), (false, false));
        }
    }

    #[test]
    fn two_keys_share_a_secret_that_a_third_does_not_have() {
        let (a, b) = (Identity::fresh().unwrap(), Identity::fresh().unwrap());
        let secret = a.shared(&b.public).unwrap();
        assert_eq!(secret, b.shared(&a.public).unwrap());
        let stranger = Identity::fresh().unwrap();
        for theirs in [a.public, b.public, stranger.public] {
            assert_ne!(secret, stranger.shared(&theirs).unwrap());
        }
        let kept = Identity::kept(Zeroizing::new(a.reveal().to_vec()), a.public);
        assert_eq!(secret, kept.shared(&b.public).unwrap());
    }

    #[test]
    fn a_key_of_low_order_and_a_key_that_is_none_share_nothing() {
        let own = Identity::fresh().unwrap();
        let one = std::array::from_fn(|at| u8::from(at == 0));
        for low in [[0; 32], one] {
            assert!(matches!(own.shared(&low), Err(Error::Misuse(_))));
        }
        for length in [0, 31, 33] {
            let none = Identity::kept(Zeroizing::new(vec![7; length]), own.public);
            assert!(matches!(none.shared(&own.public), Err(Error::Trouble(_))));
        }
    }

    /// What somebody without the keys sends: damaged or made-up bytes, and an end.
    struct Stranger<'b>(&'b [u8], Vec<u8>);

    impl Read for Stranger<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            self.0.read(out)
        }
    }

    impl Write for Stranger<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.1.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// `BACKCHANNEL_FUZZ_ITERATIONS` sets how many are tried; each takes a few operations on the curve.
    #[test]
    fn seeded_damage_to_handshakes_makes_no_link() {
        let set = std::env::var("BACKCHANNEL_FUZZ_ITERATIONS").ok().and_then(|n| n.parse().ok());
        let mut seed = 0x2345_6789_abcd_ef01_u64;
        let mut random = move || {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            seed
        };
        let (a, b) = (Identity::fresh().unwrap(), Identity::fresh().unwrap());
        let first = Pact { run_id: &[7; 32], me: 0, peer: 1, own: &a, theirs: &b.public };
        let second = Pact { run_id: &[7; 32], me: 1, peer: 0, own: &b, theirs: &a.public };
        let mut said = Stranger(&[], Vec::new());
        assert!(first.shake(&mut said).is_err(), "nobody answered");
        let opening = said.1;
        for _ in 0..set.unwrap_or(4_000_u64).div_ceil(10) {
            let mut damaged = opening.clone();
            for _ in 0..1 + random() % 3 {
                let at = random() as usize % damaged.len();
                damaged[at] ^= 1 << (random() % 8);
            }
            damaged.truncate(1 + random() as usize % 100);
            let mut heard = Stranger(&damaged, Vec::new());
            assert!(second.shake(&mut heard).is_err());
            // Without the first message's key nothing is said; a whole first message is answered, and no more.
            assert!(damaged == opening || heard.1.is_empty());
        }
    }
}
