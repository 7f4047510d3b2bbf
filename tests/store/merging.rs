//! What is new, what changed, what is the same article.

use proptest::prelude::*;
use umland::domain::{
    Change, Cursor, EntryId, Fault, FaultKind, FeedHealth, FeedId, Mark, MergeReport, ParsedEntry,
    ParsedFeed, TagEdit, Target, Timestamp, Validators, Warning,
};
use umland::store::Document;
use umland::text::Clean;

use crate::support::{Archive, NOW, all, article, entry, in_feed, subscriptions, unread};

fn report(new: u32, changed: u32, same: u32) -> MergeReport {
    MergeReport { new, changed, same }
}

#[test]
fn merging_twice_is_merging_once() {
    let archive = Archive::with_feeds(1);
    let document = [entry("Brand", 10), entry("Markt", 20)];
    assert_eq!(archive.merge(1, &document), report(2, 0, 0));
    let once = archive.dump();
    assert_eq!(archive.merge_at(1, &document, NOW.plus(60)), report(0, 0, 2));
    assert_eq!(archive.dump(), once);
}

#[test]
fn a_lightened_document_is_stored_as_the_whole_one() {
    let untitled = ParsedEntry {
        title: Clean::empty(),
        text: "Es brennt in Linn.".to_owned(),
        ..entry("x", 10)
    };
    let changed =
        ParsedEntry { text: "Es brannte in Linn und in Hüls.".to_owned(), ..untitled.clone() };
    let (light, whole) = (Archive::with_feeds(1), Archive::with_feeds(1));
    for one in [untitled, changed] {
        light.merge(1, std::slice::from_ref(&one));
        let title = Clean::line("Blatt 1");
        let parsed = ParsedFeed { title, entries: vec![one], ..ParsedFeed::default() };
        whole.store.merge(FeedId(1), &parsed, &FeedHealth::default(), NOW).unwrap();
        assert_eq!(light.dump(), whole.dump());
    }
    assert_eq!(light.titles(&all()), ["Es brannte in Linn und in Hüls."]);
}

#[test]
fn a_date_alone_changes_nothing() {
    let archive = Archive::with_feeds(1);
    archive.merge(1, &[entry("Brand", 10)]);
    let before = archive.dump();
    assert_eq!(archive.merge(1, &[entry("Brand", 5)]), report(0, 0, 1));
    assert_eq!(archive.dump(), before);
}

#[test]
fn a_corrected_text_is_taken_over_and_its_versions_kept() {
    let archive = Archive::with_feeds(1);
    for version in 0..8 {
        let text = format!("Fassung {version}");
        archive.merge(1, &[ParsedEntry { text, ..entry("Brand", 10) }]);
    }
    let id = archive.id("Brand");
    assert!(archive.rows(&all())[0].changed);
    let texts: Vec<String> =
        archive.store.earlier_texts(id).unwrap().into_iter().map(|v| v.2).collect();
    assert_eq!(texts, ["Fassung 6", "Fassung 5", "Fassung 4", "Fassung 3", "Fassung 2"]);
}

#[test]
fn only_real_news_becomes_unread_again() {
    let archive = Archive::with_feeds(1);
    let first = ParsedEntry { text: "Es brennt in Linn.".to_owned(), ..entry("Brand", 10) };
    archive.merge(1, std::slice::from_ref(&first));
    let read = Change { target: Target::All(NOW), mark: Mark::Read };
    archive.store.change(&read, NOW).unwrap();

    let typo =
        ParsedEntry { text: "Es brennt in Linn!  12 Kommentare".to_owned(), ..first.clone() };
    assert_eq!(archive.merge(1, &[typo]), report(0, 1, 0));
    assert_eq!(archive.titles(&unread()), [""; 0]);

    let grown = "Inzwischen ist das Feuer gelöscht. Die Ursache war ein Ladegerät, der Schaden beträgt nach ersten \
                 Schätzungen eine Million Euro, verletzt wurde niemand.";
    let news = ParsedEntry { text: grown.to_owned(), ..first };
    assert_eq!(archive.merge(1, &[news]), report(0, 1, 0));
    assert_eq!(archive.titles(&unread()), ["Brand"]);
    archive.check_counts();
}

