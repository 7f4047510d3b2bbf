//! Places of entries: kept, replaced when the words change, listed by distance, picked and muted.

use umland::domain::geo::{near_and_new_key, nearest_key};
use umland::domain::{
    Anchor, Change, EntryId, EntryRow, FeedHealth, FeedId, FeedKind, Filter, GeoPoint, Homes, Mark,
    Order, ParsedEntry, ParsedFeed, Pick, Placing, Query, Scope, Show, SortBy, Spot, Target, Test,
    Timestamp, Tree,
};
use umland::store::{Document, Mutes, Taste};
use umland::text::Clean;

use crate::support::{Archive, NOW, all, entry};

const KREFELD: (f64, f64) = (51.3388, 6.5853);

/// Places around Krefeld with their distance from it.
const PLACES: &[(&str, &str, f64, f64)] = &[
    ("Krefeld", "Krefeld", 51.3388, 6.5853),
    ("Uerdingen", "Krefeld", 51.3517, 6.6476),
    ("Moers", "Moers", 51.4534, 6.6326),
    ("Kleve", "Kleve", 51.7874, 6.1367),
];

fn spot(n: usize) -> Option<Spot> {
    let (name, town, lat, lon) = *PLACES.get(n)?;
    Some(Spot {
        name: Clean::line(name),
        town: Clean::line(town),
        region: Clean::line("DE-NW"),
        point: GeoPoint::from_degrees(lat, lon),
    })
}

/// The place that a title names by its last digit; every fifth names none.
fn placing(entry: &ParsedEntry) -> Placing {
    let digit = entry.title.chars().next_back().and_then(|c| c.to_digit(10)).unwrap_or(9);
    Placing { spot: spot(digit as usize % 5), confidence: 80, evidence: Vec::new() }
}

fn merge(archive: &Archive, feed: i64, entries: &[ParsedEntry]) {
    let parsed = ParsedFeed {
        title: Clean::line(&format!("Blatt {feed}")),
        entries: entries.to_vec(),
        ..ParsedFeed::default()
    };
    let feed = FeedId(feed);
    let mut prepared = archive.store.prepare(feed, &parsed).unwrap();
    prepared.place(&parsed, placing);
    let health = &FeedHealth::default();
    let document = Document { feed, parsed: &parsed, prepared: Some(&prepared), health };
    archive.store.merge_all(&[document], NOW).unwrap();
}

/// Two feeds with twenty entries each, at home in Krefeld.
fn placed() -> Archive {
    let archive = Archive::with_feeds(2);
    for feed in 1..=2 {
        let entries: Vec<ParsedEntry> = (0..20)
            .map(|i| entry(&format!("Nr. {feed}.{i}"), (i * 7 + feed) % 11 * 3600))
            .collect();
        merge(&archive, feed, &entries);
    }
    archive.store.set_taste(Taste { homes: home(), mutes: Mutes::default() });
    archive
}

fn home() -> Homes {
    Homes::new(vec![GeoPoint::from_degrees(KREFELD.0, KREFELD.1)])
}

fn muted(archive: &Archive, places: &[&str], kinds: &[FeedKind]) {
    let places = places.iter().map(|p| (*p).to_owned()).collect();
    let except_places = vec!["Uerdingen".to_owned()];
    let mutes = Mutes { places, kinds: kinds.to_vec(), except_places, ..Mutes::default() };
    archive.store.set_taste(Taste { homes: home(), mutes });
}

fn km(row: &EntryRow) -> Option<f64> {
    row.place.as_ref().and_then(|place| home().distance_km(place.point))
}

#[test]
fn an_entry_keeps_its_place_until_its_words_change() {
    let archive = Archive::with_feeds(1);
    merge(&archive, 1, &[entry("Brand 2", 0)]);
    let id = archive.id("Brand 2");
    let found = archive.store.placing(id).unwrap().unwrap();
    assert_eq!((found.spot, found.confidence), (spot(2), 80));
    let again = ParsedEntry { title: Clean::line("Brand 0"), ..entry("Brand 2", 0) };
    merge(&archive, 1, &[again]);
    assert_eq!(archive.rows(&all())[0].place, spot(0));
    archive.store.set_placings(&[(id, Placing::default())]).unwrap();
    assert_eq!(archive.rows(&all())[0].place, None);
    assert_eq!(archive.store.placing(id).unwrap(), Some(Placing::default()));
}

#[test]
fn entries_can_be_gone_through_to_be_placed_again() {
    let archive = placed();
    let mut seen = 0;
    let mut after = EntryId(0);
    loop {
        let part = archive.store.entries_to_place(after, 7).unwrap();
        let Some((last, ..)) = part.last() else { break };
        after = *last;
        seen += part.len();
        assert!(part.iter().all(|(.., words)| words.title.starts_with("Nr. ")));
    }
    assert_eq!(seen, 40);
}

/// The key that an order sorts by.
type Key = fn(Timestamp, Option<f64>) -> i64;

