//! `leave` and `destroy`.
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

use anyhow::bail;
use client::participant::End;
use serde_json::json;

use super::{Place, Talk};
use crate::output;

/// What `leave` is asked.
#[derive(clap::Args)]
pub(crate) struct Leave {
    #[command(flatten)]
    place: Place,
    /// Do it without a question
    #[arg(long)]
    yes: bool,
}

/// Leaves the dialogue.
pub(crate) fn leave(args: &Leave) -> anyhow::Result<ExitCode> {
    sure(args.yes, "All members see that you leave, and you read nothing from then on.", "leave")?;
    let mut talk = args.place.open()?;
    talk.runtime.block_on(talk.me.leave())?;
    args.place.say(
        || json!({ "left": true }),
        || "You have left. What you had is still here, encrypted: `export`, or `wipe`.\n".to_owned(),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `destroy` is asked.
#[derive(clap::Args)]
pub(crate) struct Destroy {
    #[command(flatten)]
    place: Place,
    /// Do it without a question
    #[arg(long)]
    yes: bool,
    /// For the convener: once the end is agreed, do not wait for the others' confirmations
    #[arg(long)]
    now: bool,
}

/// Agrees to the end, and carries it out once all sides have.
pub(crate) fn destroy(args: &Destroy) -> anyhow::Result<ExitCode> {
    let question = "You agree that the dialogue be destroyed on all machines, once every side does.";
    sure(args.yes, question, "destroy")?;
    let mut talk = args.place.open()?;
    talk.sync()?;
    talk.me.agree_to_end()?;
    talk.sync()?;
    let Talk { mut vault, me, runtime, .. } = talk;
    let end = runtime.block_on(me.carry_out_end(&mut vault, args.now))?;
    args.place.say(
        || json!({ "end": end }),
        || match &end {
            End::Destroyed => {
                "Destroyed here: the keys are gone, hashes of ciphertext remain. The others were told.\n".to_owned()
            }
            End::Agreed { waiting } => {
                format!(
                    "Agreed by all sides. Waiting for the confirmations of {}; then run `sync`.\n",
                    waiting.join(", ")
                )
            }
            End::Proposed { waiting } => {
                format!(
                    "Your agreement is recorded. {} have still to agree; `sync` carries it out then.\n",
                    waiting.join(", ")
                )
            }
            End::None => "Nothing was agreed.\n".to_owned(),
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn sure(yes: bool, what: &str, word: &str) -> anyhow::Result<()> {
    if yes || !std::io::stdin().is_terminal() {
        return Ok(());
    }
    output::say(&format!("{what} Type {word}: "))?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    if line.trim() != word {
        bail!("nothing was done");
    }
    Ok(())
}
