//! Which entries a change will really change: those of its target that are not yet as it makes them.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Change, Mark, Query, Scope, Show, Target, Timestamp};
use crate::store::hits::Hits;
use crate::store::scan;

/// An entry and when it was read before the change; the latter matters only to [`Mark::Unread`].
pub(super) type Before = (i64, Option<i64>);

/// The entries that the change will really change, by number.
pub(super) fn affected(
    c: &Connection,
    change: &Change,
    hits: Option<&Hits>,
    now: Timestamp,
) -> rusqlite::Result<Vec<Before>> {
    let state = match change.mark {
        Mark::Read => "e.read_at IS NULL",
        Mark::Unread => "e.read_at IS NOT NULL",
        Mark::Star => "e.starred = 0",
        Mark::Unstar => "e.starred = 1",
    };
    let seen = |until: &Timestamp| Seen { c, state, until: until.0, now: now.0 };
    let found = match &change.target {
        Target::Entries(ids) => {
            let mut found = Vec::with_capacity(ids.len());
            let mut one = c.prepare_cached(&format!(
                "SELECT e.id, e.read_at FROM entries e WHERE e.id = ?1 AND {state}"
            ))?;
            for id in ids {
                found.extend(one.query_row([id.0], before).optional()?);
            }
            found
        }
        Target::Feed(feed, until) => seen(until).listed(&Scope::Feed(*feed), Show::All)?,
        Target::All(until) => seen(until).listed(&Scope::All, Show::All)?,
        Target::List(Query { scope, show, .. }, until) => seen(until).listed(scope, *show)?,
    };
    let mut unique = BTreeMap::new();
    for (id, read_at) in found {
        if hits.map_or(Ok(true), |h| h.contains(c, id))? {
            unique.insert(id, read_at);
        }
    }
    Ok(unique.into_iter().collect())
}

/// Entries in a state that were on the screen at an instant.
struct Seen<'c> {
    c: &'c Connection,
    state: &'static str,
    until: i64,
    now: i64,
}

impl Seen<'_> {
    fn listed(&self, scope: &Scope, show: Show) -> rusqlite::Result<Vec<Before>> {
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

    fn entries(&self, condition: &str, show: Show) -> rusqlite::Result<Vec<Before>> {
        let sql =
            format!("SELECT e.id, e.read_at FROM entries e WHERE {condition} AND {}", self.also());
        let parameters = params![self.until, self.now, since(show)];
        self.c.prepare_cached(&sql)?.query_map(parameters, before)?.collect()
    }

    fn of_feed(&self, feed: i64, show: Show) -> rusqlite::Result<Vec<Before>> {
        let sql = format!(
            "SELECT e.id, e.read_at FROM sources s JOIN entries e ON e.id = s.entry_id \
             WHERE s.feed_id = ?4 AND {}",
            self.also()
        );
        let parameters = params![self.until, self.now, since(show), feed];
        self.c.prepare_cached(&sql)?.query_map(parameters, before)?.collect()
    }

    fn also(&self) -> String {
        // What was first seen after now was seen while the clock was wrong: it is not newer than the screen.
        format!(
            "{} AND (e.first_seen <= ?1 OR e.first_seen > ?2) AND (?3 IS NULL OR e.read_at IS NULL OR e.read_at >= ?3)",
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

fn before(row: &rusqlite::Row<'_>) -> rusqlite::Result<Before> {
    Ok((row.get(0)?, row.get(1)?))
}
