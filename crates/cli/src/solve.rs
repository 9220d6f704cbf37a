//! `backchannel solve`: a scenario with everything in the clear.
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use negotiation::formats;
use negotiation::solve::{Options, Selected, Solution, solve};
use negotiation::{Agenda, Question, Scenario};

use crate::output;
use crate::scope::Scope;

mod json;
mod plane;
mod plot;
mod strands;
mod svg;
mod table;

/// What `solve` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A scenario folder, in our format or one of the field's
    path: PathBuf,
    #[command(flatten)]
    scope: Scope,
    /// List the Pareto frontier
    #[arg(long)]
    pareto: bool,
    /// Draw the frontier into this file
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Answer with one JSON object
    #[arg(long)]
    json: bool,
    /// Threads to use; the answer does not depend on it [default: all]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

/// A solved scenario, ready to be shown.
pub(crate) struct Answer<'a> {
    scenario: &'a Scenario,
    solution: &'a Solution,
    options: &'a Options,
    packages: bool,
}

impl Answer<'_> {
    fn agenda(&self) -> &Agenda {
        &self.scenario.agenda
    }

    /// The concepts in the order they are shown, with their names as people and as JSON say them.
    fn concepts(&self) -> [(&'static str, &'static str, Option<&Selected>); 5] {
        let s = self.solution;
        [
            ("Nash", "nash", s.nash.as_ref()),
            ("egalitarian", "egalitarian", s.egalitarian.as_ref()),
            ("leximin", "leximin", s.leximin.as_ref()),
            ("utilitarian", "utilitarian", s.utilitarian.as_ref()),
            ("Kalai–Smorodinsky", "kalai_smorodinsky", s.kalai_smorodinsky.as_ref()),
        ]
    }

    fn is_unanimous(&self) -> bool {
        self.options.quorum.is_none_or(|k| k == self.scenario.sides.len())
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (mut scenario, warnings) = formats::read_scenario(&args.path)?;
    for warning in &warnings {
        output::complain(&format!("warning: {warning}"));
    }
    let Scope { sides, only, quorum, veto, .. } = &args.scope;
    if !sides.is_empty() {
        scenario = scenario.confined(sides)?;
    }
    let question = Question::of(&scenario.agenda, args.scope.packages(), only)?;
    let usual = Options::default();
    let options = Options { quorum: *quorum, vetoes: veto.clone(), threads: args.threads.unwrap_or(usual.threads) };
    let solution = solve(&scenario.sides, &question, &options)?;
    let answer = Answer {
        scenario: &scenario,
        solution: &solution,
        options: &options,
        packages: question.package_names().is_some(),
    };
    if let Some(file) = &args.svg {
        std::fs::write(file, plot::draw(&answer)).with_context(|| format!("{}: cannot be written", file.display()))?;
    }
    if args.json {
        output::say_json(&json::answer(&answer, args.pareto))?;
    } else {
        output::say(&table::answer(&answer, args.pareto))?;
    }
    Ok(ExitCode::SUCCESS)
}
