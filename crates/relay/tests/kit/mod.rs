//! What the relay's tests share: a relay within the test, a plain client, a PostgreSQL of their own.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses its own part")]
pub(crate) mod client;
pub(crate) mod postgres;

use std::path::Path;

use envelope::{LogId, Token};
use relay::{Config, Database, Running, serve};

pub(crate) use client::Client;

/// A relay on a scratch database; `tweak` changes its configuration.
pub(crate) async fn relay(folder: &Path, database: Database, tweak: impl FnOnce(&mut Config)) -> Running {
    let mut config = Config::new("127.0.0.1:0".parse().unwrap(), database);
    config.folder = Some(folder.to_path_buf());
    tweak(&mut config);
    serve(config).await.unwrap()
}

/// SQLite in this folder.
pub(crate) fn sqlite(folder: &Path) -> Database {
    Database::Sqlite(folder.join("relay.db"))
}

/// A log with its owner, created.
pub(crate) struct Log {
    pub(crate) id: LogId,
    pub(crate) owner: Token,
}

/// A log of its own for each `number`.
pub(crate) fn log(number: u8) -> Log {
    Log { id: LogId([number; 16]), owner: Token::new([number.wrapping_add(100); 32]) }
}

/// A member's token.
pub(crate) fn member(number: u8) -> Token {
    Token::new([number; 32])
}

/// A block that can be told from others.
pub(crate) fn block(mark: u64) -> Vec<u8> {
    let mut block = vec![0; envelope::BLOCK_BYTES];
    for (place, part) in block.chunks_exact_mut(8).enumerate() {
        part.copy_from_slice(&(mark ^ ((place as u64) << 40)).to_be_bytes());
    }
    block
}
