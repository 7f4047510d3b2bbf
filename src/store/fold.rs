//! One form for all spellings of a word, for the search index and for what is searched: *Müller*, *Mueller* and *Muller*
//! fold alike, so do *Straße* and *Strasse*, *café* and *cafe*. Pure.
//!
//! **Invariant:** a folded text holds only lower-case letters, digits and single spaces between words, so it cannot be
//! mistaken for search syntax. Folding a folded text changes nothing.

/// Folds a text.
pub(super) fn fold(text: &str) -> String {
    let mut out = Folder::with_capacity(text.len());
    out.push(text);
    out.finish()
}

/// Folds several texts into one, a space between them.
pub(super) struct Folder {
    out: String,
}

impl Folder {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes) }
    }

    /// Adds a text.
    pub(super) fn push(&mut self, text: &str) {
        self.space();
        let mut word = Word { out: &mut self.out, umlaut: Umlaut::No };
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii() {
                // The bulk of any text: runs of ASCII go byte by byte.
                let end = rest.bytes().position(|b| !b.is_ascii()).unwrap_or(rest.len());
                for byte in rest[..end].bytes() {
                    word.ascii(byte);
                }
                rest = &rest[end..];
            } else {
                word.wide(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }

    fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    pub(super) fn finish(mut self) -> String {
        if self.out.ends_with(' ') {
            self.out.pop();
        }
        self.out
    }
}

/// Whether an `e` that follows is the second half of an umlaut written with two letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Umlaut {
    No,
    Possible,
}

struct Word<'a> {
    out: &'a mut String,
    umlaut: Umlaut,
}

impl Word<'_> {
    fn ascii(&mut self, byte: u8) {
        if byte.is_ascii_alphanumeric() {
            self.letter(char::from(byte.to_ascii_lowercase()));
        } else {
            self.gap();
        }
    }

    /// A letter or digit in its plain form.
    fn letter(&mut self, c: char) {
        if c == 'e' && self.umlaut == Umlaut::Possible {
            self.umlaut = Umlaut::No;
            return; // Mueller → muller; but Bauer, neue, Quelle keep their e
        }
        let after = self.out.as_bytes().last().copied().unwrap_or(b' ');
        let possible = matches!(c, 'a' | 'o' | 'u')
            && !matches!(after, b'a' | b'e' | b'i' | b'o' | b'u' | b'q');
        self.umlaut = if possible { Umlaut::Possible } else { Umlaut::No };
        self.out.push(c);
    }

    fn gap(&mut self) {
        self.umlaut = Umlaut::No;
        if !self.out.is_empty() && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    fn wide(&mut self, c: char) {
        if is_mark(c) {
            // u + ¨ is ü: the e of a following syllable is its own.
            self.umlaut = Umlaut::No;
            return;
        }
        if c == '\u{ad}' || c == '\u{200d}' || c == '\u{200c}' {
            return; // a possible break inside a word is none
        }
        for lower in c.to_lowercase() {
            let latin = if lower < '\u{2000}' || ('\u{fb00}'..'\u{fb07}').contains(&lower) {
                plain(lower)
            } else {
                None
            };
            match latin {
                Some(plain) => {
                    for c in plain.chars() {
                        self.out.push(c);
                    }
                    self.umlaut = Umlaut::No;
                }
                None if is_mark(lower) => {}
                None if lower.is_alphanumeric() => {
                    self.out.push(lower);
                    self.umlaut = Umlaut::No;
                }
                None => self.gap(),
            }
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036f | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f)
}

/// The plain letters of a lower-case Latin letter with marks.
fn plain(c: char) -> Option<&'static str> {
    if c == 'ß' {
        return Some("ss");
    }
    // Each row: the plain form, and the letters that fold to it.
    PLAIN.iter().find(|(_, marked)| marked.contains(c)).map(|(plain, _)| *plain)
}

const PLAIN: &[(&str, &str)] = &[
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
