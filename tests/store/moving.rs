//! Feeds that get a new address.

use umland::domain::{Change, FeedHealth, FeedId, FeedUrl, Mark, Subscription, Target};
use umland::store::Store;

use crate::support::{Archive, NOW, entry, subscriptions, unread};

fn moved(archive: &Archive, feed: i64, to: &str) {
    let health = FeedHealth { moved_to: Some(to.to_owned()), ..FeedHealth::default() };
    archive.store.record_health(FeedId(feed), &health).unwrap();
}

#[test]
fn a_new_address_in_the_configuration_is_the_same_feed() {
    let archive = Archive::with_feeds(2);
    archive.merge(1, &[entry("Brand", 1), entry("Theater", 2)]);
    let read = Change { target: Target::Entries(vec![archive.id("Brand")]), mark: Mark::Read };
    archive.store.change(&read, NOW).unwrap();
    let new = "https://blatt.example/neu/feed.rss";
    moved(&archive, 1, new);
    let mut changed = subscriptions(2);
    changed[0] = Subscription::new(FeedUrl::parse(new).unwrap());
    archive.store.sync_subscriptions(&changed, NOW).unwrap();
    let feeds = archive.store.feeds().unwrap();
    assert_eq!((feeds[0].id, feeds[0].url.as_str()), (FeedId(1), new));
    assert_eq!(feeds[0].health.moved_to, None);
    assert_eq!(archive.titles(&unread()), ["Theater"]);
    archive.check_counts();
}

#[test]
fn an_address_that_stands_beside_the_old_one_is_another_feed() {
    let archive = Archive::with_feeds(1);
    archive.merge(1, &[entry("Brand", 1)]);
    let new = "https://blatt.example/neu/feed.rss";
    moved(&archive, 1, new);
    let mut changed = subscriptions(1);
    changed.push(Subscription::new(FeedUrl::parse(new).unwrap()));
    archive.store.sync_subscriptions(&changed, NOW).unwrap();
    let ids: Vec<_> = archive.store.feeds().unwrap().iter().map(|f| (f.id, f.entries)).collect();
    assert_eq!(ids, [(FeedId(1), 1), (FeedId(2), 0)]);
}

/// The addresses in the configuration, and what the archive then says of its only feed: address, entries, where to it has
/// moved.
fn configured(archive: &Archive, address: &str) -> (FeedId, String, u64, Option<String>) {
    // What a program that was started anew finds.
    let again = Store::open(archive.path(), NOW).unwrap();
    again.sync_subscriptions(&[Subscription::new(FeedUrl::parse(address).unwrap())], NOW).unwrap();
    let feeds = again.feeds().unwrap();
    let [feed] = &feeds[..] else { panic!("{feeds:?}") };
    (feed.id, feed.url.as_str().to_owned(), feed.entries, feed.health.moved_to.clone())
}

#[test]
fn a_way_back_is_known_after_a_restart() {
    let archive = Archive::with_feeds(1);
    let old = archive.store.feeds().unwrap()[0].url.as_str().to_owned();
    archive.merge(1, &[entry("Brand", 1), entry("Theater", 2)]);
    let read = Change { target: Target::Entries(vec![archive.id("Brand")]), mark: Mark::Read };
    archive.store.change(&read, NOW).unwrap();
    let (newer, newest) = ("https://blatt.example/neu", "https://blatt.example/neuer");
    let said = |address: &str, moved_to: Option<&str>| {
        (FeedId(1), address.to_owned(), 2, moved_to.map(str::to_owned))
    };
    moved(&archive, 1, newer);
    assert_eq!(configured(&archive, newer), said(newer, None));
    moved(&archive, 1, newest);
    assert_eq!(configured(&archive, newest), said(newest, None));
    // Both taken back, then both made again.
    assert_eq!(configured(&archive, newer), said(newer, Some(newest)));
    assert_eq!(configured(&archive, &old), said(&old, Some(newer)));
    assert_eq!(configured(&archive, newer), said(newer, None));
    assert_eq!(configured(&archive, newest), said(newest, None));
    // From the first to the last in one step, too.
    assert_eq!(configured(&archive, &old), said(&old, Some(newest)));
    assert_eq!(archive.titles(&unread()), ["Theater"]);
    archive.check_counts();
}

#[test]
fn an_old_address_that_is_subscribed_anew_is_another_feed() {
    let archive = Archive::with_feeds(1);
    let old = archive.store.feeds().unwrap()[0].url.clone();
    archive.merge(1, &[entry("Brand", 1)]);
    let new = FeedUrl::parse("https://blatt.example/neu").unwrap();
    moved(&archive, 1, new.as_str());
    let of = |urls: &[&FeedUrl]| {
        let urls = urls.iter().map(|url| Subscription::new((*url).clone()));
        archive.store.sync_subscriptions(&urls.collect::<Vec<_>>(), NOW).unwrap();
        let feeds = archive.store.feeds().unwrap();
        feeds.iter().map(|f| (f.id, f.entries)).collect::<Vec<_>>()
    };
    assert_eq!(of(&[&new]), [(FeedId(1), 1)]);
    assert_eq!(of(&[&new, &old]), [(FeedId(1), 1), (FeedId(2), 0)]);
    assert_eq!(of(&[&old]), [(FeedId(2), 0)], "each is a feed of its own by now");
    archive.check_counts();
}
