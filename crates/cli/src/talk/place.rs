//! Where a participant's home is, which dialogue is meant, and how its passphrase comes in.
use std::io::{IsTerminal, Read};
use std::path::PathBuf;
use std::time::Duration;

use ::dialogue::record::Notice;
use anyhow::{Context, bail};
use client::Participant;
use client::courier::{self, Socks5};
use client::participant::Health;
use client::vault::{Home, Passphrase, Vault};
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::output;

/// The longest passphrase that is read from a file descriptor, in bytes.
const MOST_PASSPHRASE_BYTES: u64 = 4096;

/// What every command of a participant is told.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Place {
    /// The folder of the vault [default: BACKCHANNEL_HOME, or ~/.local/share/backchannel]
    #[arg(long, value_name = "DIR")]
    home: Option<PathBuf>,
    /// Which dialogue, by the beginning of its id; may be left out while there is only one
    #[arg(long, value_name = "ID")]
    dialogue: Option<String>,
    /// Answer with one JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// Read the passphrase from this file descriptor (else BACKCHANNEL_PASSPHRASE, else a prompt on a terminal)
    #[arg(long, value_name = "N")]
    passphrase_fd: Option<u32>,
    /// Reach the relay through this SOCKS5 proxy, such as Tor's 127.0.0.1:9050
    #[arg(long, value_name = "ADDRESS:PORT", value_parser = proxy)]
    socks5: Option<Socks5>,
}

/// An open dialogue, with what its commands need.
pub(crate) struct Talk {
    pub(crate) vault: Vault,
    pub(crate) me: Participant,
    pub(crate) runtime: Runtime,
    /// What all are told, as far as this command has told it.
    pub(crate) told: Vec<Notice>,
    /// The place in the log up to which was told; none before this command has told anything.
    told_up_to: Option<u64>,
}

impl Place {
    /// The home.
    pub(crate) fn home(&self) -> anyhow::Result<Home> {
        let folder = match (&self.home, std::env::var_os("BACKCHANNEL_HOME"), std::env::var_os("HOME")) {
            (Some(folder), _, _) => folder.clone(),
            (None, Some(folder), _) if !folder.is_empty() => PathBuf::from(folder),
            (None, _, Some(user)) => PathBuf::from(user).join(".local/share/backchannel"),
            _ => bail!("no home: say where the vault is with --home DIR"),
        };
        Ok(Home::at(folder))
    }

    /// The proxy, if any.
    pub(crate) fn socks5(&self) -> Option<&Socks5> {
        self.socks5.as_ref()
    }

    /// The passphrase, from a descriptor, the environment, or a prompt on a terminal.
    pub(crate) fn passphrase(&self, prompt: &str) -> anyhow::Result<Passphrase> {
        if let Some(descriptor) = self.passphrase_fd {
            return from_descriptor(descriptor);
        }
        match std::env::var("BACKCHANNEL_PASSPHRASE") {
            Ok(given) if !given.is_empty() => return Ok(Passphrase::new(given)),
            Ok(_) | Err(std::env::VarError::NotPresent) => {}
            Err(std::env::VarError::NotUnicode(_)) => bail!("BACKCHANNEL_PASSPHRASE is not UTF-8"),
        }
        if !std::io::stdin().is_terminal() {
            bail!("no passphrase: give --passphrase-fd N or BACKCHANNEL_PASSPHRASE, or run this on a terminal");
        }
        let typed = rpassword::prompt_password(prompt).context("the passphrase could not be read")?;
        Ok(Passphrase::new(typed))
    }

    /// A new passphrase; on a terminal it is typed twice.
    pub(crate) fn new_passphrase(&self, prompt: &str) -> anyhow::Result<Passphrase> {
        let quiet = self.passphrase_fd.is_some() || std::env::var_os("BACKCHANNEL_PASSPHRASE").is_some();
        if quiet || !std::io::stdin().is_terminal() {
            return self.passphrase(prompt);
        }
        let first = rpassword::prompt_password(prompt).context("the passphrase could not be read")?;
        let second = rpassword::prompt_password("Again: ").context("the passphrase could not be read")?;
        if first != second {
            bail!("the two passphrases differ; nothing was done");
        }
        Ok(Passphrase::new(first))
    }

