//! Configurations as people write them: valid ones and what is read from them, faulty ones and what is said about them,
//! and edits with the text before and after.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use umland::config::{Config, Edit, EditError, edit};
use umland::domain::{FeedUrl, Subscription};
use umland::lang::Lang;
use umland::text::Clean;

fn fixtures(dir: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(Path::new("tests/fixtures/config").join(dir))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

/// Compares with the file beside the fixture; `BLESS=1` rewrites it.
fn check(fixture: &Path, extension: &str, found: &str) {
    let path = fixture.with_extension(extension);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, found).unwrap();
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, wanted, "{}", path.display());
}

#[test]
fn faults_are_told_all_at_once_with_their_places() {
    for fixture in fixtures("invalid") {
        let text = fs::read_to_string(&fixture).unwrap();
        let faults = Config::parse(&text, Path::new("config.toml")).unwrap_err();
        let mut said = String::new();
        for lang in Lang::ALL {
            for fault in &faults {
                said.push_str(&fault.say(*lang));
                said.push('\n');
            }
            said.push('\n');
        }
        check(&fixture, "txt", &said);
    }
}

#[test]
fn valid_files_are_read() {
    for fixture in fixtures("valid") {
        let text = fs::read_to_string(&fixture).unwrap();
        let config = Config::parse(&text, &fixture).unwrap();
        let shown = format!(
            "{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n",
            config.feeds,
            config.homes,
            config.ui,
            config.fetch,
            config.out,
            config.open,
            config.hooks
        );
        check(&fixture, "txt", &shown);
    }
}

#[test]
fn words_for_every_type_exist() {
    // A wrong type is named by what TOML calls it; each of its names has its words.
    for found in [
        "string",
        "integer",
        "float",
        "boolean",
        "datetime",
        "array",
        "inline-table",
        "table",
        "array-of-tables",
        "none",
    ] {
        assert!(Lang::En.has(&format!("config-found-{found}")), "{found}");
    }
}

const FILE: &str = "\u{feff}# Meine Quellen, sorgfältig sortiert.\r
\r
[ui]\r
measure=60   # schmal\r
\r
# Die Zeitung.\r
[[feeds]]\r
url = 'https://stadtblatt.example/feed.xml' # täglich\r
title = \"Stadtblatt\" # mein Name\r
tags = [ \"a\",\r
  \"b\" ]\r
\r
\r
  [[feeds]]\r
  url = \"https://kreisblatt.example/rss\"\r
  [feeds.headers]\r
  X-Test = \"1\"\r
# Ende der Quellen.\r
\r
# Tasten.\r
[keys]\r
star = 'x'";

fn url(text: &str) -> FeedUrl {
    FeedUrl::parse(text).unwrap()
}

fn apply(text: &str, change: &Edit) -> Result<String, EditError> {
    edit::apply(text, Path::new("config.toml"), change)
}

fn replaced(from: &str, to: &str) -> String {
    assert_eq!(FILE.matches(from).count(), 1, "{from}");
    FILE.replace(from, to)
}

#[test]
fn edits_leave_every_other_byte_alone() {
    let (town, district) =
        (url("https://stadtblatt.example/feed.xml"), url("https://kreisblatt.example/rss"));
    let club = url("https://verein.example/atom");
    let cases = [
        (
            Edit::Retitle(town.clone(), Some(Clean::line("Mein \"Blatt\""))),
            replaced("\"Stadtblatt\"", "'Mein \"Blatt\"'"),
        ),
        (Edit::Retitle(town.clone(), None), replaced("title = \"Stadtblatt\" # mein Name\r\n", "")),
        (
            Edit::Retitle(district.clone(), Some(Clean::line("Kreis"))),
            replaced(
                "kreisblatt.example/rss\"\r\n",
                "kreisblatt.example/rss\"\r\n  title = \"Kreis\"\r\n",
            ),
        ),
        (
            Edit::Move(town.clone(), Clean::line("Krefeld / Zeitungen")),
            replaced("# täglich\r\n", "# täglich\r\nfolder = \"Krefeld/Zeitungen\"\r\n"),
        ),
        (Edit::Move(town.clone(), Clean::empty()), FILE.to_owned()),
        (
            Edit::Readdress(town.clone(), url("https://neu.example/")),
            replaced("'https://stadtblatt.example/feed.xml'", "\"https://neu.example/\""),
        ),
        (
            Edit::Remove(town.clone()),
            replaced(
                "# Die Zeitung.\r\n[[feeds]]\r\nurl = 'https://stadtblatt.example/feed.xml' # täglich\r\ntitle = \"Stadtblatt\" # mein Name\r\ntags = [ \"a\",\r\n  \"b\" ]\r\n\r\n\r\n",
                "",
            ),
        ),
        (
            Edit::Remove(district.clone()),
            replaced(
                "  [[feeds]]\r\n  url = \"https://kreisblatt.example/rss\"\r\n  [feeds.headers]\r\n  X-Test = \"1\"\r\n",
                "",
            ),
        ),
        (
            Edit::Add(vec![Subscription {
                folder: Clean::line("Vereine"),
                ..Subscription::new(club.clone())
            }]),
            replaced(
                "# Tasten.",
                "[[feeds]]\r\nurl = \"https://verein.example/atom\"\r\nfolder = \"Vereine\"\r\n\r\n# Tasten.",
            ),
        ),
    ];
    for (change, want) in cases {
        assert_eq!(apply(FILE, &change).unwrap(), want, "{change:?}");
    }
}

#[test]
fn a_feed_added_and_removed_again_leaves_the_file_as_it_was() {
    let club = url("https://verein.example/atom");
    let mut subscription = Subscription::new(club.clone());
    subscription.title = Some(Clean::line("Verein"));
    subscription.tags = vec![Clean::line("sport")];
    subscription.interval = Some(5_400);
    subscription.headers = vec![("X-Test".to_owned(), "a \"b\"".to_owned())];
    subscription.full_text = true;
    for text in [
        FILE,
        "",
        "# nur ein Kommentar\n",
        "[ui]\nmouse = true\n",
        "[[feeds]]\nurl = \"https://a.example/\"",
    ] {
        let added = apply(text, &Edit::Add(vec![subscription.clone()])).unwrap();
        let removed = apply(&added, &Edit::Remove(club.clone())).unwrap();
        assert_eq!(removed.trim_end(), text.trim_end());
    }
}

#[test]
fn a_faulty_file_is_not_edited() {
    let club = Edit::Add(vec![Subscription::new(url("https://verein.example/atom"))]);
    assert!(
        matches!(apply("[ui]\nmesure = 3\n", &club), Err(EditError::Faulty(faults)) if faults.len() == 1)
    );
    let list = "feeds = [{ url = \"https://a.example/\" }]\n";
    assert!(matches!(apply(list, &club), Err(EditError::Form)));
    let town = url("https://stadtblatt.example/feed.xml");
    assert!(matches!(
        apply(FILE, &Edit::Add(vec![Subscription::new(town)])),
        Err(EditError::Exists(_))
    ));
    assert!(matches!(
        apply("", &Edit::Remove(url("https://a.example/"))),
        Err(EditError::Unknown(_))
    ));
}

#[test]
fn editing_makes_a_missing_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("umland/config.toml");
    let club = url("https://verein.example/atom");
    edit::edit(&path, &Edit::Add(vec![Subscription::new(club.clone())])).unwrap();
    assert_eq!(Config::load(&path).unwrap().feeds, vec![Subscription::new(club)]);
    assert!(fs::read_to_string(&path).unwrap().starts_with("# umland's configuration."));
}
