//! The palette's search: what is found, in which order, how fast.

use std::time::{Duration, Instant};

use super::*;

fn palette(texts: &[&str]) -> Palette {
    let item = |text: &&str| {
        let goal = Goal::Show(Scope::All);
        Item::new("palette-feed", (*text).to_owned(), String::new(), goal)
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
    assert_eq!(palette.fitting(&palette.items[0]), [0, 6, 7, 8]);
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
