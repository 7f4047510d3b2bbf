//! The built-in edition: complete, consistent, dated relative to now, at home on the loopback interface, and served with
//! the manners that its feeds are there to show.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use hyper::HeaderMap;
use hyper::header::{HOST, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use umland::config::Config;
use umland::demo::{Answer, Edition, config_toml, serve};
use umland::domain::{Access, FeedUrl, ParsedEntry, Timestamp, Warning};
use umland::parse;

/// 24 November 2026, 11:05:00 in Krefeld.
const NOW: Timestamp = Timestamp(1_795_514_700);
const BASE: &str = "http://127.0.0.1:8047";

/// Path of each feed's document, and how many entries it has.
const FEEDS: &[(&str, usize)] = &[
    ("/stadtblatt/krefeld/feed.rss", 26),
    ("/stadtblatt/sport/feed.rss", 7),
    ("/kreiskurier/lokales/rss", 16),
    ("/bote/feed.json", 14),
    ("/rheinaue/nachrichten/index~atom.xml", 12),
    ("/rheinaue/english/index~atom.xml", 6),
    ("/blaulicht/dienststelle_50667.rss2", 15),
    ("/feuerwehr/einsaetze.rdf", 7),
    ("/rathaus/aktuelles/feed/", 9),
    ("/verein/feed/", 5), // and a sixth, which the end of the document cuts off
    ("/pfarrei/index.php?format=feed&type=rss", 6),
];

fn edition() -> Edition {
    Edition::new(NOW)
}

fn ask(edition: &Edition, path: &str, more: &[(HeaderName, &str)]) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert(HOST, HeaderValue::from_static("127.0.0.1:8047"));
    for (name, value) in more {
        headers.insert(name, HeaderValue::from_str(value).unwrap());
    }
    edition.answer(path, &headers)
}

fn get(edition: &Edition, path: &str) -> Answer {
    ask(edition, path, &[])
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.body).into_owned()
}

/// A feed as the reader sees it: its entries, and what had to be repaired.
fn parsed(edition: &Edition, path: &str) -> (Vec<ParsedEntry>, Vec<Warning>) {
    let answer = get(edition, path);
    let base = format!("{BASE}{path}");
    let context = parse::Context::new(NOW);
    let feed = parse::feed(&answer.body, answer.header("content-type"), Some(&base), &context);
    let (feed, warnings) = feed.unwrap();
    (feed.entries, warnings)
}

fn entries(edition: &Edition, path: &str) -> Vec<ParsedEntry> {
    parsed(edition, path).0
}

/// Every article page, by its path.
fn pages(edition: &Edition) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    for path in edition.paths() {
        let answer = get(edition, path);
        if answer.header("content-type").is_some_and(|mime| mime.starts_with("text/html")) {
            pages.insert(path.to_owned(), text(&answer));
        }
    }
    pages
}

/// Every address in `href` and `src` of a page.
fn addresses(page: &str) -> impl Iterator<Item = &str> {
    let after = page.split("href=\"").skip(1).chain(page.split("src=\"").skip(1));
    after.map(|rest| rest.split('"').next().unwrap())
}

#[test]
fn every_feed_parses_whole() {
    let edition = edition();
    for (path, want) in FEEDS {
        let entries = entries(&edition, path);
        assert_eq!(entries.len(), *want, "{path}");
        for entry in &entries {
            assert!(!entry.title.is_empty() && entry.published.is_some(), "{path} {}", entry.guid);
            let page = entry.url.as_deref().and_then(|url| url.strip_prefix(BASE)).unwrap();
            assert_eq!(get(&edition, page).status, 200, "{page}");
        }
        let guids: BTreeSet<_> = entries.iter().map(|entry| &entry.guid).collect();
        assert_eq!(guids.len(), *want, "{path} repeats a guid");
    }
}

#[test]
fn the_edition_has_some_120_articles_of_varied_length() {
    let edition = edition();
    let mut articles = BTreeSet::new();
    for (path, _) in FEEDS {
        articles.extend(entries(&edition, path).into_iter().map(|entry| entry.url));
    }
    assert_eq!(articles.len(), 119, "all but the one that is cut off");
    let pages = pages(&edition);
    let words = |name: &str| {
        let (_, page) = pages.iter().find(|(path, _)| path.contains(name)).unwrap();
        let paragraphs = page.split("<p>").skip(1).map(|rest| rest.split("</p>").next().unwrap());
        paragraphs.map(|paragraph| paragraph.split_whitespace().count()).sum::<usize>()
    };
    assert!(words("/markttag-verlegt") < 120, "a short notice");
    for long_read in ["/uhrmacherin_", "/was-vom-flachs-blieb-", "/linie-vier"] {
        assert!(words(long_read) > 750, "{long_read}: {}", words(long_read));
    }
}

