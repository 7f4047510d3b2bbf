//! Dates as a reader says them: which message of the language files, with which values. The words themselves stand in
//! `assets/lang/*/app.ftl` under `date-`, so this file knows none.

use jiff::tz::TimeZone;

/// A time zone; the alias lets modules that may not see jiff hold one.
pub type Zone = TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// A message of the language files with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Id of the message.
    pub id: &'static str,
    /// Its variable `$time`: "14:05".
    pub time: String,
    /// Its variables with numbers: `$n`, `$day`, `$month` (1 to 12), `$weekday` (1 Monday to 7 Sunday) and
    /// `$year`.
    pub numbers: [(&'static str, i64); 5],
}

/// The date and time of an article: "heute, 14:05", "Mo, 21. Sep.", "21.09.2025". Instants are whole seconds since 1970.
pub fn date(at: i64, now: i64, zone: &TimeZone) -> Phrase {
    let (at, now) = (local(at, zone), local(now, zone));
    let id = match days_ago(&at, &now) {
        -1 => "date-tomorrow",
        0 => "date-today",
        1 => "date-yesterday",
        2..=6 => "date-this-week",
        _ if at.year() == now.year() => "date-this-year",
        _ => "date-other-year",
    };
    phrase(id, 0, &at)
}

/// The day of a heading: "heute", "gestern", "Mo, 21. Sep.", "21.09.2025". Instants are whole seconds since 1970.
pub fn day_heading(at: i64, now: i64, zone: &TimeZone) -> Phrase {
    let (at, now) = (local(at, zone), local(now, zone));
    let id = match days_ago(&at, &now) {
        -1 => "date-day-tomorrow",
        0 => "date-day-today",
        1 => "date-day-yesterday",
        _ if at.year() == now.year() => "date-this-year",
        _ => "date-other-year",
    };
    phrase(id, 0, &at)
}

/// The last midnight, in whole seconds since 1970.
pub fn midnight(now: i64, zone: &TimeZone) -> i64 {
    local(now, zone).start_of_day().map_or(now, |start| start.timestamp().as_second())
}

/// The age of an entry for a narrow column: "5 min", "3 h", "gestern", "21. Sep". Instants are whole seconds since 1970.
pub fn age(at: i64, now: i64, zone: &TimeZone) -> Phrase {
    let seconds = now.saturating_sub(at);
    let (at, now) = (local(at, zone), local(now, zone));
    let days = days_ago(&at, &now);
    let (id, n) = match seconds {
        ..60 => ("date-age-now", 0),
        60..3_600 => ("date-age-minutes", seconds / 60),
        3_600..43_200 => ("date-age-hours", seconds / 3_600),
        _ if days == 0 => ("date-age-hours", seconds / 3_600),
        _ if days == 1 => ("date-age-yesterday", 1),
        _ if days < 7 => ("date-age-days", days),
        _ if at.year() == now.year() => ("date-age-this-year", days),
        _ => ("date-age-other-year", days),
    };
    phrase(id, n, &at)
}

fn phrase(id: &'static str, n: i64, at: &ZonedDateTime) -> Phrase {
    Phrase {
        id,
        time: format!("{:02}:{:02}", at.hour(), at.minute()),
        numbers: [
            ("n", n),
            ("day", i64::from(at.day())),
            ("month", i64::from(at.month())),
            ("weekday", i64::from(at.weekday().to_monday_one_offset())),
            ("year", i64::from(at.year())),
        ],
    }
}

/// The day in the reader's time zone (ISO 8601): "2026-11-24".
pub fn day(at: i64, zone: &TimeZone) -> String {
    local(at, zone).date().to_string()
}

/// The instant in UTC, to the second (RFC 3339): "2026-11-24T14:00:00Z".
pub fn rfc3339(at: i64) -> String {
    local(at, &TimeZone::UTC).timestamp().to_string()
}

/// The instant in the reader's time zone; an impossible one becomes the nearest possible.
fn local(second: i64, zone: &TimeZone) -> ZonedDateTime {
    let nearest = if second < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_second(second).unwrap_or(nearest).to_zoned_datetime(zone.clone())
}

/// Midnights between two instants.
fn days_ago(at: &ZonedDateTime, now: &ZonedDateTime) -> i64 {
    at.date().until(now.date()).map_or(i64::MAX, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Value};

    const NOW: &str = "2026-11-24T15:00:00+01:00";

    fn second(text: &str) -> i64 {
        text.parse::<Timestamp>().expect(text).as_second()
    }

    fn spoken(phrase: &Phrase, lang: Lang) -> String {
        assert!(lang.has(phrase.id), "{}", phrase.id);
        let mut values: Vec<(&'static str, Value)> =
            phrase.numbers.iter().map(|(name, n)| (*name, Value::from(*n))).collect();
        values.push(("time", Value::from(phrase.time.clone())));
        lang.format(phrase.id, &values)
    }

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").expect("the bundled database has it")
    }

    #[test]
    fn dates_are_said_as_a_reader_says_them() {
        let cases = [
            ("2026-11-24T13:05:00Z", "heute, 14:05", "today, 14:05"),
            ("2026-11-23T08:10:00Z", "gestern, 09:10", "yesterday, 09:10"),
            ("2026-11-23T23:30:00Z", "heute, 00:30", "today, 00:30"),
            ("2026-11-25T06:00:00Z", "morgen, 07:00", "tomorrow, 07:00"),
            ("2026-11-20T06:00:00Z", "Fr, 07:00", "Fri, 07:00"),
            ("2026-09-21T06:00:00Z", "Mo, 21. Sep.", "Mon, 21 Sep"),
            ("2025-09-01T06:00:00Z", "01.09.2025", "1 Sep 2025"),
            ("2026-12-24T06:00:00Z", "Do, 24. Dez.", "Thu, 24 Dec"),
        ];
        for (at, de, en) in cases {
            let phrase = date(second(at), second(NOW), &berlin());
            assert_eq!(spoken(&phrase, Lang::De), de);
            assert_eq!(spoken(&phrase, Lang::En), en);
        }
    }

    #[test]
    fn days_are_named_or_dated() {
        let cases = [
            ("2026-11-24T13:05:00Z", "heute"),
            ("2026-11-23T08:10:00Z", "gestern"),
            ("2026-11-20T06:00:00Z", "Fr, 20. Nov."),
            ("2025-09-01T06:00:00Z", "01.09.2025"),
        ];
        for (at, de) in cases {
            assert_eq!(spoken(&day_heading(second(at), second(NOW), &berlin()), Lang::De), de);
        }
    }

    #[test]
    fn ages_are_short() {
        let cases = [
            ("2026-11-24T13:59:50Z", "jetzt", "now"),
            ("2026-11-24T14:00:30Z", "jetzt", "now"),
            ("2026-11-24T13:55:00Z", "5 min", "5 min"),
            ("2026-11-24T11:00:00Z", "3 h", "3 h"),
            ("2026-11-23T23:30:00Z", "14 h", "14 h"),
            ("2026-11-23T22:30:00Z", "gestern", "1 d"),
            ("2026-11-22T08:00:00Z", "So", "Sun"),
            ("2026-09-21T08:00:00Z", "21. Sep", "21 Sep"),
            ("2025-09-21T08:00:00Z", "Sep 2025", "Sep 2025"),
        ];
        for (at, de, en) in cases {
            let phrase = age(second(at), second(NOW), &berlin());
            assert_eq!(spoken(&phrase, Lang::De), de);
            assert_eq!(spoken(&phrase, Lang::En), en);
        }
    }

    #[test]
    fn the_change_to_winter_time_keeps_the_day() {
        let now = second("2026-10-25T12:00:00+01:00");
        let phrase = date(second("2026-10-25T00:30:00+02:00"), now, &berlin());
        assert_eq!(spoken(&phrase, Lang::De), "heute, 00:30");
    }

    proptest::proptest! {
        #[test]
        fn every_instant_has_a_phrase(at: i64, now: i64) {
            for phrase in [date(at, now, &TimeZone::UTC), age(at, now, &TimeZone::UTC)] {
                assert!(!spoken(&phrase, Lang::De).contains('{'));
            }
        }
    }
}
