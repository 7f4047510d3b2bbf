//! The archive's figures: merging a refresh, the windows of a list, search. Run with `cargo bench --bench store`.
//!
//! `UMLAND_BENCH_ENTRIES` sets the archive's size for windows and search (20,000; try 500,000: windows must not notice).
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use tempfile::TempDir;
use umland::domain::{
    Anchor, Change, Cursor, FeedHealth, FeedId, FeedUrl, Mark, ParsedEntry, ParsedFeed, Query,
    Scope, Show, Subscription, Target, Timestamp,
};
use umland::store::{Document, Store};
use umland::text::Clean;

const NOW: Timestamp = Timestamp(1_795_000_000);
/// Entries of one document.
const ITEMS: usize = 50;

fn main() {
    divan::main();
}

/// Words with the ups and downs of a real vocabulary: a few everywhere, thousands hardly ever.
struct Words(u64);

impl Words {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn word(&mut self) -> String {
        const COMMON: &[&str] = &[
            "der", "die", "und", "in", "für", "mit", "Stadt", "Rat", "neue", "Straße", "Bürger",
            "am", "über",
        ];
        const FIRST: &[&str] = &[
            "Feuer", "Stadt", "Schul", "Rhein", "Markt", "Kranken", "Brücken", "Wasser", "Kirch",
            "Hafen",
        ];
        const LAST: &[&str] =
            &["haus", "wehr", "fest", "platz", "bau", "verein", "weg", "prüfung", "straße", "amt"];
        let rank = self.next() % 100;
        let pick = |list: &[&'static str], n: u64| list[usize::try_from(n).unwrap() % list.len()];
        match rank {
            0..55 => pick(COMMON, self.next()).to_owned(),
            55..90 => format!("{}{}", pick(FIRST, self.next()), pick(LAST, self.next())),
            _ => format!("{}{}", pick(FIRST, self.next()), self.next() % 20_000),
        }
    }

