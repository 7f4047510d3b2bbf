//! Official warnings in the reader: the bar, the list, and what they never do.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{NOW, PlayedWorld, Shown, Stage, golden};
use umland::app::Event;
use umland::app::alerts::Warning;
use umland::domain::{Alert, AlertRow, EntryId, Severity};
use umland::keys::Sequence;
use umland::lang::Lang;
use umland::text::Clean;

fn warning(event: &str, severity: Severity, here: bool, hours: i64) -> Warning {
    Warning {
        row: AlertRow {
            entry: EntryId(1),
            alert: Alert {
                actual: true,
                event: Clean::line(event),
                severity,
                onset: Some(NOW),
                expires: Some(NOW.plus(hours * 3600)),
                areas: vec![Clean::line("Kreis Viersen"), Clean::line("Stadt Krefeld")],
                ..Alert::default()
            },
            title: Clean::line("Wind, Kreis Viersen"),
            source: Clean::line("Warnlage Rheinland"),
        },
        here,
    }
}

fn play(stage: Stage, warnings: Vec<Warning>, keys: &str) -> Shown {
    let world = PlayedWorld::with_edition();
    world.answers("LoadAlerts", vec![Event::AlertsLoaded(warnings)]);
    let keys = keys.parse::<Sequence>().map(|s| s.keys().to_vec()).unwrap_or_default();
    stage.play(&world, keys.into_iter().map(Event::Key).collect())
}

#[test]
fn the_bar_tells_the_worst_warning_for_the_home_until_it_ends() {
    let stage = Stage::new(120, 36);
    let both = vec![
        warning("Schwere Sturmböen", Severity::Severe, true, 7),
        warning("Extremes Tauwetter", Severity::Extreme, false, 7),
    ];
    let shown = play(stage.clone(), both, "");
    shown.shows("⚠ Schwere Sturmböen bis heute, 22:00 (w)");
    shown.shows("Alle Beiträge");
    shown.hides("Tauwetter");
    play(stage.clone(), vec![warning("Frost", Severity::Minor, false, 7)], "").hides("⚠");
    play(stage, vec![warning("Frost", Severity::Minor, true, 0)], "").hides("⚠");
}

#[test]
fn the_list_says_what_where_until_when_and_that_it_is_no_substitute() {
    let all = vec![
        warning("Glätte", Severity::Minor, false, 3),
        warning("Schwere Sturmböen", Severity::Severe, true, 7),
    ];
    let shown = play(Stage::new(80, 24), all.clone(), "w");
    for text in [
        "kein Ersatz",
        "betrifft den Wohnort",
        "Für Kreis Viersen, Stadt Krefeld",
        "bis heute, 22:00",
    ] {
        shown.shows(text);
    }
    let text = shown.text();
    assert!(text.find("Sturmböen · schwer") < text.find("Glätte"), "the home comes first:\n{text}");
    golden::check("alerts-80x24.txt", &golden::picture(&shown.buffer));
    let mono = Stage::new(120, 36).lang(Lang::En).in_theme("mono").with(|prefs| prefs.ascii = true);
    let shown = play(mono, all, "w j");
    golden::check("alerts-mono-ascii-en-120x36.txt", &golden::picture(&shown.buffer));
}

#[test]
fn without_a_warning_the_list_says_so_and_w_closes_it() {
    play(Stage::new(80, 24), Vec::new(), "w").shows("Es gilt keine Warnung");
    play(Stage::new(80, 24), Vec::new(), "w w").hides("Amtliche Warnungen");
}

#[test]
fn every_size_can_show_warnings() {
    let one = vec![warning("Schwere Sturmböen", Severity::Severe, true, 7)];
    for (width, height) in [(20, 5), (40, 15), (80, 24), (200, 50), (1, 1)] {
        play(Stage::new(width, height), one.clone(), "w j");
        play(Stage::new(width, height), one.clone(), "");
    }
}
