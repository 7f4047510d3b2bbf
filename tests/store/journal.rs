//! Undo and redo.

use proptest::prelude::*;
use umland::domain::{Change, Mark, Query, Target, Undone};
use umland::store::Store;
use umland::text::Clean;

use crate::merging::change;
use crate::support::{Archive, NOW, all, entry, in_feed, text, unread};

fn filled() -> Archive {
    let archive = Archive::with_feeds(3);
    for feed in 1..=3 {
        let document: Vec<_> =
            (0..4).map(|i| entry(&format!("Nr. {feed}.{i}"), feed * 10 + i)).collect();
        archive.merge(feed, &document);
    }
    archive
}

#[test]
fn a_change_tells_what_it_did() {
    let archive = filled();
    let one = Change { target: Target::Entries(vec![archive.id("Nr. 1.2")]), mark: Mark::Star };
    let done = archive.store.change(&one, NOW).unwrap();
    assert_eq!(done, Undone { mark: Mark::Star, entries: 1, title: Clean::line("Nr. 1.2") });
    let feed = Change { target: Target::List(in_feed(2), NOW), mark: Mark::Read };
    let done = archive.store.change(&feed, NOW).unwrap();
    assert_eq!(done, Undone { mark: Mark::Read, entries: 4, title: Clean::line("Blatt 2") });
    let again = archive.store.change(&feed, NOW).unwrap();
    assert_eq!(again.entries, 0);
    let marks: Vec<Mark> = archive.store.history(9).unwrap().iter().map(|h| h.what.mark).collect();
    assert_eq!(marks, [Mark::Read, Mark::Star]);
}

#[test]
fn undo_leaves_what_arrived_later() {
    let archive = filled();
    archive.store.change(&Change { target: Target::All(NOW), mark: Mark::Read }, NOW).unwrap();
    archive.merge_at(1, &[entry("Später", -5)], NOW.plus(9));
    let later = Change { target: Target::Entries(vec![archive.id("Später")]), mark: Mark::Read };
    archive.store.change(&later, NOW.plus(10)).unwrap();
    archive.store.undo().unwrap();
    assert_eq!(archive.titles(&unread()), ["Später"]);
    archive.store.undo().unwrap();
    assert_eq!(archive.rows(&unread()).len(), 13);
    assert_eq!(archive.store.redo(NOW.plus(20)).unwrap().unwrap().entries, 12);
    assert_eq!(archive.titles(&unread()), ["Später"]);
    archive.check_counts();
}

#[test]
fn mark_all_spares_what_was_not_on_the_screen() {
    let archive = filled();
    archive.merge_at(2, &[entry("Später", 1)], NOW.plus(1));
    archive
        .store
        .change(&Change { target: Target::All(NOW), mark: Mark::Read }, NOW.plus(5))
        .unwrap();
    assert_eq!(archive.titles(&unread()), ["Später"]);
}

#[test]
fn what_was_seen_by_a_wrong_clock_can_be_marked() {
    let archive = filled();
    archive.merge_at(2, &[entry("Von übermorgen", 1)], NOW.plus(200_000));
    archive
        .store
        .change(&Change { target: Target::All(NOW), mark: Mark::Read }, NOW.plus(5))
        .unwrap();
    assert_eq!(archive.titles(&unread()), [""; 0]);
}

#[test]
fn a_search_can_be_marked() {
    let archive = filled();
    let query = Query { text: "\"über Nr. 3\"".to_owned(), ..all() };
    let done =
        archive.store.change(&Change { target: Target::List(query, NOW), mark: Mark::Star }, NOW);
    assert_eq!(done.unwrap().entries, 4);
    assert_eq!(archive.rows(&text("nr")).iter().filter(|r| r.starred).count(), 4);
}

#[test]
fn the_journal_outlives_the_program() {
    let archive = filled();
    let read = Change { target: Target::All(NOW), mark: Mark::Read };
    archive.store.change(&read, NOW).unwrap();
    let next = Store::open(archive.path(), NOW).unwrap();
    assert_eq!(next.undo().unwrap().unwrap().entries, 12);
    let next = Store::open(archive.path(), NOW).unwrap();
    assert_eq!(next.redo(NOW).unwrap().unwrap().entries, 12);
    assert_eq!(next.redo(NOW).unwrap(), None);
    next.undo().unwrap();
    assert_eq!(next.undo().unwrap(), None);
}

#[test]
fn a_new_change_cuts_what_was_undone() {
    let archive = filled();
    archive.store.change(&change(0, 0, NOW), NOW).unwrap();
    archive.store.undo().unwrap();
    archive.store.change(&change(2, 0, NOW), NOW).unwrap();
    assert_eq!(archive.store.redo(NOW).unwrap(), None);
    assert_eq!(archive.store.history(9).unwrap().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn so_many_undos_lead_back(changes in prop::collection::vec((0..4usize, 0..8u8), 1..12)) {
        let archive = filled();
        let mut states = vec![archive.dump()];
        let mut now = NOW;
        for (mark, of) in changes {
            now = now.plus(10);
            if archive.store.change(&change(mark, of, now), now).unwrap().entries > 0 {
                states.push(archive.dump());
            }
        }
        while let Some(after) = states.pop() {
            prop_assert_eq!(archive.dump(), after);
            prop_assert_eq!(archive.store.undo().unwrap().is_some(), !states.is_empty());
        }
        archive.check_counts();
    }
}
