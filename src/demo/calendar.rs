//! The edition's calendar: how old an entry is, and the days that its text names, both relative to `now`.
//!
//! Ages are counted in *waking* time: between 22 and 6 o'clock eight minutes pass as one, so that an edition made at any
//! hour has most of its entries in the daytime, and a younger entry stays younger.

use jiff::civil::Weekday;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ZonedDateTime};

use crate::domain::Timestamp;

const DAY: i64 = 86_400;
const DAWN: i64 = 6 * 3_600;
const DUSK: i64 = 22 * 3_600;
const NIGHT_PACE: i64 = 8;

/// Central European time by rule, so that no time zone database is needed (POSIX TZ, IEEE Std 1003.1, 8.3).
const ZONE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// The instant that lies `minutes` of waking time before `now`.
pub(crate) fn before(now: Timestamp, minutes: i64) -> Timestamp {
    let offset = i64::from(local(now).offset().seconds());
    let mut at = now.0;
    let mut left = minutes * 60;
    loop {
        let of_day = (at + offset).rem_euclid(DAY);
        let (until_edge, pace) = if of_day > DAWN && of_day <= DUSK {
            (of_day - DAWN, 1)
        } else if of_day > DUSK {
            (of_day - DUSK, NIGHT_PACE)
        } else {
            (of_day + DAY - DUSK, NIGHT_PACE)
        };
        if left * pace <= until_edge {
            return Timestamp(at - left * pace);
        }
        left -= until_edge / pace;
        at -= until_edge;
    }
}

/// The local time of an instant.
pub(crate) fn local(at: Timestamp) -> ZonedDateTime {
    let zone = TimeZone::posix(ZONE).unwrap_or(TimeZone::UTC);
    jiff::Timestamp::from_second(at.0)
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_zoned_datetime(zone)
}

/// RFC 3339, as Atom and JSON Feed want it.
pub(crate) fn rfc3339(at: Timestamp) -> String {
    print("%Y-%m-%dT%H:%M:%S%:z", at)
}

/// RFC 2822, as RSS wants it.
pub(crate) fn rfc2822(at: Timestamp) -> String {
    print("%a, %d %b %Y %H:%M:%S %z", at)
}

/// The date of HTTP headers (RFC 9110, section 5.6.7).
pub(crate) fn http_date(at: Timestamp) -> String {
    let utc = jiff::Timestamp::from_second(at.0)
        .unwrap_or_default()
        .to_zoned_datetime(TimeZone::UTC)
        .datetime();
    strtime::format("%a, %d %b %Y %H:%M:%S GMT", utc).unwrap_or_default()
}

/// "24. November 2026, 11:05 Uhr", or "24 November 2026, 11:05".
pub(crate) fn byline(at: Timestamp, language: &str) -> String {
    let day = day_month(&local(at), language);
    let rest = print(if language == "en" { " %Y, %H:%M" } else { " %Y, %H:%M Uhr" }, at);
    day + &rest
}

/// Prints an instant's local time by a strftime pattern.
pub(crate) fn print(pattern: &str, at: Timestamp) -> String {
    strtime::format(pattern, &local(at)).unwrap_or_default()
}

/// Fills in the days that a text names: `{w-1}` the weekday of yesterday, `{d+3}` "27. November", `{f+3}` "Freitag,
/// 27. November", `{n-1}` "23.11.2026"; the numbers count days from publication.
pub(crate) fn fill_days(text: &str, published: Timestamp, language: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once('{') {
        out.push_str(head);
        let named = tail.split_once('}').and_then(|(token, after)| {
            named_day(token, published, language).map(|day| (day, after))
        });
        out.push_str(named.as_ref().map_or("{", |(day, _)| day));
        rest = named.as_ref().map_or(tail, |(_, after)| after);
    }
    out.push_str(rest);
    out
}

fn named_day(token: &str, published: Timestamp, language: &str) -> Option<String> {
    let mut letters = token.chars();
    let form = letters.next()?;
    let days: i64 = letters.as_str().parse().ok()?;
    let day = local(published).saturating_add(SignedDuration::from_hours(days * 24));
    Some(match form {
        'w' => weekday(&day, language).to_owned(),
        'd' => day_month(&day, language),
        'f' => format!("{}, {}", weekday(&day, language), day_month(&day, language)),
        'n' => strtime::format("%d.%m.%Y", &day).ok()?,
        _ => return None,
    })
}

fn day_month(day: &ZonedDateTime, language: &str) -> String {
    if language == "en" {
        return strtime::format("%-d %B", day).unwrap_or_default();
    }
    let month = usize::try_from(day.month() - 1).ok().and_then(|n| MONTHS_DE.get(n));
    format!("{}. {}", day.day(), month.unwrap_or(&""))
}

fn weekday(day: &ZonedDateTime, language: &str) -> &'static str {
    let (de, en) = match day.weekday() {
        Weekday::Monday => ("Montag", "Monday"),
        Weekday::Tuesday => ("Dienstag", "Tuesday"),
        Weekday::Wednesday => ("Mittwoch", "Wednesday"),
        Weekday::Thursday => ("Donnerstag", "Thursday"),
        Weekday::Friday => ("Freitag", "Friday"),
        Weekday::Saturday => ("Samstag", "Saturday"),
        Weekday::Sunday => ("Sonntag", "Sunday"),
    };
    if language == "en" { en } else { de }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 24 November 2026, 11:05:00 in Krefeld.
    const NOW: Timestamp = Timestamp(1_795_514_700);

    #[test]
    fn a_day_of_waking_time_skips_most_of_the_night() {
        assert_eq!(print("%d %H:%M", before(NOW, 5)), "24 11:00");
        assert_eq!(print("%d %H:%M", before(NOW, 5 * 60 + 5)), "24 06:00");
        assert_eq!(print("%d %H:%M", before(NOW, 6 * 60 + 5)), "23 22:00");
        assert_eq!(print("%d %H:%M", before(NOW, 8 * 60 + 5)), "23 20:00");
    }

    #[test]
    fn a_greater_age_is_never_younger() {
        for hour in 0..24 {
            let now = NOW.plus(hour * 3_600);
            let instants: Vec<_> = (0..12_000).step_by(7).map(|m| before(now, m)).collect();
            assert!(instants.is_sorted_by(|a, b| a > b), "made at hour {hour}");
        }
    }

    #[test]
    fn texts_name_days_by_their_distance() {
        let cases = [
            ("am {w-1}", "de", "am Montag"),
            ("bis {f+3}.", "de", "bis Freitag, 27. November."),
            ("{d+8}", "de", "2. Dezember"),
            ("on {f+1}", "en", "on Wednesday, 25 November"),
            ("({n-1})", "de", "(23.11.2026)"),
            ("{x+1} { w}", "de", "{x+1} { w}"),
        ];
        for (text, language, want) in cases {
            assert_eq!(fill_days(text, NOW, language), want);
        }
    }

    #[test]
    fn the_zone_knows_summer_time() {
        assert_eq!(rfc2822(NOW), "Tue, 24 Nov 2026 11:05:00 +0100");
        assert_eq!(rfc3339(Timestamp(1_782_900_000)), "2026-07-01T12:00:00+02:00");
        assert_eq!(http_date(NOW), "Tue, 24 Nov 2026 10:05:00 GMT");
        assert_eq!(byline(NOW, "de"), "24. November 2026, 11:05 Uhr");
    }
}
