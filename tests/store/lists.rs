//! Windows and walks, against the plain definition of the list.

use std::ops::ControlFlow;

use proptest::prelude::*;
use umland::domain::{
    Anchor, Change, Cursor, EntryId, EntryRow, Mark, Order, ParsedEntry, Query, Scope, Show,
    SortBy, Target, Timestamp,
};

use crate::support::{Archive, NOW, all, article, entry, in_feed, in_folder, text, unread};

/// Entries in three feeds, many of them with the same date, some listed twice, some read, some starred.
fn varied() -> Archive {
    let archive = Archive::with_feeds(4);
    for feed in 1..=3 {
        let document: Vec<ParsedEntry> = (0..15)
            .map(|i| {
                let title = format!("Nr. {feed}.{i}");
                let age = (i * 7 + feed) % 5 * 3600;
                match i {
                    3 => article("Geteilt", 3600, "https://blatt.example/geteilt-und-gelesen-1"),
                    _ => entry(&title, age),
                }
            })
            .collect();
        archive.merge(feed, &document);
    }
    let ids = |of: i64| (1..40).filter(|i| i % of == 0).map(EntryId).collect();
    let mark = |target: Vec<EntryId>, mark, now| {
        archive.store.change(&Change { target: Target::Entries(target), mark }, now).unwrap()
    };
    mark(ids(3), Mark::Read, NOW);
    mark(ids(4), Mark::Read, NOW.plus(100));
    mark(ids(5), Mark::Star, NOW);
    archive
}

fn orders() -> Vec<Order> {
    let both = |by: &SortBy| [false, true].map(|reversed| Order { by: *by, reversed });
    SortBy::ALL.iter().flat_map(both).collect()
}

fn queries() -> Vec<Query> {
    let scopes = [
        Scope::All,
        Scope::Feed(umland::domain::FeedId(2)),
        Scope::Folder("Kreis".to_owned()),
        Scope::Starred,
    ];
    let shows = [
        Show::All,
        Show::Unread { or_read_since: Timestamp(i64::MAX) },
        Show::Unread { or_read_since: NOW.plus(50) },
    ];
    let mut queries = Vec::new();
    for scope in scopes {
        for show in shows {
            for order in orders() {
                for text in ["", "nr 2"] {
                    queries.push(Query {
                        scope: scope.clone(),
                        show,
                        text: text.to_owned(),
                        filter: None,
                        order,
                        ..Query::default()
                    });
                }
            }
        }
    }
    queries
}

/// The list by its definition, from everything there is.
fn expected(archive: &Archive, query: &Query) -> Vec<EntryId> {
    let everything = archive.rows(&all());
    let mut listed: Vec<_> = everything
        .into_iter()
        .filter(|row| {
            let entry = archive.store.entry(row.id).unwrap().unwrap();
            let in_scope = match &query.scope {
                Scope::All => true,
                Scope::Starred => row.starred,
                Scope::Feed(feed) => {
                    entry.sources.iter().any(|s| *s == format!("Blatt {feed}").as_str())
                }
                // Feeds 2 and 3 (see `support::subscriptions`).
                Scope::Folder(_) => {
                    entry.sources.iter().any(|s| *s == "Blatt 2" || *s == "Blatt 3")
                }
            };
            let read_late = row.id.0 % 4 == 0 && row.id.0 % 3 != 0;
            let shown = match query.show {
                Show::All => true,
                Show::Unread { or_read_since } => {
                    !row.read || (or_read_since.0 < i64::MAX && read_late)
                }
            };
            let found =
                query.text.is_empty() || row.title.starts_with("Nr. 2") || row.title.contains(".2");
            in_scope && shown && found
        })
        .collect();
    listed.sort_by_key(|r| (r.published, r.id));
    listed.reverse();
    let read = |row: &EntryRow| i64::from(row.read);
    match query.order.by {
        // No place of these is known: all are as far away, and the newest come first.
        SortBy::Date | SortBy::Nearest | SortBy::NearAndNew => {}
        // An article of several feeds stands under the first one that the list is of.
        SortBy::Feed if matches!(query.scope, Scope::All | Scope::Starred) => {
            listed.sort_by_key(|row| row.feed.0);
        }
        SortBy::Feed => listed.sort_by_key(|row| row.feed.0.max(2)),
        SortBy::Title => listed.sort_by_key(|row| row.title.to_lowercase()),
        SortBy::Unread => listed.sort_by_key(read),
    }
    if query.order.reversed {
        listed.reverse();
    }
    listed.iter().map(|r| r.id).collect()
}

#[test]
fn every_list_is_what_it_is_defined_to_be() {
    let archive = varied();
    for query in queries() {
        let ids: Vec<EntryId> = archive.rows(&query).iter().map(|r| r.id).collect();
        assert_eq!(ids, expected(&archive, &query), "{query:?}");
    }
}

