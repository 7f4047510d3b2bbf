//! The words of an entry in the database: present ones, earlier ones, and what a list shows of them.

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Access, ParsedEntry, Timestamp};
use crate::store::prepared::Item;
use crate::store::{body, placing, to_sql};
use crate::text::Clean;

/// Earlier versions of an entry that are kept.
const VERSIONS: i64 = 5;
/// An untitled entry shows so many characters of its text.
const STAND_IN: usize = 100;
/// No headline is longer; what is longer is no headline, and would slow every list.
const HEADLINE: usize = 500;

/// The present words of an entry.
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

/// Replaces the words of an entry; the index will follow.
pub(super) fn set_words(c: &Connection, entry: i64, new: &Item<'_>) -> rusqlite::Result<()> {
    // Words that were lost when the archive was damaged come back here.
    c.prepare_cached(
        "INSERT INTO bodies (entry_id, data) VALUES (?1, ?2) ON CONFLICT (entry_id) DO UPDATE SET data = ?2",
    )?
    .execute(params![entry, new.packed()])?;
    c.prepare_cached("UPDATE entries SET title = ?2, access = iif(?3 = 0, access, ?3), length = ?4 WHERE id = ?1")?
        .execute(params![
            entry,
            &*new.shown_title(),
            access_number(new.entry.access),
            new.length()
        ])?;
    c.prepare_cached("INSERT OR IGNORE INTO stale VALUES (?1)")?.execute([entry])?;
    new.placing.map_or(Ok(()), |found| placing::set(c, entry, found))
}

/// Dates an entry.
pub(super) fn set_sort(c: &Connection, entry: i64, published: i64) -> rusqlite::Result<()> {
    c.prepare_cached("UPDATE entries SET sort = ?2, dated = 1 WHERE id = ?1")?
        .execute([entry, published])?;
    c.prepare_cached("UPDATE sources SET sort = ?2 WHERE entry_id = ?1")?
        .execute([entry, published])?;
    Ok(())
}

/// How many words the text has: the beginnings after blanks.
pub(super) fn length(entry: &ParsedEntry) -> i64 {
    let text = entry.text.trim_start().as_bytes();
    let begins = |(before, byte): (&u8, &u8)| u8::from(is_blank(*before) & !is_blank(*byte));
    let rest = text.get(1..).unwrap_or_default();
    // In pieces whose sum fits into a byte the compiler counts many bytes at once.
    let pieces = text.chunks(PIECE).zip(rest.chunks(PIECE));
    let words: usize =
        pieces.map(|(a, b)| usize::from(a.iter().zip(b).map(begins).sum::<u8>())).sum();
    to_sql(words + usize::from(!text.is_empty()))
}

/// Bytes of which every second one may begin a word, so that a byte counts them.
const PIECE: usize = 256;

/// Whether a byte is ASCII white space.
fn is_blank(byte: u8) -> bool {
    (byte == b' ') | (byte.wrapping_sub(b'\t') < 2) | (byte.wrapping_sub(0x0c) < 2)
}

/// The headline; an untitled entry shows the start of its text.
pub(super) fn shown_title(entry: &ParsedEntry) -> Clean {
    let longest = if entry.title.is_empty() { STAND_IN } else { HEADLINE };
    [&*entry.title, &entry.text, &entry.summary]
        .into_iter()
        .map(|text| start(text, longest))
        .find(|start| !start.is_empty())
        .unwrap_or_else(|| Clean::line(entry.url.as_deref().unwrap_or(&entry.guid)))
}

/// The first words of a text, in one line.
fn start(text: &str, longest: usize) -> Clean {
    // White space shrinks: a little more than is shown has to be looked at.
    let line = Clean::line(&text.chars().take(4 * longest).collect::<String>());
    let Some((end, _)) = line.char_indices().nth(longest) else { return line };
    let whole_words = line[..end].rsplit_once(' ').map_or(&line[..end], |(words, _)| words);
    Clean::line(&format!("{whole_words} …"))
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

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_length_is_that_of_the_words(text in "[a-zé \t\n\r\u{c}]{0,900}") {
            let entry = ParsedEntry { text, ..ParsedEntry::default() };
            let words = entry.text.split_ascii_whitespace().count();
            assert_eq!(length(&entry), to_sql(words));
        }
    }
}
