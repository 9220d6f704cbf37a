//! `sync`: fetch, apply, send; and carry out an end that all have agreed to.
use std::process::ExitCode;
use std::time::{Duration, Instant};

use client::participant::{End, Synced};
use serde_json::json;

use super::{Place, record};

/// What `sync` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// Stay and keep in step, for so long; members who knock are let in meanwhile
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "60")]
    wait: Option<u64>,
    /// Give up this machine's keys of the groups and ask to be let in again; another member must be online once for it
    #[arg(long)]
    rejoin: bool,
}

/// Brings the dialogue in step.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    if args.rejoin {
        talk.me.rejoin()?;
    }
    let mut all = talk.sync_or_end()?;
    if let Some(seconds) = args.wait {
        let until = Instant::now() + Duration::from_secs(seconds);
        while !matches!(talk.me.end()?, End::Agreed { .. }) && !talk.me.is_end_due()? {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let more = match talk.wait(left.min(Duration::from_secs(25))) {
                Err(_) if talk.me.is_end_due()? => break,
                more => more?,
            };
            all = Synced { received: all.received + more.received, sent: all.sent + more.sent };
        }
    }
    let health = talk.me.health()?;
    let agreed = matches!(talk.me.end()?, End::Agreed { .. });
    let state = talk.me.overview()?.state;
    let overdue = state.as_ref().map(record::meeting::overdue_today).unwrap_or_default();
    let super::Talk { mut vault, me, runtime, told, .. } = talk;
    let end = runtime.block_on(me.carry_out_end(&mut vault, false))?;
    args.place.say(
        || {
            json!({ "received": all.received, "sent": all.sent, "health": health, "end": end, "notices": told,
                    "overdue": overdue })
        },
        || {
            let ended = match &end {
                End::Destroyed if agreed => {
                    "The end was agreed: this machine's keys to the dialogue are destroyed.\n".to_owned()
                }
                End::Destroyed => {
                    "The dialogue was over here, and the time for which the charter says that it be kept has \
                                   passed: this machine's keys to it are destroyed.\n"
                        .to_owned()
                }
                End::Agreed { waiting } => {
                    format!("The end is agreed; {} have still to confirm.\n", waiting.join(", "))
                }
                End::Proposed { waiting } => {
                    format!("An end is proposed; {} have still to agree.\n", waiting.join(", "))
                }
                End::None => String::new(),
            };
            let late: String = overdue.iter().map(|late| format!("Meeting due: {late}.\n")).collect();
            format!(
                "{} block(s) received, {} message(s) sent. {}. Next: {}.\n{late}{ended}",
                all.received, all.sent, health.what, health.next
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
