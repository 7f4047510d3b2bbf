//! The map: the places around home, chosen by their direction, and the list narrowed to one.

use umland::app::Effect;
use umland::app::overlay::Overlay;
use umland::domain::{GeoPoint, Homes, Pick};
use umland::lang::Lang;

use crate::stage::{PlayedWorld, Shown, Stage};

fn wide(keys: &str) -> Shown {
    Stage::new(100, 32).press(keys)
}

/// The chosen place of the map that is open.
fn chosen(shown: &Shown) -> String {
    let Some(Overlay::Map(map)) = &shown.state.overlay else { panic!("{}", shown.text()) };
    map.current().unwrap().0.name.to_string()
}

#[test]
fn gm_shows_where_the_list_plays() {
    let shown = wide("gm");
    shown.shows("Karte");
    shown.shows("5 km");
    shown.shows("15 km");
    shown.shows("Krefeld");
    shown.shows("Cracau  1 km SW · ein Beitrag");
    assert_eq!(chosen(&shown), "Cracau", "the nearest to the market place");
    assert!(shown.text().contains('⌂'), "{}", shown.text());
    assert!(shown.text().chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c)), "no dots");
    let (x, y) = shown.cursor.unwrap();
    assert!("•●◉".contains(shown.buffer[(x, y)].symbol()), "the cursor stands on the mark");
    for keys in ["gm q", "gm Esc", "gm gm"] {
        assert!(wide(keys).state.overlay.is_none(), "{keys}");
    }
}

#[test]
fn directions_choose_the_next_place_and_enter_narrows_the_list() {
    let north = wide("gm k");
    assert_ne!(chosen(&north), "Cracau");
    let name = chosen(&north);
    let narrowed = wide("gm k Enter");
    assert!(narrowed.state.overlay.is_none());
    assert!(matches!(narrowed.state.list.query.picked, Some(Pick::Place(_))));
    narrowed.shows(&format!("Alle Beiträge · {name}"));
    let rows = &narrowed.state.list.rows;
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| row.place.as_ref().unwrap().name == *name), "{rows:?}");
    assert!(wide("gm k Enter Esc").state.list.query.picked.is_none());
}

#[test]
fn plus_and_minus_zoom_and_minus_begins_no_search() {
    let (near, far) = (wide("gm + +"), wide("gm - -"));
    assert!(near.state.prompt.is_none() && far.state.prompt.is_none());
    near.hides("15 km  ");
    assert!(!near.text().lines().any(|line| line.contains("30 km")), "{}", near.text());
    far.shows("30 km");
    assert_eq!(wide("gm + -").text(), wide("gm").text());
}

#[test]
fn the_table_tells_the_same_by_bearing() {
    let table = wide("gm v");
    assert!(!table.text().chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c)), "dots");
    table.shows("N ");
    table.shows("Moers");
    table.shows(" km");
    let second = wide("gm v j");
    assert_ne!(chosen(&table), chosen(&second));
    assert_eq!(chosen(&wide("gm v j k")), chosen(&table));
    assert_eq!(wide("gm v v").text(), wide("gm").text());
    // In ASCII and where it is narrow the table comes by itself.
    let ascii = Stage::new(100, 32).with(|prefs| prefs.ascii = true).press("gm");
    assert!(
        ascii.text().lines().filter(|line| line.contains(" km ")).count() > 3,
        "{}",
        ascii.text()
    );
    let narrow = Stage::new(40, 15).press("gm");
    assert!(narrow.text().lines().filter(|line| line.contains(" km ")).count() > 3);
}

#[test]
fn unread_places_are_next_and_read_ones_say_so() {
    let world = PlayedWorld::with_edition();
    let stage = || Stage::new(100, 32);
    let line = |shown: &Shown| shown.text().lines().rev().nth(1).unwrap().to_owned();
    let unread = stage().press_in(&world, "gm n");
    assert!(line(&unread).contains("ungelesen"), "{}", unread.text());
    assert_ne!(chosen(&unread), chosen(&stage().press_in(&world, "gm")));
    stage().press_in(&world, "C");
    let after = stage().press_in(&world, "gm");
    assert!(!line(&after).contains("ungelesen"), "{}", after.text());
    let (stays, first) = (stage().press_in(&world, "gm n"), stage().press_in(&world, "gm"));
    assert_eq!(chosen(&stays), chosen(&first), "nothing is unread");
}

#[test]
fn without_a_home_there_are_no_rings() {
    let stage = Stage::new(100, 32).lang(Lang::En).with(|prefs| prefs.homes = Homes::default());
    let shown = stage.press("gm");
    shown.shows("no home is set");
    shown.hides("15 km");
}

#[test]
fn tab_looks_from_the_next_home() {
    let homes =
        vec![GeoPoint::from_degrees(51.3388, 6.5853), GeoPoint::from_degrees(51.4534, 6.6326)];
    let stage = || Stage::new(100, 32).with(|prefs| prefs.homes = Homes::new(homes.clone()));
    assert_eq!(chosen(&stage().press("gm Tab")), "Moers");
    assert_eq!(chosen(&stage().press("gm Tab Tab")), "Cracau");
}

#[test]
fn an_archive_without_places_says_so() {
    let world = PlayedWorld::with_edition();
    let shown = Stage::new(100, 32).press_in(&world, "/ z z z z Enter gm");
    shown.shows("ist bekannt, wo er spielt");
    assert!(!shown.performed.iter().any(|effect| matches!(effect, Effect::OpenUrl(_))));
}

/// "Mt" marks what plays in the town of the selected entry, its districts included, in whatever list it stands.
#[test]
fn a_town_is_marked_read_and_unread_again() {
    let world = PlayedWorld::with_edition();
    let stage = || Stage::new(100, 32);
    let of_town = |shown: &Shown, town: &str| {
        let there = |row: &&umland::domain::EntryRow| {
            row.place.as_ref().is_some_and(|place| place.town == *town)
        };
        let rows = shown.state.list.rows.iter().filter(there);
        (rows.clone().count(), rows.filter(|row| !row.read).count())
    };
    let before = stage().press_in(&world, "");
    let town = before.state.list.current().unwrap().place.as_ref().unwrap().town.clone();
    let (all, unread) = of_town(&before, &town);
    assert!(unread > 0 && all > 1);
    let others = before.state.list.rows.iter().filter(|row| !row.read).count() - unread;
    let marked = stage().press_in(&world, "Mt");
    assert_eq!(of_town(&marked, &town).1, 0);
    let still = marked.state.list.rows.iter().filter(|row| !row.read).count();
    assert_eq!(still, others, "nothing else is touched");
    marked.shows("gelesen");
    assert_eq!(of_town(&stage().press_in(&world, "u"), &town).1, unread);
}
