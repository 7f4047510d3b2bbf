//! The reader without a screen: lines in, lines out.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A home with a feed of so many entries; the first is the newest.
struct Home(TempDir);

impl Home {
    fn with_entries(n: usize) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let mut feed = "<rss version=\"2.0\"><channel><title>Stadtblatt</title>".to_owned();
        for i in 1..=n {
            write!(
                feed,
                "<item><guid>{i}</guid><title>Meldung {i}</title><link>https://stadtblatt.example/{i}</link>\
                 <pubDate>Mon, 23 Nov 2026 10:{:02}:00 +0100</pubDate>\
                 <description>Text &amp;#27;[31m von {i}.</description></item>",
                59 - i
            )
            .unwrap();
        }
        feed.push_str("</channel></rss>");
        let path = home.0.path().join("feed.xml");
        fs::write(&path, feed).unwrap();
        let config = format!("[[feeds]]\nurl = \"file://{}\"\n", path.display());
        fs::write(home.0.path().join("config.toml"), config).unwrap();
        home.run(&["fetch"], "");
        home
    }

    /// What the program says to these lines.
    fn run(&self, arguments: &[&str], lines: &str) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_umland"))
            .arg("--config")
            .arg(self.0.path().join("config.toml"))
            .arg("--data-dir")
            .arg(self.0.path().join("data"))
            .args(arguments)
            .env("LANG", "de_DE.UTF-8")
            .env_remove("LC_ALL")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let ran = child.wait_with_output().unwrap();
        assert!(ran.status.success(), "{:?}", ran.status);
        String::from_utf8(ran.stdout).unwrap()
    }

    fn plain(&self, lines: &str) -> String {
        self.run(&["--plain"], lines)
    }
}

/// The texts stand in this order.
#[track_caller]
fn says(said: &str, texts: &[&str]) {
    let mut rest = said;
    for text in texts {
        let at = rest.find(text).unwrap_or_else(|| panic!("\"{text}\" is missing in:\n{said}"));
        rest = &rest[at + text.len()..];
    }
}

#[test]
fn headlines_come_by_the_page_and_numbers_go_on() {
    let home = Home::with_entries(23);
    let said = home.plain("\n\n\nb\n3\nq\n");
    says(
        &said,
        &[
            "23 ungelesen. Überschriften ab Nummer 1:",
            "1. Meldung 1. Stadtblatt",
            "10. Meldung 10.",
            "ab Nummer 11:",
            "20. Meldung 20.",
            "ab Nummer 21:",
            "21. Meldung 21.",
            "23. Meldung 23.",
            "Ende der Liste",
            "ab Nummer 11:",
            "Text",
            "von 3.",
        ],
    );
    assert!(!said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn reading_marks_and_undo_takes_it_back() {
    let home = Home::with_entries(3);
    let said = home.plain("1\nl\nu\nl\n");
    says(
        &said,
        &["von 1.", "2 ungelesen", "Zurückgenommen", "3 ungelesen", "1. Meldung 1. Stadtblatt"],
    );
}

#[test]
fn enter_after_an_article_reads_the_next_unread_one() {
    let home = Home::with_entries(3);
    let said = home.plain("n\n\n\n\n");
    says(&said, &["von 1.", "von 2.", "von 3.", "Nichts weiter ungelesen"]);
}

#[test]
fn marks_go_by_number() {
    let home = Home::with_entries(3);
    says(&home.plain("s 2\nm 3\nl\ny 2\n"), &["mit Stern", "https://stadtblatt.example/2"]);
    says(&home.plain(""), &["2 ungelesen", "2. Meldung 2. Stadtblatt", "mit Stern"]);
    says(&home.plain("A\nH\n"), &["2 Beiträge als gelesen markiert", "Hier ist nichts"]);
}

#[test]
fn words_and_feeds_narrow_the_list() {
    let home = Home::with_entries(12);
    let said = home.plain("/ Meldung 12\n/\nf\nf 1\nf 9\nq\n");
    says(
        &said,
        &[
            "1. Meldung 12.",
            "1. Meldung 1.",
            "1. Stadtblatt, 12 ungelesen.",
            "1. Meldung 1.",
            "Diese Nummer",
        ],
    );
}

#[test]
fn what_is_not_understood_is_said_and_help_helps() {
    let said = Home::with_entries(1).plain("wie bitte\n?\n");
    says(&said, &["verstehe ich nicht", "Eine Nummer liest"]);
}

#[test]
fn g_says_where_the_list_plays_and_shows_what_plays_in_a_place() {
    let home = Home::with_entries(0);
    let items = [("Brand in Moers", 1), ("Stadtfest in Kempen", 2), ("Unfall in Moers", 3)];
    let mut feed =
        "<rss version=\"2.0\"><channel><title>Bote</title><language>de</language>".to_owned();
    for (title, i) in items {
        write!(feed, "<item><guid>{i}</guid><title>{title}</title></item>").unwrap();
    }
    feed.push_str("</channel></rss>");
    fs::write(home.0.path().join("feed.xml"), feed).unwrap();
    let config = home.0.path().join("config.toml");
    let text = fs::read_to_string(&config).unwrap();
    fs::write(&config, format!("[home]\nplace = \"Krefeld\"\n{text}")).unwrap();
    home.run(&["fetch", "--now"], "");
    let said = home.plain("g\ng 1\ng 9\na\n");
    says(
        &said,
        &[
            "1. Moers, 14 km NO: 2 Beiträge, 2 ungelesen.",
            "2. Kempen, 10 km W: ein Beitrag, 1 ungelesen.",
        ],
    );
    let narrowed = said.split("g und eine Nummer").nth(1).unwrap();
    let narrowed = narrowed.split("Diese Nummer").next().unwrap();
    assert!(narrowed.contains("Brand in Moers") && !narrowed.contains("Stadtfest"), "{said}");
}
