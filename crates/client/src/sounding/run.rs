//! One's own part in a run: ready, met, computed, told.
//!
//! How far it has come is saved before it is so. A machine that stops in between says at its next start how far it
//! was: before the opening of the answer the run may start again with the same seals, afterwards nothing does.

use std::fs::File;
use std::sync::Arc;
use std::time::{Duration, Instant};

use dialogue::{Body, Card, End, Question, Room, Stage};
use link::{Attendance, Identity, Links, Manners, Pipe, Port};
use mpc::channel::{Channel, ChannelError, Stream};
use mpc::{Entropy, Parameters, Participation, Phase};
use negotiation::circuit::Answer;
use negotiation::{Ballot, Put};
use tokio::sync::mpsc;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::brief::Brief;
use crate::error::{Error, Result};
use crate::participant::{Desk, Participant};
use crate::sounding::clock::Clock;
use crate::sounding::receipt::{self, Receipt};
use crate::sounding::{Broken, ballot, wires};
use crate::tables::{self, AnswerRow, Reached, RunRow};

/// Another party is given up after so long without a byte: a relay and Tor in between need patience.
const SILENCE: Duration = Duration::from_secs(45);
/// However alive the other end is, a message must come within this time.
const PATIENCE: Duration = Duration::from_secs(900);
/// All parties' machines must have met after this long.
const MEETING: Duration = Duration::from_secs(100);
/// Receipts are waited for so long.
const FAREWELL: Duration = Duration::from_secs(20);
/// One wait for news from the log.
const POLL: Duration = Duration::from_secs(25);

/// What is going on, for whoever watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Watch {
    /// These sides' machines are not ready.
    Waiting(Vec<String>),
    /// All machines are meeting.
    Meeting,
    /// The run has entered a phase.
    Phase(Phase),
}

/// How a call to run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ran {
    /// These sides' machines are not ready; this one is, and the run goes on with the next call.
    Waiting(Vec<String>),
    /// The answer is here.
    Answered(AnswerRow),
}

/// What the computation hands to whoever owns the vault, to be saved before it goes on.
struct Passing {
    what: Passed,
    saved: oneshot::Sender<()>,
}

/// A point of the computation.
enum Passed {
    /// The first message of a phase is about to go out.
    Phase(Phase),
    /// The answer is here; receipts follow, if the others stay for them.
    Answer(Answer),
}

