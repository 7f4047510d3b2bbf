//! Words that an entry must hold, folded, and how the index is asked for them. Pure.

use crate::domain::{Shape, Words};
use crate::store::index;
use crate::text::fold::fold_words;

/// One thing that an entry must contain: words in a row, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// The words, one space between them.
    pub(super) words: String,
    /// How the last of them must match.
    pub(super) shape: Shape,
}

impl Term {
    /// The words folded; `None` when nothing of them is left.
    pub(super) fn new(words: &Words) -> Option<Self> {
        let folded = fold_words(&words.text);
        // The middle of a word is looked for only when there is one word.
        let shape = match words.shape {
            Shape::Within if folded.contains(' ') => Shape::Begins,
            shape => shape,
        };
        (!folded.is_empty()).then_some(Self { words: folded, shape })
    }

    /// Whether several words must stand side by side, which the index does not know.
    pub(super) fn is_phrase(&self) -> bool {
        self.words.contains(' ')
    }

    /// Where the term stands in a folded text, each with whether a whole word does.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, bool)> + 'a {
        text.match_indices(&self.words).filter_map(|(at, found)| {
            let begins = at == 0 || text.as_bytes().get(at - 1) == Some(&b' ');
            let ends = matches!(text.as_bytes().get(at + found.len()), None | Some(b' '));
            let fits = match self.shape {
                Shape::Whole => begins && ends,
                Shape::Begins => begins,
                Shape::Within => true,
            };
            fits.then_some((at, begins && ends))
        })
    }

    /// Whether a folded text holds the term.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }

    /// The words as FTS5 reads them, to be found anywhere or in the headline. Folded words hold no syntax.
    pub(super) fn expression(&self, in_title: bool) -> String {
        let mark = if in_title { index::TITLE.to_string() } else { String::new() };
        let mut quoted = Vec::new();
        let mut words = self.words.split(' ').peekable();
        while let Some(word) = words.next() {
            // A single letter begins too much.
            let begun = self.shape == Shape::Begins && words.peek().is_none() && word.len() > 1;
            quoted.push(format!("\"{mark}{word}\"{}", if begun { "*" } else { "" }));
        }
        quoted.join(" AND ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_terms_and_questions() {
        let term = |text: &str, shape| Term::new(&Words { text: text.to_owned(), shape });
        let asked =
            |text, shape| term(text, shape).map(|t| (t.expression(false), t.expression(true)));
        let want = |plain: &str, title: &str| Some((plain.to_owned(), title.to_owned()));
        assert_eq!(asked("Müller", Shape::Begins), want("\"muller\"*", "\"·muller\"*"));
        assert_eq!(asked("Müller", Shape::Whole), want("\"muller\"", "\"·muller\""));
        assert_eq!(asked("a", Shape::Begins), want("\"a\"", "\"·a\""));
        assert_eq!(
            asked("Bürger-Büro", Shape::Begins),
            want("\"burger\" AND \"buro\"*", "\"·burger\" AND \"·buro\"*")
        );
        assert_eq!(term("*", Shape::Begins), None);
        assert_eq!(term("a-b", Shape::Within).map(|t| t.shape), Some(Shape::Begins));
    }

    #[test]
    fn shapes_decide_what_holds() {
        let holds =
            |shape| Term { words: "halle".to_owned(), shape }.is_in("die lagerhalle brennt");
        assert_eq!([Shape::Begins, Shape::Whole, Shape::Within].map(holds), [false, false, true]);
        let begins = Term { words: "lager".to_owned(), shape: Shape::Begins };
        assert!(begins.is_in("die lagerhalle") && !begins.is_in("feldlager"));
    }
}
