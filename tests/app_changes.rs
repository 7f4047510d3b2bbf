//! Keys in, screen out: changes of several entries, tags, hiding, the history, the order, headings, going back, and
//! where the next session begins.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{PlayedWorld, Shown, Stage};
use umland::app::{Effect, Event, FeedWish, Headings, Mouse, MouseKind, Pane};
use umland::domain::{EntryRow, Order, Scope, SortBy};

fn reader(keys: &str) -> Shown {
    Stage::new(120, 36).press(keys)
}

/// Plays one session after another on the same archive, and gives the last.
fn sessions(all: &[&str]) -> Shown {
    let world = PlayedWorld::with_edition();
    let shown = all
        .iter()
        .map(|keys| Stage::new(120, 36).press_in(&world, keys))
        .fold(None, |_, shown| Some(shown));
    shown.expect("at least one session")
}

fn rows(shown: &Shown) -> &[EntryRow] {
    &shown.state.list.rows
}

fn read(shown: &Shown) -> Vec<usize> {
    (0..rows(shown).len()).filter(|i| rows(shown)[*i].read).collect()
}

#[test]
fn a_count_marks_so_many_lines_and_one_undo_takes_it_back() {
    let shown = reader("3m");
    assert_eq!(read(&shown), [0, 1, 2]);
    shown.shows("3 Beiträge als gelesen markiert · u nimmt es zurück");
    assert_eq!(read(&reader("3m u")), [0; 0]);
    assert_eq!(rows(&reader("2s")).iter().filter(|row| row.starred).count(), 2);
    assert_eq!(read(&reader("m j m 2u")), [0; 0], "a count undoes so many");
    assert_eq!(read(&sessions(&["3m", "u"])), [0; 0], "after a restart too");
}

#[test]
fn selected_lines_are_marked_together() {
    let selecting = reader("j V 2j");
    assert_eq!(selecting.state.list.marked(), Some(1..4));
    assert!(selecting.text().lines().filter(|line| line.contains('▌')).count() == 3);
    assert_eq!(read(&reader("j V 2j m")), [1, 2, 3]);
    assert_eq!(read(&reader("3j V 2k m")), [1, 2, 3], "upwards too");
    assert_eq!(reader("j V 2j m").state.list.marked(), None, "then the selection has ended");
    assert_eq!(read(&reader("j V 2j Esc m")), [3]);
    assert_eq!(read(&reader("m V 2j m")), [0, 1, 2], "when only some are read, all become read");
    assert_eq!(read(&reader("3m gg V 2j m")), [0; 0], "when all are, all become unread");
    let n = rows(&reader("")).len();
    assert_eq!(rows(&reader("V 2j D")).len(), n - 3);
    assert_eq!(read(&reader("V G m")).len(), n);
}

#[test]
fn selected_lines_are_opened_together() {
    let opened = reader("V j o");
    let ids: Vec<_> = rows(&opened)[..2].iter().map(|row| row.id).collect();
    assert!(opened.asked.contains(&Effect::OpenEntries(ids)), "{:?}", opened.asked);
    assert_eq!(read(&opened), [0, 1]);
}

#[test]
fn above_and_below_are_marked_read() {
    assert_eq!(read(&reader("3j Ma")), [0, 1, 2]);
    let n = rows(&reader("")).len();
    assert_eq!(read(&reader("3j Mb")).len(), n - 4);
    reader("3j Ma").shows("3 Beiträge als gelesen markiert");
    assert_eq!(read(&sessions(&["3j Mb", "u"])), [0; 0]);
}

#[test]
fn what_is_older_is_marked_read() {
    let shown = reader("2Mo");
    let limit = stage::NOW.plus(-2 * 86_400);
    assert!(rows(&shown).iter().all(|row| row.read == (row.published < limit)));
    let typed = reader("Mo 2 d Enter");
    assert_eq!(read(&typed), read(&shown));
    reader("Mo x Enter").shows("„x“ ist kein Alter");
    assert_eq!(read(&reader("Mo Esc")), [0; 0]);
}

#[test]
fn a_feed_and_a_story_are_marked_read() {
    let shown = reader("Mf");
    let feed = rows(&shown)[0].feed;
    assert!(rows(&shown).iter().all(|row| row.read == (row.feed == feed)));
    let in_tree = reader("h j j j Mf");
    let selected = in_tree.state.tree.current_feed().unwrap();
    assert_eq!(selected.unread, 0, "{}", in_tree.text());
    let story = reader("Ms");
    assert!(rows(&story)[0].read);
    assert_eq!(read(&reader("Ms u")), [0; 0]);
}

