//! `backchannel convert`: a scenario folder of the field, written out as our own documents.
use std::path::PathBuf;
use std::process::ExitCode;

use negotiation::formats;
use serde_json::json;

use crate::output;

/// What `convert` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The scenario folder to read: GENIUS, GeniusWeb, NegMAS, NegoLog, LLM-Deliberation or ours
    path: PathBuf,
    /// The folder to write the TOML documents into; made if missing, and must be empty
    out: PathBuf,
    /// Answer with one JSON object
    #[arg(long)]
    json: bool,
}

/// Runs the command. Every number is kept exactly, so that solving gives the same results.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let format = formats::survey(&args.path)?.format;
    let (scenario, warnings) = formats::read_scenario(&args.path)?;
    let written = formats::write_scenario(&scenario, &args.out)?;
    let files: Vec<String> = written.iter().map(|file| file.display().to_string()).collect();
    if args.json {
        output::say_json(&json!({
            "scenario": scenario.name,
            "format": format.to_string(),
            "sides": scenario.sides.iter().map(|side| &side.name).collect::<Vec<_>>(),
            "files": files,
            "warnings": warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        }))?;
        return Ok(ExitCode::SUCCESS);
    }
    for warning in &warnings {
        output::complain(&format!("warning: {warning}"));
    }
    let mut account = format!(
        "{}: {format}, {} issues, {} sides\n",
        scenario.name,
        scenario.agenda.issues().len(),
        scenario.sides.len()
    );
    for file in &files {
        account.push_str(&format!("wrote {file}\n"));
    }
    output::say(&account)?;
    Ok(ExitCode::SUCCESS)
}
