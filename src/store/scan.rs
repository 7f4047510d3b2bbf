//! Walking a list in its order from any place, in either direction, without ever reading what lies between.
//!
//! A list is an index of the database (all entries, unread ones, starred ones), or several indexes merged (the feeds of a
//! folder), or a set in memory (few hits of a search, or what was read since the list was opened). The time of a step
//! depends on how much is asked for, never on how much lies in the archive.

use std::sync::Arc;

use rusqlite::{Connection, params};

use crate::domain::{Query, Scope, Show};
use crate::store::gather::{self, Gathered, Taste};
use crate::store::hits::Hits;
use crate::store::ordered::Ordered;
use crate::store::places::{self, From, Place};
use crate::store::streams::{self, Ask};
use crate::store::to_sql;

/// Up to so many hits are looked up one by one; more are met while walking.
const RARE: u64 = 2000;
/// Up to so many entries read since the list was opened are sorted in memory; more are met while walking.
const RECENT: usize = 3000;

/// Places that are walked over at once when a whole list is.
const CHUNK: usize = 4096;

enum Base {
    Live,
    Starred,
    Feeds(Vec<i64>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    All,
    Unread,
    /// Unread, or read at or after the instant: decided row by row.
    UnreadOrSince(i64),
}

/// A list, ready to be walked.
pub(super) struct Scan<'c> {
    c: &'c Connection,
    base: Base,
    keep: Keep,
    /// The list is one of hidden entries.
    of_hidden: bool,
    newest_first: bool,
    hits: Option<Arc<Hits>>,
    /// The whole list, when it is small and known; in list order.
    memory: Option<Vec<Place>>,
    /// Entries that belong to the list beside those of the index; in list order.
    extra: Vec<Place>,
    /// How many entries the list would hold besides, if nothing were muted.
    pub(super) muted: u64,
    /// The whole list, when it is sorted by what no key says.
    ordered: Option<Ordered>,
}

impl<'c> Scan<'c> {
    pub(super) fn new(
        c: &'c Connection,
        query: &Query,
        taste: &Taste,
        hits: Option<Arc<Hits>>,
    ) -> rusqlite::Result<Self> {
        let base = match &query.scope {
            Scope::All => Base::Live,
            Scope::Folder(folder) if folder.is_empty() => Base::Live,
            Scope::Starred => Base::Starred,
            Scope::Feed(feed) => Base::Feeds(vec![feed.0]),
            Scope::Folder(folder) => Base::Feeds(feeds_of(c, folder)?),
        };
        let newest_first = query.order.is_descending();
        let mut scan = Self {
            c,
            base,
            keep: Keep::All,
            of_hidden: query.lists_hidden(),
            newest_first,
            hits,
            memory: None,
            extra: Vec::new(),
            muted: 0,
            ordered: None,
        };
        if let Some(Gathered { places, hidden }) = (!scan.of_hidden)
            .then(|| gather::gathered(c, query, taste, |id| scan.is_hit(id)))
            .transpose()?
            .flatten()
        {
            scan.memory = Some(places);
            scan.muted = hidden;
        } else {
            scan.narrow(query)?;
        }
        if !query.order.by.has_key() {
            let places = scan.all(None, true)?;
            let feeds = if let Base::Feeds(feeds) = &scan.base { feeds.as_slice() } else { &[] };
            scan.ordered = Some(Ordered::new(c, query.order, feeds, places)?);
        }
        Ok(scan)
    }

    /// Narrows a list that an index holds to what it shows.
    fn narrow(&mut self, query: &Query) -> rusqlite::Result<()> {
        let since = match query.show {
            Show::All => None,
            Show::Unread { or_read_since } => Some(or_read_since.0),
        };
        let sorted = self.of_hidden && !matches!(self.base, Base::Live);
        if let Some(hits) = self.hits.clone().filter(|h| sorted || h.possible().len() <= RARE) {
            self.keep = since.map_or(Keep::All, Keep::UnreadOrSince);
            self.memory = Some(self.sorted(hits.possible().newest_first())?);
        } else if self.of_hidden {
            self.keep = since.map_or(Keep::All, Keep::UnreadOrSince);
        } else if let Some(since) = since {
            match self.read_since(since)? {
                Some(ids) => {
                    self.extra = self.sorted(ids.into_iter())?;
                    self.keep = Keep::Unread;
                }
                None => self.keep = Keep::UnreadOrSince(since),
            }
        }
        Ok(())
    }

    /// What the list is narrowed to.
    pub(super) fn hits(&self) -> Option<&Hits> {
        self.hits.as_deref()
    }

