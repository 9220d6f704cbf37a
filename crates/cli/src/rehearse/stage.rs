//! The stage: starts one process per side, hands the roster round, and hears what each has at the end. It sees
//! no message of the run; those go from side to side.
use std::io::{BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use mpc::Phase;
use negotiation::Asked;

use super::lines::{self, Brief, Card, Report, Word};
use super::verdict::{Broken, Ending};

/// Once one side has failed the others get this long to say what they saw.
const GRACE: Duration = Duration::from_secs(8);
/// All sides must have read and sealed their positions after this long.
const SEALING: Duration = Duration::from_secs(600);

/// How a run is staged.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    /// Added to every message, one way.
    pub(crate) latency: Duration,
    /// Another side is given up after so long without a sign of life.
    pub(crate) silence: Duration,
    /// First of the ports to listen on; any free ones where not given.
    pub(crate) port_base: Option<u16>,
    /// The party that cheats for show, and where.
    pub(crate) tamper: Option<(usize, Phase)>,
}

impl Default for Setting {
    fn default() -> Self {
        Self { latency: Duration::ZERO, silence: Duration::from_secs(30), port_base: None, tamper: None }
    }
}

/// How long the stage waits before it takes a side for gone.
#[derive(Clone, Copy)]
struct Patience {
    /// Until all have sealed.
    sealing: Duration,
    /// After the first failure.
    failed: Duration,
    /// After the first side had its answer: the others may first wait out each other's silence.
    done: Duration,
}

impl From<&Setting> for Patience {
    fn from(setting: &Setting) -> Self {
        let failed = GRACE.saturating_add(setting.latency.saturating_mul(2));
        Self { sealing: SEALING, failed, done: failed.saturating_add(setting.silence) }
    }
}

/// A run that came to its end, in party order.
pub(crate) struct Performance {
    /// What each side had.
    pub(super) reports: Vec<Report>,
    /// From the start of the first process to the last side's answer.
    pub(super) total: Duration,
}

/// Runs a question among the processes of its sides, each of which alone opens its position's file. `watch` hears of each phase when the first side enters it.
///
/// # Errors
/// Bad input, an abort with what each side saw of it, or trouble.
pub(crate) fn perform(
    asked: &Asked,
    files: &[PathBuf],
    setting: &Setting,
    mut watch: impl FnMut(Phase),
) -> anyhow::Result<Performance> {
    let begun = Instant::now();
    let mut cast = Cast::start(asked, files, setting)?;
    let roster = cast.seal(&asked.sides)?;
    cast.hand_round(&roster)?;
    let endings = cast.play(&mut watch);
    let total = begun.elapsed();
    if endings.iter().all(|ending| matches!(ending, Ending::Done(_))) {
        let reports = endings.into_iter().filter_map(Ending::into_report).collect();
        return Ok(Performance { reports, total });
    }
    Err(Broken { sides: asked.sides.clone(), endings, sealed: true }.into())
}

/// What the stage hears: a side's word, or that its process ended.
enum Heard {
    Word(Word),
    End,
}

struct Actor {
    process: Child,
    /// What it is told; its pipe stays open until this is dropped.
    input: Option<Sender<Vec<u8>>>,
    ending: Option<Ending>,
    ended: bool,
}

/// The processes of all sides; none outlives this.
struct Cast {
    actors: Vec<Actor>,
    heard: Receiver<(usize, Heard)>,
    patience: Patience,
    first_failure: Option<Instant>,
    first_done: Option<Instant>,
}

impl Cast {
    fn empty(heard: Receiver<(usize, Heard)>, patience: Patience) -> Self {
        Self { actors: Vec::new(), heard, patience, first_failure: None, first_done: None }
    }

    fn start(asked: &Asked, files: &[PathBuf], setting: &Setting) -> anyhow::Result<Self> {
        let program = std::env::current_exe().context("this program's own file was not found")?;
        let (sender, heard) = mpsc::channel();
        let mut cast = Self::empty(heard, setting.into());
        for (me, file) in files.iter().enumerate() {
            let mut command = Command::new(&program);
            command.args(["side", "--"]).arg(file).stdin(Stdio::piped()).stdout(Stdio::piped());
            let mut process =
                command.spawn().with_context(|| format!("the process of side {} did not start", asked.side(me)))?;
            let (input, output) = (process.stdin.take().map(speaker), process.stdout.take());
            let actor = Actor { process, input, ending: None, ended: false };
            cast.actors.push(actor);
            if let Some(output) = output {
                let sender = sender.clone();
                thread::spawn(move || listen(me, BufReader::new(output), &sender));
            }
            let brief = Brief {
                asked: asked.clone(),
                me,
                latency_ms: millis(setting.latency),
                silence_ms: millis(setting.silence),
                port: port(setting, me)?,
                tamper: setting.tamper.filter(|(party, _)| *party == me).map(|(_, phase)| phase.name().to_owned()),
            };
            cast.tell(me, &brief)?;
        }
        Ok(cast)
    }

    /// Says something to one side, without waiting for it; one that is gone will be noticed by its silence.
    fn tell(&self, party: usize, word: &impl serde::Serialize) -> anyhow::Result<()> {
        if let Some(input) = self.actors.get(party).and_then(|actor| actor.input.as_ref()) {
            let mut line = Vec::new();
            lines::say(&mut line, word)?;
            let _ = input.send(line);
        }
        Ok(())
    }

    /// The next thing that a side says, at most until `until`; `None` once nothing more is to be waited for.
    fn hear(&self, until: Option<Instant>) -> Option<(usize, Heard)> {
        match until {
            None => self.heard.recv().ok(),
            Some(until) => self.heard.recv_timeout(until.saturating_duration_since(Instant::now())).ok(),
        }
    }

