//! Nothing unclean reaches the screen, wherever it comes from: every text of an event that is not of type `Clean` is filled
//! with what a terminal must not see, and the picture is looked through.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use proptest::prelude::*;
use stage::{PlayedWorld, Stage};
use umland::app::{Candidate, Event};
use umland::domain::{Fault, FaultKind, FeedHealth, FeedId, FeedRow, FeedUrl};
use umland::keys::Sequence;
use umland::text::Clean;
use umland::text::sanitise::is_forbidden;

/// Texts with escape sequences, C1 controls, bidi controls, invisible characters and towers of marks.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zäöü ]{1,8}",
        Just("\u{1b}]0;x\u{7}".to_owned()),
        Just("\u{1b}[2J".to_owned()),
        Just("\u{9b}31m\u{85}".to_owned()),
        Just("\u{202e}\u{2066}\u{200f}".to_owned()),
        Just("\u{200b}\u{feff}\u{e0041}".to_owned()),
        Just(format!("a{}", "\u{301}".repeat(40))),
        Just("\r\n\t\u{0}\u{8}\u{7f}".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

fn row(text: &str) -> FeedRow {
    FeedRow {
        id: FeedId(1),
        url: FeedUrl::unusable(text),
        title: Clean::line(text),
        folder: Clean::empty(),
        tags: Vec::new(),
        site_url: Some(text.to_owned()),
        entries: 3,
        unread: 2,
        trusts_anybody: true,
        health: FeedHealth {
            fault: Some(Fault::new(FaultKind::Address, text)),
            moved_to: Some(text.to_owned()),
            ..FeedHealth::default()
        },
    }
}

fn keys(text: &str) -> Vec<Event> {
    text.parse::<Sequence>().unwrap().keys().iter().map(|key| Event::Key(*key)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]
    #[test]
    fn no_text_of_an_event_reaches_the_screen_unclean(text in hostile()) {
        let candidate = Candidate { url: text.clone(), title: Clean::line(&text) };
        let scenes: [Vec<Event>; 5] = [
            [vec![Event::TreeLoaded(vec![row(&text)], 2)], keys("hjj")].concat(),
            vec![Event::FeedsFound(vec![candidate])],
            vec![Event::NotOpened { address: text.clone(), reason: Clean::line(&text) }],
            [keys("a"), vec![Event::Pasted(text.clone())]].concat(),
            [keys("/"), vec![Event::Pasted(text.clone())]].concat(),
        ];
        for events in scenes {
            let shown = Stage::new(100, 24).play(&PlayedWorld::empty(), events);
            for cell in shown.buffer.content() {
                prop_assert!(!cell.symbol().chars().any(is_forbidden), "{:?}", cell.symbol());
                prop_assert!(cell.symbol().chars().count() < 12, "{:?}", cell.symbol());
            }
        }
    }
}