    /// The length of the list, when it is known without counting.
    pub(super) fn known_length(&self) -> Option<u64> {
        let ordered = self.ordered.as_ref().map(Ordered::len);
        ordered.or(self.memory.as_ref().map(Vec::len)).map(|n| n as u64)
    }

    /// How many entries stand in the list beside the unread ones, when the list is one of unread entries.
    pub(super) fn extra_length(&self) -> Option<u64> {
        (self.keep == Keep::Unread).then_some(self.extra.len() as u64)
    }

    /// How many entries of the whole list lie before `key`; counts along the index.
    pub(super) fn count_before(&self, key: (i64, i64)) -> rusqlite::Result<u64> {
        Ok(self.all(Some(From { key, inclusive: false }), false)?.len() as u64)
    }

    /// How many places the list has; `None` when `go_on` said no.
    pub(super) fn count(&self, go_on: impl Fn() -> bool) -> rusqlite::Result<Option<u64>> {
        let (mut from, mut counted) = (None, 0);
        while go_on() {
            // Few at a time: each may have to be looked at.
            let places = self.walk(from, true, 256, 0)?;
            counted += places.len() as u64;
            match places.last() {
                Some(last) if places.len() == 256 => {
                    from = Some(From { key: last.key(), inclusive: false });
                }
                _ => return Ok(Some(counted)),
            }
        }
        Ok(None)
    }

    /// All places from `from` on (or from the end that lies behind), in the order of travel.
    pub(super) fn all(&self, from: Option<From>, forward: bool) -> rusqlite::Result<Vec<Place>> {
        let mut from = from;
        let mut all = Vec::new();
        loop {
            let places = self.walk(from, forward, CHUNK, 0)?;
            all.extend_from_slice(&places);
            match places.last() {
                Some(last) if places.len() == CHUNK => {
                    from = Some(From { key: last.key(), inclusive: false });
                }
                _ => return Ok(all),
            }
        }
    }

    /// The next `n` places from `from` (or from the end that lies behind), in the order of travel, after `skip` others.
    pub(super) fn walk(
        &self,
        from: Option<From>,
        forward: bool,
        n: usize,
        skip: usize,
    ) -> rusqlite::Result<Vec<Place>> {
        if let Some(ordered) = &self.ordered {
            return ordered.walk(self.c, from, forward, n, skip);
        }
        let descending = self.newest_first == forward;
        if let Some(memory) = &self.memory {
            return Ok(places::travel(memory, from, forward, descending)
                .skip(skip)
                .take(n)
                .collect());
        }
        if self.extra.is_empty() && self.hits.is_none() {
            return self.index(from, descending, n, skip);
        }
        let wanted = n.saturating_add(skip);
        let from_index = self.index_hits(from, descending, wanted)?;
        let extra: Vec<Place> =
            places::travel(&self.extra, from, forward, descending).take(wanted).collect();
        let merged = places::merge_sorted(&from_index, &extra, descending);
        Ok(merged.into_iter().skip(skip).take(n).collect())
    }

    /// The next `n` places of the index that a search found.
    fn index_hits(
        &self,
        from: Option<From>,
        descending: bool,
        n: usize,
    ) -> rusqlite::Result<Vec<Place>> {
        if self.hits.is_none() {
            return self.index(from, descending, n, 0);
        }
        let mut found = Vec::with_capacity(n);
        let mut from = from;
        let mut chunk = n.max(256);
        loop {
            let places = self.index(from, descending, chunk, 0)?;
            let ended = places.len() < chunk;
            from = places.last().map(|p| From { key: p.key(), inclusive: false });
            for place in places {
                if found.len() < n && self.is_hit(place.id)? {
                    found.push(place);
                }
            }
            if ended || found.len() == n {
                return Ok(found);
            }
            chunk = (chunk * 2).min(8192);
        }
    }

    fn is_hit(&self, id: i64) -> rusqlite::Result<bool> {
        self.hits.as_ref().map_or(Ok(true), |h| h.contains(self.c, id))
    }

