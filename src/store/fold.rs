//! One form for all spellings of a word, for the search index and for what is searched: *Müller*, *Mueller* and *Muller*
//! fold alike, so do *Straße* and *Strasse*, *café* and *cafe*. Pure.
//!
//! **Invariant:** a folded text holds only lower-case letters, digits and single spaces between words, so it cannot be
//! mistaken for search syntax.

use std::sync::LazyLock;

/// Folds a text.
pub(super) fn fold(text: &str) -> String {
    let mut folder = Folder::with_capacity(text.len());
    folder.push(text);
    folder.finish()
}

/// Folds several texts into one.
pub(super) struct Folder {
    out: Vec<u8>,
    /// [`IS_E`] when the last letter was an `a`, `o` or `u` that an `e` may follow to spell an umlaut, else 0.
    umlaut: u8,
    /// The class of the last byte that was written; that of a space at first.
    last: u8,
}

impl Folder {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { out: Vec::with_capacity(bytes + bytes / 16), umlaut: 0, last: IS_SPACE }
    }

    /// Adds a text as words of their own.
    pub(super) fn push(&mut self, text: &str) {
        self.ascii(b" ");
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii() {
                let end = rest.bytes().position(|b| !b.is_ascii()).unwrap_or(rest.len());
                self.ascii(&rest.as_bytes()[..end]);
                rest = &rest[end..];
            } else {
                self.wide(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }

    pub(super) fn finish(self) -> String {
        let mut folded = String::from_utf8(self.out).unwrap_or_default();
        if folded.ends_with(' ') {
            folded.pop();
        }
        folded
    }

    /// The bulk of any text. Every byte is written and only some are kept: letters come in no order that a processor
    /// could foresee, so the loop has no branches.
    fn ascii(&mut self, bytes: &[u8]) {
        let start = self.out.len();
        self.out.resize(start + bytes.len(), 0);
        let mut end = start;
        let (mut last, mut umlaut) = (self.last, self.umlaut);
        for byte in bytes {
            let (letter, class) = ASCII[usize::from(byte & 0x7f)];
            // Mueller → muller; but Bauer, neue, Quelle keep their e. And one space is enough.
            let dropped = class & (umlaut | (last & IS_SPACE));
            self.out[end] = letter;
            end += usize::from(dropped == 0);
            umlaut = if dropped == 0 { umlaut_after(last, class) } else { 0 };
            last = if dropped == 0 { class } else { last };
        }
        self.out.truncate(end);
        (self.last, self.umlaut) = (last, umlaut);
    }

    /// Letters that no umlaut spelling touches.
    fn plain(&mut self, letters: &str) {
        self.umlaut = 0;
        let last = letters.as_bytes().last().copied().unwrap_or_default();
        self.last = if last.is_ascii() { ASCII[usize::from(last)].1 } else { 0 };
        self.out.extend_from_slice(letters.as_bytes());
    }

    fn wide(&mut self, c: char) {
        if let Some(plain) = plain(c) {
            return self.plain(plain);
        }
        match c {
            // u + ¨ is ü: the e of a following syllable is its own.
            _ if is_mark(c) => self.umlaut = 0,
            // A possible break inside a word is none.
            '\u{ad}' | '\u{200c}' | '\u{200d}' => {}
            '\u{2000}'..='\u{206f}' => self.ascii(b" "),
            _ => {
                for lower in c.to_lowercase() {
                    if lower.is_alphanumeric() {
                        self.plain(lower.encode_utf8(&mut [0; 4]));
                    } else if !is_mark(lower) {
                        self.ascii(b" ");
                    }
                }
            }
        }
    }
}

/// An `a`, `o` or `u`, which can become an umlaut.
const TAKES_UMLAUT: u8 = 1;
/// An `e`.
const IS_E: u8 = 2;
/// A vowel, or the q of Quelle: what follows is no umlaut.
const IS_VOWEL: u8 = 4;
/// What stands between words.
const IS_SPACE: u8 = 8;

/// [`IS_E`] when an `e` would now spell an umlaut.
fn umlaut_after(before: u8, class: u8) -> u8 {
    (class & TAKES_UMLAUT & !(before / IS_VOWEL)) * IS_E
}

/// ASCII characters in lower case, a space for what stands between words, each with its class.
const ASCII: [(u8, u8); 128] = {
    let mut table = [(b' ', IS_SPACE); 128];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            let letter = byte.to_ascii_lowercase();
            let class = match letter {
                b'a' | b'o' | b'u' => TAKES_UMLAUT | IS_VOWEL,
                b'e' => IS_E | IS_VOWEL,
                b'i' | b'q' => IS_VOWEL,
                _ => 0,
            };
            table[byte as usize] = (letter, class);
        }
        byte += 1;
    }
    table
};

fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036f | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f)
}

/// The plain letters of a Latin letter with marks.
fn plain(c: char) -> Option<&'static str> {
    /// The rows of [`PLAIN`] by character, for Latin-1 to Latin Extended-B.
    static NEAR: LazyLock<Vec<Option<&'static str>>> =
        LazyLock::new(|| ('\0'..'\u{250}').map(in_table).collect());
    match usize::try_from(u32::from(c)) {
        Ok(near) if near < NEAR.len() => NEAR[near],
        _ if matches!(c, '\u{1e00}'..'\u{1f00}' | '\u{fb00}'..'\u{fb07}') => in_table(c),
        _ => None,
    }
}

fn in_table(c: char) -> Option<&'static str> {
    let mut lower = c.to_lowercase();
    let (Some(letter), rest) = (lower.next(), lower.next()) else { return None };
    // İ becomes i and a mark.
    if rest.is_some_and(|mark| !is_mark(mark)) {
        return None;
    }
    let row = PLAIN.iter().find(|(plain, marked)| {
        marked.contains(letter) || (!c.is_ascii() && *plain == letter.to_string())
    });
    row.map(|(plain, _)| *plain)
}

/// Each row: the plain form, and the letters that fold to it.
const PLAIN: &[(&str, &str)] = &[
    ("ss", "ß"),
    ("a", "äàáâãåæāăąǎǻǽạảấầẩẫậắằẳẵặ"),
    ("o", "öòóôõøœōŏőǒơọỏốồổỗộớờởỡợ"),
    ("u", "üùúûũūŭůűųǔưụủứừửữự"),
    ("e", "éèêëēĕėęěẹẻẽếềểễệ"),
    ("i", "ìíîïĩīĭįıǐỉị"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("g", "ĝğġģǧ"),
    ("h", "ĥħ"),
    ("ij", "ĳ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŋ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżž"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        let groups: &[&[&str]] = &[
            &["Müller", "Mueller", "Muller", "MÜLLER", "Mu\u{308}ller"],
            &["Straße", "Strasse", "STRASSE", "Stra\u{ad}ße"],
            &["Mönchengladbach", "Moenchengladbach", "Monchengladbach"],
            &["Bäuerin", "Baeuerin"],
            &["Ærø", "Aero", "ærø"],
            &["Łódź", "Lodz"],
            &["Bürger-Büro", "Buerger Buero", "„Bürger“ – Büro …"],
            &["İstanbul", "Istanbul"],
        ];
        for group in groups {
            for spelling in *group {
                assert_eq!(fold(spelling), fold(group[0]), "{spelling}");
            }
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (a, b) in
            [("neue", "neu"), ("Bauer", "Baur"), ("Quelle", "Qulle"), ("Krefeld", "Krefelder")]
        {
            assert_ne!(fold(a), fold(b));
        }
    }

    #[test]
    fn a_beginning_folds_to_a_beginning() {
        for word in ["Müller", "Mueller", "Bauer", "Straße", "Oberbürgermeister"] {
            for end in word.char_indices().map(|(i, c)| i + c.len_utf8()) {
                assert!(fold(word).starts_with(&fold(&word[..end])), "{}", &word[..end]);
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn folded_text_is_plain_and_stays(raw in "\\PC{0,60}") {
            let folded = fold(&raw);
            assert!(folded.chars().all(|c| c == ' ' || c.is_alphanumeric()), "{folded:?}");
            assert!(!folded.contains("  ") && folded.trim() == folded, "{folded:?}");
        }
    }
}
