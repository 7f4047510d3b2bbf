//! Styled text and its breaking into lines: at spaces, after hyphens and slashes, at soft hyphens, between syllables by
//! the language's patterns, and, when nothing else helps, between grapheme clusters.

use std::ops::{Range, RangeInclusive};

use hypher::Lang;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_segmentation::GraphemeCursor;

use super::{Role, Span};
use crate::text::{Clean, width};

/// The words that are hyphenated, in letters: a longer one is no word.
const HYPHENATED: RangeInclusive<usize> = 6..=80;
/// Letters that stay before and after a hyphen.
const MIN_BEFORE: usize = 3;
const MIN_AFTER: usize = 3;
/// With a ragged edge a hyphen must be worth a gap of some columns.
const HYPHEN_PENALTY: usize = 80;
/// A last line of less than this part of the measure looks forlorn: a word is better taken from the line before.
const WIDOW_FRACTION: usize = 6;
const WIDOW_PENALTY: usize = 600;
/// In the last part of a paragraph, so much of the measure, no word is hyphenated: the last line begins with a whole one.
const END_FRACTION: usize = 4;
/// No gap is so ugly that a line may run over the edge.
const OVERFLOW_PENALTY: usize = 100_000_000;

/// Text with a role for every part; `\n` is a line break, other white space is single spaces.
#[derive(Debug, Default, Clone)]
pub(super) struct Styled {
    text: String,
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy)]
struct Run {
    end: usize,
    role: Role,
    link: Option<u16>,
}

/// A part of the text that is never broken.
#[derive(Debug)]
struct Piece {
    range: Range<usize>,
    columns: usize,
    space_after: bool,
    hyphen_after: bool,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        columns_f64(self.columns)
    }

    fn whitespace_width(&self) -> f64 {
        columns_f64(usize::from(self.space_after))
    }

    fn penalty_width(&self) -> f64 {
        columns_f64(usize::from(self.hyphen_after))
    }
}

/// The hyphenation patterns of a language tag.
pub(super) fn patterns(language: &str) -> Option<Lang> {
    match language.get(..2)?.to_ascii_lowercase().as_str() {
        "de" => Some(Lang::German),
        "en" => Some(Lang::English),
        "nl" => Some(Lang::Dutch),
        _ => None,
    }
}

impl Styled {
    /// Text in one role.
    pub(super) fn of(text: &str, role: Role) -> Self {
        let mut styled = Self::default();
        styled.push(text, role, None);
        styled
    }

    /// Adds a part; runs of spaces become one.
    pub(super) fn push(&mut self, text: &str, role: Role, link: Option<u16>) {
        for c in text.chars() {
            let after_space = self.text.is_empty() || self.text.ends_with([' ', '\n']);
            match c {
                '\n' => {
                    self.trim_end();
                    self.text.push('\n');
                }
                ' ' if after_space => {}
                _ => self.text.push(c),
            }
        }
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(last) if last.role == role && last.link == link => last.end = end,
            _ => self.runs.push(Run { end, role, link }),
        }
    }

    /// Adds another text.
    pub(super) fn append(&mut self, other: &Self) {
        let mut start = 0;
        for run in &other.runs {
            self.push(&other.text[start..run.end], run.role, run.link);
            start = run.end;
        }
    }

    /// Takes away spaces and line breaks at the end.
    pub(super) fn trim_end(&mut self) {
        let kept = self.text.trim_end_matches([' ', '\n']).len();
        self.text.truncate(kept);
        for run in &mut self.runs {
            run.end = run.end.min(kept);
        }
    }

    /// Whether a space stands at the end.
    pub(super) fn ends_with_space(&self) -> bool {
        self.text.ends_with([' ', '\n'])
    }

    /// Nothing to print.
    pub(super) fn is_empty(&self) -> bool {
        self.text.chars().all(|c| c == width::SOFT_HYPHEN || c.is_whitespace())
    }

    /// Breaks the text into lines of at most `columns`, hyphenating by `patterns`.
    pub(super) fn lines(&self, columns: usize, patterns: Option<Lang>) -> Vec<Vec<Span>> {
        let mut lines = Vec::new();
        let mut start = 0;
        for segment in self.text.split('\n') {
            let pieces = pieces(&self.text, start..start + segment.len(), columns, patterns);
            for line in broken(&pieces, columns) {
                lines.push(self.spans(line));
            }
            start += segment.len() + 1;
        }
        lines
    }

    fn spans(&self, line: &[Piece]) -> Vec<Span> {
        let (Some(first), Some(last)) = (line.first(), line.last()) else {
            return Vec::new();
        };
        let range = first.range.start..last.range.end;
        let mut spans: Vec<Span> = Vec::new();
        let mut start = range.start;
        let from = self.runs.partition_point(|run| run.end <= range.start);
        for run in &self.runs[from..] {
            let mut end = run.end.min(range.end);
            while !is_boundary(&self.text, end) {
                end += self.text[end..].chars().next().map_or(1, char::len_utf8);
            }
            if start >= end {
                break;
            }
            let mut text = printed(&self.text[start..end]);
            if end == range.end && last.hyphen_after {
                text.push('-');
            }
            if !text.is_empty() {
                spans.push(Span { text: Clean::text(&text), role: run.role, link: run.link });
            }
            start = end;
        }
        spans
    }
}

