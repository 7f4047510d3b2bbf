//! The program itself: configuration, documents from outside, arguments, a damaged archive.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::home::{FEED, Home};

#[test]
fn faults_of_the_configuration_come_all_at_once() {
    let home = Home::with_config("[ui]\nmesure = 70\n[fetch]\nper_host = 0\n");
    let config = home.path("config.toml").display().to_string();
    for args in [&["config", "check"][..], &["fetch"], &["config", "dump"]] {
        home.run(args).status(2).ok().says(&format!(
            "{config}:2:1: unknown key \"mesure\"; did you mean \"measure\"?\n\
             {config}:4:12: \"per_host\" must lie between 1 and 1024\n\
             The configuration has 2 faults. \"umland config dump --defaults\" explains every key."
        ));
    }
    home.run(&["add", "file:///x"]).status(2).ok();
    assert_eq!(home.read("config.toml"), "[ui]\nmesure = 70\n[fetch]\nper_host = 0\n");
    home.run(&["status"]).ok();
}

#[test]
fn the_configuration_can_be_found_checked_and_dumped() {
    let home = Home::with_feed();
    let path = home.path("config.toml").display().to_string();
    assert_eq!(home.run(&["config", "path"]).ok().stdout, format!("{path}\n"));
    home.run(&["config", "check"])
        .german()
        .ok()
        .says(&format!("{path}: keine Fehler, eine Quelle"));
    let dump = home.run(&["config", "dump"]).ok().stdout;
    let again = Home::with_config(&dump);
    assert_eq!(again.run(&["config", "dump"]).ok().stdout, dump);
    let defaults = home.run(&["config", "dump", "--defaults"]).ok().stdout;
    assert_eq!(defaults, fs::read_to_string("assets/config.toml").unwrap());
}