    /// When a first failure or a first answer ends the waiting for the rest.
    fn expiry(&self) -> Option<Instant> {
        let after = |since: Option<Instant>, span| since.and_then(|since| since.checked_add(span));
        let failed = after(self.first_failure, self.patience.failed);
        failed.into_iter().chain(after(self.first_done, self.patience.done)).min()
    }

    /// Waits until every side has sealed its position; after a failure not for long.
    fn seal(&mut self, sides: &[String]) -> anyhow::Result<Vec<Card>> {
        let mut cards: Vec<Option<Card>> = vec![None; self.actors.len()];
        let sealing = Instant::now().checked_add(self.patience.sealing);
        while self.actors.iter().zip(&cards).any(|(actor, card)| card.is_none() && !actor.ended) {
            let until = self.expiry().into_iter().chain(sealing).min();
            match self.hear(until) {
                Some((party, Heard::Word(Word::Ready(card)))) => {
                    if let Some(place) = cards.get_mut(party) {
                        *place = Some(card);
                    }
                }
                Some((party, heard)) => self.note(party, heard),
                None => break,
            }
        }
        if self.first_failure.is_none() && cards.iter().all(Option::is_some) {
            return Ok(cards.into_iter().flatten().collect());
        }
        let endings = self.actors.iter_mut().zip(&cards).map(|(actor, card)| {
            let missing = || if card.is_some() { Ending::Waited } else { Ending::Silent };
            actor.ending.take().unwrap_or_else(missing)
        });
        Err(Broken { sides: sides.to_vec(), endings: endings.collect(), sealed: false }.into())
    }

    fn hand_round(&self, roster: &[Card]) -> anyhow::Result<()> {
        (0..self.actors.len()).try_for_each(|party| self.tell(party, &roster))
    }

    /// Waits until every side has ended; after a failure or a first answer not for long.
    fn play(&mut self, watch: &mut impl FnMut(Phase)) -> Vec<Ending> {
        let mut furthest = None;
        while self.actors.iter().any(|actor| !actor.ended) {
            match self.hear(self.expiry()) {
                Some((_, Heard::Word(Word::Phase(name)))) => {
                    if let Ok(phase) = name.parse::<Phase>()
                        && furthest < Some(phase)
                    {
                        furthest = Some(phase);
                        watch(phase);
                    }
                }
                Some((party, heard)) => self.note(party, heard),
                None => break,
            }
        }
        self.actors.iter_mut().map(|actor| actor.ending.take().unwrap_or(Ending::Silent)).collect()
    }

    fn note(&mut self, party: usize, heard: Heard) {
        let Some(actor) = self.actors.get_mut(party) else {
            return;
        };
        match heard {
            Heard::Word(Word::Done(report)) => {
                actor.ending = Some(Ending::Done(report));
                self.first_done.get_or_insert_with(Instant::now);
            }
            Heard::Word(Word::Failed(failure)) => {
                actor.ending = Some(Ending::Failed(failure));
                self.first_failure.get_or_insert_with(Instant::now);
            }
            Heard::Word(Word::Ready(_) | Word::Phase(_)) => {}
            Heard::End => {
                actor.ended = true;
                let status = farewell(&mut actor.process);
                if actor.ending.is_none() {
                    actor.ending = Some(Ending::Died(manner(status)));
                    self.first_failure.get_or_insert_with(Instant::now);
                }
            }
        }
    }
}

impl Drop for Cast {
    fn drop(&mut self) {
        for actor in &mut self.actors {
            // Both fail only where the process has ended already.
            let _ = actor.process.kill();
            let _ = actor.process.wait();
        }
    }
}

/// A thread that speaks into a side's pipe. It waits where the side does not read, and ends when the side does.
fn speaker(mut pipe: impl Write + Send + 'static) -> Sender<Vec<u8>> {
    let (sender, told) = mpsc::channel::<Vec<u8>>();
    thread::spawn(move || {
        for line in told {
            if pipe.write_all(&line).and_then(|()| pipe.flush()).is_err() {
                return;
            }
        }
    });
    sender
}

fn listen(party: usize, mut output: impl std::io::BufRead, sender: &Sender<(usize, Heard)>) {
    while let Ok(Some(word)) = lines::hear::<Word>(&mut output) {
        if sender.send((party, Heard::Word(word))).is_err() {
            return;
        }
    }
    let _ = sender.send((party, Heard::End));
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}

fn port(setting: &Setting, party: usize) -> anyhow::Result<u16> {
    let Some(base) = setting.port_base else {
        return Ok(0);
    };
    let port = u16::try_from(party).ok().and_then(|party| base.checked_add(party));
    port.with_context(|| format!("--port-base {base} leaves no port for every side; ports end at 65535"))
}

/// Waits for a process whose output is closed: it has ended, or is about to, or has gone astray.
fn farewell(process: &mut Child) -> Option<ExitStatus> {
    for _ in 0..100 {
        if let Ok(Some(status)) = process.try_wait() {
            return Some(status);
        }
        thread::sleep(Duration::from_millis(10));
    }
    // Fails only where the process has just ended by itself.
    let _ = process.kill();
    process.wait().ok()
}

#[cfg(unix)]
fn manner(status: Option<ExitStatus>) -> String {
    use std::os::unix::process::ExitStatusExt;
    match status.map(|status| (status.signal(), status.code())) {
        Some((Some(signal), _)) => format!("ended by signal {signal}"),
        Some((None, Some(code))) => format!("exit code {code}"),
        _ => "ended".to_owned(),
    }
}

#[cfg(not(unix))]
fn manner(status: Option<ExitStatus>) -> String {
    status.and_then(|status| status.code()).map_or_else(|| "ended".to_owned(), |code| format!("exit code {code}"))
}

#[cfg(all(test, unix))]
mod tests;
