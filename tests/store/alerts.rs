//! Official warnings: kept, replaced, over, and never unread.

use umland::domain::{Alert, AlertKind, ParsedEntry, Severity, Timestamp};
use umland::text::Clean;

use crate::support::{Archive, NOW, all, entry};

/// A warning that ends an hour from now.
fn alert(identifier: &str, severity: Severity) -> Alert {
    Alert {
        identifier: Clean::line(identifier),
        actual: true,
        event: Clean::line("Sturm"),
        severity,
        sent: Some(NOW),
        expires: Some(NOW.plus(3600)),
        ..Alert::default()
    }
}

fn carrying(title: &str, alert: Alert) -> ParsedEntry {
    ParsedEntry { alert: Some(Box::new(alert)), ..entry(title, 10) }
}

fn holding(archive: &Archive, now: Timestamp) -> Vec<String> {
    archive.store.alerts(now).unwrap().iter().map(|row| row.title.to_string()).collect()
}

#[test]
fn a_warning_holds_until_its_end_the_worst_first() {
    let archive = Archive::with_feeds(1);
    let mild = carrying("mild", alert("1", Severity::Minor));
    let bad = carrying("bad", alert("2", Severity::Extreme));
    archive.merge(1, &[mild, bad, entry("Brand", 20)]);
    assert_eq!(holding(&archive, NOW), ["bad", "mild"]);
    assert_eq!(holding(&archive, NOW.plus(3600)), [""; 0]);
    archive.check_counts();
}

#[test]
fn a_warning_is_never_unread_and_hides_nothing() {
    let archive = Archive::with_feeds(1);
    let document = [carrying("Warnung", alert("1", Severity::Minor)), entry("Brand", 20)];
    archive.merge(1, &document);
    assert_eq!(archive.store.counts().unwrap().unread, 1);
    assert_eq!(archive.titles(&all()), ["Warnung", "Brand"]);
    // Not even when its words change altogether.
    let text =
        "Ganz andere Worte, und sehr viele davon, denn es wird noch viel schlimmer als gedacht.";
    let changed = ParsedEntry { text: text.to_owned(), ..document[0].clone() };
    archive.merge(1, &[changed]);
    assert_eq!(archive.store.counts().unwrap().unread, 1);
    archive.check_counts();
}

#[test]
fn an_update_replaces_and_a_cancel_ends() {
    let archive = Archive::with_feeds(1);
    archive.merge(1, &[carrying("erste", alert("1", Severity::Minor))]);
    let references = |of: &str| vec![Clean::line(of)];
    let update = Alert {
        kind: AlertKind::Update,
        references: references("1"),
        ..alert("2", Severity::Severe)
    };
    archive.merge(1, &[carrying("zweite", update)]);
    assert_eq!(holding(&archive, NOW), ["zweite"]);
    let cancel = Alert {
        kind: AlertKind::Cancel,
        references: references("2"),
        ..alert("3", Severity::Severe)
    };
    archive.merge(1, &[carrying("Ende", cancel)]);
    assert_eq!(holding(&archive, NOW), [""; 0]);
    assert_eq!(archive.titles(&all()).len(), 3, "their entries stay");
}

#[test]
fn the_same_document_again_keeps_what_was_replaced_replaced() {
    let archive = Archive::with_feeds(1);
    let old = carrying("erste", alert("1", Severity::Minor));
    let new = carrying(
        "zweite",
        Alert {
            kind: AlertKind::Update,
            references: vec![Clean::line("1")],
            ..alert("2", Severity::Minor)
        },
    );
    for _ in 0..2 {
        archive.merge(1, &[new.clone(), old.clone()]);
        assert_eq!(holding(&archive, NOW), ["zweite"]);
    }
    // Alone, the old one comes late and says nothing new.
    archive.merge(1, &[old]);
    assert_eq!(holding(&archive, NOW), ["zweite"]);
}
