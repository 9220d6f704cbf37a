//! What a sounding tells whom, in words: before it starts, and when it has ended.
use mpc::Phase;
use negotiation::{Agenda, Outcome};

use super::asked::{Asked, Put};
use super::result::Opened;

/// What a phase of the run does, in a few words.
pub(crate) fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Setup => "each pair of sides agrees on secret keys",
        Phase::Bits => "random bits that nobody can change unseen",
        Phase::Keys => "checks that every side uses one key towards all",
        Phase::Triples => "raw material for each AND gate, checked",
        Phase::Buckets => "combined, so that a cheat in it has no effect",
        Phase::Masks => "the raw material is bound to the question",
        Phase::Inputs => "the sealed positions enter, masked",
        Phase::Tables => "the question is answered under masks",
        Phase::Outputs => "the answer is opened, and nothing else",
    }
}

/// What deserves a second look before this question is asked.
pub(crate) fn warnings(asked: &Asked, put: &Put) -> Vec<String> {
    let mut warnings = Vec::new();
    if put.is_midpoint(asked) {
        warnings.push(format!(
            "this question is about one ordered issue, where `{}` comes down to a midpoint: who knows its own \
             number and the answer knows the other's. Ask `draw` or `exists` instead",
            put.rule_name()
        ));
    }
    warnings
}

/// The sides that an outcome affects and that took no part: whose consent it lacks.
///
/// An issue counts where the outcome takes another choice than "not addressed".
pub(crate) fn absent_affected<'a>(agenda: &'a Agenda, outcome: &Outcome, sides: &[String]) -> Vec<&'a str> {
    let mut absent: Vec<&str> = Vec::new();
    for (issue, choice) in agenda.issues().iter().zip(outcome.choices()) {
        if *choice == issue.default {
            continue;
        }
        for side in &issue.affected {
            if !sides.contains(side) && !absent.contains(&side.as_str()) {
                absent.push(side);
            }
        }
    }
    absent
}

/// What is asked, of whom, and what each possible answer tells each side.
pub(crate) fn before(asked: &Asked, put: &Put) -> anyhow::Result<String> {
    let _ = (asked, put);
    Ok(String::new())
}

/// What was opened and to whom, and what was not.
pub(crate) fn after(asked: &Asked, put: &Put, opened: &Opened) -> String {
    let _ = (asked, put, opened);
    String::new()
}
