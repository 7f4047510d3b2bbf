//! Texts with dates, and what is found in them.

use super::*;

/// Tuesday, 24 November 2026, 15:00 in Krefeld.
const NOW: Timestamp = Timestamp(1_795_528_800);

fn found(text: &str) -> Vec<String> {
    let zone = Zone::get("Europe/Berlin").expect("the zone is bundled");
    occasions(text, NOW.plus(-2 * 86_400), NOW, &zone)
        .iter()
        .map(|occasion| {
            let at = jiff::Timestamp::from_second(occasion.at.0)
                .expect("a date")
                .to_zoned_datetime(zone.clone());
            let time =
                if occasion.timed { at.strftime(" %H:%M").to_string() } else { String::new() };
            format!("{}{time}", at.date())
        })
        .collect()
}

#[test]
fn dates_with_an_hour_are_found() {
    let cases = [
        ("Das Fest ist am Samstag, 28. November, 15 Uhr, auf dem Markt.", "2026-11-28 15:00"),
        ("Los geht es am 3.12. um 19.30 Uhr im Saal.", "2026-12-03 19:30"),
        ("Beginn: Fr., 4.12.2026, 20:00 Uhr.", "2026-12-04 20:00"),
        ("Um 11 Uhr am Sonntag, 6. Dezember, spielt die Orgel.", "2026-12-06 11:00"),
        ("Am 9. Januar von 14 bis 18 Uhr steht die Tür offen.", "2027-01-09 14:00"),
        ("Am 9. Januar, 14-18 Uhr, steht die Tür offen.", "2027-01-09 14:00"),
        ("Kommt am 5. März 2027 gegen 9 Uhr vorbei!", "2027-03-05 09:00"),
        ("The choir sings on Saturday, November 28, at 3 pm.", "2026-11-28 15:00"),
        ("Doors open on 4 December at 7.30pm in the old mill.", "2026-12-04 19:30"),
        ("Join us on the 5th December at 15:00.", "2026-12-05 15:00"),
        ("Join us on 5th December at 15:00.", "2026-12-05 15:00"),
        ("Heute, 24. November, 19 Uhr, im Pfarrsaal.", "2026-11-24 19:00"),
    ];
    for (text, want) in cases {
        assert_eq!(found(text), [want], "{text}");
    }
}

#[test]
fn a_day_counts_when_something_takes_place() {
    assert_eq!(found("Die Ausstellung wird am 29. November eröffnet."), ["2026-11-29"]);
    assert_eq!(found("Die Straße ist ab Freitag, 27. November, gesperrt."), ["2026-11-27"]);
    assert_eq!(found("The market opens on 1 December."), ["2026-12-01"]);
    assert_eq!(found("Der Verein wurde am 29. November größer."), Vec::<String>::new());
}

#[test]
fn what_is_not_sure_is_left_out() {
    let texts = [
        "Am Samstag, 29. November, 15 Uhr, ist Markt.", // a Sunday
        "Am Samstag ab 15 Uhr ist Markt.",              // which one?
        "Das Konzert war am 21. November um 20 Uhr.",   // over
        "Das Konzert am 28. November, 20 Uhr, ist abgesagt.",
        "Anmelden bis zum 3. Dezember, 12 Uhr, zum Turnier.",
        "Der Markt kostet 3.12 Euro, Beginn 14 Uhr.",
        "Das Fest war am 28. November 2019 um 15 Uhr.",
        "Am 31.11. um 15 Uhr ist das Fest.", // there is none
        "Am 1. September um 15 Uhr ist das Fest.", // too far to be sure
        "Am 28. November. Um 15 Uhr kam die Polizei.",
        "Heute, 24. November, 11 Uhr, war Markt.", // earlier today
    ];
    for text in texts {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_text_has_each_date_once_and_in_order() {
    let text = "Premiere ist am 5.12. um 20 Uhr, weitere Vorstellungen am 12.12. um 20 Uhr.\n\
                Die Premiere am 5. Dezember ist ausverkauft. Das Fest beginnt am 1. Dezember.";
    assert_eq!(found(text), ["2026-12-01", "2026-12-05 20:00", "2026-12-12 20:00"]);
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "([0-9]{1,3}[.:-]?|[a-z.,]{0,9}|Uhr|Dezember|pm|\\PC){0,20}( )?.*") {
        for occasion in occasions(&text, NOW, NOW, &Zone::UTC) {
            assert!(occasion.at > NOW);
        }
    }
}

#[test]
fn a_report_of_the_day_is_no_announcement() {
    let zone = Zone::get("Europe/Berlin").expect("the zone is bundled");
    let text = "Am Dienstag (24.11.2026) gegen 17:30 Uhr meldeten Autofahrer ein Lama.";
    assert_eq!(occasions(text, NOW, NOW, &zone), []);
}
