//! Recommended articles inside the body: blocks that are links and little else, and the subheading above them.

use std::collections::{HashMap, HashSet};

use crate::article::draft::{Draft, Piece};
use crate::article::plain;
use crate::article::rules::promo;
use crate::article::wording::ends_sentence;
use crate::domain::Block;
use crate::text::Clean;

/// The share of a block's letters that may stand in links, in percent.
const MAX_LINKED: usize = 80;
/// A longer linked block may be a linked sentence of the text.
const MAX_LETTERS: usize = 160;

/// Letters of a sentence that stand outside its links, at least.
const MIN_UNLINKED: usize = 6;

/// Above this block, an address is that of the page itself.
const HEAD: usize = 3;
/// Linked subheadings that divide a text, at least.
const MIN_SECTIONS: usize = 3;
/// Blocks with the same label that are boxes, at least.
const MIN_LABELS: usize = 3;

/// The share of the text that must stand before a closing section of recommendations, in percent.
const BEFORE: usize = 60;

/// Takes out a closing section: a subheading that recommends, and all that follows.
pub(in crate::article) fn closing(draft: &mut Draft) {
    let total: usize = draft.pieces.iter().map(|piece| piece.letters).sum();
    let mut before = 0;
    let mut from = draft.pieces.len();
    for (at, piece) in draft.pieces.iter().enumerate() {
        if before * 100 >= total * BEFORE
            && is_label(piece)
            && promo::is_promo(&piece.text, piece.letters)
        {
            from = at;
            break;
        }
        before += piece.letters;
    }
    if !draft.pieces[from..].iter().any(is_text) {
        draft.drop_pieces("closing", |at, _| at >= from);
    }
}

/// Moves lists under a label that recommends to the related ones: every item leads to another article, however worded.
pub(in crate::article) fn recommended(draft: &mut Draft) {
    let is_list_of_links = |piece: &Piece| match &piece.block {
        Block::List(_, items) => items.len() > 1 && items.iter().all(|item| has_link(item)),
        _ => false,
    };
    let goes: Vec<bool> = draft
        .pieces
        .windows(2)
        .map(|pair| {
            is_label(&pair[0])
                && promo::is_promo(&pair[0].text, pair[0].letters)
                && is_list_of_links(&pair[1])
        })
        .collect();
    let mut related = Vec::new();
    draft.drop_pieces("related", |at, piece| {
        let is_list = at > 0 && goes[at - 1];
        if is_list {
            related.extend(titles(piece));
        }
        is_list || goes.get(at) == Some(&true)
    });
    draft.article.related.extend(related);
}

/// Moves them from the body to the article's related ones.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let labels = labels(&draft.pieces);
    let sections = sections(&draft.pieces);
    let goes: Vec<bool> = (0..draft.pieces.len())
        .map(|at| {
            let piece = &draft.pieces[at];
            let stays = sections.contains(&at) || (at >= HEAD && is_reference(piece));
            (is_related(piece) && !stays) || label(piece).is_some_and(|own| labels.contains(own))
        })
        .collect();
    let heads: Vec<bool> = (0..goes.len())
        .map(|at| {
            let after = goes.get(at + 1).copied().unwrap_or(false);
            let is_list = draft
                .pieces
                .get(at + 1)
                .is_some_and(|piece| matches!(piece.block, Block::List(..)));
            let beyond = draft.pieces.get(at + 2).is_none_or(Piece::is_heading)
                || goes.get(at + 2) == Some(&true);
            after && (beyond || is_list) && is_label(&draft.pieces[at])
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

/// Linked subheadings with running text right below them: several of those divide a text, as in a list of places to go.
fn sections(pieces: &[Piece]) -> HashSet<usize> {
    let is_section =
        |at: &usize| pieces[*at].is_heading() && pieces.get(at + 1).is_some_and(is_text);
    let linked = |at: &usize| pieces[*at].linked * 100 > pieces[*at].letters * MAX_LINKED;
    let found: HashSet<usize> = (0..pieces.len()).filter(is_section).filter(linked).collect();
    if found.len() >= MIN_SECTIONS { found } else { HashSet::new() }
}

/// Labels that open several blocks with more links than text: "Read also | …" in whatever language.
fn labels(pieces: &[Piece]) -> HashSet<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for label in pieces.iter().filter_map(label) {
        *counts.entry(label).or_default() += 1;
    }
    let often = counts.into_iter().filter(|(_, n)| *n >= MIN_LABELS);
    often.map(|(label, _)| label.to_owned()).collect()
}

/// What stands before the first mark of a block that is half a link.
fn label(piece: &Piece) -> Option<&str> {
    let is_half = piece.is_paragraph() && piece.linked * 2 > piece.letters && !is_reference(piece);
    let (label, _) = piece.text.split_once(['|', ':', '–', '»'])?;
    let label = label.trim();
    let is_label = (4..=40).contains(&label.len()) && piece.letters <= MAX_LETTERS;
    (is_half && is_label).then_some(label)
}

/// Running text that is not about another article.
fn is_text(piece: &Piece) -> bool {
    let is_own = piece.is_paragraph() && piece.linked * 3 < piece.letters && piece.letters >= 30;
    let is_sentence =
        piece.letters >= 60 || piece.text.ends_with(')') || ends_sentence(&piece.text);
    is_own && is_sentence && !promo::is_promo(&piece.text, piece.letters)
}

/// A line that can be the heading of a list of links.
fn is_label(piece: &Piece) -> bool {
    piece.is_heading()
        || (piece.is_paragraph() && piece.letters < 60 && !ends_sentence(open_end(&piece.text)))
}

/// A line without the marks that point to what follows it.
fn open_end(line: &str) -> &str {
    let line = line.trim_end_matches(':');
    line.strip_suffix("...").or_else(|| line.strip_suffix('…')).unwrap_or(line)
}

fn is_related(piece: &Piece) -> bool {
    let is_linked = piece.letters > 0 && piece.linked * 100 > piece.letters * MAX_LINKED;
    match &piece.block {
        Block::Paragraph(_) | Block::Heading(..) => is_linked && piece.letters <= MAX_LETTERS,
        Block::List(_, items) => {
            is_linked
                || (items.len() > 1
                    && piece.linked * 2 > piece.letters
                    && items.iter().all(|item| has_link(item)))
        }
        _ => false,
    }
}

/// A line that gives an address, or a sentence with links in it: titles are neither.
fn is_reference(piece: &Piece) -> bool {
    let is_sentence = piece.linked + MIN_UNLINKED <= piece.letters && piece.text.ends_with('.');
    piece.text.contains("://") || is_sentence
}

fn has_link(item: &[Block]) -> bool {
    let mut found = false;
    for block in item {
        plain::for_each_inline(block, &mut |inline| found |= inline.link.is_some());
    }
    found
}

fn titles(piece: &Piece) -> Vec<Clean> {
    match &piece.block {
        Block::List(_, items) => {
            items.iter().flatten().map(|block| Clean::line(&plain::block_text(block))).collect()
        }
        _ => vec![Clean::line(&piece.text)],
    }
}
