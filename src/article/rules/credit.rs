//! Credits that stand as lines of their own in the body: they belong to the picture before them.

use crate::article::draft::{Draft, Piece};
use crate::article::figure;
use crate::domain::Block;
use crate::text::Clean;

/// The longest line that is a credit, in letters.
const MAX_LETTERS: usize = 90;

/// Gives such lines to the picture before them, or drops them when there is none.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let credits: Vec<Option<String>> = draft.pieces.iter().map(credit).collect();
    for at in 0..draft.pieces.len() {
        let Some(credit) = &credits[at] else { continue };
        let before = draft.pieces[..at].iter_mut().rev().take(2).find(|piece| piece.is_figure());
        if let Some(Block::Figure(figure)) = before.map(|piece| &mut piece.block) {
            if figure.credit.is_empty() {
                figure.credit = Clean::line(credit);
            }
        }
    }
    draft.drop_pieces("credit-line", |at, _| credits[at].is_some());
}

/// The credit of a line that is nothing else.
fn credit(piece: &Piece) -> Option<String> {
    if !piece.is_paragraph() || piece.letters > MAX_LETTERS {
        return None;
    }
    let (before, credit) = figure::split_credit(&piece.text);
    credit.filter(|_| before.trim().is_empty())
}
