//! What a relay has and tells: no tokens, no ids in its logs and counts, and nothing of a deleted dialogue on its disk.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "what is skipped is said aloud")]
mod kit;

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

use envelope::ProblemKind;
use kit::client::connector;
use kit::{Client, block, log, member};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Everything in the folder, as bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    entries.map(|entry| (entry.path().display().to_string(), std::fs::read(entry.path()).unwrap())).collect()
}

fn holds(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_and_ids_are_told_to_nobody_and_a_deleted_log_leaves_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_backchannel-relay"))
        .args(["serve", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0", "--database"])
        .arg(format!("sqlite:{}", folder.path().join("relay.db").display()))
        .env("RUST_LOG", "trace")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut line, mut told) = (String::new(), BufReader::new(child.stdout.take().unwrap()));
    told.read_line(&mut line).unwrap();
    let address = line.split_whitespace().find_map(|word| word.strip_prefix("https://")).unwrap().parse().unwrap();
    let mut client = Client::try_connect(&connector(folder.path()), address).await.unwrap();
    let log = log(0xc3);
    client.create(&log).await;
    client.put_token(&log, member(0xd7).hash(), None).await;
    let sentinel = block(0x5e47_19e1_0000_0001);
    for _ in 0..40 {
        assert_eq!(client.append(log.id, &member(0xd7), sentinel.clone()).await.status, 201);
    }
    client.fetch(log.id, &member(0xd7), 0, 64, 0).await;
    client.fetch(log.id, &member(0xd8), 0, 64, 0).await;
    let secrets = [log.owner, member(0xd7), member(0xd8)];
    for (name, bytes) in files(folder.path()) {
        for token in &secrets {
            assert!(!holds(&bytes, token.reveal_bytes()), "{name} holds a token");
            assert!(!holds(&bytes, token.reveal_hex().as_bytes()), "{name} holds a token");
        }
    }
    assert!(
        files(folder.path()).iter().any(|(_, bytes)| holds(bytes, &sentinel[..64])),
        "the search finds what is there"
    );
    let path = format!("/v1/logs/{}", log.id);
    let deleted = client.ask("DELETE", &path, Some(&secrets[0]), &[], Vec::new()).await.unwrap();
    assert_eq!(deleted.status, 204);
    for (name, bytes) in files(folder.path()) {
        assert!(!holds(&bytes, &sentinel[..64]), "{name} still holds a deleted block");
    }
    Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    let mut logs = String::new();
    child.stderr.take().unwrap().read_to_string(&mut logs).unwrap();
    told.read_to_string(&mut logs).unwrap();
    assert!(child.wait().unwrap().success());
    assert!(logs.contains("stopped"), "the search reads what is told: {logs}");
    for word in [log.id.to_string(), member(0xd7).hash().to_string(), secrets[1].reveal_hex().to_string()] {
        assert!(!logs.contains(&word), "{logs}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_hold_numbers_alone() {
    let folder = tempfile::tempdir().unwrap();
    let listen = |config: &mut relay::Config| config.metrics = Some("127.0.0.1:0".parse().unwrap());
    let running = kit::relay(folder.path(), kit::sqlite(folder.path()), listen).await;
    let mut client = Client::connect(folder.path(), running.address).await;
    client.create(&log(1)).await;
    client.append(log(1).id, &log(1).owner, block(1)).await;
    let mut stream = tokio::net::TcpStream::connect(running.metrics.unwrap()).await.unwrap();
    stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    let (_, counts) = text.split_once("\r\n\r\n").unwrap();
    assert!(counts.contains("\nrelay_blocks_appended 1\n"), "{counts}");
    for line in counts.lines().filter(|line| !line.starts_with('#')) {
        let (name, value) = line.split_once(' ').unwrap();
        assert!(name.starts_with("relay_") && !name.contains('{'), "{line}");
        assert!(value.parse::<u64>().is_ok(), "{line}");
    }
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_are_kept_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let tight = |config: &mut relay::Config| {
        config.limits.blocks_per_log = 3;
        config.limits.blocks_at_once = 5;
        config.limits.blocks_per_second = 1;
        config.limits.logs_at_once = 3;
        config.limits.ends_per_log = 2;
        config.limits.unpaired = std::time::Duration::from_millis(300);
        config.creation = Some(member(50).hash());
    };
    let running = kit::relay(folder.path(), kit::sqlite(folder.path()), tight).await;
    let connect = || Client::connect(folder.path(), running.address);
    let mut client = connect().await;
    let refused = client.create(&log(1)).await;
    assert_eq!((refused.status, refused.problem().kind), (401, ProblemKind::NotAuthorised));
    let body = format!(r#"{{"id":"{}","owner":"{}"}}"#, log(1).id, log(1).owner.hash());
    let shown = [(envelope::header::CREATION, format!("Bearer {}", *member(50).reveal_hex()))];
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(client.ask("POST", "/v1/logs", None, &shown, body.clone().into()).await.unwrap().status);
    }
    assert_eq!(statuses, [201, 201, 201, 429], "logs of one address");
    let log = log(1);
    let three = [block(1), block(2), block(3)].concat();
    assert_eq!(client.append(log.id, &log.owner, three).await.status, 201);
    let full = client.append(log.id, &log.owner, block(4)).await;
    assert_eq!((full.status, full.problem().kind), (507, ProblemKind::QuotaFull));
    assert!(full.problem().detail.contains("acknowledge"), "says what to do: {full:?}");
    let fast = client.append(log.id, &log.owner, [block(4), block(5)].concat()).await;
    assert_eq!((fast.status, fast.problem().kind), (429, ProblemKind::TooManyRequests));
    client.acknowledge(log.id, &log.owner, 3).await;
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    assert_eq!(client.append(log.id, &log.owner, block(4)).await.places(), (4, 4), "room again");
    let mut one = connect().await.stream(log.id, &log.owner, [1; 32]).await.unwrap();
    let _other = connect().await.stream(log.id, &log.owner, [2; 32]).await.unwrap();
    assert_eq!(connect().await.stream(log.id, &log.owner, [3; 32]).await.err(), Some(429), "ends of one log");
    assert!(one.read(&mut [0]).await.is_ok_and(|read| read == 0), "nobody came");
    running.stop().await;
}
