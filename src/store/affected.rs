//! Which entries a change will really change: those of its target that are not yet as it makes them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Change, Mark, Query, Scope, Show, TagEdit, Target, Timestamp};
use crate::store::gather::{self, Taste};
use crate::store::hits::Hits;
use crate::store::places::From;
use crate::store::scan::{self, Scan};
use crate::store::tags;
use crate::text::Clean;

/// Entries with the same headline in other feeds tell the same when they were published within so many seconds.
const STORY: i64 = 36 * 3600;

/// An entry as it was before a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) id: i64,
    /// When it was read; matters only to [`Mark::Unread`].
    pub(super) read_at: Option<i64>,
    /// Its tags; only for [`Mark::Tags`].
    pub(super) tags: Vec<Clean>,
}

/// The entries that the change will really change, by number.
pub(super) fn affected(
    c: &Connection,
    change: &Change,
    hits: Option<&Arc<Hits>>,
    taste: &Taste,
    now: Timestamp,
) -> rusqlite::Result<Vec<Before>> {
    let state = state(&change.mark);
    let hidden = match &change.target {
        Target::List(query, _) | Target::Older(query, ..) => query.lists_hidden(),
        _ => false,
    };
    let seen =
        |until: &Timestamp| Seen { c, state, hidden, until: until.0, now: now.0, older: None };
    let found = match &change.target {
        Target::Entries(ids) => by_id(c, ids.iter().map(|id| id.0), state)?,
        Target::Feed(feed, until) => seen(until).listed(&Scope::Feed(*feed), Show::All)?,
        Target::All(until) => seen(until).listed(&Scope::All, Show::All)?,
        Target::List(Query { scope, show, .. }, until) => seen(until).listed(scope, *show)?,
        Target::Older(Query { scope, show, .. }, than, until) => {
            Seen { older: Some(than.0), ..seen(until) }.listed(scope, *show)?
        }
        Target::Above(query, place, until) | Target::Below(query, place, until) => {
            let forward = matches!(change.target, Target::Below(..));
            let ids = beside(c, (query, taste), hits.cloned(), (place.key, place.id.0), forward)?;
            seen(until).among(&ids)?
        }
        Target::Between(query, first, last, until) => {
            let span = ((first.key, first.id.0), (last.key, last.id.0));
            seen(until).among(&between(c, (query, taste), hits.cloned(), span)?)?
        }
        Target::Stories(ids) => {
            let mut all = Vec::new();
            for id in ids {
                all.extend(story(c, id.0)?);
            }
            by_id(c, all.into_iter(), state)?
        }
    };
    // Of a list, only what it shows.
    let (hits, shown) = match &change.target {
        Target::List(query, _) | Target::Older(query, ..) => {
            (hits, gather::shown(c, query, taste)?)
        }
        _ => (None, None),
    };
    let mut unique = BTreeMap::new();
    for (id, read_at) in found {
        let is_shown = shown.as_ref().is_none_or(|shown| shown.contains(&id));
        if is_shown && hits.map_or(Ok(true), |h| h.contains(c, id))? {
            unique.insert(id, read_at);
        }
    }
    let mut all = Vec::with_capacity(unique.len());
    for (id, read_at) in unique {
        all.extend(with_tags(c, id, read_at, &change.mark)?);
    }
    Ok(all)
}

/// What an entry must be like for a mark to change it; tags are looked at one by one.
fn state(mark: &Mark) -> &'static str {
    match mark {
        Mark::Read => "e.read_at IS NULL",
        Mark::Unread => "e.read_at IS NOT NULL",
        Mark::Star => "e.starred = 0",
        Mark::Unstar => "e.starred = 1",
        Mark::Hide => "e.hidden = 0",
        Mark::Unhide => "e.hidden = 1",
        Mark::Tags(_) => "1",
    }
}

/// The entry with its tags when the mark needs them; none when the mark would change nothing of them.
fn with_tags(
    c: &Connection,
    id: i64,
    read_at: Option<i64>,
    mark: &Mark,
) -> rusqlite::Result<Option<Before>> {
    let Mark::Tags(edit) = mark else { return Ok(Some(Before { id, read_at, tags: Vec::new() })) };
    let tags = tags::of(c, id)?;
    Ok((edited(&tags, edit) != tags).then_some(Before { id, read_at: None, tags }))
}

/// Tags after an edit, in their order.
pub(super) fn edited(tags: &[Clean], edit: &TagEdit) -> Vec<Clean> {
    let kept = tags.iter().chain(&edit.add).filter(|tag| !edit.remove.contains(tag));
    let mut after: Vec<Clean> = kept.cloned().collect();
    after.sort();
    after.dedup();
    after
}

type Found = Vec<(i64, Option<i64>)>;

fn by_id(c: &Connection, ids: impl Iterator<Item = i64>, state: &str) -> rusqlite::Result<Found> {
    let sql = format!("SELECT e.id, e.read_at FROM entries e WHERE e.id = ?1 AND {state}");
    let mut one = c.prepare_cached(&sql)?;
    let mut found = Vec::new();
    for id in ids {
        found.extend(one.query_row([id], pair).optional()?);
    }
    Ok(found)
}

