//! Recommended articles inside the body: blocks that are links and little else, and the subheading above them.

use crate::article::draft::{Draft, Piece};
use crate::domain::Block;
use crate::text::Clean;

/// The share of a block's letters that may stand in links, in percent.
const MAX_LINKED: usize = 80;
/// A longer linked block may be a linked sentence of the text.
const MAX_LETTERS: usize = 160;

/// Moves them from the body to the article's related ones.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let goes: Vec<bool> = draft.pieces.iter().map(is_related).collect();
    let heads: Vec<bool> = (0..goes.len())
        .map(|at| {
            let after = goes.get(at + 1).copied().unwrap_or(false);
            let beyond = draft.pieces.get(at + 2).is_none_or(|piece| piece.is_heading())
                || goes.get(at + 2) == Some(&true);
            after && beyond && draft.pieces[at].is_heading()
        })
        .collect();
    let mut related = Vec::new();
    draft.drop_pieces("related", |at, piece| {
        if goes[at] {
            related.extend(titles(piece));
        }
        goes[at] || heads[at]
    });
    draft.article.related.extend(related);
}

fn is_related(piece: &Piece) -> bool {
    let is_linked = piece.letters > 0 && piece.linked * 100 > piece.letters * MAX_LINKED;
    match &piece.block {
        Block::Paragraph(_) | Block::Heading(..) => is_linked && piece.letters <= MAX_LETTERS,
        Block::List(..) => is_linked,
        _ => false,
    }
}

fn titles(piece: &Piece) -> Vec<Clean> {
    match &piece.block {
        Block::List(_, items) => items
            .iter()
            .flatten()
            .map(|block| Clean::line(&crate::article::plain::block_text(block)))
            .collect(),
        _ => vec![Clean::line(&piece.text)],
    }
}
