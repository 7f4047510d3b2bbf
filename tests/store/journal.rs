//! Undo and redo.

use proptest::prelude::*;
use umland::domain::{
    Anchor, Change, Deed, EntryId, FeedEdit, FeedId, Mark, Query, TagEdit, Target, TextPatch,
    Undone,
};
use umland::query::{self, Context};
use umland::store::{RuledList, Store};
use umland::text::Clean;
use umland::text::dates::Zone;

use crate::filtering::asked;
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
    assert_eq!(
        done,
        Undone { deed: Deed::Mark(Mark::Star), entries: 1, title: Clean::line("Nr. 1.2") }
    );
    let feed = Change { target: Target::List(in_feed(2), NOW), mark: Mark::Read };
    let done = archive.store.change(&feed, NOW).unwrap();
    assert_eq!(
        done,
        Undone { deed: Deed::Mark(Mark::Read), entries: 4, title: Clean::line("Blatt 2") }
    );
    let again = archive.store.change(&feed, NOW).unwrap();
    assert_eq!(again.entries, 0);
    let history = archive.store.history(9).unwrap();
    let deeds: Vec<&str> = history.iter().map(|row| row.what.deed.name()).collect();
    assert_eq!(deeds, ["read", "star"]);
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
    assert_eq!(archive.store.redo(NOW.plus(20)).unwrap().unwrap().what.entries, 12);
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
    assert_eq!(next.undo().unwrap().unwrap().what.entries, 12);
    let next = Store::open(archive.path(), NOW).unwrap();
    assert_eq!(next.redo(NOW).unwrap().unwrap().what.entries, 12);
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

#[test]
fn what_is_hidden_is_in_no_list_and_no_count() {
    let archive = filled();
    let mark = |mark| Change { target: Target::Feed(FeedId(2), NOW), mark };
    archive.store.change(&mark(Mark::Star), NOW).unwrap();
    assert_eq!(archive.store.change(&mark(Mark::Hide), NOW).unwrap().entries, 4);
    assert_eq!(archive.rows(&all()).len(), 8);
    for list in [in_feed(2), text("\"über Nr. 2\""), crate::support::starred()] {
        assert_eq!(archive.titles(&list), [""; 0], "{list:?}");
    }
    archive.check_counts();
    archive.merge_at(2, &[entry("Nr. 2.9", 3)], NOW.plus(5));
    archive.store.sync_subscriptions(&crate::support::subscriptions(1), NOW).unwrap();
    archive.store.sync_subscriptions(&crate::support::subscriptions(3), NOW).unwrap();
    archive.check_counts();
    archive.store.undo().unwrap();
    assert_eq!(archive.rows(&in_feed(2)).len(), 5);
    archive.check_counts();
}

#[test]
fn hidden_entries_have_a_list_of_their_own() {
    let archive = filled();
    let star = Change { target: Target::Entries(vec![archive.id("Nr. 2.1")]), mark: Mark::Star };
    archive.store.change(&star, NOW).unwrap();
    let hide = Change { target: Target::Feed(FeedId(2), NOW), mark: Mark::Hide };
    archive.store.change(&hide, NOW).unwrap();
    let zone = Zone::UTC;
    let context = Context::new(NOW, &zone);
    for (text, want) in [
        ("hidden", 4),
        ("hidden unread", 4),
        ("hidden read", 0),
        ("hidden starred", 1),
        ("hidden folder:Kreis", 4),
        ("hidden feed:\"blatt 2\"", 4),
        ("hidden feed:\"blatt 1\"", 0),
        ("hidden \"über Nr. 2\"", 4),
        ("hidden since:100d", 4),
        ("-hidden", 8),
        ("hidden OR starred", 0),
    ] {
        for query in [asked(text), query::list(&query::parse(text).unwrap(), text, &context)] {
            let window = archive.store.window(&query, Anchor::Start, 100).unwrap();
            assert_eq!(window.rows.len(), want, "{text}");
            assert_eq!(window.total.unwrap_or(want as u64), want as u64, "{text}");
        }
    }
    let all_hidden = Target::List(asked("hidden"), NOW);
    let done =
        archive.store.change(&Change { target: all_hidden, mark: Mark::Unhide }, NOW).unwrap();
    assert_eq!((done.entries, archive.rows(&all()).len()), (4, 12));
    archive.check_counts();
}

#[test]
fn what_the_reader_did_in_the_last_hour_is_undone_before_what_rules_did() {
    let archive = filled();
    let store = &archive.store;
    let star = |title: &str, at| {
        let target = Target::Entries(vec![archive.id(title)]);
        store.change(&Change { target, mark: Mark::Star }, at).unwrap();
    };
    let ruled = |at| {
        let tag = Mark::Tags(TagEdit { add: vec![Clean::line("neu")], remove: Vec::new() });
        let rule = RuledList { query: all(), marks: vec![tag, Mark::Hide], notify: false };
        store.apply_rules(&[rule], at).unwrap().changes.len()
    };
    let undone = || store.undo().unwrap().map(|step| step.what.deed.name());
    assert_eq!(ruled(NOW), 2);
    archive.merge_at(2, &[entry("Später", 1)], NOW);
    star("Später", NOW);
    archive.merge_at(2, &[entry("Noch später", 1)], NOW);
    store.undo().unwrap();
    assert_eq!(ruled(NOW.plus(3600)), 2, "what came since");
    assert_eq!(archive.titles(&all()), [""; 0], "all is hidden");
    // What the rules did has not taken away what can be done again.
    assert_eq!(store.redo(NOW.plus(3600)).unwrap().map(|step| step.what.deed.name()), Some("star"));
    assert_eq!(undone(), Some("star"), "the rules' deeds are newer");
    assert_eq!(undone(), Some("hide"));
    assert_eq!(archive.titles(&all()), ["Noch später", "Später"]);
    assert_eq!(
        [undone(), undone(), undone(), undone()],
        [Some("tags"), Some("hide"), Some("tags"), None]
    );
    star("Später", NOW.plus(3600));
    archive.merge_at(2, &[entry("Tags darauf", 0)], NOW.plus(90_000));
    assert_eq!(ruled(NOW.plus(90_000)), 2);
    assert_eq!(undone(), Some("hide"), "the reader's own deed is a day old");
    archive.check_counts();
}

