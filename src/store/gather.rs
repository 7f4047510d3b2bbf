//! Lists that no index holds: by distance, of a picked town or tag, without what is muted. They are gathered in memory,
//! one small row an entry, in a single pass over the archive; some 20 ms for 50,000 entries.

use std::collections::{HashMap, HashSet};
use std::sync::PoisonError;

use rusqlite::Connection;

use crate::domain::geo::{near_and_new_key, nearest_key};
use crate::domain::{FeedKind, GeoPoint, Homes, Pick, Query, Scope, Show, SortBy, Timestamp};
use crate::store::places::Place;
use crate::store::{Result, Store, feeds, scan};
use crate::text::fold::fold;

/// What the reader's configuration says about every list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taste {
    /// From where distances are measured.
    pub homes: Homes,
    /// What is left out of lists of several feeds, unless it is starred or asked for.
    pub mutes: Mutes,
}

/// What the reader does not want to see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mutes {
    /// Names of places: what plays there, or in a part of it.
    pub places: Vec<String>,
    /// Kinds of feeds.
    pub kinds: Vec<FeedKind>,
    /// What plays in these places is never left out.
    pub except_places: Vec<String>,
    /// Nor what comes from feeds of these kinds.
    pub except_kinds: Vec<FeedKind>,
}

impl Mutes {
    /// Whether nothing is muted.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.kinds.is_empty()
    }
}

impl Store {
    /// Takes over what the configuration says about every list. Nothing of it is kept in the archive.
    pub fn set_taste(&self, taste: Taste) {
        *self.inner.taste.lock().unwrap_or_else(PoisonError::into_inner) = taste;
    }

    pub(super) fn taste(&self) -> Taste {
        self.inner.taste.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A gathered list, in its order.
pub(super) struct Gathered {
    pub(super) places: Vec<Place>,
    /// How many entries were left out because they are muted.
    pub(super) hidden: u64,
}

/// Gathers the list, when no index holds it. `is_hit` is asked last.
pub(super) fn gathered(
    c: &Connection,
    query: &Query,
    taste: &Taste,
    is_hit: impl Fn(i64) -> rusqlite::Result<bool>,
) -> rusqlite::Result<Option<Gathered>> {
    let mutes = mutes_of(query, taste);
    if !query.order.by.is_by_distance() && query.picked.is_none() && mutes.is_none() {
        return Ok(None);
    }
    let spots = spots(c)?;
    let sieve = Sieve::new(c, query, mutes, &spots)?;
    let kilometres: HashMap<i64, Option<f64>> =
        spots.iter().map(|s| (s.id, taste.homes.distance_km(s.point))).collect();
    let key = |sort: i64, spot: Option<i64>| {
        let km = || spot.and_then(|spot| kilometres.get(&spot).copied().flatten());
        match query.order.by {
            SortBy::Date | SortBy::Feed | SortBy::Title | SortBy::Unread => sort,
            SortBy::Nearest => nearest_key(Timestamp(sort), km()),
            SortBy::NearAndNew => near_and_new_key(Timestamp(sort), km()),
        }
    };
    let mut gathered = Gathered { places: Vec::new(), hidden: 0 };
    each(c, query, &sieve, is_hit, |row, muted| {
        if muted {
            gathered.hidden += 1;
        } else {
            let Row { id, sort, spot, listed, .. } = row;
            gathered.places.push(Place { sort: key(sort, spot), id, feed: listed });
        }
    })?;
    let places = &mut gathered.places;
    places.sort_unstable_by_key(|p| p.key());
    if query.order.is_descending() {
        places.reverse();
    }
    Ok(Some(gathered))
}

/// What is left out of a list: nothing where the reader asks for all, and what is starred or opened by its own name is
/// shown whole.
pub(super) fn mutes_of<'t>(query: &Query, taste: &'t Taste) -> Option<&'t Mutes> {
    Some(&taste.mutes).filter(|mutes| {
        !query.muted && !mutes.is_empty() && matches!(query.scope, Scope::All | Scope::Folder(_))
    })
}

