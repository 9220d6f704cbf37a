//! The courier against a real relay, and against relays that misbehave.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod damaged;
mod misbehaving;
mod socks;

use std::time::Duration;

use envelope::{AppendId, BLOCK_BYTES, Block, LogId, ProblemKind, Sequence, StreamId, Token};
use relay::{Config, Database, Running};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;

const LOG: LogId = LogId([3; 16]);

fn owner() -> Token {
    Token::new([1; 32])
}

fn member() -> Token {
    Token::new([2; 32])
}

fn block(fill: u8) -> Block {
    Block::new(&[fill; BLOCK_BYTES]).unwrap()
}

fn place(number: u64) -> Sequence {
    Sequence::new(number).unwrap()
}

async fn relay(folder: &std::path::Path) -> Running {
    let database = Database::Sqlite(folder.join("relay.db"));
    relay::serve(Config::new("127.0.0.1:0".parse().unwrap(), database)).await.unwrap()
}

fn address(relay: &Running) -> RelayAddress {
    RelayAddress { host: "127.0.0.1".into(), port: relay.address.port(), pin: relay.pin }
}

fn courier(address: &RelayAddress, token: Token) -> Courier {
    Courier::new(address, None, LOG, token).unwrap()
}

fn refused(error: &Error) -> Option<ProblemKind> {
    if let Error::Refused(problem) = error { Some(problem.kind) } else { None }
}

#[tokio::test]
async fn blocks_go_there_and_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let relay = relay(folder.path()).await;
    let (ours, theirs) = (courier(&address(&relay), owner()), courier(&address(&relay), member()));
    ours.create_log(owner().hash(), Some(86_400)).await.unwrap();
    assert_eq!(
        refused(&theirs.fetch(place(0), 9, Duration::ZERO).await.unwrap_err()),
        Some(ProblemKind::NotAuthorised)
    );
    assert_eq!(
        refused(&theirs.put_token(&member(), member().hash(), None).await.unwrap_err()),
        Some(ProblemKind::NotAuthorised)
    );
    ours.put_token(&owner(), member().hash(), None).await.unwrap();
    for _ in 0..2 {
        let sent = ours.append(&[block(1), block(2)], Some(place(1)), AppendId([1; 32])).await.unwrap();
        assert_eq!(sent, (place(1), place(2)), "the same append again is stored once");
    }
    let conflict = theirs.append(&[block(3)], Some(place(2)), AppendId([2; 32])).await.unwrap_err();
    assert!(matches!(conflict, Error::Conflict { head } if head == place(2)), "{conflict}");
    let page = theirs.fetch(place(0), 9, Duration::ZERO).await.unwrap();
    assert_eq!((page.head, page.blocks), (place(2), vec![(place(1), block(1)), (place(2), block(2))]));
    assert!(page.clock_skew.abs() <= 2, "{}", page.clock_skew);
    let (page, sent) = tokio::join!(theirs.fetch(place(2), 9, Duration::from_secs(20)), async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        ours.append(&[block(3)], None, AppendId([3; 32])).await
    });
    assert_eq!((page.unwrap().blocks, sent.unwrap()), (vec![(place(3), block(3))], (place(3), place(3))));
    theirs.acknowledge(place(2)).await.unwrap();
    let expired = theirs.fetch(place(0), 9, Duration::ZERO).await.unwrap_err();
    assert!(matches!(expired, Error::Expired { first } if first == place(3)), "{expired}");
    ours.delete_token(&owner(), member().hash()).await.unwrap();
    assert_eq!(refused(&theirs.acknowledge(place(3)).await.unwrap_err()), Some(ProblemKind::NotAuthorised));
    ours.delete_log(&owner()).await.unwrap();
    assert_eq!(refused(&ours.fetch(place(0), 9, Duration::ZERO).await.unwrap_err()), Some(ProblemKind::Deleted));
    relay.stop().await;
}

#[tokio::test]
async fn a_relay_that_came_back_is_reached_again() {
    let folder = tempfile::tempdir().unwrap();
    let first = relay(folder.path()).await;
    let at = address(&first);
    let courier = courier(&at, owner());
    courier.create_log(owner().hash(), None).await.unwrap();
    first.stop().await;
    assert!(matches!(courier.fetch(place(0), 9, Duration::ZERO).await.unwrap_err(), Error::Unreachable(_)));
    let mut config = Config::new(([127, 0, 0, 1], at.port).into(), Database::Sqlite(folder.path().join("relay.db")));
    config.folder = Some(folder.path().to_path_buf());
    let second = relay::serve(config).await.unwrap();
    assert_eq!(second.pin, at.pin);
    assert_eq!(courier.fetch(place(0), 9, Duration::ZERO).await.unwrap().head, place(0));
    second.stop().await;
}

#[tokio::test]
async fn another_certificate_is_refused_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let relay = relay(folder.path()).await;
    let mut at = address(&relay);
    assert_eq!(fetch_pin("127.0.0.1", at.port, None).await.unwrap(), relay.pin);
    at.pin[0] ^= 1;
    let error = courier(&at, owner()).create_log(owner().hash(), None).await.unwrap_err();
    assert!(matches!(error, Error::WrongCertificate { found, .. } if found == relay.pin), "{error}");
    assert!(error.to_string().contains("ask the convener"));
    relay.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_meet_and_close() {
    let folder = tempfile::tempdir().unwrap();
    let relay = relay(folder.path()).await;
    let (ours, theirs) = (courier(&address(&relay), owner()), courier(&address(&relay), member()));
    ours.create_log(owner().hash(), None).await.unwrap();
    assert_eq!(refused(&theirs.open_stream(StreamId([5; 32])).await.err().unwrap()), Some(ProblemKind::NotAuthorised));
    ours.put_token(&owner(), member().hash(), None).await.unwrap();
    let mut here = ours.open_stream(StreamId([5; 32])).await.unwrap();
    let mut there = theirs.open_stream(StreamId([5; 32])).await.unwrap();
    assert_eq!(refused(&ours.open_stream(StreamId([5; 32])).await.err().unwrap()), Some(ProblemKind::StreamTaken));
    let sent: Vec<u8> = (0..2_000_000_u32).map(|place| (place % 251) as u8).collect();
    let copy = sent.clone();
    let writing = tokio::spawn(async move {
        here.write_all(&copy).await.unwrap();
        here.shutdown().await.unwrap();
        here
    });
    let mut received = Vec::new();
    there.read_to_end(&mut received).await.unwrap();
    assert!(received == sent);
    drop(writing.await.unwrap());
    relay.stop().await;
}

#[test]
fn addresses_are_read() {
    let read = |url| RelayAddress::host_and_port(url).ok();
    assert_eq!(read("https://relay.example:8443"), Some(("relay.example".into(), 8443)));
    assert_eq!(read("https://relay.example/"), Some(("relay.example".into(), 443)));
    assert_eq!(read("https://[::1]:9"), Some(("::1".into(), 9)));
    for wrong in ["http://a", "https://", "https://a/b", "https://u@a", "https://a:0", "https://a:b", "https://[::1"] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}
