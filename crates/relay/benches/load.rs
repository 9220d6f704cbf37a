//! Load on a relay of its own process: appends of many members, polls that wake, a stream. Prints a table.
//!
//! `cargo bench --package relay`, all on 127.0.0.1. `BENCH_SECONDS` (10) is how long each part lasts.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement stops at the first surprise and tells")]
#[path = "../tests/kit/mod.rs"]
mod kit;
#[path = "load/process.rs"]
mod process;
#[path = "load/tally.rs"]
mod tally;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use kit::client::connector;
use kit::{Client, block, log, member};
use process::Process;
use tally::Tally;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;

/// Members who append, connected all the time.
const MEMBERS: u8 = 200;
/// Dialogues they are in.
const LOGS: u8 = 10;
/// Blocks per second of all together where each waits for its turn.
const PACE: u32 = 1_200;
/// What is wanted: blocks per second with so many milliseconds at most for 99 of a hundred, memory, bytes per second.
const RATE: f64 = 1_000.0;
const LATE: f64 = 200.0;
const MEMORY: u64 = 300;
const LANE: f64 = 50.0;

fn main() {
    let seconds = std::env::var("BENCH_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    println!("{:<52} {:>10} {:>10} {:>10} {:>10}", "", "blocks/s", "p50 ms", "p99 ms", "max ms");
    runtime.block_on(async {
        for (name, pace, blocks) in [
            ("as fast as it goes, 1 block each", None, 1),
            ("paced, 1 block each", Some(PACE), 1),
            ("as fast as it goes, 8 blocks each", None, 8),
        ] {
            appends(name, Duration::from_secs(seconds), pace, blocks).await;
        }
        stream(Duration::from_secs(seconds.min(5))).await;
    });
}

async fn appends(name: &str, lasting: Duration, pace: Option<u32>, blocks: u64) {
    let relay = Process::start();
    let tls = connector(relay.folder());
    let mut founder = Client::try_connect(&tls, relay.address).await.unwrap();
    for number in 1..=LOGS {
        founder.create(&log(number)).await;
        for one in (0..MEMBERS).filter(|one| one % LOGS == number - 1) {
            founder.put_token(&log(number), member(one).hash(), None).await;
        }
    }
    let until = Instant::now() + lasting;
    let pause = pace.map(|pace| Duration::from_secs(1) * u32::from(MEMBERS) / pace);
    let mut members = tokio::task::JoinSet::new();
    for number in 0..MEMBERS {
        let client = Client::try_connect(&tls, relay.address).await.unwrap();
        members.spawn(append(client, number, blocks, pause, until));
    }
    let began = Instant::now();
    let mut tally = Tally::default();
    while let Some(one) = members.join_next().await {
        tally.add(one.unwrap());
    }
    let rate = tally.count() as f64 * blocks as f64 / began.elapsed().as_secs_f64();
    let name = format!("{MEMBERS} members, {LOGS} dialogues, {name}");
    println!("{name:<52} {rate:>10.0} {}", tally.text());
    let (late, memory) = (tally.late(), relay.most_mib());
    let wanted = rate >= RATE && late < LATE && memory < MEMORY;
    println!(
        "FIGURE: relay appends, {name}: {rate:.0} blocks/s, p99 {late:.0} ms, {memory} MiB (wanted at least {RATE} blocks/s, \
         less than {LATE} ms and {MEMORY} MiB: {})",
        met(wanted)
    );
}

const fn met(met: bool) -> &'static str {
    if met { "met" } else { "not met" }
}

/// One member: appends until the time is up; how long each took.
async fn append(mut client: Client, number: u8, blocks: u64, pause: Option<Duration>, until: Instant) -> Vec<Duration> {
    let (log, token) = (log(number % LOGS + 1), member(number));
    let body = (0..blocks).flat_map(|part| block(u64::from(number) << 32 | part)).collect::<Vec<_>>();
    let mut took = Vec::new();
    let mut turn = Instant::now() + pause.unwrap_or_default() * u32::from(number) / u32::from(MEMBERS);
    while Instant::now() < until {
        let mut began = Instant::now();
        if let Some(pause) = pause {
            tokio::time::sleep_until(turn.into()).await;
            // Who is late because the last one took long has waited since its turn.
            began = turn;
            turn += pause;
        }
        let reply = client.append(log.id, &token, body.clone()).await;
        match reply.status {
            201 => took.push(began.elapsed()),
            // The rate of one token.
            429 => tokio::time::sleep(Duration::from_millis(50)).await,
            _ => assert_eq!(reply.status, 201, "{reply:?}"),
        }
    }
    took
}

async fn end(tls: &TlsConnector, relay: &Process) -> impl AsyncReadExt + AsyncWriteExt + Send + Unpin + 'static {
    let client = Client::try_connect(tls, relay.address).await.unwrap();
    client.stream(log(1).id, &log(1).owner, [1; 32]).await.unwrap()
}

async fn stream(lasting: Duration) {
    let relay = Process::start();
    let tls = connector(relay.folder());
    Client::try_connect(&tls, relay.address).await.unwrap().create(&log(1)).await;
    let (mut here, mut there) = (end(&tls, &relay).await, end(&tls, &relay).await);
    let carried = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&carried);
    let reading = tokio::spawn(async move {
        let mut buffer = vec![0; 262_144];
        while let Ok(read @ 1..) = there.read(&mut buffer).await {
            counted.fetch_add(read as u64, Ordering::Relaxed);
        }
    });
    let (began, chunk) = (Instant::now(), vec![7; 131_072]);
    while began.elapsed() < lasting {
        here.write_all(&chunk).await.unwrap();
    }
    here.shutdown().await.unwrap();
    reading.await.unwrap();
    let rate = carried.load(Ordering::Relaxed) as f64 / 1e6 / began.elapsed().as_secs_f64();
    println!("{:<52} {rate:>10.0} MB/s", "run lane, one stream over TLS");
    println!(
        "FIGURE: relay run lane over TLS on loopback: {rate:.0} MB/s, {} MiB (wanted at least {LANE} MB/s: {})",
        relay.most_mib(),
        met(rate >= LANE)
    );
}
