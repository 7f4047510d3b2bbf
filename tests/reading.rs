//! The article pane: keys in, screen out, on the built-in edition.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{PlayedWorld, Shown, Stage};
use umland::app::{Event, Size};
use umland::keys::Sequence;

/// The reader with the whole screen for the article `keys` lead to.
fn reader(keys: &str) -> Shown {
    Stage::new(60, 15).press(keys)
}

/// A long article: the sixth of the list.
const LONG: &str = "5j l";

#[test]
fn the_place_in_an_article_is_kept_over_a_restart_and_another_width() {
    let world = PlayedWorld::with_edition();
    let read = Stage::new(60, 15).press_in(&world, &format!("{LONG} 9j q Q"));
    let line = |shown: &Shown| {
        let reader = &shown.state.reader;
        reader.page.as_ref().unwrap().lines[reader.scroll].text()
    };
    let left = line(&read);
    assert!(!left.trim().is_empty());
    let again = Stage::new(60, 15).press_in(&world, LONG);
    assert_eq!(line(&again), left, "{}", again.text());
    // Wider lines hold the same words, not the same line.
    let wide = Stage::new(90, 15).press_in(&world, LONG);
    let first = left.split_whitespace().nth(1).unwrap();
    assert!(line(&wide).contains(first), "{first}: {}", line(&wide));
}

#[test]
fn a_place_outlives_any_number_of_new_sizes() {
    let world = PlayedWorld::with_edition();
    let keys: Sequence = format!("{LONG} 9j").parse().unwrap();
    let mut events: Vec<Event> = keys.keys().iter().map(|k| Event::Key(*k)).collect();
    let before = Stage::new(60, 15).play(&world, events.clone()).state.reader.scroll;
    for width in [40, 43, 91, 20, 57, 60] {
        events.push(Event::Resized(Size { width, height: 15 }));
    }
    assert_eq!(Stage::new(60, 15).play(&world, events).state.reader.scroll, before);
}

#[test]
fn what_was_read_to_its_end_begins_anew() {
    let world = PlayedWorld::with_edition();
    let stage = || Stage::new(60, 15);
    stage().press_in(&world, &format!("{LONG} G J Q"));
    assert_eq!(stage().press_in(&world, LONG).state.reader.scroll, 0);
    // Left in the middle, it is not: nor when the reader is quit at the end.
    stage().press_in(&world, &format!("{LONG} 5j J Q"));
    assert_eq!(stage().press_in(&world, LONG).state.reader.scroll, 5);
    let end = stage().press_in(&world, &format!("{LONG} G Q")).state.reader.scroll;
    assert_eq!(stage().press_in(&world, LONG).state.reader.scroll, end);
}

#[test]
fn nothing_is_kept_of_an_article_that_was_not_scrolled() {
    let world = PlayedWorld::with_edition();
    Stage::new(60, 15).press_in(&world, "l J J K h j j Q");
    let ids = Stage::new(60, 15).press_in(&world, "").state.list.rows;
    assert!(ids.iter().all(|row| world.store.reading_place(row.id).unwrap() == 0));
}

#[test]
fn how_far_the_reader_is_stands_at_the_foot_and_beside_the_text() {
    let start = reader(LONG);
    assert!(start.foot().ends_with(" %"), "{}", start.foot());
    assert!(start.line(1).ends_with('▐'), "{}", start.text());
    let end = reader(&format!("{LONG} G"));
    assert!(end.foot().ends_with("100 %") && end.line(13).ends_with('▐'), "{}", end.text());
    assert!(!end.line(1).ends_with('▐'), "{}", end.text());
    // In the list, beside an article that nobody scrolled, there is none.
    Stage::new(120, 15).press("5j").hides("▐");
    // Where the rest takes more than a minute, that is said too.
    let world = PlayedWorld::with_edition();
    let feet = (1..60).map(|n| Stage::new(60, 15).press_in(&world, &format!("{n}G l")).foot());
    assert!(feet.into_iter().any(|foot| foot.contains(" % · noch 1 Min.")));
}
