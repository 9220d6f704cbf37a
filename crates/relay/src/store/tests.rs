//! The contract of the store, the same on both databases, with a clock of the test's: what lives how long.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "what is skipped is said aloud")]
#[path = "../../tests/kit/postgres.rs"]
mod postgres;

use std::sync::Arc;

use envelope::{AppendId, LogId, ProblemKind, Sequence, TokenHash};
use sqlx::Row;

use super::*;

const OWNER: TokenHash = TokenHash([1; 32]);
const MEMBER: TokenHash = TokenHash([2; 32]);
const RETENTION: Seconds = 100;

fn bearer(log: u8, token: TokenHash) -> Bearer {
    Bearer { log: LogId([log; 16]), token }
}

fn kind<T>(result: Result<T, Refusal>) -> Option<ProblemKind> {
    match result {
        Err(Refusal::Problem(problem)) => Some(problem.kind),
        Err(Refusal::Trouble(trouble)) => panic!("{trouble}"),
        Ok(_) => None,
    }
}

async fn append(store: &Store, log: u8, mark: u8, now: Seconds) -> Result<Appended, Refusal> {
    let (id, blocks) = (AppendId([mark; 32]), vec![Arc::new(vec![mark; envelope::BLOCK_BYTES])]);
    store.append(Append { bearer: bearer(log, OWNER), id, expected: None, blocks, digest: [mark; 32], now }).await
}

async fn rows(store: &Store, table: &'static str) -> i64 {
    let row = sqlx::query(table).fetch_one(&store.read).await.unwrap();
    row.try_get("rows").unwrap()
}

const BLOCKS: &str = "SELECT count(*) AS rows FROM blocks";
const APPENDS: &str = "SELECT count(*) AS rows FROM appends";
const TOKENS: &str = "SELECT count(*) AS rows FROM tokens";

async fn contract(store: &Store) {
    what_lived_long_enough_goes(store).await;
    tokens_end(store).await;
    an_append_is_known_as_long_as_its_blocks(store).await;
    refusals_spoil_nothing_of_others(store).await;
    store.check().await.unwrap();
}

async fn what_lived_long_enough_goes(store: &Store) {
    store.create(LogId([1; 16]), OWNER, RETENTION, 0).await.unwrap();
    for (mark, now) in [(1, 0), (2, 10), (3, 50)] {
        append(store, 1, mark, now).await.unwrap();
    }
    assert_eq!(store.expire(99).await.unwrap(), 0);
    assert_eq!(store.expire(110).await.unwrap(), 1);
    assert_eq!(store.expire(110).await.unwrap(), 0, "once is enough");
    assert_eq!(store.erase().await.unwrap(), 2);
    assert_eq!((rows(store, BLOCKS).await, rows(store, APPENDS).await), (1, 1));
    let zero = Sequence::BEFORE_FIRST;
    assert_eq!(kind(store.fetch(bearer(1, OWNER), zero, 9, 110).await), Some(ProblemKind::Expired));
    let fetched = store.fetch(bearer(1, OWNER), Sequence::new(2).unwrap(), 9, 110).await.unwrap();
    assert_eq!((fetched.blocks, fetched.access.head.number()), (1, 3));
    store.expire(1_000).await.unwrap();
    store.erase().await.unwrap();
    assert_eq!(rows(store, BLOCKS).await, 0);
    assert_eq!(append(store, 1, 4, 1_000).await.unwrap().first.number(), 4, "numbers are not used again");
}

async fn tokens_end(store: &Store) {
    store.create(LogId([2; 16]), OWNER, RETENTION, 0).await.unwrap();
    store.put_token(bearer(2, OWNER), MEMBER, Some(50), 0).await.unwrap();
    assert_eq!(store.access(bearer(2, MEMBER), 49).await.unwrap().expires_at, Some(50));
    assert_eq!(kind(store.access(bearer(2, MEMBER), 50).await), Some(ProblemKind::NotAuthorised));
    append(store, 2, 1, 40).await.unwrap();
    store.acknowledge(bearer(2, OWNER), Sequence::new(1).unwrap(), 40).await.unwrap();
    assert_eq!(store.access(bearer(2, OWNER), 40).await.unwrap().first.number(), 1, "the member has not got it");
    store.acknowledge(bearer(2, OWNER), Sequence::new(1).unwrap(), 60).await.unwrap();
    assert_eq!(store.access(bearer(2, OWNER), 60).await.unwrap().first.number(), 2, "the member's token ended");
    store.expire(60).await.unwrap();
    assert_eq!(rows(store, TOKENS).await, 0);
    store.put_token(bearer(2, OWNER), MEMBER, None, 0).await.unwrap();
    assert_eq!(store.access(bearer(2, MEMBER), i64::MAX - 1).await.unwrap().expires_at, None);
}

async fn an_append_is_known_as_long_as_its_blocks(store: &Store) {
    store.create(LogId([3; 16]), OWNER, RETENTION, 0).await.unwrap();
    let first = append(store, 3, 1, 0).await.unwrap();
    let again = append(store, 3, 1, 5).await.unwrap();
    assert_eq!((first.again, again.again, again.first), (false, true, first.first));
    store.expire(1_000).await.unwrap();
    store.erase().await.unwrap();
    assert!(!append(store, 3, 1, 1_000).await.unwrap().again);
}

/// Appends that share a transaction: those that are refused leave the others as they are.
async fn refusals_spoil_nothing_of_others(store: &Store) {
    store.create(LogId([4; 16]), OWNER, RETENTION, 0).await.unwrap();
    let one = |mark: u8| async move {
        let (log, token) = if mark.is_multiple_of(3) { (4, MEMBER) } else { (4 + mark % 3 - 1, OWNER) };
        let (id, blocks) = (AppendId([mark; 32]), vec![Arc::new(vec![mark; envelope::BLOCK_BYTES])]);
        let bearer = bearer(log, token);
        store.append(Append { bearer, id, expected: None, blocks, digest: [mark; 32], now: 1 }).await
    };
    let mut stored = Vec::new();
    let answers = tokio::join!(one(1), one(2), one(3), one(4), one(5), one(6), one(7));
    let answers = [answers.0, answers.1, answers.2, answers.3, answers.4, answers.5, answers.6];
    for (mark, answer) in (1..).zip(answers) {
        match mark % 3 {
            0 => assert_eq!(kind(answer), Some(ProblemKind::NotAuthorised)),
            1 => stored.push(answer.unwrap().first.number()),
            _ => assert_eq!(kind(answer), Some(ProblemKind::NoSuchLog)),
        }
    }
    stored.sort_unstable();
    assert_eq!(stored, [1, 2, 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contract_holds_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::Sqlite(folder.path().join("relay.db"));
    let store = Store::open(&database, Limits::default(), None).await.unwrap();
    contract(&store).await;
    store.close().await;
    Store::open(&database, Limits::default(), None).await.unwrap().close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contract_holds_on_postgres() {
    let Some(server) = postgres::Postgres::start() else { return };
    let database = Database::parse(&server.url()).unwrap();
    let (one, other) =
        tokio::join!(Store::open(&database, Limits::default(), None), Store::open(&database, Limits::default(), None));
    other.unwrap().close().await;
    contract(&one.unwrap()).await;
}
