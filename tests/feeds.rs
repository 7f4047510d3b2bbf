//! Feed documents and what is read from them: `tests/fixtures/feeds/*.{xml,json}` ⇒ `*.txt`. `BLESS=1` rewrites the
//! expectations; the reviewer reads the diff. Further down: the same documents, damaged in a thousand ways.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use umland::domain::{Access, ParsedEntry, ParsedFeed, Timestamp, Warning};
use umland::parse::{self, Context, ParseError};
use umland::text::Clean;

const FOLDER: &str = "tests/fixtures/feeds";
const BASE: &str = "https://www.zeitung.example/krefeld/rss.xml";

/// 24 November 2026, noon.
fn context() -> Context {
    Context { now: Timestamp(1_795_521_600), zone: None }
}

fn documents() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "xml" || e == "json"))
        .collect();
    found.sort();
    found
}

fn field(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        writeln!(out, "  {name:<9} {}", value.replace('\n', "\n            ")).unwrap();
    }
}

fn joined(names: &[Clean]) -> String {
    names.iter().map(Clean::as_str).collect::<Vec<_>>().join(" | ")
}

fn date(instant: Option<Timestamp>) -> String {
    instant.map(|t| jiff::Timestamp::from_second(t.0).unwrap().to_string()).unwrap_or_default()
}

fn shown_entry(entry: &ParsedEntry, out: &mut String) {
    writeln!(out, "\n* {}", entry.title).unwrap();
    field(out, "guid", &entry.guid);
    field(out, "url", entry.url.as_deref().unwrap_or_default());
    field(out, "published", &date(entry.published));
    field(out, "updated", &date(entry.updated));
    field(out, "authors", &joined(&entry.authors));
    field(out, "tags", &joined(&entry.categories));
    for file in &entry.enclosures {
        let bytes = file.bytes.map(|b| b.to_string()).unwrap_or_default();
        field(out, "file", format!("{} {} {bytes}", file.url, file.mime).trim_end());
    }
    field(out, "image", entry.image.as_deref().unwrap_or_default());
    field(out, "caption", &entry.image_caption);
    field(out, "credit", &entry.image_credit);
    field(out, "language", entry.language.as_deref().unwrap_or_default());
    if entry.access != Access::Unknown {
        field(out, "access", entry.access.name());
    }
    if let Some(point) = entry.point {
        field(out, "point", &format!("{} {}", point.lat_e6, point.lon_e6));
    }
    if let Some(alert) = &entry.alert {
        field(out, "alert", &format!("{alert:?}"));
    }
    field(out, "source", &entry.source);
    field(out, "summary", &entry.summary);
    field(out, "html", &entry.content_html);
    if entry.text != *entry.summary {
        field(out, "text", &entry.text);
    }
}

fn shown(result: &Result<(ParsedFeed, Vec<Warning>), ParseError>) -> String {
    let (feed, warnings) = match result {
        Ok(parsed) => parsed,
        Err(error) => return format!("error: {error}\n"),
    };
    let mut out = format!("{}\n", feed.title);
    field(&mut out, "about", &feed.description);
    field(&mut out, "site", feed.site_url.as_deref().unwrap_or_default());
    field(&mut out, "self", feed.self_url.as_deref().unwrap_or_default());
    field(&mut out, "language", feed.language.as_deref().unwrap_or_default());
    field(&mut out, "icon", feed.icon.as_deref().unwrap_or_default());
    field(&mut out, "authors", &joined(&feed.authors));
    let hints = feed.hints;
    field(&mut out, "ttl", &hints.ttl_minutes.map(|n| format!("{n} min")).unwrap_or_default());
    field(&mut out, "period", &hints.update_period.map(|n| format!("{n} s")).unwrap_or_default());
    if hints.skip_hours != 0 || hints.skip_days != 0 {
        field(
            &mut out,
            "skip",
            &format!("hours {:024b} days {:07b}", hints.skip_hours, hints.skip_days),
        );
    }
    for warning in warnings {
        field(
            &mut out,
            "warning",
            format!("{} × {} {}", warning.code, warning.count, warning.detail).trim_end(),
        );
    }
    feed.entries.iter().for_each(|entry| shown_entry(entry, &mut out));
    out
}

fn parsed(bytes: &[u8]) -> Result<(ParsedFeed, Vec<Warning>), ParseError> {
    parse::guarded(bytes, None, Some(BASE), &context())
}

