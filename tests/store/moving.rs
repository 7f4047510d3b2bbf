//! Feeds that get a new address.

use umland::domain::{Change, FeedHealth, FeedId, FeedUrl, Mark, Subscription, Target};

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
