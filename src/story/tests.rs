//! Pairs of texts: the same text, the same story, and neither.

use super::*;
use crate::domain::{Alike, Timestamp};

const NOW: Timestamp = Timestamp(1_795_528_800);
const DAY: i64 = 86_400;

/// Headline, text, days ago.
type Text = (&'static str, &'static str, i64);

const BRIDGE: Text = (
    "Fußgängerbrücke in Lank bleibt bis Ostern zu",
    "Die hölzerne Brücke über den Mühlbach in Lank bleibt bis Ostern gesperrt. Ein Gutachter hat in zwei Trägern \
     Hausschwamm gefunden. Das Bauamt rechnet mit 84.000 Euro für neue Balken aus Lärchenholz.",
    0,
);
const BRIDGE_TOLD_ANEW: Text = (
    "Hausschwamm: Lanker müssen weiter Umweg gehen",
    "Wer in Lank über den Mühlbach will, muss sich gedulden. In der Holzbrücke steckt der Hausschwamm, zwei Träger sind \
     befallen. 84.000 Euro kosten die Lärchenbalken, sagt das Bauamt.",
    1,
);
const BRIDGE_ELSEWHERE: Text = (
    "Brücke über die Niers bekommt neues Geländer",
    "Das Bauamt lässt in der kommenden Woche das Geländer der Brücke über die Niers in Oedt erneuern. Radfahrer werden \
     umgeleitet, die Arbeiten kosten 12.000 Euro und dauern fünf Tage.",
    0,
);
const ACCIDENT: Text = (
    "Radfahrer bei Unfall in Lank verletzt",
    "Bei einem Unfall auf der Hauptstraße in Lank ist am Montag ein 34 Jahre alter Radfahrer leicht verletzt worden. Ein \
     Autofahrer hatte ihn beim Abbiegen übersehen. Die Polizei sucht Zeugen.",
    0,
);
const OTHER_ACCIDENT: Text = (
    "Fußgängerin in Lank angefahren",
    "Auf dem Parkplatz am Lanker Bahnhof hat ein Lieferwagen am Dienstag beim Rangieren eine 71-Jährige erfasst. Sie kam \
     mit einem gebrochenen Arm ins Krankenhaus. Die Polizei sucht Zeugen.",
    0,
);
const WEATHER: Text = (
    "Das Wetter am Niederrhein",
    "Am Montag zeigt sich am Niederrhein zunächst die Sonne, am Nachmittag ziehen von Westen Wolken auf. Die Temperaturen \
     steigen auf 7 Grad, in der Nacht kühlt es auf 2 Grad ab. Der Wind weht schwach aus Südwest mit 15 Kilometern je \
     Stunde.",
    3,
);
const WEATHER_ON_THURSDAY: Text = (
    "Das Wetter am Niederrhein",
    "Am Donnerstag zeigt sich am Niederrhein zunächst die Sonne, am Nachmittag ziehen von Westen Wolken auf. Die \
     Temperaturen steigen auf 11 Grad, in der Nacht kühlt es auf 4 Grad ab. Der Wind weht schwach aus Südwest mit 25 \
     Kilometern je Stunde.",
    0,
);

fn telling((title, text, days): Text) -> Telling {
    Telling::new(title, text, NOW.plus(-days * DAY))
}

fn alike(a: Text, b: Text) -> Option<Alike> {
    // What else stands in the papers of these days.
    let others = [ACCIDENT, OTHER_ACCIDENT, BRIDGE_ELSEWHERE, WEATHER, WEATHER_ON_THURSDAY];
    let tellings: Vec<Telling> = others.into_iter().chain([a, b]).map(telling).collect();
    let rarity = Rarity::of(&tellings);
    let found = likeness(&telling(a), &telling(b), &rarity);
    assert_eq!(found, likeness(&telling(b), &telling(a), &rarity), "the order matters");
    found
}

#[test]
fn the_same_event_in_other_words_is_the_same_story() {
    assert_eq!(alike(BRIDGE, BRIDGE_TOLD_ANEW), Some(Alike::Story));
}

#[test]
fn an_agency_text_under_another_headline_is_the_same_text() {
    let (_, text, days) = BRIDGE;
    assert_eq!(alike(BRIDGE, ("Schwamm drüber?", text, days)), Some(Alike::Text));
    let cut = &text[..text.rfind(" Das Bauamt").expect("it is there")];
    assert_eq!(alike(BRIDGE, ("Brücke zu", cut, days)), Some(Alike::Text));
}

#[test]
fn other_events_in_the_same_town_are_other_stories() {
    for (a, b) in [
        (ACCIDENT, OTHER_ACCIDENT),
        (BRIDGE, BRIDGE_ELSEWHERE),
        (BRIDGE, ACCIDENT),
        (BRIDGE_TOLD_ANEW, OTHER_ACCIDENT),
    ] {
        assert_eq!(alike(a, b), None, "{} | {}", a.0, b.0);
    }
}

#[test]
fn reports_that_are_only_filled_in_anew_are_other_stories() {
    assert_eq!(alike(WEATHER, WEATHER_ON_THURSDAY), None);
    assert_eq!(alike(WEATHER, WEATHER), Some(Alike::Text));
}

#[test]
fn what_lies_days_apart_is_another_story() {
    let (title, text, _) = BRIDGE_TOLD_ANEW;
    assert_eq!(alike(BRIDGE, (title, text, 4)), Some(Alike::Story));
    assert_eq!(alike(BRIDGE, (title, text, 5)), None);
}

#[test]
fn stories_are_put_together_whatever_the_order() {
    let texts = [ACCIDENT, BRIDGE, WEATHER, BRIDGE_TOLD_ANEW, OTHER_ACCIDENT, BRIDGE_ELSEWHERE];
    let titles = |order: Vec<usize>| {
        let tellings: Vec<Telling> = order.iter().map(|i| telling(texts[*i])).collect();
        let groups = group(&tellings, &Rarity::of(&tellings), |_, _| false).into_iter();
        let mut named: Vec<Vec<&str>> =
            groups.map(|group| group.into_iter().map(|i| texts[order[i]].0).collect()).collect();
        named.sort();
        named
    };
    let forward = titles((0..6).collect());
    assert_eq!(forward, titles((0..6).rev().collect()));
    assert_eq!(forward.len(), 5, "{forward:?}");
    let tellings = [telling(BRIDGE), telling(BRIDGE_TOLD_ANEW)];
    assert_eq!(
        group(&tellings, &Rarity::of(&tellings), |_, _| true).len(),
        2,
        "what is kept apart stays apart"
    );
}

proptest::proptest! {
    #[test]
    fn no_texts_panic(a in "\\PC{0,80}", b in "\\PC{0,80}", days in -9..9i64) {
        let (a, b) = (Telling::new(&a, &b, NOW), Telling::new(&b, &a, NOW.plus(days * DAY)));
        let rarity = Rarity::of([&a, &b]);
        assert_eq!(likeness(&a, &b, &rarity), likeness(&b, &a, &rarity));
        let _ = group(&[a, b], &rarity, |_, _| false);
    }
}