impl Participant {
    /// Takes part in the run of a question, and waits up to `patience` for the others.
    ///
    /// # Errors
    /// [`Error::Run`] for a run that broke; [`Error::Misuse`] where this machine takes no part, or the question is
    /// not ready to be run.
    pub async fn run(&mut self, id: &str, patience: Duration, mut watch: impl FnMut(Watch)) -> Result<Ran> {
        let until = Instant::now() + patience;
        self.sync().await?;
        let question = self.read(|desk| Ok(desk.state()?.question(id)?.clone()))?;
        if let Some(answer) = self.answer(&question.id)? {
            return Ok(Ran::Answered(answer));
        }
        let _alone = self.alone(&question.id)?;
        self.recover(&question.id)?;
        self.sync().await?;
        loop {
            let (stage, mine) = self.write(|desk| ready(desk, &question.id))?;
            match stage {
                Stage::Consented { .. } if mine => {
                    self.sync().await?;
                }
                Stage::Consented { waiting, .. } => {
                    watch(Watch::Waiting(waiting.clone()));
                    let left = until.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        return Ok(Ran::Waiting(waiting));
                    }
                    self.wait(left.min(POLL)).await?;
                }
                Stage::Running { .. } if mine => {
                    watch(Watch::Meeting);
                    return self.take_part(&question.id, &mut watch).await.map(Ran::Answered);
                }
                other => return Err(Error::Misuse(standing(&question.id, &other))),
            }
        }
    }

    /// One process at a time takes part in a run.
    fn alone(&self, id: &str) -> Result<File> {
        let path = self.folder.join(format!("run-{id}.lock"));
        let file = File::create(&path).map_err(|error| Error::Trouble(format!("{}: {error}", path.display())))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(_) => Err(Error::Misuse(format!("another process of this home is running question {id} already"))),
        }
    }

    /// Says of an attempt that this machine broke off when it stopped, if it did.
    fn recover(&mut self, id: &str) -> Result<()> {
        self.write(|desk| {
            let Some(row) = tables::run(desk.tx, id)?.filter(|row| !row.ended && row.reached > Reached::Ready) else {
                return forgotten(desk, id);
            };
            let end = End::Broke { opened: row.reached == Reached::Opening, phase: None, accused: Vec::new() };
            finish(desk, id, row, end)
        })
    }

    /// Says of one's own part in the latest attempt, if it goes on, that this machine broke it off; what it was doing must
    /// have been stopped before. Others hear of it with the next sync.
    ///
    /// # Errors
    /// No such question; the vault.
    pub fn leave_run(&mut self, id: &str) -> Result<()> {
        self.write(|desk| {
            let question = desk.state()?.question(id)?.clone();
            let Some(row) = current(&question, tables::run(desk.tx, &question.id)?.as_ref()) else {
                return Ok(());
            };
            let end = End::Broke { opened: row.reached == Reached::Opening, phase: None, accused: Vec::new() };
            finish(desk, &question.id, row, end)
        })
    }

    async fn take_part(&mut self, id: &str, watch: &mut impl FnMut(Watch)) -> Result<AnswerRow> {
        let part = self.write(|desk| part(desk, id))?;
        let (run, parties) = (Brief(&part.run_id), part.keys.len());
        tracing::info!(question = id, %run, parties, party = part.me, "takes part in a run");
        let mut pipes: Vec<Option<Box<dyn Pipe>>> = Vec::new();
        for peer in 0..part.keys.len() {
            let pipe = match peer == part.me {
                true => None,
                false => Some(wires::pipe(&self.courier, &part.attendance(), peer).await),
            };
            match pipe.transpose() {
                Ok(pipe) => pipes.push(pipe),
                Err(error) => {
                    let what = format!("the way to {} through the relay failed: {error}", part.side(peer));
                    return Err(self.broke(id, Broken { what, ..part.broken(None) }).await);
                }
            }
        }
        let (sender, mut passing) = mpsc::channel::<Passing>(1);
        let part = Arc::new(part);
        let computation = tokio::task::spawn_blocking({
            let part = part.clone();
            move || compute(&part, pipes, sender)
        });
        let (mut answer, mut clock) = (None, Clock::of(id));
        while let Some(Passing { what, saved }) = passing.recv().await {
            match what {
                Passed::Phase(phase) => {
                    if phase == Phase::Outputs {
                        self.write(|desk| reach(desk, id, Reached::Opening))?;
                    }
                    clock.enters(phase);
                    watch(Watch::Phase(phase));
                }
                Passed::Answer(found) => {
                    clock.ends();
                    self.answered(id, &part, found)?;
                    answer = Some(found);
                }
            }
            // Whoever waited for this is gone only if the computation is.
            let _ = saved.send(());
            if answer.is_some() {
                break;
            }
        }
        if let Some(answer) = answer {
            // The answer is saved; who does not stay for the receipts is not waited for.
            let receipt = tokio::time::timeout(FAREWELL, computation).await;
            let receipt = receipt.ok().and_then(|joined| joined.ok()?.ok()).flatten();
            tracing::info!(question = id, receipt = receipt.is_some(), "a run ended with an answer");
            return self.receipted(id, &part, answer, receipt).await;
        }
        match computation.await.map_err(|error| Error::Trouble(error.to_string()))? {
            Ok(_) => Err(Error::Trouble("the run ended without an answer".to_owned())),
            Err(failure) => {
                let opened =
                    self.read(|desk| Ok(tables::run(desk.tx, id)?.is_none_or(|row| row.reached == Reached::Opening)))?;
                let broken = match failure {
                    Failure::Engine(error) => Broken::of(id, &error, |party| part.side(party), opened),
                    Failure::Link(link::Error::Missed { peer, cause }) => {
                        Broken { what: format!("{} could not be met: {cause}", part.side(peer)), ..part.broken(None) }
                    }
                    Failure::Link(other) => Broken { what: other.to_string(), ..part.broken(None) },
                };
                Err(self.broke(id, broken).await)
            }
        }
    }

    fn answered(&mut self, id: &str, part: &Part, answer: Answer) -> Result<()> {
        self.write(|desk| {
            tables::put_answer(desk.tx, id, &AnswerRow { answer, receipt: None, confirmed: Vec::new() })?;
            let own = tables::run(desk.tx, id)?.ok_or_else(|| Error::Trouble("the run has no row".to_owned()))?;
            finish(desk, id, own, End::Answered)?;
            tell(desk, part, answer)
        })
    }

    async fn receipted(
        &mut self,
        id: &str,
        part: &Part,
        answer: Answer,
        receipt: Option<Receipt>,
    ) -> Result<AnswerRow> {
        let names = |receipt: &Receipt| {
            let sides = part.question.asking.sides.iter().zip(&receipt.confirmed);
            sides.filter(|(_, confirmed)| **confirmed).map(|(side, _)| side.clone()).collect()
        };
        let row = AnswerRow {
            answer,
            confirmed: receipt.as_ref().map(names).unwrap_or_default(),
            receipt: receipt.map(|receipt| receipt.text),
        };
        self.write(|desk| tables::put_answer(desk.tx, id, &row))?;
        // The answer is saved; that others hear of its end can wait for the next sync.
        let _ = self.sync().await;
        Ok(row)
    }

    async fn broke(&mut self, id: &str, broken: Broken) -> Error {
        let (phase, opened, accused) = (broken.phase.as_deref(), broken.opened, broken.accused.len());
        tracing::warn!(question = id, phase, opened, accused, "a run broke");
        let end = End::Broke { opened: broken.opened, phase: broken.phase.clone(), accused: broken.accused.clone() };
        let saved = self.write(|desk| match tables::run(desk.tx, id)? {
            Some(row) if !row.ended => finish(desk, id, row, end),
            _ => Ok(()),
        });
        if let Err(error) = saved {
            return error;
        }
        let _ = self.sync().await;
        Error::Run(broken)
    }
}

