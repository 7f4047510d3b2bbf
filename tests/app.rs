//! Keys in, screen out: the whole reader on the built-in edition, in a played terminal.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use std::path::Path;

use stage::{PlayedWorld, Shown, Stage};
use umland::app::overlay::Overlay;
use umland::app::{Candidate, Effect, Event, Mouse, MouseKind, Size};
use umland::config::Config;
use umland::domain::{FeedStatus, MergeReport, Progress, RefreshReport, Which};
use umland::lang::Lang;
use umland::store::{Mutes, Taste};
use umland::text::Clean;

fn reader(keys: &str) -> Shown {
    Stage::new(120, 36).press(keys)
}

/// The number before a word on the screen.
#[track_caller]
fn number_before(shown: &Shown, word: &str) -> u64 {
    let text = shown.text();
    let before = text.split(word).next().unwrap_or_default().trim_end();
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or_else(|_| panic!("no number before \"{word}\":\n{text}"))
}

fn unread(shown: &Shown) -> u64 {
    number_before(shown, " ungelesen")
}

#[test]
fn the_first_screen_shows_headlines_beside_the_first_article() {
    let shown = reader("");
    shown.shows("Alle Beiträge");
    shown.shows("Zwölf Linden für den Uerdinger Markt");
    shown.shows("? Hilfe");
}

#[test]
fn moving_down_shows_the_next_article_and_marks_nothing() {
    let (first, second) = (reader(""), reader("j"));
    assert_ne!(first.selected(), second.selected());
    assert_eq!(unread(&first), unread(&second));
    let title = &second.state.list.current().unwrap().title;
    assert_eq!(second.state.reader.shown.as_ref().unwrap().row.title, *title);
}

#[test]
fn counts_and_jumps_move_the_selection() {
    assert_eq!(reader("5j").state.list.selected, 5);
    assert_eq!(reader("5j 2k").state.list.selected, 3);
    assert_eq!(reader("12G").state.list.selected, 11);
    let end = reader("G");
    assert_eq!(end.state.list.selected + 1, end.state.list.rows.len());
    assert_eq!(reader("G gg").state.list.selected, 0);
    assert!(reader("Ctrl-d").state.list.selected > 10);
    assert_eq!(reader("Ctrl-f Ctrl-b").state.list.selected, 0);
}

#[test]
fn opening_an_article_marks_it_read_and_undo_takes_that_back() {
    let world = PlayedWorld::with_edition();
    let before = unread(&Stage::new(120, 36).press_in(&world, ""));
    let opened = Stage::new(120, 36).press_in(&world, "Enter");
    assert_eq!(unread(&opened), before - 1);
    // The next start knows it still, and the undo reaches back over it.
    let undone = Stage::new(120, 36).press_in(&world, "u");
    assert_eq!(unread(&undone), before);
    undone.shows("Zurückgenommen");
    let redone = Stage::new(120, 36).press_in(&world, "Ctrl-r");
    assert_eq!(unread(&redone), before - 1);
}

#[test]
fn read_and_star_are_toggled_and_shown_by_signs() {
    let shown = reader("m");
    assert!(!shown.selected().starts_with('●'), "{}", shown.selected());
    assert!(reader("m m").selected().starts_with('●'));
    assert!(reader("s").selected().contains('★'));
    assert!(!reader("s s").selected().contains('★'));
    reader("s").shows("Mit Stern: ");
}

#[test]
fn everything_is_marked_read_without_a_question_and_brought_back() {
    let shown = reader("C");
    shown.shows("nichts ungelesen");
    shown.shows("u nimmt es zurück");
    assert!(unread(&reader("C u")) > 100);
}

#[test]
fn the_list_is_filtered_while_typing() {
    let typed = reader("/ L a m a");
    assert!(typed.foot().contains("Filter: Lama"), "{}", typed.foot());
    assert!((1..20).contains(&typed.state.list.rows.len()), "{}", typed.text());
    assert!(reader("/ L a m a Esc").state.list.rows.len() > 100);
    let kept = reader("/ L a m a Enter j");
    kept.shows("„Lama“");
    assert!(reader("/ L a m a Enter Esc").state.list.rows.len() > 100);
    reader("/ x y z z y q Enter").shows("Nichts passt dazu");
}

#[test]
fn umlauts_are_found_however_they_are_typed() {
    let n = |keys: &str| reader(keys).state.list.rows.len();
    assert!(n("/ B r ü c k e") > 0);
    assert_eq!(n("/ B r ü c k e"), n("/ b r u e c k e"));
}

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
fn read_entries_are_hidden_but_not_from_under_the_eyes() {
    let hidden = reader("m H");
    hidden.shows("(ungelesen)");
    let n = hidden.state.list.rows.len();
    let marked = reader("m H m");
    assert_eq!(
        marked.state.list.rows.len(),
        n,
        "what is read now stays until the list is opened anew"
    );
    assert_eq!(reader("m H H").state.list.rows.len(), n + 1);
}

#[test]
fn the_tree_opens_a_feed_and_a_folder() {
    let tree = reader("h");
    tree.shows("Blaulicht");
    let feed = reader("h j j j Enter");
    assert!(feed.state.list.rows.len() < 60);
    let back = reader("h j j j Enter ga");
    back.shows("Alle Beiträge");
}

#[test]
fn a_faulty_feed_says_what_is_wrong_and_what_to_do() {
    let world = PlayedWorld::with_edition();
    let mut shown = Stage::new(120, 36).press_in(&world, "h");
    let n = shown.state.tree.nodes.len();
    for _ in 0..n {
        if shown.state.tree.current_feed().is_some_and(|f| f.health.fault.is_some()) {
            break;
        }
        let steps = shown.state.tree.selected + 1;
        shown = Stage::new(120, 36).press_in(&world, &format!("h {steps}j"));
    }
    let feed = shown.state.tree.current_feed().expect("the edition has a feed that is gone");
    let fault = feed.health.fault.as_ref().unwrap();
    let words = umland::words::fault(fault, Lang::De);
    let remedy = umland::words::remedy(fault, Lang::De);
    assert!(!words.starts_with("fault-") && !remedy.starts_with("fault-"), "{words} {remedy}");
    shown.shows(words.split_whitespace().next().unwrap());
}

#[test]
fn the_next_unread_is_found_beyond_read_ones() {
    let shown = reader("m j m gg n");
    assert_eq!(shown.state.list.selected, 2);
    let last = reader("C n");
    last.shows("Hier ist nichts ungelesen");
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
fn a_pasted_address_becomes_a_subscription() {
    let world = PlayedWorld::with_edition();
    let pasted = Event::Pasted("https://example.org/feed\n".to_owned());
    let shown = Stage::new(120, 36).play(&world, vec![pasted]);
    assert!(shown.foot().contains("https://example.org/feed"), "{}", shown.foot());
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
