//! Reading what can still be read of a damaged archive, row by row, into a new one.
//!
//! A row that cannot be read is stepped over; what hangs on lost rows is made whole again as far as other rows or the
//! indexes know it. The counts are counted anew, and validators are dropped, so that the next refresh brings the rest.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use crate::domain::Timestamp;
use crate::store::{body, identity, words};

/// What was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Saved {
    /// Entries.
    pub entries: u64,
    /// Of these, read ones.
    pub read: u64,
    /// Of these, starred ones.
    pub starred: u64,
    /// Changes that can be undone or redone.
    pub journal: u64,
}

/// Tables that are made anew instead of being copied.
const MADE_ANEW: &[&str] = &["facts", "stale", "search"];

/// Copies what can be read. `new` is an empty archive of the same schema.
pub(super) fn salvage(
    damaged: &Connection,
    new: &mut Connection,
    now: Timestamp,
) -> rusqlite::Result<Saved> {
    new.pragma_update(None, "foreign_keys", false)?;
    let tx = new.transaction()?;
    for table in tables(&tx)? {
        copy(damaged, &tx, &table)?;
    }
    feeds_of_the_index(damaged, &tx, now)?;
    lost_entries(damaged, &tx, now)?;
    tx.execute_batch(MEND)?;
    let number = |sql: &str| tx.query_row(sql, [], |r| r.get::<_, i64>(0)).map(super::to_count);
    let saved = Saved {
        entries: number("SELECT count(*) FROM entries")?,
        read: number("SELECT count(*) FROM entries WHERE read_at IS NOT NULL")?,
        starred: number("SELECT count(*) FROM entries WHERE starred = 1")?,
        journal: number("SELECT count(*) FROM journal")?,
    };
    tx.commit()?;
    new.pragma_update(None, "foreign_keys", true)?;
    Ok(saved)
}

/// Makes one piece of what was saved.
const MEND: &str = "
    DELETE FROM sources WHERE feed_id NOT IN (SELECT id FROM feeds) OR entry_id NOT IN (SELECT id FROM entries);
    UPDATE entries SET feed_id = (SELECT min(feed_id) FROM sources WHERE entry_id = entries.id)
      WHERE feed_id NOT IN (SELECT id FROM feeds)
        AND EXISTS (SELECT 1 FROM sources WHERE entry_id = entries.id);
    DELETE FROM entries WHERE feed_id NOT IN (SELECT id FROM feeds);
    DELETE FROM bodies WHERE entry_id NOT IN (SELECT id FROM entries);
    DELETE FROM versions WHERE entry_id NOT IN (SELECT id FROM entries);
    DELETE FROM pages WHERE entry_id NOT IN (SELECT id FROM entries);
    DELETE FROM alerts WHERE entry_id NOT IN (SELECT id FROM entries);
    DELETE FROM reading_places WHERE entry_id NOT IN (SELECT id FROM entries);
    DELETE FROM health WHERE feed_id NOT IN (SELECT id FROM feeds);
    DELETE FROM former_addresses WHERE feed_id NOT IN (SELECT id FROM feeds);
    DELETE FROM entry_tags WHERE entry_id NOT IN (SELECT id FROM entries);
    UPDATE sources SET (sort, read) = (SELECT e.sort, iif(e.hidden, 2, e.read_at IS NOT NULL) FROM entries e
      WHERE e.id = entry_id);
    UPDATE sources SET hash = 0 WHERE entry_id NOT IN (SELECT entry_id FROM bodies);
    UPDATE entries SET live = (SELECT count(*) FROM sources s JOIN feeds f ON f.id = s.feed_id
      WHERE s.entry_id = entries.id AND f.position IS NOT NULL);
    UPDATE feeds SET entries = (SELECT count(*) FROM sources WHERE feed_id = feeds.id AND read < 2),
      unread = (SELECT count(*) FROM sources WHERE feed_id = feeds.id AND read = 0);
    UPDATE facts SET value = CASE name
      WHEN 'entries' THEN (SELECT count(*) FROM entries WHERE live > 0 AND hidden = 0)
      WHEN 'unread' THEN (SELECT count(*) FROM entries WHERE live > 0 AND hidden = 0 AND read_at IS NULL)
      WHEN 'starred' THEN (SELECT count(*) FROM entries WHERE starred = 1 AND hidden = 0)
      ELSE value END;
    UPDATE health SET etag = NULL, last_modified = NULL, validators_from = NULL, body_hash = NULL, fresh_for = NULL,
      period = NULL, last_attempt = 0, last_success = NULL;