#[test]
fn a_hidden_article_is_gone_from_list_and_count_until_it_is_undone() {
    let before = reader("");
    let hidden = reader("D");
    assert_eq!(hidden.state.list.rows.len(), before.state.list.rows.len() - 1);
    assert_eq!(rows(&hidden)[0].id, rows(&before)[1].id);
    assert_eq!(hidden.state.tree.unread, before.state.tree.unread - 1);
    assert!(rows(&hidden).iter().all(|row| row.id != rows(&before)[0].id));
    hidden.shows("Ausgeblendet: ");
    let back = sessions(&["3D", "u"]);
    assert_eq!(rows(&back), rows(&before));
    assert_eq!(sessions(&["D", ""]).state.list.rows.len(), before.state.list.rows.len() - 1);
}

#[test]
fn tags_are_typed_completed_and_shown() {
    let tagged = reader("T b a u Space k i t a Enter");
    tagged.shows("Schlagwörter +bau +kita");
    tagged.shows("#bau #kita");
    let world = PlayedWorld::with_edition();
    let press = |keys: &str| Stage::new(120, 36).press_in(&world, keys);
    press("T b a u Enter");
    assert!(press("T").foot().contains("bau"), "what it has stands there");
    press("j T b Tab Enter").shows("#bau");
    press("V 2j T + o r t Enter").shows("Schlagwörter +ort: 3 Beiträge");
    press("u").shows("Zurückgenommen: Schlagwörter +ort: 3 Beiträge");
    press("gg T Backspace Ctrl-u Enter").shows("Schlagwörter -bau");
    press("T Esc").hides("Schlagwörter (");
}

#[test]
fn the_last_change_is_repeated() {
    assert_eq!(read(&reader("m 3j .")), [0, 3]);
    assert_eq!(read(&reader("2m 3j .")), [0, 1, 3, 4], "with its count");
    assert_eq!(read(&reader("2m 3j 1.")), [0, 1, 3], "or another");
    let tagged = reader("T o r t Enter j .");
    tagged.shows("Schlagwörter +ort: ");
    assert_eq!(read(&reader("2j Ma 2j .")), [0, 1, 2, 3]);
    reader(".").shows("Noch nichts zu wiederholen");
}

#[test]
fn the_history_is_listed_and_walked() {
    let world = PlayedWorld::with_edition();
    Stage::new(120, 36).press_in(&world, "3m s");
    let keymap = umland::keys::Keymap::new(
        umland::keys::Preset::Umland,
        &[(umland::action::Action::History, vec!["F5".parse().unwrap()])],
        &[],
    );
    let press = |keys: &str| {
        let keymap = keymap.clone().unwrap();
        Stage::new(120, 36).with(|prefs| prefs.keymap = keymap).press_in(&world, keys)
    };
    let listed = press("F5");
    listed.shows("Was getan wurde");
    listed.shows("Mit Stern: ");
    listed.shows("3 Beiträge als gelesen markiert");
    press("F5 u").shows("(zurückgenommen)");
    press("F5 q").hides("Was getan wurde");
}

#[test]
fn the_order_is_chosen_and_reversed() {
    reader("gs").shows("Ungelesenes zuerst");
    let by_feed = reader("gs j Enter");
    assert_eq!(by_feed.state.list.query.order.by, SortBy::Feed);
    by_feed.shows("nach Quelle");
    let feeds: Vec<_> = rows(&by_feed).iter().map(|row| row.feed).collect();
    assert!(feeds.is_sorted_by_key(|feed| feed.0), "{feeds:?}");
    let by_title = reader("gs 2j Enter");
    let titles: Vec<String> =
        rows(&by_title).iter().map(|row| umland::text::fold::fold(&row.title)).collect();
    assert!(titles.is_sorted());
    let unread_first = reader("3m gs 3j Enter");
    let n = rows(&unread_first).len();
    assert_eq!(read(&unread_first), [n - 3, n - 2, n - 1]);
    let reversed = reader("gs 2j Enter gS");
    reversed.shows("umgekehrt");
    assert!(rows(&reversed).last().unwrap().title == rows(&by_title)[0].title);
    assert_eq!(reader("gs Esc").state.list.query.order.by, SortBy::Date);
}

#[test]
fn a_list_in_any_order_can_be_walked_and_marked() {
    assert_eq!(reader("gs j Enter 20j 5k").state.list.selected, 15);
    assert_eq!(read(&reader("gs 2j Enter 3j Ma")), [0, 1, 2]);
    assert_eq!(read(&reader("gs 2j Enter V 2j m")), [0, 1, 2]);
    assert_eq!(reader("gs 2j Enter n n").state.list.selected, 2);
}

