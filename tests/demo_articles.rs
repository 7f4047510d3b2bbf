//! Every article of the built-in edition, from its page and from its feed: what a newcomer sees first is set right.
//!
//! What is right stands in `assets/demo/*.txt`; days in it are written as `{…}`, so paragraphs are recognised by the
//! longest stretch without such marks.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use hyper::HeaderMap;
use hyper::header::{HOST, HeaderValue};
use umland::article;
use umland::demo::Edition;
use umland::domain::{
    Article, Block, Cursor, Entry, EntryId, EntryRow, FeedId, FeedUrl, ParsedEntry, Template,
    Timestamp,
};
use umland::parse;
use umland::text::Clean;

/// 24 November 2026, 11:05:00 in Krefeld.
const NOW: Timestamp = Timestamp(1_795_514_700);
const BASE: &str = "http://127.0.0.1:8047";

/// Each source file with the documents of its feeds and their titles.
const HOUSES: &[(&str, &str, &str)] = &[
    ("stadtblatt", "/stadtblatt/krefeld/feed.rss", "Stadtblatt Krefeld"),
    ("stadtblatt", "/stadtblatt/sport/feed.rss", "Stadtblatt Sport"),
    ("kreiskurier", "/kreiskurier/lokales/rss", "Kreis-Kurier"),
    ("bote", "/bote/feed.json", "Grafschafter Bote"),
    ("rheinaue", "/rheinaue/nachrichten/index~atom.xml", "Funkhaus Rheinaue"),
    ("english", "/rheinaue/english/index~atom.xml", "Lower Rhine in English"),
    ("polizei", "/blaulicht/dienststelle_50667.rss2", "Polizei Krefeld"),
    ("feuerwehr", "/feuerwehr/einsaetze.rdf", "Feuerwehr Krefeld"),
    ("rathaus", "/rathaus/aktuelles/feed/", "Rathaus Krefeld"),
    ("verein", "/verein/feed/", "SV Hülser Bruch"),
    ("pfarrei", "/pfarrei/index.php?format=feed&type=rss", "St. Gereon am Rhein"),
];

/// Houses whose pages or texts open with the place.
const WITH_DATELINE: &[&str] = &["stadtblatt", "kreiskurier", "bote", "polizei", "feuerwehr"];
/// Houses whose feeds have the whole text.
const FULL_TEXT: &[&str] = &["polizei", "rathaus", "verein", "pfarrei"];

/// Words that only furniture has.
const FURNITURE: &[&str] = &[
    "Teilen",
    "Tweeten",
    "Weiterleiten",
    "Drucken",
    "drucken",
    "PDF-Version",
    "Merken",
    "Vorlesen",
    "Cookies",
    "cookies",
    "Newsletter",
    "Neueste Artikel",
    "Neueste Beiträge",
    "Mehr zum Thema",
    "Meistgelesen",
    "Lesen Sie auch",
    "Weitere Themen",
    "Das könnte Sie",
    "Letzte Einsätze",
    "Weitere Meldungen",
    "abonnieren",
    "Digitalabo",
    "Vier Wochen für einen Euro",
    "Anzeige",
    "War diese Seite",
    "Kontakt:",
    "Rückfragen",
    "Original-Content",
    "Über dieses Thema",
    "Verfügbar bis",
    "Audio:",
    "Im Notfall",
    "Einsatzbericht vom",
    "Stand:",
    "Veröffentlicht",
    "Impressum",
    "Datenschutz",
    "Alle Rechte",
    "Schreibe einen Kommentar",
    "Zum Inhalt springen",
    "Sie sind hier",
    "Foto:",
    "FOTO:",
    "Photo:",
    "Schlagwörter",
    "Mitmachen",
    "Letzte Änderung",
    "More in English",
    "[…]",
];

/// An entry of a source file.
#[derive(Debug, Default)]
struct Source {
    fields: BTreeMap<String, String>,
    body: String,
}

impl Source {
    fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    fn is_locked(&self) -> bool {
        self.field("access") == "locked"
    }

