//! Messages in rounds: framing, exact lengths, broadcast with an echo, and naming who broke off.

use blake3::Hasher;

use crate::bits::Bits;
use crate::channel::{Channel, ChannelError, MESSAGE_BYTES, Stream};
use crate::error::Error;
use crate::hash::{DIGEST_BYTES, oracle};
use crate::phase::Phase;
use crate::random::Entropy;
use crate::tally::Tally;

/// Kind, phase and step stand before every message.
pub(crate) const HEADER_BYTES: usize = 4;
const KIND_MESSAGE: u8 = 0;
const KIND_ABORT: u8 = 1;

/// The phase in the header of an engine message, for observers such as a tampering test.
pub fn phase_of(message: &[u8]) -> Option<Phase> {
    match message {
        [KIND_MESSAGE, phase, ..] => Phase::from_byte(*phase),
        _ => None,
    }
}

/// Pieces under way before the first is awaited; with the one being sent they stay below
/// [`crate::channel::IN_FLIGHT_BYTES`].
const PIECES_AHEAD: usize = 6;

/// What to do next in a round of pieces.
pub(crate) enum Piece {
    /// Send this piece to every peer.
    Send(usize),
    /// Receive this piece of every peer.
    Take(usize),
}

/// One party's end of all its links in one run.
pub(crate) struct Net {
    channel: Box<dyn Channel>,
    parties: usize,
    me: usize,
    run_id: [u8; 32],
    phase: Phase,
    /// Everything broadcast so far, by all, in order: equal at all honest parties.
    view: Hasher,
    /// The latest joint coins.
    latest_coins: [u8; 32],
    pub(crate) tally: Tally,
}

impl Net {
    pub(crate) fn new(channel: Box<dyn Channel>, parties: usize, me: usize, run_id: [u8; 32]) -> Self {
        let view = oracle(&run_id, "view of broadcasts");
        Self { channel, parties, me, run_id, phase: Phase::Setup, view, latest_coins: [0; 32], tally: Tally::default() }
    }

    pub(crate) fn parties(&self) -> usize {
        self.parties
    }

    pub(crate) fn me(&self) -> usize {
        self.me
    }

    pub(crate) fn run_id(&self) -> &[u8; 32] {
        &self.run_id
    }

    pub(crate) fn enter(&mut self, phase: Phase) {
        self.phase = phase;
    }

    pub(crate) fn phase(&self) -> Phase {
        self.phase
    }

    /// All parties but this one, in order.
    pub(crate) fn peers(&self) -> impl Iterator<Item = usize> + use<> {
        let me = self.me;
        (0..self.parties).filter(move |party| *party != me)
    }

    /// Rejects a message of `culprits`.
    pub(crate) fn reject<T>(&self, culprits: Vec<usize>, what: &str) -> Result<T, Error> {
        Err(Error::Misbehaviour { accuser: self.me, culprits, phase: self.phase, what: what.to_owned() })
    }

    /// Rejects what `sender` sent, where another party may have spoiled what it depends on.
    pub(crate) fn reject_derived<T>(&self, sender: usize, what: &str) -> Result<T, Error> {
        if self.parties == 2 { self.reject(vec![sender], what) } else { self.reject_someone(what) }
    }

    /// Rejects a message that any of the others may have spoiled.
    pub(crate) fn reject_someone<T>(&self, what: &str) -> Result<T, Error> {
        self.reject(self.peers().collect(), what)
    }

    /// Sends one message of `step` to one party.
    pub(crate) fn send(&mut self, to: usize, stream: Stream, step: u8, payload: &[u8]) -> Result<(), Error> {
        let mut message = Vec::with_capacity(HEADER_BYTES + payload.len());
        message.extend_from_slice(&[KIND_MESSAGE, self.phase as u8, step, 0]);
        message.extend_from_slice(payload);
        self.tally.sent(self.phase, message.len());
        debug_assert!(message.len() <= MESSAGE_BYTES, "a message of {} bytes in {}", message.len(), self.phase);
        match self.channel.send(to, stream, message) {
            Ok(()) => Ok(()),
            Err(cause) => Err(self.why_closed(to, cause)),
        }
    }

