//! Days and ages: `2d`, `today`, `2026-11-20`, `20.11.`

use std::fmt;

use jiff::civil::Date;
use jiff::{Timestamp as Instant, ToSpan};

use crate::domain::Timestamp;
use crate::text::dates::Zone;

/// A moment as the reader says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// The beginning of today.
    Today,
    /// The beginning of yesterday.
    Yesterday,
    /// So long ago.
    Ago(u32, Unit),
    /// The beginning of a year, a month or a day: year, month and day, 1 where not said.
    Day(i16, Option<(i8, Option<i8>)>),
    /// The beginning of the last such day that is not in the future: month and day.
    OfYear(i8, i8),
}

/// A unit of age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

impl When {
    /// Reads a moment; `None` when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        match text.to_lowercase().as_str() {
            "today" | "heute" => Some(Self::Today),
            "yesterday" | "gestern" => Some(Self::Yesterday),
            text => age(text).or_else(|| iso(text)).or_else(|| german(text)),
        }
    }

    /// The instant that is meant at `now`, in the reader's zone.
    pub fn resolve(self, now: Timestamp, zone: &Zone) -> Timestamp {
        let instant = Instant::from_second(now.0).unwrap_or(Instant::UNIX_EPOCH);
        let today = instant.to_zoned_datetime(zone.clone()).date();
        let day = match self {
            Self::Ago(n, Unit::Hours) => return now.plus(-3600 * i64::from(n)),
            Self::Ago(n, Unit::Days) => return now.plus(-86_400 * i64::from(n)),
            Self::Ago(n, Unit::Weeks) => return now.plus(-604_800 * i64::from(n)),
            Self::Ago(n, Unit::Months) => today.saturating_sub(i64::from(n.min(MOST)).months()),
            Self::Ago(n, Unit::Years) => today.saturating_sub(i64::from(n.min(9_999)).years()),
            Self::Today => today,
            Self::Yesterday => today.saturating_sub(1.day()),
            Self::Day(year, rest) => {
                let (month, day) = rest.map_or((1, 1), |(month, day)| (month, day.unwrap_or(1)));
                Date::new(year, month, day).unwrap_or(today)
            }
            Self::OfYear(month, day) => {
                // 29 February may lie some years back.
                let years = (today.year().saturating_sub(8)..=today.year()).rev();
                let found = years.filter_map(|year| Date::new(year, month, day).ok());
                found.into_iter().find(|date| *date <= today).unwrap_or(today)
            }
        };
        let start = day.to_zoned_datetime(zone.clone());
        Timestamp(start.map_or(now.0, |start| start.timestamp().as_second()))
    }
}

/// The largest age, in its unit; more lies before every archive.
const MOST: u32 = 9_999;

fn age(text: &str) -> Option<When> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let n: u32 = text[..digits].parse().ok().filter(|n| *n <= MOST)?;
    let unit = match &text[digits..] {
        "h" | "std" => Unit::Hours,
        "d" | "t" => Unit::Days,
        "w" => Unit::Weeks,
        "mo" | "m" => Unit::Months,
        "y" | "j" => Unit::Years,
        _ => return None,
    };
    Some(When::Ago(n, unit))
}

fn iso(text: &str) -> Option<When> {
    let mut parts = text.splitn(3, '-');
    let year = number(parts.next()?, 4)?;
    let Some(month) = parts.next() else { return day(year, None) };
    let month = i8::try_from(number(month, 2)?).ok()?;
    let Some(of_month) = parts.next() else { return day(year, Some((month, None))) };
    day(year, Some((month, Some(i8::try_from(number(of_month, 2)?).ok()?))))
}

/// `20.11.` and `20.11.2026`.
fn german(text: &str) -> Option<When> {
    let mut parts = text.splitn(3, '.');
    let of_month = i8::try_from(number(parts.next()?, 2)?).ok()?;
    let month = i8::try_from(number(parts.next()?, 2)?).ok()?;
    match parts.next()? {
        "" => Date::new(2024, month, of_month).ok().map(|_| When::OfYear(month, of_month)),
        year => day(number(year, 4)?, Some((month, Some(of_month)))),
    }
}

fn day(year: i16, rest: Option<(i8, Option<i8>)>) -> Option<When> {
    let (month, of_month) = rest.map_or((1, 1), |(month, day)| (month, day.unwrap_or(1)));
    (year >= 1000 && Date::new(year, month, of_month).is_ok()).then_some(When::Day(year, rest))
}

/// A number of at most so many digits.
fn number(text: &str, digits: usize) -> Option<i16> {
    let fits = text.len() <= digits && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("today"),
            Self::Yesterday => f.write_str("yesterday"),
            Self::Ago(n, unit) => write!(f, "{n}{unit}"),
            Self::Day(year, None) => write!(f, "{year}"),
            Self::Day(year, Some((month, None))) => write!(f, "{year}-{month:02}"),
            Self::Day(year, Some((month, Some(day)))) => write!(f, "{year}-{month:02}-{day:02}"),
            Self::OfYear(month, day) => write!(f, "{day}.{month}."),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Hours => "h",
            Self::Days => "d",
            Self::Weeks => "w",
            Self::Months => "mo",
            Self::Years => "y",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<Instant>().expect(text).as_second())
    }

    #[test]
    fn moments_are_resolved_in_the_zone_of_the_reader() {
        let zone = Zone::get("Europe/Berlin").expect("the bundled database has it");
        let now = at("2026-11-24T13:30:00+01:00");
        for (text, want) in [
            ("today", "2026-11-24T00:00:00+01:00"),
            ("Heute", "2026-11-24T00:00:00+01:00"),
            ("gestern", "2026-11-23T00:00:00+01:00"),
            ("2d", "2026-11-22T13:30:00+01:00"),
            ("3h", "2026-11-24T10:30:00+01:00"),
            ("1w", "2026-11-17T13:30:00+01:00"),
            ("2m", "2026-09-24T00:00:00+02:00"),
            ("2026-10-25", "2026-10-25T00:00:00+02:00"),
            ("2026-10", "2026-10-01T00:00:00+02:00"),
            ("2026", "2026-01-01T00:00:00+01:00"),
            ("20.11.", "2026-11-20T00:00:00+01:00"),
            ("1.12.", "2025-12-01T00:00:00+01:00"),
            ("29.2.", "2024-02-29T00:00:00+01:00"),
            ("5.6.2025", "2025-06-05T00:00:00+02:00"),
        ] {
            let when = When::parse(text).expect(text);
            assert_eq!(when.resolve(now, &zone), at(want), "{text}");
            assert_eq!(When::parse(&when.to_string()), Some(when), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_moments() {
        for text in [
            "",
            "d",
            "2",
            "2x",
            "31.2.",
            "2026-13",
            "2026-02-30",
            "99999d",
            "99999999999d",
            "20.11",
            "-1d",
        ] {
            assert_eq!(When::parse(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_moment_panics(text in "[0-9hdwmoy.-]{0,12}", now: i64) {
            if let Some(when) = When::parse(&text) {
                let _ = when.resolve(Timestamp(now), &Zone::UTC);
                assert_eq!(When::parse(&when.to_string()), Some(when));
            }
        }
    }
}
