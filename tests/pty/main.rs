//! The real binary in a pseudo-terminal: it starts, it gives the terminal back on every way out, and it does as the
//! terminal and the environment say.
#![allow(clippy::unwrap_used, clippy::panic)]
#![cfg(unix)]

mod home;
mod terminal;

use std::collections::BTreeSet;

use rustix::process::Signal;
use umland::config::themes;
use umland::theme::{Colour, Ground, Part};
use vt100::Color;

use home::Home;
use terminal::{Start, Terminal};

const DARK: &str = "rgb:0000/0000/0000";
const LIGHT: &str = "rgb:ffff/ffff/ffff";

/// A reader with a few entries on the screen, in a dark terminal.
fn reading(home: &Home) -> Terminal {
    let mut terminal = Start::umland(home, &[]).on(DARK).run();
    terminal.shows("Text der Meldung 1");
    terminal
}

#[test]
fn the_demo_shows_headlines_and_quits() {
    let home = Home::new();
    let mut terminal = Start::umland(&home, &["demo"]).on(DARK).run();
    terminal.shows("Zwölf Linden für den Uerdinger Markt");
    terminal.shows("Hilfe");
    assert!(terminal.is_taken());
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_restored();
}

#[test]
fn without_feeds_it_says_what_to_do() {
    let home = Home::new();
    let mut terminal = Start::umland(&home, &[]).on(DARK).run();
    terminal.shows("umland demo");
    terminal.shows("umland import DATEI");
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_reported() {
    let home = Home::with_entries(3);
    let mut terminal = Start::umland(&home, &[]).with("UMLAND_TEST_PANIC", "1").run();
    assert_eq!(terminal.ends(), 101);
    terminal.is_restored();
    terminal.shows("asked for by UMLAND_TEST_PANIC");
}

#[test]
fn a_panic_on_another_thread_ends_it_as_one_on_the_first() {
    let home = Home::with_entries(3);
    let mut terminal = Start::umland(&home, &[]).with("UMLAND_TEST_PANIC", "thread").run();
    assert_eq!(terminal.ends(), 101);
    terminal.is_restored();
    terminal.shows("asked for by UMLAND_TEST_PANIC");
    let written = String::from_utf8_lossy(&terminal.written);
    let (_, after) = written.rsplit_once("\x1b[?1049l").unwrap();
    assert!(!after.contains("\x1b[?2026h"), "nothing is drawn over the report: {after:?}");
}

#[test]
fn signals_end_it_and_give_the_terminal_back() {
    let home = Home::with_entries(3);
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut terminal = reading(&home);
        terminal.signal(signal);
        assert_eq!(terminal.ends(), 0, "{signal:?}");
        terminal.is_restored();
    }
}

#[test]
fn a_signal_that_comes_at_once_gives_the_terminal_back() {
    let home = Home::with_entries(3);
    let mut terminal = Start::umland(&home, &[]).run();
    terminal.until("the alternate screen", |terminal| terminal.screen().alternate_screen());
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.ends(), 0);
    terminal.is_restored();
}

#[test]
fn a_terminal_that_vanishes_ends_it() {
    let home = Home::with_entries(3);
    reading(&home).vanishes("j");
}

#[test]
fn a_terminal_that_vanishes_without_a_signal_ends_it() {
    let home = Home::with_entries(3);
    // The shell leads the session, so that it alone is told, and it does not care.
    let mut terminal = Start::in_a_shell(&home, "trap '' HUP; set -m; \"$0\"; :").on(DARK).run();
    terminal.shows("Text der Meldung 1");
    terminal.vanishes("j");
}

#[test]
fn a_new_size_is_taken_up() {
    let home = Home::with_entries(60);
    let mut terminal = reading(&home);
    assert!(!terminal.text().contains("Meldung 50"));
    terminal.resize(160, 58);
    terminal.shows("Meldung 50");
    terminal.until("the last row", |t| t.screen().rows(0, 160).last().unwrap().contains("Hilfe"));
    terminal.resize(50, 12);
    terminal.until("fewer rows", |t| t.screen().rows(0, 50).last().unwrap().contains("Hilfe"));
    assert!(!terminal.text().contains("Text der Meldung"), "one pane only: {}", terminal.text());
}

