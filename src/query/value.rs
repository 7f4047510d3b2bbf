//! What stands behind a key: numbers, distances, lengths, words.

use super::term::{Free, Key, Term};
use super::when::When;
use crate::domain::{Access, Field, Shape, Words, folder_path};

/// Words of an ordinary text that are read in a minute.
const WORDS_PER_MINUTE: u32 = 200;
/// No two places on Earth lie farther apart, in kilometres.
const FARTHEST: u32 = 20_037;

/// A value as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value<'a> {
    pub(super) text: &'a str,
    /// It stood in quotes.
    pub(super) quoted: bool,
}

/// The term of a key and its value; `None` when the key does not take it.
pub(super) fn term(key: Key, value: Value<'_>) -> Option<Term> {
    let text = value.text.trim();
    let name = || Some(text.to_owned()).filter(|t| !t.is_empty());
    match key {
        Key::Feed => name().map(Term::Feed),
        Key::Folder => {
            Some(folder_path(text).to_string()).filter(|f| !f.is_empty()).map(Term::Folder)
        }
        Key::Tag => name().map(Term::Tag),
        Key::Kind => name().map(|name| Term::Kind(name.to_lowercase())),
        Key::Place => name().map(Term::Place),
        Key::Near if ["home", "zuhause"].contains(&text.to_lowercase().as_str()) => {
            Some(Term::Near(None))
        }
        Key::Near => metres(text).map(|metres| Term::Near(Some(metres))),
        Key::Author => words(value).map(|words| Term::Words(Field::Author, words)),
        Key::Title => words(value).map(|words| Term::Words(Field::Title, words)),
        Key::Text => words(value).map(|words| Term::Words(Field::Text, words)),
        Key::Since => When::parse(text).map(Term::Since),
        Key::Before => When::parse(text).map(Term::Before),
        Key::Len => length(text),
        Key::Free => free(text).map(Term::Free),
    }
}

/// The words of a value; `None` when nothing of them can be searched for.
pub(super) fn words(value: Value<'_>) -> Option<Words> {
    let (text, shape) = match (value.quoted, value.text.strip_prefix('*')) {
        (true, _) => (value.text.trim(), Shape::Whole),
        (false, Some(rest)) => (rest, Shape::Within),
        (false, None) => (value.text, Shape::Begins),
    };
    let text = if value.quoted { text } else { text.trim_matches('*') };
    let searched = text.chars().any(char::is_alphanumeric);
    searched.then(|| Words { text: text.to_owned(), shape })
}

fn metres(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    if let Some(metres) = text.strip_suffix('m').filter(|t| !t.ends_with('k')) {
        return metres.trim().parse().ok().filter(|m| *m > 0 && *m <= FARTHEST * 1000);
    }
    let kilometres = text.strip_suffix("km").unwrap_or(&text).trim().replace(',', ".");
    let (whole, part) = kilometres.split_once('.').unwrap_or((&kilometres, ""));
    let whole: u32 = whole.parse().ok().filter(|km| *km <= FARTHEST)?;
    if part.len() > 3 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part: u32 = format!("{part:0<3}").parse().ok()?;
    Some(whole * 1000 + part).filter(|m| *m > 0)
}

fn length(text: &str) -> Option<Term> {
    let (below, number) = match text.strip_prefix('<') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('>').unwrap_or(text)),
    };
    let words = match number.strip_suffix("min") {
        Some(minutes) => minutes.parse::<u32>().ok()?.checked_mul(WORDS_PER_MINUTE)?,
        None => number.parse().ok()?,
    };
    Some(if below { Term::Below(words) } else { Term::AtLeast(words) })
}

fn free(text: &str) -> Option<Free> {
    Some(match text.to_lowercase().as_str() {
        "yes" | "ja" => Free::Yes,
        "no" | "nein" => Free::No,
        "free" => Free::Exactly(Access::Free),
        "metered" => Free::Exactly(Access::Metered),
        "locked" => Free::Exactly(Access::Locked),
        "unknown" => Free::Exactly(Access::Unknown),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_and_lengths() {
        for (text, want) in [
            ("15km", Some(15_000)),
            ("15", Some(15_000)),
            ("2,5 km", Some(2_500)),
            ("800m", Some(800)),
            ("0", None),
            ("km", None),
            ("1.2345km", None),
            ("99999999", None),
        ] {
            assert_eq!(metres(text), want, "{text}");
        }
        for (text, want) in [
            (">300", Some(Term::AtLeast(300))),
            ("300", Some(Term::AtLeast(300))),
            ("<2min", Some(Term::Below(400))),
            ("<", None),
            ("4294967295min", None),
        ] {
            assert_eq!(length(text), want, "{text}");
        }
    }
}
