//! Whether the archive is whole: a look that costs next to nothing at every opening, and a thorough one when there is a
//! reason. A file beside the archive remembers that a fault was met.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};

use crate::store::{FILE_NAME, Result, Store, StoreError, body, deltas, opening};

/// Small tables without which nothing works: looked at as a whole.
const SMALL: &[&str] = &["feeds", "health", "facts", "ui"];
/// Both ends of the large ones and of their indexes: the first pages of each, and those written last.
const ENDS: &[&str] = &[
    "SELECT title FROM entries ORDER BY id {} LIMIT 1",
    "SELECT sort FROM entries INDEXED BY entries_list WHERE live > 0 AND hidden = 0 ORDER BY sort {} LIMIT 1",
    "SELECT sort FROM entries INDEXED BY entries_unread WHERE live > 0 AND hidden = 0 AND read_at IS NULL ORDER BY sort {} LIMIT 1",
    "SELECT sort FROM entries INDEXED BY entries_starred WHERE starred = 1 AND hidden = 0 ORDER BY sort {} LIMIT 1",
    "SELECT guid FROM sources ORDER BY feed_id {}, guid_hash {} LIMIT 1",
    "SELECT sort FROM sources INDEXED BY sources_list ORDER BY feed_id {}, read {} LIMIT 1",
    "SELECT length(data) FROM bodies ORDER BY entry_id {} LIMIT 1",
    "SELECT length(data) FROM journal ORDER BY id {} LIMIT 1",
];
/// Faults that a thorough look tells at most.
const MOST_FAULTS: usize = 20;

/// Looks at the archive in a millisecond or two. Damage in the middle of a large table is met later.
pub(super) fn quick(path: &Path, c: &Connection) -> Result<()> {
    let sql = |e| StoreError::from_sql(path, e);
    for table in SMALL {
        let found: String =
            c.query_row(&format!("PRAGMA quick_check({table})"), [], |r| r.get(0)).map_err(sql)?;
        if found != "ok" {
            return Err(StoreError::Corrupt { path: path.to_owned(), detail: found });
        }
    }
    for end in ENDS {
        for direction in ["ASC", "DESC"] {
            c.query_row(&end.replace("{}", direction), [], |_| Ok(())).optional().map_err(sql)?;
        }
    }
    Ok(())
}

/// Everything that is wrong with the database, in `SQLite`'s words; empty when it is whole. Reads all of it.
pub(super) fn thorough(c: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = c.prepare(&format!("PRAGMA integrity_check({MOST_FAULTS})"))?;
    let lines = statement.query_map([], |r| r.get::<_, String>(0))?;
    let found: rusqlite::Result<Vec<String>> = lines.collect();
    Ok(found?.into_iter().filter(|line| line != "ok").collect())
}

/// Checks an archive thoroughly without changing it.
pub(super) fn examine(path: &Path) -> Result<()> {
    let connection = opening::checked_reader(path)?;
    let faults = thorough(&connection).map_err(|e| StoreError::from_sql(path, e))?;
    let unreadable = unreadable(&connection).map_err(|e| StoreError::from_sql(path, e))?;
    let lost = (unreadable > 0).then(|| format!("the words of {unreadable} entries are lost"));
    match faults.into_iter().next().or(lost) {
        Some(detail) => Err(StoreError::Corrupt { path: path.to_owned(), detail }),
        None => Ok(()),
    }
}

/// Entries whose words cannot be unpacked: `SQLite` does not know what should stand in a value.
fn unreadable(c: &Connection) -> rusqlite::Result<u64> {
    let mut statement = c.prepare("SELECT data FROM bodies")?;
    let mut rows = statement.query([])?;
    let mut found = 0;
    while let Some(row) = rows.next()? {
        found += u64::from(body::unpack(row.get_ref(0)?.as_blob()?).is_none());
    }
    Ok(found)
}

/// The file that says that damage was met.
pub(super) fn mark(path: &Path) -> PathBuf {
    path.with_extension("db-damaged")
}

/// Remembers that damage was met, for the next opening.
pub(super) fn suspect(path: &Path) {
    // When even that cannot be written, the next run meets the damage again.
    if let Err(fault) = fs::OpenOptions::new().create(true).append(true).open(mark(path)) {
        tracing::warn!(%fault, "damage could not be remembered");
    }
}

/// What a thorough look at the archive found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examination {
    /// What is wrong with the file, in `SQLite`'s words; empty when it is whole.
    pub damage: Vec<String>,
    /// Rows that name others which are not there.
    pub dangling: u64,
    /// Counts that are kept and differ from what is counted: name, kept, counted.
    pub counts: Vec<(&'static str, i64, i64)>,
    /// Entries whose words are not in the search index yet.
    pub unindexed: u64,
    /// Bytes of the database file that hold nothing.
    pub free_bytes: u64,
}

/// The counts that are kept, and how they are counted.
const COUNTS: &[(&str, &str, &str)] = &[
    (
        "entries",
        "SELECT value FROM facts WHERE name = 'entries'",
        "SELECT count(*) FROM entries WHERE live > 0 AND hidden = 0",
    ),
    (
        "unread",
        "SELECT value FROM facts WHERE name = 'unread'",
        "SELECT count(*) FROM entries WHERE live > 0 AND hidden = 0 AND read_at IS NULL",
    ),
    (
        "starred",
        "SELECT value FROM facts WHERE name = 'starred'",
        "SELECT count(*) FROM entries WHERE starred = 1 AND hidden = 0",
    ),
    (
        "feed-entries",
        "SELECT ifnull(sum(entries), 0) FROM feeds",
        "SELECT count(*) FROM sources WHERE read < 2",
    ),
    (
        "feed-unread",
        "SELECT ifnull(sum(unread), 0) FROM feeds",
        "SELECT count(*) FROM sources WHERE read = 0",
    ),
];

impl Store {
    /// Looks at the whole archive: seconds for a large one. Writes nothing.
    pub fn examine(&self) -> Result<Examination> {
        self.read(|c| {
            let damage = thorough(c)?;
            if !damage.is_empty() {
                return Ok(Examination { damage, ..Examination::default() });
            }
            let number = |sql: &str| c.query_row(sql, [], |r| r.get::<_, i64>(0));
            let mut counts = Vec::new();
            for (name, kept, counted) in COUNTS {
                let (kept, counted) = (number(kept)?, number(counted)?);
                if kept != counted {
                    counts.push((*name, kept, counted));
                }
            }
            let dangling = number("SELECT count(*) FROM pragma_foreign_key_check")?;
            let reached = deltas::fact(c, "indexed")?;
            let new = number(&format!("SELECT count(*) FROM entries WHERE id > {reached}"))?;
            let pages =
                number("PRAGMA freelist_count")?.saturating_mul(number("PRAGMA page_size")?);
            Ok(Examination {
                damage,
                dangling: super::to_count(dangling),
                counts,
                unindexed: super::to_count(new + number("SELECT count(*) FROM stale")?),
                free_bytes: super::to_count(pages),
            })
        })
    }
}

/// The archive's file in a data directory.
pub(super) fn file(dir: &Path) -> PathBuf {
    dir.join(FILE_NAME)
}
