//! Fetching, its faults, and what the state of the feeds says.

use std::process::{Command, Stdio};

use crate::home::{FEED, Home, beside, served};
use crate::support::{Answer, Step, TestServer};

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
        send: vec![Step { stall: true, ..Step::default() }],
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
fn a_reader_of_the_output_who_goes_away_ends_it_quietly() {
    let home = Home::with_feed();
    let test = home.run(&["completions", "bash"]);
    let mut child = test.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let out = child.wait_with_output().unwrap();
    assert_eq!((out.status.code(), out.stderr.as_slice()), (Some(0), &b""[..]));
}
