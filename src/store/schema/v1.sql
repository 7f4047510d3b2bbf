-- Version 1. Never edited once released: a later version is a further file.

-- What the reader subscribed to, what the server says of itself, and counts that are kept, not counted.
CREATE TABLE feeds (
  id          INTEGER PRIMARY KEY,
  url         TEXT    NOT NULL UNIQUE,
  position    INTEGER,                     -- place in the configuration; NULL: archived
  user_title  TEXT,
  folder      TEXT    NOT NULL DEFAULT '',
  tags        BLOB    NOT NULL DEFAULT x'',
  title       TEXT    NOT NULL DEFAULT '',
  site_url    TEXT,
  language    TEXT,
  added       INTEGER NOT NULL,
  archived    INTEGER,
  trusts_anybody INTEGER NOT NULL DEFAULT 0, -- certificates are not checked, by the reader's own wish
  entries     INTEGER NOT NULL DEFAULT 0,
  unread      INTEGER NOT NULL DEFAULT 0,
  kind        TEXT    NOT NULL DEFAULT ''  -- who publishes, by the catalogue or a tag; empty: unknown
) STRICT;

-- Addresses that a feed had; it stays the same feed when it gets one of them back. `moved`: it was taken back from there,
-- so it has moved there.
CREATE TABLE former_addresses (
  url     TEXT    PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feeds(id),
  moved   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How each feed has been doing. Apart from `feeds`, so that a 304 writes nothing else.
CREATE TABLE health (
  feed_id       INTEGER PRIMARY KEY REFERENCES feeds(id),
  last_attempt  INTEGER,
  last_success  INTEGER,
  last_change   INTEGER,
  failures      INTEGER NOT NULL,
  fault         TEXT,
  fault_detail  TEXT,
  fault_http    INTEGER,
  retry_after   INTEGER,
  fresh_for     INTEGER,
  skip_hours    INTEGER NOT NULL,
  skip_days     INTEGER NOT NULL,
  moved_to      TEXT,
  gone          INTEGER NOT NULL,
  etag          TEXT,
  last_modified TEXT,
  warnings      BLOB    NOT NULL,
  validators_from TEXT,
  period        INTEGER,
  body_hash     INTEGER
) STRICT;

-- Where stories play, each place once. Distances are computed from here, for whatever homes the reader has just now.
CREATE TABLE spots (
  id     INTEGER PRIMARY KEY,
  name   TEXT    NOT NULL,
  town   TEXT    NOT NULL,
  region TEXT    NOT NULL,
  lat_e6 INTEGER NOT NULL,
  lon_e6 INTEGER NOT NULL,
  UNIQUE (name, town, region, lat_e6, lon_e6)
) STRICT;

-- One row an article, however many feeds list it: what a headline list needs, nothing more.
CREATE TABLE entries (
  id          INTEGER PRIMARY KEY,
  feed_id     INTEGER NOT NULL REFERENCES feeds(id),  -- the source whose words are shown
  sort        INTEGER NOT NULL,                       -- published, never after first_seen; first_seen when undated
  read_at     INTEGER,                                -- NULL: unread
  starred     INTEGER NOT NULL DEFAULT 0,
  live        INTEGER NOT NULL,                       -- subscribed feeds that list it
  dated       INTEGER NOT NULL,
  changed     INTEGER NOT NULL DEFAULT 0,
  hidden      INTEGER NOT NULL DEFAULT 0,             -- 1: the reader or a rule hid it; in no list and no count
  access      INTEGER NOT NULL,
  length      INTEGER NOT NULL DEFAULT 0,             -- words of the text
  first_seen  INTEGER NOT NULL,
  url_key     INTEGER,                                -- see identity.rs; near each other for one publisher
  spot        INTEGER REFERENCES spots(id),           -- where it plays; NULL: unknown
  title       TEXT    NOT NULL
) STRICT;
CREATE INDEX entries_list    ON entries(sort)    WHERE live > 0 AND hidden = 0;
CREATE INDEX entries_unread  ON entries(sort)    WHERE live > 0 AND hidden = 0 AND read_at IS NULL;
CREATE INDEX entries_starred ON entries(sort)    WHERE starred = 1 AND hidden = 0;
CREATE INDEX entries_read    ON entries(read_at) WHERE read_at IS NOT NULL;
CREATE INDEX entries_access  ON entries(access)  WHERE access <> 0;
CREATE INDEX entries_hidden  ON entries(sort)    WHERE hidden = 1;
CREATE INDEX entries_archived ON entries(live)   WHERE live = 0;
CREATE INDEX entries_spot    ON entries(spot)    WHERE spot IS NOT NULL;
CREATE INDEX entries_key     ON entries(url_key) WHERE url_key IS NOT NULL;

-- Which feed lists which entry under which identifier. `sort` and `read` repeat the entry's, for the index;
-- `read` is 0: unread, 1: read, 2: hidden.
CREATE TABLE sources (
  feed_id   INTEGER NOT NULL REFERENCES feeds(id),
  guid_hash INTEGER NOT NULL,
  entry_id  INTEGER NOT NULL REFERENCES entries(id),
  sort      INTEGER NOT NULL,
  read      INTEGER NOT NULL,
  hash      INTEGER NOT NULL,                         -- of the content as this feed gave it last
  guid      TEXT    NOT NULL,
  PRIMARY KEY (feed_id, guid_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_list  ON sources(feed_id, read, sort, entry_id);
CREATE INDEX sources_entry ON sources(entry_id);

-- The reader's tags of an entry; those of its feeds stand in `feeds`.
CREATE TABLE entry_tags (
  entry_id INTEGER NOT NULL REFERENCES entries(id),
  tag      TEXT    NOT NULL,
  PRIMARY KEY (entry_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tags_tag ON entry_tags(tag);

-- The words of an entry, compressed; see body.rs.
CREATE TABLE bodies (
  entry_id INTEGER PRIMARY KEY REFERENCES entries(id),
  data     BLOB    NOT NULL
) STRICT;

-- Earlier words of an entry, the last few.
CREATE TABLE versions (
  entry_id INTEGER NOT NULL REFERENCES entries(id),
  seen_at  INTEGER NOT NULL,                          -- when this version was replaced
  data     BLOB    NOT NULL
) STRICT;
CREATE INDEX versions_entry ON versions(entry_id);

-- How the place of an entry was found; an entry without a row was not looked at yet. See placing.rs.
CREATE TABLE placings (
  entry_id   INTEGER PRIMARY KEY REFERENCES entries(id),
  confidence INTEGER NOT NULL,                        -- percent
  evidence   BLOB    NOT NULL
) STRICT;
-- Official warnings; `ends` is 0 when another has replaced or ended them.
CREATE TABLE alerts (
  entry_id   INTEGER PRIMARY KEY REFERENCES entries(id),
  identifier TEXT    NOT NULL,
  ends       INTEGER NOT NULL,
  data       BLOB    NOT NULL
) STRICT;
CREATE INDEX alerts_ends       ON alerts(ends);
CREATE INDEX alerts_identifier ON alerts(identifier);

-- Fetched article pages, compressed; `blocks` are fingerprints of their blocks, 8 bytes each, `feed_id` the entry's when the
-- page came.
CREATE TABLE pages (
  entry_id INTEGER PRIMARY KEY REFERENCES entries(id),
  feed_id  INTEGER NOT NULL,
  fetched  INTEGER NOT NULL,
  blocks   BLOB    NOT NULL,
  data     BLOB    NOT NULL
) STRICT;
CREATE INDEX pages_feed ON pages(feed_id, fetched);

-- Where the reader is in an article: letters and digits before the first line on the screen.
CREATE TABLE reading_places (
  entry_id INTEGER PRIMARY KEY REFERENCES entries(id),
  letters  INTEGER NOT NULL
) STRICT;

-- Every change that the reader or a rule made, with its inverse; see journal.rs and record.rs.
CREATE TABLE journal (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  by_rule INTEGER NOT NULL DEFAULT 0,
  deed    TEXT    NOT NULL,
  title   TEXT    NOT NULL,
  entries INTEGER NOT NULL,
  undone  INTEGER NOT NULL DEFAULT 0,
  data    BLOB    NOT NULL
) STRICT;

-- Single numbers: totals, how far the search index and the rules reach, the subscriptions' fingerprint.
CREATE TABLE facts (
  name  TEXT    PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO facts VALUES ('entries', 0), ('unread', 0), ('starred', 0), ('indexed', 0), ('index-generation', 0),
  ('subscriptions', 0), ('ruled', 0);

-- Who was contacted and why, for the last two days; counted in quarters of an hour.
CREATE TABLE contacts (
  at       INTEGER NOT NULL,
  host     TEXT    NOT NULL,
  purpose  TEXT    NOT NULL,
  requests INTEGER NOT NULL,
  PRIMARY KEY (at, host, purpose)
) STRICT, WITHOUT ROWID;

-- The reader's own state between two runs.
CREATE TABLE ui (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Folded words (text::fold), each once an entry, those of headlines marked (index.rs); the texts stand in `bodies`. Large batches are gathered before
-- they are written, and few are merged at a time. `stale` lists entries to be indexed again.
CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608), ('automerge', 16);
CREATE TABLE stale (entry_id INTEGER PRIMARY KEY) STRICT;

-- The words of the index, for parts of words: *halle* in *Lagerhalle*.
CREATE VIRTUAL TABLE search_words USING fts5vocab(search, 'row');
