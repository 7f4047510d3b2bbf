//! Where on a page the article stands: the element whose blocks say most and whose furniture says least.

use std::ops::Range;

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
/// The share of the outer element's weight that makes a named body the text.
const INNER: f64 = 0.4;
/// What a short line or a link costs besides its letters.
const COST: f64 = 12.0;

/// Where the article stands.
#[derive(Debug, Clone)]
pub(super) struct Root {
    /// The element with everything that may belong to the article.
    pub(super) outer: Id,
    /// The part of it that is the text; what stands between the headline and it may be a teaser, what follows is not text.
    pub(super) text: Range<Id>,
}

/// Finds the article; pieces are those of the whole page, in order.
pub(super) fn find(tree: &Tree, marks: &Marks, pieces: &[Piece]) -> Root {
    let weights = Weights::new(tree, pieces);
    let mut outer = (0, f64::MIN);
    let mut seen = vec![false; tree.len()];
    for piece in pieces.iter().filter(|piece| weight(piece) > 0.0) {
        for id in std::iter::once(piece.node).chain(tree.ancestors(piece.node)) {
            if std::mem::replace(&mut seen[id], true) {
                break;
            }
            if tree.tag(id).is_inline() {
                continue;
            }
            let sum = weights.of(id) * bonus(tree, marks, id);
            let is_deeper = sum >= outer.1 && tree.holds(outer.0, id);
            if sum > outer.1 || is_deeper {
                outer = (id, sum);
            }
        }
    }
    let outer = outer.0;
    Root { outer, text: inner(tree, marks, &weights, outer) }
}

/// The element named as the body inside the outer one, when it holds most of the text, up to the last of its kind.
fn inner(tree: &Tree, marks: &Marks, weights: &Weights, outer: Id) -> Range<Id> {
    let least = weights.of(outer) * INNER;
    let is_body = |id: &Id| marks.of(*id) == Some(Mark::Body);
    let mut best: Option<(Id, f64)> = None;
    for id in tree.range(outer).skip(1).filter(is_body) {
        let sum = weights.of(id);
        let is_better = best.is_none_or(|(other, most)| {
            sum > most * 1.02 || (tree.holds(other, id) && sum >= most * 0.98)
        });
        if sum >= least && is_better {
            best = Some((id, sum.max(best.map_or(0.0, |(_, most)| most))));
        }
    }
    let Some((first, _)) = best else { return tree.range(outer) };
    let is_alike = |id: &Id| {
        is_body(id) && tree.node(*id).names == tree.node(first).names && weights.of(*id) > 0.0
    };
    let end = (tree.end(first)..tree.end(outer)).rfind(is_alike).unwrap_or(first);
    first..tree.end(end)
}

/// Sums of the blocks' weights.
struct Weights<'a> {
    tree: &'a Tree,
    nodes: Vec<Id>,
    sums: Vec<f64>,
}

impl<'a> Weights<'a> {
    fn new(tree: &'a Tree, pieces: &[Piece]) -> Self {
        let mut sums = Vec::with_capacity(pieces.len() + 1);
        sums.push(0.0);
        for piece in pieces {
            sums.push(sums[sums.len() - 1] + weight(piece));
        }
        Self { tree, nodes: pieces.iter().map(|piece| piece.node).collect(), sums }
    }

    /// The weight of all blocks in an element.
    fn of(&self, id: Id) -> f64 {
        let before = |end: Id| self.sums[self.nodes.partition_point(|node| *node < end)];
        before(self.tree.end(id)) - before(id)
    }
}

/// What a block says for being part of the article, in letters.
pub(super) fn weight(piece: &Piece) -> f64 {
    let letters = as_f64(piece.letters);
    let is_linked = piece.linked * 5 > piece.letters * 2;
    match &piece.block {
        Block::Heading(..) if piece.linked * 2 > piece.letters => -letters - COST,
        Block::Heading(..) | Block::Table(_) | Block::Figure(_) | Block::Rule => 0.0,
        Block::Code(_) => letters * 0.3,
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
