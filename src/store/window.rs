//! Windows: the part of a list that a screen shows.

use rusqlite::Connection;

use crate::domain::{Anchor, Cursor, EntryRow, Query, Scope, Show, Timestamp, Window};
use crate::store::places::{From, Place};
use crate::store::rows;
use crate::store::scan::Scan;
use crate::store::{Result, Store, deltas, to_count};

impl Store {
    /// The part of a list around `anchor`, at most `size` rows. Its time does not depend on the archive's size, but for
    /// [`Anchor::Index`], which counts along an index.
    pub fn window(&self, query: &Query, anchor: Anchor, size: usize) -> Result<Window> {
        let (hits, taste) = (self.hits_for(query)?, self.taste());
        self.read(|c| {
            let tx = c.unchecked_transaction()?; // one moment of the archive
            let scan = Scan::new(&tx, query, &taste, hits)?;
            let total = total(&tx, query, &scan)?;
            let part = part(&scan, anchor, size, total)?;
            Ok(Window {
                query: query.clone(),
                anchor,
                first_index: part.first_index(anchor, total),
                rows: rows::rows(&tx, &part.places)?,
                at_start: part.at_start,
                at_end: part.at_end,
                total,
                hidden: scan.muted,
            })
        })
    }

    /// The next entry of a list after (or before) a place, which need not exist any more.
    pub fn next(
        &self,
        query: &Query,
        from: Cursor,
        forward: bool,
        unread_only: bool,
    ) -> Result<Option<EntryRow>> {
        let mut query = query.clone();
        if unread_only {
            query.show = Show::Unread { or_read_since: Timestamp(i64::MAX) };
        }
        let (hits, taste) = (self.hits_for(&query)?, self.taste());
        self.read(|c| {
            let scan = Scan::new(c, &query, &taste, hits)?;
            let from = From { key: (from.key, from.id.0), inclusive: false };
            match scan.walk(Some(from), forward, 1, 0)?.first() {
                Some(place) => rows::row(c, *place),
                None => Ok(None),
            }
        })
    }

    /// How many unread entries a list has, when that is known without looking at entries.
    pub fn count_unread(&self, query: &Query) -> Result<Option<u64>> {
        let mut query = query.clone();
        query.show = Show::Unread { or_read_since: Timestamp(i64::MAX) };
        self.settle(&query)?;
        let (hits, taste) = (self.hits_for(&query)?, self.taste());
        self.read(|c| total(c, &query, &Scan::new(c, &query, &taste, hits)?))
    }

    /// How long a list is, by counting where that is not known; gives up as soon as `go_on` says no.
    pub fn length(&self, query: &Query, go_on: impl Fn() -> bool) -> Result<Option<u64>> {
        self.settle(query)?;
        let hits = self.hits_for(query)?;
        self.read(|c| {
            let tx = c.unchecked_transaction()?;
            let scan = Scan::new(&tx, query, &self.taste(), hits)?;
            match total(&tx, query, &scan)? {
                Some(total) => Ok(Some(total)),
                None => scan.count(go_on),
            }
        })
    }

    /// An unread entry of a list by chance. Walks the whole list once.
    pub fn random_unread(&self, query: &Query) -> Result<Option<EntryRow>> {
        let mut query = query.clone();
        query.show = Show::Unread { or_read_since: Timestamp(i64::MAX) };
        let (hits, taste) = (self.hits_for(&query)?, self.taste());
        self.read(|c| {
            let places = Scan::new(c, &query, &taste, hits)?.all(None, true)?;
            if places.is_empty() {
                return Ok(None);
            }
            let chance: i64 = c.query_row("SELECT random()", [], |r| r.get(0))?;
            let n = chance.unsigned_abs() % places.len() as u64;
            let place = usize::try_from(n).ok().and_then(|n| places.get(n));
            place.map_or(Ok(None), |place| rows::row(c, *place))
        })
    }

    /// How many entries of the list lie before a place. Counts along an index: about a millisecond for 10,000 rows.
    pub fn position(&self, query: &Query, of: Cursor) -> Result<u64> {
        let (hits, taste) = (self.hits_for(query)?, self.taste());
        self.read(|c| Scan::new(c, query, &taste, hits)?.count_before((of.key, of.id.0)))
    }
}

/// Places of a window and what is known of its ends.
struct Part {
    places: Vec<Place>,
    at_start: bool,
    at_end: bool,
    /// Number of the first place, when the anchor says it.
    index: Option<u64>,
}

