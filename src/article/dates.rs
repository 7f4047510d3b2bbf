//! Publication dates as pages state them: ISO 8601 in the page's data, German and English dates in its text.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp as Instant, fmt::rfc2822};

use crate::domain::Timestamp;

/// Month names by their first letters, German and English.
const MONTHS: &[(&str, i8)] = &[
    ("jan", 1),
    ("jän", 1),
    ("feb", 2),
    ("mär", 3),
    ("mar", 3),
    ("apr", 4),
    ("mai", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("dez", 12),
    ("dec", 12),
];

/// A date in machine form: ISO 8601 with or without zone, a plain date, or RFC 2822. Without a zone it is local time of
/// the language's country.
pub(super) fn stated(text: &str, language: &str) -> Option<Timestamp> {
    let text = text.trim();
    if text.len() < 8 {
        return None;
    }
    if let Ok(instant) = text.parse::<Instant>() {
        return Some(Timestamp(instant.as_second()));
    }
    // "+0200" instead of "+02:00" and a blank instead of the T are common.
    let iso = text.replacen(' ', "T", 1);
    for candidate in [
        iso.as_str(),
        &iso.replace(' ', ""),
        iso.get(..19).unwrap_or_default(),
        iso.get(..16).unwrap_or_default(),
    ] {
        if let Ok(instant) = candidate.parse::<Instant>() {
            return Some(Timestamp(instant.as_second()));
        }
        if let Ok(civil) = candidate.parse::<DateTime>() {
            return local(civil, language);
        }
    }
    if let Ok(zoned) = rfc2822::parse(text) {
        return Some(Timestamp(zoned.timestamp().as_second()));
    }
    text.get(..10)
        .and_then(|day| day.parse::<Date>().ok())
        .and_then(|day| local(day.to_datetime(jiff::civil::Time::midnight()), language))
        .or_else(|| written(text, language))
}

/// The first date in running text: "21.09.2025, 14:05 Uhr", "21. September 2025", "September 21, 2025".
pub(super) fn written(text: &str, language: &str) -> Option<Timestamp> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let date = numeric_date(word).or_else(|| named_date(&words[at..]));
        if let Some(date) = date {
            let time = words[at..].iter().take(8).find_map(|word| clock(word)).unwrap_or((0, 0));
            let civil = date.at(time.0, time.1, 0, 0);
            return local(civil, language);
        }
    }
    None
}

/// A date in an address: `/2025/09/21/` or `2025-09-21`.
pub(super) fn in_address(url: &str, language: &str) -> Option<Timestamp> {
    let parts: Vec<&str> = url.split(['/', '-', '_', '.', '?']).collect();
    parts.windows(3).find_map(|part| {
        let is_date = part[0].len() == 4 && part[1].len() == 2 && part[2].len() == 2;
        let year: i16 =
            part[0].parse().ok().filter(|year| is_date && (1990..2100).contains(year))?;
        let date = Date::new(year, part[1].parse().ok()?, part[2].parse().ok()?).ok()?;
        local(date.at(0, 0, 0, 0), language)
    })
}

fn numeric_date(word: &str) -> Option<Date> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    if let Some(date) = slashed_date(word) {
        return Some(date);
    }
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return word.parse().ok().filter(|_| word.len() == 10);
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// "17/02/2022": only when the order of day and month is beyond doubt.
fn slashed_date(word: &str) -> Option<Date> {
    let (day, rest) = word.split_once('/')?;
    let (month, year) = rest.split_once('/').filter(|(_, year)| year.len() == 4)?;
    let (day, month): (i8, i8) = (day.parse().ok()?, month.parse().ok()?);
    let (day, month) = match (day > 12, month > 12) {
        (true, false) => (day, month),
        (false, true) => (month, day),
        _ if day == month => (day, month),
        _ => return None,
    };
    Date::new(year.parse().ok()?, month, day).ok()
}

fn named_date(words: &[&str]) -> Option<Date> {
    let number = |word: &str| {
        let digits = word.trim_end_matches(['.', ',', 't', 'h', 's', 'n', 'd', 'r']);
        digits.parse::<i16>().ok()
    };
    let month = |word: &str| {
        let lower = word.to_lowercase();
        let lower = lower.trim_end_matches('.');
        MONTHS
            .iter()
            .find(|(start, _)| lower.starts_with(start) && lower.chars().count() <= 9)
            .map(|(_, n)| *n)
    };
    let year = |n: i16| (1990..2100).contains(&n).then_some(n);
    let (first, second, third) = (words.first()?, words.get(1)?, words.get(2)?);
    let (day, month, year) = match (number(first), month(second)) {
        (Some(day), Some(month)) => (day, month, year(number(third)?)?),
        _ => (number(second)?, month(first)?, year(number(third)?)?),
    };
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

fn clock(word: &str) -> Option<(i8, i8)> {
    let (hour, minute) = word.split_once([':', '.'])?;
    if minute.len() != 2 {
        return None;
    }
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

/// The date as the page's readers would write it: with the offset of their country.
pub(super) fn iso(at: Timestamp, language: &str) -> String {
    let instant = Instant::from_second(at.0).unwrap_or_default();
    let zoned = instant.to_zoned_datetime(zone(language));
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn local(civil: DateTime, language: &str) -> Option<Timestamp> {
    civil
        .to_zoned_datetime(zone(language))
        .ok()
        .map(|zoned| Timestamp(zoned.timestamp().as_second()))
}

fn zone(language: &str) -> TimeZone {
    match language.get(..2) {
        Some("de") => TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC),
        _ => TimeZone::UTC,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_form_are_read() {
        let want = "2025-09-21T12:05:00Z".parse::<Instant>().expect("an instant").as_second();
        for text in [
            "2025-09-21T14:05:00+02:00",
            "2025-09-21T14:05:00+0200",
            "2025-09-21 14:05:00",
            "2025-09-21T14:05",
            "Sun, 21 Sep 2025 14:05:00 +0200",
            "Stand: 21.09.2025, 14:05 Uhr",
            "21/09/2025 14:05",
            "09/21/2025, 14:05",
            "21. September 2025, 14.05 Uhr",
            "Veröffentlicht am 21. Sept. 2025 um 14:05",
        ] {
            assert_eq!(stated(text, "de"), Some(Timestamp(want)), "{text}");
        }
    }

    #[test]
    fn dates_in_addresses_are_read() {
        let want = written("21.09.2025", "de");
        assert_eq!(in_address("https://x.example/2025/09/21/titel.html", "de"), want);
        assert_eq!(in_address("https://x.example/titel-2025-09-21", "de"), want);
        assert_eq!(in_address("https://x.example/2025/9999/21", "de"), None);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "heute", "5 min", "Am 21. Mai", "32.13.2025", "2025", "01/02/2025"] {
            assert_eq!(stated(text, "de").or(written(text, "de")), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in ".{0,40}|[0-9.: TZ+-]{0,30}|[0-9]{1,2}\\. (Mai|März) [0-9]{4}") {
            let _ = (stated(&text, "de"), written(&text, "en"));
        }
    }
}
