//! Merging a fetched document: what is new, what changed, what is the same article in another feed.
//!
//! An entry is known by (feed, identifier). What changed is decided by the content hash that this feed gave last, never by
//! dates. An unknown identifier may still be a known article: of another feed of the publisher (joined, one read state), or
//! of the same feed that gives new identifiers at each fetch (the identifier is renewed).

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::Ordering;

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{FeedHealth, FeedId, MergeReport, ParsedEntry, ParsedFeed, Spot, Timestamp};
use crate::store::deltas::{Deltas, Listed};
use crate::store::prepared::{self, Item, Prepared};
use crate::store::{Document, Result, Store, alerts, health, identity, placing, revision, words};
use crate::text::fold::fold_words;

impl Store {
    /// Merges a document and keeps the feed's health with the validators of that answer, all in one transaction.
    pub fn merge(
        &self,
        feed: FeedId,
        parsed: &ParsedFeed,
        health: &FeedHealth,
        now: Timestamp,
    ) -> Result<MergeReport> {
        let reports = self.merge_all(&[Document { feed, parsed, prepared: None, health }], now)?;
        Ok(reports.into_iter().next().unwrap_or_default())
    }

    /// Merges several documents in one transaction: a refresh hands over what has come in meanwhile, which is much
    /// quicker than one by one. All are kept, or none.
    pub fn merge_all(
        &self,
        documents: &[Document<'_>],
        now: Timestamp,
    ) -> Result<Vec<MergeReport>> {
        let apart = self.inner.keep_apart.load(Ordering::Relaxed);
        let made: Vec<Option<Prepared>> = documents
            .iter()
            .map(|d| d.prepared.is_none().then(|| self.prepare(d.feed, d.parsed)).transpose())
            .collect::<Result<_>>()?;
        let (reports, words) = self.write(|tx| {
            let mut reports = Vec::with_capacity(documents.len());
            let mut words = Vec::new();
            let mut spots = HashMap::new();
            for (document, made) in documents.iter().zip(&made) {
                let Some(prepared) = document.prepared.or(made.as_ref()) else { continue };
                let merge = Merge::new(tx, document.feed, apart, now, (&mut words, &mut spots))?;
                reports.push(merge.run(document, prepared)?);
            }
            Ok((reports, words))
        })?;
        self.remember_words(words);
        Ok(reports)
    }
}

/// What the archive knows of a source.
struct Known {
    entry: i64,
    hash: i64,
    /// The feed whose words the entry shows.
    shown: i64,
    read: bool,
    dated: bool,
}

/// One document's way into the archive.
struct Merge<'c> {
    c: &'c Connection,
    feed: i64,
    active: bool,
    /// Articles of other feeds are other entries.
    apart: bool,
    now: Timestamp,
    counts: Deltas,
    /// Nothing is known of this feed yet, so nothing need be looked up under it.
    blank: bool,
    /// The words of new entries for the index.
    words: &'c mut Vec<(i64, String)>,
    /// The numbers of places that were met: the entries of a feed share a few.
    spots: &'c mut HashMap<Spot, i64>,
    report: MergeReport,
}

impl<'c> Merge<'c> {
    fn new(
        c: &'c Connection,
        feed: FeedId,
        apart: bool,
        now: Timestamp,
        (words, spots): (&'c mut Vec<(i64, String)>, &'c mut HashMap<Spot, i64>),
    ) -> rusqlite::Result<Self> {
        let active = c
            .prepare_cached("SELECT position IS NOT NULL FROM feeds WHERE id = ?1")?
            .query_row([feed.0], |r| r.get(0))?;
        let (counts, report) = (Deltas::default(), MergeReport::default());
        let blank = prepared::is_blank(c, feed.0)?;
        Ok(Self { c, feed: feed.0, active, apart, now, counts, blank, words, spots, report })
    }

    fn run(
        mut self,
        document: &Document<'_>,
        prepared: &Prepared,
    ) -> rusqlite::Result<MergeReport> {
        let items = || prepared.items(document.parsed);
        let guids: BTreeSet<i64> = items().map(|item| item.guid_hash).collect();
        // Documents list the newest first: stored from the end, so that the newest gets the highest number.
        for item in items().rev() {
            let known = if self.blank { None } else { self.known(item.guid_hash)? };
            match known {
                Some(known) => self.again(&known, &item)?,
                None => self.first(&item, &guids)?,
            }
        }
        self.feed_words(document.parsed)?;
        let mut health = document.health.clone();
        if self.report.new > 0 || self.report.changed > 0 {
            health.last_change = Some(self.now);
        }
        health::store(self.c, self.feed, &health)?;
        self.counts.store(self.c)?;
        Ok(self.report)
    }

