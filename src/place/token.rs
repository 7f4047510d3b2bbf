//! Words of a text with their look-up form and what stands between them.

use std::ops::Range;

use crate::gazetteer::key_into;

/// A word.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    /// As it stands in the text.
    pub(super) text: &'a str,
    /// What stands between the word before and this one.
    pub(super) gap: &'a str,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    key: Range<usize>,
}

impl Token<'_> {
    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it begins a sentence.
    pub(super) fn begins_sentence(&self) -> bool {
        self.start == 0 || self.gap.contains(['.', '!', '?', '\n', '»', '„', '“', '"', ':'])
    }
}

/// The words of a text.
pub(super) struct Tokens<'a> {
    list: Vec<Token<'a>>,
    keys: String,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut list = Vec::with_capacity(text.len() / 6 + 1);
        let mut keys = String::with_capacity(text.len());
        let mut end = 0;
        let mut rest = text.char_indices().peekable();
        while let Some((start, c)) = rest.next() {
            if !is_word(c) {
                continue;
            }
            let mut stop = start + c.len_utf8();
            while let Some((at, c)) = rest.next_if(|(_, c)| is_word(*c)) {
                stop = at + c.len_utf8();
            }
            let from = keys.len();
            key_into(&text[start..stop], &mut keys);
            let key = from..keys.len();
            list.push(Token { text: &text[start..stop], gap: &text[end..start], start, key });
            end = stop;
        }
        Self { list, keys }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.list.get(at)
    }

    /// The look-up form of a word; empty beyond the ends.
    pub(super) fn key(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |t| &self.keys[t.key.clone()])
    }

    /// The look-up form of the word `n` before this one.
    pub(super) fn key_before(&self, at: usize, n: usize) -> &str {
        at.checked_sub(n).map_or("", |at| self.key(at))
    }

    /// The look-up forms of the words from `at` on that may belong to one name.
    pub(super) fn name_from(&self, at: usize) -> impl Iterator<Item = &str> {
        let joined = (at..self.len())
            .take_while(move |i| *i == at || self.may_join(*i))
            .take(MAX_NAME_WORDS);
        joined.map(|i| self.key(i))
    }

    /// Whether the word may continue a name that the word before began.
    fn may_join(&self, at: usize) -> bool {
        let gap = self.list[at].gap;
        let before = self.key_before(at, 1);
        match gap {
            " " | "\u{a0}" | "-" | "‐" | "‑" | "/" | " (" | "'" | "’" | "(" => true,
            "." | ". " => before.len() <= 3,
            _ => false,
        }
    }

    /// The text of a run of words.
    pub(super) fn span(&self, words: Range<usize>) -> String {
        let mut out = String::new();
        for (n, token) in self.list[words].iter().enumerate() {
            if n > 0 {
                out.push_str(token.gap);
            }
            out.push_str(token.text);
        }
        out
    }
}

/// The longest names of the gazetteer have no more words.
const MAX_NAME_WORDS: usize = 6;

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !c.is_ascii() && (c.is_alphanumeric() || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_place_and_gap() {
        let tokens = Tokens::new("St. Tönis – Müller's");
        let words: Vec<(&str, &str)> = tokens.list.iter().map(|t| (t.gap, t.text)).collect();
        assert_eq!(words, [("", "St"), (". ", "Tönis"), (" – ", "Müller"), ("'", "s")]);
        assert_eq!(tokens.key(1), "tonis");
        assert_eq!(tokens.key(9), "");
        assert_eq!(tokens.span(0..2), "St. Tönis");
        assert_eq!(tokens.name_from(0).collect::<Vec<_>>(), ["st", "tonis"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_tokens(text in ".*") {
            let tokens = Tokens::new(&text);
            for at in 0..tokens.len() {
                let token = tokens.get(at).expect("within");
                assert!(text[token.start..].starts_with(token.text));
            }
        }
    }
}