#[test]
fn lists_by_distance_are_what_they_are_defined_to_be() {
    let archive = placed();
    let orders: [(SortBy, Key); 2] =
        [(SortBy::Nearest, nearest_key), (SortBy::NearAndNew, near_and_new_key)];
    for (by, key) in orders {
        let order = Order { by, reversed: false };
        for scope in [Scope::All, Scope::Feed(FeedId(2)), Scope::Folder("Kreis".to_owned())] {
            let query = Query { scope, ..all() };
            let mut want = archive.rows(&query);
            want.sort_by_key(|r| std::cmp::Reverse((key(r.published, km(r)), r.id)));
            let want: Vec<EntryId> = want.iter().map(|r| r.id).collect();
            let query = Query { order, ..query };
            let list = archive.rows(&query);
            assert_eq!(list.iter().map(|r| r.id).collect::<Vec<_>>(), want, "{query:?}");
            // From any row on, in both directions.
            for (i, row) in list.iter().enumerate() {
                let window = archive.store.window(&query, Anchor::Around(row.cursor), 5).unwrap();
                assert!(window.rows.contains(row), "{i}");
                assert_eq!(window.total, Some(list.len() as u64));
                assert_eq!(archive.store.position(&query, row.cursor).unwrap(), i as u64);
                let next = archive.store.next(&query, row.cursor, true, false).unwrap();
                assert_eq!(next.as_ref(), list.get(i + 1));
            }
        }
    }
}

#[test]
fn a_query_asks_for_a_place_or_for_what_is_near() {
    let archive = placed();
    let fitting = |test: Test| {
        let filter = Filter { label: String::new(), tree: Tree::Is(test) };
        archive.rows(&Query { filter: Some(std::sync::Arc::new(filter)), ..all() })
    };
    let those = |is_meant: &dyn Fn(&EntryRow) -> bool| -> Vec<EntryRow> {
        archive.rows(&all()).into_iter().filter(|row| is_meant(row)).collect()
    };
    let town = |row: &EntryRow| row.place.as_ref().map(|place| place.town.to_string());
    let krefeld = those(&|row| town(row).as_deref() == Some("Krefeld"));
    assert!(!krefeld.is_empty());
    assert_eq!(fitting(Test::Place("KREFELD".to_owned())), krefeld);
    let near = those(&|row| km(row).is_some_and(|km| km <= 6.0));
    assert!(!near.is_empty() && near.len() < those(&|row| row.place.is_some()).len());
    assert_eq!(fitting(Test::Near(Some(6000))), near);
    assert!(fitting(Test::Place("Nirgendwo".to_owned())).is_empty());
}

#[test]
fn another_home_is_another_order() {
    let archive = placed();
    let nearest = Query { order: Order { by: SortBy::Nearest, reversed: false }, ..all() };
    assert_eq!(archive.rows(&nearest)[0].place, spot(0));
    let kleve = Homes::new(vec![GeoPoint::from_degrees(51.79, 6.14)]);
    archive.store.set_taste(Taste { homes: kleve, ..Taste::default() });
    assert_eq!(archive.rows(&nearest)[0].place, spot(3));
}

#[test]
fn a_picked_town_holds_its_districts() {
    let archive = placed();
    let only = |name: &str| {
        let picked = Some(Pick::Place(name.to_owned()));
        archive.rows(&Query { picked, ..all() })
    };
    let (town, district) = (only("krefeld"), only("UERDINGEN"));
    assert_eq!((town.len(), district.len()), (16, 8));
    assert!(district.iter().all(|r| r.place == spot(1)));
    assert!(only("Nirgendwo").is_empty());
}

#[test]
fn what_is_muted_is_counted_and_never_lost() {
    let archive = placed();
    let window = |query: &Query| archive.store.window(query, Anchor::Start, 100).unwrap();
    archive.store.set_kinds(&[(FeedId(2), Some(FeedKind::Police))]).unwrap();
    muted(&archive, &["Moers"], &[FeedKind::Police]);
    let list = window(&all());
    // Feed 2 but for what plays in Uerdingen, and of feed 1 every fifth.
    assert_eq!((list.rows.len(), list.hidden), (20, 20));
    let everything = Query { muted: true, ..all() };
    assert_eq!((window(&everything).rows.len(), window(&everything).hidden), (40, 0));
    // Opened by its own name, or starred, it is there.
    assert_eq!(window(&Query { scope: Scope::Feed(FeedId(2)), ..all() }).rows.len(), 20);
    let police = window(&everything).rows.iter().find(|r| r.feed == FeedId(2)).unwrap().id;
    let star = Change { target: Target::Entries(vec![police]), mark: Mark::Star };
    archive.store.change(&star, NOW).unwrap();
    assert_eq!(window(&Query { scope: Scope::Starred, ..all() }).rows.len(), 1);
}

#[test]
fn marking_a_list_leaves_what_is_muted() {
    let archive = placed();
    muted(&archive, &["Krefeld"], &[]);
    let read = Change { target: Target::List(all(), NOW), mark: Mark::Read };
    assert_eq!(archive.store.change(&read, NOW).unwrap().entries, 32);
    let unread = Show::Unread { or_read_since: Timestamp(i64::MAX) };
    let left = archive.rows(&Query { show: unread, muted: true, ..all() });
    assert_eq!(left.len(), 8);
    archive.check_counts();
}
