//! How the kept counts follow what a transaction does.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

/// How an entry stands in its feeds' lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    Unread,
    Read,
    /// In no list and no count.
    Hidden,
}

impl Listed {
    pub(super) fn of(read: bool, hidden: bool) -> Self {
        match (read, hidden) {
            (_, true) => Self::Hidden,
            (true, false) => Self::Read,
            (false, false) => Self::Unread,
        }
    }

    /// As `sources.read` keeps it.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::Unread => 0,
            Self::Read => 1,
            Self::Hidden => 2,
        }
    }
}

/// What a transaction adds to, or takes from, the counts.
#[derive(Debug, Default)]
pub(super) struct Deltas {
    /// Feed → (entries, unread).
    feeds: BTreeMap<i64, (i64, i64)>,
    entries: i64,
    unread: i64,
    starred: i64,
}

impl Deltas {
    /// A feed lists one entry more.
    pub(super) fn listed(&mut self, feed: i64, listed: Listed) {
        let of_feed = self.feeds.entry(feed).or_default();
        of_feed.0 += i64::from(listed != Listed::Hidden);
        of_feed.1 += i64::from(listed == Listed::Unread);
    }

    /// So many more entries stand in subscribed feeds, so many of them unread.
    pub(super) fn live(&mut self, entries: i64, unread: i64) {
        self.entries += entries;
        self.unread += unread;
    }

    /// Sets when an entry was read (`None`: unread) and follows it in all its feeds. Whether anything changed.
    pub(super) fn set_read(
        &mut self,
        c: &Connection,
        entry: i64,
        read_at: Option<i64>,
    ) -> rusqlite::Result<bool> {
        let mut old =
            c.prepare_cached("SELECT read_at, live, hidden FROM entries WHERE id = ?1")?;
        let old = old.query_row([entry], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()?;
        // An undo may name an entry that was lost when the archive was damaged.
        let Some((before, live, hidden)): Option<(Option<i64>, i64, bool)> = old else {
            return Ok(false);
        };
        if before == read_at {
            return Ok(false);
        }
        c.prepare_cached("UPDATE entries SET read_at = ?2 WHERE id = ?1")?
            .execute(params![entry, read_at])?;
        if before.is_some() == read_at.is_some() || hidden {
            return Ok(true);
        }
        let step = if read_at.is_some() { -1 } else { 1 };
        let mut sources =
            c.prepare_cached("UPDATE sources SET read = ?2 WHERE entry_id = ?1 RETURNING feed_id")?;
        let mut rows = sources.query(params![entry, read_at.is_some()])?;
        while let Some(row) = rows.next()? {
            self.feeds.entry(row.get(0)?).or_default().1 += step;
        }
        self.unread += if live > 0 { step } else { 0 };
        Ok(true)
    }

    /// Stars an entry, or takes its star. Whether anything changed.
    pub(super) fn set_starred(
        &mut self,
        c: &Connection,
        entry: i64,
        starred: bool,
    ) -> rusqlite::Result<bool> {
        let hidden: Option<bool> = c
            .prepare_cached(
                "UPDATE entries SET starred = ?2 WHERE id = ?1 AND starred <> ?2 RETURNING hidden",
            )?
            .query_row(params![entry, starred], |r| r.get(0))
            .optional()?;
        if hidden == Some(false) {
            self.starred += if starred { 1 } else { -1 };
        }
        Ok(hidden.is_some())
    }

    /// Hides an entry from every list and count, or shows it again. Whether anything changed.
    pub(super) fn set_hidden(
        &mut self,
        c: &Connection,
        entry: i64,
        hidden: bool,
    ) -> rusqlite::Result<bool> {
        let found: Option<(bool, bool, bool)> = c
            .prepare_cached(
                "UPDATE entries SET hidden = ?2 WHERE id = ?1 AND hidden <> ?2 \
                 RETURNING read_at IS NOT NULL, live > 0, starred",
            )?
            .query_row(params![entry, hidden], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
            .optional()?;
        let Some((read, live, starred)) = found else { return Ok(false) };
        let step = if hidden { -1 } else { 1 };
        let unread = if read { 0 } else { step };
        let mut sources =
            c.prepare_cached("UPDATE sources SET read = ?2 WHERE entry_id = ?1 RETURNING feed_id")?;
        let mut rows = sources.query(params![entry, Listed::of(read, hidden).number()])?;
        while let Some(row) = rows.next()? {
            let of_feed = self.feeds.entry(row.get(0)?).or_default();
            of_feed.0 += step;
            of_feed.1 += unread;
        }
        if live {
            self.live(step, unread);
        }
        self.starred += if starred { step } else { 0 };
        Ok(true)
    }

    /// Writes the counts.
    pub(super) fn store(self, c: &Connection) -> rusqlite::Result<()> {
        let mut feed = c.prepare_cached(
            "UPDATE feeds SET entries = entries + ?2, unread = unread + ?3 WHERE id = ?1",
        )?;
        for (id, (entries, unread)) in self.feeds {
            if (entries, unread) != (0, 0) {
                feed.execute([id, entries, unread])?;
            }
        }
        for (name, delta) in
            [("entries", self.entries), ("unread", self.unread), ("starred", self.starred)]
        {
            if delta != 0 {
                add_fact(c, name, delta)?;
            }
        }
        Ok(())
    }
}

/// A single number of the archive.
pub(super) fn fact(c: &Connection, name: &str) -> rusqlite::Result<i64> {
    c.prepare_cached("SELECT value FROM facts WHERE name = ?1")?.query_row([name], |r| r.get(0))
}

/// Sets a single number of the archive.
pub(super) fn set_fact(c: &Connection, name: &str, value: i64) -> rusqlite::Result<()> {
    c.prepare_cached("UPDATE facts SET value = ?2 WHERE name = ?1")?
        .execute(params![name, value])?;
    Ok(())
}

/// Adds to a single number of the archive.
pub(super) fn add_fact(c: &Connection, name: &str, delta: i64) -> rusqlite::Result<()> {
    c.prepare_cached("UPDATE facts SET value = value + ?2 WHERE name = ?1")?
        .execute(params![name, delta])?;
    Ok(())
}
