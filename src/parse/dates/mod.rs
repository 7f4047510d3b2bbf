//! Dates of every kind that feeds write: RFC 822 and 3339 and what people take for them, in the languages of Europe.
//!
//! A date without a zone means the local time of the feed's country where that is known, else UTC.

mod grammar;
mod iso;
mod words;

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::domain::Timestamp;

/// The longest text that is read as a date, in bytes.
const MAX_LENGTH: usize = 120;
/// Dates before 1 January 1971 are placeholders, in seconds.
const EARLIEST: i64 = 365 * 86_400;
/// A date may lie this far ahead: a clock that is wrong, a zone left out, an issue of tomorrow. In seconds.
const MAX_AHEAD: i64 = 2 * 86_400;

/// A date as read, before its zone is settled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Reading {
    /// Date and time of day on the clock.
    pub(crate) civil: DateTime,
    /// Seconds to add after all (the hour 24, a leap second).
    pub(crate) extra: i64,
    /// Seconds east of UTC, when the text says so.
    pub(crate) offset: Option<i64>,
    /// The zone that the language of the text suggests.
    pub(crate) zone: Option<&'static str>,
}

/// What a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Date {
    /// A plausible instant; `zoned`: the text names its zone.
    At { instant: Timestamp, zoned: bool },
    /// A date that cannot be true.
    Absurd,
    /// No date.
    Unreadable,
}

/// Reads a date. `zone`: the time zone (IANA name) of the feed's country, where known.
pub(crate) fn read(text: &str, zone: Option<&str>, now: Timestamp) -> Date {
    let text = text.trim();
    let Some(reading) = (text.len() <= MAX_LENGTH)
        .then(|| iso::read(text).or_else(|| grammar::read(text, zone.is_some())))
        .flatten()
    else {
        return Date::Unreadable;
    };
    let Some(seconds) = instant(&reading, zone) else { return Date::Absurd };
    if seconds < EARLIEST || seconds > now.0.saturating_add(MAX_AHEAD) {
        return Date::Absurd;
    }
    Date::At { instant: Timestamp(seconds), zoned: reading.offset.is_some() }
}

/// Reads a date that a protocol prescribes (ISO 8601 with an offset; UTC without one). It may lie in the future.
pub(crate) fn exact(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let reading = (text.len() <= MAX_LENGTH).then(|| iso::read(text)).flatten()?;
    instant(&reading, None).map(Timestamp)
}

fn instant(reading: &Reading, zone: Option<&str>) -> Option<i64> {
    let seconds = match (reading.offset, zone.or(reading.zone)) {
        (Some(offset), _) => utc(reading.civil)?.checked_sub(offset)?,
        (None, None) => utc(reading.civil)?,
        (None, Some(name)) => time_zone(name).to_timestamp(reading.civil).ok()?.as_second(),
    };
    seconds.checked_add(reading.extra)
}

fn utc(civil: DateTime) -> Option<i64> {
    Some(TimeZone::UTC.to_timestamp(civil).ok()?.as_second())
}

/// A time zone by name, kept once found; UTC when there is none of this name.
fn time_zone(name: &str) -> TimeZone {
    static KNOWN: LazyLock<Mutex<HashMap<String, TimeZone>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(zone) = known.get(name) {
        return zone.clone();
    }
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    known.insert(name.to_owned(), zone.clone());
    zone
}

/// The time zone of a country, by its ISO 3166 code or top-level domain; only those with one zone (in Europe).
pub(crate) fn zone_of_country(code: &str) -> Option<&'static str> {
    words::COUNTRIES.iter().find(|(c, _)| c.eq_ignore_ascii_case(code)).map(|(_, zone)| *zone)
}

/// The time zone that a language tag suggests: its region, else the country where the language is mostly spoken.
pub(crate) fn zone_of_language(tag: &str) -> Option<&'static str> {
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default().trim();
    let region = parts.find(|part| part.len() == 2);
    match region {
        Some(region) => zone_of_country(region),
        None => words::LANGUAGES
            .iter()
            .find(|(l, _)| l.eq_ignore_ascii_case(language))
            .map(|(_, zone)| *zone),
    }
}