    fn text(&mut self, n: usize) -> String {
        (0..n).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

/// A document of [`ITEMS`] entries of some four kilobytes each.
fn document(number: usize) -> ParsedFeed {
    let mut words = Words(number as u64 + 1);
    let entries = (0..ITEMS)
        .map(|i| {
            let paragraphs: Vec<String> = (0..8).map(|_| words.text(60)).collect();
            let age = i64::try_from(words.next() % 63_000_000).unwrap();
            ParsedEntry {
                guid: format!("urn:bench:{number}:{i}"),
                url: Some(format!("https://blatt{number}.example/artikel/{number}-{i}")),
                title: Clean::line(&words.text(7)),
                summary: Clean::text(&words.text(25)),
                content_html: format!("<p>{}</p>", paragraphs.join("</p>\n<p>")),
                text: paragraphs.join("\n"),
                authors: vec![Clean::line(&words.text(2))],
                published: Some(NOW.plus(-age)),
                ..ParsedEntry::default()
            }
        })
        .collect();
    ParsedFeed { title: Clean::line(&format!("Blatt {number}")), entries, ..ParsedFeed::default() }
}

fn subscriptions(n: usize) -> Vec<Subscription> {
    (1..=n)
        .map(|i| Subscription {
            folder: Clean::line(&format!("Kreis {}", i % 4)),
            ..Subscription::new(
                FeedUrl::parse(&format!("https://blatt{i}.example/feed.rss")).unwrap(),
            )
        })
        .collect()
}

fn merge(store: &Store, first: usize, documents: &[ParsedFeed]) {
    let health = FeedHealth::default();
    for (batch, chunk) in documents.chunks(8).enumerate() {
        let batch: Vec<Document<'_>> = chunk
            .iter()
            .enumerate()
            .map(|(i, parsed)| Document {
                feed: FeedId(i64::try_from(first + batch * 8 + i).unwrap()),
                parsed,
                prepared: None,
                health: &health,
            })
            .collect();
        store.merge_all(&batch, NOW).unwrap();
    }
}

struct Archive {
    store: Store,
    dir: TempDir,
    middle: Cursor,
}

/// The archive that is read.
static ARCHIVE: LazyLock<Archive> = LazyLock::new(|| {
    let wanted = std::env::var_os("UMLAND_BENCH_ENTRIES")
        .and_then(|n| n.to_str()?.parse().ok())
        .unwrap_or(20_000);
    let feeds: usize = (wanted / ITEMS).max(1);
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), NOW).unwrap();
    store.sync_subscriptions(&subscriptions(feeds), NOW).unwrap();
    for first in (1..=feeds).step_by(80) {
        let documents: Vec<ParsedFeed> = (first..=feeds).take(80).map(document).collect();
        merge(&store, first, &documents);
        while store.index_pending(4000).unwrap() {}
    }
    let half = store.counts().unwrap().entries / 2;
    let middle = store.window(&Query::default(), Anchor::Index(half), 3).unwrap().rows[1].cursor;
    Archive { store, dir, middle }
});

/// 100 documents of 50 entries into an empty archive, with and without the index.
#[divan::bench(args = [false, true], sample_count = 5, sample_size = 1)]
fn merge_5000(bencher: Bencher<'_, '_>, index: bool) {
    let documents: Vec<ParsedFeed> = (1..=100).map(document).collect();
    bencher
        .counter(ItemsCount::new(100 * ITEMS))
        .with_inputs(|| {
            let dir = tempfile::tempdir().unwrap();
            let store = Store::open(dir.path(), NOW).unwrap();
            store.sync_subscriptions(&subscriptions(100), NOW).unwrap();
            (store, dir)
        })
        .bench_values(|(store, dir)| {
            merge(&store, 1, &documents);
            while index && store.index_pending(5000).unwrap() {}
            dir
        });
}

#[divan::bench]
fn merge_again_the_same(bencher: Bencher<'_, '_>) {
    let documents = [document(1)];
    bencher.counter(ItemsCount::new(ITEMS)).bench(|| merge(&ARCHIVE.store, 1, &documents));
}

#[divan::bench]
fn open_with_feeds_and_first_window() -> usize {
    let store = Store::open(ARCHIVE.dir.path(), NOW).unwrap();
    black_box(store.feeds().unwrap());
    store.window(&Query::default(), Anchor::Start, 60).unwrap().rows.len()
}

#[divan::bench]
fn status() -> u64 {
    Store::open_reader(ARCHIVE.dir.path()).unwrap().counts().unwrap().unread
}

#[divan::bench(args = ["all", "unread", "feed", "folder", "folder unread", "rat", "feuerwehr 77"])]
fn window(bencher: Bencher<'_, '_>, list: &str) {
    let unread = Show::Unread { or_read_since: NOW };
    let folder = Scope::Folder("Kreis 1".to_owned());
    let query = match list {
        "all" => Query::default(),
        "unread" => Query { show: unread, ..Query::default() },
        "feed" => Query { scope: Scope::Feed(FeedId(1)), ..Query::default() },
        "folder" => Query { scope: folder, ..Query::default() },
        "folder unread" => Query { scope: folder, show: unread, ..Query::default() },
        text => Query { text: text.to_owned(), ..Query::default() },
    };
    let archive = &*ARCHIVE;
    bencher.bench(|| archive.store.window(&query, Anchor::Around(archive.middle), 100).unwrap());
}

#[divan::bench(args = ["rat", "feuerwehr stadtfest", "\"der rat\"", "feuer77"])]
fn search(bencher: Bencher<'_, '_>, text: &str) {
    let store = &ARCHIVE.store;
    let query = Query { text: text.to_owned(), ..Query::default() };
    bencher.bench(|| store.search(&query, 50).unwrap());
}

#[divan::bench]
fn mark_and_undo(bencher: Bencher<'_, '_>) {
    let archive = &*ARCHIVE;
    let star = Change { target: Target::Entries(vec![archive.middle.id]), mark: Mark::Star };
    bencher.bench(|| {
        archive.store.change(&star, NOW).unwrap();
        archive.store.undo().unwrap()
    });
}

const FILTERS: &[&str] = &[
    "stadtfest",
    "stadt",
    "st",
    "feuer77",
    "\"der rat\"",
    "\"rat der\"",
    "*fest",
    "title:stadtfest",
    "text:stadt -am",
    "unread len:>400",
    "folder:\"Kreis 1\" since:30d",
    "free:no OR starred",
];

/// The list of a filter, with nothing answered before.
fn fresh(text: &str) -> Query {
    let expr = umland::query::parse(text).unwrap();
    let zone = umland::text::dates::Zone::UTC;
    let context = umland::query::Context::new(NOW, &zone);
    let filter = std::sync::Arc::new(umland::query::filter(&expr, text, &context));
    let und = Query { text: "und".to_owned(), ..Query::default() };
    ARCHIVE.store.window(&und, Anchor::Start, 1).unwrap();
    ARCHIVE.store.forget_answers();
    Query { filter: Some(filter), ..Query::default() }
}

/// The first page of a filter.
#[divan::bench(args = FILTERS)]
fn filtered(bencher: Bencher<'_, '_>, text: &str) {
    let store = &ARCHIVE.store;
    bencher
        .with_inputs(|| fresh(text))
        .bench_values(|query| store.window(&query, Anchor::Start, 300).unwrap());
}

/// How long its list is: what the index is asked for, beside the first page.
#[divan::bench(args = ["stadtfest", "stadt", "st", "*fest", "text:stadt -am"], sample_count = 10)]
fn counted(bencher: Bencher<'_, '_>, text: &str) {
    let store = &ARCHIVE.store;
    bencher
        .with_inputs(|| fresh(text))
        .bench_values(|query| store.length(&query, || true).unwrap());
}
