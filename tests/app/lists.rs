//! The list: moving, marking, filtering, the tree beside it.

use umland::lang::Lang;

use crate::reader::{reader, unread};
use crate::stage::{PlayedWorld, Stage};

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
