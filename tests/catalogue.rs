//! The catalogue from the command line: what covers a town, what is subscribed to, the maintainers' check.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use support::{Answer, TestServer};
use umland::catalogue::{SHIPPED, entries, read};

/// A home of its own for one test.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn config(&self) -> String {
        fs::read_to_string(self.path("config.toml")).unwrap()
    }

    /// Runs the program; its output must be harmless to a terminal.
    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_umland"))
            .env_clear()
            .env("HOME", self.0.path())
            .env("LANG", "de_DE.UTF-8")
            .env("UMLAND_CONFIG", self.path("config.toml"))
            .env("UMLAND_DATA_DIR", self.path("data"))
            .args(args)
            .output()
            .unwrap();
        let (stdout, stderr) =
            (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        for c in stdout.chars().chain(stderr.chars()) {
            assert!(c == '\n' || !umland::text::sanitise::is_forbidden(c), "{args:?}: {c:?}");
        }
        (status.code().unwrap(), stdout, stderr)
    }

    fn json(&self, args: &[&str]) -> Vec<Value> {
        let (_, stdout, stderr) = self.run(args);
        let lines = stdout.lines().map(serde_json::from_str);
        lines.collect::<Result<_, _>>().unwrap_or_else(|fault| panic!("{fault}: {stdout}{stderr}"))
    }
}

#[test]
fn what_is_near_is_listed_nearest_first() {
    let home = Home::new();
    for place in ["Krefeld", "47798", "kref", "Uerdingen", "Graz", "CH-6003", "Leeds GB", "Lyon"] {
        let offers = home.json(&["near", place, "--json"]);
        let distances: Vec<f64> =
            offers.iter().filter_map(|offer| offer["distance_km"].as_f64()).collect();
        assert!(!distances.is_empty() && distances.is_sorted(), "{place}: {distances:?}");
        assert!(distances.iter().all(|km| *km <= 25.0), "{place}: {distances:?}");
        assert!(offers.iter().any(|offer| offer["ticked"] == true), "{place}");
    }
    let narrow = home.json(&["near", "Krefeld", "--radius", "1", "--json"]);
    assert!(narrow.iter().all(|offer| offer["distance_km"].as_f64().is_none_or(|km| km <= 1.0)));
}

#[test]
fn doubles_and_unknown_places_are_told() {
    let home = Home::new();
    let (status, _, stderr) = home.run(&["near", "Hüls"]);
    assert_eq!(status, 0);
    assert!(stderr.contains("Hüls (Kevelaer, Nordrhein-Westfalen)"), "{stderr}");
    let (status, _, stderr) = home.run(&["near", "Hüls,", "Kevelaer"]);
    assert_eq!(status, 0);
    assert!(stderr.starts_with("Rund um Hüls (Kevelaer"), "{stderr}");
    let (status, stdout, stderr) = home.run(&["near", "Qqqqhausen"]);
    assert_eq!((status, stdout.as_str()), (2, ""));
    assert!(stderr.contains("Kein Ort heißt „Qqqqhausen“"), "{stderr}");
    let (status, _, stderr) = home.run(&["near", "Kerken"]);
    assert_eq!(status, 0);
    assert!(stderr.contains("keinen eigenen Feed"), "{stderr}");
}

#[test]
fn init_writes_ordinary_text_once() {
    let home = Home::new();
    let (status, stdout, _) = home.run(&["init", "Moers", "--dry-run"]);
    assert_eq!(status, 0);
    assert!(stdout.contains("RP Online Moers") && !home.path("config.toml").exists());
    home.write("config.toml", "# mine\n[ui]\nmeasure = 60 # narrow\n");
    let (status, _, stderr) = home.run(&["init", "Moers"]);
    assert_eq!(status, 0, "{stderr}");
    let config = home.config();
    assert!(config.starts_with("# mine\n[ui]\nmeasure = 60 # narrow\n"), "{config}");
    assert!(
        config.contains("[home]\nplace = \"Moers\"\nlat = 51.4534\nlon = 6.6326\n"),
        "{config}"
    );
    assert!(config.contains("folder = \"Moers\""), "{config}");
    let (status, _, stderr) = home.run(&["config", "check"]);
    assert_eq!(status, 0, "{stderr}");
    let (status, _, stderr) = home.run(&["init", "Moers"]);
    assert_eq!(status, 1, "{stderr}");
    assert_eq!(home.config(), config);
    // Without a place the reader's own is meant.
    let offers = home.json(&["near", "--json"]);
    assert_eq!(offers[0]["place"], "Moers");
}

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Bote</title><id>b</id>
<updated>2026-11-24T08:00:00Z</updated><entry><id>1</id><title>Moers: Neue Brücke</title>
<updated>2026-11-24T08:00:00Z</updated><summary>In Moers wird gebaut.</summary></entry></feed>"#;

