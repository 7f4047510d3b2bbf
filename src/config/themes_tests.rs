//! Themes: contrast of those built in, faults of the reader's own.

use super::*;
use crate::lang::Lang;

/// How themes are tested: the terminal's ground and ink that they are made for, and the contrast that they promise.
const MADE_FOR: [(&str, [u8; 3], [u8; 3], f64); 4] = [
    ("dark", [22, 24, 29], [216, 222, 233], 4.5),
    ("light", [255; 3], [31, 35, 40], 4.5),
    ("high-contrast-dark", [22, 24, 29], [216, 222, 233], 7.0),
    ("high-contrast-light", [255; 3], [31, 35, 40], 7.0),
];

/// Relative luminance (WCAG 2.1).
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// Contrast ratio (WCAG 2.1, success criterion 1.4.3).
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn rgb(colour: Option<Colour>, otherwise: [u8; 3]) -> [u8; 3] {
    let Some(colour) = colour else { return otherwise };
    let (r, g, b) = colour.rgb().expect("the first sixteen are the reader's own");
    [r, g, b]
}

/// Lines, not text.
const LINES: [Part; 2] = [Part::Divider, Part::Rule];

#[test]
fn text_can_be_read_on_its_ground_and_on_every_row_that_is_laid_over_it() {
    for (name, ground, ink, least) in MADE_FOR {
        let theme = built_in(name).expect(name);
        for part in Part::ALL.iter().filter(|part| !LINES.contains(part)) {
            let look = theme.look(*part);
            let found = contrast(rgb(look.fg, ink), rgb(look.bg, ground));
            assert!(found >= least, "{name} {part:?} {found:.2}");
            if look.bg.is_some() {
                continue; // it keeps its ground wherever it stands
            }
            // A selected row is laid over what is written: what it does not say stays. On the bar only the ground is its
            // own.
            for row in [Part::Selected, Part::SelectedAside, Part::Bar] {
                let over = theme.look(row);
                let fg = if row == Part::Bar { look.fg } else { over.fg.or(look.fg) };
                let found = contrast(rgb(fg, ink), rgb(over.bg, ground));
                assert!(found >= least, "{name} {part:?} on {row:?} {found:.2}");
            }
        }
    }
}

#[test]
fn those_built_in_have_no_fault_and_say_every_part_that_is_not_plain() {
    for (name, text) in BUILT_IN {
        let mut faults = Vec::new();
        let theme = read(text, name, &mut faults);
        assert_eq!((faults, theme.name()), (Vec::new(), *name));
    }
}

#[test]
fn without_colour_nothing_has_a_colour_and_every_meaning_a_sign() {
    let mono = built_in("mono").expect("built in");
    for part in Part::ALL {
        let look = mono.look(*part);
        assert_eq!((look.fg, look.bg), (None, None), "{part:?}");
    }
    let sixteen = built_in("sixteen").expect("built in");
    for part in Part::ALL {
        let look = Look { fg: None, bg: None, ..sixteen.look(*part) };
        assert_eq!(look, mono.look(*part), "{part:?}");
    }
}

/// A configuration beside which one theme lies.
fn beside(theme: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let dir = tempfile::tempdir().expect("a directory");
    fs::create_dir(dir.path().join(FOLDER)).expect("made");
    fs::write(dir.path().join(FOLDER).join("abend.toml"), theme).expect("written");
    let config = dir.path().join("config.toml");
    (dir, config)
}

#[test]
fn the_readers_own_lies_beside_the_configuration_and_fills_up_from_its_base() {
    let (_dir, config) = beside(
        "base = \"dark\"\n[colours]\ngold = \"#d7af5f\"\n[parts]\nkicker = { fg = \"gold\", bold = true }\n",
    );
    let theme = find("abend", &config).expect("a theme");
    let kicker = Look { fg: Some(Colour::Rgb(0xd7, 0xaf, 0x5f)), bold: true, ..Look::default() };
    assert_eq!(theme.look(Part::Kicker), kicker);
    let dark = built_in("dark").expect("built in");
    assert_eq!(theme.look(Part::Star), dark.look(Part::Star));
    assert_eq!(theme.in_palette().look(Part::Kicker).fg, Some(Colour::Palette(179)));
    assert_eq!(names(&config).last().map(String::as_str), Some("abend"));
}

#[test]
fn faults_of_a_theme_say_where_they_stand() {
    let (_dir, config) = beside(
        "base = \"dusk\"\n[colours]\ngold = 300\n[parts]\nkiker = {}\nstar = { fg = \"golden\", bold = 1 }\nlink = 3\n",
    );
    let faults = find("abend", &config).expect_err("faults");
    let told: Vec<String> = faults.iter().map(|fault| fault.say(Lang::En).to_string()).collect();
    let places = ["1:8", "3:8", "5:1", "6:15", "6:32", "7:8"];
    assert_eq!(told.len(), places.len(), "{told:#?}");
    for (told, place) in told.iter().zip(places) {
        assert!(told.contains(&format!("abend.toml:{place}: ")), "{told}");
    }
}

#[test]
fn a_theme_that_is_not_there_is_a_fault_of_the_configuration() {
    let file = Path::new("none/config.toml");
    let faults =
        crate::config::Config::parse("[ui]\ntheme = \"drak\"\n", file).expect_err("a fault");
    assert_eq!(faults[0].place, Some(Place { line: 2, column: 9 }));
    assert!(faults[0].say(Lang::En).contains("did you mean \"dark\""), "{:?}", faults[0]);
    assert!(find("../config", file).expect_err("no way out").is_empty());
}
