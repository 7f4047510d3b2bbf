//! Places: picked, gone to, explained, offered around, muted.

use std::path::Path;

use umland::app::overlay::Overlay;
use umland::app::{About, Effect, Headings};
use umland::config::Config;
use umland::lang::Lang;
use umland::store::{Mutes, Taste};
use umland::text::Clean;

use crate::reader::reader;
use crate::stage::{PlayedWorld, Stage};

#[test]
fn t_picks_a_town_among_those_in_the_list() {
    let world = PlayedWorld::with_edition();
    let stage = || Stage::new(100, 30);
    let all = stage().press_in(&world, "").state.list.total;
    let shown = stage().press_in(&world, "t");
    shown.shows("Ort oder Stichwort");
    shown.shows("Krefeld");
    shown.shows("0 km");
    let narrowed = stage().press_in(&world, "t u e r d");
    narrowed.shows("Uerdingen");
    narrowed.hides("Moers");
    let picked = stage().press_in(&world, "t u e r d Enter");
    picked.shows("Alle Beiträge · Uerdingen");
    assert!(picked.state.list.total.unwrap() < all.unwrap());
    let rows = &picked.state.list.rows;
    assert!(rows.iter().all(|r| r.place.as_ref().unwrap().name == "Uerdingen"), "{rows:?}");
    assert_eq!(stage().press_in(&world, "t u e r d Enter Ctrl-t").state.list.total, all);
    assert_eq!(stage().press_in(&world, "t Esc").state.list.total, all);
}

#[test]
fn gp_goes_to_the_place_of_the_article() {
    let shown = reader("gp");
    let row = shown.state.list.current().unwrap();
    let place = row.place.as_ref().unwrap().name.clone();
    assert!(
        shown
            .state
            .list
            .rows
            .iter()
            .all(|r| { r.place.as_ref().is_some_and(|p| p.name == place || p.town == place) })
    );
    shown.shows(&format!("Alle Beiträge · {place}"));
    assert!(reader("gp Esc").state.list.query.picked.is_none());
}

#[test]
fn the_rank_of_an_article_is_explained() {
    let bound = Config::parse("[keys]\nwhy = \"F5\"\n", Path::new("x")).unwrap().keymap;
    let shown = Stage::new(100, 30).with(|p| p.keymap = bound).press("F5");
    shown.shows("Warum steht hier");
    shown.shows("in der Schlagzeile: „Uerdinger“");
    shown.shows("Die Liste steht nach dem Datum");
}

#[test]
fn a_offers_the_feeds_around_a_town() {
    let world = PlayedWorld::empty();
    let found = umland::runtime::offered("Krefeld", &[], Lang::De);
    world.answers("FindAround(", vec![found]);
    let stage = || Stage::new(120, 36).empty();
    let shown = stage().press_in(&world, "a K r e f e l d Enter");
    assert!(shown.asked.contains(&Effect::FindAround("Krefeld".to_owned())));
    shown.shows("Quellen um Krefeld");
    shown.shows("[x]");
    shown.shows("Polizei");
    let Some(Overlay::Offers { offered, .. }) = &shown.state.overlay else { panic!("no offers") };
    let ticked: Vec<String> =
        offered.feeds.iter().filter(|f| f.ticked).map(|f| f.url.clone()).collect();
    assert!(ticked.len() > 1);
    assert!(offered.feeds.is_sorted_by_key(|f| f.km.unwrap_or(u32::MAX)));
    let subscribed = stage().press_in(&world, "a K r e f e l d Enter Enter");
    let wish = |urls| Effect::SubscribeAround { typed: "Krefeld".to_owned(), urls };
    assert!(subscribed.asked.contains(&wish(ticked.clone())));
    let first = offered.feeds.iter().position(|f| f.ticked).unwrap();
    let moved = "j ".repeat(first);
    let without = stage().press_in(&world, &format!("a K r e f e l d Enter {moved} Space Enter"));
    assert!(without.asked.contains(&wish(ticked[1..].to_vec())));
}

