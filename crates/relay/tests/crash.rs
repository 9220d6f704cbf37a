//! `kill -9` at random moments under load, and a full disk: nothing acknowledged is lost, torn or doubled, whether
//! blocks are appended, or logs come and go with their tokens and acknowledgements.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "figures are told")]
#[path = "crash/keeper.rs"]
mod keeper;
mod kit;

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use envelope::{LogId, ProblemKind};
use keeper::Keeper;
use kit::client::connector;
use kit::{Client, block, log};

/// Members who append all the time.
const MEMBERS: u64 = 8;
/// Owners whose logs come and go beside them.
const KEEPERS: u8 = 2;

/// A relay of its own process, killed when dropped.
struct Process {
    child: Child,
    address: SocketAddr,
    pin: String,
}

impl Process {
    fn start(folder: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_backchannel-relay"))
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(format!("sqlite:{}", folder.join("relay.db").display()))
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!((words[0], words[1], words[3]), ("listening", "on", "pin"), "{line}");
        let address = words[2].strip_prefix("https://").unwrap().parse().unwrap();
        Self { child, address, pin: words[4].to_owned() }
    }

    /// SIGKILL, as `kill -9` sends it.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What one member has sent: the append under way, sent again until it is answered, and all that were answered.
struct Member {
    number: u64,
    turn: u64,
    answered: HashMap<u64, u64>,
}

impl Member {
    /// Different members, turns and places in an append give different blocks.
    fn marks(&self) -> Vec<u64> {
        (0..=self.turn % 3).map(|part| self.number << 32 | self.turn << 2 | part).collect()
    }