    /// The texts that its body must show, each by a stretch that stands nowhere else.
    fn stretches(&self) -> Vec<String> {
        let blocks = self.body.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
        let blocks = blocks.take(if self.is_locked() { 2 } else { usize::MAX });
        let lines = blocks.flat_map(str::lines).flat_map(|line| line.split('|'));
        lines.map(stretch).filter(|stretch| stretch.chars().count() >= 12).collect()
    }
}

fn sources(name: &str) -> Vec<Source> {
    let text = fs::read_to_string(format!("assets/demo/{name}.txt")).unwrap();
    let entries = text.split("\n=== ").skip(1);
    let read = |entry: &str| {
        let (head, body) = entry.split_once("\n\n").unwrap();
        let fields = head.lines().skip(1).map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_owned(), value.trim().to_owned())
        });
        Source { fields: fields.collect(), body: body.to_owned() }
    };
    entries.map(read).collect()
}

/// The longest part of a line of markup that is printed as it stands.
fn stretch(line: &str) -> String {
    let line = line.trim().trim_start_matches(['#', '-', '>', ' ']);
    let line = match line.split_once(". ") {
        Some((number, rest)) if number.chars().all(|c| c.is_ascii_digit()) => rest,
        _ => line,
    };
    let mut plain = String::new();
    let mut in_mark = false;
    for c in line.replace("](", "{").replace("**", "{}").chars() {
        match c {
            '{' | '(' | '[' => {
                in_mark |= c == '{';
                plain.push('\n');
            }
            '}' | ')' => in_mark = false,
            _ if !in_mark => plain.push(c),
            _ => {}
        }
    }
    let longest = plain.split('\n').max_by_key(|part| part.len()).unwrap_or_default();
    longest.trim().to_owned()
}

/// A text with single spaces.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn document(edition: &Edition, path: &str) -> (Vec<u8>, Option<String>) {
    let mut headers = HeaderMap::new();
    headers.insert(HOST, HeaderValue::from_static("127.0.0.1:8047"));
    let answer = edition.answer(path, &headers);
    (answer.body.to_vec(), answer.header("content-type").map(str::to_owned))
}

/// An entry as the archive gives it.
fn archived(parsed: &ParsedEntry, feed: &str, path: &str, page: Option<String>) -> Entry {
    let published = parsed.published.unwrap();
    Entry {
        row: EntryRow {
            id: EntryId(1),
            feed: FeedId(1),
            feed_title: Clean::line(feed),
            title: parsed.title.clone(),
            published,
            dated: true,
            read: false,
            starred: false,
            changed: false,
            access: parsed.access,
            also_in: 0,
            place: None,
            cursor: Cursor { key: published.0, id: EntryId(1) },
        },
        feed_url: FeedUrl::parse(&format!("{BASE}{path}")).unwrap(),
        guid: Clean::line(&parsed.guid),
        url: parsed.url.clone(),
        authors: parsed.authors.clone(),
        summary: parsed.summary.clone(),
        content_html: parsed.content_html.clone(),
        full_html: page,
        template: Template::default(),
        updated: parsed.updated,
        first_seen: NOW,
        categories: parsed.categories.clone(),
        tags: Vec::new(),
        enclosures: parsed.enclosures.clone(),
        image: parsed.image.clone(),
        image_caption: parsed.image_caption.clone(),
        image_credit: parsed.image_credit.clone(),
        language: parsed.language.clone().or(Some("de".to_owned())),
        sources: Vec::new(),
    }
}

