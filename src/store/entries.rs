//! Whole entries: one, or a list of them one after the other.

use std::ops::ControlFlow;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{Entry, EntryId, ParsedEntry, Query, Template, Timestamp};
use crate::store::places::{From, Place};
use crate::store::rows;
use crate::store::scan::Scan;
use crate::store::{Result, Store, body, feeds, pages, tags, words};
use crate::text::Clean;

/// Places that are read ahead while streaming.
const CHUNK: usize = 256;

impl Store {
    /// An entry with all its words.
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>> {
        self.read(|c| {
            let sort = c
                .prepare_cached("SELECT sort FROM entries WHERE id = ?1")?
                .query_row([id.0], |r| r.get(0))
                .optional()?;
            match sort {
                Some(sort) => entry(c, Place { sort, id: id.0, feed: None }),
                None => Ok(None),
            }
        })
    }

    /// Calls `each` with the entries of a list in its order, at most `limit`, until it breaks off. Holds one entry at a
    /// time.
    pub fn for_each_entry(
        &self,
        query: &Query,
        limit: Option<usize>,
        each: &mut dyn FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<()> {
        let (hits, taste) = (self.hits_for(query)?, self.taste());
        self.read(|c| {
            let scan = Scan::new(c, query, &taste, hits)?;
            let mut left = limit.unwrap_or(usize::MAX);
            let mut from = None;
            while left > 0 {
                let wanted = CHUNK.min(left);
                let places = scan.walk(from, true, wanted, 0)?;
                for place in &places {
                    if let Some(entry) = entry(c, *place)?
                        && each(entry).is_break()
                    {
                        return Ok(());
                    }
                }
                if places.len() < wanted {
                    return Ok(());
                }
                left -= places.len();
                from = places.last().map(|p| From { key: p.key(), inclusive: false });
            }
            Ok(())
        })
    }

    /// The present words of an entry as text: title and body, as [`Store::earlier_texts`] gives the earlier ones.
    pub fn present_text(&self, id: EntryId) -> Result<Option<(Clean, String)>> {
        self.read(|c| {
            Ok(words::words(c, id.0)?.map(|words| (words.title.clone(), body_text(words))))
        })
    }

    /// The earlier words of an entry as text, the newest first, each with the instant when it was replaced.
    pub fn earlier_texts(&self, id: EntryId) -> Result<Vec<(Timestamp, Clean, String)>> {
        self.read(|c| {
            let mut statement = c.prepare_cached(
                "SELECT seen_at, data FROM versions WHERE entry_id = ?1 ORDER BY rowid DESC",
            )?;
            let mut rows = statement.query([id.0])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                if let Some(words) = body::unpack(row.get_ref(1)?.as_blob()?) {
                    let title = words.title.clone();
                    found.push((Timestamp(row.get(0)?), title, body_text(words)));
                }
            }
            Ok(found)
        })
    }
}

/// The text of a body; of an entry that has none, its teaser.
fn body_text(words: ParsedEntry) -> String {
    if words.text.is_empty() { words.summary.to_string() } else { words.text }
}

/// Reads a whole entry. Damaged words leave an entry with its headline.
pub(super) fn entry(c: &Connection, place: Place) -> rusqlite::Result<Option<Entry>> {
    let Some(row) = rows::row(c, place)? else { return Ok(None) };
    let words = c
        .prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?
        .query_row([place.id], |r| Ok(body::unpack(r.get_ref(0)?.as_blob()?)))
        .optional()?
        .flatten()
        .unwrap_or_default();
    let full_html = pages::html(c, place.id)?;
    // Only a page has furniture that its feed's other pages tell.
    let template = match full_html {
        Some(_) => pages::template(c, row.feed)?,
        None => Template::default(),
    };
    let first_seen = c
        .prepare_cached("SELECT first_seen FROM entries WHERE id = ?1")?
        .query_row([place.id], |r| r.get(0))?;
    let mut listed = c.prepare_cached(
        "SELECT f.url, f.user_title, f.title, s.guid, f.tags, f.language FROM sources s \
         JOIN feeds f ON f.id = s.feed_id WHERE s.entry_id = ?1 ORDER BY f.id <> ?2, f.position IS NULL, f.position",
    )?;
    let mut listed = listed.query([place.id, row.feed.0])?;
    let Some(own) = listed.next()? else { return Ok(None) };
    let feed_url = feeds::feed_url(own, 0)?;
    let guid = Clean::line(own.get_ref(3)?.as_str()?);
    let mut tags = feeds::unpack_tags(own.get_ref(4)?.as_blob()?);
    tags.extend(tags::of(c, place.id)?);
    let language = words.language.or(own.get(5)?);
    let mut sources = vec![row.feed_title.clone()];
    while let Some(other) = listed.next()? {
        sources.push(feeds::title(other, 1, 2, 0)?);
    }
    Ok(Some(Entry {
        row,
        feed_url,
        guid,
        url: words.url,
        authors: words.authors,
        summary: words.summary,
        content_html: words.content_html,
        full_html,
        template,
        updated: words.updated,
        first_seen: Timestamp(first_seen),
        categories: words.categories,
        tags,
        enclosures: words.enclosures,
        image: words.image,
        image_caption: words.image_caption,
        image_credit: words.image_credit,
        language,
        sources,
    }))
}