    /// The vault, unlocked.
    pub(crate) fn unlock(&self) -> anyhow::Result<Vault> {
        let home = self.home()?;
        if !home.is_there() {
            // The error says what to do; there is no need for a passphrase first.
            return Err(client::vault::Error::NoHome { path: home.folder().to_owned() }.into());
        }
        Ok(home.unlock(&self.passphrase("Passphrase: ")?)?)
    }

    /// The vault and the dialogue that is meant.
    pub(crate) fn open(&self) -> anyhow::Result<Talk> {
        let mut vault = self.unlock()?;
        let id = self.choose(&vault)?;
        let me = Participant::open(&mut vault, id, self.socks5())?;
        Talk::of(vault, me)
    }

    fn choose(&self, vault: &Vault) -> anyhow::Result<[u8; 16]> {
        let all = vault.dialogues()?;
        let text = |id: &[u8; 16]| ::dialogue::id::hex(id);
        let begins = |id: &[u8; 16]| self.dialogue.as_ref().is_none_or(|wanted| text(id).starts_with(wanted.as_str()));
        let found: Vec<_> = all.iter().filter(|one| one.destroyed_at.is_none() && begins(&one.id)).collect();
        match found.as_slice() {
            [one] => Ok(one.id),
            [] => match &self.dialogue {
                None => Err(client::Error::Misuse(
                    "there is no dialogue in this home yet: `dialogue new --relay URL --title T`, or `join LINK`"
                        .to_owned(),
                )
                .into()),
                Some(wanted) => Err(client::Error::Misuse(format!(
                    "no dialogue's id begins with `{wanted}`; `dialogue list` shows them"
                ))
                .into()),
            },
            many => {
                let ids: Vec<String> = many.iter().map(|one| format!("{} ({})", text(&one.id), one.title)).collect();
                Err(client::Error::Misuse(format!("say which dialogue with --dialogue ID: {}", ids.join(", "))).into())
            }
        }
    }

    /// Says it in the form asked for.
    pub(crate) fn say(&self, json: impl FnOnce() -> Value, text: impl FnOnce() -> String) -> anyhow::Result<()> {
        if self.json { output::say_json(&json()) } else { output::say(&text()) }
    }
}

impl Talk {
    /// An open dialogue of a vault.
    pub(crate) fn of(vault: Vault, me: Participant) -> anyhow::Result<Self> {
        Ok(Self { vault, me, runtime: runtime()?, told: Vec::new(), told_up_to: None })
    }

    /// Brings the dialogue in step, and tells what all are told.
    pub(crate) fn sync(&mut self) -> anyhow::Result<client::participant::Synced> {
        let synced = self.step()?;
        self.tell()?;
        Ok(synced)
    }

    /// Brings the dialogue in step; names the dialogue in the vault once its title is known.
    fn step(&mut self) -> anyhow::Result<client::participant::Synced> {
        let synced = self.runtime.block_on(self.me.sync())?;
        self.runtime.block_on(self.me.close_tokens())?;
        self.entitle()?;
        Ok(synced)
    }

    /// As [`Self::sync`], waiting for news up to `patience`.
    pub(crate) fn wait(&mut self, patience: Duration) -> anyhow::Result<client::participant::Synced> {
        let synced = self.runtime.block_on(self.me.wait(patience))?;
        self.entitle()?;
        self.tell()?;
        Ok(synced)
    }

    /// As [`Self::sync`]; where that does not succeed and the end is due here all the same, it is no failure: there may
    /// be nobody left to be in step with, and what keeps the end from being carried out says so itself.
    pub(crate) fn sync_or_end(&mut self) -> anyhow::Result<client::participant::Synced> {
        match self.sync() {
            Err(_) if self.me.is_end_due()? => {
                tracing::info!("not in step, and the end is due here all the same");
                Ok(client::participant::Synced::default())
            }
            done => done,
        }
    }