/// Says of an attempt for which this machine was ready, and of which it knows nothing any more since it was restored,
/// that it broke off and that the answer could have been opened: nobody can say otherwise.
fn forgotten(desk: &Desk<'_>, id: &str) -> Result<()> {
    let state = desk.state()?;
    let question = state.question(id)?;
    let side = state.side_of(desk.me)?;
    let mine = question.consents.get(&side).is_some_and(|consent| consent.holder == desk.me);
    let Some(last) = question.attempts.last().filter(|last| mine && !last.ends.contains_key(&side)) else {
        return Ok(());
    };
    let Some(card) = last.cards.get(&side) else {
        return Ok(());
    };
    if tables::run(desk.tx, id)?.is_some_and(|row| row.public == card.key) {
        return Ok(());
    }
    let attempt = u32::try_from(question.attempts.len()).unwrap_or(u32::MAX);
    let end = End::Broke { opened: true, phase: None, accused: Vec::new() };
    desk.post(&Room::Plenary, Body::Ended { question: id.to_owned(), attempt, end }).map(drop)
}

/// Gets ready for the attempt that is due, if it is; answers the stage and whether it is this machine's turn.
fn ready(desk: &Desk<'_>, id: &str) -> Result<(Stage, bool)> {
    let state = desk.state()?;
    let question = state.question(id)?;
    let side = state.side_of(desk.me)?;
    let stage = question.stage();
    let own = tables::run(desk.tx, id)?;
    // Somebody has broken off already: this machine does not begin, and says so.
    let broken = question.attempts.last().is_some_and(|last| last.ends.values().any(|end| *end != End::Answered));
    if broken && let Some(row) = current(question, own.as_ref()) {
        let end = End::Broke { opened: row.reached == Reached::Opening, phase: None, accused: Vec::new() };
        finish(desk, id, row, end)?;
        return Ok((stage, true));
    }
    match &stage {
        Stage::Consented { attempt, waiting } if waiting.contains(&side) => {
            let over = broken && question.attempts.len() == usize::try_from(*attempt).unwrap_or(usize::MAX);
            if over {
                return Ok((stage, false));
            }
            if own.is_some_and(|row| row.attempt == *attempt) {
                // Said, and still on its way.
                return Ok((stage, true));
            }
            let identity = Identity::fresh().map_err(|error| Error::Trouble(error.to_string()))?;
            let card = Card { key: identity.public, nonce: crate::random()? };
            let body = Body::Readied { question: id.to_owned(), attempt: *attempt, card };
            desk.post(&Room::Plenary, body)?;
            let row = RunRow {
                attempt: *attempt,
                secret: Zeroizing::new(identity.reveal().to_vec()),
                public: identity.public,
                reached: Reached::Ready,
                ended: false,
            };
            tables::put_run(desk.tx, id, &row)?;
            Ok((stage, true))
        }
        Stage::Running { attempt, waiting } => {
            let mine = waiting.contains(&side) && own.is_some_and(|row| row.attempt == *attempt && !row.ended);
            Ok((stage, mine))
        }
        _ => Ok((stage, false)),
    }
}

