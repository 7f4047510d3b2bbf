//! The palette's search: what is found, in which order, how fast.

use std::time::{Duration, Instant};

use super::*;

fn palette(texts: &[&str]) -> Palette {
    let item = |text: &&str| {
        let goal = Goal::Show(Scope::All);
        Item::named("palette-feed", (*text).to_owned(), String::new(), goal)
    };
    Palette::new(texts.iter().map(item).collect())
}

fn found(texts: &[&str], typed: &str) -> Vec<String> {
    let mut palette = palette(texts);
    palette.look_for(typed);
    palette.found.iter().map(|i| palette.items[*i].text.clone()).collect()
}

#[test]
fn letters_in_their_order_find_it_and_the_best_comes_first() {
    let texts = ["Krähenblatt", "Kreisblatt Krefeld", "Bürgerbote", "Kreis-Anzeiger"];
    assert_eq!(found(&texts, "krefeld"), ["Kreisblatt Krefeld"]);
    assert_eq!(found(&texts, "kranz"), ["Kreis-Anzeiger"]);
    assert_eq!(found(&texts, "burg"), ["Bürgerbote"], "without its dots");
    assert_eq!(found(&texts, "anzeiger kreis"), ["Kreis-Anzeiger"], "word by word");
    assert_eq!(found(&texts, ""), texts, "all, in their order");
    assert!(found(&texts, "xq").is_empty());
}

#[test]
fn the_letters_that_fit_are_known() {
    let mut palette = palette(&["Kreis-Anzeiger"]);
    palette.look_for("kanz");
    assert_eq!(palette.fitting(&palette.items[0]).text, [0, 6, 7, 8]);
}

#[test]
fn a_name_counts_for_more_than_what_is_said_of_it() {
    let described = |name: &str, text: &str| {
        let goal = Goal::Act(crate::action::Action::from_name(name).expect(name));
        Item::described("palette-action", text.to_owned(), name, String::new(), goal)
    };
    let mut palette = Palette::new(vec![
        described("read-above", "Gelesen: was darüber steht"),
        described("select", "Zeilen auswählen, dann m s T D o"),
        described("sort", "Reihenfolge wählen"),
        described("star", "Setzen oder entfernen"),
        Item::named("palette-feed", "Stadtblatt".to_owned(), String::new(), Goal::Show(Scope::All)),
    ]);
    let mut found = |typed: &str| -> Vec<String> {
        palette.look_for(typed);
        let name = |i: &usize| {
            let item = &palette.items[*i];
            if item.name.is_empty() { item.text.clone() } else { item.name.clone() }
        };
        palette.found.iter().map(name).collect()
    };
    // Names that begin so, names with the letters, words of a description, letters scattered over one.
    assert_eq!(found("st"), ["star", "Stadtblatt", "sort", "select", "read-above"]);
    assert_eq!(found("sort")[0], "sort");
    assert_eq!(found("wähl"), ["sort", "select"], "in the words said of them");
    let star = palette.items[3].clone();
    palette.look_for("st");
    assert_eq!(palette.fitting(&star), Letters { name: vec![0, 1], text: Vec::new() });
}

/// Five thousand candidates; in a debug build, and with others at work, it may take some times as long as the 8 ms
/// that a key may take.
#[test]
fn five_thousand_are_filtered_at_once() {
    let texts: Vec<String> =
        (0..5000).map(|n| format!("Blatt für den Ort Nummer {n} am Niederrhein")).collect();
    let mut palette = palette(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let fastest = (0..5).map(|_| {
        let start = Instant::now();
        palette.look_for("ort 49 nrhein");
        start.elapsed()
    });
    let fastest = fastest.min().unwrap_or_default();
    let bound = Duration::from_millis(if cfg!(debug_assertions) { 200 } else { 8 });
    assert!(fastest < bound, "{fastest:?}");
    assert!(!palette.found.is_empty());
}
