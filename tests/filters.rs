//! Filters, saved views and the find, by keyboard on the built-in edition.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{PlayedWorld, Shown, Stage};
use umland::app::{Effect, Event};
use umland::domain::{Anchor, NoticeForm, NoticeWays, Progress, Query, RefreshReport};
use umland::query::{self, View};
use umland::text::Clean;

fn reader(keys: &str) -> Shown {
    Stage::new(120, 36).press(keys)
}

fn view(name: &str, text: &str) -> View {
    View { name: Clean::line(name), text: text.to_owned(), expr: query::parse(text).unwrap() }
}

fn with_views(keys: &str) -> Shown {
    let views = vec![view("Lamas", "unread lama"), view("Ohne Lamas", "-lama since:1d")];
    Stage::new(120, 36).with(|prefs| prefs.views = views).press(keys)
}

/// Titles of the rows.
fn titles(shown: &Shown) -> Vec<String> {
    shown.state.list.rows.iter().map(|row| row.title.to_string()).collect()
}

#[test]
fn a_query_narrows_the_list_while_it_is_typed() {
    let everything = titles(&reader("")).len();
    let lama = reader("F l a m a");
    assert!(!titles(&lama).is_empty() && titles(&lama).len() < everything);
    lama.shows("Filtern mit einer Abfrage: lama");
    let rest = reader("F - l a m a Enter");
    assert_eq!(titles(&rest).len() + titles(&lama).len(), everything);
    rest.shows("„-lama“");
    // Plain words stay plain words: with the slash nothing is an operator.
    assert_eq!(titles(&reader("/ - l a m a Enter")), titles(&lama));
    assert!(!titles(&reader("F l a m a Space O R Space x y z Enter")).is_empty());
}

#[test]
fn a_fault_is_shown_above_the_prompt_and_the_list_stays() {
    let shown = reader("F l a m a Space f e d : x");
    shown.shows("Zeichen 6: „fed:“ gibt es nicht. Ist „feed:“ gemeint?");
    assert_eq!(titles(&shown), titles(&reader("F l a m a Space f e d")));
    // Enter leaves what is no query in the prompt; Escape drops it with the filter.
    assert!(reader("F l a m a Space ( Enter").state.prompt.is_some());
    let dropped = reader("F l a m a Space ( Esc");
    assert_eq!(titles(&dropped), titles(&reader("")));
}

#[test]
fn escape_drops_words_first_and_then_the_filter() {
    let both = reader("F l a m a Enter / z z z Enter");
    assert_eq!(titles(&both).len(), 0);
    let one = reader("F l a m a Enter / z z z Enter Esc");
    assert_eq!(titles(&one), titles(&reader("F l a m a Enter")));
    assert_eq!(titles(&reader("F l a m a Enter / z z z Enter Esc Esc")), titles(&reader("")));
}

#[test]
fn what_is_read_stays_until_the_filter_is_opened_again() {
    let world = PlayedWorld::with_edition();
    let before = titles(&Stage::new(120, 36).press_in(&world, "F u n r e a d Enter"));
    let after = Stage::new(120, 36).press_in(&world, "F u n r e a d Enter Enter j R");
    assert_eq!(titles(&after), before);
    let again = Stage::new(120, 36).press_in(&world, "F u n r e a d Enter");
    assert_eq!(titles(&again).len() + 1, before.len());
}

#[test]
fn saved_views_stand_in_the_tree_with_what_is_unread() {
    let tree = with_views("h");
    let lamas = titles(&reader("F l a m a")).len();
    let line = tree.text().lines().find(|line| line.contains("Lamas")).unwrap().to_owned();
    assert!(line.contains(&lamas.to_string()), "{line}");
    let opened = with_views("h 2j Enter");
    opened.shows("Lamas (ungelesen)");
    assert_eq!(titles(&opened).len(), lamas);
    assert_eq!(titles(&with_views("h 2j Enter h k Enter h k Enter")), titles(&reader("")));
}

