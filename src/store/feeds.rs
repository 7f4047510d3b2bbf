//! Subscriptions and feeds: what is subscribed, how each has been doing, how much it holds.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use crate::domain::{FeedHealth, FeedId, FeedRow, FeedUrl, Subscription, Timestamp};
use crate::store::codec::{Reader, Writer};
use crate::store::deltas::{self, Deltas};
use crate::store::{Counts, FeedState, Result, Store, addresses, health, identity, to_count};
use crate::text::Clean;

impl Store {
    /// Makes the archive's subscriptions those of the configuration, in its order. New ones are added, archived ones
    /// come back, missing ones are archived with all their entries. A feed whose address the reader has replaced by the one
    /// that it moved to, or that it had before, stays the same feed. Quick when nothing changed. An address that stands
    /// twice counts once.
    pub fn sync_subscriptions(&self, subscriptions: &[Subscription], now: Timestamp) -> Result<()> {
        let print = fingerprint(subscriptions);
        if self.read(|c| deltas::fact(c, "subscriptions"))? == print {
            return Ok(());
        }
        self.write(|tx| {
            addresses::take_over(tx, subscriptions)?;
            let mut known = known_feeds(tx)?;
            let mut counts = Deltas::default();
            let mut position = 0i64;
            for subscription in subscriptions {
                match known.remove(subscription.url.as_str()) {
                    Some(Known { done: true, .. }) => {}
                    Some(Known { id, active, .. }) => {
                        update(tx, id, position, subscription)?;
                        if !active {
                            set_live(tx, id, true, &mut counts)?;
                        }
                        position += 1;
                        let done = Known { id, active, done: true };
                        known.insert(subscription.url.as_str().to_owned(), done);
                    }
                    None => {
                        let id = insert(tx, position, subscription, now)?;
                        position += 1;
                        let done = Known { id, active: true, done: true };
                        known.insert(subscription.url.as_str().to_owned(), done);
                    }
                }
            }
            for feed in known.into_values().filter(|k| k.active && !k.done) {
                tx.execute(
                    "UPDATE feeds SET position = NULL, archived = ?2 WHERE id = ?1",
                    [feed.id, now.0],
                )?;
                set_live(tx, feed.id, false, &mut counts)?;
            }
            counts.store(tx)?;
            deltas::set_fact(tx, "subscriptions", print)
        })
    }

    /// Every subscribed feed in the configuration's order.
    pub fn feeds(&self) -> Result<Vec<FeedRow>> {
        self.read(|c| {
            // Not sorted by SQLite, which would pack and unpack each row for that.
            let mut rows = c.prepare_cached(&format!(
                "SELECT f.id, f.url, f.user_title, f.title, f.folder, f.tags, f.site_url, f.entries, f.unread, \
                   f.position, f.trusts_anybody, {} FROM feeds f LEFT JOIN health h ON h.feed_id = f.id WHERE f.position IS NOT NULL",
                health::COLUMNS
            ))?;
            let rows = rows.query_map([], |r| {
                let feed = FeedRow {
                    id: FeedId(r.get(0)?),
                    url: feed_url(r, 1)?,
                    title: title(r, 2, 3, 1)?,
                    folder: Clean::line(r.get_ref(4)?.as_str()?),
                    tags: unpack_tags(r.get_ref(5)?.as_blob()?),
                    site_url: r.get(6)?,
                    entries: to_count(r.get(7)?),
                    unread: to_count(r.get(8)?),
                    trusts_anybody: r.get(10)?,
                    health: health::from_row(r, 11)?,
                };
                Ok((r.get::<_, i64>(9)?, feed))
            })?;
            let mut feeds: Vec<_> = rows.collect::<rusqlite::Result<_>>()?;
            feeds.sort_unstable_by_key(|(position, _)| *position);
            Ok(feeds.into_iter().map(|(_, feed)| feed).collect())
        })
    }

    /// What a refresh needs of every subscribed feed, in the configuration's order.
    pub fn feed_states(&self) -> Result<Vec<FeedState>> {
        self.states("f.position IS NOT NULL ORDER BY f.position", &[])
    }

    /// What a refresh needs of one feed, archived or not.
    pub fn feed_state(&self, feed: FeedId) -> Result<Option<FeedState>> {
        Ok(self.states("f.id = ?1", &[feed.0])?.pop())
    }

    fn states(&self, condition: &str, parameters: &[i64]) -> Result<Vec<FeedState>> {
        self.read(|c| {
            let mut rows = c.prepare_cached(&format!(
                "SELECT f.id, f.url, f.user_title, f.title, f.folder, {} \
                 FROM feeds f LEFT JOIN health h ON h.feed_id = f.id WHERE {condition}",
                health::COLUMNS
            ))?;
            rows.query_map(rusqlite::params_from_iter(parameters), |r| {
                Ok(FeedState {
                    id: FeedId(r.get(0)?),
                    url: feed_url(r, 1)?,
                    title: title(r, 2, 3, 1)?,
                    folder: Clean::line(r.get_ref(4)?.as_str()?),
                    health: health::from_row(r, 5)?,
                })
            })?
            .collect()
        })
    }

    /// Keeps how a feed is doing; the only thing that a 304 or a failure writes.
    pub fn record_health(&self, feed: FeedId, health: &FeedHealth) -> Result<()> {
        self.write(|tx| health::store(tx, feed.0, health))
    }

