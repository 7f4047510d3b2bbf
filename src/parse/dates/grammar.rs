//! Dates in words and figures, in no particular order: the figures say by their marks (`:`, `.`, `/`) and their company
//! (a month's name) what they are; words that mean nothing are passed over.

use super::Reading;
use super::iso::{at, new_date, offset};
use super::words::{DAYS, DAYS_LIKE_MONTHS, MONTHS, ZONES};

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Number { value: i32, n_digits: usize },
    Word(String),
    Mark(char),
}

#[derive(Debug, Default)]
struct Found {
    /// `5/10` is the fifth of October.
    day_first: bool,
    year: Option<i32>,
    month: Option<i32>,
    day: Option<i32>,
    time: Option<(i32, i32, i32)>,
    afternoon: Option<bool>,
    offset: Option<i64>,
    zone: Option<&'static str>,
    /// `mar` may be a month or a weekday.
    maybe_month: Option<i32>,
}

/// Reads a date that is not in the order of ISO 8601. `day_first`: the feed comes from a country that writes so.
pub(crate) fn read(text: &str, day_first: bool) -> Option<Reading> {
    let pieces = pieces(text);
    if let [Piece::Number { .. }] = pieces.as_slice() {
        return epoch(text);
    }
    let mut found = Found { day_first, ..Found::default() };
    let mut i = 0;
    while i < pieces.len() {
        i += match &pieces[i] {
            Piece::Number { .. } => found.number(&pieces, i),
            Piece::Word(word) => found.word(word),
            Piece::Mark(sign @ ('+' | '-' | '−')) if found.time.is_some() => {
                found.signed(if *sign == '+' { 1 } else { -1 }, &pieces[i + 1..])
            }
            Piece::Mark(_) => 1,
        };
    }
    found.reading()
}

/// Seconds or milliseconds since 1970.
fn epoch(text: &str) -> Option<Reading> {
    let seconds: i64 = match text.len() {
        9..=10 => text.parse().ok()?,
        13 => text.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    let start = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
    Some(Reading { civil: start, extra: seconds, offset: Some(0), zone: None })
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() {
            let mut value = digit(c);
            let mut n_digits = 1;
            while let Some(next) = chars.next_if(char::is_ascii_digit) {
                value = value.saturating_mul(10).saturating_add(digit(next));
                n_digits += 1;
            }
            pieces.push(Piece::Number { value, n_digits });
        } else if is_cjk_unit(c) {
            pieces.push(Piece::Mark(c));
        } else if c.is_alphabetic() {
            let mut word = String::new();
            fold(c, &mut word);
            while let Some(next) = chars.next_if(|c| c.is_alphabetic() && !is_cjk_unit(*c)) {
                fold(next, &mut word);
            }
            pieces.push(Piece::Word(word));
        } else if !c.is_whitespace() {
            pieces.push(Piece::Mark(c));
        }
    }
    pieces
}

fn digit(c: char) -> i32 {
    c.to_digit(10).and_then(|d| i32::try_from(d).ok()).unwrap_or(0)
}

/// Year, month, day, hour, minute and second as Chinese, Japanese and Korean mark them.
fn is_cjk_unit(c: char) -> bool {
    matches!(
        c,
        '年' | '月' | '日' | '년' | '월' | '일' | '時' | '时' | '시' | '分' | '분' | '秒' | '초'
    )
}

/// Appends a letter in lower case without its diacritics.
fn fold(c: char, out: &mut String) {
    for c in c.to_lowercase() {
        out.push(match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ł' => 'l',
            'ñ' | 'ń' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
            'ś' | 'š' => 's',
            'ù' | 'ú' | 'û' | 'ü' | 'ű' => 'u',
            'ź' | 'ż' | 'ž' => 'z',
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' | 'ϊ' | 'ΐ' => 'ι',
            'ό' => 'ο',
            'ύ' => 'υ',
            'ώ' => 'ω',
            c => c,
        });
    }
}

/// Whether `word` is `full` or an abbreviation of it that is long enough.
fn abbreviates(word: &str, full: &str, min: usize) -> bool {
    word.chars().count() >= min && full.starts_with(word)
}

impl Found {
    /// Reads a figure and what belongs to it; returns how many pieces that were.
    fn number(&mut self, pieces: &[Piece], at: usize) -> usize {
        let Piece::Number { value, n_digits } = pieces[at] else { return 1 };
        let rest = &pieces[at + 1..];
        match rest {
            [Piece::Mark(':'), Piece::Number { value: minute, .. }, tail @ ..]
                if self.time.is_none() =>
            {
                if let [Piece::Mark(':'), Piece::Number { value: second, .. }, tail @ ..] = tail {
                    self.time = Some((value, *minute, *second));
                    let fraction =
                        matches!(tail, [Piece::Mark('.' | ','), Piece::Number { .. }, ..]);
                    return if fraction { 7 } else { 5 };
                }
                self.time = Some((value, *minute, 0));
                3
            }
            [Piece::Mark('.'), Piece::Number { value: minute, .. }, Piece::Word(word), ..]
                if matches!(word.as_str(), "uhr" | "uur") =>
            {
                self.time = Some((value, *minute, 0));
                4
            }
            [Piece::Word(word), Piece::Number { value: minute, n_digits: 2 }, ..]
                if word == "h" =>
            {
                self.time = Some((value, *minute, 0));
                3
            }
            [Piece::Word(word), ..]
                if matches!(word.as_str(), "uhr" | "uur" | "h") && value < 25 =>
            {
                self.time = Some((value, 0, 0));
                2
            }
            [
                Piece::Mark(a),
                Piece::Number { value: second, .. },
                Piece::Mark(b),
                Piece::Number { value: third, n_digits: third_digits },
                ..,
            ] if a == b
                && matches!(a, '.' | '/' | '-')
                && self.day.is_none()
                && self.month.is_none() =>
            {
                self.three(*a, (value, n_digits), *second, (*third, *third_digits));
                5
            }
            [Piece::Mark(unit), ..] if is_cjk_unit(*unit) => {
                self.unit(*unit, value);
                2
            }
            _ => {
                self.plain(value, n_digits);
                1
            }
        }
    }