#[test]
fn dates_of_the_future_and_missing_dates_are_tamed() {
    let archive = Archive::with_feeds(1);
    let undated = ParsedEntry { published: None, ..entry("Ohne Datum", 0) };
    archive.merge(1, &[entry("Morgen", -86_400), undated, entry("Gestern", 86_400)]);
    let rows = archive.rows(&all());
    let seen: Vec<(&str, Timestamp, bool)> =
        rows.iter().map(|r| (&*r.title, r.published, r.dated)).collect();
    assert_eq!(
        seen,
        [("Morgen", NOW, true), ("Ohne Datum", NOW, false), ("Gestern", NOW.plus(-86_400), true)]
    );
}

#[test]
fn an_untitled_entry_shows_its_text() {
    let archive = Archive::with_feeds(1);
    let text = "Der Rat hat getagt. ".repeat(20);
    archive.merge(1, &[ParsedEntry { title: Clean::empty(), text, ..entry("x", 1) }]);
    let title = archive.rows(&all())[0].title.to_string();
    assert!(title.starts_with("Der Rat hat getagt.") && title.ends_with(" …"), "{title}");
    assert!(title.chars().count() <= 102);
}

const A: &str = "https://www.blatt.example/moers/laeden-in-der-stadt-4711";
const B: &str = "http://m.blatt.example/moers/laeden-in-der-stadt-4711?utm_source=rss";

#[test]
fn one_article_in_two_feeds_is_one_entry_with_one_mark() {
    let archive = Archive::with_feeds(3);
    archive.merge(1, &[article("Läden", 10, A)]);
    let id = archive.id("Läden");
    archive
        .store
        .change(&Change { target: Target::Entries(vec![id]), mark: Mark::Read }, NOW)
        .unwrap();
    assert_eq!(archive.merge(2, &[article("Moers: Läden", 10, B)]), report(0, 0, 1));
    assert_eq!(archive.rows(&all()).len(), 1);
    for feed in [1, 2] {
        let rows = archive.rows(&in_feed(feed));
        assert_eq!((rows[0].id, rows[0].feed, rows[0].read), (id, FeedId(feed), true));
        assert_eq!(rows[0].also_in, 1);
    }
    let entry = archive.store.entry(id).unwrap().unwrap();
    assert_eq!(entry.sources, [Clean::line("Blatt 1"), Clean::line("Blatt 2")]);
    archive.check_counts();
}

#[test]
fn a_stranger_cannot_put_words_into_an_article() {
    let archive = Archive::new();
    let mut feeds = subscriptions(2);
    feeds[0].url = umland::domain::FeedUrl::parse("https://fremd.example/feed.rss").unwrap();
    archive.store.sync_subscriptions(&feeds, NOW).unwrap();
    archive.merge(2, &[article("Läden", 10, A)]);
    assert_eq!(archive.merge(1, &[article("Falsches über Läden", 5, A)]), report(1, 0, 0));
    assert_eq!(archive.titles(&in_feed(2)), ["Läden"]);
}

#[test]
fn they_can_be_kept_apart() {
    let archive = Archive::with_feeds(2);
    archive.store.keep_apart(true);
    archive.merge(1, &[article("Läden", 10, A)]);
    assert_eq!(archive.merge(2, &[article("Läden", 10, B)]), report(1, 0, 0));
}

#[test]
fn entries_that_share_a_page_stay_several() {
    let archive = Archive::with_feeds(2);
    let page = "https://verein.blatt.example/termine-2026";
    let document = [article("Turnen", 10, page), article("Schwimmen", 20, page)];
    archive.merge(1, &document);
    archive.merge(2, &document);
    assert_eq!(archive.rows(&all()).len(), 4);
    archive.check_counts();
}

#[test]
fn the_order_of_the_sources_does_not_matter() {
    let first = article("Läden", 10, A);
    let second = ParsedEntry { text: "Anders.".to_owned(), ..article("Moers: Läden", 30, B) };
    let shown = |order: [usize; 2]| {
        let archive = Archive::with_feeds(2);
        for feed in order {
            archive.merge(i64::try_from(feed).unwrap(), &[[&first, &second][feed - 1].clone()]);
        }
        archive.dump()
    };
    assert_eq!(shown([1, 2]), shown([2, 1]));
}

