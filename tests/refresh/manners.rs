//! When a feed is asked, where, and who is told.

use umland::domain::{FaultKind, FeedStatus, Timestamp, Which};

use crate::world::{HOUR, T0, World, fault, ok, rss, status};

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
