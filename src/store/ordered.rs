//! Lists in another order than by date: read whole, sorted in memory. A list by date is never read whole.

use std::cmp::Ordering;

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Order, SortBy};
use crate::store::places::{From, Place};
use crate::text::fold::fold;

/// What entries are grouped by before their date.
type Group = (i64, String);

/// A list in its order.
pub(super) struct Ordered {
    by: SortBy,
    reversed: bool,
    /// The feeds that the list is of, in their order; none for a list of all.
    feeds: Vec<i64>,
    places: Vec<(Group, Place)>,
}

impl Ordered {
    /// Sorts the places of a list; within a group the newest come first.
    pub(super) fn new(
        c: &Connection,
        Order { by, reversed }: Order,
        feeds: &[i64],
        places: Vec<Place>,
    ) -> rusqlite::Result<Self> {
        let mut grouped = Vec::with_capacity(places.len());
        for place in places {
            let group = group(c, by, place.id, place.feed)?.unwrap_or_default();
            grouped.push((group, place));
        }
        let mut list = Self { by, reversed, feeds: feeds.to_vec(), places: Vec::new() };
        grouped.sort_unstable_by(|a, b| list.compare((&a.0, a.1.key()), (&b.0, b.1.key())));
        list.places = grouped;
        Ok(list)
    }

    fn compare(&self, a: (&Group, (i64, i64)), b: (&Group, (i64, i64))) -> Ordering {
        let order = a.0.cmp(b.0).then(b.1.cmp(&a.1));
        if self.reversed { order.reverse() } else { order }
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The next `n` places from `from` (or from the end that lies behind), in the order of travel, after `skip` others.
    pub(super) fn walk(
        &self,
        c: &Connection,
        from: Option<From>,
        forward: bool,
        n: usize,
        skip: usize,
    ) -> rusqlite::Result<Vec<Place>> {
        let place = |(_, place): &(Group, Place)| *place;
        let (at, here) = match from {
            None => (if forward { 0 } else { self.places.len() }, false),
            Some(from) => self.find(c, from.key, forward)?,
        };
        let inclusive = from.is_some_and(|from| from.inclusive);
        Ok(if forward {
            let start = at + usize::from(here && !inclusive);
            self.places[start..].iter().map(place).skip(skip).take(n).collect()
        } else {
            let end = at + usize::from(here && inclusive);
            self.places[..end].iter().rev().map(place).skip(skip).take(n).collect()
        })
    }

    /// The feed in whose list an entry would stand.
    fn feed_of(&self, c: &Connection, id: i64) -> rusqlite::Result<Option<i64>> {
        let mut sources = c.prepare_cached("SELECT feed_id FROM sources WHERE entry_id = ?1")?;
        let listed: Vec<i64> =
            sources.query_map([id], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(self.feeds.iter().copied().find(|feed| listed.contains(feed)))
    }

    /// The index of a place, and whether an entry of the list stands there. One that is no entry at all lies behind
    /// the traveller.
    fn find(
        &self,
        c: &Connection,
        key: (i64, i64),
        forward: bool,
    ) -> rusqlite::Result<(usize, bool)> {
        if let Some(at) = self.places.iter().position(|(_, place)| place.id == key.1) {
            return Ok((at, true));
        }
        let behind = if forward { 0 } else { self.places.len() };
        let feed = self.feed_of(c, key.1)?;
        Ok(group(c, self.by, key.1, feed)?.map_or((behind, false), |group| {
            let before = |(other, place): &(Group, Place)| {
                self.compare((other, place.key()), (&group, key)) == Ordering::Less
            };
            (self.places.partition_point(before), false)
        }))
    }
}

/// What an entry is grouped by; `feed` is the feed in whose list it was found. `None` when there is no such entry.
fn group(
    c: &Connection,
    by: SortBy,
    id: i64,
    feed: Option<i64>,
) -> rusqlite::Result<Option<Group>> {
    let mut statement = c.prepare_cached(match by {
        SortBy::Date | SortBy::Nearest | SortBy::NearAndNew => "SELECT 0 FROM entries WHERE id = ?1 AND ?2 IS ?2",
        SortBy::Feed => {
            "SELECT ifnull(f.position, 1 << 40) FROM entries e JOIN feeds f ON f.id = ifnull(?2, e.feed_id) WHERE e.id = ?1"
        }
        SortBy::Title => "SELECT title FROM entries WHERE id = ?1 AND ?2 IS ?2",
        SortBy::Unread => "SELECT read_at IS NOT NULL FROM entries WHERE id = ?1 AND ?2 IS ?2",
    })?;
    statement
        .query_row(params![id, feed], |r| match by {
            SortBy::Title => Ok((0, fold(r.get_ref(0)?.as_str()?))),
            _ => Ok((r.get(0)?, String::new())),
        })
        .optional()
}
