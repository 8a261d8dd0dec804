-- The tables of the first receiver: what files out there look like.
CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    right TEXT NOT NULL,
    received_at TEXT NOT NULL,
    expected_by TEXT NOT NULL,
    digest TEXT NOT NULL,
    fields TEXT NOT NULL,
    address_confirmed_at TEXT,
    closed_on TEXT,
    outcome TEXT,
    note TEXT,
    CHECK ((closed_on IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX request_by_digest ON request (digest, received_at);
CREATE INDEX request_by_closing ON request (closed_on, expected_by);

CREATE TABLE token (
    digest BLOB PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request ON DELETE CASCADE
) STRICT;
CREATE INDEX token_by_request ON token (request);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request ON DELETE CASCADE,
    kind TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    due_at TEXT NOT NULL,
    problem TEXT
) STRICT;
CREATE INDEX outbox_by_request ON outbox (request);
CREATE INDEX outbox_by_time ON outbox (due_at);

CREATE TABLE count (
    month TEXT NOT NULL,
    right TEXT NOT NULL,
    outcome TEXT NOT NULL,
    is_in_time INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (month, right, outcome, is_in_time)
) STRICT, WITHOUT ROWID;

CREATE TABLE upkeep (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    written_at TEXT,
    to_sweep INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO upkeep (id) VALUES (1);
PRAGMA user_version = 1;
PRAGMA application_id = 1886546294;