#[test]
fn saved_views_can_be_picked() {
    let choice = with_views("f");
    choice.shows("Gespeicherte Filter");
    choice.shows("-lama since:1d");
    with_views("f j Enter").shows("Ohne Lamas");
    reader("f").shows("Noch ist kein Filter gespeichert");
    // The query of the view that is shown can be changed.
    with_views("f j Enter F").shows("Filtern mit einer Abfrage: -lama since:1d");
}

#[test]
fn the_find_in_an_article_counts_and_steps() {
    let found = reader("l / d e r");
    let n = found.state.reader.find.as_ref().unwrap().lines.len();
    assert!(n > 1);
    let first = reader("l / d e r Enter");
    assert!(first.foot().contains(&format!("von {n}: „der“")), "{}", first.foot());
    let at = |shown: &Shown| shown.state.reader.find.as_ref().unwrap().at;
    assert_eq!(at(&reader("l / d e r Enter n")), (at(&first) + 1) % n);
    assert_eq!(at(&reader("l / d e r Enter n p")), at(&first));
    reader("l / x y z x y z Enter").shows("steht nicht in diesem Artikel");
    assert!(reader("l / d e r Enter Esc").state.reader.find.is_none());
}

#[test]
fn the_readers_own_words_are_set_off() {
    let plain = Stage::new(120, 36).press("F l a m a Enter");
    let set_off = Stage::new(120, 36)
        .with(|prefs| prefs.highlight = vec!["lama".to_owned()])
        .press("F l a m a Enter");
    assert_eq!(plain.text(), set_off.text());
    assert_ne!(plain.buffer, set_off.buffer);
}

#[test]
fn a_rule_that_notifies_tells_once_after_a_refresh() {
    let world = PlayedWorld::with_edition();
    let window = world.store.window(&Query::default(), Anchor::Start, 5).unwrap();
    let ids: Vec<_> = window.rows.iter().map(|row| row.id).collect();
    let events = || {
        vec![
            Event::Refresh(Progress::Started { feeds: 1 }),
            Event::Refresh(Progress::Noteworthy(ids[..2].to_vec())),
            Event::Refresh(Progress::Noteworthy(ids[2..].to_vec())),
            Event::Refresh(Progress::Finished(RefreshReport::default())),
        ]
    };
    let told = |shown: &Shown| {
        let is_told = |e: &&Effect| {
            matches!(e, Effect::NotifyDesktop { .. } | Effect::NotifyTerminal { .. } | Effect::Bell)
        };
        shown.asked.iter().chain(&shown.performed).filter(is_told).cloned().collect::<Vec<_>>()
    };
    let quiet = Stage::new(120, 36).play(&world, events());
    quiet.shows("5, die gemeldet werden sollen");
    assert_eq!(told(&quiet), [], "nobody asked for notices");
    let notices = NoticeWays { desktop: true, terminal: Some(NoticeForm::Osc777), bell: true };
    let loud = Stage::new(120, 36).with(|prefs| prefs.notices = notices).play(&world, events());
    let title = Clean::line("umland: 5 neue Beiträge, die gemeldet werden sollen");
    let names: Vec<&str> = window.rows.iter().take(3).map(|row| row.title.as_str()).collect();
    let text = Clean::line(&format!("{} …", names.join(" · ")));
    let wanted = [
        Effect::NotifyDesktop { title: title.clone(), text: text.clone() },
        Effect::NotifyTerminal { form: NoticeForm::Osc777, title, text },
        Effect::Bell,
    ];
    let told = told(&loud);
    assert_eq!(told.len(), wanted.len(), "{told:?}");
    assert!(wanted.iter().all(|effect| told.contains(effect)), "{told:?}");
}

#[test]
fn the_length_of_a_list_follows_its_first_page() {
    let folder = reader("h j j Enter");
    let total = folder.state.list.total;
    assert_eq!(total, Some(folder.state.list.rows.len() as u64));
}
