//! The pipeline with a real archive in a temporary directory and a scripted server; the clock is a number.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;
use tokio_util::sync::CancellationToken;
use umland::domain::{
    Anchor, FaultKind, FeedHealth, FeedId, FeedStatus, FeedUrl, Progress, Query, RefreshReport,
    Subscription, Timestamp, Which,
};
use umland::fetch::{Client, FetchSettings};
use umland::query::Rule;
use umland::refresh::{self, Refresh, RefreshError};
use umland::schedule::Policy;
use umland::store::Store;

use support::{Answer, Step, TestServer};

const T0: i64 = 1_795_392_000;
const HOUR: i64 = 3_600;
/// Everything is over within this time, whatever the server does.
const DEADLINE: Duration = Duration::from_secs(10);

/// A reader with an archive and a configuration, and a server with some feeds.
struct World {
    server: TestServer,
    refresh: Refresh,
    clock: Arc<AtomicI64>,
    told: Arc<Mutex<Vec<Progress>>>,
    dir: TempDir,
}

impl World {
    /// `feeds`: paths on the server.
    async fn new(feeds: &[&str], answers: Vec<Answer>) -> Self {
        let server = TestServer::start(answers).await;
        let url = |path: &&str| FeedUrl::parse(&server.fill(&format!("{{base}}{path}"))).unwrap();
        let subscriptions: Vec<Subscription> =
            feeds.iter().map(|path| Subscription::new(url(path))).collect();
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Timestamp(T0)).unwrap();
        store.sync_subscriptions(&subscriptions, Timestamp(T0)).unwrap();
        let (clock, told) = (Arc::new(AtomicI64::new(T0)), Arc::new(Mutex::new(Vec::new())));
        let settings = FetchSettings {
            gap_ms: 0,
            per_host: 4,
            read_timeout: Duration::from_secs(2),
            ..FetchSettings::default()
        };
        let refresh = Refresh {
            store,
            client: Arc::new(Client::new(&settings)),
            policy: Policy::default(),
            subscriptions: subscriptions.into(),
            rules: std::sync::Arc::default(),
            zone: Some("Europe/Berlin".to_owned()),
            clock: {
                let clock = Arc::clone(&clock);
                Arc::new(move || Timestamp(clock.load(Ordering::SeqCst)))
            },
            tell: {
                let told = Arc::clone(&told);
                Arc::new(move |progress| told.lock().unwrap().push(progress))
            },
        };
        Self { server, refresh, clock, told, dir }
    }

    /// Refreshes so many seconds after the beginning.
    async fn at(&self, seconds: i64, which: Which) -> RefreshReport {
        self.clock.store(T0 + seconds, Ordering::SeqCst);
        self.told.lock().unwrap().clear();
        let cancel = CancellationToken::new();
        let running = refresh::run(&self.refresh, which, &cancel);
        tokio::time::timeout(DEADLINE, running).await.expect("in time").unwrap()
    }

    /// How the feeds' turns ended, by path.
    fn ends(&self) -> Vec<(String, FeedStatus)> {
        let base = self.server.fill("{base}");
        let told = self.told.lock().unwrap();
        let mut ends: Vec<_> = told
            .iter()
            .filter_map(|progress| match progress {
                Progress::Feed { url, status, .. } => {
                    Some((url.as_str().trim_start_matches(&base).to_owned(), status.clone()))
                }
                Progress::Started { .. }
                | Progress::Page(_)
                | Progress::Noteworthy(_)
                | Progress::Finished(_) => None,
            })
            .collect();
        ends.sort_by(|a, b| a.0.cmp(&b.0));
        ends
    }

    fn health(&self, index: usize) -> FeedHealth {
        self.refresh.store.feed_states().unwrap().swap_remove(index).health
    }

    fn id(&self, index: usize) -> FeedId {
        self.refresh.store.feed_states().unwrap()[index].id
    }

    fn entries(&self) -> u64 {
        self.refresh.store.counts().unwrap().entries
    }

    fn lines(&self) -> Vec<String> {
        self.server.seen().into_iter().map(|seen| seen.line).collect()
    }
}