";

/// A table to be copied.
struct Table {
    name: String,
    columns: String,
    n_columns: usize,
    /// It has a number for each row.
    numbered: bool,
}

/// The tables of the new archive.
fn tables(c: &Connection) -> rusqlite::Result<Vec<Table>> {
    let mut list = c.prepare(
        "SELECT l.name, l.wr, (SELECT group_concat(name, ', ') FROM pragma_table_info(l.name)), l.ncol \
         FROM pragma_table_list l WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite_%'",
    )?;
    let tables = list.query_map([], |r| {
        Ok(Table {
            name: r.get(0)?,
            numbered: !r.get::<_, bool>(1)?,
            columns: r.get(2)?,
            n_columns: usize::from(r.get::<_, u16>(3)?),
        })
    })?;
    let tables: rusqlite::Result<Vec<Table>> = tables.collect();
    Ok(tables?.into_iter().filter(|table| !MADE_ANEW.contains(&table.name.as_str())).collect())
}

fn copy(damaged: &Connection, new: &Connection, table: &Table) -> rusqlite::Result<()> {
    if table.name == "sources" {
        // Its rows are numbered by the hash, a feed at a time.
        let mut feeds = new.prepare("SELECT id FROM feeds")?;
        let feeds: Vec<i64> =
            feeds.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        for feed in feeds {
            copy_by(damaged, new, table, &format!("feed_id = {feed} AND guid_hash"), "guid_hash")?;
        }
        return Ok(());
    }
    if table.numbered {
        return copy_by(damaged, new, table, "rowid", "rowid");
    }
    // Few rows, known by words: as far as they can be read in one go.
    let select = format!("SELECT {} FROM {}", table.columns, table.name);
    let mut row_of = inserting(new, table)?;
    let _ = read_rows(damaged, &select, None, table.n_columns, &mut |values| {
        let _ = row_of.execute(params_from_iter(values));
        Ok(())
    });
    Ok(())
}

/// Copies the rows of which `condition > n` holds, in the order of `key`, stepping over those that cannot be read.
fn copy_by(
    damaged: &Connection,
    new: &Connection,
    table: &Table,
    condition: &str,
    key: &str,
) -> rusqlite::Result<()> {
    let Table { name, columns, n_columns, .. } = table;
    let select =
        format!("SELECT {key}, {columns} FROM {name} WHERE {condition} > ?1 ORDER BY {key}");
    let one = format!("{select} LIMIT 1");
    let mut row_of = inserting(new, table)?;
    let mut after = i64::MIN;
    loop {
        let read = read_rows(damaged, &select, Some(after), n_columns + 1, &mut |values| {
            if let Some(Value::Integer(number)) = values.first() {
                after = *number;
            }
            // A row that the schema refuses is damaged too.
            if table.name != "bodies" || is_body(&values) {
                let _ = row_of.execute(params_from_iter(&values[1..]));
            }
            Ok(())
        });
        if read.is_ok() {
            return Ok(());
        }
        let readable =
            |from| read_rows(damaged, &one, Some(from), n_columns + 1, &mut |_| Ok(())).is_ok();
        match next_readable(after, &readable) {
            Some(next) => after = next,
            None => return Ok(()),
        }
    }
}

/// Whether the words in the row can be read: a page of a long value may be lost without a trace.
fn is_body(values: &[Value]) -> bool {
    matches!(values.last(), Some(Value::Blob(bytes)) if body::unpack(bytes).is_some())
}

/// The least number after `bad` from which something can be read again, on the assumption that damage lies together.
fn next_readable(bad: i64, readable: &dyn Fn(i64) -> bool) -> Option<i64> {
    // Hashes fill the whole range: distances need a bit more.
    let at = |number: i128| i64::try_from(number).ok();
    let (bad, mut step) = (i128::from(bad), 1_i128);
    while !readable(at(bad + step)?) {
        step *= 2;
    }
    let (mut low, mut high) = (bad + step / 2, bad + step);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if readable(at(middle)?) {
            high = middle;
        } else {
            low = middle;
        }
    }
    at(high)
}

fn inserting<'c>(new: &'c Connection, table: &Table) -> rusqlite::Result<rusqlite::Statement<'c>> {
    let places = vec!["?"; table.n_columns].join(", ");
    new.prepare(&format!(
        "INSERT OR IGNORE INTO {} ({}) VALUES ({places})",
        table.name, table.columns
    ))
}

