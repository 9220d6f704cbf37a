//! One side's process. It opens its own position and nothing else, and says what the question allows.
use std::io::{BufReader, ErrorKind, Stdout};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use link::{Attendance, Identity, Links, Manners, Port, Traffic};
use mpc::{Entropy, Parameters, Participation, Phase, Tally};
use negotiation::circuit::Answer;
use negotiation::formats::{self, Format, Warning};
use negotiation::{Agenda, Ballot, Position, Put};
use zeroize::Zeroizing;

use super::lines::{self, Brief, Card, Failure, Report, Word};
use super::usage;
use super::watched::{Tamper, Watched};
use crate::output;

/// However alive the other end is, a message must come within this time.
const PATIENCE: Duration = Duration::from_secs(600);

/// What the stage hands to a side's process.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The side's own position
    position: PathBuf,
}

/// Runs the process of one side: its question comes on standard input, its words go to standard output.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let begun = Instant::now();
    let mut input = BufReader::new(std::io::stdin());
    let brief: Brief = lines::hear(&mut input)?
        .ok_or_else(|| anyhow::anyhow!("this command is started by `backchannel rehearse`, not by hand"))?;
    let word = match prepare(&args.position, &brief) {
        Err(failure) => Word::Failed(failure),
        Ok(prepared) => {
            tell(&Word::Ready(prepared.card.clone()))?;
            let Some(roster) = lines::hear::<Vec<Card>>(&mut input)? else {
                return Ok(ExitCode::SUCCESS);
            };
            leave_with_the_stage(input);
            match prepared.take_part(&brief, &roster, begun) {
                Ok(report) => Word::Done(Box::new(report)),
                Err(failure) => Word::Failed(failure),
            }
        }
    };
    tell(&word)?;
    Ok(ExitCode::SUCCESS)
}

fn tell(word: &Word) -> anyhow::Result<()> {
    let mut out: Stdout = std::io::stdout();
    Ok(lines::say(&mut out, word)?)
}

/// The stage keeps its end of the pipe open as long as it lives; nobody is left behind when it goes.
fn leave_with_the_stage(mut input: impl std::io::Read + Send + 'static) {
    thread::spawn(move || {
        let mut rest = [0; 64];
        loop {
            match input.read(&mut rest) {
                Ok(1..) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => break,
            }
        }
        std::process::exit(1);
    });
}

struct Prepared {
    put: Put,
    position: Position,
    ballot: Ballot,
    identity: Identity,
    listener: TcpListener,
    card: Card,
}

fn prepare(path: &Path, brief: &Brief) -> Result<Prepared, Failure> {
    let put = brief.asked.put().map_err(input)?;
    let position = read(&put.agenda, put.format, path, brief)?;
    let (salt, coin_seed) = (Zeroizing::new(random()?), Zeroizing::new(random()?));
    let ballot = Ballot::fill(&put, &position, &salt, &coin_seed).map_err(input)?;
    let identity = Identity::fresh().map_err(trouble)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, brief.port)).map_err(|error| {
        Failure::Trouble(format!(
            "it cannot listen on 127.0.0.1:{}: {error}. Choose another --port-base, or leave it out",
            brief.port
        ))
    })?;
    let port = listener.local_addr().map_err(trouble)?.port();
    let card = Card { port, key: identity.public, nonce: random()?, seal: ballot.seal() };
    Ok(Prepared { put, position, ballot, identity, listener, card })
}

/// 32 bytes from the operating system.
fn random() -> Result<[u8; 32], Failure> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(trouble)?;
    Ok(bytes)
}

fn read(agenda: &Agenda, format: Format, path: &Path, brief: &Brief) -> Result<Position, Failure> {
    let mut warnings = Vec::new();
    let position = formats::read_position_noting(agenda, format, path, &mut warnings).map_err(input)?;
    // Of the rest the owner was warned by `check`; this one would change what is entered.
    for warning in warnings.iter().filter(|warning| matches!(warning, Warning::BeyondScale { .. })) {
        output::complain(&format!("warning: {}: {warning}", brief.asked.side(brief.me)));
    }
    Ok(position)
}