impl Part {
    fn first_index(&self, anchor: Anchor, total: Option<u64>) -> Option<u64> {
        let length = self.places.len() as u64;
        match anchor {
            _ if self.at_start => Some(0),
            _ if self.at_end => total.map(|t| t.saturating_sub(length)),
            Anchor::Index(_) => self.index,
            Anchor::Start | Anchor::End | Anchor::Around(_) => None,
        }
    }
}

fn part(
    scan: &Scan<'_>,
    anchor: Anchor,
    size: usize,
    total: Option<u64>,
) -> rusqlite::Result<Part> {
    match anchor {
        Anchor::Start => {
            let mut places = scan.walk(None, true, size + 1, 0)?;
            let at_end = places.len() <= size;
            places.truncate(size);
            Ok(Part { places, at_start: true, at_end, index: None })
        }
        Anchor::End => {
            let mut places = scan.walk(None, false, size + 1, 0)?;
            let at_start = places.len() <= size;
            places.truncate(size);
            places.reverse();
            Ok(Part { places, at_start, at_end: true, index: None })
        }
        Anchor::Around(cursor) => around(scan, cursor, size),
        Anchor::Index(index) => at_index(scan, index, size, total),
    }
}

fn around(scan: &Scan<'_>, cursor: Cursor, size: usize) -> rusqlite::Result<Part> {
    let key = (cursor.key, cursor.id.0);
    // One more on each side tells whether the list goes on.
    let mut before = scan.walk(Some(From { key, inclusive: false }), false, size + 1, 0)?;
    let mut after = scan.walk(Some(From { key, inclusive: true }), true, size + 1, 0)?;
    let n_before = before.len().min((size / 2).max(size.saturating_sub(after.len())));
    let n_after = after.len().min(size - n_before);
    let (at_start, at_end) = (n_before == before.len(), n_after == after.len());
    before.truncate(n_before);
    before.reverse();
    after.truncate(n_after);
    before.append(&mut after);
    Ok(Part { places: before, at_start, at_end, index: None })
}

fn at_index(
    scan: &Scan<'_>,
    index: u64,
    size: usize,
    total: Option<u64>,
) -> rusqlite::Result<Part> {
    let last_start = total.map_or(u64::MAX, |t| t.saturating_sub(size as u64));
    let start = index.saturating_sub(size as u64 / 2).min(last_start);
    if let Some(total) = total
        && start > total / 2
    {
        // From the nearer end.
        let skip = total.saturating_sub(start + size as u64);
        let skip = usize::try_from(skip).unwrap_or(usize::MAX);
        let mut places = scan.walk(None, false, size + 1, skip)?;
        let at_start = places.len() <= size;
        places.truncate(size);
        places.reverse();
        return Ok(Part { places, at_start, at_end: skip == 0, index: Some(start) });
    }
    let skip = usize::try_from(start).unwrap_or(usize::MAX);
    let mut places = scan.walk(None, true, size + 1, skip)?;
    if places.is_empty() && skip > 0 {
        return part(scan, Anchor::End, size, total); // beyond the end
    }
    if places.len() < size && skip > 0 {
        // Too near the end, whose number is known now.
        return at_index(scan, index, size, Some(start + places.len() as u64));
    }
    let at_end = places.len() <= size;
    places.truncate(size);
    Ok(Part { places, at_start: skip == 0, at_end, index: Some(start) })
}

/// The length of the list, where it is kept.
fn total(c: &Connection, query: &Query, scan: &Scan<'_>) -> rusqlite::Result<Option<u64>> {
    if scan.known_length().is_some() {
        return Ok(scan.known_length());
    }
    let unread = match query.show {
        Show::All => None,
        Show::Unread { .. } => match scan.extra_length() {
            Some(extra) => Some(extra),
            None => return Ok(None),
        },
    };
    if let Some(hits) = scan.hits() {
        return Ok(hits.count(c, query)?.map(|n| n + unread.unwrap_or_default()));
    }
    let kept = match &query.scope {
        Scope::Feed(feed) => {
            let column = if unread.is_some() { "unread" } else { "entries" };
            c.prepare_cached(&format!("SELECT {column} FROM feeds WHERE id = ?1"))?
                .query_row([feed.0], |r| r.get(0))?
        }
        Scope::All => deltas::fact(c, if unread.is_some() { "unread" } else { "entries" })?,
        Scope::Starred if unread.is_none() => deltas::fact(c, "starred")?,
        // Feeds of a folder may share entries: their counts do not add up.
        Scope::Starred | Scope::Folder(_) => return Ok(None),
    };
    Ok(Some(to_count(kept) + unread.unwrap_or_default()))
}
