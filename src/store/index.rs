//! Keeping the full-text index up to date. It may lag behind a refresh by a moment, never behind a restart: how far it
//! reaches is written in the same transaction as the index itself.

use rusqlite::{Connection, params};

use crate::store::body::{self, Searchable};
use crate::store::fold::{Folder, fold};
use crate::store::unique::Unique;
use crate::store::{Result, Store, codec, deltas, to_sql};

/// Entries that are indexed in one transaction.
pub(super) const BATCH: usize = 4000;

impl Store {
    /// Indexes up to `budget` entries that are new or changed, in one transaction. Whether more are left.
    pub fn index_pending(&self, budget: usize) -> Result<bool> {
        if !self.read(is_pending)? {
            return Ok(false);
        }
        self.write(|tx| {
            let mut unique = Unique::default();
            let mut left = budget;
            let stale = changed(tx, left)?;
            for entry in &stale {
                tx.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([entry])?;
                index_entry(tx, *entry, &mut unique)?;
                tx.prepare_cached("DELETE FROM stale WHERE entry_id = ?1")?.execute([entry])?;
            }
            left -= stale.len();
            let reached = index_new(tx, left, &mut unique)?;
            if let Some(reached) = reached {
                deltas::set_fact(tx, "indexed", reached)?;
            }
            deltas::add_fact(tx, "index-generation", 1)?;
            is_pending(tx)
        })
    }
}

fn is_pending(c: &Connection) -> rusqlite::Result<bool> {
    c.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM entries WHERE id > (SELECT value FROM facts WHERE name = 'indexed')) \
         OR EXISTS (SELECT 1 FROM stale)",
    )?
    .query_row([], |r| r.get(0))
}

/// Changed entries that the index holds already.
fn changed(c: &Connection, limit: usize) -> rusqlite::Result<Vec<i64>> {
    let mut statement =
        c.prepare_cached("SELECT entry_id FROM stale ORDER BY entry_id LIMIT ?1")?;
    let all: Vec<i64> =
        statement.query_map([to_sql(limit)], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    let reached = deltas::fact(c, "indexed")?;
    let (old, new): (Vec<i64>, Vec<i64>) = all.into_iter().partition(|id| *id <= reached);
    for id in new {
        // Not indexed yet: the new words are met on the way.
        c.prepare_cached("DELETE FROM stale WHERE entry_id = ?1")?.execute([id])?;
    }
    Ok(old)
}

fn index_new(c: &Connection, limit: usize, unique: &mut Unique) -> rusqlite::Result<Option<i64>> {
    let from = deltas::fact(c, "indexed")?;
    let mut statement =
        c.prepare_cached("SELECT id FROM entries WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let mut rows = statement.query([from, to_sql(limit)])?;
    let mut reached = None;
    while let Some(row) = rows.next()? {
        let entry = row.get(0)?;
        index_entry(c, entry, unique)?;
        reached = Some(entry);
    }
    Ok(reached)
}

/// Writes one entry to the index.
fn index_entry(c: &Connection, entry: i64, unique: &mut Unique) -> rusqlite::Result<()> {
    let mut statement = c.prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?;
    let mut rows = statement.query([entry])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let Some(bytes) = codec::decompressed(row.get_ref(0)?.as_blob()?) else { return Ok(()) };
    let Some(words) = body::searchable(&bytes) else { return Ok(()) };
    let (title, text) = folded(&words);
    c.prepare_cached("INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)")?
        .execute(params![entry, title, unique.words(&text)])?;
    Ok(())
}

/// What is searched of an entry, folded: its headline, and everything else.
pub(super) fn folded(words: &Searchable<'_>) -> (String, String) {
    let mut text = Folder::with_capacity(words.text.len() + words.summary.len() + 64);
    for author in &words.authors {
        text.push(author);
    }
    if !words.text.starts_with(words.summary) {
        text.push(words.summary);
    }
    text.push(words.text);
    (fold(words.title), text.finish())
}
