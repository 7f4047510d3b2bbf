//! Feeds: subscribed to, chosen, refreshed.

use umland::app::{Candidate, Effect, Event};
use umland::domain::{FeedStatus, MergeReport, Progress, RefreshReport, Which};
use umland::text::Clean;

use crate::reader::reader;
use crate::stage::{PlayedWorld, Stage};

#[test]
fn a_feed_is_subscribed_to_by_its_address() {
    let typed = Stage::new(80, 24).empty().press("a e x . o r g Enter");
    assert!(typed.asked.contains(&Effect::Subscribe("ex.org".to_owned())));
}

#[test]
fn of_several_feeds_the_reader_chooses() {
    let world = PlayedWorld::with_edition();
    let candidate = |n: i32| Candidate {
        url: format!("https://example.org/{n}.xml"),
        title: Clean::line(&format!("Ressort {n}")),
    };
    world.answers("Subscribe(", vec![Event::FeedsFound(vec![candidate(1), candidate(2)])]);
    let shown = Stage::new(80, 24).press_in(&world, "a x . o r g Enter");
    shown.shows("Ressort 2");
    let chosen = Stage::new(80, 24).press_in(&world, "a x . o r g Enter j Enter");
    assert!(chosen.asked.contains(&Effect::SubscribeTo(candidate(2))));
}

#[test]
fn a_refresh_is_told_while_it_runs_and_when_it_is_done() {
    let world = PlayedWorld::with_edition();
    let feed = world.store.feed_states().unwrap().remove(0);
    let done = Progress::Feed {
        id: feed.id,
        url: feed.url,
        status: FeedStatus::Fetched(MergeReport { new: 3, changed: 0, same: 9 }),
        http: Some(200),
        ms: 12,
    };
    world.answers(
        "Refresh(All",
        vec![Event::Refresh(Progress::Started { feeds: 11 }), Event::Refresh(done)],
    );
    let running = Stage::new(120, 36).press_in(&world, "R");
    running.shows("1/11 Quellen · 3 neue Beiträge");
    let report = RefreshReport { new: 3, failed: 1, ..RefreshReport::default() };
    let events = vec![
        Event::Refresh(Progress::Started { feeds: 1 }),
        Event::Refresh(Progress::Finished(report)),
    ];
    let finished = Stage::new(120, 36).play(&world, events);
    finished.shows("Abgerufen: 3 neue Beiträge · 1 Quelle mit Fehler");
}

#[test]
fn refreshing_means_what_is_under_the_cursor() {
    let in_list = reader("r");
    assert!(in_list.asked.iter().any(|e| matches!(e, Effect::Refresh(Which::Feed(_)))));
    let on_folder = reader("h j j r");
    assert!(
        on_folder
            .asked
            .iter()
            .any(|e| matches!(e, Effect::Refresh(Which::Folder(_) | Which::Feed(_))))
    );
    assert!(reader("R").asked.contains(&Effect::Refresh(Which::All)));
}

#[test]
fn a_pasted_address_becomes_a_subscription() {
    let world = PlayedWorld::with_edition();
    let pasted = Event::Pasted("https://example.org/feed\n".to_owned());
    let shown = Stage::new(120, 36).play(&world, vec![pasted]);
    assert!(shown.foot().contains("https://example.org/feed"), "{}", shown.foot());
}
