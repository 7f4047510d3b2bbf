//! Lists, articles, marks, search and rules.

use serde_json::Value;

use crate::home::Home;

#[test]
fn a_feed_goes_from_the_configuration_to_the_list() {
    let home = Home::with_feed();
    let list = home.run(&["list"]).ok();
    let lines: Vec<&str> = list.stdout.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].contains("Stadtblatt") && lines[0].ends_with("Theater offen"), "{}", lines[0]);
    assert!(lines[1].starts_with("      2 N "), "{}", lines[1]);
    let json = home.run(&["list", "--json", "--limit", "1"]).ok().json();
    assert_eq!(json.len(), 1);
    assert_eq!(json[0]["title"], "Theater offen");
    assert_eq!(json[0]["published"], "2026-11-24T07:00:00Z");
    assert_eq!(json[0]["feed_title"], "Stadtblatt");
    for key in [
        "id",
        "feed_url",
        "guid",
        "url",
        "summary",
        "authors",
        "first_seen",
        "read",
        "starred",
        "tags",
    ] {
        assert!(json[0].get(key).is_some(), "{key}");
    }
}

#[test]
fn a_query_narrows_the_list() {
    let home = Home::with_feed();
    home.run(&["mark", "star", "2"]).ok().says("Starred: Brand in Lagerhalle");
    home.run(&["mark", "read", "1"]).ok();
    let count = |query: &[&str], status| {
        let args: Vec<&str> = ["list"].iter().chain(query).copied().collect();
        home.run(&args).status(status).ok().stdout.lines().count()
    };
    assert_eq!(count(&["unread"], 0), 1);
    assert_eq!(count(&["starred"], 0), 1);
    assert_eq!(count(&["starred", "folder:Krefeld"], 0), 1);
    assert_eq!(count(&["feed:Stadtblatt"], 0), 2);
    assert_eq!(count(&["folder:Krefeld", "theater"], 0), 1);
    assert_eq!(count(&["folder:Nirgends"], 1), 0);
    assert_eq!(count(&["starred", "theater"], 1), 0);
    assert_eq!(count(&["unread OR starred", "NOT theater"], 0), 1);
    assert_eq!(count(&["(title:brand OR theater)", "since:2000"], 0), 2);
    home.run(&["list", "fed:x"])
        .status(2)
        .ok()
        .says("Character 1: there is no \"fed:\". Did you mean \"feed:\"?");
    home.run(&["list", "feed:Kreisblatt"])
        .german()
        .status(2)
        .ok()
        .says("Keine Quelle heißt „Kreisblatt“.");
}

#[test]
fn marks_are_journalled() {
    let home = Home::with_feed();
    let unread = || home.run(&["status", "--format", "{unread}"]).ok().stdout;
    assert_eq!(unread(), "2\n");
    home.run(&["mark", "read", "feed:Stadtblatt"]).ok().says("2 entries marked read (Stadtblatt)");
    assert_eq!(unread(), "0\n");
    home.run(&["undo"]).ok();
    assert_eq!(unread(), "2\n");
    home.run(&["redo"]).ok();
    assert_eq!(unread(), "0\n");
    home.run(&["redo"]).status(1).ok().says("There is nothing to make again.");
    home.run(&["mark", "read", "1"]).status(1).ok();
}

#[test]
fn what_was_done_is_listed_and_subscriptions_are_undone_too() {
    let home = Home::with_feed();
    let config = || home.read("config.toml");
    let before = config();
    home.run(&["mark", "hide", "1"]).ok().says("Hidden: Theater offen");
    home.run(&["remove", "Stadtblatt"]).ok();
    assert_ne!(config(), before);
    assert_eq!(home.run(&["list"]).status(1).ok().stdout, "");
    let listed = home.run(&["undo", "--list"]).ok().stdout;
    let lines: Vec<&str> = listed.lines().collect();
    assert!(lines[0].contains("Unsubscribed: Stadtblatt"), "{listed}");
    assert!(lines[1].contains("Hidden: "), "{listed}");
    home.run(&["undo"]).ok().says("Taken back: Unsubscribed: Stadtblatt");
    assert_eq!(config(), before, "byte for byte");
    assert_eq!(home.run(&["list"]).ok().stdout.lines().count(), 1, "the marks are still there");
    assert!(home.run(&["undo", "--list"]).ok().stdout.contains("(taken back)"));
    home.run(&["redo"]).ok();
    assert_ne!(config(), before);
    home.run(&["undo", "--times", "2"]).ok();
    assert_eq!(home.run(&["list"]).ok().stdout.lines().count(), 2);
}

#[test]
fn status_needs_nothing() {
    let home = Home::new();
    assert_eq!(home.run(&["status"]).ok().stdout, "0 unread of 0 · 0 feeds\n");
    assert_eq!(home.run(&["status", "--json"]).ok().json()[0]["unread"], 0);
    assert!(!home.path("data").exists(), "nothing is made by looking");
    home.run(&["status", "--format", "{new}"]).status(2).ok();
}

#[test]
fn an_article_is_shown_in_every_format() {
    let home = Home::with_feed();
    let show = |format| home.run(&["show", "2", "--format", format]).ok().stdout;
    assert!(show("text").starts_with("Brand in Lagerhalle\n"));
    assert!(show("text").contains("Die Halle [31m ist aus."));
    assert!(show("markdown").starts_with("# Brand in Lagerhalle\n"));
    assert_eq!(show("html"), "<p>Die Halle [31m ist aus.</p>\n");
    let json: Value = serde_json::from_str(&show("json")).unwrap();
    assert_eq!(json["article"]["headline"], "Brand in Lagerhalle");
    assert_eq!(json["id"], 2);
    home.run(&["show", "99"])
        .status(1)
        .ok()
        .says("There is no entry 99; \"umland list\" prints the numbers.");
}

#[test]
fn rules_say_what_they_fit_and_are_applied_when_asked() {
    let home = Home::with_feed();
    home.run(&["rules"]).status(1).ok().says("The configuration has no [[rules]].");
    let rules = "[[rules]]\nquery = \"title:theater\"\nstar = true\n";
    home.write("config.toml", &(home.read("config.toml") + rules));
    let dry = home.run(&["rules"]).ok();
    assert!(dry.stdout.starts_with("title:theater → star: one entry\n"), "{}", dry.stdout);
    home.run(&["list", "starred"]).status(1).ok();
    let json = home.run(&["rules", "--json"]).ok().json();
    assert_eq!((&json[0]["query"], &json[0]["entries"]), (&"title:theater".into(), &1.into()));
    home.run(&["rules", "--apply"]).ok();
    home.run(&["list", "starred"]).ok();
    home.run(&["undo"]).ok();
    home.run(&["list", "starred"]).status(1).ok();
}

#[test]
fn search_finds_words() {
    let home = Home::with_feed();
    let json = home.run(&["search", "--json", "theater"]).ok().json();
    assert_eq!(json.len(), 1);
    assert!(json[0]["snippet"].as_str().unwrap().contains("Theater"));
    home.run(&["search", "Zirkus"]).status(1).ok().says("Nothing found.");
    assert_eq!(home.run(&["search", "--json", "theater OR brand"]).ok().json().len(), 2);
    let pasted = home.run(&["search", "(theater"]).ok();
    pasted.says("Character 1: the parenthesis is not closed. Searching for the plain words.");
}
