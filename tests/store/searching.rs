//! Full-text search.

use umland::domain::{Anchor, ParsedEntry, Query, Show, Timestamp};
use umland::store::Store;
use umland::text::Clean;

use crate::support::{Archive, NOW, entry, in_feed, text};

fn paper() -> Archive {
    let archive = Archive::with_feeds(2);
    let with =
        |title: &str, age, words: &str| ParsedEntry { text: words.to_owned(), ..entry(title, age) };
    archive.merge(
        1,
        &[
            with("Bürgermeister Müller geht", 40, "Der Amtsinhaber verlässt die Alte Straße."),
            with("Markt", 30, "Auch Herr Mueller war da, sagt Muller."),
            ParsedEntry { authors: vec![Clean::line("Käthe Groß")], ..entry("Konzert", 20) },
        ],
    );
    archive.merge(2, &[with("Rat", 10, "Der Rat tagt über die neue Strasse und alte Pläne.")]);
    archive
}

#[test]
fn spellings_find_each_other() {
    let archive = paper();
    for name in ["Müller", "mueller", "MULLER", "müll"] {
        assert_eq!(archive.titles(&text(name)), ["Markt", "Bürgermeister Müller geht"], "{name}");
    }
    for street in ["straße", "Strasse"] {
        assert_eq!(archive.titles(&text(street)), ["Rat", "Bürgermeister Müller geht"], "{street}");
    }
    assert_eq!(archive.titles(&text("gross kaethe")), ["Konzert"]);
}

#[test]
fn every_word_must_be_there_and_phrases_in_their_order() {
    let archive = paper();
    assert_eq!(archive.titles(&text("alte straße")).len(), 2);
    assert_eq!(archive.titles(&text("\"alte straße\"")), ["Bürgermeister Müller geht"]);
    assert_eq!(archive.titles(&text("müller rat")), [""; 0]);
    assert_eq!(archive.titles(&Query { text: "straße".to_owned(), ..in_feed(2) }), ["Rat"]);
    let unread = Show::Unread { or_read_since: Timestamp(0) };
    assert_eq!(archive.titles(&Query { show: unread, ..text("straße") }).len(), 2);
}

#[test]
fn nothing_typed_is_a_fault() {
    let archive = paper();
    let odd = [
        "\"", "\"\"", "a\"b", "*", "-", "NOT", "rat AND", "title:", "NEAR(", "(", "'", "%", "\0",
        "^rat", "{a b}",
    ];
    for typed in odd {
        archive.rows(&text(typed));
        archive.store.search(&text(typed), 10).unwrap();
    }
    assert_eq!(archive.titles(&text(" * ")).len(), 4);
    assert_eq!(archive.store.search(&text(" * "), 10).unwrap(), []);
}

#[test]
fn the_best_hits_come_first_with_their_words() {
    let archive = paper();
    let hits = archive.store.search(&text("mueller"), 10).unwrap();
    let found: Vec<(&str, &str)> = hits.iter().map(|h| (&*h.row.title, &*h.snippet)).collect();
    assert_eq!(
        found,
        [
            ("Bürgermeister Müller geht", "Der Amtsinhaber verlässt die Alte Straße."),
            ("Markt", "Auch Herr Mueller war da, sagt Muller."),
        ]
    );
    assert_eq!(archive.store.search(&text("mueller"), 1).unwrap().len(), 1);
}

#[test]
fn among_equals_the_newer_comes_first() {
    let archive = Archive::with_feeds(1);
    archive.merge(1, &[entry("Kirmes in Linn", 9_000_000), entry("Kirmes in Oppum", 60)]);
    let hits = archive.store.search(&text("kirmes"), 10).unwrap();
    assert_eq!(hits[0].row.title, "Kirmes in Oppum");
}

#[test]
fn the_index_follows_changes() {
    let archive = Archive::with_feeds(1);
    let first = ParsedEntry { text: "Ein Feuer.".to_owned(), ..entry("Meldung", 1) };
    archive.merge(1, std::slice::from_ref(&first));
    assert_eq!(archive.titles(&text("feuer")), ["Meldung"]);
    archive.merge(1, &[ParsedEntry { text: "Eine Flut.".to_owned(), ..first }]);
    assert_eq!(archive.titles(&text("flut")), ["Meldung"]);
    assert_eq!(archive.titles(&text("feuer")), [""; 0]);
}

#[test]
fn the_index_can_be_brought_up_to_date_in_steps_and_after_a_restart() {
    let archive = Archive::with_feeds(1);
    let document: Vec<_> = (0..25).map(|i| entry(&format!("Nr. {i}"), i)).collect();
    archive.merge(1, &document);
    assert!(archive.store.index_pending(10).unwrap());
    let next = Store::open(archive.path(), NOW).unwrap();
    assert!(next.index_pending(10).unwrap());
    assert!(!next.index_pending(10).unwrap());
    assert!(!next.index_pending(10).unwrap());
    assert_eq!(archive.rows(&text("bericht")).len(), 25);
}

#[test]
fn a_reader_searches_what_is_indexed() {
    let archive = paper();
    let reader = Store::open_reader(archive.path()).unwrap();
    assert_eq!(reader.search(&text("rat"), 9).unwrap(), []);
    archive.store.index_pending(100).unwrap();
    assert_eq!(reader.search(&text("rat"), 9).unwrap()[0].row.title, "Rat");
}

#[test]
fn frequent_words_are_found_and_counted_as_the_index_does() {
    let archive = Archive::with_feeds(1);
    // Frequent among the newest, rare further down: the list is walked beyond what is looked at.
    let document: Vec<_> = (0..4000)
        .map(|i| {
            let often = if i < 40 || i % 97 == 0 { "Sperrung" } else { "Ruhe" };
            let text = format!("{often} und Sperrgut im Rathaus {i}");
            ParsedEntry { text, ..entry(&format!("Nr. {i}"), i) }
        })
        .collect();
    archive.merge(1, &document);
    for (words, n) in [
        ("sperrung", 81),
        ("sperr", 4000),
        ("\"im rathaus\"", 4000),
        ("rathaus -sperrung", 3919),
        ("*perrung", 81),
        ("text:sperrung", 81),
        ("ruhe", 3919),
    ] {
        archive.store.forget_answers();
        let query = crate::filtering::asked(words);
        let first = archive.store.window(&query, Anchor::Start, 30).unwrap();
        assert_eq!(first.rows.len(), 30, "{words}");
        assert_eq!(archive.store.length(&query, || true).unwrap(), Some(n), "{words}");
        assert_eq!(archive.rows(&query).len() as u64, n, "{words}");
        let by_index = archive.store.window(&query, Anchor::Start, 30).unwrap();
        assert_eq!(by_index.rows, first.rows, "{words}");
    }
    let folder = crate::support::in_folder("Krefeld");
    assert_eq!(archive.store.length(&folder, || false).unwrap(), None, "nobody wants to know");
    assert_eq!(archive.store.length(&folder, || true).unwrap(), Some(4000));
}
