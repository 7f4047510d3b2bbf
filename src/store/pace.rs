//! How lively the subscribed feeds are, by the dates of their entries.

use rusqlite::params;

use crate::domain::{FeedId, FeedPace, Timestamp};
use crate::store::{Result, Store};

impl Store {
    /// The pace of every subscribed feed that has entries. Reads an index, no entry.
    pub fn paces(&self, now: Timestamp) -> Result<Vec<FeedPace>> {
        let from = now.plus(-FeedPace::WINDOW).0;
        self.read(|c| {
            let mut rows = c.prepare_cached(
                "SELECT s.feed_id, max(s.sort), sum(s.sort >= ?1), min(iif(s.sort >= ?1, s.sort, NULL)), \
                        min(s.sort) < ?1 \
                 FROM sources s JOIN feeds f ON f.id = s.feed_id WHERE f.position IS NOT NULL GROUP BY s.feed_id",
            )?;
            rows.query_map(params![from], |r| {
                Ok(FeedPace {
                    feed: FeedId(r.get(0)?),
                    newest: Timestamp(r.get(1)?),
                    recent: r.get(2)?,
                    since: r.get::<_, Option<i64>>(3)?.map(Timestamp),
                    older: r.get(4)?,
                })
            })?
            .collect()
        })
    }
}
