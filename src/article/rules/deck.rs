//! The teaser under the headline: shown once, and only when it is not just the beginning of the text.

use crate::article::draft::Draft;
use crate::article::wording::{normal, share_of};
use crate::text::Clean;

/// The longest teaser, in letters.
const MAX_LETTERS: usize = 600;
/// A dateline before it, in bytes.
const MAX_BEFORE: usize = 40;

/// Sets the first block as teaser when the page marks it as one; a stated teaser that the body repeats is dropped.
pub(in crate::article) fn apply(draft: &mut Draft, marked: &[String]) {
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
    let is_marked = piece.letters <= MAX_LETTERS && marked.iter().any(|deck| is_deck(deck, &text));
    if is_marked {
        let deck = Clean::line(&piece.text);
        draft.account("deck", &deck);
        draft.pieces.remove(first);
        draft.article.deck = deck;
    }
}

/// Whether a marked teaser is this text, perhaps with a dateline before it.
fn is_deck(marked: &str, text: &str) -> bool {
    marked.strip_suffix(text).is_some_and(|before| before.len() <= MAX_BEFORE && !text.is_empty())
}

/// Whether the body says what a stated teaser says, so that it need not be shown.
pub(in crate::article) fn is_in_body(deck: &str, draft: &Draft) -> bool {
    let deck = normal(deck);
    let body: String = draft.pieces.iter().take(3).map(|piece| normal(&piece.text) + " ").collect();
    deck.is_empty() || body.contains(&deck) || share_of(&deck, &body) > 0.8
}
