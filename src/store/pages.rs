//! Fetched article pages: the HTML as it came, and the fingerprints of its blocks, from which the pages of a feed tell what
//! they have in common.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Result, Store, codec, words};
use crate::domain::{Access, EntryId, FeedId, Template, Timestamp};

/// So many of a feed's pages, the newest, are compared.
const COMPARED: u32 = 40;

/// The page of an article, as it is kept.
#[derive(Debug, Clone, Copy)]
pub struct KeptPage<'a> {
    /// The HTML.
    pub html: &'a str,
    /// Fingerprints of the blocks of its article.
    pub blocks: &'a [u64],
    /// Whether the page lets everybody read it; `Unknown` changes nothing.
    pub access: Access,
}

impl Store {
    /// Keeps the page of an article in place of an earlier one. What the page says of its paywall the list will show.
    ///
    /// # Errors
    /// When the archive cannot be written to.
    pub fn keep_page(&self, id: EntryId, page: &KeptPage<'_>, now: Timestamp) -> Result<()> {
        let packed = codec::pack_text(page.html);
        let blocks: Vec<u8> = page.blocks.iter().flat_map(|print| print.to_le_bytes()).collect();
        self.write(|tx| {
            tx.prepare_cached(
                "INSERT OR REPLACE INTO pages (entry_id, feed_id, fetched, blocks, data) \
                 SELECT id, feed_id, ?2, ?3, ?4 FROM entries WHERE id = ?1",
            )?
            .execute(params![id.0, now.0, blocks, packed])?;
            if page.access != Access::Unknown {
                tx.prepare_cached("UPDATE entries SET access = ?2 WHERE id = ?1 AND access <> ?2")?
                    .execute(params![id.0, words::access_number(page.access)])?;
            }
            Ok(())
        })
    }
}

/// The page of an entry; none when it was not fetched or is damaged.
pub(super) fn html(c: &Connection, entry: i64) -> rusqlite::Result<Option<String>> {
    c.prepare_cached("SELECT data FROM pages WHERE entry_id = ?1")?
        .query_row([entry], |r| Ok(codec::unpack_text(r.get_ref(0)?.as_blob()?)))
        .optional()
        .map(Option::flatten)
}

/// What the newest pages of a feed have in common.
pub(super) fn template(c: &Connection, feed: FeedId) -> rusqlite::Result<Template> {
    let mut statement = c.prepare_cached(
        "SELECT blocks FROM pages WHERE feed_id = ?1 ORDER BY fetched DESC, entry_id DESC LIMIT ?2",
    )?;
    let mut rows = statement.query(params![feed.0, COMPARED])?;
    let mut articles: Vec<Vec<u64>> = Vec::new();
    while let Some(row) = rows.next()? {
        let (prints, _) = row.get_ref(0)?.as_blob()?.as_chunks::<8>();
        articles.push(prints.iter().map(|print| u64::from_le_bytes(*print)).collect());
    }
    Ok(Template::learn(articles.iter().map(Vec::as_slice)))
}
