-- The catalog of an archive, format 7. Instants are seconds since 1970 (UTC).
-- docs/archive_format.md tells the same in words.

-- "state": grows with every change that searchers can see.
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('state', 0);

CREATE TABLE runs (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    command TEXT NOT NULL,
    inputs TEXT NOT NULL,
    started INTEGER NOT NULL,
    finished INTEGER,             -- NULL: interrupted, or still at work
    problem TEXT NOT NULL DEFAULT '',   -- why it failed
    warnings TEXT NOT NULL DEFAULT '',  -- each ended by a line feed
    added INTEGER NOT NULL DEFAULT 0,
    replaced INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    taken_down INTEGER NOT NULL DEFAULT 0,
    resumed INTEGER NOT NULL DEFAULT 0,
    merged INTEGER NOT NULL DEFAULT 0,  -- articles in the segments it merged
    text_bytes INTEGER NOT NULL DEFAULT 0,
    wall_seconds REAL NOT NULL DEFAULT 0,
    -- CPU seconds by stage, all threads together
    read_seconds REAL NOT NULL DEFAULT 0,
    catalog_seconds REAL NOT NULL DEFAULT 0,
    analyze_seconds REAL NOT NULL DEFAULT 0,
    write_seconds REAL NOT NULL DEFAULT 0,
    compact_seconds REAL NOT NULL DEFAULT 0,
    merge_seconds REAL NOT NULL DEFAULT 0
) STRICT;

-- AUTOINCREMENT, here and below: a number is never given twice, not even after a deletion.
-- Segments hold ranges of rows that do not overlap, so no row needs to say where it is.
CREATE TABLE segments (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    first_row INTEGER NOT NULL,   -- its articles are the visible and hidden ones of these rows
    last_row INTEGER NOT NULL,
    articles INTEGER NOT NULL,    -- as built, hidden ones included
    text_bytes INTEGER NOT NULL,  -- likewise
    bytes INTEGER NOT NULL,       -- of its files
    hashes BLOB NOT NULL,         -- XXH3-128 of each of its files
    first_published INTEGER,      -- of its dated articles, hidden ones included
    last_published INTEGER,
    fingerprint TEXT NOT NULL
) STRICT;

-- One row for each version of an article. state:
-- 0 pending: stored, in no segment yet
-- 1 visible
-- 2 hidden: replaced, removed or taken down, and still in its segment until a merge leaves it out
-- 3 former: replaced or removed, and in no segment any more
CREATE TABLE articles (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    url TEXT NOT NULL,
    publisher TEXT NOT NULL,
    byline TEXT NOT NULL,
    sections TEXT NOT NULL,       -- each ended by a line feed
    language TEXT NOT NULL,
    published INTEGER,
    day INTEGER NOT NULL,         -- of publication in Seoul, days since 1970; -1000000: unknown
    content_hash BLOB NOT NULL,   -- XXH3-128 over every field
    text_bytes INTEGER NOT NULL,  -- of title and body, unpacked
    run INTEGER NOT NULL,         -- that stored it
    hidden_run INTEGER,           -- that replaced or removed it
    source INTEGER,               -- that it was last read from, if that has a name
    reading INTEGER               -- of that source
) STRICT;
CREATE UNIQUE INDEX pending_id ON articles (id) WHERE state = 0;
CREATE INDEX former_id ON articles (id) WHERE state >= 2;
CREATE INDEX hidden_row ON articles (row, text_bytes) WHERE state = 2;

-- The visible rows by id. A night's ids may fall anywhere among those of twenty years, and one that
-- falls into a page writes all of it; so they gather in a small table first, and move when they are
-- many.
CREATE TABLE recent_ids (id TEXT PRIMARY KEY, row INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE ids (id TEXT PRIMARY KEY, row INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIEW visible_ids AS
    SELECT id, row FROM recent_ids UNION ALL SELECT id, row FROM ids;

-- How many visible articles a publisher has of a day.
CREATE TABLE days (
    publisher TEXT NOT NULL,
    day INTEGER NOT NULL,         -- as in articles
    articles INTEGER NOT NULL,
    PRIMARY KEY (publisher, day)
) STRICT, WITHOUT ROWID;

-- The same of all publishers together, which every trend is measured by.
CREATE TABLE day_totals (
    day INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT;

CREATE TRIGGER published AFTER UPDATE OF state ON articles
    WHEN new.state = 1 AND old.state <> 1 BEGIN
    INSERT INTO recent_ids VALUES (new.id, new.row);
    INSERT INTO days VALUES (new.publisher, new.day, 1)
        ON CONFLICT (publisher, day) DO UPDATE SET articles = articles + 1;
    INSERT INTO day_totals VALUES (new.day, 1)
        ON CONFLICT (day) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER moved AFTER INSERT ON articles WHEN new.state = 1 BEGIN
    INSERT INTO recent_ids VALUES (new.id, new.row);
    INSERT INTO days VALUES (new.publisher, new.day, 1)
        ON CONFLICT (publisher, day) DO UPDATE SET articles = articles + 1;
    INSERT INTO day_totals VALUES (new.day, 1)
        ON CONFLICT (day) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER hidden AFTER UPDATE OF state ON articles
    WHEN old.state = 1 AND new.state <> 1 BEGIN
    DELETE FROM recent_ids WHERE id = old.id AND row = old.row;
    DELETE FROM ids WHERE id = old.id AND row = old.row;
    UPDATE days SET articles = articles - 1 WHERE publisher = old.publisher AND day = old.day;
    DELETE FROM days WHERE publisher = old.publisher AND day = old.day AND articles = 0;
    UPDATE day_totals SET articles = articles - 1 WHERE day = old.day;
    DELETE FROM day_totals WHERE day = old.day AND articles = 0;
END;

-- Apart from articles so that those stay small; the title is here so that ranking, which wants the
-- texts of a hundred articles, reads one page for each of them.
CREATE TABLE texts (
    row INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body BLOB NOT NULL,           -- zstd, with the dictionary it names; empty for an empty text
    other_fields BLOB NOT NULL    -- likewise
) STRICT;

-- What short texts are packed with, made from the archive's own when it had so many rows.
CREATE TABLE packing_dictionaries (
    number INTEGER PRIMARY KEY,
    rows INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

-- Ids that may not come back, and why. Of the articles nothing is kept.
CREATE TABLE takedowns (
    id TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    run INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The files that articles were read from, so that unchanged ones are not read again.
CREATE TABLE sources (
    source INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,    -- absolute
    bytes INTEGER NOT NULL,
    modified INTEGER NOT NULL,    -- nanoseconds since 1970
    content_hash BLOB NOT NULL,   -- XXH3-128 of the file; empty while it is being read
    options TEXT NOT NULL,        -- how it was read: format and field names
    records INTEGER NOT NULL,     -- read and stored so far
    articles INTEGER NOT NULL,    -- of them, those that were none of the rejected
    reading INTEGER NOT NULL,     -- the run that began to read it
    run INTEGER NOT NULL          -- that read it last; another one when it was interrupted
) STRICT;

-- The user's dictionary: one row, or none. Its words are part of the segments' fingerprints, so it
-- changes in the transaction that publishes what was analysed with it.
CREATE TABLE user_words (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL) STRICT;

-- Records that could not become articles, until they do.
CREATE TABLE rejected (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL,
    source TEXT NOT NULL,
    line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL,           -- its beginning, to show
    record BLOB NOT NULL          -- the whole, zstd, to try again; empty when it was too long
) STRICT;
CREATE INDEX rejected_source ON rejected (source);
