//! The feeds of a web page: what its `link` elements offer, and what its links look like. Pure.

use dom_query::Document;
use url::Url;

/// A feed that a page offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its address, absolute.
    pub url: String,
    /// What the page calls it, unclean; may be empty.
    pub title: String,
    /// Its MIME type as declared; empty when it was guessed from a link.
    pub mime: String,
}

/// Pages are read up to this many bytes: what offers feeds stands near the top.
const MAX_HTML: usize = 2 << 20;
/// More candidates than anybody wants to choose from.
const MAX_CANDIDATES: usize = 50;

/// Words of feeds that are no news: their comments are never offered.
const COMMENTS: &[&str] = &["comment", "kommentar", "commentaire", "reacties", "komentar"];
/// Words of feeds that are seldom what a reader of news wants.
const OTHER: &[&str] = &["podcast", "event", "veranstaltung", "termin", "kalender", "gewinnspiel"];
/// Ends of addresses that look like feeds.
const ENDS: &[&str] = &[
    ".rss",
    ".rss2",
    ".rdf",
    ".atom",
    "/feed",
    "/rss",
    "/atom",
    "/feed.xml",
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/feeds",
];

/// Returns the feeds that a page offers, best first, never one of comments. `base_url` is the page's address.
pub fn discover(html: &str, base_url: &str) -> Vec<Candidate> {
    let Ok(page) = Url::parse(base_url) else { return Vec::new() };
    let end = (0..=html.len().min(MAX_HTML)).rev().find(|i| html.is_char_boundary(*i)).unwrap_or(0);
    let document = Document::from(&html[..end]);
    let base = document.select("base[href]").attr("href");
    let base = base.and_then(|b| page.join(&b).ok()).unwrap_or_else(|| page.clone());
    let mut found: Vec<(i32, Candidate)> = Vec::new();
    for node in &document.select("link[href]") {
        let attr = |name| node.attr_or(name, "").to_string();
        let is_alternate = attr("rel")
            .split_ascii_whitespace()
            .any(|r| r.eq_ignore_ascii_case("alternate") || r.eq_ignore_ascii_case("feed"));
        let mime = attr("type").trim().to_ascii_lowercase();
        let weight = weight_of_mime(&mime);
        if is_alternate && weight > 0 {
            consider(&mut found, &page, &base, &attr("href"), &attr("title"), mime, weight);
        }
    }
    for node in &document.select("a[href]") {
        let href = node.attr_or("href", "").to_string();
        if looks_like_a_feed(&href) {
            consider(&mut found, &page, &base, &href, &node.text(), String::new(), 20);
        }
    }
    found.sort_by_key(|(score, _)| -score); // stable: among equals, the page's own order
    found.into_iter().map(|(_, candidate)| candidate).take(MAX_CANDIDATES).collect()
}

/// Adds a candidate with its score, unless it is one of comments, not of the web, or known already.
fn consider(
    found: &mut Vec<(i32, Candidate)>,
    page: &Url,
    base: &Url,
    href: &str,
    title: &str,
    mime: String,
    weight: i32,
) {
    let href = href.trim();
    let href = match href.strip_prefix("feed:") {
        Some(rest) if rest.starts_with("//") => format!("http:{rest}"),
        Some(rest) => rest.to_owned(),
        None => href.to_owned(),
    };
    let Ok(mut url) = base.join(&href) else { return };
    if !matches!(url.scheme(), "http" | "https") {
        return;
    }
    url.set_fragment(None);
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = format!("{} {}", url.as_str(), title).to_lowercase();
    let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if says(COMMENTS) || found.iter().any(|(_, c)| c.url == url.as_str()) {
        return;
    }
    let mut score = weight;
    if says(OTHER) {
        score -= 30;
    }
    if page.path().len() > 1 && url.path().starts_with(page.path().trim_end_matches('/')) {
        score += 10; // the feed of this very section
    }
    if url.host() == page.host() {
        score += 5;
    }
    found.push((score, Candidate { url: url.into(), title, mime }));
}

