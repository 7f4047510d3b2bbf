//! Days: "28. November 2026", "3.12.", "Sa., 28.11.", "November 28", "2026-11-28".

use jiff::civil::{Date, Weekday};

use super::AHEAD;
use super::sentence::Word;

/// Days until a date with a year, at most.
const FAR: i32 = 550;

/// Reads the day that begins at a word: the day, and the word after it. None when there is none, when it does not exist,
/// or when the weekday before it is another one.
pub(super) fn read(sentence: &[Word<'_>], at: usize, today: Date) -> Option<(Date, usize)> {
    let (day, month, year, after) = parts(sentence, at)?;
    let day = match year {
        Some(year) => Date::new(year, month, day).ok()?,
        None => next(day, month, today)?,
    };
    let ahead = days_between(today, day)?;
    if !(0..=if year.is_some() { FAR } else { AHEAD }).contains(&ahead) {
        return None;
    }
    let weekday = sentence[at.saturating_sub(2)..at].iter().rev().find_map(|word| weekday(word));
    if weekday.is_some_and(|weekday| weekday != day.weekday()) {
        return None;
    }
    Some((day, after))
}

/// The next day of this number in this month.
fn next(day: i8, month: i8, today: Date) -> Option<Date> {
    let this_year = Date::new(today.year(), month, day).ok().filter(|date| *date >= today);
    this_year.or_else(|| Date::new(today.year() + 1, month, day).ok())
}

fn days_between(from: Date, to: Date) -> Option<i32> {
    from.until(to).ok().map(|span| span.get_days())
}

type Parts = (i8, i8, Option<i16>, usize);

fn parts(sentence: &[Word<'_>], at: usize) -> Option<Parts> {
    let word = sentence.get(at)?;
    if let Some((day, month, year)) = in_digits(word.written) {
        return Some((day, month, year, at + 1));
    }
    let next = sentence.get(at + 1)?;
    if let (Some(day), Some(month)) = (number(word.written), month(&next.folded)) {
        let (year, after) = year(sentence, at + 2);
        return Some((day, month, year, after));
    }
    // English only: in German a number after a month is a year.
    let english =
        month(&word.folded).filter(|_| !word.written.ends_with('.') || word.folded.len() == 3)?;
    let day =
        number(next.written.trim_end_matches(',')).filter(|_| !next.written.ends_with('.'))?;
    let (year, after) = year(sentence, at + 2);
    Some((day, english, year, after))
}

/// A year at a word, and the word after it.
fn year(sentence: &[Word<'_>], at: usize) -> (Option<i16>, usize) {
    let year = sentence.get(at).filter(|word| word.folded.len() == 4);
    match year.and_then(|word| word.folded.parse().ok()).filter(|year| (1900..2200).contains(year))
    {
        Some(year) => (Some(year), at + 1),
        None => (None, at),
    }
}

/// "3.12.", "03.12.2026", "3.12.26", "2026-12-03". Without a stop or a year it may be an hour or a price.
fn in_digits(word: &str) -> Option<(i8, i8, Option<i16>)> {
    let word = word.trim_end_matches([',', ';', ':']);
    if let Ok(date) = word.parse::<Date>()
        && word.len() == 10
    {
        return Some((date.day(), date.month(), Some(date.year())));
    }
    let mut parts = word.splitn(3, '.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if !(1..=2).contains(&day.len()) || !(1..=2).contains(&month.len()) {
        return None;
    }
    let year = match year.trim_end_matches('.') {
        "" => None,
        year if year.len() == 4 => Some(year.parse().ok()?),
        year if year.len() == 2 => Some(2000 + year.parse::<i16>().ok()?),
        _ => return None,
    };
    Some((day.parse().ok()?, month.parse().ok()?, year))
}

/// The number of a day: "28", "28.", "28th".
fn number(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th", "."].iter().find_map(|end| word.strip_suffix(end));
    let digits = digits.unwrap_or(word);
    (digits.len() <= 2).then(|| digits.parse().ok())?.filter(|day| (1..=31).contains(day))
}

/// A month by its folded name or abbreviation.
fn month(folded: &str) -> Option<i8> {
    Some(match folded {
        "januar" | "january" | "janner" | "jan" => 1,
        "februar" | "february" | "feb" | "febr" => 2,
        "marz" | "march" | "mar" => 3,
        "april" | "apr" => 4,
        "mai" | "may" => 5,
        "juni" | "june" | "jun" => 6,
        "juli" | "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "oktober" | "october" | "okt" | "oct" => 10,
        "november" | "nov" => 11,
        "dezember" | "december" | "dez" | "dec" => 12,
        _ => return None,
    })
}

/// A day of the week by its folded name, or by an abbreviation with a stop or a comma.
fn weekday(word: &Word<'_>) -> Option<Weekday> {
    let short = word.written.ends_with(['.', ',']);
    Some(match word.folded.as_str() {
        "montag" | "monday" => Weekday::Monday,
        "dienstag" | "tuesday" => Weekday::Tuesday,
        "mittwoch" | "wednesday" => Weekday::Wednesday,
        "donnerstag" | "thursday" => Weekday::Thursday,
        "freitag" | "friday" => Weekday::Friday,
        "samstag" | "sonnabend" | "saturday" => Weekday::Saturday,
        "sonntag" | "sunday" => Weekday::Sunday,
        "mo" | "mon" if short => Weekday::Monday,
        "di" | "tue" if short => Weekday::Tuesday,
        "mi" | "wed" if short => Weekday::Wednesday,
        "do" | "thu" if short => Weekday::Thursday,
        "fr" | "fri" if short => Weekday::Friday,
        "sa" | "sat" if short => Weekday::Saturday,
        "so" | "sun" if short => Weekday::Sunday,
        _ => return None,
    })
}
