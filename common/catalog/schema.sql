-- The catalog of an archive, format 2. Instants are seconds since 1970 (UTC), days YYYYMMDD in
-- Asia/Seoul. docs/archive-format.md tells the same in words.

-- "state": grows with every change that searchers can see.
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('state', 0);

CREATE TABLE runs (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    command TEXT NOT NULL,
    inputs TEXT NOT NULL,
    started INTEGER NOT NULL,
    finished INTEGER,
    added INTEGER NOT NULL DEFAULT 0,
    replaced INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0
) STRICT;

-- AUTOINCREMENT, here and below: a number is never given twice, not even after a deletion.
CREATE TABLE segments (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    articles INTEGER NOT NULL,    -- as built, hidden ones included
    text_bytes INTEGER NOT NULL,  -- likewise
    bytes INTEGER NOT NULL,
    fingerprint TEXT NOT NULL
) STRICT;

-- One row for each version of an article. state: 0 pending (stored, in no segment yet), 1 visible,
-- 2 hidden (replaced or removed, still in its segment until a merge leaves it out).
CREATE TABLE articles (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    url TEXT NOT NULL,
    publisher TEXT NOT NULL,
    byline TEXT NOT NULL,
    sections TEXT NOT NULL,       -- each ended by a line feed
    language TEXT NOT NULL,
    published INTEGER,
    day INTEGER,
    content_hash BLOB NOT NULL,   -- XXH3-128 over every field
    text_bytes INTEGER NOT NULL,  -- of title and body, unpacked
    run INTEGER NOT NULL,         -- that stored it
    hidden_run INTEGER,           -- that replaced or removed it
    segment INTEGER               -- that holds it, unless pending
) STRICT;
CREATE UNIQUE INDEX pending_id ON articles (id) WHERE state = 0;
CREATE UNIQUE INDEX visible_id ON articles (id) WHERE state = 1;
CREATE INDEX visible_day ON articles (day) WHERE state = 1 AND day IS NOT NULL;
CREATE INDEX visible_publisher ON articles (publisher, published) WHERE state = 1;
CREATE INDEX hidden_segment ON articles (segment, text_bytes) WHERE state = 2;

-- Apart from articles so that those stay small; the title is here so that ranking, which wants the
-- texts of a hundred articles, reads one page for each of them.
CREATE TABLE texts (
    row INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body BLOB NOT NULL,           -- zstd; empty for an empty text
    other_fields BLOB NOT NULL    -- likewise
) STRICT;

-- The user's dictionary: one row, or none. Its words are part of the segments' fingerprints, so it
-- changes in the transaction that publishes what was analysed with it.
CREATE TABLE user_words (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL) STRICT;

CREATE TABLE rejected (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL,
    source TEXT NOT NULL,
    line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX rejected_run ON rejected (run);
