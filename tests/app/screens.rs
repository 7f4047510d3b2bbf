//! The screen as a whole: help, hints, layouts, sizes, the mouse, languages, what is said at the foot.

use umland::app::{Event, Mouse, MouseKind, Size};
use umland::lang::Lang;
use umland::text::Clean;

use crate::reader::reader;
use crate::stage::{PlayedWorld, Stage};

#[test]
fn the_help_is_made_from_the_table_and_scrolls() {
    let help = reader("?");
    help.shows("Bewegen");
    help.shows("Nach unten");
    reader("? G").shows("Bildschirm neu zeichnen");
    reader("? q").shows("Alle Beiträge");
    reader("? q").shows("Zwölf Linden");
}

#[test]
fn a_prefix_shows_which_keys_go_on() {
    let shown = reader("g");
    shown.shows("Beiträge mit Stern");
    assert!(shown.foot().trim_start().starts_with('g'));
    reader("g Esc").hides("Beiträge mit Stern");
}

#[test]
fn an_unknown_key_says_where_the_keys_are() {
    reader("ß").shows("? zeigt die Tasten");
}

#[test]
fn the_layout_is_changed_by_key_and_by_size() {
    reader("v").shows("Aufteilung");
    let world = PlayedWorld::with_edition();
    let narrow = Event::Resized(Size { width: 40, height: 15 });
    let shown = Stage::new(200, 50).play(&world, vec![narrow]);
    assert!(shown.state.regions().article.is_none());
}

#[test]
fn on_a_narrow_screen_the_article_takes_all_of_it_and_q_goes_back() {
    let shown = Stage::new(40, 15).press("Enter");
    assert!(shown.state.regions().list.is_none());
    let back = Stage::new(40, 15).press("Enter q");
    assert!(back.state.regions().list.is_some());
}

#[test]
fn the_first_screen_without_feeds_says_how_to_begin() {
    let shown = Stage::new(80, 24).empty().press("");
    shown.shows("umland demo");
    shown.shows("fragt nach deinem Ort");
    let english = Stage::new(80, 24).lang(Lang::En).empty().press("");
    english.shows("asks for your town");
}

#[test]
fn quitting_is_q_from_the_list_and_never_esc() {
    let after = reader("Esc Esc Esc j");
    assert_eq!(after.state.list.selected, 1);
    let quit = reader("q j");
    assert_eq!(quit.state.list.selected, 0, "nothing is taken in after the end");
}

#[test]
fn the_mouse_selects_opens_and_scrolls() {
    let world = PlayedWorld::with_edition();
    let mouse = |kind, x, y| Event::Mouse(Mouse { kind, x, y });
    let click = mouse(MouseKind::Click, 5, 4);
    let clicked = Stage::new(120, 36).play(&world, vec![click.clone()]);
    assert_eq!(clicked.state.list.selected, 3);
    let opened = Stage::new(120, 36).play(&world, vec![click.clone(), click]);
    assert!(opened.state.list.current().unwrap().read);
    let wheel = mouse(MouseKind::WheelDown, 5, 4);
    let rolled = Stage::new(120, 36).play(&world, vec![wheel.clone(), wheel]);
    assert_eq!(rolled.state.list.top, 6);
}

#[test]
fn every_size_can_be_drawn() {
    let world = PlayedWorld::with_edition();
    let stage = Stage::new(80, 24);
    for keys in ["", "h", "Enter", "?", "g", "/ a"] {
        let mut events: Vec<Event> = Vec::new();
        for width in (1..230).step_by(23) {
            for height in (1..60).step_by(7) {
                events.push(Event::Resized(Size { width, height }));
            }
        }
        let parsed = keys.parse::<umland::keys::Sequence>();
        let before = parsed.iter().flat_map(|s| s.keys().iter().map(|k| Event::Key(*k)));
        let events: Vec<Event> = before.chain(events).collect();
        stage.clone().play(&world, events);
    }
}

#[test]
fn the_same_reader_in_english() {
    let shown = Stage::new(120, 36).lang(Lang::En).press("");
    shown.shows("All entries");
    shown.shows("? help");
}

#[test]
fn what_went_well_is_said_for_six_seconds_and_a_fault_until_a_key() {
    let world = PlayedWorld::with_edition();
    let after = |said: Event, ticks: usize| {
        let mut events = vec![said];
        events.resize(1 + ticks, Event::Tick);
        Stage::new(120, 36).play(&world, events)
    };
    let well = || Event::Noticed(Clean::line("Alles gut"));
    after(well(), 29).shows("Alles gut");
    let later = after(well(), 30);
    later.hides("Alles gut");
    later.shows("? Hilfe");
    after(Event::Failed(Clean::line("Ein Fehler")), 60).shows("Ein Fehler");
}
