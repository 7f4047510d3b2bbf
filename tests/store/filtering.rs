//! Lists that are narrowed by a query, against what the query means.

use std::sync::Arc;

use proptest::prelude::*;
use umland::domain::{Access, Anchor, Change, Mark, ParsedEntry, Query, Scope, Show, Target, Tree};
use umland::query::{self, Context, Expr};
use umland::text::Clean;
use umland::text::dates::Zone;

use crate::support::{Archive, NOW, all, entry, in_folder, subscriptions, unread};

fn filtered(expr: &Expr) -> Query {
    let zone = Zone::UTC;
    let context = Context::new(NOW, &zone);
    Query { filter: Some(Arc::new(query::filter(expr, "", &context))), ..all() }
}

pub(crate) fn asked(text: &str) -> Query {
    filtered(&query::parse(text).unwrap())
}

fn paper() -> Archive {
    let archive = Archive::new();
    let mut feeds = subscriptions(3);
    feeds[0].title = Some(Clean::line("Stadtbote"));
    feeds[1].tags = vec![Clean::line("police")];
    archive.store.sync_subscriptions(&feeds, NOW).unwrap();
    let with = |title: &str, hours: i64, text: &str| ParsedEntry {
        text: text.to_owned(),
        ..entry(title, hours * 3600)
    };
    archive.merge(
        1,
        &[
            with("Brand in Lagerhalle", 1, "Feuer in Linn. Die Alte Kirche blieb heil."),
            ParsedEntry {
                authors: vec![Clean::line("Käthe Groß")],
                ..with("Kirche alt", 30, "Ein alter Turm.")
            },
            ParsedEntry { access: Access::Locked, ..with("Haushalt", 60, &"Zahlen ".repeat(400)) },
        ],
    );
    archive.merge(2, &[with("Fahrrad weg", 2, "Die Polizei sucht Groß und Klein, in Linn.")]);
    archive.merge(3, &[with("Turnier", 100, "Die Halle war voll.")]);
    let mark = |title: &str, mark| {
        let target = Target::Entries(vec![archive.id(title)]);
        archive.store.change(&Change { target, mark }, NOW).unwrap()
    };
    mark("Turnier", Mark::Read);
    mark("Haushalt", Mark::Star);
    archive.merge(3, &[with("Versteckt", 200, "Linn.")]);
    mark("Versteckt", Mark::Hide);
    archive
}

#[test]
fn every_term_finds_what_it_means() {
    let archive = paper();
    let everything = ["Brand in Lagerhalle", "Fahrrad weg", "Kirche alt", "Haushalt", "Turnier"];
    let cases: &[(&str, &[&str])] = &[
        ("", &everything),
        ("unread", &everything[..4]),
        ("read", &["Turnier"]),
        ("starred", &["Haushalt"]),
        ("hidden", &["Versteckt"]),
        ("feed:stadtbote", &["Brand in Lagerhalle", "Kirche alt", "Haushalt"]),
        ("feed:blatt.example/2", &["Fahrrad weg"]),
        ("feed:nirgends", &[]),
        ("folder:Kreis", &["Fahrrad weg", "Turnier"]),
        ("tag:Police", &["Fahrrad weg"]),
        ("kind:police", &["Fahrrad weg"]),
        ("author:gross", &["Kirche alt"]),
        ("author:\"Käthe Groß\"", &["Kirche alt"]),
        ("Groß", &["Fahrrad weg", "Kirche alt"]),
        ("title:kirche", &["Kirche alt"]),
        ("text:kirche", &["Brand in Lagerhalle"]),
        ("title:halle", &[]),
        ("title:*halle", &["Brand in Lagerhalle"]),
        ("*halle", &["Brand in Lagerhalle", "Turnier"]),
        ("halle", &["Turnier"]),
        ("\"alte kirche\"", &["Brand in Lagerhalle"]),
        ("alt*", &["Brand in Lagerhalle", "Kirche alt"]),
        ("\"alt\"", &["Kirche alt"]),
        ("-\"alte kirche\" linn", &["Fahrrad weg"]),
        ("since:2h", &["Brand in Lagerhalle", "Fahrrad weg"]),
        ("before:2d", &["Haushalt", "Turnier"]),
        ("len:>300", &["Haushalt"]),
        ("len:<300 starred", &[]),
        ("free:no", &["Haushalt"]),
        ("free:yes since:3d", &everything[..3]),
        ("free:locked", &["Haushalt"]),
        ("linn OR turnier", &["Brand in Lagerhalle", "Fahrrad weg", "Turnier"]),
        ("-(linn OR turnier OR starred)", &["Kirche alt"]),
        ("--turnier", &["Turnier"]),
    ];
    for (text, want) in cases {
        let query = asked(text);
        assert_eq!(archive.titles(&query), *want, "{text}");
        let window = archive.store.window(&query, Anchor::Start, 1).unwrap();
        assert_eq!(window.total, Some(want.len() as u64), "{text}");
    }
}