    /// Three figures with marks between them: `d.m.y`, `y/m/d`, `m/d/y`.
    fn three(&mut self, mark: char, first: (i32, usize), second: i32, third: (i32, usize)) {
        let (year, month, day) = if first.1 == 4 {
            (first.0, second, third.0)
        } else {
            let year = century(third.0, third.1);
            // A slash is American unless country or figures say otherwise; a full stop never is.
            if mark == '/' && first.0 <= 12 && (!self.day_first || second > 12) {
                (year, first.0, second)
            } else {
                (year, second, first.0)
            }
        };
        (self.year, self.month, self.day) = (Some(year), Some(month), Some(day));
        if mark == '.' {
            self.zone = self.zone.or(Some("Europe/Berlin"));
        }
    }

    fn unit(&mut self, unit: char, value: i32) {
        let (h, m, s) = self.time.unwrap_or_default();
        match unit {
            '年' | '년' => self.year = Some(value),
            '月' | '월' => self.month = Some(value),
            '日' | '일' => self.day = Some(value),
            '時' | '时' | '시' => self.time = Some((value, m, s)),
            '分' | '분' => self.time = Some((h, value, s)),
            _ => self.time = Some((h, m, value)),
        }
    }

    fn plain(&mut self, value: i32, n_digits: usize) {
        if n_digits == 4 {
            self.year = self.year.or(Some(value));
        } else if self.day.is_none() && n_digits <= 2 {
            self.day = Some(value);
        } else if self.year.is_none() && n_digits <= 3 {
            self.year = Some(century(value, n_digits));
        }
    }

    /// Reads a word; returns how many pieces that were: one.
    fn word(&mut self, word: &str) -> usize {
        let month = MONTHS.iter().find(|(full, min, ..)| abbreviates(word, full, *min));
        if let Some((_, _, month, zone)) = month {
            let is_day = DAYS_LIKE_MONTHS.iter().any(|(day, min)| abbreviates(word, day, *min));
            if is_day && self.maybe_month.is_none() && self.day.is_none() {
                self.maybe_month = Some(i32::from(*month));
            } else {
                self.month = self.month.or(Some(i32::from(*month)));
            }
            self.suggest(zone);
        } else if let Some((.., zone)) =
            DAYS.iter().find(|(full, short, _)| word == *full || full.get(..*short) == Some(word))
        {
            self.suggest(zone);
        } else if matches!(word, "am" | "pm") && self.time.is_some() {
            self.afternoon = Some(word == "pm");
        } else if self.time.is_some() && self.offset.is_none() {
            self.offset = ZONES.iter().find(|(name, _)| *name == word).map(|(_, m)| m * 60);
        }
        1
    }

    fn suggest(&mut self, zone: &'static str) {
        if !zone.is_empty() {
            self.zone = self.zone.or(Some(zone));
        }
    }

    /// Reads the figures after a sign: `+0200`, `+02:00`, `+2`. Wins over `GMT` before it.
    fn signed(&mut self, sign: i64, rest: &[Piece]) -> usize {
        let Some(Piece::Number { value, n_digits }) = rest.first() else { return 1 };
        let (hours, minutes, n) = match (n_digits, rest) {
            (1 | 2, [_, Piece::Mark(':'), Piece::Number { value: minutes, .. }, ..]) => {
                (*value, *minutes, 4)
            }
            (1 | 2, _) => (*value, 0, 2),
            (3 | 4, _) => (value / 100, value % 100, 2),
            _ => return 1,
        };
        // `-2025` after the time is a year: "13-Oct 09:05 -2025" is nothing that anybody writes on purpose.
        if self.offset.unwrap_or(0) == 0 {
            self.offset = offset(sign, hours, minutes);
        }
        n
    }

    fn reading(mut self) -> Option<Reading> {
        let month = self.month.or(self.maybe_month)?;
        if self.day.is_some_and(|day| day > 31) && self.year.is_none() {
            self.year = self.day.take().map(|y| century(y, 2));
        }
        let year = i16::try_from(self.year?).ok()?;
        let date = new_date(year, month, self.day.unwrap_or(1))?;
        let (hour, minute, second) = self.time.unwrap_or_default();
        let hour = match self.afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let (civil, extra) = at(date, hour, minute, second)?;
        Some(Reading { civil, extra, offset: self.offset, zone: self.zone })
    }
}

/// A year of two or three digits, by RFC 2822 section 4.3.
fn century(value: i32, n_digits: usize) -> i32 {
    match (n_digits, value) {
        (1 | 2, 0..=49) => 2000 + value,
        (1..=3, _) => 1900 + value,
        _ => value,
    }
}
