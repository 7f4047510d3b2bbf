//! What can be done for a document's entries before the write lock is taken: hashing, and packing what is new.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{FeedId, ParsedEntry, ParsedFeed};
use crate::store::{body, identity};

/// An entry, ready to be written.
pub(super) struct Prepared<'a> {
    pub(super) entry: &'a ParsedEntry,
    pub(super) guid_hash: i64,
    pub(super) hash: i64,
    /// The canonical address and its key, when it names one entry of this document only.
    pub(super) address: Option<(String, i64)>,
    /// The packed words, unless the archive holds the very same.
    packed: Option<Vec<u8>>,
}

impl Prepared<'_> {
    /// The packed words.
    pub(super) fn packed(&self) -> std::borrow::Cow<'_, [u8]> {
        match &self.packed {
            Some(packed) => packed.into(),
            // Another process has just changed what we took for the same.
            None => body::pack(self.entry).into(),
        }
    }
}

/// Prepares the entries of a document.
pub(super) fn prepare<'a>(
    c: &Connection,
    feed: FeedId,
    parsed: &'a ParsedFeed,
) -> rusqlite::Result<Vec<Prepared<'a>>> {
    let feed_url: Option<String> = c
        .prepare_cached("SELECT url FROM feeds WHERE id = ?1")?
        .query_row([feed.0], |r| r.get(0))
        .optional()?;
    let publisher = feed_url.as_deref().and_then(identity::publisher);
    let mut known =
        c.prepare_cached("SELECT hash FROM sources WHERE feed_id = ?1 AND guid_hash = ?2")?;
    let mut seen = BTreeSet::new();
    let mut uses: BTreeMap<i64, u32> = BTreeMap::new();
    let mut prepared: Vec<Prepared<'_>> = Vec::with_capacity(parsed.entries.len());
    for entry in &parsed.entries {
        let guid_hash = identity::stable_hash(&[&entry.guid]);
        if !seen.insert(guid_hash) {
            continue; // the parser promises unique identifiers; a broken promise must not cost the feed
        }
        let own = |url: &&str| publisher.is_some() && identity::publisher(url) == publisher;
        let address = entry.url.as_deref().filter(own).and_then(identity::canonical_address);
        let address = address.map(|canonical| {
            let key = identity::url_key(&canonical);
            *uses.entry(key).or_default() += 1;
            (canonical, key)
        });
        let hash = identity::content_hash(entry);
        let before: Option<i64> = known.query_row([feed.0, guid_hash], |r| r.get(0)).optional()?;
        let packed = (before != Some(hash)).then(|| body::pack(entry));
        prepared.push(Prepared { entry, guid_hash, hash, address, packed });
    }
    for entry in &mut prepared {
        entry.address = entry.address.take().filter(|(_, key)| uses.get(key) == Some(&1));
    }
    Ok(prepared)
}
