//! `backchannel rehearse`: a sounding among real processes on one machine, one for each side.
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, bail};
use mpc::{EVALUATOR, Phase};
use negotiation::circuit::Rule;
use negotiation::{Asked, Error, formats, inference};

use crate::output;
use crate::scope::Scope;

pub(crate) mod account;
mod lines;
pub(crate) mod result;
pub(crate) mod side;
pub(crate) mod stage;
mod usage;
mod verdict;
mod watched;

use result::Opened;
use stage::Setting;

pub(crate) use verdict::Broken;

/// What `rehearse` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A scenario folder, in our format or one of the field's
    path: PathBuf,
    /// What to ask for: draw, exists, nash or egalitarian
    #[arg(long, default_value = "draw", value_parser = rule)]
    rule: Rule,
    #[command(flatten)]
    scope: Scope,
    /// Add this much delay to every message, one way
    #[arg(long, value_name = "MS", default_value_t = 0, value_parser = clap::value_parser!(u64).range(..=60_000))]
    latency: u64,
    /// Let one side cheat: flip bits of its first message in a phase, and watch it being caught
    #[arg(long, value_name = "SIDE:PHASE", value_parser = tamper)]
    tamper: Option<(String, Phase)>,
    /// Listen on this port and the next ones, instead of any free ones
    #[arg(long, value_name = "PORT")]
    port_base: Option<u16>,
    /// Give another side up after this long without a sign of life
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..), hide = true)]
    silence: u64,
    /// Show the phases as they pass, even where standard error is no terminal
    #[arg(long)]
    progress: bool,
    /// Answer with one JSON object
    #[arg(long)]
    json: bool,
}

fn rule(name: &str) -> Result<Rule, String> {
    name.parse().map_err(|error: negotiation::circuit::TermsError| error.to_string())
}

fn tamper(text: &str) -> Result<(String, Phase), String> {
    let (side, phase) = text.rsplit_once(':').ok_or("SIDE:PHASE was expected")?;
    Ok((side.to_owned(), phase.parse()?))
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (asked, files) = survey(args)?;
    let put = asked.put()?;
    let setting = setting(args, &asked)?;
    let question = account::question("1", &asked, &put);
    if args.json {
        // Standard output is for the answer alone.
        if let Some(warning) = account::warning(&put) {
            output::complain(&format!("warning: {warning}"));
        }
    } else {
        output::say(&account::before(&[], &question, &asked, &put)?)?;
    }
    let progress = args.progress || (!args.json && std::io::stderr().is_terminal());
    let performance = stage::perform(&asked, &files, &setting, |phase| {
        if progress {
            output::complain(&format!("  … {phase}: {}", account::phase(phase)));
        }
    })?;
    let opened = Opened::of(&asked, &put, performance)?;
    if let Some((side, phase)) = &args.tamper {
        unnoticed(side, *phase, &opened)?;
    }
    if args.json {
        output::say_json(&opened.as_json(&put))?;
    } else {
        let told = inference::Asked { question, answer: Some(account::answer(&put, opened.answer)) };
        output::say(&opened.as_text(&put))?;
        output::say(&account::after(&[], &told, &asked, &put, opened.answer)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A run in which a side was to cheat should not have come to its end.
fn unnoticed(side: &str, phase: Phase, opened: &Opened) -> anyhow::Result<()> {
    if opened.tampered() {
        bail!("{side} cheated in {phase} and nobody noticed; that must not be. Please report this");
    }
    bail!("{side} had nothing to send in {phase}, so there was no cheat to be seen")
}

/// Reads what is public of a folder, and where each side's position lies; opens none of them for its numbers.
fn survey(args: &Args) -> anyhow::Result<(Asked, Vec<PathBuf>)> {
    let survey = formats::survey(&args.path)?;
    let mut warnings = survey.warnings.clone();
    let agenda = formats::read_agenda_noting(&survey, &mut warnings)?;
    for warning in &warnings {
        output::complain(&format!("warning: {warning}"));
    }
    let Scope { sides: chosen, only, quorum, veto, .. } = &args.scope;
    for name in chosen {
        if !survey.positions.iter().any(|(side, _)| side == name) {
            let known = survey.positions.iter().map(|(side, _)| side.as_str());
            return Err(Error::unknown("side", name, known).into());
        }
    }
    let taking_part = |name: &String| chosen.is_empty() || chosen.contains(name);
    let positions = survey.positions.into_iter().filter(|(name, _)| taking_part(name));
    let (sides, files): (Vec<String>, Vec<PathBuf>) = positions.unzip();
    let asked = Asked {
        agenda: agenda.to_toml(),
        format: survey.format,
        sides,
        packages: args.scope.packages().map(<[String]>::to_vec),
        only: only.clone(),
        rule: args.rule,
        quorum: *quorum,
        vetoes: veto.clone(),
    };
    let files = files.iter().map(|file| absolute(file)).collect::<anyhow::Result<_>>()?;
    Ok((asked, files))
}

fn absolute(file: &Path) -> anyhow::Result<PathBuf> {
    std::path::absolute(file).with_context(|| format!("{}: no such place", file.display()))
}

fn setting(args: &Args, asked: &Asked) -> anyhow::Result<Setting> {
    let tamper = match &args.tamper {
        None => None,
        Some((side, phase)) => {
            let party = asked.party(side)?;
            let silent = match phase {
                Phase::Tables if party == EVALUATOR => "the first side evaluates and the others garble",
                Phase::Keys if asked.sides.len() == 2 => "with two sides there is nothing to compare",
                _ => "",
            };
            if !silent.is_empty() {
                let text = format!("{side} sends nothing in {phase}: {silent}. Let it cheat elsewhere");
                return Err(Error::Question(text).into());
            }
            Some((party, *phase))
        }
    };
    Ok(Setting {
        latency: Duration::from_millis(args.latency),
        silence: Duration::from_secs(args.silence),
        port_base: args.port_base,
        tamper,
    })
}
