//! One feed's turn: what arrives, what is not asked for again, what a refresh may cost.

use umland::domain::{Access, Anchor, FaultKind, FeedStatus, Progress, Query, Timestamp, Which};
use umland::query::Rule;
use umland::store::Store;

use crate::support::{Answer, Step};
use crate::world::{HOUR, T0, World, fault, ok, rss, status};

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
async fn a_page_tells_of_its_paywall_and_a_wall_is_no_page() {
    let feed = "<rss version=\"2.0\"><channel><title>A</title>\
        <item><guid>1</guid><title>Eins</title><link>{base}/eins.html</link></item>\
        <item><guid>2</guid><title>Zwei</title><link>{base}/zwei.html</link></item></channel></rss>";
    let locked = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>\
        <h1>Eins</h1><p>Der Rat hat am Montag über die Brücke beraten und sie am Ende beschlossen.</p>";
    let consent = "<h1>Zwei</h1><p>Mit Werbung weiterlesen oder das Pur-Abo wählen.</p>";
    let html = |path: &str, body: &str| ok(path, &["Content-Type: text/html"], body.to_owned());
    let answers = vec![
        ok("/a", &[], feed.to_owned()),
        html("/eins.html", locked),
        html("/zwei.html", consent),
    ];
    let mut world = World::new(&["/a"], answers).await;
    let mut wanting = world.refresh.subscriptions.to_vec();
    wanting[0].full_text = true;
    world.refresh.subscriptions = wanting.into();
    world.at(0, Which::Due).await;
    let rows = world.refresh.store.window(&Query::default(), Anchor::Start, 9).unwrap().rows;
    for row in rows {
        let entry = world.refresh.store.entry(row.id).unwrap().unwrap();
        let is_first = &*row.title == "Eins";
        assert_eq!(entry.full_html.is_some(), is_first, "{}", row.title);
        assert_eq!(row.access, if is_first { Access::Locked } else { Access::Unknown });
    }
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
