-- One row for each log, deleted ones included: an id is never used again.
-- Blocks first..head are held; those up to `erased` are gone from the disk.
CREATE TABLE logs (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    owner BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    retention INTEGER NOT NULL,
    head INTEGER NOT NULL DEFAULT 0,
    first INTEGER NOT NULL DEFAULT 1,
    erased INTEGER NOT NULL DEFAULT 0,
    owner_acknowledged INTEGER NOT NULL DEFAULT -1,
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX logs_to_erase ON logs (key) WHERE erased < first - 1;

-- Hashes of tokens; the tokens themselves are never stored.
CREATE TABLE tokens (
    log INTEGER NOT NULL REFERENCES logs (key),
    hash BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (log, hash)
) WITHOUT ROWID;

-- What was appended together, so that the same append is not stored twice.
CREATE TABLE appends (
    log INTEGER NOT NULL REFERENCES logs (key),
    last INTEGER NOT NULL,
    first INTEGER NOT NULL,
    id BLOB NOT NULL,
    digest BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (log, last)
) WITHOUT ROWID;
CREATE UNIQUE INDEX appends_by_id ON appends (log, id);
CREATE INDEX appends_by_expiry ON appends (expires_at);

CREATE TABLE blocks (
    key INTEGER PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES logs (key),
    sequence INTEGER NOT NULL,
    block BLOB NOT NULL
);
CREATE UNIQUE INDEX blocks_in_order ON blocks (log, sequence);