/// An entry in small.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) sort: i64,
    pub(super) spot: Option<i64>,
    pub(super) unread: bool,
    /// The feed whose words are shown.
    pub(super) shown: i64,
    /// The feed that it is listed under; none in lists of all feeds.
    pub(super) listed: Option<i64>,
}

impl Store {
    /// Calls `take` with every entry of a list once, in no order, those that are muted left out; returns the places that
    /// they may play in.
    pub(super) fn tally(&self, query: &Query, mut take: impl FnMut(Row)) -> Result<Vec<KnownSpot>> {
        let (hits, taste) = (self.hits_for(query)?, self.taste());
        self.read(|c| {
            let spots = spots(c)?;
            let sieve = Sieve::new(c, query, mutes_of(query, &taste), &spots)?;
            let is_hit = |id| hits.as_ref().map_or(Ok(true), |hits| hits.contains(c, id));
            each(c, query, &sieve, is_hit, |row, muted| {
                if !muted {
                    take(row);
                }
            })?;
            Ok(spots)
        })
    }
}

/// Calls `take` with every entry of a list once, in no order, and whether it is muted.
pub(super) fn each(
    c: &Connection,
    query: &Query,
    sieve: &Sieve,
    is_hit: impl Fn(i64) -> rusqlite::Result<bool>,
    mut take: impl FnMut(Row, bool),
) -> rusqlite::Result<()> {
    let mut statement = c.prepare(&scope_sql(c, query)?)?;
    let mut rows = statement.query([])?;
    let mut seen = HashSet::new();
    while let Some(r) = rows.next()? {
        let row = Row {
            id: r.get(0)?,
            sort: r.get(1)?,
            spot: r.get(2)?,
            shown: r.get(3)?,
            listed: r.get(4)?,
            unread: r.get(5)?,
        };
        let again = row.listed.is_some() && !seen.insert(row.id);
        if !again && sieve.picks(row.spot, row.shown) && is_hit(row.id)? {
            take(row, sieve.mutes(row.spot, row.shown));
        }
    }
    Ok(())
}

/// The entries of a gathered list, whatever its text; none when an index holds the list.
pub(super) fn shown(
    c: &Connection,
    query: &Query,
    taste: &Taste,
) -> rusqlite::Result<Option<HashSet<i64>>> {
    let list = gathered(c, query, taste, |_| Ok(true))?;
    Ok(list.map(|list| list.places.iter().map(|p| p.id).collect()))
}

/// The statement that gives the entries of a scope: number, date, place, feed shown, feed listed under,
/// whether it is unread.
fn scope_sql(c: &Connection, query: &Query) -> rusqlite::Result<String> {
    let unread = match query.show {
        Show::All => String::new(),
        Show::Unread { or_read_since } => {
            format!(" AND (e.read_at IS NULL OR e.read_at >= {})", or_read_since.0)
        }
    };
    let feeds = match &query.scope {
        Scope::Folder(folder) if !folder.is_empty() => Some(scan::feeds_of(c, folder)?),
        Scope::Feed(feed) => Some(vec![feed.0]),
        Scope::All | Scope::Folder(_) | Scope::Starred => None,
    };
    if let Some(feeds) = feeds {
        // The order of the configuration: an entry stands under the first of its feeds.
        return Ok(format!(
            "SELECT e.id, e.sort, e.spot, e.feed_id, s.feed_id, e.read_at IS NULL FROM sources s \
             JOIN entries e ON e.id = s.entry_id \
             JOIN feeds f ON f.id = s.feed_id WHERE e.hidden = 0 AND s.feed_id IN ({}){unread} ORDER BY f.position",
            list(&feeds)
        ));
    }
    let base = if query.scope == Scope::Starred { "starred = 1" } else { "live > 0" };
    Ok(format!(
        "SELECT e.id, e.sort, e.spot, e.feed_id, NULL, e.read_at IS NULL FROM entries e NOT INDEXED \
         WHERE e.hidden = 0 AND e.{base}{unread}"
    ))
}

fn list(numbers: &[i64]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// A place that entries point to.
pub(super) struct KnownSpot {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) town: String,
    pub(super) point: GeoPoint,
}

