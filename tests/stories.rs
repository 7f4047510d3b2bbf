//! The stories of the built-in edition, by keys: versions, today's edition, dates found.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{PlayedWorld, Stage, golden};
use umland::app::Effect;
use umland::app::overlay::Overlay;
use umland::lang::Lang;

#[test]
fn c_shows_the_versions_of_a_story_and_ms_marks_them_all_with_one_row() {
    let world = PlayedWorld::with_edition();
    let shown = Stage::new(120, 36).press_in(&world, "c");
    shown.shows("Diese Meldung in allen Blättern");
    shown.shows("Uerdinger Marktplatz wird grüner");
    shown.shows("gleiche Meldung");
    shown.hides("Baumkataster");
    let before = world.store.history(10).unwrap().len();
    Stage::new(120, 36).press_in(&world, "c M s");
    assert_eq!(world.store.history(10).unwrap().len(), before + 1);
    Stage::new(120, 36).lang(Lang::En).press("c").shows("same story");
}

#[test]
fn an_article_opened_from_the_edition_leads_back_to_it() {
    let shown = Stage::new(80, 24).press("g d");
    shown.shows("Die Ausgabe von heute");
    let opened = Stage::new(80, 24).press("g d Enter");
    assert!(opened.state.overlay.is_none() && opened.state.board_left.is_some());
    let back = Stage::new(80, 24).press("g d Enter q");
    back.shows("1 von ");
    Stage::new(80, 24).press("g d 20j za").shows("≡");
    let end = Stage::new(80, 24).press("g d G");
    end.shows("Das war die Ausgabe von heute.");
}

#[test]
fn ge_lists_dates_that_are_ahead() {
    let shown = Stage::new(120, 36).press("g e");
    let Some(Overlay::Board(board)) = &shown.state.overlay else { panic!("no list") };
    assert!(board.loaded);
    assert!(!shown.asked.iter().any(|effect| matches!(effect, Effect::OpenUrl(_))));
    shown.shows("Termine");
}

#[test]
fn the_screens() {
    for (width, height) in [(80, 24), (120, 36)] {
        for (name, keys) in [("coverage", "c"), ("edition", "g d 20j za"), ("events", "g e j")] {
            let shown = Stage::new(width, height).press(keys);
            golden::check(&format!("{name}-{width}x{height}.txt"), &golden::picture(&shown.buffer));
        }
    }
    let shown = Stage::new(80, 24).lang(Lang::En).in_theme("mono").with(|prefs| prefs.ascii = true);
    let shown = shown.press("g d za");
    golden::check("edition-mono-ascii-en-80x24.txt", &golden::picture(&shown.buffer));
}

#[test]
fn a_story_is_followed_by_words_that_its_versions_share() {
    let world = PlayedWorld::with_edition();
    let first = Stage::new(120, 36).press_in(&world, "").state.list.rows[0].clone();
    let followed = umland::runtime::followed(&world.store, first.id).unwrap().unwrap();
    assert!(first.title.starts_with(followed.name.trim_end_matches('…')), "{followed:?}");
    let expr = umland::query::parse(&followed.text).unwrap();
    assert_eq!(expr, followed.expr, "what is written is what is meant");
    let zone = umland::text::dates::Zone::system();
    let context = umland::query::Context::new(world.time(), &zone);
    let query = umland::query::list(&expr, &followed.text, &context);
    let found = world.store.fitting(&query, 0).unwrap();
    assert!(found.contains(&first.id), "{followed:?}");
    let versions: Vec<_> = {
        let shown = Stage::new(120, 36).press_in(&world, "c");
        let Some(Overlay::Board(board)) = &shown.state.overlay else { panic!("no list") };
        board.stories.iter().map(|story| story.versions[0].row.id).collect()
    };
    let also = versions.iter().filter(|id| found.contains(id)).count();
    assert!(also > 1, "{followed:?} finds {found:?} of {versions:?}");
    assert!(found.len() <= versions.len() + 2, "{followed:?} finds {found:?}");
}

#[test]
fn the_list_says_how_many_other_papers_tell_a_story() {
    let shown = Stage::new(120, 36).press("");
    let Some(row) = shown.state.list.rows.iter().find(|row| shown.state.versions.of(row.id) > 0)
    else {
        panic!("{}", shown.text())
    };
    shown.shows(&format!("≡{}", shown.state.versions.of(row.id)));
    Stage::new(120, 36).with(|prefs| prefs.ascii = true).press("").shows(" =");
    let asked = |shown: &stage::Shown| {
        let is = |effect: &&Effect| matches!(effect, Effect::CountVersions(_));
        shown.performed.iter().chain(&shown.asked).filter(is).count()
    };
    assert_eq!(
        asked(&shown),
        asked(&Stage::new(120, 36).press("j k j")),
        "known rows are not asked again"
    );
}

#[test]
fn plus_follows_the_story_of_a_board_too() {
    let shown = Stage::new(120, 36).press("g d j +");
    let Some(Overlay::Board(board)) = &shown.state.overlay else { panic!("no list") };
    let id = board.current().unwrap().row.id;
    assert!(shown.asked.contains(&Effect::Follow(id)));
}