#[test]
fn documents_read_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut faults = Vec::new();
    for path in documents() {
        let got = shown(&parsed(&fs::read(&path).unwrap()));
        let expectation = path.with_extension("txt");
        if bless {
            fs::write(&expectation, got).unwrap();
        } else if fs::read_to_string(&expectation).unwrap_or_default() != got {
            faults.push(format!("{} reads differently:\n{got}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_expectation_has_a_document() {
    for entry in fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        let has_document = ["xml", "json"].iter().any(|e| path.with_extension(e).exists());
        assert!(has_document, "{}", path.display());
    }
}

/// A small generator of pseudo-random numbers (xorshift, Marsaglia 2003): the same damage in every run.
struct Damage(u64);

impl Damage {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n.max(1)).unwrap()).unwrap()
    }

    /// Flips, drops, doubles or replaces a piece, or cuts the document off.
    fn apply(&mut self, bytes: &mut Vec<u8>) {
        const PIECES: &[&[u8]] = &[
            b"<",
            b">",
            b"&",
            b"&#x0;",
            b"&#99999999;",
            b"]]>",
            b"<![CDATA[",
            b"<!--",
            b"\"",
            b"\0",
            b"\xff",
            b"\xc3",
            b"</item>",
            b"<item>",
            b"<channel>",
            b"xmlns:a=\"b\"",
            b"{",
            b"}",
            b"[",
            b",",
            b"\\ud800",
            "„ü".as_bytes(),
            b"99999999999999999999",
            b"<media:group>",
            b"</",
        ];
        let at = self.below(bytes.len());
        let n = self.below(24).min(bytes.len() - at);
        match self.below(6) {
            0 => bytes[at] ^= 1 << self.below(8),
            1 => drop(bytes.drain(at..at + n)),
            2 => {
                let piece = bytes[at..at + n].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => bytes.truncate(at.max(1)),
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
}

/// What must hold of every feed, however it came about.
fn assert_sound(path: &Path, feed: &ParsedFeed) {
    let mut ids = std::collections::HashSet::new();
    for entry in &feed.entries {
        assert!(!entry.guid.trim().is_empty(), "{}: an entry without identifier", path.display());
        assert!(ids.insert(&entry.guid), "{}: {} twice", path.display(), entry.guid);
        let url = entry.url.as_deref().unwrap_or("https://");
        assert!(url.starts_with("http"), "{}: {url}", path.display());
        for instant in [entry.published, entry.updated].into_iter().flatten() {
            assert!(instant.0 > 0 && instant.0 < context().now.0 + 3 * 86_400, "{instant:?}");
        }
    }
}

#[test]
fn damaged_documents_are_read_soundly_or_refused() {
    let mut damage = Damage(0x5EED_0000_2026_1124);
    for path in documents() {
        let whole = fs::read(&path).unwrap();
        for _ in 0..60 {
            let mut bytes = whole.clone();
            for _ in 0..=damage.below(4) {
                if !bytes.is_empty() {
                    damage.apply(&mut bytes);
                }
            }
            match parsed(&bytes) {
                Ok((feed, _)) => assert_sound(&path, &feed),
                Err(ParseError::Internal(fault)) => {
                    panic!("{}: {fault} in {:?}", path.display(), String::from_utf8_lossy(&bytes));
                }
                Err(_) => {}
            }
        }
    }
}

#[test]
fn the_same_document_reads_the_same_every_time() {
    for path in documents() {
        let bytes = fs::read(&path).unwrap();
        assert_eq!(parsed(&bytes), parsed(&bytes), "{}", path.display());
    }
}

#[test]
fn a_cut_document_gives_its_complete_entries() {
    let whole = fs::read(Path::new(FOLDER).join("paper-rp.xml")).unwrap();
    let (feed, _) = parsed(&whole).unwrap();
    for percent in [35, 50, 65, 80, 95] {
        let (cut, warnings) = parsed(&whole[..whole.len() * percent / 100]).unwrap();
        assert!(cut.entries.len() < feed.entries.len() || percent == 95, "{percent} %");
        assert!(warnings.iter().any(|w| w.code == "cut-off"), "{percent} %");
        for (part, entry) in
            cut.entries.iter().zip(&feed.entries).take(cut.entries.len().saturating_sub(1))
        {
            assert_eq!(part, entry, "{percent} %");
        }
    }
}

#[test]
fn documents_over_the_limit_are_refused() {
    let bytes = vec![b' '; parse::MAX_BYTES + 1];
    assert_eq!(parsed(&bytes).unwrap_err(), ParseError::TooLarge);
    let deep = format!("<rss><channel>{}", "<a>".repeat(100_000));
    assert_eq!(parsed(deep.as_bytes()).unwrap_err(), ParseError::TooDeep);
}

#[test]
fn a_title_that_is_none_is_cut_and_told() {
    let long = "Sondersitzung ".repeat(30_000);
    let document = format!("<rss><channel><item><title>{long}</title></item></channel></rss>");
    let (feed, warnings) = parsed(document.as_bytes()).unwrap();
    assert!(feed.entries[0].title.len() < 20_000);
    assert!(feed.entries[0].title.ends_with('…'));
    assert_eq!(warnings.iter().find(|w| w.code == "long-title").map(|w| w.count), Some(1));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_parsed_or_refused(bytes: Vec<u8>) {
        let sound = !matches!(parsed(&bytes), Err(ParseError::Internal(_)));
        assert!(sound);
    }

    #[test]
    fn any_markup_is_parsed_or_refused(inner in "[<>/a-eü &;#x0-9\"'=!\\[\\]CDAT-]{0,120}") {
        let document = format!("<rss><channel><item><title>{inner}</title></item></channel></rss>");
        let sound = !matches!(parsed(document.as_bytes()), Err(ParseError::Internal(_)));
        assert!(sound);
    }
}
