//! A whole dialogue through a relay process: what a durable send costs in processor time, and how long a member who was
//! away from the beginning takes to catch up.
//!
//! `cargo build --release -p relay && cargo bench -p client --bench dialogue`. By default 30 members, 10,000 messages and
//! 200 epochs, said by [`AUTHORS`] of the members in turn; `BACKCHANNEL_BENCH_MESSAGES` and `BACKCHANNEL_BENCH_EPOCHS` make
//! it smaller. One machine for all: the relay's time is in the seconds, not in the processor times. What an author has to
//! take up before it speaks is not part of its send.
#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a bench stops where a step fails")]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use client::Participant;
use client::courier::{self, RelayAddress};
use client::invitation::Link;
use client::participant::Offer;
use client::vault::{Cost, Home, Passphrase, Vault};
use dialogue::{Body, Charter, Room};
use tempfile::TempDir;
use tokio::runtime::Runtime;

const MEMBERS: usize = 30;
/// Members who speak, the convener among them.
const AUTHORS: usize = 5;
/// What is wanted of a catching up, and of a send.
const CATCH_UP: Duration = Duration::from_secs(30);
const SEND: Duration = Duration::from_millis(15);

struct Relay {
    process: Child,
    url: String,
    _folder: TempDir,
}

impl Relay {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let database = format!("sqlite:{}", folder.path().join("relay.db").display());
        let mut process = Command::new(program())
            .args(["serve", "--listen", "127.0.0.1:0", "--database", &database])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.split_whitespace().find(|word| word.starts_with("https://")).unwrap().to_owned();
        Self { process, url, _folder: folder }
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The relay's program, beside this one.
fn program() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let found = own.ancestors().map(|folder| folder.join("backchannel-relay")).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("no backchannel-relay: cargo build --release --package relay"))
}

struct Machine {
    vault: Vault,
    me: Participant,
    _folder: TempDir,
}

impl Machine {
    /// The plenary's epoch, as this machine has it.
    fn epoch(&mut self) -> u64 {
        let mut store = self.vault.open_dialogue(self.me.id().0).unwrap();
        let newest = "SELECT MAX(epoch) FROM epoch_keys WHERE room = 'plenary'";
        let read =
            store.read(|tx| -> Result<i64, client::vault::Error> { Ok(tx.query_row(newest, [], |row| row.get(0))?) });
        u64::try_from(read.unwrap()).unwrap()
    }
}

const fn met(met: bool) -> &'static str {
    if met { "met" } else { "not met" }
}

fn vault() -> (Vault, TempDir) {
    let folder = std::env::var_os("BACKCHANNEL_HOME_FOR_BENCH").map_or_else(TempDir::new, TempDir::new_in).unwrap();
    let passphrase = Passphrase::new("a bench has no secret".to_owned());
    let home = Home::at(folder.path().join("home"));
    let (vault, _) = home.create(&passphrase, Cost::custom(64, 1, 1).unwrap()).unwrap();
    (vault, folder)
}

/// Lets somebody in: knocks, is let in, takes that up.
fn join(runtime: &Runtime, convener: &mut Machine, name: &str) -> Machine {
    let offer = Offer { side: "A".to_owned(), valid_for: 3_600, replaces: None };
    let link: Link = runtime.block_on(convener.me.invite(&offer)).unwrap().parse().unwrap();
    let (mut vault, folder) = vault();
    let mut me = Participant::join(&mut vault, &link, None, name).unwrap();
    runtime.block_on(me.sync()).unwrap();
    runtime.block_on(convener.me.sync()).unwrap();
    runtime.block_on(me.sync()).unwrap();
    Machine { vault, me, _folder: folder }
}

/// Processor time of this process so far.
fn processor() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after.split_whitespace().skip(11).take(2).filter_map(|one| one.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

fn count(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn main() {
    let messages = count("BACKCHANNEL_BENCH_MESSAGES", 10_000);
    let epochs = count("BACKCHANNEL_BENCH_EPOCHS", 200);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let relay = Relay::start();
    let (host, port) = RelayAddress::host_and_port(&relay.url).unwrap();
    let pin = runtime.block_on(courier::fetch_pin(&host, port, None)).unwrap();
    let address = RelayAddress { host, port, pin };
    let (mut own, folder) = vault();
    let founded = Participant::found(&mut own, &address, None, "Bench", "Convener", Charter::default());
    let me = runtime.block_on(founded).unwrap();
    let mut convener = Machine { vault: own, me, _folder: folder };
    let mut away = join(&runtime, &mut convener, "away");
    let mut others: Vec<Machine> =
        (2..MEMBERS).map(|at| join(&runtime, &mut convener, &format!("member {at}"))).collect();
    println!("{MEMBERS} members are in");

    // Epochs: somebody is let in, and removed again, until there are as many as demanded; those who do not speak stay
    // where they were, as machines that are off.
    let mut speakers: Vec<Machine> = others.drain(..AUTHORS - 1).collect();
    let mut said = 0;
    let (mut sending, mut sent) = (Duration::ZERO, 0_u32);
    let (mut in_epochs, before) = (convener.epoch(), convener.epoch());
    while in_epochs < epochs as u64 || said < messages {
        if in_epochs < epochs as u64 {
            let mut guest = join(&runtime, &mut convener, "guest");
            if convener.epoch() < epochs as u64 {
                let member = guest.me.overview().unwrap().me;
                convener.me.post(&Room::Plenary, Body::Removed { member, why: "bench".to_owned() }).unwrap();
                runtime.block_on(convener.me.sync()).unwrap();
            }
            in_epochs = convener.epoch();
        }
        // As far in the messages as in the epochs.
        let share = match (epochs as u64).saturating_sub(before) {
            0 => messages,
            all => messages * usize::try_from(in_epochs.saturating_sub(before).min(all)).unwrap() / all as usize,
        };
        while said < share {
            let author = match said % AUTHORS {
                0 => &mut convener,
                at => &mut speakers[at - 1],
            };
            runtime.block_on(author.me.sync()).unwrap();
            let text = format!("message {said} of a dialogue that goes on for a while, as dialogues do");
            let before = processor();
            author.me.post(&Room::Plenary, Body::Said { text }).unwrap();
            runtime.block_on(author.me.sync()).unwrap();
            sending += processor().saturating_sub(before);
            sent += 1;
            said += 1;
        }
    }
    let send = sending.checked_div(sent).unwrap_or_default();
    println!(
        "FIGURE: {MEMBERS} members, {said} messages of {AUTHORS} authors, {in_epochs} epochs: a durable send takes {:.1} ms of \
         processor time (at most {} wanted: {})",
        send.as_secs_f64() * 1e3,
        SEND.as_millis(),
        met(send <= SEND)
    );

    let (before, begun) = (processor(), Instant::now());
    let synced = runtime.block_on(away.me.sync()).unwrap();
    let took = begun.elapsed();
    println!(
        "FIGURE: a member away from the beginning takes up {} blocks in {:.1} s, {:.1} s of processor time (less than {} s \
         wanted: {})",
        synced.received,
        took.as_secs_f64(),
        processor().saturating_sub(before).as_secs_f64(),
        CATCH_UP.as_secs(),
        met(took < CATCH_UP)
    );
    let heard = away.me.messages(&Room::Plenary, 0).unwrap().len();
    assert_eq!(heard, said, "every message was taken up");
    assert!(in_epochs >= epochs as u64, "{in_epochs} epochs");
    drop((others, speakers, away.vault, convener.vault));
}