#[test]
fn towns_are_listed_while_a_name_is_typed() {
    let world = PlayedWorld::empty();
    let neustadt = |typed: &str| umland::runtime::towns(Clean::line(typed));
    world.answers("FindTowns(", vec![neustadt("neust")]);
    let stage = || Stage::new(100, 30).empty();
    let shown = stage().press_in(&world, "a n e u s t");
    shown.shows("Welcher Ort?");
    shown.shows("Neustadt am Rübenberge (Region Hannover, Niedersachsen)");
    let Some(Overlay::Towns { rows, .. }) = &shown.state.overlay else { panic!("no towns") };
    let second = Effect::FindAround(rows[1].label.to_string());
    let chosen = stage().press_in(&world, "a n e u s t Down Enter");
    assert!(chosen.asked.contains(&second), "{:?}", chosen.asked);
    // What was found for other letters is not taken; Esc closes line and list; an address lists no towns.
    let gone_on = stage().press_in(&world, "a n e u s t a Enter");
    assert!(
        gone_on.asked.contains(&Effect::FindAround("neusta".to_owned())),
        "{:?}",
        gone_on.asked
    );
    assert!(stage().press_in(&world, "a n e u s t Esc").state.overlay.is_none());
    let address = stage().press_in(&world, "a w w w . a . d e");
    assert!(address.state.overlay.is_none());
}

#[test]
fn add_takes_a_town_too() {
    let add = |typed: &str| {
        Stage::new(100, 30).empty().press(&format!(": a d d Space {typed} Enter")).asked
    };
    assert!(add("M o e r s").contains(&Effect::FindAround("Moers".to_owned())));
    assert!(add("a . d e / b").contains(&Effect::Subscribe("a.de/b".to_owned())));
}

#[test]
fn a_stray_key_does_not_throw_the_ticks_away() {
    let world = PlayedWorld::empty();
    world.answers("FindAround(", vec![umland::runtime::offered("Krefeld", &[], Lang::De)]);
    let shown = Stage::new(120, 36).empty().press_in(&world, "a K r e f e l d Enter ?");
    shown.shows("Quellen um Krefeld");
    shown.shows("(ungeprüft)");
}

#[test]
fn what_is_hidden_is_counted_in_the_foot() {
    let world = PlayedWorld::with_edition();
    let mutes = Mutes { places: vec!["Uerdingen".to_owned()], ..Mutes::default() };
    world.store.set_taste(Taste { mutes, ..Taste::default() });
    let shown = Stage::new(80, 30).press_in(&world, "");
    shown.hides("Uerdinger Marktplatz wird grüner");
    assert!(shown.foot().contains(" verborgen"), "{}", shown.foot());
    let bound = Config::parse("[keys]\nmuted-show = \"F6\"\n", Path::new("x")).unwrap().keymap;
    let all = Stage::new(80, 30).with(|p| p.keymap = bound).press_in(&world, "F6");
    all.shows("Uerdinger Marktplatz wird grüner");
    assert!(!all.foot().contains(" verborgen"), "{}", all.foot());
}

#[test]
fn places_and_kinds_are_muted_and_followed_by_a_key_of_ones_own() {
    let keys = "[keys]\nmute-place = \"F5\"\nfollow-kind = \"F6\"\n";
    let bound = || Config::parse(keys, Path::new("x")).unwrap().keymap;
    let press = |keys| Stage::new(100, 30).with(|prefs| prefs.keymap = bound()).press(keys);
    let shown = press("F5");
    let row = shown.state.list.current().unwrap();
    let about = About::Place(row.place.as_ref().unwrap().name.clone());
    assert!(
        shown.asked.contains(&Effect::ToggleWish { table: "hide", about }),
        "{:?}",
        shown.asked
    );
    let shown = press("F6");
    let about = About::KindOf(shown.state.list.current().unwrap().feed);
    assert!(shown.asked.contains(&Effect::ToggleWish { table: "follow", about }));
}

#[test]
fn entries_stand_under_their_places() {
    let shown = Stage::new(100, 30).with(|prefs| prefs.headings = Headings::Place).press("");
    shown.shows("Uerdingen · 4 km");
    // Where the nearest come first, by themselves.
    let shown = Stage::new(100, 30).press("gs 4j Enter gg");
    shown.shows("nach Entfernung");
    shown.shows("Uerdingen · 4 km");
}