    /// Tells what all are told and was not told here yet, on standard error: whichever command, or page, fetched it. A
    /// command that waits tells what comes meanwhile whether or not another has told it too.
    fn tell(&mut self) -> anyhow::Result<()> {
        let Some(state) = self.me.overview()?.state else {
            return Ok(());
        };
        let after = match self.told_up_to {
            Some(place) => place,
            None => self.me.told_up_to()?,
        };
        let fresh = self.me.notices_after(after)?;
        for notice in &fresh {
            output::complain(&format!("notice: {}", super::record::notice(&state, notice)));
        }
        let up_to = fresh.iter().map(|notice| notice.sequence).max().unwrap_or(after);
        self.told_up_to = Some(up_to);
        self.told.extend(fresh);
        // Marked once they are said: better told twice than never.
        Ok(self.me.mark_told(up_to)?)
    }

    fn entitle(&mut self) -> anyhow::Result<()> {
        if let Some(state) = self.me.overview()?.state {
            self.vault.rename_dialogue(self.me.id().0, &state.title)?;
        }
        Ok(())
    }

    /// Sends what was just posted; offline, or where the relay has no room for it now, it stays in the outbox, and that
    /// is said.
    pub(crate) fn send(&mut self) -> anyhow::Result<()> {
        match self.step() {
            Err(error) if courier_error(&error).is_some_and(courier::Error::may_pass) => {
                output::complain(&format!("note: saved, and not sent yet: {error}"));
            }
            done => done.map(drop).context("what this command did is saved; `sync` sends it later")?,
        }
        self.tell()
    }

    /// Takes up news before something is decided on them; offline, or where what waits cannot be sent now, that is said
    /// and what is known is used.
    pub(crate) fn refresh(&mut self) -> anyhow::Result<()> {
        match self.step() {
            Err(error) if courier_error(&error).is_some_and(courier::Error::may_pass) => {
                output::complain(&not_in_step(&error));
            }
            done => drop(done?),
        }
        self.tell()?;
        self.warn()
    }

    /// Takes up news before something is shown. What is here already can be read whatever the relay does; what it does
    /// is said.
    pub(crate) fn look(&mut self) -> anyhow::Result<()> {
        match self.step() {
            Err(error) if courier_error(&error).is_some() => {
                output::complain(&not_in_step(&error));
            }
            done => drop(done?),
        }
        self.tell()?;
        self.warn()
    }

    /// An alarm about the log is said by every command, not only where one asks for it.
    fn warn(&mut self) -> anyhow::Result<()> {
        let report = self.me.health()?;
        if report.health == Health::Forked {
            output::complain(&format!("warning: {}. Next: {}", report.what, report.next));
        }
        Ok(())
    }
}

/// The error of the way to the relay, if it is one.
fn courier_error(error: &anyhow::Error) -> Option<&courier::Error> {
    match error.downcast_ref::<client::Error>() {
        Some(client::Error::Courier(cause) | client::Error::TokenRefused(cause) | client::Error::LogDeleted(cause)) => {
            Some(cause)
        }
        _ => None,
    }
}

fn not_in_step(error: &anyhow::Error) -> String {
    match courier_error(error) {
        Some(courier::Error::Unreachable(_)) => {
            format!("note: offline; this is what was known at the last sync ({error})")
        }
        _ => format!("note: not in step, this is what is known here: {error}"),
    }
}

/// What drives connections.
pub(crate) fn runtime() -> anyhow::Result<Runtime> {
    let built = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    built.context("the connections' threads did not start")
}

fn proxy(text: &str) -> Result<Socks5, String> {
    let address = text.parse().map_err(|_| "an address with its port was expected, such as 127.0.0.1:9050")?;
    Ok(Socks5 { address })
}

fn from_descriptor(descriptor: u32) -> anyhow::Result<Passphrase> {
    let path = format!("/dev/fd/{descriptor}");
    let file = std::fs::File::open(&path).with_context(|| format!("--passphrase-fd {descriptor} cannot be read"))?;
    let mut text = String::new();
    file.take(MOST_PASSPHRASE_BYTES)
        .read_to_string(&mut text)
        .with_context(|| format!("--passphrase-fd {descriptor} gave no text"))?;
    let typed = text.strip_suffix('\n').unwrap_or(&text);
    Ok(Passphrase::new(typed.strip_suffix('\r').unwrap_or(typed).to_owned()))
}