/// Chooses the breaks: the whole paragraph is looked at, so that no line is left with one short word.
fn broken(pieces: &[Piece], columns: usize) -> Vec<&[Piece]> {
    let edge = [columns_f64(columns)];
    let penalties = Penalties {
        overflow_penalty: OVERFLOW_PENALTY,
        hyphen_penalty: HYPHEN_PENALTY,
        short_last_line_fraction: WIDOW_FRACTION,
        short_last_line_penalty: WIDOW_PENALTY,
        ..Penalties::new()
    };
    wrap_optimal_fit(pieces, &edge, &penalties).unwrap_or_else(|_| wrap_first_fit(pieces, &edge))
}

fn pieces(text: &str, range: Range<usize>, columns: usize, patterns: Option<Lang>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let (mut start, end) = (range.start, range.end);
    let mut words = text[range].split(' ').peekable();
    while let Some(word) = words.next() {
        let first = found.len();
        let patterns = patterns.filter(|_| end - start > columns / END_FRACTION);
        if !word.is_empty() {
            word_pieces(word, start, columns, patterns, &mut found);
            if let Some(last) = found.last_mut() {
                last.space_after = true;
                last.hyphen_after = false;
            }
        }
        start += word.len() + 1;
        // "17. Oktober", "5 Euro", "Dr. Muster": the parts belong together.
        if let Some(next) = words.next_if(|next| binds(word, next)) {
            let columns_of_both =
                found[first..].iter().map(|p| p.columns).sum::<usize>() + 1 + width::width(next);
            if found.len() != first + 1 || columns_of_both > columns / 2 {
                word_pieces(next, start, columns, patterns, &mut found);
            } else {
                found[first].range.end = start + next.len();
                found[first].columns = columns_of_both;
            }
            if let Some(last) = found.last_mut() {
                last.space_after = true;
                last.hyphen_after = false;
            }
            start += next.len() + 1;
        }
    }
    found
}

/// Whether a line should not break between two words.
fn binds(word: &str, next: &str) -> bool {
    let is_number = word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
    let is_title = matches!(
        word,
        "Dr." | "Prof." | "St." | "Nr." | "§" | "S." | "No." | "Mr." | "Mrs." | "Ms."
    );
    let is_unit =
        UNITS.contains(&next.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '%'));
    let is_day = word.len() <= 3 && word.ends_with('.') && next.starts_with(char::is_uppercase);
    (is_number && (is_unit || is_day)) || (is_title && !next.is_empty())
}

fn word_pieces(
    word: &str,
    offset: usize,
    columns: usize,
    patterns: Option<Lang>,
    found: &mut Vec<Piece>,
) {
    let mut start = 0;
    let ends = breaks(word, patterns).into_iter().chain([(word.len(), false)]);
    for (end, hyphen_after) in ends {
        let mut part = &word[start..end];
        let mut columns_left = width::width(part);
        while columns_left + usize::from(hyphen_after) > columns {
            let cut = width::head(part, columns.saturating_sub(usize::from(hyphen_after)).max(1));
            let cut = if cut == 0 { part.len() } else { cut };
            if cut == part.len() {
                break;
            }
            found.push(piece(offset + start, &part[..cut], false));
            start += cut;
            part = &word[start..end];
            columns_left = width::width(part);
        }
        found.push(piece(offset + start, part, hyphen_after));
        start = end;
    }
}

