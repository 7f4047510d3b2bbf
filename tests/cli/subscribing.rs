//! Subscriptions: found, imported, exported, removed, and the file they stand in.

use std::fs;
use std::path::Path;

use crate::home::{FEED, Home, beside, served};

#[test]
fn lists_are_imported_and_exported() {
    let home = Home::new();
    let list = fs::read_to_string("tests/fixtures/opml/nested.opml").unwrap();
    let ran = home.run(&["import", "-"]).stdin(list.as_bytes()).status(1).ok();
    assert!(
        ran.stderr.contains("-:17: https://buergerblatt.example/rss stands further up already"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.ends_with("Subscribed to 5 feeds; 4 left out, see above.\n"),
        "{}",
        ran.stderr
    );
    let exported = home.run(&["export"]).ok().stdout;
    let other = Home::new();
    other.write("abos.opml", &exported);
    let path = other.path("abos.opml").display().to_string();
    other.run(&["import", &path]).ok().says("Subscribed to 5 feeds.");
    assert_eq!(other.run(&["export"]).ok().stdout, exported);
    other.run(&["import", &path]).status(1).ok();
    other.run(&["import", "no/such/file"]).status(2).ok();
}

#[test]
fn a_feed_is_removed_and_its_comment_with_it() {
    let home = Home::with_feed();
    let before = home.read("config.toml");
    home.write("config.toml", &format!("# mine\n\n[ui]\nmouse = false # no\n\n{before}"));
    let ran = home.run(&["remove", "stadt"]).ok();
    assert!(ran.stderr.starts_with("Unsubscribed from Stadtblatt"), "{}", ran.stderr);
    assert_eq!(home.read("config.toml"), "# mine\n\n[ui]\nmouse = false # no\n");
    home.run(&["remove", "stadt"]).status(2).ok();
    home.run(&["list"]).status(1).ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_feed_is_found_on_a_web_page() {
    let page = r#"<html><head><title>Stadtblatt</title>
        <link rel="alternate" type="application/rss+xml" title="Kommentare" href="/comments/feed">
        <link rel="alternate" type="application/rss+xml" title="Sport" href="/podcast.xml">
        <link rel="alternate" type="application/rss+xml" title="Stadtblatt" href="/feed.xml"></head><body>"#;
    let pages = [("/", "text/html", page), ("/feed.xml", "application/rss+xml", FEED)];
    let server = served(&pages).await;
    let base = server.fill("{base}");
    beside(move || {
        let home = Home::new();
        let ran = home
            .run(&["add", &base, "--folder", "Krefeld / Zeitungen", "--title", "Mein Blatt"])
            .ok();
        assert!(ran.stderr.contains("Subscribed: Stadtblatt"), "{}", ran.stderr);
        let config = home.read("config.toml");
        let want = format!(
            "url = \"{base}/feed.xml\"\ntitle = \"Mein Blatt\"\nfolder = \"Krefeld/Zeitungen\"\n"
        );
        assert!(config.ends_with(&want), "{config}");
        home.run(&["add", &format!("{base}/feed.xml")]).status(1).ok();
        assert_eq!(home.run(&["fetch", "--json"]).ok().json()[0]["new"], 2);
        home.run(&["add", "Krefeld"]).status(2).ok();
    })
    .await;
    // The page, its feed, the feed again by "fetch"; nothing else was asked for.
    let seen = server.seen();
    assert_eq!(seen.iter().filter(|request| request.line == "GET /feed.xml").count(), 2);
    let agent =
        |(name, value): &(String, String)| name == "user-agent" && value.starts_with("umland/");
    assert!(seen.iter().all(|request| request.headers.iter().any(agent)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_without_a_feed_is_not_subscribed() {
    let server = served(&[("/", "text/html", "<p>Nichts")]).await;
    let base = server.fill("{base}");
    beside(move || {
        let home = Home::new();
        let ran = home.run(&["add", &base]).german().status(1).ok();
        assert!(ran.stderr.contains("Hier ist kein Feed"), "{}", ran.stderr);
        home.run(&["add", &format!("{base}/weg")]).status(1).ok();
        assert!(!home.path("config.toml").exists());
    })
    .await;
}

#[test]
fn editing_follows_a_link_to_the_readers_own_files() {
    let home = Home::new();
    let feed = home.write("feed.xml", FEED);
    home.write("dotfiles.toml", "# mine\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink("dotfiles.toml", home.path("config.toml")).unwrap();
    #[cfg(not(unix))]
    home.write("config.toml", "# mine\n");
    home.run(&["add", &format!("file://{}", feed.display())]).ok();
    assert!(
        fs::symlink_metadata(home.path("config.toml")).unwrap().is_symlink() || cfg!(not(unix))
    );
    assert!(home.read("config.toml").starts_with("# mine\n\n[[feeds]]\n"));
    assert!(Path::new(&home.path("data/umland.db")).exists());
}
