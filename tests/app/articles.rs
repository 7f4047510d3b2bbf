//! The article: find, reading on, links, full text.

use umland::app::{Effect, Event};
use umland::text::Clean;

use crate::reader::reader;
use crate::stage::{PlayedWorld, Stage};

#[test]
fn the_article_is_searched_and_hits_are_walked_through() {
    let shown = reader("l / M a r k t Enter");
    let find = shown.state.reader.find.as_ref().unwrap();
    assert!(!find.lines.is_empty());
    let next = reader("l / M a r k t Enter n");
    assert_eq!(next.state.reader.find.as_ref().unwrap().at, 1 % find.lines.len());
    assert!(reader("l / M a r k t Enter Esc").state.reader.find.is_none());
}

#[test]
fn space_reads_through_articles_to_the_next_unread() {
    let mut spaces = String::new();
    for _ in 0..12 {
        spaces.push_str("Space ");
    }
    let shown = reader(spaces.trim());
    assert!(shown.state.list.selected >= 1, "{}", shown.text());
    assert!(shown.state.list.rows[..shown.state.list.selected].iter().all(|row| row.read));
}

#[test]
fn links_are_opened_and_copied_by_number() {
    let opened = reader("o");
    assert!(
        opened.asked.iter().any(|e| matches!(e, Effect::OpenUrl(url) if url.starts_with("http")))
    );
    let copied = reader("y");
    assert!(matches!(&copied.performed[..], [Effect::Copy(url)] if url.starts_with("http")));
    reader("77y").shows("Einen Link 77 gibt es hier nicht");
}

#[test]
fn a_link_that_cannot_be_opened_is_copied() {
    let world = PlayedWorld::with_edition();
    let reason = Clean::line("no $BROWSER");
    let address = "https://example.org/x".to_owned();
    world.answers("OpenUrl", vec![Event::NotOpened { address: address.clone(), reason }]);
    let shown = Stage::new(120, 36).press_in(&world, "o");
    assert_eq!(shown.performed, [Effect::Copy(address)]);
    shown.shows("Zwischenablage");
}

#[test]
fn the_full_text_is_fetched_shown_and_left_again() {
    let world = PlayedWorld::with_edition();
    let find = |keys: &str| Stage::new(120, 36).press_in(&world, keys);
    let rows = find("").state.list.rows;
    let without = |row: &umland::domain::EntryRow| {
        world.store.entry(row.id).unwrap().unwrap().full_html.is_none()
    };
    // The town hall gives everything in its feed, so its pages are not in the archive.
    let n = rows.iter().position(without).unwrap();
    let asked = find(&format!("{}G x", n + 1)).asked;
    assert!(asked.contains(&Effect::FetchPage(rows[n].id)), "{asked:?}");
    // A newspaper's page is there: the key leads to the feed's text and back.
    let full = find("gg");
    let of_feed = find("gg x");
    assert!(full.state.reader.lines() > of_feed.state.reader.lines(), "{}", of_feed.text());
    assert_eq!(find("gg x x").state.reader.lines(), full.state.reader.lines());
}