/// An RSS document with these headlines.
fn rss(headlines: &[&str]) -> String {
    let item = |title: &&str| {
        format!(
            "<item><guid>{title}</guid><title>{title}</title><description>Text.</description></item>"
        )
    };
    let items: String = headlines.iter().map(item).collect();
    format!("<rss version=\"2.0\"><channel><title>Anzeiger</title>{items}</channel></rss>")
}

fn ok(path: &str, headers: &[&str], body: String) -> Answer {
    let headers = headers.iter().map(|h| (*h).to_owned()).collect();
    Answer { path: path.to_owned(), status: Some(200), headers, body, ..Answer::default() }
}

fn status(path: &str, status: u16, headers: &[&str]) -> Answer {
    Answer { status: Some(status), ..ok(path, headers, String::new()) }
}

fn fault(status: &FeedStatus) -> FaultKind {
    match status {
        FeedStatus::Failed(fault) => fault.kind,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_arrive_once_and_a_304_touches_only_the_health() {
    let tag = "ETag: \"1\"";
    let world = World::new(
        &["/a"],
        vec![
            ok("/a", &[tag], rss(&["Eins", "Zwei"])),
            status("/a", 304, &["Cache-Control: max-age=7200"]),
            ok("/a", &["ETag: \"2\""], rss(&["Drei", "Eins", "Zwei"])),
        ],
    )
    .await;
    let first = world.at(0, Which::Due).await;
    assert_eq!((first.feeds, first.fresh, first.new), (1, 1, 2));
    let early = world.at(20, Which::Due).await;
    assert_eq!((early.feeds, early.not_due), (0, 1));
    assert_eq!(world.ends(), [("/a".to_owned(), FeedStatus::NotDue)]);
    let same = world.at(2 * HOUR, Which::Due).await;
    assert_eq!((same.feeds, same.same, same.new), (1, 1, 0));
    assert_eq!(world.health(0).last_change, Some(Timestamp(T0)));
    assert_eq!(world.health(0).fresh_for, Some(7_200));
    let fresh = world.at(5 * HOUR, Which::Due).await;
    assert_eq!((fresh.new, world.entries()), (1, 3));
    assert_eq!(world.health(0).last_change, Some(Timestamp(T0 + 5 * HOUR)));
    assert_eq!(world.health(0).validators.etag.as_deref(), Some("\"2\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_bytes_are_not_merged_again() {
    let world = World::new(&["/a"], vec![ok("/a", &[], rss(&["Eins"]))]).await;
    world.at(0, Which::All).await;
    let again = world.at(HOUR, Which::All).await;
    assert_eq!((again.feeds, again.same), (1, 1));
    assert_eq!(world.ends(), [("/a".to_owned(), FeedStatus::NotModified)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_cost_only_their_own_feed() {
    let deep = format!("<rss><channel>{}", "<media:group>".repeat(100_000));
    let world = World::new(
        &["/ok", "/deep", "/html", "/gone", "/cut", "/500"],
        vec![
            ok("/ok", &[], rss(&["Eins"])),
            ok("/deep", &["ETag: \"d\""], deep),
            ok(
                "/html",
                &["Content-Type: application/rss+xml"],
                "<!doctype html><p>Anmelden".to_owned(),
            ),
            status("/gone", 410, &[]),
            Answer {
                path: "/cut".to_owned(),
                send: vec![Step {
                    text: Some("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<rss".to_owned()),
                    ..Step::default()
                }],
                ..Answer::default()
            },
            status("/500", 500, &["ETag: \"poison\""]),
        ],
    )
    .await;
    let report = world.at(0, Which::Due).await;
    assert_eq!((report.feeds, report.fresh, report.failed, world.entries()), (6, 1, 5, 1));
    let ends = world.ends();
    let kinds: Vec<_> =
        ends.iter().filter(|(p, _)| p != "/ok").map(|(p, s)| (p.as_str(), fault(s))).collect();
    assert_eq!(
        kinds,
        [
            ("/500", FaultKind::Status),
            ("/cut", FaultKind::Body),
            ("/deep", FaultKind::Hostile),
            ("/gone", FaultKind::Gone),
            ("/html", FaultKind::NotAFeed),
        ]
    );
    // What could not be read leaves no validator: the next attempt asks for the whole document.
    assert_eq!(world.health(1).validators.etag, None);
    assert_eq!(world.health(5).validators.etag, None);
    assert!(world.health(3).gone);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_is_gone_is_asked_only_by_name() {
    let world =
        World::new(&["/a"], vec![status("/a", 410, &[]), ok("/a", &[], rss(&["Eins"]))]).await;
    world.at(0, Which::Due).await;
    world.at(100 * HOUR, Which::Due).await;
    world.at(100 * HOUR, Which::All).await;
    assert_eq!(world.lines().len(), 1);
    let report = world.at(100 * HOUR, Which::Feed(world.id(0))).await;
    assert_eq!((report.feeds, report.new), (1, 1));
    assert!(!world.health(0).gone);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_before_retry_after() {
    let world = World::new(
        &["/a"],
        vec![status("/a", 429, &["Retry-After: 7200"]), ok("/a", &[], rss(&["Eins"]))],
    )
    .await;
    world.at(0, Which::Due).await;
    assert_eq!(world.health(0).retry_after, Some(Timestamp(T0 + 7_200)));
    for which in [Which::Due, Which::All, Which::Feed(world.id(0))] {
        assert_eq!(world.at(7_199, which).await.feeds, 0);
    }
    assert_eq!(world.at(7_200, Which::All).await.new, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_for_good_is_learnt_and_unlearnt() {
    let world = World::new(
        &["/old"],
        vec![
            status("/old", 301, &["Location: /new"]),
            ok("/old", &[], rss(&["Alt"])),
            ok("/new", &["ETag: \"n\""], rss(&["Eins"])),
            status("/new", 304, &[]),
            status("/new", 404, &[]),
        ],
    )
    .await;
    let new = world.server.fill("{base}/new");
    world.at(0, Which::All).await;
    assert!(matches!(&world.ends()[0].1, FeedStatus::Moved(_, to) if *to == new));
    assert_eq!(world.health(0).moved_to.as_ref(), Some(&new));
    world.at(HOUR, Which::All).await;
    assert_eq!(world.lines(), ["GET /old", "GET /new", "GET /new"]);
    world.at(2 * HOUR, Which::All).await;
    assert_eq!(world.health(0).moved_to, None);
    world.at(3 * HOUR, Which::All).await;
    assert_eq!(world.lines()[4..], ["GET /old"]);
    assert_eq!(world.entries(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_to_something_else_than_a_feed_is_not_learnt() {
    let world = World::new(
        &["/old"],
        vec![
            status("/old", 301, &["Location: /home"]),
            ok("/home", &["Content-Type: text/html"], "<!doctype html><p>Willkommen".to_owned()),
        ],
    )
    .await;
    world.at(0, Which::All).await;
    assert_eq!(fault(&world.ends()[0].1), FaultKind::NotAFeed);
    assert_eq!(world.health(0).moved_to, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_document_asks_for_holds_through_a_304() {
    let patient = rss(&["Eins"]).replace("<title>Anzeiger", "<ttl>240</ttl><title>Anzeiger");
    let world =
        World::new(&["/a"], vec![ok("/a", &["ETag: \"1\""], patient), status("/a", 304, &[])])
            .await;
    world.at(0, Which::Due).await;
    assert_eq!(world.at(239 * 60, Which::Due).await.feeds, 0);
    // A hint is never undercut, and met up to a tenth later, so that feeds that began together part.
    assert_eq!(world.at(265 * 60, Which::Due).await.feeds, 1);
    assert_eq!(world.at((265 + 239) * 60, Which::Due).await.feeds, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_that_is_cancelled_keeps_what_was_read() {
    let stall = vec![Step { stall: true, ..Step::default() }];
    let world = World::new(
        &["/ok", "/stall"],
        vec![
            ok("/ok", &[], rss(&["Eins"])),
            Answer { path: "/stall".to_owned(), send: stall, ..Answer::default() },
        ],
    )
    .await;
    let cancel = CancellationToken::new();
    let running = refresh::run(&world.refresh, Which::All, &cancel);
    let giving_up = async {
        while world.ends().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        cancel.cancel();
    };
    let both = async { tokio::join!(running, giving_up) };
    let (report, ()) = tokio::time::timeout(DEADLINE, both).await.expect("in time");
    let report = report.unwrap();
    assert!(report.cancelled);
    assert_eq!((report.feeds, world.entries()), (1, 1));
    assert_eq!(world.health(1), FeedHealth::default());
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_begins_ends_and_names_every_feed() {
    let paths: Vec<String> = (0..40).map(|i| format!("/{i}")).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let answers = paths.iter().map(|p| ok(p, &[], rss(&[&format!("Eins {p}")]))).collect();
    let world = World::new(&paths, answers).await;
    let report = world.at(0, Which::Due).await;
    assert_eq!((report.feeds, report.new), (40, 40));
    assert_eq!(world.ends().len(), 40);
    let told = world.told.lock().unwrap();
    assert_eq!(told.first(), Some(&Progress::Started { feeds: 40 }));
    assert_eq!(told.last(), Some(&Progress::Finished(report)));
}

#[tokio::test(flavor = "multi_thread")]
async fn own_headers_go_with_the_subscription() {
    let mut world = World::new(&["/a"], vec![ok("/a", &[], rss(&["Eins"]))]).await;
    let mut own = world.refresh.subscriptions.to_vec();
    own[0].headers = vec![("X-Key".to_owned(), "geheim".to_owned())];
    world.refresh.subscriptions = own.into();
    world.at(0, Which::Due).await;
    let headers = world.server.seen().swap_remove(0).headers;
    assert!(headers.contains(&("x-key".to_owned(), "geheim".to_owned())));
}

#[tokio::test(flavor = "multi_thread")]
async fn article_pages_are_fetched_once_for_those_who_want_them() {
    let feed = "<rss version=\"2.0\"><channel><title>A</title><item><guid>1</guid><title>Eins</title>\
        <link>{base}/eins.html</link></item></channel></rss>";
    let page = ok("/eins.html", &["Content-Type: text/html"], "<p>Der ganze Artikel.".to_owned());
    let answers = vec![ok("/a", &[], feed.to_owned()), page];
    let mut world = World::new(&["/a"], answers).await;
    world.at(0, Which::Due).await;
    assert_eq!(world.lines(), ["GET /a"]);
    let mut wanting = world.refresh.subscriptions.to_vec();
    wanting[0].full_text = true;
    world.refresh.subscriptions = wanting.into();
    let dir = tempfile::tempdir().unwrap();
    world.refresh.store = Store::open(dir.path(), Timestamp(T0)).unwrap();
    world.refresh.store.sync_subscriptions(&world.refresh.subscriptions, Timestamp(T0)).unwrap();
    world.at(0, Which::Due).await;
    assert_eq!(world.lines()[1..], ["GET /a", "GET /eins.html"]);
    let query = Query::default();
    let row = world.refresh.store.window(&query, Anchor::Start, 1).unwrap().rows.swap_remove(0);
    let entry = world.refresh.store.entry(row.id).unwrap().unwrap();
    assert_eq!(entry.full_html.as_deref(), Some("<p>Der ganze Artikel."));
    world.at(2 * HOUR, Which::Due).await;
    assert_eq!(world.lines()[3..], ["GET /a"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_that_cannot_be_written_ends_the_run_without_asking_everybody() {
    let paths: Vec<String> = (0..60).map(|i| format!("/{i}")).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let answers = paths.iter().map(|p| ok(p, &[], rss(&["Eins"]))).collect();
    let mut world = World::new(&paths, answers).await;
    world.refresh.store = Store::open_reader(world.dir.path()).unwrap();
    let cancel = CancellationToken::new();
    let running = refresh::run(&world.refresh, Which::All, &cancel);
    let result = tokio::time::timeout(DEADLINE, running).await.expect("in time");
    assert!(matches!(result, Err(RefreshError::Store(_))), "{result:?}");
    assert!(world.lines().len() < paths.len(), "{}", world.lines().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_at_once_ask_each_feed_once() {
    let answers = ["/a", "/b", "/c"].map(|path| ok(path, &[], rss(&["Eins"])));
    let world = World::new(&["/a", "/b", "/c"], answers.to_vec()).await;
    let other = Refresh {
        store: Store::open(world.dir.path(), Timestamp(T0)).unwrap(),
        client: Arc::new(Client::new(&FetchSettings::default())),
        ..world.refresh.clone()
    };
    let cancel = CancellationToken::new();
    let both = async {
        tokio::join!(
            refresh::run(&world.refresh, Which::Due, &cancel),
            refresh::run(&other, Which::Due, &cancel)
        )
    };
    let (one, two) = tokio::time::timeout(DEADLINE, both).await.expect("in time");
    assert_eq!(one.unwrap().feeds + two.unwrap().feeds, 3);
    assert_eq!(world.lines().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_contacted_is_written_down() {
    let answers = vec![ok("/a", &[], rss(&["Eins"])), status("/b", 302, &["Location: {base}/a"])];
    let world = World::new(&["/a", "/b"], answers).await;
    world.at(0, Which::Due).await;
    let contacts = world.refresh.store.contacts(Timestamp(T0 - 900)).unwrap();
    let seen: Vec<_> =
        contacts.iter().map(|c| (c.host.as_str(), c.purpose.name(), c.requests)).collect();
    assert_eq!(seen, [("127.0.0.1", "feed", 2), ("127.0.0.1", "redirect", 1)]);
    assert_eq!(world.refresh.store.contacts(Timestamp(T0 + 900)).unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_touch_what_is_new_once_and_can_be_undone() {
    let mut world = World::new(
        &["/a"],
        vec![
            ok("/a", &[], rss(&["Eins", "Sperrung in Linn"])),
            ok("/a", &[], rss(&["Eins", "Sperrung in Linn", "Sperrung in Hüls", "Zwei"])),
        ],
    )
    .await;
    let rule = |text: &str, read, notify| Rule {
        text: text.to_owned(),
        expr: umland::query::parse(text).unwrap(),
        read,
        star: !read,
        tags: Vec::new(),
        hide: false,
        notify,
    };
    let rules = vec![rule("sperrung unread", false, true), rule("-title:sperrung", true, false)];
    world.at(0, Which::All).await;
    let store = &world.refresh.store;
    assert_eq!(store.counts().unwrap().unread, 2, "without rules nothing happens");
    world.refresh.rules = rules.into();
    world.at(2 * HOUR, Which::All).await;
    let store = &world.refresh.store;
    let counts = store.counts().unwrap();
    // The older two are as they were.
    assert_eq!((counts.unread, counts.starred), (3, 1));
    let told = world.told.lock().unwrap().clone();
    let noteworthy =
        told.iter().filter(|p| matches!(p, Progress::Noteworthy(ids) if ids.len() == 1)).count();
    assert_eq!(noteworthy, 1);
    store.undo().unwrap();
    store.undo().unwrap();
    let counts = store.counts().unwrap();
    assert_eq!((counts.unread, counts.starred), (4, 0));
    world.at(4 * HOUR, Which::All).await;
    assert_eq!(world.refresh.store.counts().unwrap().starred, 0, "what was undone stays so");
}