    /// A link that no longer takes messages may still hold the reason.
    fn why_closed(&mut self, peer: usize, cause: ChannelError) -> Error {
        if cause == ChannelError::Closed {
            while let Ok(message) = self.channel.receive(peer, Stream::Rounds) {
                if message.first() == Some(&KIND_ABORT) {
                    return self.aborted(peer, &message);
                }
            }
        }
        Error::Link { peer, phase: self.phase, cause }
    }

    /// Receives the message of `step` from one party; its payload must have `length` bytes.
    pub(crate) fn receive(&mut self, from: usize, stream: Stream, step: u8, length: usize) -> Result<Vec<u8>, Error> {
        let phase = self.phase;
        let received = self.channel.receive(from, stream);
        let mut message = received.map_err(|cause| Error::Link { peer: from, phase, cause })?;
        self.tally.received(message.len());
        if message.first() == Some(&KIND_ABORT) {
            return Err(self.aborted(from, &message));
        }
        if message.get(..HEADER_BYTES) != Some(&[KIND_MESSAGE, phase as u8, step, 0]) {
            return self.reject(vec![from], "a message out of turn");
        }
        if message.len() != HEADER_BYTES + length {
            let what = format!("{} bytes instead of {length}", message.len() - HEADER_BYTES);
            return self.reject(vec![from], &what);
        }
        message.drain(..HEADER_BYTES);
        Ok(message)
    }

    /// One round: sends a payload to each other party and receives one of `length(party)` bytes from each.
    ///
    /// The answer has one entry per party; this party's own is empty.
    pub(crate) fn exchange(
        &mut self,
        step: u8,
        length: impl Fn(usize) -> usize,
        payload: impl Fn(usize) -> Vec<u8>,
    ) -> Result<Vec<Vec<u8>>, Error> {
        self.tally.round();
        for peer in self.peers() {
            self.send(peer, Stream::Rounds, step, &payload(peer))?;
        }
        let mut answers = vec![Vec::new(); self.parties];
        for peer in self.peers() {
            answers[peer] = self.receive(peer, Stream::Rounds, step, length(peer))?;
        }
        Ok(answers)
    }

    /// One round in pieces of at most 1 MiB to each peer. Every piece is sent [`PIECES_AHEAD`] pieces before the
    /// others' is awaited, so that a slow link is waited for once and not for each piece.
    pub(crate) fn in_pieces(
        &mut self,
        count: usize,
        mut part: impl FnMut(&mut Self, Piece) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.tally.round();
        for turn in 0..count + PIECES_AHEAD {
            if turn < count {
                part(self, Piece::Send(turn))?;
            }
            if let Some(piece) = turn.checked_sub(PIECES_AHEAD) {
                part(self, Piece::Take(piece))?;
            }
        }
        Ok(())
    }

    /// One round in which every party says the same to all; the answer holds this party's too.
    ///
    /// Not yet safe against a party that tells each something else: `echo` is, later.
    pub(crate) fn broadcast(&mut self, step: u8, payload: Vec<u8>) -> Result<Vec<Vec<u8>>, Error> {
        let length = payload.len();
        self.broadcast_each(step, |_| length, payload)
    }

    /// As `broadcast`, where the parties say different amounts.
    pub(crate) fn broadcast_each(
        &mut self,
        step: u8,
        length: impl Fn(usize) -> usize,
        payload: Vec<u8>,
    ) -> Result<Vec<Vec<u8>>, Error> {
        let mut answers = self.exchange(step, length, |_| payload.clone())?;
        answers[self.me] = payload;
        for answer in &answers {
            self.view.update(&(answer.len() as u64).to_le_bytes());
            self.view.update(answer);
        }
        Ok(answers)
    }

    /// Checks that all parties saw the same broadcasts so far (the echo of Goldwasser–Lindell 2005).
    pub(crate) fn echo(&mut self, step: u8) -> Result<(), Error> {
        if self.parties == 2 {
            return Ok(()); // What one other says needs no echo.
        }
        let view = self.view_digest();
        let answers = self.exchange(step, |_| DIGEST_BYTES, |_| view.to_vec())?;
        match self.peers().find(|peer| answers[*peer] != view) {
            None => Ok(()),
            Some(_) => self.reject_someone("the broadcasts seen by the parties differ"),
        }
    }

