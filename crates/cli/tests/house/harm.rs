//! What is done to a command while it works: SIGKILL at one of its saves, or the network cut.
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use super::cable::{Cable, Plan, Way};
use super::street::{Person, finish, pause, text};

/// A generator that always begins the same.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d);
        dice.below(2);
        dice
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    pub(crate) fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[usize::try_from(self.below(among.len() as u64)).unwrap()]
    }
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Harm {
    /// SIGKILL at the nth of these calls: `fsync,fdatasync`, with which SQLite ends each save, or `pwrite64` within one.
    Kill { calls: &'static str, nth: u64 },
    /// SIGKILL after a time.
    KillAfter { milliseconds: u64 },
    /// The network.
    Network(Plan),
}

/// Flushes of a command that saves a few times, with room for more.
const FLUSHES: u64 = 16;
/// Writes of such a command.
const WRITES: u64 = 70;

impl Harm {
    /// Any harm.
    pub(crate) fn any(dice: &mut Dice) -> Self {
        if dice.below(100) < 30 { Self::Network(cut(dice)) } else { Self::kill(dice) }
    }

    /// A kill.
    pub(crate) fn kill(dice: &mut Dice) -> Self {
        // Short commands save a few times only: the first saves are aimed at more often than late ones.
        let (flushes, writes) = (1 + dice.below(FLUSHES), 1 + dice.below(WRITES));
        let (at_flush, flush, write, wait) =
            (dice.below(100) < 65, dice.below(flushes), dice.below(writes), dice.below(700));
        match (can_trace(), at_flush) {
            (false, _) => Self::KillAfter { milliseconds: 100 + wait },
            (true, true) => Self::Kill { calls: "fsync,fdatasync", nth: 1 + flush },
            (true, false) => Self::Kill { calls: "pwrite64", nth: 1 + write },
        }
    }
}

/// A cut at any point: while connecting, in a request, in an answer, between the two.
fn cut(dice: &mut Dice) -> Plan {
    let then_down = dice.below(2) == 0;
    let most = dice.pick(&[1_500, 6_000, 24_000, 100_000]);
    let bytes = usize::try_from(dice.below(most)).unwrap();
    match dice.below(4) {
        0 => Plan::Cut { way: Way::ToRelay, bytes, then_down },
        1 => Plan::Cut { way: Way::ToMember, bytes, then_down },
        2 => Plan::Unanswered { bytes, then_down },
        // A whole block has gone to the relay: what is lost is the answer to an append.
        _ => Plan::Unanswered { bytes: 16_384, then_down },
    }
}

/// Whether system calls can be traced here, and so a command be killed at its saves.
pub(crate) fn can_trace() -> bool {
    static CAN: OnceLock<bool> = OnceLock::new();
    *CAN.get_or_init(|| {
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "true"]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    })
}

/// How a command ended.
#[derive(Debug)]
pub(crate) enum Fate {
    /// Exit code 0, with what it said.
    Done(Value),
    /// Another exit code, with what it said.
    Failed(i32, String),
    /// By the harm.
    Killed,
}

/// Runs a command under harm. The network is whole again afterwards.
pub(crate) fn under(person: &Person, arguments: &[&str], harm: Harm, cable: &Cable) -> Fate {
    let arguments = [arguments, &["--json"]].concat();
    let output = match harm {
        Harm::Kill { calls, nth } => {
            let (trace, inject) = (format!("trace={calls}"), format!("inject={calls}:signal=SIGKILL:when={nth}"));
            let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
            person.command_under(&strace, &arguments).output().unwrap()
        }
        Harm::KillAfter { milliseconds } => {
            let mut child = person.start(&arguments);
            pause(milliseconds);
            // It may have ended by itself.
            let _ = child.kill();
            child.wait_with_output().unwrap()
        }
        Harm::Network(plan) => {
            cable.set(plan);
            let output = person.output(&arguments);
            cable.set(Plan::Whole);
            output
        }
    };
    if output.status.signal() == Some(9) {
        return Fate::Killed;
    }
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    match output.status.code() {
        Some(0) => Fate::Done(serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}{err}"))),
        code => Fate::Failed(code.unwrap_or(-1), err),
    }
}

/// Commands on different homes at once; all must succeed.
pub(crate) fn together(people: &[&Person], arguments: &[&str]) -> Vec<Value> {
    let arguments = [arguments, &["--json"]].concat();
    let children: Vec<_> = people.iter().map(|person| person.start(&arguments)).collect();
    let ended = people.iter().zip(children).map(|(person, child)| {
        let (done, out, err) = finish(child);
        assert!(done, "{} {arguments:?}: {out}{err}", person.name);
        serde_json::from_str(&out).unwrap()
    });
    ended.collect()
}
