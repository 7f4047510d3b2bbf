//! Golden screens: the text, then one letter a cell for the style, then what the letters mean. `BLESS=1` rewrites.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// The text of a screen, trailing blanks cut.
pub fn text(buffer: &Buffer) -> String {
    grid(buffer, |cell| cell.symbol().to_owned())
}

fn grid(buffer: &Buffer, letter: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let area = buffer.area();
    let mut out = String::new();
    for y in 0..area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let cell = &buffer[(x, y)];
            // The cell behind a wide character is part of it.
            skip = cell.symbol().width().saturating_sub(1);
            line.push_str(&letter(cell));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// The screen as it is kept in a golden file.
pub fn picture(buffer: &Buffer) -> String {
    let mut styles: BTreeMap<String, char> = BTreeMap::new();
    let area = buffer.area();
    for y in 0..area.height {
        for x in 0..area.width {
            let style = describe(&buffer[(x, y)]);
            let next = letter_number(styles.len());
            styles.entry(style).or_insert(next);
        }
    }
    // Letters in the order of the descriptions, so that the same styles have the same letters.
    for (i, letter) in styles.values_mut().enumerate() {
        *letter = letter_number(i);
    }
    let letters = grid(buffer, |cell| styles[&describe(cell)].to_string());
    let mut legend = String::new();
    for (style, letter) in &styles {
        writeln!(legend, "{letter}  {style}").expect("a String takes everything");
    }
    format!("{}\n{letters}\n{legend}", text(buffer))
}

fn letter_number(n: usize) -> char {
    let letters: Vec<char> = ('a'..='z').chain('A'..='Z').chain('0'..='9').collect();
    letters[n % letters.len()]
}

fn describe(cell: &ratatui::buffer::Cell) -> String {
    let colour = |c: Color| match c {
        Color::Reset => "-".to_owned(),
        Color::Indexed(n) => n.to_string(),
        other => format!("{other:?}"),
    };
    let mut modifiers = cell.modifier;
    modifiers.remove(Modifier::HIDDEN);
    let modifiers = if modifiers.is_empty() { String::new() } else { format!(" {modifiers:?}") };
    format!("fg {} bg {}{modifiers}", colour(cell.fg), colour(cell.bg))
}

/// Compares with the golden file of that name, or rewrites it.
#[track_caller]
pub fn check(name: &str, now: &str) {
    check_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens").join(name), now);
}

/// Compares with a golden file, or rewrites it.
#[track_caller]
pub fn check_file(path: &Path, now: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("can be made");
        fs::write(path, now).expect("can be written");
        return;
    }
    let before = fs::read_to_string(path).unwrap_or_default();
    assert!(before == now, "{} differs (BLESS=1 rewrites it):\n{now}", path.display());
}