    fn view_digest(&self) -> [u8; DIGEST_BYTES] {
        *self.view.finalize().as_bytes()
    }

    /// All parties reveal a value that none could choose after seeing another's: commit, then open (two
    /// rounds). Echoes all broadcasts up to the commitments.
    pub(crate) fn reveal(&mut self, step: u8, value: &[u8], nonce: [u8; 32]) -> Result<Vec<Vec<u8>>, Error> {
        let commitment = |run_id: &[u8; 32], party: usize, opening: &[u8]| {
            let mut hasher = oracle(run_id, "reveal: commitment");
            hasher.update(&[party as u8, step]);
            hasher.update(opening);
            *hasher.finalize().as_bytes()
        };
        let mut opening = value.to_vec();
        opening.extend_from_slice(&nonce);
        let commitments = self.broadcast(step, commitment(&self.run_id, self.me, &opening).to_vec())?;
        let view = self.view_digest();
        opening.extend_from_slice(&view);
        let openings = self.broadcast(step + 1, opening)?;
        let mut values = Vec::with_capacity(self.parties);
        for (party, opening) in openings.iter().enumerate() {
            let (opening, echo) = opening.split_at(value.len() + nonce.len());
            if commitments[party] != commitment(&self.run_id, party, opening) {
                return self.reject(vec![party], "a value that does not open its commitment");
            }
            if echo != view {
                // Whoever spoke with two tongues need not be the one whose echo differs.
                return self.reject_someone("the broadcasts seen by the parties differ");
            }
            values.push(opening[..value.len()].to_vec());
        }
        Ok(values)
    }

    /// Joint coins that nobody can steer.
    pub(crate) fn coins(&mut self, step: u8, entropy: &mut Entropy) -> Result<[u8; 32], Error> {
        let own: [u8; 32] = entropy.bytes();
        let values = self.reveal(step, &own, entropy.bytes())?;
        let mut joint = oracle(&self.run_id, "coins: joint");
        for value in values {
            joint.update(&value);
        }
        self.latest_coins = *joint.finalize().as_bytes();
        Ok(self.latest_coins)
    }

    /// The party that may learn the outputs first: taken from the latest joint coins, which nobody can steer.
    pub(crate) fn first_reader(&self) -> usize {
        let mut low = [0; 8];
        low.copy_from_slice(&self.latest_coins[..8]);
        (u64::from_le_bytes(low) % self.parties as u64) as usize
    }

    /// Reads `count` bits, whose padding must be zero.
    pub(crate) fn bits(&self, from: usize, payload: &[u8], count: usize) -> Result<Bits, Error> {
        match Bits::from_bytes(payload, count) {
            Some(bits) => Ok(bits),
            None => self.reject(vec![from], "bits that are not packed as they must be"),
        }
    }

    /// Tells all others why this party stops, as well as it can.
    pub(crate) fn abort(&mut self, error: &Error) {
        let (phase, accused): (_, &[usize]) = match error {
            Error::Misbehaviour { phase, culprits, .. } => (*phase, culprits),
            // What another accuses is its own word: this party can only say who stopped.
            Error::Aborted { phase, by, .. } => (*phase, std::slice::from_ref(by)),
            Error::Link { phase, peer, .. } => (*phase, std::slice::from_ref(peer)),
            _ => (self.phase, &[]),
        };
        let mut message = vec![KIND_ABORT, phase as u8, 0, 0];
        message.extend(accused.iter().map(|party| *party as u8));
        // The rounds of all come first: a full stream of tables to one must not keep the others waiting.
        for stream in [Stream::Rounds, Stream::Tables] {
            for peer in self.peers() {
                // Nothing is left to do about a link that does not carry this.
                let _ = self.channel.send(peer, stream, message.clone());
            }
        }
    }

    fn aborted(&self, by: usize, message: &[u8]) -> Error {
        let phase = message.get(1).and_then(|byte| Phase::from_byte(*byte)).unwrap_or(self.phase);
        let named = message.get(HEADER_BYTES..).unwrap_or_default();
        let mut accused: Vec<usize> = named.iter().map(|party| usize::from(*party)).collect();
        accused.retain(|party| *party < self.parties);
        accused.truncate(self.parties);
        Error::Aborted { by, phase, accused }
    }
}
