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
    out: String,
    /// The last letter was an `a`, `o` or `u` that an `e` may follow to spell an umlaut.
    umlaut: bool,
    /// The last byte that was written; a space at first.
    last: u8,
}

impl Folder {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes + bytes / 16), umlaut: false, last: b' ' }
    }

    /// Adds a text as words of their own.
    pub(super) fn push(&mut self, text: &str) {
        self.gap();
        let mut rest = text;
        while let Some(first) = rest.as_bytes().first() {
            if first.is_ascii() {
                // The bulk of any text: runs of ASCII go byte by byte.
                let end = rest.bytes().position(|b| !b.is_ascii()).unwrap_or(rest.len());
                for byte in rest[..end].bytes() {
                    match ASCII[usize::from(byte & 0x7f)] {
                        b' ' => self.gap(),
                        letter => self.letter(letter),
                    }
                }
                rest = &rest[end..];
            } else {
                let c = rest.chars().next().unwrap_or_default();
                self.wide(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }

    pub(super) fn finish(mut self) -> String {
        if self.out.ends_with(' ') {
            self.out.pop();
        }
        self.out
    }

    /// A lower-case ASCII letter or a digit.
    #[inline]
    fn letter(&mut self, letter: u8) {
        if self.umlaut && letter == b'e' {
            self.umlaut = false;
            return; // Mueller → muller; but Bauer, neue, Quelle keep their e
        }
        self.umlaut = matches!(letter, b'a' | b'o' | b'u')
            && !matches!(self.last, b'a' | b'e' | b'i' | b'o' | b'u' | b'q');
        self.last = letter;
        self.out.push(char::from(letter));
    }

    #[inline]
    fn gap(&mut self) {
        self.umlaut = false;
        if self.last != b' ' {
            self.last = b' ';
            self.out.push(' ');
        }
    }

    /// Letters that no umlaut spelling touches.
    fn plain(&mut self, letters: &str) {
        self.umlaut = false;
        self.last = letters.as_bytes().last().copied().unwrap_or(self.last);
        self.out.push_str(letters);
    }

    fn wide(&mut self, c: char) {
        if is_mark(c) {
            // u + ¨ is ü: the e of a following syllable is its own.
            self.umlaut = false;
            return;
        }
        if matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}') {
            return; // a possible break inside a word is none
        }
        for lower in c.to_lowercase() {
            if let Some(plain) = plain(lower) {
                self.plain(plain);
            } else if lower.is_alphanumeric() {
                self.plain(lower.encode_utf8(&mut [0; 4]));
            } else if !is_mark(lower) {
                self.gap();
            }
        }
    }
}

/// ASCII characters in lower case; a space for what stands between words.
const ASCII: [u8; 128] = {
    let mut table = [b' '; 128];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036f | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f)
}

/// The plain letters of a lower-case Latin letter with marks.
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
    PLAIN.iter().find(|(_, marked)| marked.contains(c)).map(|(plain, _)| *plain)
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
