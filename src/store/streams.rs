//! The lists of several feeds, merged into one.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};

use rusqlite::{Connection, params};

use crate::store::places::{self, From, Place};
use crate::store::scan::Keep;
use crate::store::to_sql;

/// What is asked of a list: `n` places after `skip` others.
pub(super) struct Ask {
    pub(super) from: Option<From>,
    pub(super) descending: bool,
    pub(super) n: usize,
    pub(super) skip: usize,
}

/// The lists of several feeds, merged; an entry that several of them list stands once.
pub(super) fn merged(
    c: &Connection,
    feeds: &[i64],
    keep: Keep,
    ask: &Ask,
) -> rusqlite::Result<Vec<Place>> {
    let reads: &[bool] = if keep == Keep::Unread { &[false] } else { &[false, true] };
    let wanted = ask.n.saturating_add(ask.skip);
    let chunk = (2 * wanted / feeds.len().max(1) + 4).min(512);
    let mut streams: Vec<Stream> = Vec::with_capacity(feeds.len() * reads.len());
    for feed in feeds {
        for read in reads {
            streams.push(Stream::new(*feed, *read, ask, chunk));
        }
    }
    let mut heap = BinaryHeap::with_capacity(streams.len());
    for (number, stream) in streams.iter_mut().enumerate() {
        heap.extend(stream.next(c, keep)?.map(|place| Head {
            place,
            number,
            descending: ask.descending,
        }));
    }
    let mut found: Vec<Place> = Vec::with_capacity(ask.n);
    let mut last = None;
    let mut skipped = 0;
    while found.len() < ask.n {
        let Some(first) = heap.pop() else { break };
        heap.extend(streams[first.number].next(c, keep)?.map(|place| Head { place, ..first }));
        if last == Some(first.place.key()) {
            continue;
        }
        last = Some(first.place.key());
        if skipped < ask.skip {
            skipped += 1;
        } else {
            found.push(first.place);
        }
    }
    Ok(found)
}

/// One index range: a feed's unread or read entries.
struct Stream {
    feed: i64,
    read: bool,
    descending: bool,
    from: Option<From>,
    chunk: usize,
    ready: VecDeque<Place>,
    ended: bool,
}

impl Stream {
    fn new(feed: i64, read: bool, ask: &Ask, chunk: usize) -> Self {
        let (from, descending) = (ask.from, ask.descending);
        Self { feed, read, descending, from, chunk, ready: VecDeque::new(), ended: false }
    }

    fn next(&mut self, c: &Connection, keep: Keep) -> rusqlite::Result<Option<Place>> {
        loop {
            while let Some(place) = self.ready.pop_front() {
                if let (true, Keep::UnreadOrSince(since)) = (self.read, keep)
                    && !read_after(c, place.id, since)?
                {
                    continue;
                }
                return Ok(Some(place));
            }
            if self.ended {
                return Ok(None);
            }
            self.refill(c)?;
        }
    }

    fn refill(&mut self, c: &Connection) -> rusqlite::Result<()> {
        let sql = format!(
            "SELECT sort, entry_id FROM sources INDEXED BY sources_list WHERE feed_id = ?1 AND read = ?2 \
             AND (sort, entry_id) {} (?3, ?4) ORDER BY sort {dir}, entry_id {dir} LIMIT ?5",
            places::comparison(self.from, self.descending),
            dir = places::direction(self.descending),
        );
        let key = self.from.map_or_else(|| places::open_end(self.descending), |f| f.key);
        let mut statement = c.prepare_cached(&sql)?;
        let mut rows =
            statement.query(params![self.feed, self.read, key.0, key.1, to_sql(self.chunk)])?;
        while let Some(row) = rows.next()? {
            self.ready.push_back(Place {
                sort: row.get(0)?,
                id: row.get(1)?,
                feed: Some(self.feed),
            });
        }
        self.ended = self.ready.len() < self.chunk;
        self.from = self.ready.back().map(|p| From { key: p.key(), inclusive: false });
        self.chunk = (self.chunk * 2).min(1024);
        Ok(())
    }
}

fn read_after(c: &Connection, entry: i64, since: i64) -> rusqlite::Result<bool> {
    c.prepare_cached("SELECT ifnull(read_at >= ?2, 0) FROM entries WHERE id = ?1")?
        .query_row([entry, since], |r| r.get(0))
}

/// The first place of a stream; the greatest in the heap is the next in the order of travel.
#[derive(PartialEq, Eq)]
struct Head {
    place: Place,
    number: usize,
    descending: bool,
}

impl Ord for Head {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = self.place.key().cmp(&other.place.key());
        let order = if self.descending { order } else { order.reverse() };
        // Among equals the feed that stands first in the configuration wins.
        order.then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Head {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
