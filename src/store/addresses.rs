//! Feeds that get another address: the one that they moved to when the reader takes it over, or one that they had before
//! when that is taken back. Entries and marks stay.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use crate::domain::Subscription;

/// Gives feeds the address that the configuration names in place of theirs, where it is known to be the same feed's.
pub(super) fn take_over(c: &Connection, subscriptions: &[Subscription]) -> rusqlite::Result<()> {
    let wanted: BTreeSet<&str> = subscriptions.iter().map(|s| s.url.as_str()).collect();
    let (mut taken, mut given) = (BTreeSet::new(), BTreeSet::new());
    for way in ways(c)? {
        let replaced = wanted.contains(way.to.as_str()) && !wanted.contains(way.from.as_str());
        // Two feeds may have moved to one address: the first takes it.
        if replaced && !taken.contains(&way.to) && given.insert(way.feed) {
            go(c, &way)?;
            taken.insert(way.to);
        }
    }
    Ok(())
}

/// A subscribed feed may go from its address to another.
struct Way {
    feed: i64,
    from: String,
    to: String,
    /// The feed has moved there; else it was there before.
    moved: bool,
}

/// The ways to addresses that no feed has, those to where a feed has moved first.
fn ways(c: &Connection) -> rusqlite::Result<Vec<Way>> {
    let mut rows = c.prepare(
        "SELECT f.id, f.url, o.url, o.moved FROM feeds f JOIN ( \
           SELECT feed_id, moved_to AS url, 1 AS moved FROM health WHERE moved_to IS NOT NULL \
           UNION SELECT feed_id, url, moved FROM former_addresses \
         ) o ON o.feed_id = f.id \
         WHERE f.position IS NOT NULL AND o.url NOT IN (SELECT url FROM feeds) \
         ORDER BY o.moved DESC, f.id",
    )?;
    rows.query_map([], |r| {
        Ok(Way { feed: r.get(0)?, from: r.get(1)?, to: r.get(2)?, moved: r.get(3)? })
    })?
    .collect()
}

/// Goes it. A feed that is back at an address that it had is again one that has moved.
fn go(c: &Connection, way: &Way) -> rusqlite::Result<()> {
    let Way { feed, from, to, moved } = way;
    c.execute("UPDATE feeds SET url = ?2 WHERE id = ?1", params![feed, to])?;
    c.execute("DELETE FROM former_addresses WHERE url = ?1", [to])?;
    let former =
        "INSERT OR REPLACE INTO former_addresses (url, feed_id, moved) VALUES (?1, ?2, ?3)";
    c.execute(former, params![from, feed, !moved])?;
    let moved_to = (!moved).then_some(from);
    c.execute("UPDATE health SET moved_to = ?2 WHERE feed_id = ?1", params![feed, moved_to])?;
    Ok(())
}