#[test]
fn tags_are_given_taken_and_brought_back() {
    let archive = filled();
    let id = archive.id("Nr. 1.2");
    let tag = |add: &[&str], remove: &[&str]| {
        let cleans = |tags: &[&str]| tags.iter().map(|t| Clean::line(t)).collect();
        let edit = TagEdit { add: cleans(add), remove: cleans(remove) };
        let change = Change { target: Target::Entries(vec![id]), mark: Mark::Tags(edit) };
        archive.store.change(&change, NOW).unwrap().entries
    };
    let tags = || archive.store.entry_tags(id).unwrap();
    assert_eq!(tag(&["kita", "bau"], &[]), 1);
    assert_eq!(tags(), ["bau", "kita"]);
    assert_eq!(tag(&["kita"], &["nie"]), 0, "that changes nothing");
    assert_eq!(tag(&["schule"], &["kita"]), 1);
    assert_eq!(tags(), ["bau", "schule"]);
    assert!(archive.store.entry(id).unwrap().unwrap().tags.iter().any(|t| *t == "schule"));
    archive.store.undo().unwrap();
    assert_eq!(tags(), ["bau", "kita"]);
    archive.store.redo(NOW).unwrap();
    assert_eq!(tags(), ["bau", "schule"]);
    let known = archive.store.tags().unwrap();
    assert!(known.contains(&(Clean::line("bau"), 1)), "{known:?}");
}

#[test]
fn a_list_is_marked_above_below_and_beyond_an_age() {
    let archive = filled();
    let rows = archive.rows(&all());
    let place = rows[4].cursor;
    let done = |target| {
        let done = archive.store.change(&Change { target, mark: Mark::Read }, NOW).unwrap();
        let left = archive.rows(&unread());
        archive.store.undo().unwrap();
        (done.entries, left.into_iter().map(|row| row.id).collect::<Vec<EntryId>>())
    };
    let ids = |rows: &[umland::domain::EntryRow]| rows.iter().map(|r| r.id).collect::<Vec<_>>();
    assert_eq!(done(Target::Above(all(), place, NOW)), (4, ids(&rows[4..])));
    assert_eq!(done(Target::Below(all(), place, NOW)), (7, ids(&rows[..5])));
    let oldest_first = Query { order: umland::domain::Order::OLDEST_FIRST, ..all() };
    assert_eq!(done(Target::Above(oldest_first, place, NOW)), (7, ids(&rows[..5])));
    let than = rows[9].published;
    assert_eq!(done(Target::Older(all(), than, NOW)), (2, ids(&rows[..10])));
    let in_one = Target::Older(in_feed(1), NOW.plus(999), NOW);
    assert_eq!(done(in_one).0, 4);
}

#[test]
fn a_story_is_the_same_headline_in_other_feeds() {
    let archive = Archive::with_feeds(3);
    archive.store.keep_apart(true);
    for feed in 1..=3 {
        archive.merge(feed, &[entry("Brücke gesperrt", feed), entry("Anderes", feed + 10)]);
    }
    let rows = archive.rows(&all());
    let first = rows.iter().find(|row| row.title == "Brücke gesperrt").unwrap();
    let story = Change { target: Target::Stories(vec![first.id]), mark: Mark::Read };
    assert_eq!(archive.store.change(&story, NOW).unwrap().entries, 3);
    assert!(archive.rows(&unread()).iter().all(|row| row.title == "Anderes"));
}

#[test]
fn an_edit_of_the_configuration_is_settled_by_whoever_makes_it() {
    let archive = filled();
    let patch = TextPatch::between("a\nb\n", "a\n").unwrap();
    let title = Clean::line("Blatt 2");
    archive.store.record_edit(FeedEdit::Removed, 1, &title, &patch, NOW).unwrap();
    let step = archive.store.undo().unwrap().unwrap();
    assert_eq!(step.what, Undone { deed: Deed::Feed(FeedEdit::Removed), entries: 1, title });
    let edit = step.edit.unwrap();
    assert_eq!(edit.patch.apply("a\n").as_deref(), Some("a\nb\n"));
    assert_eq!(archive.store.undo().unwrap().unwrap().edit.unwrap(), edit, "not settled yet");
    archive.store.settle_edit(&edit, true, NOW).unwrap();
    assert_eq!(archive.store.undo().unwrap(), None);
    assert_eq!(archive.store.redo(NOW).unwrap().unwrap().edit.unwrap().patch, patch);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn so_many_undos_lead_back(changes in prop::collection::vec((0..8usize, 0..12u8), 1..12)) {
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