#[test]
fn going_back_leads_to_where_the_reader_was() {
    let back = reader("5j G Ctrl-o");
    assert_eq!(back.state.list.selected, 5);
    let end = reader("5j G Ctrl-o >");
    assert_eq!(end.state.list.selected + 1, rows(&end).len());
    let list = reader("4j h j j j Enter <");
    assert_eq!(list.state.list.query.scope, umland::domain::Scope::All);
    assert_eq!((list.state.list.selected, list.state.focus), (4, Pane::Tree));
    assert_eq!(reader("3j gu 2j g* < <").state.list.selected, 3);
    reader("Ctrl-o").shows("Keine weitere Stelle");
}

#[test]
fn the_full_text_is_asked_for_always() {
    let shown = reader("X");
    let feed = rows(&shown)[0].feed;
    assert!(shown.asked.contains(&Effect::EditFeed(feed, FeedWish::ToggleFullText)));
    let in_tree = reader("h j j j X");
    let feed = in_tree.state.tree.current_feed().unwrap().id;
    assert!(in_tree.asked.contains(&Effect::EditFeed(feed, FeedWish::ToggleFullText)));
}

#[test]
fn the_next_session_begins_where_the_last_one_ended() {
    let world = PlayedWorld::with_edition();
    let press = |keys: &str| Stage::new(120, 36).again().press_in(&world, keys);
    let before = press("gs j Enter gS 7j Q");
    let after = press("");
    assert_eq!(after.state.list.query.order, Order { by: SortBy::Feed, reversed: true });
    let id = |shown: &Shown| shown.state.list.current().unwrap().id;
    assert_eq!(id(&after), id(&before));
    press("h 2j Enter j q q q");
    let in_scope = press("");
    assert_ne!(in_scope.state.list.query.scope, Scope::All);
    assert_eq!(in_scope.state.list.selected, 1);
    assert_eq!(in_scope.state.tree.scope().as_ref(), Some(&in_scope.state.list.query.scope));
    press("ga gg Q");
    assert_eq!(press("").state.list.selected, 0);
}

#[test]
fn a_list_that_is_gone_is_not_begun_with() {
    let world = PlayedWorld::with_edition();
    world.store.ui_set("place", "feed 999\norder title\nat 5 5").unwrap();
    let shown = Stage::new(120, 36).again().press_in(&world, "");
    assert_eq!(shown.state.list.query.scope, Scope::All);
    assert!(rows(&shown).len() > 100);
}

#[test]
fn what_is_new_since_the_last_session_is_set_off() {
    let world = PlayedWorld::with_edition();
    let press = |keys: &str| Stage::new(120, 36).again().press_in(&world, keys);
    press("Q");
    press("").hides("neu seit dem letzten Mal");
    let third = rows(&press(""))[2].published.0 - 1;
    world.store.ui_set("seen-until", &third.to_string()).unwrap();
    let shown = press("");
    assert!(shown.line(4).contains("bis hier neu seit dem letzten Mal"), "{}", shown.text());
    assert!(press("j j j").selected().contains(&rows(&shown)[3].title[..12]));
    press("gS G").shows("ab hier neu seit dem letzten Mal");
    press("gs 2j Enter").hides("neu seit dem letzten Mal");
    let click = Event::Mouse(Mouse { kind: MouseKind::Click, x: 5, y: 5 });
    let clicked = Stage::new(120, 36).again().play(&world, vec![click]);
    assert_eq!(clicked.state.list.selected, 3);
}

#[test]
fn headings_group_the_list_by_day_and_feed() {
    let stage = |headings| Stage::new(120, 36).with(|prefs| prefs.headings = headings);
    let by_day = stage(Headings::Day).press("");
    assert!(by_day.line(1).trim_start().starts_with("heute"), "{}", by_day.text());
    stage(Headings::Day).press("G").shows("Do, 19. Nov.");
    let by_feed = stage(Headings::Auto).press("gs j Enter");
    let first = &rows(&by_feed)[0];
    assert!(by_feed.line(1).trim_start().starts_with(&*first.feed_title), "{}", by_feed.text());
    assert!(by_feed.selected().contains(&first.title[..10]));
    stage(Headings::None).press("gs j Enter").shows("nach Quelle");
    for keys in ["G", "G 50k", "Ctrl-f Ctrl-f zt", "G zb", "60G zz"] {
        for height in [4, 9, 36] {
            let mut stage = stage(Headings::Feed);
            stage.size.height = height;
            let shown = stage.press(keys);
            let title: String = shown.state.list.current().unwrap().title.chars().take(8).collect();
            assert!(shown.selected().contains(&title), "{keys} {height}\n{}", shown.text());
        }
    }
}
