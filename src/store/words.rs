//! The words of an entry in the database: present ones, earlier ones, and what a list shows of them.

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Access, ParsedEntry, Timestamp};
use crate::store::body;
use crate::text::Clean;

/// Earlier versions of an entry that are kept.
const VERSIONS: i64 = 5;
/// An untitled entry shows so many characters of its text.
const STAND_IN: usize = 100;

pub(super) fn words(c: &Connection, entry: i64) -> rusqlite::Result<Option<ParsedEntry>> {
    c.prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?
        .query_row([entry], |r| Ok(body::unpack(r.get_ref(0)?.as_blob()?)))
        .optional()
        .map(Option::flatten)
}

/// Moves the present words to the earlier versions and returns them.
pub(super) fn keep_version(
    c: &Connection,
    entry: i64,
    now: Timestamp,
) -> rusqlite::Result<Option<ParsedEntry>> {
    c
        .prepare_cached(
            "INSERT INTO versions (entry_id, seen_at, data) SELECT entry_id, ?2, data FROM bodies WHERE entry_id = ?1",
        )?
        .execute([entry, now.0])?;
    c.prepare_cached(
        "DELETE FROM versions WHERE entry_id = ?1 AND rowid NOT IN \
             (SELECT rowid FROM versions WHERE entry_id = ?1 ORDER BY rowid DESC LIMIT ?2)",
    )?
    .execute([entry, VERSIONS])?;
    words(c, entry)
}

pub(super) fn set_words(c: &Connection, entry: i64, new: &ParsedEntry) -> rusqlite::Result<()> {
    c.prepare_cached("UPDATE bodies SET data = ?2 WHERE entry_id = ?1")?
        .execute(params![entry, body::pack(new)])?;
    c.prepare_cached("UPDATE entries SET title = ?2, access = ?3 WHERE id = ?1")?
        .execute(params![entry, &*shown_title(new), access_number(new.access)])?;
    c.prepare_cached("INSERT OR IGNORE INTO stale VALUES (?1)")?.execute([entry])?;
    Ok(())
}

pub(super) fn set_sort(c: &Connection, entry: i64, published: i64) -> rusqlite::Result<()> {
    c.prepare_cached("UPDATE entries SET sort = ?2, dated = 1 WHERE id = ?1")?
        .execute([entry, published])?;
    c.prepare_cached("UPDATE sources SET sort = ?2 WHERE entry_id = ?1")?
        .execute([entry, published])?;
    Ok(())
}

/// The headline; an untitled entry shows the start of its text.
pub(super) fn shown_title(entry: &ParsedEntry) -> Clean {
    let candidates = [&*entry.title, &*entry.text, &*entry.summary];
    for text in candidates {
        let text = Clean::line(&text.chars().take(4 * STAND_IN).collect::<String>());
        if text.is_empty() {
            continue;
        }
        if !entry.title.is_empty() {
            return entry.title.clone();
        }
        if text.chars().count() <= STAND_IN {
            return text;
        }
        let start: String = text.chars().take(STAND_IN).collect();
        let whole_words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
        return Clean::line(&format!("{whole_words} …"));
    }
    Clean::line(entry.url.as_deref().unwrap_or(&entry.guid))
}

/// The number that stands for a paywall mark.
pub(super) fn access_number(access: Access) -> i64 {
    match access {
        Access::Unknown => 0,
        Access::Free => 1,
        Access::Metered => 2,
        Access::Locked => 3,
    }
}

/// The paywall mark of a stored number.
pub(super) fn access_of(number: i64) -> Access {
    match number {
        1 => Access::Free,
        2 => Access::Metered,
        3 => Access::Locked,
        _ => Access::Unknown,
    }
}