fn read_rows(
    c: &Connection,
    select: &str,
    parameter: Option<i64>,
    n: usize,
    each: &mut dyn FnMut(Vec<Value>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = c.prepare_cached(select)?;
    let mut rows = statement.query(params_from_iter(parameter))?;
    while let Some(row) = rows.next()? {
        each((0..n).map(|i| row.get::<_, Value>(i)).collect::<rusqlite::Result<_>>()?)?;
    }
    Ok(())
}

/// Feeds whose rows are lost but whose addresses the index still knows.
fn feeds_of_the_index(
    damaged: &Connection,
    new: &Connection,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let mut insert = new.prepare(
        "INSERT OR IGNORE INTO feeds (id, url, position, added) VALUES (?1, ?2, 1000000 + ?1, ?3)",
    )?;
    let select = "SELECT id, url FROM feeds INDEXED BY sqlite_autoindex_feeds_1 ORDER BY url";
    let _ = read_rows(damaged, select, None, 2, &mut |values| {
        let _ = insert.execute(params![values[0], values[1], now.0]);
        Ok(())
    });
    Ok(())
}

/// Entries whose rows are lost: what a feed lists keeps its mark, and its headline if its words are still there. Others
/// are forgotten, and come again as new if their feed still has them.
fn lost_entries(damaged: &Connection, new: &Connection, now: Timestamp) -> rusqlite::Result<()> {
    new.execute_batch("CREATE TEMP TABLE marked (id INTEGER PRIMARY KEY, read_at INTEGER, starred INTEGER NOT NULL DEFAULT 0)")?;
    let mut read = new.prepare("INSERT OR IGNORE INTO marked (id, read_at) VALUES (?1, ?2)")?;
    let select = "SELECT id, read_at FROM entries INDEXED BY entries_read WHERE read_at IS NOT NULL ORDER BY read_at";
    let _ =
        read_rows(damaged, select, None, 2, &mut |v| read.execute(params![v[0], v[1]]).map(|_| ()));
    let mut star = new.prepare("INSERT INTO marked (id, starred) VALUES (?1, 1) ON CONFLICT (id) DO UPDATE SET starred = 1")?;
    let select = "SELECT id FROM entries INDEXED BY entries_starred WHERE starred = 1 AND hidden = 0 ORDER BY sort";
    let _ = read_rows(damaged, select, None, 1, &mut |v| star.execute([&v[0]]).map(|_| ()));
    let mut lost = new.prepare(
        "SELECT s.entry_id, min(s.feed_id), max(s.sort), max(s.read), m.read_at, ifnull(m.starred, 0), min(s.guid) \
         FROM sources s LEFT JOIN marked m ON m.id = s.entry_id \
         WHERE s.entry_id NOT IN (SELECT id FROM entries) GROUP BY s.entry_id",
    )?;
    let mut lost = lost.query([])?;
    while let Some(row) = lost.next()? {
        let id: i64 = row.get(0)?;
        let (read, read_at): (bool, Option<i64>) = (row.get(3)?, row.get(4)?);
        let (starred, guid): (bool, String) = (row.get(5)?, row.get(6)?);
        let read_at = read_at.or_else(|| read.then_some(now.0));
        let known = new
            .query_row("SELECT data FROM bodies WHERE entry_id = ?1", [id], |r| {
                Ok(body::unpack(r.get_ref(0)?.as_blob()?))
            })
            .optional()?
            .flatten();
        if known.is_none() && read_at.is_none() && !starred {
            continue;
        }
        let title = known.as_ref().map_or(guid, |known| words::shown_title(known).to_string());
        let address =
            known.as_ref().and_then(|known| identity::canonical_address(known.url.as_deref()?));
        let key = address.as_deref().map(identity::url_key);
        new.prepare_cached(
            "INSERT INTO entries (id, feed_id, sort, read_at, starred, live, dated, access, first_seen, url_key, title) \
             VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?3, ?8, ?9)",
        )?
        .execute(params![
            id,
            row.get::<_, i64>(1)?,
            row.get::<_, i64>(2)?,
            read_at,
            starred,
            known.as_ref().is_some_and(|known| known.published.is_some()),
            known.as_ref().map_or(0, |known| words::access_number(known.access)),
            key,
            title
        ])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_damage_is_found() {
        for end in [11, 12, 13, 40, 5000, 1 << 40] {
            assert_eq!(next_readable(10, &|n| n >= end), Some(end), "{end}");
        }
        assert_eq!(next_readable(10, &|_| false), None);
        assert_eq!(next_readable(i64::MIN, &|n| n >= 0), Some(0));
    }
}
