//! Subscription lists as other readers write them, and what is taken over.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use umland::opml;
use umland::text::Clean;

#[test]
fn lists_are_taken_over() {
    let mut fixtures: Vec<_> = fs::read_dir("tests/fixtures/opml")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e != "txt"))
        .collect();
    fixtures.sort();
    assert!(!fixtures.is_empty());
    for fixture in fixtures {
        check(&fixture);
    }
}

fn check(fixture: &Path) {
    let import = opml::read(&fs::read(fixture).unwrap());
    let mut found = String::new();
    for s in &import.subscriptions {
        let tags: Vec<&str> = s.tags.iter().map(Clean::as_str).collect();
        let title = s.title.as_deref().unwrap_or("-");
        writeln!(found, "{} | {title} | {} | {}", s.url, s.folder, tags.join(", ")).unwrap();
    }
    for s in &import.skipped {
        writeln!(found, "line {}: {}: {}", s.line, s.why.name(), s.what).unwrap();
    }
    let path = fixture.with_extension("txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(&path).unwrap_or_default(), "{}", path.display());
}
