//! Credits that stand as lines of their own in the body: they belong to the picture before them.

use crate::article::draft::{Draft, Piece};
use crate::article::figure;
use crate::domain::{Block, Figure};
use crate::text::Clean;

/// The longest line that is a credit, in letters.
const MAX_LETTERS: usize = 90;

/// The longest caption and credit in a line, in letters.
const MAX_CAPTION: usize = 220;
const MAX_CREDIT: usize = 50;

/// Gives such lines to the picture before them, or drops them when there is none.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let credits: Vec<Option<String>> = draft.pieces.iter().map(credit).collect();
    for (at, credit) in credits.iter().enumerate() {
        let Some(credit) = credit else { continue };
        let before = draft.pieces[..at].iter_mut().rev().take(2).find(|piece| piece.is_figure());
        if let Some(Block::Figure(figure)) = before.map(|piece| &mut piece.block)
            && figure.credit.is_empty()
        {
            figure.credit = Clean::line(credit);
        }
    }
    draft.drop_pieces("credit-line", |at, _| credits[at].is_some());
    captions(draft);
}

/// Makes pictures' words of lines that end with a credit: "Der Hafen © Mia Beispiel".
fn captions(draft: &mut Draft) {
    let mut at = 0;
    while at < draft.pieces.len() {
        let Some((caption, credit)) = caption(&draft.pieces[at]) else {
            at += 1;
            continue;
        };
        let text = draft.pieces[at].text.clone();
        draft.account("caption-line", &text);
        let words = Figure {
            caption: Clean::line(&caption),
            credit: Clean::line(&credit),
            ..Figure::default()
        };
        let before = at.checked_sub(1).map(|before| &mut draft.pieces[before].block);
        match before {
            Some(Block::Figure(figure)) if figure::can_take(figure, &words) => {
                figure::take(figure, words);
                draft.pieces.remove(at);
            }
            _ => {
                draft.pieces[at].block = Block::Figure(words);
                draft.pieces[at].measure();
                at += 1;
            }
        }
    }
}

/// Caption and credit of a short paragraph that has both.
fn caption(piece: &Piece) -> Option<(String, String)> {
    if !piece.is_paragraph() || piece.letters > MAX_CAPTION || piece.linked > 0 {
        return None;
    }
    let (caption, credit) = figure::split_credit(&piece.text);
    let credit = credit?;
    let is_short =
        credit.chars().count() <= MAX_CREDIT && !credit.contains(". ") && !credit.contains("20");
    let starts = caption.chars().next().is_some_and(char::is_uppercase);
    let is_sure = piece.text.contains('©') || !piece.text.contains("Quelle:");
    (starts && is_short && is_sure && !caption.is_empty()).then_some((caption, credit))
}

/// Whether a block is a credit and nothing else.
pub(in crate::article) fn is_credit(piece: &Piece) -> bool {
    credit(piece).is_some()
}

/// The credit of a line that is nothing else.
fn credit(piece: &Piece) -> Option<String> {
    if !piece.is_paragraph() || piece.letters > MAX_LETTERS {
        return None;
    }
    let (before, credit) = figure::split_credit(&piece.text);
    credit.filter(|_| before.trim().is_empty())
}
