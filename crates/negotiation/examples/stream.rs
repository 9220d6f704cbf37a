//! Solves made-up scenarios of a given size and prints wall time and peak memory: figures.
//!
//! `cargo run --release -p negotiation --example stream -- CHOICES ISSUES SIDES THREADS RED_LINE`
//! (the red line in hundredths of the greatest utility)
#![expect(clippy::print_stdout, reason = "this program's purpose is to print figures")]
use std::num::NonZeroUsize;
use std::time::Instant;

use negotiation::position::Additive;
use negotiation::solve::{Options, solve};
use negotiation::{Agenda, Choice, Issue, Position, Question, Side, number};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let mut next =
        |usual: usize| -> Result<usize, Failure> { Ok(arguments.next().map_or(Ok(usual), |text| text.parse())?) };
    let (choices, issues, sides, threads) = (next(10)?, next(7)?, next(2)?, next(2)?);
    let line = next(50)?;
    let agenda = agenda(choices, issues)?;
    let sides = (0..sides).map(|s| side(s, choices, issues, line)).collect::<Result<Vec<Side>, Failure>>()?;
    let options = Options { threads: NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN), ..Options::default() };
    let begun = Instant::now();
    let solution = solve(&sides, &Question::whole(&agenda), &options)?;
    println!(
        "{} outcomes, {} sides, {threads} threads: {:.3} s, {} acceptable, {} on the frontier, peak {}",
        solution.outcomes,
        sides.len(),
        begun.elapsed().as_secs_f64(),
        solution.acceptable,
        solution.frontier.len(),
        peak().unwrap_or_else(|| "unknown".to_owned()),
    );
    Ok(())
}

fn agenda(choices: usize, issues: usize) -> Result<Agenda, Failure> {
    let issues = (0..issues)
        .map(|i| Issue::plain(format!("i{i}"), (0..choices).map(|c| Choice::plain(format!("c{c}"))).collect()))
        .collect();
    Ok(Agenda::new("made up", issues, Vec::new(), Vec::new(), number::whole(1))?)
}

/// Contributions with eight decimals, from a fixed recurrence.
fn side(number: usize, choices: usize, issues: usize, line: usize) -> Result<Side, Failure> {
    let mut state = u64::try_from(number)?.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % 100_000_000
    };
    let scale = u64::try_from(issues)?;
    let row = |draw: &mut dyn FnMut() -> u64| {
        (0..choices).map(|_| number::parse(&format!("{}e-8", draw() / scale))).collect::<Result<Vec<_>, _>>()
    };
    let rows = (0..issues).map(|_| row(&mut draw)).collect::<Result<Vec<_>, _>>()?;
    let position = Additive::new(rows, number::whole(0), None, number::parse(&format!("{line}/100"))?)?;
    Ok(Side { name: format!("s{number}"), position: Position::Additive(position) })
}

fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM"))?;
    Some(line.split_whitespace().skip(1).collect::<Vec<_>>().join(" "))
}
