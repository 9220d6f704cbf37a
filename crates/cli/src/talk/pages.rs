//! `pages`: the participant's own pages in its own browser, on this machine alone.
use std::io::IsTerminal;
use std::process::{Command, ExitCode, Stdio};

use anyhow::Context;
use serde_json::json;

use super::Place;
use super::place::runtime;
use crate::output;

/// What `pages` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The language before anything is unlocked: en, ru, uk, ar or fr
    #[arg(long, value_parser = language)]
    language: Option<web::Lang>,
    /// Unlock at once with the passphrase from --passphrase-fd or BACKCHANNEL_PASSPHRASE, instead of in the browser
    #[arg(long)]
    unlock: bool,
    /// Only print the link, and leave it to you to open it
    #[arg(long)]
    no_browser: bool,
    /// End when standard input ends: whoever started this has gone then
    #[arg(long, hide = true)]
    leashed: bool,
}

fn language(code: &str) -> Result<web::Lang, String> {
    web::Lang::read(code).ok_or_else(|| "en, ru, uk, ar or fr was expected".to_owned())
}

/// Serves the pages until it is told to stop.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let home = args.place.home()?;
    let passphrase = if args.unlock { Some(args.place.passphrase("Passphrase: ")?) } else { None };
    let runtime = runtime()?;
    runtime.block_on(async {
        let pages = web::Pages::serve(home, args.port, args.place.socks5().cloned(), args.language).await?;
        if let Some(passphrase) = &passphrase {
            pages.unlock(passphrase)?;
        }
        let link = pages.launch_link()?;
        args.place.say(
            || json!({ "link": link, "address": pages.address().to_string() }),
            || {
                format!(
                    "Your pages are on this machine alone. Open this link; it opens once, for one browser:\n\n  {link}\n\n\
                     Ctrl-C ends them.\n"
                )
            },
        )?;
        if !args.no_browser && !args.place.json && std::io::stdout().is_terminal() {
            open_in_browser(&link);
        }
        tokio::select! {
            () = pages.until_stopped() => {}
            stopped = stop() => stopped?,
            () = starter_gone(), if args.leashed => {}
        }
        anyhow::Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Until this program is asked to end.
async fn stop() -> anyhow::Result<()> {
    let kind = tokio::signal::unix::SignalKind::terminate();
    let mut terminated = tokio::signal::unix::signal(kind).context("signals cannot be heard")?;
    tokio::select! {
        heard = tokio::signal::ctrl_c() => heard.context("signals cannot be heard")?,
        _ = terminated.recv() => {}
    }
    Ok(())
}

/// Until standard input ends.
async fn starter_gone() {
    let (sender, gone) = tokio::sync::oneshot::channel::<()>();
    // Not the runtime's own threads: it would wait for a read that may never end.
    std::thread::spawn(move || {
        let ended = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        drop((ended, sender));
    });
    // The sender is dropped unused.
    let _ = gone.await;
}

/// Opens the link with whatever this desktop opens links with; where there is no desktop, the link is on the screen.
pub(crate) fn open_in_browser(link: &str) {
    let mac = cfg!(target_os = "macos");
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !mac && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return;
    }
    let opener = if mac { "open" } else { "xdg-open" };
    let quiet = || Stdio::null();
    if Command::new(opener).arg(link).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn().is_err() {
        output::complain("No browser could be opened here: copy the link into one.");
    }
}