    /// Appends until the relay is gone.
    async fn append(&mut self, mut client: Client, log: LogId) {
        let owner = kit::log(1).owner;
        loop {
            let marks = self.marks();
            let mut id = [0; 32];
            id[..8].copy_from_slice(&marks[0].to_be_bytes());
            let body = marks.iter().flat_map(|mark| block(*mark)).collect();
            let Some(reply) = client.try_append(log, &owner, None, Some(id), body).await else { return };
            assert!(reply.status < 300, "{reply:?}");
            for (place, mark) in (reply.places().0..).zip(marks) {
                self.answered.insert(mark, place);
            }
            self.turn += 1;
        }
    }
}

/// The whole log, checked for gaps: the mark of each block by its place.
async fn read(client: &mut Client, log: LogId, after: u64, marks: &mut HashMap<u64, u64>) -> u64 {
    let owner = kit::log(1).owner;
    let mut last = after;
    loop {
        let blocks = client.fetch(log, &owner, last, 64, 0).await.blocks();
        if blocks.is_empty() {
            return last;
        }
        for (place, bytes) in blocks {
            assert_eq!(place, last + 1, "a gap");
            let mark = u64::from_be_bytes(bytes[..8].try_into().unwrap());
            assert!(bytes == block(mark), "block {place} is torn");
            assert_eq!(marks.insert(mark, place), None, "block {place} is doubled");
            last = place;
        }
    }
}

/// A generator that always begins the same.
fn dice(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_torn_or_doubled_by_kills() {
    let soak = std::env::var_os("BACKCHANNEL_SOAK").is_some();
    let kills: usize = if soak { 1_000 } else { 50 };
    let folder = tempfile::tempdir().unwrap();
    let members: Vec<_> = (1..=MEMBERS)
        .map(|number| Arc::new(tokio::sync::Mutex::new(Member { number, turn: 0, answered: HashMap::new() })))
        .collect();
    let keepers: Vec<_> = (0..KEEPERS).map(|number| Arc::new(tokio::sync::Mutex::new(Keeper::new(number)))).collect();
    let (mut chance, mut last, mut blocks, mut stored, mut pin) = (7, 0, 0, HashMap::new(), None);
    let began = Instant::now();
    for round in 0..=kills {
        let relay = Process::start(folder.path(), &["--quota", "1000000"]);
        assert_eq!(*pin.get_or_insert_with(|| relay.pin.clone()), relay.pin, "the pin survives restarts");
        let tls = connector(folder.path());
        let mut reader = Client::try_connect(&tls, relay.address).await.unwrap();
        if round == 0 {
            assert_eq!(reader.create(&numbered(0)).await.status, 201);
        }
        let before = numbered(round.saturating_sub(1)).id;
        last = read(&mut reader, before, last, &mut stored).await;
        for member in &members {
            for (mark, place) in &member.lock().await.answered {
                assert_eq!(stored.get(mark), Some(place), "an acknowledged block is lost or moved");
            }
        }
        for keeper in &keepers {
            keeper.lock().await.holds(&mut reader).await;
        }
        // A new log now and then keeps each below its quota of blocks.
        if round % 50 == 0 {
            blocks += last;
            assert_eq!(reader.create(&numbered(round)).await.status, 201);
            (last, stored) = (0, HashMap::new());
            for member in &members {
                let mut member = member.lock().await;
                (member.turn, member.answered) = (member.turn + 1, HashMap::new());
            }
        }
        let id = numbered(round).id;
        let mut appends = tokio::task::JoinSet::new();
        for member in &members {
            let member = Arc::clone(member);
            let client = Client::try_connect(&tls, relay.address).await.unwrap();
            appends.spawn(async move { member.lock().await.append(client, id).await });
        }
        for keeper in &keepers {
            let keeper = Arc::clone(keeper);
            let client = Client::try_connect(&tls, relay.address).await.unwrap();
            appends.spawn(async move { keeper.lock().await.keep(client).await });
        }
        tokio::time::sleep(Duration::from_micros(dice(&mut chance) % 150_000)).await;
        relay.kill();
        while let Some(ended) = appends.join_next().await {
            ended.unwrap();
        }
    }
    let (mut steps, mut caught) = (0, 0);
    for keeper in &keepers {
        let keeper = keeper.lock().await;
        (steps, caught) = (steps + keeper.steps, caught + keeper.caught);
    }
    assert!(caught > 0, "no kill met a log in the middle of its life");
    println!(
        "FIGURE: relay kill -9 under load: {kills} kills, {blocks} blocks stored, none lost, torn or doubled; {steps} \
         steps of logs that come and go (create, token, append, acknowledgement, revocation, deletion), {caught} of \
         them under way at a kill, none undone; {} s",
        began.elapsed().as_secs()
    );
}

/// The log of fifty rounds; the owner is the same.
fn numbered(round: usize) -> kit::Log {
    let mut numbered = log(1);
    numbered.id.0[..8].copy_from_slice(&((round / 50) as u64).to_be_bytes());
    numbered
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let relay = Process::start(folder.path(), &["--most-pages", "300"]);
    let mut client = Client::try_connect(&connector(folder.path()), relay.address).await.unwrap();
    let (log, answered) = (log(1), Mutex::new(Vec::new()));
    client.create(&log).await;
    let refused = loop {
        let mark = answered.lock().unwrap().len() as u64;
        let reply = client.append(log.id, &log.owner, block(mark)).await;
        if reply.status >= 300 {
            break reply;
        }
        answered.lock().unwrap().push(reply.places().0);
        assert!(mark < 1_000, "never full");
    };
    assert_eq!((refused.status, refused.problem().kind), (507, ProblemKind::QuotaFull));
    assert!(refused.problem().detail.contains("disk is full"), "{refused:?}");
    let count = answered.lock().unwrap().len() as u64;
    assert!(count > 20, "{count}");
    let mut marks = HashMap::new();
    assert_eq!(read(&mut client, log.id, 0, &mut marks).await, count, "what was stored is there");
    relay.kill();
    let relay = Process::start(folder.path(), &[]);
    let mut client = Client::try_connect(&connector(folder.path()), relay.address).await.unwrap();
    assert_eq!(read(&mut client, log.id, 0, &mut HashMap::new()).await, count);
    assert_eq!(
        client.append(log.id, &log.owner, block(count)).await.places(),
        (count + 1, count + 1),
        "no number is lost"
    );
}

/// What the program says where it does not start: the exit code and a word.
#[test]
fn exit_codes_tell_usage_input_and_trouble_apart() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("relay.db").display());
    let missing: PathBuf = folder.path().join("missing");
    let missing = missing.to_str().unwrap();
    let nowhere = format!("sqlite:{missing}/relay.db");
    for (words, code, said) in [
        (vec!["--listen", "0.0.0.0:0", "--database", &database], 2, "--tls-cert"),
        (vec!["--metrics", "192.0.2.1:1", "--database", &database], 2, "loopback"),
        (vec!["--database", "mysql://here"], 2, "sqlite:PATH"),
        (vec!["--unknown"], 2, "--unknown"),
        (vec!["--tls-cert", missing, "--tls-key", missing, "--database", &database], 3, missing),
        (vec!["--creation-token-file", missing, "--database", &database], 3, missing),
        (
            vec!["--listen", "127.0.0.1:0", "--data", folder.path().to_str().unwrap(), "--database", &nowhere],
            1,
            "database",
        ),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_backchannel-relay")).arg("serve").args(&words).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{words:?}: {told}");
        assert!(told.contains(said), "{words:?}: {told}");
    }
}

/// SIGTERM lets what is under way end, and closes the database in order.
#[tokio::test(flavor = "multi_thread")]
async fn a_terminated_relay_answers_its_polls_and_ends_well() {
    let folder = tempfile::tempdir().unwrap();
    let mut relay = Process::start(folder.path(), &[]);
    let mut client = Client::try_connect(&connector(folder.path()), relay.address).await.unwrap();
    let log = log(1);
    client.create(&log).await;
    let process = relay.child.id().to_string();
    let (page, _) = tokio::join!(client.fetch(log.id, &log.owner, 0, 9, 50), async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        Command::new("kill").args(["-TERM", &process]).status().unwrap()
    });
    assert_eq!((page.status, page.head), (200, Some(0)));
    let ended = tokio::task::spawn_blocking(move || relay.child.wait().unwrap());
    let status = tokio::time::timeout(Duration::from_secs(10), ended).await.unwrap().unwrap();
    assert_eq!(status.code(), Some(0));
}
