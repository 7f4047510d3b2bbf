//! Keys in, screen out: what the publisher changed in an article, and the state of the feeds.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{NOW, PlayedWorld, Shown, Stage, golden};
use umland::app::{Effect, Event, FeedWish, Mouse, MouseKind};
use umland::domain::{
    Fault, FaultKind, FeedHealth, FeedId, FeedUrl, ParsedEntry, ParsedFeed, Subscription,
    Timestamp, Warning, Which,
};
use umland::lang::Lang;
use umland::text::Clean;

const DAY: i64 = 86_400;

fn subscribe(world: &PlayedWorld, n: usize) {
    let feeds: Vec<Subscription> = (1..=n)
        .map(|i| {
            let url = FeedUrl::parse(&format!("https://blatt{i}.example/feed.xml")).unwrap();
            Subscription {
                title: Some(Clean::line(&format!("Blatt {i}"))),
                ..Subscription::new(url)
            }
        })
        .collect();
    world.store.sync_subscriptions(&feeds, NOW).unwrap();
}

fn entry(guid: &str, title: &str, text: &str, at: Timestamp) -> ParsedEntry {
    ParsedEntry {
        guid: guid.to_owned(),
        title: Clean::line(title),
        text: text.to_owned(),
        content_html: format!("<p>{}</p>", text.replace('\n', "</p><p>")),
        published: Some(at),
        ..ParsedEntry::default()
    }
}

fn merge(world: &PlayedWorld, feed: i64, entries: Vec<ParsedEntry>, at: Timestamp) {
    let health =
        FeedHealth { last_attempt: Some(at), last_success: Some(at), ..FeedHealth::default() };
    let parsed = ParsedFeed { entries, ..ParsedFeed::default() };
    world.store.merge(FeedId(feed), &parsed, &health, at).unwrap();
}

/// An article in three versions, and one that stayed.
fn corrected() -> PlayedWorld {
    let world = PlayedWorld::empty();
    subscribe(&world, 1);
    let versions = [
        "Es brennt in Linn.\nDie Feuerwehr ist mit einem Zug vor Ort.\nVerletzt wurde niemand.",
        "Es brennt in Linn.\nDie Feuerwehr ist mit zwei Zügen vor Ort.\nVerletzt wurde niemand.",
        "Es brannte in Linn.\nDie Feuerwehr war mit drei Zügen vor Ort.\nVerletzt wurde niemand.",
    ];
    for (text, hours) in versions.into_iter().zip([30, 6, 2]) {
        let at = NOW.plus(-hours * 3_600);
        let brand = entry("a", "Brand in Lagerhalle", text, NOW.plus(-DAY));
        let kept = entry("b", "Theater offen", "Das Theater spielt.", NOW.plus(-2 * DAY));
        merge(&world, 1, vec![brand, kept], at);
    }
    world
}

fn press(world: &PlayedWorld, keys: &str) -> Shown {
    Stage::new(80, 30).press_in(world, keys)
}

#[test]
fn a_changed_article_shows_word_by_word_what_changed() {
    let world = corrected();
    let before = press(&world, "");
    assert!(before.selected().contains('±'), "{}", before.selected());
    before.shows("± geändert");
    let shown = press(&world, "d");
    shown.shows("Es [-brennt-] {+brannte+} in Linn.");
    shown.shows("Feuerwehr [-ist-] {+war+} mit [-zwei-] {+drei+} Zügen");
    shown.shows("Fassung 1 von 2");
    shown.shows("3 Wörter entfernt, 3 hinzugefügt");
    press(&world, "d d").shows("mit [-einem Zug-] {+drei Zügen+} vor");
    press(&world, "2d").shows("Fassung 2 von 2");
    press(&world, "9d").shows("Fassung 2 von 2");
}

#[test]
fn the_comparison_is_left_by_d_after_the_oldest_and_by_escape() {
    let world = corrected();
    for keys in ["d d d", "d Esc", "2d Esc", "l d q", "d j k"] {
        let shown = press(&world, keys);
        shown.hides("{+");
        shown.shows("Es brannte in Linn.");
    }
    assert!(press(&world, "l d q").state.reader.revision.is_none());
    // Another article is never shown as a comparison.
    press(&world, "d j").shows("Das Theater spielt.");
}

#[test]
fn an_article_that_stayed_says_so() {
    let shown = press(&corrected(), "j d");
    assert!(shown.foot().contains("nicht geändert"), "{}", shown.foot());
}

#[test]
fn the_comparison_opens_the_article_where_there_is_no_room_for_it() {
    let shown = Stage::new(40, 15).press_in(&corrected(), "d");
    shown.shows("{+brannte+}");
}

#[test]
fn the_comparison_without_colour_and_in_ascii() {
    let world = corrected();
    let stage = Stage::new(80, 24).in_theme("mono").with(|prefs| prefs.ascii = true);
    let shown = stage.press_in(&world, "d");
    golden::check("diff-mono-ascii-80x24.txt", &golden::picture(&shown.buffer));
    let shown = Stage::new(120, 36).in_theme("light").lang(Lang::En).press_in(&world, "l d");
    golden::check("diff-light-en-120x36.txt", &golden::picture(&shown.buffer));
}