/// One's own part in the latest attempt, if it has not ended.
fn current(question: &Question, own: Option<&RunRow>) -> Option<RunRow> {
    let own = own.filter(|row| !row.ended && usize::try_from(row.attempt) == Ok(question.attempts.len()))?;
    let RunRow { attempt, public, reached, ended, .. } = *own;
    Some(RunRow { attempt, secret: own.secret.clone(), public, reached, ended })
}

/// Everything that a computation needs, worked out while the vault is open.
struct Part {
    question: Question,
    put: Put,
    ballot: Ballot,
    identity: Identity,
    keys: Vec<[u8; 32]>,
    me: usize,
    run_id: [u8; 32],
}

impl Part {
    fn side(&self, party: usize) -> String {
        self.question.asking.sides.get(party).cloned().unwrap_or_else(|| "?".to_owned())
    }

    fn attendance(&self) -> Attendance<'_> {
        Attendance { run_id: &self.run_id, me: self.me, own: &self.identity, keys: &self.keys }
    }

    fn broken(&self, phase: Option<Phase>) -> Broken {
        Broken {
            question: self.question.id.clone(),
            phase: phase.map(|phase| phase.name().to_owned()),
            what: String::new(),
            accused: Vec::new(),
            opened: false,
        }
    }
}

fn part(desk: &Desk<'_>, id: &str) -> Result<Part> {
    let state = desk.state()?;
    let question = state.question(id)?.clone();
    let side = state.side_of(desk.me)?;
    let put = state.put(&question.asking)?;
    let ballot = ballot::ballot(desk, &question, &put)?;
    if question.consents.get(&side).map(|consent| consent.seal) != Some(ballot.seal()) {
        return Err(Error::Trouble(format!("what would enter question {id} is not what was sealed for it")));
    }
    let row = tables::run(desk.tx, id)?.ok_or_else(|| Error::Trouble("the run has no row".to_owned()))?;
    let attempt = question.attempts.last().ok_or_else(|| Error::Trouble("the run has no attempt".to_owned()))?;
    let cards: Vec<&Card> = question.asking.sides.iter().filter_map(|side| attempt.cards.get(side)).collect();
    let keys: Vec<[u8; 32]> = cards.iter().map(|card| card.key).collect();
    let me = question.asking.sides.iter().position(|name| *name == side).unwrap_or(usize::MAX);
    if keys.len() != question.asking.sides.len() || keys.get(me) != Some(&row.public) {
        return Err(Error::Trouble(format!("the record of question {id} does not fit what this machine sent")));
    }
    let run_id = run_id(desk, &question, &put, row.attempt, &cards)?;
    reach(desk, id, Reached::Begun)?;
    let identity = Identity::kept(row.secret, row.public);
    Ok(Part { question, put, ballot, identity, keys, me, run_id })
}

/// Names a run: dialogue, question, the agenda's version, all seals, the attempt, and all machines' keys and nonces.
fn run_id(desk: &Desk<'_>, question: &Question, put: &Put, attempt: u32, cards: &[&Card]) -> Result<[u8; 32]> {
    let mut hasher = blake3::Hasher::new_derive_key("backchannel run of a dialogue v1");
    hasher.update(&desk.log.0);
    hasher.update(question.id.as_bytes());
    hasher.update(&serde_json::to_vec(&question.asking)?);
    hasher.update(&put.digest);
    hasher.update(&attempt.to_le_bytes());
    hasher.update(&question.asking.subject.version().unwrap_or(0).to_le_bytes());
    for (side, card) in question.asking.sides.iter().zip(cards) {
        let consent = question.consents.get(side).ok_or_else(|| Error::Trouble("a side without a seal".to_owned()))?;
        hasher.update(&consent.holder.0);
        for part in [&consent.seal, &card.key, &card.nonce] {
            hasher.update(part);
        }
    }
    Ok(*hasher.finalize().as_bytes())
}

fn reach(desk: &Desk<'_>, id: &str, reached: Reached) -> Result<()> {
    let row = tables::run(desk.tx, id)?.ok_or_else(|| Error::Trouble("the run has no row".to_owned()))?;
    tables::put_run(desk.tx, id, &RunRow { reached, ..row })
}

fn finish(desk: &Desk<'_>, id: &str, row: RunRow, end: End) -> Result<()> {
    let body = Body::Ended { question: id.to_owned(), attempt: row.attempt, end };
    match desk.post(&Room::Plenary, body) {
        // The record may have moved on; for this machine it is over all the same.
        Ok(_) | Err(Error::Refused(_)) => tables::put_run(desk.tx, id, &RunRow { ended: true, ..row }),
        Err(error) => Err(error),
    }
}