/// An instant in the form of RFC 3339.
pub(crate) fn rfc3339(instant: Timestamp) -> Option<String> {
    jiff::Timestamp::from_second(instant.0).ok().map(|t| t.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_795_500_000); // 24 November 2026

    fn shown(text: &str, zone: Option<&str>) -> String {
        match read(text, zone, NOW) {
            Date::At { instant, .. } => rfc3339(instant).unwrap(),
            Date::Absurd => "absurd".to_owned(),
            Date::Unreadable => "unreadable".to_owned(),
        }
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, want) in cases {
            assert_eq!(shown(text, None), *want, "{text}");
        }
    }

    #[test]
    fn rfc_822_and_its_relatives() {
        check(&[
            ("Mon, 13 Oct 2025 09:05:00 +0200", "2025-10-13T07:05:00Z"),
            ("13 Oct 2025 09:05 GMT", "2025-10-13T09:05:00Z"),
            ("Fri, 13 Oct 2025 9:05:00 Z", "2025-10-13T09:05:00Z"),
            ("Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z"),
            ("Thursday, 01-Jan-04 19:48:21 GMT", "2004-01-01T19:48:21Z"),
            ("Mon Oct 13 09:05:00 2025", "2025-10-13T09:05:00Z"),
            ("Mon Oct 13 09:05:00 CEST 2025", "2025-10-13T07:05:00Z"),
            ("October 13, 2025 9:05 pm EST", "2025-10-14T02:05:00Z"),
            ("Mon, 13 Oct 2025 24:00:00 +0200", "2025-10-13T22:00:00Z"),
            ("Mon, 13 Oct 2025 09:05:00 GMT+2", "2025-10-13T07:05:00Z"),
            ("Wed, 05 Mar 2025 12:00:00 MEZ", "2025-03-05T11:00:00Z"),
            ("Mon, 13 Oct 2025 09:05:00 MESZ", "2025-10-13T07:05:00Z"),
            ("Mon, 13 Oct 2025 09:05:00 +0200 (CEST)", "2025-10-13T07:05:00Z"),
        ]);
    }

    #[test]
    fn iso_8601_and_its_relatives() {
        check(&[
            ("2025-10-13T09:05:00+02:00", "2025-10-13T07:05:00Z"),
            ("2025-10-13T09:05:00.123+0200", "2025-10-13T07:05:00Z"),
            ("2025-10-13 09:05:00 +02", "2025-10-13T07:05:00Z"),
            ("2025-10-13T09:05Z", "2025-10-13T09:05:00Z"),
            ("2025-10-13", "2025-10-13T00:00:00Z"),
            ("2025-10", "2025-10-01T00:00:00Z"),
            ("2025", "2025-01-01T00:00:00Z"),
            ("20251013", "2025-10-13T00:00:00Z"),
            ("20251013T090500Z", "2025-10-13T09:05:00Z"),
            ("2025-286", "2025-10-13T00:00:00Z"),
            ("2025-06-30T23:59:60Z", "2025-07-01T00:00:00Z"),
            ("2025-10-13T09:05:00 Europe", "2025-10-13T09:05:00Z"),
        ]);
    }

    #[test]
    fn other_languages() {
        check(&[
            ("Mo, 13 Okt 2025 09:05:00 +0200", "2025-10-13T07:05:00Z"),
            ("Montag, 05. Oktober 2020 - 12:00", "2020-10-05T10:00:00Z"),
            ("Sa, 16 Mär 2019  6:50:31 GMT", "2019-03-16T06:50:31Z"),
            ("1. Jänner 2026, 10.30 Uhr", "2026-01-01T09:30:00Z"),
            ("24.11.2026 10:00", "2026-11-24T09:00:00Z"),
            ("mar. 3 mars 2026 08:15", "2026-03-03T07:15:00Z"),
            ("mar, 18 ago 2026 10:00:00 +0200", "2026-08-18T08:00:00Z"),
            ("dom, 16 ago 2026 10:00:00 +0200", "2026-08-16T08:00:00Z"),
            ("lunedì 13 ottobre 2025 09:05", "2025-10-13T07:05:00Z"),
            ("13 października 2025 09:05", "2025-10-13T07:05:00Z"),
            ("ma 13 okt. 2025 09:05 uur +0200", "2025-10-13T07:05:00Z"),
            ("lundi 13 octobre 2025 à 9h05", "2025-10-13T07:05:00Z"),
        ]);
    }

    #[test]
    fn a_zone_is_taken_from_the_country() {
        let berlin = Some("Europe/Berlin");
        assert_eq!(shown("2026-07-01T12:00:00", berlin), "2026-07-01T10:00:00Z");
        assert_eq!(shown("2026-01-01 12:00", berlin), "2026-01-01T11:00:00Z");
        assert_eq!(shown("05/10/2025 12:00", berlin), "2025-10-05T10:00:00Z");
        assert_eq!(shown("05/10/2025 12:00", None), "2025-05-10T12:00:00Z");
        assert_eq!(zone_of_language("de-AT"), Some("Europe/Vienna"));
        assert_eq!(zone_of_language("fr"), Some("Europe/Paris"));
        assert_eq!(zone_of_language("en-us"), None);
    }

    #[test]
    fn what_cannot_be_true_is_absurd_or_unreadable() {
        check(&[
            ("Sat, 01 Jan 0000 00:00:00 GMT", "absurd"),
            ("Thu, 01 Jan 1970 00:00:00 GMT", "absurd"),
            ("9999-12-31T23:59:59-23:59", "absurd"),
            ("2025-02-30T10:00:00Z", "unreadable"),
            ("heute", "unreadable"),
            ("", "unreadable"),
            ("99999-10-13T00:00:00Z", "unreadable"),
        ]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "[0-9a-zäÄé:.,/+ ()年TZ-]{0,40}") {
            read(&text, Some("Europe/Berlin"), NOW);
        }

        #[test]
        fn what_is_written_is_read_again(seconds in EARLIEST..NOW.0) {
            let text = rfc3339(Timestamp(seconds)).unwrap();
            let want = Date::At { instant: Timestamp(seconds), zoned: true };
            assert_eq!(read(&text, Some("Europe/Berlin"), NOW), want);
        }
    }
}
