//! The interface over TLS, the same on SQLite and on PostgreSQL: what is kept, refused, waited for and forgotten.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "what is skipped is said aloud")]
mod kit;

use std::path::Path;
use std::time::{Duration, Instant};

use envelope::{BLOCK_BYTES, MOST_BLOCKS_PER_APPEND, ProblemKind};
use kit::{Client, block, log, member};
use relay::Database;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

async fn all(folder: &Path, database: Database) {
    let running = kit::relay(folder, database, |config| config.limits.tokens_per_log = 5).await;
    let connect = || Client::connect(folder, running.address);
    logs_are_created_once(&mut connect().await).await;
    blocks_come_back_in_order(&mut connect().await).await;
    the_same_append_is_stored_once(&mut connect().await).await;
    expectations_are_kept(&mut connect().await).await;
    what_all_have_is_deleted(&mut connect().await).await;
    tokens_open_and_close(&mut connect().await).await;
    odd_requests_are_refused(&mut connect().await).await;
    polls_wait_and_wake(connect().await, connect().await).await;
    revoked_polls_end(connect().await, connect().await).await;
    deleted_logs_stay_deleted(&mut connect().await).await;
    streams_meet(folder, running.address).await;
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_interface_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    all(folder.path(), kit::sqlite(folder.path())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_interface_on_postgres() {
    let Some(server) = kit::postgres::Postgres::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    all(folder.path(), Database::parse(&server.url()).unwrap()).await;
    neighbours_hear_one_another(folder.path(), &server.url()).await;
}

async fn logs_are_created_once(client: &mut Client) {
    let health = client.ask("GET", "/health", None, &[], Vec::new()).await.unwrap();
    assert_eq!((health.status, health.date), (200, true), "every answer has a date");
    assert_eq!(&health.body[..], br#"{"status":"ok"}"#);
    assert_eq!(client.create(&log(1)).await.status, 201);
    assert_eq!(client.create(&log(1)).await.status, 201, "again for the same owner");
    let mut other = log(1);
    other.owner = member(77);
    let refused = client.create(&other).await;
    assert_eq!((refused.status, refused.problem().kind), (409, ProblemKind::LogExists));
}

async fn blocks_come_back_in_order(client: &mut Client) {
    let log = log(2);
    client.create(&log).await;
    for mark in 0..3 {
        let body = [block(2 * mark), block(2 * mark + 1)].concat();
        let reply = client.append(log.id, &log.owner, body).await;
        assert_eq!((reply.status, reply.places()), (201, (2 * mark + 1, 2 * mark + 2)));
    }
    let page = client.fetch(log.id, &log.owner, 1, 4, 0).await;
    assert_eq!(page.head, Some(6));
    let expected: Vec<_> = (2..=5).map(|place| (place, block(place - 1))).collect();
    assert_eq!(page.blocks(), expected);
    let empty = client.fetch(log.id, &log.owner, 6, 4, 0).await;
    assert_eq!((empty.head, empty.blocks()), (Some(6), vec![]));
    let beyond = client.fetch(log.id, &log.owner, 9, 4, 30).await;
    assert_eq!((beyond.head, beyond.blocks()), (Some(6), vec![]), "who knows more than there is does not wait");
    let most = vec![7; MOST_BLOCKS_PER_APPEND * BLOCK_BYTES];
    assert_eq!(client.append(log.id, &log.owner, most).await.places(), (7, 134));
    assert_eq!(client.fetch(log.id, &log.owner, 6, 1_000, 0).await.blocks().len(), 64);
}

async fn the_same_append_is_stored_once(client: &mut Client) {
    let log = log(3);
    client.create(&log).await;
    for status in [201, 200, 200] {
        let reply = client.try_append(log.id, &log.owner, Some(1), Some([5; 32]), block(1)).await.unwrap();
        assert_eq!((reply.status, reply.places()), (status, (1, 1)));
    }
    let other = client.try_append(log.id, &log.owner, None, Some([5; 32]), block(2)).await.unwrap();
    assert_eq!((other.status, other.problem().kind), (409, ProblemKind::AppendDiffers));
    assert_eq!(client.fetch(log.id, &log.owner, 0, 9, 0).await.head, Some(1));
}

async fn expectations_are_kept(client: &mut Client) {
    let log = log(4);
    client.create(&log).await;
    let append = async |client: &mut Client, expected| {
        client.try_append(log.id, &log.owner, Some(expected), None, block(expected)).await.unwrap()
    };
    let early = append(client, 2).await;
    assert_eq!((early.status, early.problem().kind), (409, ProblemKind::SequenceConflict));
    assert_eq!(early.problem().head.map(envelope::Sequence::number), Some(0));
    assert_eq!(append(client, 1).await.status, 201);
    assert_eq!(append(client, 1).await.problem().head.map(envelope::Sequence::number), Some(1));
    assert_eq!(append(client, 2).await.places(), (2, 2));
}

async fn what_all_have_is_deleted(client: &mut Client) {
    let log = log(5);
    client.create(&log).await;
    for number in [1, 2] {
        assert_eq!(client.put_token(&log, member(number).hash(), None).await.status, 204);
    }
    for mark in 0..4 {
        client.append(log.id, &member(1), block(mark)).await;
    }
    assert_eq!(client.acknowledge(log.id, &member(1), 3).await.status, 204);
    assert_eq!(client.fetch(log.id, &member(1), 0, 9, 0).await.blocks().len(), 4, "the other has not got it");
    assert_eq!(client.acknowledge(log.id, &member(2), 2).await.status, 204);
    let expired = client.fetch(log.id, &member(1), 0, 9, 0).await;
    assert_eq!((expired.status, expired.problem().kind), (410, ProblemKind::Expired));
    assert_eq!(expired.problem().first.map(envelope::Sequence::number), Some(3));
    assert_eq!(client.fetch(log.id, &member(2), 2, 9, 0).await.blocks().len(), 2);
    assert_eq!(client.acknowledge(log.id, &log.owner, 0).await.status, 204);
    assert_eq!(client.acknowledge(log.id, &member(2), 4).await.status, 204);
    assert_eq!(
        client.fetch(log.id, &member(2), 2, 9, 0).await.blocks().len(),
        2,
        "an owner who ever acknowledged counts"
    );
    assert_eq!(client.acknowledge(log.id, &log.owner, 4).await.status, 204);
    assert_eq!(client.fetch(log.id, &member(2), 3, 9, 0).await.blocks().len(), 1, "the first has it up to three");
    assert_eq!(client.delete_token(&log, member(1).hash()).await.status, 204);
    assert_eq!(client.fetch(log.id, &member(2), 3, 9, 0).await.status, 410, "only the revoked one had not got it");
    let early = client.acknowledge(log.id, &member(2), 5).await;
    assert_eq!((early.status, early.problem().kind), (400, ProblemKind::Malformed));
}

async fn tokens_open_and_close(client: &mut Client) {
    let log = log(6);
    client.create(&log).await;
    let refused = client.append(log.id, &member(1), block(1)).await;
    assert_eq!((refused.status, refused.problem().kind), (401, ProblemKind::NotAuthorised));
    let past = client.put_token(&log, member(1).hash(), Some(1)).await;
    assert_eq!(past.status, 400, "already past");
    let soon = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs() + 2;
    client.put_token(&log, member(1).hash(), Some(soon)).await;
    assert_eq!(client.append(log.id, &member(1), block(1)).await.status, 201);
    let began = Instant::now();
    assert_eq!(client.fetch(log.id, &member(1), 1, 9, 30).await.status, 401, "a poll ends with its token");
    assert!(began.elapsed() < Duration::from_secs(10));
    for path in ["/v1/logs/{}/tokens/{}", "/v1/logs/{}"] {
        let path = path.replacen("{}", &log.id.to_string(), 1).replacen("{}", &member(9).hash().to_string(), 1);
        client.put_token(&log, member(2).hash(), None).await;
        let refused = client.ask("DELETE", &path, Some(&member(2)), &[], Vec::new()).await.unwrap();
        assert_eq!((refused.status, refused.problem().kind), (403, ProblemKind::OwnerOnly));
    }
    let statuses = futures(client, &log).await;
    assert!(statuses.starts_with(&[204, 204]) && statuses.ends_with(&[507]), "{statuses:?}");
}

async fn futures(client: &mut Client, log: &kit::Log) -> Vec<u16> {
    let mut statuses = Vec::new();
    for number in 10..16 {
        statuses.push(client.put_token(log, member(number).hash(), None).await.status);
    }
    statuses
}

async fn odd_requests_are_refused(client: &mut Client) {
    let log = log(7);
    client.create(&log).await;
    let path = format!("/v1/logs/{}/blocks", log.id);
    for bytes in [0, 1, BLOCK_BYTES - 1, BLOCK_BYTES + 1] {
        assert_eq!(client.append(log.id, &log.owner, vec![0; bytes]).await.status, 400, "{bytes} bytes");
    }
    let long = vec![0; (MOST_BLOCKS_PER_APPEND + 1) * BLOCK_BYTES];
    let reply = client.ask("POST", &path, Some(&log.owner), &[], long).await;
    assert!(reply.is_none_or(|reply| reply.status == 413));
}

async fn polls_wait_and_wake(mut client: Client, mut other: Client) {
    let log = log(8);
    client.create(&log).await;
    let began = Instant::now();
    assert_eq!(client.fetch(log.id, &log.owner, 0, 9, 1).await.blocks(), vec![]);
    assert!(began.elapsed() >= Duration::from_secs(1), "waited");
    let began = Instant::now();
    let (page, _) = tokio::join!(client.fetch(log.id, &log.owner, 0, 9, 30), async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        other.append(log.id, &log.owner, block(1)).await
    });
    assert_eq!(page.blocks(), vec![(1, block(1))]);
    assert!(began.elapsed() < Duration::from_secs(2), "woken");
}

async fn revoked_polls_end(mut client: Client, mut other: Client) {
    let log = log(9);
    client.create(&log).await;
    client.put_token(&log, member(1).hash(), None).await;
    let token = member(1);
    let (page, _) = tokio::join!(client.fetch(log.id, &token, 0, 9, 30), async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        other.delete_token(&log, member(1).hash()).await
    });
    assert_eq!(page.status, 401);
}

async fn deleted_logs_stay_deleted(client: &mut Client) {
    let log = log(10);
    client.create(&log).await;
    client.append(log.id, &log.owner, [block(1), block(2)].concat()).await;
    let path = format!("/v1/logs/{}", log.id);
    assert_eq!(client.ask("DELETE", &path, Some(&log.owner), &[], Vec::new()).await.unwrap().status, 204);
    for reply in [client.fetch(log.id, &log.owner, 0, 9, 0).await, client.create(&log).await] {
        assert_eq!((reply.status, reply.problem().kind), (410, ProblemKind::Deleted));
    }
    let unknown = client.fetch(kit::log(99).id, &log.owner, 0, 9, 0).await;
    assert_eq!((unknown.status, unknown.problem().kind), (404, ProblemKind::NoSuchLog));
}

async fn streams_meet(folder: &Path, address: std::net::SocketAddr) {
    let log = log(11);
    let mut client = Client::connect(folder, address).await;
    client.create(&log).await;
    client.put_token(&log, member(1).hash(), None).await;
    let (first, stranger) = (member(1), member(3));
    let open = async |token, stream| Client::connect(folder, address).await.stream(log.id, token, stream).await;
    assert_eq!(open(&stranger, [1; 32]).await.err(), Some(401));
    let mut one = open(&log.owner, [1; 32]).await.unwrap();
    one.write_all(b"early").await.unwrap();
    let mut other = open(&first, [1; 32]).await.unwrap();
    assert_eq!(open(&log.owner, [1; 32]).await.err(), Some(409), "a third");
    other.write_all(b"hello").await.unwrap();
    let mut five = [0; 5];
    other.read_exact(&mut five).await.unwrap();
    assert_eq!(&five, b"early");
    one.read_exact(&mut five).await.unwrap();
    assert_eq!(&five, b"hello");
    one.write_all(&vec![9; 3_000_000]).await.unwrap();
    one.shutdown().await.unwrap();
    drop(one);
    let mut rest = Vec::new();
    other.read_to_end(&mut rest).await.unwrap();
    assert_eq!(rest.len(), 3_000_000, "what was sent before the close arrives");
    let mut lonely = open(&first, [2; 32]).await.unwrap();
    assert_eq!(client.delete_token(&log, member(1).hash()).await.status, 204);
    assert!(lonely.read(&mut five).await.is_ok_and(|read| read == 0), "cut with its token");
}

/// Two relays on one database: a poll at one is woken by an append at the other; revocation cuts at both.
async fn neighbours_hear_one_another(folder: &Path, url: &str) {
    let one = kit::relay(folder, Database::parse(url).unwrap(), |_| {}).await;
    let other = kit::relay(folder, Database::parse(url).unwrap(), |_| {}).await;
    let (mut here, mut there) =
        (Client::connect(folder, one.address).await, Client::connect(folder, other.address).await);
    let log = log(12);
    here.create(&log).await;
    here.put_token(&log, member(1).hash(), None).await;
    let token = member(1);
    let began = Instant::now();
    let (page, _) = tokio::join!(here.fetch(log.id, &token, 0, 9, 30), async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        there.append(log.id, &log.owner, block(1)).await
    });
    assert_eq!(page.blocks(), vec![(1, block(1))]);
    assert!(began.elapsed() < Duration::from_secs(4));
    let mut stream = Client::connect(folder, one.address).await.stream(log.id, &token, [3; 32]).await.unwrap();
    there.delete_token(&log, token.hash()).await;
    let mut byte = [0];
    let cut = tokio::time::timeout(Duration::from_secs(5), stream.read(&mut byte)).await;
    assert!(cut.is_ok_and(|read| read.is_ok_and(|read| read == 0)));
    let mut appends = tokio::task::JoinSet::new();
    for number in 0..8_u64 {
        let address = if number % 2 == 0 { one.address } else { other.address };
        let mut client = Client::connect(folder, address).await;
        appends.spawn(async move {
            let log = kit::log(12);
            for turn in 0..10 {
                client.append(log.id, &log.owner, block(number * 100 + turn)).await;
            }
        });
    }
    while let Some(done) = appends.join_next().await {
        done.unwrap();
    }
    let numbers: Vec<u64> = here.fetch(log.id, &log.owner, 1, 64, 0).await.blocks().into_iter().map(|b| b.0).collect();
    assert_eq!(numbers, (2..=65).collect::<Vec<_>>(), "no gap and no double under two writers");
    assert_eq!(here.fetch(log.id, &log.owner, 81, 64, 0).await.head, Some(81));
    one.stop().await;
    other.stop().await;
}
