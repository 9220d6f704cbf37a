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
    let next = talk.me.health()?.next;
    args.place.say(
        || json!({ "left": true }),
        || format!("You have left. What you had is still here, encrypted. Next: {next}.\n"),
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
    /// Destroy what this machine still has of a dialogue that you have left, or that the relay says is no more
    #[arg(long, conflicts_with = "now")]
    here: bool,
}

/// Agrees to the end, and carries it out once all sides have.
pub(crate) fn destroy(args: &Destroy) -> anyhow::Result<ExitCode> {
    if args.here {
        return destroy_here(args);
    }
    let question = "You agree that the dialogue be destroyed on all machines, once every side does.";
    sure(args.yes, question, "destroy")?;
    let mut talk = args.place.open()?;
    talk.sync_or_end()?;
    if !talk.me.is_end_due()? {
        talk.me.agree_to_end()?;
        talk.sync_or_end()?;
    }
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

/// Destroys what is here, whatever the others do, where there is no dialogue to go on with.
fn destroy_here(args: &Destroy) -> anyhow::Result<ExitCode> {
    sure(args.yes, "What this machine has of the dialogue can be read by nobody afterwards.", "destroy")?;
    let mut talk = args.place.open()?;
    // Whether the relay still takes anything from here; what it says is kept, and judged below.
    let asked = talk.sync();
    let Talk { mut vault, me, .. } = talk;
    match (me.destroy_here(&mut vault), asked) {
        (Err(client::Error::Misuse(_)), Err(unheard)) => return Err(unheard),
        (done, _) => drop(done?),
    }
    args.place.say(
        || json!({ "end": End::Destroyed }),
        || "Destroyed here: the keys are gone, hashes of ciphertext remain. Nobody was told.\n".to_owned(),
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
