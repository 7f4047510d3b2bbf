//! Golden screens, text and styles, of the real view on the built-in edition; draws the README's pictures from it.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use std::path::Path;

use stage::{Stage, golden, svg};
use umland::app::LayoutMode;
use umland::lang::Lang;
use umland::theme::Ground;

const SIZES: [(u16, u16); 4] = [(40, 15), (80, 24), (120, 36), (200, 50)];

/// Compares the screen after some keys at each size with its golden file.
#[track_caller]
fn at_each_size(name: &str, keys: &str, change: impl Fn(Stage) -> Stage) {
    for (width, height) in SIZES {
        let shown = change(Stage::new(width, height)).press(keys);
        golden::check(&format!("{name}-{width}x{height}.txt"), &golden::picture(&shown.buffer));
    }
}

#[test]
fn the_list() {
    at_each_size("list", "", |stage| stage);
}

#[test]
fn the_list_on_a_light_terminal_in_english() {
    at_each_size("list-light-en", "j s", |stage| stage.on(Ground::Light).lang(Lang::En));
}

#[test]
fn the_article() {
    at_each_size("article", "5j l", |stage| stage);
}

/// A page as the model has it: kicker, headline, deck, picture with caption and credit, dateline, sign.
#[test]
fn a_whole_article_at_three_widths() {
    for (width, height) in [(60, 60), (80, 50), (120, 50)] {
        let stage = Stage::new(width, height).with(|prefs| prefs.layout = LayoutMode::One);
        let shown = stage.press("l");
        golden::check(&format!("whole-article-{width}.txt"), &golden::picture(&shown.buffer));
        for once in ["So kahl wie hier", "Henrik Maassen", "(jt)"] {
            let words: String = shown.text().split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words.matches(once).count(), 1, "{once}: {words}");
        }
    }
}

#[test]
fn a_picture_in_half_blocks() {
    let shown = Stage::new(60, 24).press("l i");
    golden::check("picture-60x24.txt", &golden::picture(&shown.buffer));
}

#[test]
fn the_tree() {
    at_each_size("tree", "h 16j", |stage| stage);
}

#[test]
fn the_help() {
    at_each_size("help", "?", |stage| stage);
}

#[test]
fn without_colour_and_in_ascii() {
    at_each_size("mono-ascii", "s j m", |stage| {
        stage.in_theme("mono").with(|prefs| prefs.ascii = true)
    });
}

#[test]
fn in_the_terminals_own_colours_and_in_high_contrast() {
    at_each_size("sixteen", "s j m", |stage| stage.in_theme("sixteen"));
    at_each_size("high-contrast", "s j m", |stage| stage.in_theme("high-contrast-light"));
}

#[test]
fn the_filter_and_the_keys_after_a_prefix() {
    at_each_size("filter", "/ L a m a", |stage| stage);
    at_each_size("prefix", "g", |stage| stage);
}

#[test]
fn the_map_and_its_table() {
    for (width, height) in [(80, 24), (120, 36)] {
        let shown = Stage::new(width, height).press("gm k");
        golden::check(&format!("map-{width}x{height}.txt"), &golden::picture(&shown.buffer));
        let stage = Stage::new(width, height).on(Ground::Light).lang(Lang::En);
        let shown = stage.press("gm v 2j");
        golden::check(&format!("map-table-{width}x{height}.txt"), &golden::picture(&shown.buffer));
    }
    let ascii = || Stage::new(80, 24).in_theme("mono").with(|prefs| prefs.ascii = true);
    let table = ascii().press("gm");
    golden::check("map-mono-ascii-80x24.txt", &golden::picture(&table.buffer));
    let picture = ascii().press("gm v");
    golden::check("map-picture-mono-ascii-80x24.txt", &golden::picture(&picture.buffer));
}

#[test]
fn the_first_screen() {
    at_each_size("welcome", "", Stage::empty);
    at_each_size("welcome-en", "", |stage| stage.empty().lang(Lang::En));
}

#[test]
fn in_ascii_every_sign_of_ours_is_ascii() {
    let shown = Stage::new(200, 50).with(|prefs| prefs.ascii = true).press("s h za j j");
    let ours = ['●', '★', '│', '─', '▸', '▾', '…', '▣', '·'];
    for sign in ours {
        // The texts of the edition may hold a dash or a dot of their own; these signs are only ours.
        assert!(sign == '·' || !shown.text().contains(sign), "{sign}\n{}", shown.text());
    }
}

#[test]
fn the_pictures_of_the_readme_show_what_the_reader_shows() {
    let pictures = [
        ("reader-dark", Stage::new(120, 32), "5j"),
        ("reader-light", Stage::new(120, 32).on(Ground::Light).lang(Lang::En), "3j"),
        ("three-panes", Stage::new(170, 32), "8j l"),
        ("map", Stage::new(120, 36), "g m"),
    ];
    for (name, stage, keys) in pictures {
        let ground = stage.ground;
        let shown = stage.press(keys);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/screens/{name}.svg"));
        golden::check_file(&path, &svg::picture(&shown.buffer, ground));
    }
}
