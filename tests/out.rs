//! Taking articles out: keys in, wishes and screen out.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{PlayedWorld, Shown, Stage};
use umland::app::Effect;
use umland::export::Format;

fn reader(keys: &str) -> Shown {
    Stage::new(120, 36).press(keys)
}

/// What was wished of the world.
fn asked(keys: &str) -> Vec<Effect> {
    let world = PlayedWorld::with_edition();
    Stage::new(120, 36).press_in(&world, keys);
    world.asked()
}

#[test]
fn headline_source_day_and_link_are_copied() {
    let shown = reader("Y");
    let [Effect::Copy(text)] = &shown.performed[..] else { panic!("{:?}", shown.performed) };
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("Zwölf Linden") && lines[1].ends_with("2026-11-24"), "{text}");
    assert!(lines[2].starts_with("http"), "{text}");
    shown.shows("Kopiert: Zwölf Linden");
}

#[test]
fn saving_offers_a_name_made_of_day_and_headline() {
    let shown = reader("S");
    shown.shows("Speichern als");
    shown.shows("~/2026-11-24 Zwölf Linden für den Uerdinger Markt.md");
    let folder = Stage::new(120, 36).with(|prefs| {
        prefs.save_folder = "/tmp/lesen/".to_owned();
        prefs.save_format = Format::Epub;
    });
    folder.press("S").shows("/tmp/lesen/2026-11-24 Zwölf Linden für den Uerdinger Markt.epub");
}

#[test]
fn enter_saves_and_esc_does_not() {
    let saved = asked("S Enter");
    assert!(
        matches!(&saved[..], [.., Effect::Save { path, of_feed: false, .. }] if path.contains(" Zwölf Linden ")),
        "{saved:?}"
    );
    assert!(!asked("S Esc").iter().any(|effect| matches!(effect, Effect::Save { .. })));
}

#[test]
fn a_bookmark_has_address_headline_and_source() {
    let asked = asked("B");
    let [.., Effect::Bookmark { url, title, source }] = &asked[..] else { panic!("{asked:?}") };
    assert!(url.starts_with("http") && title.starts_with("Zwölf Linden") && !source.is_empty());
}

#[test]
fn a_command_gets_the_text() {
    let shown = reader("| w c Enter");
    let [Effect::Pipe { command, text }] = &shown.performed[..] else {
        panic!("{:?}", shown.performed)
    };
    assert_eq!(command, "wc");
    assert!(text.contains("Zwölf Linden"), "{text}");
}

#[test]
fn without_an_article_nothing_is_taken_out() {
    for key in ["Y", "S", "B", "|"] {
        let shown = Stage::new(80, 24).empty().press(key);
        assert_eq!(shown.performed, []);
        shown.shows("Erst einen Artikel öffnen");
    }
}