fn piece(start: usize, part: &str, hyphen_after: bool) -> Piece {
    Piece {
        range: start..start + part.len(),
        columns: width::width(part),
        space_after: false,
        hyphen_after,
    }
}

/// Places inside a word where it may be broken, in order; `true`: with a hyphen.
fn breaks(word: &str, patterns: Option<Lang>) -> Vec<(usize, bool)> {
    let mut found = Vec::new();
    let is_address = word.contains("://") || word.starts_with("www.");
    let mut before: Option<char> = None;
    let mut letters = 0..0;
    let has_soft_hyphen = word.contains(width::SOFT_HYPHEN);
    for (at, c) in word.char_indices() {
        let next = word[at + c.len_utf8()..].chars().next();
        let inside = before.is_some() && next.is_some();
        let end = at + c.len_utf8();
        if c.is_alphabetic() {
            letters = if letters.end == at { letters.start..end } else { at..end };
        }
        if !(next.is_some_and(char::is_alphabetic) && c.is_alphabetic())
            && letters.end > letters.start
            && letters.end == end
            && !has_soft_hyphen
            && !is_address
        {
            syllables(word, letters.clone(), patterns, &mut found);
        }
        let is_break = match c {
            '-' | '\u{2010}' | '–' => {
                inside
                    && before.is_some_and(char::is_alphanumeric)
                    && !is_single_letter(word, &letters, at)
                    && next.is_some_and(char::is_alphabetic)
            }
            width::SOFT_HYPHEN | '—' => inside,
            '/' | '.' | '?' | '&' | '=' | '_' if is_address => inside,
            '/' => inside && before.is_some_and(char::is_alphabetic),
            _ => is_ideograph(c) && next.is_some_and(char::is_alphanumeric),
        };
        if is_break {
            found.push((end, c == width::SOFT_HYPHEN));
        }
        before = Some(c);
    }
    if !word.is_ascii() {
        found.sort_unstable();
        found.dedup_by_key(|(at, _)| *at);
        found.retain(|(at, _)| is_boundary(word, *at));
    }
    found
}

/// Whether the letters before a hyphen are one only: "D-Jugend" and "E-Mail" are not broken.
fn is_single_letter(word: &str, letters: &Range<usize>, hyphen: usize) -> bool {
    letters.end == hyphen && word[letters.clone()].chars().nth(1).is_none()
}

fn syllables(
    word: &str,
    letters: Range<usize>,
    patterns: Option<Lang>,
    found: &mut Vec<(usize, bool)>,
) {
    let part = &word[letters.clone()];
    let Some(patterns) = patterns.filter(|_| HYPHENATED.contains(&part.chars().count())) else {
        return;
    };
    if part.chars().all(char::is_uppercase) {
        return; // abbreviations stay whole
    }
    let mut at = letters.start;
    for syllable in hypher::hyphenate_bounded(part, patterns, MIN_BEFORE, MIN_AFTER) {
        at += syllable.len();
        if at < letters.end {
            found.push((at, true));
        }
    }
}

/// Words that a number does not leave alone at the end of a line.
const UNITS: &[&str] = &[
    "Euro",
    "Uhr",
    "Prozent",
    "%",
    "km",
    "m",
    "kg",
    "Grad",
    "Millionen",
    "Milliarden",
    "Jahre",
    "Jahren",
    "Stunden",
    "Minuten",
    "Meter",
    "Metern",
    "Kilometer",
    "Kilometern",
    "percent",
    "million",
    "billion",
    "years",
    "miles",
    "hours",
    "minutes",
    "pm",
    "am",
];

/// Scripts that are written without spaces.
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0x20000..=0x2FFFF)
}

/// Whether no grapheme cluster goes on across `at`.
fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// The text as it is printed: no soft hyphens, and fixed spaces as spaces once they have kept their words together.
fn printed(text: &str) -> String {
    text.chars()
        .filter(|c| *c != width::SOFT_HYPHEN)
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

/// Columns as textwrap wants them; no line is near the limit.
fn columns_f64(columns: usize) -> f64 {
    f64::from(u32::try_from(columns).unwrap_or(u32::MAX))
}