#[test]
fn the_sections_of_the_town_paper_share_stories() {
    let edition = edition();
    let urls = |path: &str| -> BTreeSet<_> {
        entries(&edition, path).into_iter().map(|entry| entry.url).collect()
    };
    let (town, sport) = (urls(FEEDS[0].0), urls(FEEDS[1].0));
    assert_eq!(town.intersection(&sport).count(), 4);
}

#[test]
fn entries_are_minutes_to_nine_days_old_and_mostly_of_the_day() {
    for hour in [0, 5, 11, 20] {
        let now = NOW.plus(hour * 3_600);
        let edition = Edition::new(now);
        let entries = FEEDS.iter().flat_map(|(path, _)| entries(&edition, path));
        let dates: Vec<Timestamp> = entries.filter_map(|entry| entry.published).collect();
        let ages: Vec<i64> = dates.iter().map(|date| now.since(*date)).collect();
        let (newest, oldest) = (ages.iter().min().unwrap(), ages.iter().max().unwrap());
        assert!((60..3_600).contains(newest), "newest is {newest} s old");
        assert!((7 * 86_400..10 * 86_400).contains(oldest), "oldest is {oldest} s old");
        let night = dates.iter().filter(|date| (date.0 + 3_600).rem_euclid(86_400) < 6 * 3_600);
        let night = night.count();
        assert!(night * 6 < dates.len(), "{night} of {} by night", dates.len());
    }
}

#[test]
fn the_same_now_makes_the_same_edition() {
    let (one, other) = (edition(), edition());
    assert!(one.paths().eq(other.paths()));
    for path in one.paths() {
        assert_eq!(get(&one, path), get(&other, path), "{path}");
    }
}

#[test]
fn no_page_leads_out_of_the_edition_or_astray() {
    let edition = edition();
    let pages = pages(&edition);
    assert!(pages.len() > 120);
    for (path, page) in &pages {
        for address in addresses(page) {
            let local = address.strip_prefix(BASE).unwrap_or(address).replace("&amp;", "&");
            if local.starts_with('#') {
                continue;
            }
            assert!(local.starts_with('/'), "{path} leads to {address}");
            assert_ne!(get(&edition, &local).status, 404, "{path} leads to {address}");
        }
        let known = page.replace(BASE, "").replace("https://schema.org", "");
        assert!(!known.contains("http"), "{path} names a foreign address");
    }
}

#[test]
fn no_placeholder_is_left_in_a_document() {
    let edition = edition();
    for path in edition.paths() {
        let answer = get(&edition, path);
        let mime = answer.header("content-type").unwrap_or_default();
        if mime.starts_with("text/") || mime.contains("xml") {
            let text = text(&answer);
            for trace in ["{{", "}}", "{w", "{d", "{f+", "{f-", "{n", "demo.invalid", "**"] {
                assert!(!text.contains(trace), "{path} has {trace}");
            }
        }
    }
}

#[test]
fn pages_have_the_faults_of_real_ones() {
    let pages = pages(&edition());
    let page = |name: &str| pages.iter().find(|(path, _)| path.contains(name)).unwrap().1;
    let fire = page("brand-rheinhafen-halle");
    let caption = "Meterhoch schlugen die Flammen aus dem Dach der Halle an der Hentrichstraße.";
    assert_eq!(fire.matches(caption).count(), 3);
    assert!(fire.contains("Großbrand im Rheinhafen</span><span"), "kicker glued to the headline");
    assert!(fire.contains("<p>(hm)</p>"), "author sign");
    assert!(fire.contains("\"isAccessibleForFree\": true"));
    assert!(!fire.contains("paywall"));
    let locked = page("gesamtschule-mensa");
    assert!(locked.contains("\"isAccessibleForFree\": false") && locked.contains("paywall"));
    assert!(!locked.contains("Reste-Freitag"), "a locked page keeps its end to itself");
    assert!(page("/blaulicht/pm/").contains("Krefeld (ots) - "));
}

#[test]
fn paywall_marks_reach_the_feed() {
    let edition = edition();
    for path in [FEEDS[0].0, FEEDS[2].0] {
        let locked = entries(&edition, path).into_iter().filter(|e| e.access == Access::Locked);
        assert_eq!(locked.count(), 2, "{path}");
    }
}

