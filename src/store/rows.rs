//! From the number of an entry to what a list shows of it.

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Cursor, EntryId, EntryRow, FeedId, Timestamp};
use crate::store::places::Place;
use crate::store::{feeds, placing, words};
use crate::text::Clean;

/// Reads the row of an entry. `None` when it is gone.
pub(super) fn row(c: &Connection, place: Place) -> rusqlite::Result<Option<EntryRow>> {
    c.prepare_cached(
        "SELECT e.id, f.id, f.user_title, f.title, f.url, e.title, e.sort, e.dated, e.read_at IS NOT NULL, e.starred, \
           e.changed, e.access, e.live, p.name, p.town, p.region, p.lat_e6, p.lon_e6 \
         FROM entries e JOIN feeds f ON f.id = ifnull(?2, e.feed_id) LEFT JOIN spots p ON p.id = e.spot WHERE e.id = ?1",
    )?
    .query_row(params![place.id, place.feed], |r| {
        let id = EntryId(r.get(0)?);
        let sort = r.get(6)?;
        Ok(EntryRow {
            id,
            feed: FeedId(r.get(1)?),
            feed_title: feeds::title(r, 2, 3, 4)?,
            title: Clean::line(r.get_ref(5)?.as_str()?),
            published: Timestamp(sort),
            dated: r.get(7)?,
            read: r.get(8)?,
            starred: r.get(9)?,
            changed: r.get(10)?,
            access: words::access_of(r.get(11)?),
            also_in: u16::try_from(r.get::<_, i64>(12)? - 1).unwrap_or_default(),
            place: placing::spot_of(r, 13)?,
            cursor: Cursor { key: place.sort, id },
        })
    })
    .optional()
}

/// Reads the rows of several entries.
pub(super) fn rows(c: &Connection, places: &[Place]) -> rusqlite::Result<Vec<EntryRow>> {
    let mut found = Vec::with_capacity(places.len());
    for place in places {
        found.extend(row(c, *place)?);
    }
    Ok(found)
}
