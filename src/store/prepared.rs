//! What can be done for a document's entries before the write lock is taken, on the thread that read the document: hashing,
//! and for what is new packing and folding.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{FeedId, ParsedEntry, ParsedFeed, Placing};
use crate::store::{Result, Store, body, identity, index, words};
use crate::text::Clean;

/// A document's entries, ready to be written; belongs to the [`ParsedFeed`] that it was made from.
#[derive(Debug)]
pub struct Prepared {
    entries: Vec<Made>,
}

/// What was made of one entry.
#[derive(Debug)]
struct Made {
    /// Its place in the document.
    at: usize,
    guid_hash: i64,
    hash: i64,
    /// The canonical address and its key, when it names one entry of this document only.
    address: Option<(String, i64)>,
    /// What will be written, unless the archive held the very same.
    new: Option<New>,
    /// Where it plays, when it is new or changed and was looked at.
    placing: Option<Placing>,
}

/// What will be written of an entry.
#[derive(Debug)]
struct New {
    /// The packed words.
    packed: Vec<u8>,
    /// The words for the index.
    indexed: String,
    /// The headline that lists show.
    shown: Clean,
    /// How many words the text has.
    length: i64,
}

impl New {
    fn of(entry: &ParsedEntry, indexer: &mut index::Words) -> Self {
        Self {
            packed: body::pack(entry),
            indexed: indexer.of_entry(entry),
            shown: words::shown_title(entry),
            length: words::length(entry),
        }
    }
}

/// An entry beside what was made of it.
pub(super) struct Item<'a> {
    pub(super) entry: &'a ParsedEntry,
    pub(super) guid_hash: i64,
    pub(super) hash: i64,
    pub(super) address: Option<&'a (String, i64)>,
    pub(super) placing: Option<&'a Placing>,
    new: Option<&'a New>,
}

impl Item<'_> {
    /// The packed words.
    pub(super) fn packed(&self) -> Cow<'_, [u8]> {
        match self.new {
            Some(new) => (&new.packed).into(),
            // Another process has just changed what we took for the same.
            None => body::pack(self.entry).into(),
        }
    }

    /// The entry with its text, which a lightened document holds no more.
    pub(super) fn whole(&self) -> Cow<'_, ParsedEntry> {
        let unpacked = self.new.and_then(|new| body::unpack(&new.packed));
        unpacked.map_or(Cow::Borrowed(self.entry), Cow::Owned)
    }

    /// The headline that lists show.
    pub(super) fn shown_title(&self) -> Clean {
        self.new.map_or_else(|| words::shown_title(self.entry), |new| new.shown.clone())
    }

    /// How many words the text has.
    pub(super) fn length(&self) -> i64 {
        self.new.map_or_else(|| words::length(self.entry), |new| new.length)
    }

    /// The words for the index, when they are at hand.
    pub(super) fn indexed(&self) -> Option<&str> {
        self.new.map(|new| new.indexed.as_str())
    }
}

impl Prepared {
    /// Finds the places of the entries that are new or changed.
    pub fn place(&mut self, parsed: &ParsedFeed, mut find: impl FnMut(&ParsedEntry) -> Placing) {
        for made in self.entries.iter_mut().filter(|made| made.new.is_some()) {
            made.placing = parsed.entries.get(made.at).map(&mut find);
        }
    }

    /// Drops the texts of the document that were packed: waiting to be written it takes a quarter of the memory.
    pub fn lighten(&self, parsed: &mut ParsedFeed) {
        for made in self.entries.iter().filter(|made| made.new.is_some()) {
            if let Some(entry) = parsed.entries.get_mut(made.at) {
                (entry.content_html, entry.text) = (String::new(), String::new());
            }
        }
    }

    /// The entries of the document, each with what was made of it.
    pub(super) fn items<'a>(
        &'a self,
        parsed: &'a ParsedFeed,
    ) -> impl DoubleEndedIterator<Item = Item<'a>> {
        self.entries.iter().filter_map(|made| {
            Some(Item {
                entry: parsed.entries.get(made.at)?,
                guid_hash: made.guid_hash,
                hash: made.hash,
                address: made.address.as_ref(),
                placing: made.placing.as_ref(),
                new: made.new.as_ref(),
            })
        })
    }
}

impl Store {
    /// Prepares a document for [`Store::merge_all`]. Reads only, so that several threads can do it beside the one that
    /// writes.
    pub fn prepare(&self, feed: FeedId, parsed: &ParsedFeed) -> Result<Prepared> {
        self.read(|c| prepare(c, feed, parsed))
    }
}

/// Whether the feed never listed anything.
pub(super) fn is_blank(c: &Connection, feed: i64) -> rusqlite::Result<bool> {
    c.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM sources WHERE feed_id = ?1)")?
        .query_row([feed], |r| r.get(0))
}

/// Prepares the entries of a document.
pub(super) fn prepare(
    c: &Connection,
    feed: FeedId,
    parsed: &ParsedFeed,
) -> rusqlite::Result<Prepared> {
    let feed_url: Option<String> = c
        .prepare_cached("SELECT url FROM feeds WHERE id = ?1")?
        .query_row([feed.0], |r| r.get(0))
        .optional()?;
    let publisher = feed_url.as_deref().and_then(identity::publisher);
    let blank = is_blank(c, feed.0)?;
    let mut known =
        c.prepare_cached("SELECT hash FROM sources WHERE feed_id = ?1 AND guid_hash = ?2")?;
    let mut seen = BTreeSet::new();
    let mut uses: BTreeMap<i64, u32> = BTreeMap::new();
    let mut entries: Vec<Made> = Vec::with_capacity(parsed.entries.len());
    let mut indexer = index::Words::default();
    for (at, entry) in parsed.entries.iter().enumerate() {
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
        let before: Option<i64> = if blank {
            None
        } else {
            known.query_row([feed.0, guid_hash], |r| r.get(0)).optional()?
        };
        let new = (before != Some(hash)).then(|| New::of(entry, &mut indexer));
        entries.push(Made { at, guid_hash, hash, address, new, placing: None });
    }
    for entry in &mut entries {
        entry.address = entry.address.take().filter(|(_, key)| uses.get(key) == Some(&1));
    }
    Ok(Prepared { entries })
}