#[test]
fn the_district_paper_calls_windows_1252_latin_1() {
    let edition = edition();
    let answer = get(&edition, "/kreiskurier/lokales/rss");
    assert!(std::str::from_utf8(&answer.body).is_err());
    assert!(answer.body.starts_with(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"));
    assert_eq!(answer.header("content-type"), Some("text/xml"));
    let (decoded, ..) = encoding_rs::WINDOWS_1252.decode(&answer.body);
    assert!(decoded.contains("T\u{f6}nisvorst") && decoded.contains('–') && decoded.contains('„'));
    let entries = entries(&edition, "/kreiskurier/lokales/rss");
    assert!(entries.iter().any(|entry| entry.title.contains("Händler in St. Tönis fürchten")));
}

#[test]
fn the_club_feed_is_broken() {
    let body = text(&get(&edition(), "/verein/feed/"));
    assert!(body.contains("Einladung & Tagesordnung</title>"), "a bare ampersand");
    assert!(!body.contains("</rss>") && !body.contains("</channel>"), "cut off");
    let (entries, warnings) = parsed(&edition(), "/verein/feed/");
    let codes: Vec<&str> = warnings.iter().map(|warning| warning.code.as_str()).collect();
    assert!(codes.contains(&"cut-off") && codes.contains(&"bare-ampersand"), "{codes:?}");
    assert!(entries.iter().any(|entry| entry.title.ends_with("Einladung & Tagesordnung")));
}

#[test]
fn sound_feeds_need_no_repair() {
    for (path, _) in FEEDS.iter().filter(|(path, _)| !path.starts_with("/verein")) {
        let (_, warnings) = parsed(&edition(), path);
        assert!(warnings.is_empty(), "{path}: {warnings:?}");
    }
}

#[test]
fn feeds_answer_304_to_their_own_validators() {
    let edition = edition();
    for (path, _) in FEEDS {
        let first = get(&edition, path);
        let etag = first.header("etag").unwrap();
        let modified = first.header("last-modified").unwrap();
        for validator in [(IF_NONE_MATCH, etag), (IF_MODIFIED_SINCE, modified)] {
            let again = ask(&edition, path, &[validator]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        }
        assert_eq!(ask(&edition, path, &[(IF_NONE_MATCH, "\"other\"")]).status, 200, "{path}");
    }
}

#[test]
fn one_feed_has_moved_and_one_is_gone() {
    let edition = edition();
    let moved = get(&edition, "/rathaus/rss.xml");
    let target = format!("{BASE}/rathaus/aktuelles/feed/");
    assert_eq!((moved.status, moved.header("location")), (301, Some(target.as_str())));
    assert_eq!(get(&edition, "/notizen/feed").status, 410);
    assert_eq!(get(&edition, "/nirgends").status, 404);
}

#[test]
fn the_subscriptions_are_those_of_the_configuration_file() {
    let edition = edition();
    let config = Config::parse(&config_toml(&edition, BASE), Path::new("config.toml")).unwrap();
    let subscriptions = edition.subscriptions(BASE);
    assert_eq!(config.feeds, subscriptions);
    assert_eq!(subscriptions.len(), 12);
    let folders: BTreeSet<_> = subscriptions.iter().map(|s| s.folder.to_string()).collect();
    let want = ["Blaulicht", "Rathaus", "Rundfunk", "Vereine", "Zeitungen"];
    assert!(folders.iter().eq(&want), "{folders:?}");
    let slow = FeedUrl::parse(&format!("{BASE}/bote/feed.json")).unwrap();
    assert!(subscriptions.iter().any(|s| s.url == slow && s.full_text));
}

/// A GET request by hand; the whole answer.
async fn fetch(base_url: &str, path: &str) -> String {
    let address = base_url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn the_server_serves_under_its_own_address_until_it_is_shut_down() {
    let server = serve(edition()).await.unwrap();
    let base_url = server.base_url.clone();
    let answer = fetch(&base_url, "/feuerwehr/einsaetze.rdf").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains(&format!("<link>{base_url}/feuerwehr/einsatz/2109-lama</link>")));
    server.shutdown();
    let address = base_url.strip_prefix("http://").unwrap().to_owned();
    let closed = tokio::time::timeout(Duration::from_secs(10), async {
        while TcpStream::connect(&address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    });
    closed.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_slow_feed_takes_its_time() {
    let server = serve(edition()).await.unwrap();
    let start = tokio::time::Instant::now();
    let answer = fetch(&server.base_url, "/bote/feed.json").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    let took = start.elapsed();
    assert!((2_500..3_500).contains(&took.as_millis()), "{took:?}");
}
