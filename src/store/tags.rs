//! Tags that the reader gives to entries.

use rusqlite::Connection;

use crate::domain::EntryId;
use crate::store::{Result, Store, feeds, to_count};
use crate::text::Clean;

impl Store {
    /// The reader's own tags of an entry, in their order; those of its feeds are not among them.
    pub fn entry_tags(&self, id: EntryId) -> Result<Vec<Clean>> {
        self.read(|c| of(c, id.0))
    }

    /// Every tag in use, of entries and of feeds, the most used first, with the number of entries that have it by
    /// themselves.
    pub fn tags(&self) -> Result<Vec<(Clean, u64)>> {
        self.read(|c| {
            let mut counted = c.prepare_cached(
                "SELECT tag, count(*) FROM entry_tags GROUP BY tag ORDER BY count(*) DESC, tag",
            )?;
            let mut tags: Vec<(Clean, u64)> = counted
                .query_map([], |r| Ok((Clean::line(r.get_ref(0)?.as_str()?), to_count(r.get(1)?))))?
                .collect::<rusqlite::Result<_>>()?;
            let mut of_feeds = c.prepare_cached(
                "SELECT tags FROM feeds WHERE position IS NOT NULL ORDER BY position",
            )?;
            let mut rows = of_feeds.query([])?;
            while let Some(row) = rows.next()? {
                for tag in feeds::unpack_tags(row.get_ref(0)?.as_blob()?) {
                    if !tags.iter().any(|(known, _)| *known == tag) {
                        tags.push((tag, 0));
                    }
                }
            }
            Ok(tags)
        })
    }
}

/// The reader's own tags of an entry.
pub(super) fn of(c: &Connection, entry: i64) -> rusqlite::Result<Vec<Clean>> {
    c.prepare_cached("SELECT tag FROM entry_tags WHERE entry_id = ?1 ORDER BY tag")?
        .query_map([entry], |r| Ok(Clean::line(r.get_ref(0)?.as_str()?)))?
        .collect()
}

/// Gives an entry these tags of the reader's and no others.
pub(super) fn set(c: &Connection, entry: i64, tags: &[Clean]) -> rusqlite::Result<()> {
    c.prepare_cached("DELETE FROM entry_tags WHERE entry_id = ?1")?.execute([entry])?;
    let mut insert =
        c.prepare_cached("INSERT OR IGNORE INTO entry_tags (entry_id, tag) VALUES (?1, ?2)")?;
    for tag in tags {
        insert.execute(rusqlite::params![entry, &**tag])?;
    }
    Ok(())
}