    fn known(&self, guid_hash: i64) -> rusqlite::Result<Option<Known>> {
        self.c
            .prepare_cached(
                "SELECT s.entry_id, s.hash, e.feed_id, s.read, e.dated FROM sources s \
                 JOIN entries e ON e.id = s.entry_id WHERE s.feed_id = ?1 AND s.guid_hash = ?2",
            )?
            .query_row([self.feed, guid_hash], |r| {
                Ok(Known {
                    entry: r.get(0)?,
                    hash: r.get(1)?,
                    shown: r.get(2)?,
                    read: r.get(3)?,
                    dated: r.get(4)?,
                })
            })
            .optional()
    }

    /// An entry that this feed listed before.
    fn again(&mut self, known: &Known, item: &Item<'_>) -> rusqlite::Result<()> {
        if let Some(alert) = &item.entry.alert {
            alerts::put(self.c, known.entry, alert)?;
        }
        if known.hash == item.hash {
            self.report.same += 1;
            return Ok(());
        }
        self.c
            .prepare_cached("UPDATE sources SET hash = ?3 WHERE feed_id = ?1 AND guid_hash = ?2")?
            .execute([self.feed, item.guid_hash, item.hash])?;
        if known.shown != self.feed {
            // The reader sees the words of another feed; this one only keeps up.
            self.report.same += 1;
            return Ok(());
        }
        self.report.changed += 1;
        let old = words::keep_version(self.c, known.entry, self.now)?;
        words::set_words(self.c, known.entry, item)?;
        self.c
            .prepare_cached("UPDATE entries SET changed = 1 WHERE id = ?1")?
            .execute([known.entry])?;
        if let (false, Some(published)) = (known.dated, self.date(item.entry)) {
            words::set_sort(self.c, known.entry, published)?;
        }
        let counts = item.entry.alert.is_none();
        if known.read && counts && old.is_some_and(|old| revision::is_news(&old, &item.whole())) {
            self.counts.set_read(self.c, known.entry, None)?;
        }
        Ok(())
    }

    /// An identifier that this feed never gave before.
    fn first(&mut self, item: &Item<'_>, guids: &BTreeSet<i64>) -> rusqlite::Result<()> {
        if let Some((canonical, key)) = item.address {
            for entry in self.with_key(*key)? {
                let Some(known) = self.same_article(entry, canonical)? else { continue };
                match self.own_source(entry)? {
                    None if !self.apart => return self.join(entry, item),
                    Some(old) if !guids.contains(&old) && same_words(&known, item.entry) => {
                        return self.renew(old, item);
                    }
                    None | Some(_) => {}
                }
            }
        }
        self.insert(item)
    }