#[test]
fn a_filter_narrows_scope_and_words_further() {
    let archive = paper();
    let linn = asked("linn");
    assert_eq!(
        archive.titles(&Query { scope: in_folder("Kreis").scope, ..linn.clone() }),
        ["Fahrrad weg"]
    );
    assert_eq!(archive.titles(&Query { text: "brand".to_owned(), ..linn.clone() }).len(), 1);
    assert_eq!(archive.titles(&Query { show: unread().show, ..asked("turnier") }), [""; 0]);
    assert_eq!(archive.titles(&Query { scope: Scope::Starred, ..asked("zahlen") }), ["Haushalt"]);
}

#[test]
fn what_is_typed_is_found_in_the_middle_of_words_when_nothing_begins_with_it() {
    let archive = paper();
    let typed = |text: &str| Query { text: text.to_owned(), ..all() };
    assert_eq!(archive.titles(&typed("gerhalle")), ["Brand in Lagerhalle"]);
    assert_eq!(archive.titles(&typed("halle")), ["Turnier"]);
    let hits = archive.store.search(&typed("gerhalle"), 9).unwrap();
    assert_eq!(hits[0].row.title, "Brand in Lagerhalle");
}

#[test]
fn a_filtered_list_is_marked_as_it_is_shown() {
    let archive = paper();
    let target = Target::List(asked("linn"), NOW);
    assert_eq!(archive.store.change(&Change { target, mark: Mark::Read }, NOW).unwrap().entries, 2);
    assert_eq!(archive.titles(&asked("unread")), ["Kirche alt", "Haushalt"]);
    archive.store.undo().unwrap();
    assert_eq!(archive.titles(&asked("unread")).len(), 4);
}

#[test]
fn totals_are_right_in_every_kind_of_list() {
    let archive = Archive::with_feeds(3);
    // More hits than are sorted in memory.
    for feed in 1..=3 {
        let document: Vec<ParsedEntry> =
            (0..900).map(|i| entry(&format!("Meldung {feed}.{i}"), i * 60 + feed)).collect();
        archive.merge(feed, &document);
    }
    let ids = archive.rows(&all()).iter().step_by(7).map(|r| r.id).collect();
    archive.store.change(&Change { target: Target::Entries(ids), mark: Mark::Read }, NOW).unwrap();
    archive.store.sync_subscriptions(&subscriptions(2), NOW).unwrap();
    for show in [Show::All, unread().show, Show::Unread { or_read_since: NOW }] {
        for scope in [Scope::All, in_folder("Kreis").scope, Scope::Starred] {
            for text in ["meldung", "bericht -\"nichts\"", "since:1d"] {
                let query = Query { scope: scope.clone(), show, ..asked(text) };
                let rows = archive.rows(&query).len() as u64;
                let total = archive.store.window(&query, Anchor::Start, 10).unwrap().total;
                assert_eq!(total, Some(rows), "{query:?}");
            }
        }
    }
}

/// Terms with the test that they stand for, over what a row shows.
fn term() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "linn",
        "\"alte kirche\"",
        "unread",
        "read",
        "starred",
        "since:1d",
        "before:2d",
        "len:>9",
        "folder:Kreis",
        "title:halle",
        "text:kirche",
        "free:no",
        "author:groß",
        "*halle",
    ])
}

fn expr() -> impl Strategy<Value = Expr> {
    term().prop_map(|text| query::parse(text).unwrap()).prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|e| Tree::Not(Box::new(e))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Tree::All),
            prop::collection::vec(inner, 2..4).prop_map(Tree::Any),
        ]
    })
}

/// What an expression means, from what its terms find alone.
fn meant(archive: &Archive, expr: &Expr, everything: &[String]) -> Vec<String> {
    let keep = |holds: &dyn Fn(&String) -> bool| {
        everything.iter().filter(|title| holds(title)).cloned().collect()
    };
    match expr {
        Tree::Is(_) => archive.titles(&filtered(expr)),
        Tree::Not(inner) => {
            let found = meant(archive, inner, everything);
            keep(&|title| !found.contains(title))
        }
        Tree::All(parts) => {
            let found: Vec<_> = parts.iter().map(|p| meant(archive, p, everything)).collect();
            keep(&|title| found.iter().all(|f| f.contains(title)))
        }
        Tree::Any(parts) => {
            let found: Vec<_> = parts.iter().map(|p| meant(archive, p, everything)).collect();
            keep(&|title| found.iter().any(|f| f.contains(title)))
        }
    }
}

#[test]
fn and_or_and_not_mean_what_they_say() {
    let archive = paper();
    let everything = archive.titles(&all());
    let mut runner = proptest::test_runner::TestRunner::default();
    runner
        .run(&expr(), |expr| {
            prop_assert_eq!(
                archive.titles(&filtered(&expr)),
                meant(&archive, &expr, &everything),
                "{}",
                query::print(&expr)
            );
            Ok(())
        })
        .unwrap();
}
