//! Tests of the list.

use super::*;
use crate::domain::{Access, FeedId, Timestamp};
use crate::text::Clean;

fn row(n: i64) -> EntryRow {
    EntryRow {
        id: EntryId(n),
        feed: FeedId(1),
        feed_title: Clean::line("Stadtbote"),
        title: Clean::line(&format!("Meldung {n}")),
        published: Timestamp(1000 - n),
        dated: true,
        read: n % 3 == 0,
        starred: false,
        changed: false,
        access: Access::Unknown,
        also_in: 0,
        place: None,
        cursor: Cursor { key: 1000 - n, id: EntryId(n) },
    }
}

fn window(list: &List, anchor: Anchor, ids: std::ops::Range<i64>) -> Window {
    Window {
        query: list.query.clone(),
        anchor,
        first_index: u64::try_from(ids.start).ok(),
        at_start: ids.start == 0,
        at_end: ids.end == 1000,
        rows: ids.map(row).collect(),
        total: Some(1000),
        hidden: 0,
    }
}

fn opened(ids: std::ops::Range<i64>) -> List {
    let mut list = List::default();
    let asked = list.show(Query::default());
    assert_eq!(asked.len(), 1);
    let first = window(&list, Anchor::Start, ids);
    assert!(list.take(first, 20).is_empty());
    list
}

#[test]
fn only_one_window_is_under_way() {
    let mut list = List::default();
    assert_eq!(list.show(Query::default()).len(), 1);
    assert!(list.reload().is_empty());
    assert!(list.ask(Anchor::End, Goal::Last).is_empty());
    let first = window(&list, Anchor::Start, 0..300);
    let again = list.take(first, 20);
    assert!(matches!(again[..], [Effect::LoadEntries { anchor: Anchor::End, .. }]));
}

#[test]
fn a_window_of_another_list_is_dropped() {
    let mut list = opened(0..300);
    let _ = list.reload();
    let late = window(&list, Anchor::Start, 0..300);
    let other = Query { text: "brand".to_owned(), ..Query::default() };
    assert!(list.show(other).is_empty(), "waits for the one under way");
    let asked = list.take(late, 20);
    assert_eq!(asked.len(), 1);
    assert!(!list.loaded);
}

#[test]
fn the_selection_stays_on_its_entry_and_its_screen_row() {
    let mut list = opened(0..300);
    let _ = list.move_by(50, 20);
    let screen_row = list.selected - list.top;
    let _ = list.reload();
    let fresh = window(&list, Anchor::Start, 10..310);
    let _ = list.take(fresh, 20);
    assert_eq!(list.current().map(|r| r.id), Some(EntryId(50)));
    assert_eq!(list.selected - list.top, screen_row);
}

#[test]
fn a_selected_entry_that_is_gone_leaves_the_next_one() {
    let mut list = opened(0..300);
    let _ = list.move_by(50, 20);
    let _ = list.reload();
    let mut fresh = window(&list, Anchor::Start, 0..300);
    fresh.rows.remove(50);
    let _ = list.take(fresh, 20);
    assert_eq!(list.current().map(|r| r.id), Some(EntryId(51)));
}

#[test]
fn moving_near_the_edge_asks_for_more() {
    let mut list = opened(0..300);
    assert!(list.move_by(100, 20).is_empty());
    let asked = list.move_by(170, 20);
    assert!(matches!(asked[..], [Effect::LoadEntries { anchor: Anchor::Around(_), .. }]));
    assert!(list.move_by(5, 20).is_empty(), "not twice");
}

#[test]
fn a_row_number_is_reached_inside_and_outside_the_window() {
    let mut list = opened(0..300);
    let _ = list.to_index(11, 20);
    assert_eq!(list.selected, 11);
    let asked = list.to_index(900, 20);
    assert!(matches!(asked[..], [Effect::LoadEntries { anchor: Anchor::Index(900), .. }]));
    let far = window(&list, Anchor::Index(900), 750..1000);
    let _ = list.take(far, 20);
    assert_eq!(list.current().map(|r| r.id), Some(EntryId(900)));
}

#[test]
fn the_selection_is_always_on_the_screen() {
    let mut list = opened(0..300);
    for (step, height) in [(7, 20), (-3, 5), (90, 1), (-200, 0), (299, 33), (-1, 2)] {
        let _ = list.move_by(step, height);
        let visible = list.top..(list.top + height.max(1));
        assert!(visible.contains(&list.selected), "{step} {height} {visible:?} {}", list.selected);
    }
}

#[test]
fn next_unread_looks_both_ways() {
    let mut list = opened(0..300);
    let _ = list.move_by(3, 20);
    assert_eq!(list.next_unread(true), Some(4));
    assert_eq!(list.next_unread(false), Some(2));
}
