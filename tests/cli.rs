//! The real binary: arguments and standard input in; standard output, standard error, exit code and files out.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

#[path = "cli/care.rs"]
mod care;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use support::{Answer, TestServer};

const FEED: &str = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Stadtblatt</title>
    <link>https://stadtblatt.example/</link>
    <item><guid>a</guid><title>Brand in Lagerhalle</title><link>https://stadtblatt.example/a</link>
    <pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate>
    <description>&lt;p&gt;Die Halle &amp;#27;[31m ist aus.&lt;/p&gt;</description></item>
    <item><guid>b</guid><title>Theater &#x202e;offen &amp;#x7f;</title><link>https://stadtblatt.example/b</link>
    <pubDate>Tue, 24 Nov 2026 08:00:00 +0100</pubDate><description>Das Theater spielt.</description></item>
    </channel></rss>"#;

/// A home of its own for one test.
struct Home {
    dir: TempDir,
}

/// One run of the program.
struct Test<'a> {
    home: &'a Home,
    args: Vec<String>,
    stdin: Option<Vec<u8>>,
    lang: &'static str,
    status: i32,
}

/// What came out.
struct Ran {
    stdout: String,
    stderr: String,
}

impl Home {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    fn with_config(text: &str) -> Self {
        let home = Self::new();
        home.write("config.toml", text);
        home
    }

    /// A home with the feed above as a file, subscribed and fetched.
    fn with_feed() -> Self {
        let home = Self::new();
        let feed = home.write("feed.xml", FEED);
        home.write(
            "config.toml",
            &format!("[[feeds]]\nurl = \"file://{}\"\nfolder = \"Krefeld\"\n", feed.display()),
        );
        home.run(&["fetch"]).ok();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn run(&self, args: &[&str]) -> Test<'_> {
        let args = args.iter().map(|&arg| arg.to_owned()).collect();
        Test { home: self, args, stdin: None, lang: "en_GB.UTF-8", status: 0 }
    }
}

impl Test<'_> {
    fn stdin(mut self, bytes: &[u8]) -> Self {
        self.stdin = Some(bytes.to_vec());
        self
    }

    fn german(mut self) -> Self {
        self.lang = "de_DE.UTF-8";
        self
    }

    /// The exit code that is expected; 0 otherwise.
    fn status(mut self, code: i32) -> Self {
        self.status = code;
        self
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_umland"));
        command
            .env_clear()
            .env("HOME", self.home.dir.path())
            .env("LANG", self.lang)
            .env("TZ", "Europe/Berlin")
            .env("UMLAND_CONFIG", self.home.path("config.toml"))
            .env("UMLAND_DATA_DIR", self.home.path("data"))
            .args(&self.args);
        command
    }

    fn ok(self) -> Ran {
        let mut command = self.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(self.stdin.as_deref().unwrap_or_default()).unwrap();
        drop(stdin);
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        let (stdout, stderr) =
            (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        assert_eq!(status.code(), Some(self.status), "{:?}\n{stdout}\n{stderr}", self.args);
        for c in stdout.chars().chain(stderr.chars()) {
            assert!(
                c == '\n' || !umland::text::sanitise::is_forbidden(c),
                "{:?} prints {c:?}",
                self.args
            );
        }
        Ran { stdout, stderr }
    }
}

impl Ran {
    /// The lines of standard output as JSON.
    fn json(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Standard error is this, the home's directory written `~`.
    fn says(&self, want: &str) {
        assert_eq!(self.stderr.trim_end(), want);
    }
}

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

#[test]
fn fetching_again_asks_nobody_who_is_not_due() {
    let home = Home::with_feed();
    let again = home.run(&["fetch", "--json"]).ok().json();
    assert_eq!(again[0]["status"], "not-due");
    assert_eq!(again[1]["summary"]["not_due"], 1);
    let now = home.run(&["fetch", "--now", "--json", "Stadtblatt"]).ok().json();
    assert_eq!(now[0]["status"], "same");
}

#[test]
fn a_broken_feed_is_told_with_its_remedy_and_harms_no_other() {
    let home = Home::new();
    let (good, bad) =
        (home.write("gut.xml", FEED), home.write("seite.html", "<!doctype html><p>Nichts"));
    let feeds =
        [&good, &bad].map(|path| format!("[[feeds]]\nurl = \"file://{}\"\n", path.display()));
    home.write("config.toml", &feeds.concat());
    let ran = home.run(&["fetch", "--json"]).status(1).ok();
    let failed = ran.json().into_iter().find(|line| line["status"] == "failed").unwrap();
    assert!(failed["error"].as_str().unwrap().starts_with("not-a-feed"), "{failed}");
    assert!(ran.stderr.contains("umland add"), "{}", ran.stderr);
    assert_eq!(home.run(&["list"]).ok().stdout.lines().count(), 2);
}

#[test]
fn the_state_of_each_feed_is_told_in_the_readers_words() {
    let home = Home::with_feed();
    let bad = home.write("seite.html", "<!doctype html><p>Nichts");
    let config = home.read("config.toml");
    let more = format!("[[feeds]]\nurl = \"file://{}\"\ntitle = \"Vereinsblatt\"\n", bad.display());
    home.write("config.toml", &format!("{config}{more}"));
    home.run(&["fetch"]).status(1).ok();
    let said = home.run(&["status", "--feeds"]).german().status(1).ok().stdout;
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("! Das ist kein Feed"), "{said}");
    assert!(lines[0].ends_with("Vereinsblatt"), "{said}");
    assert!(lines[1].contains("umland add"), "{said}");
    assert!(lines[2].ends_with("Stadtblatt"), "{said}");
    let told = home.run(&["status", "--feeds", "--json"]).status(1).ok().json();
    assert_eq!(told[0]["condition"], "faulty");
    assert_eq!(told[0]["fault"], "not-a-feed");
    assert_eq!(told[1]["feed_title"], "Stadtblatt");
    home.run(&["status", "--feeds", "--format", "{unread}"]).status(2).ok();
}

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