    fn insert(&mut self, item: &Item<'_>) -> rusqlite::Result<()> {
        let published = self.date(item.entry);
        let sort = published.unwrap_or(self.now.0);
        let spot = item.placing.and_then(|p| p.spot.as_ref());
        let spot = spot.map(|spot| self.spot_id(spot)).transpose()?;
        // A warning is told in its own way; among what is unread it has no place.
        let warns = item.entry.alert.is_some();
        self.c
            .prepare_cached(
                "INSERT INTO entries (feed_id, sort, live, dated, access, first_seen, url_key, title, read_at, length, spot) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                self.feed,
                sort,
                self.active,
                published.is_some(),
                words::access_number(item.entry.access),
                self.now.0,
                item.address.map(|(_, key)| key),
                &*item.shown_title(),
                warns.then_some(self.now.0),
                item.length(),
                spot,
            ])?;
        let entry = self.c.last_insert_rowid();
        if let Some(placing) = item.placing {
            placing::set_evidence(self.c, entry, placing)?;
        }
        self.c
            .prepare_cached("INSERT INTO bodies (entry_id, data) VALUES (?1, ?2)")?
            .execute(params![entry, item.packed()])?;
        self.insert_source(entry, sort, Listed::of(warns, false), item)?;
        if let Some(alert) = &item.entry.alert {
            alerts::put(self.c, entry, alert)?;
        }
        self.words.extend(item.indexed().map(|words| (entry, words.to_owned())));
        self.report.new += 1;
        if self.active {
            self.counts.live(1, i64::from(!warns));
        }
        Ok(())
    }

    fn spot_id(&mut self, spot: &Spot) -> rusqlite::Result<i64> {
        if let Some(id) = self.spots.get(spot) {
            return Ok(*id);
        }
        let id = placing::spot_id(self.c, spot)?;
        self.spots.insert(spot.clone(), id);
        Ok(id)
    }

    fn insert_source(
        &mut self,
        entry: i64,
        sort: i64,
        listed: Listed,
        item: &Item<'_>,
    ) -> rusqlite::Result<()> {
        self.c
            .prepare_cached(
                "INSERT INTO sources (feed_id, guid_hash, entry_id, sort, read, hash, guid) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                self.feed,
                item.guid_hash,
                entry,
                sort,
                listed.number(),
                item.hash,
                item.entry.guid,
            ])?;
        self.counts.listed(self.feed, listed);
        Ok(())
    }

    /// Lists a known article under this feed too. Its words are those of the feed with the lowest number, so that the
    /// order in which documents arrive does not matter.
    fn join(&mut self, entry: i64, item: &Item<'_>) -> rusqlite::Result<()> {
        let (shown, sort, listed, live, dated): (i64, i64, Listed, i64, bool) = self
            .c
            .prepare_cached(
                "SELECT feed_id, sort, read_at IS NOT NULL, live, dated, hidden FROM entries WHERE id = ?1",
            )?
            .query_row([entry], |r| {
                let listed = Listed::of(r.get(2)?, r.get(5)?);
                Ok((r.get(0)?, r.get(1)?, listed, r.get(3)?, r.get(4)?))
            })?;
        self.insert_source(entry, sort, listed, item)?;
        self.report.same += 1;
        if !self.active {
            return Ok(());
        }
        self.c
            .prepare_cached("UPDATE entries SET live = live + 1 WHERE id = ?1")?
            .execute([entry])?;
        if live == 0 && listed != Listed::Hidden {
            self.counts.live(1, i64::from(listed == Listed::Unread));
        }
        let leads = self.feed < shown || live == 0;
        if let Some(published) = self.date(item.entry).filter(|_| leads || !dated) {
            words::set_sort(self.c, entry, published)?;
        }
        if leads {
            self.c
                .prepare_cached("UPDATE entries SET feed_id = ?2 WHERE id = ?1")?
                .execute([entry, self.feed])?;
            words::set_words(self.c, entry, item)?;
        }
        Ok(())
    }

    /// The feed gives the article a new identifier.
    fn renew(&mut self, old: i64, item: &Item<'_>) -> rusqlite::Result<()> {
        self.c
            .prepare_cached(
                "UPDATE sources SET guid_hash = ?3, guid = ?4 WHERE feed_id = ?1 AND guid_hash = ?2",
            )?
            .execute(params![self.feed, old, item.guid_hash, item.entry.guid])?;
        match self.known(item.guid_hash)? {
            Some(known) => self.again(&known, item),
            None => Ok(()),
        }
    }

    fn with_key(&self, key: i64) -> rusqlite::Result<Vec<i64>> {
        self.c
            .prepare_cached("SELECT id FROM entries WHERE url_key = ?1 ORDER BY id DESC LIMIT 8")?
            .query_map([key], |r| r.get(0))?
            .collect()
    }

    /// The entry, when its address really is this one and not only its key.
    fn same_article(&self, entry: i64, canonical: &str) -> rusqlite::Result<Option<ParsedEntry>> {
        let known = words::words(self.c, entry)?;
        Ok(known.filter(|known| {
            known.url.as_deref().and_then(identity::canonical_address).as_deref() == Some(canonical)
        }))
    }

    /// The identifier's hash under which this feed lists the entry already.
    fn own_source(&self, entry: i64) -> rusqlite::Result<Option<i64>> {
        self.c
            .prepare_cached("SELECT guid_hash FROM sources WHERE entry_id = ?1 AND feed_id = ?2")?
            .query_row([entry, self.feed], |r| r.get(0))
            .optional()
    }

    /// The date to sort by: none lies in the future.
    fn date(&self, entry: &ParsedEntry) -> Option<i64> {
        entry.published.or(entry.updated).map(|t| t.min(self.now).0)
    }

    /// Takes over what the document says of the feed itself.
    fn feed_words(&self, parsed: &ParsedFeed) -> rusqlite::Result<()> {
        self.c
            .prepare_cached(
                "UPDATE feeds SET title = ?2, site_url = ?3, language = ?4 WHERE id = ?1 \
                 AND (title, site_url, language) IS NOT (?2, ?3, ?4)",
            )?
            .execute(params![self.feed, &*parsed.title, parsed.site_url, parsed.language])?;
        Ok(())
    }
}

/// Whether a new identifier in the same feed stands for the same article: the headline did not change.
fn same_words(known: &ParsedEntry, new: &ParsedEntry) -> bool {
    fold_words(&known.title) == fold_words(&new.title)
}
