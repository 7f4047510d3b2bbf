//! The undo journal: every change that the reader makes is a row with its inverse, valid after a restart.
//!
//! A row holds the exact entries that changed and what each was before, so an undo never touches what arrived later. Rows
//! that were undone can be done again until a new change takes their place. What the reader did by hand is synced to the
//! disk when it is done: it survives a power cut. A change of very many entries is made in steps (steps.rs).
//!
//! **Invariant:** after every step the undo leads back exactly: the row of a change grows with its steps, an undo strikes
//! the row with its last step, a redo brings it back with its first.

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Change, EntryId, Mark, Query, Scope, Target, Timestamp, Undone};
use crate::store::affected::{Before, affected};
use crate::store::codec::{Reader, Writer};
use crate::store::deltas::Deltas;
use crate::store::{Result, Store, feeds, to_count, to_sql};
use crate::text::Clean;

/// A row of the journal, for a list of what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// When it was done, or done again.
    pub at: Timestamp,
    /// What was done to how many entries of what.
    pub what: Undone,
    /// It was undone and can be done again.
    pub undone: bool,
}

impl Store {
    /// Makes a change and journals it. A change that changes nothing leaves no row and keeps what can be redone.
    pub fn change(&self, change: &Change, now: Timestamp) -> Result<Undone> {
        let hits = match &change.target {
            Target::List(query, _) => self.hits_for(query)?,
            Target::Entries(_) | Target::Feed(..) | Target::All(_) => None,
        };
        // Nobody need wait while the entries are looked for.
        let (found, title) = self.read(|c| {
            let found = affected(c, change, hits.as_deref(), now)?;
            let title = title(c, &change.target, &found)?;
            Ok((found, title))
        })?;
        let mut what = Undone { mark: change.mark, entries: 0, title };
        let mut row = None;
        let mut changed = Vec::new();
        self.in_steps(&found, |tx, part, _| {
            let ids = part.iter().map(|(id, _)| EntryId(*id)).collect();
            // As they are now that nobody else writes.
            let part = Change { target: Target::Entries(ids), mark: change.mark };
            let part = affected(tx, &part, None, now)?;
            if part.is_empty() {
                return Ok(true);
            }
            changed.extend_from_slice(&part);
            what.entries = changed.len() as u64;
            match row {
                None => row = Some(insert(tx, &what, &changed, now)?),
                // Another process may have taken the first steps back.
                Some(row) if !extend(tx, row, &changed)? => return Ok(false),
                Some(_) => {}
            }
            apply(tx, change.mark, part.iter().map(|b| b.0), now)?;
            Ok(true)
        })?;
        Ok(what)
    }

    /// Takes the last change back. `None` when there is none.
    pub fn undo(&self) -> Result<Option<Undone>> {
        loop {
            let Some(row) = self.read(|c| journalled(c, LAST))? else { return Ok(None) };
            let steps = self.in_steps(&row.before, |tx, part, step| {
                if !is_still(tx, &row, step.first.then_some(LAST), false)? {
                    return Ok(false);
                }
                restore(tx, row.what.mark, part)?;
                if step.last {
                    tx.prepare_cached("UPDATE journal SET undone = 1 WHERE id = ?1")?
                        .execute([row.id])?;
                }
                Ok(true)
            })?;
            if steps > 0 {
                return Ok(Some(row.what));
            }
            // Another process came first: now another change is the last one.
        }
    }

    /// Makes the change again that was undone last. `None` when there is none.
    pub fn redo(&self, now: Timestamp) -> Result<Option<Undone>> {
        loop {
            let Some(row) = self.read(|c| journalled(c, NEXT))? else { return Ok(None) };
            let steps = self.in_steps(&row.before, |tx, part, step| {
                if !is_still(tx, &row, step.first.then_some(NEXT), step.first)? {
                    return Ok(false);
                }
                if step.first {
                    tx.prepare_cached("UPDATE journal SET undone = 0, at = ?2 WHERE id = ?1")?
                        .execute([row.id, now.0])?;
                }
                apply(tx, row.what.mark, part.iter().map(|b| b.0), now)?;
                Ok(true)
            })?;
            if steps > 0 {
                return Ok(Some(row.what));
            }
        }
    }

    /// The last changes, the newest first.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryRow>> {
        self.read(|c| {
            let mut statement = c.prepare_cached(
                "SELECT at, mark, entries, title, undone FROM journal ORDER BY id DESC LIMIT ?1",
            )?;
            let mut rows = statement.query([to_sql(limit)])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let Some(mark) = Mark::from_name(row.get_ref(1)?.as_str()?) else { continue };
                let what = Undone {
                    mark,
                    entries: to_count(row.get(2)?),
                    title: Clean::line(row.get_ref(3)?.as_str()?),
                };
                found.push(HistoryRow { at: Timestamp(row.get(0)?), what, undone: row.get(4)? });
            }
            Ok(found)
        })
    }
}

/// The change that an undo takes back.
const LAST: &str = "undone = 0 ORDER BY id DESC";
/// The change that a redo makes again.
const NEXT: &str = "undone = 1 ORDER BY id ASC";

struct Journalled {
    id: i64,
    what: Undone,
    before: Vec<Before>,
}