fn weight_of_mime(mime: &str) -> i32 {
    match mime.split(';').next().unwrap_or_default().trim() {
        "application/rss+xml" | "application/atom+xml" => 60,
        "application/rdf+xml" | "application/feed+json" => 50,
        "application/xml" | "text/xml" => 30,
        _ => 0, // `application/json` is mostly WordPress' own interface
    }
}

fn looks_like_a_feed(href: &str) -> bool {
    let href = href.trim().to_ascii_lowercase();
    let (path, query) = href.split_once('?').unwrap_or((&href, ""));
    let path = path.split('#').next().unwrap_or_default().trim_end_matches('/');
    href.starts_with("feed:")
        || ENDS.iter().any(|end| path.ends_with(end))
        || query
            .split('&')
            .any(|p| matches!(p, "feed=rss2" | "feed=atom" | "format=rss" | "isrss=true"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn urls(html: &str, base: &str) -> Vec<String> {
        discover(html, base).into_iter().map(|c| c.url).collect()
    }

    #[test]
    fn declared_feeds_come_first_and_comments_never() {
        let html = r#"<html><head><base href="/lokales/">
            <link rel="alternate" type="application/rss+xml" title="Kommentar-Feed" href="/comments/feed/">
            <link rel="alternate" type="application/rss+xml" title="Podcast" href="/podcast/feed">
            <link rel='ALTERNATE' type='application/RSS+xml; charset=utf-8' title=' Der
              Anzeiger ' href='feed.rss'>
            <link rel="alternate" hreflang="en" href="/en/">
            <link rel="alternate" type="application/json" href="/wp-json/x">
            <link rel="stylesheet" type="application/rss+xml" href="/not">
            </head><body><a href="/sport/rss?x=1">Sport</a> <a href="/impressum">Impressum</a>
            <a href="/?feed=comments-rss2">alle Kommentare</a></body></html>"#;
        let found = discover(html, "https://anzeiger.example/lokales/krefeld");
        let got: Vec<_> = found.iter().map(|c| (c.url.as_str(), c.title.as_str())).collect();
        let want = [
            ("https://anzeiger.example/lokales/feed.rss", "Der Anzeiger"),
            ("https://anzeiger.example/podcast/feed", "Podcast"),
            ("https://anzeiger.example/sport/rss?x=1", "Sport"),
        ];
        assert_eq!(got, want);
    }

    #[test]
    fn the_feed_of_the_section_wins() {
        let html = r"<link rel=alternate type=application/rss+xml href=/rss>
            <link rel=alternate type=application/rss+xml href=/krefeld/rss>";
        let got = urls(html, "https://anzeiger.example/krefeld/");
        assert_eq!(got, ["https://anzeiger.example/krefeld/rss", "https://anzeiger.example/rss"]);
    }

    #[test]
    fn links_that_look_like_feeds_are_a_guess() {
        let html = r#"<a href="feed://b.example/rss.xml">A</a><a href="/index.rdf">B</a>
            <a href="javascript:rss">C</a><a href="/rss">D</a><a href="/rss">E</a>
            <a href="/?isRss=true">F</a>"#;
        let got = urls(html, "http://a.example/");
        let want = [
            "http://a.example/index.rdf",
            "http://a.example/rss",
            "http://a.example/?isRss=true",
            "http://b.example/rss.xml",
        ];
        assert_eq!(got, want);
    }

    #[test]
    fn a_page_without_feeds_offers_none() {
        assert!(urls("<p>Nichts", "http://a.example/").is_empty());
        assert!(urls("<a href=/rss>", "nowhere").is_empty());
    }

    proptest! {
        #[test]
        fn no_page_makes_it_panic(html in "(<(link|a|base) (rel=alternate |type=application/rss.xml |href=[^ >]{0,9} )*>|.){0,40}") {
            for url in urls(&html, "https://a.example/x/") {
                prop_assert!(url.starts_with("http://") || url.starts_with("https://"));
            }
        }
    }
}
