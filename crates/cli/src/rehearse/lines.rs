//! What the stage and a side's process say to each other: one JSON object a line over the side's own pipes.
use std::io::{self, BufRead, Read, Write};

use negotiation::Asked;
use negotiation::circuit::Answer;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// No line is longer; an agenda may take 64 MiB.
const LINE_BYTES: u64 = 256 << 20;

/// What a side is told first. The roster, a list of cards, follows once all sides have sealed.
#[derive(Serialize, Deserialize)]
pub(super) struct Brief {
    /// The question.
    pub(super) asked: Asked,
    /// The side's party index.
    pub(super) me: usize,
    /// Added to each message one way.
    pub(super) latency_ms: u64,
    /// Another side is given up after so long without a sign of life.
    pub(super) silence_ms: u64,
    /// Where to listen; 0 for any free port.
    pub(super) port: u16,
    /// The phase in which to cheat, for show.
    pub(super) tamper: Option<String>,
}

/// What a side announces before the run; all cards together are the roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Card {
    /// Where it listens on this machine.
    pub(super) port: u16,
    /// Its fresh static key.
    pub(super) key: [u8; 32],
    /// Random: no two runs are the same.
    pub(super) nonce: [u8; 32],
    /// The seal of its position: a salted hash of the exact bits that it will enter.
    pub(super) seal: [u8; 32],
}

/// What a side says.
#[derive(Serialize, Deserialize)]
pub(super) enum Word {
    /// It has read and sealed its position and listens.
    Ready(Card),
    /// Its first message of a phase goes out.
    Phase(String),
    /// It has the answer.
    Done(Box<Report>),
    /// It stops.
    Failed(Failure),
}

/// What a side has at the end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Report {
    /// What was opened.
    pub(super) answer: Answer,
    /// The side's own utility at the package opened.
    pub(super) utility: Option<f64>,
    /// Times that it waited for all others.
    pub(super) rounds: u64,
    /// Ciphertext it put on the wire, framing included.
    pub(super) bytes_sent: u64,
    /// Ciphertext it took from the wire.
    pub(super) bytes_received: u64,
    /// Processor time of the process.
    pub(super) cpu_seconds: f64,
    /// The most memory it held.
    pub(super) peak_rss_bytes: u64,
    /// From the start of the process to the end of the base transfers.
    pub(super) setup_seconds: f64,
    /// What needs no input.
    pub(super) preprocessing_seconds: f64,
    /// From the inputs to the answer.
    pub(super) online_seconds: f64,
    /// Whether a message was tampered with, where that was asked for.
    pub(super) tampered: bool,
}

/// Why a side stops; parties by index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Failure {
    /// Its position or the question cannot be used.
    Input(String),
    /// It rejected a message.
    Rejected {
        /// Who may have sent it.
        culprits: Vec<usize>,
        /// Where.
        phase: String,
        /// What was wrong.
        what: String,
    },
    /// Another side stopped and said so.
    Stopped {
        /// Who.
        by: usize,
        /// Where.
        phase: String,
        /// Whom that side accuses.
        accused: Vec<usize>,
    },
    /// A link broke.
    Link {
        /// The other end.
        peer: usize,
        /// Where.
        phase: String,
        /// How.
        cause: String,
    },
    /// Anything else.
    Trouble(String),
}

/// Writes one line.
pub(super) fn say(out: &mut impl Write, word: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(word)?;
    line.push(b'\n');
    out.write_all(&line)?;
    out.flush()
}

/// Reads one line; `None` at the end.
pub(super) fn hear<T: DeserializeOwned>(input: &mut impl BufRead) -> io::Result<Option<T>> {
    let mut line = Vec::new();
    input.take(LINE_BYTES).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    Ok(Some(serde_json::from_slice(&line)?))
}