/// One feed of each condition: well, silent, faulty, moved, never asked.
fn conditions() -> PlayedWorld {
    let world = PlayedWorld::empty();
    subscribe(&world, 5);
    let lively =
        (0..20).map(|i| entry(&i.to_string(), &format!("Neues {i}"), "…", NOW.plus(-i * DAY / 2)));
    merge(&world, 1, lively.collect(), NOW);
    merge(&world, 2, vec![entry("alt", "Altes", "…", NOW.plus(-90 * DAY))], NOW);
    let asked = FeedHealth {
        last_attempt: Some(NOW.plus(-3_600)),
        last_success: Some(NOW.plus(-5 * DAY)),
        ..FeedHealth::default()
    };
    let faulty = FeedHealth {
        fault: Some(Fault::new(FaultKind::Status, "").with_http(404)),
        failures: 7,
        ..asked.clone()
    };
    world.store.record_health(FeedId(3), &faulty).unwrap();
    let moved = FeedHealth {
        moved_to: Some("https://neu.example/feed".to_owned()),
        warnings: vec![Warning {
            code: "bare-ampersand".to_owned(),
            count: 3,
            detail: Clean::line("Hinz & Kunz"),
        }],
        ..asked
    };
    world.store.record_health(FeedId(4), &moved).unwrap();
    world
}

#[test]
fn feeds_that_need_a_look_come_first() {
    let shown = press(&conditions(), "g h");
    shown.shows("Zustand der Quellen");
    shown.shows("1 fehlerhaft, 1 still");
    let titles: Vec<String> = (3..8).map(|y| shown.line(y)).collect();
    for (line, want) in titles.iter().zip([3, 4, 2, 5, 1]) {
        assert!(line.contains(&format!("Blatt {want}")), "{titles:#?}");
    }
    assert!(titles[0].contains("Unter dieser Adresse gibt es"), "{}", titles[0]);
    assert!(titles[2].contains("still seit 26. Aug"), "{}", titles[2]);
    assert!(titles[4].contains("2 am Tag"), "{}", titles[4]);
}

#[test]
fn a_feed_is_refreshed_from_the_view_and_its_details_are_told() {
    let world = conditions();
    let shown = press(&world, "g h r");
    assert!(shown.asked.contains(&Effect::Refresh(Which::Feed(FeedId(3)))), "{:?}", shown.asked);
    let shown = press(&world, "g h Enter");
    shown.shows("Unter dieser Adresse gibt es nichts (404)");
    shown.shows("Die neue Adresse suchen: umland add");
    shown.shows("7 Fehlschläge nacheinander");
    let shown = press(&world, "g h j w");
    shown.shows("Ist dauerhaft umgezogen nach https://neu.example/feed");
    shown.shows("3 &-Zeichen sind nicht maskiert (Hinz & Kunz …)");
    press(&world, "g h Enter q").shows("Zustand der Quellen");
    press(&world, "g h Enter Esc Esc").hides("Zustand der Quellen");
    press(&world, "g h g h").hides("Zustand der Quellen");
    press(&world, "w").shows("Amtliche Warnungen");
}

#[test]
fn a_moved_feed_is_followed_with_one_key() {
    let press = |keys: &str| press(&conditions(), keys);
    let new = FeedUrl::parse("https://neu.example/feed").unwrap();
    let wish = Effect::EditFeed(FeedId(4), FeedWish::Readdress(new));
    let shown = press("g h j");
    assert!(shown.foot().contains("a neue Adresse übernehmen"), "{}", shown.foot());
    for keys in ["g h j a", "g h j Enter a"] {
        let shown = press(keys);
        assert!(shown.asked.contains(&wish), "{keys}: {:?}", shown.asked);
    }
    // The card in the tree says how, and does it.
    let tree = "h G k";
    Stage::new(120, 30).press_in(&conditions(), tree).shows(":take-address kommt");
    let shown = press(&format!("{tree} : t a k e - a d d r e s s Enter"));
    assert!(shown.asked.contains(&wish), "{:?}", shown.asked);
    // Elsewhere nothing is there to be taken over.
    let shown = press("g h : t a k e - a d d r e s s Enter");
    shown.shows("Diese Quelle ist nicht umgezogen");
    assert!(!shown.asked.iter().any(|asked| matches!(asked, Effect::EditFeed(..))));
}

#[test]
fn the_view_is_used_with_the_mouse() {
    let world = conditions();
    let keys = "gh".parse::<umland::keys::Sequence>().unwrap();
    let keys: Vec<Event> = keys.keys().iter().map(|key| Event::Key(*key)).collect();
    let click = |y| Event::Mouse(Mouse { kind: MouseKind::Click, x: 5, y });
    let play = |clicks: &[Event]| {
        let events = keys.iter().chain(clicks).cloned().collect();
        Stage::new(80, 24).play(&world, events)
    };
    assert!(play(&[click(4)]).selected().contains("Blatt 4"));
    play(&[click(4), click(4)]).shows("https://neu.example/feed");
    play(&[click(20)]).shows("Zustand der Quellen");
}

#[test]
fn a_thousand_feeds_are_walked_through() {
    let world = PlayedWorld::empty();
    subscribe(&world, 1_000);
    let shown = press(&world, "g h G");
    assert!(shown.selected().contains("Blatt 1000"), "{}", shown.selected());
    assert!(press(&world, "g h G 3k").selected().contains("Blatt 997"));
    assert!(press(&world, "g h Ctrl-f Ctrl-b").selected().contains("Blatt 1 "));
}

#[test]
fn the_state_of_the_feeds_at_two_sizes() {
    let world = conditions();
    for (width, height) in [(80, 24), (120, 36)] {
        let shown = Stage::new(width, height).press_in(&world, "g h");
        golden::check(&format!("health-{width}x{height}.txt"), &golden::picture(&shown.buffer));
    }
    let stage = Stage::new(80, 24).lang(Lang::En).in_theme("mono").with(|p| p.ascii = true);
    let shown = stage.press_in(&world, "g h j Enter");
    golden::check("health-details-mono-en-80x24.txt", &golden::picture(&shown.buffer));
}
