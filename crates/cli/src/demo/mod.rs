//! `backchannel demo`: the sample case as a dialogue among four programs on this machine, with a relay between them: to
//! be walked through in four windows, or, `--headless`, played through by itself with an account of who learned what.
use std::process::ExitCode;

use anyhow::bail;

use crate::output;
use crate::talk::runtime;
use house::House;
use signals::Ears;

mod case;
mod house;
mod play;
mod process;
mod question;
mod signals;
mod walk;

/// The first and the last line.
const BANNER: &str = "Exercise; positions invented.";

/// What `demo` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Play through without windows: the questions are run among processes, and what each side saw is printed
    #[arg(long)]
    headless: bool,
    /// Without windows, answer with one JSON object and nothing else
    #[arg(long)]
    json: bool,
    /// Only print the links, and leave it to you to open them
    #[arg(long)]
    no_browser: bool,
}

/// Runs the command. Processes and folder are gone when it ends, however it ends.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let alone = args.headless || args.json;
    let done = runtime()?.block_on(async {
        let mut ears = Ears::open()?;
        let told = async { if alone { by_itself(args.json).await } else { in_windows(args.no_browser).await } };
        tokio::select! {
            biased;
            () = ears.heard() => match alone {
                true => bail!("the demo was stopped before its end; nothing of it is left"),
                false => output::say("\nThe demo has ended; nothing of it is left on this machine.\n"),
            },
            done = told => done,
        }
    });
    done.map(|()| ExitCode::SUCCESS)
}

async fn by_itself(json: bool) -> anyhow::Result<()> {
    let mut house = House::build().await?;
    let seen = play::through(&mut house, !json).await?;
    drop(house);
    if json { output::say_json(&seen) } else { play::conclude() }
}

async fn in_windows(no_browser: bool) -> anyhow::Result<()> {
    output::say(&format!("{BANNER}\nA relay, a convener and three delegations are set up …\n"))?;
    let house = House::build().await?;
    walk::open(house, !no_browser).await
}