    fn index(
        &self,
        from: Option<From>,
        descending: bool,
        n: usize,
        skip: usize,
    ) -> rusqlite::Result<Vec<Place>> {
        let (index, condition) = match (&self.base, self.keep) {
            (Base::Feeds(feeds), _) => {
                return streams::merged(
                    self.c,
                    feeds,
                    self.keep,
                    &Ask { from, descending, n, skip },
                );
            }
            (Base::Live, _) if self.of_hidden => ("entries_hidden", "hidden = 1 AND live > 0"),
            (Base::Live, Keep::All | Keep::UnreadOrSince(_)) => {
                ("entries_list", "live > 0 AND hidden = 0")
            }
            (Base::Live, Keep::Unread) => {
                ("entries_unread", "live > 0 AND hidden = 0 AND read_at IS NULL")
            }
            (Base::Starred, Keep::All | Keep::UnreadOrSince(_)) => {
                ("entries_starred", "starred = 1 AND hidden = 0")
            }
            (Base::Starred, Keep::Unread) => {
                ("entries_starred", "starred = 1 AND hidden = 0 AND read_at IS NULL")
            }
        };
        let since = if let Keep::UnreadOrSince(since) = self.keep { Some(since) } else { None };
        let since_condition = if since.is_some() {
            " AND (read_at IS NULL OR read_at >= ?5)"
        } else {
            " AND ?5 IS NULL"
        };
        let sql = format!(
            "SELECT sort, id FROM entries INDEXED BY {index} WHERE {condition}{since_condition} \
             AND (sort, id) {} (?3, ?4) ORDER BY sort {dir}, id {dir} LIMIT ?1 OFFSET ?2",
            places::comparison(from, descending),
            dir = places::direction(descending),
        );
        let key = from.map_or_else(|| places::open_end(descending), |f| f.key);
        let mut statement = self.c.prepare_cached(&sql)?;
        statement
            .query_map(params![to_sql(n), to_sql(skip), key.0, key.1, since], |r| {
                Ok(Place { sort: r.get(0)?, id: r.get(1)?, feed: None })
            })?
            .collect()
    }

    /// Those of the list whose numbers are greater.
    pub(super) fn greater(&self, than: i64) -> rusqlite::Result<Vec<i64>> {
        let ids: Vec<i64> = if let Some(hits) = &self.hits {
            hits.possible().newest_first().take_while(|id| *id > than).collect()
        } else {
            let mut all = self.c.prepare_cached("SELECT id FROM entries WHERE id > ?1")?;
            all.query_map([than], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
        };
        Ok(self.sorted(ids.into_iter())?.iter().map(|place| place.id).collect())
    }

    /// Ids of what was read since the instant, when they are few.
    fn read_since(&self, since: i64) -> rusqlite::Result<Option<Vec<i64>>> {
        let mut statement = self.c.prepare_cached(
            "SELECT id FROM entries INDEXED BY entries_read WHERE read_at >= ?1 LIMIT ?2",
        )?;
        let ids: Vec<i64> = statement
            .query_map([since, to_sql(RECENT + 1)], |r| r.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok((ids.len() <= RECENT).then_some(ids))
    }

    /// Those of the entries that belong to the list, in list order.
    fn sorted(&self, ids: impl Iterator<Item = i64>) -> rusqlite::Result<Vec<Place>> {
        let mut entry = self.c.prepare_cached(
            "SELECT sort, live, starred, read_at FROM entries WHERE id = ?1 AND hidden = ?2",
        )?;
        let mut source =
            self.c.prepare_cached("SELECT feed_id FROM sources WHERE entry_id = ?1")?;
        let mut places = Vec::new();
        for id in ids {
            let mut rows = entry.query(params![id, self.of_hidden])?;
            let Some(row) = rows.next()? else { continue };
            let read_at: Option<i64> = row.get(3)?;
            let shown = match self.keep {
                Keep::All => true,
                Keep::Unread => read_at.is_none(),
                Keep::UnreadOrSince(since) => read_at.is_none_or(|at| at >= since),
            };
            let feed = match &self.base {
                Base::Live => (row.get::<_, i64>(1)? > 0).then_some(None),
                Base::Starred => row.get::<_, bool>(2)?.then_some(None),
                Base::Feeds(feeds) => {
                    let listed: Vec<i64> =
                        source.query_map([id], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
                    feeds.iter().find(|f| listed.contains(f)).map(|f| Some(*f))
                }
            };
            if let (true, Some(feed)) = (shown, feed)
                && self.is_hit(id)?
            {
                places.push(Place { sort: row.get(0)?, id, feed });
            }
        }
        places.sort_unstable_by_key(|p| p.key());
        if self.newest_first {
            places.reverse();
        }
        Ok(places)
    }
}

/// The feeds of a folder and of the folders in it, in the configuration's order.
pub(super) fn feeds_of(c: &Connection, folder: &str) -> rusqlite::Result<Vec<i64>> {
    let mut statement = c.prepare_cached(
        "SELECT id FROM feeds WHERE position IS NOT NULL \
         AND (folder = ?1 OR substr(folder, 1, length(?1) + 1) = ?1 || '/') ORDER BY position",
    )?;
    statement.query_map([folder], |r| r.get(0))?.collect()
}
