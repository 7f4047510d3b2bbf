//! The undo journal: every change that the reader makes is a row with its inverse, valid after a restart.
//!
//! A row holds the exact entries that changed and what each was before, so an undo never touches what arrived later. Rows
//! that were undone can be done again until a new change takes their place. Each commit is synced to the disk: what the
//! reader did by hand survives a power cut.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Change, Mark, Query, Scope, Show, Target, Timestamp, Undone};
use crate::store::codec::{Reader, Writer};
use crate::store::deltas::Deltas;
use crate::store::hits::Hits;
use crate::store::{Result, Store, feeds, gather, scan, to_count, to_sql};
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
            Target::List(query, _) => self.hits_for(&query.text)?,
            Target::Entries(_) | Target::Feed(..) | Target::All(_) => None,
        };
        self.write_durably(|tx| {
            let shown = match &change.target {
                Target::List(query, _) => gather::shown(tx, query, &self.taste())?,
                Target::Entries(_) | Target::Feed(..) | Target::All(_) => None,
            };
            let mut before = affected(tx, change, hits.as_deref(), now)?;
            before.retain(|(id, _)| shown.as_ref().is_none_or(|shown| shown.contains(id)));
            let title = title(tx, &change.target, &before)?;
            let what = Undone { mark: change.mark, entries: before.len() as u64, title };
            if before.is_empty() {
                return Ok(what);
            }
            apply(tx, change.mark, before.iter().map(|b| b.0), now)?;
            tx.execute("DELETE FROM journal WHERE undone = 1", [])?;
            tx.prepare_cached(
                "INSERT INTO journal (at, mark, title, entries, data) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                now.0,
                change.mark.name(),
                &*what.title,
                to_sql(before.len()),
                pack(&before)
            ])?;
            Ok(what)
        })
    }

    /// Takes the last change back. `None` when there is none.
    pub fn undo(&self) -> Result<Option<Undone>> {
        self.write_durably(|tx| {
            let Some(row) = journalled(tx, "undone = 0 ORDER BY id DESC")? else { return Ok(None) };
            restore(tx, row.what.mark, &row.before)?;
            tx.prepare_cached("UPDATE journal SET undone = 1 WHERE id = ?1")?.execute([row.id])?;
            Ok(Some(row.what))
        })
    }

    /// Makes the change again that was undone last. `None` when there is none.
    pub fn redo(&self, now: Timestamp) -> Result<Option<Undone>> {
        self.write_durably(|tx| {
            let Some(row) = journalled(tx, "undone = 1 ORDER BY id ASC")? else { return Ok(None) };
            apply(tx, row.what.mark, row.before.iter().map(|b| b.0), now)?;
            tx.prepare_cached("UPDATE journal SET undone = 0, at = ?2 WHERE id = ?1")?
                .execute([row.id, now.0])?;
            Ok(Some(row.what))
        })
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

/// An entry and when it was read before the change; the latter matters only to [`Mark::Unread`].
type Before = (i64, Option<i64>);

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

/// The entries that the change will really change, by number.
fn affected(
    c: &Connection,
    change: &Change,
    hits: Option<&Hits>,
    now: Timestamp,
) -> rusqlite::Result<Vec<Before>> {
    let state = match change.mark {
        Mark::Read => "e.read_at IS NULL",
        Mark::Unread => "e.read_at IS NOT NULL",
        Mark::Star => "e.starred = 0",
        Mark::Unstar => "e.starred = 1",
    };
    let seen = |until: &Timestamp| Seen { c, state, until: until.0, now: now.0 };
    let found = match &change.target {
        Target::Entries(ids) => {
            let mut found = Vec::with_capacity(ids.len());
            let mut one = c.prepare_cached(&format!(
                "SELECT e.id, e.read_at FROM entries e WHERE e.id = ?1 AND {state}"
            ))?;
            for id in ids {
                found.extend(one.query_row([id.0], before).optional()?);
            }
            found
        }
        Target::Feed(feed, until) => seen(until).listed(&Scope::Feed(*feed), Show::All)?,
        Target::All(until) => seen(until).listed(&Scope::All, Show::All)?,
        Target::List(Query { scope, show, .. }, until) => seen(until).listed(scope, *show)?,
    };
    let mut unique = BTreeMap::new();
    for (id, read_at) in found {
        if hits.map_or(Ok(true), |h| h.contains(c, id))? {
            unique.insert(id, read_at);
        }
    }
    Ok(unique.into_iter().collect())
}

/// Entries in a state that were on the screen at an instant.
struct Seen<'c> {
    c: &'c Connection,
    state: &'static str,
    until: i64,
    now: i64,
}

impl Seen<'_> {
    fn listed(&self, scope: &Scope, show: Show) -> rusqlite::Result<Vec<Before>> {
        match scope {
            Scope::Starred => self.entries("e.starred = 1", show),
            Scope::Feed(feed) => self.of_feed(feed.0, show),
            Scope::Folder(folder) if !folder.is_empty() => {
                let mut found = Vec::new();
                for feed in scan::feeds_of(self.c, folder)? {
                    found.append(&mut self.of_feed(feed, show)?);
                }
                Ok(found)
            }
            Scope::All | Scope::Folder(_) => self.entries("e.live > 0", show),
        }
    }

    fn entries(&self, condition: &str, show: Show) -> rusqlite::Result<Vec<Before>> {
        let sql =
            format!("SELECT e.id, e.read_at FROM entries e WHERE {condition} AND {}", self.also());
        let parameters = params![self.until, self.now, since(show)];
        self.c.prepare_cached(&sql)?.query_map(parameters, before)?.collect()
    }

    fn of_feed(&self, feed: i64, show: Show) -> rusqlite::Result<Vec<Before>> {
        let sql = format!(
            "SELECT e.id, e.read_at FROM sources s JOIN entries e ON e.id = s.entry_id \
             WHERE s.feed_id = ?4 AND {}",
            self.also()
        );
        let parameters = params![self.until, self.now, since(show), feed];
        self.c.prepare_cached(&sql)?.query_map(parameters, before)?.collect()
    }

    fn also(&self) -> String {
        // What was first seen after now was seen while the clock was wrong: it is not newer than the screen.
        format!(
            "{} AND (e.first_seen <= ?1 OR e.first_seen > ?2) AND (?3 IS NULL OR e.read_at IS NULL OR e.read_at >= ?3)",
            self.state
        )
    }
}

fn since(show: Show) -> Option<i64> {
    match show {
        Show::All => None,
        Show::Unread { or_read_since } => Some(or_read_since.0),
    }
}

fn before(row: &rusqlite::Row<'_>) -> rusqlite::Result<Before> {
    Ok((row.get(0)?, row.get(1)?))
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