/// Tells the answer to whom the question says: the side's own caucus, and all where that was asked for.
fn tell(desk: &Desk<'_>, part: &Part, answer: Answer) -> Result<()> {
    let state = desk.state()?;
    let side = state.side_of(desk.me)?;
    let body = || Body::Told { question: part.question.id.clone(), answer };
    let colleagues = state.members.values().filter(|member| member.side.as_deref() == Some(&side)).count() > 1;
    if colleagues && desk.group(&Room::Caucus(side.clone()))?.is_some() {
        desk.post(&Room::Caucus(side), body())?;
    }
    if part.question.asking.told_to_all && part.me == 0 {
        desk.post(&Room::Plenary, body())?;
    }
    Ok(())
}

/// Why a computation ended without an answer.
enum Failure {
    Link(link::Error),
    Engine(mpc::Error),
}

fn compute(
    part: &Part,
    pipes: Vec<Option<Box<dyn Pipe>>>,
    passing: mpsc::Sender<Passing>,
) -> std::result::Result<Option<Receipt>, Failure> {
    let manners = Manners { latency: Duration::ZERO, silence: SILENCE, patience: PATIENCE };
    let links = Arc::new(Links::over(pipes, &part.attendance(), MEETING, manners).map_err(Failure::Link)?);
    let door = Saving { door: Port::new(links.clone()), phase: None, passing: passing.clone() };
    let receipt = evaluate(part, door).map(|answer| {
        pass(&passing, Passed::Answer(answer))
            .then(|| receipt::exchange(&links, &part.run_id, part.keys.len(), part.me, answer).ok())
            .flatten()
    });
    if let Some(links) = Arc::into_inner(links) {
        links.close();
    }
    receipt.map_err(Failure::Engine)
}

/// Hands something over to be saved, and waits until it is.
fn pass(passing: &mpsc::Sender<Passing>, what: Passed) -> bool {
    let (saved, done) = oneshot::channel();
    passing.blocking_send(Passing { what, saved }).is_ok() && done.blocking_recv().is_ok()
}

fn evaluate(part: &Part, door: Saving) -> std::result::Result<Answer, mpc::Error> {
    let parties = part.keys.len();
    let participation = Participation { run_id: part.run_id, parties, me: part.me, parameters: Parameters::STANDARD };
    let connected = mpc::connect(Box::new(door), participation, Entropy::from_os()?)?;
    let bound = connected.preprocess(&part.put.shape)?.bind(&part.put.sounding)?;
    let (outputs, _) = bound.evaluate(part.ballot.bits())?;
    Ok(part.put.sounding.decode(&outputs))
}

/// The engine's door. Before the first message of a phase goes out, how far the run has come is saved.
struct Saving {
    door: Port,
    phase: Option<Phase>,
    passing: mpsc::Sender<Passing>,
}

impl Channel for Saving {
    fn send(&mut self, to: usize, stream: Stream, message: Vec<u8>) -> std::result::Result<(), ChannelError> {
        let phase = mpc::phase_of(&message);
        if let Some(phase) = phase
            && self.phase != Some(phase)
        {
            self.phase = Some(phase);
            if !pass(&self.passing, Passed::Phase(phase)) {
                return Err(ChannelError::Broken("how far the run had come could not be saved".to_owned()));
            }
        }
        self.door.send(to, stream, message)
    }

    fn receive(&mut self, from: usize, stream: Stream) -> std::result::Result<Vec<u8>, ChannelError> {
        self.door.receive(from, stream)
    }
}

fn standing(id: &str, stage: &Stage) -> String {
    match stage {
        Stage::Called { waiting } => {
            format!("question {id} waits for the consent of {}; then run it", waiting.join(", "))
        }
        Stage::Consented { waiting, .. } => format!("question {id} waits for the machines of {}", waiting.join(", ")),
        Stage::Running { waiting, .. } => {
            format!(
                "this machine's part in question {id} has ended; {} have still to say how it ended",
                waiting.join(", ")
            )
        }
        Stage::Answered => format!("question {id} is answered, and its answer was told to those who took part"),
        Stage::Spent => format!(
            "question {id} broke off after an answer could have been opened; it counts, and nothing starts again. Call a \
             new question if all sides want it"
        ),
        Stage::Refused { by } => format!("{by} did not consent to question {id}"),
        Stage::Withdrawn => format!("question {id} was taken back by its caller"),
    }
}

#[cfg(test)]
mod tests;
