//! The border between the outside world and the terminal: the only place that makes [`Clean`] text.
//!
//! **Invariant:** a [`Clean`] holds no C0 control but `\n`, no C1 control, no DEL, no bidi control, no
//! zero-width or invisible character that could spoof (ZWJ and ZWNJ stay between letters, where scripts and emoji
//! need them), no noncharacter, and at most [`MAX_MARKS`] combining marks in a row.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// Combining marks kept in a row; more are dropped ("Zalgo" text).
pub const MAX_MARKS: usize = 4;

/// Text that may be printed on a terminal. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clean(Arc<str>);

impl Clean {
    /// Cleans one line: every run of white space, line breaks too, becomes one space; ends are trimmed.
    pub fn line(raw: &str) -> Self {
        if is_ordinary(raw.as_bytes()) {
            return Self(raw.into());
        }
        let mut out = String::with_capacity(raw.len());
        let mut pending_space = false;
        for c in filtered(raw) {
            if c.is_whitespace() {
                pending_space = !out.is_empty();
            } else {
                if pending_space {
                    out.push(' ');
                    pending_space = false;
                }
                out.push(c);
            }
        }
        Self(out.into())
    }

    /// Cleans running text: line breaks stay (`\r\n` and `\r` become `\n`), tabs become spaces.
    pub fn text(raw: &str) -> Self {
        let unix = raw.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
        Self(filtered(&unix).collect::<String>().into())
    }

    /// The empty text.
    pub fn empty() -> Self {
        Self(Arc::from(""))
    }

    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a line holds nothing but printable ASCII and the letters À to ÿ, with single blanks between them: nearly all
/// do, and need no cleaning.
fn is_ordinary(line: &[u8]) -> bool {
    let rest = line.get(1..).unwrap_or_default();
    // 0xC3 leads the two bytes of À to ÿ; continuation bytes are below 0xC0.
    let strange = |b: u8| b < b' ' || b == 0x7F || (b >= 0xC0 && b != 0xC3);
    line.first() != Some(&b' ')
        && line.last() != Some(&b' ')
        && !line.iter().any(|b| strange(*b))
        && !line.iter().zip(rest).any(|(a, b)| *a == b' ' && *b == b' ')
}

/// The characters of `raw` that a terminal may see. A control character becomes a space where it separated words.
fn filtered(raw: &str) -> impl Iterator<Item = char> + '_ {
    let mut marks = 0usize;
    raw.chars().filter_map(move |c| {
        if is_mark(c) {
            marks += 1;
            return (marks <= MAX_MARKS).then_some(c);
        }
        if c == '\u{200d}' || c == '\u{200c}' {
            return Some(c); // joiners do not end a run of marks
        }
        let kept = match c {
            '\n' => Some('\n'),
            '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
            _ if is_forbidden(c) => None,
            _ => Some(c),
        };
        // What is dropped does not end a run of marks either.
        if kept.is_some() {
            marks = 0;
        }
        kept
    })
}

/// What a terminal may see of a text, its blanks as they are; for what is on its way to the screen in another type than
/// [`Clean`].
pub fn printable(raw: &str) -> String {
    filtered(raw).collect()
}

/// Whether a terminal must never see `c` (line breaks are treated before).
pub fn is_forbidden(c: char) -> bool {
    let n = u32::from(c);
    c.is_control()
        || matches!(n,
            0x061C | 0x200B | 0x200E | 0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF
            | 0xFFF9..=0xFFFC | 0x180E | 0x115F | 0x1160 | 0x3164 | 0xFFA0
            | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF | 0xFDD0..=0xFDEF)
        || (n & 0xFFFE) == 0xFFFE
}

/// Whether `c` is drawn on top of the character before it.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x0610..=0x061A | 0x064B..=0x065F
        | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF
        | 0x3099..=0x309A | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F)
}

impl Default for Clean {
    fn default() -> Self {
        Self::empty()
    }
}

impl Deref for Clean {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl PartialEq<str> for Clean {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Clean {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_breaks_and_no_padding() {
        assert_eq!(Clean::line("  Brand\r\n in\tLagerhalle \u{a0} "), "Brand in Lagerhalle");
    }

    #[test]
    fn ordinary_lines_take_the_short_way() {
        for (line, want) in [
            ("Brücke in Süd", true),
            ("a  b", false),
            (" a", false),
            ("„a“", false),
            ("a\u{9b}b", false),
        ] {
            assert_eq!(is_ordinary(line.as_bytes()), want, "{line}");
        }
        assert_eq!(Clean::line("Brücke in Süd"), "Brücke in Süd");
    }

    #[test]
    fn escape_sequences_lose_their_escape() {
        assert_eq!(Clean::line("a\u{1b}[31mb\u{9b}2Jc\u{7f}"), "a[31mb2Jc");
    }

    #[test]
    fn bidi_and_invisible_characters_go() {
        assert_eq!(Clean::line("x\u{202e}y\u{2066}z\u{200b}\u{feff}!"), "xyz!");
    }

    #[test]
    fn a_tower_of_marks_is_cut() {
        let tower: String =
            std::iter::once('a').chain(std::iter::repeat_n('\u{301}', 50)).collect();
        assert_eq!(Clean::line(&tower).chars().count(), 1 + MAX_MARKS);
    }

    #[test]
    fn a_tower_is_not_built_higher_by_what_is_dropped() {
        let tower = "a".to_owned() + &"\u{301}\u{302}\u{303}\u{304}\0\u{200b}".repeat(9);
        let clean = Clean::line(&tower);
        assert_eq!(clean.chars().count(), 1 + MAX_MARKS);
        assert_eq!(Clean::line(&clean), clean);
    }

    #[test]
    fn text_keeps_line_breaks() {
        assert_eq!(Clean::text("eins\r\nzwei\rdrei"), "eins\nzwei\ndrei");
    }

    proptest::proptest! {
        #[test]
        fn nothing_forbidden_survives(raw in ".*") {
            for c in Clean::text(&raw).chars() {
                assert!(c == '\n' || !is_forbidden(c), "{c:?}");
            }
            assert_eq!(Clean::line(&raw), Clean::line(&Clean::line(&raw)));
        }
    }
}
