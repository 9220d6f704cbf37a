//! The house of the demo: one temporary folder with a relay and the homes of a convener and three delegates.
use std::path::{Path, PathBuf};
use std::process::Command;

use ::dialogue::{Body, Charter, MemberId, Room};
use anyhow::{Context, bail};
use client::Participant;
use client::courier::RelayAddress;
use client::invitation::Link;
use client::participant::{Offer, Progress};
use client::vault::{Cost, Home, Passphrase};
use tempfile::TempDir;

use super::case;
use super::process::Process;

/// The passphrase of all four vaults. It guards nothing: they hold an exercise, and vanish with the demo.
pub(super) const PASSPHRASE: &str = "only an exercise";
/// Rounds in which everybody fetches and sends, until nothing moves any more.
const ROUNDS: u32 = 40;

/// Somebody in the dialogue.
pub(super) struct Somebody {
    /// A word without spaces: of the folder, of the process.
    pub(super) name: String,
    /// The side; none for the convener.
    pub(super) side: Option<&'static str>,
    /// Their own part in the dialogue.
    pub(super) me: Participant,
    home: PathBuf,
}

/// The house. Fields are let go in this order: who is in it, the relay, the folder.
pub(super) struct House {
    /// The convener.
    pub(super) convener: Somebody,
    /// The delegates of A, B and C.
    pub(super) delegates: Vec<Somebody>,
    relay: Process,
    folder: TempDir,
}

impl House {
    /// Starts the relay, founds the dialogue, lets everybody in, and loads the case. Positions are drafts, each in the
    /// vault of its side.
    ///
    /// # Errors
    /// No relay's program beside this one; a program that does not start; the disk.
    pub(super) async fn build() -> anyhow::Result<Self> {
        let relay = relay_program()?;
        let folder = tempfile::Builder::new().prefix("backchannel-demo-").tempdir().context("no temporary folder")?;
        let (relay, address) = serve(&relay, folder.path()).await?;
        let charter = Charter { purpose: case::PURPOSE.to_owned(), ..Charter::default() };
        let (name, home) = ("convener".to_owned(), folder.path().join("convener"));
        let mut vault = Home::at(&home).create(&passphrase(), cost()?)?.0;
        let me = Participant::found(&mut vault, &address, None, case::TITLE, "Convener", charter).await?;
        let convener = Somebody { name, side: None, me, home };
        let mut house = Self { convener, delegates: Vec::new(), relay, folder };
        for (side, _) in case::SIDES {
            house.let_in(side).await?;
        }
        house.settle().await?;
        house.load()?;
        house.settle().await?;
        for (delegate, (_, position)) in house.delegates.iter_mut().zip(case::SIDES) {
            delegate.me.import_position(position, "toml")?;
        }
        Ok(house)
    }

    async fn let_in(&mut self, side: &'static str) -> anyhow::Result<()> {
        let offer = Offer { side: side.to_owned(), valid_for: 3600, replaces: None };
        let link: Link = self.convener.me.invite(&offer).await?.parse()?;
        let name = format!("side-{side}");
        let home = self.folder.path().join(&name);
        let mut vault = Home::at(&home).create(&passphrase(), cost()?)?.0;
        let mut me = Participant::join(&mut vault, &link, None, &case::delegate(side))?;
        for _ in 0..ROUNDS {
            me.sync().await?;
            if me.overview()?.progress == Progress::Member {
                self.delegates.push(Somebody { name, side: Some(side), me, home });
                return Ok(());
            }
            self.convener.me.sync().await?;
        }
        bail!("side {side} was not let in");
    }

    fn load(&mut self) -> anyhow::Result<()> {
        let mut seated: Vec<(&str, MemberId)> = Vec::new();
        for (delegate, (side, _)) in self.delegates.iter_mut().zip(case::SIDES) {
            seated.push((side, delegate.me.overview()?.me));
        }
        for body in case::loaded(&seated)? {
            self.convener.me.post(&Room::Plenary, body)?;
        }
        Ok(())
    }