#[test]
fn a_file_is_parsed_to_json_feed() {
    let home = Home::new();
    let json = home.run(&["parse", "-"]).stdin(FEED.as_bytes()).ok().json();
    assert_eq!(json.len(), 1);
    assert_eq!(json[0]["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json[0]["items"][1]["title"], "Theater offen");
    let nothing = home.run(&["parse", "-"]).stdin(b"<html><p>").status(1).ok();
    assert!(nothing.stdout.is_empty() && nothing.stderr.contains("web page"), "{}", nothing.stderr);
    home.run(&["parse", "no/such/file"]).status(2).ok();
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
fn a_reader_of_the_output_who_goes_away_ends_it_quietly() {
    let home = Home::with_feed();
    let test = home.run(&["completions", "bash"]);
    let mut child = test.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let out = child.wait_with_output().unwrap();
    assert_eq!((out.status.code(), out.stderr.as_slice()), (Some(0), &b""[..]));
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

/// Runs with a server that answers these pages.
async fn served(pages: &[(&str, &str, &str)]) -> TestServer {
    let answers = pages.iter().map(|(path, content_type, body)| Answer {
        path: (*path).to_owned(),
        status: Some(200),
        headers: vec![format!("Content-Type: {content_type}")],
        body: (*body).to_owned(),
        ..Answer::default()
    });
    TestServer::start(answers.collect()).await
}

/// Runs the program beside the server's own tasks.
async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.unwrap()
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_article_in_two_feeds_is_one_entry_unless_kept_apart() {
    let section = |guid: &str, title: &str| {
        format!(
            "<rss><channel><title>{title}</title><item><guid>{guid}</guid><title>Brand in Linn</title>\
             <link>/brand-in-linn-4711?utm_source={guid}</link></item></channel></rss>"
        )
    };
    let (town, sport) = (section("a", "Krefeld"), section("b", "Sport"));
    let server = served(&[("/town", "text/xml", &town), ("/sport", "text/xml", &sport)]).await;
    let feeds =
        server.fill("[[feeds]]\nurl = \"{base}/town\"\n[[feeds]]\nurl = \"{base}/sport\"\n");
    beside(move || {
        for (setting, want) in [("", 1), ("keep_apart = false", 1), ("keep_apart = true", 2)] {
            let home = Home::with_config(&format!(
                "[fetch]\nper_host = 4\ngap_ms = 0\n{setting}\n{feeds}"
            ));
            home.run(&["fetch"]).ok();
            let entries = home.run(&["list"]).ok().stdout.lines().count();
            assert_eq!(entries, want, "{setting}");
        }
    })
    .await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_interrupted_fetch_keeps_what_has_come() {
    let stall = Answer {
        path: "/slow".to_owned(),
        send: vec![support::Step { stall: true, ..support::Step::default() }],
        ..Answer::default()
    };
    let feed = Answer {
        path: "/feed".to_owned(),
        status: Some(200),
        body: FEED.to_owned(),
        ..Answer::default()
    };
    let server = TestServer::start(vec![stall, feed]).await;
    let config = server.fill(
        "[fetch]\nper_host = 4\ngap_ms = 0\n[[feeds]]\nurl = \"{base}/feed\"\n[[feeds]]\nurl = \"{base}/slow\"\n",
    );
    beside(move || {
        let home = Home::with_config(&config);
        let test = home.run(&["fetch", "--json"]);
        let mut child =
            test.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        let mut stdout = std::io::BufReader::new(child.stdout.take().unwrap());
        std::io::BufRead::read_line(&mut stdout, &mut first).unwrap();
        assert!(first.contains("\"status\":\"new\""), "{first}");
        let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let mut rest = String::new();
        std::io::Read::read_to_string(&mut stdout, &mut rest).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(1));
        assert!(rest.contains("\"cancelled\":true"), "{rest}");
        assert_eq!(home.run(&["list"]).ok().stdout.lines().count(), 2);
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