/// The numbers of all entries of a list before (or after) a place.
fn beside(
    c: &Connection,
    (query, taste): (&Query, &Taste),
    hits: Option<Arc<Hits>>,
    key: (i64, i64),
    forward: bool,
) -> rusqlite::Result<Vec<i64>> {
    let scan = Scan::new(c, query, taste, hits)?;
    let places = scan.all(Some(From { key, inclusive: false }), forward)?;
    Ok(places.iter().map(|place| place.id).collect())
}

/// The numbers of the entries of a list from one place to another.
fn between(
    c: &Connection,
    (query, taste): (&Query, &Taste),
    hits: Option<Arc<Hits>>,
    (first, last): ((i64, i64), (i64, i64)),
) -> rusqlite::Result<Vec<i64>> {
    let mut ids = beside(c, (query, taste), hits.clone(), first, true)?;
    ids.insert(0, first.1);
    let after: BTreeSet<i64> = beside(c, (query, taste), hits, last, true)?.into_iter().collect();
    ids.retain(|id| !after.contains(id));
    Ok(ids)
}

/// An entry and those that tell the same.
fn story(c: &Connection, id: i64) -> rusqlite::Result<Vec<i64>> {
    let mut same = c.prepare_cached(
        "SELECT ?1 UNION SELECT o.id FROM entries e JOIN entries o ON o.url_key = e.url_key WHERE e.id = ?1 \
         UNION SELECT o.id FROM entries e JOIN entries o ON o.live > 0 AND o.hidden = 0 \
           AND o.sort BETWEEN e.sort - ?2 AND e.sort + ?2 AND o.title = e.title AND o.feed_id <> e.feed_id \
         WHERE e.id = ?1",
    )?;
    same.query_map([id, STORY], |r| r.get(0))?.collect()
}

/// Entries in a state that were on the screen at an instant.
struct Seen<'c> {
    c: &'c Connection,
    state: &'static str,
    /// Of a list of hidden entries.
    hidden: bool,
    until: i64,
    now: i64,
    /// Published before.
    older: Option<i64>,
}

impl Seen<'_> {
    fn listed(&self, scope: &Scope, show: Show) -> rusqlite::Result<Found> {
        match scope {
            Scope::Starred => self.entries("e.starred = 1", show),
            Scope::Feed(feed) => self.of_feed(feed.0, show),
            Scope::Folder(folder) if !folder.is_empty() => {
                let mut found = Vec::new();
                for feed in scan::feeds_of(self.c, folder)? {
                    found.append(&mut self.of_feed(feed, show)?);
                }
                Ok(found)
            }
            Scope::All | Scope::Folder(_) => self.entries("e.live > 0", show),
        }
    }

    fn entries(&self, condition: &str, show: Show) -> rusqlite::Result<Found> {
        let sql = format!(
            "SELECT e.id, e.read_at FROM entries e WHERE {condition} AND e.hidden = {} AND {}",
            u8::from(self.hidden),
            self.also()
        );
        let parameters = params![self.until, self.now, since(show), self.older];
        self.c.prepare_cached(&sql)?.query_map(parameters, pair)?.collect()
    }

    fn of_feed(&self, feed: i64, show: Show) -> rusqlite::Result<Found> {
        let sql = format!(
            "SELECT e.id, e.read_at FROM sources s JOIN entries e ON e.id = s.entry_id \
             WHERE s.feed_id = ?5 AND e.hidden = {} AND {}",
            u8::from(self.hidden),
            self.also()
        );
        let parameters = params![self.until, self.now, since(show), self.older, feed];
        self.c.prepare_cached(&sql)?.query_map(parameters, pair)?.collect()
    }

    fn among(&self, ids: &[i64]) -> rusqlite::Result<Found> {
        let sql =
            format!("SELECT e.id, e.read_at FROM entries e WHERE e.id = ?5 AND {}", self.also());
        let mut one = self.c.prepare_cached(&sql)?;
        let mut found = Vec::new();
        for id in ids {
            let parameters = params![self.until, self.now, since(Show::All), self.older, id];
            found.extend(one.query_row(parameters, pair).optional()?);
        }
        Ok(found)
    }

    fn also(&self) -> String {
        // What was first seen after now was seen while the clock was wrong: it is not newer than the screen.
        format!(
            "{} AND (e.first_seen <= ?1 OR e.first_seen > ?2) AND (?3 IS NULL OR e.read_at IS NULL OR e.read_at >= ?3) \
             AND (?4 IS NULL OR e.sort < ?4)",
            self.state
        )
    }
}

fn since(show: Show) -> Option<i64> {
    match show {
        Show::All => None,
        Show::Unread { or_read_since } => Some(or_read_since.0),
    }
}

fn pair(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, Option<i64>)> {
    Ok((row.get(0)?, row.get(1)?))
}