#[test]
fn it_stops_and_goes_on_as_a_job_of_the_shell() {
    let home = Home::with_entries(3);
    let script = r#"set -m; "$0"; echo "[stopped $?]"; read line; fg; echo "[ended $?]""#;
    let mut terminal = Start::in_a_shell(&home, script).on(DARK).run();
    terminal.shows("Text der Meldung 1");
    terminal.types("j");
    terminal.shows("Text der Meldung 2");
    let before = terminal.text();
    terminal.types("\x1a");
    terminal.shows("[stopped 1"); // 128 and the signal
    terminal.is_restored();
    terminal.types("\n");
    terminal.until("the same screen", |terminal| terminal.is_taken() && terminal.text() == before);
    terminal.types("k");
    terminal.shows("Text der Meldung 1");
    terminal.types("q");
    terminal.shows("[ended 0]");
    terminal.is_restored();
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_stop_from_outside_is_no_end_and_leaves_no_torn_screen() {
    let home = Home::with_entries(3);
    let mut terminal = reading(&home);
    let before = terminal.text();
    terminal.signal(Signal::STOP);
    terminal.is_reset(); // as a shell does with a job that has stopped
    terminal.signal(Signal::CONT);
    terminal.until("the same screen", |terminal| terminal.is_taken() && terminal.text() == before);
    terminal.signal(Signal::STOP);
    terminal.signal(Signal::TERM);
    terminal.signal(Signal::CONT);
    assert_eq!(terminal.ends(), 0);
    terminal.is_restored();
}

#[test]
fn a_silent_terminal_is_not_waited_for_and_its_late_answer_is_no_typing() {
    let home = Home::with_entries(9);
    let mut terminal = Start::umland(&home, &[]).run();
    terminal.until("the question", Terminal::was_asked);
    // Typed at once, before any answer.
    terminal.types("jjj");
    terminal.shows("Text der Meldung 4");
    terminal.types("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    terminal.until("the light theme", |terminal| has_theme(terminal, Ground::Light));
    terminal.types("j");
    terminal.shows("Text der Meldung 5");
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn the_theme_follows_the_background() {
    let home = Home::with_entries(3);
    for (background, ground) in [(LIGHT, Ground::Light), (DARK, Ground::Dark)] {
        let mut terminal = Start::umland(&home, &[]).on(background).run();
        terminal.until(ground.name(), |terminal| has_theme(terminal, ground));
        terminal.types("q");
        assert_eq!(terminal.ends(), 0);
    }
}

#[test]
fn the_theme_follows_a_background_that_changes_while_the_reader_is_elsewhere() {
    let home = Home::with_entries(3);
    let mut terminal = Start::umland(&home, &[]).run();
    terminal.until("the question", Terminal::was_asked);
    terminal.types("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    terminal.until("the light theme", |terminal| has_theme(terminal, Ground::Light));
    let before = terminal.written.len();
    terminal.types("\x1b[O\x1b[I");
    terminal.until("another question", |terminal| terminal.was_asked_since(before));
    terminal.types("\x1b]11;rgb:0000/0000/0000\x1b\\");
    terminal.until("the dark theme", |terminal| has_theme(terminal, Ground::Dark));
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_restored();
}

#[test]
fn no_color_means_none() {
    let home = Home::with_entries(3);
    let mut terminal = Start::umland(&home, &[]).on(LIGHT).with("NO_COLOR", "1").run();
    terminal.shows("Text der Meldung 1");
    terminal.types("?");
    terminal.shows("Ctrl-");
    terminal.types("qq");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(colours(&terminal.written), Vec::<String>::new());
    assert!(!terminal.was_asked(), "no theme, no question");
}

#[test]
fn an_ascii_locale_gets_ascii_signs() {
    let home = Home::with_entries(60);
    let mut terminal = Start::umland(&home, &[]).on(DARK).with("LANG", "C").run();
    terminal.shows("Text der Meldung 1");
    let text = terminal.text();
    let odd: String = text.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
    assert_eq!(odd, "", "{text}");
}

#[test]
fn a_mark_outlives_a_kill() {
    let home = Home::with_entries(3);
    let mut terminal = reading(&home);
    let unread = unread_in(&home);
    terminal.types("m");
    terminal.until("the mark", |_| unread_in(&home) == unread - 1);
    terminal.signal(Signal::KILL);
    let again = reading(&home);
    assert_eq!(unread_in(&home), unread - 1);
    assert!(again.text().contains("2 ungelesen"), "{}", again.text());
}

#[test]
fn two_readers_see_each_others_marks() {
    let home = Home::with_entries(3);
    let (mut one, mut other) = (reading(&home), reading(&home));
    other.shows("3 ungelesen");
    one.types("m");
    one.shows("2 ungelesen");
    other.shows("2 ungelesen");
}

#[test]
fn an_article_is_saved_once() {
    let home = Home::with_entries(3);
    let mut terminal = reading(&home);
    let file = home.path().join("gelesen/artikel.md");
    for notice in ["Gespeichert: ", "gibt es schon"] {
        terminal.types("S");
        terminal.shows("Speichern als");
        terminal.types(&format!("\x15{}\r", file.display()));
        terminal.shows(notice);
    }
    assert!(std::fs::read_to_string(&file).unwrap().contains("Text der Meldung 1"));
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_command_gets_the_article_and_the_terminal_and_gives_it_back() {
    let home = Home::with_entries(3);
    let mut terminal = reading(&home);
    terminal.types("|");
    terminal.shows("Weitergeben an den Befehl");
    terminal.types("grep -c Meldung | sed s/^/Treffer:/\r");
    terminal.shows("Treffer:");
    terminal.shows("[Enter: zurück zu umland]");
    assert!(!terminal.is_taken());
    terminal.types("\r");
    terminal.shows("endete mit");
    assert!(terminal.is_taken());
    terminal.types("P");
    terminal.shows("Weitergeben an den Befehl: grep -c Meldung");
    terminal.types("\x03q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_restored();
}

/// How many entries the archive holds as unread.
fn unread_in(home: &Home) -> usize {
    home.umland(&["list", "--json"]).lines().filter(|line| line.contains("\"read\":false")).count()
}

/// Whether the selected row looks as the theme says.
fn has_theme(terminal: &Terminal, ground: Ground) -> bool {
    let theme = themes::built_in(ground.name()).expect("built in");
    let Some(Colour::Palette(selected)) = theme.look(Part::Selected).bg else { return false };
    grounds(terminal).contains(&selected)
}

/// The colours that cells of the screen have behind them.
fn grounds(terminal: &Terminal) -> BTreeSet<u8> {
    let screen = terminal.screen();
    let (rows, columns) = screen.size();
    let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    cells
        .filter_map(|(row, column)| match screen.cell(row, column)?.bgcolor() {
            Color::Idx(colour) => Some(colour),
            Color::Default | Color::Rgb(..) => None,
        })
        .collect()
}

/// The parameters of all commands (SGR, ECMA-48 section 8.3.117) that set a colour.
fn colours(written: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(written);
    let commands = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    let sets_one = |parameter: &str| {
        let number: u16 = parameter.parse().unwrap_or(0);
        matches!(number, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107)
    };
    commands.filter(|command| command.split([';', ':']).any(sets_one)).collect()
}
