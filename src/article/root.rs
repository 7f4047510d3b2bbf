//! Where on a page the article stands: the element whose blocks say most and whose furniture says least.

use super::draft::Piece;
use super::mark::{Mark, Marks};
use super::tag::Tag;
use super::tree::{Id, Tree};
use super::wording;
use crate::domain::Block;

/// A paragraph of this many letters is running text even without a full stop.
const LONG: usize = 140;
/// The shortest sentence that counts in full.
const SENTENCE: usize = 40;
/// What a short line or a link costs besides its letters.
const COST: f64 = 12.0;

/// The element that holds the article, and the sum of its weights; pieces are those of the whole page, in order.
pub(super) fn find(tree: &Tree, marks: &Marks, pieces: &[Piece]) -> (Id, f64) {
    let mut sums = Vec::with_capacity(pieces.len() + 1);
    sums.push(0.0);
    for piece in pieces {
        sums.push(sums[sums.len() - 1] + weight(piece));
    }
    let mut best = (0, f64::MIN);
    let mut seen = vec![false; tree.len()];
    for piece in pieces.iter().filter(|piece| weight(piece) > 0.0) {
        for id in std::iter::once(piece.node).chain(tree.ancestors(piece.node)) {
            if std::mem::replace(&mut seen[id], true) {
                break;
            }
            if tree.tag(id).is_inline() {
                continue;
            }
            let from = pieces.partition_point(|p| p.node < id);
            let to = pieces.partition_point(|p| p.node < tree.end(id));
            let sum = (sums[to] - sums[from]) * bonus(tree, marks, id);
            let is_deeper = sum >= best.1 && tree.holds(best.0, id);
            if sum > best.1 || is_deeper {
                best = (id, sum);
            }
        }
    }
    best
}

/// What a block says for being part of the article, in letters.
pub(super) fn weight(piece: &Piece) -> f64 {
    let letters = as_f64(piece.letters);
    let is_linked = piece.linked * 5 > piece.letters * 2;
    match &piece.block {
        Block::Figure(_) | Block::Rule => 0.0,
        Block::Heading(..) if piece.linked * 2 > piece.letters => -letters - COST,
        Block::Heading(..) => 0.0,
        Block::Code(_) => letters * 0.3,
        Block::Table(_) => 0.0,
        _ if is_linked => -letters - COST,
        Block::List(_, items) => {
            let per_item = piece.letters / items.len().max(1);
            if per_item >= SENTENCE { letters * 0.7 } else { -COST / 2.0 }
        }
        Block::Quote(_) => letters,
        Block::Paragraph(_) => {
            let is_sentence = piece.letters >= SENTENCE && wording::ends_sentence(&piece.text);
            if is_sentence || piece.letters >= LONG {
                letters
            } else if wording::ends_sentence(&piece.text) {
                letters * 0.5
            } else {
                -COST / 2.0
            }
        }
    }
}

/// What the element itself says for being the article.
fn bonus(tree: &Tree, marks: &Marks, id: Id) -> f64 {
    if marks.of(id) == Some(Mark::Body) {
        return 1.15;
    }
    match tree.tag(id) {
        Tag::Article => 1.1,
        Tag::Main => 1.03,
        _ => 1.0,
    }
}

fn as_f64(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
