//! An archive in a directory of its own, and short ways to fill and to look at it.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;
use umland::domain::{
    Anchor, EntryId, EntryRow, FeedHealth, FeedId, FeedUrl, MergeReport, ParsedEntry, ParsedFeed,
    Query, Scope, Show, Subscription, Timestamp,
};
use umland::store::{Document, Store};
use umland::text::Clean;

pub(crate) const NOW: Timestamp = Timestamp(1_795_000_000);

pub(crate) struct Archive {
    pub(crate) store: Store,
    dir: TempDir,
}

impl Archive {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self { store: Store::open(dir.path(), NOW).unwrap(), dir }
    }

    /// An archive that subscribes to `n` feeds of one publisher, numbered from 1 as in the archive itself.
    pub(crate) fn with_feeds(n: usize) -> Self {
        let archive = Self::new();
        archive.store.sync_subscriptions(&subscriptions(n), NOW).unwrap();
        archive
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn file(&self) -> std::path::PathBuf {
        self.dir.path().join(umland::store::FILE_NAME)
    }

    pub(crate) fn merge(&self, feed: i64, entries: &[ParsedEntry]) -> MergeReport {
        self.merge_at(feed, entries, NOW)
    }

    /// As a refresh does it: prepared beforehand, without the texts that are packed then.
    pub(crate) fn merge_at(
        &self,
        feed: i64,
        entries: &[ParsedEntry],
        now: Timestamp,
    ) -> MergeReport {
        let mut parsed = ParsedFeed {
            title: Clean::line(&format!("Blatt {feed}")),
            entries: entries.to_vec(),
            ..ParsedFeed::default()
        };
        let feed = FeedId(feed);
        let prepared = self.store.prepare(feed, &parsed).unwrap();
        prepared.lighten(&mut parsed);
        let health = &FeedHealth::default();
        let document = Document { feed, parsed: &parsed, prepared: Some(&prepared), health };
        self.store.merge_all(&[document], now).unwrap()[0]
    }

    /// The titles of a list, all of them.
    pub(crate) fn titles(&self, query: &Query) -> Vec<String> {
        self.rows(query).iter().map(|r| r.title.to_string()).collect()
    }

    pub(crate) fn rows(&self, query: &Query) -> Vec<EntryRow> {
        self.store.window(query, Anchor::Start, 100_000).unwrap().rows
    }

    pub(crate) fn id(&self, title: &str) -> EntryId {
        let found: Vec<EntryId> =
            self.rows(&all()).iter().filter(|r| r.title == title).map(|r| r.id).collect();
        let [id] = found[..] else { panic!("{title}: {found:?}") };
        id
    }

    /// Every row of every table but the journal and the index, for comparison.
    pub(crate) fn dump(&self) -> Vec<String> {
        let tables = ["feeds", "entries", "entry_tags", "sources", "bodies", "versions", "facts"];
        let c = Connection::open(self.file()).unwrap();
        tables.iter().flat_map(|t| dump_table(&c, t)).collect()
    }

    /// Compares the kept counts with a recount.
    pub(crate) fn check_counts(&self) {
        let c = Connection::open(self.file()).unwrap();
        let one = |sql: &str| -> u64 {
            c.query_row(sql, [], |r| r.get::<_, i64>(0)).unwrap().cast_unsigned()
        };
        let counts = self.store.counts().unwrap();
        let live = "FROM entries e WHERE e.hidden = 0 AND EXISTS (SELECT 1 FROM sources s JOIN feeds f ON f.id = s.feed_id \
                    WHERE s.entry_id = e.id AND f.position IS NOT NULL)";
        assert_eq!(counts.entries, one(&format!("SELECT count(*) {live}")));
        assert_eq!(counts.unread, one(&format!("SELECT count(*) {live} AND e.read_at IS NULL")));
        assert_eq!(
            counts.starred,
            one("SELECT count(*) FROM entries WHERE starred = 1 AND hidden = 0")
        );
        for feed in self.store.feeds().unwrap() {
            let of_feed = format!(
                "FROM sources s JOIN entries e ON e.id = s.entry_id WHERE e.hidden = 0 AND s.feed_id = {}",
                feed.id
            );
            assert_eq!(feed.entries, one(&format!("SELECT count(*) {of_feed}")), "{}", feed.url);
            assert_eq!(
                feed.unread,
                one(&format!("SELECT count(*) {of_feed} AND e.read_at IS NULL")),
                "{}",
                feed.url
            );
        }
        assert_eq!(
            one("SELECT count(*) FROM sources s JOIN entries e ON e.id = s.entry_id \
                 WHERE s.sort <> e.sort OR s.read <> iif(e.hidden, 2, e.read_at IS NOT NULL)"),
            0
        );
    }
}

fn dump_table(c: &Connection, table: &str) -> Vec<String> {
    let mut statement = c.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let n = statement.column_count();
    let rows = statement.query_map([], |r| {
        (0..n).map(|i| r.get::<_, Value>(i)).collect::<rusqlite::Result<Vec<_>>>()
    });
    let mut lines: Vec<String> =
        rows.unwrap().map(|r| format!("{table} {:?}", r.unwrap())).collect();
    lines.sort();
    lines
}

pub(crate) fn subscriptions(n: usize) -> Vec<Subscription> {
    (1..=n)
        .map(|i| {
            let url = FeedUrl::parse(&format!("https://blatt.example/{i}/feed.rss")).unwrap();
            let folder = match i % 3 {
                0 => "Kreis/Kempen",
                1 => "Krefeld",
                _ => "Kreis",
            };
            Subscription { folder: Clean::line(folder), ..Subscription::new(url) }
        })
        .collect()
}

pub(crate) fn all() -> Query {
    Query::default()
}

pub(crate) fn unread() -> Query {
    Query { show: Show::Unread { or_read_since: Timestamp(i64::MAX) }, ..Query::default() }
}

pub(crate) fn starred() -> Query {
    Query { scope: Scope::Starred, ..Query::default() }
}

pub(crate) fn in_feed(feed: i64) -> Query {
    Query { scope: Scope::Feed(FeedId(feed)), ..Query::default() }
}

pub(crate) fn in_folder(folder: &str) -> Query {
    Query { scope: Scope::Folder(folder.to_owned()), ..Query::default() }
}

pub(crate) fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

/// An entry with a title, a text that is its own, and a date that many seconds before [`NOW`].
pub(crate) fn entry(title: &str, age: i64) -> ParsedEntry {
    ParsedEntry {
        guid: format!("urn:{title}"),
        title: Clean::line(title),
        text: format!("Ein Bericht über {title}."),
        content_html: format!("<p>Ein Bericht über {title}.</p>"),
        published: Some(NOW.plus(-age)),
        ..ParsedEntry::default()
    }
}

/// The same with an address that names the article.
pub(crate) fn article(title: &str, age: i64, address: &str) -> ParsedEntry {
    ParsedEntry { url: Some(address.to_owned()), ..entry(title, age) }
}