#[test]
fn windows_are_parts_of_their_list() {
    let archive = varied();
    for query in queries() {
        let list = archive.rows(&query);
        for size in [1, 2, 7, 100] {
            let mut anchors = vec![Anchor::Start, Anchor::End];
            anchors.extend(list.iter().map(|r| Anchor::Around(r.cursor)));
            anchors.extend((0..list.len() as u64 + 2).map(Anchor::Index));
            for anchor in anchors {
                let window = archive.store.window(&query, anchor, size).unwrap();
                let at = format!("{query:?} {anchor:?} {size}");
                assert_eq!(window.rows.len(), size.min(list.len()), "{at}");
                let start = match window.rows.first() {
                    Some(first) => list.iter().position(|r| r == first).expect(&at),
                    None => 0,
                };
                assert_eq!(window.rows, list[start..start + window.rows.len()], "{at}");
                assert_eq!(window.at_start, start == 0, "{at}");
                assert_eq!(window.at_end, start + window.rows.len() == list.len(), "{at}");
                assert!(
                    window.total.is_none_or(|t| t == list.len() as u64),
                    "{at} {:?}",
                    window.total
                );
                assert!(window.first_index.is_none_or(|i| i == start as u64), "{at}");
                match anchor {
                    Anchor::Around(c) => assert!(window.rows.iter().any(|r| r.cursor == c), "{at}"),
                    Anchor::Index(i) if i < list.len() as u64 => {
                        assert!(window.rows.contains(&list[usize::try_from(i).unwrap()]), "{at}");
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn totals_are_known_where_they_are_cheap() {
    let archive = varied();
    for query in
        [all(), unread(), in_feed(2), text("Geteilt"), Query { scope: Scope::Starred, ..all() }]
    {
        let window = archive.store.window(&query, Anchor::Start, 3).unwrap();
        assert_eq!(window.total, Some(archive.rows(&query).len() as u64), "{query:?}");
    }
}

#[test]
fn a_place_that_is_gone_still_leads_to_its_neighbours() {
    let archive = varied();
    let list = archive.rows(&all());
    let gone = Cursor { key: list[9].cursor.key, id: EntryId(100_000) };
    let window = archive.store.window(&all(), Anchor::Around(gone), 6).unwrap();
    assert_eq!(window.rows.len(), 6);
    assert!(window.rows.iter().any(|r| r.cursor.key == gone.key));
}

#[test]
fn next_goes_both_ways_and_skips_what_is_read() {
    let archive = varied();
    for query in queries() {
        let list = archive.rows(&query);
        for (i, row) in list.iter().enumerate() {
            let next =
                |forward, unread| archive.store.next(&query, row.cursor, forward, unread).unwrap();
            assert_eq!(next(true, false).as_ref(), list.get(i + 1), "{query:?}");
            assert_eq!(
                next(false, false).as_ref(),
                i.checked_sub(1).map(|i| &list[i]),
                "{query:?}"
            );
            assert_eq!(
                next(true, true).as_ref(),
                list[i + 1..].iter().find(|r| !r.read),
                "{query:?}"
            );
            let position = archive.store.position(&query, row.cursor).unwrap();
            assert_eq!(position, i as u64, "{query:?}");
        }
    }
}

#[test]
fn an_article_of_two_feeds_stands_once_in_their_folder() {
    let archive = varied();
    let shared = |query: &Query| archive.titles(query).iter().filter(|t| *t == "Geteilt").count();
    assert_eq!([all(), in_feed(2), in_folder("Kreis"), in_folder("")].map(|q| shared(&q)), [1; 4]);
    assert_eq!(archive.rows(&in_folder("Kreis/Kempen")).len(), 15);
    assert_eq!(archive.rows(&in_folder("Kre")).len(), 0);
}

#[test]
fn streaming_gives_every_entry_once() {
    let archive = Archive::with_feeds(2);
    let document: Vec<ParsedEntry> = (0..700).map(|i| entry(&format!("Nr. {i}"), i / 3)).collect();
    archive.merge(1, &document);
    for (limit, want) in [(None, 700), (Some(300), 300), (Some(0), 0)] {
        let mut ids = Vec::new();
        archive
            .store
            .for_each_entry(&all(), limit, &mut |e| {
                assert_eq!(e.content_html, format!("<p>Ein Bericht über {}.</p>", e.row.title));
                ids.push(e.row.id);
                ControlFlow::Continue(())
            })
            .unwrap();
        let list: Vec<EntryId> = archive.rows(&all()).iter().take(want).map(|r| r.id).collect();
        assert_eq!(ids, list);
    }
    let mut n = 0;
    let stop = &mut |_| {
        n += 1;
        ControlFlow::Break(())
    };
    archive.store.for_each_entry(&all(), None, stop).unwrap();
    assert_eq!(n, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    /// Many hits are met while walking, few are looked up: both must give the same list.
    #[test]
    fn windows_join_without_gap(sizes in prop::collection::vec(1..9usize, 1..30), which in 0..48usize) {
        let archive = varied();
        let query = &queries()[which];
        let list = archive.rows(query);
        let mut seen = Vec::new();
        let mut from = None;
        for size in sizes {
            let Some(cursor) = from else {
                seen = archive.store.window(query, Anchor::Start, size).unwrap().rows;
                from = seen.last().map(|r| r.cursor);
                if from.is_none() { break }
                continue;
            };
            let Some(next) = archive.store.next(query, cursor, true, false).unwrap() else { break };
            let window = archive.store.window(query, Anchor::Around(next.cursor), 2 * size).unwrap();
            let start = window.rows.iter().position(|r| *r == next).unwrap();
            seen.extend_from_slice(&window.rows[start..]);
            from = seen.last().map(|r| r.cursor);
        }
        prop_assert_eq!(&list[..seen.len()], &seen[..]);
    }
}
