-- One row for each log, deleted ones included: an id is never used again.
-- Blocks first..head are held; those up to `erased` are gone from the disk.
CREATE TABLE logs (
    key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id BYTEA NOT NULL UNIQUE,
    owner BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    retention BIGINT NOT NULL,
    head BIGINT NOT NULL DEFAULT 0,
    first BIGINT NOT NULL DEFAULT 1,
    erased BIGINT NOT NULL DEFAULT 0,
    owner_acknowledged BIGINT NOT NULL DEFAULT -1,
    deleted BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX logs_to_erase ON logs (key) WHERE erased < first - 1;

-- Hashes of tokens; the tokens themselves are never stored.
CREATE TABLE tokens (
    log BIGINT NOT NULL REFERENCES logs (key),
    hash BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    acknowledged BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (log, hash)
);

-- What was appended together, so that the same append is not stored twice.
CREATE TABLE appends (
    log BIGINT NOT NULL REFERENCES logs (key),
    last BIGINT NOT NULL,
    first BIGINT NOT NULL,
    id BYTEA NOT NULL,
    digest BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (log, last)
);
CREATE UNIQUE INDEX appends_by_id ON appends (log, id);
CREATE INDEX appends_by_expiry ON appends (expires_at);

-- Ciphertext does not compress; the attempt is saved.
CREATE TABLE blocks (
    log BIGINT NOT NULL REFERENCES logs (key),
    sequence BIGINT NOT NULL,
    block BYTEA NOT NULL,
    PRIMARY KEY (log, sequence)
);
ALTER TABLE blocks ALTER COLUMN block SET STORAGE EXTERNAL;