#[test]
fn a_feed_that_renames_its_entries_does_not_double_them() {
    let archive = Archive::with_feeds(1);
    for visit in 0..3 {
        let guid = format!("urn:visit:{visit}");
        archive.merge(1, &[ParsedEntry { guid, ..article("Läden", 10, A) }]);
    }
    assert_eq!(archive.rows(&all()).len(), 1);
    // A new story at an old address is a new entry.
    archive.merge(1, &[ParsedEntry { guid: "urn:new".to_owned(), ..article("Heute", 5, A) }]);
    assert_eq!(archive.titles(&all()), ["Heute", "Läden"]);
    archive.check_counts();
}

#[test]
fn an_unsubscribed_feed_is_archived_and_comes_back() {
    let archive = Archive::with_feeds(2);
    archive.merge(1, &[article("Läden", 10, A), entry("Nur eins", 20)]);
    archive.merge(2, &[article("Läden", 10, B), entry("Nur zwei", 30)]);
    let star = Change { target: Target::Entries(vec![archive.id("Nur eins")]), mark: Mark::Star };
    archive.store.change(&star, NOW).unwrap();
    let before = (archive.titles(&all()), archive.titles(&in_feed(1)));

    let both = subscriptions(2);
    archive.store.sync_subscriptions(&both[1..], NOW).unwrap();
    assert_eq!(archive.titles(&all()), ["Läden", "Nur zwei"]);
    assert_eq!(archive.rows(&all())[0].feed, FeedId(2));
    assert_eq!(archive.rows(&all())[0].also_in, 0);
    let starred = umland::domain::Query { scope: umland::domain::Scope::Starred, ..all() };
    assert_eq!(archive.titles(&starred), ["Nur eins"]);
    archive.check_counts();

    archive.store.sync_subscriptions(&both, NOW).unwrap();
    assert_eq!((archive.titles(&all()), archive.titles(&in_feed(1))), before);
    archive.check_counts();
}

#[test]
fn subscriptions_keep_the_order_of_the_configuration() {
    let archive = Archive::with_feeds(3);
    let mut turned = subscriptions(3);
    turned.reverse();
    turned.push(turned[0].clone());
    archive.store.sync_subscriptions(&turned, NOW).unwrap();
    let ids: Vec<i64> = archive.store.feeds().unwrap().iter().map(|f| f.id.0).collect();
    assert_eq!(ids, [3, 2, 1]);
}

#[test]
fn health_is_kept_as_it_was() {
    let archive = Archive::with_feeds(2);
    let health = FeedHealth {
        period: Some(7200),
        body_hash: Some(-5),
        last_attempt: Some(NOW),
        last_success: Some(NOW.plus(-60)),
        last_change: Some(NOW.plus(-120)),
        failures: 3,
        fault: Some(Fault::new(FaultKind::Tls, "expired").with_http(495)),
        retry_after: Some(NOW.plus(600)),
        fresh_for: Some(u32::MAX),
        skip_hours: 0x00ff_ffff,
        skip_days: 0x7f,
        moved_to: Some("https://blatt.example/neu".to_owned()),
        gone: true,
        validators: Validators {
            etag: Some("W/\"ä\"".to_owned()),
            last_modified: Some("gestern".to_owned()),
            from: Some("https://example.org/feed".to_owned()),
        },
        warnings: vec![Warning {
            code: "bare-ampersand".to_owned(),
            count: 4,
            detail: Clean::line("A & B"),
        }],
    };
    archive.store.record_health(FeedId(2), &health).unwrap();
    assert_eq!(archive.store.feed_state(FeedId(2)).unwrap().unwrap().health, health);
    assert_eq!(archive.store.feeds().unwrap()[0].health, FeedHealth::default());
    assert_eq!(archive.store.counts().unwrap().failing, 1);
}

