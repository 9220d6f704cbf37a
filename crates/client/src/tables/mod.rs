//! The rows of one dialogue, read and written inside one transaction. No module here knows what a row is for.

mod drafts;
mod dump;
mod keys;
mod log;
mod outbox;
mod record;
mod settings;
mod soundings;

pub(crate) use drafts::{DRAFTS, draft, drafts, drop_draft, put_draft};
pub(crate) use dump::{Rows, dump, fill};
pub(crate) use keys::{EpochKey, epoch_keys, put_epoch_key};
pub(crate) use log::{
    chain, digest_at, fragments, log_hash, put_digest, put_fragment, put_hash, sequence_of, take_fragments,
};
pub(crate) use outbox::{Echo, Intent, Queued, Sealed};
pub(crate) use outbox::{
    discard, echo, enqueue, intents, is_queued, next, put_echo, put_sealed, queue_length, sealed_epoch, sent_as,
    unseal, waiting_events,
};
pub use record::Entry;
pub(crate) use record::{all_verified, entries, last_number, put_entry, refused, verified, verify};
pub(crate) use settings::{Setting, clear, need, put, read};
pub use soundings::AnswerRow;
pub(crate) use soundings::*;

/// The third migration: blocks are looked for by their digests.
pub(crate) const BLOCKS_BY_DIGEST: &str = "CREATE INDEX log_by_digest ON log (digest);";

/// The tables, as the second migration of a dialogue's file.
pub(crate) const MIGRATION: &str = "
    -- What was seen of the log: a digest of each block, and the hash of the log up to it once it is known.
    CREATE TABLE log (
        sequence INTEGER PRIMARY KEY,
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        hash BLOB CHECK (length(hash) = 32)
    ) STRICT;
    -- The pieces of a record that has not arrived whole.
    CREATE TABLE fragments (
        at INTEGER PRIMARY KEY,
        payload BLOB NOT NULL
    ) STRICT;
    -- Under which blocks are sealed, for each room and epoch.
    CREATE TABLE epoch_keys (
        room TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        key BLOB NOT NULL CHECK (length(key) = 32),
        authenticator BLOB NOT NULL CHECK (length(authenticator) = 32),
        PRIMARY KEY (room, epoch)
    ) STRICT;
    -- What is to be sent, in order; the bytes once they are fixed.
    CREATE TABLE outbox (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        intent TEXT NOT NULL,
        append BLOB,
        blocks BLOB,
        expected INTEGER,
        epoch INTEGER
    ) STRICT;
    -- How own records are known again when the relay brings them: by their first block.
    CREATE TABLE echoes (
        digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
        outbox INTEGER NOT NULL,
        echo TEXT NOT NULL
    ) STRICT;
    -- Every event that arrived, refused ones included.
    CREATE TABLE record (
        sequence INTEGER PRIMARY KEY,
        room TEXT NOT NULL,
        author BLOB NOT NULL CHECK (length(author) = 16),
        number INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        refusal TEXT
    ) STRICT;
    CREATE INDEX record_by_room ON record (room, sequence);
    CREATE INDEX record_by_author ON record (room, author, number);
    CREATE TABLE verified (
        member BLOB PRIMARY KEY CHECK (length(member) = 16),
        at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE invitations (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        secret BLOB NOT NULL CHECK (length(secret) = 16),
        token BLOB NOT NULL CHECK (length(token) = 32),
        side TEXT NOT NULL,
        expires_at INTEGER NOT NULL,
        member BLOB
    ) STRICT;
    -- One's own stances, a draft or sealed, for each version of the agenda.
    CREATE TABLE positions (
        version INTEGER PRIMARY KEY,
        document TEXT NOT NULL,
        extension TEXT NOT NULL,
        salt BLOB NOT NULL CHECK (length(salt) = 32),
        coins BLOB NOT NULL CHECK (length(coins) = 32),
        sealed INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    -- What enters one question, fixed by consent to it.
    CREATE TABLE ballots (
        question TEXT PRIMARY KEY,
        document TEXT,
        salt BLOB NOT NULL CHECK (length(salt) = 32)
    ) STRICT;
    CREATE TABLE runs (
        question TEXT NOT NULL,
        attempt INTEGER NOT NULL,
        secret BLOB NOT NULL,
        public BLOB NOT NULL CHECK (length(public) = 32),
        reached INTEGER NOT NULL DEFAULT 0,
        ended INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (question, attempt)
    ) STRICT;
    CREATE TABLE answers (
        question TEXT PRIMARY KEY,
        answer TEXT NOT NULL,
        receipt TEXT,
        confirmed TEXT NOT NULL
    ) STRICT;
";