    /// Lets everybody fetch and send until nothing moves any more.
    ///
    /// # Errors
    /// The relay; a dialogue that does not come to rest.
    pub(super) async fn settle(&mut self) -> anyhow::Result<()> {
        for _ in 0..ROUNDS {
            let mut moved = 0;
            for one in std::iter::once(&mut self.convener).chain(&mut self.delegates) {
                let synced = one.me.sync().await?;
                moved += synced.received + synced.sent;
            }
            if moved == 0 {
                return Ok(());
            }
        }
        bail!("the dialogue does not come to rest");
    }

    /// The delegate of a side.
    ///
    /// # Errors
    /// No such side.
    pub(super) fn of(&mut self, side: &str) -> anyhow::Result<&mut Somebody> {
        let found = self.delegates.iter_mut().find(|one| one.side == Some(side));
        found.with_context(|| format!("there is no side {side}"))
    }

    /// Everybody, the convener first.
    pub(super) fn everybody(&self) -> impl Iterator<Item = &Somebody> {
        std::iter::once(&self.convener).chain(&self.delegates)
    }

    /// The folder that vanishes with the house.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Waits for the end of the relay, which should outlive all else.
    ///
    /// # Errors
    /// Always: it has ended.
    pub(super) async fn relay_gone(&mut self) -> anyhow::Result<()> {
        let status = self.relay.ended().await?;
        bail!("the relay has ended ({status}){}", self.relay.told());
    }
}

impl Somebody {
    /// Starts this program as a process of theirs: their home, and their passphrase through its environment.
    ///
    /// # Errors
    /// A program that cannot be started.
    pub(super) fn start(&self, arguments: &[&str], folder: &Path) -> anyhow::Result<Process> {
        let mut command = Command::new(std::env::current_exe().context("this program's own path")?);
        command.args(arguments).arg("--home").arg(&self.home).env("BACKCHANNEL_PASSPHRASE", PASSPHRASE);
        Process::start(command, &self.name, folder)
    }

    /// Enters something in the plenary.
    ///
    /// # Errors
    /// The dialogue's rules refuse it.
    pub(super) fn post(&mut self, body: Body) -> client::Result<()> {
        self.me.post(&Room::Plenary, body).map(drop)
    }
}

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

/// The least that a guess can cost: the passphrase of these vaults is printed for everybody to read.
fn cost() -> anyhow::Result<Cost> {
    Ok(Cost::custom(64, 1, 1)?)
}

fn relay_program() -> anyhow::Result<PathBuf> {
    let path = std::env::current_exe().context("this program's own path")?.with_file_name("backchannel-relay");
    if !path.is_file() {
        bail!(
            "the demo needs the relay's program, and {} is not there. `make demo` and `make build` build both; a copy of \
             this program wants `backchannel-relay` beside it",
            path.display()
        );
    }
    Ok(path)
}

/// A relay on a free port, with its database in the folder.
async fn serve(program: &Path, folder: &Path) -> anyhow::Result<(Process, RelayAddress)> {
    let mut command = Command::new(program);
    let database = format!("sqlite:{}", folder.join("relay.db").display());
    command.args(["serve", "--listen", "127.0.0.1:0", "--database", &database, "--leashed"]).current_dir(folder);
    let mut process = Process::start(command, "relay", folder)?;
    let address = process.hear(address).await?;
    Ok((process, address))
}

/// `listening on https://ADDRESS:PORT pin HEX`
fn address(said: &str) -> Option<RelayAddress> {
    let mut words = said.split_whitespace();
    let url = words.find(|word| word.starts_with("https://"))?;
    let pin = words.skip_while(|word| *word != "pin").nth(1)?;
    let (host, port) = RelayAddress::host_and_port(url).ok()?;
    Some(RelayAddress { host, port, pin: ::dialogue::id::unhex(pin)? })
}
