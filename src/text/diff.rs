//! What changed between two versions of a text, word by word. Pure.
//!
//! **Invariant:** the pieces that were not added are the words of the old text in order, those that were not removed the
//! words of the new one. **Invariant:** the time is bounded for any input: at most [`MAX_TOKENS`] of each text are
//! compared word by word, by an algorithm that gives up looking for the shortest answer when that takes long.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::Clean;

/// Words and signs of one text that are compared one by one; what lies beyond is compared as a whole.
pub const MAX_TOKENS: usize = 10_000;
/// Between two changes so many words and signs that stayed are too little to be read on their own.
const ISLAND: usize = 2;
/// And none of them is longer than this, in bytes: "um", "am", a comma.
const ISLAND_WORD: usize = 2;

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It stayed.
    Same,
    /// It stood only in the old text.
    Removed,
    /// It stands only in the new text.
    Added,
}

/// A run of words that share a fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub fate: Fate,
    /// A blank stands before it.
    pub spaced: bool,
    /// Its words; a line break ends a paragraph.
    pub text: Clean,
}

/// A word, a sign, or a line break.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    spaced: bool,
}

/// Compares two texts. White space counts for nothing; a line break divides paragraphs but is no change in itself.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let (before, old_rest) = tokens(old);
    let (after, new_rest) = tokens(new);
    let mut input = InternedInput::default();
    input.update_before(before.iter().map(|t| t.text));
    input.update_after(after.iter().map(|t| t.text));
    let diff = Diff::compute(Algorithm::Myers, &input);
    let mut out = Pieces::default();
    let mut done = 0;
    for (removed, added) in changes(&diff, &after) {
        out.push(Fate::Same, &after[done..added.start]);
        out.push(Fate::Removed, &before[removed]);
        out.push(Fate::Added, &after[added.clone()]);
        done = added.end;
    }
    out.push(Fate::Same, &after[done..]);
    if old_rest == new_rest {
        out.push_rest(Fate::Same, new_rest);
    } else {
        out.push_rest(Fate::Removed, old_rest);
        out.push_rest(Fate::Added, new_rest);
    }
    out.0
}

/// The words of a text that are compared one by one, and the rest.
fn tokens(text: &str) -> (Vec<Token<'_>>, &str) {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut spaced = false;
    for (at, part) in text.split_word_bound_indices() {
        if found.len() == MAX_TOKENS {
            return (found, &text[at..]);
        }
        if part.contains('\n') {
            if found.last().is_some_and(|last| last.text != "\n") {
                found.push(Token { text: "\n", spaced: false });
            }
            spaced = false;
        } else if part.trim().is_empty() {
            spaced = found.last().is_some_and(|last| last.text != "\n");
        } else {
            found.push(Token { text: part, spaced });
            spaced = false;
        }
    }
    (found, "")
}

/// What was replaced by what; changes with next to nothing between them are one.
fn changes(diff: &Diff, after: &[Token<'_>]) -> Vec<(Range<usize>, Range<usize>)> {
    let wide = |range: &Range<u32>| range.start as usize..range.end as usize;
    let mut changes: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for hunk in diff.hunks() {
        let (removed, added) = (wide(&hunk.before), wide(&hunk.after));
        if let Some((last_removed, last_added)) = changes.last_mut()
            && is_island(&after[last_added.end..added.start])
        {
            last_removed.end = removed.end;
            last_added.end = added.end;
        } else {
            changes.push((removed, added));
        }
    }
    changes
}

fn is_island(between: &[Token<'_>]) -> bool {
    between.len() <= ISLAND && between.iter().all(|t| t.text.len() <= ISLAND_WORD && t.text != "\n")
}

/// Pieces in the making.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, fate: Fate, tokens: &[Token<'_>]) {
        // Paragraphs that were only divided differently have not changed.
        let breaks_only = tokens.iter().all(|t| t.text == "\n");
        let fate = match fate {
            Fate::Removed if breaks_only => return,
            Fate::Added if breaks_only => Fate::Same,
            fate => fate,
        };
        let Some(first) = tokens.first() else { return };
        let mut text = String::new();
        for (i, token) in tokens.iter().enumerate() {
            if i > 0 && token.spaced {
                text.push(' ');
            }
            text.push_str(token.text);
        }
        self.0.push(Piece { fate, spaced: first.spaced, text: Clean::text(&text) });
    }

    fn push_rest(&mut self, fate: Fate, rest: &str) {
        if !rest.trim().is_empty() {
            let spaced = rest.starts_with(' ');
            self.0.push(Piece { fate, spaced, text: Clean::text(rest.trim()) });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use proptest::prelude::*;

    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let mut out = String::new();
        for piece in words(old, new) {
            out.push_str(if piece.spaced { " " } else { "" });
            let _ = match piece.fate {
                Fate::Same => write!(out, "{}", piece.text),
                Fate::Removed => write!(out, "[-{}-]", piece.text),
                Fate::Added => write!(out, "{{+{}+}}", piece.text),
            };
        }
        out
    }

    #[test]
    fn changed_words_are_marked() {
        let cases = [
            (
                "Die Feuerwehr ist mit zwei Zügen vor Ort.",
                "Die Feuerwehr ist mit drei Zügen vor Ort.",
                "Die Feuerwehr ist mit [-zwei-] {+drei+} Zügen vor Ort.",
            ),
            ("Beginn: 19.30 Uhr", "Beginn: 20.00 Uhr", "Beginn: [-19.30-] {+20.00+} Uhr"),
            ("Von 12:45 an.", "Von 13:50 an.", "Von [-12:45-] {+13:50+} an."),
            ("Es brennt", "Es brennt.", "Es brennt{+.+}"),
            ("Erster Absatz.\n\nZweiter.", "Erster Absatz. Zweiter.", "Erster Absatz. Zweiter."),
            ("Ein Satz.", "Ein Satz.\nUnd noch einer.", "Ein Satz.{+\nUnd noch einer.+}"),
            ("", "neu", "{+neu+}"),
            ("alt", "", "[-alt-]"),
            ("gleich", "gleich", "gleich"),
            ("", "", ""),
        ];
        for (old, new, want) in cases {
            assert_eq!(marked(old, new), want);
        }
    }

    #[test]
    fn a_text_beyond_the_limit_is_compared_in_the_end_as_a_whole() {
        let long = "Wort und ".repeat(MAX_TOKENS);
        assert!(words(&long, &long).iter().all(|p| p.fate == Fate::Same));
        let pieces = words(&long, &format!("{long}neu"));
        let changed: Vec<_> = pieces.iter().filter(|p| p.fate != Fate::Same).collect();
        assert_eq!(changed.len(), 2);
        assert!(changed[1].text.ends_with("neu"));
    }

    /// The words of one side, without what white space there is.
    fn side(pieces: &[Piece], without: Fate) -> String {
        let kept = pieces.iter().filter(|p| p.fate != without);
        kept.flat_map(|p| p.text.split_whitespace()).collect()
    }

    fn bare(text: &str) -> String {
        Clean::text(text).split_whitespace().collect()
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_in_the_pieces(
            old in "([a-c.]{1,2}[ \n]{0,2}){0,40}",
            new in "([a-c.]{1,2}[ \n]{0,2}){0,40}",
        ) {
            let pieces = words(&old, &new);
            prop_assert_eq!(side(&pieces, Fate::Added), bare(&old));
            prop_assert_eq!(side(&pieces, Fate::Removed), bare(&new));
        }

        #[test]
        fn any_texts_can_be_compared(old in any::<String>(), new in any::<String>()) {
            words(&old, &new);
        }
    }
}
