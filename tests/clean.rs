//! Nothing unclean reaches the screen, wherever it comes from: every text of an event that is not of type `Clean` is filled
//! with what a terminal must not see, and the picture is looked through.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use proptest::prelude::*;
use stage::{NOW, PlayedWorld, Shown, Stage};
use umland::app::{Candidate, Event};
use umland::domain::{
    Enclosure, Fault, FaultKind, FeedHealth, FeedId, FeedRow, FeedUrl, ParsedEntry, ParsedFeed,
    Subscription,
};
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

/// Whether the picture holds nothing that a terminal must not see.
fn check(shown: &Shown, what: &str) -> Result<(), TestCaseError> {
    for cell in shown.buffer.content() {
        prop_assert!(!cell.symbol().chars().any(is_forbidden), "{what}: {:?}", cell.symbol());
        prop_assert!(cell.symbol().chars().count() < 12, "{what}: {:?}", cell.symbol());
    }
    Ok(())
}

/// An archive of a feed that puts the text wherever a publisher can put one, in two versions.
fn told_by_a_feed(text: &str) -> PlayedWorld {
    let world = PlayedWorld::empty();
    let url = FeedUrl::parse("https://blatt.example/feed.xml").unwrap();
    world.store.sync_subscriptions(&[Subscription::new(url)], NOW).unwrap();
    let address = || format!("https://blatt.example/{text}");
    let of = |n: usize, words: &str| ParsedEntry {
        guid: format!("{n}{text}"),
        url: Some(address()),
        title: Clean::line(text),
        summary: Clean::text(text),
        content_html: format!(
            "<h2>{text}</h2><p>{words} am 3. Dezember 2026 um 19 Uhr {text} <a href=\"{0}\">{text}</a> <a href=\"{text}\">x</a></p>\
             <figure><img src=\"{0}\" alt=\"{text}\"><figcaption>{text}</figcaption></figure><pre>{text}</pre>\
             <table><tr><td>{text}</td><td>{text}</td></tr></table>",
            address()
        ),
        text: format!("{words} am 3. Dezember 2026 um 19 Uhr {text}"),
        authors: vec![Clean::line(text)],
        author_urls: vec![Some(address())],
        published: Some(NOW.plus(-3_600)),
        categories: vec![Clean::line(text)],
        enclosures: vec![Enclosure {
            url: address(),
            mime: text.to_owned(),
            bytes: None,
            title: Clean::line(text),
        }],
        image: Some(address()),
        image_caption: Clean::line(text),
        image_credit: Clean::line(text),
        language: Some(text.to_owned()),
        source: Clean::line(text),
        ..ParsedEntry::default()
    };
    for words in ["Das Theater beginnt", "Das Konzert beginnt"] {
        let parsed = ParsedFeed {
            title: Clean::line(text),
            site_url: Some(address()),
            entries: vec![of(1, words), of(2, words)],
            ..ParsedFeed::default()
        };
        let health = FeedHealth { moved_to: Some(address()), ..FeedHealth::default() };
        world.store.merge(FeedId(1), &parsed, &health, NOW).unwrap();
    }
    world
}

/// Every view that shows what a feed has told.
const VIEWS: &[&str] = &[
    "l",
    "U",
    ";",
    "i",
    "I",
    "d",
    "c",
    "x",
    "o",
    "y",
    "Y",
    "B",
    "S",
    "|",
    "e",
    "T",
    "t",
    "f",
    "gs",
    "gf",
    "gp",
    "w",
    "gd",
    "ge",
    "gh",
    "gh Enter",
    "h j j",
    "* D u",
    "m",
    "/",
    ":",
    ": w h y Enter",
    ": s o u r c e Enter",
    ": h i s t o r y Enter",
    ": p a l e t t e Enter",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]
    #[test]
    fn no_text_of_an_event_reaches_the_screen_unclean(text in hostile()) {
        let candidate = Candidate { url: text.clone(), title: Clean::line(&text) };
        let scenes = [
            [vec![Event::TreeLoaded(vec![row(&text)], 2)], keys("hjj")].concat(),
            vec![Event::FeedsFound(vec![candidate])],
            vec![Event::NotOpened { address: text.clone(), reason: Clean::line(&text) }],
            [keys("a"), vec![Event::Pasted(text.clone())]].concat(),
            [keys("/"), vec![Event::Pasted(text.clone())]].concat(),
            [keys(":"), vec![Event::Pasted(text.clone())]].concat(),
            [keys("F"), vec![Event::Pasted(text.clone())], keys("Enter")].concat(),
        ];
        for events in scenes {
            check(&Stage::new(100, 24).play(&PlayedWorld::empty(), events), "an event")?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(6) })]
    #[test]
    fn nothing_that_a_feed_tells_reaches_the_screen_unclean(text in hostile()) {
        let world = told_by_a_feed(&text);
        for keys in VIEWS {
            check(&Stage::new(100, 30).press_in(&world, keys), keys)?;
        }
    }
}