#[test]
fn validators_come_with_their_entries_or_not_at_all() {
    let archive = Archive::with_feeds(2);
    let parsed = ParsedFeed { entries: vec![entry("Brand", 1)], ..ParsedFeed::default() };
    let validators = Validators { etag: Some("\"1\"".to_owned()), ..Validators::default() };
    let health = FeedHealth { validators, ..FeedHealth::default() };
    let document =
        |feed| Document { feed: FeedId(feed), parsed: &parsed, prepared: None, health: &health };
    // Feed 99 does not exist: the transaction breaks off after the first document was written.
    assert!(archive.store.merge_all(&[document(1), document(99)], NOW).is_err());
    assert!(archive.rows(&all()).is_empty());
    assert_eq!(archive.store.feed_state(FeedId(1)).unwrap().unwrap().health, FeedHealth::default());
    archive.store.merge_all(&[document(1), document(2)], NOW).unwrap();
    let kept = archive.store.feed_state(FeedId(1)).unwrap().unwrap().health;
    assert_eq!((kept.validators, kept.last_change), (health.validators, Some(NOW)));
}

/// What can happen to an archive.
#[derive(Debug, Clone)]
enum Step {
    Merge { feed: i64, first: u8, n: u8, version: u8 },
    Mark { mark: usize, of: u8 },
    Undo,
    Redo,
    Subscribe { first: usize, n: usize },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1..4i64, 0..12u8, 1..6u8, 0..3u8)
            .prop_map(|(feed, first, n, version)| Step::Merge { feed, first, n, version }),
        3 => (0..8usize, 0..12u8).prop_map(|(mark, of)| Step::Mark { mark, of }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => (0..3usize, 1..4usize).prop_map(|(first, n)| Step::Subscribe { first, n }),
    ]
}

/// A change of state that depends on `of` only.
pub(crate) fn change(mark: usize, of: u8, now: Timestamp) -> Change {
    let tags = |tags: &[&str]| tags.iter().map(|tag| Clean::line(tag)).collect();
    let mark = match mark {
        0 => Mark::Read,
        1 => Mark::Unread,
        2 => Mark::Star,
        3 => Mark::Unstar,
        4 => Mark::Hide,
        5 => Mark::Unhide,
        6 => Mark::Tags(TagEdit { add: tags(&["a", "b"]), remove: tags(&["c"]) }),
        _ => Mark::Tags(TagEdit { add: tags(&["c"]), remove: tags(&["a"]) }),
    };
    let place = Cursor { key: NOW.0 - 20, id: EntryId(3) };
    let target = match of {
        0 => Target::All(now),
        1 => Target::Feed(FeedId(1), now),
        2 => Target::List(crate::support::in_folder("Kreis"), now),
        3 => Target::List(unread(), now),
        4 => Target::Above(crate::support::all(), place, now),
        5 => Target::Below(crate::support::in_folder("Kreis"), place, now),
        6 => Target::Older(crate::support::all(), NOW.plus(-15), now),
        7 => Target::Stories(vec![EntryId(2)]),
        n => Target::Entries(vec![umland::domain::EntryId(n.into()), umland::domain::EntryId(1)]),
    };
    Change { target, mark }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn counts_are_kept(steps in prop::collection::vec(step(), 1..25)) {
        let archive = Archive::with_feeds(3);
        let mut now = NOW;
        for step in steps {
            now = now.plus(10);
            match step {
                Step::Merge { feed, first, n, version } => {
                    let document: Vec<ParsedEntry> = (first..first + n).map(|i| {
                        let address = format!("https://blatt.example/a-{i}");
                        ParsedEntry {
                            guid: format!("{feed}:{i}"),
                            text: format!("Wörter {version} ").repeat(usize::from(version) * 20),
                            ..article(&format!("Nr. {i}"), i.into(), &address)
                        }
                    }).collect();
                    archive.merge_at(feed, &document, now);
                }
                Step::Mark { mark, of } => {
                    archive.store.change(&change(mark, of, now), now).unwrap();
                }
                Step::Undo => { archive.store.undo().unwrap(); }
                Step::Redo => { archive.store.redo(now).unwrap(); }
                Step::Subscribe { first, n } => {
                    let some: Vec<_> = subscriptions(3).into_iter().skip(first).take(n).collect();
                    archive.store.sync_subscriptions(&some, now).unwrap();
                }
            }
        }
        archive.check_counts();
    }
}