    /// The same for several feeds in one transaction.
    pub fn record_healths(&self, healths: &[(FeedId, FeedHealth)]) -> Result<()> {
        self.write(|tx| healths.iter().try_for_each(|(feed, h)| health::store(tx, feed.0, h)))
    }

    /// The archive in numbers; quick, and never waits for a writer.
    pub fn counts(&self) -> Result<Counts> {
        self.read(|c| {
            let (feeds, failing) = c
                .prepare_cached(
                    "SELECT count(*), count(h.fault) FROM feeds f LEFT JOIN health h ON h.feed_id = f.id \
                     WHERE f.position IS NOT NULL",
                )?
                .query_row([], |r| Ok((r.get(0)?, r.get(1)?)))?;
            Ok(Counts {
                feeds: to_count(feeds),
                failing: to_count(failing),
                entries: to_count(deltas::fact(c, "entries")?),
                unread: to_count(deltas::fact(c, "unread")?),
                starred: to_count(deltas::fact(c, "starred")?),
            })
        })
    }
}

struct Known {
    id: i64,
    active: bool,
    /// Already met in the configuration.
    done: bool,
}

fn known_feeds(c: &Connection) -> rusqlite::Result<BTreeMap<String, Known>> {
    let mut rows = c.prepare("SELECT url, id, position IS NOT NULL FROM feeds")?;
    rows.query_map([], |r| {
        Ok((r.get(0)?, Known { id: r.get(1)?, active: r.get(2)?, done: false }))
    })?
    .collect()
}

fn insert(
    c: &Connection,
    position: i64,
    subscription: &Subscription,
    now: Timestamp,
) -> rusqlite::Result<i64> {
    c.prepare_cached(
        "INSERT INTO feeds (url, position, user_title, folder, tags, added, trusts_anybody) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        subscription.url.as_str(),
        position,
        subscription.title.as_deref(),
        &*subscription.folder,
        pack_tags(&subscription.tags),
        now.0,
        subscription.trust_any_certificate,
    ])?;
    Ok(c.last_insert_rowid())
}

fn update(
    c: &Connection,
    id: i64,
    position: i64,
    subscription: &Subscription,
) -> rusqlite::Result<()> {
    c.prepare_cached(
        "UPDATE feeds SET position = ?2, user_title = ?3, folder = ?4, tags = ?5, trusts_anybody = ?6, archived = NULL \
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        position,
        subscription.title.as_deref(),
        &*subscription.folder,
        pack_tags(&subscription.tags),
        subscription.trust_any_certificate,
    ])?;
    Ok(())
}

/// Lets the entries of a feed that is subscribed again, or no more, appear in the lists or vanish from them.
fn set_live(c: &Connection, feed: i64, live: bool, counts: &mut Deltas) -> rusqlite::Result<()> {
    let step = if live { 1 } else { -1 };
    let mut all = c.prepare(
        "UPDATE entries SET live = live + ?2 WHERE id IN (SELECT entry_id FROM sources WHERE feed_id = ?1) \
         RETURNING live, read_at IS NULL, hidden",
    )?;
    let mut rows = all.query([feed, step])?;
    while let Some(row) = rows.next()? {
        let (now_live, unread, hidden): (i64, bool, bool) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if now_live == i64::from(live) && !hidden {
            counts.live(step, if unread { step } else { 0 });
        }
    }
    // An entry is shown under a subscribed feed when one lists it.
    c.execute(
        "UPDATE entries SET feed_id = (SELECT min(s.feed_id) FROM sources s JOIN feeds f ON f.id = s.feed_id \
           WHERE s.entry_id = entries.id AND f.position IS NOT NULL) \
         WHERE id IN (SELECT entry_id FROM sources WHERE feed_id = ?1) AND live > 0",
        [feed],
    )?;
    Ok(())
}

/// Stands for the subscriptions as far as the store keeps them.
fn fingerprint(subscriptions: &[Subscription]) -> i64 {
    let mut parts: Vec<&str> = Vec::with_capacity(subscriptions.len() * 5);
    for s in subscriptions {
        parts.push(s.url.as_str());
        parts.push(if s.title.is_some() { "titled" } else { "" });
        parts.push(s.title.as_deref().unwrap_or_default());
        parts.push(&s.folder);
        parts.push(if s.trust_any_certificate { "trusting" } else { "" });
        parts.extend(s.tags.iter().map(|t| &**t));
        parts.push("\n");
    }
    identity::stable_hash(&parts)
}

fn pack_tags(tags: &[Clean]) -> Vec<u8> {
    let mut w = Writer::default();
    w.texts(tags);
    w.finish()
}

/// Tags as [`pack_tags`] packed them.
pub(super) fn unpack_tags(bytes: &[u8]) -> Vec<Clean> {
    Reader::new(bytes).cleans().unwrap_or_default()
}

/// The address in column `at`.
pub(super) fn feed_url(row: &Row<'_>, at: usize) -> rusqlite::Result<FeedUrl> {
    let text = row.get_ref(at)?.as_str()?;
    Ok(FeedUrl::parse(text).unwrap_or_else(|_| FeedUrl::unusable(text)))
}

/// The title that a reader sees: their own, else the feed's, else its address.
pub(super) fn title(
    row: &Row<'_>,
    own: usize,
    feeds: usize,
    url: usize,
) -> rusqlite::Result<Clean> {
    for at in [own, feeds, url] {
        if let Some(text) = row.get_ref(at)?.as_str_or_null()?
            && !text.trim().is_empty()
        {
            return Ok(Clean::line(text));
        }
    }
    Ok(Clean::empty())
}