impl Prepared {
    fn take_part(self, brief: &Brief, roster: &[Card], begun: Instant) -> Result<Report, Failure> {
        if roster.len() != brief.asked.sides.len() || roster.get(brief.me) != Some(&self.card) {
            return Err(Failure::Trouble("the roster does not fit the question".to_owned()));
        }
        let run_id = run_id(&self.put, roster);
        let keys: Vec<[u8; 32]> = roster.iter().map(|card| card.key).collect();
        let addresses: Vec<SocketAddr> =
            roster.iter().map(|card| SocketAddr::from((Ipv4Addr::LOCALHOST, card.port))).collect();
        let attendance = Attendance { run_id: &run_id, me: brief.me, own: &self.identity, keys: &keys };
        let met = link::meet(&self.listener, &addresses, &attendance).map_err(missed)?;
        drop(self.listener);
        let latency = Duration::from_millis(brief.latency_ms);
        let silence = Duration::from_millis(brief.silence_ms) + 2 * latency;
        let manners = Manners { latency, silence, patience: PATIENCE };
        let links = Arc::new(Links::start(met, manners).map_err(trouble)?);
        let tamper = tamper(brief)?;
        let door = Watched::new(Port::new(links.clone()), tamper.clone(), |phase| {
            // A stage that is gone ends this process anyway.
            let _ = tell(&Word::Phase(phase.name().to_owned()));
        });
        let part = Participation { run_id, parties: roster.len(), me: brief.me, parameters: Parameters::STANDARD };
        let ended = evaluate(&self.put, door, part, &self.ballot, begun);
        let traffic = Arc::into_inner(links).map(Links::close).unwrap_or_default();
        let run = ended.map_err(engine)?;
        let tampered = tamper.is_some_and(|tamper| tamper.done());
        Ok(report(&self.put, &self.position, run, traffic, tampered))
    }
}

struct Run {
    outputs: Vec<bool>,
    tally: Tally,
    setup: Duration,
    preprocessing: Duration,
    online: Duration,
}

fn evaluate(put: &Put, door: Watched, part: Participation, ballot: &Ballot, begun: Instant) -> Result<Run, mpc::Error> {
    let connected = mpc::connect(Box::new(door), part, Entropy::from_os()?)?;
    let setup = begun.elapsed();
    let bound = connected.preprocess(&put.shape)?.bind(&put.sounding)?;
    let preprocessing = begun.elapsed() - setup;
    let (outputs, tally) = bound.evaluate(ballot.bits())?;
    let online = begun.elapsed() - setup - preprocessing;
    Ok(Run { outputs, tally, setup, preprocessing, online })
}

fn report(put: &Put, position: &Position, run: Run, traffic: Traffic, tampered: bool) -> Report {
    let answer = put.sounding.decode(&run.outputs);
    let utility = match answer {
        Answer::Outcome(number) => put.outcome(number).map(|outcome| position.verdict(&outcome).utility),
        _ => None,
    };
    Report {
        answer,
        utility,
        rounds: run.tally.rounds,
        bytes_sent: traffic.sent,
        bytes_received: traffic.received,
        cpu_seconds: usage::cpu_seconds(),
        peak_rss_bytes: usage::peak_rss_bytes(),
        setup_seconds: run.setup.as_secs_f64(),
        preprocessing_seconds: run.preprocessing.as_secs_f64(),
        online_seconds: run.online.as_secs_f64(),
        tampered,
    }
}

/// A hash over the question and every card but the ports: who has another question, key, nonce or seal on its
/// roster finds no link.
fn run_id(put: &Put, roster: &[Card]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("backchannel rehearsal run v1");
    hasher.update(&put.digest);
    hasher.update(&(roster.len() as u64).to_le_bytes());
    for card in roster {
        for part in [&card.key, &card.nonce, &card.seal] {
            hasher.update(part);
        }
    }
    *hasher.finalize().as_bytes()
}

fn tamper(brief: &Brief) -> Result<Option<Tamper>, Failure> {
    let phase = brief.tamper.as_deref().map(str::parse::<Phase>).transpose().map_err(Failure::Input)?;
    Ok(phase.map(Tamper::in_phase))
}

fn input(error: negotiation::Error) -> Failure {
    Failure::Input(error.to_string())
}

fn trouble(error: impl std::fmt::Display) -> Failure {
    Failure::Trouble(error.to_string())
}

fn missed(error: link::Error) -> Failure {
    match error {
        link::Error::Missed { peer, cause } => Failure::Link { peer, phase: Phase::Setup.name().to_owned(), cause },
        other => trouble(other),
    }
}

fn engine(error: mpc::Error) -> Failure {
    match error {
        mpc::Error::Misbehaviour { culprits, phase, what, .. } => {
            Failure::Rejected { culprits, phase: phase.name().to_owned(), what }
        }
        mpc::Error::Aborted { by, phase, accused } => Failure::Stopped { by, phase: phase.name().to_owned(), accused },
        mpc::Error::Link { peer, phase, cause } => {
            Failure::Link { peer, phase: phase.name().to_owned(), cause: cause.to_string() }
        }
        other => Failure::Trouble(other.to_string()),
    }
}