fn journalled(c: &Connection, which: &str) -> rusqlite::Result<Option<Journalled>> {
    let sql = format!("SELECT id, mark, entries, title, data FROM journal WHERE {which} LIMIT 1");
    c.prepare_cached(&sql)?
        .query_row([], |r| {
            let damaged = |at| {
                rusqlite::Error::InvalidColumnType(
                    at,
                    "journal".to_owned(),
                    rusqlite::types::Type::Blob,
                )
            };
            Ok(Journalled {
                id: r.get(0)?,
                what: Undone {
                    mark: Mark::from_name(r.get_ref(1)?.as_str()?).ok_or_else(|| damaged(1))?,
                    entries: to_count(r.get(2)?),
                    title: Clean::line(r.get_ref(3)?.as_str()?),
                },
                before: unpack(r.get_ref(4)?.as_blob()?).ok_or_else(|| damaged(4))?,
            })
        })
        .optional()
}

/// Whether a row is still the one that `which` gives, if that matters, and still undone, or not.
fn is_still(
    c: &Connection,
    row: &Journalled,
    which: Option<&str>,
    undone: bool,
) -> rusqlite::Result<bool> {
    let sql = match which {
        Some(which) => format!("SELECT id FROM journal WHERE {which} LIMIT 1"),
        None => format!("SELECT id FROM journal WHERE id = {} AND undone = {undone}", row.id),
    };
    let found: Option<i64> = c.prepare(&sql)?.query_row([], |r| r.get(0)).optional()?;
    Ok(found == Some(row.id))
}

/// Begins the row of a change, which takes the place of all that could be done again.
fn insert(
    c: &Connection,
    what: &Undone,
    before: &[Before],
    now: Timestamp,
) -> rusqlite::Result<i64> {
    c.execute("DELETE FROM journal WHERE undone = 1", [])?;
    c.prepare_cached(
        "INSERT INTO journal (at, mark, title, entries, data) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        now.0,
        what.mark.name(),
        &*what.title,
        to_sql(before.len()),
        pack(before)
    ])?;
    Ok(c.last_insert_rowid())
}

/// Lets the row of a change hold more entries. `false` when it was taken back.
fn extend(c: &Connection, row: i64, before: &[Before]) -> rusqlite::Result<bool> {
    let rows = c
        .prepare_cached("UPDATE journal SET entries = ?2, data = ?3 WHERE id = ?1 AND undone = 0")?
        .execute(params![row, to_sql(before.len()), pack(before)])?;
    Ok(rows == 1)
}

fn apply(
    c: &Connection,
    mark: Mark,
    entries: impl Iterator<Item = i64>,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let mut counts = Deltas::default();
    for id in entries {
        match mark {
            Mark::Read => counts.set_read(c, id, Some(now.0))?,
            Mark::Unread => counts.set_read(c, id, None)?,
            Mark::Star => counts.set_starred(c, id, true)?,
            Mark::Unstar => counts.set_starred(c, id, false)?,
        };
    }
    counts.store(c)
}

fn restore(c: &Connection, mark: Mark, before: &[Before]) -> rusqlite::Result<()> {
    let mut counts = Deltas::default();
    for (id, read_at) in before {
        match mark {
            Mark::Read => counts.set_read(c, *id, None)?,
            Mark::Unread => counts.set_read(c, *id, *read_at)?,
            Mark::Star => counts.set_starred(c, *id, false)?,
            Mark::Unstar => counts.set_starred(c, *id, true)?,
        };
    }
    counts.store(c)
}

/// The words for a notice: the only entry's headline, or the feed's title.
fn title(c: &Connection, target: &Target, before: &[Before]) -> rusqlite::Result<Clean> {
    if let [(only, _)] = before {
        return c
            .prepare_cached("SELECT title FROM entries WHERE id = ?1")?
            .query_row([only], |r| Ok(Clean::line(r.get_ref(0)?.as_str()?)));
    }
    let feed = match target {
        Target::Feed(feed, _) | Target::List(Query { scope: Scope::Feed(feed), .. }, _) => feed.0,
        Target::Entries(_) | Target::List(..) | Target::All(_) => return Ok(Clean::empty()),
    };
    let title = c
        .prepare_cached("SELECT user_title, title, url FROM feeds WHERE id = ?1")?
        .query_row([feed], |r| feeds::title(r, 0, 1, 2))
        .optional()?;
    Ok(title.unwrap_or_default())
}

/// Packs entries in ascending order: the steps between their numbers are small.
fn pack(before: &[Before]) -> Vec<u8> {
    let mut w = Writer::with_capacity(before.len() * 2 + 8);
    let (mut last_id, mut last_read) = (0, 0);
    w.list(before, |w, (id, read_at)| {
        w.signed(id - last_id);
        last_id = *id;
        w.option(*read_at, |w, at| {
            w.signed(at - last_read);
            last_read = at;
        });
    });
    w.finish()
}

fn unpack(bytes: &[u8]) -> Option<Vec<Before>> {
    let (mut last_id, mut last_read) = (0i64, 0i64);
    Reader::new(bytes).list(|r| {
        last_id = last_id.checked_add(r.signed()?)?;
        let read_at = match r.option(Reader::signed)? {
            None => None,
            Some(step) => {
                last_read = last_read.checked_add(step)?;
                Some(last_read)
            }
        };
        Some((last_id, read_at))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    proptest::proptest! {
        #[test]
        fn a_row_is_compact_and_whole(entries: BTreeMap<u32, Option<u32>>) {
            let before: Vec<Before> =
                entries.into_iter().map(|(id, at)| (i64::from(id), at.map(i64::from))).collect();
            assert_eq!(unpack(&pack(&before)), Some(before));
        }
    }

    #[test]
    fn thousands_in_a_row_take_two_bytes_each() {
        let before: Vec<Before> = (1000..9000).map(|id| (id, None)).collect();
        assert!(pack(&before).len() < 2 * 8000 + 8);
    }
}
