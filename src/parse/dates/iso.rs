//! ISO 8601 and RFC 3339 dates, with the liberties that feeds take: no colon in the zone, a blank for the `T`, ordinal
//! days, years alone (W3C note "Date and Time Formats").

use jiff::civil::{Date, DateTime};

use super::Reading;
use super::words::ZONES;

/// A cursor over the bytes of a text.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn eat(&mut self, wanted: &[u8]) -> bool {
        let found = self.0.first().is_some_and(|b| wanted.contains(b));
        if found {
            self.0 = &self.0[1..];
        }
        found
    }

    /// A number of `min` to `max` digits.
    fn number(&mut self, min: usize, max: usize) -> Option<i32> {
        let n = self.0.iter().take(max).take_while(|b| b.is_ascii_digit()).count();
        if n < min {
            return None;
        }
        let value = self.0[..n].iter().fold(0, |sum, b| sum * 10 + i32::from(b - b'0'));
        self.0 = &self.0[n..];
        Some(value)
    }

    fn n_digits(&self) -> usize {
        self.0.iter().take_while(|b| b.is_ascii_digit()).count()
    }

    fn blanks(&mut self) {
        while self.eat(b" \t") {}
    }
}

/// Reads a date that begins with a year of four digits.
pub(crate) fn read(text: &str) -> Option<Reading> {
    let mut cursor = Cursor(text.as_bytes());
    if !matches!(cursor.n_digits(), 4 | 6 | 7 | 8 | 12 | 14) {
        return None;
    }
    let date = date(&mut cursor)?;
    cursor.eat(b",");
    let marked = cursor.eat(b"Tt");
    cursor.blanks();
    let (civil, extra) = match cursor.n_digits() {
        0 if marked && !cursor.0.is_empty() => return None,
        0 => (date.at(0, 0, 0, 0), 0),
        _ => time(&mut cursor, date)?,
    };
    cursor.blanks();
    let offset = zone(&mut cursor);
    // Whatever follows an unreadable zone is no reason to lose the date, unless it is more of the date itself.
    (!cursor.0.first().is_some_and(u8::is_ascii_digit)).then_some(Reading {
        civil,
        extra,
        offset,
        zone: None,
    })
}

fn date(cursor: &mut Cursor<'_>) -> Option<Date> {
    let year = i16::try_from(cursor.number(4, 4)?).ok()?;
    if cursor.n_digits() == 3 {
        return ordinal(year, cursor.number(3, 3)?);
    }
    if cursor.n_digits() >= 2 {
        let month = cursor.number(2, 2)?;
        let day = cursor.number(2, 2).unwrap_or(1);
        return new_date(year, month, day);
    }
    if !cursor.eat(b"-/.") {
        return new_date(year, 1, 1);
    }
    if cursor.n_digits() == 3 {
        return ordinal(year, cursor.number(3, 3)?);
    }
    let month = cursor.number(1, 2)?;
    let day = if cursor.eat(b"-/.") { cursor.number(1, 2)? } else { 1 };
    new_date(year, month, day)
}

pub(crate) fn new_date(year: i16, month: i32, day: i32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn ordinal(year: i16, day: i32) -> Option<Date> {
    let first = Date::new(year, 1, 1).ok()?;
    let date = first.checked_add(jiff::Span::new().try_days(day - 1).ok()?).ok()?;
    (day > 0 && date.year() == year).then_some(date)
}

fn time(cursor: &mut Cursor<'_>, date: Date) -> Option<(DateTime, i64)> {
    let hour = cursor.number(1, 2)?;
    let mut minute = 0;
    let mut second = 0;
    if cursor.eat(b":.") {
        minute = cursor.number(1, 2)?;
        if cursor.eat(b":") {
            second = cursor.number(1, 2)?;
        }
    } else if cursor.n_digits() >= 2 {
        minute = cursor.number(2, 2)?;
        second = cursor.number(2, 2).unwrap_or(0);
    }
    if cursor.0.first().is_some_and(|b| matches!(b, b'.' | b',')) {
        cursor.0 = &cursor.0[1..];
        cursor.number(0, 30);
        while cursor.n_digits() > 0 {
            cursor.0 = &cursor.0[1..];
        }
    }
    at(date, hour, minute, second)
}

/// A date and a time of day. The hour 24 and the second 60 belong to what follows.
pub(crate) fn at(date: Date, hour: i32, minute: i32, second: i32) -> Option<(DateTime, i64)> {
    let (hour, day_later) =
        if hour == 24 && minute == 0 && second == 0 { (0, 86_400) } else { (hour, 0) };
    let (second, leap) = if second == 60 { (59, 1) } else { (second, 0) };
    let small = |n: i32| i8::try_from(n).ok();
    let civil = DateTime::new(
        date.year(),
        date.month(),
        date.day(),
        small(hour)?,
        small(minute)?,
        small(second)?,
        0,
    );
    civil.ok().map(|civil| (civil, day_later + leap))
}

fn zone(cursor: &mut Cursor<'_>) -> Option<i64> {
    let start = cursor.0;
    let sign = match start.first()? {
        b'+' => 1,
        b'-' => -1,
        b if b.is_ascii_alphabetic() => {
            let n = start.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            let name = std::str::from_utf8(&start[..n]).ok()?.to_ascii_lowercase();
            let minutes = ZONES.iter().find(|(known, _)| *known == name).map(|(_, m)| *m)?;
            return Some(minutes * 60);
        }
        _ => return None,
    };
    cursor.0 = &start[1..];
    let hours = cursor.number(1, 2)?;
    cursor.eat(b":");
    let minutes = cursor.number(2, 2).unwrap_or(0);
    offset(sign, hours, minutes)
}

/// Seconds east of UTC; none for an offset that no place on earth has.
pub(crate) fn offset(sign: i64, hours: i32, minutes: i32) -> Option<i64> {
    (hours <= 15 && minutes < 60)
        .then(|| sign * (i64::from(hours) * 3600 + i64::from(minutes) * 60))
}
