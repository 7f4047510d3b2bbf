//! The teaser under the headline: shown once, and only when it is not just the beginning of the text.

use crate::article::draft::Draft;
use crate::article::mark::{Mark, Marks};
use crate::article::tree::{Id, Tree};
use crate::article::wording::{ends_sentence, normal, share_of};
use crate::text::Clean;

/// The longest teaser, in letters.
const MAX_LETTERS: usize = 600;
/// A dateline before it, in bytes.
const MAX_BEFORE: usize = 40;

/// Sets the first block as teaser when the page marks it as one; a stated teaser that the body repeats is dropped.
/// `text_start` is where the element with the text begins: a single paragraph before it is a teaser too.
pub(in crate::article) fn apply(draft: &mut Draft, marked: &[String], text_start: Id) {
    if draft.pieces.iter().filter(|piece| piece.is_paragraph()).count() < 2 {
        return;
    }
    let Some(first) =
        draft.pieces.iter().take(3).position(|piece| piece.is_paragraph() || piece.is_heading())
    else {
        return;
    };
    let piece = &draft.pieces[first];
    let text = normal(&piece.text);
    let n_before = draft.pieces.iter().filter(|p| p.is_paragraph() && p.node < text_start).count();
    // English papers begin their text there; their teasers are marked as such.
    let is_english = draft.article.language.starts_with("en");
    let is_before = n_before == 1 && piece.is_paragraph() && piece.node < text_start && !is_english;
    let is_marked = marked.iter().any(|deck| is_deck(deck, &text));
    if piece.letters <= MAX_LETTERS && (is_marked || is_before) {
        let deck = Clean::line(&piece.text);
        draft.account("deck", &deck);
        draft.pieces.remove(first);
        draft.article.deck = deck;
    }
}

/// The texts of the elements that are marked as teasers, normalised.
pub(in crate::article) fn marked(tree: &Tree, marks: &Marks, language: &str) -> Vec<String> {
    let leads = marks.all(Mark::Lead).filter(|_| !language.starts_with("en"));
    marks.all(Mark::Deck).chain(leads).map(|id| normal(&tree.text(id))).collect()
}

/// Whether a marked teaser is this text, perhaps with a dateline before it.
fn is_deck(marked: &str, text: &str) -> bool {
    marked.strip_suffix(text).is_some_and(|before| before.len() <= MAX_BEFORE && !text.is_empty())
}

/// A teaser without the "[…]" that `WordPress` puts behind every one; what was cut off in a sentence ends with "…".
pub(in crate::article) fn without_excerpt_mark(deck: &str) -> String {
    let deck = deck.trim_end();
    let Some(cut) = ["[…]", "[...]"].iter().find_map(|mark| deck.strip_suffix(mark)) else {
        return deck.to_owned();
    };
    let cut = cut.trim_end();
    if ends_sentence(cut) { cut.to_owned() } else { format!("{cut} …") }
}

/// Whether a stated teaser is a stretch of the content, be it of what was taken out of the body.
pub(in crate::article) fn is_part_of(deck: &str, content: &str) -> bool {
    let letters = |text: &str| normal(text).replace(' ', "");
    letters(content).contains(&letters(deck))
}

/// Whether the body says what a stated teaser says, so that it need not be shown.
pub(in crate::article) fn is_in_body(deck: &str, draft: &Draft) -> bool {
    let deck = normal(deck);
    let body: String = draft.pieces.iter().take(3).map(|piece| normal(&piece.text) + " ").collect();
    deck.is_empty() || body.contains(&deck) || share_of(&deck, &body) > 0.8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_an_excerpt_goes() {
        let cases = [
            ("Der Zaun steht. […]", "Der Zaun steht."),
            ("Der Zaun steht am [...]", "Der Zaun steht am …"),
            ("Der Zaun [am Teich] steht.", "Der Zaun [am Teich] steht."),
        ];
        for (deck, want) in cases {
            assert_eq!(without_excerpt_mark(deck), want);
        }
    }

    #[test]
    fn a_teaser_that_is_a_stretch_of_the_content_is_known() {
        assert!(is_part_of("Eins zwei.Rückfragen an", "Eins zwei. Rückfragen an: Mia"));
        assert!(!is_part_of("Drei vier", "Eins zwei. Vier drei"));
    }
}
