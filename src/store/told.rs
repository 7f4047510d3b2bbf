//! Entries with their texts: those that may tell the same as one, and those of some days.
//!
//! Candidates come from the search index: of each word the entries of those days that hold it, no more than
//! [`MOST_HELD`]; those that share the most weight are read.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{EntryId, Gathered, Timestamp, Told};
use crate::store::places::Place;
use crate::store::{Result, Store, body, codec, rows, to_sql};

/// Entries that are looked at for one word. A word in more of them is common.
const MOST_HELD: usize = 1_000;
/// Candidates that are read.
const CANDIDATES: usize = 60;
/// Words that a candidate must share.
const SHARED: u32 = 2;

impl Store {
    /// An entry with its text.
    pub fn told(&self, id: EntryId) -> Result<Option<Told>> {
        self.read(|c| one(c, id.0))
    }

    /// The entries of other feeds, published no more than `apart` seconds before or after this one, that share rare words
    /// with it. `words` are folded.
    pub fn gather(&self, id: EntryId, words: &[String], apart: i64) -> Result<Gathered> {
        self.catch_up()?;
        self.read(|c| gather(c, id.0, words, apart))
    }

    /// The entries that were published at or after an instant, and are in some list, the newest first, at most `limit`.
    pub fn told_since(&self, since: Timestamp, limit: usize) -> Result<Vec<Told>> {
        self.read(|c| {
            let mut statement = c.prepare_cached(
                "SELECT id FROM entries WHERE live > 0 AND hidden = 0 AND sort >= ?1 ORDER BY sort DESC, id DESC LIMIT ?2",
            )?;
            let ids: Vec<i64> = statement
                .query_map(params![since.0, to_sql(limit)], |r| r.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            let mut all = Vec::with_capacity(ids.len());
            for id in ids {
                all.extend(one(c, id)?);
            }
            Ok(all)
        })
    }
}

fn gather(c: &Connection, id: i64, words: &[String], apart: i64) -> rusqlite::Result<Gathered> {
    let days = "live > 0 AND hidden = 0 AND sort BETWEEN (SELECT sort FROM entries WHERE id = ?1) - ?2 \
                AND (SELECT sort FROM entries WHERE id = ?1) + ?2";
    let span = format!("SELECT count(*), min(id), max(id) FROM entries WHERE {days}");
    let (texts, first, last): (u32, Option<i64>, Option<i64>) = c
        .prepare_cached(&span)?
        .query_row([id, apart], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let (Some(first), Some(last)) = (first, last) else { return Ok(Gathered::default()) };
    let mut held = c.prepare_cached(
        "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 LIMIT ?4",
    )?;
    let mut counts = Vec::with_capacity(words.len());
    let mut shared: HashMap<i64, (u32, f64)> = HashMap::new();
    for word in words {
        let found: Vec<i64> = held
            .query_map(params![format!("\"{word}\""), first, last, to_sql(MOST_HELD)], |r| {
                r.get(0)
            })?
            .collect::<rusqlite::Result<_>>()?;
        counts.push(u32::try_from(found.len()).unwrap_or(u32::MAX));
        if found.len() >= MOST_HELD {
            continue;
        }
        let weight =
            (f64::from(texts.max(2)) / f64::from(*counts.last().unwrap_or(&1)).max(1.0)).ln();
        for entry in found {
            let (n, sum) = shared.entry(entry).or_default();
            *n += 1;
            *sum += weight;
        }
    }
    shared.remove(&id);
    let mut likely: Vec<(i64, f64)> = shared
        .into_iter()
        .filter(|(_, (n, _))| *n >= SHARED)
        .map(|(e, (_, sum))| (e, sum))
        .collect();
    likely.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    let mut of_others = c.prepare_cached(&format!(
        "SELECT 1 FROM entries WHERE {days} AND id = ?3 AND NOT EXISTS (SELECT 1 FROM sources a JOIN sources b \
           ON b.feed_id = a.feed_id WHERE a.entry_id = ?1 AND b.entry_id = ?3)"
    ))?;
    let mut told = Vec::new();
    for (entry, _) in likely {
        if told.len() >= CANDIDATES {
            break;
        }
        if of_others.exists(params![id, apart, entry])? {
            told.extend(one(c, entry)?);
        }
    }
    Ok(Gathered { texts, counts, told })
}

fn one(c: &Connection, id: i64) -> rusqlite::Result<Option<Told>> {
    let Some(sort) = c
        .prepare_cached("SELECT sort FROM entries WHERE id = ?1")?
        .query_row([id], |r| r.get(0))
        .optional()?
    else {
        return Ok(None);
    };
    let Some(row) = rows::row(c, Place { id, sort, feed: None })? else { return Ok(None) };
    let text = c
        .prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?
        .query_row([id], |r| Ok(text(r.get_ref(0)?.as_blob()?)))
        .optional()?;
    Ok(Some(Told { row, text: text.unwrap_or_default() }))
}

/// Teaser and text; a text that begins with its teaser has it only once.
fn text(packed: &[u8]) -> String {
    let bytes = codec::decompressed(packed);
    let Some(words) = bytes.as_deref().and_then(body::searchable) else { return String::new() };
    if words.text.starts_with(words.summary) {
        return words.text.to_owned();
    }
    format!("{}\n{}", words.summary, words.text)
}
