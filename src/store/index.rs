//! Keeping the full-text index up to date. It may lag behind a refresh by a moment, never behind a restart: how far it
//! reaches is written in the same transaction as the index itself.
//!
//! The index knows only which entries hold which word (FTS5's `detail=none`), so a word of a headline stands there a
//! second time, behind [`TITLE`].

use std::collections::BTreeMap;
use std::sync::{MutexGuard, PoisonError};

use rusqlite::{Connection, params};

use crate::domain::ParsedEntry;
use crate::store::body::{self, Searchable};
use crate::store::unique::Unique;
use crate::store::{Result, Store, codec, deltas, to_sql};
use crate::text::fold::{WordFolder, fold_words};

/// Entries that are indexed in one transaction.
pub(super) const BATCH: usize = 4000;
/// Entries whose words are kept for the index; those beyond are read from the archive again.
const KEPT: usize = 8192;
/// Stands before a word of a headline. No folded word holds it, and to the index it is a letter.
pub(super) const TITLE: char = '·';

impl Store {
    /// Indexes up to `budget` entries that are new or changed, in one transaction. Whether more are left.
    pub fn index_pending(&self, budget: usize) -> Result<bool> {
        if !self.read(is_pending)? {
            return Ok(false);
        }
        self.write(|tx| {
            let mut words = Words::default();
            let mut left = budget;
            let stale = changed(tx, left, &mut self.kept_words())?;
            for entry in &stale {
                tx.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([entry])?;
                if let Some(folded) = words.of_stored(tx, *entry)? {
                    insert(tx, *entry, &folded)?;
                }
                tx.prepare_cached("DELETE FROM stale WHERE entry_id = ?1")?.execute([entry])?;
            }
            left -= stale.len();
            let reached = self.index_new(tx, left, &mut words)?;
            if let Some(reached) = reached {
                deltas::set_fact(tx, "indexed", reached)?;
            }
            deltas::add_fact(tx, "index-generation", 1)?;
            is_pending(tx)
        })
    }

    /// Keeps the words of entries that were just merged, as far as there is room.
    pub(super) fn remember_words(&self, words: Vec<(i64, String)>) {
        let mut kept = self.kept_words();
        let room = KEPT.saturating_sub(kept.len());
        kept.extend(words.into_iter().take(room));
    }

    fn kept_words(&self) -> MutexGuard<'_, BTreeMap<i64, String>> {
        self.inner.words.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn index_new(
        &self,
        c: &Connection,
        limit: usize,
        words: &mut Words,
    ) -> rusqlite::Result<Option<i64>> {
        let from = deltas::fact(c, "indexed")?;
        let mut statement =
            c.prepare_cached("SELECT id FROM entries WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let mut rows = statement.query([from, to_sql(limit)])?;
        let mut reached = from;
        while let Some(row) = rows.next()? {
            reached = row.get(0)?;
            let kept = self.kept_words().remove(&reached);
            let folded = match kept {
                Some(kept) => Some(kept),
                None => words.of_stored(c, reached)?,
            };
            if let Some(folded) = folded {
                insert(c, reached, &folded)?;
            }
        }
        // Another process may have indexed what was kept here.
        let mut kept = self.kept_words();
        *kept = kept.split_off(&reached.saturating_add(1));
        Ok((reached > from).then_some(reached))
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
fn changed(
    c: &Connection,
    limit: usize,
    kept: &mut BTreeMap<i64, String>,
) -> rusqlite::Result<Vec<i64>> {
    let mut statement =
        c.prepare_cached("SELECT entry_id FROM stale ORDER BY entry_id LIMIT ?1")?;
    let all: Vec<i64> =
        statement.query_map([to_sql(limit)], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    let reached = deltas::fact(c, "indexed")?;
    let (old, new): (Vec<i64>, Vec<i64>) = all.into_iter().partition(|id| *id <= reached);
    for id in new {
        // Not indexed yet: the new words are met on the way, in the archive.
        kept.remove(&id);
        c.prepare_cached("DELETE FROM stale WHERE entry_id = ?1")?.execute([id])?;
    }
    Ok(old)
}

fn insert(c: &Connection, entry: i64, words: &str) -> rusqlite::Result<()> {
    c.prepare_cached("INSERT INTO search (rowid, words) VALUES (?1, ?2)")?
        .execute(params![entry, words])?;
    Ok(())
}

/// Makes the words for the index, each once. Keeps its table from one entry to the next.
#[derive(Default)]
pub(super) struct Words {
    unique: Unique,
}

impl Words {
    /// The words of an entry that is about to be stored.
    pub(super) fn of_entry(&mut self, entry: &ParsedEntry) -> String {
        self.of(&Searchable {
            title: &entry.title,
            summary: &entry.summary,
            authors: entry.authors.iter().map(|a| &**a).collect(),
            text: &entry.text,
        })
    }

    /// The words of a stored entry; `None` when they are damaged.
    fn of_stored(&mut self, c: &Connection, entry: i64) -> rusqlite::Result<Option<String>> {
        let mut statement = c.prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?;
        let mut rows = statement.query([entry])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let bytes = codec::decompressed(row.get_ref(0)?.as_blob()?);
        Ok(bytes.as_deref().and_then(body::searchable).map(|words| self.of(&words)))
    }

    fn of(&mut self, searchable: &Searchable<'_>) -> String {
        let title = fold_words(searchable.title);
        let mut all = WordFolder::with_capacity(searchable.bytes());
        all.push(searchable.title);
        push_text(searchable, &mut all);
        let mut words = self.unique.words(&all.finish_loose());
        for word in title.split_whitespace() {
            words.push(TITLE);
            words.push_str(word);
            words.push(' ');
        }
        words
    }
}

/// What is searched of an entry, folded: its headline, and everything else.
pub(super) fn folded(words: &Searchable<'_>) -> (String, String) {
    let mut text = WordFolder::with_capacity(words.bytes());
    push_text(words, &mut text);
    (fold_words(words.title), text.finish())
}

/// Adds everything that is searched but the headline.
fn push_text(words: &Searchable<'_>, folder: &mut WordFolder) {
    for author in &words.authors {
        folder.push(author);
    }
    if !words.text.starts_with(words.summary) {
        folder.push(words.summary);
    }
    folder.push(words.text);
}