#[test]
fn a_file_is_parsed_to_json_feed() {
    let home = Home::new();
    let json = home.run(&["parse", "-"]).stdin(FEED.as_bytes()).ok().json();
    assert_eq!(json.len(), 1);
    assert_eq!(json[0]["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json[0]["items"][1]["title"], "Theater offen");
    let nothing = home.run(&["parse", "-"]).stdin(b"<html><p>").status(1).ok();
    assert!(nothing.stdout.is_empty() && nothing.stderr.contains("web page"), "{}", nothing.stderr);
    let missing = home.run(&["parse", "no/such/file"]).status(1).ok();
    assert!(
        missing.stdout.is_empty() && missing.stderr.contains("no/such/file"),
        "{}",
        missing.stderr
    );
}

#[test]
fn what_the_pages_of_a_publisher_have_in_common_is_no_article() {
    let home = Home::new();
    fs::create_dir(home.path("pages")).unwrap();
    let motto = "Diese Zeitung gehört ihren Leserinnen und Lesern seit achtzig Jahren.";
    let texts = [
        "Die Feuerwehr hat den Brand in der Lagerhalle am Morgen gelöscht, sagte ein Sprecher der Stadt.",
        "Im Rathaus wird über eine neue Brücke gestritten, die vor allem den Radfahrern nützen soll.",
        "Auf dem Deich weiden wieder Schafe, und die Hirtin bittet alle, ihre Hunde anzuleinen.",
    ];
    let mut urls = String::new();
    for (at, text) in texts.iter().enumerate() {
        let body = format!("<p>{text}</p><p>{text} Mehr war am Abend nicht zu erfahren.</p>");
        let page = format!(
            "<h1>Bericht</h1><article>{body}<p>{motto}</p><p>Ende des Berichts.</p></article>"
        );
        home.write(&format!("pages/{at}.html"), &page);
        writeln!(urls, "{at}\thttps://blatt.example/{at}").unwrap();
    }
    home.write("pages/urls.tsv", &urls);
    let (dir, out) =
        (home.path("pages").display().to_string(), home.path("out").display().to_string());
    home.run(&["extract", "--batch", &dir, "--out", &out]).ok();
    for (at, text) in texts.iter().enumerate() {
        let found = home.read(&format!("out/{at}.txt"));
        assert!(found.contains(text) && !found.contains(motto), "{found}");
    }
    let file = home.path("pages/0.html").display().to_string();
    let alone = home.run(&["extract", "--url", "https://blatt.example/0", &file]).ok();
    assert!(alone.stdout.contains(motto), "one page tells nothing: {}", alone.stdout);
}

#[test]
fn articles_are_extracted_one_or_many() {
    let home = Home::new();
    let text = "Die Feuerwehr hat den Brand in der Lagerhalle am Morgen gelöscht, sagte ein Sprecher der Stadt. ".repeat(4);
    let page = format!(
        "<html><head><title>Brand</title></head><body><article><h1>Brand</h1><p>{text}</p></article>"
    );
    let file = home.write("a.html", &page).display().to_string();
    let one = home.run(&["extract", "--url", "https://a.example/", &file]).ok();
    assert!(one.stdout.starts_with("Die Feuerwehr"), "{}", one.stdout);
    fs::create_dir(home.path("pages")).unwrap();
    for name in ["pages/a.html", "pages/b.html", "pages/c.html"] {
        home.write(name, &page);
    }
    home.write("pages/urls.tsv", "a\thttps://a.example/\nb\thttps://b.example/\n");
    let (dir, out) =
        (home.path("pages").display().to_string(), home.path("out").display().to_string());
    home.run(&["extract", "--batch", &dir, "--out", &out, "--format", "json"])
        .ok()
        .says("3 pages extracted.");
    let json: Value = serde_json::from_str(&home.read("out/b.json")).unwrap();
    assert_eq!(json["title"], "Brand");
    assert_eq!(json["text"], one.stdout.as_str());
    home.run(&["extract", "--batch", &dir]).status(2).ok();
    home.run(&["extract", &file]).status(2).ok();
}

#[test]
fn wrong_arguments_are_said_in_the_readers_language() {
    let home = Home::new();
    home.run(&["fecth"])
        .status(2)
        .ok()
        .says("There is no command \"fecth\". Did you mean \"fetch\"?\nSee: umland --help");
    home.run(&["show"]).german().status(2).ok().says("Es fehlt: <ID>.\nSiehe: umland --help");
    home.write("config.toml", "[ui]\nlanguage = \"de\"\n");
    assert!(home.run(&["--help"]).ok().stdout.starts_with("Die Nachrichten der eigenen Region"));
    assert!(home.run(&["help", "fetch"]).ok().stdout.starts_with("Die fälligen Quellen abrufen"));
    assert_eq!(
        home.run(&["--version"]).ok().stdout,
        format!("umland {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn completions_and_the_manual_page_are_made() {
    let home = Home::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(home.run(&["completions", shell]).ok().stdout.contains("data-dir"), "{shell}");
    }
    let man = home.run(&["man"]).german().ok().stdout;
    assert!(man.contains("UMLAND FETCH") && man.contains("TASTEN"), "{man}");
}

#[test]
fn what_is_no_archive_is_set_aside_and_told() {
    let home = Home::with_feed();
    let archive = home.path("data/umland.db");
    for name in ["umland.db-wal", "umland.db-shm"] {
        let _ = fs::remove_file(archive.with_file_name(name));
    }
    let other = "not a database, but long enough to be looked at as one, or so one would think";
    fs::write(&archive, other).unwrap();
    let ran = home.run(&["fetch"]).german().ok();
    assert!(ran.stderr.contains("Das Archiv war beschädigt"), "{}", ran.stderr);
    assert_eq!(home.run(&["list"]).ok().stdout.lines().count(), 2);
    let kept = fs::read_dir(home.path("data")).unwrap().map(|file| file.unwrap().path());
    assert!(kept.into_iter().any(|file| fs::read(&file).unwrap() == other.as_bytes()));
}
