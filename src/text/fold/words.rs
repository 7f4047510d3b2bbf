//! The words of a text and nothing else, folded: for the search index and for what is searched. Pure.
//!
//! The index of a first refresh is made of a hundred megabytes and more. So a text is first folded as if it were English,
//! in loops without branches that the compiler turns into vector instructions; only the places where a letter has a mark or
//! an e may be that of an umlaut are looked at one by one.
//!
//! **Invariant:** a folded text holds only lower-case letters, digits and single spaces between words, so it cannot be
//! mistaken for search syntax.

use super::letters;

/// Folds a text to its words.
pub fn fold_words(text: &str) -> String {
    let mut folder = WordFolder::with_capacity(text.len());
    folder.push(text);
    folder.finish()
}

/// Folds several texts to the words of one.
#[derive(Debug)]
pub struct WordFolder {
    out: Vec<u8>,
    /// The text that is folded, each byte for itself.
    letters: Vec<u8>,
    /// For each byte of it: 1 when it cannot be folded for itself.
    odd: Vec<u8>,
}

impl WordFolder {
    /// A folder for texts of so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            out: Vec::with_capacity(bytes + bytes / 16 + 16),
            letters: Vec::new(),
            odd: Vec::new(),
        }
    }

    /// Adds a text as words of their own.
    pub fn push(&mut self, text: &str) {
        self.out.push(b' ');
        self.fold_bytes(text.as_bytes());
        let mut at = 0;
        while let Some(odd) = memchr::memchr(1, &self.odd[at..]) {
            self.out.extend_from_slice(&self.letters[at..at + odd]);
            at += odd;
            // A mark, or the e of an umlaut, leaves the letter before it to decide about a further e.
            let mut rest = text[at..].chars();
            while let Some(c) = rest.next() {
                if c.is_ascii() {
                    self.put(self.letters[text.len() - rest.as_str().len() - 1]);
                } else {
                    self.marked(c);
                }
                if !rest.as_str().starts_with(['e', 'E']) {
                    break;
                }
            }
            at = text.len() - rest.as_str().len();
        }
        self.out.extend_from_slice(&self.letters[at..]);
    }

    /// The words, one space between them.
    pub fn finish(mut self) -> String {
        let mut end = 0;
        let mut last = b' ';
        for at in 0..self.out.len() {
            let byte = self.out[at];
            self.out[end] = byte;
            end += usize::from((byte, last) != (b' ', b' '));
            last = byte;
        }
        self.out.truncate(end - usize::from(end > 0 && last == b' '));
        self.finish_loose()
    }

    /// The words with any number of spaces around them; quicker.
    pub fn finish_loose(self) -> String {
        String::from_utf8(self.out).unwrap_or_default()
    }

    /// Fills `letters` and `odd`.
    #[expect(clippy::needless_bitwise_bool, reason = "without branches the loop is vectorised")]
    fn fold_bytes(&mut self, bytes: &[u8]) {
        self.letters.clear();
        self.letters.extend(bytes.iter().map(|byte| letter(*byte)));
        self.odd.clear();
        let Some((first, others)) = self.letters.split_first() else { return };
        self.odd.push(u8::from(*first >= 0x80));
        self.odd.extend(self.letters.iter().zip(others).map(|(before, byte)| {
            let takes = matches!(*before, b'a' | b'o' | b'u');
            u8::from((*byte >= 0x80) | ((*byte == b'e') & takes))
        }));
    }

    /// A character that is not ASCII.
    fn marked(&mut self, c: char) {
        match c {
            'ä' | 'Ä' => self.out.push(b'a'),
            'ö' | 'Ö' => self.out.push(b'o'),
            'ü' | 'Ü' => self.out.push(b'u'),
            'ß' => self.out.extend_from_slice(b"ss"),
            '„' | '“' | '”' | '–' | '…' | '\u{a0}' => self.out.push(b' '),
            _ => letters::each_letter(c, |letter| match u8::try_from(letter) {
                Ok(plain) if plain.is_ascii_alphanumeric() => self.put(plain),
                _ if letter.is_alphanumeric() => {
                    self.out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                }
                _ => self.out.push(b' '),
            }),
        }
    }

    fn put(&mut self, letter: u8) {
        if letter == b'e' {
            let mut last = self.out.iter().rev().copied();
            let (last, before) = (last.next(), last.next());
            if letters::takes_e(last, before) {
                return;
            }
        }
        self.out.push(letter);
    }
}

/// An ASCII character in lower case, a space for what stands between words; other bytes stay.
#[expect(clippy::needless_bitwise_bool, reason = "without branches the loop is vectorised")]
fn letter(byte: u8) -> u8 {
    let lower = byte | 0x20;
    let is_letter = lower.wrapping_sub(b'a') < 26;
    let stays = (byte.wrapping_sub(b'0') < 10) | (byte >= 0x80);
    if is_letter {
        lower
    } else if stays {
        byte
    } else {
        b' '
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn spellings_meet() {
        let groups: &[&[&str]] = &[
            &["Müller", "Mueller", "Muller", "MÜLLER", "Mu\u{308}ller"],
            &["Straße", "Strasse", "STRASSE", "Stra\u{ad}ße"],
            &["Mönchengladbach", "Moenchengladbach", "Monchengladbach"],
            &["Bäuerin", "Baeuerin"],
            &["Ærø", "Aero", "ærø"],
            &["Łódź", "Lodz"],
            &["Bürger-Büro", "Buerger Buero", "„Bürger“ – Büro …", " Bürger,\n\tBüro."],
            &["İstanbul", "Istanbul"],
        ];
        for group in groups {
            for spelling in *group {
                assert_eq!(fold_words(spelling), fold_words(group[0]), "{spelling}");
            }
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (a, b) in
            [("neue", "neu"), ("Bauer", "Baur"), ("Quelle", "Qulle"), ("Krefeld", "Krefelder")]
        {
            assert_ne!(fold_words(a), fold_words(b));
        }
    }

    #[test]
    fn a_beginning_folds_to_a_beginning() {
        for word in ["Müller", "Mueller", "Bauer", "Straße", "Oberbürgermeister"] {
            for end in word.char_indices().map(|(i, c)| i + c.len_utf8()) {
                assert!(
                    fold_words(word).starts_with(&fold_words(&word[..end])),
                    "{}",
                    &word[..end]
                );
            }
        }
    }

    #[test]
    fn texts_are_words_of_their_own() {
        let mut folder = WordFolder::with_capacity(0);
        for text in ["Brand", "", " in Linn.", "Ma", "e"] {
            folder.push(text);
        }
        assert_eq!(folder.finish(), "brand in linn ma e");
        assert_eq!(fold_words("… – ("), "");
    }

    proptest::proptest! {
        #[test]
        fn folded_text_is_plain_and_stays(raw in "\\PC{0,60}|[aeouqyßüæé\u{308} .-]{0,30}|.*") {
            let folded = fold_words(&raw);
            assert!(folded.chars().all(|c| c == ' ' || c.is_alphanumeric()), "{folded:?}");
            assert!(!folded.contains("  ") && folded.trim() == folded, "{folded:?}");
            assert_eq!(fold_words(&folded), folded);
        }

        #[test]
        fn both_foldings_know_the_same_letters(raw in "[a-zA-Z0-9äöüßéÆŋﬁÖ\u{308}\u{ad} ]{0,40}|\\w{0,30}") {
            let kept: Vec<String> = fold(&raw)
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect();
            assert_eq!(fold_words(&raw), kept.join(" "));
        }
    }
}