/// What is wrong with an article.
fn faults(house: &str, source: &Source, article: &Article, is_page: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |what: &str, found: &str, want: &str| {
        if found != want {
            faults.push(format!("{what} is {found:?}, not {want:?}"));
        }
    };
    let title = source.field("title");
    if !title.contains('{') {
        expect("headline", &article.headline, title);
    }
    if is_page {
        expect("kicker", &article.kicker, source.field("kicker"));
    }
    if WITH_DATELINE.contains(&house) {
        let agency = if house == "polizei" { " (ots)" } else { "" };
        let want = format!("{}{agency}", source.field("place"));
        expect("dateline", &article.dateline, &want);
    }
    if !source.is_locked() {
        expect("sign", &article.sign, source.field("sign"));
    }
    if house != "polizei" && house != "feuerwehr" && house != "rathaus" {
        let authors: Vec<&str> = article.authors.iter().map(Clean::as_str).collect();
        expect("author", &authors.join(" und "), &source.field("author").replace(" & ", " und "));
    }
    let captions: Vec<(&str, &str)> = figures(&article.blocks);
    let want = (stretch(source.field("caption")), source.field("credit"));
    let is_right = match captions.as_slice() {
        [] => want.0.is_empty(),
        [(caption, credit)] => caption.contains(&want.0) && *credit == want.1,
        _ => false,
    };
    let is_unsplit = ["Foto:", "FOTO:", "Bild:"].iter().any(|mark| {
        captions.iter().any(|(caption, credit)| caption.contains(mark) || credit.contains(mark))
    });
    if !is_right || is_unsplit {
        faults.push(format!("pictures' words are {captions:?}, not {want:?}"));
    }
    let tables = article.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
    if tables != source.body.split("\n\n").filter(|block| block.starts_with('|')).count() {
        faults.push(format!("{tables} tables"));
    }
    let contact = article.contact.iter().map(Clean::as_str).collect::<Vec<_>>().join(" / ");
    if (is_page || house == "polizei") && !contact.contains(source.field("contact")) {
        faults.push(format!("contact is {contact:?}"));
    }
    let text = spaced(&article::plain(article));
    for phrase in FURNITURE.iter().filter(|phrase| text.contains(**phrase)) {
        if !source.body.contains(phrase) && !source.field("teaser").contains(phrase) {
            faults.push(format!("furniture: {phrase}"));
        }
    }
    let caption = stretch(source.field("caption"));
    if caption.chars().count() > 15 && text.contains(&caption) {
        faults.push("the caption is in the body".to_owned());
    }
    let body = Article { deck: Clean::empty(), ..article.clone() };
    let body = spaced(&article::plain(&body));
    for stretch in source.stretches() {
        let n = body.matches(&stretch).count();
        if n != 1 && spaced(&source.body).matches(&stretch).count() == 1 {
            faults.push(format!("{n} times in the body: {stretch}"));
        }
    }
    let note = stretch(source.field("note"));
    if is_page && text.matches(&note).count() != 1 && !note.is_empty() {
        faults.push(format!("note: {note}"));
    }
    faults
}

fn figures(blocks: &[Block]) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for block in blocks {
        if let Block::Figure(figure) = block {
            found.push((figure.caption.as_str(), figure.credit.as_str()));
        }
    }
    found.retain(|(caption, _)| !caption.is_empty());
    found
}

/// Walks every entry; with `is_page`, its page was fetched.
fn walk(is_page: bool) {
    let edition = Edition::new(NOW);
    let (mut n, mut told) = (0, String::new());
    for (house, path, feed_title) in HOUSES.iter().filter(|h| is_page || FULL_TEXT.contains(&h.0)) {
        let sources = sources(house);
        let (bytes, mime) = document(&edition, path);
        let base = format!("{BASE}{path}");
        let context = parse::Context::new(NOW);
        let (feed, _) = parse::feed(&bytes, mime.as_deref(), Some(&base), &context).unwrap();
        for parsed in &feed.entries {
            let source = sources.iter().find(|source| {
                let title = stretch(source.field("title"));
                parsed.title.contains(&title)
            });
            let source = source.unwrap_or_else(|| panic!("{house}: {}", parsed.title));
            let page = parsed.url.as_deref().unwrap().strip_prefix(BASE).unwrap();
            let html = String::from_utf8(document(&edition, page).0).unwrap();
            let article =
                article::of_entry(&archived(parsed, feed_title, path, is_page.then_some(html)));
            n += 1;
            let faults = faults(house, source, &article, is_page);
            if !faults.is_empty() {
                writeln!(told, "{page}\n    {}", faults.join("\n    ")).unwrap();
            }
        }
    }
    assert!(n > 30, "{n} articles");
    assert!(told.is_empty(), "{told}");
}

#[test]
fn every_page_becomes_its_article() {
    walk(true);
}

#[test]
fn every_full_text_of_a_feed_becomes_its_article() {
    walk(false);
}