/// Every place that an entry ever played in: a few thousand at most.
pub(super) fn spots(c: &Connection) -> rusqlite::Result<Vec<KnownSpot>> {
    let mut statement = c.prepare_cached("SELECT id, name, town, lat_e6, lon_e6 FROM spots")?;
    statement
        .query_map([], |r| {
            let point = GeoPoint { lat_e6: r.get(3)?, lon_e6: r.get(4)? };
            Ok(KnownSpot { id: r.get(0)?, name: r.get(1)?, town: r.get(2)?, point })
        })?
        .collect()
}

/// The numbers of the places that a name means: those so called, and the parts of a town so called.
pub(super) fn spots_named(spots: &[KnownSpot], name: &str) -> HashSet<i64> {
    spots.iter().filter(|spot| is_called(spot, name)).map(|s| s.id).collect()
}

/// Whether a name means a place: its own, or that of its town.
pub(super) fn is_called(spot: &KnownSpot, name: &str) -> bool {
    let wanted = fold(name);
    fold(&spot.name) == wanted || fold(&spot.town) == wanted
}

/// Which entries are picked, and which are muted.
pub(super) struct Sieve {
    picked_spots: Option<HashSet<i64>>,
    picked_feeds: Option<HashSet<i64>>,
    muted: Group,
    excepted: Group,
}

/// Some places and some feeds.
#[derive(Default)]
struct Group {
    spots: HashSet<i64>,
    feeds: HashSet<i64>,
}

impl Group {
    fn of(
        c: &Connection,
        spots: &[KnownSpot],
        places: &[String],
        kinds: &[FeedKind],
    ) -> rusqlite::Result<Self> {
        let spots = places.iter().flat_map(|p| spots_named(spots, p)).collect();
        let mut feeds = HashSet::new();
        let mut statement = c.prepare_cached("SELECT id FROM feeds WHERE kind = ?1")?;
        for kind in kinds {
            let found = statement.query_map([kind.name()], |r| r.get(0))?;
            feeds.extend(found.collect::<rusqlite::Result<Vec<i64>>>()?);
        }
        Ok(Self { spots, feeds })
    }

    fn holds(&self, spot: Option<i64>, feed: i64) -> bool {
        self.feeds.contains(&feed) || spot.is_some_and(|s| self.spots.contains(&s))
    }
}

impl Sieve {
    pub(super) fn new(
        c: &Connection,
        query: &Query,
        wanted: Option<&Mutes>,
        spots: &[KnownSpot],
    ) -> rusqlite::Result<Self> {
        let (mut picked_spots, mut picked_feeds) = (None, None);
        match &query.picked {
            Some(Pick::Place(name)) => picked_spots = Some(spots_named(spots, name)),
            Some(Pick::Tag(tag)) => picked_feeds = Some(tagged(c, tag)?),
            None => {}
        }
        let none = Mutes::default();
        let wishes = wanted.unwrap_or(&none);
        let muted = Group::of(c, spots, &wishes.places, &wishes.kinds)?;
        let excepted = Group::of(c, spots, &wishes.except_places, &wishes.except_kinds)?;
        Ok(Self { picked_spots, picked_feeds, muted, excepted })
    }

    fn picks(&self, spot: Option<i64>, feed: i64) -> bool {
        let in_spot =
            self.picked_spots.as_ref().is_none_or(|set| spot.is_some_and(|s| set.contains(&s)));
        in_spot && self.picked_feeds.as_ref().is_none_or(|set| set.contains(&feed))
    }

    fn mutes(&self, spot: Option<i64>, feed: i64) -> bool {
        self.muted.holds(spot, feed) && !self.excepted.holds(spot, feed)
    }
}

/// The feeds that the reader gave a tag.
fn tagged(c: &Connection, tag: &str) -> rusqlite::Result<HashSet<i64>> {
    let mut statement = c.prepare_cached("SELECT id, tags FROM feeds")?;
    let mut rows = statement.query([])?;
    let mut found = HashSet::new();
    while let Some(row) = rows.next()? {
        if feeds::unpack_tags(row.get_ref(1)?.as_blob()?).iter().any(|t| t.as_str() == tag) {
            found.insert(row.get(0)?);
        }
    }
    Ok(found)
}