fn answer(path: &str, status: u16, body: &str) -> Answer {
    let headers = vec!["Content-Type: application/atom+xml".to_owned()];
    Answer {
        path: path.to_owned(),
        status: Some(status),
        headers,
        body: body.to_owned(),
        ..Answer::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn from_init_to_headlines() {
    let server = TestServer::start(vec![answer("", 200, ATOM)]).await;
    let home = Home::new();
    assert_eq!(home.run(&["init", "Moers"]).0, 0);
    // The feeds that were written, now at the server of this test.
    let mut n = 0;
    let before = home.config();
    let lines = before.lines().map(|line| {
        if !line.starts_with("url = ") {
            return line.to_owned() + "\n";
        }
        n += 1;
        server.fill(&format!("url = \"{{base}}/{n}\"\n"))
    });
    let config: String = lines.collect();
    home.write("config.toml", &(config + "[fetch]\ngap_ms = 0\n"));
    let (status, _, stderr) = home.run(&["fetch"]);
    assert_eq!(status, 0, "{stderr}");
    let (_, list, _) = home.run(&["list"]);
    assert!(list.contains("Moers: Neue Brücke") && list.contains(" 0 km"), "{list}");
    let entries = home.json(&["list", "--json"]);
    assert_eq!((&entries[0]["place"], &entries[0]["distance_km"]), (&"Moers".into(), &0.0.into()));
    // Another home is another distance, at once; with two the nearer one counts.
    let with_homes = |names: &[&str]| {
        let config = home.config();
        let start = config.find("[[home]]").or(config.find("[home]")).unwrap();
        let next = ["[[feeds]]", "[fetch]"].iter().filter_map(|table| config[start..].find(table));
        let end = start + next.min().unwrap();
        let homes: String =
            names.iter().flat_map(|name| ["[[home]]\nplace = \"", name, "\"\n"]).collect();
        let text = format!("{}{homes}{}", &config[..start], &config[end..]);
        home.write("config.toml", &text);
        home.json(&["list", "--json"])[0]["distance_km"].as_f64().unwrap()
    };
    assert!((10.0..20.0).contains(&with_homes(&["Krefeld"])));
    assert!((10.0..20.0).contains(&with_homes(&["Leipzig", "Krefeld"])));
    let (status, _, stderr) = home.run(&["locate"]);
    assert_eq!(status, 0, "{stderr}");
    assert!(stderr.contains("ist der Ort bekannt"), "{stderr}");
    assert_eq!(home.json(&["list", "--json"])[0]["place"], "Moers");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_check_reports_each_feed() {
    let page = "<html><body>Startseite</body></html>";
    let server = TestServer::start(vec![
        answer("/alive", 200, ATOM),
        answer("/gone", 410, ""),
        answer("/page", 200, page),
    ])
    .await;
    let home = Home::new();
    let line = |path: &str| {
        server.fill(&format!(
            "DE\tDE-NW\tMoers\t51.4534\t6.6326\tnewspaper\tseen\tde\tBote\tBote {path}\t{{base}}/{path}\t\n"
        ))
    };
    home.write("catalogue.tsv", &["alive", "gone", "page"].map(line).concat());
    home.write("config.toml", "[fetch]\ngap_ms = 0\n");
    let file = home.path("catalogue.tsv").display().to_string();
    let (status, stdout, stderr) = home.run(&["catalogue", "check", &file, "--online"]);
    assert_eq!(status, 1, "{stderr}");
    let lines: Vec<&str> = stdout.lines().collect();
    assert_eq!(lines.len(), 3, "{stdout}");
    for (line, answer) in lines.iter().zip(["alive http", "gone", "not-a-feed"]) {
        assert!(line.starts_with(answer), "{stdout}");
    }
    // Each is asked once, by name.
    let seen = server.seen();
    assert_eq!(seen.iter().filter(|request| request.line == "GET /alive").count(), 1);
    let agent = |(name, value): &(String, String)| name == "user-agent" && value.contains("umland");
    assert!(seen.iter().all(|request| request.headers.iter().any(agent)));
    assert!(stderr.contains("3 Feeds, 0 gegen die Regeln, 2 nicht erreichbar"), "{stderr}");
}

#[test]
fn the_shipped_catalogue_is_checked_without_network() {
    let home = Home::new();
    let (status, stdout, stderr) = home.run(&["catalogue", "check"]);
    assert_eq!((status, stdout.as_str()), (0, ""), "{stderr}");
    assert_eq!(read(SHIPPED).len(), entries().len());
}

#[test]
fn places_answers_line_by_line() {
    let home = Home::new();
    home.write(
        "stories.jsonl",
        concat!(
            r#"{"id":"a","kicker":null,"title":"Kita in Krefeld-Fischeln erweitert","dateline":"","text":"Es entstehen 40 Plätze.","feed_region":"DE-NW"}"#,
            "\n{broken\n",
            r#"{"id":7,"title":"So bleibt der Rücken gesund","text":"Fachleute raten zu Bewegung."}"#,
            "\n",
        ),
    );
    let file = home.path("stories.jsonl").display().to_string();
    let (status, stdout, stderr) = home.run(&["places", "--file", &file]);
    assert_eq!(status, 1);
    assert!(stderr.contains("stories.jsonl:2"), "{stderr}");
    let answers: Vec<Value> = stdout.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(answers.len(), 2);
    let want = [
        ("id", "a"),
        ("place", "Fischeln"),
        ("municipality", "Krefeld"),
        ("district", "Fischeln"),
        ("region", "DE-NW"),
        ("country", "DE"),
        ("key", "05114000"),
    ];
    for (field, value) in want {
        assert_eq!(answers[0][field], value, "{field}");
    }
    assert!(answers[0]["confidence"].as_f64().unwrap() > 0.5);
    assert!(answers[0]["lat"].is_f64() && answers[0]["evidence"][0]["text"].is_string());
    assert_eq!((&answers[1]["id"], &answers[1]["place"]), (&Value::from(7), &Value::Null));
    let (status, stdout, _) = home.run(&["places", "Großbrand", "in", "Kleve"]);
    assert_eq!(status, 0);
    assert!(stdout.contains("\"municipality\":\"Kleve\""), "{stdout}");
}
